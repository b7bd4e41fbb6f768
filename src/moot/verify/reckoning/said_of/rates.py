"""Is what the claim gives by the year, by the hectare or by the thousand so given in the evidence?

"EUR 12 per megawatt" and "EUR 12 per kilowatt" have one number and one currency. We speak where the evidence has the
figure and says of each of its places by what it counts: "EUR 1,250 a year for every megawatt" by both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from moot.text import sentences, units_abroad
from moot.text.figures import Figure, FigureKind, agree, find
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.often import OFTEN
from moot.text.spans import Span
from moot.text.units import PERIODS, SCALES, measure
from moot.verify.reckoning.given import context, unnamed
from moot.verify.reckoning.given.based import BASE, without_base
from moot.verify.reckoning.given.held import Held, bound

_BY = r"(?:per|each|every|(?:for|in|on|of|out of) (?:each|every|an?|one))"
_AFTER = lazy_re(
    rf"(?:\s+[^\W\d_][\w-]*){{0,2}}?(?:\s+(?:{_BY}|(?P<plain>an?))\s+|\s?/\s?)"
    r"(?!(?:single|given|certain|particular|of)\b)(?P<by>\d{1,3}(?:[,\s]\d{3})+|\d+|[^\W\d_][\w-]*)(?!\w)"
)
"""Behind a figure: "EUR 12 of collateral per megawatt", "60 hours a year", "11 exclusions per 10,000"."""
_ABROAD = lazy_re(
    rf"(?:\s+[^\W\d_][\w-]*){{0,2}}?\s+(?:(?:par|por|al|ao|pro|per|je|im|à|all['’])\s?)(?:l['’]|la\s)?"
    rf"(?P<by>{'|'.join(units_abroad.PERIODS)})(?!\w|\s+(?:\d|siguiente|seguinte|successiv|suivant))"
)
"""The same in other languages: "50 euros de plus par mois"."""
_ALSO = lazy_re(
    r"[^.,;:()\d]{0,40}?[\s\xa0](?:per|(?:for |in |on )?(?:each|every))[\s\xa0]+(?!of\b)(?P<by>[^\W\d_][\w-]*)"
)
"""Behind that: the megawatt of "EUR 1,250 a year into the fund for every megawatt"."""
_JOINED = lazy_re(r"\s+(?:and|or|against|versus|compared with|as against)\s+\d[\d.,]*(?=\s)")
"""Between a figure and what both it and the next are by: "3.9 against 6.1 falls per 1,000"."""
_BEFORE = lazy_re(r"(?<![\w-])(?:for|in|on) (?:each|every)\s+(?!of\b)(?P<by>[^\W\d_][\w-]*)", re.IGNORECASE)
"""Before one: "for each day on which the reserve is not there, £50"."""
_HEADED = lazy_re(
    r"(?:\bper\s+|/\s?|\ban?\s+)(?:(?P<number>\d[\d,]*)(?:\s?(?P<thing>[^\W\d_][\w-]*)){0,3}|(?P<word>[^\W\d_]+))\)?$"
)
"""How the head of a column ends that counts by something: "CO2, t per year", "Energy (kWh per 1,000 bottles)"."""
_ADJECTIVE = lazy_re(
    rf"\b(?P<by>{'|'.join(OFTEN)})[\s\xa0](?!(?:general|reports?|meetings?|accounts|reviews?|surveys?|statements?|audits?|"
    r"bulletins?|magazines?|newsletters?|conferences?|results)\b)(?:[a-z][\w-]*[\s\xa0]){1,9}?"
    r"(?:of|for|at|to|is|was|were|costs?)[\s\xa0](?:about |some |around |only )?$",
    re.IGNORECASE,
)
"""Before one: "a monthly pass for $19.95", "annual churn in the north was 2.1%"."""
_LABEL = lazy_re(
    rf"\b(?:(?P<often>{'|'.join(OFTEN)})|(?:per|each|every|an?)[\s\xa0](?P<by>hour|day|week|month|quarter|year))\b",
    re.IGNORECASE,
)
"""In the label of a row or column: "Monthly fee", "Turnover (% a year)"."""
_ADVERB = lazy_re(
    r"(?:[\s\xa0]of(?:[\s\xa0][^\W\d_][\w-]*){1,3}?)?[\s\xa0](?P<by>hourly|daily|weekly|monthly|quarterly|yearly)\b",
    re.IGNORECASE,
)
_TOTAL = lazy_re(r"\b(?:in (?:all|total)|altogether|all told|overall|(?:a|the|its) (?:grand )?total)\b", re.IGNORECASE)
_RATE = lazy_re(
    r"\b(?:per|each|every|apiece|rates?|speeds?|pace|limit\w*|thresholds?|doses?|rations?|allowances?|averag\w+|mean|typical\w*"
    r"|yields?|densit\w+|flow\w*|intake)\b|/",
    re.IGNORECASE,
)
"""Of such a thing a figure is a rate though it says by what."""
_AGO = lazy_re(r"\s+(?:ago|earlier|later|before|after|early|late|old|or)\b", re.IGNORECASE)
_PERIODS = lexicon("s min h day night week fortnight month quarter year decade")
_ROUND_WORDS = lexicon("hundred thousand million")
_WORD = lazy_re(r"\d[\d,]*|[^\W\d_]+")
ROUND = r"1(?:0{1,6}|0{0,2}(?:[,\s\xa0]000)+)"
"""Of how many something is said: 10, 1,000, 100 000."""


@dataclass(frozen=True)
class Differs:
    """`sure`: both count by a period, a measure or a round number; else one by a thing of which nothing is known."""

    reason: str
    sure: bool


def differing(claim: str, evidence: Sequence[Held]) -> Iterator[Differs]:
    """The figures of a claim whose every place in the evidence counts by something else."""
    for figure in find(claim):
        if not figure.counts or figure.high is not None:
            continue
        here = [each for each in evidence if agree(figure, each.figure) and (each.grid is None or _of_cell(each))]
        said = by(claim, figure, _sentence(claim, figure)) or _single(claim, here)
        if not here and (time := unnamed.time_of(figure) or next(iter(said), "")):
            here = [each for each in evidence if unnamed.same(figure, each.figure) and each.grid is None]
            said = said or [time]
        if not said and (base := _dropped(claim, figure, evidence)):
            yield Differs(f"unit differs: {figure.line} against {figure.line} by the {base}", sure=False)
        told = [_of_cell(each) or by(each.document.text, each.figure, each.unit) for each in here]
        if not said and here and (time := _untold(claim, here)):
            yield Differs(f"unit differs: {figure.line} against {figure.line} by the {time}", sure=False)
        heads = {
            _key(word)
            for each in evidence
            if each.grid and agree(figure, each.figure) and not _many(each)
            for word in _WORD.findall(each.column)
        }
        if not said or not told or not all(told) or not heads.isdisjoint(map(_key, said)):
            continue
        apart = [_apart(said, each) for each in told]
        if all(apart):
            pairs = [each for each in apart if each]
            if any(_known(by) for each in (said, *told) for by in each):
                ours, theirs = pairs[0]
                sure = all(_known(by) for pair in pairs for by in pair)
                yield Differs(f"unit differs: {figure.line} by the {ours} against by the {theirs}", sure)


def _apart(ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, str] | None:
    """Two by which they differ: by what period, or else by what thing; None where they do not.

    By the megawatt is not against by the year and the megawatt; by the month and the megawatt is.
    """
    pairs = [(one, other) for one in ours for other in theirs]
    same = [(one, other) for one, other in pairs if _key(one) == _key(other)]
    alike = [(one, other) for one, other in pairs if _is_period(one) is _is_period(other)]
    settled = {_is_period(one) for one, _ in same}
    differ = [(one, other) for one, other in alike if _is_period(one) not in settled]
    return next(iter(differ if same else differ or pairs), None)


def by(text: str, figure: Figure, sentence: Span) -> list[str]:
    """What the figure is said by, as written; empty where nothing is said."""
    joined = _JOINED.match(text, figure.end, sentence.end)
    if joined and _told_again(figure, text[joined.end() : sentence.end]):
        joined = None
    there = _ABROAD.match(text, figure.end, sentence.end)
    if there:
        return [units_abroad.PERIODS[there["by"]]]
    after = _AFTER.match(text, joined.end() if joined else figure.end, sentence.end)
    before = _BEFORE.search(text, sentence.start, figure.start)
    found = [before["by"]] if before else []
    if after and not _AGO.match(text, after.end(), sentence.end) and (after["plain"] is None or _known(after["by"])):
        also = _ALSO.match(text, after.end(), sentence.end)
        return [after["by"], *([also["by"]] if also else []), *found]
    if found:
        return found
    often = _ADVERB.match(text, figure.end, sentence.end) or _ADJECTIVE.search(text, sentence.start, figure.start)
    return [OFTEN[often["by"].lower()]] if often else []


def by_time(time: str, text: str, figure: Figure, sentence: Span) -> bool:
    """Whether the figure is said by that time: a year, a month."""
    return _key(time) in map(_key, by(text, figure, sentence))


def tells(time: str, text: str) -> bool:
    """Whether a text names that time, as one by which something may be told: "a year", "annually", "in 2024"; not "30
    years"."""
    words = (word for word in _WORD.findall(text) if not word.endswith("s"))
    told = (OFTEN.get(word.lower()) or units_abroad.PERIODS.get(word) or word for word in words)
    dated = _key(time) == "year" and any(each.kind is FigureKind.DATE for each in find(text))
    return dated or _key(time) in map(_key, told)


