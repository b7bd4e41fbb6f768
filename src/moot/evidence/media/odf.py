"""OpenDocument: texts, spreadsheets and slides of LibreOffice and others."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from moot.evidence import dates
from moot.evidence.media import number_format, stated, tabular
from moot.evidence.media.header import at_end, part
from moot.evidence.media.hidden import DELETED, LEFT_OUT, NOTES, REMARK, STRUCK
from moot.evidence.media.medium import CannotRead, Extract, Medium
from moot.evidence.media.merged import Merged, Range
from moot.evidence.media.packed import Packed, apart, opened
from moot.evidence.media.stated import Stated

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TEXT, _TABLE = _OASIS % "office", _OASIS % "text", _OASIS % "table"
_DRAW, _SHOW, _META, _STYLE = _OASIS % "drawing", _OASIS % "presentation", _OASIS % "meta", _OASIS % "style"
_DC = "{http://purl.org/dc/elements/1.1/}"
MOST_ROWS = 50_000
MOST_COLUMNS = 400
_REPEATED = 200
"""Times that a row with words in it is repeated at most: spreadsheets fill a million rows so."""
_DEEPEST = 60
_ASIDE = (f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_SHOW}notes", f"{_TEXT}note")
_VALUES = {"date": "date-value", "time": "time-value", "string": "string-value", "boolean": "boolean-value"}
"""Where a cell keeps what is no number."""
_NO_EPOCH = datetime.datetime.min
"""Days are kept as such, not as numbers."""
_NO_TEXT = (f"{_OFFICE}forms", f"{_TEXT}table-of-content", f"{_TEXT}sequence-decls", f"{_OFFICE}annotation-end")


def _reader(form: str) -> Medium:
    def read(raw: bytes) -> Extract:
        """Raises `CannotRead` for what is no such file, is damaged or unpacks to too much."""
        with opened(raw, form) as packed:
            if "META-INF/manifest.xml" in packed.names and b"encryption-data" in (
                packed.bytes("META-INF/manifest.xml") or b""
            ):
                raise CannotRead("it is encrypted: not read")
            return _Document(packed).read()

    return Medium(form, (f".{form}",), read)


@dataclass
class _Document:
    packed: Packed
    hidden: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    notes: list[str] = field(default_factory=list[str])
    footnotes: list[str] = field(default_factory=list[str])
    undisplayed: frozenset[str] = frozenset()
    """Styles that hide the table or slide that has them."""
    unseen: dict[str, str] = field(default_factory=dict[str, str])
    """Styles whose words are no text, with how."""
    numbered: frozenset[str] = frozenset()
    """Styles of lists that have numbers."""
    left: int = MOST_ROWS

    def read(self) -> Extract:
        root = self.packed.part("content.xml")
        body = root.find(f"{_OFFICE}body") if root is not None else None
        if root is None or body is None or not len(body):
            raise CannotRead(f"it is no {self.packed.form} file")
        self.numbered = _numbering(root, self.packed.part("styles.xml"))
        self.unseen = _unseen(self.packed.part("styles.xml"), root)
        self.undisplayed = frozenset(
            str(style.get(f"{_STYLE}name"))
            for style in root.iter(f"{_STYLE}style")
            if any(
                each.get(f"{_TABLE}display") == "false" or each.get(f"{_SHOW}visibility") == "hidden" for each in style
            )
        )
        blocks = [block for block in self._blocks(body[0], 0) if block.strip()]
        text = "\n\n".join([*blocks, *self.footnotes])
        self._around()
        meta = self._meta()
        head = part(text)
        date = head.date or at_end(text)
        notes = (*self.notes, *(() if date else stated.undated(meta.date)))
        return Extract(
            f"{text}\n" if text else "",
            meta.title or (head.title if self.packed.form == "odt" else None),
            date,
            None,
            notes,
            apart([*self.hidden, *meta.beside]),
            author=head.author or meta.author,
        )

    def _around(self) -> None:
        """Headers and footers of pages, which are parts of their styles."""
        styles = self.packed.part("styles.xml")
        for kind in ("header", "footer"):
            for each in styles.iter(f"{_STYLE}{kind}") if styles is not None else ():
                self.hidden.append((f"{LEFT_OUT} (page {kind})", _all(each)))

    def _meta(self) -> Stated:
        part = self.packed.part("meta.xml")
        if part is None:
            return Stated()
        by = part.findtext(f".//{_META}initial-creator") or part.findtext(f".//{_DC}creator") or ""
        day = part.findtext(f".//{_DC}date") or part.findtext(f".//{_META}creation-date") or ""
        title, author = stated.title(part.findtext(f".//{_DC}title") or ""), stated.author(by)
        return Stated(title, author, dates.iso(day), stated.beside(stated.texts(part), title, author))

    def _blocks(self, parent: Any, depth: int) -> Iterator[str]:
        for node in parent:
            if depth > _DEEPEST or not isinstance(node.tag, str) or node.tag in _NO_TEXT:
                continue
            if node.tag in (f"{_TEXT}h", f"{_TEXT}p"):
                yield from self._paragraph(node)
            elif node.tag == f"{_TEXT}list":
                yield "\n".join(self._items(node, 0))
            elif node.tag == f"{_TABLE}table":
                yield from self._table(node)
            elif node.tag == f"{_DRAW}page":
                yield from self._slide(node)
            elif node.tag in _ASIDE:
                self._aside(node)
            elif node.get(f"{_TEXT}display") == "none" or node.get(f"{_TEXT}is-hidden") == "true":
                self.hidden.append(("hidden section", _all(node)))
            else:
                yield from self._blocks(node, depth + 1)

    def _paragraph(self, node: Any) -> Iterator[str]:
        words = "" if self._is_unseen(node) else self._words(node)
        level = str(node.get(f"{_TEXT}outline-level") or "1")
        if words and node.get(f"{_TEXT}style-name") == "Title":
            words = f"# {words}"
        elif words and node.tag == f"{_TEXT}h":
            words = f"{'#' * min(max(int(level) if level.isdecimal() else 1, 1), 6)} {words}"
        yield words
        for frame in node.iter(f"{_DRAW}text-box"):
            yield from self._blocks(frame, 1)

    def _is_unseen(self, node: Any) -> bool:
        """Whether its style takes its words out of the text; they are kept."""
        how = self.unseen.get(str(node.get(f"{_TEXT}style-name")), "")
        if how:
            self.hidden.append((how, _all(node)))
        return bool(how)

    def _words(self, node: Any) -> str:
        parts: list[str] = []
        self._inline(node, parts, 0)
        return " ".join("".join(parts).split())

    def _inline(self, node: Any, parts: list[str], depth: int) -> None:
        parts.append(node.text or "")
        for each in node if depth < _DEEPEST else ():
            if each.tag == f"{_TEXT}note" and each.find(f"{_TEXT}note-body") is not None:
                parts.append(f"[^{self._footnote(each)}]")
            elif each.tag in _ASIDE:
                self._aside(each)
            elif each.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
                parts.append(" ")
            elif each.tag == f"{_TEXT}hidden-text":
                self.hidden.append(("hidden text", str(each.get(f"{_TEXT}string-value") or "")))
            elif each.tag == f"{_TEXT}span" and self._is_unseen(each):
                pass
            elif isinstance(each.tag, str) and each.tag not in (f"{_DRAW}frame", f"{_TEXT}ruby-text", *_NO_TEXT):
                self._inline(each, parts, depth + 1)
            parts.append(each.tail or "")

    def _footnote(self, note: Any) -> str:
        mark = " ".join(note.findtext(f"{_TEXT}note-citation", "").split()) or str(len(self.footnotes) + 1)
        body = note.find(f"{_TEXT}note-body")
        self.footnotes.append(f"[^{mark}]: {' '.join(self._words(each) for each in body.iter(f'{_TEXT}p'))}")
        return mark

    def _aside(self, node: Any) -> None:
        if node.tag == f"{_TEXT}tracked-changes":
            self.hidden += [(DELETED, _all(each)) for each in node.iter(f"{_TEXT}deletion")]
            if len(node):
                self.notes.append("it has tracked changes: it was read as if all were accepted")
        elif node.tag == f"{_SHOW}notes":
            self.hidden.append((NOTES, _all(node)))
        elif node.tag == f"{_OFFICE}annotation":
            self.hidden.append((REMARK, " ".join(_all(each) for each in node.iter(f"{_TEXT}p"))))

    def _items(self, node: Any, depth: int, is_numbered: bool = False) -> Iterator[str]:
        is_numbered = str(node.get(f"{_TEXT}style-name")) in self.numbered or (is_numbered and depth > 0)
        for number, item in enumerate(node.iterfind(f"{_TEXT}list-item"), 1):
            lines = [each for each in item if each.tag in (f"{_TEXT}p", f"{_TEXT}h") and not self._is_unseen(each)]
            words = " ".join(map(self._words, lines))
            mark = f"{number}." if is_numbered else "-"
            if words:
                yield f"{'  ' * min(depth, 8)}{mark} {words}"
            for inner in item.iterfind(f"{_TEXT}list"):
                yield from self._items(inner, depth + 1, is_numbered)

    def _slide(self, page: Any) -> Iterator[str]:
        if page.get(f"{_DRAW}style-name") in self.undisplayed:
            self.hidden.append(("hidden slide", _all(page)))
            return
        shapes = list(page.iter(f"{_DRAW}frame", f"{_DRAW}custom-shape", f"{_DRAW}rect"))
        title = next((each for each in shapes if each.get(f"{_SHOW}class") == "title"), None)
        if title is not None:
            yield f"## {_all(title)}" if _all(title) else ""
        for node in page:
            if node.tag in _ASIDE:
                self._aside(node)
            elif node is not title:
                yield from self._blocks([node], 1)

    def _table(self, node: Any) -> Iterator[str]:
        name = " ".join(str(node.get(f"{_TABLE}name") or "").split())
        is_sheet = node.getparent().tag == f"{_OFFICE}spreadsheet"
        merged = Merged()
        words = tabular.text(merged.rows(self._rows(node, name, merged)))
        if node.get(f"{_TABLE}style-name") in self.undisplayed or node.get(f"{_TABLE}display") == "false":
            self.hidden.append((f"hidden sheet {name}", words))
        elif words:
            yield f"## {name}\n\n{words}" if is_sheet else words

    def _rows(self, table: Any, name: str, merged: Merged) -> Iterator[tuple[int, list[str]]]:
        kept: list[str] = []
        read = number = 0
        for row in table.iter(f"{_TABLE}table-row"):
            if next(row.iterancestors(f"{_TABLE}table")) is not table:
                continue
            if self.left <= 0:
                self.notes.append(f"sheet {name}: only the first {read:,} rows were read")
                break
            cells = self._cells(row, number, merged)
            if row.get(f"{_TABLE}visibility") in ("collapse", "filter"):
                kept.append(" ".join(cell for cell in cells if cell))
                number += 1
                continue
            times = min(_count(row, "number-rows-repeated"), _REPEATED, self.left) if any(cells) else 1
            self.left, read = self.left - times, read + times
            yield from [(number + n, cells) for n in range(times)]
            number += times
        if any(kept):
            self.hidden.append((f"hidden rows of {name or 'a table'}", " ".join(kept)))

    def _cells(self, row: Any, number: int, merged: Merged) -> list[str]:
        cells: list[str] = []
        for cell in row.iter(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            if next(cell.iterancestors(f"{_TABLE}table-row")) is not row:
                continue
            words = " ".join(block for block in self._blocks(cell, 1) if block) or _stored(cell)
            times = min(_count(cell, "number-columns-repeated"), MOST_COLUMNS - len(cells))
            deep, wide = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
            right = min(len(cells) + wide, MOST_COLUMNS) - 1
            merged.add(Range(number, len(cells), number + deep - 1, right))
            cells += [" ".join(words.split()) if cell.tag == f"{_TABLE}table-cell" else ""] * times
        while cells and not cells[-1]:
            cells.pop()
        return cells


def _count(element: Any, name: str) -> int:
    said = str(element.get(f"{_TABLE}{name}") or "1")
    return max(int(said), 1) if said.isdecimal() and len(said) < 9 else 1


def _stored(cell: Any) -> str:
    """The value of a cell that has no words: not every program writes them beside it."""
    if len(cell):
        return ""
    kind = str(cell.get(f"{_OFFICE}value-type") or "")
    if not kind and cell.get(f"{_TABLE}formula"):
        return tabular.NOT_COMPUTED
    value = str(cell.get(f"{_OFFICE}{_VALUES.get(kind, 'value')}") or "")
    form = "0.##%" if kind == "percentage" else ""
    shown = number_format.shown(value, form, _NO_EPOCH) if kind not in _VALUES else value
    return f"{shown} {cell.get(f'{_OFFICE}currency') or ''}".strip() if kind == "currency" else shown


def _all(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _unseen(*parts: Any) -> dict[str, str]:
    """The names of styles that strike or hide their words, with how; a style is as the one above it unless it says."""
    found: dict[str, str] = {}
    for style in (style for each in parts if each is not None for style in each.iter(f"{_STYLE}style")):
        how = found.get(str(style.get(f"{_STYLE}parent-style-name")), "")
        said = style.find(f"{_STYLE}text-properties")
        if said is not None:
            lines = said.get(f"{_STYLE}text-line-through-style") or said.get(f"{_STYLE}text-line-through-type")
            how = (STRUCK if lines != "none" else "") if lines else how
            how = "hidden text" if said.get(f"{_TEXT}display") == "none" else how
        if how:
            found[str(style.get(f"{_STYLE}name"))] = how
    return found


def _numbering(*parts: Any) -> frozenset[str]:
    """The names of styles whose lists have numbers."""
    styles = (style for part in parts if part is not None for style in part.iter(f"{_TEXT}list-style"))
    return frozenset(
        str(style.get(f"{_STYLE}name"))
        for style in styles
        if len(style) and style[0].tag == f"{_TEXT}list-level-style-number"
    )


MEDIA = tuple(_reader(form) for form in ("odt", "ods", "odp"))
