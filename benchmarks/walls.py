"""How many walls (logins, paywalls, hotspots, notes that a page is gone) are told, and honest pages taken for them.

    python benchmarks/walls.py [FILE...] [--names]

FILE holds pages as `benchmarks/corpora/walls/README.md` says; default: all three. `--names`: which are wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from corpus import FOLDER, named

FILES = [FOLDER / "walls" / f"{name}.jsonl" for name in ("open", "kept", "later")]


def reason(page: dict[str, Any]) -> str:
    """What the page is taken for; "" when it is read."""
    from moot.evidence.fetch import Fetched
    from moot.evidence.fetch.walls import wall

    kind = {"content-type": "text/html"}
    found = wall(Fetched(page["asked"], page["asked"], 200, kind, page["html"].encode(), "", "2026-03-01"))
    return found.reason if found else ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=named("walls"), nargs="*", default=FILES)
    parser.add_argument("--names", action="store_true", help="which are wrong")
    options = parser.parse_args()
    for file in options.files:
        pages = [json.loads(line) for line in Path(file).read_text().splitlines()]
        told = [(page, reason(page)) for page in pages]
        walls = [page["name"] for page, _ in told if page["wall"]]
        missed = [page["name"] for page, said in told if page["wall"] and not said]
        alarms = [f"{page['name']} ({said})" for page, said in told if said and not page["wall"]]
        of = len(walls), len(pages) - len(walls)
        print(f"{file.name}: {len(missed)} of {of[0]} walls not told, {len(alarms)} of {of[1]} pages taken for walls")
        if options.names:
            print(*missed, *alarms, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
