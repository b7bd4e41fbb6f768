"""Does a figure of the claim belong, in the evidence, to what the claim says it of?

A figure of a table belongs to its row and column, one of a sentence to the clause that it stands in. It is misplaced
when what the claim names stands beside another figure of the same measure, and none of its words beside this one. We
speak only where every place of the figure is such a one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moot.text.figures import Figure, FigureKind, agree
from moot.text.lexicon import NOT_A_NAME, STOP_WORDS
from moot.text.terms import stem, stems
from moot.verify.held import Held, bound, comparable
from moot.verify.tables import Grid

_COMPARES = re.compile(
    r"\b(?:than|against|versus|vs|compared|ahead|behind|lead\w*|next|best|worst|highest|lowest|most|least|largest|smallest|"
    r"other|others|rival|second|first|third|runner|trail\w*|beat\w*|average|mean|total|together|combined|all|both|each|"
    r"every|respectively|between|from|range\w*|up to|same|also|too)\b",
    re.IGNORECASE,
)
"""Words with which a claim may say one thing's figure beside another's name."""
TOTAL = re.compile(r"(?:^|\W)(?:total|sum|all|overall|together|altogether|average|mean)(?:\W|$)", re.IGNORECASE)
"""Labels of rows and columns that belong to all the others."""
_NAME = re.compile(r"(?<![\w.])[A-Z][\w’'-]*(?:\.\d+)?|(?<!\w)\d{4}(?!\w)")
_CONTENT = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Misplaced:
    """`proven`: nothing in the claim lets the figure be that of another; else it is only likely."""

    reason: str
    proven: bool
    held: Held


def misplaced(claim: str, evidence: Sequence[Held]) -> Iterator[Misplaced]:
    """The figures of the claim that belong to something else, in their order."""
    whole = frozenset(stems(claim))
    for figure, clause in bound(claim):
        if figure.kind in (FigureKind.NAME, FigureKind.ORDINAL) or (figure.word and not figure.unit):
            continue
        if figure.high is not None:
            continue
        here = [each for each in evidence if _same(figure, each)]
        if not here:
            continue
        found = [_judged(figure, clause, whole, claim, each, evidence) for each in here]
        if all(found):
            best = max((each for each in found if each), key=lambda each: not each.proven)
            yield best


def _same(figure: Figure, each: Held) -> bool:
    if each.figure.kind is FigureKind.NAME:
        return False
    if agree(figure, each.figure):
        return True
    bare = each.grid is not None and not each.figure.unit and each.figure.scale == 1
    return bare and figure.written == each.figure.written and figure.kind is not FigureKind.DATE


def _judged(
    figure: Figure, clause: str, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    if here.grid is not None and here.cell is not None:
        return _other_row(figure, clause, whole, claim, here, evidence) or _other_column(
            figure, clause, whole, claim, here, evidence
        )
    return _other_clause(figure, clause, claim, here, evidence)


# --- tables ---------------------------------------------------------------------------------------------------------


def row_labels(grid: Grid) -> list[frozenset[str]]:
    """What tells the rows apart, without what all rows share."""
    return _apart([frozenset(stems(grid.label(row))) for row in range(len(grid.rows))])


def column_labels(grid: Grid) -> list[frozenset[str]]:
    return _apart([frozenset(stems(head)) for head in grid.heads])


def _apart(labels: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    shared = frozenset.intersection(*labels) if len(labels) > 1 else frozenset[str]()
    return [label - shared for label in labels]


def _share(label: frozenset[str], said: frozenset[str]) -> float:
    return len(label & said) / len(label) if label else 0.0


def _other_row(
    figure: Figure, clause: str, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    grid, cell = here.grid, here.cell
    assert grid is not None and cell is not None
    labels = row_labels(grid)
    said = _speaks(frozenset(stems(clause)), whole, labels)
    others = [n for n in range(len(labels)) if _share(labels[n], said) == 1 and not labels[n] <= labels[cell.row]]
    rival = _rival([(n, cell.column) for n in others], evidence, here)
    if rival is None or _same(figure, rival):
        return None
    own = labels[cell.row] - labels[_at(rival)[0]]
    if own & said or TOTAL.search(here.row):
        return None
    proven = not own & whole and not _COMPARES.search(clause) and _clear(labels, said)
    return Misplaced(_said("row", figure, here.row, rival.row, rival.figure), proven, here)


def _other_column(
    figure: Figure, clause: str, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    grid, cell = here.grid, here.cell
    assert grid is not None and cell is not None
    labels = column_labels(grid)
    said = _speaks(frozenset(stems(clause)), whole, labels)
    mine = _share(labels[cell.column], said) if cell.column < len(labels) else 1.0
    others = [n for n in range(1, len(labels)) if n != cell.column and _share(labels[n], said) == 1]
    rival = _rival([(cell.row, n) for n in others], evidence, here)
    if mine == 1 or not others or rival is None or _same(figure, rival) or not comparable(here.figure, rival.figure):
        return None
    own = labels[cell.column]
    dated = any(word.isdigit() for word in own | labels[_at(rival)[1]])
    if mine > 0 and not (dated and labels[_at(rival)[1]] & own):
        return None
    years = {word for word in own - labels[_at(rival)[1]] if word.isdigit()}
    proven = bool(years) and not years & whole and not _COMPARES.search(clause)
    return Misplaced(_said("column", figure, here.column, rival.column, rival.figure), proven, here)


def _at(each: Held) -> tuple[int, int]:
    return (each.cell.row, each.cell.column) if each.cell else (-1, -1)


def _rival(places: Sequence[tuple[int, int]], evidence: Sequence[Held], here: Held) -> Held | None:
    """The first figure of the same table that stands at one of the places."""
    for place in places:
        for each in evidence:
            if each.grid is here.grid and _at(each) == place:
                return each
    return None


def _speaks(clause: frozenset[str], whole: frozenset[str], labels: Sequence[frozenset[str]]) -> frozenset[str]:
    """The words that say what a figure belongs to: its clause where that names a label in full, else the claim."""
    return clause if any(label and label <= clause for label in labels) else whole


def _clear(labels: Sequence[frozenset[str]], said: frozenset[str]) -> bool:
    """True when one label is named in full, and with words that few others have."""
    full = [label for label in labels if label and label <= said]
    counts = Counter(word for label in labels for word in label)
    return len(full) == 1 and any(counts[word] == 1 for word in full[0])


def _said(what: str, figure: Figure, mine: str, theirs: str, other: Figure) -> str:
    raw, there = (" ".join(each.raw.replace("*", "").split()) for each in (figure, other))
    return f"figure belongs to another {what}: {raw} is that of “{mine}”, “{theirs}” has {there}"


# --- sentences ------------------------------------------------------------------------------------------------------


def names(text: str) -> frozenset[str]:
    """Stems of words with a capital and of years; a word that opens the text counts only where it is long enough."""
    found: set[str] = set()
    for match in _NAME.finditer(text):
        word = match[0]
        low = word.lower()
        if low in STOP_WORDS or low in NOT_A_NAME or len(word) < 2:
            continue
        found.update(stems(word))
    return frozenset(found)


def _other_clause(figure: Figure, clause: str, claim: str, here: Held, evidence: Sequence[Held]) -> Misplaced | None:
    """Names of the claim stand in another figure's clause, and none in this one's, which has a name of its own."""
    text = here.unit.of(here.document.text)
    known = names(text) | names(claim)
    said = frozenset(stems(clause)) & known
    said = said or (frozenset(stems(claim)) & known)
    mine = here.clause & known
    if not said or not mine or mine & frozenset(stems(claim)):
        return None
    for rival in evidence:
        same = rival.figure.kind is figure.kind and comparable(rival.figure, here.figure)
        same = same and (bool(figure.unit) or (bool(figure.noun) and rival.figure.noun == here.figure.noun))
        if rival is here or not same or _same(figure, rival) or rival.grid is not None:
            continue
        if said & rival.clause and not said & here.clause:
            what = ", ".join(sorted(said & rival.clause))
            there = " ".join(rival.figure.raw.split())
            raw = " ".join(figure.raw.split())
            return Misplaced(
                f"figure belongs to another: {raw} is that of “{_words(mine, text)}”, “{_words(frozenset({what}), claim)}” has {there}",
                False,
                here,
            )
    return None


def _words(wanted: frozenset[str], text: str) -> str:
    """The words of the text that have these stems, as they stand there."""
    found = [word for word in _CONTENT.findall(text) if stem(word.lower()) in wanted or word in wanted]
    return " ".join(dict.fromkeys(found)) or ", ".join(sorted(wanted))
