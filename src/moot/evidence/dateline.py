"""A line in which a text says when it was written, and by whom: `12 March 2024`, `Velden Weekly, 3 May 2025. …`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moot.evidence import dates
from moot.text.issued import CHANGED, PUBLISHED
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.weekdays import WEEKDAYS

_LEAD = lazy_re(
    r"(?:date(?: of (?:issue|publication|release))?|(?:issue|publication|release|report) date|dated"
    r"|published(?: online)?|posted|issued|released|updated|last updated|revised|as of|datum|stand|erschienen"
    r"|veröffentlicht|publié|publicado|pubblicato|gepubliceerd|publicerad|opublikowano)"
    r"(?: (?:on|by|am|vom|von|le|par|el|por|il|op|den|dnia))?\s*:?\s+"
    r"|(?:公開日|掲載日|発行日|作成日|更新日|发布日期|发布时间|發布日期|게시일)\s*[:：]?\s*"
    r"|(?:prepared|written|authored|compiled|drafted|edited|recorded|reported|submitted|translated) by:?\s+(?:the\s+)?"
    r"|(?:erstellt|verfasst|bearbeitet|zusammengestellt) von:?\s+|(?:rédigé|établi|préparé) par:?\s+"
    r"|(?:abschrift|fassung|ausgabe|entwurf|stellungnahme|gutachten|copy|transcript|version|draft|edition|statement)"
    r" (?:vom|of|as of)\s+",
    re.IGNORECASE,
)
_DAY = (
    r"\d{1,2}\.?(?:st|nd|rd|th|er|º)? (?:de )?[^\W\d_]{3,12}\.?,? (?:de )?\d{4}"
    r"|[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}\. ?\d{1,2}\. ?\d{4}"
)
_MONTH = r"[^\W\d_]{3,9}\.? \d{4}"
DAY = rf"(?:{_DAY}|{_MONTH})"
"""A day or a month of a year, as a pattern."""
_TEXT = r"(?:web ?)?(?:page|site|article|document|text|post|entry|report|guide|story|notice|version)"
_SEITE = r"(?:diese[rs]? )(?:seite|artikel|dokument|text|beitrag|bericht)"
_PAGINA = r"(?:cette page|cet article|ce document|esta página|este (?:artículo|documento)|questa pagina|quest'articolo)"
_CHANGED = r"(?P<changed>(?:last |most recently )?(?:updated|edited|modified|changed|revised|amended))"
_CLOCK = r"\d\d?[:.h]\d\d(?: ?(?:uhr|[ap]\.?m\.?|\(?utc\)?|gmt|ce?s?t))?"
_STAMP = lazy_re(
    rf"(?:(?:(?:this {_TEXT}|{_TEXT})(?: was| has been| is)? ?)?(?:{_CHANGED}|(?:first )?(?:published|posted))"
    r"(?: by [^\d:;.]{2,60}?)?(?:,? (?:on|at)\b)?"
    r"|(?P<last>(?:date of (?:the )?)?last (?:update|change|revision|modification))(?: of this page)?"
    rf"|(?:{_SEITE} wurde )?(?P<zuletzt>zuletzt|letzte (?:änderung|aktualisierung|bearbeitung)|aktualisiert)"
    r"(?: (?:aktualisiert|geändert|bearbeitet))?(?: am)?|veröffentlicht(?: am)?"
    rf"|(?P<dernier>derni[eè]re (?:mise à jour|modification)(?: de {_PAGINA})?(?: a été faite)?)(?: le)?|publié le"
    rf"|(?P<ultima>(?:{_PAGINA} (?:se editó|fue modificada) por última vez|última (?:actualización|modificación)"
    r"|ultimo aggiornamento|ultima modifica))(?: el)?|publicado el|pubblicato il"
    rf"|(?P<other>{CHANGED})|{PUBLISHED}"
    rf")\s*:?\s*(?:(?:a|el|em|op|den|il|på) )?(?:{_CLOCK},? (?:[A-Z]{{3,4}},? )?)?(?:[^\W\d_]{{2,10}}\.?,? )?"
    rf"(?P<date>{_DAY}|{_MONTH}"
    r"|\d\d?(?:\. ?\d\d?\. ?|/\d\d?/|-\d\d?-)\d{4}|\d{4}\. ?\d\d?\. ?\d\d?|\d{4}\.? [^\W\d_]{3,12} \d\d?\.?"
    r"|\d\d?(?:er|º)? (?:de )?[^\W\d_]{3,10}\.? (?:de )?\d{4})(?: (?:р|г|r)\.?)?"
    rf"(?:,? (?:at|um|à|a las|alle(?: ore)?|klo|kl\.?|о|ora|godz\.|v)? ?{_CLOCK})?"
    r"(?: (?:aktualisiert|geändert|bearbeitet))?(?: by [^\d:;.]{2,60})?\W*",
    re.IGNORECASE,
)
"""A whole line; of a page or text and of nothing else ("The rules were last changed on")."""
_FILED = (
    r"(?i:(?:(?:our|your|unser|ihr) )?(?:file|ref|reference|case|docket|document|doc|dossier|record|issue|vol|volume"
    r"|page|no|nr|az|aktenzeichen|zeichen|drucksache)\b)\.?:?(?: (?i:no|nr|n°)\.?)? (?:[^\s,;]{1,4} ){0,2}"
    r"[^\s,;]{0,20}\d[^\s,;]{0,20}"
)
"""Under what a text is kept: `File 25-118`, `Our ref.: K/7`."""
_FILED_ONLY = lazy_re(_FILED)
_FILED_FIRST = lazy_re(rf"(?:{_FILED}[.,;]\s+)+")
_STATED = lazy_re(
    rf"(?:(?P<by>[^\W\d_a-z][^\d:;!?]{{1,80}}?)"
    rf"(?P<joint>[,.] (?:(?:den|le|dnia|dne|el|il) )?| (?:of|(?:held )?on|vom|am|du) ))?(?P<date>{DAY})(?: r\.)?"
    rf"(?P<behind>\.?$|[.,;] +(?P<filed>{_FILED})\.?$"
    r"|[.:] +(?P<text>[^\W\d_a-z]|[\"“„(]).*|,(?: [^\W\d_]+){1,2}\.?$| (?:\(|by |von |par ).*)",
    re.DOTALL,
)
_MONTH_ONLY = lazy_re(r"(0[1-9]|1[0-2])/((?:19|20)\d\d)\.?")
"""Behind a word for a date; alone it may be the number of an issue."""
_DAYS = lazy_re(rf"(?<!\w){DAY}(?!\w)")
_NUMBERED = lazy_re(
    r"(?:[^\W\d_][\w-]*\s){0,2}(?i:report|paper|note|circular|bulletin|briefing|release|newsletter|letter|edition|issue|version|revision|fassung"
    r"|bericht|rundschreiben|mitteilung|drucksache|ausgabe)(?:\s(?i:no|nr|n°)\.?)?\s[^\s,;]{0,12}\d[^\s,;]{0,12}"
)
"""Which of several texts of a kind it is: `report 2026:7`, `Working paper 25-03`."""
_OFFICE = lazy_re(r"(?P<writer>[^,;]{2,60}?)\s(?:of|for|to)\s(?:the\s)?(?:[^\W\d_]+\s){0,2}[^\W\d_]+")
"""A writer with what it is for, which may be no name: `Conservation office of the district`."""
_BY = lazy_re(
    r"(?:by|von|par|por|di|(?:authors?|autor(?:in|en|es|a)?|auteure?s?|verfasser(?:in)?)\s?:)\s(?P<who>[^,;]{2,80})",
    re.IGNORECASE,
)
_STAFF = lazy_re(
    r"(?:an?|our|the|unser\w*|notre)\s(?:\w+\s){0,2}(?:reporters?|correspondents?|editors?|staff|writers?|authors?"
    r"|\w*korrespondent\w*|redaktion|rédaction)",
    re.IGNORECASE,
)
_POSTS = lexicon("""
    accountant adviser advisor analyst archaeologist architect archivist assistant auditor biologist chair chemist chief
    clerk columnist conservator consultant coordinator correspondent councillor curator dean director doctor ecologist
    economist editor engineer farmer forester geologist head historian hydrologist inspector journalist lawyer lecturer
    librarian manager mayor nurse officer photographer physicist planner professor ranger reporter researcher restorer
    scientist secretary solicitor statistician surgeon surveyor teacher technician treasurer warden
