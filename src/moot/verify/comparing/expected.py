"""Whose expectation it is: the company expects what a federation forecasts.

Who is named by what he is ("the company", "the federation") is of one kind of bodies; of two kinds are two, unless he
is said to share the other's view. Names are for `roles`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text import sentences
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stems, words
from moot.verify.comparing.capitals import ADVERB
from moot.verify.comparing.language import cover

_KINDS = tuple(
    lexicon(kind)
    for kind in (
        "company firm management board manufacturer maker vendor supplier operator developer retailer we",
        "federation association union chamber society lobby guild",
        "ministry minister government council authority commission parliament senate mayor treasury regulator",
        "institute university researchers scientists academy economists",
        "analyst analysts broker brokers bank",
        "residents farmers tenants drivers critics parents patients customers passengers",
        "police prosecutor prosecutors court judge",
    )
)
_EXPECTS = lazy_re(
    rf"\s(?:{ADVERB} |also |now |still )?(?P<verb>expects?|expected|forecasts?|predict(?:s|ed)?|estimate[sd]?|"
    r"project(?:s|ed)|anticipate[sd]?|foresees?|reckons?|believe[sd]?|fears?|feared|assume[sd]?|hopes?|hoped)\b"
)
_ASIDE = lazy_re(r"\([^()]{0,80}\)|,[^,]{1,60},\s*$")
_BOUNDS = lazy_re(r"[.;:\n]|,(?!\d)|\b(?:and|but|while|whereas|although|that|which|as)\b", re.IGNORECASE)
_SHARES = lazy_re(
    r"\b(?:shares?|agrees?|endorses?|concurs?|adopts?|joins?|follows?|likewise|too|also|same|both|in line|own)\b",
    re.IGNORECASE,
)
_PARTLY = lazy_re(r"\b(?:not|only|partly|except|hardly)\b|n[’']t\b", re.IGNORECASE)
_NOT = lazy_re(r"\b(?:not|no|never|nobody|neither|nor)\b|n[’']t\b", re.IGNORECASE)
_WHO = 6
"""Words before the verb among which he is named."""
_SAME, _TIE = 0.6, 0.2
"""Share of what is expected that a sentence must hold; one that holds so much less may be of the same too."""
_LEAST = 3
_FOLLOWS = 300
"""Characters after a sentence in which the next one stands."""


def another(claim: str, units: Sequence[str], whole: str) -> str:
    """In words whose expectation it is by the source; empty when nothing was seen. `whole`: all that is cited."""
    for who, kinds, rest in _read(claim):
        said = frozenset(stems(rest))
        if len(said) < _LEAST:
            continue
        near = [
            (each, unit) for unit in units for each in [*_read(unit), *_unowned(unit)] if cover(said, unit) >= _SAME
        ]
        best = max((cover(said, unit) for _, unit in near), default=0.0)
        theirs = [(its, unit) for its, unit in near if cover(said, unit) >= best - _TIE]
        if not theirs or any(
            not its[1] or not kinds.isdisjoint(its[1]) or _shared(unit, whole) for its, unit in theirs
        ):
            continue
        return f"the claim gives it as what {who} expects, its source as what {theirs[0][0][0]} does"
    return ""


def _read(text: str) -> Iterator[tuple[str, frozenset[int], str]]:
    """Who expects something, of which kinds he is, and what he expects."""
    for match in _EXPECTS.finditer(text):
        before = _BOUNDS.split(_ASIDE.sub(" ", text[: match.start()]))[-1]
        who = [re.sub(r"[’']s$", "", word) for word in words(before)[-_WHO:]]
        kinds = frozenset(n for n, kind in enumerate(_KINDS) if not kind.isdisjoint(who))
        if kinds and not _NOT.search(before):
            yield " ".join(before.split()), kinds, text[match.end() :]


def _unowned(unit: str) -> Iterator[tuple[str, frozenset[int], str]]:
    """A sentence in which nobody of a known kind expects anything: it may be anybody's word."""
    if not any(True for _ in _read(unit)):
        yield "", frozenset(), unit


def _shared(unit: str, whole: str) -> bool:
    """True where somebody is said to share the view, in the sentence or the next."""
    at = whole.find(unit)
    after = whole[at + len(unit) : at + len(unit) + _FOLLOWS] if at >= 0 else ""
    told = (unit, next((span.of(after) for span in sentences.split(after)), ""))
    return any(_SHARES.search(text) and not _PARTLY.search(text) for text in told)
