"""A statement whose claim was mended in an argument is told where the document tells it now."""

from __future__ import annotations

from report_council import A4, B3, C2, compared, council, events

from moot.report import wording
from moot.report.document import build
from moot.words import (
    Action,
    Agreement,
    Aligned,
    Draft,
    Drafted,
    Edit,
    Edited,
    Event,
    JudgedPair,
    Moved,
    Place,
    Relation,
    Standing,
)

PLACE = Place(source="S1", passage="S1.1", start=0, end=4)
CONCEDED = Moved(
    round=1, seat="author-1", challenge="x", claim="A.c4", action=Action.CONCEDE, grounds="so", places=(PLACE,)
)
NEW = A4.model_copy(update={"text": "Both breakdowns on the road came from a frozen plug."})
MENDED = Edited(round=1, edit=Edit(challenge="x", action="revise", claim="A.c4", new=NEW), before=A4)
WITHDRAWN = Edited(round=2, edit=Edit(challenge="y", action="withdraw", claim="A.c4"), before=NEW)


def within(*more: Event) -> tuple[Event, ...]:
    """The events of a council in which the claim on the plugs is told within that on the buses, in the end."""

    def without_it(draft: Draft) -> Draft:
        sections = (
            each.model_copy(update={"claims": tuple(c for c in each.claims if c != A4)}) for each in draft.sections
        )
        return draft.model_copy(update={"sections": tuple(sections)})

    told = [e.model_copy(update={"draft": without_it(e.draft)}) if isinstance(e, Drafted) else e for e in events()]
    first = next(each for each in told if isinstance(each, Aligned))
    clusters = (
        each.model_copy(update={"included_in": ("k1",)}) if each.members[0].claim == A4.id else each
        for each in first.clusters
    )
    return (*told[:-1], *more, Aligned(round=2, clusters=tuple(clusters)), told[-1])


def test_what_was_conceded_and_mended_is_told_by_the_sentence_that_says_it_and_more() -> None:
    of = {each.number: each for each in compared(build(council(events=within(CONCEDED, MENDED)))).statements}
    assert of[4].sentences == of[1].sentences and of[4].told_within and not of[4].absent
    assert of[4].revised and wording.told_how(of[4]) == "put in its place in new words"


def test_what_was_mended_and_then_withdrawn_is_told_by_none() -> None:
    of = {each.number: each for each in compared(build(council(events=within(CONCEDED, MENDED, WITHDRAWN)))).statements}
    assert not of[4].sentences and of[4].absent


def test_what_was_mended_is_rather_told_by_the_sentence_that_a_judge_calls_the_same() -> None:
    """Not by one that says more, and may come down on another side; nor for words that were changed since."""

    def judged(void: str = "") -> tuple[Event, ...]:
        """The pair as it was read in the last comparison; the claim that it was read with is told by another's."""
        pair = JudgedPair(one=A4.id, other=C2.id, relation=Relation.SAME, difference="", by="judge-1", void=void)
        told = within(CONCEDED, MENDED)
        return (*told[:-2], told[-2].model_copy(update={"judged": (pair,)}), told[-1])

    def of(events: tuple[Event, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        report = build(council(events=events))
        number = next(view.number for view in report.claims if view.claim.id == B3.id)
        assert number is not None
        return compared(report).statements[3].sentences, (number,)

    said, same = of(judged())
    assert said == same
    said, same = of(judged("a figure differs"))
    assert said != same
    again = NEW.model_copy(update={"text": "A frozen plug caused both breakdowns on the road."})
    once_more = Edited(round=2, edit=Edit(challenge="y", action="revise", claim="A.c4", new=again), before=NEW)
    said, same = of((*judged()[:-1], once_more, judged()[-1]))
    assert said != same


def test_that_new_words_hold_is_counted_apart() -> None:
    """The map shows them as proven; that the old ones were is not said."""
    told = compared(build(council(events=within(CONCEDED, MENDED))))
    assert sum(each.standing is Standing.PROVEN for each in told.statements if each.agreement is Agreement.ONE) == 1
    assert "5 in one (0 proven, 1 more in new words)" in wording.agreement(told)
