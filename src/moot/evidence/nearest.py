"""The places of a document that speak of a claim: whole sentences, list items and table rows.

By words: the stems of the claim that a unit holds, rare stems of the document counting more; a unit's heading counts
half. By name: the rows of a table whose label the claim says. By figures: the unit that holds a figure of the claim
which none of those does, in whatever unit or scale it is written. By heading: what stands under the one that says
most of the claim. And by meaning, for what is said in other words: the unit with the nearest sentence vector. The head
of a table is a unit of its own: a claim may speak of a column and name no row. Used where a claim brings no quote.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from moot.evidence.figured import Figured
from moot.text import figures, sentences
from moot.text.embedding import Encoder
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.text.terms import stems
from moot.words import Citation, Form, Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR, UNLIKE = 0.3, 0.15
"""Cosine below which a unit adds nothing to others, and below which it does not speak of the claim at all: a true claim
in quite other words may be no nearer than that."""
ROWS, FIGURES = 2, 2
"""Units that are added for rows that are named, and for figures which the others do not hold."""
_TOLD_APART = 10
"""A count below it, without a unit, stands in too many places to lead to one."""
_WORD = lazy_re(r"[^\W\d_]{2}")
_MOSTLY = 0.5
"""Share of a claim's stems that a heading has from which on it says the claim."""
FEW, READ = 400, 60
"""Units of which every one is compared by meaning; of more, so many that share most words with the claim."""


@dataclass(frozen=True)
class Unit:
    passage: str
    text: str
    stems: frozenset[str]
    above: frozenset[str]
    """Stems of the headings above it."""
    label: frozenset[str] = frozenset()
    """Of a row of a table the stems that name it."""


class Units:
    """The units of some passages, cut once for many claims. Without an encoder only words count.

    `quotable`: a passage with blanks, as long, for what nobody quotes, such as `Library.quotable`.
    """

    def __init__(
        self,
        passages: Iterable[Passage],
        encoder: Encoder | None = None,
        quotable: Callable[[Passage], Passage] = lambda passage: passage,
    ) -> None:
        self._units = [unit for passage in passages for unit in _units(quotable(passage), passage.text)]
        self._encoder = encoder
        self._vectors: dict[Unit, NDArray[np.float32]] = {}

    def nearest(self, claim: str, most: int = 3) -> tuple[Citation, ...]:
        """At most `most` units by words, the best first, two by name and by figures, one by heading and by meaning.

        None where nothing shares a stem with the claim and nothing is near it. A unit that adds no stem to those chosen
        before it is passed over.
        """
        said = frozenset(stems(claim))
        weight = _weights(said, self._units)
        sharing = [unit for unit in self._units if _worth(unit, said, weight)]
        chosen: list[Unit] = []
        covered: frozenset[str] = frozenset()
        while len(chosen) < most and said - covered:
            unit = max(sharing, key=lambda unit: _worth(unit, said - covered, weight), default=None)
            if unit is None or not _worth(unit, said - covered, weight):
                break
            chosen.append(unit)
            covered |= unit.stems & said
        named = [unit for unit in sharing if unit.label and unit.label <= said and unit.above & said]
        chosen += [unit for unit in named if unit not in chosen][:ROWS]
        chosen += self._by_figures(claim, said, weight, chosen)
        chosen += self._by_heading(said, chosen)
        least = NEAR if chosen else UNLIKE
        meant = self._by_meaning(claim, sorted(sharing, key=lambda unit: -_worth(unit, said, weight)), least)
        if meant is not None and meant not in chosen:
            chosen.append(meant)
        return tuple(Citation(passage=unit.passage, quote=unit.text) for unit in chosen)

    def _by_figures(
        self, claim: str, said: frozenset[str], weight: dict[str, float], chosen: Sequence[Unit]
    ) -> list[Unit]:
        """For each figure of the claim that no chosen unit holds the unit that does, the one nearest to its words."""
        added: list[Unit] = []
        for figure in filter(_leads, figures.find(claim)):
            holding = [self._units[n] for n in sorted(self._figured.holding(figure))]
            if holding and len(added) < FIGURES and not any(unit in holding for unit in (*chosen, *added)):
                added.append(max(holding, key=lambda unit: _worth(unit, said, weight)))
        return added

    def _by_heading(self, said: frozenset[str], chosen: Sequence[Unit]) -> list[Unit]:
        """The first unit under the heading that says more of the claim than any unit does, and most of it."""
        best = max(self._units, key=lambda unit: len(unit.above & said), default=None)
        if best is None or best in chosen or any(each.passage == best.passage for each in chosen):
            return []
        said_there = len(best.above & said)
        most = max((len(each.stems & said) for each in chosen), default=0)
        return [best] if said_there > most and said_there > len(said) * _MOSTLY else []

    @cached_property
    def _figured(self) -> Figured:
        return Figured([unit.text for unit in self._units])

    def _by_meaning(self, claim: str, sharing: Sequence[Unit], least: float) -> Unit | None:
        """Of all units where they are few, else of those that share most words: a vector costs milliseconds."""
        if self._encoder is None:
            return None
        asked = self._units if len(self._units) <= FEW else sharing[:READ]
        if not asked:
            return None
        wanted = self._encoder.encode([claim])[0]
        near = [float(vector @ wanted) for vector in self._encoded(asked)]
        best = max(range(len(asked)), key=near.__getitem__)
        return asked[best] if near[best] >= least else None

    def _encoded(self, units: Sequence[Unit]) -> list[NDArray[np.float32]]:
        assert self._encoder is not None
        new = [unit for unit in units if unit not in self._vectors]
        self._vectors |= zip(new, self._encoder.encode([unit.text for unit in new]), strict=True)
        return [self._vectors[unit] for unit in units]


