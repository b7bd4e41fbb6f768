"""What an office file hides from its readers is left out, and that is told."""

from __future__ import annotations

from evidence_packed import docx as text_of
from evidence_packed import xlsx

from moot.evidence.media import docx
from moot.evidence.media import xlsx as sheets


def test_a_hidden_sheet_is_told_as_left_out() -> None:
    rows = "<sheetData><row r='1'><c><v>90</v></c></row></sheetData>"
    assert sheets.read(xlsx(rows, state="hidden")).notes == ("sheet Data is hidden: it was not read",)
    assert not sheets.read(xlsx(rows)).notes


def test_hidden_words_are_told_as_left_out() -> None:
    shown, unseen = "<w:r><w:t>Seen.</w:t></w:r>", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Unseen.</w:t></w:r>"
    letter = docx.read(text_of(f"<w:p>{shown}{unseen}</w:p>"))
    assert "Unseen" not in letter.text and "text that is set hidden in it was left out" in letter.notes
    assert not docx.read(text_of(f"<w:p>{shown}</w:p>")).notes
