"""PDF: the text layer, page by page; pages are parted by a form feed, so that a quote's page can be told.

pdfium gives lines. They are joined to paragraphs where their distance and length say so; line ends inside words are
mended. What is set larger than the body, alone and without figures becomes a heading.
"""

from __future__ import annotations

import re
import threading
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from moot.evidence import dates
from moot.evidence.header import part
from moot.evidence.medium import CannotRead, Extract, Medium
from moot.words import Hidden

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_HYPHEN = "\ufffe"
"""pdfium writes it for a hyphen at a line end, and drops the line end."""
_TINY = 2.0
"""Points; smaller type is not meant for people."""
_MOST_PAGES = 5_000
_PDFIUM = threading.Lock()  # pdfium may not be entered by two threads
_KEPT = ("self", "non", "multi", "well", "long", "short", "high", "low", "real", "cross", "state", "open", "end", "co")
"""First parts that keep their hyphen when nothing else in the document tells."""


@dataclass(frozen=True)
class _Line:
    text: str
    top: float
    bottom: float
    """Points from the foot of the page."""
    cut: bool = False
    """It ends inside a word."""

    @property
    def size(self) -> float:
        return self.top - self.bottom


def read(raw: bytes) -> Extract:
    """Raises `CannotRead` for encrypted and damaged files, and for scans without text."""
    import pypdfium2

    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(raw)
        except pypdfium2.PdfiumError as error:
            password = pypdfium2.raw.FPDF_ERR_PASSWORD
            why = "it is encrypted: not read" if error.err_code == password else "it is damaged, or no PDF: not read"
            raise CannotRead(why) from error
        with document:
            info = document.get_metadata_dict(skip_empty=True)
            pages, notes = _pages(document)
    return _extract(pages, info, notes)


def _pages(document: PdfDocument) -> tuple[list[list[_Line]], list[str]]:
    import pypdfium2

    pages: list[list[_Line]] = []
    broken: list[int] = []
    for number in range(min(len(document), _MOST_PAGES)):
        try:
            page = document[number]
            text = page.get_textpage()
            pages.append(_lines(text))
            text.close()
            page.close()
        except pypdfium2.PdfiumError:
            broken.append(number + 1)
            pages.append([])
    notes = [f"pages that are damaged: not read: {_listed(broken)}"] if broken else []
    if len(document) > _MOST_PAGES:
        notes.append(f"only the first {_MOST_PAGES} of {len(document)} pages were read")
    return pages, notes


def _lines(page: PdfTextPage) -> list[_Line]:
    import pypdfium2.raw as pdfium

    text = page.get_text_range()
    lines: list[_Line] = []
    for found in re.finditer(rf"[^\r\n{_HYPHEN}]+", text):
        words = found[0].strip()
        if not words:
            continue
        at = found.start() + found[0].index(words)
        _, bottom, _, top = page.get_charbox(max(pdfium.FPDFText_GetCharIndexFromTextIndex(page, at), 0), loose=True)
        lines.append(_Line(words, top, bottom, cut=text[found.end() : found.end() + 1] == _HYPHEN))
    return lines


def _extract(pages: list[list[_Line]], info: dict[str, str], notes: list[str]) -> Extract:
    if not any(pages):
        raise CannotRead("scanned, no text: not read" if pages else "it has no pages")
    empty = [number for number, lines in enumerate(pages, start=1) if not lines]
    if empty:
        notes.append(f"pages without a text layer: not read: {_listed(empty)}")
    tiny = [line.text for lines in pages for line in lines if line.size < _TINY]
    pages = [[line for line in lines if line.size >= _TINY] for lines in pages]
    pages = _without_running_lines(pages)
    body = _body_size(pages)
    text = _mended("\n\f\n".join(_page(lines, body) for lines in pages))
    head = part(text.split("\f", 1)[0])
    date = head.date or dates.iso(info.get("CreationDate", ""))
    if date and not head.date:
        notes.append("its date is the one on which the file was made")
    hidden = (Hidden(how="tiny type", text=" ".join(tiny)),) if tiny else ()
    return Extract(text, _title(info) or head.title, date, head.stated_origin, tuple(notes), hidden)


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:20])) + (f" and {len(numbers) - 20} more" if len(numbers) > 20 else "")


