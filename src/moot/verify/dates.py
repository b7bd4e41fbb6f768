"""Does the claim give as present what the sources say has changed? Signal.

Looked for where the claim speaks of now or of what is to come:

- a sentence of a source says that the claim's value was replaced ("cut from 60 days to 30", "24 hours, not 72");
- a source that is newer than those which hold the claim's value gives another value of the same kind in a sentence, or
  under a title, that says what the claim says, of no other thing (`another_thing`) and by no other time or measure, and
  is not the word of somebody else than the claim names;
- a sentence says that the value or the state is over, or that its date was moved (`superseded`).

And where the claim has something begin on a day ("since 12 March") of which its source says only how it stood then
("as of 12 March").

Sources without a date are neither older nor newer; a mere copy is as old as what it is a copy of. A claim that names a
time of its own ("in 2019") is held to it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from moot.evidence.library import Library
from moot.text import sentences
from moot.text.figures import Figure, FigureKind, agree
from moot.text.lexicon import lexicon
from moot.text.terms import stem, stems
from moot.verify.check import finding
from moot.verify.comparing import another_thing, superseded, when, whose
from moot.verify.reckoning.given import noted, replaced
from moot.verify.reckoning.given.held import bound
from moot.verify.reckoning.given.replaced import Replaced
from moot.verify.reckoning.said_of import rates
from moot.words import Claim, ClaimKind, Document, Finding, Form, Outcome, Passage, Place

_T = TypeVar("_T")

_THIN = frozenset(
    stem(word)
    for word in lexicon("""
        current currently present presently moment today expected expect expects due plan planned scheduled set stand
        stands known still now as date new figure number total amount year month day week hour per cent percent about
        around nearly approximately according
    """)
)
"""Words that say when or how much, not of what."""
_SHARED = 2
"""Content words that the newer sentence itself must share with the claim."""
_COVERED = 0.5
"""Share of the claim's words that the newer sentence with its title and headings must hold."""
_SAME = 0.35
"""The same where a sentence says itself that the value was replaced."""
_STATE, _ENDS = 0.6, 0.4
"""The same where a state is told as past, and where it has ended that the claim says goes on."""
_BRIDGED = 3
"""Content words that a sentence with a moved date shares with the one that holds the old date."""
_NOTED = 3
"""Sentences before a note that may put them right."""
_FIRST = 1000_00_00
"""A date of a year that is told."""
_MOST = 12
"""Sentences looked at for one claim: those that share most words with it."""


@dataclass(frozen=True)
class _Unit:
    document: Document
    passage: Passage
    start: int
    text: str
    date: str
    """At which it was told; empty where that is not known."""

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(stems(self.text))

    @cached_property
    def values(self) -> tuple[Figure, ...]:
        return tuple(noted.told(self.text))

    @cached_property
    def replaced(self) -> tuple[Replaced, ...]:
        return tuple(replaced.pairs(self.text))

    @cached_property
    def around(self) -> frozenset[str]:
        """Its words with those of its title and headings."""
        return self.stems | frozenset(stems(f"{self.document.source.title} {self.passage.heading}"))

    @property
    def source(self) -> str:
        return self.document.source.id

    @property
    def place(self) -> Place:
        return Place(source=self.source, passage=self.passage.id, start=self.start, end=self.start + len(self.text))


@dataclass(frozen=True)
class _Change:
    """A sentence that, alone or with the next one of its source, says that something was moved."""

    both: tuple[_Unit, ...]

    @property
    def unit(self) -> _Unit:
        return self.both[0]

    @property
    def texts(self) -> list[str]:
        return [each.text for each in self.both]

    @property
    def text(self) -> str:
        """Both in one, in which their figures are looked for."""
        return " ".join(self.texts)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset[str]().union(*(each.stems for each in self.both))


class Dates:
    """Applies to stated claims with a figure or date, or of the present; over what they cite and newer sources."""

    name = "dates"
    version = "9"
    gate = False

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        stated = [(claim, _found(claim, library)) for claim in claims if claim.kind is ClaimKind.STATED]
        # Last what it says: that takes longest, and of a file nothing may have been read.
        asked = [
            (claim, cited) for claim, cited in stated if cited and (noted.told(claim.text) or when.present(claim.text))
        ]
        known = _Known(library) if asked else None
        return [self._finding(claim, cited, known) for claim, cited in asked if known]

    def _finding(self, claim: Claim, cited: frozenset[str], known: _Known) -> Finding:
        reason, unit, plain = next(_overtaken(claim.text, cited, known), ("", None, False))
        return finding(
            self,
            claim,
            Outcome.unless(reason),
            reason or "no source says that it has changed",
            places=(unit.place,) if unit else (),
            score=0.0 if plain else None,
        )


