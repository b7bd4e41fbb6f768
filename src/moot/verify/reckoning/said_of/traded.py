"""Figures that a claim exchanges: "made 41 crossings and missed 3,412" for "made 3,412 crossings and missed 41".

A sentence of the evidence has both. What it says of the one alone, the claim says of the other, and the other way
round. (Of 21,685 written sentences of `training/weights` 5 that exchange two figures are faulty, one is not.)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.given.held import Held, bound, by_sentence
from moot.words import Claim

FROM = lazy_re(r"\bfrom[\s\xa0](?:about |some |around |roughly )?$", re.IGNORECASE)
_MOST = 12
"""Figures of a claim that are compared with one another."""
_UNCOUNTED = (FigureKind.NAME, FigureKind.ORDINAL)


def exchanged(claim: Claim, evidence: Sequence[Held]) -> str:
    """Which two figures of the claim are each said of the other's thing, in words; empty where none are."""
    in_cells = [(each, f"{cell.row} {cell.column}") for cell in claim.cells for each in figures.find(cell.text)]
    ours = [each for each in in_cells or bound(claim.text) if each[0].kind not in _UNCOUNTED][:_MOST]
    told = by_sentence(evidence)
    for (one, near), (other, beside) in combinations(ours, 2):
        if agree(one, other) or (not in_cells and FROM.search(claim.text, one.end, other.start)):
            continue  # "Now 6 ms, down from 41 ms": the words between belong to both.
        if one.kind is other.kind and one.unit == other.unit:
            said = frozenset(stems(near)), frozenset(stems(beside))
            if any(_crossed(one, other, said, sentence) for sentence in told):
                return f"the claim exchanges {one.line} and {other.line}"
    return ""


def _crossed(one: Figure, other: Figure, said: tuple[frozenset[str], frozenset[str]], sentence: Sequence[Held]) -> bool:
    mine = [each for each in sentence if agree(one, each.figure)]
    theirs = [each for each in sentence if agree(other, each.figure)]
    if len(mine) != 1 or len(theirs) != 1:
        return False
    here, there = mine[0].clause - theirs[0].clause, theirs[0].clause - mine[0].clause
    near, beside = said[0] - said[1], said[1] - said[0]
    return bool(near & there and beside & here) and not (near & here or beside & there)
