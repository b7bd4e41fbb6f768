"""Whole audits, without a model."""

from __future__ import annotations

from pathlib import Path

import pytest

import moot
from moot.errors import RetentionRefused, UsageError
from moot.ledger.store import Store
from moot.report.document import Report
from moot.report.reverify import reverify
from moot.verify.referee import Referee
from moot.words import Standing

SOURCE = """---
title: Pump survey of the valley
date: 2026-05-01
---

# Pump survey of the valley

The north pump lifts 40 litres a second. It was serviced in March 2026. The south pump may need repair.

| Pump | Litres a second | Built |
|---|---|---|
| North | 40 | 1987 |
| South | 34 | 1991 |
"""
REPORT = """# On the pumps

The north pump lifts 40 litres a second [1]. The south pump lifts 40 litres a second [1]. It was "serviced in early
March 2026" [1]. The mayor of Atlantis owns both [1]. Everybody likes pumps. The east pump is broken [2]. It rains [7].

## References

1. Pump survey of the valley, https://example.org/survey
2. Another survey, https://example.org/other
"""


@pytest.fixture
async def audited(tmp_path: Path) -> tuple[Report, Store]:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "survey.md").write_text(SOURCE)
    (tmp_path / "report.md").write_text(REPORT)
    store = Store.open(tmp_path / "moot.db")
    return await moot.audit(tmp_path / "report.md", [sources], store=store), store


def standing(report: Report, words: str) -> tuple[Standing, str]:
    (view,) = [view for view in report.claims if words in view.claim.text]
    return view.standing, view.reason


async def test_every_claim_gets_a_standing_with_its_reason(audited: tuple[Report, Store]) -> None:
    report, _ = audited
    assert standing(report, "north pump")[0] is Standing.PROVEN
    assert standing(report, "south pump")[0] in (Standing.CONTRADICTED, Standing.UNSUPPORTED)
    altered, reason = standing(report, "serviced")
    assert altered is Standing.UNSUPPORTED and "early" in reason
    assert standing(report, "Atlantis")[0] is Standing.UNSUPPORTED
    assert standing(report, "Everybody") == (Standing.UNSUPPORTED, "cites nothing")
    assert standing(report, "rains") == (Standing.UNSUPPORTED, "[7] points to no entry")
    unread, reason = standing(report, "east pump")
    assert unread is Standing.UNCHECKED and "[2] could not be opened" in reason


async def test_the_reasons_are_not_those_of_a_debate(audited: tuple[Report, Store]) -> None:
    report, _ = audited
    assert any(view.standing is Standing.CONTRADICTED for view in report.claims)
    assert not [view.reason for view in report.claims if "challenge" in view.reason or "check '" in view.reason]


async def test_nothing_is_said_against_a_figure_whose_source_nobody_opened(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("# Pumps\n\nThe east pump lifts 77 litres [1].\n\n## Sources\n\n1. Lost\n")
    report = await moot.audit(tmp_path / "report.md", store=Store.open(tmp_path / "moot.db"))
    assert standing(report, "east pump")[0] is Standing.UNCHECKED
    assert not report.challenges


async def test_what_is_missing_may_stand_in_a_source_that_nobody_opened(tmp_path: Path) -> None:
    (tmp_path / "survey.md").write_text(SOURCE)
    (tmp_path / "report.md").write_text(
        "# Pumps\n\nThe north pump costs 900 euros a year [1] [2]. The mayor of Atlantis owns both [1] [2]. The south "
        "pump was built in 1987 [1] [2]. The north pump costs 900 euros a year [1].\n\n"
        "## Sources\n\n1. Pump survey of the valley\n2. Lost\n"
    )
    report = await moot.audit(tmp_path / "report.md", [tmp_path / "survey.md"], store=Store.open(tmp_path / "moot.db"))
    assert [view.standing for view in report.claims] == [
        Standing.UNCHECKED,
        Standing.UNCHECKED,
        Standing.CONTRADICTED,
        Standing.UNSUPPORTED,
    ]
    assert "[2] could not be opened" in report.claims[0].reason


async def test_a_source_that_no_entry_names_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "survey.md").write_text(SOURCE)
    told: list[tuple[str, tuple[str, ...]]] = []
    for entry in ("Brown, Pump survey for Marlow", "Lost", "survey.md"):
        (tmp_path / "report.md").write_text(
            f"# Pumps\n\nThe north pump lifts 40 litres [1].\n\n## Sources\n\n1. {entry}\n"
        )
        store = Store.open(tmp_path / "moot.db")
        report = await moot.audit(tmp_path / "report.md", [tmp_path / "survey.md"], store=store)
        told.append((standing(report, "north pump")[1], report.draft.gaps))
    said = "1 source that was given is named by no entry: survey.md. A file's name in an entry names it."
    (like, first), (unlike, second), (_, third) = told
    assert "if survey.md (“Pump survey of the valley”) is meant, put that file's name into the entry" in like
    assert "it is not among the sources that were given" in unlike
    assert (said in first, said in second, said in third) == (True, True, False)


async def test_precision_and_recall_are_counted(audited: tuple[Report, Store]) -> None:
    counts = audited[0].audited
    assert counts is not None
    assert (counts.claims, counts.cited, counts.proven, counts.unchecked) == (7, 6, 1, 1)
    assert (counts.opened, counts.right, counts.precision) == (4, 1, 0.25)
    assert counts.recall == round(1 / 6, 3)


async def test_an_audit_is_verified_again_like_any_report(audited: tuple[Report, Store]) -> None:
    report, store = audited
    verification = reverify(store.record(report.run.id), Referee())
    assert verification.stands and verification.claims == 7


async def test_a_changed_file_changes_no_run(audited: tuple[Report, Store], tmp_path: Path) -> None:
    report, store = audited
    (tmp_path / "report.md").write_text("# Another\n\nNothing of the sort [1].\n")
    again = await moot.Research(store, report.run.id)
    assert again.comparable() == report.comparable()


async def test_without_sources_nothing_is_proven(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(REPORT)
    report = await moot.audit(tmp_path / "report.md", store=Store.open(tmp_path / "moot.db"))
    assert {view.standing for view in report.claims} == {Standing.UNCHECKED, Standing.UNSUPPORTED}


def test_the_claims_of_a_private_file_go_to_no_endpoint_that_keeps_prompts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "key")
    (tmp_path / "report.md").write_text(REPORT)
    with pytest.raises(RetentionRefused, match=r"report\.md"):
        moot.audit(
            tmp_path / "report.md",
            judge="openrouter:qwen/qwen3.6-plus-preview:free",
            price="0/0",
            store=Store.open(tmp_path / "moot.db"),
        )


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file"):
        moot.audit(tmp_path / "nowhere.md", store=Store.open(tmp_path / "moot.db"))


async def test_one_mark_of_several_unread_entries_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "survey.md").write_text(SOURCE)
    listed = "\n".join(f"{n}. Survey {n}, https://example.org/{n}" for n in (1, 2, 3))
    (tmp_path / "report.md").write_text(f"# On the pumps\n\nThe west pump hums [1–3].\n\n## References\n\n{listed}\n")
    report = await moot.audit(tmp_path / "report.md", [tmp_path / "survey.md"], store=Store.open(tmp_path / "moot.db"))
    assert standing(report, "hums")[1].count("[1–3] could not be opened") == 1
