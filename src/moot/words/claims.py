"""What is asserted: claims, the draft that holds them, and which claims of several drafts say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from enum import StrEnum

from moot.words.evidence import Citation
from moot.words.word import Word

_TAG = re.compile(r"</?\w+>")
_BARE = re.compile(r"[\d¹²³⁰⁴-⁹*†‡§¶,;–—\s-]+|[a-z]")


class ClaimKind(StrEnum):
    QUOTED = "quoted"
    """The text is the source's own words."""
    STATED = "stated"
    """In own words, cited."""
    COMPUTED = "computed"
    """`expression` over figures of the citations, evaluated by us."""
    INFERRED = "inferred"
    """Follows from `premises` (ids of claims); stands only while they stand."""


class Reference(Word):
    """What a file that is audited cites for a claim, whether it could be read or not."""

    mark: str
    """As the file marks it: [3], (Okafor 2021), …"""
    entry: str = ""
    """The entry of its list, or the address of a link; empty when the mark points to nothing."""
    title: str = ""
    """Of the work, as the entry gives it."""
    address: str | None = None
    source: str | None = None
    """Id of the source that was read for it."""
    problem: str = ""
    """Why there is none, in words; empty when there is."""

    @property
    def named(self) -> str:
        """The mark away from its place: a bare number, letter or sign with a word for what it is, "note 47"."""
        shown = _TAG.sub("", self.mark)
        return f"note {shown}" if _BARE.fullmatch(shown) else shown

    def unopened(self, partly: Set[str]) -> str:
        """How it is named where it could not be opened; `partly`: marks of which another entry was."""
        return f"one entry of {self.named}" if self.mark in partly else self.named


class Cell(Word):
    """A cell of a row that is one claim."""

    row: str
    column: str
    text: str

    @property
    def said(self) -> str:
        """What it says, away from its table."""
        return f"{self.row} {self.column} {self.text}"


class Claim(Word):
    """One checkable statement."""

    id: str
    kind: ClaimKind
    text: str
    citations: tuple[Citation, ...] = ()
    expression: str | None = None
    """Of a computed claim: arithmetic with + - * / ( ) over figures that stand in the quotes, e.g. `61.6 - 59.3`, or a
    question over them, e.g. `resolved(61.6, 59.3, 89)`."""
    premises: tuple[str, ...] = ()
    about: str = ""
    """Of a table cell: what its text belongs to (row · column)."""
    references: tuple[Reference, ...] = ()
    """Of a claim that a file makes: what the file itself cites. Its citations are then what was found there."""
    cells: tuple[Cell, ...] = ()
    """Of a row of a table that a file claims; its text names the column of each too."""

    @property
    def parts(self) -> tuple[str, ...]:
        """What it says, one thing at a time: of a row each cell, for its words are in no order of a sentence."""
        return tuple(cell.said for cell in self.cells) or (self.text,)


class Row(Word):
    label: str
    cells: tuple[Claim | None, ...]


class Table(Word):
    """A table is cells that are claims. `columns` names the cells, without the column of row labels."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class Section(Word):
    title: str
    claims: tuple[Claim, ...] = ()
    tables: tuple[Table, ...] = ()


class Disagreement(Word):
    """Where the sources disagree: the same subject, two or more sides, each a claim with its quote."""

    subject: str
    sides: tuple[Claim, ...]
    challenge: str = ""
    """Of one that was added to a draft: the challenge that asked for it."""


class Draft(Word):
    """The document. The first section answers the question."""

    sections: tuple[Section, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    gaps: tuple[str, ...] = ()
    """What the sources do not say."""

    def claims(self) -> Iterator[Claim]:
        """All claims in reading order: sections (sentences, then table cells), then the sides of disagreements.

        A side that stands in a section too is told there.
        """
        for section in self.sections:
            yield from section.claims
            for table in section.tables:
                for row in table.rows:
                    yield from (cell for cell in row.cells if cell is not None)
        if not self.disagreements:
            return
        told = {claim.id: claim for section in self.sections for claim in section.claims}
        for disagreement in self.disagreements:
            yield from (side for side in disagreement.sides if told.get(side.id) != side)


class Relation(StrEnum):
    """How two claims stand to each other."""

    SAME = "same"
    """Both say the same: an editor would keep one."""
    CONFLICT = "conflict"
    """They speak of the same thing and cannot both be right."""
    INCLUDES = "includes"
    """The one says all that the other says, and more."""
    INCLUDED = "included"
    """The other way round."""
    APART = "apart"
    """Anything else: another subject or aspect, or each says what the other does not."""


class Agreement(StrEnum):
    """How many of the drafts assert something."""

    ALL = "all"
    SOME = "some"
    ONE = "one"


class Member(Word):
    draft: str
    """Its letter: A, B, …"""
    claim: str


class Cluster(Word):
    """Claims of several drafts that say the same."""

    id: str
    members: tuple[Member, ...]
    agreement: Agreement
    against: tuple[str, ...] = ()
    """Ids of the clusters that contradict it."""
    included_in: tuple[str, ...] = ()
    """Ids of the clusters that say all it says, and more."""

    @property
    def drafts(self) -> tuple[str, ...]:
        """The letters of those that say it."""
        return tuple(dict.fromkeys(member.draft for member in self.members))
