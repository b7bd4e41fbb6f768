"""A share made of a part or a whole of which the claim says nothing, though it names another that could stand there.

Of "312 were fires, 541 road accidents" the share of fires is not made of the second. Among a few dozen figures some
pair gives almost any share; this leaves out those that the claim itself rules out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.verify.reckoning.given.held import Held, comparable
from moot.verify.reckoning.said_of.bound import row_labels

_OF = lazy_re(r"\bof[\s\xa0](?:(?:the|its|their|all|these|those|some|about)[\s\xa0]){0,2}$", re.IGNORECASE)

_OF_WHICH = lazy_re(r"[^.;]{0,24}?,?[\s\xa0]of[\s\xa0](?:which|whom)[\s\xa0]", re.IGNORECASE)


def passed_over(part: Held, whole: Held, evidence: Sequence[Held], said: frozenset[str]) -> bool:
    """Whether another part, or another whole, of the evidence is named by the claim, and this one is not."""
    if is_part_of(part, whole):
        return False
    smaller = [each for each in evidence if each.figure.value < whole.figure.value]
    larger = [each for each in evidence if each.figure.value > part.figure.value]
    return _over(part, whole, smaller, said) or _over(whole, part, larger, said)


def is_part_of(part: Held, whole: Held) -> bool:
    """True for "180 of the 310", for "of 300 members 100", and for "38.2 million, of which 21.7 million"."""
    if part.unit != whole.unit or part.document is not whole.document:
        return False
    text, start = whole.document.text, whole.figure.start
    of_which = _OF_WHICH.fullmatch(text, whole.figure.end, max(whole.figure.end, part.figure.start))
    return bool(of_which or _OF.search(text, max(whole.unit.start, start - 16), start))


def _over(one: Held, beside: Held, others: Sequence[Held], said: frozenset[str]) -> bool:
    if _named(one, said):
        return False
    taken = {one.place.start, beside.place.start}
    known = beside.clause
    return any(
        comparable(one.figure, other.figure)
        and other.document is one.document
        and other.place.start not in taken
        and _named(other, said - known)
        and (other.passage == one.passage or len(other.clause & (said - known)) > 1)
        for other in others
    )


def _named(each: Held, said: frozenset[str]) -> bool:
    """Whether the claim speaks of what the figure belongs to: of a cell, of its row."""
    if each.grid is not None and each.cell is not None:
        return bool(row_labels(each.grid)[each.cell.row] & said)
    return bool(each.clause & said)
