"""How a report puts its facts into words: the same in every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from moot.debate.rulings import EVIDENCE, gave_way
from moot.report import online
from moot.report.shape import (
    Audited,
    ChallengeView,
    ClaimView,
    Council,
    CoverLine,
    DraftView,
    JudgedView,
    ModelUse,
    Note,
    OneOrigin,
    Planning,
    Position,
    Report,
    SeatLine,
    Statement,
    Stats,
)
from moot.text.counted import counted, in_words, joined
from moot.words import (
    PERSON,
    Action,
    Agreement,
    Claim,
    ClaimKind,
    Finding,
    Link,
    Reference,
    Relation,
    Response,
    Ruling,
    Section,
    Standing,
    Verdict,
)

MARKS = {
    Standing.PROVEN: "✓",
    Standing.INFERRED: "∴",
    Standing.CONTESTED: "≠",
    Standing.CONTRADICTED: "✗",
    Standing.UNSUPPORTED: "?",
    Standing.UNCHECKED: "○",
    Standing.WITHDRAWN: "–",
}
"""A shape for each standing, so that none rests on colour alone."""

MEANINGS = {
    Standing.PROVEN: "the source was read, the quote and the figures are in it",
    Standing.INFERRED: "follows from sentences that stand, or says of others that they are not settled",
    Standing.CONTESTED: "disputed or in doubt, and not settled",
    Standing.CONTRADICTED: "the evidence says otherwise",
    Standing.UNSUPPORTED: "the evidence does not carry it",
    Standing.UNCHECKED: "a check could not run",
    Standing.WITHDRAWN: "given up in the debate",
}

POINTS = 4
"""Sentences from which on a section that only infers is told point by point."""
UNSETTLED = "No answer is settled: what would answer the question is contested."
"""Stands where the answer would, of which nothing is left but what the sources disagree in."""

RUN = "Run: "
"""Begins every line about money, time, tokens and the run itself: what may differ between equal runs."""


def label(note: Note) -> str:
    """The word before a note; empty for one that says in its own first words what it is."""
    return "" if note.kind in ("unanswered", "empty", "no model", "recorded", "origins") else note.kind


FOLDED: Mapping[str, Mapping[str, str]] = {
    "On the sources": {
        "unread": "not read",
        "source": "with a remark",
        "noticed": "with text that addresses models or hides",
        "doubtful": "with text that may address models",
    },
    "On the seats": {"left out": "not shown everything"},
}
"""The kinds of notes that do not stand open at the head, under what they are about; a summary counts them."""


def remarks(report: Report) -> list[Note]:
    """The notes that are folded away, or have a part of their own; the others stand at the head."""
    kinds = {kind for under in FOLDED.values() for kind in under}
    return [note for note in report.header.notes if note.kind in kinds]


def folded(report: Report) -> Iterator[tuple[str, list[Note]]]:
    """These notes by what they are about, under what they hold in one line."""
    for about, kinds in FOLDED.items():
        notes = [note for note in report.header.notes if note.kind in kinds]
        counts = Counter(note.kind for note in notes)
        if notes:
            yield (
                f"{about}: {', '.join(f'{counts[kind]} {words}' for kind, words in kinds.items() if counts[kind])}",
                notes,
            )


def audit(counts: Audited) -> str:
    """What an audit came to, in one line."""
    citations = counted(counts.decided, "citation")
    claims = counted(counts.claims - counts.unchecked - counts.doubted, "claim")
    told = [
        f"citation precision {_share(counts.precision, f'{counts.right} right of {citations} decided', 'citation')}",
        f"recall {_share(counts.recall, f'{counts.proven} proven of {claims} decided', 'claim')}",
    ]
    left = [
        f"{counted(many, 'claim')} {how}"
        for many, how in ((counts.doubted, "in doubt"), (counts.unchecked, "unchecked"))
        if many
    ]
    undecided = f"{' and '.join(left)}, counted in neither" if left else ""
    bare = counts.claims - counts.cited
    uncited = f"{counted(bare, 'claim')} without a citation" if bare else ""
    return joined((", ".join(told), undecided, uncited))


def _share(share: float | None, of: str, what: str) -> str:
    return f"not measured (no {what} could be decided)" if share is None else f"{share:.0%} ({of})"


def gaps(report: Report) -> str:
    """The heading over what the sources do not say; of an audit, over what is odd about the report's references.

    Where a run ended without a draft, that is why.
    """
    if report.audited:
        return "About its references"
    ended = any(note.kind == "unfinished" for note in report.header.notes) and not any(report.draft.claims())
    return "Why there is no draft" if ended else "What the sources do not say"


def undrafted(report: Report) -> str:
    """What stands for a document that there is not."""
    return "Only a plan was asked for." if report.plan else "No draft was made."


def planned(part: Planning) -> str:
    """A sub-question, how it was searched for, and what was found."""
    passages = ", ".join(part.passages) or "nothing found"
    return f"{part.question} (searches: {'; '.join(part.searches)}; passages: {passages})"


def sources(stats: Stats) -> str:
    """How many sources were read, and of how many origins they are where some repeat others."""
    copied = stats.origins and stats.origins < stats.sources_read
    return f"{stats.sources_read} read" + (f" ({counted(stats.origins, 'origin')})" if copied else "")


def origin(group: OneOrigin, report: Report) -> str:
    """Which sources are one voice, and why: "Two sources, one origin: [1], [4] ([4]: the same text as [1])"."""
    numbers, reasons = group.numbers, joined(f"[{copy.number}]: {copy.reason}" for copy in group.copies)
    pages = all(entry.source.fetched for entry in report.sources if entry.number in numbers)
    said = f"{in_words(len(numbers)).capitalize()} {'pages' if pages else 'sources'}, one origin"
    return f"{said}: {', '.join(f'[{number}]' for number in numbers)} ({reasons})"


def reference(reference: Reference) -> str:
    """What a file cites for a claim."""
    said = f"it cites {reference.named}"
    if not reference.entry:
        return f"{said}, which points to nothing"
    shown = reference.entry if len(reference.entry) <= 160 else f"{reference.entry[:160]}…"
    return f"{said}: {shown}" + (f" (not opened: {reference.problem})" if reference.problem else "")


def link(link: Link) -> str:
    """What came of an address."""
    if link.reason:
        copy = f"; a copy in the archive{' was read' if link.source else ''}: {link.archived}" if link.archived else ""
        came = "no such page" if link.gone else "opened and not read" if online.is_open(link) else "not opened"
        return f"{link.asked}: {came}, {link.reason}{copy}"
    return f"{link.asked}: opened" + (f", now at {link.final}" if link.final != link.asked else "")


def links(links: Sequence[Link]) -> str:
    """How many addresses were asked for, and what came of them."""
    return f"Addresses: {online.came(links)}"


def seats(lines: Iterable[SeatLine]) -> Iterator[str]:
    """Who held which seats, those of one model together."""
    held: dict[str, list[str]] = {}
    for line in lines:
        said = f"{line.model} (family {line.family}{', recorded' if line.recorded else ''})"
        said += "".join(f", then {each.model} (family {each.family})" for each in line.taken)
        held.setdefault(said, []).append(line.id)
    yield from (f"{', '.join(ids)}: {said}" for said, ids in held.items())


def held(line: SeatLine) -> tuple[str, str]:
    """Model and family of whoever held the seat in the end."""
    last = line.taken[-1] if line.taken else line
    return last.model, last.family


COVER = {
    "unanswered": "Not standing",
    "answer": "Answer",
    "dropped": "Left out",
    "sides": "Sides",
    "agreement": "Agreement",
    "contested": "Contested",
    "moved": "Changed",
    "unsupported": "Unsupported",
    "conformity": "Refused",
    "missing": "Missing",
    "panel": "Who",
}


def cover(line: CoverLine) -> str:
    """The word before a line of the cover note."""
    return COVER[line.kind]


def drafts(letters: Sequence[str]) -> str:
    """`draft A`, `drafts A, B and C`."""
    if len(letters) == 1:
        return f"draft {letters[0]}"
    return f"drafts {', '.join(letters[:-1])} and {letters[-1]}" if letters else "no draft"


AT_ONE = "no two are set against each other"


def agreement(council: Council) -> str:
    """How far the drafts agree, in one line. That new words hold is told apart: the old ones did not."""
    names = {each: each.value for each in Agreement}
    if len(council.written) == 2:
        names = {Agreement.ALL: "both", Agreement.ONE: "one"}
    told: list[str] = []
    for each, name in names.items():
        these = [statement for statement in council.statements if statement.agreement is each]
        reworded = [each.revised for each in these if each.standing is Standing.PROVEN]
        more = f", {sum(reworded)} more in new words" if any(reworded) else ""
        proven = f" ({len(reworded) - sum(reworded)} proven{more})" if these else ""
        told.append(f"{len(these)} in {name}{proven}")
    whole = f"{counted(len(council.statements), 'statement')} in {counted(len(council.written), 'draft')}"
    pairs = sum(len(statement.against) for statement in council.statements) // 2
    against = f"{counted(pairs, 'pair')} set against each other" if pairs else AT_ONE
    return f"{whole}: {', '.join(told)}; {against}."


def sentences(numbers: Sequence[int]) -> str:
    """`sentence 3`, `sentences 3, 5`."""
    return f"sentence{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


def fate(statement: Statement) -> str:
    """What the document says of a statement; its standing stands beside it."""
    if not statement.sentences:
        return f"not in it: {statement.absent}"
    return sentences(statement.sentences) + (f", {how}" if (how := told_how(statement)) else "")


def told_how(statement: Statement) -> str:
    """How the document says a statement, where it is not in the words of a draft that asserts it.

    Words are changed only for what was upheld against them: the new ones do not say that the old ones hold.
    """
    if statement.revised:
        return "put in its place in new words"
    return f"which say{'s' if len(statement.sentences) == 1 else ''} more" if statement.told_within else ""


def draft(view: DraftView) -> str:
    """Who wrote a draft, or why there is none."""
    who = f"{view.seat}: {view.model} (family {view.family})"
    side = f", for: {view.side.removesuffix('.')}" if view.side else ""
    if view.problem:
        return f"no draft by {who}{side}: {view.problem}"
    return f"{view.label} by {who}{side}, {counted(view.claims, 'claim')}"


def gave_up(position: Position) -> str:
    if position.fell_by:
        return "conceded a point of"
    return {"concede": "conceded", "withdraw": "withdrew"}.get(position.action.value, position.action.value)


def position(position: Position) -> str:
    """Who gave up what, or wished to."""
    where = f"draft {position.draft}"
    if position.claim_number is not None and position.standing:
        where = f"sentence {position.claim_number}, {position.standing.value}"
    if position.refused:
        return f"{position.seat} ({position.family}) wished to give up ({where})"
    if position.overruled:
        return f"{position.seat} ({position.family}) was ready to {position.action.value} ({where})"
    return f"{position.seat} ({position.family}) {gave_up(position)}{' a claim' if position.fell_by else ''} ({where})"


def has_earlier(report: Report) -> bool:
    """Whether there is an answer before the debate to be told: none in an audit, nor where nothing was challenged."""
    argued = bool(report.challenges) or report.first != report.draft
    return any(report.first.claims()) and argued and report.audited is None


def how(claim: Claim) -> str:
    """What a reader must know of the kind of a claim; empty for one that is quoted or stated."""
    if claim.kind is ClaimKind.COMPUTED and claim.expression:
        return f"computed: {claim.expression}"
    return "inference" if claim.kind is ClaimKind.INFERRED else ""


def outcome(view: ChallengeView) -> str:
    """What became of a challenge, in few words."""
    if view.ruling is None:
        return "not ruled on"
    made = [edit.edit.action for edit in view.edits if not edit.refused]
    done = ", ".join(dict.fromkeys(PAST[action] for action in made))
    done = "both sides shown" if view.shown else done
    if view.ruling.by == PERSON:
        return f"asked for, {done or 'nothing added'}"
    return view.ruling.verdict.value + (f", {done}" if done else "")


def ruled(view: ChallengeView) -> Ruling | None:
    """The ruling, as far as it says more than the rest: none where a person asked, or an answer gave way."""
    ruling = view.ruling
    if ruling is None or ruling.by == PERSON:
        return None
    given_way = {gave_way(each) for each in view.responses if each.action is not Action.REBUT}
    return None if ruling.by == EVIDENCE and ruling.reason in given_way else ruling


def refusals(view: ChallengeView) -> tuple[str, ...]:
    """Why edits for a challenge were refused, each reason once."""
    return tuple(dict.fromkeys(edit.refused for edit in view.edits if edit.refused))


SAME_WORDS = "its quotes were changed, and not its words"
PAST = {"revise": "revised", "withdraw": "withdrawn", "add": "added"}


def doubt(finding: Finding) -> str:
    """A check that does not hold: a gate refutes, a signal only doubts what may stand all the same."""
    return f"{'failed:' if finding.gate else 'doubted by'} {finding.check}: {finding.reason}"


def standing(view: ClaimView) -> str:
    """The word for what a claim came to."""
    return "left out" if view.left_out else view.standing.value


def answered(view: ChallengeView, response: Response) -> str:
    """What somebody did about a challenge, as far as it counted."""
    if view.refused and response.action is not Action.REBUT:
        return f"wished to {response.action.value} (refused as conformity: {view.refused})"
    if response.action is not Action.REBUT and view.ruling and view.ruling.verdict is not Verdict.UPHELD:
        return f"was ready to {response.action.value}"
    return {Action.CONCEDE: "conceded", Action.REBUT: "rebutted", Action.WITHDRAW: "withdrew"}[response.action]


def subject(view: ChallengeView) -> str:
    """What a challenge is to."""
    if view.challenge.claim is None:
        told = view.claim_text not in ("", view.challenge.grounds)
        return f"the draft, {view.claim_text}" if told else "the draft"
    if view.claim_number is not None:
        return f"sentence {view.claim_number}"
    if view.unknown:
        return f"no sentence of the draft (it names “{view.challenge.claim}”)"
    return f"a sentence of draft {view.draft}" if view.draft else "a withdrawn sentence"


def stats(report: Report) -> list[str]:
    """The sentences of the record that are the same for equal runs."""
    have = report.stats
    standings = ", ".join(f"{number} {standing.value}" for standing, number in have.standings)
    ruled = f"{have.upheld} upheld, {have.dismissed} dismissed, {have.undecided} undecided"
    return [
        f"Claims: {have.drafted} drafted, {have.challenged} challenged, {have.revised} revised, "
        f"{have.added} added, {have.withdrawn} withdrawn"
        + (f", {have.merged} now told by another sentence" if have.merged else "")
        + (f", {have.left_out} left out when the document was made anew" if have.left_out else ""),
        f"Standing: {standings or 'no claim'}",
        f"Challenges: {have.challenges}; {ruled}",
        f"Sources: {sources(have)}, {have.sources_unread} not read",
        *([links(report.links)] if report.links else []),
        *(_council(report.council) if report.council else []),
        f"Rounds: {have.rounds}{_later(have.added_rounds)}; protocol: {report.case.protocol}",
    ]


def _later(rounds: Sequence[int]) -> str:
    """How many rounds came of what a person asked for, under the numbers that they have."""
    if not rounds:
        return ""
    last, together = rounds[-1], len(rounds) > 1 and rounds[-1] - rounds[0] == len(rounds) - 1
    numbers = f"{rounds[0]} to {last}" if together else ", ".join(map(str, rounds))
    return f", and {len(rounds)} more on what a person asked to be added (numbered {numbers})"


def _council(council: Council) -> list[str]:
    moved, kept = len(council.given_up), len(council.overruled)
    stood = f"{kept} that no ruling took out, " if kept else ""
    return [
        f"Drafts: {agreement(council)}",
        *([f"Compared: {compared(council)}"] if council.judged else []),
        f"Positions: {moved} given up for a located reason, {stood}{council.conformity} refused as conformity; "
        f"shuffled by seed {council.seed}",
    ]


def compared(council: Council) -> str:
    """What seats were asked about the claims of several drafts, and said."""
    counts = {each: sum(pair.relation is each and not pair.void for pair in council.judged) for each in Relation}
    idle = sum(bool(pair.void) for pair in council.judged)
    more = counts[Relation.INCLUDES] + counts[Relation.INCLUDED]
    said = (
        f"{counts[Relation.SAME]} the same, {f'{more} where one says more, ' if more else ''}"
        f"{counts[Relation.CONFLICT]} in conflict, {counts[Relation.APART]} apart"
        + (f", {idle} without effect" if idle else "")
    )
    by = ", ".join(dict.fromkeys(pair.by for pair in council.judged))
    return f"{counted(len(council.judged), 'pair')} of claims that their words leave open, read by {by}: {said}"


def judged(pair: JudgedView) -> str:
    """A seat's word on one pair."""
    names = {
        Relation.SAME: "the same",
        Relation.INCLUDES: "the first says more",
        Relation.INCLUDED: "the second says more",
        Relation.CONFLICT: "in conflict",
        Relation.APART: "apart",
    }
    difference = f": {pair.difference}" if pair.difference else ""
    return f"{names[pair.relation]}{difference}" + (f" (without effect: {pair.void})" if pair.void else "")


