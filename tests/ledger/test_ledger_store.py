"""The store: what goes in comes out, and every trouble with the file is one sentence."""

from __future__ import annotations

import asyncio
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from ledger_kit import PANEL, Clock, World, create, document, event

from moot.errors import CannotWrite, MootError, RunBusy, RunChanged, StoreTooNew, UnknownRun, UsageError
from moot.ledger.calls import CallFailed, DoesNotFit, Usage
from moot.ledger.places import in_order
from moot.ledger.store import Store, default_path
from moot.words import Caps, Case, Link, Unread


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    case = Case(question="Warum? \x00 €", caps=Caps(usd=Decimal("2.50"), rounds=3))
    documents = (document("a\ud800\x00b"), document("same", 2), document("same", 3))
    unread = (Unread(origin="x.pdf", reason="It is encrypted."),)
    with Store.open(tmp_path / "moot.db", clock=Clock()) as store:
        run = store.create(case, PANEL, documents, unread, {"out": "reports", "rounds": [1, None]})
    with Store.open(tmp_path / "moot.db") as store:
        record = store.record(run)
    assert (record.case, record.panel, record.documents, record.unread) == (case, PANEL, documents, unread)
    assert record.options == {"out": "reports", "rounds": [1, None]}
    assert (record.run, record.state, record.created) == (run, "queued", "2026-04-01T12:00:00+00:00")


async def test_a_page_counts_as_read_once_an_answer_leads_to_it(tmp_path: Path) -> None:
    """A process may be killed between the two, and a fork holds the pages of the run that it came from."""
    given, page = document("given"), document("a page", 2)
    page = page.model_copy(update={"source": page.source.model_copy(update={"asked": "https://a.example/"})})
    led = Link(asked="https://a.example/", final="https://a.example/", source=page.source.id).model_dump_json()
    with Store.open(tmp_path / "moot.db") as store:
        run = store.create(Case(question="Why?", caps=Caps(usd=Decimal(1))), PANEL, (given,), ())
        async with store.take(run) as journal:
            await journal.keep(1, page, b"a page")
            assert store.record(run).documents == (given,)
            await journal.once("open/address/1", "asked", Decimal(0), World().answers(led, "0"))
            assert store.record(run).documents == (given, page)
        assert store.record(store.fork(run, "open/address/1")).documents == (given,)


async def test_a_page_that_is_no_source_is_known_until_it_is_dropped(tmp_path: Path) -> None:
    page = document("a page")
    page = page.model_copy(update={"source": page.source.model_copy(update={"asked": "https://a.example/"})})
    with Store.open(tmp_path / "moot.db") as store:
        run = create(store)
        async with store.take(run) as journal:
            await journal.keep(0, page, b"a page")
            assert journal.kept(0) == page and journal.kept(1) is None
            assert store.record(run).documents == ()
            await journal.drop(0)
            assert journal.kept(0) is None


def test_ids_sort_by_time_even_within_a_millisecond(tmp_path: Path) -> None:
    clock = Clock()
    with Store.open(tmp_path / "moot.db", clock=clock, random=Random(1)) as store:
        ids = [create(store) for _ in range(50)]
        clock.forward(1)
        ids.append(create(store))
        assert ids == sorted(ids) == [row.id for row in store.runs()]
        assert len(set(ids)) == 51
        assert all(re.fullmatch(r"[0-9a-z]{10}", run) for run in ids)


