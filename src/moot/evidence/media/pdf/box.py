"""Words on a page with the boxes that they fill, as pdfium finds them."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from moot.text.lazy import lazy_re
from moot.text.raised import LETTERS, RAISED, is_note

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

HYPHEN = "\ufffe"
"""pdfium writes it for a hyphen at a line end, and drops the line end."""
_WORD = lazy_re(rf"[^\s{HYPHEN}\x00]+")
_BEFORE_LETTERS = lazy_re(r"\d{1,2}(?=[^\W\d_]{2}|[^\W\d_]\.|[“„‘\"'(])")
_ALONE = lazy_re("[-‐\xad][\r\n]")
_LETTER_BEFORE = lazy_re(r"[^\W\d_][\r\n]+$")
_CLOSERS = ".,;:!?)]”’\"'"
"""May stand behind a mark."""
_LETTERED = lazy_re(rf"(?P<word>.+?)(?P<marks>{LETTERS})(?P<end>[{re.escape(_CLOSERS)}]*)")
_PARTS = (",", ";", "–", "-")
"""May part the numbers of a mark."""
_NUMBERS = rf"\d+(?:[{''.join(_PARTS)}]\d+)*"
TINY = 2.0
"""Points; smaller type is not meant for people."""
_NARROW = 0.3
"""Of its height: a letter takes more room, on average, than so much."""
_LONGEST_MARK = 3
"""Digits of a raised mark whose glyphs are looked at one by one."""
_SMALLER = 0.82
"""A sign lower than this share of its neighbour is a raised or lowered one."""
WIDE = lazy_re("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Signs of scripts that are written without spaces."""


class Box(NamedTuple):
    """Points from the lower left of the page, after turning it so that the words are upright."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    order: int
    """Its rank in the file: programs draw a column, or a row of a table, in one go."""
    at: int
    """Index of its first character in pdfium's text page; -1 for what is not in it."""
    cut: bool = False
    """It ends inside a word."""
    glued: bool = False
    """No space stands before it, though some room does: between signs of Chinese or Japanese and others."""
    level: bool = False
    """Its letters are seen to stand beside one another, so that its angle need not be asked for."""
    line: int = 0
    """Of a page with words that run from right to left: which line it is of, or 0."""

    @property
    def height(self) -> float:
        return self.top - self.bottom


class Turned(NamedTuple):
    """Words of one direction, and by how many quarters (against the clock) the page turns to make them upright."""

    quarter: int
    boxes: list[Box]


class _Text:
    """The text of a page, and where its characters are in pdfium's own list, which counts in units of UTF-16."""

    def __init__(self, page: PdfTextPage) -> None:
        import ctypes

        import pypdfium2.raw as pdfium

        self.page: Any = page.raw
        self.words = page.get_text_range()
        length = len(self.words.encode("utf-16-le", "surrogatepass")) // 2
        self._units: list[int] = []
        if length > len(self.words):
            self._units = [0, *accumulate(2 if char > "\uffff" else 1 for char in self.words)]
        self._as_they_stand = length == page.count_chars()
        # What is asked for thousands of times a page is made once.
        self._index_of = pdfium.FPDFText_GetCharIndexFromTextIndex
        self._loose_box_of, self._rect = pdfium.FPDFText_GetLooseCharBox, pdfium.FS_RECTF()
        self._box_of, self._sides = pdfium.FPDFText_GetCharBox, [ctypes.c_double() for _ in range(4)]
        self._origin_of, self._origin = pdfium.FPDFText_GetCharOrigin, [ctypes.c_double() for _ in range(2)]

    def index(self, position: int) -> int:
        unit = self._units[position] if self._units else position
        return unit if self._as_they_stand else self._index_of(self.page, unit)

    def corners(self, position: int) -> Corners:
        """Of a character, with the room that its font leaves around it."""
        rect = self._rect
        if not self._loose_box_of(self.page, max(self.index(position), 0), rect):
            return 0.0, 0.0, 0.0, 0.0
        return rect.left, rect.bottom, rect.right, rect.top

    def rise(self, position: int) -> float:
        """How far above its base line what is drawn of a character begins."""
        index = max(self.index(position), 0)
        known = self._box_of(self.page, index, *self._sides) and self._origin_of(self.page, index, *self._origin)
        return self._sides[2].value - self._origin[1].value if known else 0.0


