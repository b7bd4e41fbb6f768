"""Does a figure of the claim belong, in the evidence, to what the claim says it of?

A figure of a table belongs to its row and column, one of a sentence to the clause that it stands in. It is misplaced
when what the claim names stands beside another figure of the same measure, and none of its words beside this one. We
speak only where every place of the figure is such a one, and call it proven only where the claim names the other in
full and nothing of what the figure belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text.figures import Bound, Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.given import elided, out_of, spoken
from moot.verify.reckoning.given.held import Held, bound
from moot.verify.reckoning.said_of import extremes, in_cells, in_clauses, relative
from moot.verify.reckoning.said_of.misplaced import Misplaced
from moot.verify.reckoning.said_of.went import same

_THOSE = lazy_re(r"\b(?:the|other|all|these|those|its|their|our|of|each|both)[\s\xa0]+$", re.IGNORECASE)
"""Before a number in words that counts what is known already: "the four towns"."""
_OF_THOSE = lazy_re(r"[\s\xa0]of[\s\xa0](?:the|those|these|its|their|all)\b", re.IGNORECASE)
_FEW = 3
"""Up to it a number in words may count what somebody sees."""


def misplaced(claim: str, evidence: Sequence[Held]) -> Iterator[Misplaced]:
    """The figures of the claim that belong to something else, in their order."""
    whole = spoken.words(claim)
    in_row, in_column = out_of.wholes(claim, evidence)
    of_parts = out_of.told(claim, evidence)
    evidence = [*evidence, *elided.elided(evidence)]
    for figure, clause in bound(claim):
        if not _counts(figure, claim) or (figure.word and not figure.unit and _THOSE.search(claim[: figure.start])):
            continue
        if figure.start in of_parts or _names_row(figure, claim, evidence) or relative.untold(claim, figure):
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
    judged = in_clauses.judged if here.cell is None else in_cells.judged
    return judged(figure, clause, whole, claim, here, evidence) or in_clauses.other_count(
        figure, whole, claim, here, evidence
    )
