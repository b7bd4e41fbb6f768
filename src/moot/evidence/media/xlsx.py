"""A spreadsheet of Excel: each sheet's tables, numbers as they are shown, formulas as the values stored with them.

Sheets are read row by row and not kept. What is hidden (sheets, rows, columns, white words, what a format does not
show), comments and prompts are kept apart.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from moot.evidence.media import ink, number_format, stated, tabular
from moot.evidence.media.hidden import LEFT_OUT, REMARK, SAME_COLOUR, STRUCK
from moot.evidence.media.medium import CannotRead, Extract, Medium
from moot.evidence.media.merged import Merged, Range
from moot.evidence.media.packed import Packed, apart, opened
from moot.text.lazy import lazy_re

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MOST_ROWS = 50_000
"""Of one file."""
MOST_COLUMNS = 400
_MOST_STRINGS = 2_000_000
_MERGED = lazy_re(rb"<(?:\w{1,20}:)?mergeCell\s[^<>]{0,80}?ref=[\"']([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})[\"']")
_BESIDE = (f"{_S}dataValidation", f"{_S}headerFooter")
_READ = (f"{_S}row", f"{_S}dimension", f"{_S}cols", *_BESIDE)
_PROMPTS = tuple((name, f"{LEFT_OUT} (prompt of a cell)") for name in ("promptTitle", "prompt", "errorTitle", "error"))
_THEME_WHITE = "0"
_EPOCHS = {False: datetime.datetime(1899, 12, 30), True: datetime.datetime(1904, 1, 1)}


def read(raw: bytes) -> Extract:
    """Raises `CannotRead` for what is no such file, is damaged or unpacks to too much."""
    with opened(raw, "xlsx") as packed:
        return _Book(packed).read()


@dataclass(frozen=True)
class _Style:
    """Of cells."""

    form: str = ""
    """Of their numbers."""
    is_white: bool = False
    """White words on a cell that is not filled, or white."""
    is_struck: bool = False


@dataclass
class _Book:
    packed: Packed
    strings: list[str] = field(default_factory=list[str])
    styles: list[_Style] = field(default_factory=list[_Style])
    epoch: datetime.datetime = _EPOCHS[False]
    left: int = MOST_ROWS
    hidden: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    notes: list[str] = field(default_factory=list[str])
    without_value: int = 0

    def read(self) -> Extract:
        book = self.packed.part("xl/workbook.xml")
        if book is None:
            raise CannotRead("it is no xlsx file")
        properties = book.find(f"{_S}workbookPr")
        self.epoch = _EPOCHS[properties is not None and properties.get("date1904") in ("1", "true")]
        self._strings()
        self._styles()
        targets = self.packed.related("xl/workbook.xml")
        blocks: list[str] = []
        for sheet in book.iterfind(f"{_S}sheets/{_S}sheet"):
            name = " ".join(str(sheet.get("name") or "").split())
            kind, part = targets.get(str(sheet.get(_ID)), ("", ""))
            if kind != "worksheet":
                continue
            words = tabular.text(self._merged(part).rows(self._rows(name, part)))
            if sheet.get("state") in ("hidden", "veryHidden"):
                self.hidden.append((f"hidden sheet {name}", words))
                self.notes.extend([f"sheet {name} is hidden: it was not read"] if words else [])
            elif words:
                blocks.append(f"## {name}\n\n{words}")
        self._comments()
        core = stated.core(self.packed)
        if self.without_value:
            self.notes.append(
                f"formulas without a stored value, told as {tabular.NOT_COMPUTED}: {self.without_value:,}"
            )
        notes = (*self.notes, *stated.undated(core.date))
        text = "\n\n".join(blocks)
        return Extract(
            f"{text}\n" if text else "",
            core.title,
            None,
            None,
            notes,
            apart([*self.hidden, *core.beside]),
            author=core.author,
        )

    def _strings(self) -> None:
        for each in self.packed.elements("xl/sharedStrings.xml", (f"{_S}si",)):
            self.strings.append(_words(each))
            if len(self.strings) > _MOST_STRINGS:
                raise CannotRead("it holds too many texts")

    def _styles(self) -> None:
        styles = self.packed.part("xl/styles.xml")
        if styles is None:
            return
        own = {each.get("numFmtId"): str(each.get("formatCode") or "") for each in styles.iter(f"{_S}numFmt")}
        fonts = list(styles.iterfind(f"{_S}fonts/{_S}font"))
        white = [_is_white(font.find(f"{_S}color")) for font in fonts]
        struck = [_is_on(font.find(f"{_S}strike")) for font in fonts]
        filled = [_is_filled(fill) for fill in styles.iterfind(f"{_S}fills/{_S}fill")]
        for style in styles.iterfind(f"{_S}cellXfs/{_S}xf"):
            number = str(style.get("numFmtId") or "0")
            form = own.get(number) or number_format.BUILT_IN.get(int(number) if number.isdecimal() else 0, "")
            is_white = _numbered(white, style.get("fontId")) and not _numbered(filled, style.get("fillId"))
            self.styles.append(_Style(form, is_white, _numbered(struck, style.get("fontId"))))

    def _merged(self, part: str) -> Merged:
        """They are written behind the rows, and have to be known before."""
        merged = Merged()
        for first, last in self.packed.matches(part, _MERGED):
            top, bottom = (int(re.sub(r"\D", "", each)) for each in (first, last))
            left, right = _column(first, 0), min(_column(last, 0), MOST_COLUMNS - 1)
            merged.add(Range(top, left, bottom, right))
        return merged

    def _heads_of_tables(self, part: str) -> set[int]:
        """Rows that the style of a table may fill: the first and last of each."""
        found: set[int] = set()
        for kind, name in self.packed.related(part).values():
            table = self.packed.part(name) if kind == "table" else None
            found.update(
                int(each) for each in re.findall(r"\d{1,7}", str(table.get("ref")) if table is not None else "")
            )
        return found

    def _rows(self, name: str, part: str) -> Iterator[tuple[int, list[str]]]:
        """The visible rows with their numbers; a gap between rows as one blank row."""
        filled = self._heads_of_tables(part)
        unseen: dict[str, list[str]] = {}
        gone: set[int] = set()
        kept: list[list[str]] = []
        stated_rows, read, before, wide = "", 0, 0, False
        for each in self.packed.elements(part, _READ):
            if each.tag == f"{_S}dimension":
                stated_rows = str(each.get("ref") or "").rpartition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                continue
            if each.tag == f"{_S}cols":
                gone = _hidden_columns(each)
                continue
            if each.tag in _BESIDE:
                self.hidden += [(how, each.get(name) or "") for name, how in _PROMPTS]
                self.hidden += [(f"{LEFT_OUT} (page header)", words) for words in map(_header, each)]
                continue
            if self.left <= 0:
                of = f" of {int(stated_rows):,}" if stated_rows.isdecimal() and int(stated_rows) > read else ""
                self.notes.append(f"sheet {name}: only the first {read:,}{of} rows were read")
                break
            number = int(each.get("r") or before + 1) if str(each.get("r") or "1").isdecimal() else before + 1
            if number > before + 1 and before:
                yield before + 1, []
            before = number
            cells, more = self._cells(each, None if number in filled else unseen)
            wide = wide or more
            read, self.left = read + 1, self.left - 1
            if each.get("hidden") in ("1", "true"):
                kept.append(cells)
                continue
            if gone:
                kept.append([cell for n, cell in enumerate(cells) if n in gone])
                cells = ["" if n in gone else cell for n, cell in enumerate(cells)]
            yield number, cells
        self.hidden += [(f"{how}, in sheet {name}", " ".join(words)) for how, words in unseen.items()]
        kept = [cells for cells in kept if any(cells)]
        if kept:
            self.hidden.append(
                (f"hidden rows or columns of sheet {name}", " ".join(" ".join(cells) for cells in kept[:500]))
            )
            self.notes.append(f"sheet {name}: hidden rows or columns were not read")
        if wide:
            self.notes.append(f"sheet {name}: only the first {MOST_COLUMNS} columns were read")

    def _cells(self, row: Any, unseen: dict[str, list[str]] | None) -> tuple[list[str], bool]:
        """And whether there are more than are read. What nobody sees is put to `unseen`, by what hides it."""
        cells: list[str] = []
        for cell in row.iterfind(f"{_S}c"):
            at = _column(str(cell.get("r") or ""), len(cells))
            if at >= MOST_COLUMNS:
                return cells, True
            cells += [""] * (at - len(cells))
            words = self._cell(cell)
            how = self._hides(cell) if words and unseen is not None else ""
            if how and unseen is not None:
                unseen.setdefault(how, []).append(words)
                words = ""
            if words and self._style(cell).is_struck:
                self.hidden.append((STRUCK, words))
                words = ""
            if at < len(cells):
                cells[at] = words
            else:
                cells.append(words)
        return cells, False

    def _cell(self, cell: Any) -> str:
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            return _words(cell.find(f"{_S}is"))
        value = cell.findtext(f"{_S}v") or ""
        if not value:
            # Words that are empty were computed.
            computed = kind == "str" and cell.find(f"{_S}v") is not None
            lacks = cell.find(f"{_S}f") is not None and not computed
            self.without_value += lacks
            return tabular.NOT_COMPUTED if lacks else ""
        if kind == "s":
            return self.strings[int(value)] if value.isdecimal() and int(value) < len(self.strings) else ""
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind != "n":
            return " ".join(value.split())
        return number_format.shown(value, self._style(cell).form, self.epoch)

    def _style(self, cell: Any) -> _Style:
        style = cell.get("s") or "0"
        return self.styles[int(style)] if style.isdecimal() and int(style) < len(self.styles) else _Style()

    def _hides(self, cell: Any) -> str:
        style = self._style(cell)
        if number_format.hides(style.form, cell.get("t") in (None, "n")):
            return number_format.NOT_SHOWN
        return SAME_COLOUR if style.is_white else ""

    def _comments(self) -> None:
        for name in sorted(self.packed.names):
            if re.fullmatch(r"xl/(?:comments/?\d*|threadedComments/threadedComment\d*|comments/comment\d+)\.xml", name):
                part = self.packed.part(name)
                for each in part.iter("{*}comment", "{*}threadedComment"):
                    self.hidden.append((REMARK, _words(each)))


def _words(element: Any) -> str:
    """The text of a cell, without readings that stand above its characters."""
    if element is None:
        return ""
    texts = [
        each.text or ""
        for each in element.iter("{*}t", "{*}text")
        if not any(True for _ in each.iterancestors(f"{_S}rPh"))
    ]
    return " ".join("".join(texts).split())


def _numbered(told: list[bool], number: str | None) -> bool:
    return bool(number and number.isdecimal() and int(number) < len(told) and told[int(number)])


def _header(part: Any) -> str:
    """Without the signs that say where on the page it stands, and in which type."""
    return re.sub(r"&(?:\"[^\"]*\"|\d+|K[\dA-Fa-f]{6}|.)", " ", part.text or "")


def _is_white(colour: Any) -> bool:
    if colour is None:
        return False
    return colour.get("theme") == _THEME_WHITE or ink.alike(ink.colour(f"#{str(colour.get('rgb'))[-6:]}"), ink.WHITE)


def _is_on(mark: Any) -> bool:
    return mark is not None and mark.get("val") not in ("0", "false")


def _is_filled(fill: Any) -> bool:
    """With something else than white."""
    pattern = fill.find(f"{_S}patternFill")
    if pattern is None:
        return True
    return pattern.get("patternType") not in (None, "none") and not _is_white(pattern.find(f"{_S}fgColor"))


def _column(reference: str, otherwise: int) -> int:
    """0 for A1."""
    letters = re.match(r"[A-Z]{1,3}", reference)
    if not letters:
        return otherwise
    at = 0
    for letter in letters[0]:
        at = 26 * at + ord(letter) - 64
    return at - 1


def _hidden_columns(columns: Any) -> set[int]:
    found: set[int] = set()
    for each in columns:
        first, last = str(each.get("min") or ""), str(each.get("max") or "")
        if each.get("hidden") in ("1", "true") and first.isdecimal() and last.isdecimal():
            found.update(range(int(first) - 1, min(int(last), MOST_COLUMNS)))
    return found


MEDIUM = Medium("xlsx", (".xlsx", ".xlsm"), read)
