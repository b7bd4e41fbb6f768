"""Whether a sentence says that the sources do not answer a question: what it denies, and what it is about."""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stems

_SOURCES = (
    r"(?:sources?|documents?|passages?|files?|folders?|records?|texts?|materials?|reports?|minutes|tables?|evidence|"
    r"information|data|they|it|nothing|none)"
)
_SAY = (
    r"(?:say|state|give|mention|name|contain|include|provide|report|record|specify|tell|list|hold|cover|answer|show|"
    r"disclose|reveal|identify|address|indicate)"
)
_SAID = (
    r"(?:said|stated|given|mentioned|named|contained|included|provided|reported|recorded|specified|told|listed|held|"
    r"covered|answered|shown|disclosed|revealed|identified|addressed|indicated|known|available|found|published|settled|"
    r"established|determined)"
)
_DENIED = (
    rf"\b{_SOURCES}\b.{{0,40}}\b(?:do not|does not|did not|don['’]t|doesn['’]t|cannot|never|nowhere)\b"
    rf".{{0,20}}\b{_SAY}",
    rf"\b{_SOURCES}\b.{{0,30}}\b{_SAY}s?\b.{{0,10}}\b(?:no|nothing|neither|none|nobody)\b",
    rf"\b(?:no|none|nothing|nobody|neither)\b.{{0,60}}\b{_SAY}s?\b",
    rf"\b(?:no|none|nothing|nobody|neither)\b.{{0,60}}\b(?:is|are|was|were|been|be)\b.{{0,20}}\b{_SAID}\b",
    rf"\b(?:is|are|was|were|been|be|has|have)\s+(?:not|never|nowhere)\b.{{0,25}}\b{_SAID}\b",
    rf"\b(?:cannot|can ?not|could not|isn['’]t|aren['’]t|wasn['’]t)\b(?: be)? {_SAID}\b",
    r"\bthere (?:is|are|was|were) (?:no|nothing)\b|\b(?:is|are) (?:unknown|unspecified|unstated|missing)\b",
    rf"\b(?:is|are|was|were) (?:not|nowhere) in (?:the |these |any )?{_SOURCES}\b",
    r"\b(?:quellen?|unterlagen|dokumente?)\b.{0,60}\b(?:nicht|kein\w*|nichts)\b",
    r"\b(?:nicht|nirgends)\b.{0,30}\b(?:angegeben|genannt|erwähnt|bekannt)\b",
    r"\b(?:fuentes|documentos)\b.{0,30}\b(?:no|ningun\w*|nada)\b|\bno (?:se|consta|figura)\b",
    r"\b(?:sources|documents|textes)\b.{0,30}\bne\b.{0,30}\b(?:pas|rien|aucun\w*)\b",
    r"\bn['’]est pas (?:indiqué|mentionné)",
)
_DENIES = tuple(lazy_re(each, re.IGNORECASE) for each in _DENIED)
_OF_SAYING = lexicon("""
    source document passage file folder record text material report information data evidence sentence say state give
    given mention name contain include provide specify tell list hold cover answer answer found show disclose identify
    question asked nothing none figure number value detail exact
    die der das den dem ein eine kein keine nicht quellen unterlagen für von in im wie wer was nennen nennt angegeben
    el la los las un una no fuentes documentos de en del que cual cuanto se dicen
    le les des du sources ne pas aucun aucune dans quel quelle et est combien
""")
"""Words of silence itself, which say nothing of what the sources are silent on."""
OF_TEXT, OF_QUESTION = 0.5, 0.25
"""Shares of the words that both have, of either's own: from either on the two speak of the same."""


def denies(text: str) -> bool:
    """True when the sentence says that sources do not say something."""
    return any(each.search(text) for each in _DENIES)


def speaks_of(text: str, question: str) -> bool:
    """True when the sentence is about what the question asks: little else, or a good part of it."""
    said, asked = _matter(text), _matter(question)
    both = len(said & asked)
    return bool(both) and (both >= OF_TEXT * len(said) or both >= OF_QUESTION * len(asked))


def repeats(text: str, question: str, share: float) -> bool:
    """True when the sentence has that share of the question's words."""
    asked = _matter(question)
    return len(_matter(text) & asked) >= share * len(asked)


def _matter(text: str) -> set[str]:
    return {stem for stem in stems(text) if stem not in _STEMS}


_STEMS = frozenset(stem for word in _OF_SAYING for stem in (word, *stems(word)))
