"""Is what an inference tells as allowed the limit that a premise sets? "No more than 40 minutes" allows 40 minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import figures
from moot.text.figures import Figure, agree
from moot.text.lazy import lazy_re

_ALLOWS = lazy_re(r"(?:allow|permit)(?:s|ted|ed)$", re.IGNORECASE)
_BETWEEN = lazy_re(r"\s*(?:[\w’'-]+\s+){0,6}")
"""From a figure to the word that allows it, or back: "40 minutes (that the bus timetable) allows"."""
_BEFORE = lazy_re(
    r"\b(?:(?:no|not) (?:more|\w{3,}er) than|at (?:the )?most|up to|within|(?:not|never|cannot) (?:to )?exceed|"
    r"(?:limit|maximum|ceiling|cap)(?: (?:of|is|was|at))?|(?:limited|restricted) to|capped at)\s+$",
    re.IGNORECASE,
)
_AFTER = lazy_re(r"\s*(?:or (?:less|fewer|under)|at (?:the )?most|is the (?:limit|maximum)|maximum)\b", re.IGNORECASE)


def allowed(claim: str, said: re.Match[str], premises: Sequence[str]) -> bool:
    """Whether the word `said` of the claim allows a quantity, and a premise gives it as the most there is."""
    if not _ALLOWS.match(said[0]):
        return False
    named = [each for each in figures.find(claim) if each.counts and _beside(each, said, claim)]
    return any(
        agree(figure, other) and _is_limit(other, premise)
        for figure in named
        for premise in premises
        for other in figures.find(premise)
    )


def _beside(figure: Figure, said: re.Match[str], claim: str) -> bool:
    before = figure.end <= said.start()
    between = claim[figure.end : said.start()] if before else claim[said.end() : figure.start]
    return _BETWEEN.fullmatch(between) is not None


def _is_limit(figure: Figure, premise: str) -> bool:
    return bool(_BEFORE.search(premise[: figure.start]) or _AFTER.match(premise[figure.end :]))
