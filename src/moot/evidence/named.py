"""An entry of a report, as documents are held against it: what is asked of it for each is read once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from moot.evidence.called import (
    SMALL,
    URL,
    WORD,
    Title,
    Words,
    address,
    dates,
    fields_of,
    in_words,
    numbers,
    runs,
    undated,
    versions,
    words_of,
    years,
)
from moot.evidence.cited_report import Entry
from moot.text import months
from moot.text.lexicon import lexicon

_MONTHS = frozenset(chain(months.ABROAD, months.ENGLISH, months.SHORT))
_KINDS = lexicon("""
    pdf docx xlsx csv html url doi online print web website email mail letter memo minutes note press release draft
    confidential unpublished internal available retrieved accessed version revision rev vol volume no nr pp ed eds
    edition et al brief schreiben protokoll entwurf abgerufen
""")
"""What an entry says of its source that no source says of itself: its kind, where it was seen."""


@dataclass(frozen=True)
class Named:
    entry: Entry

    @cached_property
    def address(self) -> str:
        return address(self.entry.url)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(words_of(self.entry.text))

    @cached_property
    def fields(self) -> tuple[tuple[str, ...], ...]:
        return fields_of(self.entry.text)

    @cached_property
    def runs(self) -> Mapping[Words, int]:
        return runs(self.fields)

    @cached_property
    def in_fields(self) -> frozenset[str]:
        return frozenset(word for part in self.fields for word in part)

    @cached_property
    def numbers(self) -> frozenset[str]:
        return numbers(self.entry.text)

    @cached_property
    def own_text(self) -> str:
        """Its words outside of addresses."""
        return URL.sub(" ", self.entry.text)

    @cached_property
    def plain(self) -> str:
        """The same in small letters, without punctuation."""
        return in_words(self.own_text)

    @cached_property
    def own_numbers(self) -> frozenset[str]:
        """Those outside of addresses."""
        return numbers(self.own_text)

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words with a capital: of an author or publisher, for all that is known."""
        return frozenset(word.casefold() for word in WORD.findall(self.own_text) if word[0].isupper()) - SMALL

    @cached_property
    def names(self) -> frozenset[str]:
        """Those of them that are no initial, month or kind of source."""
        return frozenset(word for word in self.capitals if len(word) > 1) - _MONTHS - _KINDS

    @cached_property
    def said(self) -> frozenset[str]:
        """All words but initials, months and the kind of source."""
        told = (word for word in words_of(self.own_text) if len(word) > 1 and re.search(r"[^\W\d]", word))
        return frozenset(told) - _MONTHS - _KINDS

    @cached_property
    def dates(self) -> frozenset[str]:
        return dates(self.own_text)

    @cached_property
    def numbers_beside(self) -> frozenset[str]:
        """The numbers that are no part of a date."""
        return numbers(undated(self.own_text))

    @cached_property
    def years(self) -> frozenset[str]:
        return years(self.own_text)

    @cached_property
    def title_numbers(self) -> frozenset[str]:
        return numbers(self.entry.title) if self.entry.title else self.numbers

    @cached_property
    def versions(self) -> frozenset[tuple[str, str]]:
        return versions(self.own_text)

    def of_another(self, title: Title) -> bool:
        """Whether the title is that of another year, day, volume, part or version: "Annual report 2024", "rev. B"."""
        own, named = title.numbers, self.own_numbers
        other_day = bool(self.dates and title.dates and title.dates.isdisjoint(self.dates))
        return bool(own - named and named - own) or other_day or self.of_other_version(title.versions)

    def of_other_version(self, stated: frozenset[tuple[str, str]]) -> bool:
        kinds = {kind for kind, _ in stated} & {kind for kind, _ in self.versions}
        return bool(kinds) and stated.isdisjoint(self.versions)
