"""Numbers in words: three, twenty-one, two hundred, half, twice, threefold, per million."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from moot.text.lexicon import sequence
from moot.text.units import SCALES

_SMALL = {
    name: n
    for n, name in enumerate(
        sequence("""zero one two three four five six seven eight nine ten eleven
    twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen""")
    )
}
_TENS = {name: 10 * n for n, name in enumerate(sequence("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
_UP_TO_NINE = "|".join(list(_SMALL)[1:10])
_SIMPLE = rf"(?:{'|'.join(_TENS)})(?:[- ](?:{_UP_TO_NINE}))?|{'|'.join(sorted(_SMALL, key=len, reverse=True))}"

NUMBER_WORD = re.compile(
    rf"(?<![\w-])(?:(?P<twice>twice|thrice)|(?P<fold>{_UP_TO_NINE}|ten)-?fold"
    rf"|(?P<half>half)|(?P<quarters>three[- ]quarters|a quarter(?=\s+of))"
    rf"|(?:per|an?|each|every)\s+(?P<scale>hundred|thousand|million|billion|trillion)"
    rf"|(?P<simple>{_SIMPLE})(?P<hundred>\s+hundred)?)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    number: Decimal
    scale: Decimal = Decimal(1)
    unit: str = ""
    needs_unit: bool = False
    """"one" counts only with a scale or unit: else it is mostly a pronoun."""
    group: str = ""
    """The part of the match that is the figure, when not all of it."""


def number_of(match: re.Match[str]) -> Said:
    """What a match of `NUMBER_WORD` says."""
    if match["twice"]:
        return Said(Decimal(2 if match["twice"].lower() == "twice" else 3), unit="x")
    if match["fold"]:
        return Said(Decimal(_SMALL[match["fold"].lower()]), unit="x")
    if match["half"]:
        return Said(Decimal("0.5"))
    if match["quarters"]:
        return Said(Decimal("0.75") if match["quarters"].lower().startswith("three") else Decimal("0.25"))
    if match["scale"]:
        return Said(Decimal(1), SCALES[match["scale"].lower()], group="scale")
    parts = re.split(r"[- ]", match["simple"].lower())
    number = sum(_TENS.get(part, _SMALL.get(part, 0)) for part in parts)
    hundred = Decimal(100 if match["hundred"] else 1)
    return Said(Decimal(number), hundred, needs_unit=number <= 1 and hundred == 1)
