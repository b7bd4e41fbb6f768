"""What excuses a figure from standing in the evidence: it is a limit, an age, a manner of speaking."""

from __future__ import annotations

import re
from decimal import Decimal

from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.following.sums import says
from moot.verify.reckoning.given.grounds import Found, Grounds
from moot.verify.reckoning.said_of.rates import ROUND
from moot.verify.reckoning.settling.proof import Proof

_DOZEN = 12
_PARTLY = 0.35
"""The share of the claim's words with which a sentence says much of what the claim says."""
_OF_ROUND = lazy_re(r"\b(?:per|(?:in|of|for|to) (?:every|each))[\s\xa0]+$", re.IGNORECASE)
_ROUND = lazy_re(rf"{ROUND}|hundred|thousand|million", re.IGNORECASE)
"""Of how many something is said: "2.9 strikes per 10,000". That it is said of another number, `rates` sees."""
_OUT_OF = lazy_re(r"\bout[\s\xa0]of[\s\xa0]$", re.IGNORECASE)
_OCCASION = "time"
"""What is counted by "four times a day", which may be said of what nobody counted."""
_AGO = lazy_re(r"[\s\xa0-]*ago\b", re.IGNORECASE)
_LIMIT = lazy_re(r"\b(after|before|prior to)[\s\xa0]+$", re.IGNORECASE)
_AGED = lazy_re(r"\bage[ds]?\s(?:(?:between|from|over|under|at least)\s)?$", re.IGNORECASE)
_NAMED = lazy_re(r"[A-Z][^\W\d_]+,[\s\xa0]$")
_ASIDE = lazy_re(r"[,.;)]")
"""Around the age of somebody who is named."""
_OF_VERSION = lazy_re(r"\b(?:with|to|from|in|than|of|on|since|before|after|under|by|and)[\s\xa0]+$", re.IGNORECASE)
_YEARS = ("month", Decimal(12))
_WEEKLY = lazy_re(r"(?:one|1) (?:day|morning|afternoon|evening|night) (?:a|per|each|every) week", re.IGNORECASE)
_WEEKDAYS = lazy_re(r"\b(?:on|every|each)[\s\xa0](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")
_MANNER = lazy_re(r"half an? (?:century|decade|dozen)\b", re.IGNORECASE)
"""What is often said of about as much."""


def excused(figure: Figure, grounds: Grounds) -> Proof | None:
    """Of a figure that need not stand there: a limit, an age, a manner of speaking, what a heading says."""
    if figure.is_fraction:
        return _other_part(figure, grounds) or Proof()  # "A third of them" may be said of what nobody counted.
    if figure.kind is FigureKind.DATE and _bounded(figure, grounds):
        return Proof(note=f"{figure.raw} is a limit that a date of the evidence keeps")
    if _AGO.match(grounds.text, figure.end) and any(each.figure.kind is FigureKind.DATE for each in grounds.found):
        return Proof()  # Counted from the day on which somebody reads it.
    if _OF_ROUND.search(grounds.text[: figure.start]) and _ROUND.fullmatch(figure.raw):
        return Proof()
    if figure.raw == "100" and _OUT_OF.search(grounds.text[: figure.start]) and _in_percent(grounds):
        return Proof()
    if _numbers_row(figure, grounds):
        return Proof(note=f"{figure.raw} names a row")
    if _is_version(figure, grounds):
        return Proof(note=f"{figure.raw} is a version")
    if _WEEKLY.fullmatch(figure.line) and any(_WEEKDAYS.search(passage) for passage in grounds.passages):
        return Proof(note=f"{figure.raw} is a day of the week")
    if figure.word and (_MANNER.match(figure.raw) or figure.noun == _OCCASION):
        return Proof()
    if figure.word and re.match(r"an?\b", figure.raw, re.IGNORECASE) and (figure.unit or figure.value <= _DOZEN):
        return Proof()  # "A dozen", "a fortnight", "a couple of years": a manner of speaking.
    if (
        re.match(r"(?:1|one)(?![\w.,])", figure.raw)
        and figure.kind is FigureKind.QUANTITY
        and any(_once(figure).search(passage) for passage in grounds.passages)
    ):
        return Proof(note=f"{figure.raw} is one in words")
    aged = next((each for each in grounds.found if _is_age(figure, each)), None)
    if aged:
        return Proof(aged.place, note=f"{figure.raw} is an age")
    headed = [place for each, place in grounds.titled if _is_headed(figure, each)]
    return Proof(headed[0], note=f"{figure.raw} stands in the heading") if headed else None


