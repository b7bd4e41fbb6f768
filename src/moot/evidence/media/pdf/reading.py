"""A PDF to text: its pages one after the other, then heads and feet out, then the order of reading, then paragraphs."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from moot.evidence import dates
from moot.evidence.media import letters, stated
from moot.evidence.media.header import Header, at_end, part
from moot.evidence.media.medium import CannotRead, Extract
from moot.evidence.media.packed import apart
from moot.evidence.media.pdf import (
    box,
    columns,
    fields,
    joined,
    leftward,
    line,
    ocr,
    overleaf,
    packet,
    paragraphs,
    pictures,
    ruled,
    running,
    table,
    unseen,
)
from moot.evidence.media.pdf.line import Piece, Row
from moot.evidence.media.pdf.paragraphs import Part
from moot.words import Hidden

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

PDFIUM = threading.Lock()
"""pdfium may not be entered by two threads."""
_MOST_PAGES = 2_000
_MOST_CHARACTERS = 12_000_000
_FEW_UNKNOWN = 10
"""Characters of a page: bullets and ornaments often have no meaning of their own."""
_LONGEST_HIDDEN = 4_000
_BESIDE = ("Subject", "Keywords", "Creator", "Producer")
_MASTHEAD, _LONGEST_MASTHEAD = 3, 200
"""Lines and characters above a title, as the name of the journal."""
_MOST_MARKS, _DEEPEST = 2_000, 8
"""Of an outline."""


@dataclass
class _Page:
    found: list[Piece] = field(default_factory=list[Piece])
    sheet: running.Sheet = (0.0, 0.0)
    asides: list[list[Piece]] = field(default_factory=list[list[Piece]])
    """What is written in another direction."""


@dataclass
class _Said:
    """What there is to say of a file beside its text; pages from 1."""

    pages: list[_Page] = field(default_factory=list[_Page])
    broken: list[int] = field(default_factory=list[int])
    silent: list[int] = field(default_factory=list[int])
    """Fonts that tell no characters."""
    right_to_left: list[int] = field(default_factory=list[int])
    """Words of scripts that run so."""
    partly_silent: list[int] = field(default_factory=list[int])
    pictures: list[int] = field(default_factory=list[int])
    recognised: list[int] = field(default_factory=list[int])
    hidden: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    notes: list[str] = field(default_factory=list[str])

    def hide(self, how: str, words: str) -> None:
        self.hidden.setdefault(how, []).append(words)


def read(raw: bytes) -> Extract:
    """As the medium says."""
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(raw)
        except pypdfium2.PdfiumError as error:
            password = pypdfium2.raw.FPDF_ERR_PASSWORD
            why = "it is encrypted: not read" if error.err_code == password else "it is damaged, or no PDF: not read"
            raise CannotRead(why) from error
        with document:
            info = {key: _entry(document, key) for key in ("Title", "Author", "CreationDate", *_BESIDE)}
            said = _pages(document)
            outline = [mark.get_title() for mark in islice(document.get_toc(max_depth=_DEEPEST), _MOST_MARKS)]
    return _extract(said, info, [*(info[key] for key in _BESIDE), *packet.texts(raw), *outline])


def _entry(document: PdfDocument, key: str) -> str:
    """Of the file's own description; empty where it is no text."""
    try:
        return document.get_metadata_value(key)
    except UnicodeDecodeError:
        return ""


def _pages(document: PdfDocument) -> _Said:
    import pypdfium2

    if document.get_formtype():
        document.init_forms()
    said = _Said()
    characters = 0
    for number in range(1, min(len(document), _MOST_PAGES) + 1):
        try:
            page = document[number - 1]
            read = _page(document, page, number, said)
            page.close()
        except pypdfium2.PdfiumError:
            said.broken.append(number)
            read = _Page()
        said.pages.append(read)
        characters += sum(len(piece.text) for piece in read.found)
        if characters > _MOST_CHARACTERS:
            break
    if len(said.pages) < len(document):
        said.notes.append(f"only the first {len(said.pages):,} of {len(document):,} pages were read")
    attached = pypdfium2.raw.FPDFDoc_GetAttachmentCount(document)
    if attached > 0:
        said.notes.append(f"files attached to it were not read: {attached}")
    return said


