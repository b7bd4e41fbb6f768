"""What a reader must know before reading: who sat, what was missing, and half a page of what came out."""

from __future__ import annotations

from typing import Literal

from moot.words import Fallback, Role, Word


class SeatLine(Word):
    id: str
    role: Role
    model: str
    family: str
    recorded: str = ""
    """Of a seat that replays recorded answers: their provenance. Not empty for such a seat."""
    taken: tuple[Fallback, ...] = ()
    """Who took the seat after the model failed, in that order."""


NoteKind = Literal[
    "unanswered",
    "empty",
    "no model",
    "recorded",
    "asked",
    "swap",
    "degraded",
    "replaced",
    "unfinished",
    "capped",
    "as of",
    "web",
    "origins",
    "unread",
    "source",
    "noticed",
    "doubtful",
    "left out",
    "dropped",
]
"""In the order in which a head tells them."""


class Note(Word):
    """Something that the reader must know before reading."""

    kind: NoteKind
    text: str
    seat: str = ""
    """Of a failure: whose."""


class Header(Word):
    panel: str
    """`mixed panel`, `same-family panel`, `no reviewer`, …; with `, degraded` when a seat failed."""
    seats: tuple[SeatLine, ...]
    notes: tuple[Note, ...]


class CoverLine(Word):
    kind: Literal[
        "unanswered",
        "answer",
        "dropped",
        "sides",
        "agreement",
        "contested",
        "unsupported",
        "moved",
        "conformity",
        "missing",
        "panel",
    ]
    text: str
    sentences: tuple[int, ...] = ()
    """Of the answer: the numbers of the claims that it consists of, when none is cut short."""
    left_out: str = ""
    """Of the answer: what of it is not told here, in words."""


class Cover(Word):
    """Half a page for those who read nothing else, written by the program from the rest of the report."""

    lines: tuple[CoverLine, ...]
