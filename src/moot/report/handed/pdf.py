"""The report as a PDF, set by typst: tagged for screen readers, with bookmarks, and links to evidence and sources.

The text goes to typst as data (`report.typ` reads JSON), so that nothing in it can be markup, code or a link.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from itertools import groupby
from typing import Any, cast

from moot.errors import NotInstalled
from moot.ledger.record import Record
from moot.report.cover import clip
from moot.report.formats import Format
from moot.report.handed.blocks import (
    TONES,
    Block,
    Contents,
    Grid,
    Heading,
    Kind,
    Line,
    Outline,
    Paragraph,
    Span,
    plain,
    rtl,
    shown,
)
from moot.report.handed.outline import outline
from moot.report.handed.style import in_style
from moot.report.shape import Report

NO_GLYPH = "Some characters of this document have no form in the fonts of the machine that set it: they show as boxes."
_BREAK = "\u200b"
"""Where a long word may be parted."""
_LONG_CELL = 900
"""Characters of a cell from which on its row may be parted between pages."""


def render(report: Report, record: Record, styled: Mapping[int, Line] | None = None) -> bytes:
    """The PDF. Its time is that of the run, so that the same report gives the same bytes.

    Glyphs that typst's own fonts lack are taken from the fonts of the machine: only then may two machines differ.
    Raises `NotInstalled`.
    """
    try:
        from typst import TypstError
    except ImportError:
        raise NotInstalled('Writing a PDF needs typst: pip install "moot[pdf]".') from None
    document = outline(report, styled or {})
    for own in (True, False):
        try:
            return _set(document, own, "ua-1")
        except TypstError as error:
            if "could not be displayed" not in error.message:
                raise
    warned = replace(document, blocks=(Paragraph(plain(NO_GLYPH), Kind.LOUD), *document.blocks))
    return _set(warned, False, [])


PDF = Format(".pdf", render, in_style(render))


def _set(document: Outline, own: bool, standard: Any) -> bytes:
    """`own`: with typst's fonts alone. `standard`: what the PDF must be, a glyph for every character included."""
    from typst import Compiler, Fonts

    compiler = Compiler(
        input=(files("moot.report.handed") / "report.typ").read_bytes(),
        font_paths=Fonts(include_system_fonts=not own),
        sys_inputs={"outline": json.dumps(_data(document) | {"own": own})},
    )
    return cast(bytes, compiler.compile(format="pdf", pdf_standards=standard))


def _data(document: Outline) -> dict[str, Any]:
    title = _parted(document.title)
    return {
        "title": title,
        "rtl": rtl(title),
        "size": next((size for most, size in ((70, 22), (140, 18), (300, 14)) if len(title) <= most), 11),
        "created": {
            part: getattr(document.begun, part) for part in ("year", "month", "day", "hour", "minute", "second")
        },
        "footer": _isolated(_parted(clip(document.title, 14))),
        "blocks": list(_blocks(document.blocks)),
    }


def _blocks(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    for items, group in groupby(blocks, key=lambda block: isinstance(block, Paragraph) and block.kind is Kind.ITEM):
        if items:
            yield {"block": "items", "lines": [_line(each.line) for each in group if isinstance(each, Paragraph)]}
        else:
            yield from map(_block, group)


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        aside = {"aside": block.aside} if block.aside else {}
        line = _line(plain(block.text))
        return {"block": "heading", "line": line, "level": block.level, "at": block.at, **aside}
    if isinstance(block, Paragraph):
        return {"block": "paragraph", "kind": block.kind.value, "line": _line(block.line)}
    if isinstance(block, Contents):
        return {"block": "contents"}
    return _grid(block)


def _grid(grid: Grid) -> dict[str, Any]:
    cells = [cell for row in grid.rows for cell in row]
    return {
        "block": "grid",
        "frame": grid.frame.value,
        "widths": grid.widths,
        "head": [_line(cell, share) for cell, share in zip(grid.head, grid.widths, strict=True)] if grid.head else [],
        "rows": [[_line(cell, share) for cell, share in zip(row, grid.widths, strict=True)] for row in grid.rows],
        "repeat": grid.repeats,
        "long": any(sum(len(span.text) for span in cell) > _LONG_CELL for cell in cells),
        **({"caption": _line(plain(grid.caption))} if grid.caption else {}),
    }


def _line(line: Line, share: float = 1.0) -> dict[str, Any]:
    turned = rtl("".join(span.text for span in line))
    return {"rtl": turned, "spans": [_span(span, share, turned) for span in line]}


def _span(span: Span, share: float, turned: bool) -> dict[str, Any]:
    text = _parted(span.text, share)
    text = text if turned else _isolated(text)
    places = {name: value for name in ("to", "web", "at") if (value := getattr(span, name))}
    tone = {"tone": TONES[span.tone]} if span.tone else {}
    return {"text": text, "look": span.look.value, **tone, **places}


def _isolated(text: str) -> str:
    """The text, kept from turning what stands beside it if it runs from right to left."""
    return f"\u2068{text}\u2069" if rtl(text) else text


def _parted(text: str, share: float = 1.0) -> str:
    """The text for a page, with places to break in words longer than a line of so wide a column."""
    most = max(6, int(60 * share))
    return re.sub(rf"[^\s{_BREAK}]{{{most}}}(?=[^\s{_BREAK}])", rf"\g<0>{_BREAK}", shown(text))
