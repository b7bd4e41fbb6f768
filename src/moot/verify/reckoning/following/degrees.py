"""By how many degrees two temperatures of the evidence differ, of which the claim speaks of the one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moot.text.figures import Figure
from moot.verify.reckoning.following.operations import Operation, stated
from moot.verify.reckoning.following.sums import Computation, beside
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.spoken import spoken

_UNITS = ("degC", "degF")
_MOST = 5
"""Temperatures from which on some two differ by almost any number."""


def between(figure: Figure, claim: str, evidence: Sequence[Held]) -> Iterator[Computation]:
    wanted = (figure.unit,) if figure.unit in _UNITS else _UNITS if figure.noun == "degree" and not figure.unit else ()
    if not wanted or figure.high is not None or Operation.DIFFERENCE not in stated(beside(claim, figure)):
        return
    said = spoken(claim)
    found: dict[object, Held] = {}
    for each in evidence:
        if each.figure.unit in wanted and each.figure.high is None:
            kind = each.figure.unit, each.figure.value
            found[kind] = max(found.get(kind, each), each, key=lambda one: len(one.clause & said))
    most = max((len(each.clause & said) for each in found.values()), default=0)
    if not most or len(found) > _MOST:
        return
    for one in (each for each in found.values() if len(each.clause & said) == most):
        for other in (each for each in found.values() if each.figure.unit == one.figure.unit):
            high, low = sorted((one, other), key=lambda each: -each.figure.value)
            if high.figure.value > low.figure.value:
                words = f"{high.figure.line} − {low.figure.line}"
                value = high.figure.value - low.figure.value
                yield Computation(Operation.DIFFERENCE, value, words, (high, low), most)
