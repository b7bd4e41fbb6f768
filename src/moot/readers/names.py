"""Proper names in sentences, without a dictionary: runs of capitals with their version numbers, as the corpus has them.

Works for languages that write only names with capitals; in others (German) a name is any noun, and what is built on
names becomes stricter, not looser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from moot.text import months, terms, weekdays
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

_UNITS = (
    r"(?:%|‰|°|percent|per\s?cent|points?|million|billion|trillion|thousand|tokens?|euros?|dollars?|[A-Z]{3}\b"
    r"|[kMGT]?[Wb]h?\b|µ|mg|kg|km|m\b)"
)
_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w’']*(?:[-/&][\w’']+)*|[a-z]{1,2}[A-Z][\w]*)"
_VERSION = rf"(?:v?\d+(?:\.\d+)*(?:[-–]?[A-Za-z]{{1,2}}\b)?(?!\w|[.,]\d|\s*{_UNITS}))"
_NAME = lazy_re(rf"{_WORD}(?:\s+{_WORD})*(?:\s+{_VERSION}(?:\s+{_WORD})*)?")
_MONTHS = {*months.ENGLISH, *months.SHORT, *weekdays.ENGLISH}
_CURRENCIES = lexicon("usd eur gbp chf jpy cny inr")
_ORDINARY = lazy_re(r"(?:ing|ed|ly|ion|ment|ness|ity|ance|ence|[^s]s|er|al|ive|ous|able)$")
"""Endings of common words: what opens a sentence with one of them is no name unless the corpus shows it elsewhere."""


@dataclass(frozen=True)
class Found:
    """A name where it stands in a sentence."""

    start: int
    end: int
    name: str
    """As keyed: lower-case words and numbers joined by a space."""


@dataclass
class Names:
    """The names of a corpus of sentences."""

    _lower: set[str] = field(default_factory=set[str])
    """Stems of words that the corpus also writes small."""
    _inside: set[str] = field(default_factory=set[str])
    """Words that the corpus writes with a capital inside a sentence."""
    _aliases: dict[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def of(cls, sentences: Iterable[str]) -> Names:
        names = cls()
        texts = list(sentences)
        for text in texts:
            names._learn(text)
        names._alias({found.name for text in texts for found in names.find(text)})
        return names

    def find(self, text: str) -> list[Found]:
        """The names in `text` in order; a short form is keyed as the one longer name that has all its words."""
        found: list[Found] = []
        for match in _NAME.finditer(text):
            start, end = self._trim(text, match.start(), match.end())
            key = " ".join(terms.words(text[start:end]))
            if end > start and key and not self._common(text, start, end, key):
                found.append(Found(start, end, self._aliases.get(key, key)))
        return found

    def _learn(self, text: str) -> None:
        first = True
        for match in re.finditer(r"[^\W_]+(?:[-'’][^\W_]+)*", text):
            word = match[0]
            if word[0].islower():
                self._lower.add(terms.stem(word.lower()))
            elif not first and not re.search(r"[.:!?“\"(*]\s*$", text[: match.start()]):
                self._inside.add(word.lower())
            first = False

    def _trim(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Without function words at the head of the run; nothing where the run is a date."""
        while start < end:
            word = re.match(r"\S+", text[start:end])
            if word is None:
                break
            key = word[0].lower()
            if key in _MONTHS:
                return end, end
            if key not in terms.STOP_WORDS and key not in _CURRENCIES:
                break
            start += len(word[0])
            start += len(text[start:end]) - len(text[start:end].lstrip())
        return start, end

    def _common(self, text: str, start: int, end: int, key: str) -> bool:
        """True for one capitalised word at the head of a sentence that nothing else shows to be a name."""
        if " " in key or any(character.isdigit() for character in key):
            return key.isdigit()
        if key in terms.STOP_WORDS or key in _MONTHS or key in _CURRENCIES or len(key) < 2:
            return True
        opens = start == 0 or bool(re.search(r"[.:!?“\"(*]\s*$", text[:start]))
        if not opens or key in self._inside or text[start:end].isupper():
            return False
        return terms.stem(key) in self._lower or bool(_ORDINARY.search(key))

    def _alias(self, keys: set[str]) -> None:
        split = {key: set(key.split()) for key in keys}
        for key in sorted(keys):
            # Only the end of a name stands for the whole: "Smith" for "Jo Smith". Its head may name something else.
            longer = [other for other in sorted(keys) if other.endswith(" " + key)]
            longest = [other for other in longer if not any(split[other] < split[third] for third in longer)]
            if len(longest) == 1:
                self._aliases[key] = longest[0]
