"""What tests of reports share: what a report cites, and small Word files made by hand."""

from __future__ import annotations

import zipfile
from pathlib import Path

from moot.evidence.cited_report import CitedReport

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def cited(report: CitedReport) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    named = {entry.id: entry.label or entry.url or entry.text for entry in report.entries}
    return [
        (each.text, [(mark.raw, [named[id] for id in mark.entries]) for mark in each.marks])
        for each in report.statements
    ]


def docx(path: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
