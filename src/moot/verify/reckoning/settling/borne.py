"""Does one cell bear out all that a claim says: its figure, its row and its column, and next to nothing else is said?

"Kolvik has some 1,400 people on its staff" is the row Kolvik and the 1,420 in the column Staff. Wording alone is not to
doubt that: a row of a table is far from any sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import figures
from moot.text.figures import Figure, agree
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.given import lists
from moot.verify.reckoning.given.held import Held, bound, captions
from moot.verify.reckoning.given.spoken import spoken
from moot.verify.reckoning.given.tables import TOTAL
from moot.verify.reckoning.said_of.labels import row_labels

_PLAIN = frozenset(
    stems(
        "people persons count number record report list show stand come amount total reach altogether together overall "
        "close near nearly around roughly approximately almost just slightly"
    )
)
"""What adds nothing to a cell: whom anything counts, that it is counted, that it is rounded."""
_WHOLE = lazy_re(r"\b(?:in|across|within|throughout)[\s\xa0](?:the|all|its)[\s\xa0][^\W\d_]+", re.IGNORECASE)
"""Of a total: "in the region"."""
_RATE = lazy_re(r"%|/|\b(?:per|of|percent|share|rate)\b", re.IGNORECASE)
"""In a head: of what something is a part or a rate no bag of words tells."""
_TURNED = lazy_re(
    r"\b(?:not|no|never|nor|without|than|more|less|fewer|before|after|until|since|from|if|when|would|could|may|might|"
    r"should|must|will)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Small words with which a claim says something else of the same."""
_BOUND = lazy_re(r"\b(?:more|less|fewer)[\s\xa0]than[\s\xa0]*$", re.IGNORECASE)
_BRACKETS = lazy_re(r"\([^)]*\)")
"""Of a head: the unit of its figures."""


def borne(figure: Figure, claim: str, evidence: Sequence[Held]) -> Held | None:
    """The cell that bears out all that the claim says; None where there is none."""
    others = f"{_BOUND.sub('', claim[: figure.start])} {claim[figure.end :]}"
    if _TURNED.search(others):
        return None
    cells = (each for each in evidence if each.grid and agree(figure, each.figure))
    return next((each for each in cells if _says(each, others)), None)


def listed(figure: Figure, claim: str, evidence: Sequence[Held]) -> Held | None:
    """The figure of a list in prose that is what the claim says it is of, where the sentence says all the rest."""
    if _TURNED.search(claim):
        return None
    said = spoken(claim) - _PLAIN
    clause = next((spoken(words) for own, words in bound(claim) if own.start == figure.start), frozenset[str]())
    for each in evidence:
        if each.grid is None and agree(figure, each.figure) and said <= each.sentence:
            sentence = each.unit.of(each.document.text)
            found = figures.find(sentence)
            keys = {
                found[n].start + each.unit.start: spoken(key)
                for n, key in lists.keys(sentence, found).items()
                if found[n].counts
            }
            own = keys.pop(each.figure.start, frozenset[str]())
            if own and own <= clause and not any(key and key <= clause for key in keys.values()):
                return each
    return None


def _says(each: Held, claim: str) -> bool:
    """`claim`: without the figure."""
    grid, cell = each.grid, each.cell
    assert grid is not None and cell is not None
    said, rows = spoken(claim), row_labels(grid)
    total = bool(TOTAL.search(each.row)) and not any(label & said for label in rows)
    if total:
        said = spoken(_WHOLE.sub(" ", claim))
    head = frozenset(word for word in stems(_BRACKETS.sub(" ", each.column)) if not word.isdecimal())
    if _RATE.search(each.column) or not head or not head <= said:
        return False
    if not (total or (rows[cell.row] and rows[cell.row] <= said)):
        return False
    around = (each.row, each.column, grid.heading, each.document.source.title, *captions(grid, each.document.text))
    return said <= _PLAIN.union(*map(stems, around))
