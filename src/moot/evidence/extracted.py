"""A document out of what a medium read: its text as it is kept, and what it says of itself in lines to be shown."""

from __future__ import annotations

import re

from moot.evidence import invisible
from moot.evidence.line import line
from moot.evidence.media.medium import CannotRead, Extract
from moot.evidence.media.storable import readable, storable
from moot.text import persons
from moot.text.lazy import lazy_re
from moot.text.utf8 import sha256
from moot.words import Document, Hidden, Source

LONGEST_TITLE = 200
_ARTICLE = lazy_re(r"^(?:the|die|das|les) (?=[^\W\d_])")
_SHORT = lazy_re(
    r"(?:^|[\s.])(?:[^\W\d_]{1,3}|corp|inst|univ|dept|assoc|assn|bros|gmbh|al|prof)\.$|\w\.\w+\.$", re.IGNORECASE
)
"""A stop that is part of the name: "Harbour Works Inc.", "Okafor J.", "Werft e.V."."""


def document(extract: Extract, known: Source) -> Document:
    """`known`: what was known before it was read; its title and stated origin stay where it says none itself.

    Raises `CannotRead` if there is no text in it.
    """
    text, spelled = invisible.taken_out(readable(extract.text))
    if not text.strip():
        raise CannotRead("no text in it")
    said = {
        "title": _line(extract.title) or known.title,
        "stated_origin": _line(extract.stated_origin) or known.stated_origin,
        "text_sha256": sha256(text),
        "date": extract.date,
        "changed": extract.changed,
        "author": _line("; ".join(filter(None, map(_name, persons.parted(extract.author or ""))))),
        "licence": _line(extract.licence),
        "site": _line(extract.site),
        "journal": _line(extract.journal),
        "doi": extract.doi,
        "notes": tuple(map(storable, extract.notes)),
        "recognised": extract.recognised,
    }
    hidden = tuple(Hidden(how=storable(each.how), text=storable(each.text)) for each in (*extract.hidden, *spelled))
    return Document(source=Source.model_validate({**dict(known), **said}), text=text, hidden=hidden)


def _name(author: str) -> str:
    """Without an article before it and a stop behind it, which are the sentence's: "by the Court of Audit."."""
    bare = _ARTICLE.sub("", " ".join(author.split()))
    stopped = bare.endswith(".") and not _SHORT.search(bare)
    return bare.rstrip(" .") if stopped else bare


def _line(said: str | None) -> str | None:
    return line(said or "", LONGEST_TITLE) or None
