"""Of an audit: citation precision and recall (after Gao et al., 2023, arXiv 2305.14627), and what could not be opened.

Both count only what was decided. A claim that stays unchecked, because its source was not opened or says it in another
language, and one that is in doubt, since what the checks see settles it neither way, are counted apart and lower
neither: of the doubted sentences of a report that is mostly right most are right. Recall: the share of the decided
claims that their citations support. Precision: the share of the opened citations of decided claims which support their
claim: their source alone does, or none alone does and together they do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from moot.report.shape import Audited, ClaimView
from moot.words import Reference, Standing

_UNDECIDED = (Standing.UNCHECKED, Standing.CONTESTED)


def audited(claims: Sequence[ClaimView]) -> Audited:
    """`claims`: those of the document."""
    opened = [(view, each) for view in claims for each in view.claim.references if each.source]
    decided = [(view, each) for view, each in opened if view.standing not in _UNDECIDED]
    right = sum(_right(view, each) for view, each in decided)
    cited = [view for view in claims if view.claim.references]
    standing = Counter(view.standing for view in claims)
    proven, unchecked, doubted = (standing[each] for each in (Standing.PROVEN, *_UNDECIDED))
    return Audited(
        claims=len(claims),
        cited=len(cited),
        proven=proven,
        unchecked=unchecked,
        doubted=doubted,
        citations=sum(len(view.claim.references) for view in claims),
        opened=len(opened),
        decided=len(decided),
        right=right,
        precision=_share(right, len(decided)),
        recall=_share(proven, len(claims) - unchecked - doubted),
    )


def _right(view: ClaimView, reference: Reference) -> bool:
    if view.standing is not Standing.PROVEN:
        return False
    votes = [vote for finding in view.findings for vote in finding.votes if vote.source]
    alone = {vote.source for vote in votes if vote.supports}
    return not alone or reference.source in alone


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None
