"""Do the words of a claim that stand as cells of a table stand together in one of its rows?

A claim that says several cells ("Okafor", "Linden Hill", "2023") speaks of a row that has them all, each in the column
that it names. Where no row has them, and those that have all but one have something else in its place, the claim gives
that row what belongs to another. Nothing is said against it where a sentence, or another table, has both, nor of a
claim that compares or denies. Where a row has them all, and the claim has no word that is not of it, the table bears
it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from moot.text import figures
from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.given import out_of
from moot.verify.reckoning.given.tables import TOTAL, Cell, Grid
from moot.verify.reckoning.said_of import said_cells
from moot.verify.reckoning.said_of.named_cells import MADE
from moot.verify.reckoning.said_of.said_cells import CODE, Group, Name, Table, Told
from moot.words import Document

_OTHERS = lazy_re(
    r"\b(?:not|no|never|neither|nor|without|except|excluding|unlike|rather|instead|than|before|after|until|till|since|"
    r"ago|(?<!come[\s\xa0])(?<!comes[\s\xa0])(?<!dates[\s\xa0])from|other|others|else|if|unless|like|same|"
    r"similar\w*|compar\w*|against|versus|vs|succe\w+|replac\w*|follow\w*|"
    r"former\w*|previous\w*|next|later|earlier|then|would|could|might|may|only|planned|moved?|moving)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words with which a claim may name what belongs to another."""
_MORE = lazy_re(
    r"\b(?:all|every|each|both|any|most|least|first|last|because|due|so|will|shall|should|must|can|again|also|too|still|"
    r"already|always|often|to)\b|\b\w{3,}est\b",
    re.IGNORECASE,
)
"""Words with which a claim says more than that cells stand in a row."""
_BINDS = frozenset(stems("belong come stand use run show give make get take go call name list table"))
"""Words of a claim that only bind what a row has to what it is of."""
_OF_ROWS = lazy_re(r"[\s\xa0]of[\s\xa0](?:all[\s\xa0])?(?:the[\s\xa0])?([\w-]+)", re.IGNORECASE)
"""After a fraction."""
_STRAY = 2
"""Words of a claim that neither row, heads nor heading have, with which it surely speaks of the row."""


@dataclass(frozen=True)
class Judged:
    """What the tables say of a claim."""

    holds: bool
    reason: str
    cell: Cell
    """Where the table has what the claim says."""
    plain: bool = True
    """Whether the claim says little else."""


def judged(claim: str, grids: Sequence[Grid], documents: Sequence[Document]) -> Judged | None:
    """Whether a table bears the claim out, or else says otherwise; None where none tells."""
    if _OTHERS.search(claim):
        return None
    wrong: list[Judged] = []
    for grid in grids:
        table = said_cells.table(grid)
        told = said_cells.told(claim, table)
        if len(told.groups) + bool(told.figure) < 2:
            tallied = _mistallied(claim, table, told)
            wrong += [tallied] if tallied else []
            continue
        rows = [row for row in range(len(table.rows)) if all(group.fits(table, row) for group in told.groups)]
        if rows:
            return _miscounted(claim, table, told, rows) or _borne(claim, table, told, rows)
        found = _misfit(table, told, [line for each in documents for line in _lines(each.text, grid)])
        if found is None:
            return None
        wrong.append(found)
    return wrong[0] if wrong else None


def _borne(claim: str, table: Table, told: Told, rows: Sequence[int]) -> Judged | None:
    """Where the claim says nothing beside: every word is of the row or of the heads of what it says, every cell of it
    stands in such a row, and no head is named whose cell is not said.
    """
    cells = [[group.cell(table, row, said) for row in rows] for group in told.groups for said in group.said]
    columns = {cell.column for each in cells for cell in each if cell}
    heads = stems(f"{table.heading} {' '.join(table.heads[column] for column in columns)}")
    known = {*heads, *map(said_cells.done, heads), *_BINDS}
    if _MORE.search(claim) or not all(map(any, cells)) or not told.heads <= columns or not known.issuperset(told.left):
        return None
    row = [cell.text for _, cell in sorted(table.rows[rows[0]].items()) if cell.column in columns]
    return Judged(True, f"a row of the table has {_listed(row)}", next(cell for cell in cells[0] if cell))


def _mistallied(claim: str, table: Table, told: Told) -> Judged | None:
    """So many of all rows that the claim says have a cell, where others have it: "three of the five", "half of the"."""
    things = [n for n, row in enumerate(table.rows) if not TOTAL.search(" ".join(cell.text for cell in row.values()))]
    share = _share(claim, table, len(things))
    if share is None or len(told.groups) != 1 or len(told.groups[0].said) != 1:
        return None
    (group,) = told.groups
    cells = [cell for row in things if (cell := group.cell(table, row, group.said[0]))]
    numbers = stems(" ".join(each.raw for each in figures.find(claim)))
    if not cells or len(cells) == share * len(things) or _strays(table, told, cells, numbers) > _STRAY:
        return None
    head = table.heads[cells[0].column]
    reason = f"the table has “{cells[0].text}” in {len(cells)} of {len(things)} rows ({head}), not in so many"
    return Judged(False, reason, cells[0])


