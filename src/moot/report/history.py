"""From the events of a run to what happened to each claim and what became of each challenge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from moot.debate.drafts import spoken
from moot.debate.standing import DISAGREE
from moot.evidence.library import Library
from moot.report.council import against, drafted_in, refused
from moot.report.quoted import placed, quoted
from moot.report.seats import Seats
from moot.report.shape import ChallengeView, ClaimView, EditView, Quoted, Step
from moot.report.wording import SAME_WORDS
from moot.words import (
    CHECKS,
    Aligned,
    Challenge,
    Challenged,
    ChallengeKind,
    Checked,
    Claim,
    Drafted,
    Edited,
    Event,
    Moved,
    Opened,
    Outcome,
    Responded,
    Response,
    Ruled,
    Ruling,
    Verdict,
)

PANEL = "panel"
"""Who wrote what no single seat did."""


def steps(events: Sequence[Event], seats: Seats, writer: Callable[[int], str]) -> dict[str, list[Step]]:
    """What happened to each claim, by claim id, in order.

    `writer`: the seat whose draft is argued in a round, where there is one author.
    """
    history: dict[str, list[Step]] = {}
    challenged: dict[str, Challenge] = {}
    compared: dict[str, str] = {}
    owner = _owner(seats, writer)

    def tell(claim: str | None, step: Step) -> None:
        if claim is not None:
            history.setdefault(claim, []).append(step)

    for event in events:
        if isinstance(event, Drafted | Opened):
            for claim in event.draft.claims():
                if claim.id not in history:
                    by = event.seat if isinstance(event, Opened) else owner(claim.id, max(event.round - 1, 1))
                    tell(claim.id, Step(round=event.round, what="drafted", by=by, text=spoken(claim)))
        elif isinstance(event, Aligned):
            for id, text in _aligned(event, seats):
                if compared.get(id) != text:
                    tell(id, Step(round=event.round, what="aligned", by=CHECKS, text=text))
                    compared[id] = text
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
        elif isinstance(event, Moved):
            tell(event.claim, _moved(event))
        elif isinstance(event, Edited):
            edited = _edited_claim(event)
            tell(edited, _edited(event, owner(edited or "", event.round)))
    return history


def _owner(seats: Seats, writer: Callable[[int], str]) -> Callable[[str, int], str]:
    """Who answers for a claim: the seat in whose draft it stood, by its letter; of one author, the author."""
    if seats.convened is None:
        return lambda claim, round: writer(round)
    by_letter = {label: event.seat for label, event in seats.opened.items()}
    return lambda claim, round: by_letter.get(claim.partition(".")[0], PANEL)


def _aligned(event: Aligned, seats: Seats) -> Iterable[tuple[str, str]]:
    """What the other drafts say of each claim; nothing of one that no other draft speaks of."""
    opposed, by_id = against(event.clusters), {cluster.id: cluster for cluster in event.clusters}
    words = drafted_in(seats)
    for cluster in event.clusters:
        contradicting = [by_id[id] for id in by_id if id in opposed[cluster.id]]
        for member in cluster.members:
            also = [letter for letter in cluster.drafts if letter != member.draft]
            said = [f"also in draft {', '.join(also)}"] if also else []
            for other in contradicting:
                first = other.members[0].claim if other.members else ""
                text = spoken(words[first][1]) if first in words else ""
                said.append(f"draft {', '.join(other.drafts)} says otherwise: “{text}”")
            if said:
                yield member.claim, "; ".join(said)


def _moved(event: Moved) -> Step:
    text = f"{event.action.value}: {event.grounds}"
    if event.refused:
        text = f"a change of position was refused ({text}): {event.refused}"
    return Step(round=event.round, what="moved", by=event.seat, text=text, challenge=event.challenge)


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
    if new and new == before:
        new, before = SAME_WORDS, ""
    step = {"round": event.round, "what": what, "by": author, "text": new, "before": before}
    return Step.model_validate(step | {"challenge": edit.challenge})


def challenges(
    events: Sequence[Event], seats: Seats, library: Library, numbers: Mapping[str, int], claims: Sequence[ClaimView]
) -> tuple[ChallengeView, ...]:
    """Every challenge with its responses, ruling and edits, in the order in which they were raised.

    `numbers`: of sources by id. `claims`: as they stand at the end.
    """
    responses, rulings, edits = _after(events)
    unmoved = refused(events)
    now = {view.claim.id: view for view in claims}
    origin = drafted_in(seats)
    words: dict[str, Claim] = {}
    views: list[ChallengeView] = []
    for event in events:
        words |= {claim.id: claim for claim in _claims(event)}
        if isinstance(event, Challenged):
            challenge = event.challenge
            view = now.get(challenge.claim or "")
            ruling = rulings.get(challenge.id)
            unknown = challenge.claim is not None and challenge.claim not in words
            about = words[challenge.claim].text if challenge.claim in words else challenge.aspect
            quotes = tuple(quoted(citation, library, numbers) for citation in challenge.citations)
            mended = tuple(edits.get(challenge.id, ()) or _with_others(challenge, ruling, edits))
            views.append(
                ChallengeView(
                    number=len(views) + 1,
                    round=event.round,
                    challenge=challenge,
                    claim_number=view.number if view else None,
                    claim_text="" if unknown else about or "",
                    unknown=unknown,
                    draft=origin[challenge.claim][0] if challenge.claim in origin else "",
                    quotes=quotes,
                    responses=tuple(responses.get(challenge.id, ())),
                    ruling=ruling,
                    decided=_decided(ruling, quotes, library, numbers),
                    edits=mended,
                    refused=unmoved.get(challenge.id, ""),
                    shown=_shown(challenge, ruling, [view, *(now.get(id) for id in _added(mended))]),
                )
            )
    return tuple(views)


def _decided(
    ruling: Ruling | None, quotes: Sequence[Quoted], library: Library, numbers: Mapping[str, int]
) -> tuple[Quoted, ...]:
    shown = {(quote.source, quote.start, quote.end) for quote in quotes}
    places = dict.fromkeys(ruling.places if ruling else ())
    return tuple(placed(each, library, numbers) for each in places if (each.source, each.start, each.end) not in shown)


def _with_others(
    challenge: Challenge, ruling: Ruling | None, edits: Mapping[str, Sequence[EditView]]
) -> Iterable[EditView]:
    """Of an upheld challenge to which no edit answers by name: what answers another one to the same claim."""
    if ruling is None or ruling.verdict is not Verdict.UPHELD or challenge.claim is None:
        return ()
    round = challenge.id.partition(".")[0]
    others = (each for id, made in edits.items() if id.partition(".")[0] == round for each in made)
    return (each for each in others if each.edit.claim == challenge.claim and not each.refused)


def _added(edits: Iterable[EditView]) -> Iterable[str]:
    return (each.edit.new.id for each in edits if each.edit.action == "add" and each.edit.new and not each.refused)


def _shown(challenge: Challenge, ruling: Ruling | None, views: Iterable[ClaimView | None]) -> bool:
    """Whether both sides came to stand in the document: `views` of the claim, and of what was added for it."""
    upheld = ruling is not None and ruling.verdict is Verdict.UPHELD and challenge.kind is ChallengeKind.CONFLICT
    return upheld and any(view is not None and view.basis in DISAGREE for view in views)


def _claims(event: Event) -> Iterable[Claim]:
    if isinstance(event, Drafted | Opened):
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
