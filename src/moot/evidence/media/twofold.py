"""A letter in two forms, of which a person sees one: what the other says beside it, and where they contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moot.evidence.media.hidden import LEFT_OUT
from moot.text import sentences
from moot.text.lazy import lazy_re
from moot.words import Hidden

_WORD = lazy_re(r"[^\W_]+(?:[.,:]\d+)*")
_FIGURE = lazy_re(r"\d{1,15}(?:[.,:]\d{1,15}){0,5}")
_ALIKE = 0.7
"""Share of the words, figures apart, that two sentences have in common which say the same."""
_LONGEST, _MOST, _SHOWN = 4_000, 200, 5
"""Characters of a sentence kept, sentences, and figures that are named."""


def only_in(form: str, words: str, other: str) -> tuple[Hidden, ...]:
    """The sentences of one form that the other does not have."""
    left = [Hidden(how=f"{LEFT_OUT} (its {form} form)", text=each[:_LONGEST]) for each in _missing(words, other)]
    return tuple(left[:_MOST])


def contradicts(words: str, other: str) -> str:
    """The figures that a sentence of one form has where the other has others, as `3.6 for 3.9`; empty if none does."""
    theirs = [_parts(each) for each in _sentences(other)[:_MOST]]
    for said in list(_missing(words, other))[:_MOST]:
        plain, figures = _parts(said)
        for each, found in theirs:
            if plain and _alike(plain, each) and figures - found and found - figures:
                return f"{_listed(figures - found)} for {_listed(found - figures)}"
    return ""


def _listed(figures: frozenset[str]) -> str:
    return ", ".join(sorted(figures)[:_SHOWN])


def _missing(words: str, other: str) -> Iterator[str]:
    there = f" {' '.join(_WORD.findall(other.lower()))} "
    return (each for each in _sentences(words) if f" {' '.join(_WORD.findall(each.lower()))} " not in there)


def _sentences(words: str) -> list[str]:
    return [" ".join(re.sub(r"[*_]{1,2}", "", span.of(words)).split()) for span in sentences.split(words)]


def _parts(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    """Its words, and its figures."""
    found = _WORD.findall(sentence.lower())
    return frozenset(each for each in found if each.isalpha()), frozenset(filter(_FIGURE.fullmatch, found))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * len(one | other)
