"""What a figure is of, without the verbs that say what became of that: of "imports grew 3 %" it is the imports."""

from __future__ import annotations

from moot.text.lexicon import lexicon
from moot.text.terms import stem
from moot.verify.comparing.directions import CHANGED

MOVED = frozenset(map(stem, CHANGED.words | lexicon("go goes going went gone climbs jump slip slips dip slump sinks")))


def named(own: frozenset[str], other: frozenset[str], said: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that tell two figures apart, without those verbs.

    The first stay as they are where a claim has one of these verbs and beside it names, in `said`, what neither figure
    is of: that may be another word for what the first is of.
    """
    unknown = said - own - other - MOVED
    return (own if own & said & MOVED and unknown else own - MOVED), other - MOVED
