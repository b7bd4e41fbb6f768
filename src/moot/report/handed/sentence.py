"""One sentence on paper: its words, the sources it cites, its standing in shape and word, its number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from moot.report import citing, wording
from moot.report.handed.blocks import Line, Look, Span
from moot.report.shape import ClaimView
from moot.words import Standing

TIED = "\u00a0"
"""Keeps what follows a sentence on the line of its last word."""


def sentence(view: ClaimView, aside: str = "", placed: bool = True) -> Line:
    """The sentence as the document has it; `placed`: whether this is the place that links to it lead to."""
    withdrawn = view.standing is Standing.WITHDRAWN
    how = wording.how(view.claim)
    said = aside or (f"({how})" if how and view.standing is not Standing.INFERRED else "")
    return (
        Span(view.claim.text, Look.STRUCK if withdrawn else Look.PLAIN, at=place(view) if placed else ""),
        *((Span(f" {said}", Look.SOFT),) if said else ()),
        *tail(view),
    )


def tail(view: ClaimView) -> Line:
    """What stands after a sentence."""
    number = (Span(str(view.number), Look.NUMBER, view.standing, to=proof(view)),) if view.number is not None else ()
    beside = {number: f" ({said})" for number, said in citing.beside(view).items()}
    return (*cited((quote.number for quote in view.quotes), beside), *mark(view.standing), *number)


def cited(numbers: Iterable[int], beside: Mapping[int, str] | None = None) -> Line:
    """`[1] [3]`, each leading to its source; a source that was not read is `[?]`.

    `beside`: what is said beside the number of a source (`citing`).
    """
    cites: list[Span] = []
    for number in dict.fromkeys(numbers):
        cites += [Span(TIED, Look.CITED), Span(f"[{number or '?'}]", Look.CITED, to=source(number) if number else "")]
        cites += [Span(beside[number], Look.SOFT)] if beside and number in beside else []
    return tuple(cites)


def mark(standing: Standing) -> Line:
    return (Span(TIED, Look.CITED), Span(f"{wording.MARKS[standing]}{TIED}{standing.value}", Look.MARK, standing))


def named(standing: Standing, word: str = "") -> Line:
    """The standing where it stands for itself: a shape and its word, or another one."""
    return (Span(f"{wording.MARKS[standing]}{TIED}{word or standing.value}", Look.STRONG, standing),)


def place(view: ClaimView) -> str:
    """Where the sentence stands; nowhere for one that is no longer in the document."""
    return f"s{view.number}" if view.number is not None else ""


def proof(view: ClaimView) -> str:
    """Where its evidence stands."""
    return f"e{view.number}" if view.number is not None else ""


def source(number: int) -> str:
    return f"r{number}"


def pointed(numbers: Iterable[int]) -> Line:
    """Numbers of sentences, each leading to its sentence: `3, 5`."""
    points: list[Span] = []
    for number in numbers:
        points += [Span(", ", Look.SOFT)] if points else []
        points.append(Span(str(number), Look.SOFT, to=f"s{number}"))
    return tuple(points)
