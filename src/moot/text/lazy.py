"""Patterns compiled when they are first used: of the thousand that Moot has, one command needs a few hundred.

Without regard to case a search takes three times as long as with it, and most texts have nothing of what is looked for.
So the text in small letters is searched first, and only where something is found the text itself; and of a sentence it
is kept what was not found there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any, AnyStr, Generic, cast

_PIECE = re.compile(r"(\\[ABDSWZ]|\(\?P)|\\.|[^\\(]+|\(", re.DOTALL)
"""Of a pattern; the first group: with a capital that stands for no letter."""
_SPAN = re.compile(r"(?<=-)\w|\w(?=-)")
"""Perhaps an end of a span of characters, whose small forms need not stand in one span: `À-ÿ` has `×`, and `ß`."""
_BY_CODE = re.compile(r"\\[0NUux]|\(\?-")
"""Letters told by their code, and parts with regard to case."""
_LATIN = "\u017f"
"""The last character up to which a letter has no form but its capital and its small one, save these: """
_MORE_FORMS = "µıſİ"
_SENTENCE = 600
"""Characters, at most."""


class _Lazy(Generic[AnyStr]):
    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[AnyStr]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        # Kept among its own attributes, where the next look finds it without coming here.
        value = self.__dict__[name] = getattr(self.compiled, name)
        return value


class _Caseless(_Lazy[str]):
    """A pattern without regard to case."""

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        return None if not span and self._lacks(text) else self.compiled.search(text, *span)

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        return iter(()) if not span and self._lacks(text) else self.compiled.finditer(text, *span)

    def _lacks(self, text: str) -> bool:
        """Whether it is known to find nothing in the text."""
        return _lacking_kept(self, text) if len(text) <= _SENTENCE else self.is_plain and _lacking(self, text)

    @cached_property
    def small(self) -> re.Pattern[str]:
        lowered = _PIECE.sub(lambda piece: piece[0] if piece[1] else piece[0].lower(), self.pattern)
        return re.compile(lowered, self._flags & ~re.IGNORECASE)

    @cached_property
    def is_plain(self) -> bool:
        """Whether it finds something only in texts in which, with regard to case, it does in small letters."""
        strange = any(each in _MORE_FORMS or (each > _LATIN and each.isalpha()) for each in self.pattern)
        spans = any(each.isupper() for each in _SPAN.findall(self.pattern))
        return not strange and not spans and _BY_CODE.search(self.pattern) is None


def _lacking(pattern: _Caseless, text: str) -> bool:
    if not pattern.is_plain:
        return pattern.compiled.search(text) is None
    found = pattern.small.search(text.lower()) or (not text.isascii() and any(each in text for each in _MORE_FORMS))
    return not found


_lacking_kept = lru_cache(maxsize=1 << 14)(_lacking)
"""Every claim that cites a sentence has it searched for the same; whole documents would fill the memory."""


def lazy_re(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, for patterns of modules; the functions of `re` itself do not take it.

    A pattern that is wrong raises `re.error` on its first use.
    """
    if isinstance(pattern, str) and flags & re.IGNORECASE:
        return cast("re.Pattern[AnyStr]", _Caseless(pattern, flags))
    return cast("re.Pattern[AnyStr]", _Lazy(pattern, flags))
