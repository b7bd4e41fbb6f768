"""One of two alternatives of the source told as what is so: "from Orlec or from its licensee" as "from Orlec".

Where leave is given, where something is denied, and in what sets a condition or tells who is meant, one of two may well
be told alone: who may speak French or Dutch may speak French, and what was not the one or the other was not the one.

And another told beside what its source has "only": "members and guests" of "only to members".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stems

_OR = lazy_re(
    r",? \bor (?!(?:so|more|less|fewer|not|otherwise|rather|even|about|at least|at most|thereabouts|two|three)\b)",
    re.IGNORECASE,
)
_ENDS = lazy_re(r"[;:()\n\"“”]|[.,](?!\d)|\b(?:but|while|whereas|because|since|and)\b", re.IGNORECASE)
_FREE = lazy_re(
    r"\b(?:may|can|could|might|allow\w*|permit\w*|available|possib\w+|choos\w*|choice|option\w*|eligible|entitled|free|"
    r"not|no|never|nor|neither|without|nobody|none|cannot|if|whether|unless|when\w*|where\w*|any|"
    r"such|include\w*|includ\w*|like|e\.g\.|called|known|sometimes|often|usually|either way|suspect\w*|for|"
    r"prevent\w*|avoid\w*|ban\w*|forbid\w*|(?:than|before|until)(?! \d))\b|n[’']t\b",
    re.IGNORECASE,
)
"""Before one of two, which then may be told alone."""
_WHICH = lazy_re(r"\b(?:who|whose|that|which)\b(?P<said>.*)$", re.IGNORECASE | re.DOTALL)
_VERB = lazy_re(
    r"\b(?:is|are|was|were|has|have|had|must|will|shall|\w{2,}ed|came|went|got|took|gave|made)\b", re.IGNORECASE
)
"""Two behind "who": the second says something of those."""
_SO = lazy_re(
    r"\b(?:must|(?:has|have|had|needs?) to|shall|was|were|had|\w{2,}(?<!ne)ed|came|went|got|took|gave|made|built|wrote|"
    r"bought|sold|held)\b|^\W*(?:all|every|each)\b",
    re.IGNORECASE,
)
"""What has to be or has been; what grows on oak or beech grows on both."""
_NUMBERS = lexicon("one two three four five six seven eight nine ten eleven twelve")
_KEPT = lazy_re(
    r"\b(?:or|either|one of|some|may|might|can|could|perhaps|possibly|partly|among|not|no|never|if|whether|unless|"
    r"without|such as|for example|including|includes?|sometimes|often|at least)\b|n[’']t\b",
    re.IGNORECASE,
)
"""A claim with one of these may leave the other open."""
_SET = lazy_re(
    r"\W*(?:(?:about|some|around|nearly|almost|a) )?"
    r"(?:[$€£]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|half) (?!of\b))"
    r"|\W*(?:without|(?:the |an)?other|later|worse|none)\b",
    re.IGNORECASE,
)
"""Behind "or": the same amount told again ("12 sheep or 8 percent of the flock"); a set phrase ("with or without")."""
_BOTH = lazy_re(r"\b(?:worth|totall?ing|in all|altogether|combined|each|alike)\b", re.IGNORECASE)
"""Said of the one and the other: there was of both."""
_ONLY = lazy_re(
    r"(?<!\bnot )\bonly (?P<what>(?:to|on|for|in|by|from|with|at|of) [^,;:.()\n]{2,60}?)(?=[,;:.()\n]|$)", re.I
)
_BESIDE = lazy_re(
    r"\b(?:or|and|as well as) (?:(?:to|on|for|in|by|from|with|at|of|the|a|an|their|its) ){0,2}"
    r"(?P<other>\w+(?: \w+)?)[.;]?$"
)
"""One thing more, at the end of a claim."""
_LEAST, _SIDE = 2, 6
"""Content words of the claim; the most that an alternative has."""


def dropped(claim: str, units: Sequence[str]) -> str:
    """In words the alternative that is left out, where a sentence has all else that the claim says; empty when none
    was seen.
    """
    said = frozenset(stems(claim)) - _NUMBERS
    if len(said) < _LEAST or _KEPT.search(claim):
        return ""
    for unit in units:
        there = frozenset(stems(unit))
        if not said <= there or any(other != unit and said <= frozenset(stems(other)) for other in units):
            continue
        for match in _OR.finditer(unit):
            before, after = _ENDS.split(unit[: match.start()])[-1], _ENDS.split(unit[match.end() :])[0]
            one, other = stems(before), stems(after)
            if not one or not 0 < len(other) <= _SIDE or _told_alone(before) or not _SO.search(before):
                continue
            if match[0].startswith(",") or _SET.match(after) or _BOTH.search(after) or one[-1] in other:
                continue  # a gloss, a second name or amount, or both
            # The first alternative is what stands last before "or": the claim has it, and nothing of the second.
            left = one[-1] in said and not said & (frozenset(other) - frozenset(one))
            right = one[-1] not in said and other[-1] in said and bool(said & frozenset(one))
            if (left or right) and not _again(one[-1] if left else other[-1], unit, match, units):
                lost = after if left else " ".join(before.split()[-_LEAST:])
                told = f"or {lost}" if left else f"{lost} or"
                return f'the source says "{" ".join(told.split())}", the claim drops it (condition)'
    return ""


def added(claim: str, units: Sequence[str]) -> str:
    """In words what the claim tells beside that to which a sentence limits it; empty when nothing was seen."""
    beside = _BESIDE.search(claim)
    if beside is None or _VERB.search(beside["other"]) or _ONLY.search(claim) or re.search(r"\bnot?\b|n[’']t\b", claim):
        return ""
    said, before = frozenset(stems(claim)), stems(claim[: beside.start()])
    other = frozenset(stems(beside["other"]))
    if not other or any(other & frozenset(stems(unit)) for unit in units):
        return ""
    for unit in units:
        only = _ONLY.search(unit)
        what = stems(only["what"]) if only else []
        if only and what[-1:] == before[-1:] and len(said & frozenset(stems(unit))) > _LEAST:
            return f"the source says “{only[0]}”, the claim adds “{beside['other']}”"
    return ""


def _again(kept: str, unit: str, match: re.Match[str], units: Sequence[str]) -> bool:
    """True where another clause tells of the alternative that the claim keeps: "all came by train or by bus; 300 came
    by train".
    """
    apart = [unit[: match.start()], unit[match.end() :]]
    clauses = [*_ENDS.split(apart[0])[:-1], *_ENDS.split(apart[1])[1:]]
    clauses += [clause for other in units if other != unit for clause in _ENDS.split(other)]
    return any(kept in stems(clause) for clause in clauses)


def _told_alone(before: str) -> bool:
    """Whether what stands before "or" lets one of the two be told alone."""
    which = _WHICH.search(before)
    return bool(_FREE.search(before) or (which and len(_VERB.findall(which["said"])) < 2))
