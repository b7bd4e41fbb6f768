"""Sentences beside one another that say the same with other figures: what each is of, in the words of its source.

"A lunch costs £2.60. [1] A lunch costs £3.10. [2]" are two schools, two years or two letters. Which, the titles of the
sources tell, or the headings above the sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations, zip_longest

from moot.evidence import hostile
from moot.evidence.library import Library
from moot.report.shape import ClaimView
from moot.text import figures, terms
from moot.text.figures import Figure, FigureKind
from moot.text.visible import line
from moot.words import ClaimKind, Draft, Section, Source

_SHORTER, _LONGER = 0.8, 0.5
"""Of the words of the shorter and of the longer sentence, figures aside, that both must have."""
_LONGEST = 80
_OWN = frozenset({ClaimKind.QUOTED, ClaimKind.STATED})


@dataclass(frozen=True)
class _Said:
    """A sentence of a section, and where it stands."""

    text: str
    source: Source
    path: tuple[str, ...]
    """The title of its source and the headings above it."""

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figures.find(self.text))

    @cached_property
    def words(self) -> frozenset[str]:
        text = self.text
        for each in reversed(self.figures):
            text = f"{text[: each.start]} {text[each.end :]}"
        return frozenset(terms.stems(text))

    @cached_property
    def days(self) -> frozenset[Decimal]:
        return frozenset(each.value for each in self.figures if each.kind is FigureKind.DATE)

    @cached_property
    def measured(self) -> tuple[Figure, ...]:
        told = (FigureKind.DATE, FigureKind.ORDINAL, FigureKind.NAME)
        return tuple(each for each in self.figures if each.kind not in told)

    def rivals(self, other: _Said) -> bool:
        """Whether both say the same, save for a figure of one unit."""
        least, most = sorted((len(self.words), len(other.words)))
        shared = len(self.words & other.words)
        if not shared or shared < max(_SHORTER * least, _LONGER * most) or self.days != other.days:
            return False
        pairs = [(a, b) for a in self.measured for b in other.measured if (a.unit, a.noun) == (b.unit, b.noun)]
        return bool(pairs) and not any(figures.agree(a, b) for a, b in pairs)

    def called(self, other: _Said) -> str:
        """What its title or a heading calls it that the other's does not; empty where nothing does, or it says so."""
        if self.path == other.path:
            told, its = self.source.date or "", other.source.date or ""
        else:
            told, its = next(pair for pair in zip_longest(self.path, other.path, fillvalue="") if len(set(pair)) > 1)
            told = told or ", ".join(filter(None, (self.source.author, self.source.date))) or self.source.title
        own = frozenset(terms.stems(told)) - frozenset(terms.stems(its))
        shown = line(told, _LONGEST)
        return "" if shown == line(its, _LONGEST) or own <= frozenset(terms.stems(self.text)) else shown


def called(draft: Draft, views: Iterable[ClaimView], library: Library) -> Mapping[str, str]:
    """Id of a claim → what it is of, for those that a section sets beside others."""
    known = {view.claim.id: view for view in views}
    found: dict[str, str] = {}
    for section in draft.sections:
        said = {id: each for id, each in _said(section, known, library) if each.measured}
        for one, two in combinations(said, 2):
            if said[one].rivals(said[two]):
                for id, other in ((one, two), (two, one)):
                    name = said[id].called(said[other])
                    if name and name.casefold() not in section.title.casefold():
                        found.setdefault(id, name)
    return found


def _said(section: Section, views: Mapping[str, ClaimView], library: Library) -> Iterable[tuple[str, _Said]]:
    for claim in section.claims:
        quote = next(iter(views[claim.id].quotes), None) if claim.id in views and claim.kind in _OWN else None
        document = library.document(quote.source) if quote else None
        if quote and document:
            path = [document.source.title, *(part for part in quote.heading.split(" › ") if part)]
            path = dict.fromkeys(map(hostile.bare, path))
            yield claim.id, _Said(claim.text, document.source, tuple(each for each in path if each))
