"""Numbers in words: three, twenty-one, two hundred, half, twice, threefold, per million."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moot.text.lazy import lazy_re
from moot.text.lexicon import sequence
from moot.text.units import SCALES

SMALL = {
    name: n
    for n, name in enumerate(
        sequence("""zero one two three four five six seven eight nine ten eleven
    twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen""")
    )
}
TENS = {name: 10 * n for n, name in enumerate(sequence("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
_UP_TO_NINE = "|".join(list(SMALL)[1:10])
_SIMPLE = rf"(?:{'|'.join(TENS)})(?:[- ](?:{_UP_TO_NINE}))?|{'|'.join(sorted(SMALL, key=len, reverse=True))}"

_TENTHS = {name: n for n, name in enumerate(sequence("third quarter fifth sixth seventh eighth ninth tenth"), start=3)}
_PARTS = _TENTHS | {"twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000}
_PART = "|".join(_PARTS)
_MERE = r"(?:(?:good|full|further|mere|bare|whole)\s+)?"
_PART_OF = (
    rf"an?\s+{_MERE}(?:{_PART})(?=\s+(?:of|more|less|as|above|below|were|was|are|is|again|off|\w{{2,}}er)\b)"
    rf"|(?<=\b(?:sold|lost|paid|kept|owns|sell|lose) )an?\s+{_MERE}(?:{_PART})(?=\s+(?:at|to|in|on|from|by|for)\b)"
    rf"|(?<=\bby )an?\s+{_MERE}(?:{_PART})|(?:(?<=\bof which )|(?<=\bof whom )|(?<=\bof these ))an?\s+(?:{_PART})"
    rf"|(?<=\bof )an?\s+{_MERE}(?:{_PART})(?=\s+(?:on|in|to|from|for|at|by|if|when|and|or)\b|[,.;:)])"
    rf"|(?:(?<=\bby over )|(?<=\bby some )|(?<=\bby about )|(?<=\bby almost )|(?<=\bby nearly )|(?<=\bby roughly )"
    rf"|(?<=\bby around )|(?<=\bby just over )|(?<=\bby more than )|(?<=\bby less than ))an?\s+(?:{_PART})"
)

_NO_PERIOD = (
    r"(?!-year\s+(?:reports?|results?|figures?|accounts?|statements?|financials?|earnings|reviews?|updates?|numbers?|"
    r"revenues?|sales|profits?|periods?|dividends?|forecasts?|announcements?|presentations?|releases?|letters?|targets?|"
    r"of|to|ended|ending)\b)"
)
"""In "the half-year report" the word names a period and measures nothing."""

_MANY = rf"(?:{_SIMPLE}|\d{{1,3}}(?!\d|[.,]\d))"
_NO_FIND = r"(?!(?<=\bat[ \xa0]least[ \xa0]one)[^.,;:()]{1,40}[ \xa0]in[ \xa0][a-z-]+(?:[.,;:)]|$))"
""" "We found at least one fault in nine": where a clause ends with it, nine are those in which it was found."""
_IN = r"\s+(?:(?:in|out\s+of)\s+(?:every\s+)?|of\s+every\s+)"
_FOR_EVERY = r"\s+(?:[a-z]+\s+)?for\s+every\s+"
_GOES_ON = (
    r"was|were|is|are|has|had|have|did|does|do|could|can|will|would|came|went|that|who|which|and|or|but|while|when"
)
_ONE_IN = (
    rf"(?:one{_NO_FIND}|(?P<some>(?!one\b)(?:{_SIMPLE})))\s+(?!of\b|more\b|less\b)(?:[a-z]+\s+)??(?P<thing>[a-z]+){_IN}{_MANY}"
    rf"(?=\s+(?:{_GOES_ON}|\w+ed|(?(some)(?!)|(?:of|in|at|on|by|from|between|during|before|after|over|since|as)))\b"
    r"|[.,;:)]|\s+\(|$)"
)
""" "One call in three was a false alarm", "four officers in every ten (38 %)", no "one goal in three matches"."""
_ODDS = (
    rf"(?:(?<!\band )(?<!\bor )(?:one{_IN}{_MANY}|(?<!, )(?:{_SIMPLE}){_IN}\d\d?(?!\d|[.,]\d))"
    rf"|(?:{_SIMPLE}){_IN}(?:{_SIMPLE}|\d\d?(?![\d.,;:)]|$))|one{_FOR_EVERY}{_MANY})"
)
""" "One in 5", "two in 6 homes"; not what goes on from another: "one nurse in 5 wards and two in 6"."""
ODDS_IN_DIGITS = lazy_re(r"\b(?:in|out[\s\xa0]+of)[\s\xa0]+(?:every[\s\xa0]+)?\d{1,3}(?!\d|[.,]\d)")
""" "One train in 25": these digits are no number of their own where `NUMBER_WORD` has odds."""

NUMBER_WORD = lazy_re(
    rf"(?<![\w-])(?:(?P<again>(?:half|an?\s+(?:{_PART}))\s+as\s+[a-z]+\s+again)|(?P<twice>twice|thrice)|(?P<fold>{_UP_TO_NINE}|ten)-?fold"
    rf"|(?P<part>(?:{_UP_TO_NINE})[- ](?:{_PART})s?|{_PART_OF})"
    rf"|(?P<odds>{_ODDS}(?!\s+(?:others?|more|seconds|minutes|hours|days|weeks|months|years)\b)|{_ONE_IN})"
    rf"|(?P<half>(?<!\ben een )(?<!\ben )half{_NO_PERIOD})|an?\s+(?P<dozen>dozen)|(?P<couple>an?\s+couple\s+of)"
    rf"|(?:per|an?|each|every)\s+(?P<scale>hundred|thousand|million|billion|trillion)"
    rf"|(?P<simple>{_SIMPLE})(?P<more>[\s-]+and[\s-]+a[\s-]+(?:half|quarter))?(?P<hundred>\s+hundred(?:\s+and\s+(?P<rest>{_SIMPLE}))?)?)"
    r"(?:-odd)?(?!\w)",
    re.IGNORECASE,
)


IN_A_HUNDRED = lazy_re(
    rf"(?<![\w.,-])(?<!\bin )(?:(?:\d{{1,2}}|{_SIMPLE})[\s\xa0]+"
    r"(?:in[\s\xa0]+(?:(?:every|each|an?|one)[\s\xa0]+)?|out[\s\xa0]+of[\s\xa0]+(?:every|each)[\s\xa0]+)"
    rf"|(?:{_SIMPLE})[\s\xa0]+out[\s\xa0]+of[\s\xa0]+(?:an?|one)[\s\xa0]+)(?:hundred|100)(?!\w|[.,]\d)",
    re.IGNORECASE,
)
""" "Fifteen in a hundred", "2 in 100". Not "87 out of 100", which is a count of another."""


@dataclass(frozen=True)
class Said:
    number: Decimal
    scale: Decimal = Decimal(1)
    unit: str = ""
    needs_unit: bool = False
    """"one" counts only with a scale or unit: else it is mostly a pronoun."""
    group: str = ""
    """The part of the match that is the figure, when not all of it."""


def number_words(text: str) -> Iterator[re.Match[str]]:
    """The matches of `NUMBER_WORD`; of "five patients in two are" both numbers: no part is larger than its whole."""
    for match in NUMBER_WORD.finditer(text):
        if match["thing"] and number_of(match).number >= 1:
            yield from NUMBER_WORD.finditer(text, match.start(), match.start("thing"))
            yield from NUMBER_WORD.finditer(text, match.end("thing"), match.end())
        else:
            yield match


def number_of(match: re.Match[str]) -> Said:
    """What a match of `NUMBER_WORD` says."""
    if match["twice"]:
        return Said(Decimal(2 if match["twice"].lower() == "twice" else 3), unit="x")
    if match["again"]:
        part = match["again"].lower().split(" as ")[0].split()[-1]
        return Said(1 + (Decimal("0.5") if part == "half" else Decimal(1) / _PARTS[part]), unit="x")
    if match["fold"]:
        return Said(Decimal(SMALL[match["fold"].lower()]), unit="x")
    if match["half"]:
        return Said(Decimal("0.5"))
    if match["part"]:
        words = re.split(r"[-\s]+", match["part"].lower())
        return Said(Decimal(SMALL.get(words[0], 1)) / _PARTS[words[-1].removesuffix("s")])
    if match["odds"]:
        some, many = re.split(f"{_IN}|{_FOR_EVERY}", match["odds"].lower())
        return Said(simple(some) / max(simple(many), Decimal(1)))
    if match["dozen"]:
        return Said(Decimal(12))
    if match["couple"]:
        return Said(Decimal(2), needs_unit=True)
    if match["scale"]:
        return Said(Decimal(1), SCALES[match["scale"].lower()], group="scale")
    number = simple(match["simple"].lower())
    hundred = Decimal(100 if match["hundred"] else 1)
    if match["more"]:
        number += Decimal("0.5") if match["more"].lower().endswith("half") else Decimal("0.25")
    if match["rest"]:
        return Said(number * hundred + simple(match["rest"].lower()))
    return Said(number, hundred, needs_unit=number <= 1 and hundred == 1)


def simple(words: str) -> Decimal:
    """A number up to 99 in words or digits."""
    if words.isdecimal():
        return Decimal(words)
    return Decimal(sum(TENS.get(part, SMALL.get(part, 0)) for part in re.split(r"[- ]", words)))
