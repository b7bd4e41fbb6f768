"""A claim with its figures in the forms that our grammar of figures reads: "3 out of 10" as 30 %, kelvin as degrees,
numbers in words of other languages as digits.
"""

from __future__ import annotations

import re
from functools import lru_cache

from moot.text.lazy import lazy_re
from moot.text.number_words_abroad import in_digits
from moot.text.often import OFTEN

_NUMBERS = {
    name: n
    for n, name in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
} | {"twenty": 20, "hundred": 100, "a hundred": 100}
_NUMBER = rf"(?:\d{{1,4}}(?![\d.,]\d)|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
ODDS = lazy_re(
    rf"\b(?P<some>{_NUMBER}(?:\.\d+)?) (?:in(?! (?:1[5-9]|20)\d\d\b)|out of)(?: every| each)? (?P<many>{_NUMBER})\b"
    rf"(?![.,]?\d| (?:per|%))|\b(?P<some2>{_NUMBER}) of every (?P<many2>{_NUMBER})\b"
    rf"|(?<!\bno )\b(?P<some3>one) (?!(?:hundred|thousand|million|billion|of|was|fell|is)\b)[a-z]+ "
    r"(?:[a-z]+ (?=in \w+(?:[,.;]|$| (?:that|which|who|is|was|lies|stands|has|had)\b)))?"
    r"in (?P<many3>two|three|four|five|six|seven|eight|nine|ten|twenty)\b"
    r"(?![-\s](?:hundred|thousand|million|one|two|three|four|five|six|seven|eight|nine)\b)"
    r"(?! (?:second|minute|hour|day|night|week|month|year|game|match|season|attempt|session|round|case)(?:e?s)?\b)",
    re.IGNORECASE,
)
_KELVIN = lazy_re(r"(?<![\w.])(?P<n>\d+(?:\.\d+)?)[ \xa0](?:kelvins?|K)\b(?! \d)")
_DEGREES = lazy_re(r"(?<=\d)[ \xa0](?=(?:Fahrenheit|Celsius|centigrade)\b)", re.IGNORECASE)
_TON = lazy_re(r"\bmetric ton(?:ne)?(?P<more>s?)\b", re.IGNORECASE)
_MINUS = lazy_re(r"\bminus (?=\d)", re.IGNORECASE)
_BELOW = lazy_re(
    r"(?<!\d)(?P<n>\d+(?:\.\d+)?)(?P<unit> (?:degrees(?: (?:Celsius|C))?|°C)) below (?:zero|freezing)", re.I
)
_ONE = lazy_re(
    r"\b(?P<before>about|around|nearly|almost|roughly|over|under|within|for|lasts?|lasted|took|takes|of|than|only|just|"
    r"exactly|by|costs?|in|to|lasting|taking) an? (?P<unit>year|month|week|day|hour|minute|decade|century|kilometre|"
    r"kilometer|mile|tonne|litre|million|billion|thousand|hundred|metre)\b(?! (?:ago|later|earlier|before|after)\b)",
    re.IGNORECASE,
)
_GOALS = lazy_re(
    rf"\b(?P<one>{_NUMBER}) (?:goals?|sets?|games?|frames?|votes?) to (?P<other>{_NUMBER}|none|nil)\b(?! (?:per|%))",
    re.IGNORECASE,
)
"""A score in words: "three goals to one"; of points it is also said by how many something fell, and to what."""
_SCORE = lazy_re(r"(?<![\w.,/-])(?P<more>\d{1,3})(?P<dash>[-–])(?P<less>\d{1,3})(?![\w.,/-])")
_PART = lazy_re(
    r"\b(?P<what>version|release|phase|chapter|stage|layer|type|class|level|tier|round) "
    r"(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
_HALF_YEAR = lazy_re(r"\b(?:half a year|a half-year)\b", re.IGNORECASE)
_RATE = lazy_re(
    r"(?P<unit>\d [a-zµ³²/]{1,12}) of [a-z]+(?: [a-z]+)? "
    r"(?:(?:per|an?|each|every) (?P<time>second|minute|hour|day|week|month|year)|(?P<often>hourly|daily|weekly|monthly|"
    r"yearly|annually))\b",
    re.IGNORECASE,
)
"""A rate of something: "900 litres of water per hour", "30 litres of milk daily"."""


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """The claim with such figures rewritten. Raises nothing."""
    text = in_digits(text)  # Debates ask for the figures of claims as they stand, without `relation` before.
    text = _KELVIN.sub(lambda match: f"{float(match['n']) - 273.15:.2f} °C", text)
    text = _BELOW.sub(r"-\g<n>\g<unit>", text)
    text = _MINUS.sub("-", text)
    text = _DEGREES.sub(" degrees ", text)
    text = _TON.sub(r"tonne\g<more>", text)
    text = _RATE.sub(lambda match: f"{match['unit']} per {match['time'] or OFTEN[match['often'].lower()]}", text)
    text = _HALF_YEAR.sub("six months", text)
    text = _ONE.sub(r"\g<before> one \g<unit>", text)
    text = _PART.sub(lambda match: f"{match['what']} {_NUMBERS[match['n'].lower()]}", text)
    text = _GOALS.sub(lambda match: "-".join(f"{_number(match[name]):g}" for name in ("one", "other")), text)
    text = _SCORE.sub(_ascending, text)
    return ODDS.sub(_odds, text)


def _ascending(match: re.Match[str]) -> str:
    """A score, which may be told from either side, with the lower number first."""
    more, less = match["more"], match["less"]
    return f"{less}{match['dash']}{more}" if int(more) > int(less) else match[0]


def _odds(match: re.Match[str]) -> str:
    some, many = (_number(match[name] or match[f"{name}2"] or match[f"{name}3"]) for name in ("some", "many"))
    if not 0 < some < many:
        return match[0]
    return f"{100 * some / many:.4g}%"


def _number(text: str) -> float:
    if text.lower() in ("none", "nil"):
        return 0.0
    return float(_NUMBERS[text.lower()]) if text.lower() in _NUMBERS else float(text)
