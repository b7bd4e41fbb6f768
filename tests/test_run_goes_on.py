"""Runs that go on: a finished one with a new instruction, one that waits with the answer to what was asked."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest

import moot
from moot.errors import OverBudget, RunChanged, UsageError, WaitsForAnswer
from moot.ledger.store import Store
from moot.prepare import Prepared, Setup, prepare
from moot.report import bundle, formats, markdown
from moot.report.document import Report, build
from moot.report.reverify import reverify
from moot.run import Research, create, fork
from moot.testing import DoubleServer, scholar
from moot.testing.conduct import Answer, Conduct, Rule
from moot.verify.quotes import ExactQuote
from moot.verify.referee import Referee, default_checks
from moot.words import PERSON, Case, Document, Panel, Role, Seat, Source

QUESTION = "How much does the north pump lift?"
ASKED = "What is known of the east pump and of the south pump?"
PANEL = {"author": "anthropic:double-a", "reviewer": "openai:double-b", "judge": "compatible:double-c"}


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "one.md").write_text(
        "---\ntitle: The north pump\ndate: 2026-03-01\n---\n\nThe north pump lifts 40 litres a second. "
        "It was serviced in March 2026.\n\n# South\n\nThe south pump stands idle since the flood of last autumn.\n"
    )
    (folder / "two.md").write_text(
        "---\ntitle: Pump survey\ndate: 2026-05-01\n---\n\nThe north pump lifts 34 litres a second after the service."
        "\n\n# East\n\nThe east pump was moved to the harbour, and nobody has measured it since.\n"
    )
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "moot.db")


def env_of(server: DoubleServer) -> dict[str, str]:
    return server.env() | {"MOOT_COMPATIBLE_BASE_URL": server.base_url, "MOOT_COMPATIBLE_API_KEY": "double"}


def texts(report: Report) -> str:
    return " ".join(view.claim.text for view in report.claims if view.number is not None)


def by_person(report: Report) -> list[str]:
    return [view.challenge.grounds for view in report.challenges if view.challenge.by == PERSON]


TOWN = "Is the tap water in Larkmere safe now?"
FILTERS = "Who gets filters, and when?"
PIPES = Path(__file__).parents[1] / "examples" / "lead-pipes"


@pytest.mark.parametrize("protocol", ["critique", "council", "solo"])
async def test_readers_add_what_a_person_asks_for(protocol: str, store: Store) -> None:
    run = moot.research(TOWN, [PIPES], protocol=protocol, store=store)
    before = await run
    assert "supplies filters" not in texts(before)
    after = await moot.extend(store, run.run, FILTERS)
    assert by_person(after) == [FILTERS]
    assert "supplies filters" in texts(after)
    assert store.record(run.run).state == "done"
    drafted = {view.claim.id for view in before.claims if view.number is not None}
    assert drafted <= {view.claim.id for view in after.claims}
    once_more = await moot.extend(store, run.run, "What does orthophosphate do in lead pipes?")
    assert by_person(once_more) == [FILTERS, "What does orthophosphate do in lead pipes?"]


async def test_language_models_argue_what_was_added_and_nothing_is_paid_twice(notes: Path, store: Store) -> None:
    async with DoubleServer(scholar) as server:
        setup = Setup(question=QUESTION, sources=[notes], price="1/5", **PANEL)  # pyright: ignore[reportArgumentType]
        run = create(prepare(setup, env_of(server)), store)
        await Research(store, run, env=env_of(server))
        paid = len(server.requests)
        moot.extend(store, run, ASKED)
        report = await Research(store, run, env=env_of(server))
        fresh = server.requests[paid:]
        assert fresh and any(ASKED in seen.prompt.text for seen in fresh)
        assert any("person" in seen.prompt.text for seen in fresh)
        # The same again asks nobody.
        asked = len(server.requests)
        again = await Research(store, store.fork(run), env=env_of(server))
        assert len(server.requests) == asked
    assert by_person(report) == [ASKED] == by_person(again)
    assert report.draft == again.draft


async def test_what_cannot_go_on_is_said(notes: Path, store: Store, tmp_path: Path) -> None:
    run = moot.research(QUESTION, [notes], store=store)
    with pytest.raises(UsageError, match="is queued"):
        moot.extend(store, run.run, ASKED)
    await run
    with pytest.raises(UsageError, match="is empty"):
        moot.extend(store, run.run, " \n")
    with pytest.raises(UsageError, match="no question in it waits"):
        moot.answer(store, run.run, "2025")
    report = tmp_path / "report.md"
    report.write_text("The north pump lifts 40 litres a second [1].\n\n1. The north pump\n")
    audit = moot.audit(report, [notes], store=store)
    await audit
    with pytest.raises(UsageError, match="is an audit"):
        moot.extend(store, audit.run, ASKED)


@pytest.mark.parametrize("cap", ["0.005", "0.022"])  # before a draft, and after one over all that was found
async def test_a_run_that_its_cap_ended_goes_on_with_a_larger_one_and_nothing_is_paid_twice(
    cap: str, notes: Path, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with DoubleServer(scholar) as server:
        for name, value in env_of(server).items():
            monkeypatch.setenv(name, value)
        whole = Research(store, create(priced(notes, "1"), store))
        wanted, asked = await whole, len(server.requests)
        short = create(priced(notes, cap), store)
        with suppress(OverBudget):  # before there is a draft
            await Research(store, short)
        before = store.record(short)
        assert store.refused(short) and not store.refused(whole.run)
        with pytest.raises(UsageError, match="goes on with more"):
            store.fork(short, usd=Decimal(cap))
        report = await Research(store, fork(store, short, usd=Decimal("0.5")))
        assert len(server.requests) == 2 * asked
    assert report.draft == wanted.draft and report.challenges == wanted.challenges
    assert report.case.caps.usd == Decimal("0.5") and report.run.caps_before == (Decimal(cap),)
    assert f"caps: 0.5 USD (before: {cap} USD)" in markdown.render(report)
    assert store.record(short) == before, "what the run came to stays"
    formats.put(report, store.record(report.run.id), "bundle", tmp_path / "report.moot")
    assert reverify(bundle.read(tmp_path / "report.moot"), Referee(default_checks())).stands


def priced(notes: Path, cap: str) -> Prepared:
    return prepare(Setup(question=QUESTION, sources=[notes], price="1/5", budget=Decimal(cap), **PANEL))  # pyright: ignore[reportArgumentType]


async def test_a_run_begun_under_another_version_of_a_check_says_what_can_be_done(
    notes: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = moot.research(QUESTION, [notes], author="reader:lexical", reviewer="reader:semantic", store=store)
    await run
    with monkeypatch.context() as later:
        later.setattr(ExactQuote, "version", "0")
        with pytest.raises(RunChanged, match=rf"another version .* of a check .*`moot resume {run.run} --fork`"):
            await moot.extend(store, run.run, ASKED)
        assert build(store.record(run.run)).claims, "it can still be shown"
        assert store.record(run.run).state == "done" and "unfinished" not in markdown.render(
            build(store.record(run.run))
        )
        assert store.record(run.run).reason.endswith(f"`moot export {run.run} --to md` tell.")
        forked = await Research(store, fork(store, run.run))
    assert by_person(forked) == [ASKED]


QUESTION_BACK = "Which year is meant?"


def asking(times: int) -> list[Rule]:
    says = Conduct(Answer('{"aspects": [], "ask": "Which  year is meant?"}'))
    return [Rule(says, where=lambda prompt: "Task: plan" in prompt.text, nth=range(1, times + 1))]


async def test_a_plan_may_ask_and_the_run_waits(notes: Path, store: Store) -> None:
    async with DoubleServer(scholar, asking(1)) as server:
        setup = Setup(question=QUESTION, sources=[notes], price="1/5", may_ask=True, **PANEL)  # pyright: ignore[reportArgumentType]
        run = create(prepare(setup, env_of(server)), store)
        for _ in range(2):  # asked again without an answer, it still waits, and pays for nothing
            with pytest.raises(WaitsForAnswer, match=f"moot answer {run}") as waits:
                await Research(store, run, env=env_of(server))
            assert waits.value.question == QUESTION_BACK
            assert (store.record(run).state, store.record(run).reason) == ("waiting", QUESTION_BACK)
            assert len(server.requests) == 1
        with pytest.raises(UsageError, match=f"is waiting: `moot answer {run} TEXT` goes on"):
            moot.extend(store, run, ASKED)
        moot.answer(store, run, "The year 2026.")
        with pytest.raises(UsageError, match=f"Run {run} is queued: no question in it waits"):
            store.post(run, "Or 2025.", "answer")  # of another process, which saw the run wait before
        report = await Research(store, run, env=env_of(server))
        first, *later = [seen.prompt.text for seen in server.requests]
        told = f"- asked: {QUESTION_BACK}\n  answered: The year 2026.\n"
        assert told not in first and len(later) > 3 and all(told in each for each in later)
        assert "north pump" in texts(report)
        asked = len(server.requests)
        await Research(store, store.fork(run), env=env_of(server))
        assert len(server.requests) == asked


async def test_who_asks_too_often_has_to_go_on(notes: Path, store: Store) -> None:
    async with DoubleServer(scholar, asking(9)) as server:
        setup = Setup(question=QUESTION, sources=[notes], price="1/5", may_ask=True, **PANEL)  # pyright: ignore[reportArgumentType]
        run = create(prepare(setup, env_of(server)), store)
        for text in ("2026", ""):
            with pytest.raises(WaitsForAnswer):
                await Research(store, run, env=env_of(server))
            moot.answer(store, run, text)
        report = await Research(store, run, env=env_of(server))
    assert "north pump" in texts(report)
    plans = [seen.prompt.text for seen in server.requests if "Task: plan" in seen.prompt.text]
    assert ["may `ask`" in text for text in plans[:3]] == [True, True, False]
    assert "go on as you think best" in plans[2]


async def test_nobody_asks_unless_somebody_may_answer(notes: Path, store: Store) -> None:
    async with DoubleServer(scholar, asking(1)) as server:
        setup = Setup(question=QUESTION, sources=[notes], price="1/5", **PANEL)  # pyright: ignore[reportArgumentType]
        run = create(prepare(setup, env_of(server)), store)
        report = await Research(store, run, env=env_of(server))
    assert "north pump" in texts(report)  # an empty plan is repaired like any reply of the wrong form


def test_a_store_of_the_version_before_is_made_one_of_today(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "moot.db"
    store = Store.open(path)
    source = Source(id="S1", title="Note", origin="n.md", sha256="0", text_sha256="0", media="text")
    panel = Panel(seats=(Seat(role=Role.AUTHOR, model="reader:lexical", family="lexical"),))
    run = store.create(Case(question=QUESTION), panel, [Document(source=source, text="The pump lifts.")])
    store.close()
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE inbox DROP COLUMN kind")
        connection.execute("DROP TABLE bodies")
        connection.execute("PRAGMA user_version=1")
    again = Store.open(path)
    again.post(run, "look at prices")
    assert again.record(run).case.question == QUESTION


def test_the_commands(notes: Path, tmp_path: Path) -> None:
    def called(*words: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "MOOT_HOME": str(tmp_path / "home")}
        return subprocess.run(
            [sys.executable, "-m", "moot", *words],
            capture_output=True,
            text=True,
            env=env,
            cwd=tmp_path,
            check=False,
        )

    out = str(tmp_path / "out")
    assert (
        called("research", QUESTION, "--sources", str(notes), "--author", "reader:lexical", "--out", out).returncode
        == 0
    )
    run = called("runs").stdout.split()[0]
    extended = called("extend", run, ASKED)
    assert extended.returncode == 0, extended.stderr
    assert "challenged missing by person" in extended.stdout
    assert ASKED in (tmp_path / "out" / "report.md").read_text()
    listed = called("sources", run)
    assert listed.returncode == 0 and "Read (2)" in listed.stdout and "2026-05-01, markdown" in listed.stdout
    assert called("sources", run, "--json").stdout.startswith("[")
    refused = called("answer", run, "2026")
    assert refused.returncode == 2 and "no question in it waits" in refused.stderr


def test_build_is_of_the_last_draft(notes: Path, store: Store) -> None:
    """A report of an extended run that is read back is the one that was returned."""
    run = moot.research_sync(QUESTION, [notes], store=store)
    assert build(store.record(store.runs()[0].id)) == run


@pytest.mark.parametrize("name", ["missing.md", "."])
def test_a_report_that_is_no_file_is_said_to_be_none(name: str, store: Store) -> None:
    with pytest.raises(UsageError, match=r"There is no file missing\.md to audit|\. is a folder: name the file in it"):
        moot.audit(name, store=store)
