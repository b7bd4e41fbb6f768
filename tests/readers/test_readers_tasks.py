"""Both readers answer every task through the journal, and whatever they assert is a quote that is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from readers_kit import drafted

from moot.evidence.library import Library
from moot.evidence.read import read_paths
from moot.ledger.store import Store
from moot.readers.reader import Reader
from moot.readers.view import View
from moot.text import quotes
from moot.verify.referee import Referee
from moot.words import (
    Action,
    Case,
    Challenge,
    ChallengeKind,
    Challenges,
    ChallengeTask,
    Citation,
    Claim,
    ClaimKind,
    Draft,
    Finding,
    Form,
    Judgements,
    Outcome,
    Panel,
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
    Seat,
    Section,
    Verdict,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = {
    "qwen-vs-claude": "Is Qwen 3.6 Plus better than Claude Opus 4.6 for a software team, and what is not settled?",
    "lead-pipes": "Is the tap water in Larkmere safe now, what does replacing the lead pipes cost, and what is not "
    "settled?",
}
AUTHORS = ("lexical", "semantic")
MAKE = Callable[..., Reader]


@pytest.fixture(scope="module", params=sorted(CASES))
def case(request: pytest.FixtureRequest) -> tuple[str, Library]:
    documents, unread = read_paths([EXAMPLES / request.param])
    assert not [each for each in unread if each.counts]
    return CASES[request.param], Library(documents)


def challenged(
    reader: Reader, question: str, plan: Plan, draft: Draft, settled: Sequence[Challenge] = ()
) -> tuple[Challenge, ...]:
    library = reader.library
    task = ChallengeTask(
        question=question,
        plan=plan,
        sources=library.sources,
        passages=library.passages,
        draft=draft,
        findings=(),
        settled=tuple(settled),
    )
    found = reader.reply(task)
    assert isinstance(found, Challenges)
    return tuple(each.model_copy(update={"id": f"r1.x.{n}"}) for n, each in enumerate(found.challenges, 1))


def stands(citation: Citation, library: Library) -> bool:
    passage = library.passage(citation.passage)
    return passage is not None and citation.quote in passage.text


def respond(
    reader: Reader, question: str, draft: Draft, challenges: Sequence[Challenge], findings: Sequence[Finding] = ()
) -> tuple[Response, ...]:
    task = RespondTask(
        question=question,
        sources=reader.library.sources,
        passages=reader.library.passages,
        draft=draft,
        findings=tuple(findings),
        challenges=tuple(challenges),
    )
    reply = reader.reply(task)
    assert isinstance(reply, Responses)
    return reply.responses


def revise(
    reader: Reader,
    question: str,
    plan: Plan,
    draft: Draft,
    upheld: Sequence[Challenge],
    findings: Sequence[Finding] = (),
) -> Revision:
    task = ReviseTask(
        question=question,
        plan=plan,
        sources=reader.library.sources,
        passages=reader.library.passages,
        draft=draft,
        findings=tuple(findings),
        challenges=tuple(upheld),
        rulings=(),
    )
    reply = reader.reply(task)
    assert isinstance(reply, Revision)
    return reply


@pytest.mark.parametrize("kind", AUTHORS)
def test_a_plan_has_three_to_seven_sub_questions(kind: str, case: tuple[str, Library], reader_of: MAKE) -> None:
    question, library = case
    plan = reader_of(kind, library).reply(PlanTask(question=question, sources=library.sources))
    assert isinstance(plan, Plan)
    assert 3 <= len(plan.aspects) <= 7
    assert len({aspect.id for aspect in plan.aspects}) == len(plan.aspects)
    assert all(aspect.queries and all(query.strip() for query in aspect.queries) for aspect in plan.aspects)


@pytest.mark.parametrize("kind", AUTHORS)
def test_a_brief_is_short_grouped_and_word_for_word(kind: str, case: tuple[str, Library], reader_of: MAKE) -> None:
    question, library = case
    reader = reader_of(kind, library)
    _, draft = drafted(reader, question)
    claims = list(draft.claims())
    sentences = [claim for section in draft.sections for claim in section.claims]
    assert draft.sections[0].title == "Answer"
    assert 1 <= len(draft.sections[0].claims) <= 4
    assert len(sentences) <= 25
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert claim.kind is ClaimKind.QUOTED
        assert all(stands(citation, library) for citation in claim.citations)
        assert claim.text in claim.citations[0].quote
    view = reader.view([claim.text for claim in sentences])
    for n, claim in enumerate(sentences):
        assert max(view.likeness(claim.text, [each.text for each in sentences[:n]]), default=0.0) < view.same
    assert any(section.tables for section in draft.sections) or kind == "lexical"


@pytest.mark.parametrize("kind", AUTHORS)
def test_a_review_is_short_quoted_and_does_not_repeat_itself(
    kind: str, case: tuple[str, Library], reader_of: MAKE
) -> None:
    question, library = case
    plan, draft = drafted(reader_of(kind, library), question)
    other = reader_of("semantic" if kind == "lexical" else "lexical", library)
    found = challenged(other, question, plan, draft)
    ids = {claim.id for claim in draft.claims()}
    assert 0 < len(found) <= 8
    assert any(each.kind is ChallengeKind.CONFLICT for each in found)
    for each in found:
        assert each.citations and all(stands(citation, library) for citation in each.citations)
        assert (each.claim in ids) if each.claim else each.aspect
    assert not {each.grounds for each in challenged(other, question, plan, draft, found)} & {
        each.grounds for each in found
    }


@pytest.mark.parametrize("kind", AUTHORS)
def test_a_revision_shows_both_sides_and_adds_what_was_missing(
    kind: str, case: tuple[str, Library], reader_of: MAKE
) -> None:
    question, library = case
    author = reader_of(kind, library)
    plan, draft = drafted(author, question)
    found = challenged(reader_of("semantic" if kind == "lexical" else "lexical", library), question, plan, draft)
    answers = respond(author, question, draft, found)
    assert [answer.challenge for answer in answers] == [each.id for each in found]
    for answer in answers:
        if answer.action is Action.REBUT:
            assert answer.citations and all(stands(citation, library) for citation in answer.citations)
    upheld = [each for each, answer in zip(found, answers, strict=True) if answer.action is Action.CONCEDE]
    revision = revise(author, question, plan, draft, upheld)
    conflicts = [each for each in upheld if each.kind is ChallengeKind.CONFLICT]
    told = [each.challenge for each in revision.disagreements]
    assert told and told == [each.id for each in conflicts if each.id in told]
    sides = {citation.quote for each in revision.disagreements for side in each.sides for citation in side.citations}
    assert all(sides & {citation.quote for citation in each.citations} for each in conflicts)  # told in another's
    old = {claim.id for claim in draft.claims()}
    new = [side for each in revision.disagreements for side in each.sides]
    new += [edit.new for edit in revision.edits if edit.action == "add" and edit.new]
    assert len({claim.id for claim in new}) == len(new) and not {claim.id for claim in new} & old
    assert all(stands(citation, library) for claim in new for citation in claim.citations)
    assert {edit.challenge for edit in revision.edits} <= {each.id for each in upheld}
    again = challenged(
        reader_of("semantic" if kind == "lexical" else "lexical", library),
        question,
        plan,
        draft.model_copy(update={"disagreements": revision.disagreements}),
    )
    shown = [{side.citations[0].quote for side in each.sides} for each in revision.disagreements]
    assert not any({each.quote for each in challenge.citations} in shown for challenge in again)


@pytest.mark.parametrize("kind", AUTHORS)
def test_no_check_fails_on_what_a_reader_writes(kind: str, case: tuple[str, Library], reader_of: MAKE) -> None:
    question, library = case
    author = reader_of(kind, library)
    plan, draft = drafted(author, question)
    found = challenged(reader_of("semantic" if kind == "lexical" else "lexical", library), question, plan, draft)
    rows = tuple(
        Challenge(
            id=f"r1.y.{passage.id}",
            aspect="A table",
            kind=ChallengeKind.MISSING,
            grounds="It is not shown.",
            citations=(Citation(passage=passage.id, quote=passage.text.splitlines()[-1]),),
            remedy=Remedy.ADD,
        )
        for passage in library.passages
        if passage.form is Form.TABLE
    )
    revision = revise(author, question, plan, draft, [*found, *rows])
    written = [*draft.claims(), *(edit.new for edit in revision.edits if edit.new)]
    written += [side for each in revision.disagreements for side in each.sides]
    failed = [each for each in Referee().findings(written, library) if each.outcome is Outcome.FAILS]
    assert rows and not failed


@pytest.mark.parametrize("kind", AUTHORS)
def test_the_same_task_gets_the_same_reply(kind: str, case: tuple[str, Library], reader_of: MAKE) -> None:
    question, library = case
    first, second = (drafted(reader_of(kind, library), question) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("kind", AUTHORS)
async def test_a_reply_is_one_row_and_is_replayed(kind: str, reader_of: MAKE, tmp_path: Path) -> None:
    documents, _ = read_paths([EXAMPLES / "lead-pipes"])
    reader = reader_of(kind, Library(documents))
    question = CASES["lead-pipes"]
    task = PlanTask(question=question, sources=reader.library.sources)
    with Store.open(tmp_path / "store.db") as store:
        run = store.create(Case(question=question), Panel(seats=(reader.seat,)), documents)
        async with store.take(run) as journal:
            first = await reader.answer(task, "r0/plan/author-1/0", journal)
        silent = SilentReader(reader.seat, reader.library)
        async with store.take(run) as journal:
            second = await silent.answer(task, "r0/plan/author-1/0", journal)
        places = [call.place for call in store.record(run).calls]
    assert first == second == reader.reply(task)
    assert places == ["r0/plan/author-1/0/a1"]


class SilentReader(Reader):
    """One that cannot answer, so that an answer can only come from the journal."""

    def view(self, corpus: object) -> View:
        raise AssertionError("it was asked")


PRESS = "The tram line costs 48 million euros. Of that sum, 12 million euros depend on a grant."
QUESTION = "What does the tram line cost?"


def test_a_dropped_condition_is_brought_back(library_of: Callable[..., Library], reader_of: MAKE) -> None:
    library = library_of(("Press release", "2024-05-01", PRESS))
    author, reviewer = reader_of("lexical", library), reader_of("semantic", library)
    plan, draft = drafted(author, QUESTION)
    found = challenged(reviewer, QUESTION, plan, draft)
    assert [each.kind for each in found] == [ChallengeKind.CONDITION]
    assert [answer.action for answer in respond(author, QUESTION, draft, found)] == [Action.CONCEDE]
    (edit,) = revise(author, QUESTION, plan, draft, found).edits
    assert edit.action == "revise" and edit.new is not None and edit.new.text == PRESS


def test_a_claim_that_fails_its_gate_is_withdrawn(library_of: Callable[..., Library], reader_of: MAKE) -> None:
    library = library_of(("Press release", "2024-05-01", PRESS))
    author = reader_of("lexical", library)
    quote = Citation(passage=library.passages[0].id, quote="The tram line costs 48 million euros.")
    claim = Claim(id="c1", kind=ClaimKind.STATED, text="The tram line costs 84 million euros.", citations=(quote,))
    draft = Draft(sections=(Section(title="Answer", claims=(claim,)),))
    finding = Finding(
        check="figures", version="1", claim="c1", outcome=Outcome.FAILS, gate=True, reason="84 is not in the quote"
    )
    plan = Plan(aspects=())
    task = ChallengeTask(
        question=QUESTION,
        plan=plan,
        sources=library.sources,
        passages=library.passages,
        draft=draft,
        findings=(finding,),
    )
    found = reader_of("semantic", library).reply(task)
    assert isinstance(found, Challenges)
    figure = next(each for each in found.challenges if each.claim == "c1" and each.kind is ChallengeKind.FIGURE)
    figure = figure.model_copy(update={"id": "r1.x.1"})
    (answer,) = respond(author, QUESTION, draft, [figure], [finding])
    assert answer.action is Action.WITHDRAW
    (edit,) = revise(author, QUESTION, plan, draft, [figure], [finding]).edits
    assert (edit.action, edit.claim) == ("withdraw", "c1")


def test_insistence_without_a_quote_that_bears_it_out_moves_nobody(
    library_of: Callable[..., Library], reader_of: MAKE
) -> None:
    library = library_of(("Press release", "2024-05-01", PRESS + " The mayor likes trams and gave a speech on Monday."))
    author = reader_of("semantic", library)
    _, draft = drafted(author, QUESTION)
    claim = next(claim for claim in draft.claims() if "48 million" in claim.text)
    quote = Citation(passage=library.passages[0].id, quote="The mayor likes trams and gave a speech on Monday.")
    for kind in (ChallengeKind.CONFLICT, ChallengeKind.NOT_CARRIED, ChallengeKind.FIGURE):
        objection = Challenge(
            id="r1.x.1",
            claim=claim.id,
            kind=kind,
            grounds="This is plainly wrong.",
            citations=(quote,),
            remedy=Remedy.WITHDRAW,
        )
        (answer,) = respond(author, QUESTION, draft, [objection])
        assert answer.action is Action.REBUT
        assert all(quotes.locate(each.quote, library.passages[0].text) for each in answer.citations)


@pytest.mark.parametrize("kind", AUTHORS)
def test_a_judge_says_who_has_the_better_quote(kind: str, library_of: Callable[..., Library], reader_of: MAKE) -> None:
    library = library_of(("Press release", "2024-05-01", PRESS + " The mayor likes trams and gave a speech on Monday."))
    passage = library.passages[0].id
    own = Citation(passage=passage, quote="The tram line costs 48 million euros.")
    other = Citation(passage=passage, quote="The mayor likes trams and gave a speech on Monday.")
    claim = Claim(id="c1", kind=ClaimKind.QUOTED, text=own.quote, citations=(own,))
    weak = Challenge(
        id="r1.x.1",
        claim="c1",
        kind=ChallengeKind.NOT_CARRIED,
        grounds="No.",
        citations=(other,),
        remedy=Remedy.WITHDRAW,
    )
    task = RuleTask(
        question=QUESTION,
        sources=library.sources,
        passages=library.passages,
        draft=Draft(sections=(Section(title="Answer", claims=(claim,)),)),
        findings=(),
        challenges=(weak,),
        responses=(Response(challenge=weak.id, action=Action.REBUT, grounds="It does.", citations=(own,)),),
    )
    ruled = reader_of(kind, library, Role.JUDGE).reply(task)
    assert isinstance(ruled, Judgements)
    (judgement,) = ruled.judgements
    assert judgement.verdict is Verdict.DISMISSED
    assert judgement.citations == (own,)


def test_seats_keep_what_they_are(library_of: Callable[..., Library], reader_of: MAKE) -> None:
    reader = reader_of("lexical", library_of(("A", None, "B")))
    assert reader.seat == Seat(role=Role.AUTHOR, model="reader:lexical", family="lexical")


def test_a_newer_source_overtakes_an_older_one(library_of: Callable[..., Library], reader_of: MAKE) -> None:
    library = library_of(
        ("Old register", "2019-03-01", "The ferry to Lund carries 90 cars on each crossing."),
        ("New register", "2024-03-01", "The ferry to Lund carries 140 cars on each crossing."),
    )
    question = "How many cars does the ferry to Lund carry?"
    plan, draft = drafted(reader_of("lexical", library), question)
    old = next(claim for claim in draft.claims() if "90 cars" in claim.text)
    draft = Draft(sections=(Section(title="Answer", claims=(old,)),))
    found = challenged(reader_of("semantic", library), question, plan, draft)
    assert (found[0].kind, found[0].claim) == (ChallengeKind.STALE, old.id)
    revision = revise(reader_of("lexical", library), question, plan, draft, found[:1])
    assert [len(each.sides) for each in revision.disagreements] == [2]


def test_a_time_bound_sentence_of_an_undated_source_is_marked(
    library_of: Callable[..., Library], reader_of: MAKE
) -> None:
    library = library_of(("Leaflet", None, "Currently the ferry to Lund carries 90 cars on each crossing."))
    question = "How many cars does the ferry to Lund carry?"
    author = reader_of("lexical", library)
    plan, draft = drafted(author, question)
    found = challenged(reader_of("semantic", library), question, plan, draft)
    assert [each.kind for each in found] == [ChallengeKind.UNDATED]
    (edit,) = revise(author, question, plan, draft, found).edits
    assert edit.new is not None and edit.new.text.endswith("(from an undated source).")


def test_a_missing_table_is_reported_and_added_row_by_row(library_of: Callable[..., Library], reader_of: MAKE) -> None:
    rows = (
        "| Ferry | Cars | Crossings a day |",
        "|---|---|---|",
        "| Tern | 90 | 12 |",
        "| Gull | 140 | |",
        "| Sum | | |",
    )
    table = "# Ferries to Lund\n\n" + "\n".join(rows)
    library = library_of(("Ferries to Lund", "2024-03-01", table))
    question = "How many cars do the ferries to Lund carry?"
    author, plan = reader_of("lexical", library), Plan(aspects=())
    found = challenged(reader_of("semantic", library), question, plan, Draft())
    assert [each.kind for each in found] == [ChallengeKind.MISSING]
    edits = revise(author, question, plan, Draft(), found).edits
    texts = [edit.new.text for edit in edits if edit.new]
    assert texts == ["Ferry Tern – Cars: 90; Crossings a day: 12.", "Ferry Gull – Cars: 140."]


def test_an_open_point_that_is_asked_for_comes_before_tables_and_is_added(
    library_of: Callable[..., Library], reader_of: MAKE
) -> None:
    tables = [
        (f"Ferries to {place}", "2024-03-01", f"# Ferries to {place}\n\n| Ferry | Cars |\n|---|---|\n| Tern | {cars} |")
        for place, cars in (("Lund", 90), ("Sund", 80), ("Ravel", 70))
    ]
    note = (
        "The ferries take six minutes to be charged at the quay. It is not known how the charger behaves below −15 °C."
    )
    library = library_of(("Note on the ferries", "2024-04-01", note), *tables)
    question = "How many cars do the ferries carry, and what is not settled?"
    reviewer, author = reader_of("semantic", library), reader_of("lexical", library)
    passage = library.passages[0].id
    quote = "The ferries take six minutes to be charged at the quay."
    said = Claim(id="c1", kind=ClaimKind.QUOTED, text=quote, citations=(Citation(passage=passage, quote=quote),))
    draft = Draft(sections=(Section(title="Answer", claims=(said,)),))
    found = challenged(reviewer, question, Plan(aspects=()), draft)
    opened = [each for each in found if "not settled" in each.grounds]
    assert [each.citations[0].quote for each in opened] == ["It is not known how the charger behaves below −15 °C."]
    assert [each.action for each in respond(author, question, draft, opened)] == [Action.CONCEDE]
