"""A claim that says all that another draft's says, and more: told once, and asserted by both."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pumps import Bench, claim, drafting, judges, of, quote, responds

from moot.debate import council, vote
from moot.debate.argued import Argued
from moot.report.document import build
from moot.testing.seats import Script
from moot.words import (
    Action,
    Agreement,
    Aligned,
    Alignment,
    Alignments,
    AlignTask,
    Challenged,
    Claim,
    ClaimKind,
    Cluster,
    Disagreement,
    Draft,
    Drafted,
    Drafting,
    Event,
    Relation,
    Reply,
    Row,
    Section,
    Standing,
    Table,
    Task,
)

WHEN = "It was serviced in March 2026."
SERVICED = claim("c1", "The north pump was serviced in March 2026.", "S1.1", WHEN)
LIFTS = quote("S1.1", "The north pump lifts 40 litres a second.")


def twice(id: str, text: str) -> Claim:
    """Of the service and of what the pump lifts."""
    return Claim(id=id, kind=ClaimKind.STATED, text=text, citations=(*SERVICED.citations, LIFTS))


BOTH = twice("c2", "The north pump was serviced in March 2026 and lifts 40 litres a second.")
REWORDED = twice("c3", "In March 2026 the northern pump, good for 40 litres a second, had its service.")
DOUBTED = twice("c2", "In March 2026 the northern machine, at 40 litres a second, was looked after.")
"""Said so that its wording is doubted."""
LOUD = claim("c4", "The pumps are loud at night, one neighbour reported.", "S3.1")


def clusters(events: tuple[Event, ...]) -> dict[str, Cluster]:
    """Of every claim, as the drafts were written."""
    found = of(events, Aligned)[0].clusters
    return {member.claim: cluster for cluster in found for member in cluster.members}


def told(events: tuple[Event, ...]) -> list[str]:
    return [each.text for each in of(events, Drafted)[-1].draft.claims()]


def fuller(words: str) -> Callable[[Task], Reply]:
    """Of two claims the one with these words includes the other, so the judge says; other pairs are apart."""

    def reply(task: Task) -> Reply:
        assert isinstance(task, AlignTask)
        said = [
            Alignment(
                pair=pair.id,
                relation=Relation.INCLUDES
                if words in pair.one
                else Relation.INCLUDED
                if words in pair.other
                else Relation.APART,
            )
            for pair in task.pairs
        ]
        return Alignments(alignments=tuple(said))

    return reply


async def test_the_fuller_sentence_stands_for_both_where_the_first_would_stand(bench: Bench) -> None:
    record = await bench.convene(
        council.run,
        [{"r1/draft": drafting(SERVICED, LOUD)}, {"r1/draft": drafting(BOTH)}, {"r1/draft": drafting(LOUD)}],
    )
    assert told(record.events) == [BOTH.text, LOUD.text]
    of_claim = clusters(record.events)
    assert of_claim["A.c1"].included_in == (of_claim["B.c2"].id,) and not of_claim["B.c2"].included_in
    assert of_claim["A.c1"].agreement is Agreement.SOME and of_claim["B.c2"].agreement is Agreement.ONE


async def test_a_judge_tells_what_words_do_not(bench: Bench) -> None:
    drafts = [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(REWORDED)}]
    alone = await bench.convene(council.run, drafts)
    assert not any(each.included_in for each in clusters(alone.events).values())
    record = await bench.convene(council.run, drafts, judge={"r1/align": fuller("good for")})
    assert clusters(record.events)["A.c1"].included_in == (clusters(record.events)["B.c3"].id,)
    assert told(record.events) == [REWORDED.text]


async def test_a_judge_that_sets_them_apart_has_both_told(bench: Bench) -> None:
    drafts = [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(BOTH)}]
    record = await bench.convene(council.run, drafts, judge={"r1/align": fuller("no such words")})
    assert told(record.events) == [SERVICED.text, BOTH.text]


def against_34(where: str) -> Callable[[Task], Reply]:
    """The longer of two claims with the same figure includes the shorter; of two figures nobody can go by both, told
    where the words are.
    """

    def said(one: str, other: str) -> Relation:
        if ("34" in one) != ("34" in other):
            return Relation.CONFLICT if where in one and where in other else Relation.APART
        return Relation.INCLUDES if len(one) > len(other) else Relation.INCLUDED

    def reply(task: Task) -> Reply:
        assert isinstance(task, AlignTask)
        words = (Alignment(pair=each.id, relation=said(each.one, each.other)) for each in task.pairs)
        return Alignments(alignments=tuple(words))

    return reply


LESS = claim("c5", "The north pump lifts 34 litres a second.", "S2.1", "The north pump lifts 34 litres a second")
LIFTS_40 = claim("c6", "The north pump lifts 40 litres a second.", "S1.1")


@pytest.mark.parametrize("where", ["lifts", "pump lifts"], ids=["it contradicts the other side", "it is set apart"])
async def test_what_says_more_than_a_side_is_as_contested_and_argued_once(bench: Bench, where: str) -> None:
    drafts = [{"r1/draft": drafting(LIFTS_40)}, {"r1/draft": drafting(LESS)}, {"r1/draft": drafting(LOUD, BOTH)}]
    record = await bench.convene(council.run, drafts, judge={"r1/align": against_34(where)})
    challenged = [each.challenge.claim for each in of(record.events, Challenged)]
    assert challenged == ["A.c6", "B.c5"], "the fuller one is the same argument"
    standings, last = Argued.of(record.events).judged, of(record.events, Drafted)[-1].draft
    assert [each.text for each in last.claims()].count(BOTH.text) == 1, "it is a side, and stands nowhere else"
    assert LIFTS_40.text not in {each.text for each in last.claims()}
    assert {standings[id].standing for id in ("B.c5", "C.c2")} == {Standing.CONTESTED}
    (shown,) = build(record).draft.disagreements
    assert [side.id for side in shown.sides] == ["C.c2", "B.c5"]


async def test_a_side_that_a_fuller_sentence_tells_is_told_by_it_alone(bench: Bench) -> None:
    """Though nothing sets the fuller one against the other side."""
    sides = Disagreement(subject="What the pump lifts", sides=(LIFTS_40, LESS))
    both = Drafting(draft=Draft(sections=drafting(LOUD).draft.sections, disagreements=(sides,)))
    judge: Script = {"r1/align": fuller("serviced")}
    record = await bench.convene(council.run, [{"r1/draft": both}, {"r1/draft": drafting(BOTH)}], judge=judge)
    (shown,) = build(record).draft.disagreements
    assert [side.id for side in shown.sides] == ["B.c2", "A.c5"]
    assert sorted(told(record.events)) == sorted([LOUD.text, BOTH.text, LESS.text])


async def test_what_says_both_sides_stands_for_neither(bench: Bench) -> None:
    """Each side is told for itself, and the sentence that tells of both where it was."""
    text = "By the log the north pump lifts 40 litres a second, by the letter 34 litres a second."
    cited = (*LIFTS_40.citations, *LESS.citations)
    tells = Claim(id="c7", kind=ClaimKind.STATED, text=text, citations=cited)

    def reply(task: Task) -> Reply:
        assert isinstance(task, AlignTask)
        words = {
            pair.id: Relation.INCLUDES
            if "By the log" in pair.one
            else Relation.INCLUDED
            if "By the log" in pair.other
            else Relation.CONFLICT
            for pair in task.pairs
            if "litres" in pair.one and "litres" in pair.other
        }
        return Alignments(alignments=tuple(Alignment(pair=id, relation=word) for id, word in words.items()))

    drafts = [{"r1/draft": drafting(LIFTS_40)}, {"r1/draft": drafting(LESS)}, {"r1/draft": drafting(LOUD, tells)}]
    record = await bench.convene(council.run, drafts, judge={"r1/align": reply})
    (shown,) = build(record).draft.disagreements
    assert [side.id for side in shown.sides][:2] == ["A.c6", "B.c5"]
    assert text in told(record.events)


async def test_nothing_includes_a_figure_that_it_does_not_have(bench: Bench) -> None:
    """Whoever says so: the document would lose the figure."""
    drafts = [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(BOTH)}]
    record = await bench.convene(council.run, drafts, judge={"r1/align": fuller(SERVICED.text)})
    (pair,) = of(record.events, Aligned)[0].judged
    assert pair.void == "a figure of it is not in the other"
    assert BOTH.text in told(record.events)


async def test_what_is_argued_about_stands_for_itself_alone(bench: Bench) -> None:
    """What only the fuller sentence says is disputed; the rest of it is not."""
    lifts = claim("c5", "The north pump lifts 34 litres a second.", "S2.1", "The north pump lifts 34 litres a second")
    disputed = Disagreement(subject="What the pump lifts", sides=(BOTH, lifts))
    other = Drafting(draft=Draft(sections=drafting(LOUD).draft.sections, disagreements=(disputed,)))
    record = await bench.convene(council.run, [{"r1/draft": drafting(SERVICED)}, {"r1/draft": other}])
    of_claim = clusters(record.events)
    assert of_claim["A.c1"].included_in == (of_claim["B.c2"].id,)
    draft = of(record.events, Drafted)[0].draft
    assert SERVICED.text in [each.text for section in draft.sections for each in section.claims]


async def test_a_sentence_that_fails_its_checks_stands_in_for_none(bench: Bench) -> None:
    wrong = claim("c2", "The north pump was serviced in March 2026 and lifts 400 litres a second.", "S1.1", WHEN)
    record = await bench.convene(council.run, [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(wrong)}])
    assert SERVICED.text in told(record.events)


@pytest.mark.parametrize(("dismissed", "by"), [(True, [DOUBTED]), (False, [SERVICED, DOUBTED])])
async def test_a_doubt_that_was_dismissed_speaks_against_a_sentence_no_more(
    bench: Bench, dismissed: bool, by: list[Claim]
) -> None:
    drafts: list[Script] = [
        {"r1/draft": drafting(SERVICED)},
        {"r1/draft": drafting(DOUBTED), "r1/respond": responds(Action.REBUT, f"S1.1 {WHEN}")},
    ]
    rules = judges(lambda _: not dismissed, f"S1.1 {WHEN}")
    record = await bench.convene(council.run, drafts, judge={"r1/align": fuller("looked after"), "r1/rule": rules})
    (challenge,) = (each.challenge for each in of(record.events, Challenged))
    assert (challenge.claim, challenge.findings) == ("B.c2", ("entailment",))
    assert told(record.events) == [each.text for each in by]


async def test_what_infers_stands_in_for_no_quote(bench: Bench) -> None:
    inferred = Claim(id="c9", kind=ClaimKind.INFERRED, text=BOTH.text, premises=("c1",))
    record = await bench.convene(
        council.run, [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(SERVICED, inferred)}]
    )
    assert not any(each.included_in for each in clusters(record.events).values())


async def test_an_inference_follows_from_the_sentence_that_tells_its_premise(bench: Bench) -> None:
    so = Claim(id="c8", kind=ClaimKind.INFERRED, text="So the north pump is in order.", premises=("c1",))
    record = await bench.convene(council.run, [{"r1/draft": drafting(SERVICED, so)}, {"r1/draft": drafting(BOTH)}])
    said = {each.id: each for each in of(record.events, Drafted)[0].draft.claims()}
    assert said["A.c8"].premises == ("B.c2",) and "A.c1" not in said


@pytest.mark.parametrize(("text", "rows"), [("March 2026", 1), ("March 2026, in one day", 2)])
async def test_a_row_that_says_less_than_one_that_stands_is_left_out(bench: Bench, text: str, rows: int) -> None:
    drafts = [{"r1/draft": tabled("As entered, serviced", "March 2026")}, {"r1/draft": tabled("Serviced", text)}]
    record = await bench.convene(council.run, drafts)
    draft = of(record.events, Drafted)[0].draft
    assert sum(len(each.rows) for section in draft.sections for each in section.tables) == rows


def tabled(head: str, text: str) -> Drafting:
    """A draft of one sentence and a table of one cell."""
    cell = Claim(id="c5", kind=ClaimKind.QUOTED, text=text, about=f"North pump · {head}", citations=SERVICED.citations)
    table = Table(caption="", columns=(head,), rows=(Row(label="North pump", cells=(cell,)),))
    sections = (*drafting(LOUD).draft.sections, Section(title="Pumps", tables=(table,)))
    return Drafting(draft=Draft(sections=sections))


async def test_a_vote_counts_who_says_it_within_more(bench: Bench) -> None:
    record = await bench.convene(
        vote.run,
        [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(BOTH)}, {"r1/draft": drafting(LOUD)}],
    )
    assert told(record.events) == [SERVICED.text]


NOTED = claim("d1", "The note of March says that the north pump lifts 40 litres a second.", "S1.1", LIFTS.quote)
FOUND = claim(
    "d2", "Once it was serviced, 34 litres is what came up, the survey found.", "S2.1", "lifts 34 litres a second"
)
LIFTED = claim("c1", "The north pump lifts 40 litres every second.", "S1.1", LIFTS.quote)


@pytest.mark.parametrize(("lesser", "stands"), [(LIFTED, False), (SERVICED, True)], ids=["at issue", "not at issue"])
async def test_what_a_contested_claim_includes_of_the_same_words_does_not_stand_as_proven_beside_it(
    bench: Bench, lesser: Claim, stands: bool
) -> None:
    """A draft shows a disagreement; what another tells of the one side is set against the other by nobody."""
    side = (
        NOTED
        if lesser is LIFTED
        else twice("d1", "The note of March tells of a service in March 2026 and of 40 litres.")
    )
    shown = Draft(
        sections=(Section(title="Answer", claims=(LOUD,)),),
        disagreements=(Disagreement(subject="What it lifts", sides=(side, FOUND)),),
    )
    record = await bench.convene(
        council.run,
        [{"r1/draft": Drafting(draft=shown)}, {"r1/draft": drafting(lesser)}],
        judge={"r1/align": fuller("The note of March")},
    )
    assert clusters(record.events)["B.c1"].included_in
    judged = Argued.of(record.events).judged
    claims = of(record.events, Drafted)[-1].draft.claims()
    proven = {each.text for each in claims if judged[each.id].standing is Standing.PROVEN}
    assert (lesser.text in proven) is stands and side.text not in proven