def boxes(page: PdfTextPage) -> tuple[list[Box], int]:
    """All words in the order of the file, as they stand, and how many characters more have no known meaning.

    A font may not say which characters its glyphs are: then pdfium hands out glyph numbers. Such words are left out.
    """
    import pypdfium2.raw as pdfium

    text = _Text(page)
    raw, said = page.raw, text.words  # Without the wrapper: these are a thousand calls a page.
    box_of, is_unknown = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_HasUnicodeMapError
    is_wide, is_cut = WIDE.search(said) is not None, HYPHEN in said
    rect = pdfium.FS_RECTF()
    found: list[Box] = []
    unknown = 0
    waiting = [(word.start(), word[0]) for word in _WORD.finditer(said)][::-1]
    order = -1
    while waiting:
        start, word = waiting.pop()
        end = start + len(word)
        order += 1
        first = text.index(start)
        if first < 0 or not box_of(raw, first, rect):
            continue
        if is_unknown(raw, first) > 0:
            unknown += len(word)
            continue
        left, low, right, high = one = two = rect.left, rect.bottom, rect.right, rect.top
        words, last, level = word, first, False
        if len(word) == 1:
            words = _item(word)
        else:
            last = text.index(end - 1)
            box_of(raw, max(last, first), rect)
            two = rect.left, rect.bottom, rect.right, rect.top
            level = _is_level(one, two)
            if two[0] < left:
                left = two[0]
            if two[1] < low:
                low = two[1]
            if two[2] > right:
                right = two[2]
            if two[3] > high:
                high = two[3]
        if _may_hold_tiny(one, two, len(word), level) and len(parts := _by_size(text, start, word)) > 1:
            waiting += parts[::-1]
            continue
        if last > first or words.isdigit():
            words = _marked(text, words, one, two, start)
        if words != word:  # A raised mark must not make its line taller.
            _, low, _, high = one if one[3] - one[1] >= two[3] - two[1] else two
        if not math.isfinite(left + low + right + high):
            continue
        if len(word) == 1 and found and _is_hyphen_alone(said, start) and _touches(found[-1], left, low):
            found[-1] = found[-1]._replace(cut=True)
            continue
        cut, glued = is_cut and said[end : end + 1] == HYPHEN, is_wide and _is_glued(text, start)
        found.append(Box(words, left, low, right, high, order, first, cut, glued, level and last > first))
    return found, unknown


def _may_hold_tiny(first: Corners, last: Corners, count: int, level: bool) -> bool:
    """Whether a word of so many characters may be drawn in part too small to be seen, which takes no room."""
    one, two = first[3] - first[1], last[3] - last[1]
    high = max(one, two)
    narrow = count > 2 and level and last[2] - first[0] < _NARROW * count * high
    return high >= TINY and (narrow or min(one, two) < TINY)


def _by_size(text: _Text, start: int, word: str) -> list[tuple[int, str]]:
    """Its parts that are too small to be seen apart from the others, each with its place.

    A sign goes with the letter before it, at the front with the one behind it: the box of a dash may be as thin as it.
    """
    sizes = [(n, text.corners(start + n)) for n, char in enumerate(word) if char.isalnum()]
    tiny = [(n, box[3] - box[1] < TINY) for n, box in sizes]
    cuts = [0, *(n for (_, before), (n, here) in pairwise(tiny) if here != before), len(word)]
    return [(start + begin, word[begin:end]) for begin, end in pairwise(cuts)]


