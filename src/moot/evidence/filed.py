"""Which of the files that were given a report's entry means by a path: the one that shares the longest tail with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote

from moot.evidence.called import Called, address, in_words
from moot.evidence.cited_report import Entry
from moot.text import urls
from moot.text.lazy import lazy_re
from moot.words import Unread

Path = tuple[str, ...]
"""The parts of a path as two are compared, without what leads to where it begins."""
_AROUND = lazy_re(r"[\s()\[\]<>\"'“”‘’„«»,;|]")
"""What is no part of a path in a text."""
_LONGEST = 500
"""Characters of the folders before a file's name."""


@dataclass(frozen=True)
class Given:
    """A file that was given: read, a copy of one that was read, or not to be read."""

    origin: str
    source: str | None
    """Id; None where it was not read."""
    reason: str = ""
    """Why not."""

    @cached_property
    def path(self) -> Path:
        return _path(self.origin)

    @cached_property
    def name(self) -> str:
        return self.path[-1] if self.path and _ending(self.path[-1]) else ""

    @cached_property
    def stem(self) -> str:
        """In words; empty where none has a letter."""
        stem = in_words(PurePosixPath(self.path[-1]).stem) if self.path else ""
        return stem if re.search(r"[^\W\d]", stem) else ""

    @cached_property
    def is_address(self) -> bool:
        return "://" in self.origin


@dataclass(frozen=True)
class Meant:
    """What an entry's path fits best."""

    given: tuple[Given, ...] = ()
    """Several where it fits several equally well."""
    path: Path = ()
    """As the entry has it."""
    shared: int = 0
    """How many of its last parts are those of the file."""

    @property
    def source(self) -> str | None:
        """The id of the only source that it can be."""
        sources = {each.source for each in self.given}
        return sources.pop() if len(sources) == 1 else None

    def differs(self, other: Meant) -> bool:
        """Whether the two paths lead to two places: neither is the end of the other."""
        least = min(len(self.path), len(other.path))
        return least > 0 and self.path[-least:] != other.path[-least:]


class Files:
    def __init__(self, called: Sequence[Called], unread: Sequence[Unread] = ()) -> None:
        """`unread`: what was given and not read, copies of what was read among it."""
        read = {each.document.source.origin: each.id for each in called}
        self.given = tuple(
            [Given(origin, id) for origin, id in read.items()]
            + [Given(each.origin, read.get(each.copy_of), each.reason) for each in unread if _ending(each.origin)]
        )

    def meant(self, entry: Entry) -> Meant:
        """The files that the entry's link, the paths in its words, or it as a file's name without ending fit best.

        What has an address is not the page of another address, whatever the two end in.
        """
        text = f"{unquote(entry.url or '')} {entry.text}".replace("\\", "/").casefold()
        known_as = {in_words(entry.label or ""), in_words(entry.text)}
        fits: list[tuple[int, bool, Path, Given]] = []
        for each in self.given:
            if each.is_address and address(entry.url):
                continue
            for path in _written(each.name, text):
                shared = _shared(path, each.path)
                fits.append((shared, shared == len(path) == len(each.path), path, each))
            if each.stem and each.stem in known_as:
                fits.append((0, False, (), each))
        best = max((fit[:2] for fit in fits), default=None)
        chosen = [(path, each) for *fit, path, each in fits if tuple(fit) == best]
        if best is None:
            return Meant()
        return Meant(tuple(dict.fromkeys(each for _, each in chosen)), chosen[0][0], best[0])


def _written(name: str, text: str) -> list[Path]:
    """The paths in a text that lead to a file of this name."""
    if not name or name not in text:
        return []
    ends = re.finditer(rf"(?<![\w.-]){re.escape(name)}(?!\.?\w)", text)
    before = (_AROUND.split(text[max(0, each.start() - _LONGEST) : each.start()])[-1] for each in ends)
    return [_path(f"{folders}{name}") for folders in before]


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix


def _path(origin: str) -> Path:
    scheme, colon, rest = origin.replace("\\", "/").casefold().rpartition("://")
    said = urls.page(rest).partition("?")[0] if colon and scheme != "file" else rest
    return tuple(part for part in said.split("/") if part not in ("", ".", ".."))


def _shared(one: Path, other: Path) -> int:
    least = min(len(one), len(other))
    return next((n for n in range(least) if one[-1 - n] != other[-1 - n]), least)
