"""Author–year marks: (Liao, 2015; Petrov et al., 2019, p. 14), "Okafor and Lind (2021)", [Krol 2023]."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from moot.evidence.cited_report import repeats, signals
from moot.evidence.cited_report.plain import Found, Key, Plain
from moot.text import months
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

YEAR = r"(?:(?:1[5-9]|20)\d\d(?:[–/-]\d{2,4})?[a-z]?|n\.\s?d\.|in press|forthcoming)"
_YEAR = lazy_re(YEAR)
_PARTICLE = (
    r"(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|al|el|ten|ter|zu|af|bin|ibn)\s|(?:[dDOL]|Al|El)['’-])"
)
NAME = rf"(?<!\w){_PARTICLE}{{0,3}}[A-ZÀ-ÖØ-Þ][\w'’\-]{{0,40}}\w"
_NAMES = rf"{NAME}(?:{signals.JOIN}{NAME}){{0,6}}{signals.OTHERS}?"
_BRACKET = lazy_re(r"[(\[]((?:[^()\[\]\ufffc]|\[[^()\[\]\d]{1,40}\]){4,400}?)[)\]]")
_NARRATIVE = lazy_re(
    rf"(?P<names>(?:{NAME}\s(?:(?:of|for|the|and|on)\s){{0,2}}){{0,6}}?{_NAMES})(?P<own>['’]s?)?\s"
    rf"[(\[](?:in\s)?(?P<years>{YEAR}(?:\s?[,;&]\s?(?:{YEAR}|[b-h]\b))*)(?P<place>(?:,\s|:\s?)[^()\[\];\ufffc]{{1,60}})?(?P<more>;[^()\[\]\ufffc]{{4,300}})?[)\]]"
)
"""Okafor (2021, p. 4; see also Lind, 2020)."""
_PART = lazy_re(
    rf"{signals.BEFORE_AUTHORS}(?P<names>[^\d;]{{2,90}}?)[,:]?\s(?P<years>\(?{YEAR}\)?(?:\s?(?:,|and|&)\s?(?:{YEAR}|[b-h]\b))*)"
    r"(?P<place>(?:,\s|:\s?|\s).*)?$"
)
_NOT_NAMES = {*months.ENGLISH, *months.SHORT} | lexicon("""
    spring summer autumn fall winter table figure fig chapter section part since
    until before after from in by between during the a an mid early late version vol no figures data updated
    accessed retrieved published about around q1 q2 q3 q4 h1 h2 fiscal fy year years age ages circa born act
    regulation directive
