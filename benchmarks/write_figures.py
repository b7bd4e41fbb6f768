"""Run the benchmarks and write what they print into docs/FIGURES.md, so that no figure there was typed by a person.

    python benchmarks/write_figures.py [--claims FOLDER] [--expertqa FILE] [--pages FOLDER] [--beside PYTHON]
        [--envs FOLDER] [--only WORD]

`--claims`, `--expertqa` and `--pages` are paths to labelled data that is not part of Moot, `--beside` an interpreter
that can import markitdown. A part that is not run (its data was not given, or its title does not hold WORD) stays in
the file as it was. The engine of `moot bench` needs the extra `bench`. Where others use the machine, run this under
`chrt -r 5` for times that are little of theirs (`bench_speed.py` says more); the command above the part tells it.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import subprocess
import sys
from pathlib import Path

LANGUAGE_MODELS = "The same rounds argued by language models, on a sample"
ROOT = Path(__file__).parent.parent
FILE = ROOT / "docs" / "FIGURES.md"
HEAD = """# Figures

Written by `python benchmarks/write_figures.py` on {day}: {machine}, {cores} cores, Python {python}. Each part is what
the command above it printed. Ratios are taken within one run, turn by turn. Others may have used the machine at
the same time: seconds of a part without `chrt` say little.
"""


def parts(
    claims: str | None, expertqa: str | None, envs: str | None, pages: str | None, beside: list[str]
) -> list[tuple[str, list[str] | None]]:
    return [
        ("Starting up", ["cli_start.py"]),
        ("What Moot adds to the calls it makes", ["overhead.py"]),
        ("What the journal costs", ["journal_overhead.py"]),
        ("Reading, indexing, searching", ["reading.py"]),
        ("Reading files: PDFs, offices, letters", ["reading_files.py", *beside]),
        ("Reading web pages: the half to build with", ["extraction.py", *beside]),
        ("Reading web pages: the sealed half", ["extraction.py", "benchmarks/corpora/pages/sealed", *beside]),
        ("Telling walls from pages", ["walls.py"]),
        ("Reading web pages: a public corpus", ["extraction_real.py", pages] if pages else None),
        ("A folder of 2,000 files", ["folder.py"]),
        ("Fetching pages", ["fetching.py"]),
        ("Sources that are one voice: the half to build with", ["origins.py"]),
        ("Sources that are one voice: the sealed half", ["origins.py", "benchmarks/corpora/origins/sealed"]),
        ("What leaves of queries where private files were read", ["outgoing.py"]),
        ("Hostile documents", ["hostile.py"]),
        ("Checking claims", ["verifier_speed.py"]),
        ("Quotes of the demo", ["demo_quotes.py"]),
        ("Briefs of the embedded readers: the half to build with", ["briefs.py"]),
        ("Briefs of the embedded readers: kept for measuring", ["briefs.py", *sealed("briefs/kept.jsonl")]),
        ("The embedded verifier on labelled claims", ["verifier.py", claims] if claims else None),
        ("Both verifiers on labelled claims", ["verifier.py", claims, "--both"] if claims else None),
        ("From which probability a claim is rightly called supported", ["precision.py", claims] if claims else None),
        ("Audits of reports with known faults: the half to build with", ["faults.py"]),
        ("Audits of reports with known faults: the sealed half", ["faults.py", *sealed("faults/sealed*.jsonl")]),
        ("Audits of reports with known faults: kept for measuring", ["faults.py", *sealed("faults/kept-[a-d].jsonl")]),
        ("Audits of reports whose faults are figures: looked at", ["faults.py", *sealed("faults/kept-[eghijk].jsonl")]),
        (
            "Audits of reports whose faults are figures: never looked at",
            ["faults.py", *sealed("faults/kept-[lm].jsonl")],
        ),
        ("Reading citations: the half to build with", ["citations.py"]),
        ("Reading citations: the sealed half", ["citations.py", *sealed("citations/sealed")]),
        ("Reading citations of real systems' answers", ["citations_real.py", expertqa] if expertqa else None),
        ("Answers of real systems, judged by experts", ["expertqa.py", expertqa] if expertqa else None),
        ("The same answers through the audit", ["expertqa_audit.py", expertqa] if expertqa else None),
        ("What rounds of argument add to the checks, on the same answers", rounds(expertqa)),
        # Needs models: `expertqa_rounds.py … --model NAME --done --section` prints it.
        (LANGUAGE_MODELS, None),
        (
            "Two claims that say the same: the half to build with, and labelled sets",
            ["alignment.py", *labelled(claims)],
        ),
        ("Two claims that say the same: the sealed half", ["alignment.py", *sealed("pairs/sealed*.jsonl")]),
        ("Two claims that say the same: never looked at", ["alignment.py", *sealed("pairs/kept-*.jsonl")]),
        ("Claims of real drafts", ["alignment_drafts.py"]),
        ("Many councils at once", ["council_load.py"]),
        ("Debating only what is contested", ["contested_share.py"]),
        ("Served from the providers' caches", ["cache_share.py"]),
        ("Beside other packages", peers(envs)),
        ("bench: coverage of intervals, false leads", ["bench_statistics.py"]),
        ("bench: planned power", ["bench_power.py"]),
        ("bench: what the engine adds to bare inspect_ai", ["bench_engine.py"]),
        ("bench: a report of 100,000 results", ["bench_report.py"]),
        ("bench: speed, measured on streams of a known one", ["bench_speed.py"]),
        ("Starting a sandbox", ["sandbox.py"]),
    ]


def peers(envs: str | None) -> list[str] | None:
    return ["peers.py", "--protocol", "critique", "council", "--envs", envs] if envs else None


def labelled(claims: str | None) -> list[str]:
    return ["--claims", str(Path(claims) / "dev.jsonl.gz")] if claims else []


def rounds(expertqa: str | None) -> list[str] | None:
    return ["expertqa_rounds.py", expertqa] if expertqa else None


def sealed(pattern: str) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in sorted((ROOT / "benchmarks" / "corpora").glob(pattern))]


def shown(command: list[str]) -> str:
    """The command without paths of this machine; where this went before other processes, it says so."""
    names = [Path(each).name if "/" in each else each for each in command]
    first = hasattr(os, "sched_getscheduler") and os.sched_getscheduler(0) == os.SCHED_RR
    before = ["chrt", "-r", str(os.sched_getparam(0).sched_priority)] if first else []
    return " ".join([*before, "python", f"benchmarks/{names[0]}", *names[1:]])


def ran(title: str, command: list[str]) -> str:
    print(title, file=sys.stderr, flush=True)
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / command[0]), *command[1:]],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    over = "\nAbove its limit on this run.\n" if done.returncode else ""
    return f"\n```\n$ {shown(command)}\n{done.stdout.strip()}\n```\n{over}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims")
    parser.add_argument("--expertqa")
    parser.add_argument("--pages", help="a copy of the corpus WCXB")
    parser.add_argument("--beside", metavar="PYTHON")
    parser.add_argument("--envs", help="a folder for environments of other packages, which are installed there")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    beside = ["--beside", options.beside] if options.beside else []
    listed = parts(options.claims, options.expertqa, options.envs, options.pages, beside)
    new = {title: ran(title, command) for title, command in listed if command and options.only in title}
    before = FILE.read_text() if FILE.exists() else ""  # only now: another run may have written meanwhile
    kept = {title: body for title, _, body in (part.partition("\n") for part in before.split("\n## ")[1:])}
    text = HEAD.format(
        day=datetime.date.today().isoformat(),
        machine=f"{platform.system()} {platform.machine()}",
        cores=os.cpu_count(),
        python=platform.python_version(),
    )
    for title, _ in listed:
        body = new.get(title) or kept.get(title, "\nNot run yet.\n")
        text += f"\n## {title}\n{body.rstrip()}\n"
    FILE.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