def _is_hyphen_alone(words: str, at: int) -> bool:
    """A hyphen that a program draws apart behind its word: it stands on a line of its own."""
    return _ALONE.match(words, at) is not None and _LETTER_BEFORE.search(words[max(at - 4, 0) : at]) is not None


def _touches(before: Box, left: float, low: float) -> bool:
    """Whether what begins there stands right behind a word; a dash in a cell of its own does not."""
    return abs(left - before.right) < 0.3 * before.height and before.bottom - 1 <= low < before.top


def _item(sign: str) -> str:
    """Symbol fonts have their signs in the private area: one alone in its word marks an item of a list."""
    return "•" if "\ue000" <= sign <= "\uf8ff" else sign


Corners = tuple[float, float, float, float]


def _is_level(first: Corners, last: Corners) -> bool:
    """Whether a word runs from left to right."""
    return last[0] > first[0] and abs(first[1] - last[1]) < 0.5 * (first[3] - first[1])


def _is_upright(text: _Text, position: int) -> bool:
    import pypdfium2.raw as pdfium

    return abs(pdfium.FPDFText_GetCharAngle(text.page, max(text.index(position), 0))) < 0.1


def _marked(text: _Text, word: str, first: Corners, last: Corners, start: int) -> str:
    """With digits that stand raised at an end of the word as raised digits: "honeybees¹", "10⁶", "²See there"; with a
    raised letter, as notes of tables have them, in brackets: "Harbour[a]".
    """
    end = word.rstrip(_CLOSERS)[-1:]
    if "a" <= end <= "h" and (lettered := _lettered(text, word, first, last, start)) != word:
        return lettered
    if not (end.isdigit() or word[0].isdigit()):
        return word
    heights = [box[3] - box[1] for box in (first, last)]
    stops = word[len(word.rstrip(_CLOSERS)) :]
    if stops and end.isdigit() and heights[0] > _SMALLER * heights[1]:  # a mark may stand between the two
        word = word.removesuffix(stops)
        if re.search(rf"[\[(]{_NUMBERS}$", word):
            return word + stops  # [1] is a mark raised or not
        return _marked(text, word, first, text.corners(start + len(word) - 1), start) + stops
    if min(heights) > _SMALLER * max(heights):
        if not (_is_level(first, last) if len(word) > 1 else _is_upright(text, start)):
            return word
        return _with_raised_glyphs(text, word, start, max(heights))
    at_end = heights[1] < heights[0]
    digits = re.search(rf"{_NUMBERS}$", word) if at_end else re.match(_NUMBERS, word)
    if digits is None or (len(digits[0]) == len(word) and not at_end):
        return word
    large, small = (first, last) if at_end else (last, first)
    if small[1] <= large[1] + 0.1 * (large[3] - large[1]):
        return word  # lowered, as in CO₂
    cut = _edge(text, word, start, digits, at_end, max(heights))
    return word[:cut] + word[cut:].translate(RAISED) if at_end else word[:cut].translate(RAISED) + word[cut:]


def _lettered(text: _Text, word: str, first: Corners, last: Corners, start: int) -> str:
    """With raised letters at its end in brackets; not where more than one stand together, as in 5ᵗʰ."""
    alone = word.rstrip(_CLOSERS)
    own = last if alone == word else None
    if alone[-2:-1] != "," and not _stands_raised(text, start + len(alone) - 1, first, own):
        return word  # As nearly all.
    found = _LETTERED.fullmatch(word)
    if found is None or not is_note(found["word"], found["marks"]):
        return word
    at = start + found.start("marks")
    if not _stands_raised(text, at, first) or _stands_raised(text, at - 1, first):
        return word
    return f"{found['word']}[{found['marks']}]{found['end']}"


