"""One figure in a text: a number with what it measures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from moot.text.spans import Span

_MAY = "".join(f"(?<!{word} )" for word in ("may", "might", "could", "can", "will", "would", "to"))
UP_TO = (
    "".join(rf"(?<!{_MAY}\b{word} )" for word in ("add", "sum", "come"))
    + "".join(rf"(?<!\b{word} )" for word in ("adds", "added", "adding", "sums", "summed", "summing", "comes", "came"))
    + "up to"
)
"""Before the most that there may be, as a pattern; what parts "add up to" they are."""


class FigureKind(StrEnum):
    QUANTITY = "quantity"
    PERCENT = "percent"
    """Percent, and percentage points (unit `pp`): two units that never agree."""
    MONEY = "money"
    MULTIPLE = "multiple"
    """3×, threefold, 3 times."""
    DATE = "date"
    """`value` is yyyymmdd with zeros for the parts that are not said; `unit` is day, month or year."""
    ORDINAL = "ordinal"
    NAME = "name"
    """Part of a name: a version, a model number, the number right after a proper name."""


class Bound(StrEnum):
    NONE = ""
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True)
class Figure:
    """`text[start:end] == raw`, sign, currency, scale and unit included, words of approximation not."""

    start: int
    end: int
    raw: str
    kind: FigureKind
    value: Decimal
    """In `unit`, scale applied: "35bn" is 35000000000. Of a range the lower end."""
    unit: str = ""
    """"", %, pp, point, x, a currency code, B (bytes), s, month, m, g, …, or a rate: "/s", "B/s"."""
    high: Decimal | None = None
    """The upper end of a range."""
    bound: Bound = Bound.NONE
    scale: Decimal = Decimal(1)
    """value / scale is the number as written."""
    step: Decimal = Decimal(1)
    """What the last written digit counts for: .1 in 61.6, 1000000000 in 35bn."""
    noun: str = ""
    """The first word counted, lower-cased and in the singular: token, task."""
    counted: str = ""
    """The same as written: tokens, Tasks."""
    word: bool = False
    """Written in words: three, half."""
    signed: bool = False

    @property
    def line(self) -> str:
        """As written, in one line, without the marks of emphasis."""
        return " ".join(self.raw.replace("*", "").split())

    @property
    def approx(self) -> bool:
        """True for "roughly 3", "over 90,000", "~5"."""
        return self.bound is not Bound.NONE

    @property
    def is_ratio(self) -> bool:
        """True for a percentage, a multiple and a fraction in words."""
        return self.unit in ("%", "x") or self.is_fraction

    @property
    def is_fraction(self) -> bool:
        """True for a part in words: half, a third."""
        return self.word and not self.unit and self.value < 1

    @property
    def counts(self) -> bool:
        """True for what counts or measures: no date, no name, no place in an order."""
        return self.kind not in (FigureKind.DATE, FigureKind.NAME, FigureKind.ORDINAL)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def moved(self, by: int) -> Figure:
        """The same figure in a text that has `by` more characters before it."""
        return replace(self, start=self.start + by, end=self.end + by)

    def measured_as(self, other: Figure) -> Figure:
        """The same number in the unit and scale of another figure, and of what that counts where it counts nothing."""
        return replace(
            self,
            kind=other.kind,
            value=self.value * other.scale,
            unit=other.unit,
            high=None if self.high is None else self.high * other.scale,
            scale=other.scale,
            step=self.step * other.scale,
            noun=self.noun or other.noun,
        )

    @property
    def ends(self) -> tuple[Figure, ...]:
        """The two ends of a range as figures of their own; else the figure."""
        if self.high is None:
            return (self,)
        return replace(self, high=None), replace(self, value=self.high, high=None)

    @property
    def written(self) -> Decimal:
        """The number without its scale: 35 of "35bn"."""
        return self.value / self.scale

    @property
    def coarse(self) -> Decimal:
        """What the last digit that is not zero counts for: 10000 in 90,000. The step of an approximate figure."""
        if not self.value:
            return self.step
        digits = self.value.normalize().as_tuple()
        return max(self.step, Decimal(1).scaleb(int(digits.exponent)))
