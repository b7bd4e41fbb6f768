import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

WORKER = """#!/bin/bash
# worker.sh K FOLDER
trap '' TERM INT
echo $$ > "$2/worker-$1.pid"
sleep 1000 &
echo $! > "$2/helper-$1.pid"
while true; do sleep 0.2; done
"""
FRESH = Path("/tmp/pool-check")


def lives(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def pid(path):
    try:
        return int(path.read_text())
    except (OSError, ValueError):
        return 0


def until(true, seconds, what):
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            sys.exit(what)
        time.sleep(0.05)


def members(folder, n):
    return [pid(folder / f"{kind}-{k}.pid") for k in range(1, n + 1) for kind in ("worker", "helper")]


def start(n, folder):
    """Signals are as at a terminal, whatever runs this."""
    pool = subprocess.Popen(
        ["bash", "/app/pool.sh", str(n), str(folder)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    until(lambda: all(map(lives, members(folder, n))), 5, "the workers do not start")
    until(lambda: pid(folder / "pool.pid") == pool.pid, 2, "pool.pid does not hold the id of the pool")
    return pool


def end(pool, sign, folder, n):
    known = members(folder, n)
    pool.send_signal(sign)
    until(lambda: not any(map(lives, known)), 2.5, "workers or helpers live on")
    try:
        status = pool.wait(2)
    except subprocess.TimeoutExpired:
        sys.exit("the pool does not end")
    if status != 0:
        sys.exit(f"the pool exits with {status}")
    if list(folder.glob("worker-*.pid")) or (folder / "pool.pid").exists():
        sys.exit("files with process ids are left")


if Path("/app/worker.sh").read_text() != WORKER:
    sys.exit("worker.sh was changed")
shutil.rmtree(FRESH, ignore_errors=True)
one, two = FRESH / "one", FRESH / "with space"
bystander = subprocess.Popen(["sleep", "1000"], start_new_session=True)
first, second = start(3, one), start(2, two)
victim = pid(two / "worker-2.pid")
os.kill(victim, signal.SIGKILL)
until(
    lambda: pid(two / "worker-2.pid") not in (0, victim) and lives(pid(two / "worker-2.pid")),
    2.5,
    "a dead worker is not replaced",
)
end(first, signal.SIGTERM, one, 3)
if not all(map(lives, members(two, 2))) or second.poll() is not None or bystander.poll() is not None:
    sys.exit("ending one pool ended something else")
time.sleep(0.5)
end(second, signal.SIGINT, two, 2)
