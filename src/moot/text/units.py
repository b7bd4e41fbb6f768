"""Scales, currencies and units, as they stand after or before a number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from moot.text import units_abroad
from moot.text.currencies import CODES, NATIONAL, SYMBOLS, WORDS
from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS, lexicon

SCALES = {
    "dozen": Decimal(12),
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "k": Decimal(1000),
    "million": Decimal(10**6),
    "mio": Decimal(10**6),
    "mn": Decimal(10**6),
    "mm": Decimal(10**6),
    "m": Decimal(10**6),
    "billion": Decimal(10**9),
    "bn": Decimal(10**9),
    "b": Decimal(10**9),
    "trillion": Decimal(10**12),
    "tn": Decimal(10**12),
    "t": Decimal(10**12),
    **units_abroad.SCALES,
}


def _powers(unit: str, names: Mapping[str, int | str | Decimal]) -> dict[str, tuple[str, Decimal]]:
    return {name: (unit, Decimal(factor)) for name, factor in names.items()}


INCH, OUNCE = Decimal(1) / 12, Decimal(1) / 16
"""Of a foot and of a pound."""
_HOURS: dict[str, int | str | Decimal] = {
    f"{name}watt{between}hour{ending}": factor
    for name, factor in {"": 1, "kilo": 10**3, "mega": 10**6, "giga": 10**9, "tera": 10**12}.items()
    for between in ("-", " ")
    for ending in ("", "s")
}
_METRES = ("metre", "metres", "meter", "meters")
# Spelled with their case: MB is not mb, and a lone m or s is read only after a space.
_UNITS: dict[str, tuple[str, Decimal]] = (
    _powers(
        "B", {"kB": 10**3, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12, "PB": 10**15, "bytes": 1, "byte": 1}
    )
    | _powers("B", {"KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40, "kilobytes": 10**3, "megabytes": 10**6})
    | _powers("B", {"gigabytes": 10**9, "terabytes": 10**12, "megabyte": 10**6, "gigabyte": 10**9, "terabyte": 10**12})
    | _powers("s", {"ns": "1E-9", "µs": "1E-6", "μs": "1E-6", "us": "1E-6", "ms": "1E-3", "milliseconds": "1E-3"})
    | _powers(
        "s", {"millisecond": "1E-3", "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "min": 60, "mins": 60}
    )
    | _powers("s", {"minute": 60, "minutes": 60, "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600})
    | _powers("s", {"day": 86400, "days": 86400, "week": 604800, "weeks": 604800, "wk": 604800, "wks": 604800})
    | _powers(
        "month", {"month": 1, "months": 1, "year": 12, "years": 12, "yr": 12, "yrs": 12, "decade": 120, "decades": 120}
    )
    | _powers("m", {"mm": "1E-3", "cm": "1E-2", "m": 1, "km": 1000, "metre": 1, "metres": 1, "meter": 1, "meters": 1})
    | _powers("m", {"kilometre": 1000, "kilometres": 1000, "kilometer": 1000, "kilometers": 1000})
    | _powers("mile", {"mile": 1, "miles": 1, "mi": 1})
    | _powers("g", {"mg": "1E-3", "g": 1, "kg": 1000, "tonne": 10**6, "tonnes": 10**6, "gram": 1, "grams": 1})
    | _powers("g", {"kilogram": 1000, "kilograms": 1000})
    | _powers("g", {"t": 10**6, "Mt": 10**12, "Gt": 10**15, "milligrams": "1E-3", "kilo": 1000, "kilos": 1000})
    | _powers("l", {"l": 1, "L": 1, "ml": "1E-3", "mL": "1E-3", "cl": "1E-2", "dl": "0.1", "litre": 1, "litres": 1})
    | _powers("l", {"liter": 1, "liters": 1, "millilitres": "1E-3", "milliliters": "1E-3", "hl": 100})
    | _powers("l", {"ML": 10**6, "megalitres": 10**6, "megaliters": 10**6, "gigalitres": 10**9, "megalitre": 10**6})
    | _powers("l", {"m³": 1000, "m3": 1000, "cubic metres": 1000, "cubic meters": 1000, "cubic metre": 1000})
    | _powers("l", {"cubic meter": 1000, "cm3": "1E-3", "dm3": 1})
    | _powers("m2", {"m²": 1, "m2": 1, "square metres": 1, "square meters": 1, "square metre": 1, "sqm": 1})
    | _powers("m2", {"square meter": 1})
    | _powers("m2", {"km²": 10**6, "km2": 10**6, "square kilometres": 10**6, "square kilometers": 10**6})
    | _powers("m2", {"ha": 10**4, "hectare": 10**4, "hectares": 10**4, "cm²": "1E-4"})
    | _powers("m2", {"mm²": "1E-6", "mm2": "1E-6", "cm2": "1E-4"})
    | _powers("m2", {f"square centi{name}": "1E-4" for name in _METRES})
    | _powers("m2", {f"square milli{name}": "1E-6" for name in _METRES})
    | _powers("l", {f"cubic centi{name}": "1E-3" for name in _METRES})
    | _powers("m", {"centimetres": "1E-2", "centimeters": "1E-2", "millimetres": "1E-3", "millimeters": "1E-3"})
    | _powers("m", {"µm": "1E-6", "μm": "1E-6", "nm": "1E-9"})
    | _powers("B", {"petabyte": 10**15, "petabytes": 10**15, "kilobyte": 10**3, "EB": 10**18, "exabytes": 10**18})
    | _powers("s", {"fortnight": 1209600, "fortnights": 1209600, "microseconds": "1E-6", "nanoseconds": "1E-9"})
    | _powers("month", {"century": 1200, "centuries": 1200})
    | _powers("ft", {"ft": 1, "feet": 1, "foot": 1, "yard": 3, "yards": 3, "inch": INCH, "inches": INCH})
    | _powers("acre", {"acre": 1, "acres": 1})
    | _powers("lb", {"lb": 1, "lbs": 1, "ounce": OUNCE, "ounces": OUNCE, "oz": OUNCE})
    | _powers("gallon", {"gallon": 1, "gallons": 1, "pint": "0.125", "pints": "0.125"})
    | _powers("nmi", {"nautical mile": 1, "nautical miles": 1, "nmi": 1})
    | _powers("nmi/h", {"knot": 1, "knots": 1, "kn": 1})
    | _powers("m", {"micrometres": "1E-6", "micrometers": "1E-6", "nanometres": "1E-9", "centimetre": "1E-2"})
    | _powers("m", {"millimetre": "1E-3", "centimeter": "1E-2", "millimeter": "1E-3"})
    | _powers("g", {"milligram": "1E-3", "micrograms": "1E-6", "µg": "1E-6", "μg": "1E-6", "kt": 10**9, "ton": 10**6})
    | _powers("g", {"tons": 10**6, "metric tons": 10**6, "kilotonnes": 10**9, "megatonnes": 10**12})
    | _powers("g", {"gigatonnes": 10**15, "gigatons": 10**15})
    | _powers("l", {"millilitre": "1E-3", "centilitres": "1E-2", "hectolitres": 100, "km³": 10**12, "km3": 10**12})
    | _powers("l", {"cubic kilometres": 10**12, "cubic kilometers": 10**12, "dm³": 1, "cm³": "1E-3", "cc": "1E-3"})
    | _powers("m2", {"sq km": 10**6, "sq m": 1, "square kilometre": 10**6, "square kilometer": 10**6})
    | _powers("sqmile", {"square mile": 1, "square miles": 1, "sq mi": 1})
    | _powers("sqft", {"square foot": 1, "square feet": 1, "sq ft": 1, "square yards": 9})
    | _powers("Wh", _HOURS)
    | _powers("J", {"J": 1, "kJ": 10**3, "MJ": 10**6, "GJ": 10**9, "TJ": 10**12, "PJ": 10**15, "joules": 1})
    | _powers("J", {"joule": 1, "kilojoules": 10**3, "megajoules": 10**6, "gigajoules": 10**9, "petajoules": 10**15})
    | _powers("J", {"kcal": 4184, "kilocalories": 4184, "calories": 4184})
    | _powers("W", {"kilowatt": 10**3, "TW": 10**12, "terawatts": 10**12, "mW": "1E-3"})
    | _powers("hp", {"hp": 1, "horsepower": 1})
    | _powers("V", {"V": 1, "kV": 10**3, "mV": "1E-3", "volts": 1, "volt": 1, "kilovolts": 10**3})
    | _powers("Pa", {"Pa": 1, "hPa": 100, "kPa": 10**3, "MPa": 10**6, "GPa": 10**9, "mbar": 100, "millibars": 100})
    | _powers("dB", {"dB": 1, "dB(A)": 1, "decibel": 1, "decibels": 1})
    | _powers("degC", {"degrees C": 1, "deg C": 1, "ºC": 1, "degree Celsius": 1})
    | _powers("degF", {"degrees F": 1, "degree Fahrenheit": 1})
    | _powers("m/h", {"kph": 1000, "kmh": 1000})
    | _powers("mile/h", {"mph": 1})
    | _powers("W", {"W": 1, "kW": 10**3, "MW": 10**6, "GW": 10**9, "watt": 1, "watts": 1, "kilowatts": 10**3})
    | _powers("W", {"megawatts": 10**6, "gigawatts": 10**9, "gigawatt": 10**9, "megawatt": 10**6})
    | _powers("Wh", {"Wh": 1, "kWh": 10**3, "MWh": 10**6, "GWh": 10**9, "TWh": 10**12})
    | _powers("Hz", {"Hz": 1, "kHz": 10**3, "MHz": 10**6, "GHz": 10**9})
    | _powers("degC", {"°C": 1, "degrees Celsius": 1})
    | _powers("degF", {"°F": 1, "degrees Fahrenheit": 1})
    | _powers("%", {"%": 1, "percent": 1, "per cent": 1, "pct": 1, "‰": "0.1"})
    | _powers("%", {"per mille": "0.1", "per mil": "0.1", "per thousand": "0.1"})
    | _powers("pp", {"percentage points": 1, "percentage point": 1, "percent points": 1, "pp": 1, "ppts": 1, "ppt": 1})
    | _powers("pp", {"percentage-point": 1, "%-points": 1, "%-point": 1, "% points": 1, "p.p.": 1})
    | _powers("pp", {"basis points": "0.01", "basis point": "0.01", "bp": "0.01"})
    | _powers("point", {"point": 1, "points": 1, "pts": 1, "pt": 1})
    | _powers("penny", {"p": 1, "pence": 1, "penny": 1})
    | _powers("x", {"x": 1, "×": 1, "X": 1, "fold": 1, "times": 1})
    | _powers("bit/s", {"bit/s": 1, "kbit/s": 10**3, "Mbit/s": 10**6, "Gbit/s": 10**9, "Tbit/s": 10**12})
    | _powers("bit", {"kilobits": 10**3, "megabits": 10**6, "gigabits": 10**9, "terabits": 10**12})
    | _powers("bit", {"kilobit": 10**3, "megabit": 10**6, "gigabit": 10**9, "terabit": 10**12})
    | _powers("bit/s", {"bps": 1, "kbps": 10**3, "Mbps": 10**6, "Gbps": 10**9, "Tbps": 10**12})
    | _powers("/s", {"tps": 1, "fps": 1, "qps": 1, "rps": 1})
    | {name: (unit, Decimal(factor)) for name, (unit, factor) in units_abroad.UNITS.items()}
)
_MEASURES = ("g", "l", "m", "m2", "mile", "Wh", "W", "acre", "lb", "ft", "sqft", "gallon")
MEASURES = "|".join(
    re.escape(name) for name in sorted(_UNITS, key=len, reverse=True) if _UNITS[name][0] not in ("x", "penny", "point")
)
"""Names of units behind which no list goes on, as a pattern."""
_NO_NOUN = lexicon("""
    vs versus against behind ahead plus through across among percent respectively compared auf und im je oder bis
    gegenüber