def _told_again(figure: Figure, behind: str) -> bool:
    """Whether the next number has the unit again, and so may be by what the first is not: "38 million euros and 2
    million euros a year"."""
    unit = figure.raw.split()[-1]
    return unit.isalpha() and re.match(rf"(?:\s+[^\W\d_]+)?\s+{re.escape(unit)}\b", behind) is not None


def apart(one: str, figure: Figure, other: str, its: Figure) -> bool:
    """Whether the figures of two sentences are said by other times or measures, or only the one is said by any.

    One is said by a time too that its clause names anywhere: "each year", "the yearly upkeep", "a litre of milk".
    """
    ours, theirs = (
        {_key(each) for each in by(text, at, _sentence(text, at))} for text, at in ((one, figure), (other, its))
    )
    if ours and theirs:
        return ours.isdisjoint(theirs)
    return not (ours | theirs) <= (_named(one, figure) if theirs else _named(other, its))


def _named(text: str, figure: Figure) -> set[str]:
    """What the clause of a figure names, by which another may be said."""
    clause = next((words for each, words in bound(text) if each.start == figure.start), text)
    return {_key(OFTEN.get(word) or word) for word in _WORD.findall(clause.lower())}


def _of_cell(each: Held) -> list[str]:
    """By what time the labels of a cell tell it."""
    if each.grid is None:
        return []
    found = _LABEL.finditer(f"{each.row} | {each.column}")
    told = [OFTEN.get((match["often"] or "").lower(), (match["by"] or "year").lower()) for match in found]
    headed = _HEADED.search(each.column)
    return told or ([headed["number"] or headed["word"]] if headed else [])