def _leads(figure: Figure) -> bool:
    """True for a figure that tells places apart."""
    if figure.kind in (FigureKind.NAME, FigureKind.ORDINAL):
        return False
    return bool(figure.unit) or figure.value >= _TOLD_APART


def _worth(unit: Unit, wanted: frozenset[str], weight: dict[str, float]) -> float:
    # Sums that no order changes: equals must be equal in every process, whatever order its sets have.
    own = math.fsum(weight[stem] for stem in wanted & unit.stems)
    # A heading helps to choose between units; alone it is no evidence.
    return own and own + math.fsum(weight[stem] for stem in (wanted & unit.above) - unit.stems) / 2


def _weights(said: frozenset[str], units: Sequence[Unit]) -> dict[str, float]:
    spread = Counter(stem for unit in units for stem in unit.stems & said)
    return {stem: math.log(1 + len(units) / (spread[stem] or 1)) for stem in said}


def _units(passage: Passage, text: str) -> tuple[Unit, ...]:
    """Of a passage as it may be quoted, and its text as it stands."""
    above = frozenset(stems(passage.heading))
    if passage.form is not Form.TABLE:
        texts = [each for span in sentences.split(passage.text) for each in _left(span, passage.text, text)]
        return tuple(Unit(passage.id, each, frozenset(stems(each)), above) for each in texts if each.strip())
    heads: list[str] = []
    spans = (Span(*line.span()) for line in re.finditer(r"[^\n]+", passage.text))
    lines = [each for span in spans for each in _left(span, passage.text, text) if any(c.isalnum() for c in each)]
    if "|" not in passage.heading:  # Of a later part of a long table the head stands in the heading.
        above |= frozenset(stems("".join(lines[:1])))
        heads, lines = lines[:1], lines[1:]
    rows = [Unit(passage.id, line, frozenset(stems(line)), above, _label(line)) for line in lines]
    return (*(Unit(passage.id, head, frozenset(stems(head)), above) for head in heads), *rows)


def _left(span: Span, shown: str, whole: str) -> Iterator[str]:
    """What may be quoted of a stretch: all of it, or what stands around that which is blank where it is shown."""
    if span.of(shown) == span.of(whole):
        yield span.of(shown)
        return
    pairs = zip(span.of(shown), span.of(whole), strict=True)
    for same, stretch in groupby(pairs, key=lambda pair: pair[0] == pair[1]):
        if same:
            yield "".join(char for char, _ in stretch).strip()


def _label(row: str) -> frozenset[str]:
    """The stems of the first cell with a word in it, numbers aside: "River span" of "River span 2"."""
    named = next((cell for cell in row.split("|") if _WORD.search(cell)), "")
    return frozenset(stem for stem in stems(named) if not stem[0].isdigit())
