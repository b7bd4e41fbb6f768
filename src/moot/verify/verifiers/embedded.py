"""The embedded verifier: no model of language, no training, nothing but words and a frozen sentence encoder.

score = logistic((z(overlap) + z(alignment) + z(cosine) + z(weakest)/2 + z(phrases)/2 - 2 strangers - strange numbers)
/ 2.6 - differences).
Standardised on a fixed sample: the share of the claim's stems and numbers that the texts hold, how well each of its
words is met in the best windows, the cosine of claim and window, how well its worst-met words are met, and how close to
each other its neighbouring words are met (`alignment`). Strangers are the share of the claim's names, and of its
numbers, of which the texts have no sign. That sees wording and subject, not one word turned round; so differences are
counted too, which checks see (`differing`).
"""

from __future__ import annotations

import math
import os
import re
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import chain
from threading import Lock

from moot.text.embedding import Encoder, Tokens, shared
from moot.text.lazy import lazy_re
from moot.text.terms import overlap
from moot.verify.verifier import Pair, Score
from moot.verify.verifiers import differing
from moot.verify.verifiers.alignment import Met, Read, Words, joined, meet
from moot.verify.verifiers.known import Known

_NAME = lazy_re(r"(?<=[a-z,] )[A-Z][a-z]+")
"""A capitalised word within a sentence."""
_NUMBER = lazy_re(r"\d[\d,.]*\d|\d")
_BLANK = lazy_re(r"\n[ \t]*\n")
KEPT = 192
"""Texts whose tokens are kept: an audit reads the same sources for every claim. About 0.5 MB each."""
GROUP = 4
"""Pairs that one core reads before it compares them."""


@dataclass(frozen=True)
class Scale:
    """Mean and deviation of a raw value on the sample."""

    mean: float
    deviation: float

    def z(self, value: float) -> float:
        return (value - self.mean) / self.deviation


# Of train items (`benchmarks/verifier.py --fit`).
OVERLAP = Scale(0.623, 0.259)
ALIGNMENT = Scale(0.69, 0.176)
COSINE = Scale(0.661, 0.195)
WEAKEST = Scale(0.538, 0.224)
PHRASES = Scale(0.649, 0.176)
NAMES, NUMBERS = 2.0, 1.0
TEMPERATURE = 2.6
"""Of the odds before differences. The fit over all sets asks for more: some were written against word overlap."""
THRESHOLD = 0.48
"""The best mean over all dev sets, of one threshold for all."""


@dataclass(frozen=True)
class Raw:
    """What is measured before it is standardised."""

    overlap: float
    alignment: float
    cosine: float
    weakest: float
    phrases: float
    names: float
    """Share of the claim's names that the texts do not hold."""
    numbers: float
    differences: int
    """Checks that see the claim differ from the texts."""
    best: int
    """Index of the text that meets the claim best."""

    @property
    def probability(self) -> float:
        z = OVERLAP.z(self.overlap) + ALIGNMENT.z(self.alignment) + COSINE.z(self.cosine)
        z += (WEAKEST.z(self.weakest) + PHRASES.z(self.phrases)) / 2
        z -= NAMES * self.names + NUMBERS * self.numbers
        return 1 / (1 + math.exp(self.differences - z / TEMPERATURE))


def _missing(kind: re.Pattern[str], claim: str, texts: Sequence[str]) -> float:
    """Share of the names or numbers of the claim that stand in none of the texts; 0 where it has none."""
    said = set(kind.findall(claim))
    there = "\n".join(texts).lower()
    return sum(each.lower() not in there for each in said) / len(said) if said else 0.0


@cache
def embedded() -> Embedded:
    """The one of this process."""
    return Embedded(shared())