""")
_POST = lazy_re(
    rf"(?:[a-z-]+\s){{0,3}}(?:{'|'.join(sorted(_POSTS))})(?:\s(?:of|for|at|to)\s(?:the\s)?[^,;\d]{{2,40}})?"
)
"""What a writer is, behind the name: `organ consultant`, `head of the dairy`."""
_TRADE = lazy_re(rf"(?<=\w)\s(?:{'|'.join(sorted(_POSTS))})s$")
"""What several are, behind the name of their firm: `Aqua Lenz consultants`."""
_SEVERAL = lazy_re(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|all|both|few|local|many|most|our|some|several|the|these|those)\b",
    re.IGNORECASE,
)
_AUTHORS = lazy_re(
    r"\.\s+(?:authors?|by|prepared by|written by|verfasser(?:in|innen)?|auteurs?)\b:?\s[^;!?]{2,80}", re.I
)
"""Behind the day: who wrote it."""
_LAST = lazy_re(r"(?<=[^\W\d_]{2}[.!?]) +(?=[^\W\d_a-z])")
_COMMA = lazy_re(r"[,;]\s+|(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_a-z])")
_ENDS = lazy_re(
    r"(?:\d\d(?:\d\d)?(?: ?(?:r|г|р|року|года)\.?)?|\d ?[日일]|\d:\d\d(?: ?(?:Uhr|[APap]\.?[Mm]\.?|[A-Z]{3,4}))?)$"
)
"""Of a date with nothing behind it but a time, or the word for its year."""
_PIECES = lazy_re(r"\s+[·|–—/]\s+|(?<=\d{4})[;,.]?\s+(?=[Pp]ublished\b)")
_HANDED_IN = lazy_re(r"\W*(?:received|submitted|accepted)\b", re.IGNORECASE)
"""A paper, before it was published."""
_AGENCY = lazy_re(r"\s\([A-Za-z]{2,5}(?:/[A-Za-z]{2,5}){0,3}\)?$")
"""Whose report a newspaper prints, behind its name: `Seekurier (dpa)`."""
_CHANGE = lazy_re(
    r"[,;]\s+(?:last |most recently )?(?:updated|edited|modified|changed|revised|amended|corrected)\b[^.;!?\d]{0,20}"
    r"\d[^;!?]{0,30}$"
)
"""At the end of a line, behind its own day."""
_SENT_OUT = lazy_re(
    r"(?:.*\s)?(?:(?:press|news|media)\srelease|announcement|bulletin|circular|communiqué|memo|newsletter|notice|statement"
    r"|\w*mitteilung)",
    re.IGNORECASE,
)
"""Texts that are their writer's: a meeting "of" somebody is an event."""
_STATUS = (
    r"(?:not (?:yet )?(?:been )?(?:peer[- ]?)?(?:reviewed|refereed|published)|(?:un|peer[- ]?)(?:reviewed|refereed)"
    r"|(?:under|in) (?:peer[- ]?)?review|in press|unedited|confidential|not for (?:citation|publication|circulation)"
    r"|(?:preliminary|final|revised|first|second) (?:version|draft)|(?:draft|version) for comments?"
    r"|(?:noch )?nicht (?:begutachtet|veröffentlicht|redigiert)|im (?:druck|review)|vertraulich"
    r"|(?:vorläufige|endgültige|erste|zweite) fassung|non (?:relue?|évaluée?)|sous presse|en révision)"
)
_IS_STATUS = lazy_re(_STATUS, re.IGNORECASE)
_IN_BRACKETS = lazy_re(rf"\s\({_STATUS}\)$", re.IGNORECASE)
"""How far a text is: of nothing else is it said."""
_WRITTEN = (
    r"(?:(?-i:[A-Z])[\w-]*\s){0,2}(?:working |position |discussion |research )?"
    r"(?:\w*(?:report|preprint|paper|manuscript|study|thesis|memo|opinion|survey|analysis|evaluation|estimate)"
    r"|\w*(?:gutachten|studie|bericht|stellungnahme|untersuchung|auswertung|vorlage|vorabdruck|rapport|étude|avis))"
)
_IS_WRITTEN = lazy_re(_WRITTEN, re.IGNORECASE)
_CLIENT = lazy_re(
    rf"(?:(?P<what>{_WRITTEN})\s)?(?:(?P<bare>for|für|pour)|on behalf of|commissioned by|at the request of"
    r"|im auftrag(?: von)?)\s"
    r"(?:(?:the|de[nrs]|die|das|le|la|les)\s)?(?P<who>[^,;\d]{2,60})",
    re.IGNORECASE,
)
"""For whom a text was written, with what it is: `for the Orrin district council`, `Gutachten für den Rechnungshof`."""
_AUTHORITY = lazy_re(
    r"\w*(?:institut|amt|ministerium|zentrum|behörde|gesellschaft|verband|verein|büro|fakultät|lehrstuhl|abteilung|referat)"
    r"\sfür\s(?-i:(?=[^\W\d_a-z]))",
    re.IGNORECASE,
)
_JOINS = lexicon("of the and for on & de der des du la le à et und von vom al.")
_TEXTS = lexicon("""
    release statement notice announcement minutes report newsletter bulletin letter memo agenda session sitting meeting
    hearing edition issue draft circular briefing protokoll bericht mitteilung pressemitteilung sitzung brief
    compte rendu réunion séance procès-verbal
    decision judgment judgement ruling order resolution ordinance beschluss urteil bescheid verfügung décision arrêt
""")
_WRITERS = lexicon("""
    office department agency ministry authority board council committee commission court university institute staff
    desk newsroom team company group association society press news
""")
_FROM_TO = lazy_re(
    r"(?<![T:\d])\d\d?[:.h]\d\d(?: ?(?:uhr|[ap]\.?m\.?))?\s?(?:[-–—]|to|until|till|bis|à|a|al)\s?\d\d?[:.h]\d\d",
    re.IGNORECASE,
)
_ZONED = lazy_re(r"(?P<day>\d{4}(?:-\d\d-\d\d)?,? )(?P<at>\d\d:\d\d) ?-(?P<zone>0\d:\d\d)(?!\d)")
"""A time behind a day and how far it is behind Greenwich; of an hour to which something lasts a blank would part it."""
_ZONE = r" ?(?:UTC|GMT)?[-+−][01]\d:?\d\d"
_BY_MACHINE = lazy_re(rf",?[ T]\d\d:\d\d(?::\d\d(?:{_ZONE}|Z)?|{_ZONE})$")
"""A time behind a day with seconds or a zone in figures, as no invitation has it."""
_LONGEST, _LONGEST_LINE, _MOST_WORDS = 60, 160, 12
_LEAST = len("2024-03")


