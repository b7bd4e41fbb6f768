"""Readers among several authors: rival answers, a side to argue, another draft that says otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from moot.evidence.library import Library
from moot.readers.conflict import Conflict
from moot.readers.reader import Reader
from moot.words import (
    Action,
    Challenge,
    ChallengeKind,
    Citation,
    Claim,
    ClaimKind,
    Composed,
    ComposeTask,
    Draft,
    Drafting,
    DraftTask,
    Finding,
    Judgements,
    Outcome,
    Plan,
    PlanTask,
    Remedy,
    RespondTask,
    Response,
    Responses,
    ReviseTask,
    Revision,
    Role,
    RuleTask,
    Section,
    Sides,
    SidesTask,
    Verdict,
)

MAKE = Callable[..., Reader]
LIBRARY = Callable[..., Library]
KINDS = pytest.mark.parametrize("kind", ["lexical", "semantic"])

QUESTION = "How many cars does the ferry to Lund carry on each crossing?"
OLD = "The ferry to Lund carries 90 cars on each crossing."
NEW = "The ferry to Lund carries 140 cars on each crossing."
THIRD = "The ferry to Lund carries 115 cars on each crossing."
OTHER = "The harbour of Lund was dredged to 7 metres last winter."


def fleet(library_of: LIBRARY, old: str | None = "2019-03-01", new: str | None = "2024-03-01") -> Library:
    return library_of(("Old register", old, f"{OLD} {OTHER}"), ("New register", new, NEW))


def quote(library: Library, text: str) -> Citation:
    passage = next(each for each in library.passages if text in each.text)
    return Citation(passage=passage.id, quote=text)


def claim(library: Library, text: str) -> Claim:
    return Claim(id="A.c1", kind=ClaimKind.QUOTED, text=text, citations=(quote(library, text),))


def draft(of: Claim) -> Draft:
    return Draft(sections=(Section(title="Answer", claims=(of,)),))


def against(library: Library, text: str, by: str = "author-2") -> Challenge:
    return Challenge(
        id="r1.x.1",
        by=by,
        claim="A.c1",
        kind=ChallengeKind.CONFLICT,
        grounds=f"Another draft says: {text}",
        citations=(quote(library, text),),
        remedy=Remedy.REVISE,
    )


def answered(reader: Reader, of: Claim, challenge: Challenge, *findings: Finding) -> Response:
    library = reader.library
    task = RespondTask(
        question=QUESTION,
        sources=library.sources,
        passages=library.passages,
        draft=draft(of),
        findings=findings,
        challenges=(challenge,),
    )
    reply = reader.reply(task)
    assert isinstance(reply, Responses)
    (response,) = reply.responses
    return response


def judged(reader: Reader, of: Claim, challenge: Challenge) -> Verdict:
    library = reader.library
    task = RuleTask(
        question=QUESTION,
        sources=library.sources,
        passages=library.passages,
        draft=draft(of),
        findings=(),
        challenges=(challenge,),
        responses=(Response(challenge=challenge.id, action=Action.REBUT, grounds="It does.", citations=of.citations),),
    )
    reply = reader.reply(task)
    assert isinstance(reply, Judgements)
    (judgement,) = reply.judgements
    assert judgement.citations
    return judgement.verdict


def sided(reader: Reader, most: int = 2, question: str = QUESTION) -> tuple[str, ...]:
    library = reader.library
    reply = reader.reply(SidesTask(question=question, sources=library.sources, passages=library.passages, most=most))
    assert isinstance(reply, Sides)
    return reply.sides


def of_matter(reader: Reader, question: str) -> tuple[Conflict, ...]:
    return tuple(reader.matter(question, reader.library.passages, reader.library.sources).conflicts)


# --- the question as a whole ----------------------------------------------------------------------------------------


@KINDS
def test_rival_answers_are_the_sides_of_a_conflict(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    assert sided(reader_of(kind, fleet(library_of))) == (OLD, NEW)
    three = library_of(("Old", "2019", OLD), ("New", "2024", NEW), ("Log", "2022", THIRD))
    assert set(sided(reader_of(kind, three), most=3)) == {OLD, NEW, THIRD}
    assert len(sided(reader_of(kind, three))) == 2


HURT, MORE_HURT = "In 6 of the reports a patient was injured.", "In 19 of the reports a patient was injured."
SEVERAL = "Does the new firmware make the pump safe, how many pumps are recalled, and how many patients were injured?"


@KINDS
def test_rivals_answer_a_part_of_the_question_that_a_conflict_bears_on(
    kind: str, library_of: LIBRARY, reader_of: MAKE
) -> None:
    """Beside all its other parts few words of one sentence are asked for."""
    library = library_of(("Notice", "2025-03-01", HURT), ("Report", "2025-09-01", MORE_HURT))
    assert sided(reader_of(kind, library), question=SEVERAL) == (HURT, MORE_HURT)


@KINDS
def test_nobody_argues_for_a_cell(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    counts = [
        (f"{name} of ward 4", day, f"| Candidate | Votes |\n|---|---|\n| Jun Sato | {votes} |")
        for name, day, votes in (("Result", "2025-05-12", 805), ("Recount", "2025-05-26", 804))
    ]
    reader = reader_of(kind, library_of(*counts))
    question = "How many votes has the candidate Jun Sato in ward 4?"
    assert any(each.a.cell and each.b.cell for each in of_matter(reader, question))
    assert sided(reader, question=question) == ()


@KINDS
def test_where_sources_agree_there_are_no_sides(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    assert sided(reader_of(kind, library_of(("Old register", "2019", OLD), ("Copy", "2020", OLD)))) == ()
    assert sided(reader_of(kind, fleet(library_of)), question="Who painted the chapel ceiling?") == ()


@KINDS
@pytest.mark.parametrize(("side", "rival"), [(OLD, NEW), (NEW, OLD), ("The Lund ferry carries 140 cars.", OLD)])
def test_a_draft_for_a_side_leads_with_it(
    kind: str, side: str, rival: str, library_of: LIBRARY, reader_of: MAKE
) -> None:
    reader = reader_of(kind, fleet(library_of))
    library = reader.library
    plan = reader.reply(PlanTask(question=QUESTION, sources=library.sources))
    assert isinstance(plan, Plan)
    task = DraftTask(question=QUESTION, plan=plan, sources=library.sources, passages=library.passages, side=side)
    made, neutral = (reader.reply(each) for each in (task, task.model_copy(update={"side": ""})))
    assert isinstance(made, Drafting) and isinstance(neutral, Drafting)
    said = [each.text for each in made.draft.claims()]
    assert said[0] == (NEW if rival == OLD else OLD) and rival not in said
    assert len({each.id for each in made.draft.claims()}) == len(said)
    assert {OLD, NEW} & {each.text for each in neutral.draft.claims()}


@KINDS
@pytest.mark.parametrize("side", ["", OLD])
def test_a_draft_that_nobody_reviews_says_where_the_sources_disagree(
    kind: str, side: str, library_of: LIBRARY, reader_of: MAKE
) -> None:
    reader = reader_of(kind, fleet(library_of))
    library = reader.library
    task = DraftTask(
        question=QUESTION, plan=Plan(aspects=()), sources=library.sources, passages=library.passages, side=side
    )
    made, reviewed = (reader.reply(task.model_copy(update={"reviewed": each})) for each in (False, True))
    assert isinstance(made, Drafting) and isinstance(reviewed, Drafting)
    assert reviewed.draft.disagreements == ()
    shown = [{each.text for each in disagreement.sides} for disagreement in made.draft.disagreements]
    # Of a debate, the other side shows what it says.
    assert shown == ([] if side else [{OLD, NEW}])
    ids = [each.id for each in made.draft.claims()]
    assert len(set(ids)) == len(ids)


@KINDS
def test_a_reader_composes_nothing(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    library = fleet(library_of)
    task = ComposeTask(
        question=QUESTION,
        sources=library.sources,
        passages=library.passages,
        draft=draft(claim(library, OLD)),
        findings=(),
        contested=(),
    )
    assert reader_of(kind, library).reply(task) == Composed(claims=())


# --- another draft says otherwise -----------------------------------------------------------------------------------


@KINDS
def test_an_author_gives_way_to_a_newer_source_only(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    library = fleet(library_of)
    reader = reader_of(kind, library)
    older, newer = claim(library, OLD), claim(library, NEW)
    gave = answered(reader, older, against(library, NEW))
    assert (gave.action, gave.citations) == (Action.CONCEDE, newer.citations)
    kept = answered(reader, newer, against(library, OLD))
    assert (kept.action, kept.citations) == (Action.REBUT, newer.citations)


@KINDS
@pytest.mark.parametrize("dates", [("2019", None), (None, "2024"), ("2024", "2024-03"), ("2024", "2024")])
def test_without_a_later_date_an_author_keeps_what_its_quote_says(
    kind: str, dates: tuple[str | None, str | None], library_of: LIBRARY, reader_of: MAKE
) -> None:
    library = fleet(library_of, *dates)
    kept = answered(reader_of(kind, library), claim(library, OLD), against(library, NEW))
    assert (kept.action, kept.citations) == (Action.REBUT, (quote(library, OLD),))


@KINDS
@pytest.mark.parametrize(
    ("by", "role", "action"),
    [
        ("author-2", Role.AUTHOR, Action.REBUT),
        ("reviewer-1", Role.AUTHOR, Action.CONCEDE),
        ("author-1", Role.REVIEWER, Action.CONCEDE),
    ],
)
def test_only_a_reviewer_is_granted_that_both_sides_be_shown(
    kind: str, by: str, role: Role, action: Action, library_of: LIBRARY, reader_of: MAKE
) -> None:
    library = fleet(library_of, "2024", "2024")
    both = against(library, NEW, by).model_copy(update={"remedy": Remedy.SHOW_BOTH})
    assert answered(reader_of(kind, library, role), claim(library, OLD), both).action is action


@KINDS
@pytest.mark.parametrize(
    ("own", "other"),
    [
        (OLD, OTHER),
        (OLD, "The crew of the ferry to Lund asks for a heated room on board."),
        ("The ferry Tern is not for sale.", "For the sale of tickets on the ferry Tern another counter was opened."),
    ],
)
def test_a_newer_source_on_something_else_moves_nobody(
    kind: str, own: str, other: str, library_of: LIBRARY, reader_of: MAKE
) -> None:
    library = library_of(("Old register", "2019-03-01", own), ("Harbour notes", "2024-03-01", other))
    kept = answered(reader_of(kind, library), claim(library, own), against(library, other))
    assert kept.action is Action.REBUT


@KINDS
def test_a_newer_source_that_denies_it_in_its_own_words_is_granted(
    kind: str, library_of: LIBRARY, reader_of: MAKE
) -> None:
    open_, closed = "The northern pier of Lund is open to visitors.", "The northern pier of Lund is closed to visitors."
    library = library_of(("Old leaflet", "2019", open_), ("New leaflet", "2024", f"{closed} {OTHER}"))
    reader = reader_of(kind, library)
    assert answered(reader, claim(library, open_), against(library, closed)).action is Action.CONCEDE
    assert answered(reader, claim(library, closed), against(library, open_)).action is Action.REBUT


@KINDS
@pytest.mark.parametrize("gate", [True, False])
def test_an_author_gives_up_what_a_check_fails_on(kind: str, gate: bool, library_of: LIBRARY, reader_of: MAKE) -> None:
    library = fleet(library_of)
    own = claim(library, NEW)
    failed = Finding(
        check="figures", version="1", claim="A.c1", outcome=Outcome.FAILS, gate=gate, reason="140 against 90"
    )
    gave = answered(reader_of(kind, library), own, against(library, OLD), failed)
    assert (gave.action, gave.citations) == (Action.CONCEDE, (quote(library, OLD),))
    elsewhere = failed.model_copy(update={"claim": "A.c2"})
    assert answered(reader_of(kind, library), own, against(library, OLD), elsewhere).action is Action.REBUT
    bare = against(library, OLD).model_copy(update={"citations": ()})
    assert answered(reader_of(kind, library), own, bare, failed).action is Action.WITHDRAW


@KINDS
def test_upheld_the_other_quote_takes_the_claims_place(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    library = fleet(library_of)
    task = ReviseTask(
        question=QUESTION,
        plan=Plan(aspects=()),
        sources=library.sources,
        passages=library.passages,
        draft=draft(claim(library, OLD)),
        findings=(),
        challenges=(against(library, NEW),),
        rulings=(),
    )
    reply = reader_of(kind, library).reply(task)
    assert isinstance(reply, Revision)
    (edit,) = reply.edits
    assert (edit.action, edit.claim, reply.disagreements) == ("revise", "A.c1", ())
    assert edit.new is not None and (edit.new.id, edit.new.text) == ("A.c1", NEW)


@KINDS
def test_a_judge_between_two_drafts_goes_by_the_date(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    library = fleet(library_of)
    judge = reader_of(kind, library, Role.JUDGE)
    assert judged(judge, claim(library, OLD), against(library, NEW)) is Verdict.UPHELD
    assert judged(judge, claim(library, NEW), against(library, OLD)) is Verdict.DISMISSED
    assert judged(judge, claim(library, OLD), against(library, OTHER)) is Verdict.DISMISSED
    same = fleet(library_of, "2024", "2024")
    judge = reader_of(kind, same, Role.JUDGE)
    assert judged(judge, claim(same, OLD), against(same, NEW)) is Verdict.UNDECIDED
    assert judged(judge, claim(same, NEW), against(same, OLD)) is Verdict.UNDECIDED
