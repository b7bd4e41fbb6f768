"""A line in which a text says when it was written, and by whom: `12 March 2024`, `Velden Weekly, 3 May 2025. …`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moot.evidence import dates
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

_LEAD = lazy_re(
    r"(?:date|dated|published|posted|issued|released|updated|last updated|as of|datum|stand|erschienen|veröffentlicht"
    r"|publié|publicado|pubblicato)(?: (?:on|by|am|vom|von|le|par|el|por|il))?\s*:?\s+"
    r"|(?:prepared|written|compiled|drafted|edited|recorded|reported|submitted|translated) by:?\s+(?:the\s+)?"
    r"|(?:erstellt|verfasst|bearbeitet|zusammengestellt) von:?\s+|(?:rédigé|établi|préparé) par:?\s+",
    re.IGNORECASE,
)
_FILED = (
    r"(?i:(?:(?:our|your|unser|ihr) )?(?:file|ref|reference|case|docket|document|doc|dossier|record|issue|vol|volume"
    r"|page|no|nr|az|aktenzeichen|zeichen|drucksache)\b)\.?:?(?: (?i:no|nr|n°)\.?)? (?:[^\s,;]{1,4} ){0,2}"
    r"[^\s,;]{0,20}\d[^\s,;]{0,20}"
)
"""Under what a text is kept: `File 25-118`, `Our ref.: K/7`."""
_FILED_ONLY = lazy_re(_FILED)
_FILED_FIRST = lazy_re(rf"(?:{_FILED}[.,;]\s+)+")
_DAY = r"\d{1,2}\.?(?:st|nd|rd|th)? [^\W\d_]{3,9}\.?,? \d{4}|[^\W\d_]{3,9}\.? \d{1,2},? \d{4}|\d{4}-\d\d-\d\d"
_MONTH = r"[^\W\d_]{3,9}\.? \d{4}"
_STATED = lazy_re(
    rf"(?:(?P<by>[^\W\d_a-z][^\d:;!?]{{1,80}}?)(?P<joint>[,.] | (?:of|on|vom|am) ))?(?P<date>{_DAY}|{_MONTH})"
    rf"(?P<behind>\.?$|[.,;] +(?P<filed>{_FILED})\.?$"
    r"|[.:] +(?P<text>[^\W\d_a-z]|[\"“„(]).*|,(?: [^\W\d_]+){1,2}\.?$| (?:\(|by |von |par ).*)",
    re.DOTALL,
)
_ENDS = lazy_re(r"(?:\d\d(?:\d\d)?|\d:\d\d(?: ?(?:Uhr|[APap]\.?[Mm]\.?|[A-Z]{3,4}))?)$")
"""Of a date with nothing behind it but a time."""
_OF_WEEK = lazy_re(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_JOINS = lexicon("of the and for on & de der des du la le et und von al.")
_TEXTS = lexicon("""
    release statement notice announcement minutes report newsletter bulletin letter memo agenda session sitting meeting
    hearing edition issue draft circular briefing protokoll bericht mitteilung pressemitteilung sitzung brief
""")
_WRITERS = lexicon("""
    office department agency ministry authority board council committee commission court university institute staff
    desk newsroom team company group association society press news
""")
_LONGEST, _LONGEST_LINE, _MOST_WORDS = 60, 160, 12
_LEAST = len("2024-03")


@dataclass(frozen=True)
class _Told:
    date: str
    text: bool = False
    """Whether the text itself goes on behind it."""


def dated(line: str) -> str | None:
    """The day or month that a line gives as its own: `Stand: 4. März 2025`, `By Ann Bo · 12 May 2024`, `March 2026`."""
    pieces = re.split(r"\s+[·|–—]\s+", line.strip(" *_>()"))
    pieces = pieces if len(line) <= _LONGEST_LINE else pieces[:1]
    return next((told.date for piece in pieces if (told := _told(piece.strip(" *_")))), None)


def is_one(sentence: str) -> bool:
    """Whether a sentence says nothing else, or only under what the text is kept."""
    said = sentence.strip(" *_.")
    told = _told(said)
    return not told.text if told else bool(_FILED_ONLY.fullmatch(said))


def _told(piece: str) -> _Told | None:
    filed = _FILED_FIRST.match(piece)
    piece = piece[filed.end() :] if filed else piece
    lead = _LEAD.match(piece)
    said = piece[lead.end() :] if lead else piece
    alone = _date(said) if len(said) <= _LONGEST and _ENDS.search(said) else None
    if alone:
        return _Told(alone)
    stated = _STATED.match(said)
    if not stated:
        return None
    if not (_writes(stated["by"], stated["joint"], bool(lead)) if stated["by"] else lead or stated["filed"]):
        return None
    if not stated["by"] and not stated["filed"] and stated["behind"].startswith(","):
        return None
    found = _date(stated["date"])
    return _Told(found, bool(stated["text"])) if found else None


def _date(said: str) -> str | None:
    found = dates.iso(said)
    return found if found and len(found) >= _LEAST else None


def _writes(by: str, joint: str, lead: bool) -> bool:
    """Whether these are names, or a kind of text or writer, and no part of a sentence: `Office of Transport, Lund`."""
    words = [word.strip("(),") for word in by.split()]
    named = all(word[:1].isupper() or word in _JOINS or word in _TEXTS or word in _WRITERS for word in words if word)
    of_it = joint.endswith((", ", ". ")) or lead or words[-1].lower() in _TEXTS
    return named and of_it and len(words) <= _MOST_WORDS and not _OF_WEEK.search(words[-1])
