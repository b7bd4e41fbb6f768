"""Shares of as many as the head of a column, or the label of a row, counts: "Placebo (n = 213)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from moot.text.figures import Figure
from moot.verify.reckoning.following.distance import Derived, Said, made_of
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.said_of.labels import NUMBERED


def shares(figure: Figure, said: Said, found: Sequence[Held]) -> Iterator[Derived]:
    """What part of them, or of the rest of them, each cell is."""
    if not figure.is_ratio or figure.unit == "x" or said.change:
        return
    factor = 100 if figure.unit == "%" else 1
    for each in found:
        counted = [NUMBERED.search(label) for label in (each.column, each.row)]
        for whole in {Decimal(one[1].replace(",", "")) for one in counted if one}:
            part = each.figure.value
            if each.figure.unit or each.figure.scale != 1 or not 0 < part <= whole:
                continue
            yield made_of(said, Operation.SHARE, part / whole * factor, f"{{}} / {whole}", each)
            yield made_of(said, Operation.REST, (1 - part / whole) * factor, f"1 − {{}} / {whole}", each)
