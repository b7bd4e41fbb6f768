"""Does a figure of the claim belong, in the evidence, to what the claim says it of?

A figure of a table belongs to its row and column, one of a sentence to the clause that it stands in. It is misplaced
when what the claim names stands beside another figure of the same measure, and none of its words beside this one. We
speak only where every place of the figure is such a one, and call it proven only where the claim names the other in
full and nothing of what the figure belongs to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from moot.text import figures, quarters
from moot.text.figures import Bound, Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.terms import stem, stems
from moot.verify.reckoning.given import elided, out_of, spoken
from moot.verify.reckoning.given.dated import part_of, part_said, year_of, year_said
from moot.verify.reckoning.given.held import Held, bound, comparable
from moot.verify.reckoning.given.tables import TOTAL, Grid
from moot.verify.reckoning.said_of import extremes, relative
from moot.verify.reckoning.said_of.grouped import of_another_group
from moot.verify.reckoning.said_of.labels import column_labels, own_words, row_labels, told_apart
from moot.verify.reckoning.said_of.parallel import parallel
from moot.verify.reckoning.said_of.went import OTHER_YEAR, came, of_own_year, same, went

_COMPARES = lazy_re(
    r"\b(?:than|against|versus|vs|compared|ahead|behind(?! (?:schedule|time|plan))|lead\w*|next|best|worst|highest|"
    r"lowest|most|least|largest|smallest|"
    r"other|others|rival|second|first|third|runner|trail\w*|beat\w*|average|mean|total|together|combined|all|both|each|"
    r"every|respectively|between|from|range\w*|up to|same|also|too|"
    r"als|gegenüber|verglichen|dagegen)\b",
    re.IGNORECASE,
)
"""Words with which a claim may say one thing's figure beside another's name."""
_THAN = lazy_re(r"\b(?:than|compared (?:with|to)|against|versus|vs|als|gegenüber)\b", re.IGNORECASE)
_OF = lazy_re(r"\bof (?:the |its |their |some |about )?$", re.IGNORECASE)
_THOSE = lazy_re(r"\b(?:the|other|all|these|those|its|their|our|of|each|both)[\s\xa0]+$", re.IGNORECASE)
"""Before a number in words that counts what is known already: "the four towns"."""
_OF_THOSE = lazy_re(r"[\s\xa0]of[\s\xa0](?:the|those|these|its|their|all)\b", re.IGNORECASE)
_FEW = 3
"""Up to it a number in words may count what somebody sees."""
_ALIKE, _GAP = 2, 2
"""Stems that a claim shares with the sentence of another year; characters between two sentences."""
_WIDE = 20
"""So many times as large or as small another count of the same may be."""
_LIMITS = lazy_re(
    r"\b(?:within|over\w*|under\w*|above|below|beyond|exceed\w*|despite|outside|from|past|beat\w*|miss\w*|met|off)\b",
    re.IGNORECASE,
)
"""Words with which what was meant to be is named beside what came of it."""
_DENIED = lazy_re(r"\b(?:without|no|not|non|except|excluding)\b((?:[\s\xa0-]\w+){1,3})", re.IGNORECASE)
"""What is left out: "of those without a nap"."""
_SHORT = lazy_re(r"\d+|[qh]?\w")
"""What tells columns of one measure apart: a year, a letter, a quarter."""
_FOUND = lazy_re(
    r".{0,120}?\b(?:found|finds|showed|shows|shown|said|says|reported|reports|estimated|estimates|concluded|recorded)"
    r"[\s\xa0]+that\b",
    re.IGNORECASE | re.DOTALL,
)
_FOR = frozenset(stems("support back favour favor approve"))
_AGAINST = frozenset(stems("oppose reject disapprove"))
_AGAINST_IT = lazy_re(r"\b(?:is|are|was|were|voted|came out|stand|stood)[\s\xa0]against\b", re.IGNORECASE)
"""Where people stand: a share that supports a thing is not that of those who oppose it."""
_CONTENT = lazy_re(r"[^\W_]+")


@dataclass(frozen=True)
class Misplaced:
    """`proven`: nothing in the claim lets the figure be that of another; else it is only likely."""

    figure: Figure
    reason: str
    proven: bool
    held: Held
    row: bool = False
    """It stands in another row of a table than the one that the claim names."""
    told: bool = False
    """It stands in another column than the one that the claim names, or counts another thing: as good as a proof."""


def misplaced(claim: str, evidence: Sequence[Held]) -> Iterator[Misplaced]:
    """The figures of the claim that belong to something else, in their order."""
    whole = spoken.words(claim)
    in_row, in_column = out_of.wholes(claim, evidence)
    evidence = [*evidence, *elided.elided(evidence)]
    for figure, clause in bound(claim):
        if not _counts(figure, claim) or (figure.word and not figure.unit and _THOSE.search(claim[: figure.start])):
            continue
        if _names_row(figure, claim, evidence):
            continue
        here = [each for each in evidence if same(figure, each) and not _passing(figure, each)]
        if figure.high is not None:
            here = [each for each in here if each.grid is None]
        here = [each for each in here if each.figure.written == figure.written] or here  # "Up to 10" has room for a 2.
        measured = {each.figure.start for each in here if agree(figure, each.figure)}
        here = [each for each in here if agree(figure, each.figure) or each.figure.start not in measured]
        if not here or any(extremes.is_end(figure, claim, each) for each in here):
            continue
        own, said = relative.words(figure, clause, whole, claim)
        found = [_judged(figure, own, said, claim, each, evidence) for each in here]
        if all(found):
            best = max((each for each in found if each), key=lambda each: not each.proven)
            if figure.start in (in_column if best.row else in_row):
                continue
            if best.proven or figure.unit or not figure.word:
                yield best


def _counts(figure: Figure, claim: str) -> bool:
    """False for an ordinal, the number of a name that counts nothing ("Harbour 4"), a loose one in words."""
    if figure.kind is FigureKind.ORDINAL:
        return False
    if figure.kind is FigureKind.NAME or (figure.word and not figure.unit):
        counted = figure.noun or _OF_THOSE.match(claim, figure.end)
        return bool(counted) and (not figure.word or figure.bound is Bound.NONE)
    return True


def _passing(figure: Figure, here: Held) -> bool:
    """True for a small number in words, which may count what somebody sees, but for one of what its column counts."""
    if not figure.word or figure.unit or figure.value > _FEW:
        return False
    counted = frozenset(stems(figure.counted))
    return here.grid is None or not counted or not counted <= frozenset(stems(here.column))


def _names_row(figure: Figure, claim: str, evidence: Sequence[Held]) -> bool:
    """True for the number of a name by which a row of the evidence goes: "the Nordvik 300 scored best"."""
    before = claim[: figure.start].split()
    if figure.kind is not FigureKind.NAME or not before:
        return False
    name = re.compile(rf"(?<!\w){re.escape(before[-1])}[\s\xa0]+{re.escape(figure.raw)}(?!\w)", re.IGNORECASE)
    return any(name.search(label) for label in dict.fromkeys(each.row for each in evidence if each.grid))


def _judged(
    figure: Figure, clause: str, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    if here.grid is not None and here.cell is not None:
        if figure.kind is FigureKind.DATE and _heads(figure, here.grid):
            return None
        return (
            _other_row(figure, clause, whole, claim, here, evidence)
            or _other_column(figure, clause, whole, claim, here, evidence)
            or _other_group(figure, whole, claim, here, evidence)
            or _other_table(figure, clause, whole, here, evidence)
            or _other_count(figure, whole, claim, here, evidence)
        )
    return (
        _other_time(figure, clause, whole, claim, here, evidence)
        or _other_clause(figure, clause, whole, claim, here, evidence)
        or _other_count(figure, whole, claim, here, evidence)
    )


# --- tables ---------------------------------------------------------------------------------------------------------


def _heads(date: Figure, grid: Grid) -> bool:
    """True when the year is one that a row or column is named by: then it says which figure is meant."""
    year = str(int(date.value) // 10_000)
    labels = [*grid.heads, *(grid.label(row) for row in range(len(grid.rows)))]
    return any(year in label for label in labels)


def _share(label: frozenset[str], said: frozenset[str]) -> float:
    return len(label & said) / len(label) if label else 0.0


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
    mine = _share(labels[cell.column], said) if cell.column < len(labels) else 1.0
    others = [n for n in range(1, len(labels)) if n != cell.column and _share(labels[n], said) == 1]
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
    return any(match[0].lower() not in labels for match in _COMPARES.finditer(spoken.without_parts(clause)))


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


# --- sentences ------------------------------------------------------------------------------------------------------


def _other_clause(
    figure: Figure, clause: str, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    """The words of the claim that tell two figures apart all speak for the other one."""
    said = spoken.words(clause)
    side = _side(spoken.words(claim)) or (_AGAINST if _AGAINST_IT.search(claim) else None)
    for rival in evidence:
        if rival is here or not _rivals(figure, here, rival):
            continue
        own, other = here.clause - rival.clause, rival.clause - here.clause
        if own and all(map(str.isdecimal, own)) and rival.figure.start < here.figure.start:
            other = frozenset(filter(str.isdecimal, other))  # "A rate of 5 % in 2022 and 7 % in 2023": of one thing.
        other -= _telling(rival)
        told = _COMPARES.search(clause) or any(same(each, rival) for each in figures.find(claim))
        if not told and parallel(said, whole, here, rival):
            return Misplaced(figure, _of_other(figure, own, here, other, rival), False, here, told=True)
        stands = side is not None and _side(rival.clause) is side and _side(here.clause) not in (None, side)
        if not stands and (not own or not other & said or own & said):
            continue
        if figure.kind is FigureKind.DATE and frozenset(stems(rival.figure.raw)) <= whole:
            continue  # The claim names both years.
        if (not stands and _share(own, whole) > _share(other, whole)) or any(
            same(each, rival) for each in figures.find(clause)
        ):
            continue  # The claim says more of this one than of the other; or both figures share their words in it.
        proven = not own & whole and other <= whole and figure.kind is not FigureKind.DATE
        there, raw = (" ".join(each.raw.split()) for each in (rival.figure, figure))
        if figure.kind is FigureKind.DATE and (told := _of_years(here, raw, there)):
            return Misplaced(figure, told, proven, here)
        return Misplaced(figure, _of_other(figure, own, here, other, rival), proven, here)
    return None


def _of_other(figure: Figure, own: frozenset[str], here: Held, other: frozenset[str], rival: Held) -> str:
    mine, theirs = (_words(each, held.unit.of(held.document.text)) for each, held in ((own, here), (other, rival)))
    there, raw = (" ".join(each.raw.split()) for each in (rival.figure, figure))
    return f"figure belongs to another: {raw} is of “{mine}”, “{theirs}” has {there}"


def _of_years(here: Held, year: str, other: str) -> str:
    """What a sentence says of two years; empty where it does not give one figure of each."""
    text = here.unit.of(here.document.text)
    valued = [(year_of(text, each), each.line) for each in figures.find(text) if each.counts]
    told = [[value for of, value in valued if of == asked] for asked in (year, other)]
    if any(len(each) != 1 for each in told):
        return ""
    return f"figure belongs to another: {told[0][0]} is of {year}, {told[1][0]} of {other}"


def _side(said: frozenset[str]) -> frozenset[str] | None:
    """Whether these words are for a thing or against it; None where they are neither, or both."""
    sides = [side for side in (_FOR, _AGAINST) if side & said]
    return sides[0] if len(sides) == 1 else None


def _telling(each: Held) -> frozenset[str]:
    """The words with which a sentence says who found what it tells: they go with all of its figures."""
    head = _FOUND.match(each.unit.of(each.document.text))
    return frozenset(stems(head[0])) if head else frozenset()


def _other_time(
    figure: Figure, clause: str, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    """The claim says of one year, or part of a year, what stands there of another, and the next words give the figure
    of that one.
    """
    if figure.kind is FigureKind.DATE or OTHER_YEAR.search(quarters.without(claim)):
        return None
    own = figures.find(claim)
    for time, said, of, alike in (("year", year_said, year_of, _ALIKE), ("part of the year", part_said, part_of, 1)):
        then = said(claim)
        mine = _time(here, of) if then else ""
        if not mine or mine == then or len(whole & here.sentence) < alike:
            continue
        for rival in evidence:
            if abs(rival.figure.value - here.figure.value) == figure.value:
                continue  # By that much the two differ as well.
            if _next_to(here, rival) and _time(rival, of) == then and not any(same(each, rival) for each in own):
                there, raw = (" ".join(each.raw.split()) for each in (rival.figure, figure))
                reason = f"figure belongs to another {time}: {raw} is of {mine}, {then} has {there}"
                return Misplaced(figure, reason, not _COMPARES.search(quarters.without(clause)), here)
    return None


def _other_count(
    figure: Figure, whole: frozenset[str], claim: str, here: Held, evidence: Sequence[Held]
) -> Misplaced | None:
    """The number counts something else here, and a sentence that says more of the claim counts the same otherwise."""
    counted = frozenset(stems(figure.counted)) if figure.kind is FigureKind.QUANTITY else frozenset[str]()
    if not counted or figure.unit or here.figure.noun == figure.noun or counted & here.sentence:
        return None
    own, shared = figures.find(claim), max(len(whole & here.sentence), _ALIKE)
    for rival in evidence:
        other = rival.figure
        counts = rival.grid is None and not other.unit and other.noun == figure.noun and other.high is None
        counts = counts and other.kind is FigureKind.QUANTITY and not _in_its_column(rival, here, evidence)
        if not counts or len(whole & rival.sentence) <= shared or any(same(each, rival) for each in own):
            continue
        if other.value / _WIDE <= figure.value <= other.value * _WIDE:
            reason = f"figure belongs to another: {figure.line} counts other things, {other.line} {figure.counted}"
            return Misplaced(figure, reason, False, here, told=True)
    return None


def _in_its_column(rival: Held, here: Held, evidence: Sequence[Held]) -> bool:
    """True for the total of a cell's column told in a sentence, which says what the column counts."""
    if here.cell is None:
        return False
    line = (each for each in evidence if each.grid is here.grid and each.position[1] == here.cell.column)
    return any(agree(rival.figure, each.figure) for each in line)


