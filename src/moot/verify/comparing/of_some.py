"""A share of some, as of those who answered, told as a share of all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stem, stems

_SHARE = lazy_re(
    r"\b(?<!\d[.,])(?P<share>\d[\d.,]{0,30} ?(?:%|per ?cent)|half|"
    r"(?:a|one|two|three|four|five) (?:third|quarter|fifth|sixth|seventh|eighth|tenth)s?|"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine) (?:in|out of) "
    r"(?:\d+|three|four|five|six|seven|eight|nine|ten)|(?:a|the) (?:majority|minority)) "
    r"(?:of )?(?:all )?(?:the |its |their |our )?"
    r"(?P<whom>[^\W\d_]+)(?P<limit> (?:who|that|which|with|without|aged|whose|over|under|having) [^,;.]{3,60})?",
    re.IGNORECASE,
)
_QUALIFIED = lazy_re(
    r" (?:who|that|which|with|without|aged|whose|over|under|having|on|in|at|from|of|for|by)\b", re.IGNORECASE
)
_THEM = lexicon("those them these")
_ASKED = lazy_re(
    r"\b(?:survey|poll|repl\w+|respon\w+|participa\w+|asked|answer\w*|surveyed|sampled?|voted|voters|cast|interview\w*)\b",
    re.IGNORECASE,
)


def told_of_all(claim: str, units: Sequence[str]) -> str:
    """In words the share that is told of all, and that of some; empty when nothing was seen."""
    said = frozenset(stems(claim))
    for ours in _SHARE.finditer(claim):
        there = [(each, unit) for unit in units for each in _SHARE.finditer(unit) if _alike(ours, each)]
        told = [_some(each, unit, claim, said) for each, unit in there]
        if told and all(told) and not _QUALIFIED.match(claim, ours.end("whom")):
            return f"the claim says “{_short(ours[0])}”, its source “{_short(told[0])}”"
    return ""


def _alike(ours: re.Match[str], theirs: re.Match[str]) -> bool:
    """The same share, of the same or of those whom the sentence names."""
    one, other = (
        re.sub(r" |per ?cent", lambda each: "%" if len(each[0]) > 1 else "", m["share"].lower()) for m in (ours, theirs)
    )
    whom = theirs["whom"].lower()
    return one == other and (whom in _THEM or stem(whom) == stem(ours["whom"].lower()))


def _some(share: re.Match[str], unit: str, claim: str, said: frozenset[str]) -> str:
    """The words by which the share is one of some, if the claim has nothing of them; else empty."""
    limit = share["limit"] or ""
    if _ASKED.search(limit) or (share["whom"].lower() in _THEM and _ASKED.search(unit[: share.start()])):
        return "" if _ASKED.search(claim) else share[0]
    if share["whom"].lower() in _THEM:
        return ""
    first = [each for each in stems(limit) if not each[0].isdigit()][:1]
    return share[0] if first and first[0] not in said else ""


def _short(share: str) -> str:
    return " ".join(share.split()[:8])
