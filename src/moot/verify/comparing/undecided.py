"""A question that a French, German, Spanish, Italian or Dutch source leaves open, and that the claim takes for settled.

"Ob das Werk schließt, ist noch nicht entschieden" for "Das Werk schließt": one sentence says that something is not
decided or not known, and has "whether" with nearly all words of the claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.text.tongue import small, tongue
from moot.verify.comparing.negators import language
from moot.verify.comparing.paired import LONGEST

_WHETHER = {
    "German": r"\bob\b",
    "French": r"\b(?:si|s[’'](?=ils?\b))",
    "Spanish": r"\bsi\b",
    "Italian": r"\bse\b",
    "Dutch": r"\bof\b",
}
_OPEN = {
    "German": r"nicht (?:\w+ )?(?:entschieden|beschlossen|klar|bekannt|fest|sicher|geklärt|feststeht)|unklar|ungewiss|"
    r"offen|fraglich|unentschieden|weiß (?:niemand|nicht)|wissen nicht|"
    r"(?:(?:über|nach)?prüf|erwäg|überleg|berät|berat)\w*",
    "French": r"pas (?:encore )?(?:été )?(?:décidé\w*|tranché\w*|déterminé\w*|établi\w*|sûre?|certaine?|claire?|"
    r"connue?)|n[’']a rien décidé|ne sa(?:it|vent|vons) pas|ignor\w+|reste à savoir|incertain\w*|hésit\w+|"
    r"(?:ré)?étudi\w+|(?:ré)?examin\w+|se demand\w+",
    "Spanish": r"no (?:se )?(?:ha |han |está |es )?(?:\w+ )?(?:decidido|sabe\w*|claro|seguro|resuelto)|se ignora|"
    r"queda por (?:ver|saber)|incierto|(?:re)?estudia\w*",
    "Italian": r"non (?:si |è |ha |hanno |è stato )?(?:ancora )?(?:deciso|sa|sanno|chiaro|certo|noto)|si ignora|"
    r"resta da|incert\w+|(?:ri)?valut\w+",
    "Dutch": r"niet (?:\w+ )?(?:besloten|beslist|bekend|zeker|duidelijk)|onduidelijk|onzeker|onbekend|"
    r"(?:her)?overweegt|onderzoekt",
}
_MARKED = {
    name: lazy_re(
        rf"\b(?:{_OPEN[name]})[^.;:]{{0,120}}?{whether}|{whether}[^.;:]{{0,160}}?\b(?:{_OPEN[name]})", re.IGNORECASE
    )
    for name, whether in _WHETHER.items()
}
_KEPT = {
    name: lazy_re(rf"\b(?:{words})\b|\?", re.IGNORECASE)
    for name, words in {
        "German": r"ob|unklar|offen|ungewiss|fraglich|vielleicht|möglicherweise|könnten?|dürften?|nicht|kein\w*|noch|"
        r"prüft|erwägt|falls|wenn|sollen?|soll|will|plant",
        "French": r"si|s[’']ils?|pas|peut-être|pourrai\w*|incertain\w*|encore|envisage\w*|éventuel\w*|étudie\w*|"
        r"souhait\w*",
        "Spanish": r"si|no|quizás?|podría\w*|tal vez|todavía|aún|estudia",
        "Italian": r"se|non|forse|potrebbe\w*|ancora|valuta",
        "Dutch": r"of|niet|geen|misschien|mogelijk|nog|kan|overweegt",
    }.items()
}
"""A claim with one of these may say so itself."""
_ENGLISH = lazy_re(r"\b(?:the|of|and|is|are|was|were|to|has|had|that|not)\b", re.IGNORECASE)
"""Words of an English text that is too short to tell its language."""
_WORD = lazy_re(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_BEGINNING = 5
"""Letters with which two inflections of a word begin; a prefix may stand apart: "stimmt zu", "zustimmt"."""
_LEAST, _SHARE = 2, 0.75
"""Content words of the claim that the sentence must hold, and their share."""


def settled(claim: str, units: Sequence[str], whole: str) -> str:
    """In words what the claim takes for settled; empty when nothing was seen, or in another language."""
    known = language(claim, whole)
    if known is None and (tongue(claim) or tongue(whole) or _ENGLISH.search(f"{claim} {whole[:LONGEST]}")):
        return ""
    return next(filter(None, (_left_open(claim, units, each) for each in _OPEN)), "")  # Short texts may be of any.


def _left_open(claim: str, units: Sequence[str], told: str) -> str:
    if _KEPT[told].search(claim):
        return ""
    said = _content(claim, told)
    for unit in units:
        match = _MARKED[told].search(unit)
        if match is None or not _met(said, unit, told):
            continue
        if not any(other != unit and not _MARKED[told].search(other) and _met(said, other, told) for other in units):
            return f"the source leaves it open (“{' '.join(match[0].split())}”), the claim does not"
    return ""


def _content(text: str, told: str) -> list[str]:
    words = (word.lower() for word in _WORD.findall(text[:LONGEST]))
    return [word for word in words if word not in small(told) and len(word) > 1]


def _met(said: Sequence[str], unit: str, told: str) -> bool:
    there = set(_content(unit, told))
    beginnings = {word[:_BEGINNING] for word in there}
    met = sum(
        word in there
        or (len(word) >= _BEGINNING and (word[:_BEGINNING] in beginnings or any(each.endswith(word) for each in there)))
        for word in said
    )
    return met >= max(_LEAST, _SHARE * len(said))
