"""One word from many findings: how likely it is that the evidence supports a claim, and what speaks against it.

odds = wording + figures that were found - the weights of the signals that fail, where wording is logit(entailment) -
logit(doubt). What is true and reworded scores low, so that below the doubt wording counts half; and a sentence of which
one word is wrong is worded like its source, so that wording counts little against a signal that fails. The weights are
fixed, not learnt. A failed gate needs no weighing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from moot.words import Finding, Outcome

SIGNAL = 3.0
"""Of any signal that fails: each doubts one or two in a hundred true claims."""
NOT_THERE = 1.5
"""Of a figure that is not where it was looked for; the embedded verifier has counted it once already."""
ELSEWHERE = 1.0
"""Of a source on another subject, where the wording says so too: both look at the same words."""
FIGURES = 0.5
"""Of figures that stand where they belong: wording that differs is more likely to be rewording."""
RECOMPUTED = 2.0
"""Of figures that were recomputed, besides: five times as often in true sentences as in false ones. No words of the
evidence need to be like those of what follows from its figures."""
DOUBT = 0.3
"""Of the entailment score: nine in ten supported claims of the sets nearest to use score above it."""
BELOW, AGAINST = 0.5, 0.6
"""What wording counts below the doubt, and in favour of a claim where a signal fails."""
SUPPORTED, SETTLED = 0.5, 0.65
"""Below the first the evidence does not support the claim; between the two it is not settled."""
FAR = 0.15
"""Where nothing but wording speaks against a claim, it must be this far from the evidence to be settled."""
JUDGE = "judge"
"""The check under whose name a judge's word on a claim of an audited file is kept."""
JUDGED = 4.0
"""Of a judge's word, with a quote: more than any one signal or wording alone, less than two of them."""
BESIDE = frozenset({"links"})
"""Signals that tell of an address, not of what was read there."""
EDGE = 0.01
"""A probability is never more certain than this: odds stay finite."""


@dataclass(frozen=True)
class Weighed:
    probability: float
    """0 when a gate fails, .5 when no check could say anything. Rounded to three decimals."""
    against: tuple[Finding, ...]
    """What fails: gates first, then by weight."""

    @property
    def supported(self) -> bool:
        return self.probability >= SUPPORTED

    @property
    def settled(self) -> bool:
        """False: neither supported nor refuted by what the checks can see."""
        wording = all(_of_wording(finding) for finding in self.against)
        return self.probability >= SETTLED or self.probability < (FAR if wording else SUPPORTED)

    @property
    def reason(self) -> str:
        return "; ".join(dict.fromkeys(finding.reason for finding in self.against))


def weigh(findings: Sequence[Finding]) -> Weighed:
    """`findings`: those on one claim."""
    failed = [each for each in findings if each.outcome is Outcome.FAILS]
    against = tuple(sorted(failed, key=lambda each: (not each.gate, -_weight(each))))
    if any(each.gate for each in failed):
        return Weighed(0.0, against)
    signals = [each for each in failed if not _is_entailment(each)]
    odds = sum(_wording(each) for each in findings if _is_entailment(each))
    odds += sum(_found(each) for each in findings if each.check == "figures" and each.places)
    doubted = any(_is_entailment(each) for each in failed)
    weights = [ELSEWHERE if doubted and each.check == "topic" else _weight(each) for each in signals]
    if odds > 0 and any(_weight(each) for each in signals if not _of_wording(each)):
        odds *= AGAINST
    odds += sum(JUDGED for each in findings if each.check == JUDGE and each.outcome is Outcome.HOLDS)
    return Weighed(round(1 / (1 + math.exp(sum(weights) - odds)), 3), against)


def _wording(entailment: Finding) -> float:
    odds = _odds(entailment.score) - _odds(DOUBT)
    return odds if odds > 0 else BELOW * odds


def _found(figures: Finding) -> float:
    return FIGURES + (RECOMPUTED if figures.outcome is Outcome.HOLDS and figures.score else 0.0)


def _is_entailment(finding: Finding) -> bool:
    return finding.check == "entailment" and finding.score is not None


def _of_wording(finding: Finding) -> bool:
    """True for a finding that only compares words and meaning as a whole."""
    return _is_entailment(finding) or finding.check == "topic"


def _weight(finding: Finding) -> float:
    if finding.check in BESIDE:
        return 0.0
    if finding.check == JUDGE:
        return JUDGED
    return NOT_THERE if finding.check == "figures" else SIGNAL


def _odds(probability: float | None) -> float:
    bounded = min(1 - EDGE, max(EDGE, probability if probability is not None else 0.5))
    return math.log(bounded / (1 - bounded))