@dataclass(frozen=True)
class _Told:
    date: str
    text: bool = False
    """Whether the text itself goes on behind it."""


def dated(line: str) -> str | None:
    """The day or month that a line gives as its own: `Stand: 4. März 2025`, `By Ann Bo · 12 May 2024`, `March 2026`."""
    if is_of_hours(line):
        return None
    pieces = _PIECES.split(line.strip(" *_>()"))
    pieces = pieces if len(line) <= _LONGEST_LINE else pieces[:1]
    own = [piece.strip(" *_") for piece in pieces if not _HANDED_IN.match(piece)]
    told = next((told.date for piece in own if (told := _told(piece))), None)
    # A line may end with it: `Report of the harbour office. Published on 2 October 2025.`
    last = stamp(_LAST.split(line.strip(" *_>()"))[-1]) if len(line) <= _LONGEST_LINE else None
    return told or (last.date if last else None)


def is_of_hours(line: str) -> bool:
    """Whether it tells from when to when something happens: no text was written so."""
    head = _ZONED.sub(lambda time: time[0] if time["at"] < time["zone"] else time["day"], line[:_LONGEST_LINE])
    return bool(_FROM_TO.search(head))


def is_one(sentence: str) -> bool:
    """Whether a sentence says nothing else, or only under what the text is kept."""
    pieces = [piece.strip(" *_.") for piece in _PIECES.split(sentence.strip(" *_."))]
    alone = [_is_alone(piece) for piece in pieces]
    return any(alone) and all(one or _is_beside(piece) for one, piece in zip(alone, pieces, strict=True))


