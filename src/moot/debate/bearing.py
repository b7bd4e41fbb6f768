"""Whether two things said of a claim are about the same: an objection and a failed finding, by kind and by what both
name; a quote and what is argued, by their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from moot.debate.standing import WORDING
from moot.text import figures
from moot.text.figures import FigureKind
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.text.tongue import ENGLISH, tongue
from moot.verify.relation import glimpse
from moot.verify.weigh import JUDGE
from moot.words import Challenge, ChallengeKind, Claim, Finding, Outcome

KINDS = {
    "figures": ChallengeKind.FIGURE,
    "computed": ChallengeKind.FIGURE,
    "subjects": ChallengeKind.FIGURE,
    "conditions": ChallengeKind.CONDITION,
    "negation": ChallengeKind.CONFLICT,
    "direction": ChallengeKind.CONFLICT,
    "roles": ChallengeKind.CONFLICT,
    "dates": ChallengeKind.CONFLICT,
    "causes": ChallengeKind.OVERREACH,
    "scope": ChallengeKind.OVERREACH,
    "attribution": ChallengeKind.OVERREACH,
}
"""What a failed check objects to; any other check: the quote does not carry the claim."""
_ALIKE, _SHARED = 0.4, 2
"""How alike in meaning a quote must be to what is argued, or how many content words or figures they must share: real
answers to challenges reach the one or the other, and what is quoted of another matter of one source neither."""
_QUOTED = lazy_re("“([^”]+)”")


def kind(finding: Finding) -> ChallengeKind:
    """A figure that is merely not where it was looked for contradicts nothing: there the check is no gate."""
    if finding.check == "figures" and not finding.gate:
        return ChallengeKind.NOT_CARRIED
    if finding.check == JUDGE and finding.otherwise:
        return ChallengeKind.CONFLICT
    return KINDS.get(finding.check, ChallengeKind.NOT_CARRIED)


def bears(finding: Finding, challenge: Challenge) -> bool:
    """Whether what a finding says is of the matter of the challenge: of its kind, and of no other figure; or of words
    or figures that its grounds name.
    """
    if finding.claim != challenge.claim:
        return False
    ours, theirs = _numbers(finding.reason), _numbers(challenge.grounds)
    other = kind(finding) is ChallengeKind.FIGURE and ours and theirs and ours.isdisjoint(theirs)
    return (challenge.kind is kind(finding) and not other) or _named(finding, challenge)


def of_the_matter(quote: str, claim: Claim, challenge: Challenge) -> bool:
    """Whether a quote is about what a claim says or what is held against it. What is not in English is not compared."""
    said = f"{claim.about}: {claim.text}" if claim.about else claim.text
    texts = (said, challenge.grounds, *(each.quote for each in challenge.citations))
    if any(tongue(text) not in (None, ENGLISH) for text in (quote, *texts)):
        return True
    return any(_one_matter(quote, text) for text in texts)


def _one_matter(quote: str, text: str) -> bool:
    if len(set(stems(quote)) & set(stems(text))) >= _SHARED or _amounts(quote) & _amounts(text):
        return True
    return glimpse(quote, text).score >= _ALIKE


def _amounts(text: str) -> set[Decimal]:
    return {each.written for each in figures.find(text) if each.kind is not FigureKind.DATE}


def resting(challenges: Sequence[Challenge], findings: Sequence[Finding]) -> list[Challenge]:
    """The challenges of seats; where one names what a check doubts it rests on that finding too."""
    failed = [each for each in findings if each.outcome is Outcome.FAILS]
    return [_resting(each, failed) for each in challenges]


def _resting(challenge: Challenge, failed: Sequence[Finding]) -> Challenge:
    checks = [each.check for each in failed if each.claim == challenge.claim and _named(each, challenge)]
    return challenge.model_copy(update={"findings": tuple(dict.fromkeys((*challenge.findings, *checks)))})


def _named(finding: Finding, challenge: Challenge) -> bool:
    """Whether the grounds name words or a figure that the reason names. That the wording as a whole is far from the
    evidence is what "not carried" says.

    Where they tell what another claim says, words are not enough, nor a figure that is merely missing in what is
    quoted: the other claim may tell the same.
    """
    if finding.check == WORDING and challenge.kind is ChallengeKind.NOT_CARRIED:
        return True
    said = frozenset(stems(challenge.grounds))
    if challenge.kind is not ChallengeKind.CONFLICT and any(words <= said for words in _quoted(finding.reason)):
        return True
    figure = kind(finding) is ChallengeKind.FIGURE and (
        finding.otherwise or challenge.kind is not ChallengeKind.CONFLICT
    )
    numbers = _numbers(finding.reason) if figure else set[Decimal]()
    return not numbers.isdisjoint(_numbers(challenge.grounds))


def _quoted(reason: str) -> Iterator[frozenset[str]]:
    return (words for match in _QUOTED.finditer(reason) if (words := frozenset(stems(match[1]))))


def _numbers(text: str) -> set[Decimal]:
    """Without units, which who objects need not repeat."""
    return {each.written for each in figures.find(text) if each.kind is not FigureKind.NAME}
