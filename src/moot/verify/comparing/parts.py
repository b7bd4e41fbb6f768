"""What a source says of a part of so many, told of all of them.

"Eleven children stopped, eight of them in the 0.05 % group" does not say that eleven children in the 0.05 % group did;
nor do "64 flights, including 20 to Rome" that 64 flights to Rome were cancelled, or "187 of 203 votes" that somebody
had 203. Only where the claim counts the same by the number of the whole, and has the number of the part nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from moot.text import figures, sentences
from moot.text.figure import Figure
from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS
from moot.text.terms import stem, words

_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?"
)
_PLACED = r"(?:in|at|to|from|with|without|by|on|because of|for|under|over|among|aged|outside|inside|near)"
_PART = lazy_re(
    rf"\b(?:(?P<n>{_NUMBER}|most|half|many|some|several) of (?:them|whom|which|these|those)"
    r"(?: (?:were|was|are|is|came))?"
    rf"|(?:including|among them|of whom|of which) (?P<m>{_NUMBER})(?: (?:were|was|are|is))?) "
    rf"(?P<what>{_PLACED} [^,;:()\n]{{2,60}}?)(?=[,;:()\n]|\.(?!\d)|$| (?:and|who|which|that|while|but)\b)",
    re.IGNORECASE,
)
_OUT_OF = lazy_re(
    rf"\b(?P<doer>[\w’'-]+) (?P<verb>[\w’'-]+) (?P<part>{_NUMBER}) (?:out )?of (?:the |its |their |all )?"
    rf"(?P<whole>{_NUMBER}) (?P<noun>[\w’'-]+)",
    re.IGNORECASE,
)
_DIVIDED = lazy_re(
    r"\b(?:some|most|many|several|half|part(?:ly)?|mostly|mainly|including|includes?|among|of (?:them|whom|which)|"
    r"other|majority|not|elsewhere)\b",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_LEAST = 3
"""Words of the part, at least, where the claim has not all of them."""
_BETWEEN = lazy_re(r"[,;:()](?!\d)|\b(?:and|or|but|while|after|before|when|than)\b")


@dataclass(frozen=True)
class _Part:
    head: str
    """What stands before it, from the beginning of its sentence, or the sentence before."""
    number: str
    what: str
    """By what the part is told from the rest: "in the 0.05 % group"."""


def told_of_all(claim: str, units: Sequence[str], whole: str) -> str:
    """In words what the source says of a part; empty when nothing was seen. `whole`: all that the sources say."""
    if _DIVIDED.search(claim):
        return ""
    counted = [each for each in figures.find(claim) if each.counts and each.noun]
    values = {each.value for each in figures.find(claim)}
    for part in _parts(whole) if counted else ():
        number = {each.value for each in figures.find(f"{part.number} of them")}
        if not number.isdisjoint(values) or re.search(rf"\b{part.number}\b", claim, re.IGNORECASE):
            continue
        for figure in counted:
            if _same(figure, part.head) and _placed(claim, figure, part.what) and not _so(figure, part, units):
                return f"the claim says “{part.what}” of all {figure.raw}, its source of {part.number} of them"
    return _out_of(claim, units)


@lru_cache(maxsize=16)
def _parts(whole: str) -> tuple[_Part, ...]:
    return tuple(_read(whole)) if _PART.search(whole) else ()


def _read(whole: str) -> Iterator[_Part]:
    before = ""
    for span in sentences.split(whole):
        unit = span.of(whole)
        for match in _PART.finditer(unit):
            yield _Part(unit[: match.start()].strip() or before, (match["n"] or match["m"]).lower(), match["what"])
        before = unit


def _same(figure: Figure, head: str) -> bool:
    """Whether the same number of the same stands before the part, as the last that is counted there."""
    counted = [each for each in figures.find(head) if each.counts and each.noun]
    return bool(counted) and (counted[-1].value, counted[-1].noun) == (figure.value, figure.noun)


def _placed(claim: str, figure: Figure, what: str) -> bool:
    """Whether the claim says of what it counts what the source says of the part: right behind it, or first of all."""
    behind = claim[figure.end :]
    ends = [each.start for each in figures.find(behind) if each.raw not in what]
    ends += [each.start() for each in _BETWEEN.finditer(behind)]
    said, sought = _plain(behind[: min(ends, default=None)]), _plain(what)
    short = any(said[-length:] == sought[:length] for length in range(_LEAST, len(sought)))
    return short or _has(said, sought) or _plain(claim[: figure.start])[: len(sought)] == sought


def _plain(text: str) -> list[str]:
    return [stem(each) for each in words(text) if each not in _ARTICLES]


def _has(text: Sequence[str], sought: Sequence[str]) -> bool:
    return any(list(text[at : at + len(sought)]) == list(sought) for at in range(len(text) - len(sought) + 1))


def _so(figure: Figure, part: _Part, units: Sequence[str]) -> bool:
    """Whether the source says it of them all too, or has the same words before the part."""
    sought = _plain(part.what)
    if _has(_plain(part.head), sought):
        return True
    return any(
        _has(_plain(_PART.sub(" ", unit)), sought) and any(each.value == figure.value for each in figures.find(unit))
        for unit in units
    )


def _out_of(claim: str, units: Sequence[str]) -> str:
    """Somebody has all of them by the claim, by the source so many of them, in the same words."""
    for unit in units:
        for match in _OUT_OF.finditer(unit):
            begins = rf"\b{re.escape(match['doer'])} {re.escape(match['verb'])}"
            ends = rf"{match['whole']} {re.escape(match['noun'])}\b"
            if match["verb"].lower() in STOP_WORDS or match["part"] == match["whole"]:
                continue
            if re.search(f"{begins} (?:all |the |all the )?{ends}", claim, re.IGNORECASE):
                return f"the claim says “{match['whole']} {match['noun']}”, its source “{match[0].split(' ', 2)[2]}”"
    return ""
