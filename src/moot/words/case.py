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


class Web(Word):
    """How far a run may look beyond the materials that it was given."""

    engines: tuple[str, ...] = ()
    """Search engines by name; none: only addresses that were given are opened."""
    allow: tuple[str, ...] = ()
    """Domains, with all below them; none: any."""
    deny: tuple[str, ...] = ()
    language: str = ""
    """ISO 639-1 of the pages looked for; empty: any."""
    searches: int = Field(default=40, ge=1)
    """Queries; one that several engines are asked counts once."""
    pages: int = Field(default=30, ge=1)
    """Addresses opened because a search found them. As of searches, what extends a run may take as many again."""


class Case(Word):
    """A question over materials, with caps. The materials themselves are documents of the run."""

    question: str
    protocol: str = "critique"
    caps: Caps = Caps()
    swap: bool = False
    """Author and reviewer change places after each round."""
    sides: tuple[str, ...] = ()
    """Of a debate: the rival answers, if the user names them."""
    may_ask: bool = False
    """Whether a seat may put a question to the person, and the run wait for the answer."""
    as_of: str = ""
    """ISO date: sources dated later are set aside."""
    web: Web | None = None
    """None: nothing is fetched."""
