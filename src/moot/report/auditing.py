"""Of an audit: citation precision and recall (after Gao et al., 2023, arXiv 2305.14627), and what could not be opened.

Both count only what could be compared: a claim that stays unchecked, because its source was not opened or says it in
another language, is counted apart and lowers neither. Recall: the share of the checked claims that their citations
support. Precision: the share of the opened citations of checked claims which support their claim: their source alone
does, or none alone does and together they do.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.report.shape import Audited, ClaimView
from moot.words import Reference, Standing


def audited(claims: Sequence[ClaimView]) -> Audited:
    """`claims`: those of the document."""
    opened = [(view, each) for view in claims for each in view.claim.references if each.source]
    compared = [(view, each) for view, each in opened if view.standing is not Standing.UNCHECKED]
    right = sum(_right(view, each) for view, each in compared)
    cited = [view for view in claims if view.claim.references]
    unchecked = sum(view.standing is Standing.UNCHECKED for view in claims)
    proven = sum(view.standing is Standing.PROVEN for view in claims)
    return Audited(
        claims=len(claims),
        cited=len(cited),
        proven=proven,
        unchecked=unchecked,
        citations=sum(len(view.claim.references) for view in claims),
        opened=len(opened),
        compared=len(compared),
        right=right,
        precision=_share(right, len(compared)),
        recall=_share(proven, len(claims) - unchecked),
    )


def _right(view: ClaimView, reference: Reference) -> bool:
    if view.standing is not Standing.PROVEN:
        return False
    votes = [vote for finding in view.findings for vote in finding.votes if vote.source]
    alone = {vote.source for vote in votes if vote.supports}
    return not alone or reference.source in alone


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None
