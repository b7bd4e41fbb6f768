"""Where sources disagree: two readings of one thing that give different figures.

Everything that makes two figures figures of different things rules a conflict out: another owner, unit, year, rate,
counted thing, or an exclusive word (limit, target, output, …) on one side only; a difference beside a level; a part
beside its sum; a rounding. What is left must share its measure, seen by the reader's own view.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from moot.evidence import hearsay
from moot.readers import around, contrast, numbered
from moot.readers.around import loose
from moot.readers.conflict import Conflict
from moot.readers.given import Given
from moot.readers.readings import Reading, Rivals
from moot.readers.view import View
from moot.text import figures, iso, terms
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.verify.comparing import when

_RIVAL_ACCOUNT = lazy_re(
    r"\b(?:another|second|other|different|separate|independent)\s+(?:\w+\s+)?(?:account|count|source|report"
    r"|estimate|study"
    r"|survey|measurement|figure|tally|analysis)\b|\bin our own\b|\bby contrast\b|\bothers (?:say|put|report"
    r"|estimate)\b|\bdisputes?\b|\bwhen (?:it|they) runs?\b|\bhowever\b",
    re.IGNORECASE,
)
_WITH = lazy_re(r"\b(?:including|inclusive of|plus|together with)\b([^,;.#]*)", re.IGNORECASE)
_WITHOUT = lazy_re(r"\b(?:excluding|exclusive of|except|without|not (?:including|counting))\b([^,;.#]*)", re.IGNORECASE)
"""What a sum holds beside what it is the sum of, and what not: `14.9 million euros including the charger`."""
_ON_IT = lazy_re(r"(?:It|They|This|These|That|Those)\b|(?:The|This|That|These|Those) (\w+)")
"""How a sentence goes on with what the one before it named."""
_PLANNED = lazy_re(
    r"\b(?:(?:was|were|had been) (?:originally |first |once |initially )?(?:to|supposed to|meant to|going to|due to"
    r"|expected|planned|budgeted|forecast|projected)|(?:should|would) have|sollten?|dev(?:ait|aient) \w+)"
    r"(?: (?!(?:and|but|which|who|that|und|et)\b)[\w’'-]+){0,7}\W*$",
    re.IGNORECASE,
)
"""What was to come once, right before its figure: it came, or it came otherwise, and both are true."""
_WAY = lazy_re(r"\b(from|to)\s+(?:(?:about|around|nearly|almost|some|over)\s+)?$", re.IGNORECASE)
_FROM, _TO = (lazy_re(rf"\b{way}\s+(?:(?:about|around|nearly|almost|some|over)\s+)?\d", re.I) for way in ("from", "to"))
"""What something was before it changed, and what it came to."""
_AHEAD = lazy_re(
    r"\b(?:will|shall|would|could|(?-i:may)|might|is to|are to|is expected|are expected|is planned"
    r"|are planned|wird|werden|soll|sollen|forecast|projected|planned|expected|estimated?|budgeted)\b",
    re.IGNORECASE,
)
"""What has not come to pass."""
_QUALITIES = {
    terms.stem(quality): terms.stem(noun)
    for quality, noun in (
        ("long", "length"),
        ("high", "height"),
        ("tall", "height"),
        ("wide", "width"),
        ("deep", "depth"),
        ("heavy", "weight"),
        ("weigh", "weight"),
        ("old", "age"),
        ("fast", "speed"),
        ("spend", "cost"),
        ("spent", "cost"),
        ("price", "cost"),
        ("pay", "cost"),
        ("charge", "cost"),
        ("hold", "capacity"),
        ("area", "size"),
        ("large", "size"),
    )
}
"""Words of quality and the measures that they name."""
_MEASURED = frozenset(_QUALITIES.values())
_PHYSICAL = lexicon("B B/s g kg m m2 m3 l W Wh V A Hz K C F J Pa bar")
"""Units that name their measure half: with an owner, a less exact match of words will do."""
_NEAR, _ENOUGH = 0.34, 0.5
_THIN = frozenset(
    terms.stem(word)
    for word in lexicon(
        "be have do make give get say show tell put report state list reach score accord stand come go use see "
        "find set take call rise fall grow drop amount expect estimate measure survey test add deliver claim "
        "assume put accordance arrive contain include hold police name number figure total "
        "point percent million billion euro dollar usd eur year month week day "
        "time part account note average current currently"
    )
)
"""Stems that say nothing of what is measured."""
SAID_OTHERWISE = (_THIN - lexicon("new old")) | frozenset(
    terms.stem(word) for word in lexicon("cost spend price pay charge hold weigh weight")
)
"""Stems that two sentences on one thing may choose differently."""


_STATISTICS = tuple(map(lexicon, ("median", "mean average averag", "mode", "total sum")))


@dataclass(frozen=True, eq=False)
class _Side:
    """A reading with what its comparison with many others needs, each worked out once."""

    reading: Reading

    @cached_property
    def rival_account(self) -> bool:
        """Whether its sentence says that somebody else has it otherwise."""
        return bool(_RIVAL_ACCOUNT.search(self.reading.quote))

    @cached_property
    def numbers(self) -> Mapping[str, Collection[str]]:
        """Of the sentence without its figure, or of the heads of its cell."""
        reading, figure = self.reading, self.reading.figure
        around = reading.cell or f"{reading.quote[: figure.start]} … {reading.quote[figure.end :]}"
        return numbered.numbers(around)

    def part_of(self, other: _Side) -> bool:
        """Whether it is of a thing with a number, and the other one of nothing of the kind: `pages in box 12`; or of a
        part of what the other is of as a whole: `Loom 3 of the Ravno mill`."""
        kinds = self.numbers.keys()
        whole = not kinds <= other.reading.sentence | other.reading.around
        theirs, said = other.reading.names, f"{other.reading.quote} {other.reading.cell}".casefold()
        return whole or any(not re.search(rf"\b{re.escape(each)}\b", said) for each in self.reading.parts - theirs)

    @cached_property
    def statistics(self) -> frozenset[int]:
        return frozenset(n for n, group in enumerate(_STATISTICS) if not group.isdisjoint(self.reading.measure))

    @cached_property
    def holds(self) -> frozenset[str]:
        """Stems of what its sum holds beside: `… including the charger`."""
        return _stems_of(_WITH.findall(self.reading.piece))

    @cached_property
    def lacks(self) -> frozenset[str]:
        """Stems of what its sum leaves out."""
        return _stems_of(_WITHOUT.findall(self.reading.piece))

    @cached_property
    def counted_in(self) -> frozenset[str]:
        """Names that stand only in what is counted in, or not: `… including the charger at Sund`."""
        beside = self.holds | self.lacks
        return frozenset(name for name in self.reading.names if beside and beside.issuperset(terms.stems(name)))

    @cached_property
    def told_by(self) -> frozenset[str]:
        """Names of who says so, where another one is named beside them: `the bridge of Sund, says the Gazette`."""
        speakers = hearsay.speakers(self.reading.quote)
        said = {name for name, spelling in self.reading.spelt if spelling in speakers}
        return frozenset(said) if said < self.reading.names else frozenset()

    @cached_property
    def of(self) -> frozenset[str]:
        """Names of whose figure it is: its own, else those of the sentence before that it goes on with."""
        own = self.reading.names - self.counted_in - self.told_by
        if self.reading.names or not self.reading.leans_on or self.reading.cell:
            return own
        on = _ON_IT.match(self.reading.quote)
        if on is None or (on[1] and terms.stem(on[1].lower()) not in terms.stems(self.reading.before)):
            return own
        return self.reading.leans_on

    @cached_property
    def planned(self) -> bool:
        reading = self.reading
        return not reading.cell and bool(_PLANNED.search(reading.quote[: reading.figure.start]))

    @cached_property
    def end(self) -> str:
        """Of a change from one figure to another the one that this is, "from" or "to"; else empty."""
        quote, figure = self.reading.quote, self.reading.figure
        found = None if self.reading.cell else _WAY.search(quote[: figure.start])
        if found is None:
            return ""
        way = found[1].lower()
        rest = quote[figure.end :] if way == "from" else quote[: found.start()]
        return way if (_TO if way == "from" else _FROM).search(rest) else ""

    @cached_property
    def ahead(self) -> bool:
        return bool(_AHEAD.search(self.reading.quote))

    @cached_property
    def core(self) -> frozenset[str]:
        """The words of the measure, without those of names, those of what is counted in, and those that say nothing."""
        reading = self.reading
        counted = frozenset(word for word in reading.noun if "/" not in word)
        measure = (reading.measure - self.holds - self.lacks) | counted
        return frozenset(_QUALITIES.get(stem, stem) for stem in thick(measure) - reading.named)

    @cached_property
    def wide(self) -> frozenset[str]:
        """Those, and the words around."""
        return self.core | thick(self.reading.around)

    @cached_property
    def worded(self) -> contrast.Worded:
        return contrast.Worded(self.reading.piece, self.reading.before)

    @cached_property
    def plain(self) -> list[str]:
        """The sentence without its numbers, which would make two sides look unlike; a short one also with what
        precedes it."""
        reading = self.reading
        words = f"{reading.cell} {reading.passage.heading.split(' › ')[-1]}" if reading.cell else reading.quote
        texts = [words]
        if not reading.cell and reading.before and len(self.core) < 4:
            texts.append(f"{reading.before} {words}")
        return [re.sub(r"\d+(?:[.,]\d+)*", "", text) for text in texts]


class _Weights:
    """How much stems tell: those of few sentences more than those of many."""

    def __init__(self, idf: Mapping[str, float]) -> None:
        self._idf = idf
        self._rarest = max(idf.values(), default=1.0)
        self._sums: dict[frozenset[str], float] = {}

    def near(self, mine: frozenset[str], theirs: frozenset[str]) -> float:
        return max(self.covered(mine, theirs), self.covered(theirs, mine))

    def covered(self, part: frozenset[str], whole: frozenset[str]) -> float:
        """Weighted share of `part` that is in `whole`."""
        total = self._sum(part)
        return self._sum(part & whole) / total if total else 0.0

    def _sum(self, stems: frozenset[str]) -> float:
        known = self._sums.get(stems)
        if known is None:
            known = sum(max(0.3, self._idf.get(stem, self._rarest)) for stem in sorted(stems))
            self._sums[stems] = known
        return known


def _stems_of(parts: Iterable[str]) -> frozenset[str]:
    return frozenset(stem for part in parts for stem in terms.stems(part))


def find(readings: Sequence[Reading], rivals: Rivals, ambient: Collection[str], view: View) -> list[Conflict]:
    """All conflicts among the readings, the surest first; of several between the same two quotes only the surest.

    With those of two times, of which the older has it as it is (`later`).
    """
    weights = _Weights(terms.idf(" ".join(sorted(reading.sentence)) for reading in readings))
    ambient = frozenset(ambient)
    given = Given(readings)
    best: dict[tuple[str, ...], Conflict] = {}
    for a, b in _pairs(readings):
        one, other = a.reading, b.reading
        strength = _likely(a, b, rivals, ambient, view, weights)
        if strength is None or given.together(one, other):
            continue
        conflict = Conflict(one, other, strength, _other_year(one, other))
        key = tuple(sorted((one.told, other.told)))
        if key not in best or strength > best[key].strength:
            best[key] = conflict
    found = [each for each in best.values() if not _of_no_row(each, best.values())]
    return sorted(found, key=lambda each: (-each.strength, each.a.id, each.b.id))


def _of_no_row(conflict: Conflict, all_found: Collection[Conflict]) -> bool:
    """Whether a figure differs so from several rows of one column: without a name in common it is that of none."""
    for one, other in ((conflict.a, conflict.b), (conflict.b, conflict.a)):
        if other.grid and not one.grid and not one.names & other.names:
            rows = {
                cell.quote
                for each in all_found
                for text, cell in ((each.a, each.b), (each.b, each.a))
                if text.quote == one.quote and cell.grid == other.grid and _column(cell) == _column(other)
            }
            if len(rows) > 1:
                return True
    return False


def _column(cell: Reading) -> str:
    return cell.cell.rpartition(" · ")[2] if " · " in cell.cell else ""


def _pairs(readings: Sequence[Reading]) -> Iterable[tuple[_Side, _Side]]:
    """Pairs of one unit and rate, both levels or changes, both wholes or parts: no others are looked at closely."""
    groups: dict[tuple[str, str, bool, bool], list[_Side]] = {}
    for reading in readings:
        kind = (reading.figure.unit, reading.rate, reading.change, reading.share)
        groups.setdefault(kind, []).append(_Side(reading))
    for group in groups.values():
        for n, a in enumerate(group):
            for b in group[n + 1 :]:
                yield a, b


def _likely(a: _Side, b: _Side, rivals: Rivals, ambient: frozenset[str], view: View, weights: _Weights) -> float | None:
    """How surely the two disagree about one thing; None where they do not or nothing shows it."""
    one, other = a.reading, b.reading
    if not _comparable(a, b) or rivals.two_things(one, other):
        return None
    if (a.planned and not (b.planned or b.ahead)) or (b.planned and not (a.planned or a.ahead)):
        return None
    mine, theirs = (each.of - ambient for each in (a, b))
    if not mine and not theirs and rivals.clash(one.leans_on, other.leans_on):
        return None
    if not _names_match(mine, theirs, rivals) or rivals.clash(mine, theirs) or _agree(one, other):
        return None
    measure = _measure(a, b, weights)
    if measure is None:
        return None
    named = bool(mine & theirs)
    sure, least = 0.45 * measure + (0.25 if named else 0.0), 0.45 if named else 0.5
    if round(sure + 0.3, 3) < least or contrast.apart(a.worded, b.worded, SAID_OTHERWISE, one.named & other.named):
        return None
    kin = max(score for text in a.plain for score in view.likeness(text, b.plain)) / view.kin
    strength = 0.45 * measure + 0.3 * min(1.0, kin) + (0.25 if named else 0.0)
    return round(strength, 3) if strength >= least and kin >= (0.35 if named or measure > 0.9 else 0.5) else None


def rivalling(a: Reading, b: Reading, rivals: Rivals, ambient: Collection[str]) -> bool:
    """True for two different figures of one kind, and no parts, whose owners do not exclude each other."""
    if a.share or b.share or not _comparable(_Side(a), _Side(b)) or _agree(a, b) or rivals.two_things(a, b):
        return False
    mine, theirs = (each.names - frozenset(ambient) for each in (a, b))
    return not rivals.clash(mine, theirs)


def _agree(a: Reading, b: Reading) -> bool:
    return figures.agree(a.figure, b.figure) or figures.agree(b.figure, a.figure)


def _comparable(a: _Side, b: _Side) -> bool:
    """Same unit, counted thing, rate, kind and year; not two figures that one text sets beside each other.

    Of thousands of readings all pairs come here: what costs least is asked first.
    """
    one, other = a.reading, b.reading
    if one.figure.unit != other.figure.unit or one.rate != other.rate or one.change != other.change:
        return False
    if (
        one.sample is not other.sample
        or one.share != other.share
        or one.quote == other.quote
        or (one.grid and one.grid == other.grid)
    ):
        return False
    if one.source.id == other.source.id and not (a.rival_account or b.rival_account):
        return False
    if not _same_noun(one, other) or (one.hard ^ other.hard) - loose(one.hard ^ other.hard):
        return False
    if {a.end, b.end} == {"from", "to"}:
        return False
    if one.conditions and other.conditions and one.conditions.isdisjoint(other.conditions):
        return False
    if a.holds & b.lacks or a.lacks & b.holds:
        return False
    if _other_year(one, other) and not (succeeds(one, other) or succeeds(other, one)):
        return False
    if a.part_of(b) or b.part_of(a) or numbered.apart(a.numbers, b.numbers):
        return False
    return not _exclusive(a.statistics, b.statistics)


def _same_noun(a: Reading, b: Reading) -> bool:
    """Both count something, and share a word of it; or neither does."""
    if a.noun and b.noun:
        return not a.noun.isdisjoint(b.noun)
    if not a.noun and not b.noun:
        return True
    # "1.2 million visitors" beside "visitor numbers reached 890,000".
    return not (a.noun | b.noun).isdisjoint(a.own & b.own) and not a.cell and not b.cell


def _other_year(a: Reading, b: Reading) -> bool:
    """Years that both give and that differ; a year that one gives is also held against the likely year of the other."""
    if a.years and b.years:
        return a.years.isdisjoint(b.years)
    if (a.grid and a.years) or (b.grid and b.years):
        return not a.likely_years or not b.likely_years or a.likely_years.isdisjoint(b.likely_years)
    if a.years or b.years:
        return bool(a.likely_years and b.likely_years) and _years_apart(a.likely_years, b.likely_years) > 1
    return a.figure.unit not in _PHYSICAL and _of_two_years(a.source.title, b.source.title)


def _of_two_years(one: str, other: str) -> bool:
    """Whether two titles differ in their year only: "School meals 2024", "School meals 2025". What is weighed or built
    is of no year.
    """
    mine, theirs = around.years(one), around.years(other)
    if not len(mine) == len(theirs) == 1 or mine == theirs:
        return False
    return one.replace(min(mine), "") == other.replace(min(theirs), "")


def succeeds(newer: Reading, older: Reading) -> bool:
    """Whether a source later by more than a year gives its figure for a later time than the older, which says how it
    is in its own day."""
    if newer.cell or older.cell or not iso.overtaken(older.source.told, newer.source.told):
        return False
    day = (older.source.told or "")[:4]
    now = when.present(older.piece) or not (older.years or when.past(older.quote))
    same_day = all(abs(int(year) - int(day)) < 2 for year in older.years)
    return now and same_day and not when.to_come(older.quote) and max(newer.likely_years, default="") > day


def _years_apart(mine: Collection[str], theirs: Collection[str]) -> int:
    return min(abs(int(a) - int(b)) for a in mine for b in theirs)


def _exclusive(mine: frozenset[int], theirs: frozenset[int]) -> bool:
    """Two different words of one group of statistics: a median and a mean do not conflict."""
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _names_match(mine: frozenset[str], theirs: frozenset[str], rivals: Rivals) -> bool:
    """Both without names, or one side's names among the other's; a name that has rivals must stand on both sides."""
    if not mine or not theirs:
        return not mine and not theirs
    return (mine <= theirs or theirs <= mine) and not any(name in rivals.all for name in mine ^ theirs)


def _measure(one: _Side, other: _Side, weights: _Weights) -> float | None:
    """Share of the lighter side's measure words that the other side has, in its own part or around it."""
    a, b, mine, theirs = one.reading, other.reading, one.core, other.core
    named = a.names & b.names
    bare = a.figure.unit in ("%", "point", "") and not a.noun
    if (len(named) > 1 and bare) or (named and a.figure.unit.startswith("/")):
        # A score is measured by its names ("72.5 for X on Y"), a rate by what it counts ("90 pages a minute").
        return max(0.6, weights.near(mine, theirs))
    if not mine or not theirs:
        return None
    if not named and mine != theirs and min(len(mine), len(theirs)) == 1:
        return None  # "It will cost 455,000 euros": one word in common, and nothing tells of what
    if not named and any(
        side.core - _MEASURED and (side.core - _MEASURED).isdisjoint(its.wide)
        for side, its in ((one, other), (other, one))
    ):
        return None  # "Café prices: 1,900 euros" beside "the pipes cost 3.8 million": only the measure is one
    near = weights.near(mine, theirs)
    counts = bool(a.noun) and not _unit_in_words(a)
    if counts and mine & theirs:
        near = max(near, _NEAR)
    wide_a, wide_b = one.wide, other.wide
    far = max(weights.covered(mine, wide_b), weights.covered(theirs, wide_a))
    common = len((mine & wide_b) | (theirs & wide_a))
    if counts and named and len(mine & theirs) > 1:
        far = max(far, _ENOUGH)
    if named and (_unit_in_words(a) or a.figure.unit in _PHYSICAL) and far >= 0.8 and common >= 2:
        return round(far / 2, 3)
    if named and mine & theirs and (mine <= theirs or theirs <= mine):
        return 0.6
    if (near >= _NEAR and far >= _ENOUGH and common >= 2) or (near > 0 and far >= 0.7 and common >= 3):
        return round(min(1.0, 0.5 * near + 0.5 * far), 3)
    return None


def _unit_in_words(reading: Reading) -> bool:
    return any("/" in word for word in reading.noun)


def thick(stems: frozenset[str]) -> frozenset[str]:
    """Those that say of what is spoken."""
    return frozenset(stem for stem in stems if stem not in _THIN)
