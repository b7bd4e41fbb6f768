"""What is counted: claims, challenges, citations, calls and money."""

from __future__ import annotations

from decimal import Decimal

from moot.ledger.calls import Moment
from moot.words import Standing, Word


class Stats(Word):
    drafted: int
    """Claims of the first draft."""
    added: int
    """Claims that came later; not those that only tell a former one in other words."""
    challenged: int
    """Claims that were challenged at least once."""
    challenges: int
    upheld: int
    dismissed: int
    undecided: int
    revised: int
    """Claims whose words changed."""
    withdrawn: int
    merged: int = 0
    """Claims of the document that another one tells in the end."""
    left_out: int = 0
    """Claims of the document that a later one was made without: drafted and added, less withdrawn, merged and left out,
    stand."""
    standings: tuple[tuple[Standing, int], ...]
    """Of the claims in the document, in the order of the words."""
    sources_read: int
    sources_unread: int
    origins: int = 0
    """Of the sources that were read, those that do not repeat others."""
    rounds: int
    """Of argument, until the run first came to an end."""
    added_rounds: tuple[int, ...] = ()
    """The numbers of those that followed because a person asked for more."""
    conformity: int = 0
    """Changes of position that were refused, because no located reason was given for them."""

    def when(self, round: int) -> str:
        """A round by its number, as it is counted here; what came when all were over is of none."""
        argued = (*range(1, self.rounds + 1), *self.added_rounds)
        before = [number for number in argued if number <= round]
        if not before:
            return ""
        return f"{'' if before[-1] == round else 'after '}round {before[-1]}"


class Audited(Word):
    """What an audit of a file counts."""

    claims: int
    cited: int
    """Claims that cite something."""
    proven: int
    unchecked: int
    """Claims that could not be compared with a source: it was not opened, or is in another language."""
    doubted: int
    """Claims that are contested: what was found settles them neither way."""
    citations: int
    opened: int
    decided: int
    """Of the opened ones: those whose claim is neither `unchecked` nor `doubted`."""
    right: int
    """Of the decided ones: those that support their claim."""
    precision: float | None
    """`right` of `decided`; None when nothing is."""
    recall: float | None
    """`proven` of the claims that are neither `unchecked` nor `doubted`; None when there are none."""


class ModelUse(Word):
    model: str
    """As the vendor named itself; of one that gave no answer, as it was asked for."""
    calls: int
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    reasoning_tokens: int
    usd: Decimal
    booked: Decimal = Decimal(0)
    """The part of it that is a worst case: of calls that were cut or late, nobody knows what they cost."""


class Run(Word):
    """What differs when the same case is run again with the same answers: left out when reports are compared."""

    id: str
    created: Moment
    usd: Decimal
    caps_before: tuple[Decimal, ...] = ()
    """The caps on money that it had before the one of its case."""
    seconds: float
    """From the first call to the end of the last, without the time for which the run lay still."""
    calls: int
    failed_calls: int
    repeated: int
    """Calls that were sent more than once because a process was killed while they were in flight."""
    open_intents: int
    """Calls that were sent and whose answer is not known; booked at their worst case."""
    models: tuple[ModelUse, ...]

    @property
    def tokens(self) -> tuple[int, int]:
        """Input and output tokens of all calls."""
        return sum(use.input_tokens for use in self.models), sum(use.output_tokens for use in self.models)
