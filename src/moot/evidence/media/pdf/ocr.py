"""Pages that are pictures, read by rapidocr where the extra `ocr` is installed. Its models come with its wheel."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from statistics import median
from typing import TYPE_CHECKING, Any

from moot.evidence.media.pdf.box import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MOST = 40
"""Pages of one file: each takes two to five seconds of a core; a process that only does this takes up to 0.5 GB."""
_DPI = 150
_LARGEST = 4_000
"""Dots of a picture's longer side."""
_LINES_SEEN_AT = 1_024
"""Dots of the longer side at which lines are looked for; their letters are read from the whole picture. At the engine's
own size a page takes 150 MB more, and fewer words are found."""
_SURE = 0.6
"""A line of which the reader is less sure is left out."""


def installed() -> bool:
    return find_spec("rapidocr_onnxruntime") is not None


def boxes(page: PdfPage) -> list[Box]:
    """The lines that were recognised, as words of the page; in the order in which they were found."""
    width, height = page.get_size()
    scale = min(_DPI / 72, _LARGEST / max(width, height, 1))
    drawn: Any = page
    bitmap = drawn.render(scale=scale)
    try:
        found: Any = reader()(bitmap.to_numpy()[:, :, :3].copy())[0]
    finally:
        bitmap.close()
        _give_back()
    lines: list[Box] = []
    read: list[Any] = found or []
    for order, (corners, text, sure) in enumerate(read):
        if float(sure) >= _SURE and str(text).strip():
            xs = [float(x) / scale for x, _ in corners]
            ys = [height - float(y) / scale for _, y in corners]
            lines.append(Box(str(text).strip(), min(xs), min(ys), max(xs), max(ys), order, -1))
    return _levelled(lines)


def _levelled(lines: list[Box]) -> list[Box]:
    """Of one height where they are nearly so: frames around lines differ by their letters, not by the size of type."""
    usual = median(line.height for line in lines) if lines else 0.0
    return [
        line._replace(bottom=middle - usual / 2, top=middle + usual / 2)
        if abs(line.height - usual) < 0.35 * usual
        else line
        for line in lines
        for middle in ((line.bottom + line.top) / 2,)
    ]


def _give_back() -> None:
    """glibc keeps what was freed after a page, and the next page takes as much again beside it."""
    with suppress(AttributeError, OSError, TypeError):  # another C library
        ctypes.CDLL(None).malloc_trim(0)


@cache
def reader() -> Any:
    """Loaded once: it takes a second. More threads give the same text for more memory and more of the processor."""
    import numpy as np
    from rapidocr_onnxruntime import RapidOCR  # pyright: ignore[reportMissingImports]

    engine: Any = RapidOCR(rec_batch_num=1, intra_op_num_threads=1, inter_op_num_threads=1)
    # No option of the engine makes pictures smaller than 1,500 dots for this. Single precision: its own mean and
    # deviation make doubles of every dot.
    seen = engine.text_det.get_preprocess(_LARGEST)
    seen.limit_side_len, seen.limit_type = _LINES_SEEN_AT, "max"
    seen.mean, seen.std = np.float32(seen.mean), np.float32(seen.std)
    engine.text_det.get_preprocess = lambda _: seen  # pyright: ignore[reportUnknownLambdaType]
    return engine
