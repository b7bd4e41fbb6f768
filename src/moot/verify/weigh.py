"""One word from many findings: how likely it is that the evidence supports a claim, and what speaks against it.

odds = what the verifiers' votes come to + exact quotes + recomputed figures - a weight for every signal that fails

A sentence of which one word is wrong is worded like its source, so that votes in its favour count less where a signal
fails. The weights are those of a logistic regression over written reports with known faults, rounded
(`training/weights`). A failed gate needs no weighing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from moot.verify.votes import logit, odds
from moot.verify.wording import joined
from moot.words import Finding, Outcome

SIGNALS = {
    "attribution": 3.5,
    "causes": 1.0,
    "conditions": 0.8,
    "dates": 0.8,
    "direction": 1.5,
    "merged": 0.5,
    "names": 3.2,
    "negation": 0.5,
    "roles": 1.3,
    "scope": 0.8,
    "subjects": 1.5,
    "topic": 1.0,
}
"""What each adds to the odds against a claim where it fails. Of these `merged` and `topic` are set by hand, since the
written reports do not tell of them, and `direction` is higher than learned. Figures bring
their own odds (`doubted`)."""
PLAIN = 4.0
"""Of a signal that is as good as a proof and scores 0: a figure that stands in another row of a table, one of which no
digit stands in the sources and that nothing gives, a word of direction that is the opposite of the one in a clause that
else says the same. A plain contradiction ("the south pump" for "the north pump") must not pass for its wording. As much
in favour of a claim that a signal which holds with a score of 1 has reckoned: "the most shops" by a column of shops;
but not against another signal, which tells of something else."""
OTHER = 1.2
"""Of a signal that somebody else's check gives."""
AGAINST = 0.7
"""What votes in favour count where a signal fails, for the same reason (the written reports are told apart as well
without it)."""
OVERRULED = 0.5
"""The same where a signal is as good as a proof or a judge refutes; and what votes against count where a judge
approves, or where figures are computed and no signal fails: wording is not to overrule who has read or reckoned."""
QUOTED = 3.2
"""In favour: words in quotation marks that stand in the source. Figures that follow from those of the evidence bring
their own odds (`recomputed`): no words of the evidence need be like those of what follows from its figures."""
SUPPORTED, SETTLED = 0.5, 0.65
"""Below the first the evidence does not support the claim; between the two it is not settled."""
FAR = 0.05
"""Where nothing but wording speaks against a claim, it must be this far from the evidence to be settled. (Between .05
and .1 lie 17 faulty sentences and no true one of the written reports, but nine true ones and four faulty of the seven
that another hand wrote in plainer words: wording alone tells them not apart.)"""
JUDGE = "judge"
"""The check under whose name a judge's word on a claim of an audited file is kept."""
JUDGED = 5.0
"""Of a judge's word, with a quote: more than any one signal or wording alone, on either side."""
BESIDE = frozenset({"links"})
"""Signals that tell of an address, not of what was read there."""


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
        return joined(dict.fromkeys(finding.reason for finding in self.against))


def weigh(findings: Sequence[Finding]) -> Weighed:
    """`findings`: those on one claim."""
    failed = [each for each in findings if each.outcome is Outcome.FAILS]
    against = tuple(sorted(failed, key=lambda each: (not each.gate, -_weight(each))))
    if any(each.gate for each in failed):
        return Weighed(0.0, against)
    voted = math.fsum(odds(each.votes, each.score or 0.0) for each in findings if _is_entailment(each))
    voted *= _trust(failed) if voted > 0 else _distrust(findings, failed)
    favour = math.fsum(_in_favour(each, failed) for each in findings)
    total = voted + favour - math.fsum(_weight(each) for each in failed)
    return Weighed(round(1 / (1 + math.exp(-total)), 3), against)


def _trust(failed: Sequence[Finding]) -> float:
    """What votes in favour count."""
    against = [each for each in failed if _weight(each) and not _of_wording(each)]
    if any(each.check == JUDGE or is_plain(each) for each in against):
        return OVERRULED
    return AGAINST if against else 1.0


def _distrust(findings: Sequence[Finding], failed: Sequence[Finding]) -> float:
    """What votes against count."""
    reckoned = any(map(_computed, findings)) and all(map(_of_wording, failed))
    return OVERRULED if reckoned or any(map(_approved, findings)) else 1.0


def _in_favour(finding: Finding, failed: Sequence[Finding]) -> float:
    if finding.outcome is not Outcome.HOLDS:
        return 0.0
    if finding.check == "quotations" and any(is_plain(each) or each.check == "roles" for each in failed):
        return 0.0  # The words stand there, and what is wrong is who said them, or of what.
    if _computed(finding):
        return logit(finding.score or 0.0)
    if finding.check in SIGNALS and finding.score == 1.0 and not _of_wording(finding):
        return PLAIN if all(map(_of_wording, failed)) else 0.0
    return {"quotations": QUOTED, JUDGE: JUDGED}.get(finding.check, 0.0)


def _computed(finding: Finding) -> bool:
    """True where figures follow from those of the evidence."""
    return finding.check == "figures" and finding.outcome is Outcome.HOLDS and bool(finding.score and finding.places)


def _approved(finding: Finding) -> bool:
    return finding.check == JUDGE and finding.outcome is Outcome.HOLDS


def _is_entailment(finding: Finding) -> bool:
    return finding.check == "entailment" and finding.score is not None


def _of_wording(finding: Finding) -> bool:
    """True for a finding that only compares words and meaning as a whole."""
    return _is_entailment(finding) or finding.check == "topic"


def _weight(finding: Finding) -> float:
    if finding.check in BESIDE or _is_entailment(finding):
        return 0.0
    if finding.check == JUDGE:
        return JUDGED
    if finding.check == "figures" and finding.score:
        return min(PLAIN, -logit(finding.score))
    return PLAIN if is_plain(finding) else SIGNALS.get(finding.check, OTHER)


def is_plain(finding: Finding) -> bool:
    """True for a signal that is as good as a proof."""
    return finding.score == 0.0 and not _of_wording(finding)