def _time(each: Held, of: Callable[[str, Figure], str]) -> str:
    moved = replace(each.figure, start=each.figure.start - each.unit.start, end=each.figure.end - each.unit.start)
    return of(each.unit.of(each.document.text), moved)


def _next_to(here: Held, rival: Held) -> bool:
    """True for two figures of one measure of a sentence, or of two that follow one another and say the same of them."""
    if rival.grid is not None or rival.document is not here.document or rival.figure.kind is not here.figure.kind:
        return False
    nouns = {noun for noun in (here.figure.noun, rival.figure.noun) if noun and not noun.endswith("ed")}
    if not comparable(rival.figure, here.figure) or (len(nouns) > 1 and not here.figure.unit):
        return False
    if rival.unit == here.unit:
        return True
    first, second = sorted((here.unit, rival.unit), key=lambda unit: unit.start)
    shared = {word for word in here.clause & rival.clause if not word[0].isdigit()}
    return second.start - first.end <= _GAP and bool(shared)


def _rivals(figure: Figure, here: Held, rival: Held) -> bool:
    """True for two figures of one measure that stand in one sentence."""
    if rival.grid is not None or rival.document is not here.document or rival.unit != here.unit:
        return False
    if rival.figure.kind is not here.figure.kind or not comparable(rival.figure, here.figure) or same(figure, rival):
        return False
    return bool(here.figure.unit) or rival.figure.noun in (here.figure.noun, "")


def _words(wanted: frozenset[str], text: str) -> str:
    """The words of the text that have these stems, as they stand there; at most five."""
    found = [word for word in _CONTENT.findall(text) if stem(word.lower()) in wanted or word in wanted]
    return " ".join(list(dict.fromkeys(found))[:5]) or ", ".join(sorted(wanted)[:5])