def _found(claim: Claim, library: Library) -> frozenset[str]:
    """The sources in which its quotes were found."""
    return frozenset(each.document.source.id for each in library.cited(claim) if each.document and each.span)


class _Known:
    """The sentences of a library, found by their words or by their source."""

    def __init__(self, library: Library) -> None:
        self.units: list[_Unit] = list(_units(library))
        self._dates = {source.id: source.told or "" for source in library.sources}
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._by_source: dict[str, list[_Unit]] = defaultdict(list)
        for n, unit in enumerate(self.units):
            self._by_source[unit.source].append(unit)
            for each in unit.stems:
                self._by_stem[each].append(n)

    def dates(self, sources: Iterable[str]) -> list[str]:
        return [self._dates[each] for each in sources]

    def holders(self, value: Figure, cited: frozenset[str]) -> list[_Unit]:
        """The sentences of the cited sources that give the value."""
        units = (unit for source in self._by_source if source in cited for unit in self._by_source[source])
        return [unit for unit in units if any(_is(value, other) for other in unit.values)]

    @cached_property
    def changes(self) -> list[_Change]:
        pairs = ((each, after) for each, after in pairwise([*self.units, None]) if each)
        every = [_Change((each, after) if after and after.source == each.source else (each,)) for each, after in pairs]
        return [each for each in every if superseded.moves(each.texts)]

    @cached_property
    def corrected(self) -> list[tuple[_Unit, Replaced]]:
        """The sentences that put a value right which stands before them."""
        found: list[tuple[_Unit, Replaced]] = []
        for told in self._by_source.values():
            for n, unit in enumerate(told):
                before = [each.text for each in told[max(0, n - _NOTED) : n]]
                found += [(unit, pair) for pair in noted.values(before, unit.text)]
        return found

    def near(self, said: frozenset[str]) -> list[_Unit]:
        """The units that share most words with the claim."""
        shared = Counter(n for each in sorted(said) for n in self._by_stem.get(each, ()))
        best = sorted(shared, key=lambda n: (-shared[n], n))
        return [self.units[n] for n in best if shared[n] >= min(_SHARED, len(said))]


def _units(library: Library) -> Iterator[_Unit]:
    documents = {each.source.id: each for each in library.documents}
    dates = {source.id: source.told or "" for source in library.sources}
    for passage in library.passages:
        if passage.form is not Form.TABLE and passage.source in documents:
            for span in sentences.split(passage.text):
                start, text = passage.start + span.start, span.of(passage.text)
                yield _Unit(documents[passage.source], passage, start, text, dates[passage.source])


def _overtaken(claim: str, cited: frozenset[str], known: _Known) -> Iterator[tuple[str, _Unit, bool]]:
    """In words what has changed, by which sentence, and whether a source says so itself of the claim's value."""
    values = noted.told(claim)
    said = _said(claim, values)
    day = _day(claim, values)
    near = [unit for unit in known.near(said) if not day or unit.date[: len(day)] <= day]
    dates = known.dates(cited)
    for unit in near:
        old = _replaced(claim, values, said, unit) if unit.source in cited or _newer(unit, dates) else ""
        if old:
            yield old, unit, unit.source in cited
    for unit, pair in known.corrected:
        wrong = next((each for each in values if _is(each, pair.old)), None) if unit.source in cited else None
        if wrong and not any(_is(each, pair.new) for each in values):
            yield (
                f"the claim gives “{_line(wrong.raw)}”, which its source corrects to “{_line(pair.new.raw)}”",
                unit,
                True,
            )
    over = (
        *_begun(claim, values, [unit for unit in known.units if unit.source in cited]),
        *_over(claim, values, said, [unit for unit in near if unit.source in cited or _newer(unit, dates)]),
    )
    yield from ((*each, False) for each in over)
    who = whose.speaker(claim)
    for ours in values:
        yield from ((*each, False) for each in _moved(claim, ours, cited, known))
        told = known.dates({each.source for each in known.holders(ours, cited)}) if _speaks(claim, ours) else []
        for unit in [unit for unit in near if told and _newer(unit, told) and not _of_another(who, unit)][:_MOST]:
            other = _other(claim, ours, values, unit, near)
            if other:
                given = f"a newer source ({unit.date}) “{_line(other.raw)}”"
                yield f"the claim gives “{_line(ours.raw)}”, {given}", unit, False


