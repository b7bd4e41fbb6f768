"""Bytes of a text file to characters, with a note where the encoding had to be guessed."""

from __future__ import annotations

import codecs
import re

from moot.evidence.medium import CannotRead

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64 * 1024


def decode(raw: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    r"""The text with newlines as \n, and notes. `declared` is a charset that the document itself names.

    Raises `CannotRead` for what is not text.
    """
    text, notes = _characters(raw, declared)
    if _is_binary(text):
        raise CannotRead("it is binary, not text")
    text = re.sub("\r\n?|\u2028|\u2029|\x85", "\n", text).replace("\x00", "")
    return text, notes


def _characters(raw: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for bom, name in _BOMS:
        if raw.startswith(bom):
            text = raw.decode(name, errors="replace")
            return text, _damage(text)
    wide = _wide(raw)
    if wide:
        text = raw.decode(wide, errors="replace")
        return text, (f"no byte order mark: read as {wide}", *_damage(text))
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if b"\x00" in raw:
        raise CannotRead("it is binary, not text")
    if declared:
        try:
            return raw.decode(declared), ()
        except (LookupError, UnicodeDecodeError):
            pass
    text = raw.decode("utf-8", errors="replace")
    if _whole(text) > text.count("\ufffd"):
        return text, _damage(text)
    return _guess(raw)


def _whole(text: str) -> int:
    """Characters beyond ASCII that came out right: in other encodings that is rare chance."""
    return sum(1 for char in text if char > "\x7f" and char != "\ufffd")


def _damage(text: str) -> tuple[str, ...]:
    broken = text.count("\ufffd")
    return (f"broken encoding: {broken} places could not be decoded",) if broken else ()


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Western text is zero."""
    sample = raw[:_SAMPLE]
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _guess(raw: bytes) -> tuple[str, tuple[str, ...]]:
    # A dependency brings charset-normalizer today; nothing here may fail the day it does not.
    try:
        from charset_normalizer import from_bytes

        found = from_bytes(raw[:_SAMPLE])
        best = found.best()
        western = next((each for each in found if "cp1252" in (each.encoding, *each.could_be_from_charset)), None)
        # Short texts fit several code pages alike; then the most common one.
        if western and best and western.chaos <= best.chaos and western.coherence >= best.coherence:
            name = "cp1252"
        else:
            name = best.encoding if best else "latin-1"
    except ImportError:
        name = "latin-1"
    try:
        text = raw.decode(name)
    except (LookupError, UnicodeDecodeError):
        name = "latin-1"
        text = raw.decode(name)
    return text, (f"not UTF-8: read as {name}",)


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd = sum(1 for char in sample if (char < " " and char not in "\t\n\r\f\v") or char == "\x7f")
    return odd > 0.02 * len(sample)
