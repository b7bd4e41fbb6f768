"""What an inference concludes beside what its premises say: "…, and the dredging therefore did not matter".

Of a sentence that says something and concludes from it what was asked, the conclusion must speak of what premises speak
of, not of words of the question alone. And that something had no effect, or made no difference, is concluded only where
a premise denies, limits or dates something, or where premises give one figure twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from moot.text import figures, sentences
from moot.text.figures import agree
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify import names
from moot.verify.comparing.paired import MET, pair
from moot.verify.inferring.matter import CONCLUDING, Ground

_SO = lazy_re(
    r"(?:[,;:] (?:and )?|\band )(?:so(?! (?:far|that|long|much|many|few|little)\b)|therefore|thus|hence|consequently|"
    r"which (?:means|shows|proves)(?: that)?|as a result)\b,?(?P<then>[^;:]+)"
    r"|[,;:] (?:and )?(?P<named>[^,;:]{3,60}? (?:therefore|thus|hence|consequently)\b[^;:]+)"
    r"|^(?:because|since|as)\b[^,;:]+, (?P<since>[^;:]+)",
    re.IGNORECASE,
)
_MODEST = lazy_re(
    r"\b(?:open|unsettled|unclear|unknown|disputed|whether|settled|answer\w*|question|conclu\w+|part|partly|some|"
    r"something|little|few|perhaps|depends?|depend\w*)\b",
    re.IGNORECASE,
)
"""That something is open, or holds in part, is said of it without an answer."""
_NO_EFFECT = lazy_re(
    r"\b(?:did|does|do|has|have|had|could|can)(?: not|n[’']t) (?:\w+ )?(?:matter(?:ed)?|contribut\w+|harm(?:ed)?|"
    r"affect(?:ed)?|hurt|damaged?|influenced?|caused?)\b|"
    r"\b(?:no|without) (?:harm|effect|part|role|influence|impact|damage|change|difference)\b|"
    r"\b(?:harmless|irrelevant|blameless)\b|"
    r"\bnothing to do with\b|\bnot to blame\b",
    re.IGNORECASE,
)
_LIMITED = lazy_re(
    r"\b(?:not|no|never|nor|neither|none|nothing|nobody|without|only|sole(?:ly)?|alone|entirely|all|before|after|prior|"
    r"earlier|later|until|since|harmless|safe|irrelevant|un\w+ed|same|"
    r"stay(?:s|ed)?|held|remain\w*|steady|flat|constant|stable|equal\w*|alike|identical|"
    r"den(?:y|ies|ied)|rul(?:es?|ed) out|exclud\w+)\b|n[’']t\b",
    re.IGNORECASE,
)
"""In a premise: what may let it be said that another thing had no effect."""
_LEAST = 4
"""Letters of a word of the question that tells of what is asked."""
_ASKED = lazy_re(r"\b(?:whether|if|unless|may|might|could|according|says?|said|claims?|view)\b", re.IGNORECASE)


def concluded(claim: str, ground: Ground) -> str:
    """What is concluded and no premise speaks of, for a reader; or empty."""
    return _beside(claim, ground) or _without_effect(claim, ground)


def _beside(claim: str, ground: Ground) -> str:
    question = frozenset(stems(ground.question))
    for match in _SO.finditer(claim):
        then = (match["then"] or match["named"] or match["since"]).strip(" ,.")
        both = pair(then, ground.whole)
        own = [at for at, stemmed in enumerate(both.claim.stems) if stemmed not in CONCLUDING]
        asked = any(both.claim.stems[at] in question and len(both.claim.stems[at]) >= _LEAST for at in own)
        if not asked or not both.met.shape[1] or _MODEST.search(then):
            continue
        if all(float(both.met[at].max()) < MET for at in own) and not _told_of(frozenset(stems(then)), ground):
            return f"it concludes “{then}”, of which its premises say nothing"
    return ""


def _told_of(said: frozenset[str], ground: Ground) -> bool:
    """Whether a cited source tells in one sentence of it and of a name in the premises: "the diesel ship Gudrun"."""
    named = {word for name in names.found(ground.whole) for word in name.words}
    return any(
        any(word in sentence.lower() for word in named) and not said.isdisjoint(stems(sentence))
        for sentence in _sentences(ground)
    )


def _sentences(ground: Ground) -> Iterator[str]:
    for text in ground.documents:
        yield from (span.of(text) for span in sentences.split(text))


def _without_effect(claim: str, ground: Ground) -> str:
    match = _NO_EFFECT.search(claim)
    if (
        match is None
        or _ASKED.search(claim, 0, match.start())
        or any(_LIMITED.search(each) for each in ground.premises)
        or _given_twice(ground.premises)
    ):
        return ""
    return f"it says “{match[0].strip()}”, and no premise denies anything"


def _given_twice(premises: Sequence[str]) -> bool:
    """Whether one figure is told of two things or times: "12 % in 2023 and 12 % in 2024"."""
    found = [each for premise in dict.fromkeys(premises) for each in figures.find(premise) if each.counts]
    pairs = combinations(found, 2)
    return any(one.noun == other.noun and not one.word and agree(one, other) for one, other in pairs)
