"""Where sources disagree: two readings of one thing that give different figures.

Everything that makes two figures figures of different things rules a conflict out: another owner, unit, year, rate,
counted thing, or an exclusive word (limit, target, output, …) on one side only; a difference beside a level; a part
beside its sum; a rounding. What is left must share its measure, seen by the reader's own view.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from moot.readers import contrast, numbered, subjects
from moot.readers.around import loose
from moot.readers.names import Names
from moot.readers.readings import Reading, Rivals
from moot.readers.view import View
from moot.text import figures, terms
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

_RIVAL_ACCOUNT = lazy_re(
    r"\b(?:another|second|other|different|separate|independent)\s+(?:\w+\s+)?(?:account|count|source|report"
    r"|estimate|study"
    r"|survey|measurement|figure|tally|analysis)\b|\bin our own\b|\bby contrast\b|\bothers (?:say|put|report"
    r"|estimate)\b"
    r"|\bdisputes?\b|\bwhen (?:it|they) runs?\b|\bhowever\b",
    re.IGNORECASE,
)
_WITH = lazy_re(r"\b(?:including|inclusive of|plus|together with)\b([^,;.#]*)", re.IGNORECASE)
_WITHOUT = lazy_re(r"\b(?:excluding|exclusive of|except|without|not (?:including|counting))\b([^,;.#]*)", re.IGNORECASE)
"""What a sum holds beside what it is the sum of, and what not: `14.9 million euros including the charger`."""
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
_PHYSICAL = lexicon("B B/s g kg m m2 m3 l W Wh V A Hz K C F J Pa bar")
"""Units that name their measure half: with an owner, a less exact match of words will do."""
_NEAR, _ENOUGH = 0.34, 0.5
_THIN = frozenset(
    terms.stem(word)
    for word in lexicon(
        "be have do make give get say show tell put report state list reach score accord stand come go use see "
        "find set take call rise fall grow drop amount expect estimate measure survey test add deliver claim "
        "assume put accordance arrive "
        "contain include enrol hold engineer union "
        "police tester surveyor official expert researcher operator name number figure total "
        "point percent million billion euro dollar usd eur year month week day "
        "time part account note average current currently"
    )
)
"""Stems that say nothing of what is measured."""
_SAID_OTHERWISE = (_THIN - lexicon("new old")) | frozenset(
    terms.stem(word) for word in lexicon("cost spend price pay charge hold weigh weight")
)
"""Stems that two sentences on one thing may choose differently."""


@dataclass(frozen=True)
class Conflict:
    """Two readings of one thing with different figures."""

    a: Reading
    b: Reading
    strength: float
    """How surely they are of one thing, 0 to 1, rounded."""

    @property
    def subject(self) -> str:
        return subjects.subject(self.a, self.b)

    @property
    def shown(self) -> tuple[str, str]:
        """Both figures as a reader is shown them."""
        return subjects.shown_figure(self.a, self.b), subjects.shown_figure(self.b, self.a)

    @property
    def title(self) -> str:
        """The subject without its figures."""
        return subjects.title(self.a, self.b)


def same(a: Conflict, b: Conflict) -> bool:
    """True when the two are one disagreement: the same two figures, of one name or, without names, of one title."""
    if sorted(map(_value, (a.a, a.b))) != sorted(map(_value, (b.a, b.b))):
        return False
    mine, theirs = a.a.names & a.b.names, b.a.names & b.b.names
    return bool(mine & theirs) if mine and theirs else mine == theirs and a.title == b.title


def _value(reading: Reading) -> str:
    return f"{reading.figure.value.normalize()} {reading.figure.unit}"


def akin(a: Conflict, b: Conflict) -> bool:
    """True when the two share their title and a figure: three sides of one matter."""
    shared = {_value(a.a), _value(a.b)} & {_value(b.a), _value(b.b)}
    return bool(a.title and a.title == b.title and shared)


def gives_both(conflict: Conflict, quotes: Iterable[str], names: Names) -> bool:
    """True when the quotes, whichever they are, give both figures for a name that both its sides have."""
    common = conflict.a.names & conflict.b.names
    said = [quote for quote in quotes if common & {found.name for found in names.find(quote)}]
    given = [figure for quote in said for figure in figures.find(quote)]
    return all(any(figures.agree(each.figure, one) for one in given) for each in (conflict.a, conflict.b))


def find(readings: Sequence[Reading], rivals: Rivals, ambient: Collection[str], view: View) -> list[Conflict]:
    """All conflicts among the readings, the surest first; of several between the same two quotes only the surest."""
    weights = terms.idf(" ".join(sorted(reading.sentence)) for reading in readings)
    said: dict[str, set[str]] = {}
    for reading in readings:
        said.setdefault(reading.quote, set()).add(reading.source.id)
    best: dict[tuple[str, ...], Conflict] = {}
    for a, b in _pairs(readings):
        if a.source.id != b.source.id and a.source.voice == b.source.voice and said[a.quote] & said[b.quote]:
            continue  # A text sets the two side by side, and its copy does.
        strength = likely(a, b, rivals, ambient, view, weights)
        if strength is None:
            continue
        conflict = Conflict(a, b, strength)
        key = tuple(sorted((_key(a), _key(b))))
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
    return cell.cell.rpartition(" · ")[2]


def _pairs(readings: Sequence[Reading]) -> Iterable[tuple[Reading, Reading]]:
    """Pairs of one unit: no others are looked at closely."""
    groups: dict[str, list[Reading]] = {}
    for reading in readings:
        groups.setdefault(reading.figure.unit, []).append(reading)
    for group in groups.values():
        for n, a in enumerate(group):
            for b in group[n + 1 :]:
                yield a, b


def _key(reading: Reading) -> str:
    return f"{reading.passage.id}:{reading.quote}"


def likely(
    a: Reading, b: Reading, rivals: Rivals, ambient: Collection[str], view: View, weights: Mapping[str, float]
) -> float | None:
    """How surely the two disagree about one thing; None where they do not or nothing shows it."""
    if not _comparable(a, b) or figures.agree(a.figure, b.figure) or figures.agree(b.figure, a.figure):
        return None
    mine, theirs = (each.names - frozenset(ambient) - _counted_in(each) for each in (a, b))
    if not mine and not theirs and rivals.clash(a.leans_on, b.leans_on):
        return None
    if rivals.clash(mine, theirs) or not _names_match(mine, theirs, rivals):
        return None
    left, right = contrast.Worded(a.piece, a.before), contrast.Worded(b.piece, b.before)
    measure = None if contrast.apart(left, right, _SAID_OTHERWISE, a.named & b.named) else _measure(a, b, weights)
    if measure is None:
        return None
    kin = max(score for text in _plain(a) for score in view.likeness(text, _plain(b))) / view.kin
    named = bool(mine & theirs)
    strength = 0.45 * measure + 0.3 * min(1.0, kin) + (0.25 if named else 0.0)
    least = 0.45 if named else 0.5
    return round(strength, 3) if strength >= least and kin >= (0.35 if named or measure > 0.9 else 0.5) else None


def rivalling(a: Reading, b: Reading, rivals: Rivals, ambient: Collection[str]) -> bool:
    """True for two different figures of one kind whose owners do not exclude each other."""
    if not _comparable(a, b) or figures.agree(a.figure, b.figure) or figures.agree(b.figure, a.figure):
        return False
    mine, theirs = (each.names - frozenset(ambient) for each in (a, b))
    return not rivals.clash(mine, theirs)


def _comparable(a: Reading, b: Reading) -> bool:
    """Same unit, counted thing, rate, kind and year; not two figures that one text sets beside each other."""
    if a.figure.unit != b.figure.unit or a.rate != b.rate or not _same_noun(a, b):
        return False
    if a.change != b.change or a.share or b.share:
        return False
    if (a.hard ^ b.hard) - loose(a.hard ^ b.hard):
        return False
    if (
        _exclusive(a, b)
        or _other_year(a, b)
        or numbered.apart(_around_figure(a), _around_figure(b))
        or (a.conditions and b.conditions and a.conditions.isdisjoint(b.conditions))
    ):
        return False
    if a.quote == b.quote or (a.grid and a.grid == b.grid) or _with(a) & _without(b) or _without(a) & _with(b):
        return False
    if a.source.id == b.source.id:
        return bool(_RIVAL_ACCOUNT.search(a.quote) or _RIVAL_ACCOUNT.search(b.quote))
    return True


def _around_figure(reading: Reading) -> str:
    """The sentence without its figure, or the heads of its cell."""
    if reading.cell:
        return reading.cell
    figure = reading.figure
    return f"{reading.quote[: figure.start]} … {reading.quote[figure.end :]}"


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
    return False


def _years_apart(mine: Collection[str], theirs: Collection[str]) -> int:
    return min(abs(int(a) - int(b)) for a in mine for b in theirs)


def _exclusive(a: Reading, b: Reading) -> bool:
    """Two different words of one group of statistics: a median and a mean do not conflict."""
    statistics = ({"median"}, {"mean", "average", "averag"}, {"mode"}, {"total", "sum"})
    mine = {n for n, group in enumerate(statistics) if group & a.measure}
    theirs = {n for n, group in enumerate(statistics) if group & b.measure}
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _names_match(mine: frozenset[str], theirs: frozenset[str], rivals: Rivals) -> bool:
    """Both without names, or one side's names among the other's; a name that has rivals must stand on both sides."""
    if not mine or not theirs:
        return not mine and not theirs
    return (mine <= theirs or theirs <= mine) and not any(name in rivals.all for name in mine ^ theirs)


def _measure(a: Reading, b: Reading, weights: Mapping[str, float]) -> float | None:
    """Share of the lighter side's measure words that the other side has, in its own part or around it."""
    mine, theirs = _core(a), _core(b)
    named = a.names & b.names
    bare = a.figure.unit in ("%", "point", "") and not a.noun
    if (len(named) > 1 and bare) or (named and a.figure.unit.startswith("/")):
        # A score is measured by its names ("72.5 for X on Y"), a rate by what it counts ("90 pages a minute").
        return max(0.6, _near(mine, theirs, weights))
    if not mine or not theirs:
        return None
    if not named and mine != theirs and min(len(mine), len(theirs)) == 1:
        return None  # "It will cost 455,000 euros": one word in common, and nothing tells of what
    near = _near(mine, theirs, weights)
    counts = bool(a.noun) and not _unit_in_words(a)
    if counts and mine & theirs:
        near = max(near, _NEAR)
    wide_a, wide_b = mine | _thick(a.around), theirs | _thick(b.around)
    far = max(_covered(mine, wide_b, weights), _covered(theirs, wide_a, weights))
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


