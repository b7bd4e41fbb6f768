"""What reading a report gives: its statements, their marks, and the entries that the marks point to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """Something that a report cites."""

    id: str
    """c1, c2, … in the order of the report."""
    label: str | None
    """As the report marks it: 3, okafor2021, "Okafor 2021"; None for a bare link."""
    text: str
    """The entry as plain text; of an inline link its words and address."""
    url: str | None = None
    doi: str | None = None
    title: str | None = None
    link: bool = False
    """A link in a sentence, whose words need not name what it leads to."""


@dataclass(frozen=True)
class Mark:
    raw: str
    """As written."""
    entries: tuple[str, ...]
    """Ids; empty when it points to nothing."""
    led: bool = False
    """It stands elsewhere and tells of this statement too: at the lead-in of its list, the caption of its table."""


@dataclass(frozen=True)
class Cell:
    """A cell of a table row that has words."""

    head: str
    """That of its column; empty where the table has none."""
    text: str


@dataclass(frozen=True)
class Statement:
    """A sentence, list item or table row."""

    text: str
    """Plain text, without marks and markup."""
    section: str
    """The headings above it, joined by ' › '."""
    marks: tuple[Mark, ...]
    start: int
    end: int
    """Offsets into `CitedReport.text`."""
    checkable: bool
    """False for what asserts nothing: questions, navigation, lead-ins."""
    cells: tuple[Cell, ...] = ()
    """Of a table row, its label first."""
    under: str = ""
    """Of a list item that is no sentence and cites what the line above its list does: what that line names."""


@dataclass(frozen=True)
class CitedReport:
    title: str
    media: str
    text: str
    statements: tuple[Statement, ...]
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]
    """What a user must know: marks that point to nothing, a report without a citation, …"""
