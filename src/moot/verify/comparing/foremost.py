"""Who comes first: the claim says of one name what ranks another by the source.

"The hybrid of Norhavn scored highest; the diesel ship of Tern was the cheapest": that Tern's scored highest is said
nowhere. The part of a sentence with the claim's own rank names another, and the claim's name stands in another part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text.lazy import lazy_re
from moot.text.terms import stem, stems
from moot.verify.names import found

_RANK = lazy_re(
    r"\b(?:(?<!the )(?<!its )(?<!his )(?<!her )(?<!their )(?:first|last)|best|worst|most|least|"
    r"(?:high|low|great|larg|small|bigg|fast|quick|slow|cheap|dear|short|long|old|young|new|late|earli|strong|weak|"
    r"heav|heavi|light|clean|dirti|safe|saf|rich|poor|tall|deep|wid|narrow|thick|thin|hott|cold|wett|dri|quiet|loud|"
    r"near|close|clos|strict|easi|hard|bright|steep|busi|nois|soft)(?:i)?est)\b",
    re.IGNORECASE,
)
_PARTS = lazy_re(r";|\.\s|\b(?:while|whereas|but)\b|,\s(?:and|but)\s", re.IGNORECASE)
_NOT = lazy_re(
    r"\b(?:not|no|never|neither|nor|nobody|than|if|whether|second|tied|joint\w*|equal\w*)\b|n[’']t\b", re.IGNORECASE
)
_NEAR = 6
"""Words between a name and its rank."""

_THEN = lazy_re(r"\b(?:the year before|a year earlier|previously|formerly|until then|last year)\b", re.IGNORECASE)
"""Where one of these stands, another may have been first at another time."""


def another(claim: str, units: Sequence[str]) -> str:
    """In words of whom the source says it; empty when nothing was seen."""
    rank = _RANK.search(claim)
    if rank is None or _NOT.search(claim) or _RANK.search(claim, rank.end()):
        return ""
    subject, about = _named(claim[: rank.start()]), frozenset(stems(claim[rank.end() :]))
    if len(subject) != 1 or not about:
        return ""
    (own,) = subject
    there = [each for unit in units for each in _ranked(unit, rank[0], about)]
    others = [name for part, name in there if not _has(part, own)]
    apart = any(_has(part, own) for unit in units for part in _PARTS.split(unit))
    if apart and there and len(others) == len(there) and all(others):
        return f"the claim says it of “{own}”, its source of “{others[0]}”"
    return ""


def _ranked(unit: str, rank: str, about: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The parts of a sentence that have the rank, and of the same, with the one name before it there; "" for none."""
    for part in _PARTS.split(unit) if not _THEN.search(unit) else ():
        for match in _RANK.finditer(part):
            if match[0].lower() == rank.lower() and about <= frozenset(stems(part[match.end() :])):
                names = _named(part[: match.start()])
                yield part, names[0] if len(names) == 1 and not _NOT.search(part) else ""


def _named(text: str) -> list[str]:
    """The names of which the last stands so near to the end that the rank is its own."""
    names = [name.text for name in found(text)]
    return names if names and len(text[text.rfind(names[-1]) + len(names[-1]) :].split()) <= _NEAR else []


def _has(text: str, name: str) -> bool:
    there = {stem(each.lower()) for each in re.findall(r"[^\W\d_]{2,}", text)}
    return any(stem(each.lower()) in there for each in re.findall(r"[^\W\d_]{2,}", name) if each[0].isupper())
