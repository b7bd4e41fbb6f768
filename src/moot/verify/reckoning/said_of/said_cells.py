"""The cells of a table that a claim says: words, years where a column has only such, numbers and letters behind a head.

What stands in columns of one kind (some cell stands in both, as of winners and seconds) is one group, bound to those of
the columns that the claim names. Of a table that is turned, whose columns are things and whose rows say what these
have, the columns are read as rows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from moot.text import figures
from moot.text.figures import Figure, agree
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stem, stems
from moot.verify.reckoning.given.tables import Cell, Grid

Name = tuple[str, ...]
"""Stems, in order."""
Spot = tuple[int, int]
"""Row and column."""

_YEAR = lazy_re(r"(?:1[5-9]|20)\d\d")
_PARTS = lazy_re(r"\s[-–—/→]\s|[;,()]")
_ASIDE = lazy_re(r"\([^()]*\)")
_BEFELL = lazy_re(r"(?:ed|en|born|sold|lost|won|built|found)$", re.IGNORECASE)
"""A head that tells what became of those that are counted, whatever they are called: "Opened"."""
_PERSON = lazy_re(r"[A-Z][\w’'-]+(?: [A-Z]\.)? (?P<last>[A-Z][\w’'-]+)")
CODE = lazy_re(r"[A-Z]|\d{1,3}")
"""A cell that only the head of its column beside it names: "hall B", "stage 3"."""
_NOTHING = lexicon("no not non none yes unknown without never")
"""A cell with one of these is no name of anything."""
_LONGEST = 6
"""Stems of a cell that is a name and no sentence."""


@dataclass(frozen=True, eq=False)
class Table:
    """A table with one thing a row. Compared by identity, as its grid is."""

    heads: tuple[str, ...]
    rows: tuple[Mapping[int, Cell], ...]
    """The cells of each row by column."""
    heading: str

    def column(self, column: int) -> dict[int, Cell]:
        """The cells of a column that hold something, by row."""
        return {n: row[column] for n, row in enumerate(self.rows) if column in row and row[column].text}


@dataclass(frozen=True)
class Said:
    """A cell, or a part of it, that the claim says."""

    name: Name
    spots: frozenset[Spot]
    """Where it stands."""


@dataclass(frozen=True)
class Group:
    """What a claim says of columns of one kind."""

    said: tuple[Said, ...]
    columns: frozenset[int]
    """Those in which it should stand."""

    def fits(self, table: Table, row: int) -> bool:
        return any(self.cell(table, row, each) for each in self.said)

    def cell(self, table: Table, row: int, said: Said) -> Cell | None:
        """The cell of a row that says it, or has its words among others."""
        cells = [table.rows[row][column] for column in sorted(self.columns) if column in table.rows[row]]
        exact = (cell for cell in cells if (row, cell.column) in said.spots)
        return next(exact, next((cell for cell in cells if set(said.name) <= set(stems(cell.text))), None))


@dataclass(frozen=True)
class Told:
    """What a claim says of a table: its cells, the heads that it names, and its other stems."""

    groups: tuple[Group, ...]
    figure: Group | None
    """The one figure that it gives, bound to the one column of figures whose head it names."""
    heads: frozenset[int]
    left: tuple[str, ...]


@lru_cache(maxsize=256)
def table(grid: Grid) -> Table:
    rows = tuple({cell.column: cell for cell in row} for row in grid.rows)
    plain = Table(grid.heads, rows, grid.heading)
    if not _turned(plain):
        return plain
    heads = (grid.heads[0], *(row[0].text if 0 in row else "" for row in rows))
    turned: list[dict[int, Cell]] = []
    for n, head in enumerate(grid.heads[1:]):
        cells = {at: row[n + 1] for at, row in enumerate(rows, 1) if n + 1 in row}
        named = {at: Cell(cell.text, cell.span, n, at) for at, cell in cells.items()}
        turned.append({0: Cell(head, rows[0][0].span, n, 0), **named})
    return Table(heads, tuple(turned), grid.heading)


def _turned(table: Table) -> bool:
    """Whether rows are alike in themselves, all figures or all words, and columns are not."""
    rows = [{_counts(cell.text) for column, cell in row.items() if column and cell.text} for row in table.rows]
    columns = [{_counts(cell.text) for cell in table.column(n).values()} for n in range(1, len(table.heads))]
    return len(columns) > 1 and all(len(kinds) < 2 for kinds in rows) and all(len(kinds) > 1 for kinds in columns)


def _counts(text: str) -> bool:
    """True for a cell that begins with a figure."""
    return bool(re.match(r"[\W_]*\d", text)) and bool(figures.find(text))


@lru_cache(maxsize=256)
def _names(table: Table) -> dict[Name, frozenset[Spot]]:
    """What cells are called by, each with where it stands: the whole, its parts, of a person the last name."""
    found: defaultdict[Name, set[Spot]] = defaultdict(set)
    lasts: defaultdict[Name, set[Spot]] = defaultdict(set)
    for cell in (each for column in range(len(table.heads)) for each in _worded(table, column)):
        parts = _PARTS.split(cell.text)
        for part in (cell.text, *(parts if len(parts) > 1 else ())):
            name = tuple(stems(part))
            told = any(word[0].isalpha() for word in name) or not any(
                map(str.isalpha, part)
            )  # Not the 2023 of May 2023.
            if name and len(name) <= _LONGEST and told:
                found[name].add((cell.row, cell.column))
        person = _PERSON.fullmatch(cell.text)
        if person:
            lasts[tuple(stems(person["last"]))].add((cell.row, cell.column))
    single = {word for name in found for word in name if len(name) == 1}
    found.update({name: spots for name, spots in lasts.items() if name and name[0] not in single})
    heads = {tuple(stems(head)) for head in table.heads}
    return {name: frozenset(spots) for name, spots in found.items() if name not in heads}


def _worded(table: Table, column: int) -> Iterator[Cell]:
    """The cells of a column that are words, or years where all are, but those of a head."""
    cells = table.column(column).values()
    if all(_YEAR.fullmatch(cell.text) for cell in cells):
        yield from (cell for cell in cells if not any(cell.text in head for head in table.heads))
        return
    for cell in cells:
        if not _counts(cell.text) and len(cell.text) > 1 and not _NOTHING & set(cell.text.lower().split()):
            yield cell


@lru_cache(maxsize=256)
def _alike(table: Table) -> dict[int, frozenset[int]]:
    """Each column with those that are of the same kind."""
    alike = {column: {column} for column in range(len(table.heads))}
    for spots in _names(table).values():
        columns = {column for _, column in spots}
        for column in columns:
            alike[column] |= columns
    return {column: frozenset(others) for column, others in alike.items()}


def told(claim: str, table: Table) -> Told:
    left: list[str | None] = list(stems(claim))
    found = [*_taken(left, table), *_coded(claim, left, table)]
    words = tuple(word for word in left if word is not None)
    heads = frozenset(column for column, head in enumerate(table.heads) if _is_named(head, words))
    alike = _alike(table)
    groups: list[tuple[frozenset[int], tuple[Said, ...]]] = []
    for each in found:
        columns, said = frozenset[int]().union(*(alike[column] for _, column in each.spots)), (each,)
        for joined in [group for group in groups if group[0] & columns]:
            groups.remove(joined)
            columns, said = columns | joined[0], (*joined[1], *said)
        groups.append((columns, said))
    names = [word for each in found for word in each.name]
    bound = tuple(Group(said, columns & heads or columns) for columns, said in groups)
    return Told(bound, _figure(claim, names, heads, table), heads, words)


def _figure(claim: str, names: Iterable[str], heads: frozenset[int], table: Table) -> Group | None:
    """What it counts by name, or measures in, is in the head, or among the names."""
    counted = [each for each in figures.find(claim) if each.counts and each.high is None and not each.approx]
    columns = [n for n in range(len(table.heads)) if all(_counts(cell.text) for cell in table.column(n).values())]
    named = heads.intersection(columns)
    if len(counted) != 1 or len(named) != 1:
        return None
    figure, head = counted[0], table.heads[min(named)]
    counts = {*names, *stems(head)}.issuperset(stems(figure.noun)) or (_BEFELL.search(head) and not figure.unit)
    measured = not figure.unit or figure.unit in head or set(stems(head)) & set(stems(figure.raw))
    if not (counts and measured):
        return None
    cells = [(cell, figures.find(cell.text)) for column in columns for cell in table.column(column).values()]
    spots = frozenset((cell.row, cell.column) for cell, found in cells if len(found) == 1 and _same(figure, found[0]))
    return Group((Said((figure.line,), spots),), named) if spots else None


def _same(figure: Figure, there: Figure) -> bool:
    """Whether a cell may be the figure; one without a unit has that of its head."""
    return agree(figure, there) or (not there.unit and figure.written == there.written)


def _taken(left: list[str | None], table: Table) -> Iterator[Said]:
    """The cells that the stems of a claim say, the longest first; they are taken out of it."""
    may_be = [each for each in _names(table).items() if each[0][0] in left]
    for name, spots in sorted(may_be, key=lambda each: -len(each[0])):
        places = _places(name, left)
        for at in places:
            left[at] = None
        if places:
            yield Said(name, spots)


def _places(name: Name, told: Sequence[str | None]) -> list[int]:
    """Where the words of a name stand: in a row, else, of two and more without a number, in any order."""
    for at in range(len(told) - len(name) + 1):
        if tuple(told[at : at + len(name)]) == name:
            return list(range(at, at + len(name)))
    if len(set(name)) > 1 and set(name) <= set(told) and not any(word[0].isdigit() for word in name):
        return [told.index(word) for word in dict.fromkeys(name)]
    return []


def _coded(claim: str, left: list[str | None], table: Table) -> Iterator[Said]:
    """Numbers and letters behind the head of their column: "stage 3", "hall B"; they are taken out too."""
    for column, head in enumerate(table.heads):
        last = head.split()[-1:] or [""]
        cells = [(row, cell.text) for row, cell in table.column(column).items() if CODE.fullmatch(cell.text)]
        if not cells or not last[0].isalpha():
            continue
        code = rf"\b{re.escape(last[0])}s?[\s\xa0](?:no\.?[\s\xa0])?(?P<code>[A-Z]|\d{{1,3}})(?![\w.,]\w)"
        for match in re.finditer(code, claim, re.IGNORECASE):
            spots = frozenset((row, column) for row, text in cells if text == match["code"])
            name = match["code"].lower()
            if spots:
                left[:] = [None if word in (name, match["code"]) else word for word in left]
                yield Said((name,), spots)


def _is_named(head: str, said: Sequence[str]) -> bool:
    """Whether all words of a head are said, a doer also by what is done: the winner of who won."""
    words = stems(_ASIDE.sub(" ", head)) or stems(head)
    return bool(words) and all(word in said or done(word) in said for word in words)


def done(doer: str) -> str:
    """The verb of somebody who does it: "lend" of "lender", "win" of "winner"; else the word."""
    if len(doer) < 5 or not doer.endswith(("er", "or")):
        return doer
    verb = doer[:-2]
    return stem(verb[:-1] if verb[-1] == verb[-2] and verb[-1] not in "ls" else verb)