def _is_headed(figure: Figure, there: Figure) -> bool:
    """Whether a figure of a heading is that of the claim: with its unit, or a count of the same."""
    counted = frozenset(stems(figure.counted)) & frozenset(stems(there.counted))
    counts = figure.kind is FigureKind.QUANTITY and not figure.word and bool(counted)
    return bool(figure.unit or counts) and agree(figure, there)


def _in_percent(grounds: Grounds) -> bool:
    return any(each.figure.unit == "%" for each in grounds.found)


def _numbers_row(figure: Figure, grounds: Grounds) -> bool:
    """The 4 of "stage 4", where the rows of a table are the stages 1 to 6."""
    before = frozenset(stems(" ".join(grounds.text[: figure.start].split()[-1:])))
    for grid in {id(each.grid): each.grid for each in grounds.cells if each.grid}.values():
        keyed = frozenset(stems(" ".join(grid.heads[key] for key in grid.keys if key < len(grid.heads))))
        if before & keyed and any(grid.label(row).strip() == figure.raw for row in range(len(grid.rows))):
            return True
    return False


def _is_version(figure: Figure, grounds: Grounds) -> bool:
    """The 3.2 of "when moving to 3.2", of a source that names "Quill 3.2" or "Quill 3.2.1"."""
    bare = figure.kind is FigureKind.QUANTITY and "." in figure.raw and not (figure.unit or figure.noun or figure.word)
    if not bare or not _OF_VERSION.search(grounds.text[: figure.start]):
        return False
    titled = (each for text in grounds.headings for each in figures.find(text))
    names = (each.raw for each in (*titled, *(found.figure for found in grounds.found)) if each.kind is FigureKind.NAME)
    return any(f"{name}.".startswith(f"{figure.raw}.") for name in names)


def _other_part(figure: Figure, grounds: Grounds) -> Proof | None:
    """Another part in words of a sentence that says most of what the claim says: "one in three", for "one in four"."""
    said = frozenset(stems(grounds.text))
    for each in grounds.found:
        shared = len(said & frozenset(stems(each.cited.around)))
        if _differs(figure, each.figure) and shared >= _PARTLY * len(said):
            problem = f"figure differs: {figure.line} against {each.figure.line}"
            return Proof(each.place, problem=problem, otherwise=True, sure=False)
    return None


def _differs(figure: Figure, other: Figure) -> bool:
    """Whether the other is another part in words, or another share in percent."""
    if other.is_fraction:
        return not agree(figure, other)
    return other.unit == "%" and other.high is None and not says(figure, other.value / 100)


def _bounded(figure: Figure, grounds: Grounds) -> bool:
    """True for "after 2005" where the evidence has a later year, and so for "before"."""
    said = _LIMIT.search(grounds.text[: figure.start])
    if said is None or figure.unit != "year" or figure.high is not None:
        return False
    dates = [
        each.figure.value for each in grounds.found if each.figure.kind is FigureKind.DATE and each.figure.value > 9999
    ]
    later = said[1].lower() == "after"
    return any(date >= figure.value if later else date <= figure.value for date in dates)


def _is_age(claimed: Figure, found: Found) -> bool:
    """ "60 years" of those "aged 60 to 79", or of "Bill Tasker, 60, a rancher"."""
    document = found.cited.document
    if document is None or (claimed.unit, claimed.scale) != _YEARS or found.figure.unit or claimed.high is not None:
        return False
    before = document.text[max(0, found.figure.start - 20) : found.figure.start]
    said = _AGED.search(before) or (_NAMED.search(before) and _ASIDE.match(document.text, found.figure.end))
    return bool(said) and any(end.written == claimed.written for end in found.figure.ends)


def _once(figure: Figure) -> re.Pattern[str]:
    """ "1 week" in words: a week, per week, weekly."""
    words = [word for word in re.split(r"[\W\d_]+", figure.raw) if word and word.lower() != "one"]
    name = re.escape(words[-1].removesuffix("s")) if words else r"\w+"
    return re.compile(rf"\b(?:an?|one|single|per|each|every|first|last)\W+{name}", re.I)
