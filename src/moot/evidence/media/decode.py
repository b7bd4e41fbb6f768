"""Bytes of a text file to characters, with a note where the encoding had to be guessed."""

from __future__ import annotations

import codecs
import re

from moot.evidence.media import alphabets
from moot.evidence.media.medium import CannotRead
from moot.text.counted import counted
from moot.text.lazy import lazy_re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64 * 1024
_WESTERN = ("cp1252", "iso8859-15", "mac-roman")
_CODECS = {
    **{f"windows-{number}": f"cp{number}" for number in range(1250, 1259)},
    **{f"cp{number}": f"cp{number}" for number in range(1250, 1259)},
    **{f"iso-8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "iso8859-1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb18030", "gb_2312-80", "hz-gb-2312"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji", "cp932"), "cp932"),
    **dict.fromkeys(("euc-jp", "x-euc-jp"), "euc_jp"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean", "cp949"), "cp949"),
    "iso-2022-jp": "iso2022_jp",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "ibm866": "cp866",
    "macintosh": "mac-roman",
    "utf-8": "utf-8",
    "utf8": "utf-8",
}
"""What a name of a charset stands for on the web (WHATWG, Encoding): `gb2312` is written for all of GB18030."""
_ESCAPED = lazy_re("[\udc80-\udcff]+")
"""Bytes that are no UTF-8."""
_ODD = lazy_re(r"[\0-\x08\x0e-\x1f\x7f]")
"""Characters that no text has, but for tabs and ends of lines and pages."""
_FOREIGN = 0.3
"""Of its letters: no Western text has so many beyond ASCII."""


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
    if b"\x1b$" in raw and declared and _CODECS.get(declared.lower()) == "iso2022_jp":
        text = raw.decode("iso2022_jp", errors="replace")  # which is ASCII to look at
        return text, _damage(text)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if b"\x00" in raw:
        raise CannotRead("it is binary, not text")
    text = named(raw, declared) if declared else None
    if text is not None:
        return text, _damage(text)
    text = raw.decode("utf-8", errors="replace")
    if text.count("\ufffd") <= _whole(text):
        return _mended(raw)
    return _guess(raw)


def _mended(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Text that is UTF-8 for the most part: a single byte that is none is read as Windows-1252, as in a file of which
    parts were written elsewhere; of several together nobody can tell.
    """

    def read(bad: re.Match[str]) -> str:
        single = bytes([ord(bad[0]) - 0xDC00]) if len(bad[0]) == 1 else b""
        return single.decode("cp1252", errors="replace") or "\ufffd"

    escaped, end = codecs.utf_8_decode(raw, "surrogateescape")  # up to where the file is cut inside a character
    text = _ESCAPED.sub(read, escaped)
    mended = len(_ESCAPED.findall(escaped)) - text.count("\ufffd") + escaped.count("\ufffd")
    text += "\ufffd" * (end < len(raw))
    told = (f"not all of it is UTF-8: {counted(mended, 'byte')} read as Windows-1252",) if mended else ()
    return text, (*told, *_damage(text))


def named(raw: bytes, charset: str) -> str | None:
    """The text in the charset of that name, as browsers take names; None where it is unknown, or does not fit."""
    codec = _CODECS.get(charset.strip().lower())
    if codec is None:
        return None
    text = raw.decode(codec, errors="replace")
    if text.count("\ufffd") > len(text) / 500:
        return None
    letters = [char for char in text[:_SAMPLE] if char > "\x7f" or char.isalpha()]
    beyond = sum(1 for char in letters if char > "\x7f")
    return None if codec in _WESTERN and beyond > _FOREIGN * len(letters) else text


def is_certain(raw: bytes) -> bool:
    """Whether the bytes themselves say how they are encoded: by their mark of byte order, or as UTF-8 beyond ASCII."""
    if any(raw.startswith(bom) for bom, _ in _BOMS):
        return True
    try:
        return not raw.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def _whole(text: str) -> int:
    """Characters beyond ASCII that came out right: in other encodings that is rare chance."""
    return sum(1 for char in text if char > "\x7f" and char != "\ufffd")


def _damage(text: str) -> tuple[str, ...]:
    broken = text.count("\ufffd")
    return (f"broken encoding: {broken} places could not be decoded",) if broken else ()


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark: of text with any ASCII in it, markup say, every other byte is often zero."""
    sample = raw[:_SAMPLE]
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.25 * half and even < 0.2 * odd:
        return "utf-16-le"
    if even > 0.25 * half and odd < 0.2 * even:
        return "utf-16-be"
    return None


def _guess(raw: bytes) -> tuple[str, tuple[str, ...]]:
    name = alphabets.fitting(raw)
    if name:
        return raw.decode(name), (f"not UTF-8: read as {name}",)
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
    return len(_ODD.findall(sample)) > 0.02 * len(sample)
