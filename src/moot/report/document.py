"""`build`: from the record of a run to its report. A pure function; nothing but the record decides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from moot.debate.argued import Argued
from moot.debate.drafts import spoken
from moot.debate.standing import Judged
from moot.evidence.library import Library
from moot.ledger.calls import Call
from moot.ledger.places import holder, seated
from moot.ledger.record import Record
from moot.report import apart, history, overtaken, unchecked, voices
from moot.report.auditing import audited
from moot.report.council import aligned, council, told_by
from moot.report.cover import cover
from moot.report.fell import overruled, revised
from moot.report.header import UNANSWERED, header
from moot.report.naming import Names
from moot.report.quoted import quoted
from moot.report.seats import Seats, writer
from moot.report.shape import (
    ChallengeView,
    ClaimView,
    Council,
    EarlierClaim,
    ModelUse,
    Note,
    OneOrigin,
    Planning,
    Report,
    Run,
    SourceEntry,
    Stats,
    Step,
)
from moot.text.lazy import lazy_re
from moot.words import (
    Basis,
    Challenged,
    Claim,
    Cluster,
    Disagreement,
    Draft,
    Drafted,
    Edited,
    Event,
    Gathered,
    Moved,
    Opened,
    Panel,
    Planned,
    Standing,
    Stopped,
    Verdict,
    findings_by_claim,
)

__all__ = ["Report", "build"]

FALLEN = frozenset({Standing.CONTRADICTED, Standing.UNSUPPORTED})
_SENTENCES = lazy_re(r"sentence \d+(?:, sentence \d+)+")


def build(record: Record) -> Report:
    """The report of a run, finished or not. Never raises for what models or sources said."""
    argued, seats = Argued.of(record.events), Seats.of(record.panel, record.events)
    library = Library(record.documents, record.links)
    numbers = _numbers(argued, library)
    titles = {id: f"Source [{number}]" for id, number in numbers.items()}
    claims = _claims(record, seats, argued, library, numbers)
    challenges = history.challenges(record.events, seats, library, numbers, claims)
    compared = council(record, seats, argued, claims, library, numbers)
    origins = voices.shared(library.origins, numbers)
    claims = _marked(claims, challenges, argued, library, numbers, origins)
    clusters = aligned(record.events)
    names = Names.of(record.events, seats, list(dict.fromkeys(claim.id for claim in argued.draft.claims())))
    known = (
        *voices.note(numbers.values(), origins),
        *_unanswered(record, argued.draft, claims),
        *unchecked.notes(argued.draft, record, library),
    )
    head = header(record, seats, titles, known)
    draft, before = _told_once(argued.draft, clusters[1]), _told_once(argued.first, clusters[0])
    earlier = _earlier(record, argued, library, numbers)
    same = before == draft and all(each.fate == "kept" and each.told is None for each in earlier)
    report = Report(
        case=record.case,
        state=record.state,
        header=head,
        plan=planned(record.events) if record.options.get("plan_only") else (),
        draft=draft,
        claims=tuple(map(names.within, claims)),
        before=None if same else before,
        earlier=() if same else earlier,
        sources=_sources(claims, library, numbers),
        origins=origins,
        links=record.links,
        challenges=tuple(map(names.within, challenges)),
        stats=_stats(record, claims, challenges, compared, origins),
        council=compared and names.within(compared),
        audited=audited([view for view in claims if view.number is not None]) if record.panel.audits else None,
        run=_run(record),
    )
    return report.model_copy(update={"cover": cover(report)})


def planned(events: Sequence[Event]) -> tuple[Planning, ...]:
    """The sub-questions of a run, and the passages that were found for each."""
    found = {event.why: event for event in events if isinstance(event, Gathered)}
    return tuple(
        Planning(
            id=aspect.id,
            question=aspect.question,
            searches=aspect.queries,
            passages=found[aspect.id].passages if aspect.id in found else (),
        )
        for event in events
        if isinstance(event, Planned)
        for aspect in event.plan.aspects
    )


def _numbers(argued: Argued, library: Library) -> dict[str, int]:
    """Source id → number: in the order of citing, after the debate, then before it; then those never cited."""
    order: dict[str, int] = {}
    for claim in (*argued.draft.claims(), *argued.first.claims()):
        for citation in claim.citations:
            passage = library.passage(citation.passage)
            if passage is not None:
                order.setdefault(passage.source, len(order) + 1)
    for source in library.sources:
        order.setdefault(source.id, len(order) + 1)
    return order


def _claims(
    record: Record, seats: Seats, argued: Argued, library: Library, numbers: Mapping[str, int]
) -> tuple[ClaimView, ...]:
    steps = history.steps(record.events, seats, lambda round: writer(record.case, record.panel, round))
    judged = argued.judged
    here = {claim.id: claim for claim in reversed(list(argued.draft.claims()))}
    inside = dict.fromkeys(claim.id for claim in argued.draft.claims())
    words, told = _last_words(record.events), told_by(record.events, list(inside))
    drafted = {claim.id for event in record.events if isinstance(event, Drafted) for claim in event.draft.claims()}
    # What stood in a seat's draft alone, or is told in another's words, was no sentence of the document that went.
    mere = {id for id in words if id in told or (seats.convened and id not in drafted)}
    gone = [id for id in words if id not in inside and id in judged and id not in mere]

    findings = findings_by_claim(argued.findings)
    kept, reworded = overruled(record.events), revised(record.events)
    moves = (event for event in record.events if isinstance(event, Moved) and not event.refused)
    ready = {
        each.claim: f"{each.seat} was ready to give it up"
        for each in moves
        if each.challenge in kept and each.claim not in reworded
    }

    def why(claim: Claim, said: Judged) -> str:
        """Of what is contested also who no longer stood for it: it may be that nobody does."""
        told = ready.get(claim.id) if said.standing is Standing.CONTESTED else None
        return "; ".join(filter(None, ((said.plain if record.panel.audits else "") or said.reason, told)))

    def view(claim: Claim, number: int | None, said: Judged, steps: Sequence[Step]) -> ClaimView:
        return ClaimView(
            number=number,
            claim=claim,
            standing=said.standing,
            reason=why(claim, said),
            basis=said.basis,
            quotes=tuple(quoted(citation, library, numbers) for citation in claim.citations),
            findings=tuple(findings.get(claim.id, ())),
            history=tuple(steps),
            left_out=claim.id in argued.left_out,
        )

    numbered = {id: f"sentence {n}" for n, id in enumerate(inside, 1)}
    judged = {id: _in_numbers(said, numbered) for id, said in judged.items()}
    shown = [view(here[id], n, judged[id], steps.get(id, ())) for n, id in enumerate(inside, 1)]
    return (*shown, *(view(words[id], None, judged[id], steps.get(id, ())) for id in gone))


def _unanswered(record: Record, draft: Draft, claims: Sequence[ClaimView]) -> Iterator[Note]:
    """That the sentence with which the answer begins has fallen, and still stands there."""
    begins = next((claim.id for section in draft.sections[:1] for claim in section.claims), None)
    view = next((each for each in claims if each.claim.id == begins), None)
    if view and view.standing in FALLEN and not record.panel.audits:
        told = f"“{view.claim.text}” (sentence {view.number}, {view.standing.value}: {view.reason})"
        yield Note(kind="unanswered", text=f"{UNANSWERED}: {told}")


def _told_once(draft: Draft, clusters: Sequence[Cluster]) -> Draft:
    """The sides of each disagreement without what a section or a table tells and a sentence among them says too."""
    cluster = {member.claim: each for each in clusters for member in each.members}
    placed = {claim.id for claim in Draft(sections=draft.sections).claims()}

    def told(disagreement: Disagreement) -> Disagreement:
        said = {cluster[side.id].id for side in disagreement.sides if side.id in cluster and side.id not in placed}

        def repeats(side: Claim) -> bool:
            return side.id in placed and side.id in cluster and not said.issubset(cluster[side.id].against)

        return disagreement.model_copy(
            update={"sides": tuple(each for each in disagreement.sides if not repeats(each))}
        )

    return draft.model_copy(update={"disagreements": tuple(map(told, draft.disagreements))})


def _marked(
    claims: Sequence[ClaimView],
    challenges: Sequence[ChallengeView],
    argued: Argued,
    library: Library,
    numbers: Mapping[str, int],
    origins: Sequence[OneOrigin],
) -> tuple[ClaimView, ...]:
    """With what their sources are to one another: copies, older and newer; and what tells them apart."""
    dates = {source.id: source.told for source in library.sources if source.told}
    older = overtaken.older(claims, challenges, argued.draft, dates, numbers)
    of = apart.called(argued.draft, claims, library)

    def told(view: ClaimView) -> ClaimView:
        id, resting = view.claim.id, voices.resting(view.quotes, origins)
        return view.model_copy(update={"resting": resting, "older": older.get(id, ()), "of": of.get(id, "")})

    return tuple(map(told, claims))


def _in_numbers(said: Judged, numbered: Mapping[str, str]) -> Judged:
    """The reason of an inference with the numbers that the reader sees instead of ids of claims."""
    if said.basis is not Basis.PREMISES:
        return said
    words = re.sub(r"[^\s,;]+", lambda word: numbered.get(word[0], word[0]), said.reason)
    words = _SENTENCES.sub(lambda row: f"sentences {row[0].replace('sentence ', '')}", words)
    return replace(said, reason=words.replace("premise sentence", "sentence"))


def _last_words(events: Iterable[Event]) -> dict[str, Claim]:
    """Every claim that ever stood in a draft, in its last words."""
    words: dict[str, Claim] = {}
    for event in events:
        if isinstance(event, Drafted):
            words |= {claim.id: claim for claim in event.draft.claims()}
        elif isinstance(event, Edited):
            words |= {claim.id: claim for claim in (event.before,) if claim}
            new = None if event.refused else event.edit.new
            words |= {claim.id: claim for claim in (new,) if claim and claim.id in words}
    return words


def _earlier(record: Record, argued: Argued, library: Library, numbers: Mapping[str, int]) -> tuple[EarlierClaim, ...]:
    now = {claim.id: claim for claim in argued.draft.claims()}
    told, places = told_by(record.events, list(now)), {id: n for n, id in enumerate(now, 1)}
    reworded = _reworded(record.events)
    earlier: list[EarlierClaim] = []
    # A cell of a table may be a side of a disagreement too: it is one claim.
    for claim in {claim.id: claim for claim in argued.first.claims()}.values():
        passages = (library.passage(citation.passage) for citation in claim.citations)
        cited = tuple(dict.fromkeys(numbers[passage.source] for passage in passages if passage))
        if claim.id in told:
            by = told[claim.id]
            fate = "kept" if spoken(now[by]) == spoken(claim) else "revised" if claim.id in reworded else "retold"
            earlier.append(EarlierClaim(claim=claim, numbers=cited, fate=fate, told=places[by]))
            continue
        if claim.id in argued.withdrawn:
            fate = "left out" if claim.id in argued.left_out else "withdrawn"
        else:
            fate = "kept" if now[claim.id] == claim else "revised"
        earlier.append(EarlierClaim(claim=claim, numbers=cited, fate=fate))
    return tuple(earlier)


def _sources(claims: Sequence[ClaimView], library: Library, numbers: Mapping[str, int]) -> tuple[SourceEntry, ...]:
    cited: dict[str, list[int]] = {}
    for view in claims:
        for id in dict.fromkeys(quote.source for quote in view.quotes):
            if view.number is not None:
                cited.setdefault(id, []).append(view.number)
    entries = (
        SourceEntry(number=numbers[source.id], source=source, cited=tuple(cited.get(source.id, ())))
        for source in (document.source for document in library.documents)
    )
    return tuple(sorted(entries, key=lambda entry: entry.number))


def _stats(
    record: Record,
    claims: Sequence[ClaimView],
    challenges: Sequence[ChallengeView],
    compared: Council | None,
    origins: Sequence[OneOrigin],
) -> Stats:
    sought = () if record.panel.audits else record.links
    verdicts = Counter(view.ruling.verdict for view in challenges if view.ruling)
    standings = Counter(view.standing for view in claims if view.number is not None)
    changed = _Changed.of(record.events)
    rounds, added_rounds = _rounds(record.events)
    return Stats(
        drafted=len(changed.drafted),
        added=len(changed.fresh) - len(changed.voices),
        challenged=len({view.challenge.claim for view in challenges if view.challenge.claim in changed.ever}),
        challenges=len(challenges),
        upheld=verdicts[Verdict.UPHELD],
        dismissed=verdicts[Verdict.DISMISSED],
        undecided=verdicts[Verdict.UNDECIDED],
        revised=len(changed.revised),
        withdrawn=sum(view.standing is Standing.WITHDRAWN and not view.left_out for view in claims),
        left_out=sum(view.left_out for view in claims),
        merged=len(changed.retold) - len(changed.voices),
        standings=tuple((standing, standings[standing]) for standing in Standing if standings[standing]),
        sources_read=len(record.documents),
        origins=len(record.documents) - sum(len(group.copies) for group in origins),
        sources_unread=sum(each.counts for each in record.unread) + sum(link.source is None for link in sought),
        rounds=rounds,
        added_rounds=added_rounds,
        conformity=compared.conformity if compared else 0,
    )


def _rounds(events: Sequence[Event]) -> tuple[int, tuple[int, ...]]:
    """Until the run first came to its end; and the numbers of those after it."""
    first = next((n for n, event in enumerate(events) if isinstance(event, Stopped)), len(events))
    rounds = [event.round for event in events[: first + 1] if isinstance(event, Challenged | Stopped)]
    later = dict.fromkeys(event.round for event in events[first + 1 :] if isinstance(event, Challenged))
    return max(rounds, default=0), tuple(later)


@dataclass(frozen=True)
class _Changed:
    """What became of the claims of the document, from its first draft to its last; all by id."""

    ever: frozenset[str]
    """Of any draft, those of seats included."""
    drafted: frozenset[str]
    fresh: frozenset[str]
    """Of a later draft only."""
    retold: frozenset[str]
    """No longer there, but told by another claim."""
    voices: frozenset[str]
    """Those of `fresh` that tell them."""
    revised: frozenset[str]

    @classmethod
    def of(cls, events: Sequence[Event]) -> _Changed:
        drafts = [{claim.id: claim for claim in each.draft.claims()} for each in events if isinstance(each, Drafted)]
        first, last = (drafts[0], drafts[-1]) if drafts else ({}, {})
        ever = {id: claim for draft in drafts for id, claim in draft.items()}
        told = {id: by for id, by in told_by(events, list(last)).items() if id in ever}
        edits = [event for event in events if isinstance(event, Edited) and not event.refused]
        fresh = frozenset(ever.keys() - first.keys())
        private = {claim.id for each in events if isinstance(each, Opened) for claim in each.draft.claims()}
        mended = {each.edit.new.id for each in edits if each.edit.new}
        return cls(
            ever=frozenset(ever) | private | mended,
            drafted=frozenset(first),
            fresh=fresh,
            retold=frozenset(told),
            voices=fresh.intersection(told.values()),
            revised=_reworded(events),
        )


def _reworded(events: Sequence[Event]) -> frozenset[str]:
    """Ids of the claims that an edit gave other words."""
    edits = [event for event in events if isinstance(event, Edited) and not event.refused]
    other = (each.edit for each in edits if each.edit.action == "revise" and each.edit.new != each.before)
    return frozenset(edit.claim for edit in other if edit.claim is not None)


def _run(record: Record) -> Run:
    holders = _holders(record.panel)
    asked = [call for call in record.calls if holder(call.place) in holders]
    return Run(
        id=record.run,
        created=record.created,
        usd=record.usd,
        caps_before=record.caps_before,
        seconds=_seconds(record.calls),
        calls=len(asked),
        failed_calls=sum(call.state == "failed" for call in asked),
        repeated=sum(call.sent > 1 for call in asked),
        open_intents=sum(call.state == "intended" for call in asked),
        models=_models(asked, holders),
    )


def _seconds(calls: Sequence[Call]) -> float:
    """At work; a run that was stopped lay still until it was taken again."""
    times: dict[int, list[datetime]] = {}
    for call in calls:
        at = [datetime.fromisoformat(time) for time in (call.started, call.finished) if time]
        times.setdefault(call.epoch, []).extend(at)
    return round(sum((max(each) - min(each)).total_seconds() for each in times.values()), 1)


def _holders(panel: Panel) -> dict[str, str]:
    """Who holds a seat or may stand in, as places name them, and with which language model that is asked now."""
    return {
        seated(seat.id, n): model
        for seat in panel.seats
        for n, model in enumerate([seat.model, *(each.model for each in seat.fallbacks)])
        if not model.startswith(("reader:", "recorded:", "file:"))
    }


def _models(calls: Sequence[Call], holders: Mapping[str, str]) -> tuple[ModelUse, ...]:
    """A call without an answer names no model: it counts for the one that was asked."""
    named = {holders[holder(call.place)]: call.model for call in reversed(calls) if call.model}
    by_model: dict[str, list[Call]] = {}
    for call in calls:
        asked = holders[holder(call.place)]
        by_model.setdefault(call.model or named.get(asked, asked.partition(":")[2]), []).append(call)
    return tuple(_use(model, by_model[model]) for model in sorted(by_model))


def _use(model: str, calls: Sequence[Call]) -> ModelUse:
    usages = [call.usage for call in calls if call.usage]
    return ModelUse(
        model=model,
        calls=len(calls),
        input_tokens=sum(usage.input_tokens for usage in usages),
        cached_tokens=sum(usage.cached_tokens for usage in usages),
        output_tokens=sum(usage.output_tokens for usage in usages),
        reasoning_tokens=sum(usage.reasoning_tokens for usage in usages),
        usd=sum((call.cost for call in calls), Decimal(0)),
        booked=sum((_booked(call) for call in calls), Decimal(0)),
    )


def _booked(call: Call) -> Decimal:
    """USD of its sendings whose cost is not known."""
    if call.usage is None:
        return call.cost
    return max(call.cost - call.usage.usd, Decimal(0)) if call.sent > 1 else Decimal(0)