def _is_alone(piece: str) -> bool:
    told = _told(piece)
    return not told.text if told else bool(_FILED_ONLY.fullmatch(piece) or stamp(piece))


@dataclass(frozen=True)
class Stamp:
    date: str
    changed: bool
    """Whether it is that of the last change, and not of the publication."""


def stamp(line: str) -> Stamp | None:
    """What a line tells that says nothing but when its text was published or last changed, wherever it stands."""
    found = _STAMP.fullmatch(line.strip(" *_>()[]|–—·")) if len(line) <= _LONGEST_LINE else None
    date = _date(found["date"]) if found else None
    if not found or not date:
        return None
    return Stamp(date, any(found[each] for each in ("changed", "last", "zuletzt", "dernier", "ultima", "other")))


def _told(piece: str) -> _Told | None:
    return _led(piece) or _parted(piece)


def _led(piece: str) -> _Told | None:
    """Of a line that begins with its day, or with who wrote it and then its day; the text may go on behind it."""
    filed = _FILED_FIRST.match(piece)
    piece = piece[filed.end() :] if filed else piece
    lead = _LEAD.match(piece)
    said = piece[lead.end() :] if lead else piece
    alone = _date(said) if len(said) <= _LONGEST and _ENDS.search(said) else None
    if alone:
        return _Told(alone)
    month = _MONTH_ONLY.fullmatch(said) if lead else None
    if month:
        return _Told(f"{month[2]}-{month[1]}")
    stated = _STATED.match(said)
    if not stated:
        return None
    if not (_writes(stated["by"], stated["joint"], bool(lead)) if stated["by"] else lead or stated["filed"]):
        return None
    if not stated["by"] and not stated["filed"] and stated["behind"].startswith(","):
        return None
    found = _date(stated["date"])
    return _Told(found, bool(stated["text"])) if found else None


