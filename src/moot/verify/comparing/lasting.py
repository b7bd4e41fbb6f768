"""What goes on is not what has ended: "the ferry remains free" is not "no longer free"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing.clauses import cut

_ENDED = lazy_re(r"\b(?:no longer(?! than)|any ?more)\b", re.IGNORECASE)
_LASTS = lazy_re(r"\b(?:still|remain(?:s|ed)?|stay(?:s|ed)?|continue[sd]?(?: to be)?|goes on|go on)\b", re.IGNORECASE)
_FOR_NOW = lazy_re(
    r"\b(?:until|till|for now|from|currently|at present|so far|yet|if|unless|whether|would|could|might|"
    r"not(?! [^,;]* any)|never|nobody|den(?:y|ied|ies)|fear\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
"""In a clause that may come otherwise at another time, or is not said plainly."""
_LEAST = 2
"""Content words that both must say."""


def otherwise(claim: str, units: Sequence[str]) -> str:
    """In words which of the two the source says; empty when nothing was seen, or a clause of it is with the claim."""
    for ours in cut(claim):
        ended, lasts = _ENDED.search(ours.text), _LASTS.search(ours.text)
        if bool(ended) is bool(lasts) or _FOR_NOW.search(ours.text):
            continue
        said = _rest(ours.text)
        there = list(_told(said, units)) if len(said) >= _LEAST else []
        other = next((word for word, ends in there if ends is not bool(ended)), "")
        if other and not any(ends is bool(ended) for _, ends in there):
            return f"the claim says “{(ended or lasts or '')[0].lower()}”, its source “{other.lower()}”"
    return ""


def _told(said: frozenset[str], units: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The word of each clause that says the same, and whether it tells of an end."""
    for clause in (each for unit in units for each in cut(unit)):
        ended, lasts = _ENDED.search(clause.text), _LASTS.search(clause.text)
        if bool(ended) is not bool(lasts) and said <= _rest(clause.text) and not _FOR_NOW.search(clause.text):
            yield (ended or lasts or ("",))[0], bool(ended)


def _rest(text: str) -> frozenset[str]:
    return frozenset(stems(_LASTS.sub(" ", _ENDED.sub(" ", text))))
