"""An expression that asks instead of reckoning: `resolved(78.8, 80.8, 500)`, a registered question over cited figures.

Questions are what is registered under the entry point group `moot.questions`: called with numbers, they answer yes,
no, or neither. The claim says the answer with the question's own word: "is resolved", "cannot be resolved", or
"whether it is resolved depends on …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Protocol

from moot.plugins import registered
from moot.text import figures
from moot.text.figures import FigureKind
from moot.text.lexicon import lexicon
from moot.verify.clauses import CONTRACTED, Clause, cut
from moot.verify.expression import BadExpression, evaluate, result_is

_CALL = re.compile(r"\s*([a-z][a-z_]{1,30})\s*\(([^()]{0,150})\)\s*", re.IGNORECASE)
_DENIED = lexicon(f"not no never neither nor nobody none without cannot hardly {CONTRACTED}")
_UNSURE = lexicon("if unless would could might may should only doubt doubts doubted false untrue wrong")
"""Where one of these stands in the clause, nothing is said plainly."""
_NOT_PLAIN = "neither"


class Question(Protocol):
    def __call__(self, *numbers: Decimal) -> bool | None:
        """Yes, no, or neither. Raises `BadExpression` where the numbers cannot be asked about."""
        ...


@dataclass(frozen=True)
class Asked:
    name: str
    operands: tuple[Decimal, ...]
    """The numbers that evidence must show."""
    answer: bool | None

    @property
    def told(self) -> str:
        return {True: "yes", False: "no", None: "it depends"}[self.answer]


def ask(expression: str) -> Asked | None:
    """The answer; None where the expression is arithmetic. Raises `BadExpression` with the reason."""
    call = _CALL.fullmatch(expression)
    if call is None:
        return None
    name = call[1].lower()
    point = registered("questions").get(name)
    if point is None:
        known = ", ".join(registered("questions")) or "none"
        raise BadExpression(f"there is no question '{name}' (known: {known})")
    numbers = [evaluate(part) for part in _parts(call[2])]
    question: Question = point.load()
    answer = question(*(number.value for number in numbers))
    return Asked(name, tuple(operand for number in numbers for operand in number.operands), answer)


def unlike(asked: Asked, text: str) -> str:
    """Why the claim does not say what was answered; empty when it does."""
    missing = _unsaid(asked.operands, text)
    if missing is not None:
        return f"the claim does not say the {missing:f} that it asks about"
    spoken = {said for clause in cut(text) if (said := _said(clause, asked.name))}
    if spoken == {asked.told}:
        return ""
    if spoken and _NOT_PLAIN not in spoken:
        return f"the expression gives “{asked.told}”, and the claim says “{', '.join(sorted(spoken - {asked.told}))}”"
    return f"whether it is {asked.name} ({asked.told}) is not said plainly in the claim"


def _parts(text: str) -> list[str]:
    """Between commas or semicolons; where a space follows those that part, `1,319` is one number."""
    return re.split(r"[,;]\s+|;" if re.search(r"[,;]\s", text) else r",|;", text.strip())


def _unsaid(operands: Iterable[Decimal], text: str) -> Decimal | None:
    """The first number that the text gives neither itself nor in the difference to another one."""
    said = [figure for figure in figures.find(text) if figure.kind is not FigureKind.DATE]
    numbers = tuple(operands)
    apart = {
        number
        for pair in combinations(numbers, 2)
        if any(result_is(figure, pair[0] - pair[1]) for figure in said)
        for number in pair
    }
    given = (number for number in numbers if number not in apart and not any(result_is(each, number) for each in said))
    return next(given, None)


def _said(clause: Clause, name: str) -> str:
    """How the clause answers: as `Asked.told`, or that it is not plain; empty where it speaks of something else.

    Strict on purpose: the author knows which words are read.
    """
    text = clause.text.lower().replace("’", "'")
    if not re.search(rf"\b(?:un)?{name}\b", text):
        return ""
    denials = sum(token in _DENIED for token in clause.tokens)
    if _UNSURE.intersection(clause.tokens):
        return _NOT_PLAIN
    if re.search(rf"\b(?:is|are) {name} depends\b", text):
        return _NOT_PLAIN if denials else "it depends"
    if re.search(rf"\b(?:cannot|can not|can't) be {name}\b|(?:\b(?:is|are) not|n't) {name}\b", text):
        return "no" if denials == 1 else _NOT_PLAIN
    if re.search(rf"\b(?:is|are) un{name}\b", text):
        return _NOT_PLAIN if denials else "no"
    return "yes" if not denials and re.search(rf"\b(?:is|are) {name}\b", text) else _NOT_PLAIN
