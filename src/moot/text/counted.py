"""A number of things in words."""

from __future__ import annotations

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def counted(number: int, noun: str) -> str:
    """`1 task`, `12 tasks`, `1,200 tasks`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def in_words(number: int) -> str:
    """The number in a word, where there is a short one; `no` for none."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
