"""Square brackets whose meaning stands elsewhere: labels of a list, names of a definition."""

from __future__ import annotations

import re

from moot.evidence.cited_report import linked, numbered, numbers, places
from moot.evidence.cited_report.plain import Key, Plain
from moot.evidence.cited_report.span import Span
from moot.text.lazy import lazy_re


def references(of: Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    """([the audit][1], [the report]): links whose addresses stand elsewhere."""
    found: list[Key] = []
    for part in _REFERENCE_PARTS.finditer(match[0], 1):
        target = of.style.definitions.get(_name(part["name"] or part["words"]))
        key = linked.key_of(target, part["words"], of.style) if target is not None else None
        if key is None or (part["name"] is None and numbered.NUMERIC.fullmatch(part["words"])):
            found = []
            break
        found.append(key)
    if not found or (match[0][0], match[0][-1]) not in (("(", ")"), ("[", "]")):
        of.say(match.start(), match.start() + 1, out)
        return match.start() + 1
    out.mark(of.found(*match.span(), found, "link"))
    return None


_REFERENCE_PARTS = lazy_re(r"\[(?P<words>(?:[^\[\]\\]|\\.){1,500})\](?:\[(?P<name>[^\[\]\n]{0,80})\])?")


def _name(name: str) -> str:
    """A name of a definition as two are compared."""
    return " ".join(name.lower().split())


def reference(of: Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    """[words][name] with a definition of the name; [1][2] are two marks."""
    words = match["reference_words"][1:-1]
    name = match["reference_name"] or words
    target = of.style.definitions.get(_name(name))
    if target is None or (numbered.NUMERIC.fullmatch(words) and name.isdecimal() and words.strip("[]^") != name):
        again = _BRACKET.match(of.words, match.start())
        if again:
            stop = (numbered.number if again["number"] is not None else label)(of, again, out, depth)
            return stop if stop is not None else again.end()
        of.say(match.start(), match.start() + 1, out)
        return match.start() + 1
    inner = (match.start() + 1, match.start() + len(words) + 1)
    linked.as_mark(of, match.span(), inner, target, out, depth)
    return None


_BRACKET = lazy_re(
    rf"(?P<number>\[\s*{numbers.LEAD}(?P<numbers>{numbers.LIST}){numbers.LOCATOR}\s*\])|(?P<label>\[(?P<labels>[^\[\]\n^]{{1,80}})\])",
    re.IGNORECASE,
)


def label(of: Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    """[Smi20], [S1, S2]: where a list has these labels; [the audit] where a definition has it."""
    names = places.named(match["labels"], of.style.has_label) or places.named(match["labels"], of.style.near_label)
    if names:
        out.mark(of.found(*match.span(), [Key("label", name) for name in names], "number"))
        return None
    target = of.style.definitions.get(_name(match["labels"]))
    if target is not None:
        ends = of.words[match.end() : match.end() + 1] in ("", ".", ",", ";", ":", "!", "?", ")", "\n")
        no_word = ends and _NO_WORD.fullmatch(match["labels"]) and not out.tail().rstrip()[-1:].isdecimal()
        key = linked.key_of(target, match["labels"], of.style) if no_word else None
        if key:
            out.mark(of.found(*match.span(), [key], "link"))
            return None
        inner = (match.start() + 1, match.end() - 1)
        return linked.as_mark(of, match.span(), inner, target, out, depth)
    of.say(match.start(), match.start() + 1, out)
    return match.start() + 1


_NO_WORD = lazy_re(r"(?=[^\s]*\d|[^aeiouy]*\Z)[a-z][a-z\d_:.-]{0,30}")
"""The name of a definition that is none of its sentence's words: rh, smith20."""
