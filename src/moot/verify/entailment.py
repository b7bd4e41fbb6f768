"""Does the evidence say what the claim says? A signal: a score without a model of language behind it.

score = logistic(z(overlap) + z(cosine)): the share of the claim's stems and numbers that the evidence holds, and the
cosine between the claim and the best window of the evidence, both standardised on a fixed sample. Untrained. It sees
wording and subject, not direction: a claim with one word turned round keeps a high score.

The constants come from `benchmarks/entailment_threshold.py --fit`: scales on train items, threshold on dev items. Over
22 dev sets, each with a threshold that has not seen it, it has a mean AUC of .696 and a balanced accuracy of .611;
plain overlap alone has .683 and .621. It is a start line, not more.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from moot.evidence.cited import Cited, places
from moot.evidence.library import Library
from moot.text import sentences
from moot.text.embedding import Encoder, shared
from moot.text.terms import overlap, stems, words
from moot.words import Claim, ClaimKind, Finding, Outcome, Source

_TOO_LITTLE = "the evidence has too little of what the claim says"
_NAMED = 5
"""Words of the claim that a reason names as missing."""
WINDOW = 45
"""Words of a window of whole sentences; about 64 tokens of the encoder."""


@dataclass(frozen=True)
class Scale:
    """Mean and deviation of a raw value on the sample."""

    mean: float
    deviation: float

    def z(self, value: float) -> float:
        return (value - self.mean) / self.deviation


OVERLAP = Scale(0.630, 0.267)
COSINE = Scale(0.664, 0.195)
THRESHOLD = 0.46
"""Best mean balanced accuracy over 22 labelled sets, up to 100 items each."""


class Entailment:
    """Scores stated claims against the sentences that their quotes lie in; below the threshold it fails."""

    name = "entailment"
    gate = False

    def __init__(self, encoder: Encoder | None = None) -> None:
        self._encoder = encoder or shared()

    @property
    def version(self) -> str:
        return f"2+{self._encoder.version}"

    def prepare(self) -> None:
        """Load the weights."""
        self._encoder.encode(["ready"])

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        asked = [claim for claim in claims if claim.kind is ClaimKind.STATED and claim.citations]
        cited = [library.cited(claim) for claim in asked]
        pairs = [(_said(claim), _texts(each)) for claim, each in zip(asked, cited, strict=True)]
        scores = score(pairs, self._encoder)
        return [self._finding(*each) for each in zip(asked, cited, scores, strict=True)]

    def _finding(self, claim: Claim, cited: Sequence[Cited], score: float | None) -> Finding:
        if score is None:
            outcome, reason = Outcome.UNCHECKED, "there is no located quote to compare with"
        elif score >= THRESHOLD:
            outcome, reason = Outcome.HOLDS, "the wording of the evidence covers the claim"
        else:
            outcome, reason = Outcome.FAILS, _lacking(_said(claim), _texts(cited))
        return Finding(
            check=self.name,
            version=self.version,
            claim=claim.id,
            outcome=outcome,
            gate=self.gate,
            reason=reason,
            places=places(cited),
            score=score,
        )


def _said(claim: Claim) -> str:
    return f"{claim.about}: {claim.text}" if claim.about else claim.text


def _texts(cited: Sequence[Cited]) -> list[str]:
    """The sentences of the quotes, with a table's head, and what stands over them: heading, title and date."""
    texts: list[str] = []
    for each in cited:
        if each.span and each.passage and each.document:
            texts += [each.passage.heading, _titled(each.document.source)]
        if each.head and each.document:
            texts.append(each.head.of(each.document.text))
        texts.append(each.around)
    return [text for text in dict.fromkeys(texts) if text]


def _titled(source: Source) -> str:
    """Title and date of a source in words: a claim may say "by the note of 7 April" without a quote for it."""
    try:
        day = date.fromisoformat(source.date or "")
    except ValueError:
        return source.title
    return f"{source.title}, {day.day} {day:%B %Y}"


def _lacking(claim: str, texts: Sequence[str]) -> str:
    """Which words of the claim the evidence has in no form."""
    there = set(stems("\n".join(texts)))
    missing = [word for word in dict.fromkeys(words(claim)) if not there & set(stems(word)) and stems(word)]
    said = ", ".join(f"“{word}”" for word in missing[:_NAMED])
    return f"{_TOO_LITTLE}; nothing on {said}" if said else _TOO_LITTLE


def score(pairs: Sequence[tuple[str, Sequence[str]]], encoder: Encoder) -> list[float | None]:
    """For each claim with its pieces of evidence a number from 0 to 1 in three decimals; None without evidence."""
    measured = raw(pairs, encoder)
    return [None if each is None else round(combined(*each), 3) for each in measured]


def combined(words: float, cosine: float, overlaps: Scale = OVERLAP, cosines: Scale = COSINE) -> float:
    """The two raw values as one from 0 to 1."""
    return 1 / (1 + math.exp(-(overlaps.z(words) + cosines.z(cosine))))


def raw(pairs: Sequence[tuple[str, Sequence[str]]], encoder: Encoder) -> list[tuple[float, float] | None]:
    """Overlap with all of the evidence, and cosine with its best window."""
    cut = [windows(texts) for _, texts in pairs]
    vectors = encoder.encode([claim for claim, _ in pairs] + [window for each in cut for window in each])
    at = len(pairs)
    values: list[tuple[float, float] | None] = []
    for n, ((claim, texts), mine) in enumerate(zip(pairs, cut, strict=True)):
        if mine:
            cosine = float((vectors[at : at + len(mine)] @ vectors[n]).max())
            values.append((overlap(claim, "\n".join(texts)), cosine))
        else:
            values.append(None)
        at += len(mine)
    return values


def windows(texts: Sequence[str]) -> list[str]:
    """Runs of whole sentences of up to `WINDOW` words, beginning at each sentence that opens a new one."""
    units = [span.of(text) for text in texts for span in sentences.split(text)]
    found: list[str] = []
    covered = 0
    for start in range(len(units)):
        end, length = start + 1, len(units[start].split())
        while end < len(units) and length + len(units[end].split()) <= WINDOW:
            length += len(units[end].split())
            end += 1
        if end > covered:
            found.append(" ".join(units[start:end]))
            covered = end
    return found
