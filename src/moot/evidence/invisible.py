"""What runs of invisible characters spell: letters in tags, bytes in variation selectors, bits in zero-width ones.

A person sees nothing there, and whoever decodes a report would have the words back: they leave the text, and are told
in letters.
"""

from __future__ import annotations

from moot.text.lazy import lazy_re
from moot.words import Hidden

TAGS = "text in invisible tag characters"
SELECTORS = "text in invisible variation selectors"
ZERO_WIDTH = "text in zero-width characters"
CHARACTERS = "\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\u180e"
"""Of no width."""
OF_SELECTORS = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]{4,}"
"""A run of them: one alone says how the sign before it is drawn."""
_BITS = 24
"""From which a run of them may spell something: three letters."""


_RUNS = ((SELECTORS, lazy_re(OF_SELECTORS)), (ZERO_WIDTH, lazy_re(f"[{CHARACTERS}]{{{_BITS},}}")))


def taken_out(text: str) -> tuple[str, tuple[Hidden, ...]]:
    """The text without them, and what they spell."""
    found: list[Hidden] = []

    def take(how: str, run: str) -> str:
        said = spelled(run)
        if how == ZERO_WIDTH and not said:
            return run
        found.append(Hidden(how=how, text=said or _counted(run)))
        return ""

    for how, form in _RUNS if not text.isascii() else ():
        text = form.sub(lambda match, how=how: take(how, match[0]), text)
    return text, tuple(found)


def spelled(run: str) -> str:
    """What a run spells, in letters; empty where that is nothing."""
    if run[0] in CHARACTERS:
        return _bits(run)
    if "\U000e0000" <= run[0] <= "\U000e007f":
        return "".join(chr(ord(char) - 0xE0000) for char in run if 0xE0020 <= ord(char) <= 0xE007E)
    numbers = [ord(char) - 0xFE00 if char <= "\ufe0f" else ord(char) - 0xE0100 + 16 for char in run]
    return _words(bytes(numbers)) or _words(bytes(max(number - 16, 0) for number in numbers))


def told(run: str) -> str:
    """What a run spells, or how long it is."""
    return spelled(run) or _counted(run)


def _counted(run: str) -> str:
    return f"{len(run)} invisible characters"


def _bits(run: str) -> str:
    """Of two characters one is 0 and the other 1; a third may part the letters."""
    signs = sorted(set(run), key=run.count, reverse=True)
    if len(run) < _BITS or not 2 <= len(signs) <= 3:
        return ""
    parts = run.split(signs[2]) if len(signs) == 3 else [run]
    for zero, one in ((signs[0], signs[1]), (signs[1], signs[0])):
        digits = ["".join("1" if char == one else "0" for char in part if char in (zero, one)) for part in parts]
        for size in (8, 7, 16):
            pieces = digits if len(signs) == 3 else [digits[0][at : at + size] for at in range(0, len(run), size)]
            numbers = [int(piece, 2) for piece in pieces if piece and len(piece) <= 16]
            words = _words(bytes(numbers)) if numbers and max(numbers) < 256 else ""
            if words:
                return words
    return ""


def _words(raw: bytes) -> str:
    """Bytes as text, if they are one: letters and spaces, nearly all."""
    try:
        text = raw.decode("utf-8").strip("\x00")
    except UnicodeDecodeError:
        return ""
    plain = sum(1 for char in text if char.isalnum() or char in " .,;:!?'\"-\n/()")
    return text if plain > 0.9 * len(text) else ""