def _single(claim: str, here: Sequence[Held]) -> list[str]:
    """What the claim tells of one of ("a meal costs £412"), of which the head has a number: "£ per 100 meals"."""
    headed = (_HEADED.search(each.column) for each in here)
    things = (each["thing"].removesuffix("s") for each in headed if each and each["thing"])
    return [
        each for each in things if re.search(rf"\b(?:an?|each|every|one) {re.escape(each)}\b", claim, re.IGNORECASE)
    ][:1]


def _untold(claim: str, here: Sequence[Held]) -> str:
    """The time by which heads tell what the claim tells of none; a year is often left out: "it emits 640 tonnes"."""
    words = _WORD.findall(claim.lower())
    known = {_key(OFTEN.get(word) or word) for word in words}
    times = [_time(each) for each in here]
    return "" if known.intersection(times) or not all(time and time != "year" for time in times) else times[0]


def _dropped(claim: str, figure: Figure, evidence: Sequence[Held]) -> str:
    """By what the evidence tells wherever it has the figure, of which the claim says nothing: a rate is no total.

    A year is often left out, what is paid, worked or a share is told so too ("rooms cost 85 euros", "they work 37
    hours"), and so is what goes by its name: a limit, a rate, a yield.
    """
    top, _, per = figure.unit.partition("/")
    total = _TOTAL.search(claim)
    if per or (not total and (figure.kind is FigureKind.MONEY or top in ("s", "month", "%") or _RATE.search(claim))):
        return ""
    words = _WORD.findall(claim.lower())
    keys = {_key(OFTEN.get(word) or word) for word in (*words, *map(" ".join, pairwise(words)))}
    bases: list[str] = []
    for each in evidence:
        found = without_base(each.figure)
        if not agree(figure, found) or (figure.noun and found.noun and figure.noun != found.noun):
            continue
        told = _of_cell(each) or _in_unit(each.figure) or by(each.document.text, each.figure, each.unit)
        if not told or "year" in told or not keys.isdisjoint(map(_key, told)):
            return ""
        bases += told
    return bases[0] if bases else ""


def _in_unit(rate: Figure) -> list[str]:
    """What a rate is by, as written, or as its unit has it where it is written once for several."""
    _, *written = BASE.split(rate.raw)
    return [written[-1].strip() if written else rate.unit.partition("/")[2]] if "/" in rate.unit else []


def _time(each: Held) -> str:
    """The time that the unit of its head is by, of a cell that was read without it."""
    head = context.measure(each.column) if each.grid else None
    return head.unit.rpartition("/")[2] if head and head.unit.startswith(f"{each.figure.unit}/") else ""


def _many(each: Held) -> bool:
    """Whether its head counts by a number of things: then "per bottle" is not "per 1,000 bottles"."""
    headed = _HEADED.search(each.column)
    return headed is not None and headed["number"] is not None


def _sentence(text: str, figure: Figure) -> Span:
    around = (each for each in sentences.split(text) if each.start <= figure.start < each.end)
    return next(around, Span(0, len(text)))


def _known(by: str) -> bool:
    return measure(by) is not None or _key(by) in _PERIODS or bool(re.fullmatch(ROUND, _key(by)))


def _is_period(by: str) -> bool:
    known = measure(by)
    return known[0] in ("s", "month") if known else _key(by) in _PERIODS


def _key(by: str) -> str:
    """One word for all the names of a measure, and for singular and plural."""
    known = measure(by)
    if known:
        return f"{known[1]} {known[0]}"
    word = re.sub(r"[,\s]", "", by).lower()
    if word in _ROUND_WORDS:
        return str(SCALES[word])
    word = word[:-1] if len(word) > 1 and word.endswith("s") else word
    return PERIODS.get(word, word)
