"""The places of a document that speak of a claim: whole sentences, list items and table rows.

By words: the stems of the claim that a unit holds, rare stems of the document counting more, figures as words; a
unit's heading counts half. And by meaning, for what is said in other words: the unit with the nearest sentence vector.
Used where a claim comes without a quote.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moot.text import sentences
from moot.text.embedding import Encoder
from moot.text.terms import stems
from moot.words import Citation, Form, Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR = 0.3
"""Cosine below which a unit does not speak of the claim at all."""
FEW, READ = 400, 60
"""Units of which every one is compared by meaning; of more, so many that share most words with the claim."""


@dataclass(frozen=True)
class Unit:
    passage: str
    text: str
    stems: frozenset[str]
    above: frozenset[str]
    """Stems of the headings above it."""


class Units:
    """The units of some passages, cut once for many claims. Without an encoder only words count."""

    def __init__(self, passages: Iterable[Passage], encoder: Encoder | None = None) -> None:
        self._units = [unit for passage in passages for unit in _units(passage)]
        self._encoder = encoder
        self._vectors: dict[Unit, NDArray[np.float32]] = {}

    def nearest(self, claim: str, most: int = 3) -> tuple[Citation, ...]:
        """Citations of at most `most` units by words, the best first, and one by meaning if it is none of them.

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
        meant = self._by_meaning(claim, sorted(sharing, key=lambda unit: -_worth(unit, said, weight)))
        if meant is not None and meant not in chosen:
            chosen.append(meant)
        return tuple(Citation(passage=unit.passage, quote=unit.text) for unit in chosen)

    def _by_meaning(self, claim: str, sharing: Sequence[Unit]) -> Unit | None:
        """Of all units where they are few, else of those that share most words: a vector costs milliseconds."""
        if self._encoder is None:
            return None
        asked = self._units if len(self._units) <= FEW else sharing[:READ]
        if not asked:
            return None
        wanted = self._encoder.encode([claim])[0]
        near = [float(vector @ wanted) for vector in self._encoded(asked)]
        best = max(range(len(asked)), key=near.__getitem__)
        return asked[best] if near[best] >= NEAR else None

    def _encoded(self, units: Sequence[Unit]) -> list[NDArray[np.float32]]:
        assert self._encoder is not None
        new = [unit for unit in units if unit not in self._vectors]
        self._vectors |= zip(new, self._encoder.encode([unit.text for unit in new]), strict=True)
        return [self._vectors[unit] for unit in units]


def _worth(unit: Unit, wanted: frozenset[str], weight: dict[str, float]) -> float:
    own = sum(weight[stem] for stem in wanted & unit.stems)
    # A heading helps to choose between units; alone it is no evidence.
    return own and own + sum(weight[stem] for stem in (wanted & unit.above) - unit.stems) / 2


def _weights(said: frozenset[str], units: Sequence[Unit]) -> dict[str, float]:
    spread = Counter(stem for unit in units for stem in unit.stems & said)
    return {stem: math.log(1 + len(units) / (spread[stem] or 1)) for stem in said}


def _units(passage: Passage) -> tuple[Unit, ...]:
    above = frozenset(stems(passage.heading))
    texts = [span.of(passage.text) for span in sentences.split(passage.text)]
    if passage.form is Form.TABLE:
        head, *rows = passage.text.split("\n")
        texts = [row for row in rows if any(c.isalnum() for c in row)]
        above |= frozenset(stems(head))
    return tuple(Unit(passage.id, text, frozenset(stems(text)), above) for text in texts if text.strip())
