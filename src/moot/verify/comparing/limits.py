"""What limits a statement of the source, and is left out of the claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.text.terms import stem, stems
from moot.verify.comparing.hedging import CONDITION, KEEPS_CONDITION
from moot.verify.comparing.language import cover

_KEEPS_CONDITION = lazy_re(rf"\b(?:{KEEPS_CONDITION}|before|after)\b", re.IGNORECASE)
_RULE = lazy_re(
    r"\b(?:is|are|be|remains?|stays?) (?:now |currently |still |also )?(?:not )?(?P<is>closed|open|banned|barred|"
    r"forbidden|prohibited|allowed|permitted|free|compulsory|mandatory|required|suspended|exempt|included|covered|available|"
    r"valid|safe|effective|harmless|useful|suitable)\b|"
    r"\b(?P<runs>do(?:es)? not \w+|must(?: not)? \w+|may not \w+|cannot \w+)\b",
    re.IGNORECASE,
)
"""What holds from now on, and only as far as it is told."""
_DAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays?|weekends?|(?:public |bank |school )?holidays?|mornings?|"
    r"afternoons?|evenings?|nights?|winter|summer|spring|autumn|january|february|march|april|may|june|july|august|"
    r"september|october|november|december"
)
_ONLY_THEN = (
    rf"(?:at|by) night|by day|overnight|after dark|(?:on|in|during|at|over|outside) (?:the )?(?:{_DAY})\b|"
    r"between [^,;.]{1,30} and \S+|from [^,;.]{1,30} (?:to|until) \S+|"
    r"(?:in|during) (?:the )?(?:wet|dry|bad|school|high|low|off|rush|peak)\W\w+"
)
_NARROWS = lazy_re(rf"\b(?:{_ONLY_THEN})", re.IGNORECASE)
_NARROWS_WHAT = lazy_re(
    r"(?<=[a-z] )(?:above|over|under|below|heavier than|longer than|older than|younger than|up to|with more than|"
    r"with fewer than|without|aged) [^,;.]{1,30}$",
    re.IGNORECASE,
)
"""At the end of what stands before the rule: "trucks above 12 tonnes"."""
_NARROWS_FOR = lazy_re(
    r" (?:(?:to|for) (?!use\b|be\b|all\b|every\w*\b|the public\b|\d)|(?:in|among|with) (?:\w+ )?"
    r"(?:adults|children|infants|patients|people|men|women|mothers|animals|mice|rats|dogs|cats|horses|those)\b)"
    r"[^,;.]{0,60}",
    re.IGNORECASE,
)
"""Right behind it: "free for children", "safe in adults"."""
_ONE = lazy_re(r"\b(?:a single|just one|only one) (?P<noun>[^\W\d_]+)", re.IGNORECASE)
_MORE = lazy_re(r"\b(?:two|three|four|five|six|several|both) (?P<noun>[^\W\d_]+)", re.IGNORECASE)
_COLUMNS = lazy_re(r"\|.*\||\S(?: {2,}|\t)\S.*\S(?: {2,}|\t)\S")
"""Cells beside one another: what stands there is the head of a column, and limits no sentence."""
_FEW = 2
"""Content words of a claim."""
_CLOSE = 0.5
"""Share of the claim's stems that the sentence must hold: what a condition limits stands further from it."""
_REACH, _SHARED = 7, 3
"""Content words next to the condition, of which so many must be the claim's."""


def dropped(claim: str, said: frozenset[str], near: Sequence[str], units: Sequence[str]) -> str:
    """In words what was left out; `near`: the sentences that speak of the same, `units`: all that are cited."""
    rendered = max(near, key=lambda unit: cover(said, unit))
    if cover(said, rendered) < _CLOSE:
        return ""
    single = _single(claim, rendered)
    if single:
        return single
    if _KEEPS_CONDITION.search(claim):
        return ""
    for match in CONDITION.finditer(rendered):
        if _COLUMNS.search(_line(rendered, match)):
            continue
        told = stems(re.split(r"[;:()]|\.(?!\d)|, ", rendered[match.end() :])[0])
        left = [each for each in told if each not in said]
        plain = any(unit != rendered and cover(said, unit) >= cover(said, rendered) for unit in units)
        if len(left) >= max(1, len(told) / 2) and _governs(match, rendered, said) and not plain:
            return f'the source says "{match[0].lower()}", the claim drops it (condition)'
    return ""


def narrowed(claim: str, units: Sequence[str]) -> str:
    """In words for whom or when alone a rule of the source holds, where the claim is its sentence but for that."""
    said = frozenset(stems(claim))
    ours = _RULE.search(claim)
    if ours is None or len(said) < _FEW or _narrowing(claim, ours):
        return ""
    for unit in units:
        if cover(said, unit) < 1:
            continue
        theirs = next((each for each in _RULE.finditer(unit) if each[0].lower() == ours[0].lower()), None)
        found = _narrowing(unit, theirs) if theirs else ""
        if found and not said & frozenset(stems(found)) and not _said_wide(said, unit, units):
            return f'the source says "{" ".join(found.split())}", the claim drops it (condition)'
    return ""


def _narrowing(text: str, rule: re.Match[str]) -> str:
    """What narrows a rule in its clause; empty where nothing does."""
    before = re.split(r"[;:]|\.\s", text[: rule.start()])[-1]
    after = re.split(r"[;:]|\.(?:\s|$)|, (?:and|but)\b", text[rule.end() :])[0]
    behind = _NARROWS_FOR.match(after) if rule["is"] else None
    found = _NARROWS.search(after) or _NARROWS.search(before) or _NARROWS_WHAT.search(before.rstrip()) or behind
    return found[0].strip() if found else ""


def _said_wide(said: frozenset[str], unit: str, units: Sequence[str]) -> bool:
    """Whether another sentence has all of it too."""
    return any(other != unit and cover(said, other) == 1 for other in units)


def _line(text: str, match: re.Match[str]) -> str:
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    return text[start : end if end >= 0 else len(text)]


def _single(claim: str, rendered: str) -> str:
    """ "A single morning", where the source asks for two."""
    for ours in _ONE.finditer(claim):
        noun = stem(ours["noun"].lower())
        more = [each for each in _MORE.finditer(rendered) if stem(each["noun"].lower()) == noun]
        if (
            more
            and more[0][0].lower() not in claim.lower()
            and not any(stem(each["noun"].lower()) == noun for each in _ONE.finditer(rendered))
        ):
            return f'the source says "{more[0][0].lower()}", the claim "{ours[0].lower()}" (condition)'
    return ""


def _governs(match: re.Match[str], text: str, said: frozenset[str]) -> bool:
    """True when the clause that the condition stands at is the claim's: what is before it, else what follows it."""
    before = stems(re.split(r"[;:()\n]|\.(?!\d)", text[: match.start()])[-1])[-_REACH:]
    after = stems(re.split(r"[;:()\n]|\.(?!\d)", text[match.end() :])[0])
    about = before if len(before) >= _SHARED else after
    return len(said & frozenset(about)) >= min(_SHARED, len(said) - 1)
