"""A number of things, or several of them, in words."""

from __future__ import annotations

from collections.abc import Iterable

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def counted(number: int, noun: str) -> str:
    """`1 task`, `12 tasks`, `1,200 tasks`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def in_words(number: int) -> str:
    """The number in a word, where there is a short one; `no` for none."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def joined(sentences: Iterable[str]) -> str:
    """Several as one, parted by semicolons: only the last keeps its full stop."""
    *before, last = [*filter(None, sentences)] or [""]
    return "; ".join([*(each.removesuffix(".") if not each.endswith("..") else each for each in before), last])
