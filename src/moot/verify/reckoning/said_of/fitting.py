"""Do the words of a claim that stand as cells of a table stand together in one of its rows?

A claim that says several cells ("Okafor", "Linden Hill", "2023") speaks of a row that has them all, each in the column
that it names where several columns have such words ("won", not "second"). Where no row has them and those that have all
but one have something else in its place, the claim gives that row what belongs to another. Nothing is said where a
sentence, or another row, has both, nor of a claim that compares or denies. Of a table that is turned, whose columns are
things and whose rows say what they have, the columns are read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from moot.text import figures
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stem, stems
from moot.verify.reckoning.given.tables import Cell, Grid
from moot.words import Document

_Name = tuple[str, ...]
"""Stems, in order."""
_Spot = tuple[int, int]
"""Row and column."""

_YEAR = lazy_re(r"(?:1[5-9]|20)\d\d")
_PARTS = lazy_re(r"\s[-–—/→]\s|[;,()]")
_PERSON = lazy_re(r"[A-Z][\w’'-]+(?: [A-Z]\.)? (?P<last>[A-Z][\w’'-]+)")
_CODE = lazy_re(r"[A-Z]|\d{1,3}")
"""A cell that only the head of its column beside it names: "hall B", "stage 3"."""
_NOTHING = lexicon("no not non none yes unknown without never")
"""A cell with one of these is no name of anything."""
_LONGEST = 6
"""Stems of a cell that is a name and no sentence."""
_OTHERS = lazy_re(
    r"\b(?:not|no|never|neither|nor|without|except|excluding|unlike|rather|instead|than|before|after|until|till|since|"
    r"ago|from|other|others|else|if|unless|like|same|similar\w*|compar\w*|against|versus|vs|succe\w+|replac\w*|follow\w*|"
    r"former\w*|previous\w*|next|later|earlier|then|would|could|might|may|only|planned|moved?|moving)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words with which a claim may name what belongs to another."""
_STRAY = 2
"""Words of a claim that neither row, heads nor heading have, with which it surely speaks of the row."""


@dataclass(frozen=True)
class Unfit:
    reason: str
    cell: Cell
    """Where the table has it."""
    plain: bool
    """Whether the claim says little else."""


@dataclass(frozen=True)
class _Said:
    """A cell, or a part of it, that the claim says."""

    name: _Name
    spots: frozenset[_Spot]
    """Where it stands."""


def unfit(claim: str, grids: Sequence[Grid], documents: Sequence[Document]) -> Unfit | None:
    """What the claim says of a row that belongs to another; None where a table has it so, or none tells."""
    if not grids or _OTHERS.search(claim):
        return None
    found: list[Unfit] = []
    for grid in grids:
        table = _table(grid)
        groups = _groups(claim, table)
        if len(groups) < 2:
            continue
        told = _misfit(claim, table, groups, documents)
        if told is None:
            return None
        found.append(told)
    return found[0] if found else None


# --- the table -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _Table:
    """A table with one thing a row."""

    heads: tuple[str, ...]
    rows: tuple[Mapping[int, Cell], ...]
    heading: str
    span: tuple[int, int]

    def column(self, column: int) -> list[Cell]:
        return [row[column] for row in self.rows if column in row and row[column].text]


@lru_cache(maxsize=256)
def _table(grid: Grid) -> _Table:
    first, last = grid.rows[0][0].span.start, grid.rows[-1][-1].span.end
    rows = tuple({cell.column: cell for cell in row} for row in grid.rows)
    plain = _Table(grid.heads, rows, grid.heading, (first, last))
    if not _turned(plain):
        return plain
    heads = (grid.heads[0], *(row[0].text if 0 in row else "" for row in rows))
    things = range(1, len(grid.heads))
    named = {column: Cell(grid.heads[column], rows[0][0].span, column, 0) for column in things}
    turned = tuple(
        {0: named[column], **{n + 1: row[column] for n, row in enumerate(rows) if column in row}} for column in things
    )
    return _Table(heads, turned, grid.heading, (first, last))


def _turned(table: _Table) -> bool:
    """Whether rows are alike in themselves, all figures or all words, and columns are not."""
    rows = [{_counts(cell.text) for column, cell in row.items() if column and cell.text} for row in table.rows]
    columns = [{_counts(cell.text) for cell in table.column(column)} for column in range(1, len(table.heads))]
    return len(columns) > 1 and all(len(kinds) < 2 for kinds in rows) and all(len(kinds) > 1 for kinds in columns)


def _counts(text: str) -> bool:
    """True for a cell that begins with a figure."""
    return bool(re.match(r"[\W_]*\d", text)) and bool(figures.find(text))


