"""Which sources of a report are one voice, in words for its reader: three copies of one article say a thing once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from moot.evidence.origins import Origin
from moot.report.shape import Copied, Note, OneOrigin, Quoted
from moot.text.counted import in_words


def shared(origins: Sequence[Origin], numbers: Mapping[str, int]) -> tuple[OneOrigin, ...]:
    """The groups, sources by their numbers in the report, in the order of what they come from."""

    def name(id: str) -> str:
        return f"[{numbers[id]}]"

    groups = (
        OneOrigin(
            number=numbers[origin.source],
            copies=tuple(
                Copied(number=numbers[copy.source], reason=copy.told(name))
                for copy in sorted(origin.copies, key=lambda copy: numbers[copy.source])
            ),
        )
        for origin in origins
    )
    return tuple(sorted(groups, key=lambda group: group.number))


def resting(quotes: Iterable[Quoted], groups: Sequence[OneOrigin]) -> str:
    """On how few origins a claim rests: "two sources, one origin"; empty where each source speaks for itself."""
    cited = {quote.number for quote in quotes if quote.number}
    voices = len(cited) - repeated(cited, groups)
    if voices == len(cited):
        return ""
    return f"{in_words(len(cited))} sources, {in_words(voices)} origin{'' if voices == 1 else 's'}"


def repeated(numbers: Iterable[int], groups: Sequence[OneOrigin]) -> int:
    """How many of the sources only repeat others of them."""
    known = set(numbers)
    return sum(max(0, len(known.intersection(group.numbers)) - 1) for group in groups)


def note(numbers: Iterable[int], groups: Sequence[OneOrigin]) -> tuple[Note, ...]:
    """For the head of a report, where there are copies among its sources."""
    sources = set(numbers)
    voices = len(sources) - repeated(sources, groups)
    if voices == len(sources):
        return ()
    counts = f"{len(sources)} sources, {voices} origin{'' if voices == 1 else 's'}"
    return (Note(kind="origins", text=f"{counts}: what a source and its copies agree in is said once."),)
