"""Slides of PowerPoint: title, text, tables and figures of charts; what no audience sees is kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from moot.evidence.media import chart, stated, tabular
from moot.evidence.media.hidden import LEFT_OUT, NOTES, REMARK, STRUCK
from moot.evidence.media.medium import CannotRead, Extract, Medium
from moot.evidence.media.merged import Cell, of_cells
from moot.evidence.media.packed import Packed, apart, opened

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRIKES = ("sngStrike", "dblStrike")
_TITLES = ("title", "ctrTitle")
_NO_TEXT = ("sldNum", "dt")
_AROUND = {"hdr": "page header", "ftr": "page footer"}
_MOST_SLIDES = 2_000


def read(raw: bytes) -> Extract:
    """Raises `CannotRead` for what is no such file, is damaged or unpacks to too much."""
    with opened(raw, "pptx") as packed:
        return _Deck(packed).read()


@dataclass
class _Deck:
    packed: Packed
    hidden: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    size: tuple[int, int] = (0, 0)
    """Width and height of a slide; 0 where the file does not say."""

    def read(self) -> Extract:
        deck = self.packed.part("ppt/presentation.xml")
        if deck is None:
            raise CannotRead("it is no pptx file")
        size = deck.find(f"{_P}sldSz")
        self.size = (_number(size, "cx"), _number(size, "cy"))
        targets = self.packed.related("ppt/presentation.xml")
        names = [targets.get(str(each.get(_ID)), ("", ""))[1] for each in deck.iter(f"{_P}sldId")]
        notes = (
            [f"only the first {_MOST_SLIDES:,} of {len(names):,} slides were read"] if len(names) > _MOST_SLIDES else []
        )
        slides: list[str] = []
        for number, name in enumerate(names[:_MOST_SLIDES], 1):
            root = self.packed.part(name)
            if root is None:
                continue
            words = self._slide(root, name, number)
            if root.get("show") in ("0", "false"):
                self.hidden.append((f"hidden slide {number}", words))
            else:
                slides.append(words)
        core = stated.core(self.packed)
        notes += stated.undated(core.date)
        text = "\n\n".join(slide for slide in slides if slide)
        return Extract(
            f"{text}\n" if text else "",
            core.title,
            None,
            None,
            tuple(notes),
            apart([*self.hidden, *core.beside]),
            author=core.author,
        )

    def _slide(self, root: Any, name: str, number: int) -> str:
        related = self.packed.related(name)
        for kind, target in related.values():
            if kind == "notesSlide":
                self.hidden.append((f"{NOTES} on slide {number}", self._notes(target)))
            elif kind == "comments":
                part = self.packed.part(target)
                words = part.iter("{*}text", "{*}t") if part is not None else ()
                self.hidden.append((f"{REMARK} on slide {number}", " ".join(each.text or "" for each in words)))
        title, blocks = "", list[str]()
        tree = root.find(f"{_P}cSld/{_P}spTree")
        for shape in list(tree) if tree is not None else ():
            if self._is_off(shape):
                self.hidden.append((f"off the slide {number}", " ".join(_said(shape))))
                shape.getparent().remove(shape)
        self.hidden += [(STRUCK, run.findtext(f"{_A}t") or "") for run in root.iter(f"{_A}r") if _is_struck(run)]
        for shape in _shapes(tree):
            kind = _placeholder(shape)
            if kind in _TITLES and not title:
                title = " ".join(" ".join(_paragraphs(shape)).split())
            elif kind in _AROUND:
                self.hidden.append((f"{LEFT_OUT} ({_AROUND[kind]})", " ".join(_said(shape))))
            elif kind not in _NO_TEXT:
                blocks += self._blocks(shape, related, outlined=kind not in (None, "subTitle"))
        head = f"## {title or f'Slide {number}'}"
        return "\n\n".join([head, *blocks]) if title or blocks else ""

    def _is_off(self, shape: Any) -> bool:
        """Whether no part of a box, or of a group of them, lies on the slide."""
        wide, high = self.size
        place = shape.find(f"{_P}spPr/{_A}xfrm")
        place = shape.find(f"{_P}grpSpPr/{_A}xfrm") if place is None else place
        place = shape.find(f"{_P}xfrm") if place is None else place
        if place is None or not wide or not high:
            return False
        at, room = place.find(f"{_A}off"), place.find(f"{_A}ext")
        x, y = _number(at, "x"), _number(at, "y")
        return x >= wide or y >= high or x + _number(room, "cx") < 0 or y + _number(room, "cy") < 0

    def _notes(self, name: str) -> str:
        root = self.packed.part(name)
        shapes = _shapes(root.find(f"{_P}cSld/{_P}spTree")) if root is not None else ()
        return " ".join(line for shape in shapes if _placeholder(shape) == "body" for line in _paragraphs(shape))

    def _blocks(self, shape: Any, related: dict[str, tuple[str, str]], outlined: bool) -> Iterator[str]:
        for table in shape.iter(f"{_A}tbl"):
            rows = [list(_cells(row)) for row in table.iterfind(f"{_A}tr")]
            yield tabular.headed(of_cells(rows)) if rows else ""
        for each in shape.iter(f"{_C}chart"):
            part = self.packed.part(related.get(str(each.get(_ID)), ("", ""))[1])
            yield chart.text(part) if part is not None else ""
        if shape.tag == f"{_P}sp":
            lines = list(_paragraphs(shape, outlined))
            yield ("\n" if outlined and len(lines) > 1 else "\n\n").join(lines)


def _shapes(tree: Any) -> Iterator[Any]:
    """Groups are opened, in the order of the file: that is the order in which they are read out."""
    for shape in tree if tree is not None else ():
        if shape.tag == f"{_P}grpSp":
            yield from _shapes(shape)
        elif shape.tag in (f"{_P}sp", f"{_P}graphicFrame"):
            yield shape


def _placeholder(shape: Any) -> str | None:
    """Its kind; None for what is none."""
    found = next(shape.iter(f"{_P}ph"), None)
    return None if found is None else str(found.get("type") or "obj")


def _paragraphs(shape: Any, outlined: bool = False) -> Iterator[str]:
    body = shape.find(f"{_P}txBody")
    lines = [(each, _words(each)) for each in body.iterfind(f"{_A}p")] if body is not None else []
    lines = [(each, words) for each, words in lines if words]
    for paragraph, words in lines:
        properties = paragraph.find(f"{_A}pPr")
        level = str(properties.get("lvl") or "0") if properties is not None else "0"
        indent = "  " * min(int(level) if level.isdecimal() else 0, 8)
        yield f"{indent}- {words}" if outlined and len(lines) > 1 else words


def _is_struck(run: Any) -> bool:
    marks = run.find(f"{_A}rPr")
    return marks is not None and marks.get("strike") in _STRIKES


def _said(shape: Any) -> list[str]:
    return [words for each in shape.iter(f"{_A}p") if (words := _words(each))]


def _number(element: Any, name: str) -> int:
    said = str(element.get(name) or "") if element is not None else ""
    return int(said) if re.fullmatch(r"-?\d{1,12}", said) else 0


def _words(paragraph: Any) -> str:
    parts: list[str] = []
    for each in paragraph:
        if each.tag == f"{_A}br":
            parts.append(" ")
        elif each.tag in (f"{_A}r", f"{_A}fld"):
            if _is_struck(each):
                continue
            parts.append(each.findtext(f"{_A}t") or "")
        else:
            parts += [math.text or "" for math in each.iter("{*}t") if each.tag.endswith("}m")]
    return " ".join("".join(parts).split())


def _cells(row: Any) -> Iterator[Cell]:
    """A cell that another covers has no words that are shown."""
    for cell in row.iterfind(f"{_A}tc"):
        if cell.get("hMerge") in ("1", "true"):
            continue
        goes_on = cell.get("vMerge") in ("1", "true")
        words = "" if goes_on else " ".join(_words(each) for each in cell.iter(f"{_A}p")).strip()
        yield Cell(words, min(max(_number(cell, "gridSpan"), 1), 60), goes_on)


MEDIUM = Medium("pptx", (".pptx", ".pptm", ".ppsx"), read)
