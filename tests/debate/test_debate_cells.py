"""The cell of a table beside the sentences of other drafts."""

from __future__ import annotations

from pathlib import Path

import pytest
from pumps import Bench, claim, document, drafting, of

from moot.debate import council
from moot.debate.argued import Argued
from moot.evidence.library import Library
from moot.report import markdown, matrix
from moot.report.document import build
from moot.testing.seats import Script
from moot.words import (
    Agreement,
    Aligned,
    Alignment,
    Alignments,
    AlignTask,
    Challenged,
    Claim,
    ClaimKind,
    Draft,
    Drafted,
    Drafting,
    Relation,
    Reply,
    Row,
    Section,
    Standing,
    Table,
    Task,
)

SERVICED = claim("c1", "The north pump was serviced in March 2026.", "S1.1", "It was serviced in March 2026.")
LIFTS = claim("c3", "The north pump lifts 40 litres a second.", "S1.1")
LIFTS_LESS = claim("c4", "The north pump lifts 34 litres a second.", "S2.1", "The north pump lifts 34 litres a second")
CELL = claim("c9", "40 litres a second", "S1.1", LIFTS.text).model_copy(update={"about": "The north pump · Lifts"})


def in_a_table(*claims: Claim) -> Drafting:
    """`CELL` in a table, below the claims."""
    table = Table(caption="Pumps", columns=("Lifts",), rows=(Row(label="The north pump", cells=(CELL,)),))
    return Drafting(draft=Draft(sections=(Section(title="Answer", claims=claims, tables=(table,)),)))


def tabled(caption: str, column: str, *cells: Claim) -> Drafting:
    """A table of one column, a row for each cell, under a sentence that all drafts hold."""
    rows = tuple(
        Row(label=f"Pump {n}", cells=(cell.model_copy(update={"about": f"Pump {n} · {column}"}),))
        for n, cell in enumerate(cells, 1)
    )
    table = Table(caption=caption, columns=(column,), rows=rows)
    answer, beside = Section(title="Answer", claims=(SERVICED,)), Section(title="Lifts", tables=(table,))
    return Drafting(draft=Draft(sections=(answer, beside)))


def of_cells(task: Task) -> Reply:
    """The two figures contradict each other, and the cell says what the sentence with its figure says."""
    assert isinstance(task, AlignTask)
    words = [
        Alignment(pair=each.id, relation=Relation.CONFLICT if "34" in each.one + each.other else Relation.SAME)
        for each in task.pairs
        if all("lift" in text.casefold() for text in (each.one, each.other))
    ]
    return Alignments(alignments=tuple(words))


@pytest.mark.parametrize("also", [False, True], ids=["the cell alone", "the cell and a sentence that says the same"])
async def test_the_cell_of_a_table_may_contradict_a_sentence(bench: Bench, also: bool) -> None:
    scripts: list[Script] = [{"r1/draft": in_a_table(SERVICED)}, {"r1/draft": drafting(LIFTS_LESS)}]
    scripts += [{"r1/draft": drafting(LIFTS)}] if also else []
    record = await bench.convene(council.run, scripts, judge={"r1/align": of_cells})
    aligned = of(record.events, Aligned)[0]
    assert not [each.void for each in aligned.judged if {each.one, each.other} == {"A.c9", "B.c4"} and each.void]
    standings, last = Argued.of(record.events).judged, of(record.events, Drafted)[-1].draft
    (shown,) = last.disagreements
    assert {side.id for side in shown.sides} == {"A.c9", "B.c4", *(["C.c3"] if also else [])}
    assert {standings[side.id].standing for side in shown.sides} == {Standing.CONTESTED}, "one statement, one standing"
    assert "A.c9" in {claim.id for claim in Draft(sections=last.sections).claims()}, "it stays in its table"
    listed = "- The north pump · Lifts: 40 litres a second" in markdown.render(build(record))
    assert listed is not also, "a sentence that says the same speaks for it"


BOTH = Claim(
    id="c2",
    kind=ClaimKind.STATED,
    text="The north pump lifts 40 litres a second and was serviced in March 2026.",
    citations=(*SERVICED.citations, *LIFTS.citations),
)
LOUD = claim("c5", "The pumps are loud at night, one neighbour reported.", "S3.1")


def longer_includes(task: Task) -> Reply:
    """Of a cell and a sentence the longer says all that the other says, and more."""
    assert isinstance(task, AlignTask)
    words = [
        Alignment(pair=each.id, relation=Relation.INCLUDES if len(each.one) > len(each.other) else Relation.INCLUDED)
        for each in task.pairs
        if (" · " in each.one) != (" · " in each.other)
    ]
    return Alignments(alignments=tuple(words))


