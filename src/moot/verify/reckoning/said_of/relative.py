"""The year of which a claim gives a figure by another: "71 in 2024, against 80 in the year before"."""

from __future__ import annotations

import re

from moot.text import figures
from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.verify.reckoning.given import spoken
from moot.verify.reckoning.given.dated import years

_YEAR = (
    r"(?:(?:full|financial|fiscal|business|school|calendar|whole)[\s\xa0-])?(?:year|season|winter|summer|spring|autumn)"
)
_RELATIVE = lazy_re(
    rf"\b(?:(?P<before>(?:a|one|the)[\s\xa0]{_YEAR}[\s\xa0](?:before|earlier)"
    rf"|(?:previous|prior|preceding)[\s\xa0-]{_YEAR}|{_YEAR}[\s\xa0]earlier)"
    rf"|(?:a|one|the)[\s\xa0]{_YEAR}[\s\xa0](?:after|later)|(?:following|subsequent|next)[\s\xa0]{_YEAR})\b",
    re.IGNORECASE,
)
_MEASURED = lazy_re(
    r"\b(?:on|than|over|with|to|from|since|against|versus|vs\.?)(?:[\s\xa0](?:the|its))?[\s\xa0]+$", re.I
)
"""Before a year with which something is compared: what stands there is a change."""
_LEVEL = lazy_re(r",?[\s\xa0](?:at|with|when)\b|[\s\xa0]?[,(][\s\xa0]?(?:\d|[£$€])", re.IGNORECASE)
"""Behind such a year: what stands there is that of the year all the same, "than the year before, at 14 per cent"."""
_CUT = lazy_re(r"[;:]|,(?!\d)|\b(?:and|but|while|whereas|against|after|from)\b", re.IGNORECASE)


def words(figure: Figure, clause: str, whole: frozenset[str], claim: str) -> tuple[str, frozenset[str]]:
    """The words of its clause and of the claim; of "80 a year earlier" with that year for the one that is named."""
    year = told(claim, figure)
    if year is None:
        return clause, whole
    return f"{clause.replace(year[0], ' ')} {year[1]}", spoken.words(claim.replace(*year))


def told(claim: str, figure: Figure) -> tuple[str, str] | None:
    """The year that the claim names and the one of which it gives the figure, where a word tells that one by the first.

    None where the claim names no year, or several, and of a figure that is of the year named.
    """
    named = years(claim)
    if len(named) != 1 or (match := _relative(claim, figure)) is None:
        return None
    (year,) = named
    return year, _moved(year, -1 if match["before"] else 1)


def untold(claim: str, figure: Figure) -> bool:
    """Whether it is of a year that is told by another, of several that the claim names."""
    return len(years(claim)) > 1 and _relative(claim, figure) is not None


def _relative(claim: str, figure: Figure) -> re.Match[str] | None:
    counted = [each for each in figures.find(claim) if each.counts]
    for match in _RELATIVE.finditer(claim):
        level = _LEVEL.match(claim, match.end()) or not _MEASURED.search(claim, 0, match.start())
        if level and _meant(claim, match, counted) == figure.start:
            return match
    return None


def _meant(claim: str, match: re.Match[str], counted: list[Figure]) -> int | None:
    """Where the figure begins that is of this year: the last before it in its clause, else the next."""
    before = [each for each in counted if each.end <= match.start()]
    if before and not _CUT.search(claim, before[-1].end, match.start()):
        return before[-1].start
    return next((each.start for each in counted if each.start >= match.end()), None)


def _moved(year: str, by: int) -> str:
    """2023 for 2024, 2023-24 for 2024-25, 1999-00 for 2000-01."""
    return re.sub(r"\d+", lambda part: f"{(int(part[0]) + by) % 10 ** len(part[0]):0{len(part[0])}}", year)
