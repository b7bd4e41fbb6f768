"""What one or two figures of a claim come to: 60 of 240 is a quarter, and what 12 % leave is 88 %."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from moot.text.figures import Figure, FigureKind
from moot.verify.relating.figure_pairs import CLOSE

_COUNTABLE = frozenset({"x", "", "month", "s"})
_OFTEN = 52


def follows(figure: Figure, others: Sequence[Figure]) -> bool:
    """True when it is what one or two figures of the other claim come to."""
    if figure.kind is FigureKind.NAME:
        return False
    plainly = [each for each in others if each.kind not in (FigureKind.NAME, FigureKind.ORDINAL)]
    if any(left_of_whole(figure, each) for each in plainly):
        return True
    return any(_comes_to(figure, value, unit) for value, unit in _reckoned(plainly))


def left_of_whole(figure: Figure, other: Figure) -> bool:
    shares = [_share(each) for each in (figure, other)]
    return None not in shares and sum(each for each in shares if each is not None) == 100


def _share(figure: Figure) -> Decimal | None:
    if figure.unit == "%":
        return figure.value
    return figure.value * 100 if figure.word and not figure.unit and 0 < figure.value < 1 else None


def _reckoned(figures: Sequence[Figure]) -> Iterator[tuple[Decimal, str]]:
    for n, a in enumerate(figures):
        for b in figures[n + 1 :]:
            like = a.unit == b.unit
            small, large = sorted((abs(a.value), abs(b.value)))
            if like and large and small != large:
                yield small / large * 100, "%"
                yield (1 - small / large) * 100, "%"
                yield large - small, a.unit if a.unit != "%" else "pp"
                yield large + small, a.unit
                if small:
                    yield large / small, "x"
                    if a.value < b.value:
                        yield (large / small - 1) * 100, "%"
            for multiple, base in ((a, b), (b, a)):
                times = multiple.written if multiple.unit in _COUNTABLE else Decimal(0)
                if 1 < times <= _OFTEN:
                    yield base.value * times, base.unit
                    yield base.value / times, base.unit
                part = _share(multiple)
                if part is not None and base.unit != "%":
                    yield base.value * part / 100, base.unit


def _comes_to(figure: Figure, value: Decimal, unit: str) -> bool:
    own = _share(figure) if unit == "%" else figure.value
    if own is None or (unit != "%" and figure.unit != unit) or not value:
        return False
    step = figure.step * 100 if unit == "%" and figure.unit != "%" else figure.step
    near = abs(own - value) / abs(value) <= CLOSE
    return own == value or (near and (figure.approx or figure.word or abs(own - value) * 2 <= step))