def _of_another(who: frozenset[str], unit: _Unit) -> bool:
    """Whether a sentence is not the word of who speaks in the claim: what others say later leaves theirs as it is."""
    return bool(who) and not who & (unit.around | frozenset(stems(unit.document.source.author or "")))


def _day(claim: str, values: Sequence[Figure]) -> str:
    """The day or month of which the claim tells how it stood ("as of 12 March 2025"): what came later is no matter."""
    told = (each for each in values if each.kind is FigureKind.DATE and when.at(claim[: each.start]))
    value = next((int(each.value) for each in told if each.value >= _FIRST), 0)
    parts = (f"{value // 10_000:04}", f"{value // 100 % 100:02}", f"{value % 100:02}")
    return "-".join(part for part in parts if int(part))


def _begun(claim: str, values: Sequence[Figure], units: Sequence[_Unit]) -> Iterator[tuple[str, _Unit]]:
    """A day since when the claim has something so, and on which the sources only say how it stood."""
    for ours in values:
        if ours.kind is not FigureKind.DATE or not when.began(claim[: ours.start]):
            continue
        there = [(each, other) for each in units for other in each.values if _is(ours, other)]
        if there and all(when.at(each.text[: other.start]) and not when.to_come(each.text) for each, other in there):
            yield f"the claim has it begin “{_line(ours.raw)}”, its source says how it stood then", there[0][0]


def _over(
    claim: str, values: Sequence[Figure], said: frozenset[str], near: Sequence[_Unit]
) -> Iterator[tuple[str, _Unit]]:
    """What sentences put in the past that the claim gives as present or to come."""
    if superseded.told(claim) or not (when.present(claim) or when.to_come(claim) or when.now(claim)):
        return
    for unit in near:
        covered = len(said & unit.around)
        for ours in values if covered >= _SAME * len(said) else ():
            told = bool(ours.unit or ours.noun)
            here = [each for each in unit.values if told and _is(ours, each)]
            if not here or not all(superseded.gone(unit.text, each) for each in here):
                continue
            others = (each for each in near if each is not unit and len(said & each.around) >= covered)
            if not any(_is(ours, value) for each in others for value in each.values):
                yield f"the claim gives “{_line(ours.raw)}”, which its source calls a thing of the past", unit
        own = len(said & unit.stems)
        if covered < _ENDS * len(said) or own < _SHARED:
            continue
        if superseded.was(unit.text) and not when.past(claim) and own > _SHARED and own >= _STATE * len(said):
            yield "the claim gives as present what its source says of the past", unit
        elif superseded.continues(claim) and _ended(said, unit.text):
            yield "the claim says that it goes on, its source that it has ended", unit


def _ended(said: frozenset[str], sentence: str) -> bool:
    """Whether what has ended is what the claim speaks of: "3.9 is no longer supported; 3.10 is the oldest"."""
    return any(len(said & frozenset(stems(part))) >= _SHARED for part in superseded.ended(sentence))


def _moved(claim: str, ours: Figure, cited: frozenset[str], known: _Known) -> Iterator[tuple[str, _Unit]]:
    """A newer source that says of what the date stands for that it is put off, and until when."""
    if ours.kind is not FigureKind.DATE or ours.unit == "year" or not _speaks(claim, ours):
        return
    said = _said(claim, [ours])
    olds = [each for each in known.holders(ours, cited) if each.date]
    for old in _best(olds, [len(said & each.around) for each in olds]):
        about, at = _said(old.text, old.values), next(each for each in old.values if _is(ours, each))
        newer = [(each, len(about & each.stems)) for each in known.changes if _newer(each.unit, [old.date])]
        near = [(each, shared) for each, shared in newer if shared >= _BRIDGED]
        for change in _best([each for each, _ in near], [shared for _, shared in near]):
            other = next(superseded.moved(change.texts, ours), None)
            told = not any(_is(ours, one) for each in change.both for one in each.values)
            if other and told and not another_thing.another(old.text, at, change.text, other):
                given = f"a newer source ({change.unit.date}) “{_line(other.raw)}”"
                yield f"the claim gives “{_line(ours.raw)}”, {given}", change.unit


