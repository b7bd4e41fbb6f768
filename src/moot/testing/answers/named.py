"""Answerers by name, for a command line: `scholar`, `stubborn`, `varies:7`, `varies:7:0.4+conforms`."""

from __future__ import annotations

from moot.testing.answers.from_schema import from_schema
from moot.testing.answers.manners import conforms, first, stubborn
from moot.testing.answers.obeys import obeys
from moot.testing.answers.scholar import scholar
from moot.testing.answers.varies import CONTESTED, varies
from moot.testing.conduct import Answerer

PLAIN: dict[str, Answerer] = {
    "from_schema": from_schema,
    "obeys": obeys,
    "scholar": scholar,
    "conforms": conforms,
    "stubborn": stubborn,
    "first": first,
}


def named(name: str) -> Answerer:
    """The answerer of that name; `varies:SEED[:SHARE][+OTHER]` drafts by a seed and else answers like OTHER.

    Raises `ValueError` with one sentence where there is none.
    """
    if name in PLAIN:
        return PLAIN[name]
    head, _, other = name.partition("+")
    kind, _, rest = head.partition(":")
    seed, _, share = rest.partition(":")
    try:
        contested = float(share or CONTESTED)
    except ValueError:
        contested = -1.0
    if kind != "varies" or not 0 <= contested <= 1 or (other or "scholar") not in PLAIN:
        known = ", ".join([*PLAIN, "varies:SEED", "varies:SEED:SHARE+OTHER"])
        raise ValueError(f"There is no answerer '{name}'; there are {known}.")
    return varies(seed, contested, PLAIN[other or "scholar"])
