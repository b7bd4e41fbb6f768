"""The places of a document that speak of a claim: whole sentences, list items and table rows.

By words, not by meaning: the share of the claim's stems that a unit holds, rare stems of the document counting more,
with figures counted as words; a unit's heading counts half. Used where a claim comes without a quote.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from moot.text import sentences
from moot.text.terms import stems
from moot.words import Citation, Form, Passage


@dataclass(frozen=True)
class Unit:
    passage: str
    text: str
    stems: frozenset[str]
    above: frozenset[str]
    """Stems of the headings above it."""


def nearest(claim: str, passages: Iterable[Passage], most: int = 3) -> tuple[Citation, ...]:
    """Citations of at most `most` units, the best first; none where nothing shares a stem with the claim.

    A unit that adds no stem to those chosen before it is passed over.
    """
    units = [unit for passage in passages for unit in _units(passage)]
    said = frozenset(stems(claim))
    weight = _weights(said, units)
    chosen: list[Unit] = []
    covered: frozenset[str] = frozenset()
    while len(chosen) < most:
        gains = [(_worth(unit, said - covered, weight), -n) for n, unit in enumerate(units)]
        best, at = max(gains, default=(0.0, 0))
        if best <= 0:
            break
        chosen.append(units[-at])
        covered |= units[-at].stems & said
    return tuple(Citation(passage=unit.passage, quote=unit.text) for unit in chosen)


def _worth(unit: Unit, wanted: frozenset[str], weight: dict[str, float]) -> float:
    own = sum(weight[stem] for stem in wanted & unit.stems)
    # A heading helps to choose between units; alone it is no evidence.
    return own and own + sum(weight[stem] for stem in (wanted & unit.above) - unit.stems) / 2


def _weights(said: frozenset[str], units: Sequence[Unit]) -> dict[str, float]:
    spread = Counter(stem for unit in units for stem in unit.stems & said)
    return {stem: math.log(1 + len(units) / (spread[stem] or 1)) for stem in said}


@lru_cache(maxsize=4096)  # An audit asks about the same sources for every claim.
def _units(passage: Passage) -> tuple[Unit, ...]:
    above = frozenset(stems(passage.heading))
    texts = [span.of(passage.text) for span in sentences.split(passage.text)]
    if passage.form is Form.TABLE:
        head, *rows = passage.text.split("\n")
        texts = [row for row in rows if any(c.isalnum() for c in row)]
        above |= frozenset(stems(head))
    return tuple(Unit(passage.id, text, frozenset(stems(text)), above) for text in texts if text.strip())
