"""What it takes to read one medium: bytes in, text and what the document says of itself out."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass

from moot.evidence.line import line
from moot.words import Hidden, Printed


class CannotRead(Exception):
    """This source gives no text; the message is one clause for the user: "encrypted: not read"."""


@dataclass(frozen=True)
class Extract:
    """What reading one source gives."""

    text: str
    title: str | None = None
    date: str | None = None
    """ISO, from metadata or an explicit date line."""
    stated_origin: str | None = None
    notes: tuple[str, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    author: str | None = None
    """Several joined by "; "."""
    licence: str | None = None
    """As it says itself: a name ("CC BY 4.0") or an address."""
    changed: str | None = None
    """ISO date of its last change, where `date` is that of its publication."""
    recognised: tuple[int, ...] = ()
    """Pages (from 1) whose text a machine read from a picture: letters and figures of it may be wrong."""
    site: str | None = None
    """What the site that shows it calls itself."""
    journal: str | None = None
    """In which it was published, as it says itself."""
    printed: Printed | None = None
    """Where in its journal."""
    doi: str | None = None
    """The one that it gives itself, in lower case."""
    retracted: str = ""
    """How it says so beside its title and text, as a clause."""


@dataclass(frozen=True)
class Medium:
    """One way to read. An outside package registers its own under the entry point group `moot.media`."""

    name: str
    suffixes: tuple[str, ...]
    """Lower case, with the dot."""
    read: Callable[[bytes], Extract]
    """Raises `CannotRead`."""
    limit: int = 64 * 1024 * 1024
    """Bytes; a larger file is not opened."""


@contextmanager
def guarded(form: str) -> Generator[None]:
    """Raises `CannotRead` for whatever a parser does to a hostile file, with the parser's error as its cause.

    `form`: what the file is read as.
    """
    try:
        yield
    except CannotRead:
        raise
    except Exception as error:
        raise CannotRead(failed(form)) from error


def failed(form: str) -> str:
    """What a user is told of a parser that failed: its own words are for whoever mends it."""
    return f"reading it as {form} failed: it may be damaged; save it anew, or as plain text"


def cause(error: BaseException) -> str:
    """What a parser raised, for whoever mends it: kind and words; empty where `error` says all that there is to say."""
    raised = error.__cause__
    if raised is None:
        return ""
    said = line(" ".join(str(raised).split()))
    return f"{type(raised).__name__}: {said}" if said else type(raised).__name__