def _parted(piece: str) -> _Told | None:
    """Of a line whose parts, between commas, are its one day and beside it names, marks and who wrote it."""
    change = _CHANGE.search(piece)
    piece = piece[: change.start()] if change and _DAYS.search(piece, 0, change.start()) else piece
    days = [(match, found) for match in _DAYS.finditer(piece) if (found := _date(match[0]))]
    if len(days) != 1:
        return None
    ((day, found),) = days
    *before, lead = _COMMA.split(piece[: day.start()])
    # Beside who wrote it a day of the week is the text's; a place and a day of the week may be of an event.
    if before and before[-1].lower().rstrip(".") in WEEKDAYS and any(map(_BY.fullmatch, before[:-1])):
        before.pop()
    behind = _BY_MACHINE.sub("", piece[day.end() :])
    behind = "" if _AUTHORS.fullmatch(behind) else behind.strip(" .")
    if (lead and not _LEAD.fullmatch(lead)) or (behind and behind[0] not in ",;("):
        return None
    parts = [*before, *_COMMA.split(behind.strip(",;() "))] if behind else before
    named = [part for n, part in enumerate(parts) if not (n and _POST.fullmatch(part) and _names(parts[n - 1]))]
    if any(map(_only_for, parts)) and not any(map(_is_office, parts)):
        return None  # A concert is for somebody too.
    return _Told(found) if parts and all(map(_is_beside, named)) else None


def _only_for(part: str) -> bool:
    client = _CLIENT.fullmatch(part)
    return bool(client and client["bare"] and not client["what"])


def _is_office(part: str) -> bool:
    """Whether it names a writer that is no person."""
    named = _CLIENT.fullmatch(part) is None and _names(_AUTHORITY.sub("", part))
    return named and (bool(_AUTHORITY.search(part)) or any(word.lower() in _WRITERS for word in part.split()))


def _is_beside(part: str) -> bool:
    """Whether a part of a line is a name, a mark, or says who wrote the text."""
    part = _firm(_AUTHORITY.sub("", _IN_BRACKETS.sub("", _AGENCY.sub("", part))))
    office, by, client = _OFFICE.fullmatch(part), _BY.fullmatch(part), _CLIENT.fullmatch(part)
    return bool(
        _names(part)
        or (office and _names(office["writer"]) and office["writer"].split()[-1].lower() in _WRITERS)
        or (office and _SENT_OUT.fullmatch(office["writer"]))
        or (client and _orders(client["who"]))
        or _IS_WRITTEN.fullmatch(part)
        or _IS_STATUS.fullmatch(part)
        or (by and (_names(by["who"]) or _STAFF.fullmatch(by["who"])))
        or _FILED_ONLY.fullmatch(part)
        or _NUMBERED.fullmatch(part)
    )


def _firm(part: str) -> str:
    """The name of a firm without what its people are; "two engineers" is none."""
    return part if _SEVERAL.match(part) else _TRADE.sub("", part)


def _orders(who: str) -> bool:
    """Whether texts are written for them: names, or a council, a board, a ministry."""
    return _names(who) or who.split()[-1].lower() in _WRITERS


def _date(said: str) -> str | None:
    found = dates.iso(said)
    return found if found and len(found) >= _LEAST else None


def _writes(by: str, joint: str, lead: bool) -> bool:
    """Whether these are names, or a kind of text or writer, and no part of a sentence: `Office of Transport, Lund`."""
    return _names(_firm(by)) and (joint[0] in ",." or lead or by.split()[-1].strip("(),").lower() in _TEXTS)


def _names(said: str) -> bool:
    words = [word.strip("(),") for word in said.split()]
    named = all(word[:1].isupper() or word in _JOINS or word in _TEXTS or word in _WRITERS for word in words if word)
    return named and ":" not in said and 0 < len(words) <= _MOST_WORDS and words[-1].lower() not in WEEKDAYS