async def test_runs_are_listed_with_their_money(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        first, second = create(store), create(store)
        async with store.take(first) as journal:
            await journal.once("p", "q", Decimal("0.5"), World().answers("x", "0.000000123"))
        assert [(row.id, row.usd, row.question) for row in store.runs()] == [
            (first, Decimal("0.000000123"), "Why?"),
            (second, Decimal(0), "Why?"),
        ]


def test_places_sort_as_people_count() -> None:
    places = ["r1/draft/author-1/0/a1", "r2/draft/author-1/0/a1", "r2/draft/author-1/0/a10", "r10/draft/author-1/0/a1"]
    assert sorted(sorted(places), key=in_order) == places
    assert sorted(["r1", "1r", "r", ""], key=in_order) == ["", "1r", "r", "r1"]


async def test_a_fork_starts_from_the_rows_before_the_place_that_changed(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run, world = create(store), World()

        async def work(run: str, prompt: str) -> None:
            async with store.take(run) as journal:
                await journal.decide("r1/go", lambda: "yes")
                await journal.once("r1/plan", "q", Decimal(0), world.answers("plan", "0.25"))
                answer = await journal.once("r1/draft", prompt, Decimal(0), world.answers(prompt, "0.25"))
                journal.emit(event(answer.body))
                await journal.once("r1/challenge", answer.body, Decimal(0), world.answers("none", "0.25"))
                journal.finish("done")

        await work(run, "old")
        with pytest.raises(RunChanged, match="r1/draft"):
            await work(run, "new")
        fork = store.fork(run)
        store.post(fork, "hello")
        await work(fork, "new")
        assert world.asked == ["plan", "old", "none", "new", "none"]
        old, new = store.record(run), store.record(fork)
        assert (old.events, new.events) == ((event("old"),), (event("new"),))
        assert (new.forked, new.state, new.usd) == (run, "done", Decimal("0.75"))
        assert new.documents == old.documents
        with pytest.raises(UsageError, match="nothing at r9/x"):
            store.fork(run, before="r9/x")
        assert [call.place for call in store.record(store.fork(run, before="r1/challenge")).calls] == [
            "r1/draft",
            "r1/plan",
        ]


async def test_a_fork_takes_failures_and_their_retries_along(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run, failure = create(store), CallFailed("server", "500.", Usage())
        async with store.take(run) as journal:
            with pytest.raises(CallFailed):
                await journal.once("r1/a1", "q", Decimal(0), World().fails(failure))
            await journal.once("r2/a1", "q", Decimal(0), World().answers("old"))
        async with store.take(run, retry_failed=True) as journal:
            await journal.once("r1/a1", "q", Decimal(0), World().answers("second"))
        async with store.take(store.fork(run, before="r2/a1")) as journal:
            assert (await journal.once("r1/a1", "q", Decimal(0), World().answers("no"))).body == "second"
            assert (await journal.once("r2/a1", "other", Decimal(0), World().answers("new"))).body == "new"
        kept = [call.place for call in store.record(store.fork(run, before="r1/a1/retry1")).calls]
        assert kept == ["r1/a1", "r2/a1"], "all but the retry, which came last"


def test_where_the_store_is_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOOT_HOME", str(tmp_path / "home"))
    assert default_path() == tmp_path / "home" / "moot.db"
    with Store.open() as store:
        assert store.path == default_path()
    monkeypatch.delenv("MOOT_HOME")
    assert default_path().name == "moot.db"
    assert default_path().parent.name == "moot"


# --- trouble with the file ------------------------------------------------------------------------------------------


def _newer(path: Path) -> Path:
    Store.open(path / "moot.db").close()
    connection = sqlite3.connect(path / "moot.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    return path / "moot.db"


def _no_database(path: Path) -> Path:
    (path / "moot.db").write_bytes(b"\x89PNG" + b"x" * 5000)
    return path / "moot.db"


def _foreign(path: Path) -> Path:
    connection = sqlite3.connect(path / "moot.db")
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    return path / "moot.db"


def _file_as_folder(path: Path) -> Path:
    (path / "home").write_text("")
    return path / "home" / "moot.db"


def _folder_as_file(path: Path) -> Path:
    (path / "moot.db").mkdir()
    return path / "moot.db"


def _damaged(path: Path) -> Path:
    with Store.open(path / "moot.db") as store:
        create(store)
    whole = (path / "moot.db").read_bytes()
    (path / "moot.db").write_bytes(whole[:4096] + b"\x00" * 4096)
    return path / "moot.db"


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (_newer, StoreTooNew, "newer version of Moot"),
        (_no_database, CannotWrite, "is not a database"),
        (_foreign, CannotWrite, "another program's database"),
        (_file_as_folder, CannotWrite, "is a file, and no folder; MOOT_HOME may name another folder"),
        (_folder_as_file, CannotWrite, "it is a folder; MOOT_HOME may name another folder"),
        (_damaged, CannotWrite, "damaged"),
    ],
)
def test_a_file_that_cannot_be_the_store_is_one_sentence(
    tmp_path: Path, make: Callable[[Path], Path], error: type[MootError], words: str
) -> None:
    path = make(tmp_path)
    with pytest.raises(error, match=words) as caught, Store.open(path) as store:
        create(store)
    assert str(path) in str(caught.value)
    assert str(caught.value).count(". ") == 0
    assert str(caught.value).endswith(".")


FULL = """
import asyncio, resource, sys
from decimal import Decimal
from pathlib import Path
from moot.errors import MootError
from moot.ledger.calls import Answer
from moot.ledger.store import Store

async def work(store, run, limit):
    async def large():
        return Answer(body="x" * 200_000)
    async with store.take(run) as journal:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        for n in range(20):
            await journal.once(f"p{n}", "q", Decimal("0.01"), large)
            print(n, flush=True)
        journal.finish("done")

with Store.open(Path(sys.argv[1])) as store:
    try:
        asyncio.run(work(store, sys.argv[2], int(sys.argv[3])))
    except MootError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
"""


def _fill(path: Path, run: str, limit: int, *before: str) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, "-c", FULL, str(path), run, str(limit)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
def test_when_nothing_more_can_be_written_the_run_stops_and_nothing_is_lost(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run = create(store)
        stopped = _fill(store.path, run, 1_500_000)
        assert stopped.returncode == 8, stopped.stderr
        assert re.fullmatch(r"The store .* cannot be written: .*\.\n", stopped.stderr)
        finished = stopped.stdout.split()
        assert 0 < len(finished) < 20
        answered = [call.place for call in store.record(run).calls if call.state == "answered"]
        assert answered == [f"p{n}" for n in finished]
        resumed = _fill(store.path, run, 0)
        assert (resumed.returncode, resumed.stderr) == (0, "")
        record = store.record(run)
        assert (record.state, len(record.calls), record.repeated) == ("done", 20, 1)


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    """On a real file system of 1 MB, where this machine lets us mount one."""
    mounted = ["unshare", "-rm", "sh", "-c", f'mount -t tmpfs -o size=1m tmpfs {tmp_path} && exec "$@"', "sh"]
    try:
        probe = subprocess.run([*mounted, "true"], capture_output=True, check=False)
    except OSError:
        pytest.skip("no unshare here")
    if probe.returncode:
        pytest.skip("no mount namespaces here")
    make = "import sys; sys.path.insert(0, sys.argv[2]); from ledger_kit import *; "
    make += "s = Store.open(Path(sys.argv[1])); print(create(s)); s.close()"
    script = f'run=$("{sys.executable}" -c "{make}" "$1" "$2"); exec "{sys.executable}" -c "$3" "$1" "$run" 0'
    command = [*mounted, "sh", "-c", script, "sh", str(tmp_path / "moot.db"), os.path.dirname(__file__), FULL]  # noqa: PTH120
    full = subprocess.run(command, capture_output=True, text=True, check=False)
    assert full.returncode == 8, full.stderr
    assert (
        full.stderr == f"The disk is full: the store {tmp_path / 'moot.db'} keeps what it has; make room and go on.\n"
    )


def test_a_process_that_lost_the_race_to_make_the_store_finds_it_made(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from moot.ledger.store import Store; Store.open(Path(sys.argv[1]))"
    racers = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "moot.db")]) for _ in range(4)]
    assert [racer.wait() for racer in racers] == [0] * 4