@pytest.mark.parametrize("judge", [None, {"r1/align": longer_includes}], ids=["by their words", "by a judge"])
async def test_who_tells_what_a_cell_says_and_more_says_the_cell_too(bench: Bench, judge: Script | None) -> None:
    scripts: list[Script] = [{"r1/draft": in_a_table(LOUD)}, {"r1/draft": drafting(BOTH)}]
    record = await bench.convene(council.run, scripts, judge=judge)
    (first, *_) = of(record.events, Aligned)
    assert not [each.void for each in first.judged if each.void]
    report = build(record)
    assert report.council is not None
    said = {member.claim: each for each in report.council.statements for member in each.members}
    assert said["A.c9"].drafts == ("A", "B") and said["A.c9"].agreement is Agreement.ALL
    assert said["B.c2"].drafts == ("B",), "that the pump was serviced stands in no cell"
    drawn = {row.statement.number: row.cells for group in matrix.of(report.council).groups for row in group.rows}
    assert drawn[said["B.c2"].number] == ("part", "says")
    last = {each.id for each in of(record.events, Drafted)[-1].draft.claims()}
    assert {"A.c9", "B.c2"} <= last, "the cell stays in its table, and stands in for no sentence"


@pytest.mark.parametrize("against", [True, False], ids=["both are set against", "the cell alone is"])
async def test_a_sentence_that_says_less_than_a_contested_cell_is_not_proven_beside_it(
    bench: Bench, against: bool
) -> None:
    cell = CELL.model_copy(update={"text": "40 litres a second, as the log of the waterworks at the lake has it"})
    table = Table(caption="Pumps", columns=("Lifts",), rows=(Row(label="The north pump", cells=(cell,)),))
    tabled = Drafting(draft=Draft(sections=(Section(title="Answer", claims=(LOUD,), tables=(table,)),)))
    scripts: list[Script] = [{"r1/draft": tabled}, {"r1/draft": drafting(LIFTS)}, {"r1/draft": drafting(LIFTS_LESS)}]

    def says(task: Task) -> Reply:
        assert isinstance(task, AlignTask)
        words: list[Alignment] = []
        for each in task.pairs:
            if ("34" in each.one) != ("34" in each.other):
                opposed = against or " · " in each.one + each.other
                words.append(Alignment(pair=each.id, relation=Relation.CONFLICT if opposed else Relation.APART))
            else:
                longer = len(each.one) > len(each.other)
                words.append(Alignment(pair=each.id, relation=Relation.INCLUDES if longer else Relation.INCLUDED))
        return Alignments(alignments=tuple(words))

    record = await bench.convene(council.run, scripts, judge={"r1/align": says})
    clusters = {member.claim: each for each in of(record.events, Aligned)[0].clusters for member in each.members}
    assert clusters["B.c3"].included_in == (clusters["A.c9"].id,)
    standings = Argued.of(record.events).judged
    last = {each.id for each in of(record.events, Drafted)[-1].draft.claims()}
    assert {"A.c9", "C.c4"} <= last and Standing.PROVEN not in {
        standings[id].standing for id in last.intersection({"A.c9", "B.c3", "C.c4"})
    }


async def test_a_draft_does_not_lead_for_cells_that_another_tells_in_sentences(bench: Bench) -> None:
    served = claim("c8", "in March 2026", "S1.1", SERVICED.citations[0].quote).model_copy(
        update={"about": "The north pump · Serviced"}
    )
    table = Table(caption="", columns=("Lifts", "Serviced"), rows=(Row(label="The north pump", cells=(CELL, served)),))
    tabled = Draft(sections=(Section(title="Table", tables=(table,)),))
    scripts: list[Script] = [{"r1/draft": drafting(BOTH, LOUD)}, {"r1/draft": Drafting(draft=tabled)}]
    record = await bench.convene(council.run, scripts, judge={"r1/align": longer_includes})
    assert of(record.events, Drafted)[0].draft.sections[0].title == "Answer"


@pytest.mark.parametrize("also", [False, True], ids=["the cell alone", "a sentence was read for the other side"])
async def test_a_disagreement_with_a_cell_has_the_subject_that_the_judge_gave(bench: Bench, also: bool) -> None:
    given = "What the north pump lifts a second: 40 or 34 litres"
    other = "34 litres a second is what the pump in the north lifts."
    again = claim("c4", other, "S2.1", "The north pump lifts 34 litres a second")

    def says(task: Task) -> Reply:
        assert isinstance(task, AlignTask)
        words = [
            Alignment(
                pair=each.id,
                relation=Relation.CONFLICT if " · " in each.one + each.other else Relation.SAME,
                difference="" if also and other in (each.one, each.other) else given,
            )
            for each in task.pairs
        ]
        return Alignments(alignments=tuple(words))

    scripts: list[Script] = [{"r1/draft": in_a_table(LOUD)}, {"r1/draft": drafting(again if also else LIFTS_LESS)}]
    scripts += [{"r1/draft": drafting(LIFTS_LESS)}] if also else []
    record = await bench.convene(council.run, scripts, judge={"r1/align": says})
    assert [each.subject for each in of(record.events, Drafted)[-1].draft.disagreements] == [given]


