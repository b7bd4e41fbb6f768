"""What is asked, and what finding the answer may cost."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from moot.words.word import Word


class Caps(Word):
    """What a run may spend. `seconds` None: no deadline."""

    usd: Decimal = Decimal(1)
    seconds: float | None = None
    rounds: int = Field(default=2, ge=1)


class Case(Word):
    """A question over materials, with caps. The materials themselves are documents of the run."""

    question: str
    protocol: str = "critique"
    caps: Caps = Caps()
    swap: bool = False
    """Author and reviewer change places after each round."""
    sides: tuple[str, ...] = ()
    """Of a debate: the rival answers, if the user names them."""
