"""The same in other words, without a model: everyday synonyms, a clause moved to the front, another way to begin."""

from __future__ import annotations

from collections.abc import Callable

from moot.text.lazy import lazy_re

_SYNONYMS = {
    "allowed": "permitted",
    "allows": "permits",
    "almost": "nearly",
    "attained": "reached",
    "began": "started",
    "begins": "starts",
    "big": "large",
    "built": "constructed",
    "buy": "purchase",
    "completed": "finished",
    "each year": "every year",
    "entire": "whole",
    "every year": "each year",
    "finished": "completed",
    "frequently": "often",
    "help": "assist",
    "nearly": "almost",
    "often": "frequently",
    "per cent": "percent",
    "quickly": "rapidly",
    "rapidly": "quickly",
    "reached": "attained",
    "reaches": "attains",
    "required": "needed",
    "requires": "needs",
    "says": "states",
    "showed": "indicated",
    "shows": "indicates",
    "started": "began",
    "such as": "like",
    "whole": "entire",
}
"""Pairs that say the same wherever they stand."""
_BEFORE_A_FIGURE = {"about": "roughly", "roughly": "about", "more than": "over", "less than": "under"}
_SYNONYM = lazy_re(
    rf"\b(?:{'|'.join(sorted(_SYNONYMS, key=len, reverse=True))})\b|\b(?:{'|'.join(_BEFORE_A_FIGURE)})(?= \d)"
)
_CLAUSE = lazy_re(r",? (because|when|if|although|unless|after|before|once|since|in order to) ([^,;:]+)([.!?])$")
_FRONTED = lazy_re(
    r"^(In|On|By|For|During|After|Before|When|If|Since|With|Under|Between) ([^,;:]{3,60}), (.+?)([.!?])$"
)
_SMALL = lazy_re(
    r"^(?:The|An?|It|Its|This|That|These|Those|There|They|Their|In|On|By|For|Of|At|No|Some|Most|Many|All|Both|Each"
    r"|Every|When|If|After|Before|During|Since|With|Under|Between|One|Two|Three|Our|We)\b"
)
"""Words that begin a sentence with a capital and are no names."""
_ATTRIBUTED = lazy_re(r"(?:According|As|By)\b")
_BEGINNINGS = ("According to the source, ", "As the source puts it, ", "The source states that ")


def reword(text: str, turn: int) -> str:
    """`text` in other words, the same for the same `turn`. Quotes, figures, names and hedges stay as they are.

    What tells its origin already, and has none of these words, stays as it is.
    """
    ways: tuple[Callable[[str], str], ...] = (_with_synonyms, _clause_first, _clause_last)
    for way in (*ways[turn % 3 :], *ways[: turn % 3]):
        if (changed := way(text)) != text:
            return changed
    if _ATTRIBUTED.match(text):
        return text
    return f"{_BEGINNINGS[turn % len(_BEGINNINGS)]}{_small(text)}"


def _with_synonyms(text: str) -> str:
    return _SYNONYM.sub(lambda match: (_SYNONYMS | _BEFORE_A_FIGURE)[match[0]], text)


def _clause_first(text: str) -> str:
    """`X when Y.` as `When Y, x.`, unless X has a clause of its own before it."""
    match = _CLAUSE.search(text)
    if match is None or "," in text[: match.start()] or len(text[: match.start()].split()) < 3:
        return text
    return f"{match[1].capitalize()} {match[2]}, {_small(text[: match.start()])}{match[3]}"


def _clause_last(text: str) -> str:
    """`In Y, x.` as `X in Y.`"""
    match = _FRONTED.match(text)
    if match is None or "," in match[3]:
        return text
    return f"{match[3][0].upper()}{match[3][1:]} {match[1].lower()} {match[2]}{match[4]}"


def _small(text: str) -> str:
    return text[0].lower() + text[1:] if _SMALL.match(text) else text
