"""Patterns compiled when they are first used: of the thousand that Moot has, one command needs a few hundred."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, AnyStr, Generic, cast


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


def lazy_re(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, for patterns of modules; the functions of `re` itself do not take it.

    A pattern that is wrong raises `re.error` on its first use.
    """
    return cast("re.Pattern[AnyStr]", _Lazy(pattern, flags))
