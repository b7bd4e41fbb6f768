"""What the drafts of a council or debate say of one another: who asserts what, what came of it, who gave what up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from moot.debate.argued import ANSWERED_ANEW, Argued
from moot.debate.clusters import OPPOSED
from moot.debate.drafts import spoken
from moot.debate.grounds import located, touching
from moot.debate.merging import same_value
from moot.evidence.library import Library
from moot.ledger.record import Record
from moot.report.fell import Falls, overruled, revised, taken_out
from moot.report.quoted import placed
from moot.report.seats import Seats
from moot.report.shape import ClaimView, Council, DraftView, JudgedView, MemberView, Mention, Position, Statement
from moot.verify.relation import glimpse
from moot.words import (
    Aligned,
    Checked,
    Claim,
    ClaimKind,
    Cluster,
    Draft,
    Edited,
    Event,
    Finding,
    Moved,
    Opened,
    Outcome,
    Relation,
    Ruled,
    Ruling,
    SeatFailed,
    Standing,
    Verdict,
)

MERGED_OUT = "left out when the drafts were merged"
REWORDED = "revised after a challenge, and says another thing now"
_ALIKE = 0.4
"""How alike in meaning the old words and the new ones of a claim must be, over the same quotes."""
_SOUNDEST_FIRST = (
    Standing.PROVEN,
    Standing.INFERRED,
    Standing.UNCHECKED,
    Standing.CONTESTED,
    Standing.UNSUPPORTED,
    Standing.CONTRADICTED,
    Standing.WITHDRAWN,
)
OUTVOTED = "no more than half of the drafts say it"


def council(
    record: Record,
    seats: Seats,
    argued: Argued,
    claims: Sequence[ClaimView],
    library: Library,
    numbers: Mapping[str, int],
) -> Council | None:
    """The drafts compared; None for a run in which one author drafts. `numbers`: of sources by id."""
    if seats.convened is None:
        return None
    falls = Falls.of(record.events)
    positions = _once(_positions(record.events, seats, falls, claims, library, numbers))
    return Council(
        seed=seats.convened.seed,
        drafts=tuple(_drafts(record.events, seats)),
        statements=tuple(_statements(record, seats, argued, falls, claims, library)),
        positions=positions,
        conformity=sum(bool(position.refused) for position in positions),
        judged=tuple(_judged(record.events)),
    )


def drafted_in(seats: Seats) -> dict[str, tuple[str, Claim]]:
    """Claim id → letter of the draft in which it was first written, and the claim as it was there."""
    return {claim.id: (label, claim) for label, event in seats.opened.items() for claim in event.draft.claims()}


def told_by(events: Sequence[Event], inside: Sequence[str]) -> dict[str, str]:
    """Claims that are not in the document, but whose statement is: claim → the claim that tells it there.

    In another draft's words, or within a claim that says more; or in the same words, where they were taken out and came
    back as a side of a disagreement. What was taken out is not told by words that were written instead; what a seat
    calls the same as another claim is rather told with that one than within more.
    """
    told = told_within(events, inside)
    words, out, anew = _last_words(events), taken_out(events), _written_anew(events)
    members = {each.id: [member.claim for member in each.members] for each in aligned(events)[1]}
    of = {claim: ids for ids in members.values() for claim in ids}
    for id, others in _called_the_same(events).items():
        if id in words and id not in inside and id not in out:
            voices = filter(None, (_voice((other, *of.get(other, ())), inside) for other in others))
            same = next((each for each in voices if not glimpse(words[id], words.get(each, "")).differs), None)
            told |= {id: same} if same else {}
    for ids in members.values():
        for id in set(ids).difference(inside):
            voice = _voice(ids, [each for each in inside if each not in anew] if id in out else inside)
            if voice is not None:
                told[id] = voice
    now = {words[id]: id for id in reversed(inside) if id in words}
    return {id: now[said] for id, said in words.items() if id not in inside and said in now} | told


def _called_the_same(events: Sequence[Event]) -> dict[str, list[str]]:
    """Claim → those that a seat found to say the same, all in the words that they have in the end."""
    same: dict[str, list[str]] = {}
    for event in events:
        if isinstance(event, Edited) and event.edit.claim and not event.refused:
            for other in same.pop(event.edit.claim, []):
                same[other].remove(event.edit.claim)
        elif isinstance(event, Aligned):
            for pair in event.judged:
                if pair.relation is Relation.SAME and not pair.void:
                    same.setdefault(pair.one, []).append(pair.other)
                    same.setdefault(pair.other, []).append(pair.one)
    return same


def _written_anew(events: Sequence[Event]) -> set[str]:
    """Claims that the debate added, or gave other words."""
    edits = (event for event in events if isinstance(event, Edited) and not event.refused)
    return {each.edit.new.id for each in edits if each.edit.new and each.edit.new != each.before}


def told_within(events: Sequence[Event], inside: Sequence[str]) -> dict[str, str]:
    """Claims that the document tells by one that includes them: claim → that one. Not those that were given up."""
    clusters = {cluster.id: cluster for cluster in aligned(events)[1]}
    of = {id: {member.claim for member in cluster.members} for id, cluster in clusters.items()}
    voices = {id: voice for id, members in of.items() if (voice := _voice(members, inside)) is not None}
    gone = _given_up(events)
    told: dict[str, str] = {}
    for id, cluster in clusters.items():
        members = of[id]
        if id in voices or not members.isdisjoint(gone):
            continue
        reached, waiting = dict.fromkeys(cluster.included_in), list(cluster.included_in)
        while waiting:
            more = [each for each in clusters[waiting.pop(0)].included_in if each not in reached]
            reached |= dict.fromkeys(more)
            waiting += more
        voice = next((voices[each] for each in reached if each in voices), None)
        if voice is not None:
            told |= dict.fromkeys(members, voice)
    return told


def _voice(members: Collection[str], inside: Sequence[str]) -> str | None:
    return next((id for id in inside if id in members), None)


def _given_up(events: Sequence[Event]) -> set[str]:
    """Claims that were withdrawn; and those that were conceded, or refuted in an argument, and not mended for it."""
    kept = overruled(events)
    moves = (event for event in events if isinstance(event, Moved))
    gone = {each.claim for each in moves if not each.refused and each.challenge not in kept}
    for event in events:
        if isinstance(event, Ruled) and event.ruling.verdict is Verdict.UPHELD and event.ruling.claim:
            gone.add(event.ruling.claim)
    return (gone - revised(events)) | taken_out(events).keys()


def _last_words(events: Sequence[Event]) -> dict[str, str]:
    """What the claims of drafts written in private said in the end, or when they were taken out."""
    return {id: spoken(claim) for id, claim in _last_claims(events).items()}


def _last_claims(events: Sequence[Event]) -> dict[str, Claim]:
    """The same as claims."""
    claims: dict[str, Claim] = {}
    for event in events:
        claims |= _written(event, claims)
    return claims


def _written(event: Event, before: Mapping[str, Claim]) -> dict[str, Claim]:
    """What claims of drafts are from this event on. `before`: what was written until then; an edit needs a draft."""
    if isinstance(event, Opened):
        return {claim.id: claim for claim in event.draft.claims()}
    new = event.edit.new if isinstance(event, Edited) and before and not event.refused else None
    return {new.id: new} if new else {}


# --- drafts ---------------------------------------------------------------------------------------------------------


def _drafts(events: Sequence[Event], seats: Seats) -> Iterator[DraftView]:
    sides = seats.convened.sides if seats.convened else ()
    reasons = {event.seat: event.reason for event in events if isinstance(event, SeatFailed) and event.task == "draft"}
    for n, seat in enumerate(seats.authors):
        label = seats.letter(seat.id)
        holder = seats.wrote[label] if label else seats.holder(seat)
        yield DraftView(
            label=label,
            seat=seat.id,
            model=holder.model,
            family=holder.family,
            side=sides[n] if n < len(sides) else "",
            leads=next(_answering(seats.opened[label].draft), "") if label else "",
            claims=sum(1 for _ in seats.opened[label].draft.claims()) if label else 0,
            problem="" if label else reasons.get(seat.id, "none has been told"),
        )


def _answering(draft: Draft) -> Iterator[str]:
    """Ids of what a draft answers the question with."""
    return (claim.id for section in draft.sections[:1] for claim in section.claims)


def _judged(events: Sequence[Event]) -> Iterator[JudgedView]:
    claims: dict[str, Claim] = {}
    for event in events:
        claims |= _written(event, claims)
        if isinstance(event, Aligned):
            for pair in event.judged:
                one, other = (
                    MemberView(draft=id.partition(".")[0], claim=id, text=spoken(claims[id]) if id in claims else "")
                    for id in (pair.one, pair.other)
                )
                yield JudgedView(
                    one=one,
                    other=other,
                    relation=pair.relation,
                    difference=pair.difference,
                    by=pair.by,
                    void=pair.void,
                )


# --- statements -----------------------------------------------------------------------------------------------------


def _statements(
    record: Record, seats: Seats, argued: Argued, falls: Falls, claims: Sequence[ClaimView], library: Library
) -> Iterator[Statement]:
    clusters, last = aligned(record.events)
    drafted = {id: claim for id, (_, claim) in drafted_in(seats).items()}
    words = {id: spoken(claim) for id, claim in drafted.items()}
    number = {cluster.id: n for n, cluster in enumerate(clusters, 1)}
    opposed = against(clusters)
    shown = {view.claim.id: view for view in claims if view.number is not None}
    changed, now = revised(record.events), _last_claims(record.events)
    of = {member.claim: cluster.id for cluster in clusters for member in cluster.members}
    joined = {member.claim: [each.claim for each in cluster.members] for cluster in last for member in cluster.members}

    def still(id: str, by: str) -> bool:
        """Whether what a claim said may be told by what tells its new words: not where those say what denied it."""
        other = {of.get(each) for each in (by, *joined.get(id, ()))}
        return other.isdisjoint(opposed.get(of.get(id, ""), ())) and says_still(id, now[id])

    def says_still(id: str, new: Claim) -> bool:
        return id in drafted and _may_say(new, drafted[id], library)

    told = told_by(record.events, list(shown))
    lost = {id for id, by in told.items() if id in changed and not still(id, by)}
    lost |= {id for id in changed if id in now and not says_still(id, now[id])}
    told = {id: by for id, by in told.items() if id not in lost}
    gone = {*argued.withdrawn, *_given_up(record.events)} - argued.left_out
    cells = [claim for id, claim in drafted.items() if id not in {*gone, *changed, *told, *shown}]
    told |= _told_as_cells(cells, [view.claim for view in shown.values()], library)
    within = {id: by for id, by in told_within(record.events, list(shown)).items() if told.get(id) == by}
    why = _Absence.of(record, argued, falls, lost)

    def text(cluster: Cluster) -> str:
        return next((words[member.claim] for member in cluster.members if member.claim in words), "")

    def mentions(ids: Collection[str]) -> tuple[Mention, ...]:
        others = (other for other in clusters if other.id in ids)
        return tuple(Mention(number=number[each.id], drafts=each.drafts, text=text(each)) for each in others)

    for cluster in clusters:
        fuller = {within.get(member.claim) for member in cluster.members}
        ids = [told.get(member.claim, member.claim) for member in cluster.members]
        said = {words.get(member.claim) for member in cluster.members}
        found = [shown[id] for id in dict.fromkeys(ids) if id in shown]
        kept = {id for id, member in zip(ids, cluster.members, strict=True) if member.claim not in changed}
        new = {view.claim.id for view in found if view.claim.id in changed and spoken(view.claim) not in said}
        mended = {view.claim.id for view in found if view.claim.id not in kept and spoken(view.claim) not in said}
        # A debate may give a claim words that are about something else.
        views = [
            view
            for view in found
            if view.claim.id not in new or any(says_still(member.claim, view.claim) for member in cluster.members)
        ]
        yield Statement(
            number=number[cluster.id],
            text=text(cluster),
            agreement=cluster.agreement,
            members=tuple(
                MemberView(draft=member.draft, claim=member.claim, text=words.get(member.claim, ""))
                for member in cluster.members
            ),
            against=mentions(opposed[cluster.id]),
            included_in=mentions(cluster.included_in),
            sentences=tuple(sorted(view.number for view in views if view.number is not None)),
            revised=bool(views) and all(view.claim.id in new | mended for view in views),
            told_within=bool(views) and all(view.claim.id in fuller for view in views),
            standing=max((view.standing for view in views), key=_SOUNDEST_FIRST.index, default=None),
            absent="" if views else why.of_cluster(cluster),
        )


def _may_say(new: Claim, old: Claim, library: Library) -> bool:
    """Whether new words may say what old ones said: over other quotes they are of another matter, if not much alike."""
    inferred = new.kind is old.kind is ClaimKind.INFERRED
    same = inferred or touching(located(new.citations, library), located(old.citations, library))
    return glimpse(spoken(new), spoken(old)).score >= (_ALIKE if same else OPPOSED)


def _told_as_cells(cells: Iterable[Claim], inside: Sequence[Claim], library: Library) -> dict[str, str]:
    """Cells whose value a cell of the document tells by the same words, whatever row and column are called there."""
    there = [(each, located(each.citations, library)) for each in inside if each.about]
    told: dict[str, str] = {}
    for cell in (each for each in cells if each.about):
        places = located(cell.citations, library)
        for each, others in there:
            if same_value(cell, each) and touching(places, others):
                told.setdefault(cell.id, each.id)
    return told


def aligned(events: Sequence[Event]) -> tuple[tuple[Cluster, ...], tuple[Cluster, ...]]:
    """What the drafts have in common as they were written in private, and as they stand in the end."""
    found = [event.clusters for event in events if isinstance(event, Aligned)]
    return (found[0], found[-1]) if found else ((), ())


def against(clusters: Sequence[Cluster]) -> dict[str, set[str]]:
    """Cluster id → ids of the clusters that contradict it, whichever of the two says so."""
    opposed: dict[str, set[str]] = {cluster.id: set() for cluster in clusters}
    for cluster in clusters:
        for other in cluster.against:
            if other in opposed:
                opposed[cluster.id].add(other)
                opposed[other].add(cluster.id)
    return opposed


@dataclass(frozen=True)
class _Absence:
    """Why a claim of a draft is not in the document, by claim id; the first that is known is told."""

    fell: Mapping[str, str]
    withdrawn: Mapping[str, str]
    failed: Mapping[str, str]
    answered: Mapping[str, str]
    """What the answers of drafts inferred, where another answer was composed."""
    reworded: Mapping[str, str]
    """Those that say another thing now."""
    otherwise: str
    majority: int = 0
    """Of a vote: as many drafts must say it."""

    @classmethod
    def of(cls, record: Record, argued: Argued, falls: Falls, reworded: Iterable[str]) -> _Absence:
        events, out = record.events, taken_out(record.events)
        findings = (finding for event in events if isinstance(event, Checked) for finding in event.findings)
        failed = {finding.claim: _failed(finding) for finding in findings if _gate_fails(finding)}
        withdrawn = {id: reason for id, reason in argued.withdrawn.items() if id in out}
        # What was mended was not taken out for what was said against its words of before.
        mended = revised(events) - out.keys()
        fell, failed = (
            {id: reason for id, reason in reasons.items() if id not in mended} for reasons in (falls.reasons, failed)
        )
        answered = dict.fromkeys(_replaced(events, argued), ANSWERED_ANEW)
        drafts = sum(isinstance(event, Opened) for event in events)
        majority = drafts // 2 + 1 if record.case.protocol == "vote" else 0
        return cls(fell, withdrawn, failed, answered, dict.fromkeys(reworded, REWORDED), MERGED_OUT, majority)

    def of_cluster(self, cluster: Cluster) -> str:
        if len(cluster.drafts) < self.majority:
            return OUTVOTED
        for reasons in (self.fell, self.withdrawn, self.failed, self.answered, self.reworded):
            for member in cluster.members:
                if member.claim in reasons:
                    return reasons[member.claim]
        return self.otherwise


def _replaced(events: Sequence[Event], argued: Argued) -> Iterator[str]:
    """What answers of drafts infer, if the last answer is of no draft."""
    drafts = [event.draft for event in events if isinstance(event, Opened)]
    own = {claim.id for draft in drafts for claim in draft.claims()}
    if own.isdisjoint(claim.id for section in argued.draft.sections[:1] for claim in section.claims):
        for section in (section for draft in drafts for section in draft.sections[:1]):
            yield from (claim.id for claim in section.claims if claim.kind is ClaimKind.INFERRED)


def _gate_fails(finding: Finding) -> bool:
    return finding.gate and finding.outcome is Outcome.FAILS


def _failed(finding: Finding) -> str:
    return f"{finding.check} fails: {finding.reason}"


# --- positions ------------------------------------------------------------------------------------------------------


def _positions(
    events: Sequence[Event],
    seats: Seats,
    falls: Falls,
    claims: Sequence[ClaimView],
    library: Library,
    numbers: Mapping[str, int],
) -> Iterator[Position]:
    origin = drafted_in(seats)
    now = {view.claim.id: view for view in claims if view.number is not None}
    words = {id: spoken(claim) for id, (_, claim) in origin.items()}
    answers = {id for each in seats.opened.values() for id in _answering(each.draft)}
    families = {seat.id: seats.holder(seat).family for seat in seats.panel.seats}
    really, kept = refused(events), overruled(events)
    for event in events:
        if isinstance(event, Edited):
            if event.edit.new and not event.refused:
                words[event.edit.new.id] = spoken(event.edit.new)
            elif event.before:
                words.setdefault(event.before.id, spoken(event.before))
        elif isinstance(event, Moved) and (not event.refused or event.challenge in really):
            view = now.get(event.claim)
            yield Position(
                round=event.round,
                seat=event.seat,
                family=families.get(event.seat, ""),
                draft=origin[event.claim][0] if event.claim in origin else seats.letter(event.seat),
                claim=event.claim,
                claim_number=view.number if view else None,
                standing=view.standing if view else None,
                text=words.get(event.claim, ""),
                answers=event.claim in answers,
                challenge=event.challenge,
                action=event.action,
                grounds=event.grounds,
                quotes=tuple(placed(place, library, numbers) for place in event.places),
                failed=event.failed,
                refused=really.get(event.challenge, ""),
                overruled="" if event.refused else kept.get(event.challenge, ""),
                fell_by="" if event.refused else falls.otherwise(event),
            )


def refused(events: Sequence[Event]) -> dict[str, str]:
    """Challenge → why a change of position in answer to it did not count.

    Not where it quotes what the challenge was upheld by: that decides. Nor where it quotes something, and the seat gave
    the same claim up in the same round for a reason that did count: then nothing was refused.
    """
    last = {event.ruling.challenge: event.ruling for event in events if isinstance(event, Ruled)}
    moves = [event for event in events if isinstance(event, Moved)]
    counted = {(each.round, each.seat, each.claim) for each in moves if not each.refused}

    def reasoned(move: Moved) -> bool:
        ruling = last.get(move.challenge)
        decides = ruling is not None and ruling.verdict is Verdict.UPHELD and touching(move.places, ruling.places)
        return decides or (bool(move.places) and (move.round, move.seat, move.claim) in counted)

    return {
        each.challenge: _why_refused(each, last.get(each.challenge))
        for each in moves
        if each.refused and not reasoned(each)
    }


def _why_refused(moved: Moved, ruling: Ruling | None) -> str:
    if ruling is None or ruling.verdict is not Verdict.UPHELD:
        return moved.refused
    return f"{moved.refused}; the challenge was upheld all the same ({ruling.by})"


def _once(positions: Iterable[Position]) -> tuple[Position, ...]:
    """A seat that gives up one statement under several challenges moved once, for all the reasons that it had."""
    moves: dict[tuple[str, str, str, bool], Position] = {}
    for each in positions:
        first = moves.setdefault((each.seat, each.claim, each.text, bool(each.refused)), each)
        more = {
            "quotes": tuple(dict.fromkeys((*first.quotes, *each.quotes))),
            "failed": tuple(dict.fromkeys((*first.failed, *each.failed))),
            "overruled": first.overruled and each.overruled,
            "fell_by": first.fell_by and each.fell_by,
        }
        moves[each.seat, each.claim, each.text, bool(each.refused)] = first.model_copy(update=more)
    return tuple(moves.values())