def _near(mine: frozenset[str], theirs: frozenset[str], weights: Mapping[str, float]) -> float:
    return max(_covered(mine, theirs, weights), _covered(theirs, mine, weights))


def _covered(part: frozenset[str], whole: frozenset[str], weights: Mapping[str, float]) -> float:
    """Weighted share of `part` that is in `whole`."""
    total = _share(part, weights)
    return _share(part & whole, weights) / total if total else 0.0


def _core(reading: Reading) -> frozenset[str]:
    """The words of the measure, without those of names, those of what is counted in, and those that say nothing."""
    counted = frozenset(word for word in reading.noun if "/" not in word)
    measure = (reading.measure - _with(reading) - _without(reading)) | counted
    return frozenset(_QUALITIES.get(stem, stem) for stem in _thick(measure) - reading.named)


def _counted_in(reading: Reading) -> frozenset[str]:
    """Names that stand only in what is counted in, or not: `… including the charger at Sund`."""
    beside = _with(reading) | _without(reading)
    return frozenset(name for name in reading.names if beside and beside.issuperset(terms.stems(name)))


def _with(reading: Reading) -> frozenset[str]:
    return frozenset(stem for part in _WITH.findall(reading.piece) for stem in terms.stems(part))


def _without(reading: Reading) -> frozenset[str]:
    return frozenset(stem for part in _WITHOUT.findall(reading.piece) for stem in terms.stems(part))


def _thick(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(stem for stem in stems if stem not in _THIN)


def _share(stems: Collection[str], weights: Mapping[str, float]) -> float:
    rarest = max(weights.values(), default=1.0)
    return sum(max(0.3, weights.get(stem, rarest)) for stem in sorted(stems))


def _plain(reading: Reading) -> list[str]:
    """The sentence without its numbers, which would make two sides look unlike; a short one also with what "
    "precedes it."""
    words = f"{reading.cell} {reading.passage.heading.split(' › ')[-1]}" if reading.cell else reading.quote
    texts = [words]
    if not reading.cell and reading.before and len(_core(reading)) < 4:
        texts.append(f"{reading.before} {words}")
    return [re.sub(r"\d+(?:[.,]\d+)*", "", text) for text in texts]
