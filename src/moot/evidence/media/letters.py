"""Letters in a letter: what an answer quotes or passes on of earlier ones, each under a heading of its writer and day.

Where an earlier letter begins is told by its head, lines of which one names the sender, one the day and one the subject
("Von: …", "Gesendet: …", "Betreff: …"), or by a line that says who wrote when before lines that begin with `>`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from moot.evidence import dates
from moot.evidence.dateline import DAY
from moot.text import marks
from moot.text.lazy import lazy_re

_SENDER, _DAY, _SUBJECT, _OTHER = "sender", "day", "subject", "other"
_LABELS = {
    _SENDER: (
        "from|von|de|da|van|från|fra|lähettäjä|od|от|от кого|від|від кого|kimden|feladó|de la|από|发件人|寄件者|差出人"
        "|送信者|보낸 사람|보낸사람"
    ),
    _DAY: (
        "sent|date|gesendet|gesendet am|datum|envoyé|envoyé le|date d'envoi|date d’envoi|enviado|enviado el|enviado em"
        "|enviada em|enviada|fecha|data|inviato|inviata|verzonden|skickat|sendt|dato|lähetetty|päivämäärä|päiväys"
        "|wysłano|wysłane|odesláno|odoslané|дата|отправлено|надіслано|gönderildi|gönderme tarihi|tarih|elküldve|dátum"
        "|trimis|ημερομηνία"
        "|εστάλη|στάλθηκε|发送时间|发送日期|日期|寄件日期|送信日時|日時|日付|보낸 날짜|보낸날짜|날짜"
    ),
    _SUBJECT: (
        "subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|тема|konu"
        "|tárgy|subiect|θέμα|主题|主旨|件名|제목"
    ),
    _OTHER: (
        "to|cc|bcc|reply-to|importance|attachments?|an|kopie|bcc|antwort an|wichtigkeit|anlagen?|à|copie|pièces jointes"
        "|répondre à|para|con copia|a|aan|bijlagen?|till|kopia|til|kopi|vastaanottaja|kopio|do|dw|udw|komu|кому|копия"
        "|копія|kime|bilgi|címzett|másolatot kap|către|προς|κοιν|收件人|抄送|宛先|받는 사람|받는사람|참조"
    ),
}
"""Of the lines of a head, in the languages in which programs for mail write them."""
_ROLES: Mapping[str, str] = {label: role for role, said in _LABELS.items() for label in said.split("|")}
_LINE = lazy_re(
    r"(?P<marks>[> \t]*)[*_]{0,2}(?P<label>[^\W\d_][^\n:：*_>]{0,20}?)[*_]{0,2}[ \t\xa0]?[:：][*_]{0,2}"
    r"(?P<value>[^\n]*)"
)
_NEXT = lazy_re(
    rf"[ \t]+(?=(?-i:[^\W\d_a-z]))(?=(?:{'|'.join(map(re.escape, _ROLES))})[ \t\xa0]?[:：][ \t])", re.IGNORECASE
)
"""Before a label that stands within a line."""
_TOPIC = lazy_re(rf"^[> \t]*[*_]{{0,2}}(?:{_LABELS[_SUBJECT]})[*_]{{0,2}}[ \t\xa0]?[:：]", re.IGNORECASE | re.MULTILINE)
_OWN = "The text's own words"
"""Heading of what goes on below a quotation in a text that does not say whose it is."""
_BLANK = " \t\f>"
"""Around what a line says."""
_DIGIT = lazy_re(r"\d")
_MOST_LINES = 20
"""Of a head: a list of many to whom it went goes over several."""
_DEPTH = lazy_re(r"(?:[ \t]?>)*")
_WROTE = lazy_re(
    r"\b(?:wrote|writes|schrieb|schreef|a écrit|ha escrito|escribió|escreveu|ha scritto|scrisse|skrev|kirjoitti"
    r"|napisał(?:\(?a\)?)?|napsal(?:\(?a\)?)?|napísal(?:\(?a\)?)?|пишет|написал(?:\(?а\)?)?|yazdı|ezt írta|a scris"
    r"|έγραψε)(?!\w)",
    re.IGNORECASE,
)
_SAID_BY = lazy_re(r".*(?:[,;\d]|\b[AaPp]\.?[Mm]\.?|\b(?:Uhr|UTC|GMT|CES?T|MESZ|MEZ)\b)[\s,]*", re.DOTALL)
"""What stands before the name: the day and the time."""
_ADDRESS = lazy_re(r"\s*(?:\\?[<\[(]+[^<>\[\]()]{0,120}[>\])]+\s*)+$")
_BY_PROGRAM = lazy_re(
    r"[^\s<>()\[\]]@[^\s<>()\[\]]|\d[:.h]\d\d(?!\d|\.\d)|\d[ \xa0]?(?:[ap]\.?m\b|uhr\b)", re.IGNORECASE
)
"""What a program for mail puts before a quotation: an address, the time."""
_INDENT = lazy_re(r" {4}| {0,3}\t")
_ON = lazy_re(DAY)
_LONGEST, _LONGEST_NAME = 240, 80


@dataclass(frozen=True)
class Letter:
    """Who wrote a letter and when (ISO), on what; empty where it does not say."""

    writer: str
    date: str
    subject: str = ""

    @property
    def heading(self) -> str:
        """Empty where neither writer nor day is known."""
        return ", ".join(part for part in (self.writer, self.date) if part)


UNKNOWN = Letter("", "")


def first(text: str) -> Letter | None:
    """The letter with whose head a text begins."""
    lines = text[: _MOST_LINES * _LONGEST].lstrip().split("\n")
    found = _head(lines, _labelled(lines), 0)
    return found[0] if found else None


def read(text: str, date: str | None, author: str | None, kept: str | None) -> tuple[str, Letter]:
    """A text of any kind as `told`, and the letter that it is itself. `date`, `author`: as its other lines say; `kept`:
    the author that its file names.
    """
    letter = first(text) or UNKNOWN
    own = Letter(author or letter.writer or kept or "", letter.date or date or "", letter.subject)
    return told(text, own), own


def told(text: str, own: Letter, *, in_mail: bool = False) -> str:
    """The text with a heading before each earlier letter, and before what `own` goes on with below one. What stands in
    a fence of code, or as an indented block, is no letter. `in_mail`: it is known to be the text of a letter, as it is
    where it has the head of one; elsewhere a quotation is of a letter only under an address or a time of day: minutes
    quote too.
    """
    if not (_TOPIC.search(text) or _WROTE.search(text)):
        return text
    lines = text.split("\n")
    labelled = _labelled(lines)
    made: list[str] = []
    speakers: Mapping[int, Letter] = {0: own}
    speaking, at, fenced, parted, indented = own, 0, False, True, False
    for n, line in enumerate(lines):
        fenced ^= bool(marks.FENCE.match(line))
        if line.strip():
            indented = bool(_INDENT.match(line)) and (parted or indented)
        parted = not line.strip()
        if line.strip(_BLANK) and n >= at and not (fenced or indented):
            depth = _depth(line)
            opened = _head(lines, labelled, n)
            if opened:
                speakers, at, in_mail = _heard(speakers, depth, opened[0]), opened[1], True
            now = speakers.get(depth, speaking)
            if now.heading != speaking.heading:
                made += [*([""] if made and made[-1].strip() else []), f"## {now.heading or _OWN}", ""]
                speaking = now
            quoted = None if opened else _attributed(lines, n, in_mail)
            if quoted:
                speakers = _heard(speakers, depth + 1, quoted)
        made.append(line)
    return "\n".join(made)


_Labelled = Mapping[int, Sequence[tuple[str, str]]]
"""By number, the lines that begin as one of a head: what each says, by what it is."""


def _head(lines: Sequence[str], labelled: _Labelled, at: int) -> tuple[Letter, int] | None:
    """The letter with whose head a line begins, and the line behind that head."""
    if at not in labelled:
        return None
    said: dict[str, str] = {}
    end, parted = at, False
    for n in range(at, min(at + _MOST_LINES, len(lines))):
        if not lines[n].strip(_BLANK):
            parted = True  # Between any two lines, where each is a paragraph.
            continue
        told = labelled.get(n, ())
        begins = told[0][0] if told else ""
        if (not told and parted) or (parted and begins in said and begins != _OTHER):
            break
        said = {**dict(told[::-1]), **said}
        end = n + 1 if told else end
    if not {_SENDER, _DAY, _SUBJECT} <= said.keys() or said[_SENDER][:1].isdigit() or not _DIGIT.search(said[_DAY]):
        return None
    return Letter(_name(said[_SENDER]), _date(said[_DAY]), said[_SUBJECT]), end


def _labelled(lines: Sequence[str]) -> _Labelled:
    return {
        n: told for n, line in enumerate(lines) if (":" in line or "：" in line) and (told := _told(line[:_LONGEST]))
    }


def _told(line: str) -> Sequence[tuple[str, str]]:
    """On paper one line may hold several lines of a head."""
    first = _LINE.match(line)
    if not first or first["label"].casefold() not in _ROLES:
        return ()
    parts = (_LINE.match(part) for part in _NEXT.split(line))
    roles = ((_ROLES.get(part["label"].casefold()), part["value"]) for part in parts if part)
    return [(role, value.strip(" \t*_")) for role, value in roles if role]


def _attributed(lines: Sequence[str], at: int, in_mail: bool) -> Letter | None:
    """Whose letter is quoted below a line, or two, such as `On 3 June 2024 at 10:15, Jo Li <jo@x.example> wrote:`."""
    if not any(":" in line for line in lines[at : at + 2]):
        return None
    said = lines[at].lstrip(_BLANK).rstrip()
    behind = at + 1
    if not said.endswith(":") and behind < len(lines):
        said, behind = f"{said} {lines[behind].lstrip(_BLANK).rstrip()}", behind + 1
    wrote = _WROTE.search(said) if said.endswith(":") and len(said) <= _LONGEST else None
    below = next((line for line in lines[behind : behind + 3] if line.strip(_BLANK)), "")
    date = _date(said) if wrote and (in_mail or _BY_PROGRAM.search(said)) else ""
    if not wrote or not date or _depth(below) != _depth(lines[at]) + 1:
        return None
    after, before = said[wrote.end() :].strip(" :"), _ADDRESS.sub("", said[: wrote.start()].rstrip(" ,"))
    return Letter(_name(after or _SAID_BY.sub("", before)), date)


def _heard(speakers: Mapping[int, Letter], depth: int, letter: Letter) -> dict[int, Letter]:
    """With the letter for what is quoted so deep; whose what is quoted deeper is, is not known any more."""
    return {**{deep: each for deep, each in speakers.items() if deep < depth}, depth: letter}


def _depth(line: str) -> int:
    found = _DEPTH.match(line)
    return found[0].count(">") if found else 0


def _name(said: str) -> str:
    """Without the address, unless there is nothing else."""
    said = said[:_LONGEST]
    bare = " ".join((_ADDRESS.sub("", said) or said).split()).strip(" \"'<>[]();,#")
    return bare[:_LONGEST_NAME].rstrip()


def _date(said: str) -> str:
    whole = dates.iso(said)
    parts = (dates.iso(each[0]) for each in _ON.finditer(said[:_LONGEST]))
    found = whole or next(filter(None, parts), None) or ""
    return found if len(found) == len("2024-06-03") else ""
