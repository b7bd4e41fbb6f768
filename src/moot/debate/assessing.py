"""What a judge says of the claims of an audited file: asked some claims at a time, told as findings.

A verdict counts only with a quote that stands in the sources, for a supported claim in one that it cites; else it is
told as void.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.debate.ask import Missing
from moot.debate.gather import is_small
from moot.debate.grounds import located
from moot.evidence.library import Library
from moot.verify.weigh import JUDGE
from moot.words import (
    Assessment,
    Assessments,
    AssessTask,
    Claim,
    Draft,
    Finding,
    Outcome,
    Place,
    Reply,
    Seat,
    Support,
)

AT_ONCE = 10
"""Claims of one request: more, and models pass some over."""
VOID = "its verdict has no quote that is in the sources"
UNSAID = "it said nothing of this claim"


def tasks(question: str, draft: Draft, library: Library) -> list[AssessTask]:
    """The claims with places in their sources, in reading order, `AT_ONCE` a task.

    A small library is shown whole, the same to every task: what decides may stand where nobody looked. Of a larger one
    the passages that the claims cite, and those before and after them.
    """
    claims = [claim for claim in draft.claims() if claim.citations]
    whole = is_small(library)
    return [_task(question, claims[at : at + AT_ONCE], library, whole) for at in range(0, len(claims), AT_ONCE)]


def _task(question: str, claims: Sequence[Claim], library: Library, whole: bool) -> AssessTask:
    passages = library.passages
    if not whole:
        cited = {citation.passage for claim in claims for citation in claim.citations}
        around = {each.id for id in cited for each in library.neighbours(id) if each}
        passages = tuple(passage for passage in passages if passage.id in cited | around)
    ids = {passage.source for passage in passages}
    sources = tuple(source for source in library.sources if source.id in ids)
    return AssessTask(question=question, sources=sources, passages=passages, claims=tuple(claims))


def findings(task: AssessTask, reply: Reply | Missing, judge: Seat, library: Library) -> list[Finding]:
    """One for each claim of the task; none where there was no reply (the failed seat is told), or an empty one."""
    said = reply.assessments if isinstance(reply, Assessments) else ()
    by_claim = {each.claim: each for each in said}
    return [_finding(claim, by_claim.get(claim.id), judge, library) for claim in task.claims] if by_claim else []


def _finding(claim: Claim, said: Assessment | None, judge: Seat, library: Library) -> Finding:
    outcome, reason, places = _judged(claim, said, library)
    return Finding(
        check=JUDGE,
        version=judge.model,
        claim=claim.id,
        outcome=outcome,
        gate=False,
        reason=reason,
        otherwise=said.support is Support.CONTRADICTED if said and outcome is Outcome.FAILS else None,
        places=places,
    )


def _judged(claim: Claim, said: Assessment | None, library: Library) -> tuple[Outcome, str, tuple[Place, ...]]:
    if said is None:
        return Outcome.UNCHECKED, UNSAID, ()
    passages = (library.passage(citation.passage) for citation in claim.citations)
    cited = {passage.source for passage in passages if passage}
    holds = said.support is Support.SUPPORTED
    places = tuple(place for place in located(said.citations, library) if not holds or place.source in cited)
    if not places:
        return Outcome.UNCHECKED, f"{VOID} ({said.support.value}: {said.reason})", ()
    return Outcome.HOLDS if holds else Outcome.FAILS, f"{said.support.value}: {said.reason}", places
