"""A word told anew: the texts in it, at any depth, changed by the fields that hold them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from operator import is_not
from typing import Any, TypeVar, cast

from moot.words.word import Word

W = TypeVar("W", bound=Word)
Change = Callable[[Word, str, str], str]
"""The new text, from the word that has the field, the name of the field, and the text."""


def rewritten(word: W, change: Change, untouched: Collection[str] = ()) -> W:
    """The word with the texts that `change` gives; what has none that changes is the same object.

    `untouched`: fields that stay as they are, at any depth.
    """
    found: dict[str, Any] = {}
    for field, value in vars(word).items():
        if field not in untouched and (new := _rewritten(value, word, field, change, untouched)) is not value:
            found[field] = new
    return word.model_copy(update=found) if found else word


def _rewritten(value: object, within: Word, field: str, change: Change, untouched: Collection[str]) -> object:
    if isinstance(value, str):
        new = change(within, field, value)
        return value if new == value else new
    if isinstance(value, tuple):
        old = cast("tuple[object, ...]", value)
        parts = tuple([_rewritten(each, within, field, change, untouched) for each in old])
        return parts if any(map(is_not, parts, old)) else old
    return rewritten(value, change, untouched) if isinstance(value, Word) else value
