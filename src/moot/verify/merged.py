"""Does the claim make one statement of what two sources say of two things? Signal, for claims that cite two or more.

Four ways to join what no source joins, each within one statement of the claim:

- a name that only one source has, and nearly nothing of the rest where that source speaks of it; another source says
  the rest, and not of that name;
- a name that only one source has, with a figure that only another has, where the first gives its own figure in a
  sentence of the same;
- two names, each in one source only, that no further name connects;
- a cause: one side of "because" is said by one source, the other by another, and none says both together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from moot.evidence.library import Library
from moot.evidence.things import Things
from moot.text import figures, sentences
from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.check import finding
from moot.verify.names import Name, found
from moot.words import Claim, ClaimKind, Document, Finding, Outcome

_BECAUSE = lazy_re(
    r"\b(?:because(?: of)?|due to|owing to|thanks to|led to|caused|was caused by|as a result of|on account of|since)\b",
    re.IGNORECASE,
)
_JOINED = lazy_re(
    r";|,? \b(?:and|but|while|whereas|although|though|because)\b|"
    r",? \b(?:(?:at|in|up to|for|of|by|to|from) )?which\b|\bwhose\b|, where\b"
)
"""Between two statements."""
_COMPARED = lazy_re(
    r"\b(?:together|combined|altogether|in all|both|total|average|than|against|compared|difference|twice|times|half|"
    r"unlike|another|other)\b",
    re.IGNORECASE,
)
"""Then a figure may be made of those of two sources, or be said to be the other's."""
_REST = 0.35
"""Share of the rest of the clause that a sentence of the other source must hold."""
_OWN = 0.3
"""Share of it from which on the name's own source says it too."""
_SIDE = 0.5
"""Share of one side of a cause that a sentence must hold which says it."""
_LEAST = 3
"""Content words of a clause beside its name, and of a side of a cause."""


@dataclass(frozen=True)
class _Source:
    document: Document

    @cached_property
    def units(self) -> tuple[str, ...]:
        text = self.document.text
        return tuple(span.of(text) for span in sentences.split(text))

    @cached_property
    def words(self) -> str:
        """Each word of it once, in lower case: it is searched for one name after the other."""
        return " ".join(dict.fromkeys(f"{self.document.source.title}\n{self.document.text}".lower().split()))

    @cached_property
    def held(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(stems(unit)) for unit in self.units)

    def has(self, name: Name) -> bool:
        return any(word in self.words for word in name.words)

    def around(self, name: Name) -> tuple[int, ...]:
        """The sentences that have the name and those next to them; all of them where the title has it."""
        every = range(len(self.units))
        if any(word in self.document.source.title.lower() for word in name.words):
            return tuple(every)
        having = {n for n in every if any(word in self.units[n].lower() for word in name.words)}
        return tuple(n for n in every if having & {n - 1, n, n + 1})

    def counting(self, ours: Figure, said: frozenset[str]) -> tuple[int, ...]:
        """The sentences that have the figure and say something of these words."""
        told = (n for n, held in enumerate(self.held) if said & held)
        return tuple(n for n in told if any(_same(ours, each) for each in figures.find(self.units[n])))

    def near(self, name: Name, said: frozenset[str]) -> tuple[str, ...]:
        """The sentences about the name that say something of these words."""
        return tuple(self.units[n] for n in self.around(name) if len(said & self.held[n]) >= _OWN * len(said))

    def most(self, said: frozenset[str], among: Sequence[int] | None = None) -> float:
        """The largest share of these words that one sentence holds."""
        held = self.held if among is None else [self.held[n] for n in among]
        return max((len(said & each) / len(said) for each in held), default=0.0) if said else 0.0


class Merged:
    """Applies to stated claims that cite two sources or more."""

    name = "merged"
    version = "4"
    gate = False

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        asked = [claim for claim in claims if claim.kind is ClaimKind.STATED]
        known = {each.source.id: _Source(each) for each in library.documents}
        found = [self._finding(claim, library, known) for claim in asked]
        return [finding for finding in found if finding]

    def _finding(self, claim: Claim, library: Library, known: Mapping[str, _Source]) -> Finding | None:
        cited = [each for each in library.cited(claim) if each.document and each.span]
        ids = [each.document.source.id for each in cited if each.document]
        ids += [each.source for each in claim.references if each.source and each.source in known]
        sources = [known[id] for id in dict.fromkeys(ids)]
        if len(sources) < 2 or not cited:
            return None
        counted = next(_figures(claim.text, sources, library.things), "")
        reason = counted or joined(claim.text, sources, library.things)
        return finding(
            self,
            claim,
            Outcome.unless(reason),
            reason or "no two sources are made to say what neither does",
            score=0.0 if counted else None,
        )