def _page(document: PdfDocument, page: PdfPage, number: int, said: _Said) -> _Page:
    text = page.get_textpage()
    try:
        words, unknown = box.boxes(text)
        known = sum(len(word.text) for word in words)
        is_silent = unknown > known
        if is_silent:
            said.silent.append(number)
            words = []
        elif unknown > max(_FEW_UNKNOWN, known // 100):
            said.partly_silent.append(number)
        if leftward.is_one(" ".join(word.text for word in words)):
            said.right_to_left.append(number)
            words = leftward.told(text, words)
        words, hidden = unseen.part(page, text, words)
        for how, each in hidden:
            said.hide(how, each)
        pinned = fields.read(document, page)
        for remark in pinned.remarks:
            said.hide("remark pinned to a page", remark)
        if is_silent or pictures.is_picture(page, len(words)):
            words = _recognised(page, words, number, said)
        read = _Page()
        drawn = ruled.rules(page)
        read.sheet = box.sheet(page, 0)
        for at, each in enumerate(box.turned(text, words)):
            seen = leftward.placed(each.boxes)
            seen = fields.placed(seen, pinned.boxes) if at == 0 else seen
            found = ruled.pieces(seen, drawn if each.quarter == 0 else ruled.Rules())
            line.embolden(text, found)
            if at == 0:
                read.found, read.sheet = found, box.sheet(page, each.quarter)
            else:
                read.asides.append(found)
        if not words and pinned.boxes:
            read.found = line.pieces(fields.placed([], pinned.boxes))
        return read
    finally:
        text.close()


def _recognised(page: PdfPage, words: list[box.Box], number: int, said: _Said) -> list[box.Box]:
    if not ocr.installed() or len(said.recognised) >= ocr.MOST:
        if number not in said.silent:
            said.pictures.append(number)
        return words
    found = ocr.boxes(page)
    if not found:
        return words  # A picture without words: nothing is missing.
    said.recognised.append(number)
    if number in said.silent:
        said.silent.remove(number)
    return found


def _extract(said: _Said, info: dict[str, str], told: list[str]) -> Extract:
    """`told`: what the file says of itself beside its title and author; an outline repeats the headings of its text."""
    if not any(page.found or page.asides for page in said.pages):
        raise CannotRead(_why_nothing(said))
    text = _text(said)
    head = _head(text.split("\f", 1)[0])
    title, author = stated.title(info["Title"]), stated.author(info["Author"])
    text, letter = letters.read(text, head.date or at_end(text), head.author, author)
    date = letter.date or None
    made = None if date else dates.iso(info["CreationDate"])
    notes = [*_notes(said), *said.notes, *stated.undated(made, "made")]
    hidden = tuple(Hidden(how=how, text=" ".join(words)[:_LONGEST_HIDDEN]) for how, words in said.hidden.items())
    lines = {line.strip("# ") for line in text.splitlines()}
    beside = stated.beside(
        [info["Title"], info["Author"], *(each for each in told if each not in lines)], title, author
    )
    return Extract(
        text,
        title or letter.subject or head.title,
        date,
        head.stated_origin,
        tuple(notes),
        (*hidden, *apart(beside)),
        author=letter.writer or None,
        recognised=tuple(said.recognised),
    )


def _head(page: str) -> Header:
    """What the first page says of the file: from its title on, where only a line or two of a masthead stand above."""
    head, at = part(page), page.find("\n# ") + 1
    above = [line for line in page[:at].splitlines() if line.strip()]
    if not 1 <= len(above) <= _MASTHEAD or sum(map(len, above)) > _LONGEST_MASTHEAD or any(map(_is_said, above)):
        return head
    below = part(page[at:])
    return replace(below, date=below.date or head.date, stated_origin=below.stated_origin or head.stated_origin)


def _is_said(line: str) -> bool:
    return line.rstrip().endswith((".", "!", "?", ":")) or line.startswith(("|", "#", "- "))


def _text(said: _Said) -> str:
    rows = [line.rows(page.found) for page in said.pages]
    usual = paragraphs.body_size(rows)
    rows, heads = running.parted(rows, [page.sheet for page in said.pages], usual)
    sizes = [paragraphs.body_size([kept]) if n in said.recognised else usual for n, kept in enumerate(rows, start=1)]
    feet = [paragraphs.foot(kept, body) for kept, body in zip(rows, sizes, strict=True)]
    runs = [
        [table.parted(line.rows(each)) for each in columns.columns(running.rest(page.found, kept[:foot]))]
        for page, kept, foot in zip(said.pages, rows, feet, strict=True)
    ]
    overleaf.continued([each for page in runs for each in page], usual)
    told: set[str] = set()
    parts: list[list[Part]] = []
    for page, head, kept, foot, body, columned in zip(said.pages, heads, rows, feet, sizes, runs, strict=True):
        here: list[Part] = []
        for number, run in enumerate([*columned, table.parted(kept[foot:])]):
            here += paragraphs.parts(run, body, number)
        notes = [each for each in here if each.kind == "note"]
        here = [*(each for each in here if each.kind != "note"), *notes]
        for aside in page.asides:
            here += _aside(line.rows(aside), told)
        here += [Part("aside", " ".join(piece.text for piece in row), row[0].height) for row in head]
        parts.append(here)
    return joined.joined(parts)


def _aside(rows: list[Row], told: set[str]) -> list[Part]:
    """What stands on its side, once in a file: a stamp comes back on every page."""
    found = [
        Part("table" if each.kind == "table" else "aside", each.text, each.size)
        for each in paragraphs.parts(table.parted(rows), 0.0)
        if each.text not in told and not each.text.isdigit()
    ]
    told.update(each.text for each in found)
    return found


def _why_nothing(said: _Said) -> str:
    if said.silent:
        return "its fonts do not say which characters they draw: not read"
    if said.pictures:
        return f"scanned: its pages are pictures without text: not read{_way_out()}"
    if said.broken:
        return "its pages are damaged: not read"
    return "no text in it: its pages are blank" if said.pages else "it has no pages"


def _way_out() -> str:
    """What would read the pictures."""
    if not ocr.installed():
        return ' (pip install "moot[ocr]" reads such pages)'
    return f" (OCR reads {ocr.MOST} pages of a file)"


def _notes(said: _Said) -> list[str]:
    are = "are pictures" if len(said.pictures) > 1 else "is a picture"
    rows = (
        (said.recognised, " read by OCR: letters, spaces and figures may be wrong"),
        (said.pictures, f" {are} without text: not read{_way_out()}"),
        (said.silent, ": the fonts do not say which characters they draw: not read"),
        (said.partly_silent, ": a font does not say which characters it draws: its words were left out"),
        (
            said.right_to_left,
            ": words that run from right to left were put in order by their places: compare with the file to quote",
        ),
        (said.broken, " damaged: not read"),
    )
    return [f"{pictures.listed(pages)}{words}" for pages, words in rows if pages]
