"""Figures in a text: our own grammar of numbers with their units.

It was written because general extractors misread "$852 billion valuation" and "35bn". It reads English notation, and
what `notation` turns into it, knows the usual currencies, scales and units, and leaves what it does not know as a bare
number with the noun that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from moot.text import dates, heads, note_marks, part_of, parts_abroad, quarters
from moot.text.agreement import agree, same_number
from moot.text.currencies import CODES, SYMBOLS
from moot.text.figure import UP_TO, Bound, Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.lexicon import NOT_A_NAME, lexicon
from moot.text.notation import as_english, minus
from moot.text.number_words import IN_A_HUNDRED, ODDS_IN_DIGITS, SMALL, number_of, number_words, simple
from moot.text.units import AGES, MEASURES, Tail, tail

__all__ = ["Bound", "Figure", "FigureKind", "agree", "find", "same_number"]

_NUMERAL = lazy_re(
    r"[1-9]\d{0,2}(?:,\d{3})+(?![\d])(?:\.\d+)?"
    r"|\d{1,3}(?:[\xa0\u202f\u2009'’]\d{3})+(?!\d)(?:[.,]\d+)?|\d{1,3}(?: 000)+(?!\d)"
    r"|(?<![\d,.])(?!(?:1[5-9]|20)\d\d,)(?:0,\d{1,4}|\d+,\d{1,2})(?=[ \xa0\u202f]?(?:(?:%|€|[Pp]rozent|[Mm]illi|Mio|"
    rf"Mrd|Tsd|[Ee]uro|Franken|Kronen|Kilo|Grad)|(?:{MEASURES})(?!\w)))"
    r"|(?:^|(?<=\| ))\d+,\d{1,2}(?=[ \t]*(?:\||\Z))"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![\d.,])|\d+(?:\.\d+)*|(?<![\w.])\.\d+"
)
_SPACED = lazy_re(
    r"(?<![\d.,:/])(?<!\d )(?<!\d-)(?<!\+)[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?(?![\d/:-])"
    r"(?! (?:k?m|[mc]?l|k?g|k?W) [a-z]+s\b)"
    r"(?=[ \xa0]?[^\W\d_]|[ \xa0]?[°%€$£¥]|–|[.;)!?](?:\s|\Z)|,\s(?!\d)|[ \t]*\||\Z)"
)
"""3 400 m³: no other number beside it, and something that it counts after it, or the end of what is said. Not the 10
bottles of "10 500 ml bottles"."""
_LABELS = lazy_re(
    r"\b(?:day|week|month|year|hour|rooms?|routes?|road|lines?|bus|platforms?|gates?|berths?|groups?|team|class|type|"
    r"grades?|questions?|experiments?|zones?|unit|blocks?|plots?|piers?|sites?|pages|chapters|tables|figures|rows|"
    r"sections|numbers|well|sample|trial|test|round|game|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|tel\.?|phone|fax)"
    r"[:\s\xa0]+$",
    re.IGNORECASE,
)
"""Before a number that tells which one: what follows it is another."""
_GROUPED = lazy_re(r"\d{1,3}(?:\.\d{3}){2,}")
"""1.250.000: thousands, wherever it is written."""
# Numbers that are marks, not figures: addresses, footnotes, list numbers, times of day, ratios, editions of standards.
_MASKED = lazy_re(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{1,63}|\[\^?\d+(?:[,;–-]\s?\d+)*\]"
    r"|(?m:^[ \t]*\(?\d{1,3}[.)](?=[ \t]))|\b\d{1,2}:\d\d(?::\d\d)?\b"
    r"|\b[A-Z]{2,6}[ -](?:[A-Z]{1,6}[ -])?\d[\d.-]*:(?:19|20)\d\d\b"
)
_CURRENCY = lazy_re(
    r"(?:(?<![A-Za-z])(" + "|".join(re.escape(s) for s in sorted(SYMBOLS, key=len, reverse=True)) + r")[ \xa0]?"
    r"|\b(" + "|".join(sorted(CODES)) + r")[ \xa0]?)[*_]{0,3}([+\-−–]?)$"
)
_MINUS = lazy_re(
    r"(?:\A|[(,;:|]|\b(?:was|were|is|are|to|at|of|from|and|reached|about|around|nearly|only|auf|bei|von|war))"
    r"[\s\xa0]*\b(?P<word>minus)[\s\xa0]$",
    re.IGNORECASE,
)
_BELOW = lazy_re(r"[\s\xa0]?(?:°|degrees?(?:[\s\xa0](?:Celsius|C))?)?[\s\xa0]?below[\s\xa0](?:zero|freezing|nought)\b")
"""The sign in words: "it fell to minus 12", "12 degrees below zero"; "7 minus 3" has none."""
_MORE = (
    r"over|more than|above|in excess of|exceed(?:s|ed|ing)?|greater than|"
    r"(?:better|longer|older|higher|taller|deeper|wider|heavier|larger|bigger|thicker|hotter|warmer) than"
)
_LESS = (
    r"under|less than|fewer than|below|"
    r"(?:shorter|younger|lower|smaller|lighter|thinner|narrower|cheaper|colder|cooler) than"
)
_DENIED = r"(?:(?:no|not|never|cannot|nor)|\w{2,6}n[’']t)[\s\xa0](?:(?:to|be|go|is|are)[\s\xa0])?"
"""Before these words the other bound: "no more than", "shall not exceed"."""
_BOUNDS = {
    Bound.OVER: rf"{_DENIED}(?:{_LESS})|at (?:the )?least|upwards? of|>=?|≥|(?<!ed )an? (?:absolute )?minimum of|past|"
    r"beyond|a good|a full|north of|topped|tops",
    Bound.UNDER: rf"{_DENIED}(?:{_MORE})|at (?:the )?most|{UP_TO}|nearly|almost|close to|short of|shy of|<=?|≤|"
    r"not quite|approaching|within|getting on for|close on|nigh on|barely|all but|practically|virtually|south of|"
    r"capped at|limited to|(?<!ed )an? (?:absolute )?maximum of",
    Bound.ABOUT: r"roughly|about|around|approximately|approx\.?|circa|ca\.|c\.|some|an estimated|estimated|~|≈|∼|or so|"
    r"somewhere near|in the region of|near|somewhere around|something like|more or less|in the order of|"
    r"on the order of|broadly|give or take|of the order of|or thereabouts|averaging|as good as",
}
_BOUND = tuple(
    (bound, lazy_re(rf"(?:(?<!\w)(?:{words}))[\s\xa0*_]*$", re.I))
    for bound, words in (*_BOUNDS.items(), (Bound.OVER, _MORE), (Bound.UNDER, _LESS))
)
_BOUND_BEHIND = lazy_re(
    r"[\s\xa0](?:[a-z]+[\s\xa0])??(?:or (?P<about>so)\b|"
    r"(?P<over>or (?:more|over|above)\b|at (?:the )?least(?=[.,;:)]|$))|"
    r"or (?:less|fewer|under|below)\b|at (?:the )?most(?=[.,;:)]|$))"
)
_SEEN = lazy_re(
    r"(?<=imum of )[^;\n]{1,40}?\b(?:was|were) (?:\w+ly )?(?:measured|recorded|reached|logged|observed|seen)\b"
)
"""Then the most or the least is what was found, and no bound."""
_NUMBERED = lazy_re(
    r"(?:\b(?:version|release|ver\.|v\.|chapter|section|sec\.|figure|fig\.|table|page|p\.|pp\.|no\.|nr\.|number|step|"
    r"appendix|issue|line|item|phase|tier|level|stage|part|vol\.|volume|note|source|row|column)[\s\xa0]|#)$",
    re.IGNORECASE,
)
_COUNTS = lazy_re(r"\bnumber[\s\xa0]$")
"""Before a number in the thousands it is the verb: "rooftop systems number 21,300"."""
_PROPER = lazy_re(r"(?:^|[^\w])([A-Z][\w’'-]{0,40}(?:\.[\w’'-]{1,40}){0,4})[ \xa0]$")
_OUT_OF = lazy_re(
    r"[ \xa0](?:out[ \xa0])?of[ \xa0](?:(?:the|its|all|some|about)[ \xa0])?(\d{1,3}(?:,\d{3})+|\d+)(?![\d.])"
)
_YEAR = lazy_re(r"(?:1[5-9]|20)\d\d")
_STATISTICS = lexicon("ci iqr sd se")
"""Before a number that tells how far what was measured goes: "95% CI 44 to 118"."""
_PREFIXES = lexicon("sub pre post mid top under over non near early late ex plus minus")
_ORDINAL = lazy_re(r"(?:st|nd|rd|th)(?!\w)")
_DECADE = lazy_re(r"(?:\d\d\d0['’]?s|(?:\bthe |['’])\d0['’]?s|\d0['’]s)(?!\w)")
_SHARED = lazy_re(
    r"[\s\xa0*_]{0,20}(?:,|;|/|×|\b(?:to|auf)\b|\bby\b|\bx\b"
    r"|,?\s{0,3}(?:and|or|vs\.?|versus|against|compared (?:with|to)))[\s\xa0*_]*",
    re.IGNORECASE,
)
_FROM = lazy_re(r"\b(?:from|von)[\s\xa0]$", re.IGNORECASE)
_SCALED = lazy_re(r"(?:thousand|million|billion|trillion|\d(?:k|m|bn|b|tn))\b", re.IGNORECASE)
_OTHERWISE = lazy_re(r",[\s\xa0]*or[\s\xa0]*", re.IGNORECASE)
_AMPLE = lazy_re(r"an?[\s\xa0](?:good|full)[\s\xa0]", re.IGNORECASE)
"""How a part begins that is somewhat more: "a good third"."""
_HALF_A = lazy_re(r"[\s\xa0-]an?(?=[\s\xa0])")
_PART_OF_A = lazy_re(r"[\s\xa0]of[\s\xa0](?:an?|one)(?=[\s\xa0])")
"""Between a part and its whole: "a quarter of an hour"."""
_ONE_AND = lazy_re(
    r"(?<![\w.,'’$€£¥-])(?<!\d[\s\xa0])(?:an?|(?P<count>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
    r"(?=[\s\xa0]+(?P<unit>hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|miles?|kilomet(?:re|er)s?|"
    r"met(?:re|er)s?|tonnes?|kilos?|kilograms?|lit(?:re|er)s?|acres?|hectares?|million|billion)"
    r"[\s\xa0]+and[\s\xa0]+an?[\s\xa0]+(?P<part>half|quarter)(?!\w)"
    r"(?![\s\xa0]+(?:of|an?|the|his|her|its|their|that|this)\b))",
    re.IGNORECASE,
)
"""So many and a half of a unit: "an hour and a half", "two hours and a half"."""
_HIGHER = lazy_re(r"\b(?:\w+ty|hundred(?: and)?|thousand(?: and)?|million)[\s\xa0-]$", re.IGNORECASE)
"""How a number in words begins that goes on: twenty, a hundred and."""
_ARTICLE = lazy_re(
    rf"(?<![\w-])an?(?=[\s\xa0]+(?:fortnight(?!\w)|(?:hour|(?P<day>day)|(?P<week>week)|(?P<month>month)|(?P<year>year))"
    rf"[\s\xa0]+and[\s\xa0]+(?:\d+|{'|'.join(SMALL)}|\w+ty(?:[ -]\w+)?)[\s\xa0]+"
    r"(?:minutes?|(?(day)hours?|(?!))|(?(week)days?|(?!))|(?(month)(?:days?|weeks?)|(?!))|(?(year)(?:months?|weeks?|days?)|(?!)))\b))",
    re.IGNORECASE,
)
"""One of a unit: of "a fortnight", and of "an hour and fifty minutes", where so many of a smaller unit follow."""
_VULGAR = {"½": "5", "¼": "25", "¾": "75", "⅓": "3333", "⅔": "6667", "⅛": "125"}
_VULGAR_AFTER = lazy_re(rf"[\xa0 ]?([{''.join(_VULGAR)}])")
_RANGE = lazy_re(r"[\s\xa0*_]*(?:[-–—−]|to|and|or|up to)[\s\xa0*_]*(?:[$€£¥₹])?", re.IGNORECASE)
_BETWEEN = lazy_re(r"\b(?:between|from)[\s\xa0]+$", re.IGNORECASE)


def find(text: str, *, commas: bool = False) -> list[Figure]:
    """The figures of `text` in order, without overlap; a range is one figure, and so is each part of a list. `commas`:
    its numbers are written 1.284,5.
    """
    return list(_find(text, commas))


@lru_cache(maxsize=1024)  # Every check of every round reads the same sentences.
def _find(text: str, commas: bool) -> tuple[Figure, ...]:
    english = minus(note_marks.without(as_english(text, commas=commas)))
    found = _read(english)
    return found if english == text else tuple(_as_it_stands(each, text) for each in found)


def _as_it_stands(figure: Figure, text: str) -> Figure:
    """With its brackets, where it has them for a minus."""
    raw = text[figure.start : figure.end]
    end = figure.end + (raw.startswith("(") and ")" not in raw)
    return replace(figure, end=end, raw=text[figure.start : end])


def _read(text: str) -> tuple[Figure, ...]:
    taken = bytearray(len(text))  # A 1 for each character that is spoken for.
    found: list[Figure] = []
    for masked in _MASKED.finditer(text):
        taken[masked.start() : masked.end()] = b"\1" * (masked.end() - masked.start())
    ours = (_in_heads, _one_and, _in_a_hundred, _odds, _spaced, _numerals, _words, _ones)
    for search in (quarters.find, dates.find, parts_abroad.find, *ours):
        for figure in search(text):
            if not any(taken[figure.start : figure.end]):
                found.append(figure)
                taken[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
    return tuple(_shared_units(text, _ranges(text, sorted(found, key=lambda figure: figure.start))))


def _in_heads(text: str) -> Iterator[Figure]:
    """The 2 of the head "unit 2 MWh"."""
    return (_named(text, *each.span("number")) for each in heads.NUMBERED.finditer(text))


def _spaced(text: str) -> Iterator[Figure]:
    """Thousands apart by plain spaces, before their parts are read as numbers of their own."""
    for match in _SPACED.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        if not (_LABELS.search(before) or _NUMBERED.search(before) or _follows_name(before)):
            yield _numeral(text, match)


def _in_a_hundred(text: str) -> Iterator[Figure]:
    """ "Fifteen in a hundred" are 15 %."""
    for match in IN_A_HUNDRED.finditer(text):
        start, end = match.span()
        after = tail(text, end, money=False)
        if after.unit or after.currency or after.scale != 1:
            continue  # "12 in 100 m²", "two in a hundred days".
        share = simple(re.split(r"\s+(?:in|out)\s", match[0].lower())[0])
        yield Figure(start, end, match[0], FigureKind.PERCENT, share, "%", bound=_bound(text, start))


def _odds(text: str) -> Iterator[Figure]:
    """ "One train in 25", before the 25 is read as a number of its own."""
    if ODDS_IN_DIGITS.search(text):
        yield from (each for each in _words(text) if each.is_fraction and each.raw[-1].isdecimal())


def _numerals(text: str) -> Iterator[Figure]:
    return (_numeral(text, match) for match in _NUMERAL.finditer(text))


def _numeral(text: str, match: re.Match[str]) -> Figure:
    raw, start, end = match[0], match.start(), match.end()
    before = text[max(0, start - 40) : start]
    if _GROUPED.fullmatch(raw):
        raw = raw.replace(".", "")
    if raw.count(".") > 1 or _attached(before) or _DECADE.fullmatch(_decade(text, start, end)):
        return _named(text, start, end)
    grouped = raw if raw.startswith("0,") else re.sub(r"[,\s\xa0\u202f\u2009'’](?=\d{3})", "", raw)
    digits = grouped.replace(",", ".")
    vulgar = _VULGAR_AFTER.match(text, end) if "." not in digits else None
    if vulgar:
        digits, end = f"{digits}.{_VULGAR[vulgar[1]]}", vulgar.end()
    number = Decimal(digits)
    currency = _CURRENCY.search(before)
    after = tail(text, end, currency is not None)
    if after.end == end and not currency:
        ordinal = _ORDINAL.match(text, end)
        if ordinal:
            return Figure(start, ordinal.end(), text[start : ordinal.end()], FigureKind.ORDINAL, number)
        if re.match(r"[^\W\d_]|_", text[end:]):
            if re.match(r"s(?!\w)", text[end:]) and AGES.search(text[max(0, end - 16) : end]):
                return _figure(text, start, number, Tail(end + 1), "", digits=digits)
            return _named(text, start, end)
        counted = "," in raw and _COUNTS.search(before)
        if (_NUMBERED.search(before) and not counted) or (
            "," not in raw and _follows_name(before) and not _is_part(text, end, number)
        ):
            return replace(_named(text, start, end), noun=after.noun, counted=after.counted)
    sign, left = _sign(text, before, start, currency)
    minus = _MINUS.search(before)
    if sign > 0 and (minus or _BELOW.match(text, after.end)):
        sign, left = -1, start - len(before) + minus.start("word") if minus else left
    code = (SYMBOLS.get(currency[1] or "") or currency[2]) if currency else ""
    return _figure(text, left, number * sign, after, code or "", signed=sign < 0 or text[left] == "+", digits=digits)


def _decade(text: str, start: int, end: int) -> str:
    """The number with the s after it and the article before it, as far as they are there."""
    stop = re.compile(r"['’]?s(?!\w)").match(text, end)
    before = re.search(r"(?:\bthe |['’])$", text[max(0, start - 5) : start]) if end - start == 2 else None
    return (before[0] if before else "") + text[start : stop.end() if stop else end]


def _attached(before: str) -> bool:
    """True when the number is glued to a word: v1.5, GPT-4, S3, _2; not pre-2020, sub-5."""
    if re.search(r"[^\W\d]\Z", before) and not re.search(r"(?:\b(?:" + "|".join(sorted(CODES)) + r"))$", before):
        return True
    hyphened = re.search(r"([\w.]*[^\W_])[-‑]\Z", before)
    if not hyphened or hyphened[1].isdecimal() or re.fullmatch(r"[\d.,]+[a-z]{0,2}", hyphened[1]):
        return False
    return hyphened[1].lower() not in _PREFIXES


def _named(text: str, start: int, end: int) -> Figure:
    """The number within a name; a version of several dots has the value of its first two parts."""
    stop = re.compile(r"[\w.\-‑+]*\w").match(text, end)
    end = stop.end() if stop and not text[end : end + 1].isspace() else end
    raw = text[start:end]
    number = re.match(r"\d+(?:\.\d+)?|\.\d+", raw.replace(",", ""))
    return Figure(start, end, raw, FigureKind.NAME, Decimal(number[0]) if number else Decimal(0), step=_step(raw))


def _follows_name(before: str) -> bool:
    proper = _PROPER.search(before)
    return bool(proper) and proper[1].lower() not in NOT_A_NAME | _STATISTICS


def _is_part(text: str, end: int, number: Decimal) -> bool:
    """True for the 6 of "In NORDFALL 6 of 890 people"; not for a "Volta 12 of 2024", nor "of 340 km"."""
    whole = _OUT_OF.match(text, end)
    if whole is None or _YEAR.fullmatch(whole[1]) or number > Decimal(whole[1].replace(",", "")):
        return False
    after = tail(text, whole.end(), money=False)
    return not (after.unit or after.currency)


def _sign(text: str, before: str, start: int, currency: re.Match[str] | None) -> tuple[int, int]:
    """The sign and where the figure begins."""
    left = start - len(before) + currency.start() if currency else start
    if currency and currency[3] in ("-", "−", "–"):
        return -1, left
    if left and text[left - 1] in "+-−–" and (left == 1 or text[left - 2] in " \t\n\xa0([|*_~≈,;:\"'“"):
        return (1 if text[left - 1] == "+" else -1), left - 1
    return 1, left


def _figure(
    text: str,
    start: int,
    number: Decimal,
    after: Tail,
    code: str,
    *,
    signed: bool = False,
    digits: str = "",
    word: bool = False,
) -> Figure:
    unit = code or after.currency or after.unit
    kind = FigureKind.MONEY if code or after.currency else _KINDS.get(unit, FigureKind.QUANTITY)
    end, bound = after.end, _bound(text, start)
    more = re.match(r"\+(?!\w)", text[end:])
    if more and not bound:
        end, bound = end + 1, Bound.OVER
    elif not bound and (behind := _BOUND_BEHIND.match(text, end)):
        bound = Bound.ABOUT if behind["about"] else Bound.OVER if behind["over"] else Bound.UNDER
    return Figure(
        start=start,
        end=end,
        raw=text[start:end],
        kind=kind,
        value=number * after.scale,
        unit=unit,
        bound=bound,
        scale=after.scale,
        step=_step(digits or str(number)) * after.scale,
        noun=after.noun,
        counted=after.counted,
        word=word,
        signed=signed,
    )


_KINDS = {"%": FigureKind.PERCENT, "pp": FigureKind.PERCENT, "x": FigureKind.MULTIPLE}


def _bound(text: str, start: int) -> Bound:
    before = text[max(0, start - 30) : start]
    if _SEEN.match(text, start):
        return Bound.NONE
    return next((bound for bound, pattern in _BOUND if pattern.search(before)), Bound.NONE)


def _step(digits: str) -> Decimal:
    decimals = digits.partition(".")[2]
    return Decimal(1).scaleb(-len(decimals)) if decimals.isdecimal() else Decimal(1)


def _words(text: str) -> Iterator[Figure]:
    for match in number_words(text):
        said = number_of(match)
        article = _HALF_A.match(text, match.end()) if match["half"] else None
        if article is None and (match["half"] or match["part"]):
            article = _PART_OF_A.match(text, match.end())
        after = tail(text, article.end() if article else match.end(), money=False)
        if article and match["part"] and not (after.unit or after.scale != 1 or after.currency):
            after = tail(text, match.end(), money=False)
        if said.needs_unit and after.scale == 1 and not after.unit and not after.currency:
            continue
        if said.unit:
            after = Tail(match.end(), Decimal(1), said.unit, noun=after.noun)
        if match["odds"] and after.unit:
            after = Tail(match.end(), noun=after.noun)  # "Two in five miles" are no length.
        if match["thing"]:
            after = replace(after, noun=match["thing"].lower().removesuffix("s"), counted="")
        start = match.start(said.group or 0)
        figure = _figure(text, start, said.number, replace(after, scale=after.scale * said.scale), "", word=True)
        bound = Bound.OVER if _AMPLE.match(text, start) else figure.bound
        yield replace(figure, bound=bound, step=_word_step(said.number, said.scale * after.scale))


def _one_and(text: str) -> Iterator[Figure]:
    """ "An hour and a half"."""
    for match in _ONE_AND.finditer(text):
        after = tail(text, match.end(), money=False)
        count = (match["count"] or "one").lower()
        ones = int(count) if count.isdecimal() else SMALL.get(count)
        if ones is None or _HIGHER.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        number = ones + Decimal("0.5" if match["part"].lower() == "half" else "0.25")
        whole = _figure(text, match.start(), number, after, "", word=True)
        end = match.end("part")
        yield replace(whole, end=end, raw=text[match.start() : end], step=after.scale / 10)


def _ones(text: str) -> Iterator[Figure]:
    """ "A fortnight", the hour of "an hour and fifty minutes". Last of all: that of "300 litres an hour" is taken."""
    for match in _ARTICLE.finditer(text):
        yield _figure(text, match.start(), Decimal(1), tail(text, match.end(), money=False), "", word=True)


def _word_step(number: Decimal, scale: Decimal) -> Decimal:
    """A tenth for the half of 2.5; for a share a tenth of it, as people say "a third" of .32."""
    if number == number.to_integral_value():
        return scale
    return (Decimal("0.1") if number >= Decimal("0.5") else number / 10) * scale


def _ranges(text: str, figures: list[Figure]) -> list[Figure]:
    """Joins "5–10 %", "$5 to $10 million", "between 5 and 10", "2019–2021"."""
    joined: list[Figure] = []
    for figure in figures:
        last = joined[-1] if joined else None
        whole = _range(text, last, figure) if last else None
        if whole and not (len(joined) > 1 and _went(text, joined[-2], joined[-1], figure)):
            joined[-1] = whole
        else:
            joined.append(figure)
    return joined


def _went(text: str, first: Figure, low: Figure, high: Figure) -> bool:
    """ "From 211 GiB under 3.8 to 318 GiB": it went from the first to the last, and no range lies between."""
    alike = not low.unit and bool(high.unit) and first.unit == high.unit
    return (
        alike
        and bool(_FROM.search(text, max(0, first.start - 6), first.start))
        and "," not in text[first.end : low.start]
    )


def _range(text: str, low: Figure, high: Figure) -> Figure | None:
    between = text[low.end : high.start]
    connector = _RANGE.fullmatch(between)
    single = low.high is None and high.high is None and low.kind is not FigureKind.NAME
    if not connector or not single or high.kind is FigureKind.NAME or low.word != high.word:
        return None
    word = connector[0].strip(" \xa0\n\t*_$€£¥₹").lower()
    if word in ("and", "or") and not (word == "and" and _BETWEEN.search(text[max(0, low.start - 10) : low.start])):
        return None
    if word == "up to" or (low.kind is FigureKind.DATE) != (high.kind is FigureKind.DATE):
        return None
    if low.kind is FigureKind.DATE and low.unit != high.unit:
        return None
    value = _with_year(low, high) if low.kind is FigureKind.DATE else low.value
    if low.unit != high.unit or low.scale != high.scale:
        if low.unit and low.unit != high.unit:
            return None
        if low.scale == 1 and low.kind is not FigureKind.DATE:
            value = low.value * high.scale  # The scale stands once, after the second: "5-10 million".
    if value >= high.value:
        return None
    return replace(high, start=low.start, raw=text[low.start : high.end], value=value, high=high.value, bound=low.bound)


def _with_year(first: Figure, last: Figure) -> Decimal:
    """The first of two days in the year of the second: "5 July to 23 August 1847", "20 December to 6 January 2024"."""
    if first.value > 9999 or last.value <= 9999:
        return first.value
    year, day = divmod(last.value, 10_000)
    return (year - (first.value > day)) * 10_000 + first.value


def _shares(text: str, figure: Figure, after: Figure) -> bool:
    """Whether the two are of one list; of "53, or 20 per cent" the second tells the first in another way."""
    if after.word and after.unit == "x":
        return False  # "21,300, three times as many as before".
    if after.kind is FigureKind.MONEY and not after.raw[0].isalnum():
        return False  # "96, or £134,400": the sign stands before each sum.
    joins = _SHARED.fullmatch(text, figure.end, after.start)
    if joins and joins[0].strip() in ("to", "auf"):
        # "From 310,000 to 45,000 kilos", not "from 900,000 to 0.8 million".
        whole = figure.value < 1000 or not _SCALED.search(after.raw)
        return whole and bool(_FROM.search(text, max(0, figure.start - 6), figure.start))
    return bool(joins) and not (after.unit == "%" and _OTHERWISE.fullmatch(joins[0]))


def _shared_units(text: str, figures: list[Figure]) -> list[Figure]:
    """Gives the bare numbers of a list its unit: both figures of "158 and 52 tokens a second" are rates."""
    shared: list[Figure] = []
    after: Figure | None = None
    for figure in reversed(figures):
        bare = figure.kind is FigureKind.QUANTITY and not figure.unit and not figure.noun and figure.scale == 1
        if after and bare and not figure.word and after.unit and _shares(text, figure, after):
            figure = figure.measured_as(after)
        elif after and part_of.shares(text, figure, after):
            figure = replace(figure, noun="").measured_as(after)
        shared.append(figure)
        after = figure if figure.counts else None
    found = shared[::-1]
    return [
        replace(each, noun="").measured_as(before) if part_of.shares(text, each, before) else each
        for before, each in zip(found[:1] + found[:-1], found, strict=True)
    ]
