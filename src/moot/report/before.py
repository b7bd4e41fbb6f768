"""What of the answer before the debate is no longer in the document. The rest is told there, and not told twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from moot.report.shape import EarlierClaim, Report
from moot.text.counted import counted
from moot.words import Claim, Draft


@dataclass(frozen=True)
class Part:
    """A section of that answer, or what it said that the sources disagree in."""

    title: str
    claims: tuple[EarlierClaim, ...]
    """Those that changed; of a disagreement that is none any more, both sides. What became of a claim is told once."""


def changed(report: Report) -> tuple[Part, ...]:
    """The parts in which something changed, in their order."""
    if report.before is None:
        return ()
    earlier = {each.claim.id: each for each in report.earlier}
    told: set[str] = set()

    def part(title: str, claims: Iterable[Claim], whole: bool = False) -> Part:
        shown: list[EarlierClaim] = []
        for known in (earlier[claim.id] for claim in claims):
            again = known.claim.id in told
            if whole or (known.fate != "kept" and not again):
                shown.append(known.model_copy(update={"fate": "kept", "told": None}) if again else known)
                told.add(known.claim.id)
        return Part(title, tuple(shown))

    open_still = {disagreement.subject for disagreement in report.draft.disagreements}
    parts = [part(section.title, Draft(sections=(section,)).claims()) for section in report.before.sections]
    for each in report.before.disagreements:
        title = f"Where the sources disagree: {each.subject}"
        parts.append(part(title, each.sides, whole=each.subject not in open_still))
    return tuple(part for part in parts if part.claims)


def summary(report: Report) -> str:
    """How much of that answer the debate changed."""
    if report.first == report.draft:
        return "The debate left it as it was."
    whole, gone = len(report.earlier), sum(each.fate != "kept" for each in report.earlier)
    if not gone:
        return f"All of it stands in the document as it was ({counted(whole, 'sentence')}); what is new was added."
    rest = "" if gone == whole else "; the others stand in the document as they were"
    return f"{gone} of its {counted(whole, 'sentence')} changed{rest}."
