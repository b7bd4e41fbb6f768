"""What is known: sources, their text, its passages, and places in it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from moot.words.word import Word


class Echo(Word):
    """What a source repeats, so that the two are one voice."""

    of: str
    """Id of the source that it comes from."""
    reason: str
    """In words, sources by id: "the same text as S1"."""
    whole: bool = False
    """Whether it says next to nothing beside that."""
    since: str | None = None
    """Of one that says nothing beside it: the date of where it comes from. What it says is no newer."""


class Printed(Word):
    """Where in its journal a work stands, as it says itself; what it does not say is empty."""

    volume: str = ""
    issue: str = ""
    pages: str = ""
    """The first, or "17–31"."""


class Source(Word):
    """Something read once; its text is kept in a `Document`."""

    id: str
    """S1, S2, … in the order of reading."""
    title: str
    origin: str
    """Path or address, as the reader of a report may be shown it."""
    sha256: str
    """Of the raw bytes that were read."""
    text_sha256: str
    """Of the text that quotes are located in."""
    media: str
    """How it was read: markdown, text, html, pdf, docx, xlsx, csv, …"""
    date: str | None = None
    """ISO date that the source gives for itself, if it gives one: YYYY-MM-DD, or YYYY-MM, or YYYY."""
    changed: str | None = None
    """ISO date at which it was changed last, if it says so and was published earlier."""
    author: str | None = None
    """Who wrote it, as it says itself; several joined by "; "."""
    licence: str | None = None
    """Under which it may be used, as it says itself."""
    stated_origin: str | None = None
    """Where the source says it comes from (an address, a publisher), if it says so; `origin` is where we read it."""
    site: str | None = None
    """What the site that shows it calls itself, if it says so: "The Daily"."""
    journal: str | None = None
    """In which it was published, if it says so."""
    printed: Printed | None = None
    """Where in its journal, if it says so."""
    doi: str | None = None
    """The one that it gives itself, in lower case."""
    retracted: bool = False
    """Whether it says of itself that it was retracted; how, its notes tell."""
    asked: str | None = None
    """Of what the run fetched: the address that was asked for. None for a file."""
    fetched: str | None = None
    """When, ISO."""
    private: bool = True
    """A local file: never sent to an endpoint that keeps prompts unless the user says so."""
    notes: tuple[str, ...] = ()
    """What the reader of a report must know of it: pages without text, orders to models found in it, …"""
    recognised: tuple[int, ...] = ()
    """Pages (from 1) whose text a machine read from a picture: letters and figures of it may be wrong."""
    echo: Echo | None = None
    """Told among the sources of a run (`Library.sources`), never when it is read."""

    @property
    def told(self) -> str | None:
        """ISO date at which what it says was told: a mere copy is as old as what it is a copy of."""
        return (self.echo.since if self.echo else None) or self.date

    @property
    def voice(self) -> str:
        """Id of the source whose voice it is: what it is a copy of, else itself."""
        return self.echo.of if self.echo else self.id


class Hidden(Word):
    """Text that a person looking at the source would not see; kept apart, never evidence."""

    how: str
    """The means: "HTML comment", "display: none", …"""
    text: str


class Document(Word):
    source: Source
    text: str
    hidden: tuple[Hidden, ...] = ()
    """What reading left out of `text` because it was hidden."""


class Unread(Word):
    """A source that was not read, and why, in one sentence."""

    origin: str
    reason: str
    counts: bool = True
    """False for a copy of what was read, and for a folder's files of other kinds, which are told together."""
    copy_of: str = ""
    """Origin of the source with the same bytes, which was read."""
    cause: str = ""
    """What its parser raised, where that failed: for whoever mends it."""
    kinds: tuple[str, ...] = ()
    """Of a folder's files of other kinds: each kind, by its only file, or by how many there are and one of them."""


class Link(Word):
    """What came of asking for an address."""

    asked: str
    """Without fragment."""
    final: str = ""
    """Where it led to; empty when there is no page."""
    status: int | None = None
    """Of HTTP."""
    title: str = ""
    """Of the page."""
    registered: str = ""
    """The title that the register of its DOI or arXiv id gives: many publishers let no program see the page itself."""
    archived: str = ""
    """The address of an archived copy; asked for only where there is no page."""
    reason: str = ""
    """Why there is no page, or none that can be read; empty when it was read."""
    cause: str = ""
    """What the page's parser raised, where that failed: for whoever mends it."""
    gone: bool = False
    """Whether the site, or the lack of one, says that there is no such page; else it may only be closed to us."""
    source: str | None = None
    """Id of the source that was read there, or in the archived copy."""
    headers: dict[str, str] = Field(default_factory=dict[str, str])
    """Of the answer that was read, names in lower case; without cookies."""


class Hit(Word):
    """What a search engine found."""

    address: str
    """http or https."""
    title: str = ""
    """One line."""
    snippet: str = ""
    date: str | None = None
    """ISO: YYYY, YYYY-MM or YYYY-MM-DD."""


class Form(StrEnum):
    PROSE = "prose"
    LIST = "list"
    TABLE = "table"
    CODE = "code"


class Passage(Word):
    """An addressable span of a document: `text == document.text[start:end]`."""

    id: str
    """`<source id>.<n>`, e.g. S2.3"""
    source: str
    start: int
    end: int
    text: str
    heading: str = ""
    """The headings above it, joined by ' › '."""
    form: Form = Form.PROSE


class Place(Word):
    """Where evidence lies: offsets into the document's text (characters, end exclusive)."""

    source: str
    passage: str
    start: int
    end: int


class Citation(Word):
    """A pointer to a passage with an exact quote from it."""

    passage: str
    quote: str
