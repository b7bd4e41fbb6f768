"""Whether a text gives a value: figures are compared as figures with their units, all else by its words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.normal import normal
from moot.text.terms import stem, words

TOLERANCE = 200
"""A figure that was rounded is within one part in so many."""
TELLING = 100
"""A count from here on is told by its number, whatever the word for what is counted; a smaller one is not."""
BESIDE_NUMBER = 40
"""Characters after a number in which the thing counted is named: "12 full-time members"."""


def gives(text: str, value: str) -> bool:
    """True when the text holds the value: the figure, or a rounding of it by half a percent at most; else the words."""
    wanted = figure_of(value)
    if wanted is None:
        return holds(text, value)
    return any(_is(each, wanted, text) for found in figures.find(text) for each in _ends(found, text))


def holds(text: str, said: str) -> bool:
    """True when the words stand in the text as whole words; case and accents do not count."""
    return re.search(rf"(?<!\w){re.escape(_plain(said))}(?!\w)", _plain(text)) is not None


@lru_cache(maxsize=4096)
def figure_of(value: str) -> Figure | None:
    """The one figure that the value is, with its unit or the word for what it counts; None for a name."""
    found = figures.find(value)
    if len(found) != 1 or found[0].kind is FigureKind.NAME:
        return None
    rest = value[: found[0].start] + value[found[0].end :]
    return found[0] if len(rest.split()) <= 3 and not re.search(r"\d", rest) else None


def alike(text: str, value: str) -> list[Figure]:
    """The figures of the text that could be taken for the value: the same measure, or none said, and another number."""
    wanted = figure_of(value)
    if wanted is None:
        return []
    return [each for each in figures.find(text) if _measures(each, wanted, text) and not _is(each, wanted, text)]


def _measures(found: Figure, wanted: Figure, text: str) -> bool:
    if _bare(found) and found.kind is FigureKind.QUANTITY:
        return wanted.kind is not FigureKind.DATE
    if found.kind is not wanted.kind or found.unit != wanted.unit:
        return False
    return bool(wanted.unit) or (bool(wanted.noun) and _counts(found, wanted, text))


def _is(found: Figure, wanted: Figure, text: str) -> bool:
    if FigureKind.DATE in (found.kind, wanted.kind):
        return figures.agree(found, wanted) and figures.agree(wanted, found)
    if figures.agree(found, wanted):
        value, exact = abs(found.value), abs(wanted.value)
    elif (_bare(found) or _bare(wanted)) and figures.same_number(found, wanted):
        value, exact = abs(found.written), abs(wanted.written)
    else:
        return False
    if found.unit == "" and wanted.noun and not (wanted.value >= TELLING or _counts(found, wanted, text)):
        return False
    return found.high == wanted.high and abs(value - exact) * TOLERANCE <= exact


def _ends(found: Figure, text: str) -> tuple[Figure, ...]:
    """Both ends of "raised from twelve to twenty", which is no range."""
    changed = found.high is not None and text[: found.start].rstrip().lower().endswith("from")
    return found.ends if changed else (found,)


def _bare(figure: Figure) -> bool:
    """A number alone, as in a cell under its measure."""
    return not figure.unit and not figure.noun


def _counts(found: Figure, wanted: Figure, text: str) -> bool:
    """True when the thing counted is named after the number, or nothing is."""
    if not found.noun:
        return True
    after = text[found.end : found.end + BESIDE_NUMBER]
    return any(word.startswith(wanted.noun) or stem(word) == stem(wanted.noun) for word in words(after))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", normal(text).casefold())
    return " ".join("".join(char for char in apart if not unicodedata.combining(char)).split())
