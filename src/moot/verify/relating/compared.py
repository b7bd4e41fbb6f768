"""Two claims compared in one thing after the other, and what was seen as numbers that can be weighed.

Figures, times, names, the side that a claim comes down on, hedges and what limits it are compared each for itself; then
the words that are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.verify.comparing import framed
from moot.verify.relating import (
    amounts,
    cases,
    extent,
    hours,
    named,
    parties,
    sides,
    surety,
    tellers,
    timed,
    times,
    wording,
)
from moot.verify.relating.kinds import Difference, apart, conflict
from moot.verify.relating.named import Named
from moot.verify.relating.wording import Wording
from moot.words import Relation

_MOST = 2
"""Figures, times and names in common beyond which more say nothing."""
_LEFT = 5
"""The same of words left over."""
_IN_ORDER = 0.5
"""Share of the words of a claim that one which includes it has in its order: "imports outstripped exports" has all the
words of its opposite."""
_SUBJECT = 20
"""Characters before the name of what a claim is about."""
_UNIQUE = lazy_re(
    r"\b(?:only|first|last|sole|unique|won|winner|champion|founded|founder|inventor|invented|discovered|scored|"
    r"the (?!harvest|forest|interest|request|protest|contest|west|rest|test|guest)(?:\w+est|most)|succeeded|"
    r"elected|born|died|capital)\b",
    re.IGNORECASE,
)
"""What is true of one alone."""
_VERB = lazy_re(r"[ \xa0](?:is|are|was|were|has|have|had|will|would|can|could|did|does|became|becomes)\b")
_BY = lazy_re(r"\bby\b", re.IGNORECASE)


@dataclass(frozen=True)
class Compared:
    """What two claims share and where they differ, if they speak of one thing."""

    said: Wording
    figures: amounts.Amounts
    when: timed.Timed
    broken: bool
    """The one tells a bound, and the other a figure at a time at which it holds that does not keep it."""
    who: named.NamesCompared
    unmet: tuple[Named, Named] | None
    """The first name of each that is not met in the other; who says it is left out."""
    subjects: bool
    """Each is about that, and what holds of the one may hold of the other."""
    cases: Difference | None
    """Each is of a time, or of one of a kind, of its own, and both may be right."""
    crossed: bool
    """The two parties stand in the other order."""
    turned: sides.Sides
    denials: tuple[int, int]
    """How many words of each say no."""
    elsewhere: Difference | None
    """Both deny, but each another thing."""
    hedged: Difference | None
    amount: Difference | None
    """Of how many."""
    terms: Difference | None
    """What limits or conditions only one."""
    longer: float
    """By how much one claim is longer than the other, of the longer."""

    def differences(self) -> Iterator[Difference]:
        """What keeps them from saying the same, most telling first."""
        if self.cases:
            yield self.cases
        for found in (self.figures.difference, self.when.difference, self._names()):
            if found:
                yield found
        if self.turned.turned:
            yield conflict(self.turned.told)
        for found in (self.amount, self.hedged, self.terms, self.elsewhere):
            if found:
                yield found
        if (self.figures.left and self.figures.right) or (self.when.left and self.when.right):
            yield apart("each tells a figure that the other does not")
        left, right = (" ".join(words) for words in (self.said.left, self.said.right))
        if left and right:
            yield apart(f"of something else: “{left}” against “{right}”")
        elif left or right:
            yield apart(f"one says more: “{left or right}”")

    def _names(self) -> Difference | None:
        if self.unmet is None:
            return None
        names = f"{self.unmet[0].text} against {self.unmet[1].text}"
        return apart(f"said of two subjects: {names}") if self.subjects else conflict(f"name differs: {names}")

    @property
    def bar(self) -> Difference | None:
        """A figure, a time or what is denied keeps them from saying the same, whatever else is alike; opposite words
        or parties in the other order, where no other word is left over.
        """
        return self.figures.difference or self.when.difference or self.elsewhere or self._opposite()

    def _opposite(self) -> Difference | None:
        told = self.turned.opposites or self.crossed
        seen = self.turned.turned and told and not self.said.left and not self.said.right
        return conflict(self.turned.told) if seen else None

    @property
    def converse(self) -> bool:
        """One comparison from its two sides, and nothing else: "tea more than coffee", "coffee less than tea"."""
        told = self.crossed and self.turned.opposites and self.denials[0] == self.denials[1]
        return told and not (self._own(True) or self._own(False)) and next(self.differences(), None) is None

    @property
    def but_for_units(self) -> bool:
        """A figure that stands once without its unit is all in which they differ."""
        units = sum(self.figures.bare)
        figures = replace(self.figures, left=self.figures.left - units, right=self.figures.right - units)
        rest = replace(self, figures=figures)
        return units > 0 and not (rest._own(True) or rest._own(False)) and next(rest.differences(), None) is None

    @cached_property
    def excluding(self) -> str:
        """In what both cannot be right, if they speak of one thing; empty where nothing was seen."""
        if self.cases:
            return ""
        return next((each.reason for each in self.differences() if each.relation is Relation.CONFLICT), "")

    def included(self, first: bool) -> bool:
        """Whether one of the two, the first or the second, says nothing that the other does not, and no less."""
        seen = (self.figures.difference, self.when.difference, self.hedged, self.amount, self.terms, self.elsewhere)
        if any(seen) or self.subjects or self.crossed or self.turned.turned or self.denials[0] != self.denials[1]:
            return False
        own, more = self._own(first), self._own(not first)
        return not own and bool(more) and self.said.contained >= _IN_ORDER

    def lacking(self, first: bool) -> str:
        """What the first, or the second, tells and the other does not have, a figure or time; or in which they differ.

        Empty where there is nothing of the kind.
        """
        less, more = self.when.finer if first else self.when.finer[::-1]
        # "In March" lacks nothing of "on 10 March"; "not in March" is more than "not on 10 March".
        finer = bool(more) and not less and not any(self.denials)
        bound = self.figures.kept == (0 if first else 1)  # "More than 100" is said by "258".
        found = (None if bound else self.figures.difference) or (None if finer else self.when.difference)
        if found:
            return found.reason
        figures, when = (self.figures.left, self.when.left) if first else (self.figures.right, self.when.right)
        figures -= self.figures.bare[0 if first else 1]
        return "a figure of it is not in the other" if figures else "a time of it is not in the other" if when else ""

    def _own(self, first: bool) -> int:
        """How much only one of the two has."""
        figures, when, who, said = self.figures, self.when, self.who, self.said
        if first:
            return figures.left + when.left + len(who.left) + len(said.left)
        return figures.right + when.right + len(who.right) + len(said.right)

    def signs(self) -> dict[str, float]:
        """By name; those that are nothing are left out."""
        said, figures, when, who = self.said, self.figures, self.when, self.who
        few, many = sorted(min(len(words), _LEFT) for words in (said.left, said.right))
        names = bool(who.left) + bool(who.right)
        found: dict[str, float] = {
            "cosine": said.cosine,
            "words met": said.mean,
            "worst met": said.worst,
            "words shared": said.shared,
            "leftovers alike": said.leftovers,
            "contained": said.contained,
            "copied": said.copied,
            "left over at least": few,
            "left over at most": many,
            "longer": self.longer,
            "figures shared": min(figures.shared, _MOST),
            "figures of both": bool(figures.left and figures.right),
            "figures of one": min(figures.left, _MOST) != min(figures.right, _MOST),
            "times shared": min(when.shared, _MOST),
            "times of both": bool(when.left and when.right),
            "times of one": min(when.left, _MOST) != min(when.right, _MOST),
            "names shared": min(who.shared, _MOST),
            "names of both": names == 2,
            "names of one": names == 1,
            "crossed": self.crossed,
            "turned": self.turned.turned,
            "opposites": self.turned.turned and self.turned.opposites,
            "denied once": sum(self.denials) % 2,
            "denials": min(sum(self.denials), _MOST),
        }
        for name, difference in (
            ("figure", figures.difference),
            ("time", when.difference),
            ("hedge", self.hedged),
            ("amount", self.amount),
            ("terms", self.terms),
        ):
            if difference:
                found[f"{name}: {difference.relation}"] = 1.0
        return {name: float(value) for name, value in found.items() if value}


def compare(one: str, other: str) -> Compared:
    one, other = hours.as_lengths(one, other)
    figures, when = amounts.compare(one, other), timed.compare(one, other)
    broken = figures.broken is not None and timed.held(*((one, other) if figures.broken == 0 else (other, one)))
    if broken and when.difference:
        when = timed.Timed(None, when.shared + 1)  # "Never in the summer" speaks of each of its nights.
    who = named.compare(one, other)
    unmet, subjects = _apart_by_name(one, other, who)
    crossed = parties.crossed(one, other)
    turning = sides.spans(one, other)
    aside = ((*_aside(one), *turning[0]), (*_aside(other), *turning[1]))
    said = wording.compare(one, other, aside)
    # Told the part that the other leaves, the parties stand in the other order and mean the same.
    turned = sides.compare(one, other, crossed is not figures.rest)
    return Compared(
        said=said,
        figures=figures,
        when=when,
        broken=broken,
        who=who,
        unmet=unmet,
        subjects=subjects,
        cases=cases.two(one, other, figures, when, said, turned=turned.turned),
        crossed=crossed,
        turned=turned,
        denials=(sides.denials(one), sides.denials(other)),
        hedged=surety.compare(one, other),
        amount=extent.of_amounts(one, other),
        elsewhere=apart("what is denied is another thing") if sides.elsewhere(one, other) else None,
        terms=extent.of_terms(one, other),
        longer=abs(len(one) - len(other)) / max(len(one), len(other), 1),
    )


def _apart_by_name(one: str, other: str, who: named.NamesCompared) -> tuple[tuple[Named, Named] | None, bool]:
    """The first names that are not met, of both, and whether the claims are about them. Who says it is left out."""
    if not (who.left and who.right):
        return None, False
    own = tellers.of_one_kind(who.left[0].text, who.right[0].text)
    begin = (0, 0) if own else (tellers.end(one), tellers.end(other))
    left, right = (
        next((name for name in names if name.span.start >= at), None)
        for names, at in zip((who.left, who.right), begin, strict=True)
    )
    if left is None or right is None:
        return None, False
    front = left.span.start <= begin[0] + _SUBJECT and right.span.start <= begin[1] + _SUBJECT
    predicate = _said_of_both(one, left, who.left) and _said_of_both(other, right, who.right)
    alone = any(_UNIQUE.search(text) or _BY.search(text) for text in (one, other))
    return (left, right), front and not (predicate or alone)


def _said_of_both(text: str, name: named.Named, unmet: tuple[Named, ...]) -> bool:
    """Whether a name stands behind the verb of a subject that both name: "Orly is Irish", "Orly is a band from Ulm"."""
    before = [each for each in named.names(text) if each.span.end <= name.span.start and each not in unmet]
    return any(_VERB.match(text, each.span.end) for each in before)


@lru_cache(maxsize=2048)  # A council's claim is compared with many others.
def _aside(text: str) -> tuple[Span, ...]:
    """Where all that stands that is compared for itself."""
    told = [each.span for each in times.times(text)] + [each.span for each in named.names(text)]
    return (*told, *amounts.spans(text), *surety.spans(text), *extent.spans(text), framed.lead(text))
