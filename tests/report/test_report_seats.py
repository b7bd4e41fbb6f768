"""Who sat in a council, what a lost seat takes from the result, and what its head says of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from report_council import (
    PANEL,
    compared,
    council,
    events,
    notes,
    without,
)
from report_records import call, seat, short

from moot.report.document import build
from moot.words import (
    Case,
    Challenged,
    Convened,
    Edited,
    Moved,
    Opened,
    Panel,
    Replaced,
    Responded,
    Role,
    Ruled,
    SeatFailed,
    Stopped,
)


def test_the_head_says_what_a_lost_seat_takes_from_the_result() -> None:
    text = notes(build(council()))
    assert "author-4 (openai:b, gpt) wrote no draft: late: no answer within 60 s; what only it would have seen" in text
    assert "agreement counts three drafts, not four" in text
    assert "judge-1 (gemini:j) gave no usable answer to rule in round 1: the key was refused; the evidence" in text
    assert "openrouter:qwen/q (family qwen) took the seat of author-3 (gemini:c) at draft in round 1" in text


def test_one_draft_alone_agrees_with_nothing() -> None:
    told = tuple(e for e in events() if not isinstance(e, Opened) or e.label == "A")
    report = build(council(events=told))
    assert "one draft alone agrees with nothing" in notes(report)
    assert report.header.panel == "same-family panel, degraded"


@pytest.mark.parametrize(("family", "panel"), [("claude", "same-family panel"), ("gpt", "mixed panel")])
def test_families_are_those_that_answered_fallbacks_as_what_they_are(family: str, panel: str) -> None:
    first, second = (
        seat(Role.AUTHOR, f"x:{n}", of).model_copy(update={"instance": n}) for n, of in ((1, "claude"), (2, "gpt"))
    )
    told = (
        Convened(seed=1),
        Replaced(round=1, seat="author-2", task="draft", model="x:3", family=family, reason="late"),
        *(event for event in events() if isinstance(event, Opened) and event.label in "AB"),
    )
    report = build(council(panel=Panel(seats=(first, second)), events=told))
    assert report.header.panel == panel
    assert report.header.seats[1].taken[-1].family == family


def test_a_lost_seat_can_leave_one_family() -> None:
    lost = SeatFailed(round=1, seat="author-2", task="draft", reason="late")
    told = (*(e for e in events() if not isinstance(e, Opened) or e.label == "A"), lost)
    assert build(council(events=told)).header.panel == "same-family panel, degraded"


def test_baselines_say_what_they_are() -> None:
    solo: dict[str, Any] = {"panel": Panel(seats=PANEL.seats[:1]), "case": Case(question="?", protocol="solo")}
    assert build(short(**solo)).header.panel == "one author, nobody challenged"
    seats = tuple(seat(Role.AUTHOR, "x:a", "claude").model_copy(update={"instance": n}) for n in (1, 2, 3))
    told = tuple(e for e in events() if not isinstance(e, SeatFailed | Replaced | Challenged | Moved))
    vote = build(council(panel=Panel(seats=seats), case=Case(question="?", protocol="vote"), events=told))
    assert vote.header.panel == "vote of three drafts of one model, nobody challenged"


def test_where_every_seat_failed_there_is_a_report_all_the_same() -> None:
    told = (Convened(seed=1), *(SeatFailed(round=1, seat=s.id, task="draft", reason="late") for s in PANEL.seats[:4]))
    report = build(council(events=told, state="failed", reason="no draft could be made"))
    assert [each.label for each in compared(report).drafts] == ["", "", "", ""]
    assert compared(report).statements == ()


def test_calls_of_a_fallback_count_as_calls_of_its_model() -> None:
    calls = (call("r1/draft/author-3/0/a1", "c", "0.1"), call("r1/draft/author-3~1/0/a1", "q", "0.2"))
    run = build(council(calls=calls)).run
    assert run.calls == 2
    assert [use.model for use in run.models] == ["c", "q"]


@pytest.mark.parametrize(
    ("failed", "lost"),
    [
        (("author-1",), "another seat wrote the answer"),
        (("author-1", "author-2", "author-3"), "the answer is that of the merged drafts"),
    ],
)
def test_a_seat_that_cannot_write_the_answer_takes_it_away_only_if_nobody_else_can(
    failed: Sequence[str], lost: str
) -> None:
    told = (*events(), *(SeatFailed(round=2, seat=each, task="compose", reason="late") for each in failed))
    assert f"gave no usable answer to compose: late; {lost}" in notes(build(council(events=told)))


def test_where_author_and_reviewer_change_places_each_edits_in_its_own_round() -> None:
    record = short(case=Case(question="?", swap=True))
    by = {step.what: step.by for step in build(record).views["c1"].history}
    assert (by["drafted"], by["revised"]) == ("author-1", "author-1")
    later = tuple(e.model_copy(update={"round": 2}) if isinstance(e, Edited) else e for e in record.events)
    swapped = build(record.model_copy(update={"events": later})).views["c1"].history
    assert {step.what: step.by for step in swapped}["revised"] == "reviewer-1"


def test_where_readers_took_every_seat_the_head_says_so() -> None:
    def taken(id: str) -> Replaced:
        return Replaced(round=1, seat=id, task="draft", model="reader:lexical", family="lexical", reason="late")

    told = tuple(taken(seat.id) for seat in PANEL.seats)
    text = "In the end no language model held a seat"
    assert text in notes(build(council(events=(*told, *without(Replaced)))))
    assert text not in notes(build(council(events=(*told[1:], *without(Replaced)))))


def test_a_council_that_failed_at_the_plan_lacks_no_reviewer() -> None:
    failed = (SeatFailed(round=0, seat="author-1", task="plan", reason="late"),)
    assert build(council(events=failed, state="failed")).header.panel == "mixed panel, degraded"
    capped = (*events()[:8], Stopped(round=0, reason="no money", capped=True))
    assert "A cap ended the run before the first round: no money" in notes(build(council(events=capped)))


@pytest.mark.parametrize("swap", [True, False])
def test_whoever_reviewed_after_changing_places_counts_as_a_reviewer(swap: bool) -> None:
    failed = SeatFailed(round=1, seat="reviewer-1", task="challenge", reason="refused")
    kept = [e for e in short().events if not isinstance(e, Challenged | Responded | Ruled | Edited)]
    calls = (call("r1/challenge/reviewer-1/0/a1", "", "0"), call("r2/challenge/author-1/0/a1", "", "0"))
    case = Case(question="?", swap=swap)
    said = build(short(case=case, events=(kept[0], failed, *kept[1:]), calls=calls)).header.panel
    assert ("no reviewer answered" in said) is not swap
    alone = build(short(case=case, events=(kept[0], failed, *kept[1:]), calls=calls[:1])).header.panel
    assert alone == "no reviewer answered, degraded"