""")
_SAYING = lazy_re(
    r"\s(?:also\s|first\s|then\s|even\s|later\s|\w+ly\s)?(?:show|find|found|argu|report|describ|suggest|estimat|conclud|not|use|"
    r"propos|observ|claim|point|write|wrote|call|compar|stud|test|measur|warn|see|saw|demonstrat|identif|review|calculat|"
    r"analy|examin|discuss|put|give|gave|explain|predict|recommend|survey|list|count|reckon|say|said|hold|held|thought|think)"
)
_YEAR_ALONE = lazy_re(rf"(?<=\w\s)[(\[](?P<year>{YEAR})(?:(?:,\s|:\s?)[^()\[\]\ufffc]{{1,40}})?[)\]]")
_PARTS_SENTENCE = r"[.!?;:]\s|[\n\ufffc()\[\]]"
_FARTHEST = 60
"""Characters between a name and its year."""
_IBID = lazy_re(rf"(?:{signals.SEE}\s)?(?:{repeats.SAME}|{repeats.CITED})(?:[,:]?\s?.{{1,40}})?", re.IGNORECASE)
_PAGED = lazy_re(
    rf"{signals.BEFORE_AUTHORS}(?P<names>{_NAMES})(?:,?\s(?i:{repeats.CITED}|supra)(?:,\s.{{1,40}})?|,?\s(?:pp?\.\s?)?\d{{1,4}}(?:\s?[–-]\s?\d{{1,4}})?)"
)
"""(Okafor 12), (Lind and Moe 5–7), (Okafor, op. cit., p. 7): the year stands in the list only."""
Known = Callable[[str, str], bool]
"""Whether an entry is by these names and of this year."""
Strangers = Literal["none", "several", "all"]
"""Of the authors whom no entry has those whose names and year are a mark all the same, one that points to nothing: none
in a report that cites by numbers, several named together, or one alone too where the list has authors and years.
"""


def take_out(plain: Plain, known: Known, strangers: Strangers) -> Plain:
    """Without its author–year marks."""
    text = plain.text
    if "(" not in text and "[" not in text:
        return plain
    places = [
        *_narrative(plain, text, known, strangers),
        *_brackets(plain, text, known, strangers),
        *_apart(plain, text, known),
    ]
    places.sort(key=lambda place: place[0])
    apart: list[tuple[int, int, Found]] = []
    for place in places:
        if not apart or place[0] >= apart[-1][1]:
            apart.append(place)
    return plain.taken(apart)


def _narrative(plain: Plain, text: str, known: Known, strangers: Strangers) -> list[tuple[int, int, Found]]:
    found: list[tuple[int, int, Found]] = []
    for match in _NARRATIVE.finditer(text):
        years = _years(match["years"])
        names = _longest(match["names"], years[0], known)
        if names is None:
            strong = re.search(rf"{signals.OTHERS}$|\s(?:and|&)\s{NAME}$", match["names"])
            said = _SAYING.match(text, match.end())
            last = re.search(rf"{NAME}$|{_NAMES}$", match["names"])
            alone = strangers == "all" and said
            if strangers == "none" or not last or last[0].lower() in _NOT_NAMES or not (strong or alone):
                continue
            names = re.search(rf"{_NAMES}$", match["names"])[0] if strong else last[0]  # type: ignore[index]
        start, end = plain.place(match.start() + match["names"].rindex(names), match.end())
        keys = tuple(Key("author", year, names) for year in years) + _keys(match["more"] or "", known, strangers)
        after = match.end("own") if match["own"] else match.end("names")
        found.append((after, match.end(), Found(keys, start, end, "author", word=False)))
    return found


def _years(written: str) -> list[str]:
    """Each year with its own letter: "2021a, b" are two."""
    found = _YEAR.findall(written)
    return [*found, *(f"{found[-1][:4]}{letter}" for letter in re.findall(r"[,;&]\s?([b-h])\b", written))]


def _apart(plain: Plain, text: str, known: Known) -> list[tuple[int, int, Found]]:
    """Years in brackets of their own, some words behind the name: "As Okonjo has argued (2014, p. 3)". Without a word
    of saying between them the year is of what is told: "Moe was born (2019)".
    """
    found: list[tuple[int, int, Found]] = []
    for match in _YEAR_ALONE.finditer(text):
        before = re.split(_PARTS_SENTENCE, text[max(0, match.start() - _FARTHEST) : match.start()])[-1]
        runs = [run for run in re.finditer(rf"(?<![\w'’-]){_NAMES}", before) if _SAYING.search(before, run.end())]
        named = next((run[0] for run in reversed(runs) if known(run[0], match["year"])), None)
        if named:
            keys = (Key("author", match["year"], named),)
            found.append((match.start(), match.end(), Found(keys, *plain.place(*match.span()), "author", word=False)))
    return found


def _longest(names: str, year: str, known: Known) -> str | None:
    """The longest run of names before the year that an entry has."""
    starts = [0, *(gap.end() for gap in re.finditer(r"\s", names))]
    for start in starts:
        run = names[start:]
        if run and (run[0].isupper() or re.match(_PARTICLE, run)) and known(run, year):
            return run
    return None


def _brackets(plain: Plain, text: str, known: Known, strangers: Strangers) -> list[tuple[int, int, Found]]:
    found: list[tuple[int, int, Found]] = []
    for match in _BRACKET.finditer(text):
        keys = _keys(match[1], known, strangers) if _YEAR.search(match[1]) else _yearless(match[1], known)
        if keys:
            found.append((match.start(), match.end(), Found(keys, *plain.place(*match.span()), "author")))
    return found


def _yearless(inner: str, known: Known) -> tuple[Key, ...]:
    if _IBID.fullmatch(inner.strip()):
        return (Key("again", ""),)
    parts = [_PAGED.fullmatch(part.strip()) for part in inner.split(";")]
    keys = tuple(Key("author", "", part["names"]) for part in parts if part and known(part["names"], ""))
    return keys if len(keys) == len(parts) else ()


def _keys(inner: str, known: Known, strangers: Strangers) -> tuple[Key, ...]:
    keys: list[Key] = []
    inner = re.sub(r"\s?\[[^\[\]]*\]", "", inner)
    for part in _parts(" ".join(inner.split())):
        match = _PART.match(part)
        if not match:
            if keys and (more := re.fullmatch(rf"\s*({YEAR})(?:,\s.*)?", part)):
                keys.append(Key("author", more[1], keys[-1].words))  # Tarn, 2018; 2019
            continue
        names = re.sub(r"['’]s$", "", match["names"].strip(" ,:(&"))
        years = _years(match["years"])
        if known(names, years[0]) or _strict(names, strangers):
            keys += [Key("author", year, names) for year in years]
    return tuple(keys)


def _parts(inner: str) -> list[str]:
    """Several marks in one bracket; a comma parts them where a name follows a year."""
    parts: list[str] = []
    for piece in inner.split(";"):
        parts += re.split(rf"(?<=\d[\da-z]),\s(?=(?:and\s)?{_PARTICLE}?[A-ZÀ-Þ][\w'’-]+[^\d]{{0,60}}\s{YEAR})", piece)
    return [part.strip() for part in parts if part.strip()]


def _strict(names: str, strangers: Strangers) -> bool:
    """Whether names that no entry has are names of authors all the same: then the mark points to nothing."""
    if strangers == "none" or names.split()[0].lower().strip(".,") in _NOT_NAMES or not re.fullmatch(_NAMES, names):
        return False
    several = re.search(rf"{signals.OTHERS}$|\s(?:and|&)\s{NAME}$", names)
    return bool(several) or (strangers == "all" and " " not in names)
