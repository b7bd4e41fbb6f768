"""From the events of a run to what happened to each claim and what became of each challenge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from moot.debate.standing import DISAGREE
from moot.evidence.library import Library
from moot.report.quoted import quoted
from moot.report.shape import ChallengeView, ClaimView, EditView, Step
from moot.words import (
    Challenge,
    Challenged,
    ChallengeKind,
    Checked,
    Claim,
    Drafted,
    Edited,
    Event,
    Outcome,
    Responded,
    Response,
    Ruled,
    Ruling,
    Verdict,
)


def steps(events: Sequence[Event], author: str) -> dict[str, list[Step]]:
    """What happened to each claim, by claim id, in order. `author`: id of the seat that drafts."""
    history: dict[str, list[Step]] = {}
    challenged: dict[str, Challenge] = {}

    def tell(claim: str | None, step: Step) -> None:
        if claim is not None:
            history.setdefault(claim, []).append(step)

    for event in events:
        if isinstance(event, Drafted):
            for claim in event.draft.claims():
                if claim.id not in history:
                    tell(claim.id, Step(round=event.round, what="drafted", by=author, text=claim.text))
        elif isinstance(event, Checked):
            for finding in event.findings:
                if finding.outcome is not Outcome.HOLDS:
                    text = f"{finding.check} {finding.outcome.value}: {finding.reason}"
                    tell(finding.claim, Step(round=event.round, what="checked", by=event.by, text=text))
        elif isinstance(event, Challenged):
            challenged[event.challenge.id] = event.challenge
            tell(event.challenge.claim, _challenged(event))
        elif isinstance(event, Responded):
            subject = challenged.get(event.response.challenge)
            tell(subject.claim if subject else None, _responded(event))
        elif isinstance(event, Ruled):
            tell(event.ruling.claim, _ruled(event))
        elif isinstance(event, Edited):
            tell(_edited_claim(event), _edited(event, author))
    return history


def _challenged(event: Challenged) -> Step:
    challenge = event.challenge
    text = f"{challenge.kind.value}: {challenge.grounds} (asks to {challenge.remedy.value})"
    return Step(round=event.round, what="challenged", by=challenge.by, text=text, challenge=challenge.id)


def _responded(event: Responded) -> Step:
    response = event.response
    text = f"{response.action.value}: {response.grounds}"
    return Step(round=event.round, what="responded", by=response.by, text=text, challenge=response.challenge)


def _ruled(event: Ruled) -> Step:
    ruling = event.ruling
    text = f"{ruling.verdict.value}: {ruling.reason}"
    return Step(round=event.round, what="ruled", by=ruling.by, text=text, challenge=ruling.challenge)


def _edited_claim(event: Edited) -> str | None:
    return event.edit.claim or (event.edit.new.id if event.edit.new else None)


def _edited(event: Edited, author: str) -> Step:
    edit = event.edit
    new, before = edit.new.text if edit.new else "", event.before.text if event.before else ""
    if event.refused:
        text = f"{edit.action}{f' to “{new}”' if new else ''} was refused: {event.refused}"
        return Step(round=event.round, what="refused", by=author, text=text, challenge=edit.challenge)
    what = {"revise": "revised", "withdraw": "withdrawn", "add": "added"}[edit.action]
    step = {"round": event.round, "what": what, "by": author, "text": new, "before": before}
    return Step.model_validate(step | {"challenge": edit.challenge})


def challenges(
    events: Sequence[Event], library: Library, numbers: Mapping[str, int], claims: Sequence[ClaimView]
) -> tuple[ChallengeView, ...]:
    """Every challenge with its responses, ruling and edits, in the order in which they were raised.

    `numbers`: of sources by id. `claims`: as they stand at the end.
    """
    responses, rulings, edits = _after(events)
    now = {view.claim.id: view for view in claims}
    words: dict[str, Claim] = {}
    views: list[ChallengeView] = []
    for event in events:
        words |= {claim.id: claim for claim in _claims(event)}
        if isinstance(event, Challenged):
            challenge = event.challenge
            view = now.get(challenge.claim or "")
            ruling = rulings.get(challenge.id)
            about = words[challenge.claim].text if challenge.claim in words else challenge.aspect
            views.append(
                ChallengeView(
                    number=len(views) + 1,
                    round=event.round,
                    challenge=challenge,
                    claim_number=view.number if view else None,
                    claim_text=about or "",
                    quotes=tuple(quoted(citation, library, numbers) for citation in challenge.citations),
                    responses=tuple(responses.get(challenge.id, ())),
                    ruling=ruling,
                    edits=tuple(edits.get(challenge.id, ())),
                    shown=_shown(challenge, ruling, view),
                )
            )
    return tuple(views)


def _shown(challenge: Challenge, ruling: Ruling | None, view: ClaimView | None) -> bool:
    upheld = ruling is not None and ruling.verdict is Verdict.UPHELD and challenge.kind is ChallengeKind.CONFLICT
    return upheld and view is not None and view.reason.startswith(DISAGREE)


def _claims(event: Event) -> Iterable[Claim]:
    if isinstance(event, Drafted):
        return event.draft.claims()
    if isinstance(event, Edited) and event.edit.new and not event.refused:
        return (event.edit.new,)
    return ()


def _after(
    events: Sequence[Event],
) -> tuple[dict[str, list[Response]], dict[str, Ruling], dict[str, list[EditView]]]:
    responses: dict[str, list[Response]] = {}
    rulings: dict[str, Ruling] = {}
    edits: dict[str, list[EditView]] = {}
    for event in events:
        if isinstance(event, Responded):
            responses.setdefault(event.response.challenge, []).append(event.response)
        elif isinstance(event, Ruled):
            rulings[event.ruling.challenge] = event.ruling
        elif isinstance(event, Edited):
            before = event.before.text if event.before else ""
            view = EditView(edit=event.edit, before=before, refused=event.refused)
            edits.setdefault(event.edit.challenge, []).append(view)
    return responses, rulings, edits
