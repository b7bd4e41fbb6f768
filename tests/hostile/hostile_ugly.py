"""Ugly texts: what a source may hold by accident or by design, over and over; and every pattern of Moot with texts that
begin as what it looks for does, and go on so.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from random import Random
from re import _constants as code  # pyright: ignore[reportAttributeAccessIssue] (what a pattern is parsed into)
from re import _parser as parser  # pyright: ignore[reportAttributeAccessIssue]
from typing import Any

import moot

PIECES = (
    *("iVBORw0KGgoAAAANSUhEUgAAAoAAAAHgCAYAAAA10dzkAAAAOX", "A", "a", "Aa ", "a ", "A ", "A-", "A.", "A’", "Abc "),
    *("Abc, ", " ", "\n", "\t", " \n", "\xa0", "\u200b", "1", "1,", "1.", "1 ", "1-1 ", "-", ".", ",", "(", "[", "{"),
    *("<", ")", '"', "'", "“", "«", "| ", "*", "_", "#", "`", "$", "%", "=", "/", "&", "and ", "The A of the ", "not "),
    *("a: a ", "[1]", "я", "Яя ", "中", "あ", "한 ", "ع ", "अ ", "ไ", "ß", "é ", "http://a.", "a@", "(1) ", "§ "),
    *("1 Abc ", "He said "),
)
_EXAMPLES = 4


def long(piece: str, characters: int) -> str:
    return (piece * (characters // len(piece) + 1))[:characters]


@dataclass(frozen=True)
class Named:
    name: str
    pattern: re.Pattern[str]

    def pieces(self) -> Iterator[str]:
        """Ugly ones, and beginnings of what it finds."""
        yield from PIECES
        rng = Random(1)
        for n in range(_EXAMPLES):
            found = "".join(_examples(parser.parse(self.pattern.pattern, self.pattern.flags), rng, n == 0))[:200]
            yield from {found, f"{found} ", found[: len(found) // 2], found[:-1]} - {""}


def patterns() -> list[Named]:
    """Those of all modules, each once."""
    found: dict[tuple[str, int], Named] = {}
    for module in pkgutil.walk_packages(moot.__path__, "moot."):
        if module.name.endswith("__main__"):
            continue
        try:
            loaded = importlib.import_module(module.name)
        except ImportError:
            continue  # of an extra that is not installed
        for name, value in list(vars(loaded).items()):
            for each in _within(value, 0):
                if isinstance(each.pattern, str):
                    compiled = re.compile(each.pattern, each.flags)
                    found.setdefault((compiled.pattern, compiled.flags), Named(f"{module.name}.{name}", compiled))
    return list(found.values())


def _within(value: Any, depth: int) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern) or hasattr(type(value), "compiled"):
        yield value
    elif depth > 4 or isinstance(value, type):
        return
    elif isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            yield from _within(each, depth + 1)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _within(each, depth + 1)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _within(getattr(value, field.name, None), depth + 1)


def _examples(parsed: Any, rng: Random, short: bool) -> Iterator[str]:
    """What a pattern finds, looks to either side aside; `short`: each part as seldom as it may be."""
    for kind, value in parsed:
        if kind is code.LITERAL:
            yield chr(value)
        elif kind is code.NOT_LITERAL or kind is code.ANY:
            yield "a"
        elif kind is code.IN:
            yield _one_of(value, rng)
        elif kind is code.BRANCH:
            yield from _examples(rng.choice(value[1]), rng, short)
        elif kind is code.SUBPATTERN:
            yield from _examples(value[3], rng, short)
        elif kind in (code.MAX_REPEAT, code.MIN_REPEAT):
            least, most, inner = value
            for _ in range(least if short else rng.randint(least, min(int(most), least + 2))):
                yield from _examples(inner, rng, short)


_OF_KIND = {
    code.CATEGORY_DIGIT: "1",
    code.CATEGORY_SPACE: " ",
    code.CATEGORY_WORD: "A",
    code.CATEGORY_NOT_WORD: "-",
}


def _one_of(choices: Any, rng: Random) -> str:
    told = [each for each in choices if each[0] is not code.NEGATE]
    if len(told) < len(choices):
        return "a"
    kind, value = rng.choice(told)
    if kind is code.CATEGORY:
        return _OF_KIND.get(value, "a")
    return chr(value if kind is code.LITERAL else rng.randint(value[0], min(value[1], value[0] + 3)))