def test_the_store_is_used_again_in_a_later_event_loop(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run, world = create(store), World()

        async def work() -> str:
            async with store.take(run) as journal:
                journal.emit(event("start"))
                return (await journal.once("p", "q", Decimal(0), world.answers("x", "0"))).body

        assert [asyncio.run(work()) for _ in range(2)] == ["x", "x"]
        assert world.asked == ["x"]


# A question, model, file name or option may come from bytes of a command line that are not UTF-8.
HALF = "caf\udce9"


async def test_half_a_surrogate_pair_goes_in_and_comes_out(tmp_path: Path) -> None:
    case, unread = Case(question=HALF), (Unread(origin=f"{HALF}.md", reason=HALF),)
    panel = PANEL.model_copy(update={"seats": (PANEL.seats[0].model_copy(update={"model": HALF}),)})
    with Store.open(tmp_path / "moot.db") as store:
        run = store.create(case, panel, (document(HALF),), unread, {HALF: [HALF]})
        async with store.take(run) as journal:
            await journal.once("r1/draft/author-1/0/a1", HALF, Decimal(0), World().answers(HALF, "0"))
            journal.finish("done", HALF)
        told = store.record(run)
        assert (told.case, told.panel, told.unread, told.options) == (case, panel, unread, {HALF: [HALF]})
        assert (told.documents[0].text, told.calls[0].body, told.state) == (HALF, HALF, "done")
        assert store.record(store.fork(run)).case == case
        assert [row.question for row in store.runs()] == ["caf?", "caf?"]


def test_a_row_that_is_not_as_it_should_be_hides_no_other(tmp_path: Path) -> None:
    path = tmp_path / "moot.db"
    with Store.open(path) as store:
        runs = [create(store) for _ in range(6)]
    stored = ["", "{", "[]", '{"question": 1}', '{"question": "What is new?", "unknown": true}']
    with sqlite3.connect(path) as raw:
        for run, case in zip(runs[1:], stored, strict=True):
            raw.execute(
                "UPDATE runs SET \"case\" = ?, state = 'running', pid = 1, born = '', host = 'h', machine = 'm', "
                "heartbeat = 'soon' WHERE id = ?",
                (case, run),
            )
    raw.close()
    unknown = "(its question cannot be read)"
    with Store.open(path) as store:
        assert [(row.id, row.question, row.state) for row in store.runs()] == [
            (runs[0], "Why?", "queued"),
            *((run, unknown, "running") for run in runs[1:5]),
            (runs[5], "What is new?", "running"),
        ]
        for run in runs[1:]:
            with pytest.raises(StoreTooNew, match=f"Run {run} was written by another version"):
                store.record(run)
            with pytest.raises(StoreTooNew, match=f"Run {run} was written by another version"):
                asyncio.run(taken(store, run))
        assert all(row.holder is None for row in store.runs())


async def taken(store: Store, run: str) -> None:
    async with store.take(run):
        pass


def test_an_id_that_no_run_can_have_is_unknown(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        asks: tuple[Callable[[], object], ...] = (
            lambda: store.record(HALF),
            lambda: store.fork(HALF),
            lambda: store.post(HALF, "x"),
            lambda: asyncio.run(taken(store, HALF)),
        )
        for ask in asks:
            with pytest.raises(UnknownRun, match="There is no run caf"):
                ask()
        with pytest.raises(UsageError, match="nothing at caf"):
            store.fork(create(store), HALF)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are not Windows's")
def test_a_new_store_is_its_owners_alone_wherever_it_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir(mode=0o755)
    (tmp_path / "link.db").symlink_to(folder / "there.db")
    before = os.umask(0o022)
    try:
        for place in (folder / "moot.db", tmp_path / "link.db"):
            with Store.open(place) as store:
                create(store)
                modes = {each.name: oct(each.stat().st_mode & 0o777) for each in folder.iterdir()}
                assert set(modes.values()) == {"0o600"}, modes
                assert any(each.endswith("-wal") for each in modes)
    finally:
        os.umask(before)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are not Windows's")
def test_who_may_read_a_store_that_is_there_stays_the_users_choice(tmp_path: Path) -> None:
    Store.open(tmp_path / "moot.db").close()
    (tmp_path / "moot.db").chmod(0o640)
    Store.open(tmp_path / "moot.db").close()
    assert (tmp_path / "moot.db").stat().st_mode & 0o777 == 0o640


async def test_a_failure_that_later_rows_stand_on_is_asked_again_in_a_fork_only(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run, world, failure = create(store), World(), CallFailed("access", "401.", Usage())
        async with store.take(run) as journal:
            await journal.clock("r0/clock/begin/0")
            await journal.once("r1/draft/a/0/a1", "q", Decimal(0), world.answers("a"))
            with pytest.raises(CallFailed):
                await journal.once("r1/draft/b/0/a1", "q", Decimal(0), world.fails(failure))
            await journal.once("r1/draft/c/0/a1", "q", Decimal(0), world.answers("c"))
            assert not store.kept(run).settled
            await journal.once("r1/check/0", "a and c", Decimal(0), world.answers("checked"))
            await journal.once("r2/draft/a/0/a1", "q", Decimal(0), world.answers("more"))
        assert store.kept(run).places == ("r1/draft/b/0/a1",) and store.kept(run).settled
        fork = store.fork(run, retry_failed=True)
        assert [call.place[-6:-3] for call in store.record(fork).calls] == ["a/0", "b/0", "c/0"]
        assert not store.kept(fork).settled
        async with store.take(fork, retry_failed=True) as journal:
            assert not journal.reached("r0/clock/begin/0"), "the deadline counts anew"
            assert (await journal.once("r1/draft/b/0/a1", "q", Decimal(0), world.answers("b"))).body == "b"
        assert not store.kept(fork).places


async def test_what_failed_for_the_deadline_of_a_run_is_asked_again_in_a_fork_only(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run = create(store)
        async with store.take(run) as journal:
            with pytest.raises(CallFailed):
                await journal.once("r1/draft/a/0/a1", "q", Decimal(0), World().fails(CallFailed("late", "late")))
        assert store.kept(run).settled
        assert not store.kept(store.fork(run, retry_failed=True)).settled


async def test_an_attempt_that_another_followed_is_no_failure_that_is_kept(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run, failure = create(store), CallFailed("server", "500.", Usage())
        async with store.take(run) as journal:
            with pytest.raises(CallFailed):
                await journal.once("r1/draft/a/0/a1", "q", Decimal(0), World().fails(failure))
            await journal.once("r1/draft/a/0/a2", "q", Decimal(0), World().answers("a"))
        assert not store.kept(run).places


async def test_a_fork_before_an_instruction_was_read_takes_the_instruction_along(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run = create(store)
        store.post(run, "dig deeper")
        async with store.take(run) as journal:
            await journal.once("r1/draft", "q", Decimal(0), World().answers("a"))
            assert journal.inbox("extend/1") == ("dig deeper",)
        async with store.take(store.fork(run, before="extend/1")) as journal:
            assert journal.inbox("extend/1") == ("dig deeper",)
        async with store.take(store.fork(run)) as journal:
            assert journal.inbox("extend/1") == ("dig deeper",)
            assert not journal.posted("extend/2", "instruction")


async def test_a_fork_with_a_larger_cap_asks_what_was_refused_and_all_that_came_after(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run, world = create(store, "0.05"), World()
        async with store.take(run) as journal:
            with pytest.raises(DoesNotFit):
                await journal.once("r1/draft/a/0/a1", "long", Decimal("0.06"), world.answers("long"))
            await journal.once("r1/draft/a/0/a2", "short", Decimal("0.05"), world.answers("short"))
            assert not store.refused(run), "a smaller request was made in its place"
            for attempt, size in enumerate(("long", "short"), 1):
                with pytest.raises(DoesNotFit):
                    await journal.once(f"r2/draft/a/0/a{attempt}", size, Decimal("0.05"), world.answers(size))
            await journal.once("r2/draft/b/0/a1", "q", Decimal("0.01"), world.answers("b"))
            await journal.once("r2/check/0", "b", Decimal(0), world.answers("checked"))
        assert store.refused(run)
        with pytest.raises(UsageError, match="goes on with more"):
            store.recap(run, Decimal("0.05"))
        later = store.fork(run, usd=Decimal("0.2"))
        assert [call.place for call in store.record(later).calls] == ["r1/draft/a/0/a2", "r2/draft/b/0/a1"]
        assert store.record(later).case.caps.usd == Decimal("0.2")
        async with store.take(later) as journal:
            with pytest.raises(DoesNotFit):  # a replay goes the way that it went
                await journal.once("r1/draft/a/0/a1", "long", Decimal("0.06"), world.answers("long"))
            assert (await journal.once("r2/draft/a/0/a1", "long", Decimal("0.05"), world.answers("a"))).body == "a"


async def test_another_cap_is_kept_beside_the_one_before_and_no_run_at_work_gets_one(tmp_path: Path) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        run = create(store, "0.05")
        async with store.take(run) as journal:
            await journal.once("r1/draft/a/0/a1", "q", Decimal("0.03"), World().answers("a", "0.03"))
            with pytest.raises(RunBusy):
                store.recap(run, Decimal(1))
        with pytest.raises(UsageError, match=r"has spent 0\.03 USD"):
            store.recap(run, Decimal("0.02"))
        store.recap(run, Decimal("0.1"))
        store.recap(run, Decimal(1))
        record = store.record(run)
        assert record.case.caps.usd == 1 and record.caps_before == (Decimal("0.05"), Decimal("0.1"))
        assert record.options == {}
        async with store.take(run) as journal:
            assert journal.left() == Decimal("0.97")
        with pytest.raises(UnknownRun):
            store.recap("nobody", Decimal(1))
