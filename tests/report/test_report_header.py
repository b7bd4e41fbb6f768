"""The head of a report names what the document cannot show: questions to the person, places changed, caps met."""

from __future__ import annotations

from typing import Any

from report_buses import buses
from report_council import council, events
from report_records import call, short

from moot.ledger.record import Record
from moot.report import html, markdown, wording
from moot.report.document import build
from moot.report.shape import Note, NoteKind, Report
from moot.words import (
    PERSON,
    Answered,
    Asked,
    Case,
    Challenge,
    Challenged,
    ChallengeKind,
    Checked,
    Draft,
    Drafted,
    Dropped,
    Edited,
    Event,
    Finding,
    LeftOut,
    Outcome,
    Remedy,
    Ruled,
    Ruling,
    Stopped,
    Verdict,
)


def notes(report: Report, kind: NoteKind) -> list[str]:
    return [note.text for note in report.header.notes if note.kind == kind]


def until(kind: type[Any], events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events up to the first of a kind, that one included."""
    at = next(n for n, event in enumerate(events) if isinstance(event, kind))
    return events[: at + 1]


def test_what_a_person_was_asked_and_answered_is_told() -> None:
    asked = Asked(round=0, seat="author-1", task="plan", question="Which ferry?")
    answered = Answered(round=0, seat="author-1", answer="The Skerry line")
    report = build(short(events=(asked, asked, answered, *short().events)))
    assert notes(report, "asked") == [
        "author-1 (reader:lexical) asked at plan: “Which ferry?” A person answered: “The Skerry line”"
    ]
    for page in (markdown.render(report), html.render(report)):
        assert "Which ferry?" in page and "The Skerry line" in page


def test_an_answer_without_words_is_no_word_of_the_person() -> None:
    asked = Asked(round=0, seat="author-1", task="plan", question="Which ferry?")
    answered = Answered(round=0, seat="author-1", answer="(nothing: go on as you think best)")
    report = build(short(events=(asked, answered, *short().events)))
    assert notes(report, "asked")[0].endswith("“Which ferry?” A person left it open")


def test_a_run_that_waits_says_for_what_and_how_it_goes_on() -> None:
    report = build(short(state="waiting", reason="Which ferry?", events=()))
    said = f"The run waits for an answer to “Which ferry?” (`moot answer {short().run} TEXT`): there is no draft yet."
    assert notes(report, "unfinished") == [said]


def test_who_was_author_in_which_round_is_told_where_places_change() -> None:
    swapped = short(case=Case(question="Is the ferry in use?", swap=True))
    assert not notes(build(short()), "swap")
    (first,) = notes(build(swapped), "swap")
    assert first.endswith("change places after each round: author-1 was author in round 1")
    challenged = next(event for event in swapped.events if isinstance(event, Challenged))
    again = [challenged.model_copy(update={"round": round}) for round in (2, 3)]
    report = build(swapped.model_copy(update={"events": (*swapped.events[:-1], *again, *swapped.events[-1:])}))
    assert "author-1 was author in round 1 and 3; reviewer-1 was author in round 2" in notes(report, "swap")[0]
    assert "reviewer-1 was author in round 2" in markdown.render(report)


def test_a_call_that_was_never_made_was_shown_nothing_and_what_it_left_undone_is_told() -> None:
    left = LeftOut(round=1, seat="author-1", task="revise", passages=("S1.1",), reason="did not fit the money left")
    stopped = Stopped(round=1, reason="the next call may cost more", capped=True)
    events = (*until(Ruled, short().events), left, stopped)
    made = call("r1/challenge/reviewer-1/0/a1", "double", "0.1")
    report = build(short(events=events, calls=(made,)))
    assert not notes(report, "left out")
    (capped,) = notes(report, "capped")
    assert capped.endswith("; nobody was asked to revise any more, so that 1 upheld challenge stayed unmended")
    asked = build(short(events=events, calls=(made, call("r1/revise/author-1/0/a2", "double", "0.1"))))
    assert notes(asked, "left out") and "unmended" not in notes(asked, "capped")[0]


def test_a_run_without_a_draft_promises_none() -> None:
    draft = Drafted(round=1, draft=Draft(gaps=("No draft could be made: it broke.",)))
    report = build(short(state="failed", reason="No draft could be made: it broke.", events=(draft,)))
    said = "The run is not finished (failed, No draft could be made: it broke): there is no draft yet."
    assert notes(report, "unfinished") == [said]
    for page in (markdown.render(report), html.render(report)):
        assert "No draft was made." in page and "Evidence, sentence by sentence" not in page
        assert "answer before the debate" not in page
    (stopped,) = notes(build(short(state="stopped", reason="It was interrupted.")), "unfinished")
    assert stopped.endswith("(stopped, It was interrupted): this is the best draft so far.")


def test_where_nothing_was_challenged_there_was_no_debate_to_be_before() -> None:
    drafted = until(Checked, short().events)
    assert "before the debate" not in markdown.render(build(short(events=drafted)))
    assert "before the debate" in markdown.render(build(short()))


def test_what_was_mended_is_not_called_unmended() -> None:
    events = (*until(Edited, short().events), Stopped(round=1, reason="the cap of 1 round was reached", capped=True))
    assert "unmended" not in notes(build(short(events=events)), "capped")[0]


def test_a_run_that_went_on_tells_its_rounds_and_caps_apart() -> None:
    before = short().events
    end = Stopped(round=2, reason="the cap of 2 rounds was reached", capped=True)
    challenge = Challenge(
        id="r4.person.1",
        by=PERSON,
        aspect="the costs",
        kind=ChallengeKind.MISSING,
        grounds="the costs",
        remedy=Remedy.ADD,
    )
    ruling = Ruling(challenge=challenge.id, by=PERSON, verdict=Verdict.UPHELD, reason="a person asked for it")
    drafted = next(event for event in reversed(before) if isinstance(event, Drafted))
    later = (
        Challenged(round=4, challenge=challenge),
        Ruled(round=4, ruling=ruling),
        drafted.model_copy(update={"round": 5}),
        Challenged(round=5, challenge=challenge.model_copy(update={"id": "r5.reviewer-1.1", "by": "reviewer-1"})),
        Stopped(round=6, reason="the cap of 2 rounds was reached", capped=True),
    )
    once = build(short(events=(*before[:-1], end)))
    assert notes(once, "capped") == ["A cap ended the run in round 2: the cap of 2 rounds was reached"]
    report = build(short(events=(*before[:-1], end, *later)))
    assert notes(report, "capped") == [
        "A cap ended the argument in round 2: the cap of 2 rounds was reached; the run went on when a person asked "
        "for more",
        "A cap ended the argument over what was added in round 6: the cap of 2 rounds was reached",
    ]
    page = markdown.render(report)
    assert "Rounds: 2, and 2 more on what a person asked to be added (numbered 4 to 5); protocol" in page
    assert "2 rounds, anew after each addition" in page
    assert "- **asked for, nothing added** (round 4, person, missing), the draft: the costs\n" in page
    again = Challenged(round=7, challenge=challenge.model_copy(update={"id": "r7.person.1"}))
    page = markdown.render(build(short(events=(*before[:-1], end, *later, again))))
    assert "3 more on what a person asked to be added (numbered 4, 5, 7); protocol" in page
    assert "anew" not in markdown.render(once) and "Rounds: 2; protocol" in markdown.render(once)


def test_what_was_left_out_of_an_answer_is_told() -> None:
    lost = Dropped(round=2, seat="author-1", sentences=("All is well.",), reasons=("premise A.c1 is contested",))
    told = short()
    (said,) = notes(build(told.model_copy(update={"events": (*told.events, lost)})), "dropped")
    assert "1 sentence of the answer by author-1" in said and "“All is well.” (a premise is contested)" in said
    assert not notes(build(told), "dropped")


def test_that_what_was_to_answer_the_question_fell_is_told_before_all_else() -> None:
    lost = Dropped(
        round=2,
        seat="author-1",
        sentences=("All is well.", "It will rain."),
        reasons=("its premises say nothing of it", "premise A.c1 is contested"),
        lead=True,
    )
    report = build(council(events=(*events(), lost)))
    first, *others = report.header.notes
    assert first.text == (
        "What was to answer the question did not stand: “All is well.” (its premises say nothing of it)"
    )
    assert [note.text.split(", as")[0] for note in others if note.kind == "dropped"] == [
        "1 sentence of the answer by author-1 (anthropic:a) left out"
    ]
    assert report.cover and [line.kind for line in report.cover.lines][:3] == ["unanswered", "answer", "contested"]
    dropped = next(line for line in report.cover.lines if line.kind == "dropped")
    assert report.cover.lines[0].text == first.text and "“It will rain.”" in dropped.text
    head, _, _ = markdown.render(report).partition("Marks:")
    assert f"> {first.text}" in head.splitlines()
    page = html.render(report)
    assert page.index(first.text) < page.index("It will rain.") < page.index("<details") < page.index("In half a page")


def test_that_the_first_sentence_of_an_answer_does_not_stand_is_told_at_the_head() -> None:
    asked = buses()
    (c1, *_), bad = asked_answer(asked), "follows from nothing"
    fallen = Finding(check="premises", version="1", claim=c1, outcome=Outcome.FAILS, gate=True, reason=bad)
    said = tuple(
        each.model_copy(update={"findings": (*(f for f in each.findings if f.claim != c1), fallen)})
        if isinstance(each, Checked)
        else each
        for each in asked.events
    )
    assert not notes(build(asked), "unanswered")
    (told,) = notes(build(asked.model_copy(update={"events": said})), "unanswered")
    assert told.startswith("What was to answer the question did not stand: “") and "(sentence 1, unsupported" in told


def asked_answer(record: Record) -> list[str]:
    return [claim.id for claim in build(record).draft.sections[0].claims]


def test_notes_are_folded_under_what_they_are_about() -> None:
    unread, kept = (
        Note(kind="unread", text="a.pdf was not read"),
        Note(kind="left out", text="author-1 was not shown 1"),
    )
    dropped = Note(kind="dropped", text="1 sentence left out")
    report = build(short())
    noted = report.model_copy(update={"header": report.header.model_copy(update={"notes": (unread, kept, dropped)})})
    assert list(wording.folded(noted)) == [
        ("On the sources: 1 not read", [unread]),
        ("On the seats: 1 not shown everything", [kept]),
    ]
    page = html.render(noted)
    assert page.index(dropped.text) < page.index("On the sources") < page.index(unread.text)
    assert page.index(unread.text) < page.index("On the seats") < page.index(kept.text)
    assert wording.remarks(noted) == [unread, kept]
