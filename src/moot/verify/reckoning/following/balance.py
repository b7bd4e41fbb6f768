"""A balance: what was there, and what came in, less what went out, is left: 48 dogs, 131 taken in, 139 rehomed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.sums import Computation, says
from moot.verify.reckoning.given.held import Held, bound, by_sentence, comparable

_IN = frozenset(
    stems(
        "took taken take takes receive received arrive arrived arrivals born births buy bought added adds joined joins "
        "gained admitted deposited collected earned hired donated acquired income receipts built earns enrolled"
    )
)
_OUT = frozenset(
    stems(
        "rehomed paid pays spent spends died deaths sold sales sell left leaves lost loses withdrew withdrawn resigned "
        "dismissed discharged released destroyed scrapped removed retired expenses payments slaughtered stolen gave"
    )
)
_END = frozenset(
    stems("end ended ends close closed closing finish finished finally then now afterwards balance numbered came stood")
)
_BY = lazy_re(r"\b[Bb]y (?:the )?(?:end|[A-Z]|\d|then|evening|night|spring|summer|autumn|winter)")
_LEAST = 2
"""Movements between the beginning and the end."""
_Told = tuple[Figure, frozenset[str]]


def closing(figure: Figure, claim: str, evidence: Sequence[Held]) -> Computation | None:
    """What the movements that a sentence tells leave, where the claim gives it as the end, or by a time.

    What was there may stand in the sentence before.
    """
    if not (_END & frozenset(stems(claim)) or _BY.search(claim)):
        return None
    prose = (each for each in evidence if each.grid is None and each.figure.counts and each.figure.high is None)
    ordered = sorted(prose, key=lambda each: (each.document.source.id, each.figure.start))
    before: list[Held] = []
    for sentence in by_sentence(ordered):
        held = [each for each in sentence if _alike(each.figure, figure)]
        above = [
            each
            for each in before
            if each.document.source.id == sentence[0].document.source.id and each.figure.noun == figure.noun
        ]
        for first in ([], *([each] for each in above)):
            some = [*first, *held]
            if some and not _of_one(figure, some[0].figure):
                continue
            signed = _signed([(each.figure, each.clause) for each in some])
            if signed and says(figure, sum(signed, Decimal(0))):
                used = tuple(some[: len(signed)])
                return Computation(Operation.SUM, sum(signed, Decimal(0)), _words(used, signed), used, len(used))
        before = held
    return None


def slips(claim: str) -> Iterator[str]:
    """A claim that tells the whole of a balance, which does not come to its own end."""
    told = [(each, frozenset(stems(words))) for each, words in bound(claim) if each.counts and each.high is None]
    signed = _signed(told)
    if not signed or len(signed) != len(told) - 1 or not _END & told[-1][1]:
        return
    last, total = told[-1][0], sum(signed, Decimal(0))
    alike = all(_alike(each, last) or _alike(last, each) for each, _ in told)
    if alike and _of_one(last, told[0][0]) and not says(last, total):
        left = (total / last.scale).normalize()
        yield f"{last.line} is not what the movements leave: that is {left:f}"


def _signed(told: Sequence[_Told]) -> list[Decimal]:
    """What was there, then what came in, and what went out as less; empty where it is no balance of one thing."""
    if not told or told[0][1] & (_IN | _OUT):
        return []
    found = [told[0][0].value]
    ways: set[bool] = set()
    for figure, words in told[1:]:
        into = bool(words & _IN)
        if into is bool(words & _OUT):
            break
        if not _of_one(figure, told[0][0]):
            return []
        ways.add(into)
        found.append(figure.value if into else -figure.value)
    return found if len(found) > _LEAST and len(ways) == 2 else []


def _alike(one: Figure, other: Figure) -> bool:
    """In one unit, or a bare number, which has that of the others."""
    return comparable(one, other) or (one.kind is FigureKind.QUANTITY and not one.unit)


def _of_one(figure: Figure, first: Figure) -> bool:
    """Whether it counts what the first does, or does not say what: "8 left"."""
    counted = frozenset(stems(figure.noun))
    return counted <= frozenset(stems(first.noun)) or bool(counted & (_IN | _OUT))


def _words(held: Sequence[Held], signed: Sequence[Decimal]) -> str:
    first, *others = (each.figure.line for each in held)
    return first + "".join(f" {'+' if by > 0 else '−'} {line}" for line, by in zip(others, signed[1:], strict=True))
