"""A judge over an audited file: its word counts with a quote, weighs with the checks, and never against a gate."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import moot
from moot.debate import audit
from moot.errors import SeatFailure
from moot.evidence.library import Library
from moot.evidence.read import read_paths
from moot.ledger.store import Store
from moot.readers.file import FileAuthor
from moot.report.document import Report, build
from moot.report.reverify import reverify
from moot.testing.seats import ScriptedSeat
from moot.verify.referee import Referee
from moot.words import (
    Assessment,
    Assessments,
    AssessTask,
    Case,
    Citation,
    Outcome,
    Panel,
    Reply,
    Role,
    Seat,
    Standing,
    Support,
    Task,
)

SOURCE = """---
title: Pump survey of the valley
date: 2026-05-01
---

# Pump survey of the valley

The north pump lifts 40 litres a second. It was serviced in March 2026. The south pump may need repair.
"""
AUTHOR, JUDGE = Seat(role=Role.AUTHOR, model="file:x", family="file"), "judge-1"
Say = Callable[[AssessTask], Assessments]


def says(support: Support, quote: str, passage: str = "") -> Say:
    """The same word on every claim."""

    def reply(task: AssessTask) -> Assessments:
        at = passage or task.passages[0].id
        word = "it says so" if support is Support.SUPPORTED else "it says otherwise"
        return Assessments(
            assessments=tuple(
                Assessment(claim=claim.id, support=support, reason=word, citations=(Citation(passage=at, quote=quote),))
                for claim in task.claims
            )
        )

    return reply


class Bench:
    def __init__(self, folder: Path) -> None:
        self.store = Store.open(folder / "moot.db")
        self.folder = folder
        self.judge: ScriptedSeat | None = None

    async def audit(self, report: str, *replies: Say | Exception) -> Report:
        (self.folder / "survey.md").write_text(SOURCE)
        (self.folder / "report.md").write_text(report)
        documents, _ = read_paths([self.folder / "survey.md", *self.folder.glob("wells.md")])
        library = Library(documents)
        author = AUTHOR.model_copy(update={"model": f"file:{self.folder / 'report.md'}"})
        seat = Seat(role=Role.JUDGE, model="openai:double-j", family="gpt")
        answers = list(replies)

        def reply(task: Task) -> Reply:
            assert isinstance(task, AssessTask)
            said = answers.pop(0) if len(answers) > 1 else answers[0]
            if isinstance(said, Exception):
                raise said
            return said(task)

        self.judge = ScriptedSeat(seat, {"r1/assess": reply})
        case = Case(question="Does it?", protocol="audit")
        self.run = self.store.create(case, Panel(seats=(author, seat)), documents)
        async with self.store.take(self.run) as journal:
            await audit.run(case, [FileAuthor(author, library), self.judge], library, Referee(), journal)
            journal.finish("done")
        return build(self.store.record(self.run))


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def cited(*sentences: str) -> str:
    body = " ".join(f"{sentence} [1]." for sentence in sentences)
    return f"# On the pumps\n\n{body}\n\n## References\n\n1. Pump survey of the valley\n"


REWORDED = "Each second, forty litres of water are brought up by the machine at the northern end"


async def test_a_judge_knows_a_claim_in_other_words(bench: Bench) -> None:
    quote = "The north pump lifts 40 litres a second."
    report = await bench.audit(cited(REWORDED), says(Support.SUPPORTED, quote))
    assert report.claims[0].standing is Standing.PROVEN, report.claims[0].reason
    finding = next(each for each in report.claims[0].findings if each.check == "judge")
    assert (finding.version, finding.gate) == ("openai:double-j", False) and finding.places


async def test_what_a_judge_sees_and_the_checks_do_not(bench: Bench) -> None:
    said = says(Support.CONTRADICTED, "The north pump lifts 40 litres a second.")
    report = await bench.audit(cited("The north pump lifts 40 litres a second"), said)
    assert report.claims[0].standing is Standing.CONTRADICTED
    assert "it says otherwise" in report.claims[0].reason
    assert [step.by for step in report.claims[0].history if "judge fails" in step.text] == [JUDGE]
    assert [each.otherwise for each in report.claims[0].findings if each.check == "judge"] == [True]
    silent = says(Support.NOT_SAID, "The north pump lifts 40 litres a second.")
    report = await bench.audit(cited("The north pump lifts 40 litres a second"), silent)
    assert report.claims[0].standing is Standing.UNSUPPORTED
    assert [each.otherwise for each in report.claims[0].findings if each.check == "judge"] == [False]


@pytest.mark.parametrize(
    ("quote", "passage"),
    [("The north pump lifts 90 litres a second.", ""), ("litres", ""), ("serviced in March", "S9.1")],
)
async def test_a_word_without_a_quote_is_void(bench: Bench, quote: str, passage: str) -> None:
    said = says(Support.CONTRADICTED, quote, passage)
    report = await bench.audit(cited("The north pump lifts 40 litres a second"), said)
    assert report.claims[0].standing is Standing.PROVEN
    assert "not checked: judge" in report.claims[0].reason
    finding = next(each for each in report.claims[0].findings if each.check == "judge")
    assert "no quote that is in the sources" in finding.reason and "it says otherwise" in finding.reason


async def test_support_counts_only_from_what_the_claim_cites(bench: Bench) -> None:
    (bench.folder / "wells.md").write_text("# Another survey\n\nThe west pump lifts 12 litres a second.\n")
    said = says(Support.SUPPORTED, "The west pump lifts 12 litres a second.", "S2.1")
    report = await bench.audit(cited(REWORDED), said)
    finding = next(each for each in report.claims[0].findings if each.check == "judge")
    assert finding.outcome is Outcome.UNCHECKED
    said = says(Support.CONTRADICTED, "The west pump lifts 12 litres a second.", "S2.1")
    report = await bench.audit(cited(REWORDED), said)
    assert report.claims[0].standing is Standing.CONTRADICTED


async def test_no_judge_gets_past_a_gate(bench: Bench) -> None:
    quote = "It was serviced in March 2026."
    report = await bench.audit(cited('It was "serviced in early March 2026"'), says(Support.SUPPORTED, quote))
    assert report.claims[0].standing is Standing.UNSUPPORTED


async def test_many_claims_are_asked_some_at_a_time(bench: Bench) -> None:
    sentences = [f"The north pump lifts 40 litres a second in test run {n}" for n in range(1, 24)]
    quote = "The north pump lifts 40 litres a second."
    await bench.audit(cited(*sentences), says(Support.SUPPORTED, quote))
    assert bench.judge is not None
    asked = [task for task in bench.judge.asked if isinstance(task, AssessTask)]
    assert [len(task.claims) for task in asked] == [10, 10, 3]
    assert all(passage.source == "S1" for task in asked for passage in task.passages)


async def test_a_judge_that_fails_is_named_and_the_checks_rule(bench: Bench) -> None:
    report = await bench.audit(cited("The north pump lifts 40 litres a second"), SeatFailure("openai:double-j: gone"))
    assert report.claims[0].standing is Standing.PROVEN
    assert any("gone" in note.text for note in report.header.notes)


async def test_what_a_judge_said_is_kept_and_not_asked_again_by_verify(bench: Bench) -> None:
    said = says(Support.SUPPORTED, "The north pump lifts 40 litres a second.")
    await bench.audit(cited(REWORDED, "The south pump may need repair"), said)
    verification = reverify(bench.store.record(bench.run), Referee())
    assert verification.stands, verification.broken
    assert any("judge-1" in note for note in verification.notes)
    again = await moot.Research(bench.store, bench.run)
    assert again.comparable() == build(bench.store.record(bench.run)).comparable()
