"""What an audit says: findings, each with its place, what it does to the headline, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

EXAMPLES = 5
"""Ids or places that a finding shows at most, beside their number."""


class Kind(StrEnum):
    HEADLINE = "headline"
    """The stated figure is not that of the items."""
    BEST_OF = "best of several"
    """The best of several tries is told as one."""
    ERRORS = "errors"
    """Trials without a score, counted as failures or left out."""
    OUTSIDE = "scores outside 0 to 1"
    DUPLICATES = "duplicate ids"
    MISSING_TRIALS = "missing trials"
    MISSING_TASKS = "missing tasks"
    COUNTED_AS_TASKS = "trials counted as tasks"
    TASK_SETS = "differing task sets"
    HARNESSES = "unlike harnesses"
    SETTINGS = "unlike settings"
    UNREADABLE = "reading"
    """What was not read, or read in a way that the reader should know."""


@dataclass(frozen=True)
class Finding:
    kind: Kind
    benchmark: str
    """"" where it is of all."""
    contestant: str
    """"" where it is of all."""
    what: str
    """One sentence."""
    where: str
    """File or folder."""
    examples: tuple[str, ...] = ()
    """Ids or places, at most `EXAMPLES`, of `count`."""
    count: int = 0
    before: float | None = None
    after: float | None = None
    """The headline as stated or told first, and as it is without the fault, 0 to 1; None where it does not move it."""
    effect: str = ""
    """What it does, in words, where two figures do not say it."""
    advice: str = ""


def shown(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name, _ in zip(names, range(EXAMPLES), strict=False))


def percent(share: float | None) -> str:
    """`61.6 %`, `61.63 %` where one place would hide it: two places at most."""
    if share is None:
        return "none"
    text = f"{100 * share:.2f}"
    return f"{text.removesuffix('0')} %"
