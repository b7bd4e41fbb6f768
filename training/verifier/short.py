"""Pairs of short texts. What a report cites is read in windows of 150 words; a network that has learned from such alone
takes a single sentence for too little."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from typing import Any

from fitting import CONTRADICTED, NOT_SUPPORTED, SUPPORTED
from labelled import Pair
from making import turned

from moot.text import sentences

SENTENCES, CLAIMS = 3, 4
"""Drawn from a window, and from a family."""


def of_windows(windows: Iterable[str], draw: random.Random) -> Iterator[Pair]:
    """A sentence beside itself or with a neighbour; made false in one place; and beside its neighbours alone."""
    for window in windows:
        said = [" ".join(span.of(window).split()) for span in sentences.split(window)]
        fit = [n for n, each in enumerate(said) if 5 <= len(each.split()) <= 40]
        for at in draw.sample(fit, min(SENTENCES, len(fit))):
            before, after = said[max(0, at - 1) : at], said[at + 1 : at + 2]
            near = draw.choice([[], [], before, after, [*before, *after]])
            text = " ".join(each for each in said if each == said[at] or each in near)
            yield Pair(said[at], text, "short", SUPPORTED)
            way = draw.random()
            if way < 0.7 and (false := turned(said[at], window, draw)):
                yield Pair(false, text, "short", NOT_SUPPORTED)
            elif before or after:
                yield Pair(said[at], " ".join([*before, *after]), "short", NOT_SUPPORTED)


def of_families(families: Iterable[dict[str, Any]], draw: random.Random) -> Iterator[Pair]:
    """Claims as claim and text."""
    for family in families:
        same = [family["base"], *family["same"]]
        for _ in range(CLAIMS // 2):
            one, other = draw.sample(same, 2)
            yield Pair(one, other, "short", SUPPORTED)
            kind, label = draw.choice([("conflict", CONTRADICTED), ("apart", NOT_SUPPORTED)])
            if family[kind]:
                yield Pair(draw.choice(family[kind]), draw.choice(same), "short", label)
