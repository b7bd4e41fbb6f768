"""Arithmetic over cited figures, evaluated by us in decimals: + - * / and parentheses, nothing else."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException, localcontext

from moot.text.figures import Bound, Figure
from moot.text.lazy import lazy_re

_LONGEST = 200
_LARGEST = 60
"""Nodes of the syntax tree."""
_ALLOWED = lazy_re(r"[\d\s.+\-*/()]+")
_SIGNS = str.maketrans({"−": "-", "–": "-", "×": "*", "·": "*", "÷": "/", ":": "/", "\u00a0": " "})
_CONTEXT = Context(prec=28)


class BadExpression(Exception):
    """The message says why, for a reader."""


@dataclass(frozen=True)
class Evaluated:
    value: Decimal
    operands: tuple[Decimal, ...]
    """The numbers that evidence must show: all but the constants of a percentage (100, 1) and of a mean.

    So the 1 of `545000 * (1 - 8 / 100)` and the 100 of `100 - 89.5`, not the 1 of `89.5 - 1`.
    """


def evaluate(expression: str) -> Evaluated:
    """Raises `BadExpression` with the reason."""
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", expression.translate(_SIGNS))
    text = re.sub(r"(?<=\d)\s*%", "", text).strip()
    if not text:
        raise BadExpression("there is no expression")
    if len(text) > _LONGEST:
        raise BadExpression(f"the expression is longer than {_LONGEST} characters")
    if not _ALLOWED.fullmatch(text) or "**" in text or "//" in text:
        raise BadExpression("only numbers, + - * / and parentheses are allowed in an expression")
    try:
        tree = ast.parse(text, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise BadExpression("the expression cannot be read") from None
    if sum(1 for _ in ast.walk(tree)) > _LARGEST:
        raise BadExpression("the expression is too long")
    operands: list[Decimal] = []
    with localcontext(_CONTEXT):
        try:
            value = _value(tree.body, text, operands)
        except DecimalException:
            raise BadExpression("the expression divides by zero or leaves the range of numbers") from None
    return Evaluated(value, tuple(operands))


def _value(node: ast.expr, text: str, operands: list[Decimal]) -> Decimal:
    match node:
        case ast.Constant():
            number = _number(node, text)
            operands.append(number)
            return number
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_value(inner, text, operands)
        case ast.UnaryOp(op=ast.UAdd(), operand=inner):
            return _value(inner, text, operands)
        case ast.BinOp():
            return _binary(node, text, operands)
        case _:
            raise BadExpression("only numbers, + - * / and parentheses are allowed in an expression")


def _binary(node: ast.BinOp, text: str, operands: list[Decimal]) -> Decimal:
    left = _value(node.left, text, operands)
    if isinstance(node.right, ast.Constant) and _is_given(node, _number(node.right, text)):
        right = _number(node.right, text)
    elif isinstance(node.left, ast.Constant) and (_is_factor(node, left) or _is_whole(node, left)):
        operands.remove(left)
        right = _value(node.right, text, operands)
    else:
        right = _value(node.right, text, operands)
    match node.op:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case _:
            return left / right


def _is_given(node: ast.BinOp, right: Decimal) -> bool:
    """True for a constant that needs no evidence: x * 100, x / 100, a / b - 1, the n of a mean of n terms."""
    if isinstance(node.op, ast.Mult | ast.Div) and right == 100:
        return True
    if isinstance(node.op, ast.Add | ast.Sub) and right == 1:
        return isinstance(node.left, ast.BinOp) and isinstance(node.left.op, ast.Div)
    return isinstance(node.op, ast.Div) and right > 1 and right == _terms(node.left)


def _is_factor(node: ast.BinOp, left: Decimal) -> bool:
    return isinstance(node.op, ast.Mult) and left == 100


def _is_whole(node: ast.BinOp, left: Decimal) -> bool:
    """True for the 1 that a part is taken off or put on (`1 - 8 / 100`), and for the 100 percent (`100 - 8`)."""
    if left == 100:
        return isinstance(node.op, ast.Sub)
    part = isinstance(node.right, ast.BinOp) and isinstance(node.right.op, ast.Div)
    return left == 1 and isinstance(node.op, ast.Add | ast.Sub) and part


def _terms(node: ast.expr) -> int:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _terms(node.left) + _terms(node.right)
    return 1


def _number(node: ast.Constant, text: str) -> Decimal:
    # The text itself, since the tree holds a float.
    return Decimal(text[node.col_offset : node.end_col_offset])


def result_is(figure: Figure, result: Decimal) -> bool:
    """True when the figure says the result, rounded to its digits; the sign may lie in the words ("behind by 2")."""
    for scale, size in ((Decimal(1), figure.value), (figure.scale, figure.written)):
        step = (figure.coarse if figure.bound is Bound.ABOUT else figure.step) / scale
        targets = [result, -result] if not figure.signed else [result]
        if figure.unit == "%":
            targets += [target * 100 for target in targets]
        for target in targets:
            if size == target or (size and abs(size - target) * 2 <= step):
                return True
            if figure.bound is Bound.OVER and size <= target < size + figure.coarse / scale:
                return True
            if figure.bound is Bound.UNDER and size - figure.coarse / scale < target <= size:
                return True
    return False