@lru_cache(maxsize=256)
def _names(table: _Table) -> dict[_Name, frozenset[_Spot]]:
    """What cells are called by, each with where it stands: the whole, its parts, of a person the last name."""
    found: defaultdict[_Name, set[_Spot]] = defaultdict(set)
    lasts: defaultdict[_Name, set[_Spot]] = defaultdict(set)
    for column in range(len(table.heads)):
        for row, cell in _worded(table, column):
            parts = _PARTS.split(cell.text)
            for part in (cell.text, *(parts if len(parts) > 1 else ())):
                name = tuple(stems(part))
                if name and len(name) <= _LONGEST:
                    found[name].add((row, column))
            person = _PERSON.fullmatch(cell.text)
            if person:
                lasts[tuple(stems(person["last"]))].add((row, column))
    single = {word for name in found for word in name if len(name) == 1}
    found.update({name: spots for name, spots in lasts.items() if name and name[0] not in single})
    heads = {tuple(stems(head)) for head in table.heads}
    return {name: frozenset(spots) for name, spots in found.items() if name not in heads}


def _worded(table: _Table, column: int) -> Iterator[tuple[int, Cell]]:
    """The cells of a column that are words, or years where all are."""
    cells = {row: each[column] for row, each in enumerate(table.rows) if column in each and each[column].text}
    if all(_YEAR.fullmatch(cell.text) for cell in cells.values()):
        dated = any(_YEAR.search(head) for head in table.heads)
        yield from () if dated else cells.items()
        return
    for row, cell in cells.items():
        if not _counts(cell.text) and len(cell.text) > 1 and not _NOTHING & set(cell.text.lower().split()):
            yield row, cell


@lru_cache(maxsize=256)
def _alike(table: _Table) -> dict[int, frozenset[int]]:
    """Each column with those that are of the same kind: some cell stands in both."""
    alike = {column: {column} for column in range(len(table.heads))}
    for spots in _names(table).values():
        columns = {column for _, column in spots}
        for column in columns:
            alike[column] |= columns
    return {column: frozenset(others) for column, others in alike.items()}


# --- the claim -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Group:
    """What a claim says of columns of one kind."""

    said: tuple[_Said, ...]
    columns: frozenset[int]
    """Those in which it should stand."""

    def fits(self, table: _Table, row: int) -> bool:
        return any(self.has(table, row, each) for each in self.said)

    def has(self, table: _Table, row: int, said: _Said) -> bool:
        cells = (table.rows[row].get(column) for column in self.columns)
        return any((row, column) in said.spots for column in self.columns) or any(
            cell and set(said.name) <= set(stems(cell.text)) for cell in cells
        )

    def named(self, table: _Table, row: int) -> str:
        """The cell of a row by which the claim names it, a number with its head."""
        said = next(each for each in self.said if self.has(table, row, each))
        spots = (spot for spot in sorted(said.spots) if spot[0] == row and spot[1] in self.columns)
        column = next((column for _, column in spots), min(self.columns))
        text = table.rows[row][column].text
        return f"{table.heads[column]} {text}" if _CODE.fullmatch(text) else text

    def told(self, table: _Table, row: int) -> tuple[int, str]:
        """The first of the columns in which the row has something, and what."""
        cells = ((column, table.rows[row].get(column)) for column in sorted(self.columns))
        return next(((column, cell.text) for column, cell in cells if cell and cell.text), (-1, ""))


def _groups(claim: str, table: _Table) -> list[_Group]:
    found, left = _said(claim, table)
    heads = {column for column, head in enumerate(table.heads) if _is_named(head, left)}
    alike = _alike(table)
    groups: list[tuple[set[int], list[_Said]]] = []
    for each in found:
        columns = set[int]().union(*(alike[column] for _, column in each.spots))
        joined = [group for group in groups if group[0] & columns]
        groups = [group for group in groups if not group[0] & columns]
        groups.append(
            (columns.union(*(group[0] for group in joined)), [*(one for group in joined for one in group[1]), each])
        )
    return [_Group(tuple(said), frozenset(columns & heads or columns)) for columns, said in groups]


def _said(claim: str, table: _Table) -> tuple[list[_Said], list[str]]:
    """The cells that the claim says, the longest first, and its other stems."""
    told: list[str | None] = list(stems(claim))
    found: list[_Said] = []
    for name, spots in sorted(_names(table).items(), key=lambda each: -len(each[0])):
        places = _places(name, told)
        if places:
            found.append(_Said(name, spots))
            for at in places:
                told[at] = None
    found += _coded(claim, table)
    return found, [word for word in told if word is not None]


