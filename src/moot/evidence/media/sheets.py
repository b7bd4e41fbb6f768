"""The style sheets that stand in an HTML page itself: their rules, as on a wide screen, and what these select."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moot.text.lazy import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST = 400_000
"""Characters of one sheet."""
_WIDE = 1280
"""Pixels of the screen that a page is read on."""
_REMARK = lazy_re(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_GROUPS = lazy_re(r"@(?:media|supports|layer|container)\b")
_ELSEWHERE = lazy_re(r"\bprint\b|\bspeech\b|prefers-|\bnot\b|orientation|-height|hover|pointer")
_WIDTH = lazy_re(r"(min|max)-(?:device-)?width\s*:\s*(\d{1,5})(px|r?em)?")
_STATE = lazy_re(r":(?!root\b|not\b|is\b|where\b|first|last|nth|only|:?before\b|:?after\b)")
"""What an element only becomes: touched, visited, chosen."""
_UNCLEAR = lazy_re(r"::?[\w-]+(?:\([^()]*\))?|[+~]")
_PART = lazy_re(r"(\*|[a-z][\w-]*)?((?:[.#][\w-]+|\[[\w-]+(?:=[\"']?[^\"'\]]*[\"']?)?\])*)", re.IGNORECASE)
_PIECE = lazy_re(r"([.#])([\w-]+)|\[([\w-]+)(?:(=)[\"']?([^\"'\]]*)[\"']?)?\]")


@dataclass(frozen=True)
class _Part:
    """What one element of a selector is: its tag, id, classes and attributes."""

    tag: str
    identity: str
    classes: frozenset[str]
    attributes: tuple[tuple[str, str | None], ...]

    def holds(self, element: HtmlElement) -> bool:
        if self.tag not in ("*", element.tag) or (self.identity and element.get("id") != self.identity):
            return False
        if self.classes and not self.classes <= frozenset((element.get("class") or "").split()):
            return False
        return all(
            element.get(name) is not None and value in (None, element.get(name)) for name, value in self.attributes
        )


@dataclass(frozen=True)
class Selector:
    parts: tuple[_Part, ...]
    """Outermost first: each inside the one before it, however deep."""
    is_clear: bool
    """That it selects just these; else it may select fewer, or stand for something before or behind them."""

    @property
    def key(self) -> str:
        """By which elements that it may select are found: see `keys`."""
        last = self.parts[-1]
        return f"#{last.identity}" if last.identity else f".{min(last.classes)}" if last.classes else last.tag

    @property
    def weight(self) -> int:
        """The more it names, the more it counts."""
        return sum(
            100 * bool(each.identity) + 10 * (len(each.classes) + len(each.attributes)) + (each.tag != "*")
            for each in self.parts
        )

    def selects(self, element: HtmlElement) -> bool:
        *outer, last = self.parts
        if not last.holds(element):
            return False
        for up in element.iterancestors() if outer else ():
            if outer[-1].holds(up):
                outer.pop()
                if not outer:
                    break
        return not outer


def keys(element: HtmlElement) -> Iterator[str]:
    yield from ("*", str(element.tag))
    yield from (f".{each}" for each in (element.get("class") or "").split())
    if element.get("id"):
        yield f"#{element.get('id')}"


def rules(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Selectors and style of each rule, in the order in which they are written."""
    for sheet in tree.iter("style"):
        yield from _rules(_REMARK.sub(" ", (sheet.text or "")[:_LONGEST]))


def _rules(text: str) -> Iterator[tuple[str, str]]:
    open_groups: list[bool] = []
    """Of each brace that is open, whether what is in it holds."""
    selectors, begin = "", 0
    for brace in re.finditer(r"[{}]", text):
        words = text[begin : brace.start()]
        begin = brace.end()
        if brace[0] == "}":
            if selectors and all(open_groups):
                yield selectors, words
            selectors = ""
            del open_groups[-1:]
            continue
        front = words.rpartition(";")[2].strip()
        selectors = "" if front.startswith("@") else front
        open_groups.append(_holds(front.lower()) if front.startswith("@") else True)


def _holds(condition: str) -> bool:
    if not _GROUPS.match(condition) or _ELSEWHERE.search(condition):
        return False
    for side, number, unit in _WIDTH.findall(condition):
        pixels = int(number) * (16 if unit.endswith("em") else 1)
        if (pixels > _WIDE) if side == "min" else (pixels < _WIDE):
            return False
    return True


def selectors(said: str) -> Iterator[Selector]:
    for one in said.split(","):
        one = re.sub(r":root\b", "html", one.strip())
        if _STATE.search(one):
            continue
        is_clear = not _UNCLEAR.search(one)
        parts = [_part(each) for each in re.split(r"[\s>]+", _UNCLEAR.sub(" ", one).strip())]
        if parts and None not in parts:
            whole = tuple(each for each in parts if each is not None)
            yield Selector(whole if is_clear else whole[-1:], is_clear)


def _part(said: str) -> _Part | None:
    found = _PART.fullmatch(said)
    if not said or not found:
        return None
    pieces = _PIECE.findall(found[2])
    return _Part(
        (found[1] or "*").lower(),
        next((name for mark, name, *_ in pieces if mark == "#"), ""),
        frozenset(name for mark, name, *_ in pieces if mark == "."),
        tuple((name, value if equal else None) for _, _, name, equal, value in pieces if name),
    )
