"""How long `moot --help` takes beside an empty typer program, in one run, turn by turn.

    python benchmarks/cli_start.py [--rounds 15]

Also fails if a heavy module is loaded on the way.
"""

from __future__ import annotations

import argparse
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT = 1.3
HEAVY = ("numpy", "pydantic_ai", "onnxruntime", "trafilatura", "pypdfium2")
EMPTY = """
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None)
@app.command()
def one(name: str = ""):
    "One."
@app.command()
def two(name: str = ""):
    "Two."
app()
"""
LOADED = """
import sys
sys.argv = ["moot", "--help"]
from moot.cli import main
try:
    main()
except SystemExit:
    pass
sys.stderr.write(",".join(name for name in %r if name in sys.modules))
"""


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY)
        ours, theirs = [sys.executable, "-m", "moot", "--help"], [sys.executable, str(empty), "--help"]
        pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds + 1)][1:]
    loaded = subprocess.run(
        [sys.executable, "-c", LOADED % (HEAVY,)], capture_output=True, text=True, check=True
    ).stderr.strip()
    mine, bare = statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)
    ratio = statistics.median(p[0] / p[1] for p in pairs)
    print(f"machine            {platform.machine()}, Python {platform.python_version()}")
    print(f"moot --help        {mine * 1000:.0f} ms (median of {rounds})")
    print(f"empty typer app    {bare * 1000:.0f} ms")
    print(f"ratio              {ratio:.2f} (limit {LIMIT})")
    print(f"heavy modules      {loaded or 'none'}")
    return int(ratio > LIMIT or bool(loaded))


if __name__ == "__main__":
    sys.exit(main())
