"""Which numbers of a claim are quantities, that evidence must show, and which are part of a name."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from moot.evidence.library import Library
from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.quotes import Locator
from moot.verify.reckoning.given.joint import joined

_COUNTED = (FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.MONEY, FigureKind.MULTIPLE, FigureKind.DATE)


class Names:
    """Whether the sources use a number as part of a name; case and hyphens aside."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, bool] = {}

    @cached_property
    def _locators(self) -> list[Locator]:
        documents = self._library.documents
        return [Locator(_loosely(f"{document.source.title}\n{document.text}")) for document in documents]

    def known(self, words: str) -> bool:
        if words not in self._known:
            self._known[words] = any(locator.holds(_loosely(words)) for locator in self._locators)
        return self._known[words]


def _loosely(words: str) -> str:
    return words.lower().replace("-", " ")


def quantities(text: str, names: Names) -> list[Figure]:
    """The figures that evidence must show: not ordinals, not numbers within a name that the sources know.

    A number after a name that counts what follows ("at Upton 58 cases") is no part of the name. "Two hours and ten
    minutes" are one.
    """
    return [
        counting(figure)
        for figure in joined(text, figures.find(text))
        if figure.kind in _COUNTED or (figure.kind is FigureKind.NAME and _may_be_quantity(text, figure, names))
    ]


def counting(figure: Figure) -> Figure:
    """The number of a name that counts what follows, as a quantity."""
    counts = figure.kind is FigureKind.NAME and figure.noun
    return replace(figure, kind=FigureKind.QUANTITY) if counts else figure


def _may_be_quantity(text: str, figure: Figure, names: Names) -> bool:
    """True for "Acme 50" that no source says, and for a version that none has; never for "GPT-4" or "COVID-19"."""
    before = text[: figure.start]
    glued = bool(before) and not before[-1].isspace()
    if figure.raw.count(".") > 1:
        return not (names.known(figure.raw) or names.known(f"v{figure.raw}"))
    if glued or not figure.raw.replace(".", "", 1).isdigit():
        return False  # A name is a signal, no gate.
    word = before.split()[-1] if before.split() else ""
    return not names.known(f"{word} {figure.raw}")
