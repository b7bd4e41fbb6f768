"""One word from many findings: how likely it is that the evidence supports a claim, and what speaks against it.

odds = logit(entailment) - logit(doubt) + the weight of figures that were found - the weights of the signals that fail.
The weights are fixed, not learnt: a signal that is rarely wrong weighs more than any wording. A failed gate needs no
weighing. `DOUBT` is lower than the threshold from which on wording alone supports: strongly reworded truth scores low.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from moot.words import Finding, Outcome

SIGNAL = 3.0
"""Of any signal that fails: each doubts one or two in a hundred true claims."""
NOT_THERE = 2.0
"""Of a figure that is not where it was looked for."""
FIGURES = 0.7
"""Of figures that stand where they belong: wording that differs is more likely to be rewording."""
DOUBT = 0.3
"""Of the entailment score: nine in ten supported claims of the sets nearest to use score above it."""
SUPPORTED, SETTLED = 0.5, 0.65
"""Below the first the evidence does not support the claim; between the two it is not settled."""
FAR = 0.12
"""Where nothing but wording speaks against a claim, it must be this far from the evidence to be settled."""
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
        wording = all(_is_entailment(finding) for finding in self.against)
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
    odds = sum(_odds(each.score) - _odds(DOUBT) for each in findings if _is_entailment(each))
    odds += sum(FIGURES for each in findings if each.check == "figures" and each.places)
    odds -= sum(_weight(each) for each in failed if not _is_entailment(each))
    return Weighed(round(1 / (1 + math.exp(-odds)), 3), against)


def _is_entailment(finding: Finding) -> bool:
    return finding.check == "entailment" and finding.score is not None


def _weight(finding: Finding) -> float:
    if finding.check in BESIDE:
        return 0.0
    return NOT_THERE if finding.check == "figures" else SIGNAL


def _odds(probability: float | None) -> float:
    bounded = min(1 - EDGE, max(EDGE, probability if probability is not None else 0.5))
    return math.log(bounded / (1 - bounded))
