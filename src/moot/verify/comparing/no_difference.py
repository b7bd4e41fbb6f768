"""A difference that the source denies: "there was no difference in yield", and the claim says that yield differed, or
that the one had more than the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from moot.text import figures, sentences
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing.clauses import tokens
from moot.verify.comparing.directions import DIRECTIONS
from moot.verify.comparing.language import cover
from moot.verify.comparing.opposites import occurrences
from moot.verify.comparing.paired import LONGEST
from moot.verify.reckoning.ordering.superlatives import NOT_PLAIN

_NONE = lazy_re(
    r"\b(?:no|without|hardly any) (?:\w+ ){0,3}?differences?\b(?! that)|\bdid(?: not|n[’']t) (?:\w+ ){0,2}?differ\b|"
    r"\b(?:do|does)(?: not|n[’']t) (?:\w+ ){0,2}?differ\b|\bmade no difference\b|"
    r"\b(?:was|were|is|are) (?:no|not|n[’']t) (?:\w+ ){0,2}?different\b|"
    r"\bequally (?:well|often|high|low|fast|good|many|likely)\b",
    re.IGNORECASE,
)
_THAN = lazy_re(r"\b(?P<word>more|less|fewer|better|worse|\w{3,}er)\b[^.;]{0,60}?\bthan\b", re.IGNORECASE)
_COMPARES = lazy_re(r"more|less|fewer|better|worse|\w{3,}er")
_IN = lazy_re(r"\bin (?P<what>[^,;:.]+?)(?= (?:between|among|across|from|for|when|after|before|with|to)\b|[,;:.]|$)")
_IN_FIRST = lazy_re(r"\bin (?P<what>[^,;:.]+?),? there\b", re.IGNORECASE)
"""In what there was no difference."""
_DIFFERS = lazy_re(r"\b(?P<word>differ(?:s|ed)?|differences?|different)\b", re.IGNORECASE)
_MODEST = lazy_re(
    r"\b(?:slight(?:ly)?|insignificant\w*|apparent\w*|seem\w*|small|may|might|could|whether|expected|hoped|"
    r"tend\w*|similar\w*|same|equal\w*)\b",
    re.IGNORECASE,
)
_SIGNIFICANT = lazy_re(r"\bsignifican\w+", re.IGNORECASE)
_DENIED_BEFORE = lazy_re(
    r"\b(?:no|not|never|nor|neither|without|none|non|hardly|whether|if)\b(?:[\s-]\w+){0,4}[\s-]$|"
    r"n[’']t(?: \w+){0,4} $|-$",
    re.IGNORECASE,
)
_REFERS = lazy_re(
    r"^\W*(?:(?:however|but|yet),? )?(?:the (?:\w+ )?(?:difference|change|effect|reduction|increase|"
    r"decrease|decline|rise|fall|gain|improvement)s?|(?:th(?:is|at|ese)|it|they|neither)\b)",
    re.IGNORECASE,
)
"""How a sentence begins that goes on about what the one before it says."""
_FOLLOWS = 300
"""Characters after a sentence in which the next one stands."""
_SAME, _TIE = 0.6, 0.15
"""Share of the claim's other words that the denial must hold; a sentence that holds so much less may say it as well."""
_LEAST = 2


def told(claim: str, units: Sequence[str]) -> str:
    """In words what is denied; empty when nothing was seen."""
    than = _THAN.search(claim[:LONGEST])
    match = than or _DIFFERS.search(claim[:LONGEST])
    if match is None or NOT_PLAIN.search(claim) or _MODEST.search(claim):
        return ""
    word = match["word"].lower()
    said = frozenset(stems(claim)) - frozenset(stems(f"{match['word']} differ difference"))
    if len(said) < _LEAST:
        return ""
    denied = [
        (unit, found)
        for unit in units
        if (found := _denied(unit[:LONGEST], claim, word)) and cover(said, unit) >= _SAME
    ]
    if not denied or (than and _compared_in(units, word, {unit for unit, _ in denied})):
        return ""
    best, words = max(((cover(said, unit), found) for unit, found in denied), key=lambda each: each[0])
    known = {unit for unit, _ in denied}
    if any(unit not in known and cover(said, unit) >= best - _TIE for unit in units):
        return ""
    return f"the claim says “{match['word']}”, its source “{words}”"


def insignificant(claim: str, units: Sequence[str], whole: str) -> str:
    """In words the source's denial that it was significant; empty when nothing was seen."""
    said = _SIGNIFICANT.search(claim)
    if said is None or _DENIED_BEFORE.search(claim[: said.start()]) or NOT_PLAIN.search(claim):
        return ""
    rest = frozenset(stems(claim)) - frozenset(stems(said[0]))
    rendered = max(units, key=lambda unit: cover(rest, unit), default="")
    if len(rest) < _LEAST or cover(rest, rendered) < _SAME:
        return ""
    after = whole.partition(rendered)[2][:_FOLLOWS]
    follows = next((text for span in sentences.split(after) if (text := span.of(after).strip())), "")
    told = [rendered, follows] if _REFERS.search(follows) else [rendered]
    found = [(match, bool(_DENIED_BEFORE.search(text[: match.start()]))) for text in told
             for match in _SIGNIFICANT.finditer(text)]  # fmt: skip
    if not found or not all(denied for _, denied in found) or _significant(units, rest):
        return ""
    return f"the claim says “{said[0].lower()}”, its source that it was not"


def _significant(units: Sequence[str], rest: frozenset[str]) -> bool:
    """Whether a sentence that speaks of the same calls it significant."""
    return any(
        not _DENIED_BEFORE.search(unit[: match.start()])
        for unit in units
        if len(rest & frozenset(stems(unit))) >= _LEAST
        for match in _SIGNIFICANT.finditer(unit)
    )


def _denied(unit: str, claim: str, word: str) -> str:
    """The words that deny a difference, in a sentence that tells of none beside: of no second thing, by no figures;
    and in what the claim names, where it says in what.
    """
    found = _NONE.search(unit)
    if found is None or sum(each.counts for each in figures.find(unit)) > 1:
        return ""
    rest = f"{unit[: found.start()]} {unit[found.end() :]}"
    within = _IN.search(unit, found.end()) or _IN_FIRST.search(unit, 0, found.start())
    if within and not frozenset(stems(within["what"])) <= frozenset(stems(claim)):
        return ""
    return "" if _compares(rest, word) or _THAN.search(rest) or _DIFFERS.search(rest) else found[0]


def _compared_in(units: Sequence[str], word: str, denied: Collection[str]) -> bool:
    """Whether a sentence beside those that deny it tells of a difference."""
    return any(_compares(each, word) for each in units if each not in denied)


def _compares(text: str, word: str) -> bool:
    """Whether it has a comparative, or the claim's."""
    there = tokens(text)
    return word in there or any(_COMPARES.fullmatch(each.word) for each in occurrences(there, DIRECTIONS))
