"""Does the computation give what the claim says? Gate."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from moot.evidence.cited import Cited, places
from moot.evidence.library import Library
from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.verify.check import finding
from moot.verify.reckoning.given.asked import Asked, ask, unanswered, unlike
from moot.verify.reckoning.given.expression import BadExpression, evaluate, result_is
from moot.verify.reckoning.settling.proof import Problem
from moot.verify.wording import shorten
from moot.words import Claim, ClaimKind, Finding, Outcome


class Computed:
    """The expression is plain arithmetic over figures of the quotes, and its result is a figure of the claim.

    100 (of a percentage), 1 (of a change, a / b - 1, or of a part, 1 - a / 100) and the n of a mean need no evidence.
    Or it asks a question over such figures (`asked`), and the claim says the answer. Applies to computed claims.
    """

    name = "computed"
    version = "3"
    gate = True

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        asked = (claim for claim in claims if claim.kind is ClaimKind.COMPUTED)
        return [self._finding(claim, library.cited(claim)) for claim in asked]

    def _finding(self, claim: Claim, cited: Sequence[Cited]) -> Finding:
        found = _judged(claim, cited)
        problem = found if isinstance(found, Problem) else None
        return finding(
            self,
            claim,
            Outcome.unless(problem),
            found.words if isinstance(found, Problem) else found,
            otherwise=problem and problem.otherwise,
            places=places(cited),
        )


def _judged(claim: Claim, cited: Sequence[Cited]) -> str | Problem:
    """In words what the expression gives, where that is what the claim says; else what is wrong."""
    try:
        made = ask(claim.expression or "") or evaluate(claim.expression or "")
    except BadExpression as error:
        return Problem(str(error), otherwise=False)
    quoted = [figure for each in cited for figure in figures.find(each.words)]
    numbers = {number for figure in quoted for number in _numbers(figure)}
    strange = [operand for operand in made.operands if operand not in numbers]
    if strange:
        missing = ", ".join(dict.fromkeys(f"{number:f}" for number in strange))
        return Problem(f"{missing} of the expression is not in the quotes", otherwise=False)
    if isinstance(made, Asked):
        return _answered(made, claim)
    said = [figure for figure in figures.find(claim.text) if figure.kind is not FigureKind.DATE]
    result = _readable(made.value)
    if any(result_is(figure, made.value) for figure in said):
        return f"{shorten(claim.expression or '')} = {result}"
    return Problem(f"the expression gives {result}, which the claim does not say", otherwise=True)


def _answered(asked: Asked, claim: Claim) -> str | Problem:
    if unsaid := unanswered(asked, claim.text):
        return Problem(unsaid, otherwise=False)
    if other := unlike(asked, claim.text):
        return Problem(other, otherwise=True)
    return f"{shorten(claim.expression or '')}: {asked.told}"


def _numbers(figure: Figure) -> set[Decimal]:
    if figure.kind is FigureKind.DATE:
        return {Decimal(int(figure.value) // 10000)} if figure.unit == "year" else set()
    ends = [figure.value] if figure.high is None else [figure.value, figure.high]
    return {abs(number) for end in ends for number in (end, end / figure.scale)}


def _readable(value: Decimal) -> str:
    """At most six significant digits, never with an exponent."""
    rounded = value if value == value.to_integral_value() else Decimal(f"{value:.6g}")
    return f"{rounded.normalize():f}"
