"""What a file that is audited cites, as a reader is told of it."""

from __future__ import annotations

from pathlib import Path

from moot.evidence.cited_report import read_report
from moot.evidence.library import Library
from moot.evidence.read import read_paths
from moot.readers.file import drafted
from moot.words import Reference


def references(folder: Path, report: str) -> list[Reference]:
    (folder / "aero.html").write_text(
        "<title>Aero pump, data sheet</title><body><p>The pump moves 320 m³. Its price is £2,150.</p></body>"
    )
    (folder / "report.html").write_text(f"<body><p>{report}</p></body>")
    library = Library(read_paths([folder / "aero.html"])[0])
    draft = drafted(read_report(folder / "report.html"), library)
    return [each for claim in draft.claims() for each in claim.references]


def test_a_link_is_told_by_the_title_of_what_it_leads_to(tmp_path: Path) -> None:
    found = references(
        tmp_path,
        'The pump <a href="aero.html">moves 320 m³</a> of air. Its <a href="aero.html">price</a> is £2,150. It is '
        '<a href="gone.html">sold out</a> since May.',
    )
    told = [each.entry for each in found]
    assert told == ["Aero pump, data sheet aero.html"] * 2 + ["sold out gone.html"]
