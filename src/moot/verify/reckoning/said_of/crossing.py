"""The cells of a claimed table against the table that it cites: does each stand where its row and column cross there?

What the cell is `about` names a row and a column; so do the labels and heads of the cited table, or the other way round
where one of the two tables is turned. A label answers to a name of the same words, leaving aside units and what title
and heading say of the whole table; else to one that has all of its words, or some of them and no others. Where several
answer, each may be meant; where none does, the cell is told in other words, and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree, same_number
from moot.text.heads import plain
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stem, words
from moot.text.units import tail
from moot.verify.reckoning.given import context
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.tables import Cell, Grid
from moot.words import Claim, ClaimKind, Place

_BETWEEN = " · "
_GLUED = lazy_re(r"(?<=[^\W\d_])(?=\d)")
_SMALL = lexicon("a an the of in on at for to by per and or with")
_MADE = lazy_re(
    r"\b(?:differ\w*|chang\w*|gap|margin|lead|ratio|averag\w*|mean|median|totals?|sum|share|rank\w*|rise|fall|growth|"
    r"increas\w*|decreas\w*|more|less|fewer|than|vs|versus|against|compar\w*|best|worst|others?|all|highest|lowest|both|per)\b|[Δ±+−]",
    re.IGNORECASE,
)
"""Words of a row or column for which its table need not have one of its own."""
_OTHERWISE = lazy_re(r"\b(?:after|without|before|excluding|including|adjusted|net|gross|first|last)\b", re.IGNORECASE)
"""Words with which a column is another than that of the rest of its name."""
_YEAR = lazy_re(r"(?:1[5-9]|20)\d\d")
_HALF = 0.5
"""Share of the words of a name that a label must have where the name has others too."""


@dataclass(frozen=True)
class Stray:
    """`proven`: what puts it elsewhere answers in the same words, and alone; else it is only likely."""

    reason: str
    proven: bool
    place: Place


@dataclass(frozen=True)
class _Answer:
    """The rows, or columns, that answer to a name; none where it is told in other words."""

    name: str
    lines: frozenset[int] = frozenset()
    exact: bool = False

    def allows(self, line: int, *, surely: bool) -> bool:
        return not self.lines or line in self.lines or (surely and not self.exact)


@dataclass(frozen=True)
class _Way:
    row: _Answer
    column: _Answer

    @property
    def weight(self) -> tuple[int, int]:
        """How many of the two answer, and how many in the same words."""
        both = (self.row, self.column)
        return sum(bool(each.lines) for each in both), sum(each.exact for each in both)

    @property
    def made(self) -> bool:
        return any(not each.lines and _MADE.search(each.name) for each in (self.row, self.column))

    def allows(self, cell: Cell, *, surely: bool = False) -> bool:
        return self.row.allows(cell.row, surely=surely) and self.column.allows(cell.column, surely=surely)


def stray(claim: Claim, evidence: Sequence[Held]) -> Stray | None:
    """Where what the claim's cell says stands in the tables that it cites, if in none of them where it should.

    Of a whole row the first such cell, one that is proven before one that is likely.
    """
    if claim.kind is ClaimKind.COMPUTED:
        return None
    cells = [(f"{each.row}{_BETWEEN}{each.column}", each.text) for each in claim.cells] or [(claim.about, claim.text)]
    found = [cell for about, text in cells if _BETWEEN in about and (cell := _stray(about, text, evidence))]
    return max(found, key=lambda each: each.proven, default=None)


def _stray(about: str, text: str, evidence: Sequence[Held]) -> Stray | None:
    said = [each for each in figures.find(text) if each.kind is not FigureKind.ORDINAL]
    if any(each.grid is None and any(agree(figure, each.figure) for figure in said) for each in evidence):
        return None  # It stands in prose.
    grids: dict[Grid, list[Held]] = {}
    for each in evidence:
        if each.grid is not None:
            grids.setdefault(each.grid, []).append(each)
    found = [_astray(about, text, said, grid, there) for grid, there in grids.items()]
    return found[0] if found and all(found) else None


def _astray(about: str, text: str, said: Sequence[Figure], grid: Grid, held: Sequence[Held]) -> Stray | None:
    """None too where the table does not have what the cell says, or does not answer."""
    standing = _standing(about, text, said, grid, held)
    ways = _ways(about, grid, held[0].document.source.title)
    if not standing or any(way.allows(cell) for way in ways for cell in standing):
        return None
    if len(ways) != 1 or ways[0].made:
        return None
    way, cell = ways[0], standing[0]
    of_row = not way.row.allows(cell.row, surely=False)
    wanted = way.row if of_row else way.column
    own = grid.label(cell.row) if of_row else grid.heads[cell.column]
    if not wanted.name.strip():
        return None  # Whether it stands in a row or column without a name nobody can tell.
    crossed = next((each for row in grid.rows for each in row if way.allows(each) and _meant(each, cell, way)), None)
    has = f", “{wanted.name}” has {crossed.text}" if crossed and crossed.text else f", not of “{wanted.name}”"
    line = "row" if of_row else "column"
    whose = f"“{own}”" if own.strip() else f"a {line} without a name"
    reason = f"figure belongs to another {line}: {' '.join(text.split())} is that of {whose}{has}"
    proven = not any(way.allows(each, surely=True) for each in standing)
    source, passage = held[0].document.source.id, held[0].passage
    return Stray(reason, proven, Place(source=source, passage=passage, start=cell.span.start, end=cell.span.end))


def _meant(crossed: Cell, cell: Cell, way: _Way) -> bool:
    """Whether a cell is the one that the claim names: where row or column did not answer, that of the other cell."""
    return (bool(way.row.lines) or crossed.row == cell.row) and (
        bool(way.column.lines) or crossed.column == cell.column
    )


def _standing(about: str, text: str, said: Sequence[Figure], grid: Grid, held: Sequence[Held]) -> list[Cell]:
    """The cells that say what the claim's cell says, in their order: one of its figures, or its words."""
    given = [*said, *(each.measured_as(known) for each in said if not each.unit and (known := _unit(about)))]
    found = {each.cell for each in held if each.cell and any(_same(figure, each.figure) for figure in given)}
    own = _tokens(text)
    if all(each.kind is FigureKind.NAME for each in said):
        found |= {cell for cell in grid.cells if cell.column not in grid.keys and own and own <= _tokens(cell.text)}
    return sorted(found, key=lambda cell: (cell.row, cell.column))


