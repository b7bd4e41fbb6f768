import os
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

WORK = Path("/tmp/backups check")
OTHERS = ("db-2024-02-30.dump", "db-2024-1-05.dump", "db-2024-01-05.dump.old", "xdb-2024-01-06.dump", "notes")


def fill(folder, days):
    folder.mkdir(parents=True)
    for index, day in enumerate(days):
        path = folder / f"db-{day.isoformat()}.dump"
        path.write_text("x")
        # The file's own time says the contrary of its name.
        os.utime(path, (1_600_000_000 - 60 * index,) * 2)


def kept(days):
    days = sorted(days)
    keep = set(days[-7:])
    months, weeks = {}, {}
    for day in days:
        months.setdefault((day.year, day.month), day)
        weeks[day.isocalendar()[:2]] = day
    return keep | set(months.values()) | {weeks[week] for week in sorted(weeks)[-4:]}


def run(folder):
    return subprocess.run(["bash", "/app/thin.sh", str(folder)], cwd="/", capture_output=True, text=True, timeout=20)


start = date(2023, 12, 20)
CASES = {
    "daily": [start + timedelta(days=n) for n in range(75)],
    "gaps": [start + timedelta(days=n * n % 97) for n in range(40)],
    "few": [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)],
    "new year": [date(2020, 12, 21) + timedelta(days=n) for n in range(20)],
    "weekly": [date(2024, 1, 3) + timedelta(days=7 * n) for n in range(30)],
    "empty": [],
}
if not Path("/app/thin.sh").is_file():
    sys.exit("there is no thin.sh")
shutil.rmtree(WORK, ignore_errors=True)
for name, days in CASES.items():
    folder, days = WORK / name, sorted(set(days))
    fill(folder, days)
    if name == "daily":
        for other in OTHERS:
            (folder / other).write_text("keep\n")
        (folder / "db-2023-12-25.dump.d").mkdir()
        (folder / "db-2022-01-02.dump").mkdir()
    if name == "weekly":
        (folder / "notes").write_text("keep\n")
        (folder / "db-2024-01-20.dump").symlink_to("notes")
        (folder / "db-2024-01-21.dump").mkdir()
    done = run(folder)
    left = {path.name for path in folder.iterdir() if path.is_file() and not path.is_symlink()} - set(OTHERS)
    wanted = {f"db-{day.isoformat()}.dump" for day in kept(days)}
    if done.returncode != 0 or left != wanted:
        sys.exit(f"{name}: {len(left - wanted)} too many are left, {len(wanted - left)} are missing")
    if done.stdout.split("\n")[:-1] != [f"db-{day.isoformat()}.dump" for day in days if day not in kept(days)]:
        sys.exit(f"{name}: what it prints is not what it deleted")
    if name == "weekly" and not ((folder / "db-2024-01-20.dump").is_symlink() and (folder / "db-2024-01-21.dump").is_dir()):
        sys.exit("other things were deleted")
    if name == "daily" and len(list(folder.iterdir())) != len(wanted) + len(OTHERS) + 2:
        sys.exit("other things were deleted")
if run(WORK / "nowhere").returncode != 2 or run(WORK / "daily/notes").returncode != 2:
    sys.exit("no folder, and no status 2")
