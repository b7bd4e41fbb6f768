"""Raised digits as marks: ¹·³ in the text, and digits that a PDF's text layer left glued to a word."""

from __future__ import annotations

import re
from itertools import pairwise

from moot.evidence.cited_report import numbers
from moot.evidence.cited_report.plain import Found, Key, Plain
from moot.text.lazy import lazy_re
from moot.text.raised import LOWERED

_RAISED = lazy_re(r"[⁰¹²³⁴-⁹]+(?:[,˒·]\s?[⁰¹²³⁴-⁹]+|[⁻–-][⁰¹²³⁴-⁹]+)*")
_LONGEST = 24
_SEVERAL = lazy_re(r"[,˒·⁻–-]")
"""Nothing is raised to two powers."""
_NEXT = 2
"""How far beyond the last number of a list a mark may count that the list lost."""
_MANY = 8
"""Numbers that do not rise one after the other by chance."""
_GLUED = lazy_re(
    r"(?:(?<=[a-zß-ÿ]{2})|(?<=[A-Z]{3})|(?<=[a-z%)”\"’'][.,;:])|(?<=(?:[A-Z]{2}|°[CF])[.,;:])|(?<=[)%”\"’])|(?<=%\n)|(?<=\D20\d\d\.)(?=\d{1,2}\s[A-Z])|(?:(?<=\d\.\d\.)|(?<=\d,\d{3}\.)|(?<=[^\d.]\d{3}\.))(?=\d{1,2}(?:\s[A-Z]|\s*$)))(?P<numbers>\d{1,2}(?:[,–-]\s?\d{1,2})*)(?=[\s.,;:)—–]|$)"
)
_VERSION = lazy_re(r"(?:\b[A-Z]\w*|\bversion|\bv\.?)[\s\xa0]?(?:\d+\.)+\Z")
"""Python 3.8.1"""
_PAREN = lazy_re(
    rf"(?<=[\w.,;:”\"’%)]\s)\(({numbers.LEAD}\d{{1,2}}(?:\s*[,;–-]\s*\d{{1,2}})*)(?:,\s?[A-Za-z]{{1,5}}\.\s?\d{{1,4}}(?:[–-]\d{{1,4}})?|:\s\d{{1,4}})?\)(?=[\s.,;:]|$)"
)


def take_out(plain: Plain, known: frozenset[str], row: bool = False) -> Plain:
    """Without raised digits that are numbers of a list. ²³ is 23 where the list has it or ends right before it, else
    2 and 3.
    """
    text = plain.text
    most = max(map(int, known), default=0)
    places: list[tuple[int, int, Found]] = []
    for match in _RAISED.finditer(text):
        if len(match[0]) > _LONGEST:
            continue
        names = numbers.each(numbers.lowered(match[0]))
        before = text[max(0, match.start() - 24) : match.start()]
        lost = bool(known) and not known.issuperset(names)
        if lost and match[0].translate(LOWERED).isdecimal() and int(names[0]) > most + _NEXT:
            names = list(numbers.lowered(match[0]))
        if not _SEVERAL.search(match[0]) and numbers.is_power(before, names, row):
            continue
        if known:
            is_mark = known.issuperset(names) or (
                lost and int(names[-1]) <= most + _NEXT and numbers.after_word(before)
            )
        else:
            is_mark = all(0 < int(name) < 100 for name in names) and len(match[0]) < 3
        if is_mark:
            places.append(_place(plain, match.start(), match.end(), names))
    return plain.taken(places)


def take_out_glued(plain: Plain, known: frozenset[str]) -> Plain:
    """Without digits that stand against a word and are numbers of the list."""
    text = plain.text
    places: list[tuple[int, int, Found]] = []
    for match in _GLUED.finditer(text):
        names, before = numbers.each(match["numbers"]), text[max(0, match.start() - 24) : match.start()]
        if known.issuperset(names) and not numbers.is_power(before, names) and not _VERSION.search(before):
            places.append(_place(plain, *match.span("numbers"), names))
    return plain.taken(places)


def take_out_parenthesised(plain: Plain, known: frozenset[str]) -> Plain:
    """Without (1) and (2, 3), in a report whose marks look so."""
    places = [
        _place(plain, *match.span(), names)
        for match in _PAREN.finditer(plain.text)
        if known.issuperset(names := numbers.each(match[1])) and not _counts(plain.text, match)
    ]
    return plain.taken(places)


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether a number counts the parts of a sentence: "three parts: (1) the sun, (2) the wind"."""
    before, after = text[max(0, match.start() - 5) : match.start()], text[match.end() : match.end() + 3]
    return bool(re.search(r"(?:[:,;]|\band|\bor)\s\Z", before)) and bool(re.match(r"\s\w", after))


def is_glued(texts: list[str], known: frozenset[str]) -> bool:
    """Whether digits against words are marks: they bring the numbers of the list one after the other."""
    return _in_order([numbers.each(m["numbers"]) for text in texts for m in _GLUED.finditer(text)], known)


def is_parenthesised(texts: list[str], known: frozenset[str]) -> bool:
    """Whether numbers in round brackets are marks, by the same sign."""
    return _in_order([numbers.each(m[1]) for text in texts for m in _PAREN.finditer(text)], known)


def _in_order(marks: list[list[str]], known: frozenset[str]) -> bool:
    """Most numbers of the list come up, or many do, and come up first in the order of the list."""
    seen = [name for names in marks for name in names if name in known]
    firsts = [int(name) for name in dict.fromkeys(seen)]
    rising = sum(1 for before, after in pairwise(firsts) if after > before)
    least = min(max(2, 0.5 * len(known)), max(_MANY, 0.25 * len(known)))
    return len(firsts) >= least and firsts[0] <= 2 and rising >= 0.7 * (len(firsts) - 1)


def _place(plain: Plain, start: int, end: int, names: list[str]) -> tuple[int, int, Found]:
    keys = tuple(Key("number", name) for name in names)
    return start, end, Found(keys, *plain.place(start, end), "raised", word=False)
