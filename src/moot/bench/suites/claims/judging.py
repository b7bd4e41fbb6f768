"""A model as the judge of one claim against its evidence: one task in a run of its own, so it is kept and capped."""

from __future__ import annotations

from moot.bench.suites.claims.pairs import LabelledPair
from moot.bench.suites.claims.said import Said
from moot.bench.suites.suite import Attempt, Desk
from moot.words import Finding, Outcome

QUESTION = "Does the evidence bear the claim out?"


async def judged(pair: LabelledPair, model: str, desk: Desk) -> Attempt[Said]:
    """What the model says of the pair, asked as the judge of an audit is asked.

    Its verdict counts with a quote that stands in the evidence only. Raises the `MootError` of a model that cannot be
    asked, or gave no usable reply.
    """
    from moot.models.discovery import panel_of
    from moot.models.seating import require_fit
    from moot.verify.texts import as_library
    from moot.words import Caps, Case

    seatings = desk.seater.named(None, None, model)
    library = as_library([pair.evidence])
    require_fit(seatings, library.sources, desk.budget, desk.allow_retention)
    run = desk.record
    if not run:
        case = Case(question=QUESTION, protocol="audit", caps=Caps(usd=desk.budget))
        run = desk.store.create(case, panel_of(seatings), library.documents)
        desk.began(run)
    return _attempt(await _asked(pair, run, desk), run, desk)


async def _asked(pair: LabelledPair, run: str, desk: Desk) -> Finding:
    """The judge's word, as a finding; what was answered in an earlier attempt is read, not asked."""
    from moot.debate import assessing
    from moot.debate.ask import Missing, ask
    from moot.evidence.library import Library
    from moot.words import Checked, Citation, Claim, ClaimKind, Draft, Section

    record = desk.store.record(run)
    library, (judge,) = Library(record.documents), record.panel.seats
    citations = tuple(Citation(passage=each.id, quote=each.text) for each in library.passages)
    claim = Claim(id="c1", kind=ClaimKind.STATED, text=" ".join(pair.claim.split()), citations=citations)
    (task,) = assessing.tasks(QUESTION, Draft(sections=(Section(title="", claims=(claim,)),)), library)
    async with desk.store.take(run, retry_failed=desk.retry_failed) as journal:
        reply = await ask(desk.seater.holder(judge), task, 1, journal)
        if isinstance(reply, Missing):
            raise reply.error(f"{judge.model} said nothing of the pair {pair.id}: {reply.reason}.")
        found = assessing.findings(task, reply, judge, library)
        journal.emit(Checked(round=1, findings=tuple(found), by=judge.id))
        journal.finish("done")
    return found[0] if found else _nothing(claim.id, judge.model)


def _nothing(claim: str, model: str) -> Finding:
    from moot.debate.assessing import UNSAID
    from moot.verify.weigh import JUDGE

    return Finding(check=JUDGE, version=model, claim=claim, outcome=Outcome.UNCHECKED, gate=False, reason=UNSAID)


def _attempt(finding: Finding, run: str, desk: Desk) -> Attempt[Said]:
    record = desk.store.record(run)
    used = [call.usage for call in record.calls if call.usage]
    supported = None if finding.outcome is Outcome.UNCHECKED else finding.outcome is Outcome.HOLDS
    return Attempt(
        Said(supported, finding.reason),
        usd=record.usd,
        seconds=sum(call.seconds or 0.0 for call in record.calls),
        output_tokens=sum(usage.output_tokens for usage in used) if used else None,
        record=run,
    )
