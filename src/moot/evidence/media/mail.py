"""A letter by electronic mail: who wrote to whom and when, the subject, the words; what is attached is only named."""

from __future__ import annotations

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime

from moot.evidence import dates
from moot.evidence.media import letters, twofold, whole
from moot.evidence.media.decode import decode
from moot.evidence.media.hidden import METADATA
from moot.evidence.media.medium import CannotRead, Extract, Medium
from moot.words import Hidden

_SHOWN = ("From", "To", "Cc", "Date")
_MOST = 20
"""Attachments that are named."""
_FULLER = 2
"""How many times the words of the text the HTML form has where that text only says that there is one."""
_MOST_HEADERS, _LONGEST = 100, 4_000
"""That are kept beside the letter, and characters of each."""


def read(raw: bytes) -> Extract:
    """Raises `CannotRead` for what has no header of a letter."""
    letter = BytesParser(policy=policy.default).parsebytes(raw)
    if not any(name in letter for name in ("From", "Date", "Subject")):
        raise CannotRead("it is no letter: it has no sender, date or subject")
    subject = _header(letter, "Subject")
    words, hidden, notes = _words(letter)
    writer = "; ".join(name or address for name, address in getaddresses([_header(letter, "From")]))
    words = letters.told(words, letters.Letter(writer, _date(letter) or ""), in_mail=True)
    head = "\n".join(f"{name}: {said}" for name in _SHOWN if (said := _header(letter, name)))
    beside = [Hidden(how=METADATA, text=said[:_LONGEST]) for said in _unshown(letter)]
    blocks = [f"# {subject}" if subject else "", head, words]
    return Extract(
        "\n\n".join(block for block in blocks if block) + "\n" if words else "",
        subject or None,
        _date(letter),
        notes=tuple(notes),
        hidden=(*hidden, *beside),
        author=writer or None,
    )


def _unshown(letter: EmailMessage) -> Iterator[str]:
    """The headers that no program for mail shows."""
    names = [name for name in dict.fromkeys(letter.keys()) if name.title() not in (*_SHOWN, "Subject")]
    return (f"{name}: {said}" for name in names[:_MOST_HEADERS] if (said := _header(letter, name)))


def _header(letter: EmailMessage, name: str) -> str:
    """One line; a header that its parser cannot read is none."""
    try:
        return " ".join(str(letter.get(name, "")).split())
    except Exception:  # whatever a parser does to a hostile header
        return ""


def _date(letter: EmailMessage) -> str | None:
    said = _header(letter, "Date")
    try:
        return parsedate_to_datetime(said).date().isoformat()
    except (TypeError, ValueError, OverflowError):
        return dates.iso(said)


def _words(letter: EmailMessage) -> tuple[str, tuple[Hidden, ...], list[str]]:
    attached = [part.get_filename() or part.get_content_type() for part in letter.iter_attachments()]
    notes = (
        [f"attached to it and not read: {', '.join(' '.join(name.split()) for name in attached[:_MOST])}"]
        if attached
        else []
    )
    plain, of_plain = _decoded(letter.get_body(("plain",)))
    page, of_page = _decoded(letter.get_body(("html",)))
    rendered, unseen = whole.text(page) if page.strip() else ("", ())
    if not rendered:
        return plain.strip(), unseen, [*of_plain, *notes]
    if len(rendered.split()) > _FULLER * len(plain.split()):
        return rendered, (*unseen, *twofold.only_in("text", plain, rendered)), [*of_page, *notes]
    differs = twofold.contradicts(rendered, plain)
    notes += [f"its HTML form says otherwise than its text, which was read: {differs}"] if differs else []
    return plain.strip(), (*unseen, *twofold.only_in("HTML", rendered, plain)), [*of_plain, *notes]


def _decoded(part: MIMEPart | None) -> tuple[str, tuple[str, ...]]:
    if part is None:
        return "", ()
    raw = part.get_payload(decode=True)
    return decode(raw if isinstance(raw, bytes) else b"", part.get_content_charset())


MEDIUM = Medium("mail", (".eml",), read)
