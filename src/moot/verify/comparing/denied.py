"""What a source denies and the claim says, seen from the whole of a clause.

Two ways beside the nearest clauses that `negation` compares:

- a clause that denies, nearly all of whose words are the claim's, and the claim has the denied word plainly;
- a thing that the sources name once, to deny something of it, and of which the claim says something plainly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS, lexicon
from moot.text.terms import stem
from moot.verify.comparing import unchanged
from moot.verify.comparing.clauses import Clause, content, cut, tokens
from moot.verify.comparing.opposites import NOT, WITHOUT
from moot.verify.wording import shorten

_VERBAL = lexicon("not n't")
_AUXILIARIES = {
    (word,)
    for word in lexicon(
        "is are was were be been do does did has have had can could may might must will would shall should"
    )
}
_NEGATIVE = lazy_re(
    r"\b(?:not|no|none|never|neither|nor|nobody|nothing|nowhere|without|cannot|hardly|barely|rarely|seldom|lack\w*|"
    r"fail\w*|refus\w*|reject\w*|den(?:y|ied|ies)|declin\w*|absent|absence|missing|avoid\w*|prevent\w*|stopp?\w*|"
    r"exclud\w*|except\w*|only|unless|until|rather|instead|but|despite|although|yet|too|few|fewer|little|less|"
    rf"{WITHOUT}|"
    r"far from|free of|drop\w*|abandon\w*|withdr\w+|ban\w*|forb\w+|prohibit\w*|"
    r"left (?:out|open|aside|alone)|leav(?:e|es|ing) (?:out|open|aside)|omit\w*|ignor\w*|"
    r"(?:un|non|dis|il|ir|im|in)\w{4,}(?:ed|able|ible|al|ar|ant|ent|ful|ly|ing|ic))\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words with which a claim may say no itself."""
_SOFT = lazy_re(
    r"\bthere$|\bnot (?:the only|only|just|currently|merely|simply|all|"
    r"every|until|before|necessarily|so much|least|yet)\b|"
    r"\bor not?\b|\bno (?:longer|more|less|later|"
    r"fewer|other|doubt|matter|one but)\b|\b(?:if|unless|whether|than|until|except|would|until|never before|but)\b|\?",
    re.IGNORECASE,
)
"""Where one of these stands, what is denied is not plain."""
_DENIES = lazy_re(
    r"(?<!\bthat )(?<!\bwhich )(?<!\bwho )\b(?:(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|may|"
    r"must|should) (?:\w+ly |also |been )?(?:not|never|nowhere)|cannot|"
    r"(?:is|are|was|were|been) (?:\w+ly )?(?:rejected|refused|dismissed|declined|denied|turned down|thrown out))\b|"
    r"n[’']t\b",
    re.IGNORECASE,
)
"""Denied of what stands before it."""
_MOST = 0.8
"""Share of the words of a clause that denies which must be the claim's."""
_HALF = 0.5
"""The same where the thing is named nowhere else."""
_LEAST, _FEW = 3, 2
"""Words that must be shared at the least, in these two cases."""
_BETTER = 2
"""A sentence that holds more than so many further words of the claim is the one that the claim renders."""
_LONG = 4
"""Letters of a word that is looked for in the whole of the sources."""
_REACH = 3
"""Words that a "not" stands at most before what it denies."""


def flipped(claim: str, units: Sequence[str], whole: str) -> str:
    """In words what the source denies and the claim says; empty when nothing was seen."""
    return _by_source(claim, units) or _only_denied(claim, units, whole)


def _only_denied(claim: str, units: Sequence[str], whole: str) -> str:
    """A thing that the sources name only where they deny something of it."""
    if _NEGATIVE.search(claim):
        return ""
    said = content(tokens(claim))
    for unit in units:
        for theirs in cut(unit):
            denial = _DENIES.search(theirs.text)
            shared = theirs.stems & said
            if not denial or _SOFT.search(theirs.sentence) or len(shared) < max(_FEW, _HALF * len(theirs.stems)):
                continue
            if unchanged.as_denied(claim, theirs.text):
                continue
            subject = content(tokens(theirs.text[: denial.start()]))
            for word in sorted(shared & subject):
                if _only_here(word, theirs, whole) and not _better(said, theirs, units):
                    clause = shorten(theirs.text)
                    return f"the claim says plainly what its source only denies (“{clause}”)"
    return ""


def _only_here(word: str, clause: Clause, whole: str) -> bool:
    """True for a word that the sources have once, in this clause."""
    long = len(word) >= _LONG and word[0].isalpha()
    return long and _mentions(word, whole) == _mentions(word, clause.text) == 1


def _better(said: frozenset[str], theirs: Clause, units: Sequence[str]) -> bool:
    mine = len(theirs.around & said)
    return any(len(Clause(unit, unit).stems & said) > mine + _BETTER for unit in units)


def _mentions(word: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(word)}", text, re.IGNORECASE))


def denials(clause: Clause) -> Iterator[str]:
    """The words that the clause denies: the first content word after each "not"."""
    for at, token in enumerate(clause.tokens):
        if token in NOT and (token not in _VERBAL or clause.tokens[at - 1 : at] in _AUXILIARIES):
            after = [word for word in clause.tokens[at + 1 : at + 1 + _REACH] if word not in STOP_WORDS | NOT]
            yield from (word for word in after[:1] if not word[0].isdigit())


def _by_source(claim: str, units: Sequence[str]) -> str:
    if _NEGATIVE.search(claim):
        return ""
    said = content(tokens(claim))
    for unit in units:
        for theirs in cut(unit):
            shared = len(theirs.stems & said)
            if shared < max(_LEAST, _MOST * len(theirs.stems)) or _SOFT.search(theirs.text):
                continue
            word = next((word for word in denials(theirs) if stem(word) in said), "")
            if word and not _plainly(stem(word), said, shared, units):
                return f"the source denies “{word}”, which the claim says"
    return ""


def _plainly(word: str, said: frozenset[str], shared: int, units: Sequence[str]) -> bool:
    """True when another clause says it without a denial, and as much of the claim beside."""
    plain = (each for unit in units for each in cut(unit) if not NOT & set(each.tokens))
    return any(word in each.stems and len(each.around & said) >= shared for each in plain)