def _stands_raised(text: _Text, position: int, first: Corners, own: Corners | None = None) -> bool:
    """Whether a letter is a small one above the line of its word's first, or one that its font draws so. `own`: its
    corners, where they are known.
    """
    own, height = own or text.corners(position), first[3] - first[1]
    if own[3] - own[1] <= _SMALLER * height:
        return own[1] > first[1] + 0.1 * height
    return _is_raised(text, position, height)


def _with_raised_glyphs(text: _Text, word: str, start: int, height: float) -> str:
    """The same where a font has raised digits of its own, which fill a box of the usual height."""
    front = _BEFORE_LETTERS.match(word)
    if front and _is_raised(text, start, height):
        return front[0].translate(RAISED) + word[front.end() :]
    cut = end = len(word.rstrip(_CLOSERS))
    digits = 0
    while cut > 0 and digits < _LONGEST_MARK and word[cut - 1].isdigit() and _is_raised(text, start + cut - 1, height):
        cut, digits = cut - 1, digits + 1
        if (
            word[cut - 1 : cut] in _PARTS
            and word[cut - 2 : cut - 1].isdigit()
            and _is_raised(text, start + cut - 2, height)
        ):
            cut, digits = cut - 1, 0
    return word[:cut] + word[cut:end].translate(RAISED) + word[end:]


def _is_raised(text: _Text, position: int, height: float) -> bool:
    """Whether what is drawn begins above the base line; height: of the word's box."""
    return text.rise(position) >= 0.15 * height


def _edge(text: _Text, word: str, start: int, digits: re.Match[str], at_end: bool, height: float) -> int:
    """Where in the word the small digits begin, or end: of "106" only the 6 may be raised."""
    places = range(digits.start(), digits.end()) if at_end else range(digits.end() - 1, digits.start() - 1, -1)
    for at in places:
        _, bottom, _, top = text.corners(start + at)
        if top - bottom <= _SMALLER * height:
            return at if at_end else at + 1
    return len(word) if at_end else 0


def _is_glued(text: _Text, start: int) -> bool:
    import pypdfium2.raw as pdfium

    before, space, first = text.words[max(start - 2, 0) : start + 1].rjust(3)
    if space != " " or not (WIDE.match(first) or WIDE.match(before)):
        return False
    return pdfium.FPDFText_IsGenerated(text.page, text.index(start - 1)) == 1


def turned(page: PdfTextPage, found: list[Box]) -> list[Turned]:
    """The words by their direction, those of most characters first; slanted ones (a stamp across the page) last."""
    import pypdfium2.raw as pdfium

    groups: dict[int, list[Box]] = {}
    for box in found:
        if box.level or box.at < 0:
            groups.setdefault(0, []).append(box)
            continue
        angle = pdfium.FPDFText_GetCharAngle(page, box.at) / (math.pi / 2)
        angle = angle if math.isfinite(angle) else 0.0
        quarter = round(angle) % 4 if abs(angle - round(angle)) < 0.1 else 4
        groups.setdefault(quarter, []).append(_upright(box, quarter) if quarter else box)
    sizes = Counter({quarter: sum(len(box.text) for box in group) for quarter, group in groups.items()})
    ordered = sorted(groups, key=lambda quarter: (quarter == 4, -sizes[quarter], quarter))
    return [Turned(quarter, groups[quarter]) for quarter in ordered]


def sheet(page: PdfPage, quarter: int) -> tuple[float, float]:
    """The lower and the upper edge of the paper after so many quarters, see `Turned`."""
    left, bottom, right, top = page.get_bbox()
    paper = _upright(Box("", left, bottom, right, top, 0, -1), quarter)
    return paper.bottom, paper.top


def _upright(box: Box, quarter: int) -> Box:
    left, bottom, right, top = box[1:5]
    if quarter == 1:
        left, bottom, right, top = -top, left, -bottom, right
    elif quarter == 2:
        left, bottom, right, top = -right, -top, -left, -bottom
    elif quarter == 3:
        left, bottom, right, top = bottom, -right, top, -left
    return box._replace(left=left, bottom=bottom, right=right, top=top)
