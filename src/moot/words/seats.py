"""Who takes part: seats, and the panel that they make up."""

from __future__ import annotations

from enum import StrEnum

from moot.words.word import Word

CHECKS = "checks"
"""Who raised or found what no seat did."""


PERSON = "person"
"""Who asked for what no seat asked for: an instruction to a finished run."""


class Role(StrEnum):
    AUTHOR = "author"
    REVIEWER = "reviewer"
    JUDGE = "judge"


class Fallback(Word):
    """Who takes a seat when the model before it fails or comes late."""

    model: str
    family: str


class Seat(Word):
    """A role with a model and an instance number."""

    role: Role
    model: str
    """`provider:name`."""
    family: str
    """Lineage of the model: claude, gpt, qwen, lexical, embedding, …"""
    instance: int = 1
    fallbacks: tuple[Fallback, ...] = ()
    """Tried in this order once the model failed; whoever took the seat keeps it."""
    deadline: float | None = None
    """Seconds for one answer of one model, its retries included; then it is late. None: as long as the run has."""

    @property
    def id(self) -> str:
        return f"{self.role.value}-{self.instance}"

    @property
    def speaks(self) -> bool:
        """True when a language model holds it (recorded answers of one included)."""
        return not self.model.startswith(("reader:", "file:"))


class Panel(Word):
    """The seats of one run, in the order in which their results are taken."""

    seats: tuple[Seat, ...]

    def of(self, role: Role) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.seats if seat.role is role)

    @property
    def mixed(self) -> bool:
        """True when every reviewer is of another family than every author; of authors alone, when families differ."""
        authors, reviewers = ({seat.family for seat in self.of(role)} for role in (Role.AUTHOR, Role.REVIEWER))
        return bool(authors) and authors.isdisjoint(reviewers) and len(authors | reviewers) > 1

    @property
    def speaks(self) -> bool:
        """True when at least one seat is held by a language model."""
        return any(seat.speaks for seat in self.seats)

    @property
    def audits(self) -> bool:
        """True when the author is a file."""
        return any(seat.model.startswith("file:") for seat in self.of(Role.AUTHOR))
