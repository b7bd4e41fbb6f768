"""Names of columns as programs write them, in words: "range_km" is "range (km)", "priceEurPerKm" "price (EUR/km)"."""

from __future__ import annotations

import re
from functools import lru_cache

from moot.text.currencies import CODES
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.units import tail

_SNAKE = lazy_re(r"[^\W_]+(?:_+[^\W_]+)+")
_CAMEL = lazy_re(r"[a-z]{2,}(?:[A-Z][a-z]+|[A-Z]+(?![a-z]))+\d*")
_PASCAL = lazy_re(r"(?:[A-Z][a-z]+){2,}")
_HUMP = lazy_re(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_YEAR = lazy_re(r"(?:1[5-9]|20)\d\d")
_UNITS = (
    {
        name: name
        for name in lexicon("km cm mm kg mg ug km2 m2 m3 ha sqm lb lbs ft ml cl dl hl ms kmh kph mph pp ppm hp")
    }
    | {name.lower(): name for name in ("kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh", "kV", "Hz", "kHz", "MHz")}
    | {name.lower(): name for name in ("GHz", "kPa", "hPa", "Mbps", "Gbps", "kbps")}
    | {name: name for name in lexicon("miles hours minutes seconds days weeks months years litres liters tonnes bytes")}
    | {"pct": "%", "percent": "%", "perc": "%", "percentage": "%", "hrs": "hours", "mins": "minutes", "secs": "seconds"}
    | {"degc": "°C", "celsius": "°C", "degf": "°F", "fahrenheit": "°F", "euro": "EUR", "euros": "EUR", "dollars": "USD"}
    | {code.lower(): code for code in CODES if code != "TRY"}
)
_SCALES = {"thousands": "thousand", "thousand": "thousand", "millions": "million", "million": "million"} | {
    "billions": "billion",
    "billion": "billion",
    "mn": "million",
    "mio": "million",
    "bn": "billion",
}
_MONEY_SCALES = {"k": "thousand", "m": "million", "b": "billion"}
"""What a letter beside a currency stands for."""
_TIMES = lexicon("time duration latency delay runtime elapsed wait period uptime downtime age")
_LETTERS = (
    {"m": ("m", lexicon("length width height depth distance altitude elevation radius diameter"))}
    | {name: (name, _TIMES) for name in ("s", "h", "min")}
    | {name: (name, lexicon("mass weight load payload")) for name in ("g", "t")}
    | {"l": ("l", lexicon("volume capacity tank")), "mi": ("miles", lexicon("distance range length"))}
    | {"w": ("W", lexicon("power")), "v": ("V", lexicon("voltage")), "wh": ("Wh", lexicon("energy capacity"))}
    | {"c": ("°C", lexicon("temp temperature")), "f": ("°F", lexicon("temp temperature"))}
    | {
        name: (
            name.upper() if name != "kb" else "kB",
            lexicon("size memory ram disk storage traffic data file download"),
        )
        for name in ("kb", "mb", "gb", "tb")
    }
)
"""What is a unit only behind words for what it measures: not the c of "option_c", nor the min of "temp_min"."""
_BELOW = lexicon("km h kwh mwh kg l m2 m3 ha s")
"""What so much of a unit comes on, without a "per": "g_km"."""
_SPANS = lexicon("s sec second h hr hour min minute day week month year")
"""What a program counts by: "ops_per_s", "visits_per_day"."""
_ONE_OF_MANY = lexicon("""
    unit line station zone block site plant gate platform group team shift store shop depot region district branch trial
    stage phase ward feeder substation node server train mine
""")
"""What is told from others of its kind by a number, and seldom by its size, as a 5 kW pump or a 10 km route is."""
NUMBERED = lazy_re(
    rf"(?:\A|\|)[ \t]*(?:[^|\d\n]{{0,40}}[ \t])?(?:{'|'.join(sorted(_ONE_OF_MANY))})[ \t](?P<number>\d{{1,3}}[a-z]?)"
    r"(?P<unit>[ \t][^|\d\n.,;:()]{1,20}?)[ \t]*(?=\||\Z)",
    re.IGNORECASE,
)
"""A cell that names one of many and a unit, "unit 2 MWh": its number is no figure."""
_PER = 3
"""Words after "per" that are told as what something is counted by."""


@lru_cache(maxsize=1024)
def plain(head: str) -> str:
    """The head in words, its unit in brackets; as it stands where no program named it."""
    parts = _parts(head)
    if not parts:
        numbered = NUMBERED.fullmatch(head)
        unit = numbered["unit"].strip() if numbered else ""
        return f"{head[: numbered.start('unit')]} ({unit})" if numbered and is_measure(unit) else head
    year = parts.pop() if len(parts) > 1 and _YEAR.fullmatch(parts[-1]) else ""
    words, unit = _apart(parts)
    if unit and words:
        unit = f"({unit})"
    elif not unit and any(tail(f"1 {word}", 1, money=False).unit for word in words):
        return "_".join((*words, *filter(None, (year,))))  # Not "temp min", whose last word is no unit.
    return " ".join(filter(None, (*words, year, unit)))


def is_measure(words: str) -> bool:
    """Whether words behind a number are its unit, its currency or its scale, and no more."""
    read = tail(f"1 {words}", 1, money=False)
    return read.end == len(words) + 2 and bool(read.unit or read.currency or read.scale != 1)


def _parts(head: str) -> list[str]:
    if _SNAKE.fullmatch(head):
        return [part for each in head.split("_") if each for part in _humps(each)]
    if _CAMEL.fullmatch(head):
        parts = _HUMP.findall(head)
        named = any(part.isupper() and not _unit(part.lower(), parts) for part in parts[:-1])
        named = named or (parts[-1].isupper() and len(parts[-1]) > 1 and not _unit(parts[-1].lower(), parts[:-1]))
        return [] if named else [part.lower() for part in parts]  # "macOS" is a name.
    if _PASCAL.fullmatch(head):  # A name, as "YouTube" is, unless a unit ends it.
        parts = [part.lower() for part in _HUMP.findall(head)]
        return parts if _unit(parts[-1], parts[:-1]) else []
    return []


def _humps(word: str) -> list[str]:
    return [part.lower() for part in _HUMP.findall(word)] if _CAMEL.fullmatch(word) else [word]


def _apart(parts: list[str]) -> tuple[list[str], str]:
    """The words, and the unit that they end with."""
    lower = [part.lower() for part in parts]
    if "per" in lower[1:-1]:
        at = len(lower) - 1 - lower[::-1].index("per")
        words, above = _apart(parts[:at])
        below = [_unit(part, ["time", "volume"]) or part for part in lower[at + 1 :]]
        if not above and len(below) == 1 and lower[-1] in _SPANS:
            return [], f"{' '.join(parts[:at])} per {lower[-1]}"
        told = above and len(below) <= _PER
        return (words, f"{above}{'/' if len(below) == 1 else ' per '}{' '.join(below)}") if told else (parts, "")
    last = _unit(lower[-1], lower[:-1])
    before = _unit(lower[-2], lower[:-2]) if len(lower) > 1 else ""
    if len(lower) > 1 and before in CODES and lower[-1] in _MONEY_SCALES | _SCALES:
        return parts[:-2], f"{before} {(_MONEY_SCALES | _SCALES)[lower[-1]]}"
    if len(lower) > 1 and last in CODES and lower[-2] in _MONEY_SCALES | _SCALES:
        return parts[:-2], f"{last} {(_MONEY_SCALES | _SCALES)[lower[-2]]}"
    if lower[-1] in _SCALES and len(lower) > 1:
        return parts[:-1], _SCALES[lower[-1]]
    if len(lower) > 1 and lower[-1] in _BELOW and (before or lower[-2] == "g"):
        return parts[:-2], f"{before or lower[-2]}/{last or lower[-1]}"
    return (parts[:-1], last) if last else (parts, "")


def _unit(word: str, before: list[str]) -> str:
    """The unit that a part is, as it is written; empty if it is none, or none behind what stands before it."""
    if word in _LETTERS:
        name, measured = _LETTERS[word]
        return name if any(each.lower() in measured for each in before) else ""
    return _UNITS.get(word, "")
