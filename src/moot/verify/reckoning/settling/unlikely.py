"""Shares that the evidence likely does not give."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.following import rest
from moot.verify.reckoning.following.sums import follows, says
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.said_of.belonging import alike

_OF_WHOLE = lazy_re(r"\s+of (?:the |its |their |all |those |these )*(?:\w+ )?", re.IGNORECASE)


def share(figure: Figure, claim: str, evidence: Sequence[Held]) -> str:
    """Why a share "of the 11,640" is likely wrong: the part of them that the evidence gives is another."""
    whole = next((each for each in figures.find(claim) if each.start >= figure.end), None)
    if whole is None or whole.kind is FigureKind.DATE or not figure.is_ratio or figure.unit == "x":
        return ""
    if not _OF_WHOLE.fullmatch(claim[figure.end : whole.start]):
        return ""
    given = [each for each in evidence if each.figure.is_ratio]
    if any(says(figure, each.figure.value) for each in given) or follows(figure, claim, evidence):
        return ""
    parts = _parts(whole, frozenset(stems(claim)), evidence)
    if not parts:
        return ""
    value = parts[0].figure.value / whole.value * (100 if figure.unit == "%" else 1)
    if says(figure, value) or rest.share(figure, claim, evidence):
        return ""
    return f"figure differs: {figure.raw} against {value:.2f} ({parts[0].figure.raw} / {whole.raw})"


def _parts(whole: Figure, said: frozenset[str], evidence: Sequence[Held]) -> list[Held]:
    """What may be a part of the whole, the one nearest to the claim's words first."""
    wholes = [each for each in evidence if each.figure.value == whole.value and each.grid is None]
    parts = [
        each
        for each in evidence
        if each.grid is None and each.clause & said and 0 < each.figure.value < whole.value
        if any(alike(each, one, said) and each.figure.kind is one.figure.kind for one in wholes)
    ]
    return sorted(parts, key=lambda each: -len(each.clause & said))
