"""Of all quotes that a report shows, how many stand in their source character by character?

    python benchmarks/demo_quotes.py REPORT_FOLDER... (default: what `make demo` left in moot-demo/)

Reads each `report.moot` and looks every marked quote up in the text of its source, independently of the checks.
Counted as exact: the marked text is the stretch of the source at its offsets, and equals the claim's quote once runs of
white space are one space.
"""

from __future__ import annotations

import sys
from pathlib import Path

from moot.report import bundle


def main() -> int:
    folders = [Path(each) for each in sys.argv[1:]] or sorted(Path("moot-demo").glob("*/"))
    total = exact = at_offsets = 0
    for folder in folders:
        path = folder / "report.moot"
        if not path.exists():
            continue
        read = bundle.read(path)
        texts = {document.source.id: document.text for document in read.record.documents}
        for view in read.report.claims:
            for quote in view.quotes:
                total += 1
                marked = texts[quote.source][quote.start : quote.end]
                at_offsets += marked == quote.marked
                exact += " ".join(marked.split()) == " ".join(quote.quote.split())
    print(f"{total} quotes shown in {len(folders)} reports")
    print(f"{at_offsets} ({at_offsets / total:.1%}) are the source's text at their offsets")
    print(f"{exact} ({exact / total:.1%}) equal the quote as the claim gives it, white space aside")
    return int(at_offsets != total)


if __name__ == "__main__":
    sys.exit(main())
