"""Folders are made for reports only; a report that could not be written is not lost; JSON stands alone."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from moot.cli.reports import require_writable, writable
from moot.cli.research import DEFAULTS
from moot.words import Case

ASK = ("research", "How much does the north pump lift?", "--sources", "notes")
Moot = Callable[..., Any]


@pytest.mark.parametrize("out", [(), ("--out", "report")], ids=["default", "named"])
def test_a_plan_as_json_and_no_folder(moot: Moot, home: Path, out: tuple[str, ...]) -> None:
    ended = moot(*ASK, "--plan-only", "--json", *out)
    plan = json.loads(ended.out)
    assert ended.code == 0 and plan["run"] == moot("runs").out.split()[0]
    assert plan["aspects"] and all(aspect["searches"] for aspect in plan["aspects"])
    assert any(passage.startswith("S1.") for aspect in plan["aspects"] for passage in aspect["passages"])
    assert {path.name for path in home.iterdir()} == {"home", "notes"}


def test_an_estimate_as_json(moot: Moot, home: Path) -> None:
    (home / "notes" / "broken.pdf").write_bytes(b"%PDF-1.7\nnot really")
    ended = moot(*ASK, "--dry-run", "--json", "--budget", "0.50", "--rounds", "3")
    found = json.loads(ended.out)
    assert ended.code == 0 and not ended.err
    assert found["cap_usd"] == "0.50" and found["likely_usd"] == "0.0000" and found["passages"] >= 2
    assert found["sources"] == 2 and "broken.pdf" in found["unread"][0]["origin"]
    assert {seat["seat"]: seat["tasks"] for seat in found["seats"]}["author-1"] == 8
    assert {path.name for path in home.iterdir()} == {"notes"}


def test_a_default_folder_that_cannot_be_made_costs_nothing(
    moot: Moot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tempfile.TemporaryFile

    def read_only(dir: Path) -> Any:
        if dir.absolute() == home:
            raise PermissionError(13, "Permission denied")
        return made(dir=dir)

    monkeypatch.setattr(tempfile, "TemporaryFile", read_only)
    ended = moot(*ASK)
    assert ended.code == 8 and "--out" in ended.err
    assert "No runs yet" in moot("runs").out


def test_a_folder_is_tried_out_by_no_name_that_something_has(home: Path) -> None:
    kept = home / "kept.txt"
    kept.write_text("precious")
    (home / ".moot-probe").symlink_to(kept)
    before = set(home.iterdir())
    require_writable(home)
    assert writable(home) == home
    assert kept.read_text() == "precious" and set(home.iterdir()) == before


@pytest.mark.parametrize("elsewhere", [False, True], ids=["same folder", "another folder"])
def test_resuming_writes_where_the_run_put_its_reports(
    moot: Moot, home: Path, monkeypatch: pytest.MonkeyPatch, elsewhere: bool
) -> None:
    assert moot(*ASK, "--out", "deep/report").code == 0
    page = home / "deep" / "report" / "report.md"
    page.unlink()
    if elsewhere:
        (home / "elsewhere").mkdir()
        monkeypatch.chdir(home / "elsewhere")
    assert moot("resume", moot("runs").out.split()[0]).code == 0
    assert page.exists() and not list(Path().glob("moot-*"))
    assert moot("resume", moot("runs").out.split()[0], "--out", "named").code == 0
    assert (Path("named") / "report.md").exists()


def test_a_fork_leaves_the_reports_of_its_origin_alone(moot: Moot, home: Path) -> None:
    assert moot(*ASK, "--out", "report").code == 0
    before = (home / "report" / "report.json").read_bytes()
    ended = moot("resume", moot("runs").out.split()[0], "--fork")
    fork = ended.err.removeprefix("Forked as ").split(".")[0]
    assert ended.code == 0 and (home / f"moot-{fork}" / "report.json").exists(), ended.err
    assert (home / "report" / "report.json").read_bytes() == before


@pytest.mark.parametrize("out", [(), ("--out", "mine")], ids=["default", "named"])
def test_a_fork_keeps_a_folder_of_its_own(moot: Moot, home: Path, out: tuple[str, ...]) -> None:
    assert moot(*ASK, "--out", "report").code == 0
    before = (home / "report" / "report.json").read_bytes()
    fork = moot("resume", moot("runs").out.split()[0], "--fork", *out).err.removeprefix("Forked as ").split(".")[0]
    page = home / (out[1] if out else f"moot-{fork}") / "report.md"
    for again in (("resume", fork), ("extend", fork, "What is known of the south pump?")):
        page.unlink()
        assert moot(*again).code == 0
        assert page.exists() and (home / "report" / "report.json").read_bytes() == before


def test_a_report_that_cannot_be_written_is_not_lost(moot: Moot, home: Path) -> None:
    (home / "report" / "report.md" / "in the way").mkdir(parents=True)
    ended = moot(*ASK, "--out", "report")
    run = moot("runs").out.split()[0]
    assert ended.code == 8 and f"`moot export {run} --to md --out DIR` writes it again" in ended.err
    assert moot("export", run, "--to", "md", "--out", "kept").code == 0
    assert "40 litres" in (home / "kept" / "report.md").read_text()


def test_the_help_says_the_defaults_that_count(moot: Moot) -> None:
    case = Case(question="?")
    assert DEFAULTS["protocol"] == case.protocol
    assert int(DEFAULTS["rounds"]) == case.caps.rounds and Decimal(DEFAULTS["budget"]) == case.caps.usd
    said = " ".join(moot("research", "--help").out.split())
    assert all(f"default {value}." in said for value in DEFAULTS.values())
    moot(*ASK, "--out", "report")
    caps = json.loads(Path("report/report.json").read_text())["case"]["caps"]
    assert Decimal(caps["usd"]) == case.caps.usd and caps["rounds"] == case.caps.rounds


def test_the_dry_run_names_one_worst_case(moot: Moot) -> None:
    ended = moot(*ASK, "--dry-run")
    assert ended.code == 0 and "about 6 tasks, likely 0.0000 USD" in ended.out
    assert "at most" not in ended.out and "worst" not in ended.out and ended.out.count("cannot exceed") == 1


@pytest.mark.parametrize(
    "command", ["research", "resume", "extend", "export", "show", "bench run", "bench report", "bench speed"]
)
def test_a_folder_that_is_not_there_is_made_and_the_help_says_so(command: str, moot: Moot) -> None:
    assert "made if need be" in re.sub(r"[\s│|]+", " ", moot(*command.split(), "--help").out)