async def test_a_cell_is_not_argued_about_where_sentences_on_the_same_words_are(bench: Bench) -> None:
    drafts: list[Script] = [{"r1/draft": in_a_table(LIFTS)}, {"r1/draft": drafting(LIFTS_LESS)}]
    record = await bench.convene(council.run, drafts, judge={"r1/align": of_cells})
    assert {each.challenge.claim for each in of(record.events, Challenged)} == {"A.c3", "B.c4"}
    alone: list[Script] = [{"r1/draft": in_a_table(SERVICED)}, {"r1/draft": drafting(LIFTS_LESS)}]
    record = await bench.convene(council.run, alone, judge={"r1/align": of_cells})
    assert {each.challenge.claim for each in of(record.events, Challenged)} == {"A.c9", "B.c4"}


async def test_a_cell_of_another_figure_of_the_same_words_is_argued_about(tmp_path: Path) -> None:
    ours, theirs = "In 2024 there were 1,655 cases and 22 deaths.", "In 2024 there were 1,705 cases and 23 deaths."
    library = Library([document("S1", "Ministry", None, ours), document("S2", "Office", None, theirs)])
    cell = claim("c3", "22", "S1.1", ours).model_copy(update={"about": "2024 · Deaths"})
    table = Table(caption="The fever", columns=("Deaths",), rows=(Row(label="2024", cells=(cell,)),))
    cases = claim("c2", "In 2024 there were 1,655 cases.", "S1.1", ours)
    tabled = Drafting(draft=Draft(sections=(Section(title="Answer", claims=(cases,), tables=(table,)),)))
    others = (
        claim(f"c{n}", f"In 2024 there were {told}.", "S2.1", theirs)
        for n, told in enumerate(("1,705 cases", "23 deaths"), 4)
    )

    def opposes(task: Task) -> Reply:
        assert isinstance(task, AlignTask)
        pairs = [each for each in task.pairs if ("eaths" in each.one) == ("eaths" in each.other)]
        return Alignments(alignments=tuple(Alignment(pair=each.id, relation=Relation.CONFLICT) for each in pairs))

    drafts: list[Script] = [{"r1/draft": tabled}, {"r1/draft": drafting(*others)}]
    record = await Bench(tmp_path, library).convene(council.run, drafts, judge={"r1/align": opposes})
    assert {each.challenge.claim for each in of(record.events, Challenged)} >= {"A.c2", "B.c4", "A.c3", "B.c5"}


async def test_a_table_of_another_draft_adds_the_rows_that_no_cell_tells(bench: Bench) -> None:
    north = claim("c8", "40 litres a second", "S1.1", LIFTS.text)
    again = claim("c8", "40", "S1.1", LIFTS.text)
    less = claim("c9", "34", "S2.1", LIFTS_LESS.citations[0].quote)
    served = claim("c7", "March 2026", "S1.1", SERVICED.citations[0].quote)
    base = tabled("What the pumps lift", "Lifts", north, served)
    for other, cells in (((again,), {"A.c8", "A.c7"}), ((again, less), {"A.c8", "A.c7", "B.c9"})):
        record = await bench.convene(council.run, [{"r1/draft": base}, {"r1/draft": tabled("Lift", "l/s", *other)}])
        last = of(record.events, Drafted)[-1].draft
        assert {claim.id for claim in last.claims() if claim.about} == cells, "the same value from the same words"
        compared = build(record).council
        assert compared and not [each.absent for each in compared.statements if each.absent], "told by another's cell"


async def test_a_cell_that_contradicts_a_side_as_another_does_is_as_contested(bench: Bench) -> None:
    """No sentence is joined with it, but it tells what one tells from the same words."""
    less = claim("c8", "34", "S2.1", "The north pump lifts 34 litres a second").model_copy(
        update={"about": "The north pump · By the log"}
    )
    table = Table(caption="Pumps", columns=("By the log",), rows=(Row(label="The north pump", cells=(less,)),))
    tabled = Drafting(draft=Draft(sections=(Section(title="Answer", claims=(SERVICED,), tables=(table,)),)))

    def says(task: Task) -> Reply:
        assert isinstance(task, AlignTask)
        pairs = [
            each for each in task.pairs if ("34" in each.one) != ("34" in each.other) and "40" in each.one + each.other
        ]
        return Alignments(alignments=tuple(Alignment(pair=each.id, relation=Relation.CONFLICT) for each in pairs))

    scripts: list[Script] = [{"r1/draft": tabled}, {"r1/draft": drafting(LIFTS)}, {"r1/draft": drafting(LIFTS_LESS)}]
    record = await bench.convene(council.run, scripts, judge={"r1/align": says})
    standings, report = Argued.of(record.events).judged, build(record)
    assert standings["A.c8"] == standings["B.c3"] == standings["C.c4"], "contested, and for the same reason"
    (shown,) = report.draft.disagreements
    assert {side.id for side in shown.sides} == {"B.c3", "C.c4"}
