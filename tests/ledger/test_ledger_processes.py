"""Real processes, a real server, SIGKILL: nothing finished is asked twice, and the resumed run is the same run."""

from __future__ import annotations

import multiprocessing
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from decimal import Decimal
from multiprocessing.process import BaseProcess
from pathlib import Path

import ledger_child
import pytest
from ledger_kit import comparable, create
from ledger_server import Vendor

from moot.ledger.record import Record
from moot.ledger.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")

CHILD = [sys.executable, ledger_child.__file__]
CALLS = ledger_child.WAVES * (ledger_child.SEATS + 1)
"""Reviewer 3 needs two attempts in every wave."""
PLACE = "r2/challenge/reviewer-4/0/a1"


def start(path: Path, run: str, vendor: Vendor, *point: str) -> subprocess.Popen[str]:
    return subprocess.Popen([*CHILD, str(path), run, str(vendor.port), *point], stderr=subprocess.PIPE, text=True)


def finish(path: Path, run: str, vendor: Vendor) -> Record:
    process = start(path, run, vendor)
    assert process.communicate()[1] == ""
    assert process.returncode == 0
    with Store.open(path) as store:
        return store.record(run)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The run that nobody killed."""
    path = tmp_path_factory.mktemp("whole") / "moot.db"
    with Store.open(path) as store:
        run = create(store)
    with Vendor() as vendor:
        record = finish(path, run, vendor)
        assert vendor.asked == Counter(call.place for call in record.calls)
    assert (record.state, len(record.calls), record.repeated) == ("done", CALLS, 0)
    assert record.usd == CALLS * Decimal("0.001") - ledger_child.WAVES * Decimal("0.0005")
    return record


def journaled(record: Record) -> set[str]:
    return {call.place for call in record.calls if call.state != "intended"}


def open_places(record: Record) -> set[str]:
    return {call.place for call in record.calls if call.state == "intended"}


POINTS = {
    # point: how often the vendor is asked for the call at which the process died, and whether it was in flight
    "before intent": (1, False),
    "after intent": (1, True),
    "sent": (2, True),
    "streaming": (2, True),
    "before the answer is stored": (2, True),
    "after answer": (1, False),
}


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_named_point(tmp_path: Path, whole: Record, point: str) -> None:
    reached, resumed = threading.Event(), threading.Event()

    def on(place: str, stage: str) -> None:
        if (place, stage) == (PLACE, point) and not reached.is_set():
            reached.set()
            resumed.wait(10)  # by then the process is dead

    with Store.open(tmp_path / "moot.db") as store:
        run = create(store)
        with Vendor(on) as vendor:
            process = start(store.path, run, vendor, point, PLACE)
            if point in ("sent", "streaming"):
                assert reached.wait(10)
                process.kill()
            process.communicate()
            assert process.returncode == -signal.SIGKILL
            before, asked = store.record(run), vendor.asked.copy()
            assert before.state == "running"
            times, in_flight = POINTS[point]
            assert (PLACE in open_places(before)) == in_flight
            resumed.set()
            record = finish(store.path, run, vendor)
        assert comparable(record) == comparable(whole)
        assert vendor.asked[PLACE] == times
        assert all(vendor.asked[place] == asked[place] == 1 for place in journaled(before))
        repeats = {call.place for call in record.calls if call.sent > 1}
        assert repeats == open_places(before), "what was in flight at the kill is repeated, and said"
        assert (record.usd, record.booked) == (
            whole.usd + len(repeats) * Decimal("0.01"),
            len(repeats) * Decimal("0.01"),
        )


@pytest.mark.long
@pytest.mark.timeout(600)
def test_killed_at_200_random_moments_with_four_calls_in_flight(tmp_path: Path, whole: Record) -> None:
    spawn = multiprocessing.get_context("forkserver")
    spawn.set_forkserver_preload(["ledger_child"])
    kills, runs, repeats, widest = 0, 0, 0, 0
    with Store.open(tmp_path / "moot.db") as store:
        while kills < 200:
            # A cap that forty kills with six calls in flight do not exhaust.
            run, runs, asked = create(store, "50"), runs + 1, Counter[str]()
            in_flight = Counter[str]()
            with Vendor(slowest=0.02) as vendor:
                while True:
                    process = spawn.Process(target=ledger_child.main, args=([str(store.path), run, str(vendor.port)],))
                    process.start()
                    if _dies_in_flight(process.pid or 0, process, vendor):
                        process.join()
                    record = store.record(run)
                    assert all(vendor.asked[place] == asked[place] for place in asked), "a finished call was repeated"
                    if record.state == "done":
                        break
                    asked = Counter({place: vendor.asked[place] for place in journaled(record)})
                    in_flight.update(open_places(record))
                    kills += record.open_intents >= 4
                    widest = max(widest, record.open_intents)
            expected = comparable(whole)
            expected["case"]["caps"]["usd"] = Decimal(50)
            assert comparable(record) == expected
            assert all(vendor.asked[call.place] <= call.sent for call in record.calls), "every request is reported"
            for call in record.calls:
                assert call.sent - 1 <= in_flight[call.place], "repeated without having been in flight at a kill"
            repeats += sum(call.sent - 1 for call in record.calls)
            assert record.booked == sum(call.sent - 1 for call in record.calls) * Decimal("0.01")
    print(f"{kills} kills with at least 4 calls in flight (at most {widest}), {runs} runs, {repeats} repeats")


def _dies_in_flight(pid: int, process: BaseProcess, vendor: Vendor) -> bool:
    """Kill the process at a random moment with at least four requests at the vendor; False if it ended before."""
    patience = random.uniform(0, 0.06)
    begun: float | None = None
    while process.is_alive():
        if vendor.in_flight >= 4:
            begun = begun or time.monotonic()
            if time.monotonic() - begun >= patience:
                os.kill(pid, signal.SIGKILL)
                return True
        time.sleep(0.0005)
    return False


def test_two_processes_on_one_run(tmp_path: Path, whole: Record) -> None:
    first_asked = threading.Event()
    go_on = threading.Event()

    def on(place: str, stage: str) -> None:
        first_asked.set()
        go_on.wait(10)

    with Store.open(tmp_path / "moot.db") as store:
        run = create(store)
        with Vendor(on) as vendor:
            first = start(store.path, run, vendor)
            assert first_asked.wait(10)
            second = start(store.path, run, vendor)
            complaint = second.communicate()[1]
            go_on.set()
            assert first.communicate()[1] == ""
        assert (first.returncode, second.returncode) == (0, 12)
        assert re.fullmatch(
            rf"Run {run} is being worked on by process {first.pid} on \S+ since \S+: wait until it is done\.\n",
            complaint,
        )
        assert comparable(store.record(run)) == comparable(whole)


def test_two_processes_that_resume_a_killed_run_at_once(tmp_path: Path, whole: Record) -> None:
    go_on = threading.Event()
    go_on.set()

    with Store.open(tmp_path / "moot.db") as store:
        run = create(store)
        with Vendor(lambda place, stage: go_on.wait(10)) as vendor:
            start(store.path, run, vendor, "after intent", PLACE).communicate()
            go_on.clear()
            two = [start(store.path, run, vendor) for _ in range(2)]
            while all(process.poll() is None for process in two):
                time.sleep(0.005)
            loser, winner = sorted(two, key=lambda process: process.poll() is None)
            assert f"by process {winner.pid} on" in loser.communicate()[1]
            go_on.set()
            assert winner.communicate()[1] == ""
        assert (winner.returncode, loser.returncode) == (0, 12)
        assert comparable(store.record(run)) == comparable(whole)


def test_many_processes_in_one_store(tmp_path: Path, whole: Record) -> None:
    with Store.open(tmp_path / "moot.db") as store:
        runs = [create(store) for _ in range(4)]
        with Vendor() as vendor:
            processes = [start(store.path, run, vendor) for run in runs]
            assert [(process.communicate()[1], process.returncode) for process in processes] == [("", 0)] * 4
        for run in runs:
            assert comparable(store.record(run)) == comparable(whole)


def test_ctrl_c_stops_a_run_that_goes_on_later(tmp_path: Path, whole: Record) -> None:
    reached, resumed = threading.Event(), threading.Event()

    def on(place: str, stage: str) -> None:
        if place == PLACE:
            reached.set()
            resumed.wait(10)

    with Store.open(tmp_path / "moot.db") as store:
        run = create(store)
        with Vendor(on) as vendor:
            process = start(store.path, run, vendor)
            assert reached.wait(10)
            process.send_signal(signal.SIGINT)
            process.communicate()
            resumed.set()
            assert (store.record(run).state, store.record(run).reason) == ("stopped", "It was interrupted.")
            assert comparable(finish(store.path, run, vendor)) == comparable(whole)
