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
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.verify.comparing.clauses import CONTRACTED, tokens
from moot.verify.reckoning.given.expression import BadExpression, evaluate, result_is

_CALL = lazy_re(r"\s*([a-z][a-z_]{1,30})\s*\(([^()]{0,150})\)\s*", re.IGNORECASE)
_DENIED = lexicon(f"not no never neither nor nobody none without cannot hardly {CONTRACTED}")
_UNSURE = lexicon("if unless would could might may should only doubt doubts doubted false untrue wrong")
"""Where one of these stands in a claim, nothing is said plainly."""


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


def results(expression: str) -> tuple[Decimal, ...]:
    """The figures that a claim with this expression may state as computed: its value; of a question, differences."""
    try:
        asked = ask(expression)
        if asked is None:
            return (evaluate(expression).value,)
    except BadExpression:
        return ()  # `Computed` says why.
    return tuple(one - other for one, other in combinations(asked.operands, 2))


def unanswered(asked: Asked, text: str) -> str:
    """Why the claim says no answer to what was asked; empty when it says one."""
    missing = _unsaid(asked.operands, text)
    if missing is not None:
        return f"the claim does not say the {missing:f} that it asks about"
    plain = f"whether it is {asked.name} ({asked.told}) is not said plainly in the claim"
    return "" if _said(text, asked.name) else plain


def unlike(asked: Asked, text: str) -> str:
    """How the answer that the claim says differs from the one that was given; empty when it does not."""
    said = _said(text, asked.name)
    return "" if said == asked.told else f"the expression gives “{asked.told}”, and the claim says “{said}”"


def _parts(text: str) -> list[str]:
    """Between commas or semicolons; where a space follows those that part, `1,319` is one number."""
    return re.split(r"[,;]\s+|;" if re.search(r"[,;]\s", text) else r",|;", text.strip())


def _unsaid(operands: Iterable[Decimal], text: str) -> Decimal | None:
    """The first number that the text gives neither itself nor in the difference to another one."""
    found = [figure for figure in figures.find(text) if figure.kind is not FigureKind.DATE]
    said = [end for figure in found for end in ((figure,) if figure.high is None else figure.ends)]
    numbers = tuple(operands)
    apart = {
        number
        for pair in combinations(numbers, 2)
        if any(result_is(figure, pair[0] - pair[1]) for figure in said)
        for number in pair
    }
    given = (number for number in numbers if number not in apart and not any(result_is(each, number) for each in said))
    return next(given, None)


def _said(text: str, name: str) -> str:
    """How the claim answers, as `Asked.told`; empty where it does not, or not in the plain words that authors know."""
    plain = text.lower().replace("’", "'")
    words = tokens(plain)
    denials = sum(word in _DENIED for word in words)
    if _UNSURE.intersection(words):
        return ""
    yes, no = rf"\b(?:is|are) {name}\b", rf"\b(?:cannot|can not|can't) be {name}\b|(?:\b(?:is|are) not|n't) {name}\b"
    if denials:
        return "no" if denials == 1 and re.search(no, plain) and not re.search(yes, plain) else ""
    if re.search(rf"\b(?:is|are) un{name}\b", plain):
        return "" if re.search(yes, plain) else "no"
    if "whether" in words:
        return "it depends" if re.search(rf"{yes} depends\b", plain) else ""
    return "yes" if re.search(yes, plain) else ""
