"""The map of agreement as rows: one a statement, one column a draft, conflicts first, then some, one, all.

A draft says what the record has it say, in so many words or within more, and denies what a statement of its own
contradicts: that two statements share a figure makes neither say the other. Of a statement that includes one of its own
it says a part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from moot.report.shape import Council, Statement
from moot.words import Agreement, Standing

Cell = Literal["says", "part", "denies", "both", "torn", "silent"]

MARKS: dict[Cell, str] = {"says": "●", "part": "◐", "denies": "✕", "both": "●✕", "torn": "◐✕", "silent": "·"}
MEANINGS: dict[Cell, str] = {
    "says": "says it",
    "part": "says a part of it",
    "denies": "says otherwise",
    "both": "says it, and otherwise elsewhere",
    "torn": "says a part of it, and otherwise elsewhere",
    "silent": "is silent",
}
LONG = 8
"""Rows of a group beyond which a page folds it, conflicts aside."""


@dataclass(frozen=True)
class Row:
    statement: Statement
    cells: tuple[Cell, ...]
    """In the order of the letters."""


@dataclass(frozen=True)
class Group:
    title: str
    rows: tuple[Row, ...]
    folded: bool
    """Whether it is too long to be read at a glance."""


@dataclass(frozen=True)
class Map:
    letters: tuple[str, ...]
    groups: tuple[Group, ...]
    marks: tuple[Cell, ...]
    """Those that occur, to be explained."""


def of(council: Council) -> Map:
    """The map. Statements that contradict one another stand together."""
    letters = tuple(draft.label for draft in council.written)
    statements = {each.number: each for each in council.statements}
    conflicts = _together(statements)
    placed = {each.number for each in conflicts}
    rest = [each for each in council.statements if each.number not in placed]
    parts = (
        ("Set against each other", conflicts),
        ("Several drafts say it", [each for each in rest if each.agreement is Agreement.SOME]),
        ("One draft alone says it", [each for each in rest if each.agreement is Agreement.ONE]),
        ("All drafts say it", [each for each in rest if each.agreement is Agreement.ALL]),
    )
    groups = tuple(
        Group(
            title=title,
            rows=tuple(Row(each, tuple(_cell(each, letter, council) for letter in letters)) for each in rows),
            folded=rows is not conflicts and len(rows) > LONG,
        )
        for title, rows in parts
        if rows
    )
    used = {cell for group in groups for row in group.rows for cell in row.cells}
    return Map(letters=letters, groups=groups, marks=tuple(cell for cell in MARKS if cell in used))


def _together(statements: dict[int, Statement]) -> list[Statement]:
    """The statements in a conflict, each with those that it contradicts, those first that are still open."""
    components: list[list[Statement]] = []
    placed: set[int] = set()
    for statement in statements.values():
        if not statement.against or statement.number in placed:
            continue
        reached, waiting = dict[int, None](), [statement.number]
        while waiting:
            number = waiting.pop()
            if number in statements and number not in reached:
                reached[number] = None
                waiting += [each.number for each in statements[number].against]
        placed |= reached.keys()
        components.append([statements[number] for number in sorted(reached)])
    components.sort(key=lambda these: (not any(_open(each) for each in these), these[0].number))
    return [each for these in components for each in these]


def _open(statement: Statement) -> bool:
    return statement.standing in (Standing.CONTESTED, Standing.CONTRADICTED)


def _cell(statement: Statement, letter: str, council: Council) -> Cell:
    denies = any(letter in other.drafts for other in statement.against)
    if letter in statement.drafts:
        return "both" if denies else "says"
    if any(letter in other.drafts for other in council.statements if _within(other, statement)):
        return "torn" if denies else "part"
    return "denies" if denies else "silent"


def _within(lesser: Statement, statement: Statement) -> bool:
    return any(each.number == statement.number for each in lesser.included_in)
