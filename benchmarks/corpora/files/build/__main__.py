# type: ignore
"""Makes the corpus. Run: python benchmarks/corpora/files/build (see ../README.md for what it needs).

Beside each file stands NAME.json: its kind, its half, what reading must give, must not give, must keep apart, must say.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import documents
import drawn_pdfs
import latex_pdfs
import sheets
import talks
import treated_pdfs
import typst_pdfs
from kit import Made

_HERE = Path(__file__).parent.parent
_MOST = 200_000


def main(only: list[str]) -> None:
    made: dict[str, Made] = {}
    for module in (latex_pdfs, typst_pdfs, drawn_pdfs, treated_pdfs, documents, sheets, talks):
        for build in module.MADE:
            if not only or build.__name__ in only:
                made[build.__name__] = build()
    halves = _halves(made) | {name: half for name in made if (half := _half(name))}
    for name, each in made.items():
        if len(each.raw) > _MOST:
            raise SystemExit(f"{name} has {len(each.raw)} bytes")
        (_HERE / f"{name}{each.suffix}").write_bytes(each.raw)
        said = {
            "kind": each.kind,
            "half": halves[name],
            "wanted": each.wanted,
            "unwanted": each.unwanted,
            "hidden": each.hidden,
            "said": each.said,
        }
        (_HERE / f"{name}.json").write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(made)} files, {sum(len(each.raw) for each in made.values()):,} bytes")


def _half(name: str) -> str:
    """What was said of a file when it was first made; that stays."""
    told = _HERE / f"{name}.json"
    return str(json.loads(told.read_text(encoding="utf-8"))["half"]) if told.exists() else ""


def _halves(made: dict[str, Made]) -> dict[str, str]:
    """Within each kind by the hash of the name, every second one sealed; kinds of one file go on where others ended."""
    names = sorted(made, key=lambda name: (made[name].kind, hashlib.sha256(name.encode()).hexdigest()))
    return {name: ("open", "sealed")[at % 2] for at, name in enumerate(names)}


if __name__ == "__main__":
    main(sys.argv[1:])
