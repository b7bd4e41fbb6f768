"""Does a figure that stands in a cell belong to the row and column of which the claim says it?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.given import spoken
from moot.verify.reckoning.given.held import Held, comparable
from moot.verify.reckoning.given.tables import TOTAL, Grid
from moot.verify.reckoning.said_of import extremes
from moot.verify.reckoning.said_of.grouped import of_another_group
from moot.verify.reckoning.said_of.labels import column_labels, own_words, row_labels, told_apart
from moot.verify.reckoning.said_of.misplaced import COMPARES, Misplaced, share
from moot.verify.reckoning.said_of.went import came, of_own_year, same, went

_THAN = lazy_re(r"\b(?:than|compared (?:with|to)|against|versus|vs|als|gegenüber)\b", re.IGNORECASE)
_OF = lazy_re(r"\bof (?:the |its |their |some |about )?$", re.IGNORECASE)
_LIMITS = lazy_re(
    r"\b(?:within|over\w*|under\w*|above|below|beyond|exceed\w*|despite|outside|from|past|beat\w*|miss\w*|met|off)\b",
    re.IGNORECASE,
)
"""Words with which what was meant to be is named beside what came of it."""
_DENIED = lazy_re(r"\b(?:without|no|not|non|except|excluding)\b((?:[\s\xa0-]\w+){1,3})", re.IGNORECASE)
"""What is left out: "of those without a nap"."""
_SHORT = lazy_re(r"\d+|[qh]?\w")
"""What tells columns of one measure apart: a year, a letter, a quarter."""


def judged(
    figure: Figure, clause: str, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    """What puts the figure of a cell elsewhere than its row and column, of which the claim says it."""
    if figure.kind is FigureKind.DATE and here.grid is not None and _heads(figure, here.grid):
        return None
    return (
        _other_row(figure, clause, whole, claim, here, evidence)
        or _other_column(figure, clause, whole, claim, here, evidence)
        or _other_group(figure, whole, claim, here, evidence)
        or _other_table(figure, clause, whole, here, evidence)
    )


def _heads(date: Figure, grid: Grid) -> bool:
    """True when the year is one that a row or column is named by: then it says which figure is meant."""
    year = str(int(date.value) // 10_000)
    labels = [*grid.heads, *(grid.label(row) for row in range(len(grid.rows)))]
    return any(year in label for label in labels)


def _other_row(
    figure: Figure, clause: str, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    grid, cell = here.grid, here.cell
    assert grid is not None and cell is not None
    labels = row_labels(grid)
    said = speaks(spoken.words(clause), whole, labels)
    mine = labels[cell.row]
    others = [n for n, label in enumerate(labels) if label - mine and label - mine <= said and label & said]
    full = bool(others)
    others = others or [n for n, own in enumerate(own_words(labels)) if n != cell.row and own and own <= said]
    if TOTAL.search(here.row) and (TOTAL.search(claim) or _OF.search(claim[: figure.start])):
        return None
    rival = _rival([(n, cell.column) for n in others], evidence, here)
    if rival is None or same(figure, rival) or _beside(figure, claim, labels[rival.position[0]]):
        return None
    own = labels[cell.row] - labels[rival.position[0]]
    if own & said or (
        extremes.is_whole(here, evidence) and extremes.of_another(figure, claim, labels[rival.position[0]])
    ):
        return None
    proven = not TOTAL.search(here.row) and not own & whole and not _compares(clause, here)
    proven = proven and full and _clear(labels, said - spoken.words(here.column))
    return Misplaced(figure, _said("row", figure, here.row, rival.row, rival.figure), proven, here, row=True)


def _other_column(
    figure: Figure, clause: str, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    grid, cell = here.grid, here.cell
    assert grid is not None and cell is not None
    labels = told_apart(grid)
    said = speaks(spoken.words(clause), whole, labels)
    mine = share(labels[cell.column], said) if cell.column < len(labels) else 1.0
    others = [n for n in range(1, len(labels)) if n != cell.column and share(labels[n], said) == 1]
    others += _of_another_year(labels, cell.column, whole) if row_labels(grid)[cell.row] & whole else []
    rival = _rival([(cell.row, n) for n in others], evidence, here)
    if rival is not None and (went(figure, claim, rival) or came(claim, rival, here)):
        return None
    if mine == 1 or not others or rival is None or same(figure, rival) or not comparable(here.figure, rival.figure):
        return None
    own, theirs = labels[cell.column], labels[rival.position[1]]
    if _beside(figure, claim, theirs) or (theirs & own and _beside(figure, claim, theirs - own)):
        return None
    if figure.noun and not theirs & frozenset(stems(clause)):
        return None  # "14 matches", of which the claim names no column.
    dated = any(word.isdigit() for word in own | theirs)
    if mine > 0 and not (dated and theirs & own):
        return None
    telling = own - theirs
    sure = bool(telling) and all(map(_SHORT.fullmatch, telling))  # "2023", "B", "Q2", not "RVX-2"
    proven = sure and not telling & whole and not _compares(clause, here)
    pair = len(telling) == len(theirs - own) == 1 and bool(theirs & own)
    told = pair and not telling & whole and not _compares(clause, here) and _calls(figure, claim, theirs - own)
    strange = not any(word in whole for word in own if not word.isdigit()) and not _compares(clause, here)
    told = told or (strange and _named(grid, cell.row, whole) and theirs <= spoken.words(clause))
    return Misplaced(figure, _said("column", figure, here.column, rival.column, rival.figure), proven, here, told=told)


def _other_group(
    figure: Figure, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    """The claim names a row and a group of columns, and nothing of the group in which the figure stands."""
    grid, cell = here.grid, here.cell
    assert grid is not None and cell is not None
    if not _named(grid, cell.row, whole) or _compares(claim, here) or _LIMITS.search(claim):
        return None
    others = of_another_group(column_labels(grid), cell.column, whole)
    rival = _rival([(cell.row, n) for n in others], evidence, here)
    if rival is None or same(figure, rival) or of_own_year(figure, claim, rival):
        return None
    reason = _said("column", figure, here.column, rival.column, rival.figure)
    return Misplaced(figure, reason, False, here, told=True)


def _named(grid: Grid, row: int, whole: frozenset[str]) -> bool:
    label = row_labels(grid)[row]
    return bool(label) and label <= whole


def _of_another_year(labels: Sequence[frozenset[str]], column: int, whole: frozenset[str]) -> list[int]:
    """The columns of the same measure whose year the claim names, which does not name this one's."""
    own = labels[column]
    twins = [n for n, label in enumerate(labels) if label != own and all(map(str.isdigit, label ^ own))]
    return [
        n
        for n in twins
        if labels[n] - own and labels[n] - own <= whole and own - labels[n] and not own - labels[n] & whole
    ]