def _title(info: dict[str, str]) -> str | None:
    title = info.get("Title", "").strip()
    made_by_a_program = re.match(r"untitled|microsoft |document\d*$|.*\.(?:docx?|pdf|tex|indd)$", title, re.IGNORECASE)
    return None if made_by_a_program else title or None


def _without_running_lines(pages: list[list[_Line]]) -> list[list[_Line]]:
    """First and last lines that come back on most pages (page numbers aside) belong to the paper, not to the text."""
    if len(pages) < 4:
        return pages
    ends: Counter[str] = Counter()
    for lines in pages:
        ends.update({_shape(line) for line in (*lines[:1], *lines[-1:])})
    running = {shape for shape, count in ends.items() if count > 0.6 * len(pages)}
    return [
        [
            line
            for at, line in enumerate(lines)
            if not (at in (0, len(lines) - 1) and len(lines) > 2 and _shape(line) in running)
        ]
        for lines in pages
    ]


def _shape(line: _Line) -> str:
    return re.sub(r"\d+", "0", line.text.casefold())


def _body_size(pages: list[list[_Line]]) -> float:
    """The height of most characters."""
    heights: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            heights[round(line.size, 1)] += len(line.text)
    return heights.most_common(1)[0][0] if heights else 0.0


def _page(lines: list[_Line], body: float) -> str:
    if not lines:
        return ""
    steps = [before.bottom - after.bottom for before, after in pairwise(lines)]
    pitch = median([step for step in steps if 0.5 * body < step < 2.5 * body] or [1.2 * body])
    full = 0.75 * sorted(len(line.text) for line in lines)[int(0.9 * (len(lines) - 1))]
    out = [_mark(lines[0], body) + lines[0].text]
    for step, before, after in zip(steps, lines, lines[1:], strict=False):
        out.append(_join(step > 1.3 * pitch, before, after, body, full))
        out.append(_mark(after, body) + after.text)
    return "".join(out)


def _mark(line: _Line, body: float) -> str:
    if not _is_heading(line, body):
        return ""
    return "# " if line.size > 1.5 * body else "## "


def _is_heading(line: _Line, body: float) -> bool:
    """Set larger, few words, no sentence, no figures: a large "61.6 %" is evidence and must stay text."""
    words = re.sub(r"^[12]?\d(?:\.\d{1,2}){0,3}\.?\s+(?=[^\W\d])", "", line.text)
    if line.size < 1.14 * body or len(words) > 120 or words.endswith((".", ",", ";")):
        return False
    return any(char.isalpha() for char in words) and not any(char.isdigit() for char in words)


def _join(apart: bool, before: _Line, after: _Line, body: float, full: float) -> str:
    """What stands between two lines: a paragraph's end, a line's end, a space inside a sentence, a cut in a word."""
    if before.cut:
        return _HYPHEN
    other_size = abs(before.size - after.size) > 0.12 * body
    if apart or other_size or _is_heading(before, body) or _is_heading(after, body):
        return "\n\n"
    if re.match(r"(?:[-*•‣◦▪–]|\(?\d{1,3}[.)])\s", after.text):
        return "\n"
    if before.bottom < after.bottom - body and before.text.endswith((".", "!", "?", ":")):
        return "\n\n"  # the next column, after a whole sentence
    figures = min(len(re.findall(r"\d[\d.,]*", line.text)) for line in (before, after))
    return "\n" if len(before.text) < full or figures >= 3 else " "


def _mended(text: str) -> str:
    """Words that a line end had cut. Whether the hyphen is the word's own, the rest of the document tells."""
    known = Counter(re.findall(r"[\w-]+", text.casefold())) if _HYPHEN in text else Counter[str]()

    def mend(cut: re.Match[str]) -> str:
        first, second = cut[1], cut[2]
        together, apart = known[(first + second).casefold()], known[f"{first}-{second}".casefold()]
        own = first.casefold() in _KEPT if together == apart else apart > together
        return f"{first}-{second}" if own or not second[:1].islower() or not first[-1:].isalpha() else first + second

    text = re.sub(rf"([^\W_]*){_HYPHEN}\s*([^\W_]*)", mend, text)
    text = re.sub(r"(?<=[a-z])-\n(?=[a-z])", "-", text)
    return "".join(char for char in text.replace("\xad", "") if char >= " " or char in "\n\t\f")


MEDIUM = Medium("pdf", (".pdf",), read)