def _places(name: _Name, told: Sequence[str | None]) -> list[int]:
    """Where the words of a name stand: in a row, else, of two and more, in any order; none where one is missing."""
    for at in range(len(told) - len(name) + 1):
        if tuple(told[at : at + len(name)]) == name:
            return list(range(at, at + len(name)))
    if len(set(name)) > 1 and set(name) <= set(told):
        return [told.index(word) for word in dict.fromkeys(name)]
    return []


def _coded(claim: str, table: _Table) -> Iterator[_Said]:
    """Numbers and letters behind the head of their column: "stage 3", "hall B"."""
    for column, head in enumerate(table.heads):
        last = head.split()[-1:] or [""]
        cells = [(row, cell.text) for row, cell in _indexed(table, column) if _CODE.fullmatch(cell.text)]
        if not cells or not last[0].isalpha():
            continue
        named = re.compile(
            rf"\b{re.escape(last[0])}[\s\xa0](?:no\.?[\s\xa0])?(?P<code>[A-Z]|\d{{1,3}})(?![\w.,]\w)", re.I
        )
        for match in named.finditer(claim):
            spots = frozenset((row, column) for row, text in cells if text == match["code"])
            if spots:
                yield _Said((match["code"].lower(),), spots)


def _indexed(table: _Table, column: int) -> Iterator[tuple[int, Cell]]:
    return ((row, each[column]) for row, each in enumerate(table.rows) if column in each)


def _is_named(head: str, said: Iterable[str]) -> bool:
    """Whether all words of a head are said, a doer also by what is done: the winner of who won."""
    words = stems(head)
    known = set(said)
    return bool(words) and all(known & {word, _done(word)} for word in words)


def _done(doer: str) -> str:
    """The verb of somebody who does it: "lend" of "lender", "win" of "winner"; else the word."""
    if len(doer) < 5 or not doer.endswith(("er", "or")):
        return doer
    verb = doer[:-2]
    return stem(verb[:-1] if verb[-1] == verb[-2] and verb[-1] not in "ls" else verb)


# --- whether they fit ------------------------------------------------------------------------------------------------


def _misfit(claim: str, table: _Table, groups: Sequence[_Group], documents: Sequence[Document]) -> Unfit | None:
    """The group that no row of the others has, the rightmost first: what rows are named by stands on the left."""
    rows = range(len(table.rows))
    if any(all(group.fits(table, row) for group in groups) for row in rows):
        return None
    for group in sorted(groups, key=lambda group: -min(group.columns)):
        others = [each for each in groups if each is not group]
        named = [row for row in rows if all(each.fits(table, row) for each in others)]
        whole = all(any(each.has(table, row, said) for row in named) for each in others for said in each.said)
        if not named or not whole or not all(group.told(table, row)[1] for row in named):
            continue
        around = [said.name for each in others for said in each.said]
        if not any(_elsewhere(said.name, around, table, documents) for said in group.said):
            return _told(claim, table, group, others, named)
    return None


def _elsewhere(name: _Name, around: Sequence[_Name], table: _Table, documents: Sequence[Document]) -> bool:
    """Whether a line beside the table has this and what names the row."""
    for each in documents:
        start, end = table.span
        for line in f"{each.text[:start]}\n{each.text[end:]}".splitlines():
            if name[0][:3] in line.lower():
                words = set(stems(line))
                if set(name) <= words and any(set(other) <= words for other in around):
                    return True
    return False


def _told(claim: str, table: _Table, group: _Group, others: Sequence[_Group], named: Sequence[int]) -> Unfit:
    row, spots = named[0], sorted(group.said[0].spots)
    here = next((spot for spot in spots if spot[0] in named), None)
    at = here or next((spot for spot in spots if spot[1] in group.columns), spots[0])
    cell = table.rows[at[0]][at[1]]
    column, _ = group.told(table, row)
    there = " and ".join(f"“{text}”" for text in dict.fromkeys(group.told(table, each)[1] for each in named))
    own = " and ".join(f"“{each.named(table, row)}”" for each in others)
    head = table.heads[column] or "the same column"
    reason = f"“{cell.text}” belongs to another row: with {own} the table has {there} ({head})"
    if here:
        reason = (
            f"“{cell.text}” belongs to another column: with {own} it is “{table.heads[at[1]]}”, “{head}” is {there}"
        )
    known = {
        *stems(f"{table.heading} {' '.join(table.heads)}"),
        *(_done(word) for word in stems(" ".join(table.heads))),
    }
    known |= {word for each in (table.rows[row].values(), [cell]) for one in each for word in stems(one.text)}
    strays = [word for word in stems(claim) if word not in known]
    return Unfit(reason, cell, plain=len(strays) <= _STRAY)
