"""The day of a letter on paper: a line of its head that holds nothing but a day, or a place and a day, without a comma
too: "Helsinki 3.3.2026". That it is a letter, its salutation tells, or how it closes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.evidence import dates
from moot.evidence.dateline import DAY
from moot.text import months
from moot.text.lazy import lazy_re
from moot.text.weekdays import WEEKDAYS

_GREETS = lazy_re(
    r"(?:dear|hello|hi|to whom it may concern|sehr geehrte[rs]?|liebe[rs]?|guten tag|hallo|(?:chère |cher )?(?:madame|"
    r"monsieur|mesdames|messieurs)|ch(?:er|ère)s?|bonjour|estimad[oa]s?|querid[oa]s?|distinguid[oa]s?|hola|prezad[oa]s?"
    r"|car[oaie]|exm[oa]s?|gentil[ei]|egregi[oa]?|spett(?:abile|\.le)|geachte|beste|bästa|kära?|hej|hei|kjære|kære"
    r"|hyvät?|arvoisat?|rakas|szanown[aiy]|drog[ai]|vážen[áíýé]|dobrý den|tisztelt|kedves|уважаем\w+|здравствуйте|sayın"
    r"|stimat[eă]?|αγαπητ\w+|αξιότιμ\w+)(?!\w)[^.?;:\d]{0,60}[,!:.]?$",
    re.IGNORECASE,
)
_CLOSES = lazy_re(
    r"(?:yours (?:sincerely|faithfully|truly)|sincerely|(?:with )?(?:kind|best|warm)(?:est)? regards|regards"
    r"|(?:mit )?(?:freundlich\w+|herzlich\w+|best\w+) gr(?:u|ü)(?:ß|ss)(?:en?)?|hochachtungsvoll|(?:bien )?cordialement"
    r"|veuillez agréer|(?:mes )?(?:meilleures )?salutations(?: distinguées)?|atentamente|(?:un )?(?:cordial )?saludos?"
    r"|atenciosamente|(?:com os melhores )?cumprimentos|(?:distinti|cordiali) saluti|met vriendelijke groet(?:en)?"
    r"|hoogachtend|(?:med )?vänliga? hälsning(?:ar)?|(?:med )?ven(?:n)?lig(?:e|st)? hilsen(?:er)?|\w+ terveisin"
    r"|kunnioittaen|z poważaniem|s pozdravem|tisztelettel|üdvözlettel|с уважением|saygılarımla|cu stimă|με εκτίμηση)"
    r"(?!\w).{0,60}",
    re.IGNORECASE,
)
_DATED = lazy_re(
    r"(?:(?P<place>[^\W\d_a-z][^\W\d_]*(?:[.'’-]+[^\W\d_]+)*\.?(?:[ -](?:[^\W\d_a-z][^\W\d_]*|am|an|der|de|la|le|les"
    r"|sur|bei|im|in|on|upon|du|del|den|ob|sul|nad)){0,3}),? )?(?:(?:the|den|le|el|il|op|dnia|dne|am) )?"
    rf"(?P<date>{DAY})\.?"
)
_OCCASION = lazy_re(
    r"(?:fest|festival|concert|konzert|day|tag|abend|evening|treffen|party|feier|market|markt|fair|messe|race|run|lauf"
    r"|course|kurs|seminar|workshop|webinar|conference|konferenz|congress|kongress|trip|tour|reise|exam|test|probe"
    r"|deadline|frist|termin|schluss|start|begin|beginn|end|ende|stand|version|rev|release|update|edition|issue|draft"
    r"|sitzung|versammlung|prüfung|meeting|opening|session|election|wahl|fête|réunion|séance|examen|fiesta|reunión|festa"
    r"|juhlat?|päivä|kokous|seminaari|koe|alkaen|möte|dag|fest|kväll|prov|mote|fra|ab|seit|since|from|until|bis|valid"
    r"|order|invoice|rechnung|facture|factura|lasku|faktura|contract|vertrag|agreement|letter|schreiben|brief|report"
    r"|bericht|protokoll|minutes|memo|muistio|ing|tion)(?!\w)",
    re.IGNORECASE,
)
"""How words end that name an occasion, a term or a paper, and no place."""
_OF_TIME = frozenset({*WEEKDAYS, *months.ENGLISH, *months.SHORT, *months.ABROAD, *months.FURTHER})
_HEAD, _FOOT = 20, 12
"""Lines that are not blank."""
_LONGEST, _REACH = 120, 3_000


def day(text: str) -> str | None:
    """ISO; None for what is no letter, or has two days in its head."""
    head = _lines(text[:_REACH])[:_HEAD]
    greeting = next((n for n, line in enumerate(head) if _GREETS.match(line)), None)
    if greeting is None and not any(map(_CLOSES.fullmatch, _lines(text[-_REACH:])[-_FOOT:])):
        return None
    found = {on for line in head[:greeting] if (on := _day(line))}
    return found.pop() if len(found) == 1 else None


def _lines(text: str) -> Sequence[str]:
    return [line.strip(" \t*_#>|") for line in text.splitlines() if line.strip(" \t*_#>|")]


def _day(line: str) -> str | None:
    found = _DATED.fullmatch(line) if len(line) <= _LONGEST else None
    place = found["place"] if found else None
    if not found or (place and (_OCCASION.search(place) or place.split()[0].strip(".").lower() in _OF_TIME)):
        return None
    on = dates.iso(found["date"])
    return on if on and len(on) == len("2026-03-03") else None
