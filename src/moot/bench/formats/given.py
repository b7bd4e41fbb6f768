"""The files that were given, and what was noted of them: sizes are limited, links out of a folder are not followed."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, cast

from moot.errors import NoSources, UsageError

GB = 1024**3
LARGEST = GB // 2
"""Bytes of one file that is read whole; lines are read from files of up to four times as much."""
MOST_FILES = 300_000
_PLAIN = frozenset(("results", "result", "report", "samples", "summary", "index"))
"""Names of files that say nothing of what they hold."""
HEAD = 8 * 1024
"""Bytes that are looked at to tell a form."""


@dataclass(frozen=True)
class Note:
    """What could not be read, or was read in a way that the reader should know."""

    what: str
    """One sentence without its place."""
    where: str
    """File, and line or id."""


@dataclass
class Given:
    """Files and folders that a person named. Names are relative, with `/`; of several roots each begins with its."""

    names: tuple[str, ...]
    root: str
    """The name of the first folder that was given, or of the one that holds the first file."""
    mapping: Mapping[str, str]
    """Of tables: our field to the column that has it."""
    notes: list[Note] = field(default_factory=list[Note])
    _paths: dict[str, Path] = field(default_factory=dict[str, Path])
    _direct: frozenset[str] = frozenset()
    _taken: set[str] = field(default_factory=set[str])
    _noted: set[Note] = field(default_factory=set[Note])

    def named(self, *endings: str) -> list[str]:
        """Names, not yet taken, whose last part ends so; of files that were given themselves the suffix is enough."""
        suffixes = {"." + ending.rpartition(".")[2] for ending in endings}
        return [
            name
            for name in self.names
            if name not in self._taken
            and (name.endswith(endings) or (name in self._direct and Path(name).suffix in suffixes))
        ]

    def taken(self, names: Collection[str]) -> None:
        """Nobody else needs to read these."""
        self._taken.update(names)

    def has(self, name: str) -> bool:
        return name in self._paths

    def path(self, name: str) -> Path:
        return self._paths[name]

    def label(self, name: str) -> str:
        """A name for what a file or folder holds, where nothing in it says one."""
        path = PurePosixPath(name)
        if name in self._direct and path.stem not in _PLAIN:
            return path.stem
        return self.root if name in self._direct or str(path) == "." else path.name

    def direct(self, name: str) -> bool:
        """Whether the file itself was given, not a folder with it."""
        return name in self._direct

    def note(self, what: str, where: str) -> None:
        """Said once, however many formats look at the file."""
        if (note := Note(what, where)) not in self._noted:
            self._noted.add(note)
            self.notes.append(note)

    def head(self, name: str) -> bytes:
        """Its first bytes; none of a file that cannot be opened."""
        try:
            with self._paths[name].open("rb") as file:
                return file.read(HEAD)
        except OSError:
            return b""

    def load(self, name: str, *keys: str) -> Any:
        """The file's JSON; None, with a note, where it cannot be read.

        Of an object that breaks off, what is whole of its members `keys`: of lists the entries that are.
        """
        raw = self.bytes(name)
        if raw is None:
            return None
        data = self.parsed(raw, name)
        return salvaged(raw, keys) if data is None and keys else data

    def too_large(self, name: str, most: int) -> bool:
        """Whether the file has more bytes than that, which is noted. Raises `OSError`."""
        size = self._paths[name].stat().st_size
        if size > most:
            self.note(f"is {size / GB:.1f} GB, more than the {most / GB:.3g} GB that are read of such a file", name)
        return size > most

    def bytes(self, name: str) -> bytes | None:
        """The file whole; None, with a note, where it is too large or cannot be opened."""
        path = self._paths[name]
        try:
            if self.too_large(name, LARGEST):
                return None
            with path.open("rb") as file:
                return file.read(LARGEST + 1)
        except OSError as error:
            self.note(f"cannot be opened ({error.strerror})", name)
            return None

    def parsed(self, raw: bytes, where: str) -> Any:
        try:
            return json.loads(raw)
        except (ValueError, RecursionError) as error:
            self.note(f"is no whole JSON: {_why(error)}", where)
            return None

    def lines(self, name: str) -> Iterator[tuple[int, bytes]]:
        """Lines with their numbers, from 1; nothing, with a note, of a file that is too large."""
        path = self._paths[name]
        try:
            if self.too_large(name, 4 * LARGEST):
                return
            with path.open("rb") as file:
                yield from enumerate(iter(lambda: file.readline(LARGEST), b""), start=1)
        except OSError as error:
            self.note(f"cannot be opened ({error.strerror})", name)

    def rows(self, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """Objects of a JSONL file with the numbers of their lines; a line that is none is noted and left out.

        Some write such a file as one list, or objects over several lines: it is read as that.
        """
        if _is_spread(self.head(name)):
            yield from self._spread(name)
            return
        for number, line in self.lines(name):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                self.note("has a line that is no whole JSON", f"{name}, line {number}")
                continue
            if isinstance(row, dict):
                yield number, row
            else:
                self.note("has a line that is no JSON object", f"{name}, line {number}")

    def _spread(self, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """Objects, one after the other or in one list, each over any number of lines."""
        raw = self.bytes(name)
        text = "" if raw is None else raw.decode("utf-8-sig", errors="replace")
        decoder, number, counted = json.JSONDecoder(), 1, 0
        at = _after_space(text, 0, *"[]")
        while at < len(text):
            number, counted = number + text.count("\n", counted, at), at
            try:
                row, at = decoder.raw_decode(text, at)
            except (ValueError, RecursionError):
                self.note(
                    "breaks off, or is no JSON from here on: what stands before it was read", f"{name}, line {number}"
                )
                return
            if isinstance(row, dict):
                yield number, cast("dict[str, Any]", row)
            else:
                self.note("has an entry that is no JSON object", f"{name}, line {number}")
            at = _after_space(text, at, *"[]")


def _is_spread(head: bytes) -> bool:
    """Whether a JSONL file begins with a list, or with an object that does not end on its line."""
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return text.startswith(b"[") or text.partition(b"\n")[0].rstrip() == b"{"


def salvaged(raw: bytes, keys: Sequence[str]) -> dict[str, Any]:
    """Of JSON that breaks off, the first list or object of each of these names, else the first value.

    Of a list the entries that are whole.
    """
    text = raw.decode(errors="replace")
    decoder, found = json.JSONDecoder(), dict[str, Any]()
    for key in keys:
        places = [_after_space(text, match.end()) for match in re.finditer(f'"{re.escape(key)}":', text)]
        at = next((each for each in places if text[each : each + 1] in ("[", "{")), next(iter(places), len(text)))
        try:
            found[key] = (
                _entries(text, at + 1, decoder) if text.startswith("[", at) else decoder.raw_decode(text, at)[0]
            )
        except (ValueError, RecursionError):
            continue
    return found


def _entries(text: str, at: int, decoder: json.JSONDecoder) -> list[Any]:
    found: list[Any] = []
    while text.startswith("{", at := _after_space(text, at)):
        try:
            entry, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        found.append(entry)
    return found


def _after_space(text: str, at: int, *more: str) -> int:
    """The next place that has none of white space, commas and `more`."""
    while text[at : at + 1] in (" ", "\n", "\r", "\t", ",", *more):
        at += 1
    return at


def gather(paths: Sequence[Path], mapping: Mapping[str, str]) -> Given:
    """What is under `paths`. Raises `NoSources` for what is not there or empty, `UsageError` for too many files."""
    found: dict[str, Path] = {}
    direct: set[str] = set()
    refused: list[Note] = []
    for root in paths:
        if root.is_dir():
            prefix = f"{root.resolve().name}/" if len(paths) > 1 else ""
            for name, path in _walk(root, refused):
                found[prefix + name] = path
        elif root.is_file():
            name = _unused(root.name, found)
            found[name] = root
            direct.add(name)
        else:
            raise NoSources(f"{root} is {'no file' if root.exists() else 'not there'}: name a results file or folder.")
    if not found:
        raise NoSources(f"{', '.join(map(str, paths))} holds no file: name a folder with results.")
    first = paths[0].resolve()
    root = first.name if first.is_dir() else first.parent.name
    return Given(tuple(sorted(found)), root, mapping, refused, found, frozenset(direct))


def _walk(root: Path, refused: list[Note]) -> Iterator[tuple[str, Path]]:
    """Regular files under `root`; links that lead out of it are noted and not followed."""
    home = root.resolve()
    count = 0
    for folder, folders, files in os.walk(root):
        folders.sort()
        for name in folders:
            if (link := Path(folder) / name).is_symlink():
                refused.append(Note("is a link to a folder: not followed", link.relative_to(root).as_posix()))
        for name in files:
            count += 1
            if count > MOST_FILES:
                raise UsageError(f"{root} holds more than {MOST_FILES:,} files: name a folder inside it.")
            path = Path(folder) / name
            shown = path.relative_to(root).as_posix()
            if path.is_symlink() and not path.resolve().is_relative_to(home):
                refused.append(Note("is a link that leads out of the folder: not followed", shown))
            elif path.is_file():
                yield shown, path


def _unused(name: str, found: Mapping[str, Path]) -> str:
    number, first = 2, name
    while name in found:
        name, number = f"{number}/{first}", number + 1
    return name


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at line {error.lineno}"
    return "it is nested too deep" if isinstance(error, RecursionError) else "its text is damaged"
