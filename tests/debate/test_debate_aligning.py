"""What seats are asked about claims of different drafts whose words leave open what they have in common."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hearings import GUESSED, gives_up
from hypothesis import example, given
from hypothesis import strategies as st
from pumps import Bench, claim, drafting, judges, of, quote

from moot.debate import aligning, council
from moot.debate.clusters import clustered
from moot.errors import OverBudget, SeatFailure
from moot.ledger.record import Record
from moot.ledger.store import Store
from moot.models.prompts import render
from moot.testing.seats import Script, ScriptedSeat
from moot.verify.relation import relate
from moot.words import (
    CHECKS,
    Action,
    Agreement,
    Aligned,
    Alignment,
    Alignments,
    AlignTask,
    Caps,
    Case,
    Challenged,
    Claim,
    ClaimKind,
    Disagreement,
    Draft,
    Drafted,
    Drafting,
    Edit,
    Edited,
    Panel,
    Relation,
    Reply,
    RespondTask,
    Response,
    Responses,
    ReviseTask,
    Revision,
    Role,
    Seat,
    Section,
    Task,
)

SERVICED = claim("c1", "The north pump was serviced in March 2026.", "S1.1", "It was serviced in March 2026.")
OVERHAULED = claim(
    "c2", "In March 2026 fitters took the northern pump apart and mended it.", "S1.1", "It was serviced in March 2026."
)
LIFTS = claim("c3", "The north pump lifts 40 litres a second.", "S1.1")
LIFTS_LESS = claim("c4", "The north pump lifts 34 litres a second.", "S2.1", "The north pump lifts 34 litres a second")
REPAIR = claim("c5", "The south pump may need repair.", "S2.1")
SOUND = claim("c6", "The south pump is in good order.", "S2.1", "The south pump may need repair.")


def says(relation: Relation, difference: str = "") -> Callable[[Task], Reply]:
    """The same word on every pair."""

    def reply(task: Task) -> Reply:
        assert isinstance(task, AlignTask)
        said = (Alignment(pair=pair.id, relation=relation, difference=difference) for pair in task.pairs)
        return Alignments(alignments=tuple(said))

    return reply


def of_the_south_pump(task: Task) -> Reply:
    """Nobody can go by both claims on it."""
    assert isinstance(task, AlignTask)
    pairs = [each for each in task.pairs if "south" in each.one and "south" in each.other]
    return Alignments(alignments=tuple(Alignment(pair=pair.id, relation=Relation.CONFLICT) for pair in pairs))


def of_the_service(task: Task) -> Reply:
    """The same word on the pairs that tell of the service alone."""
    assert isinstance(task, AlignTask)
    pairs = [each for each in task.pairs if "March" in each.one and "March" in each.other]
    return Alignments(alignments=tuple(Alignment(pair=pair.id, relation=Relation.SAME) for pair in pairs))


def asked(bench: Bench, seat: str = "judge-1") -> list[AlignTask]:
    return [task for task in bench.asked[seat].asked if isinstance(task, AlignTask)]


async def test_two_wordings_are_one_statement_where_the_judge_says_so(bench: Bench) -> None:
    drafts = [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(OVERHAULED)}]
    alone = await bench.convene(council.run, drafts)
    assert [each.agreement for each in of(alone.events, Aligned)[0].clusters] == [Agreement.ONE, Agreement.ONE]
    record = await bench.convene(council.run, drafts, judge={"r1/align": says(Relation.SAME)})
    (aligned,) = of(record.events, Aligned)
    assert [each.agreement for each in aligned.clusters] == [Agreement.ALL]
    (pair,) = aligned.judged
    assert ({pair.one, pair.other}, pair.by, pair.void) == ({"A.c1", "B.c2"}, "judge-1", "")


async def test_what_the_judge_sets_apart_is_told_twice(bench: Bench) -> None:
    alike = claim("c7", "In March 2026 the north pump was serviced.", "S1.1", "It was serviced in March 2026.")
    drafts = [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(alike)}]
    record = await bench.convene(council.run, drafts, judge={"r1/align": says(Relation.APART, "the year")})
    assert len(of(record.events, Aligned)[0].clusters) == 2
    assert of(record.events, Aligned)[0].judged[0].difference == "the year"


async def test_a_contradiction_that_words_do_not_show_is_argued(bench: Bench) -> None:
    drafts = [{"r1/draft": drafting(REPAIR)}, {"r1/draft": drafting(SOUND)}]
    alone = await bench.convene(council.run, drafts)
    assert not any(each.against for each in of(alone.events, Aligned)[0].clusters)
    record = await bench.convene(council.run, drafts, judge={"r1/align": says(Relation.CONFLICT)})
    assert all(each.against for each in of(record.events, Aligned)[0].clusters)
    assert {each.challenge.claim for each in of(record.events, Challenged)} >= {"A.c5", "B.c6"}


async def test_what_the_drafts_answer_with_is_always_asked_of_each_other(bench: Bench) -> None:
    """However unlike: "the ferry replaces the ship", "the board keeps Gudrun in reserve"."""
    sound = claim("c6", "All is well at the mill.", "S3.1", "The pumps are loud at night")
    drafts = [{"r1/draft": drafting(REPAIR, LIFTS)}, {"r1/draft": drafting(sound, SERVICED)}]
    record = await bench.convene(council.run, drafts, judge={"r1/align": says(Relation.CONFLICT)})
    shown = [{pair.one, pair.other} for task in asked(bench) for pair in task.pairs]
    assert {REPAIR.text, sound.text} in shown and {LIFTS.text, sound.text} not in shown
    assert {each.challenge.claim for each in of(record.events, Challenged)} >= {"A.c5", "B.c6"}


@pytest.mark.parametrize(
    ("difference", "told"),
    [("the month", "the month"), ("", "North pump serviced March: the one contradicts the other")],
)
async def test_what_only_a_judge_sees_contradicted_is_not_called_the_same(
    bench: Bench, difference: str, told: str
) -> None:
    alike = claim("c7", "In March 2026 the north pump was serviced.", "S1.1", "It was serviced in March 2026.")
    drafts = [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(alike)}]
    record = await bench.convene(council.run, drafts, judge={"r1/align": says(Relation.CONFLICT, difference)})
    (shown,) = of(record.events, Drafted)[0].draft.disagreements
    assert shown.subject == told


async def test_a_contradiction_to_a_side_is_told_under_the_subject_of_its_disagreement(bench: Bench) -> None:
    shown = Disagreement(subject="the state of the pump", sides=(REPAIR, SERVICED))
    first = Drafting(draft=Draft(sections=(Section(title="Answer", claims=(LIFTS,)),), disagreements=(shown,)))
    loud = claim("c6", "The south pump is in good order.", "S3.1", "The pumps are loud at night")
    scripts: list[Script] = [{"r1/draft": first}, {"r1/draft": drafting(loud)}]
    record = await bench.convene(council.run, scripts, judge={"r1/align": of_the_south_pump})
    subjects = [each.subject for each in of(record.events, Drafted)[0].draft.disagreements]
    assert f"{shown.subject}: the one contradicts the other" in subjects


async def test_what_contradicts_both_sides_of_a_disagreement_is_a_further_side(bench: Bench) -> None:
    shown = Disagreement(subject="the state of the pump", sides=(REPAIR, SERVICED))
    first = Drafting(draft=Draft(sections=(Section(title="Answer", claims=(LIFTS,)),), disagreements=(shown,)))
    loud = claim("c6", "The south pump is in good order.", "S3.1", "The pumps are loud at night")
    scripts: list[Script] = [{"r1/draft": first}, {"r1/draft": drafting(loud)}]
    record = await bench.convene(council.run, scripts, judge={"r1/align": says(Relation.CONFLICT)})
    (told,) = of(record.events, Drafted)[0].draft.disagreements
    assert {"A.c5", "A.c1", "B.c6"} <= {side.id for side in told.sides}


async def test_one_disagreement_that_two_drafts_show_is_shown_once_with_what_either_adds(bench: Bench) -> None:
    loud = claim("c7", "The neighbours complain of noise at night.", "S3.1", "The pumps are loud at night")
    by_note = claim("c6", "By the note its rate is 40 litres a second.", "S1.1", LIFTS.text)
    two = Disagreement(subject="what the north pump lifts", sides=(LIFTS, LIFTS_LESS))
    three = Disagreement(subject="the pump's rate", sides=(by_note, LIFTS_LESS, loud))
    drafts = [
        Draft(sections=(Section(title="Answer", claims=claims),), disagreements=(shown,))
        for claims, shown in (((SERVICED, REPAIR), two), ((), three))
    ]
    scripts: list[Script] = [{"r1/draft": Drafting(draft=each)} for each in drafts]
    record = await bench.convene(council.run, scripts, judge={"r1/align": says(Relation.APART)})
    (told,) = of(record.events, Drafted)[0].draft.disagreements
    assert len(told.sides) == 3 and loud.text in {side.text for side in told.sides}


async def test_one_disagreement_is_shown_once_though_each_draft_tells_another_figure_beside_it(bench: Bench) -> None:
    before = claim("c6", "The north pump lifts 40 litres a second, and lifted 61 before.", "S1.1", LIFTS.text)
    south = claim("c7", "The north pump lifts 40 litres a second, the south pump 22.", "S1.1", LIFTS.text)
    drafts = [
        Draft(
            sections=(Section(title="Answer", claims=(SERVICED,)),),
            disagreements=(Disagreement(subject=subject, sides=(side, LIFTS_LESS)),),
        )
        for subject, side in (("what the north pump lifts", before), ("the pump's rate", south))
    ]
    scripts: list[Script] = [{"r1/draft": Drafting(draft=each)} for each in drafts]
    record = await bench.convene(council.run, scripts, judge={"r1/align": says(Relation.APART)})
    (told,) = of(record.events, Drafted)[0].draft.disagreements
    assert LIFTS_LESS.text in {side.text for side in told.sides}


async def test_no_word_makes_one_claim_of_two_figures(bench: Bench) -> None:
    drafts = [{"r1/draft": drafting(LIFTS)}, {"r1/draft": drafting(LIFTS_LESS)}]
    record = await bench.convene(council.run, drafts, judge={"r1/align": says(Relation.SAME)})
    aligned = of(record.events, Aligned)[0]
    assert len(aligned.clusters) == 2 and all(each.against for each in aligned.clusters)
    assert "40" in aligned.judged[0].void and "34" in aligned.judged[0].void


async def test_of_two_that_say_the_same_the_one_that_tells_more_of_when_stands_for_both(bench: Bench) -> None:
    rough = claim("c7", "Sometime in 2026 the north pump was serviced.", "S1.1", "It was serviced in March 2026.")
    drafts = [{"r1/draft": drafting(rough)}, {"r1/draft": drafting(SERVICED)}]
    record = await bench.convene(council.run, drafts, judge={"r1/align": says(Relation.SAME)})
    assert [(each.relation, each.void) for each in of(record.events, Aligned)[0].judged] == [(Relation.SAME, "")]
    assert [each.text for each in of(record.events, Drafted)[-1].draft.claims()] == [SERVICED.text]


@pytest.mark.parametrize(
    ("one", "other", "comes_to"),
    [
        ("In March 2026 the vote was held.", "The vote was held on 10 March 2026.", Relation.INCLUDED),
        ("Trains ran from 2019 until 2021.", "Trains ran in 2020.", Relation.SAME),
        ("Output fell in May 2025.", "Output fell throughout 2025.", Relation.SAME),
        ("No ship called in 2025.", "No ship called in May 2025.", Relation.SAME),
    ],
)
def test_a_shorter_time_is_more_exact_only_of_what_was_at_a_time(one: str, other: str, comes_to: Relation) -> None:
    assert aligning.meant(Relation.SAME, one, other) is comes_to
    assert bool(aligning.void(comes_to, one, other)) is (comes_to is Relation.SAME)


def test_a_unit_alone_makes_no_cell_say_more() -> None:
    bare, whole = "Harrow · 2023: 19.2", "Harrow · 2023: 19.2 µg/l"
    assert aligning.meant(Relation.INCLUDED, bare, whole) is Relation.SAME and not aligning.void(
        Relation.SAME, bare, whole
    )
    assert aligning.meant(Relation.INCLUDED, bare, "Harrow · 2023: 19.2 µg/l at the tap") is Relation.INCLUDED


@pytest.mark.parametrize("word", [Relation.SAME, Relation.CONFLICT])
async def test_no_word_joins_two_subjects_or_makes_rivals_of_them(bench: Bench, word: Relation) -> None:
    """A judge to whom everything is a conflict would have everything argued; to whom all is the same, lose claims."""
    harrow = claim("c7", "Harrow lifts 40 litres a second.", "S1.1", "The north pump lifts 40 litres a second.")
    marsh = claim("c8", "Marsh lifts 34 litres a second.", "S2.1", "The north pump lifts 34 litres a second")
    drafts = [{"r1/draft": drafting(harrow)}, {"r1/draft": drafting(marsh)}]
    record = await bench.convene(council.run, drafts, judge={"r1/align": says(word)})
    aligned = of(record.events, Aligned)[0]
    assert len(aligned.clusters) == 2 and not any(each.against for each in aligned.clusters)
    assert [each.void for each in aligned.judged] == ["said of two subjects by name"]


@pytest.mark.parametrize(
    ("one", "other", "counts"),
    [
        ("Ministry of Transport: the bridge opens in 2027.", "Ostrava Region: the bridge opens in 2029.", True),
        ("On Church Lane 27 lime trees are gone.", "City: 23 lime trees in January 2025.", True),
        ("Brno City Council puts the tunnel at 6 million.", "The Ministry of Finance expects 4 million.", True),
        ("Das Gutachten nennt elf kranke Linden.", "Die Stadt spricht von 17 kranken Linden.", True),
        ("Die Veranstalter sprechen von 9.000 Menschen.", "Laut Polizei kamen 4.000 Menschen.", True),
        ("Aldham: the pool opens at 7.", "Brede: the pool opens at 9.", False),
        ("Harrow expects sales of £40m.", "Marsh expects sales of £34m.", False),
        ("Aldham Council expects a deficit of £4m.", "Brede Council expects a deficit of £9m.", False),
        ("Police say that Aldham had 12 burglaries.", "Police say that Brede had 7 burglaries.", False),
        ("Bayern zählt 13 Millionen Einwohner.", "Hessen zählt 6 Millionen Einwohner.", False),
    ],
)
def test_who_says_it_is_no_subject_of_what_is_said(one: str, other: str, counts: bool) -> None:
    assert aligning.void(Relation.CONFLICT, one, other) == ("" if counts else "said of two subjects by name")


async def test_no_word_hides_a_contradiction_that_is_seen_without_it(bench: Bench) -> None:
    drafts = [{"r1/draft": drafting(LIFTS)}, {"r1/draft": drafting(LIFTS_LESS)}]
    record = await bench.convene(council.run, drafts, judge={"r1/align": says(Relation.APART)})
    aligned = of(record.events, Aligned)[0]
    assert all(each.against for each in aligned.clusters)
    assert [each.void for each in aligned.judged] == ["a contradiction is seen without it"]


async def test_an_inference_is_no_rival_of_what_is_quoted(bench: Bench) -> None:
    inferred = Claim(id="c9", kind=ClaimKind.INFERRED, text="So the south pump is in good order.", premises=("c5",))
    record = await bench.convene(
        council.run,
        [{"r1/draft": drafting(REPAIR)}, {"r1/draft": drafting(REPAIR, inferred)}],
        judge={"r1/align": says(Relation.CONFLICT)},
    )
    aligned = of(record.events, Aligned)[0]
    assert not any(each.against for each in aligned.clusters)
    assert any("inference" in each.void for each in aligned.judged)


async def test_without_a_judge_each_pair_is_read_by_an_author_of_neither(bench: Bench) -> None:
    says_same = says(Relation.SAME)
    third = claim("c9", "Fitters mended the north pump in March 2026.", "S1.1", "It was serviced in March 2026.")
    drafts: list[Script] = [
        {"r1/draft": drafting(each), "r1/align": says_same} for each in (SERVICED, OVERHAULED, third)
    ]
    record = await bench.convene(council.run, drafts)
    (aligned,) = of(record.events, Aligned)
    assert [each.agreement for each in aligned.clusters] == [Agreement.ALL]
    wrote = {"author-1": "A", "author-2": "B", "author-3": "C"}
    assert len(aligned.judged) == 3 and {pair.by for pair in aligned.judged} == set(wrote)
    assert all(wrote[pair.by] not in (pair.one[0], pair.other[0]) for pair in aligned.judged)


async def test_an_author_of_two_reads_its_own_claims_but_no_rival_of_them(bench: Bench) -> None:
    """Nobody argues a contradiction away by calling it something else."""
    drafts: list[Script] = [
        {"r1/draft": drafting(SERVICED, LIFTS), "r1/align": of_the_service},
        {"r1/draft": drafting(OVERHAULED, LIFTS_LESS), "r1/align": of_the_service},
    ]
    record = await bench.convene(council.run, drafts)
    shown = [pair for seat in ("author-1", "author-2") for task in asked(bench, seat) for pair in task.pairs]
    assert {SERVICED.text, OVERHAULED.text} in [{pair.one, pair.other} for pair in shown]
    assert {LIFTS.text, LIFTS_LESS.text} not in [{pair.one, pair.other} for pair in shown]
    assert sum(len(each.members) == 2 for each in of(record.events, Aligned)[0].clusters) == 1


async def test_readers_are_not_asked(tmp_path: Path, bench: Bench) -> None:
    """They would compare as the words do."""
    seats = [Seat(role=Role.AUTHOR, model="reader:lexical", family=f"f{n}", instance=n) for n in (1, 2)]
    scripts: list[Script] = [{"r1/draft": drafting(each)} for each in (SERVICED, OVERHAULED)]
    holders = [ScriptedSeat(seat, script) for seat, script in zip(seats, scripts, strict=True)]
    case = Case(question="How much does the north pump lift?", caps=Caps(usd=Decimal(1)))
    with Store.open(tmp_path / "readers.db") as store:
        id = store.create(case, Panel(seats=tuple(seats)), bench.library.documents)
        async with store.take(id) as journal:
            await council.run(case, holders, bench.library, bench.referee, journal)
            journal.finish("done")
        record = store.record(id)
    assert not any("/pairs/" in call.place for call in record.calls)
    assert not any(isinstance(task, AlignTask) for holder in holders for task in holder.asked)


async def test_a_word_on_one_pair_leaves_others_as_they_were(bench: Bench) -> None:
    fell = claim("c7", "Levels fell at the pump between 2019 and 2021.", "S1.1", "It was serviced in March 2026.")
    again = claim("c8", "Levels fell at the pump between 2019 and 2022.", "S1.1", "It was serviced in March 2026.")
    drafts = [{"r1/draft": drafting(SERVICED, fell)}, {"r1/draft": drafting(OVERHAULED, again)}]

    def groups(record: Record) -> set[tuple[str, ...]]:
        clusters = of(record.events, Aligned)[0].clusters
        return {tuple(member.claim for member in each.members) for each in clusters} & {("A.c7", "B.c8")}

    alone = await bench.convene(council.run, drafts)
    record = await bench.convene(council.run, drafts, judge={"r1/align": of_the_service})
    assert len(of(record.events, Aligned)[0].judged) == 1 and groups(record) == groups(alone)


@pytest.mark.parametrize(
    "reply",
    [
        SeatFailure("double:judge: down"),
        OverBudget("no money left"),
        Alignments(),
        Alignments(alignments=(Alignment(pair="k99", relation=Relation.SAME),)),
    ],
    ids=["fails", "cannot be paid", "says nothing", "speaks of another pair"],
)
async def test_where_the_judge_says_nothing_the_words_decide(bench: Bench, reply: Reply | Exception) -> None:
    drafts = [{"r1/draft": drafting(SERVICED, LIFTS)}, {"r1/draft": drafting(OVERHAULED, LIFTS_LESS)}]
    alone = await bench.convene(council.run, drafts)
    record = await bench.convene(council.run, drafts, judge={"r1/align": reply})
    aligned = of(record.events, Aligned)[0]
    assert aligned.clusters == of(alone.events, Aligned)[0].clusters and not aligned.judged
    assert {each.challenge.claim for each in of(record.events, Challenged)} >= {"A.c3", "B.c4"}  # it is argued


async def test_a_pair_is_asked_about_once(bench: Bench, tmp_path: Path) -> None:
    """The second round compares again, and asks nothing that was answered."""
    drafts = [{"r1/draft": drafting(LIFTS, SERVICED)}, {"r1/draft": drafting(LIFTS_LESS, OVERHAULED)}]
    judge = {
        "r1/align": says(Relation.CONFLICT),
        "r1/rule": judges(lambda text: "40" in text, "S2.1 The north pump lifts 34 litres a second after the service."),
    }
    record = await bench.convene(council.run, drafts, judge=judge)
    assert len(of(record.events, Aligned)) == 2
    shown = [(pair.one, pair.other) for task in asked(bench) for pair in task.pairs]
    assert shown and len(shown) == len(set(shown))


async def test_nothing_is_asked_about_what_fell(bench: Bench) -> None:
    named = claim("c8", "The pumps are loud at night, Fritz Maier reported.", "S3.1", "The pumps are loud at night")
    words = "The north pump lifts 34 litres a second after the service."
    newer = claim("x", "By the survey the north pump lifts 34 litres a second after the service.", "S2.1", words)

    def mends(task: Task) -> Reply:
        assert isinstance(task, ReviseTask)
        (challenge,) = task.challenges
        return Revision(edits=(Edit(challenge=challenge.id, action="revise", claim=challenge.claim, new=newer),))

    def yields(task: Task) -> Reply:
        """To the checks only."""
        assert isinstance(task, RespondTask)
        quotes = (quote("S3.1", "The pumps are loud at night, one neighbour reported."),)
        return Responses(
            responses=tuple(
                Response(challenge=each.id, action=Action.CONCEDE, grounds="so", citations=quotes)
                for each in task.challenges
                if each.by == CHECKS
            )
        )

    record = await bench.convene(
        council.run,
        [
            {"r1/draft": drafting(GUESSED), "r1/respond": gives_up},
            {"r1/draft": drafting(LIFTS_LESS, named), "r1/respond": yields, "r1/revise": mends},
        ],
        judge={"r1/rule": judges(lambda text: "40" in text, f"S2.1 {words}")},
    )
    assert {each.edit.claim for each in of(record.events, Edited) if not each.refused} == {"A.c1", "B.c8"}
    later = [{pair.one, pair.other} for task in asked(bench)[1:] for pair in task.pairs]
    assert not any(LIFTS.text in each for each in later)


async def test_the_judge_sees_two_texts_and_nothing_of_whose_they_are(bench: Bench) -> None:
    drafts = [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(OVERHAULED)}]
    await bench.convene(council.run, drafts, judge={"r1/align": says(Relation.SAME)})
    (task,) = asked(bench)
    sent = render(task).model_dump_json()
    assert SERVICED.text in sent and OVERHAULED.text in sent
    assert not any(word in sent for word in ("A.c1", "B.c2", "author-1", "double:", "S1.1"))


async def test_a_resumed_run_asks_nothing_again(bench: Bench, tmp_path: Path) -> None:
    drafts = [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(OVERHAULED)}]
    with Store.open(tmp_path / "again.db") as store:
        record = await bench.convene(council.run, drafts, judge={"r1/align": says(Relation.SAME)}, store=store)
        places = [call.place for call in record.calls]
        assert places.count("r1/align/judge-1/0/a1") == 1 and "r1/check/pairs/0" in places


async def test_a_judge_who_speaks_at_last_is_heard(bench: Bench, tmp_path: Path) -> None:
    """A failure that is tried again: the drafts are compared anew with what it says."""
    drafts: list[Script] = [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(OVERHAULED)}]
    said = Alignment(
        pair=aligning.tasks("q", [(SERVICED.text, OVERHAULED.text)], 0)[0].pairs[0].id, relation=Relation.SAME
    )
    seats = [Seat(role=Role.AUTHOR, model=f"double:a{n}", family=f"f{n}", instance=n) for n in (1, 2)]
    judge = Seat(role=Role.JUDGE, model="double:judge", family="j")
    case = Case(question="How much does the north pump lift?", caps=Caps(usd=Decimal(1)))
    with Store.open(tmp_path / "again.db") as store:
        id = store.create(case, Panel(seats=(*seats, judge)), bench.library.documents)
        for reply in (SeatFailure("double:judge: down"), Alignments(alignments=(said,))):
            scripts: list[Script] = [*drafts, {"r1/align": reply}]
            holders = [ScriptedSeat(seat, script) for seat, script in zip((*seats, judge), scripts, strict=True)]
            async with store.take(id, retry_failed=True) as journal:
                await council.run(case, holders, bench.library, bench.referee, journal)
                journal.finish("done")
        aligned = of(store.record(id).events, Aligned)[-1]
    assert [each.agreement for each in aligned.clusters] == [Agreement.ALL] and aligned.judged


async def test_nobody_is_asked_after_the_deadline(bench: Bench, tmp_path: Path) -> None:
    now = [datetime(2026, 1, 1, tzinfo=UTC)]

    def slowly(task: Task) -> Reply:
        now[0] += timedelta(hours=1)
        return drafting(SERVICED)

    drafts: list[Script] = [{"r1/draft": slowly}, {"r1/draft": drafting(OVERHAULED)}]
    store = Store.open(tmp_path / "late.db", clock=lambda: now[0])
    caps = Caps(usd=Decimal(1), seconds=60)
    record = await bench.convene(council.run, drafts, judge={"r1/align": says(Relation.SAME)}, caps=caps, store=store)
    assert not asked(bench) and len(of(record.events, Aligned)) == 1


WORDS = (
    "The north pump",
    "The pump in the north",
    "was serviced",
    "got its service",
    "in March",
    "in spring",
    "34",
    "40",
)
CLAIMS = st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=4).map(" ".join), min_size=1, max_size=4)


@given(CLAIMS, CLAIMS, st.sampled_from(Relation))
@example(
    ["34 got its service", "The pump in the north 40 in spring got its service"],
    ["got its service in spring"],
    Relation.SAME,
)
def test_whatever_a_judge_says_no_statement_holds_two_figures_or_a_contradiction(
    ours: list[str], theirs: list[str], word: Relation
) -> None:
    drafts = {letter: _draft(letter, said) for letter, said in (("A", ours), ("B", theirs))}
    claims = {each.id: each for draft in drafts.values() for each in draft.claims()}
    pairs = [(each.text, other.text) for each in drafts["A"].claims() for other in drafts["B"].claims()]
    said = aligning.counting(
        {
            frozenset(pair): aligning.Heard("judge-1", Alignment(pair="k1", relation=word))
            for pair in pairs
            if len(set(pair)) > 1
        }
    )
    clusters = clustered(drafts, {}, relate, said)
    assert sorted(member.claim for each in clusters for member in each.members) == sorted(claims)
    by_id = {each.id: each for each in clusters}
    for cluster in clusters:
        assert cluster.id not in cluster.against
        assert all(cluster.id in by_id[other].against for other in cluster.against)
        texts = [claims[member.claim].text for member in cluster.members]
        figures = [frozenset({"34", "40"}.intersection(text.split())) for text in texts]
        assert not {frozenset({"34"}), frozenset({"40"})} <= set(figures)


def _draft(letter: str, said: list[str]) -> Draft:
    claims = tuple(claim(f"{letter}.c{n}", text, "S1.1", "x") for n, text in enumerate(said, 1))
    return Draft(sections=(Section(title="Answer", claims=claims),))
