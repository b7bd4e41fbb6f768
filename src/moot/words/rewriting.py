"""A word told anew: the texts in it, at any depth, changed by the fields that hold them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import is_not
from typing import Any, TypeVar, cast, get_args

from moot.words.word import Word

W = TypeVar("W", bound=Word)
Change = Callable[[Word, str, str], str]
"""The new text, from the word that has the field, the name of the field, and the text."""
_NONE = frozenset[str]()


def rewritten(word: W, change: Change, fields: frozenset[str], untouched: frozenset[str] = _NONE) -> W:
    """The word with the texts that `change` gives for `fields`; what has none that changes is the same object.

    `untouched`: fields in which no word is looked into either, at any depth.
    """
    found: dict[str, Any] = {}
    for field in _holding(type(word), fields, untouched):
        value = getattr(word, field)
        if value and (new := _rewritten(value, word, field, change, fields, untouched)) is not value:
            found[field] = new
    return word.model_copy(update=found) if found else word


def _rewritten(
    value: object, within: Word, field: str, change: Change, fields: frozenset[str], untouched: frozenset[str]
) -> object:
    if isinstance(value, str):
        new = change(within, field, value) if field in fields else value
        return value if new == value else new
    if isinstance(value, tuple):
        old = cast("tuple[object, ...]", value)
        parts = tuple([_rewritten(each, within, field, change, fields, untouched) for each in old])
        return parts if any(map(is_not, parts, old)) else old
    return rewritten(value, change, fields, untouched) if isinstance(value, Word) else value


@lru_cache(maxsize=1024)
def _holding(kind: type[Word], fields: frozenset[str], untouched: frozenset[str]) -> tuple[str, ...]:
    """The fields of a kind of word in which one of `fields` can be, by what they are declared to hold.

    Most of a task is words that hold none.
    """
    return tuple(
        field
        for field, info in kind.model_fields.items()
        if field not in untouched
        and (field in fields or any(_reaches(each, fields, untouched, set()) for each in _words(info.annotation)))
    )


def _reaches(kind: type[Word], fields: frozenset[str], untouched: frozenset[str], seen: set[type[Word]]) -> bool:
    if kind in seen:
        return False
    seen.add(kind)
    if any(_reaches(each, fields, untouched, seen) for each in kind.__subclasses__()):
        return True
    return any(
        field in fields or any(_reaches(each, fields, untouched, seen) for each in _words(info.annotation))
        for field, info in kind.model_fields.items()
        if field not in untouched
    )


def _words(annotation: object) -> list[type[Word]]:
    """The kinds of words that a type speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, Word):
        return [annotation]
    return [kind for part in get_args(annotation) for kind in _words(part)]
