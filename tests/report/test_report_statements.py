"""Where the document says what a draft asserted, and how what it says there stands."""

from __future__ import annotations

import pytest
from report_council import A3, A4, AFTER, B1, B3, C2, COST, GRID, checked, claim, compared, council, events, pages

from moot.report.council import REWORDED
from moot.report.document import build
from moot.words import Agreement, Aligned, Claim, Cluster, Drafted, Edit, Edited, Member, Moved, Standing


def test_a_claim_that_was_given_other_words_does_not_say_the_old_thing_there() -> None:
    new = B3.model_copy(update={"text": "Two thirds of the passengers welcome quiet at the stops."})
    revised = Edited(round=1, edit=Edit(challenge="r1.author-3.1", action="revise", claim="B.c3", new=new), before=B3)
    last = AFTER.sections[1].model_copy(update={"claims": (B1, new, A4)})
    after = AFTER.model_copy(update={"sections": (AFTER.sections[0], last)})
    told = (*events()[:-3], revised, Drafted(round=2, draft=after), *events()[-2:])
    statement = compared(build(council(events=told))).statements[5]
    assert (statement.sentences, statement.standing, statement.absent) == ((), None, REWORDED)


@pytest.mark.parametrize(("quotes", "told"), [(COST, False), (GRID, True)], ids=["other words of a source", "the same"])
def test_new_words_over_other_quotes_are_of_another_matter_if_they_are_not_much_alike(
    quotes: tuple[str, str], told: bool
) -> None:
    text = "The operator asks 1.9 million EUR for a new grid connection of the depot."
    new = claim("B.c3", text, quotes)
    revised = Edited(round=1, edit=Edit(challenge="r1.author-3.1", action="revise", claim="B.c3", new=new), before=B3)
    last = AFTER.sections[1].model_copy(update={"claims": (B1, new, A4)})
    after = AFTER.model_copy(update={"sections": (AFTER.sections[0], last)})
    alone = Cluster(id="k6", agreement=Agreement.ONE, members=(Member(draft="B", claim="B.c3"),), against=("k3",))
    said = [
        event.model_copy(update={"clusters": tuple(alone if each.id == "k6" else each for each in event.clusters)})
        if isinstance(event, Aligned)
        else event
        for event in events()
    ]
    statement = compared(
        build(council(events=(*said[:-3], revised, Drafted(round=2, draft=after), *said[-2:])))
    ).statements[5]
    assert bool(statement.sentences) is told and statement.absent == ("" if told else REWORDED)


@pytest.mark.parametrize("by", [(B1, B3, A4), (B1, A4)], ids=["the other draft's sentence", "one that says the same"])
def test_what_was_revised_to_say_what_was_held_against_it_is_not_said_to_be_left_out(by: tuple[Claim, ...]) -> None:
    """What tells its new words says what denied the old ones."""
    new = A3.model_copy(update={"text": "The grid connection costs 1.9 million EUR without the transformer."})
    revised = Edited(round=1, edit=Edit(challenge="r1.author-2.1", action="revise", claim="A.c3", new=new), before=A3)
    mine = [event for event in events() if not (isinstance(event, Edited | Moved) and A3.id in event.model_dump_json())]
    first = next(event for event in mine if isinstance(event, Aligned))
    also = (Member(draft="A", claim="A.c3"), Member(draft="A", claim="A.c4"))
    joined = (
        each.model_copy(update={"members": (*each.members, *also), "against": ()})
        for each in first.clusters
        if each.id == "k6"
    )
    others = (each for each in first.clusters if each.id not in ("k3", "k4", "k6"))
    last = AFTER.sections[1].model_copy(update={"claims": by})
    after = Drafted(round=2, draft=AFTER.model_copy(update={"sections": (AFTER.sections[0], last)}))
    aligned = Aligned(round=2, clusters=(*others, *joined))
    statement = compared(build(council(events=(*mine[:-3], revised, aligned, after, *mine[-2:])))).statements[2]
    assert (statement.sentences, statement.absent) == ((), REWORDED)


def test_a_statement_in_two_sentences_stands_as_the_less_sound_of_them() -> None:
    last = AFTER.sections[1].model_copy(update={"claims": (B1, B3, A4, C2)})
    after = AFTER.model_copy(update={"sections": (AFTER.sections[0], last)})
    told = (*events()[:-2], Drafted(round=2, draft=after), checked(2, B3), *events()[-1:])
    report = build(council(events=told))
    statement = next(each for each in compared(report).statements if len(each.sentences) > 1)
    views = {view.number: view.standing for view in report.claims}
    assert {views[n] for n in statement.sentences} == {Standing.PROVEN, Standing.UNCHECKED}
    assert statement.standing is Standing.UNCHECKED


def test_a_claim_that_was_only_given_other_quotes_is_not_said_to_be_reworded() -> None:
    new = B3.model_copy(update={"citations": (*B3.citations, *B1.citations)})
    revised = Edited(round=1, edit=Edit(challenge="r1.author-3.1", action="revise", claim="B.c3", new=new), before=B3)
    told = (*events()[:-3], revised, *events()[-3:])
    for page in pages(council(events=told)):
        assert "its quotes were changed, and not its words" in page
    reworded = new.model_copy(update={"text": f"{B3.text} So it is."})
    edit = revised.edit.model_copy(update={"new": reworded})
    other = (*events()[:-3], revised.model_copy(update={"edit": edit}), *events()[-3:])
    for page in pages(council(events=other)):
        assert "its quotes were changed" not in page
