"""Sourced answers: the data holds what it says, right answers pass, and wrong ones of every kind do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from moot.bench.suites.sourced.forms import figure_of, gives, holds
from moot.bench.suites.sourced.question import FOLDERS, Kind, Question, Support, questions
from moot.bench.suites.sourced.silence import denies, speaks_of
from moot.bench.suites.sourced.suite import Sourced, opened
from moot.bench.suites.suite import Desk, Mark
from moot.bench.suites.suite import opened as any_suite
from moot.errors import UsageError
from moot.evidence.library import Library
from moot.evidence.read import read_paths
from moot.ledger.record import Record
from moot.ledger.store import Store
from moot.models.seating import Seater
from moot.report.document import build
from moot.report.shape import Report
from moot.text.quotes import locate
from moot.verify.premises import Premises
from moot.verify.quotes import ExactQuote
from moot.verify.read import SourceRead
from moot.verify.reckoning.given.expression import evaluate
from moot.verify.referee import Referee
from moot.words import Case, Checked, Citation, Claim, ClaimKind, Draft, Drafted, Panel, Role, Row, Seat, Section, Table

ALL = questions()
ANSWERED = [each for each in ALL if each.answer]
SILENT = [each for each in ALL if not each.answer]
SEAT = Seat(role=Role.AUTHOR, model="double:x", family="double")


@cache
def library(folder: str) -> Library:
    documents, unread = read_paths([FOLDERS / folder])
    assert not unread
    return Library(documents)


def cite(question: Question, places: Iterable[Support]) -> list[Citation]:
    """The quotes as a report would cite them: in the passage that holds them."""
    return [citation for place in places for citation in _passages(question, place)[:1]]


def _passages(question: Question, place: Support) -> list[Citation]:
    held = library(question.folder)
    files = {source.id: Path(source.origin).name for source in held.sources}
    return [
        Citation(passage=passage.id, quote=passage.text[span.start : span.end])
        for passage in held.passages
        if files[passage.source] == place.file and (span := locate(place.quote, passage.text))
    ]


def elsewhere(question: Question) -> Citation:
    """A line of the sources that bears nothing out: another row where the answer is in a table."""
    support = [place for places in question.support for place in places]
    held = library(question.folder)
    files = {source.id: Path(source.origin).name for source in held.sources}
    home = [each for each in held.passages if any(place.file == files[each.source] for place in support)]
    for passage in home or held.passages:
        for line in passage.text.splitlines():
            long = len(line.split()) > 3 and not line.startswith("|--")
            if long and not any(_shares(place.quote, line, passage.text) for place in support):
                return Citation(passage=passage.id, quote=line)
    raise AssertionError(question.id)


def _shares(quote: str, line: str, text: str) -> bool:
    mine, theirs = locate(quote, text), locate(line, text)
    return bool(mine and theirs and mine.start < theirs.end and theirs.start < mine.end)


def claim(n: int, text: str, citations: Sequence[Citation] = (), **more: object) -> Claim:
    kind = ClaimKind.INFERRED if "premises" in more else ClaimKind.STATED
    return Claim.model_validate({"id": f"c{n}", "kind": kind, "text": text, "citations": citations} | more)


def report(question: Question, sections: Sequence[Section], gaps: Sequence[str] = ()) -> Report:
    held, draft = library(question.folder), Draft(sections=tuple(sections), gaps=tuple(gaps))
    checks = Referee([SourceRead(), ExactQuote(), Premises()])
    findings = tuple(checks.findings(list(draft.claims()), held))
    return build(
        Record(
            run="r",
            created="2026-01-01T00:00:00Z",
            state="done",
            case=Case(question=question.asked),
            panel=Panel(seats=(SEAT,)),
            documents=held.documents,
            events=(Drafted(round=1, draft=draft), Checked(round=1, findings=findings)),
            usd=Decimal(0),
        )
    )


def marked(question: Question, *told: str, cited: Sequence[Citation] | None = None, gaps: Sequence[str] = ()) -> Mark:
    """The mark of a report whose answer says so, citing what bears the answer out if nothing else is said."""
    known = cite(question, (places[0] for places in question.support)) or [elsewhere(question)]
    citations = known if cited is None else cited
    claims = tuple(claim(n, text, citations) for n, text in enumerate(told, 1))
    sections = [Section(title="Answer", claims=claims)] if claims else []
    return whole(question, report(question, sections, gaps))


def whole(question: Question, answer: Report) -> Mark:
    suite = Sourced()
    task = next(each for each in suite.tasks() if each.id == question.id)
    return suite.mark(task, answer)


def part(mark: Mark, name: str) -> float | None:
    return next((each.score for each in mark.parts if each.name == name), None)


def right(question: Question) -> str:
    return f"It is {' and '.join(forms[0] for forms in question.answer)}."


def by_id(id: str) -> Question:
    return next(each for each in ALL if each.id == id)


# --- the data -------------------------------------------------------------------------------------------------------


def test_there_are_enough_questions_of_every_kind() -> None:
    kinds = Counter(each.kind for each in ALL)
    least = {
        Kind.UNANSWERABLE: 15,
        Kind.CONFLICT: 10,
        Kind.COMPUTED: 8,
        Kind.TABLE: 8,
        Kind.LANGUAGE: 6,
        Kind.PROSE: 8,
    }
    assert len(ALL) >= 60 and all(kinds[kind] >= number for kind, number in least.items())
    assert len({each.id for each in ALL}) == len(ALL) and len({each.asked for each in ALL}) == len(ALL)
    assert len({each.folder for each in ALL}) >= 12
    assert {each.kind is Kind.UNANSWERABLE for each in SILENT} == {True}


def test_folders_are_small_readable_and_all_asked_about() -> None:
    assert {path.name for path in FOLDERS.iterdir()} == {each.folder for each in ALL}
    for folder in FOLDERS.iterdir():
        files = list(folder.iterdir())
        assert 3 <= len(files) <= 6 and len(library(folder.name).documents) == len(files)
    whole = sum(path.stat().st_size for path in FOLDERS.parent.rglob("*") if path.suffix not in (".py", ".pyc"))
    assert whole < 600_000


@pytest.mark.parametrize("question", ANSWERED, ids=lambda each: each.id)
def test_the_answer_follows_from_the_quotes(question: Question) -> None:
    for places in question.support:
        for place in places:
            assert _passages(question, place), place.quote
    quoted = " … ".join(place.quote for places in question.support for place in places)
    if not question.rule:
        assert all(any(gives(quoted, form) for form in forms) for forms in question.answer)
        return
    computed = evaluate(question.rule)
    figure = figure_of(question.answer[0][0])
    assert figure is not None and computed.value in (figure.value, figure.value / Decimal(10) ** 6)
    assert all(holds(quoted, str(operand)) for operand in computed.operands)


@pytest.mark.parametrize("question", ALL, ids=lambda each: each.id)
def test_forms_are_what_they_say_and_near_values_are_others(question: Question) -> None:
    forms = [form for item in question.answer for form in item]
    assert all(gives(f"It is {form}.", form) for form in forms)
    for near in question.near:
        assert gives(f"It is {near.value}.", near.value) and not gives(question.asked, near.value)
        assert not any(gives(f"It is {near.value}.", form) or gives(f"It is {form}.", near.value) for form in forms)
        assert not any(holds(question.asked, word) for word in near.of)


# --- right answers --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", ANSWERED, ids=lambda each: each.id)
def test_a_right_answer_passes_in_each_of_its_forms(question: Question) -> None:
    assert marked(question, right(question)).score == 1
    for n in range(max(len(forms) for forms in question.answer)):
        told = " and ".join(forms[min(n, len(forms) - 1)] for forms in question.answer)
        assert marked(question, f"It is {told}.").score == 1, told


@pytest.mark.parametrize("question", SILENT, ids=lambda each: each.id)
def test_silence_passes_where_the_sources_are_silent(question: Question) -> None:
    assert marked(question, gaps=[f"The sources do not say: {question.asked}"]).score == 1
    assert marked(question, f"The sources do not answer the question “{question.asked}”").score == 1


# --- wrong answers --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", ALL, ids=lambda each: each.id)
def test_near_values_do_not_pass(question: Question) -> None:
    for near in question.near:
        mark = marked(question, f"It is {near.value}.")
        assert mark.score == 0 and part(mark, "answer") in (0, None)


@pytest.mark.parametrize("question", ANSWERED, ids=lambda each: each.id)
def test_the_answer_cited_to_another_place_does_not_pass(question: Question) -> None:
    mark = marked(question, right(question), cited=[elsewhere(question)])
    assert (mark.score, part(mark, "answer"), part(mark, "citation")) == (0, 1, 0)
    assert marked(question, right(question), cited=[]).score == 0


@pytest.mark.parametrize("question", ANSWERED, ids=lambda each: each.id)
def test_silence_does_not_pass_where_the_sources_speak(question: Question) -> None:
    said = f"The sources do not say: {question.asked}"
    assert marked(question, gaps=[said]).score == 0
    both = marked(question, right(question), gaps=[said])
    assert (both.score, part(both, "answer"), part(both, "abstention")) == (0, 1, 0)


@pytest.mark.parametrize("question", ANSWERED, ids=lambda each: each.id)
def test_a_rival_beside_the_answer_does_not_pass(question: Question) -> None:
    mark = marked(question, right(question), f"It is {question.near[0].value}.")
    assert (mark.score, part(mark, "answer")) == (0, 0)


@pytest.mark.parametrize("question", SILENT, ids=lambda each: each.id)
def test_an_answer_beside_silence_does_not_pass(question: Question) -> None:
    stem = question.asked.rstrip(" ?")
    mark = marked(question, f"{stem}: {question.near[0].value}.", gaps=[f"The sources do not say: {question.asked}"])
    assert mark.score == 0
    assert marked(question).score == 0, "an empty document says nothing"


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("velm-6", "The sources do not say who the engineer was in 1931."),
        ("sorrel-5", "The trial only tested velotinib 20 mg; no result for 40 mg is reported."),
        ("lantern-6", "Visitor numbers for Dark Rooms are not given; in 2023 the museum had 41,200 visitors."),
        ("brack-6", "The headcount for June 2023 is not reported; only that of June 2024 is (164)."),
        ("ktp-5", "KTP 12 has not been published yet, so its requirements are not available."),
        ("keld-6", "Loans for Harne in 2021 are not in the table, which begins with 2022."),
        ("saental-6", "Die Quellen nennen keine Kosten für den Bau der Haltestelle Arvenwald."),
    ],
)
def test_silence_in_own_words_passes(id: str, said: str) -> None:
    assert marked(by_id(id), said, cited=[]).score == 1
    assert marked(by_id(id), gaps=[said]).score == 1


@pytest.mark.parametrize(
    ("id", "gap"),
    [
        ("velm-1", "The sources do not say how the filter hall would treat water in winter."),
        ("lantern-5", "Whether the family ticket includes the workshop is not stated."),
        ("keld-1", "The sources do not say who will drive the bus after Mrs Quine."),
        ("salvet-4", "The sources do not give the value of the sea bass landed in 2023."),
    ],
)
def test_what_else_is_missing_may_be_said_beside_the_answer(id: str, gap: str) -> None:
    assert marked(by_id(id), right(by_id(id)), gaps=[gap]).score == 1


def test_another_figure_in_the_words_of_the_question_is_no_silence() -> None:
    question = by_id("keld-6")
    gap = "The sources do not give the loans of the branch in Harne in 2021."
    told = "The branch in Harne had 19,750 loans in 2021."
    assert marked(question, told, gaps=[gap]).score == 0
    assert marked(question, "The branch in Harne opened in 2021.", gaps=[gap]).score == 1


def test_a_sentence_that_the_report_marks_as_unsupported_neither_answers_nor_rivals() -> None:
    question = by_id("velm-2")
    (passage,) = {each.passage for each in cite(question, question.support[0])}
    false = [Citation(passage=passage, quote="which nobody wrote")]
    assert part(marked(question, right(question), cited=false), "answer") == 0
    told = claim(1, right(question), cite(question, question.support[0]))
    rival = claim(2, "It is 2400 m³.", false)
    assert whole(question, report(question, [Section(title="Answer", claims=(told, rival))])).score == 1


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("sorrel-1", "228 patients were randomised (115 to velotinib and 113 to placebo), fewer than the 240 planned."),
        ("keld-4", "A borrower may have twenty items at a time; before January 2024 the limit was twelve items."),
        (
            "brack-4",
            "Brackwater Boats now expects 84 to 88 million kronor, down from the 95 to 100 million of August.",
        ),
        ("horno-1", "10 % of the surplus goes to the school; 30 % goes to the reserve and 60 % to the members."),
        ("saental-5", "Die Haltestelle wird im Frühjahr 2025 gebaut, nicht erst 2026."),
        ("quill-3", "Quillmark 4.1 takes 38.4 s and 3.6 takes 63.0 s, so 4.1 is 24.6 seconds faster."),
        ("pell-1", "The drill got stuck at 58 m, when the hole was at a depth of 61 m."),
    ],
)
def test_other_values_told_as_what_they_are_do_no_harm(id: str, said: str) -> None:
    assert marked(by_id(id), said).score == 1


def test_five_candidates_are_no_answer_even_told_as_what_they_are() -> None:
    question = by_id("lantern-4")
    assert marked(question, "In 2022 38,200 people came, in 2023 41,200, which is 3,000 more.").score == 1
    table = by_id("lantern-3")
    rows = (
        "In 2019 10,400 school children came; in 2021 2,200; in 2022 8,300; in 2023 9,850; in 2020 600 school children."
    )
    assert part(marked(table, rows), "answer") == 0
    assert part(marked(table, "In 2022 8,300 school children came, and in 2023 9,850."), "answer") == 1
    assert part(marked(table, "8,300 school children came, or 9,850."), "answer") == 0


def test_what_stands_further_down_or_only_in_a_table_does_not_answer() -> None:
    question = by_id("velm-2")
    told = claim(1, right(question), cite(question, question.support[0]))
    beside = claim(2, "The tower in Kiln Street is of brick.")
    below = [Section(title="Answer", claims=(beside,)), Section(title="Basins", claims=(told,))]
    assert whole(question, report(question, below)).score == 0
    rows = [("Upper Basin", "4200"), ("Lower Basin", "6800"), ("Aal Road tank", "2400"), ("Pell Wood tank", "1500")]
    rows.append(("Kiln Tower", "350"))
    cells = [
        Row(label=label, cells=(claim(n, value, cite(question, question.support[0]), about=f"{label} · Volume (m³)"),))
        for n, (label, value) in enumerate(rows, 1)
    ]
    listed = Section(title="Basins", tables=(Table(caption="", columns=("Volume (m³)",), rows=tuple(cells)),))
    assert whole(question, report(question, [listed])).score == 0
    one = listed.model_copy(update={"tables": (listed.tables[0].model_copy(update={"rows": (cells[1],)}),)})
    assert whole(question, report(question, [one])).score == 1


def test_an_inference_cites_what_its_premises_cite() -> None:
    question = by_id("pell-5")
    answer = Section(title="Answer", claims=(claim(1, "The ash comes from Skarn.", premises=("c2",)),))
    for cited, score in ((cite(question, question.support[0]), 1), ([elsewhere(question)], 0)):
        ground = Section(title="Ash", claims=(claim(2, "The chemistry fits the volcano Skarn.", cited),))
        assert whole(question, report(question, [answer, ground])).score == score


def test_every_passage_that_a_computation_needs_must_be_cited() -> None:
    question = by_id("velm-3")
    mark = marked(question, right(question), cited=cite(question, question.support[0]))
    assert (mark.score, part(mark, "answer"), part(mark, "citation")) == (0, 1, 0.5)


# --- figures, names, silence ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "given"),
    [
        ("It had 41,200 visitors.", "41,200 people", True),
        ("It had 41,300 visitors.", "41,200 visitors", False),
        ("The 4 towns met.", "4 boats", False),
        ("There are 12 full-time members.", "12 members", True),
        ("It is 12 km away.", "12 members", False),
        ("It opened in March 2021.", "14 March 2021", False),
        ("It rose by 12.4 percentage points.", "12.4 %", False),
        ("It takes 90 minutes.", "1.5 hours", True),
        ("It cost €3,100,000.", "3.1 million euros", True),
        ("It was raised from twelve to twenty.", "twenty items", True),
        ("It was between twelve and twenty.", "twenty items", False),
        ("Built by Adá Lund's firm.", "Ada Lund", True),
        ("Lundgren built it.", "Lund", False),
        ("It had about 40,000 visitors.", "41,200 people", False),
        ("It had about 41,000 visitors.", "41,200 people", True),
    ],
)
def test_figures_are_compared_as_figures_and_names_as_words(text: str, value: str, given: bool) -> None:
    assert gives(text, value) is given


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("The sources do not mention “Millford”.", True),
        ("No source gives visitor numbers for Millford.", True),
        ("The visitor numbers of Millford are not stated.", True),
        ("Die Quellen nennen keine Besucher in Millford.", True),
        ("No data on Millford are held.", True),
        ("There is no record of visitors to Millford.", True),
        ("Visitor figures for Millford are not in the table.", True),
        ("Nobody is named who counted the visitors of Millford.", True),
        ("The documents do not say how the turnstile works.", False),
        ("Millford had 300 visitors.", False),
        ("The museum did not open in winter.", False),
    ],
)
def test_silence_is_told_from_what_else_is_missing(text: str, speaks: bool) -> None:
    question = "How many visitors did Millford have?"
    assert (denies(text) and speaks_of(text, question)) is speaks


def test_silence_on_another_matter_is_not_silence_on_this() -> None:
    other = "The sources do not say who brings glass bottles of red wine to the lodge."
    assert denies(other) and marked(by_id("tarn-6"), gaps=[other]).score == 0


# --- the suite ------------------------------------------------------------------------------------------------------


async def test_a_reader_takes_a_task_and_the_record_goes_on(tmp_path: Path) -> None:
    suite, began = any_suite("sourced"), list[str]()
    task = suite.tasks()[0]
    with Store.open(tmp_path / "moot.db") as store:
        attempt = await suite.attempt(task, "reader:lexical", Desk(store, Seater({}), began=began.append))
        again = await suite.attempt(task, "reader:lexical", Desk(store, Seater({}), record=attempt.record))
    assert began == [attempt.record] and again.record == attempt.record
    assert attempt.usd == 0 and attempt.seconds is not None and attempt.output_tokens is None
    assert suite.mark(task, attempt.answer) == suite.mark(task, again.answer)


async def test_a_panel_takes_a_task(tmp_path: Path) -> None:
    panel = tmp_path / "both.toml"
    seats = ("author", "lexical"), ("reviewer", "semantic")
    panel.write_text("".join(f'[[seat]]\nrole = "{role}"\nmodel = "reader:{model}"\n' for role, model in seats))
    suite = opened("")
    with Store.open(tmp_path / "moot.db") as store:
        attempt = await suite.attempt(suite.tasks()[1], f"panel:{panel}", Desk(store, Seater({})))
    assert [seat.model for seat in attempt.answer.header.seats] == ["reader:lexical", "reader:semantic"]


async def test_who_answers_no_questions_is_refused(tmp_path: Path) -> None:
    suite = opened("")
    assert not suite.refuses("reader:lexical") and not suite.refuses("panel:both")
    with Store.open(tmp_path / "moot.db") as store, pytest.raises(UsageError, match="answers no questions"):
        await suite.attempt(suite.tasks()[0], "verifier:embedded", Desk(store, Seater({})))


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match="no suite 'sauced'; there are claims, "):
        any_suite("sauced")
    with pytest.raises(UsageError, match="no use for 'x'"):
        any_suite("sourced:x")
