"""The question `resolved(A, B, TASKS[, TRIALS])` of computed claims: does a difference of headlines show anything?"""

from __future__ import annotations

from decimal import Decimal

from moot.bench.headline.judge import Outcome, judge
from moot.bench.headline.row import parse
from moot.errors import UsageError
from moot.verify.reckoning.given.expression import BadExpression

_ANSWERS = {Outcome.A_LEADS: True, Outcome.B_LEADS: True, Outcome.DEPENDS: None, Outcome.UNRESOLVED: False}


def resolved(*numbers: Decimal) -> bool | None:
    """Whether somebody leads at every plausible pairing (yes), at none (no), or it depends; scores in percent.

    The same verdict as `moot bench compare` gives the row by itself. Raises `BadExpression`.
    """
    if len(numbers) not in (3, 4):
        raise BadExpression("resolved takes two scores, the number of tasks and, if known, the trials a task")
    a, b, *sizes = numbers
    if any(size != size.to_integral_value() for size in sizes):
        raise BadExpression("resolved takes whole numbers of tasks and trials")
    try:
        row = parse(f"resolved:{'x'.join(f'{size:.0f}' for size in sizes)}:{a:f}:{b:f}")
    except UsageError as error:
        raise BadExpression(str(error).removesuffix(".")) from None
    return _ANSWERS[judge([row], margin=0)[0].outcome]