def joined(claim: str, sources: Sequence[_Source], things: Things) -> str:
    found = (
        *_of_another(claim, sources),
        *_figures(claim, sources, things),
        *_two_names(claim, sources),
        _cause(claim, sources),
    )
    return next(filter(None, found), "")


def _alone(claim: str, sources: Sequence[_Source]) -> Iterator[tuple[Name, _Source, frozenset[str]]]:
    """Each name that only one of the sources has, with that source and the rest of its statement, names left out."""
    names = found(claim)
    named = frozenset(stems(" ".join(name.text for name in names)))
    for name in names:
        having = [each for each in sources if each.has(name)]
        part = next((each for each in _JOINED.split(claim) if name.text in each), "")
        if len(having) == 1 and part:
            yield name, having[0], frozenset(stems(part)) - named


def _of_another(claim: str, sources: Sequence[_Source]) -> Iterator[str]:
    for name, own, rest in _alone(claim, sources):
        if len(rest) < _LEAST or own.most(rest, own.around(name)) >= _OWN:
            continue
        other = max((each for each in sources if each is not own), key=lambda each: each.most(rest))
        if other.most(rest) >= _REST and not _connected(name, own, other):
            title = other.document.source.title or other.document.source.id
            yield f"the claim says of “{name.text}” what it finds in “{title}”, which does not name it"


def _figures(claim: str, sources: Sequence[_Source], things: Things) -> Iterator[str]:
    """What one source counted, said of what another speaks of: the tonnes of Mora said of Lund."""
    for name, own, rest in _alone(claim, sources):
        part = next(each for each in _JOINED.split(claim) if name.text in each)
        names = found(part)
        if _COMPARED.search(part) or any(not own.has(each) for each in names):
            continue
        for ours in figures.find(part):
            rivals = [each for unit in own.near(name, rest) for each in figures.find(unit) if _measures(ours, each)]
            if not ours.counts or not rivals or own.counting(ours, rest):
                continue
            counting = [(each, places) for each in sources if each is not own and (places := each.counting(ours, rest))]
            other = next((each for each, places in counting if _of_its_own(each, places, own)), None)
            apart = any(things.apart(own.document.source.id, each.document.source.id) for each, _ in counting)
            if apart or (other and not _connected(name, own, other)):
                yield f"the claim says of “{name.text}” {ours.line}, its source {rivals[0].line}"


def _of_its_own(other: _Source, places: Sequence[int], own: _Source) -> bool:
    """Whether what stands there is said of somebody or something named there only: a rule is one for all."""
    near = (unit for n in places for unit in other.units[max(0, n - 1) : n + 1])
    return any(not own.has(each) for unit in near for each in found(unit))


def _same(one: Figure, other: Figure) -> bool:
    return _measures(one, other) and any(end.value == mine.value for end in other.ends for mine in one.ends)


def _measures(one: Figure, other: Figure) -> bool:
    named = bool(one.unit or one.noun)
    return named and other.counts and one.kind is other.kind and one.unit == other.unit


def _connected(name: Name, own: _Source, other: _Source) -> bool:
    """True when a further name stands near it in its source and is in the other source too."""
    return any(other.has(each) for n in own.around(name) for each in found(own.units[n]))


def _two_names(claim: str, sources: Sequence[_Source]) -> Iterator[str]:
    alone = list(_alone(claim, sources))
    for (one, own, _), (other, its, _) in combinations(alone, 2):
        apart = not any(one.text in part and other.text in part for part in _JOINED.split(claim))
        if own is its or apart or _connected(one, own, its) or _connected(other, its, own):
            continue
        yield f"the claim connects “{one.text}” and “{other.text}”, which no source that it cites names together"


def _cause(claim: str, sources: Sequence[_Source]) -> str:
    match = _BECAUSE.search(claim)
    if match is None:
        return ""
    left, right = (frozenset(stems(part)) for part in (claim[: match.start()], claim[match.end() :]))
    left, right = left - right, right - left
    if len(left) < _LEAST or len(right) < _LEAST:
        return ""
    says = [(each.most(left) >= _SIDE, each.most(right) >= _SIDE) for each in sources]
    if any(map(all, says)) or not (any(one for one, _ in says) and any(other for _, other in says)):
        return ""
    return f"the claim says “{match[0].lower()}”, and no source that it cites says both sides of it"
