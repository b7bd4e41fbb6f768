"""Documents that are zip archives of XML: docx, xlsx, pptx, OpenDocument, epub. Nothing unpacks without a limit."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from html.entities import html5
from itertools import islice
from typing import Any
from urllib.parse import unquote

from moot.evidence.media.medium import CannotRead
from moot.text.lazy import lazy_re
from moot.words import Hidden

LIMIT = 32 * 1024 * 1024
"""Bytes of one part, unpacked, that is held as a tree: what is larger is a bomb."""
STREAMED = 512 * 1024 * 1024
"""Bytes of one part, unpacked, that is read row by row."""
_CHUNK = 1024 * 1024
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_ENTITY = lazy_re(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9_.-]{0,60});")
"""By a name; what its own head says of it would be a bomb, or another file."""
_MOST_HIDDEN = 400
_LONGEST_HIDDEN = 4_000


class Packed:
    """The parts of an archive by name. Reading one raises `CannotRead` where it is damaged or unpacks to too much."""

    def __init__(self, archive: zipfile.ZipFile, form: str) -> None:
        self._archive, self.form = archive, form
        self.names = frozenset(archive.namelist())

    def part(self, name: str) -> Any:
        """The root of a part's XML; None where there is no such part. No entity is resolved: one that HTML knows is its
        sign, any other stands as it is written.
        """
        from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

        raw = self.bytes(name)
        if raw is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            return etree.fromstring(_ENTITY.sub(_sign, raw), parser)
        except etree.XMLSyntaxError as error:
            raise CannotRead(_damage(name, error)) from None

    def bytes(self, name: str) -> bytes | None:
        """A part as it is; None where there is no such part."""
        if name not in self.names:
            return None
        info = self._archive.getinfo(name)
        if info.file_size <= LIMIT:
            with self._archive.open(info) as file:
                raw = file.read(LIMIT + 1)  # The size that is stated need not be the true one.
            if len(raw) <= LIMIT:
                return raw
        raise CannotRead(f"a part of it unpacks to more than {LIMIT // 1024**2} MB")

    def elements(self, name: str, tags: tuple[str, ...]) -> Iterator[Any]:
        """Each element of `tags`, once it is read whole; it is emptied afterwards: what is read is not kept."""
        from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

        if name not in self.names:
            return
        with self._archive.open(name) as file:
            parser = etree.iterparse(_Limited(file), resolve_entities=False, no_network=True, huge_tree=False)
            try:
                for _, element in parser:
                    if element.tag in tags:
                        yield element
                        _forget(element)
            except etree.XMLSyntaxError as error:
                raise CannotRead(_damage(name, error)) from None

    def matches(self, name: str, form: re.Pattern[bytes]) -> Iterator[tuple[str, ...]]:
        """The groups, in ASCII, of all that a form finds in a part that is not read as XML; of 1,000 bytes at most."""
        if name not in self.names:
            return
        with self._archive.open(name) as file:
            limited, rest = _Limited(file), b""
            while chunk := limited.read(_CHUNK):
                end = 0
                rest += chunk
                for match in form.finditer(rest):
                    end = match.end()
                    yield tuple(group.decode("ascii", errors="replace") for group in match.groups())
                rest = rest[max(end, len(rest) - 1_000) :]

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Of a part, by id: the kind of each thing that it points to (its last word) and its name or address."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for each in root.iter(f"{_RELATIONS}Relationship") if root is not None else ():
            target = str(each.get("Target") or "")
            if each.get("TargetMode") != "External":
                target = resolved(folder, target)
            found[str(each.get("Id"))] = (str(each.get("Type") or "").rpartition("/")[2], target)
        return found


class _Limited:
    """A file that ends with `CannotRead` where it grows beyond its limit."""

    def __init__(self, file: Any) -> None:
        self._file, self._left = file, STREAMED

    def read(self, size: int = -1) -> bytes:
        raw: bytes = self._file.read(size)
        self._left -= len(raw)
        if self._left < 0:
            raise CannotRead(f"a part of it unpacks to more than {STREAMED // 1024**2} MB")
        return raw


def _sign(found: re.Match[bytes]) -> bytes:
    signs = html5.get(found[1].decode("ascii") + ";")
    return "".join(f"&#{ord(sign)};" for sign in signs).encode() if signs else b"&amp;" + found[1] + b";"


def _damage(name: str, error: Any) -> str:
    line, column = error.position
    return f"its text is damaged: {name} is no XML from line {line}, column {column} on"


def _forget(element: Any) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def resolved(folder: str, target: str) -> str:
    """The name of a part that another one in `folder` points to."""
    path = unquote(target.partition("#")[0])
    return path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))


@contextmanager
def opened(raw: bytes, form: str) -> Generator[Packed]:
    """Raises `CannotRead` for what is no archive, is encrypted or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if any(each.flag_bits & 1 for each in archive.infolist()):
                raise CannotRead("it is encrypted: not read")
            yield Packed(archive, form)
    except zipfile.BadZipFile:
        raise CannotRead(f"it is no {form} file, or it is encrypted") from None
    except (RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:  # what zipfile makes of damage
        raise CannotRead(f"it is a damaged {form} file ({str(error)[:80]})") from None


def apart(found: Iterable[tuple[str, str]]) -> tuple[Hidden, ...]:
    """(means, words) as hidden text, bounded."""
    told = ((how, " ".join(words.split())[:_LONGEST_HIDDEN]) for how, words in found)
    return tuple(Hidden(how=how, text=words) for how, words in islice(told, _MOST_HIDDEN) if words)
