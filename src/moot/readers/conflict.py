"""One disagreement, two readings of one thing with different figures, and when two of them are the same matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from moot.readers import subjects
from moot.readers.names import Names
from moot.readers.readings import Reading
from moot.text import figures
from moot.text.figures import Figure
from moot.text.lazy import lazy_re

_DATED = lazy_re(r" \([^()]*\d{4}\)$")


@dataclass(frozen=True)
class Conflict:
    """Two readings of one thing with different figures."""

    a: Reading
    b: Reading
    strength: float
    """How surely they are of one thing, 0 to 1, rounded."""
    later: bool = False
    """Whether one tells how it is, in its day, and the other how it was later: the first is overtaken."""

    @property
    def subject(self) -> str:
        return subjects.subject(self.a, self.b)

    @property
    def shown(self) -> tuple[str, str]:
        """Both figures as a reader is shown them."""
        return subjects.shown_figure(self.a, self.b), subjects.shown_figure(self.b, self.a)

    @property
    def title(self) -> str:
        """The subject without its figures."""
        return subjects.title(self.a, self.b)


def same(a: Conflict, b: Conflict) -> bool:
    """True when the two are one disagreement: the same two figures, of the same voices, of one name or, without names,
    of one title."""
    if _values(a) != _values(b):
        return False
    if sides([a]) == sides([b]):
        return True
    mine, theirs = a.a.names & a.b.names, b.a.names & b.b.names
    return bool(mine & theirs) if mine and theirs else mine == theirs and a.title == b.title


def sides(found: Iterable[Conflict]) -> frozenset[tuple[str, str]]:
    """Who says which figure: a source and its copies are one."""
    return frozenset((side.source.voice, value(side.figure)) for each in found for side in (each.a, each.b))


def value(figure: Figure) -> str:
    """As a key."""
    return f"{figure.value.normalize()} {figure.unit}"


def _values(conflict: Conflict) -> list[str]:
    return sorted(value(each.figure) for each in (conflict.a, conflict.b))


def akin(a: Conflict, b: Conflict) -> bool:
    """True when the two share their title and a figure: three sides of one matter. A year may be told of one alone."""
    shared = {*_values(a)} & {*_values(b)}
    one, other = (_DATED.search(each.title) for each in (a, b))
    dated = one is not None and other is not None
    plain = {each.title if dated else _DATED.sub("", each.title) for each in (a, b)}
    return bool(shared) and len(plain) == 1 and plain != {""}


def gives_both(conflict: Conflict, quotes: Iterable[str], names: Names) -> bool:
    """True when the quotes, whichever they are, give both figures for a name that both its sides have."""
    common = conflict.a.names & conflict.b.names
    said = [quote for quote in quotes if common & {found.name for found in names.find(quote)}]
    given = [figure for quote in said for figure in figures.find(quote)]
    return all(any(figures.agree(each.figure, one) for one in given) for each in (conflict.a, conflict.b))
