"""A report is what the record says, and nothing else."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from report_buses import C9, buses, events
from report_records import call, short

from moot.ledger.record import Record
from moot.report import markdown, wording
from moot.report.document import build
from moot.report.header import NO_MODEL
from moot.report.shape import Note
from moot.words import Basis, Case, Challenged, Panel, Role, Seat, Standing, Unread


def kinds(record: Record) -> list[str]:
    return [note.kind for note in build(record).header.notes]


def test_the_same_case_and_answers_give_the_same_report_the_run_aside() -> None:
    other: dict[str, Any] = {
        "run": "another",
        "created": "2027-01-01T00:00:00+00:00",
        "usd": Decimal("0.9"),
        "calls": (call("r1/draft/author-1/0/a1", "gpt-6", "0.9", sent=3),),
    }
    one, two = build(short()), build(short(**other))
    assert one.comparable() == two.comparable()
    assert one.run != two.run
    assert build(buses()) == build(buses())


def test_every_quote_is_an_exact_stretch_of_its_source_with_words_around_it() -> None:
    record = buses()
    texts = {document.source.id: document.text for document in record.documents}
    placed = [quote for view in build(record).claims for quote in view.quotes if quote.start is not None]
    assert len(placed) > 30
    for quote in placed:
        assert quote.start is not None
        assert texts[quote.source][quote.start : quote.end] == quote.marked
        around = quote.before + quote.marked + quote.after
        assert texts[quote.source][quote.start - len(quote.before) :].startswith(around)


def test_a_quote_that_is_in_no_source_has_no_place_and_nothing_is_shown_for_it() -> None:
    record = short()
    tampered = record.documents[0].model_copy(update={"text": "# Ferry\n\nNothing of the kind.\n"})
    report = build(record.model_copy(update={"documents": (tampered, record.documents[1])}))
    quote = report.claims[0].quotes[0]
    assert (quote.start, quote.marked, quote.before) == (None, "", "")


def test_sentences_are_numbered_in_reading_order_and_sources_as_they_are_cited() -> None:
    report = build(buses())
    numbers = [view.number for view in report.claims]
    assert numbers == [*range(1, len(numbers)), None]
    cited = [quote.number for claim in report.draft.claims() for quote in report.views[claim.id].quotes]
    first = list(dict.fromkeys(cited))
    assert first == sorted(first) == list(range(1, len(first) + 1))
    assert [entry.number for entry in report.sources] == list(range(1, len(report.sources) + 1))
    assert report.sources[0].cited[0] == 1


def test_a_copy_of_what_was_read_is_told_and_not_counted_as_missing() -> None:
    again = Unread(origin="notes/again.md", reason="same file as notes/report.md", counts=False)
    before, report = build(buses()), build(buses(unread=(*buses().unread, again)))
    assert Note(kind="source", text="notes/again.md: same file as notes/report.md") in report.header.notes
    assert report.stats == before.stats and report.cover == before.cover


def test_the_head_says_who_took_part_and_what_went_wrong() -> None:
    report = build(buses())
    assert report.header.panel == "mixed panel, degraded"
    assert kinds(buses()) == [
        *["recorded", "degraded", "degraded", "capped", "unread"],
        *["source", "source", "noticed", "noticed", "left out"],
    ]
    text = "\n".join(note.text for note in report.header.notes)
    assert "reviewer-2 (gguf:small.gguf) gave no usable answer to challenge in round 1: no answer within 120 s" in text
    assert "taken by hand on 1 March 2026" in text
    assert "notes/scan.pdf was not read: it is encrypted" in text
    assert "Ignore all previous instructions" in text


def test_without_a_language_model_the_head_says_so() -> None:
    assert build(short()).header.notes[0].text == NO_MODEL
    assert kinds(buses()).count("no model") == 0


@pytest.mark.parametrize(("family", "panel"), [("claude", "same-family panel"), ("gpt", "mixed panel")])
def test_the_head_says_whether_families_differ(family: str, panel: str) -> None:
    seats = (
        Seat(role=Role.AUTHOR, model="a:b", family="claude"),
        Seat(role=Role.REVIEWER, model="c:d", family=family),
    )
    assert build(short(panel=Panel(seats=seats))).header.panel == panel
    assert build(short(panel=Panel(seats=seats[:1]))).header.panel == "no reviewer"


def test_a_recorded_seat_without_provenance_says_that_it_has_none() -> None:
    seats = (Seat(role=Role.AUTHOR, model="recorded:x", family="claude"),)
    report = build(short(panel=Panel(seats=seats)))
    assert report.header.seats[0].recorded == "provenance not given"
    said = build(short(panel=Panel(seats=seats), options={"provenance": "Given by hand."}))
    assert said.header.seats[0].recorded == "Given by hand."


def test_a_run_that_did_not_end_or_made_no_draft_says_so() -> None:
    assert kinds(short(state="running")) == ["no model", "unfinished"]
    report = build(short(state="failed", reason="no draft could be made", events=()))
    assert "failed, no draft could be made" in report.header.notes[1].text
    assert report.claims == ()


def test_the_history_of_a_claim_tells_what_happened_in_order() -> None:
    report = build(buses())
    history = report.views["c9"].history
    assert [step.what for step in history] == ["drafted", "checked", "challenged", "responded", "ruled", "revised"]
    assert history[-1].text == C9.text != history[-1].before
    assert "refused" in [step.what for step in report.views["c2"].history]
    assert report.views["c20"].history[0].what == "added"


def test_what_was_withdrawn_is_kept_with_its_reason() -> None:
    gone = build(buses()).claims[-1]
    assert (gone.claim.id, gone.number, gone.standing) == ("c10", None, Standing.WITHDRAWN)
    assert gone.reason.startswith("after a challenge (not carried)")


def test_what_a_challenge_is_to() -> None:
    said = {view.challenge.claim: wording.subject(view) for view in build(buses()).challenges}
    assert said["c10"] == "a withdrawn sentence" and said["c9"].startswith("sentence ")
    challenges = [each for each in events() if isinstance(each, Challenged)]
    odd = challenges[0].challenge.model_copy(update={"claim": "c99", "aspect": "a1"})
    told = tuple(each.model_copy(update={"challenge": odd}) if each is challenges[0] else each for each in events())
    report = build(buses(events=told))
    assert wording.subject(report.challenges[0]) == "no sentence of the draft (it names “c99”)"
    assert not report.challenges[0].claim_text
    assert "no sentence of the draft (it names “c99”)" in markdown.render(report)


def test_the_answer_before_the_debate_is_kept_with_what_became_of_each_claim() -> None:
    fates = {each.claim.id: each.fate for each in build(buses()).earlier}
    assert {id for id, fate in fates.items() if fate == "revised"} == {"c7", "c9"}
    assert {id for id, fate in fates.items() if fate == "withdrawn"} == {"c10"}


def test_the_numbers_of_the_record() -> None:
    stats = build(buses()).stats
    assert (stats.drafted, stats.added, stats.revised, stats.withdrawn) == (27, 5, 2, 1)
    assert (stats.challenges, stats.upheld, stats.dismissed, stats.undecided) == (9, 6, 1, 1)
    assert (stats.challenged, stats.rounds, stats.sources_read, stats.sources_unread) == (8, 2, 8, 1)
    assert sum(number for _, number in stats.standings) == 31 == 27 + 5 - 1
    run = build(buses()).run
    assert (run.calls, run.failed_calls, run.repeated) == (4, 1, 1)
    assert run.tokens == (24600, 2820)


def test_the_time_for_which_a_run_lay_still_does_not_count() -> None:
    resumed: dict[str, Any] = {
        "started": "2026-03-09T17:30:00+00:00",
        "finished": "2026-03-09T17:30:04+00:00",
        "epoch": 2,
    }
    calls = (call("r1/draft/author-1/0/a1", "", "0", epoch=1), call("r1/rule/judge-1/0/a1", "", "0", **resumed))
    assert build(short(calls=calls)).run.seconds == 25.0


def test_only_what_a_language_model_was_asked_counts_as_a_model_call() -> None:
    def seat(role: Role, model: str) -> Seat:
        return Seat(role=role, model=model, family="f")

    panel = Panel(
        seats=(seat(Role.AUTHOR, "recorded:x"), seat(Role.REVIEWER, "a:b"), seat(Role.JUDGE, "reader:lexical"))
    )
    rows = ("draft/author-1/0/a1", "challenge/reviewer-1/0/a1", "rule/judge-1/0/a1", "findings", "rulings/evidence")
    failed: dict[str, Any] = {"state": "failed", "failure": "late", "reason": "late", "sent": 2}
    open_: dict[str, Any] = {"state": "intended", "sent": 2, "finished": None}
    calls = [call(f"r1/{row}", "", "0", usage=None, **failed) for row in rows]
    calls += [call(f"r2/{row}", "", "0", usage=None, **open_) for row in rows]
    calls.append(call("r3/draft/author-1/0/a1", "said", "0"))
    record = short(panel=panel, calls=tuple(calls))
    run = build(record).run
    assert (run.calls, run.failed_calls, run.repeated, run.open_intents) == (2, 1, 2, 1)
    assert (record.repeated, record.open_intents) == (10, 5)
    readers = build(short(calls=tuple(calls))).run
    assert (readers.calls, readers.failed_calls, readers.repeated, readers.open_intents) == (0, 0, 0, 0)


def test_an_inference_names_the_sentences_that_it_follows_from() -> None:
    report = build(buses())
    assert report.views["c3"].reason == "sentence 27 is contradicted"
    assert report.views["c4"].reason == "follows from sentences 1, 18"
    assert report.views["c3"].basis is report.views["c4"].basis is Basis.PREMISES and report.views["c1"].basis is None


def test_a_case_of_another_protocol_is_shown_by_the_same_report() -> None:
    assert build(short(case=Case(question="?", protocol="audit"))).case.protocol == "audit"


def test_the_costs_of_models_sum_to_the_bill_and_worst_cases_are_told_apart() -> None:
    panel = Panel(
        seats=(Seat(role=Role.AUTHOR, model="a:b", family="f"), Seat(role=Role.JUDGE, model="c:d", family="g"))
    )
    cut: dict[str, Any] = {"state": "failed", "failure": "cut", "reason": "cut", "usage": None}
    calls = (
        call("r1/draft/author-1/0/a1", "", "0.2", **cut),
        call("r1/draft/author-1/0/a2", "b-2026", "0.01"),
        call("r1/rule/judge-1/0/a1", "", "0.3", **cut),
        call("r2/search/engine/1/a1", "", "0.005"),
    )
    report = build(short(panel=panel, calls=calls, usd=Decimal("0.515"), booked=Decimal("0.5")))
    used = {use.model: (use.calls, use.usd, use.booked) for use in report.run.models}
    assert used == {
        "b-2026": (2, Decimal("0.21"), Decimal("0.2")),
        "d": (1, Decimal("0.3"), Decimal("0.3")),
    }
    said = wording.run(report)
    assert "Run: b-2026: 2 calls, 0.21 USD, of which 0.2 is the worst case of calls cut, late or unanswered" in said
    assert "Run: searches: 0.005 USD" in said
