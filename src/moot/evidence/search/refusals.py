"""The two refusals that only the user can mend, in one wording for all engines."""

from __future__ import annotations

from moot.evidence.search.configured import Key
from moot.evidence.search.engine import CannotSearch


def wrong_key(title: str, key: Key) -> CannotSearch:
    return CannotSearch("access", f"{title} does not accept the key in {key.variable}: check it")


def used_up(title: str, key: Key) -> CannotSearch:
    return CannotSearch(
        "access",
        f"what the key in {key.variable} may spend at {title} is used up: add credit, or wait for the next month",
    )
