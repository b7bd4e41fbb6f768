"""Whether a sentence says that the sources do not answer a question, in a way that is the same for every question."""

from __future__ import annotations

import re

from moot.text.lexicon import lexicon
from moot.text.terms import stems

_SOURCES = (
    r"(?:sources?|documents?|passages?|files?|folders?|records?|texts?|materials?|reports?|minutes|tables?|evidence|"
    r"information|data|they|it|nothing|none|quellen?|unterlagen|dokumente?|fuentes?|documentos?|textes?)"
)
_SAY = (
    r"(?:say|state|give|mention|name|contain|include|provide|report|record|specify|tell|list|hold|cover|answer|show|"
    r"disclose|reveal|identify|address|indicate)\w*"
)
_DENIED = (
    rf"\b{_SOURCES}\b.{{0,40}}\b(?:do not|does not|did not|don['’]t|doesn['’]t|cannot|never|nowhere|no longer)\b"
    rf".{{0,20}}\b{_SAY}",
    rf"\b(?:no|none of the|neither|nothing in the)\b.{{0,30}}\b{_SOURCES}\b.{{0,20}}\b{_SAY}",
    rf"\b{_SOURCES}\b.{{0,30}}\b{_SAY}\b.{{0,10}}\b(?:no|nothing|neither|none)\b",
    rf"\b(?:is|are|was|were|be|been)\s+(?:not|never|nowhere)\b.{{0,20}}\b{_SAY}",
    r"\b(?:cannot|can ?not|could not) be (?:determined|answered|established|known|told|said)",
    r"\b(?:is|are) (?:unknown|not known|not available|unspecified|unstated)\b",
    r"\b(?:quellen?|unterlagen|dokumente?)\b.{0,60}\b(?:nicht|kein\w*|nichts)\b",
    r"\b(?:nicht|nirgends)\b.{0,30}\b(?:angegeben|genannt|erwähnt|bekannt)\b",
    r"\b(?:fuentes|documentos)\b.{0,30}\b(?:no|ningun\w*|nada)\b|\bno (?:se|consta|figura)\b",
    r"\b(?:sources|documents|textes)\b.{0,30}\bne\b.{0,30}\b(?:pas|rien|aucun\w*)\b",
    r"\bn['’]est pas (?:indiqué|mentionné)",
)
_DENIES = tuple(re.compile(each, re.IGNORECASE) for each in _DENIED)
_OF_SAYING = lexicon("""
    source document passage file folder record text material report information data evidence sentence say state give
    given mention name contain include provide specify tell list hold cover answer answer found show disclose identify
    question asked nothing none figure number value detail exact
    die der das den dem ein eine kein keine nicht quellen unterlagen für von in im wie wer was nennen nennt angegeben
    el la los las un una no fuentes documentos de en del que cual cuanto se dicen
    le les des du sources ne pas aucun aucune dans quel quelle et est combien
""")
"""Words of silence itself, which say nothing of what the sources are silent on."""
OF_TEXT, OF_QUESTION = 0.75, 0.5
"""Shares of words that both have, of either's own: from either on the two speak of the same."""


def denies(text: str) -> bool:
    """True when the sentence says that sources do not say something."""
    return any(each.search(text) for each in _DENIES)


def speaks_of(text: str, question: str) -> bool:
    """True when what the sentence is about is what the question asks: hardly anything else, or most of it."""
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
