"""A document out of what a medium read: its text as it is kept, and what it says of itself in lines to be shown."""

from __future__ import annotations

import re
from datetime import date, timedelta

from moot.evidence import invisible, retracted
from moot.evidence.line import line
from moot.evidence.media.medium import CannotRead, Extract
from moot.evidence.media.storable import readable, storable
from moot.text import iso, persons
from moot.text.lazy import lazy_re
from moot.text.utf8 import sha256
from moot.words import Document, Hidden, Source

LONGEST_TITLE = 200
_ARTICLE = lazy_re(r"^(?:the|die|das|les) (?=[^\W\d_])")
_SHORT = lazy_re(
    r"(?:^|[\s.])(?:[^\W\d_]{1,3}|corp|inst|univ|dept|assoc|assn|bros|gmbh|al|prof)\.$|\w\.\w+\.$", re.IGNORECASE
)
"""A stop that is part of the name: "Harbour Works Inc.", "Okafor J.", "Werft e.V."."""

_NOT_YET = "the date that it gives, {}, lies after the day it was read: it is not taken"


def document(extract: Extract, known: Source, day: date) -> Document:
    """`known`: what was known before it was read; its title and stated origin stay where it says none itself.

    `day`: that it was read or fetched on; a later date is none that it was written on.

    Raises `CannotRead` if there is no text in it.
    """
    text, spelled = invisible.taken_out(readable(extract.text))
    if not text.strip():
        raise CannotRead("no text in it")
    ahead = list(dict.fromkeys(each for each in (extract.date, extract.changed) if each and _ahead(each, day)))
    title = _line(extract.title) or known.title
    withdrawn = extract.retracted or retracted.said(title, text)
    said = {
        "title": title,
        "stated_origin": _line(extract.stated_origin) or known.stated_origin,
        "text_sha256": sha256(text),
        "date": None if extract.date in ahead else extract.date,
        "changed": None if extract.changed in ahead else extract.changed,
        "author": _line("; ".join(filter(None, map(_name, persons.parted(extract.author or ""))))),
        "licence": _line(extract.licence),
        "site": _line(extract.site),
        "journal": _line(extract.journal),
        "printed": extract.printed,
        "doi": extract.doi,
        "retracted": bool(withdrawn),
        "notes": (*map(storable, [*filter(None, [withdrawn]), *extract.notes]), *map(_NOT_YET.format, ahead)),
        "recognised": extract.recognised,
    }
    hidden = tuple(Hidden(how=storable(each.how), text=storable(each.text)) for each in (*extract.hidden, *spelled))
    return Document(source=Source.model_validate({**dict(known), **said}), text=text, hidden=hidden)


def _ahead(stated: str, day: date) -> bool:
    """Whether a date lies after a day, wherever on Earth that day is counted."""
    return iso.later(stated, (day + timedelta(days=1)).isoformat())


def _name(author: str) -> str:
    """Without an article before it and a stop behind it, which are the sentence's: "by the Court of Audit."."""
    bare = _ARTICLE.sub("", " ".join(author.split()))
    stopped = bare.endswith(".") and not _SHORT.search(bare)
    return bare.rstrip(" .") if stopped else bare


def _line(said: str | None) -> str | None:
    return line(said or "", LONGEST_TITLE) or None