class Embedded:
    name = "embedded"
    threshold = THRESHOLD

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._read: OrderedDict[str, Future[Read]] = OrderedDict()
        self._lock = Lock()
        self._measuring = Lock()
        self._known = Known(self._measured)

    @property
    def version(self) -> str:
        return f"5+{differing.versions()}+{self._encoder.version}"

    def prepare(self) -> None:
        """Load the weights."""
        self._encoder.encode(["ready"])

    def score(self, pairs: Sequence[Pair]) -> list[Score | None]:
        return [None if raw is None else Score(round(raw.probability, 3), raw.best) for raw in self.measure(pairs)]

    def measure(self, pairs: Sequence[Pair]) -> list[Raw | None]:
        """The raw values of each pair."""
        return self._known.of(pairs)

    def _measured(self, pairs: Sequence[Pair]) -> list[Raw | None]:
        """Side by side, each on one core."""
        from threadpoolctl import threadpool_limits

        cores = os.cpu_count() or 1
        import_module("numpy")  # its library of matrices must be loaded to be limited
        # Its own threads would wait for one another on the cores that the workers need: a third of the time. The limit
        # is the process's, so that one measuring at a time sets it and puts it back.
        with (
            self._measuring,
            threadpool_limits(1, user_api="blas"),
            ThreadPoolExecutor(max_workers=cores) as workers,
        ):
            size = min(GROUP, -(-len(pairs) // cores))
            groups = (pairs[at : at + size] for at in range(0, len(pairs), size))
            return list(chain.from_iterable(workers.map(self._group, groups)))

    def _group(self, pairs: Sequence[Pair]) -> list[Raw | None]:
        """The network for all of them, then what is made of it: between two of its runs each small step starts cold."""
        claims = [" ".join(pair.claim.split()) for pair in pairs]
        read = [
            (self._encoder.tokens(claim), [self._text(each) for each in pair.texts])
            for claim, pair in zip(claims, pairs, strict=True)
        ]
        return [self._measure(*each) for each in zip(pairs, claims, *zip(*read, strict=True), strict=True)]

    def _measure(self, pair: Pair, claim: str, tokens: Tokens, read: Sequence[Read]) -> Raw | None:
        words = Words.of(claim, tokens)
        texts = [(n, text, met) for n, text in enumerate(read) if (met := meet(words, text))]
        if not texts:
            return None
        best, _, alone = max(texts, key=lambda each: (each[2].alignment, -each[0]))
        together = _together(words, [(text, met) for _, text, met in texts]) or alone
        met = max(alone, together, key=lambda each: each.alignment)
        return Raw(
            overlap(claim, "\n".join(pair.texts)),
            met.alignment,
            max(each.cosine for _, _, each in texts),
            met.weakest,
            met.phrases,
            _missing(_NAME, claim, pair.texts),
            _missing(_NUMBER, claim, pair.texts),
            differing.differences(claim, pair.texts),
            best,
        )

    def _text(self, text: str) -> Read:
        """Neighbouring claims cite one text: who asks for it while another thread reads it waits for that."""
        with self._lock:
            known = self._read.get(text)
            read = self._read.setdefault(text, Future())
            self._read.move_to_end(text)
            while len(self._read) > KEPT:
                self._read.popitem(last=False)
        if known is None:
            try:
                read.set_result(self._paragraphs(text))
            except BaseException as error:
                with self._lock:
                    self._read.pop(text, None)
                read.set_exception(error)
        return read.result()

    def _paragraphs(self, text: str) -> Read:
        # A heading in front of a table or of an unlike paragraph would colour every token of it.
        paragraphs = [each for each in _BLANK.split(text) if each.strip()]
        return Read.of([self._encoder.tokens(each) for each in paragraphs or [text]])


def _together(claim: Words, texts: list[tuple[Read, Met]]) -> Met | None:
    """The three texts that meet the claim best, read as one."""
    if len(texts) < 2:
        return None
    first = sorted(texts, key=lambda each: -each[1].alignment)[:3]
    one = joined(first)
    return meet(claim, one, whole=True)
