"""A number of things in words."""


def counted(number: int, noun: str) -> str:
    """`1 task`, `12 tasks`, `1,200 tasks`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