def _share(claim: str, table: Table, rows: int) -> Fraction | None:
    """The exact share of the rows that a claim speaks of; None where it speaks of none, or of others."""
    pairs = list(out_of.pairs(claim))
    counted = [each for each in figures.find(claim) if each.counts]
    if len(pairs) == 1 and len(counted) == 2 and not any(each.approx for each in counted):
        part, whole = pairs[0]
        return Fraction(part.value) / rows if whole.value == rows else None
    if len(counted) != 1 or not counted[0].is_fraction or counted[0].approx:
        return None
    of = _OF_ROWS.match(claim, counted[0].end)
    return _ratio(counted[0]) if of and stems(of[1]) == stems(table.heads[0]) else None


def _ratio(figure: Figure) -> Fraction:
    """A third, which no decimal is."""
    return Fraction(figure.value).limit_denominator(12)


def _strays(table: Table, told: Told, cells: Iterable[Cell], known: Iterable[str] = ()) -> int:
    """How many words of the claim are not known, and neither these cells, nor heads nor heading have them."""
    heads = stems(f"{table.heading} {' '.join(table.heads)}")
    known = {*known, *_BINDS, *heads, *map(said_cells.done, heads), *stems(" ".join(each.text for each in cells))}
    return sum(word not in known for word in told.left)


def _miscounted(claim: str, table: Table, told: Told, rows: Sequence[int]) -> Judged | None:
    """The figure that the claim gives of the one row, where another stands in the column that it names."""
    if told.figure is None or len(rows) != 1 or MADE.search(claim) or told.figure.fits(table, rows[0]):
        return None
    there = _instead(table, told.figure, rows[0])
    found = _wrong(table, told, told.figure, rows[0], [there]) if there else None
    return found if found and found.plain else None


def _misfit(table: Table, told: Told, lines: Sequence[str]) -> Judged | None:
    """The group that no row of the others has, the rightmost first: what rows are named by stands on the left."""
    rows = range(len(table.rows))
    for group in sorted(told.groups, key=lambda group: -min(group.columns)):
        others = [each for each in told.groups if each is not group]
        named = [row for row in rows if all(each.fits(table, row) for each in others)]
        used = all(any(each.cell(table, row, said) for row in named) for each in others for said in each.said)
        instead = [_instead(table, group, row) for row in named]
        around = [said.name for each in others for said in each.said]
        if used and named and all(instead) and not any(_beside(said.name, around, lines) for said in group.said):
            return _wrong(table, told, group, named[0], [each for each in instead if each])
    return None


def _instead(table: Table, group: Group, row: int) -> Cell | None:
    """What a row has in the first column of a group in which it has something."""
    cells = (table.rows[row].get(column) for column in sorted(group.columns))
    return next((cell for cell in cells if cell and cell.text), None)


def _beside(name: Name, around: Sequence[Name], lines: Sequence[str]) -> bool:
    """Whether a line has this and what names the row."""
    for line in lines:
        if name[0][:3] in line.lower():
            words = set(stems(line))
            if words.issuperset(name) and any(words.issuperset(other) for other in around):
                return True
    return False


def _lines(text: str, grid: Grid) -> list[str]:
    """The lines of a document but those of the table."""
    first, last = grid.rows[0][0], grid.rows[-1][-1]
    own = text[first.span.start : first.span.end] == first.text
    return (f"{text[: first.span.start]}\n{text[last.span.end :]}" if own else text).splitlines()


def _wrong(table: Table, told: Told, group: Group, row: int, instead: Sequence[Cell]) -> Judged:
    said = group.said[0]
    here = next((column for at, column in sorted(said.spots) if at == row), None)
    spot = min((each for each in said.spots if each[1] in group.columns), default=min(said.spots))
    cell = table.rows[row][here] if here is not None else table.rows[spot[0]][spot[1]]
    own = _listed([_name(table, each, row) for each in told.groups if each is not group])
    there, head = _listed([each.text for each in instead]), table.heads[instead[0].column] or "the same column"
    if here is None:
        reason = f"“{cell.text}” belongs to another row: with {own} the table has {there} ({head})"
    else:
        reason = f"“{cell.text}” belongs to another column: with {own} it is “{table.heads[here]}”, “{head}” is {there}"
    return Judged(False, reason, cell, plain=_strays(table, told, table.rows[row].values()) <= _STRAY)


def _name(table: Table, group: Group, row: int) -> str:
    """The cell of a row by which the claim names it, a number with its head."""
    cell = next(cell for said in group.said if (cell := group.cell(table, row, said)))
    return f"{table.heads[cell.column]} {cell.text}" if CODE.fullmatch(cell.text) else cell.text


def _listed(texts: Sequence[str]) -> str:
    return " and ".join(f"“{text}”" for text in dict.fromkeys(texts))
