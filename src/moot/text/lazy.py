"""Patterns compiled when they are first used: of the thousand that Moot has, one command needs a few hundred.

Without regard to case a search takes three times as long as with it, and most texts have nothing of what is looked for.
So the text in small letters is searched first, and only where something is found the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, AnyStr, Generic, cast

_NO_LETTER = re.compile(r"\\[ABDSWZ]|\(\?P")
"""Capitals of a pattern that stand for no letter."""
_BY_CODE = re.compile(r"\\[0NUux]|\(\?-")
"""Letters told by their code, and parts with regard to case."""
_LATIN = "\u017f"
"""The last character up to which a letter has no form but its capital and its small one, save these: """
_MORE_FORMS = "µıſİ"


class _Lazy(Generic[AnyStr]):
    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[AnyStr]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        # Kept among its own attributes, where the next look finds it without coming here.
        value = self.__dict__[name] = getattr(self._compiled, name)
        return value


class _Caseless(_Lazy[str]):
    """A pattern without regard to case."""

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        return self._search if self._is_plain else self._compiled.search

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        return self._finditer if self._is_plain else self._compiled.finditer

    def _search(self, text: str, *span: int) -> re.Match[str] | None:
        return None if not span and self._lacks(text) else self._compiled.search(text, *span)

    def _finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        return iter(()) if not span and self._lacks(text) else self._compiled.finditer(text, *span)

    def _lacks(self, text: str) -> bool:
        return self._small.search(text.lower()) is None and not any(each in text for each in _MORE_FORMS)

    @cached_property
    def _small(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags & ~re.IGNORECASE)

    @cached_property
    def _is_plain(self) -> bool:
        """Whether it finds something only in texts in which, with regard to case, it does in small letters."""
        bare = _NO_LETTER.sub("", self.pattern)
        strange = any(each in _MORE_FORMS or (each > _LATIN and each.isalpha()) for each in bare)
        return bare == bare.lower() and not strange and _BY_CODE.search(bare) is None


def lazy_re(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, for patterns of modules; the functions of `re` itself do not take it.

    A pattern that is wrong raises `re.error` on its first use.
    """
    if isinstance(pattern, str) and flags & re.IGNORECASE:
        return cast("re.Pattern[AnyStr]", _Caseless(pattern, flags))
    return cast("re.Pattern[AnyStr]", _Lazy(pattern, flags))
