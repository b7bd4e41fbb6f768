"""The members of a zip file that may be cut off: read by its directory, else by the heads of its members.

Deflate and Zstandard are unpacked, each member within a limit, whatever sizes the archive states (APPNOTE.TXT of
PKWARE, sections 4.3.7 and 4.4.5). Python's own zipfile has no Zstandard, and reads nothing of a file without its
directory.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

LARGEST = 256 * 1024 * 1024
"""Bytes of one member, unpacked."""
MOST = 500_000
_LOCAL = struct.Struct("<4s5H3I2H")
_STORED, _DEFLATE, _ZSTD = 0, 8, 93


class CannotUnpack(Exception):
    """Why a member cannot be had, in a few words."""


@dataclass(frozen=True)
class Member:
    name: str
    method: int
    start: int
    """Of its packed bytes in the file."""
    size: int
    """Packed."""


@dataclass(frozen=True)
class Archive:
    members: dict[str, Member]
    """By name; of several of one name the last, as for every reader of zip files."""
    whole: bool
    """Whether its directory is there."""


def opened(path: Path) -> Archive:
    """What is in the archive; nothing in it that is no archive at all."""
    with path.open("rb") as file:
        try:
            with zipfile.ZipFile(file) as archive:
                infos = archive.infolist()[:MOST]
            found = [_local(file, info.header_offset, info.compress_size) for info in infos]
            return Archive({each.name: each for each in found if each is not None}, True)
        except (zipfile.BadZipFile, OSError, ValueError, struct.error, NotImplementedError):
            return Archive(_scanned(file), False)


def _local(file: BinaryIO, at: int, size: int | None) -> Member | None:
    """The member whose head is at `at`; None where there is none, or where it does not end in the file."""
    file.seek(at)
    raw = file.read(_LOCAL.size)
    if len(raw) < _LOCAL.size:
        return None
    mark, _, flags, method, _, _, _, packed, _, length, extra = _LOCAL.unpack(raw)
    if mark != b"PK\x03\x04" or (size is None and flags & 0x8) or flags & 0x1:
        return None
    name = file.read(length).decode("utf-8", errors="replace")
    fields = file.read(extra)
    told = _long(fields) if packed == 0xFFFFFFFF else packed
    return Member(name, method, at + _LOCAL.size + length + extra, told if size is None else size)


def _long(fields: bytes) -> int:
    """The packed size out of the ZIP64 field of a head."""
    while len(fields) >= 4:
        kind, length = struct.unpack_from("<2H", fields)
        if kind == 1 and length >= 16:
            return struct.unpack_from("<Q", fields, 12)[0]
        fields = fields[4 + length :]
    return 0


def _scanned(file: BinaryIO) -> dict[str, Member]:
    found: dict[str, Member] = {}
    end, at = file.seek(0, 2), 0
    for _ in range(MOST):
        member = _local(file, at, None)
        if member is None or member.start + member.size > end:
            break
        found[member.name] = member
        at = member.start + member.size
    return found


def unpacked(path: Path, member: Member) -> bytes:
    """Its bytes. Raises `CannotUnpack`."""
    if member.size > LARGEST:
        raise CannotUnpack(_too_large())
    with path.open("rb") as file:
        file.seek(member.start)
        raw = file.read(member.size)
    try:
        if member.method == _STORED:
            return raw
        if member.method == _DEFLATE:
            return _bounded(zlib.decompressobj(-15).decompress(raw, LARGEST + 1))
        if member.method == _ZSTD:
            return _zstd(raw)
    except zlib.error:
        raise CannotUnpack("is damaged") from None
    raise CannotUnpack(f"is packed by a method (number {member.method}) that is not read here")


def _zstd(raw: bytes) -> bytes:
    try:
        import zstandard
    except ImportError:
        raise CannotUnpack("is packed with Zstandard: install Moot with its extra `bench` to read it") from None
    import io

    try:
        with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(raw), read_across_frames=True) as stream:
            return _bounded(stream.read(LARGEST + 1))
    except zstandard.ZstdError:
        raise CannotUnpack("is damaged") from None


def _bounded(raw: bytes) -> bytes:
    if len(raw) > LARGEST:
        raise CannotUnpack(_too_large())
    return raw


def _too_large() -> str:
    return f"unpacks to more than {LARGEST // 1024**2} MB"
