"""Two figures that one sentence tells alike of two things: "Beef rose by 5 %, lamb by 7 %"."""

from __future__ import annotations

from moot.text.terms import stems
from moot.verify.reckoning.given.held import Held, bound


def told_alike(said: frozenset[str], whole: frozenset[str], here: Held, rival: Held) -> bool:
    """Whether a claim names what the rival figure is said of, with the verb that both share, and not what the figure
    here is said of. `said`: the words of the claim's clause; `whole`: of all the claim.
    """
    mine, theirs = _clause(here), _clause(rival)
    if not mine or not theirs or mine[0] in theirs or theirs[0] in mine or mine[0] in whole:
        return False
    return theirs[0] in said and frozenset(theirs) <= said | frozenset(mine) and bool(said & frozenset(mine))


def _clause(each: Held) -> list[str]:
    """The stems of the clause in which a figure stands, without its own, in their order."""
    text = each.unit.of(each.document.text)
    words = next((words for other, words in bound(text) if other.start == each.figure.start - each.unit.start), "")
    own = frozenset(stems(each.figure.raw))
    return [word for word in stems(words) if word not in own and not word[0].isdigit()]