def spent(report: Report) -> str:
    """Money, time and calls in one line for the head; begins with `RUN`."""
    had, caps = report.run, report.case.caps
    calls = counted(had.calls, "model call")
    return f"{RUN}{had.usd.quantize(Decimal('0.0001')):f} USD of at most {caps.usd:f}, {had.seconds:.0f} s, {calls}"


def _booked(use: ModelUse) -> str:
    """What of the money is no known cost."""
    return f", of which {use.booked:f} is the worst case of calls cut, late or unanswered" if use.booked else ""


def run(report: Report) -> list[str]:
    """The sentences that may differ between equal runs, each beginning with `RUN`."""
    had = report.run
    read, written = had.tokens
    cap = report.case.caps
    limit = f", {cap.seconds:g} s" if cap.seconds is not None else ""
    lines = [
        f"{had.id}, begun {had.created}",
        f"{had.usd:f} USD spent; caps: {cap.usd:f} USD{_before(had.caps_before)}{limit}, {counted(cap.rounds, 'round')}"
        + (", anew after each addition" if report.stats.added_rounds else ""),
        f"{had.seconds:g} s; {counted(had.calls, 'model call')} ({had.failed_calls} failed, {had.repeated} sent again)",
        f"{read:,} tokens read, {written:,} written",
        *(f"{use.model}: {counted(use.calls, 'call')}, {use.usd:f} USD{_booked(use)}" for use in had.models),
    ]
    fees = had.usd - sum(use.usd for use in had.models)
    if fees > 0:
        lines.append(f"searches: {fees:f} USD")
    if had.open_intents:
        lines.append(f"{counted(had.open_intents, 'call')} without a known answer, booked at the worst case")
    return [RUN + line for line in lines]


def _before(caps: Sequence[Decimal]) -> str:
    return f" (before: {', '.join(f'{each:f}' for each in caps)} USD)" if caps else ""


def numbered(numbers: Iterable[int]) -> str:
    """Source numbers as citations: `[1] [3]`; a source that was not read is `[?]`."""
    return " ".join(f"[{number or '?'}]" for number in dict.fromkeys(numbers))


def as_points(section: Section) -> bool:
    """Whether its sentences stand one below the other: what only sums up the rest of the document is no prose."""
    return len(section.claims) >= POINTS and all(claim.kind is ClaimKind.INFERRED for claim in section.claims)
