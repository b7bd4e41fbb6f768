"""Who is wished for: the seats as `--seats` or a panel names them, before any model is looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moot.errors import UsageError
from moot.words import Role

MOST_SEATS = 26
"""Of one role: drafts are lettered A to Z."""
EXAMPLE = "such as anthropic:NAME*2,openai:NAME"


@dataclass(frozen=True)
class Wish:
    """One seat, as somebody asked for it."""

    role: Role
    model: str
    fallbacks: tuple[str, ...] = ()
    """Models in the order in which they stand in."""
    deadline: float | None = None
    """Seconds; None: what holds for all seats."""


def parse(text: str) -> list[Wish]:
    """The author seats of `--seats`: models parted by commas, `MODEL*N` for N seats of one. Raises `UsageError`."""
    wishes: list[Wish] = []
    for entry in text.split(","):
        model, star, number = entry.strip().rpartition("*")
        if not star:
            model, number = number, "1"
        model = model.strip()
        if not model:
            raise UsageError(f"--seats '{text}' names no model at '{entry.strip()}': name them, {EXAMPLE}.")
        wishes += [Wish(Role.AUTHOR, model)] * _count(number.strip(), entry.strip())
        if len(wishes) > MOST_SEATS:
            raise UsageError(f"--seats asks for more than {MOST_SEATS} seats.")
    return wishes


def _count(text: str, entry: str) -> int:
    count = int(text) if re.fullmatch(r"\d{1,3}", text, re.ASCII) else 0
    if not 1 <= count <= MOST_SEATS:
        raise UsageError(f"'{entry}' is no number of seats: say MODEL*2, at most {MOST_SEATS}.")
    return count