""")
_PARTICIPLE = lazy_re(
    r"(?:plann|expect|budget|forecast|schedul|requir|promis|target|predict|intend|allow|hop|envisag|order)ed"
)
"""What was to be so many: "19 miles, short of the 24 planned"."""
_COINS = lexicon("cent cents")
"""Money, as the euros of "2 euros an hour" are, which are no rate either."""
PERIODS = {
    "s": "s",
    "sec": "s",
    "second": "s",
    "min": "min",
    "minute": "min",
    "h": "h",
    "hr": "h",
    "hour": "h",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
}
"""What a rate is by, and how its unit names it."""


def measure(name: str) -> tuple[str, Decimal] | None:
    """The unit and factor of the name of a mass, a volume, a length, an area or an energy: what things are sold by."""
    known = _UNITS.get(name)
    return known if known and known[0] in _MEASURES else None


def factors(unit: str) -> frozenset[Decimal]:
    """What one of the unit's names may stand for: 60 and 3600 seconds."""
    return frozenset(factor for name, factor in _UNITS.values() if name == unit)


_LOOSE = r"[*_]{0,3}(?:[ \t\xa0\u202f\u2009]{0,2}|[ \t]?\n[ \t]?)[*_]{0,3}"
_END = r"(?![\w])"
_ABROAD = "|".join(sorted(units_abroad.SCALES, key=len, reverse=True))
_SCALE = lazy_re(
    rf"(?:(k|mn|mm|m|bn|b|tn|t)|{_LOOSE}-?(dozen|hundred|thousand|million|billion|trillion|mn|mio|bn|tn|{_ABROAD}))"
    rf"{_END}(?:(?<=[ \xa0](?:{'|'.join(units_abroad.SHORT)}))\.(?=[ \xa0]?(?:[€$£a-zäöü]|Euro|EUR|CHF|Franken|US)))?",
    re.IGNORECASE,
)
_SPACED_M = lazy_re(rf"[ \xa0\u202f](m|b|k|t){_END}")
_UNIT = lazy_re(
    rf"(?:{_LOOSE}-?)(" + "|".join(re.escape(u) for u in sorted(_UNITS, key=len, reverse=True)) + rf"){_END}"
)
_CURRENCY_AFTER = lazy_re(
    rf"{_LOOSE}-?(?:(US |U\.S\. )?({'|'.join(WORDS)})s?{_END}|({'|'.join(NATIONAL)}){_END}"
    rf"|({'|'.join(sorted(CODES))}){_END}|([$€£¥₹])(?!\d))",
    re.I,
)
_OFTEN = lazy_re(
    r"(?=\W|\Z)(?![ \xa0]+(?!(?:in|on|at|by|during|since|between|from|and|or|but|before|after|until|per|an?|each|every|"
    r"to|for|within|while|when|because|with|last|this|across|over|under|out)\b)\w)"
)
"""After "25,500 times" of things that happen; "times" of something else is a multiple: "3 times the norm"."""
_GROWN = lazy_re(
    r"\b(?:r[io]se\w*|rising|gr[eo]w\w*|increas\w*|multipl\w*|went up|up|worth|trad\w+|pric\w+|valu\w+|at|by)"
    r"(?:[ \xa0][a-z]+)?[ \xa0]+[\w.,-]+$|\.\d+$",
    re.IGNORECASE,
)
"""How a text ends after which "times" makes a multiple of all that it stands behind: "rose three", "sold 2.6"."""
_MORE = lazy_re(r"[ \xa0]+(?:more|fewer|less|extra|additional|further)(?=[ \xa0])")
"""Between a number and its unit: "2.3 fewer days"."""
_OF = lazy_re(r"[\s\xa0]+(?:(?:of|de|di|van)(?=[\s\xa0])|d['’])")
_BY_TIME = {"hourly": "h", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"}
"""What tells a rate behind a unit: "25 hours weekly"."""
_RATE = lazy_re(
    rf"(?:(?:[ \xa0]?/[ \xa0]?|[\s\xa0]+(?:per|an?|each|every)[\s\xa0]+)({'|'.join(PERIODS)})"
    rf"|[\s\xa0]+({'|'.join(_BY_TIME)})(?=[\s\xa0]*(?:[.,;:)]|\Z|(?:and|or|but|in|at|on|for|to|from|while|when|which)\b))){_END}"
    r"(?![\s\xa0]+(?:before|earlier|ago|later)[\s\xa0]*(?:[.,;:)]|\Z))"
)
_SPEED = lazy_re(rf"[\s\xa0]+(?:(?:par|por|pro|per|all['’])[\s\xa0]?)({'|'.join(units_abroad.PERIODS)}){_END}")
"""How other languages tell one: "kilomètres par heure"."""
_WHAT = r"(?:[\s\xa0]+of[\s\xa0]+[^\W\d_][\w-]*(?:[\s\xa0]+[^\W\d_][\w-]*)?)?"
"""What there is so much of: "0.57 milligrams of acrylamide per kilogram". Not before a time: "62 MWh of electricity a
year" is 62 MWh too."""
_PER = lazy_re(
    rf"(?:[ \xa0]?/[ \xa0]?|{_WHAT}[\s\xa0]+(?:per|an?|in an?|to the)[\s\xa0]+)"
    rf"({'|'.join(re.escape(u) for u in sorted(_UNITS, key=len, reverse=True) if _UNITS[u][0] in _MEASURES)}){_END}"
)
"""A unit of something: 5 mg/kg, 8 t per hectare, 10 litres a tonne."""
AGES = lazy_re(r"\b(?:the[\s\xa0](?:under|over)[-‑\s]|(?:under|over)[-‑])\d+\Z", re.IGNORECASE)
"""How a text ends before the s of an age: "under-18s", "the over 65s"."""
_NOUN = lazy_re(rf"(?:{_LOOSE}|-)(?:of[\s\xa0]+(?:the[\s\xa0]+)?)?([^\W\d_][\w'’]*)")
_DESCRIBED = lazy_re(r"[a-z]+(?:ing|ed|al|ic|ive|ous|ary|ian|ful|less)[ \xa0][a-z]+s\b")
"""What is counted with a word that describes it: the households of "41 herding households"."""
_RATED_NOUN = lazy_re(rf"{_LOOSE}(?:[^\W\d_][\w-]*[ \xa0])?([^\W\d_][\w-]*)")


@dataclass(frozen=True)
class Tail:
    """What follows a number and belongs to it."""

    end: int
    scale: Decimal = Decimal(1)
    unit: str = ""
    currency: str = ""
    noun: str = ""
    counted: str = ""


def tail(text: str, at: int, money: bool) -> Tail:
    """Scale, unit, currency, rate and noun of the number that ends at `at`; `money`: a currency stands before it."""
    scale, end = _scale(text, at, money)
    if scale != 1 and not money:
        joint = _OF.match(text, end)
        if joint and (_CURRENCY_AFTER.match(text, joint.end()) or _UNIT.match(text, joint.end())):
            end = joint.end()  # "thousands of pounds"
    after = _CURRENCY_AFTER.match(text, end)
    if after:
        code = SYMBOLS.get(after[5] or "") or (after[4] or "").upper() or NATIONAL.get((after[3] or "").lower())
        code = code or WORDS[after[2].lower()]
        return Tail(after.end(), scale, currency=code)
    if money:
        return Tail(end, scale)
    more = _MORE.match(text, end)
    unit = _UNIT.match(text, more.end() if more else end)
    if unit and unit[1] == "times" and _OFTEN.match(text, unit.end()) and not _GROWN.search(text[max(0, at - 48) : at]):
        return _counted(text, end, scale)
    if unit and not _misread(text, end, unit):
        name, factor = _UNITS[unit[1]]
        end, scale = unit.end(), scale * factor
        rate = _RATE.match(text, end) if name not in ("%", "pp", "x", "point", "/s") else None
        if rate:
            return Tail(rate.end(), scale, f"{name}/{_period(rate)}")
        speed = _SPEED.match(text, end) if name in ("m", "mile") else None
        if speed:
            return Tail(speed.end(), scale, f"{name}/{PERIODS[units_abroad.PERIODS[speed[1]]]}")
        per = _PER.match(text, end) if name not in ("%", "pp", "x", "point", "/s") else None
        if per:
            below, part = _UNITS[per[1]]
            return Tail(per.end(), scale / part, f"{name}/{below}")
        return Tail(end, scale, name, noun=_noun(text, end))
    return _counted(text, end, scale)


def _period(rate: re.Match[str]) -> str:
    return PERIODS[rate[1]] if rate[1] else _BY_TIME[rate[2]]


def _scale(text: str, at: int, money: bool) -> tuple[Decimal, int]:
    found = _SCALE.match(text, at)
    if found is None and money:
        found = _SPACED_M.match(text, at)
    if found is None:
        return Decimal(1), at
    name = next(group for group in found.groups() if group)
    # 5T and 70B are scales, 5t and 70b are not said of anything that is not money; 35m is.
    return SCALES[name.lower()], found.end()


def _misread(text: str, at: int, unit: re.Match[str]) -> bool:
    """A letter that is a unit elsewhere: the s of 1990s, an x between two numbers, "5 x 3", "2 min"imum."""
    glued = unit.start(1) == at
    if unit[1] == "p" and text[unit.end() : unit.end() + 2].lower() == ".m":
        return True  # "at 7 p.m."
    if unit[1] == "s" and glued and AGES.search(text[max(0, at - 16) : at]):
        return True  # "the under-19s"
    if unit[1] in ("m", "t", "ha", "mi", "pt", "V", "J", "kn", "cc", "EB", "kt") and glued:
        return True
    if unit[1] in ("g", "l", "L", "W") and glued and not text[max(0, at - 2) : at].isdecimal():
        return True  # 3g is a name, 254g is not.
    if unit[1] in ("foot", "ton") and text[unit.start(1) - 1] != "-":
        return True  # "105 foot ulcers"
    if unit[1] == "point":  # Not "buoy 02 point the wrong way".
        return bool(re.match(r"\s+(?:the|to|at|out|towards?)\b", text[unit.end() :]))
    return unit[1] in ("x", "×", "X") and bool(re.match(r"\s?\d", text[unit.end() :]))


def _counted(text: str, at: int, scale: Decimal) -> Tail:
    """A count of things, or of things in a time: "158 tokens a second", "52 tok/s"."""
    direct = _RATE.match(text, at)
    if direct:
        return Tail(direct.end(), scale, f"/{_period(direct)}")
    for pattern in (_NOUN, _RATED_NOUN):
        thing = pattern.match(text, at)
        rate = _RATE.match(text, thing.end()) if thing else None
        if thing and rate and thing[1].lower() not in STOP_WORDS | _COINS:  # Not "76 had a second copy".
            return Tail(rate.end(), scale, f"/{_period(rate)}", noun=_one(thing[1]))
    thing = _NOUN.match(text, at)
    noun = _one(thing[1]) if thing else ""
    of_them = _DESCRIBED.match(text, thing.start(1)) if thing and noun else None
    return Tail(at, scale, noun=noun, counted=of_them[0] if of_them else thing[1] if thing and noun else "")


def _noun(text: str, at: int) -> str:
    thing = _NOUN.match(text, at)
    return _one(thing[1]) if thing else ""


def _one(noun: str) -> str:
    lower = noun.lower()
    if lower in STOP_WORDS or lower in _NO_NOUN or _PARTICIPLE.fullmatch(lower):
        return ""
    if lower in ("tok", "toks"):
        return "token"
    return lower[:-1] if len(lower) > 3 and lower.endswith("s") and not lower.endswith("ss") else lower
