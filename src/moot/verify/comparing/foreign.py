"""Whether a claim is in one language and what it cites in another: wording is compared within one language only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from moot.evidence.cited import Cited
from moot.text import embedding
from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.text.small_words import WORDS
from moot.text.tongue import ENGLISH, small, tongue

UNTOLD = "a language that is not English"
_DENIED, _LEFT_OPEN = "what is denied", "what is left open"
READ = {
    "German": (_DENIED, _LEFT_OPEN, "names"),
    "French": (_DENIED, _LEFT_OPEN),
    "Spanish": (_DENIED, _LEFT_OPEN),
    "Italian": (_DENIED, _LEFT_OPEN),
    "Dutch": (_DENIED, _LEFT_OPEN),
}
"""What checks see of the wording of other languages than English (`negators`, `undecided`, `names`), of which none is
enough to prove a claim by; nothing of one that is not here. Quotes, figures and units are checked in all.
"""
_WORD = lazy_re(r"[^\W\d_]{4,}")
_FRONT = 6000
_UNIT = 2
"""Letters up to which a word may be a unit."""
_SHORT = 15
"""Words of a claim up to which the language of all that its author says is surer than its own."""
_FEWEST, _NEARLY = 2, 0.6
_LETTERS = lazy_re(r"(?<![^\W\d_])(?!(?<=[^\W\d_]['’])(?:s|t|d|m|ll|re|ve)\b)[^\W\d_]+", re.IGNORECASE)
"""Words; what English ends one with behind an apostrophe is none."""
_LEAST, _WHOLE = 6, 0.45
"""Words that a text needs to tell its language, and the share that the English vocabulary has whole."""


def apart(claim: str, cited: Cited, told: str = "") -> str | None:
    """The language of what is cited, in words, where the claim is in another; None where they are alike, or unknown.

    `told`: other text by the author of the claim, which tells where the claim is too short. A claim whose words all
    stand in what is cited is in its language.
    """
    if cited.document is None or (cited.passage and _every(claim) <= _every(cited.passage.text)):
        return None
    return _other(claim, told, (tongue(cited.passage.text) if cited.passage else None) or language(cited.document.text))


def seems(claim: str, cited: Cited) -> str | None:
    """The language of what is cited where a claim that is too short to tell its own has small words of another, which
    do not stand there, and no word of that language.
    """
    other = language(cited.document.text) if cited.document else None
    if other != ENGLISH or tongue(claim) is not None:
        return None
    words = _every(claim) - (_every(cited.passage.text) if cited.passage else frozenset[str]())
    known = ((words & small(each)) - WORDS[ENGLISH] for each in WORDS if each != ENGLISH)
    return other if any(ours and not any(map(_is_english, words - ours)) for ours in known) else None


def _is_english(word: str) -> bool:
    return word in WORDS[ENGLISH] or (len(word) > _UNIT and embedding.shared().ordinary(word))


def uncompared(other: str) -> str:
    """Why wording was not compared."""
    return f"its evidence is in {other}: wording is compared within one language"


def unread(claim: str, cited: Sequence[Cited], told: str = "") -> str | None:
    """The language that a claim and what it cites are in, in words, where that is not English: no verifier reads it.

    `told`: as of `apart`.
    """
    theirs = [
        tongue(each.passage.text) or language(each.document.text) for each in cited if each.passage and each.document
    ]
    own = tongue(claim) or tongue(told)
    if own == ENGLISH or ENGLISH in theirs:
        return None
    return own or next(filter(None, theirs), None)


def unreadable(language: str) -> str:
    """Why wording that is like the evidence's proves nothing."""
    return f"wording is not checked in {language}: to be read by a person"


def unlike(claim: str, text: str, told: str = "") -> str | None:
    """The same of a whole text."""
    return _other(claim, told, language(text))


def _other(claim: str, told: str, other: str | None) -> str | None:
    own = tongue(claim) or tongue(told) or (UNTOLD if _strange(_uncapitalised(told or claim)) else None)
    if own is None or other is None or other == own:
        return None
    if len(claim.split()) <= _SHORT and (other == tongue(told) or _may_be(claim, own, other)):
        return None
    if other == UNTOLD and own != ENGLISH:
        return None  # It may be the very language of the claim.
    return other


@lru_cache(maxsize=256)
def _every(text: str) -> frozenset[str]:
    """Many checks ask this of a claim and of the passages that it cites, one after the other."""
    return frozenset(word.lower() for word in _LETTERS.findall(text))


def _uncapitalised(text: str) -> str:
    """The beginning of a text without the words that may be names, which are of no language."""
    return " ".join(word for word in text[:_FRONT].split() if word.islower())


def _may_be(claim: str, own: str, other: str) -> bool:
    """Whether a claim has nearly as many small words of the other language: "la part des ventes en ligne" is French."""
    said = _every(claim)
    ours, theirs = len(said & small(own)), len(said & small(other))
    return own != ENGLISH and theirs >= max(_FEWEST, _NEARLY * ours)


def language(text: str) -> str | None:
    """As `tongue`, and where that does not tell, that it is not English, by the vocabulary; None where it may be."""
    return tongue(text) or (UNTOLD if _strange(text[:_FRONT]) else None)


@lru_cache(maxsize=512)
def _strange(text: str) -> bool:
    """For tables, which have no small words, and unlisted languages: few words are whole in an English vocabulary.

    A table is in the language of its head; its rows may be of names, which are of none.
    """
    if len(_words(text)) < _LEAST or not _few_whole(text):
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    rows = [line for line in lines if "|" in line]
    return len(rows) * 2 <= len(lines) or (bool(_words(rows[0])) and _few_whole(rows[0]))


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _few_whole(text: str) -> bool:
    words = _words(text)
    return sum(embedding.shared().ordinary(word) for word in words) < _WHOLE * len(words)


def stands(figure: Figure, text: str) -> bool:
    """Whether the number of a figure stands in a text in some country's notation, whatever its unit is called there.

    Of a range both ends must.
    """
    if figure.high is not None:
        return all(stands(end, text) for end in figure.ends)
    whole, _, part = f"{figure.written.normalize():f}".lstrip("-").partition(".")
    groups = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", lambda _: "[.,' \xa0\u202f’]?", whole)
    decimals = rf"[.,]{part}0*" if part else r"(?:[.,]0+)?"
    return re.search(rf"(?<![\d.,]){groups}{decimals}(?![.,]?\d)", text) is not None