def _best(found: Sequence[_T], shared: Sequence[int]) -> list[_T]:
    """Those that share most, in their order."""
    best = sorted(range(len(found)), key=lambda n: -shared[n])[:_MOST]
    return [found[n] for n in sorted(best)]


def _speaks(claim: str, value: Figure) -> bool:
    """True when the claim gives the value as one of now, or the date as one to come."""
    if value.kind is FigureKind.DATE:
        return when.to_come(claim) or when.now(claim)
    return when.present(claim)


def _said(claim: str, values: Sequence[Figure]) -> frozenset[str]:
    """The words of the claim without these values."""
    for each in sorted(values, key=lambda each: -each.start):
        claim = f"{claim[: each.start]} {each.noun} {claim[each.end :]}"
    return frozenset(stems(claim)) - _THIN


def _newer(unit: _Unit, dates: Sequence[str]) -> bool:
    """True when all of these dates are earlier than that of the unit, as far as they are told."""
    return bool(unit.date) and all(each and each < unit.date[: len(each)] for each in dates)


def _replaced(claim: str, values: Sequence[Figure], said: frozenset[str], unit: _Unit) -> str:
    if len(said & unit.around) < _SAME * len(said):
        return ""
    for pair in unit.replaced:
        ours = next((each for each in values if _is(each, pair.old)), None)
        if ours is None or any(_is(each, pair.new) for each in values):
            continue
        times = (each for each in values if each is not ours and each.kind is FigureKind.DATE)
        if not all(any(_is(each, other) for other in unit.values) for each in times):
            continue
        if not (_speaks(claim, ours) or (pair.rejected and not when.past(claim))):
            continue
        return f"the claim gives “{_line(ours.raw)}”, its source “{_line(pair.new.raw)}” in place of it"
    return ""


def _is(claimed: Figure, other: Figure) -> bool:
    if FigureKind.DATE in (claimed.kind, other.kind):
        return claimed.kind is other.kind and (agree(claimed, other) or agree(other, claimed))
    counted = bool(claimed.unit) or not (claimed.noun and other.noun) or claimed.noun == other.noun
    return counted and agree(claimed, other)


def _other(claim: str, ours: Figure, values: Sequence[Figure], unit: _Unit, near: Sequence[_Unit]) -> Figure | None:
    """Another value that the newer sentence gives for the same."""
    said = _said(claim, [ours])
    covered = len(said & unit.around)
    if covered < _COVERED * len(said) or (ours.kind is not FigureKind.DATE and when.to_come(unit.text)):
        return None
    if not all(any(_is(each, other) for other in unit.values) for each in values if each is not ours):
        return None
    as_new = (each for each in near if not _newer(unit, [each.date]))
    if any(_is(ours, other) for each in as_new if len(said & each.around) >= covered for other in each.values):
        return None
    told = [each for each in bound(unit.text) if _rival(ours, each[0]) and not any(_is(one, each[0]) for one in values)]
    rivals = [each for each in told if not _of_another_thing(claim, ours, unit.text, each[0])]
    ranks = [_rank(ours, figure, said & frozenset(stems(clause))) for figure, clause in rivals]
    # Where two stand as near, which of them is meant is not known.
    return rivals[ranks.index(max(ranks))][0] if ranks and ranks.count(max(ranks)) == 1 else None


def _of_another_thing(claim: str, ours: Figure, sentence: str, theirs: Figure) -> bool:
    return rates.apart(claim, ours, sentence, theirs) or another_thing.another(claim, ours, sentence, theirs)


def _rank(ours: Figure, other: Figure, shared: frozenset[str]) -> tuple[int, bool, bool]:
    """By the words of its clause, then by what is counted, then by how exact a date is."""
    return len(shared), ours.noun == other.noun, (ours.unit == "year") is (other.unit == "year")


def _rival(ours: Figure, other: Figure) -> bool:
    """True for another value of the same kind."""
    if ours.kind is not other.kind or other.kind is FigureKind.NAME or _is(ours, other) or agree(other, ours):
        return False
    if ours.kind is FigureKind.DATE:
        return True
    return ours.unit == other.unit and (bool(ours.unit) or ours.noun == other.noun or not other.noun)


def _line(text: str) -> str:
    return " ".join(re.sub(r"[*_]", "", text).split())
