"""A claim without the label that its list gives it: "Cold weather: the pumps had a factor of 1.8 at −24 °C"."""

from __future__ import annotations

from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.text.terms import stems

_LABELLED = lazy_re(r"(?P<label>[^\W\d_][^:.!?;]{0,40}):\s+(?P<said>\S.*)")
_MOST, _LEAST = 4, 5
"""Words of a label, and of the sentence behind it."""


def unlabelled(claim: str, texts: Sequence[str]) -> str:
    """Without a label of which the evidence lacks a word: it says what the sentence is about, in its author's words."""
    parts = _LABELLED.fullmatch(claim)
    if not parts or len(parts["label"].split()) > _MOST or len(parts["said"].split()) < _LEAST:
        return claim
    there = {stem for text in texts for stem in stems(text)}
    return claim if there.issuperset(stems(parts["label"])) else parts["said"]
