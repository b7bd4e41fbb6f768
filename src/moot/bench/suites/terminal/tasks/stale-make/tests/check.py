import os
import shutil
import subprocess
import sys
from pathlib import Path

WORK = Path("/tmp/book-check")
CLOCK = [1_700_000_000]
FILES = {
    "parts/head.txt": "The Book\n========\n",
    "chapters/01-night.txt": "It was night.\nIt rained.\n",
    "chapters/02-day.txt": "Then came day.\n",
    "chapters/10-end.txt": "All slept.\nNobody woke.\nThe end.\n",
    "tools/number.sh": '#!/bin/sh\nawk \'{ printf "%3d  %s\\n", NR, $0 }\' "$1"\n',
}


def write(name, text):
    """Each file is a minute newer than the one before, as far as make can see."""
    path = WORK / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755 if name.endswith(".sh") else 0o644)
    CLOCK[0] += 60
    os.utime(path, (CLOCK[0], CLOCK[0]))


def age():
    """What was built is older than what is written next."""
    for path in (WORK / "out").glob("*"):
        CLOCK[0] += 60
        os.utime(path, (CLOCK[0], CLOCK[0]))
    for path in (WORK / "out").glob("*.txt"):
        CLOCK[0] += 60
        os.utime(path, (CLOCK[0], CLOCK[0]))


def make(*words):
    done = subprocess.run(["make", *words], cwd=WORK, capture_output=True, text=True, timeout=20)
    if done.returncode:
        sys.exit(f"make {' '.join(words)} failed: {done.stderr.strip()[:200]}")


def right(when, form="%3d  %s"):
    wanted = (WORK / "parts/head.txt").read_text()
    for path in sorted((WORK / "chapters").glob("*.txt")):
        numbered = "".join(form % pair + "\n" for pair in enumerate(path.read_text().splitlines(), 1))
        if (WORK / "out" / f"{path.stem}.num").read_text() != numbered:
            sys.exit(f"{when}: {path.stem}.num is wrong")
        wanted += numbered
    if (WORK / "out/book.txt").read_text() != wanted:
        sys.exit(f"{when}: book.txt is wrong")


def built():
    return {path.name: path.stat().st_mtime_ns for path in (WORK / "out").glob("*[.][nt]*")}


for name, text in FILES.items():
    if (Path("/app/book") / name).read_text() != text:
        sys.exit(f"{name} was changed")
shutil.rmtree(WORK, ignore_errors=True)
for name, text in FILES.items():
    write(name, text)
shutil.copyfile("/app/book/Makefile", WORK / "Makefile")
os.utime(WORK / "Makefile", (CLOCK[0], CLOCK[0]))
make("-j4")
right("from nothing")
age()
before = built()
make()
if built() != before:
    sys.exit("it builds again though nothing changed")
write("chapters/02-day.txt", "Then came day, again.\n")
make()
right("a chapter changed")
if built()["01-night.num"] != before["01-night.num"]:
    sys.exit("a chapter that did not change was numbered again")
age()
write("parts/head.txt", "The Second Book\n")
make()
right("the header changed")
age()
write("chapters/05-noon.txt", "At noon.\n")
make("-j4")
right("a chapter was added")
age()
(WORK / "chapters/01-night.txt").unlink()
make()
right("a chapter was removed")
age()
write("tools/number.sh", FILES["tools/number.sh"].replace("%3d", "%5d"))
make()
right("the tool changed", "%5d  %s")
write("clean", "")
make("clean")
if (WORK / "out").exists():
    sys.exit("make clean leaves out")
