"""Files into a sandbox and out of it, as one stream that a program inside packs or unpacks.

So no path of the sandbox is ever opened from outside, and a link planted in it leads nowhere but into it. What comes
out is read as data: folders and plain files only, under names that stay where they are put.
"""

from __future__ import annotations

import io
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from moot.errors import CannotWrite

DEEPEST = 100
"""Folders in one another that are taken out."""


@dataclass(frozen=True, slots=True)
class File:
    data: bytes
    mode: int = 0o644


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out, by path below the folder."""

    files: tuple[str, ...]
    left: tuple[str, ...]
    """What is neither a file nor a folder (links, pipes, sockets), or lies too deep, and so stayed."""


def pack(files: Mapping[str, bytes | File]) -> bytes:
    """An archive with these files under their absolute paths."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for path, each in files.items():
            file = each if isinstance(each, File) else File(each)
            entry = tarfile.TarInfo(path.lstrip("/"))
            entry.size, entry.mode = len(file.data), file.mode
            archive.addfile(entry, io.BytesIO(file.data))
    return packed.getvalue()


def unpack(packed: bytes, to: Path) -> Taken:
    """Writes what an archive holds into `to`, which must be new or empty: nothing planted there can be followed.

    Raises `CannotWrite`."""
    files: list[str] = []
    left: list[str] = []
    try:
        to.mkdir(parents=True, exist_ok=True)
        if any(to.iterdir()):
            raise CannotWrite(f"{to} is not empty: name a new folder for what is taken out of a sandbox.")
        with tarfile.open(fileobj=io.BytesIO(packed), mode="r:") as archive:
            for entry in archive:
                path = PurePosixPath(entry.name)
                inside = not path.is_absolute() and ".." not in path.parts and len(path.parts) <= DEEPEST
                if entry.isdir() and inside:
                    (to / path).mkdir(parents=True, exist_ok=True)
                elif entry.isreg() and inside and (stream := archive.extractfile(entry)):
                    (to / path).parent.mkdir(parents=True, exist_ok=True)
                    with (to / path).open("xb") as out:
                        out.write(stream.read())
                    files.append(str(path))
                else:
                    left.append(str(path))
    except (OSError, tarfile.TarError, ValueError) as error:
        raise CannotWrite(f"What the sandbox holds could not be written to {to}: {error}.") from error
    return Taken(tuple(files), tuple(left))
