"""What a GGUF file says of itself: name, architecture, context. Only the header is read.

Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

_NUMBERS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9
MOST_ENTRIES = 10_000
MOST_ITEMS = 5_000_000
LONGEST_STRING = 10_000_000


class BadGguf(ValueError):
    """Not a GGUF file, or a damaged one; the message says what is wrong."""


@dataclass(frozen=True)
class Header:
    architecture: str
    name: str
    context: int | None
    """Tokens the model was trained on."""


def read_header(path: Path) -> Header:
    """Raises `OSError` if the file cannot be read, `BadGguf` if it is no GGUF model."""
    with path.open("rb") as file:
        try:
            return _read(file)
        except (struct.error, UnicodeDecodeError, OverflowError, MemoryError):
            raise BadGguf("its header is cut short or damaged") from None


def _read(file: BinaryIO) -> Header:
    if file.read(4) != b"GGUF":
        raise BadGguf("it does not begin with GGUF")
    (version,) = struct.unpack("<I", file.read(4))
    if version not in (2, 3):
        raise BadGguf(f"its format is version {version}, not 2 or 3")
    _, entries = struct.unpack("<QQ", file.read(16))
    if entries > MOST_ENTRIES:
        raise BadGguf("its header is damaged")
    found: dict[str, Any] = {}
    for _ in range(entries):
        key = _string(file)
        (kind,) = struct.unpack("<I", file.read(4))
        value = _value(file, kind)
        if key.startswith("general.") or key.endswith(".context_length"):
            found[key] = value
        if "general.architecture" in found and "general.name" in found and _context(found) is not None:
            break
    architecture = found.get("general.architecture")
    if not isinstance(architecture, str):
        raise BadGguf("it names no architecture")
    name = found.get("general.name")
    return Header(architecture, name if isinstance(name, str) else "", _context(found))


def _context(found: dict[str, Any]) -> int | None:
    length = found.get(f"{found.get('general.architecture')}.context_length")
    return length if isinstance(length, int) and length > 0 else None


def _string(file: BinaryIO) -> str:
    (length,) = struct.unpack("<Q", file.read(8))
    if length > LONGEST_STRING:
        raise BadGguf("its header is damaged")
    data = file.read(length)
    if len(data) < length:
        raise BadGguf("its header is cut short or damaged")
    return data.decode("utf-8", errors="replace")


def _value(file: BinaryIO, kind: int) -> Any:
    if kind in _NUMBERS:
        form = "<" + _NUMBERS[kind]
        return struct.unpack(form, file.read(struct.calcsize(form)))[0]
    if kind == _STRING:
        return _string(file)
    if kind != _ARRAY:
        raise BadGguf("its header is damaged")
    item, count = struct.unpack("<IQ", file.read(12))
    if count > MOST_ITEMS or item == _ARRAY:
        raise BadGguf("its header is damaged")
    if item in _NUMBERS:
        file.seek(count * struct.calcsize("<" + _NUMBERS[item]), 1)
        return None
    for _ in range(count):
        _value(file, item)
    return None