def _other_table(
    figure: Figure, clause: str, whole: frozenset[str], here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    """The claim names a row of another table with the same columns, and nothing of this row."""
    grid, cell = here.grid, here.cell
    assert grid is not None and cell is not None
    if not here.row or frozenset(stems(here.row)) & whole or TOTAL.search(here.row) or _compares(clause, here):
        return None
    heads = grid.heads[1:]
    for rival in evidence:
        other = rival.grid
        if other is None or other is grid or other.heads[1:] != heads or rival.column != here.column:
            continue
        named = row_labels(other)[rival.position[0]]
        if named and named <= whole and comparable(here.figure, rival.figure) and not same(figure, rival):
            return Misplaced(figure, _said("row", figure, here.row, rival.row, rival.figure), True, here, row=True)
    return None


def _calls(figure: Figure, claim: str, word: frozenset[str]) -> bool:
    """True for "it was budgeted at 23 million", not for "it spent 23 million, within its budget"."""
    before = claim[: figure.start]
    return bool(word & frozenset(stems(before))) and not _LIMITS.search(before)


def _beside(figure: Figure, claim: str, label: frozenset[str]) -> bool:
    """True where the claim names the other only to compare with it: "2.3 % had a fever, more than on placebo".

    Also where it names it to leave it out: "of those without a nap".
    """
    if any(label & frozenset(stems(each[1])) for each in _DENIED.finditer(claim)):
        return True
    than = _THAN.search(claim, figure.end)
    if than is None:
        return False
    return label <= frozenset(stems(claim[than.end() :])) and not label & frozenset(stems(claim[: than.start()]))


def _compares(clause: str, here: Held) -> bool:
    """True when the clause compares; a word of the labels ("Mean gate") does not."""
    labels = frozenset(f"{here.row} {here.column}".lower().split())
    return any(match[0].lower() not in labels for match in COMPARES.finditer(spoken.without_parts(clause)))


def _rival(places: Sequence[tuple[int, int]], evidence: Sequence[Held], here: Held) -> Held | None:
    """The first figure of the same table that stands at one of the places."""
    there = [each for place in places for each in evidence if each.grid is here.grid and each.position == place]
    alike = [each for each in there if (each.figure.unit, each.figure.scale) == (here.figure.unit, here.figure.scale)]
    return next(iter(alike or there), None)


def speaks(clause: frozenset[str], whole: frozenset[str], labels: Sequence[frozenset[str]]) -> frozenset[str]:
    """The words that say what a figure belongs to: its clause where that names a label in full, else the claim."""
    return clause if any(label and label <= clause for label in labels) else whole


def _clear(labels: Sequence[frozenset[str]], said: frozenset[str]) -> bool:
    """True when what the claim names are words of one label only, or of labels that share them all."""
    counts = Counter(word for label in labels for word in label)
    rare = {word for word in said & counts.keys() if counts[word] * 2 <= len(labels)}
    return bool(rare) and any(rare <= label for label in labels)


def _said(what: str, figure: Figure, mine: str, theirs: str, other: Figure) -> str:
    raw, there = figure.line, other.line
    return f"figure belongs to another {what}: {raw} is that of “{mine}”, “{theirs}” has {there}"