def _same(figure: Figure, there: Figure) -> bool:
    return agree(figure, there) or same_number(figure, there) or (figure.high, figure.raw) == (there.high, there.raw)


def _unit(about: str) -> Figure | None:
    return next((known for part in about.split(_BETWEEN)[::-1] if (known := context.measure(part))), None)


# --- which row, which column -----------------------------------------------------------------------------------------


@lru_cache(maxsize=512)
def _ways(about: str, grid: Grid, title: str) -> list[_Way]:
    """The ways to read the name of a cell that answer best; none where nothing answers."""
    whole = _tokens(f"{title} {grid.heading} {' '.join(grid.heads[key] for key in grid.keys)}")
    rows = [(row, grid.label(row)) for row in range(len(grid.rows))]
    columns = [(column, head) for column, head in enumerate(grid.heads) if column not in grid.keys]
    parts = about.split(_BETWEEN)
    found: list[_Way] = []
    for at in range(1, len(parts)):
        first, second = _BETWEEN.join(parts[:at]), _BETWEEN.join(parts[at:])
        for one, other in ((first, second), (second, first)):
            found.append(_Way(_answer(one, rows, whole), _answer(other, columns, whole)))
    best = max(way.weight for way in found)
    return [way for way in dict.fromkeys(found) if way.weight == best] if best[0] else []


def _answer(name: str, labels: Sequence[tuple[int, str]], whole: frozenset[str]) -> _Answer:
    """`whole`: words that are said of the whole table."""
    for said, read in ((_tokens(name), _tokens), (_measured(name), _measured)):
        same = frozenset(line for line, label in labels if said and read(label) == said)
        if same:
            return _Answer(name, same, exact=True)
    said = _measured(name)
    near: dict[int, frozenset[str]] = {}
    for line, label in labels:
        if (mine := _measured(label)) and _near(said, mine, whole):
            near[line] = mine
    lines = [line for line, mine in near.items() if said <= mine or not any(mine < each for each in near.values())]
    return _Answer(
        name, frozenset(lines), exact=bool(lines) and all(said - whole == near[line] - whole for line in lines)
    )


def _near(said: frozenset[str], mine: frozenset[str], whole: frozenset[str]) -> bool:
    if said <= mine:
        return True
    more = said - mine - whole
    dated = all(_YEAR.fullmatch(word) for word in mine)
    alike = len(mine) >= _HALF * (len(mine) + len(more)) and not _OTHERWISE.search(" ".join(more))
    return mine < said and (dated or alike) and not _MADE.search(" ".join(more))


@lru_cache(maxsize=4096)
def _tokens(name: str) -> frozenset[str]:
    told = words(_GLUED.sub(" ", plain(name.strip())))
    return frozenset(stem(word) for word in told if word not in _SMALL) or frozenset(told)


@lru_cache(maxsize=4096)
def _measured(name: str) -> frozenset[str]:
    """The words of a name without its units, unless it has no others."""
    told = words(_GLUED.sub(" ", plain(name.strip())))
    bare = [word for word in told if word not in _SMALL and not _is_unit(word)]
    return frozenset(map(stem, bare)) or _tokens(name)


def _is_unit(word: str) -> bool:
    for written in (word, word.upper()):
        after = tail(f"1 {written}", 1, money=False)
        if after.unit or after.currency or after.scale != 1:
            return True
    return False
