"""Lines with words that run from right to left, told in the order in which they are read.

pdfium hands out such lines in no order that can be relied on, but says where each letter stands. A line is put together
from its letters as they stand, and its runs are turned back as the Unicode bidirectional algorithm (UAX 9) turned them.
What it leaves open (a number between words of two directions) is taken as belonging to the words that begin the line.
"""

from __future__ import annotations

import math
import sys
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from moot.evidence.media.pdf.box import HYPHEN, Box
from moot.text.lazy import lazy_re

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_LETTER = lazy_re("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SPACE, _BESIDE_BRACKET, _SPACED, _IN_WORD = 0.13, 0.19, 0.05, 0.5
"""Heights of a line between two letters from which they are two words: wherever they are told, beside a bracket, and
where pdfium tells a space or none between them."""
_APART = 0.8
"""The same, from which they stand in two columns."""
_NEAR = 2
"""Places in pdfium's list between neighbours that it tells one behind the other."""
_FEW = 0.25
"""Of the letters of a line, on a page that runs so: it does, too."""
_ALIKE = 0.25
"""Of the height of a line."""
_ARABIC = lazy_re("[\u0600-\u08ff]")
_SEPARATORS = ".,:/+-−٫٬"
"""Within a number."""
_SIGNS = "%$€£°‰"
"""At an edge of one, where the words around it are not Arabic."""
_RUN_OF_RIGHT = lazy_re("R(?:[^L]*R)?")
"""By the sorts of signs from left to right; numbers between such words are of their run."""
_NUMBER = "p*N+(?:[sp]N+)*p*"
_RUN_OF_LEFT = lazy_re(f"(?:{_NUMBER}(?:[Xsp]*(?=L))?)?L+(?:[^R]*[LN])?p*|{_NUMBER}")
"""Words of the other direction with what stands between them, and numbers behind one; or a number."""
_OPEN, _CLOSED = "([{«", ")]}»"


def is_one(text: str) -> bool:
    """Whether a letter of such a script is in it."""
    return _LETTER.search(text) is not None


@dataclass
class _Sign:
    """A letter with its marks, or several that are drawn as one."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    at: int

    @property
    def sort(self) -> str:
        """R or L for a letter of a direction, N for a digit, S for a space, X for what has no direction."""
        first = self.text[0]
        if first.isalpha():
            return "R" if _LETTER.match(first) else "L"
        return "N" if first.isdigit() else "S" if first == " " else "X"


def told(page: PdfTextPage, found: list[Box]) -> list[Box]:
    """The words of a page, those of its level lines in the order of reading; they stay where they stand.

    A line that has no such word, and whose letters come in their order, keeps its words, and so does one with marks:
    pdfium does not say where each of them stands.
    """
    out: list[Box] = []
    heights: dict[int, float] = {}
    """Of the lines that are put together."""
    line = 0
    mostly = _run_leftward(found)
    found = sorted(found, key=lambda box: box.at)
    for drawn in _lines(page):
        words = _within(found, drawn.first, drawn.end - 1, lambda box: box.at)
        if not words or not _is_level(page, words[0].at):
            out += [box._replace(order=len(out) + n) for n, box in enumerate(words)]
            continue
        words.sort(key=_middle)
        for part in _parts(drawn):
            here = _within(words, part[0].left - 1, part[-1].right + 1, _middle)
            line += 1
            leftward = _runs_leftward(part, mostly)
            if drawn.marked:
                here = sorted(here, key=lambda box, way=-1 if leftward else 1: way * box.left)
            elif any(sign.sort == "R" for sign in part) or not all(_is_sound(box, part) for box in here):
                here = list(_words(_logical(part, leftward)))
                heights[line] = here[0].height if here else 0.0
            else:
                here = sorted(here, key=lambda box: box.left)
            out += [box._replace(order=len(out) + n, line=line) for n, box in enumerate(here)]
    return _evened(out, heights)


def _within(words: list[Box], low: float, high: float, at: Callable[[Box], float]) -> list[Box]:
    """Those of which `at`, by which they are sorted, lies between two ends."""
    return words[bisect_left(words, low, key=at) : bisect_right(words, high, key=at)]


def _middle(box: Box) -> float:
    return (box.left + box.right) / 2


def _evened(words: list[Box], heights: dict[int, float]) -> list[Box]:
    """Lines of one size as high as one another, whatever fonts they are put together of."""
    usual = median(heights.values()) if heights else 0.0
    alike = {line for line, height in heights.items() if abs(height - usual) < _ALIKE * usual}
    return [box._replace(top=box.bottom + usual) if box.line in alike else box for box in words]


def placed(group: list[Box]) -> list[Box]:
    """With places from left to right in the order of reading; on a page of such a script left and right change."""
    turned = _run_leftward(group)
    if not turned and not any(box.line for box in group):
        return group
    lines: dict[int, list[Box]] = defaultdict(list)
    for box in group:
        lines[box.line].append(box)
    out: list[Box] = []
    for line, words in lines.items():
        if line:
            out += _laid(words, -max(box.right for box in words) if turned else min(box.left for box in words))
        else:
            out += [box._replace(left=-box.right, right=-box.left) for box in words] if turned else words
    return sorted(out, key=lambda box: box.order)


def _run_leftward(words: list[Box]) -> bool:
    """Whether more of their letters do than not."""
    text = "".join(box.text for box in words)
    count = len(_LETTER.findall(text))
    return count > 0 and 2 * count > sum(map(str.isalpha, text))


def _laid(words: list[Box], start: float) -> Iterator[Box]:
    """One behind the other, as far apart as they stand on the average."""
    room = max(box.right for box in words) - min(box.left for box in words) - sum(box.right - box.left for box in words)
    gap = room / max(1, sum(not box.glued for box in words[1:]))
    for n, box in enumerate(words):
        start += gap if n and not box.glued else 0.0
        end = start + box.right - box.left
        yield box._replace(left=start, right=end)
        start = end


# --- letters --------------------------------------------------------------------------------------------------------


@dataclass
class _Line:
    """As pdfium has it: where it begins and ends in its list, and where there are spaces."""

    first: int
    end: int = 0
    signs: list[_Sign] = field(default_factory=list[_Sign])
    spaces: set[int] = field(default_factory=set[int])
    marked: bool = False
    """Whether letters have marks above or below them, or are told in halves."""


def _lines(page: PdfTextPage) -> Iterator[_Line]:
    import pypdfium2.raw as pdfium

    raw: Any = page.raw
    count, line = page.count_chars(), _Line(0)
    rect = pdfium.FS_RECTF()
    for at in range(count):
        char = chr(min(pdfium.FPDFText_GetUnicode(raw, at), sys.maxunicode))
        if unicodedata.combining(char) or "\ud800" <= char <= "\udfff":
            line.marked = True
        elif pdfium.FPDFText_HasUnicodeMapError(raw, at) > 0:
            pass  # A glyph of which the font does not say what it draws.
        elif char > " " and pdfium.FPDFText_GetLooseCharBox(raw, at, rect):
            _take(line.signs, _Sign(char, rect.left, rect.bottom, rect.right, rect.top, at))
        elif char == " ":
            line.spaces.add(at)
        if char in ("\r", "\n", HYPHEN) or at + 1 == count:
            line.end = at + 1
            _turn_back(line.signs)
            yield line
            line = _Line(at + 1)


def _take(signs: list[_Sign], sign: _Sign) -> None:
    """Letters that are drawn as one are one sign."""
    last = signs[-1] if signs else None
    if last and abs(last.left - sign.left) < 0.01 and abs(last.right - sign.right) < 0.01:
        last.text += sign.text
    elif math.isfinite(sign.left + sign.right + sign.bottom + sign.top):
        signs.append(sign)


def _turn_back(signs: list[_Sign]) -> None:
    """Where pdfium turned a run, it turned the letters that are drawn as one, too."""
    for n, sign in enumerate(signs):
        beside = [each for each in (*signs[max(n - 1, 0) : n], *signs[n + 1 : n + 2]) if each.sort == "R"]
        turned = any((each.at > sign.at) == (each.left < sign.left) for each in beside)
        if len(sign.text) > 1 and sign.sort == "R" and turned:
            sign.text = sign.text[::-1]


def _is_level(page: PdfTextPage, at: int) -> bool:
    import pypdfium2.raw as pdfium

    return abs(pdfium.FPDFText_GetCharAngle(page.raw, at)) < 0.1


def _parts(line: _Line) -> Iterator[list[_Sign]]:
    """What stands apart on a line, from left to right, with spaces between its words."""
    signs = line.signs
    if not signs:
        return
    height = max(sign.top for sign in signs) - min(sign.bottom for sign in signs)
    ordered = sorted(signs, key=lambda sign: (sign.left, sign.at))
    part = [ordered[0]]
    for before, sign in pairwise(ordered):
        gap = sign.left - max(before.right, part[-1].right)
        if gap > _APART * height:
            yield part
            part = []
        elif gap > _least(before, sign, line.spaces) * height:
            part.append(replace(before, text=" ", left=before.right, right=sign.left))
        part.append(sign)
    yield part


def _least(one: _Sign, other: _Sign, spaces: set[int]) -> float:
    """Heights of a line from which two neighbours are of two words."""
    first, last = sorted((one, other), key=lambda sign: sign.at)
    between = range(first.at + 1, last.at)
    if any(sign.text in _OPEN + _CLOSED for sign in (one, other)):
        return _BESIDE_BRACKET
    if len(between) > _NEAR:
        return _SPACE
    if not spaces.isdisjoint(between):
        return _SPACED
    return _IN_WORD if one.sort == other.sort != "X" else _SPACE


def _is_sound(box: Box, part: list[_Sign]) -> bool:
    """Whether the letters of a word stand in the order in which pdfium tells them."""
    inside = [sign for sign in part if sign.text != " " and box.at <= sign.at < box.at + len(box.text)]
    return all(one.at < other.at for one, other in pairwise(inside))


def _words(signs: list[_Sign]) -> Iterator[Box]:
    """As high as their line, since the parts of one may be of several fonts.

    What of a word stands apart on the page, as a stop behind a word of the other direction, is a box that is glued.
    """
    low, high = min(sign.bottom for sign in signs), max(sign.top for sign in signs)
    word: list[_Sign] = []
    glued = False
    for sign in [*signs, None]:
        is_space = sign is None or sign.sort == "S"
        apart = bool(word) and sign is not None and not is_space and not _touch(word[-1], sign)
        if word and (is_space or apart):
            text = "".join(each.text for each in word)
            left, right = min(each.left for each in word), max(each.right for each in word)
            at, bare = min(each.at for each in word), text.rstrip(HYPHEN)
            if bare:
                yield Box(bare, left, low, right, high, 0, at, cut=bare != text, glued=glued, level=True)
            word, glued = [], apart
        if sign is not None and not is_space:
            word.append(sign)


def _touch(one: _Sign, other: _Sign) -> bool:
    gap = max(other.left - one.right, one.left - other.right)
    return gap < _IN_WORD * max(one.top - one.bottom, other.top - other.bottom)


# --- directions -----------------------------------------------------------------------------------------------------


def _runs_leftward(seen: list[_Sign], mostly: bool) -> bool:
    """Whether a line does: of such a page where it begins with such a word or has some, else where most of it is such.

    `mostly`: whether the page does.
    """
    sorts = [sign.sort for sign in seen if sign.sort in "RL"]
    right = sorts.count("R")
    return 2 * right >= len(sorts) > 0 or (mostly and right > 0 and (sorts[-1] == "R" or right >= _FEW * len(sorts)))


def _logical(seen: list[_Sign], leftward: bool) -> list[_Sign]:
    """Signs of a line from left to right in the order of reading."""
    sorts = "".join(sign.sort for sign in seen)
    if leftward:
        return _facing(_from_right(seen, sorts))
    out: list[_Sign] = []
    at = 0
    for run in _RUN_OF_RIGHT.finditer(sorts):
        out += seen[at : run.start()]
        out += _from_right(seen[run.start() : run.end()], run[0])
        at = run.end()
    return _facing(out + seen[at:])


def _from_right(seen: list[_Sign], sorts: str) -> list[_Sign]:
    """Turned round, but for numbers and words of the other direction."""
    signs = "" if any(_ARABIC.match(sign.text) for sign in seen if sign.sort == "R") else _SIGNS
    marked = "".join(
        "s" if sort == "X" and sign.text in _SEPARATORS else "p" if sort == "X" and sign.text in signs else sort
        for sign, sort in zip(seen, sorts, strict=True)
    )
    out: list[_Sign] = []
    end = len(seen)
    for run in reversed(list(_RUN_OF_LEFT.finditer(marked))):
        out += seen[run.end() : end][::-1]
        out += seen[run.start() : run.end()]
        end = run.start()
    return out + seen[:end][::-1]


def _facing(signs: list[_Sign]) -> list[_Sign]:
    """Brackets as they face their words: it differs from file to file whether they were turned with them."""
    for n, sign in enumerate(signs):
        kind = (_OPEN if sign.text in _OPEN else _CLOSED).find(sign.text)
        if kind >= 0:
            before, after = (
                (each.sort if each else "S") for each in (signs[n - 1] if n else None, *signs[n + 1 : n + 2], None)[:2]
            )
            if (before == "S") != (after in "SX"):
                sign.text = (_OPEN if before == "S" else _CLOSED)[kind]
    return signs
