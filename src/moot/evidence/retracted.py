"""Whether a text says of itself that it was retracted: in its title, or in a notice at its head."""

from __future__ import annotations

import re

from moot.evidence.line import line
from moot.text.lazy import lazy_re

_PAPER = r"(?:article|paper|chapter|study|preprint)"
"""What withdrawn means retracted of: a picture is withdrawn from a show, a letter to an office by who wrote it."""
_KIND = rf"(?:{_PAPER}|publication|manuscript|work|review|letter)"
_HAS_BEEN = r"(?:has been|have been|was|is) (?:now |formally |since )?"
_IN_TITLE = lazy_re(
    rf"\W{{0,3}}(?:(?:retracted|withdrawn) {_KIND}|retracted|art[íi](?:culo|go) retra(?:c)?tado|article rétracté"
    r"|articolo ritirato|zurückgezogener (?:artikel|aufsatz))\s?[:\])]",
    re.IGNORECASE,
)
_WITHDRAWN = lazy_re(r"\W{0,3}(?:RETRACTED|WITHDRAWN)(?:\s?[:\])]|\s(?:ARTICLE|PAPER)\b)")
"""As publishers put it before a title that is not in capitals itself."""
_NOTICE = lazy_re(
    r"\W{0,3}(?:(?:retraction notice|notice of retraction|retracted|retraction|withdrawn|editorial note|notice|note"
    r"|warning|important)\s?[:.–—-]\s{0,3})?"
    rf"(?:this (?:\w{{1,15}} )?(?:{_KIND}(?: version)? {_HAS_BEEN}retracted|{_PAPER}(?: version)? {_HAS_BEEN}withdrawn)"
    r"\b(?! from)"
    rf"|the (?:[\w’'-]{{1,20}} ){{1,6}}(?:has|have) (?:retracted this (?:\w{{1,15}} )?{_KIND}"
    rf"|withdrawn this (?:\w{{1,15}} )?{_PAPER})\b(?! from)"
    r"|diese[rs] (?:artikel|aufsatz|beitrag) (?:wurde|ist) (?:(?!vom )\w{1,15} ){0,3}zurückgezogen\b"
    r"|este art[íi](?:culo|go) (?:ha sido|fue|foi) (?:retractado|retratado|retirado)\b(?! d)"
    r"|cet article a été (?:rétracté|retiré)\b(?! d)|questo articolo è stato (?:ritirato|ritrattato)\b(?! d))[^\n]*",
    re.IGNORECASE,
)
_STATUS = lazy_re(rf"retracted(?: {_KIND})?", re.IGNORECASE)
IN_DATA = "its data for machines say that it was retracted"
_HEAD, _LONGEST, _LONGEST_LINE = 2_000, 600, 200
"""Characters in which a notice stands, and those of its block: in a longer one somebody tells of another text. Then
those that are told."""


def said(title: str, text: str) -> str:
    """How a text says it, as a clause; empty where it does not."""
    if _IN_TITLE.match(title) or (_WITHDRAWN.match(title) and not title.isupper()):
        return "its title says that it was retracted"
    told = notice(text)
    return quoted(told) if told else ""


def quoted(notice: str) -> str:
    return f"it says of itself: “{line(notice, _LONGEST_LINE)}”"


def is_status(said: str) -> bool:
    """Whether an entry for machines says it: `retracted`, `Retracted Publication`."""
    return bool(_STATUS.fullmatch(said.strip()))


def notice(text: str) -> str | None:
    """The notice in the first lines of a text."""
    blocks = (block.strip(" *_>|#") for block in text[:_HEAD].splitlines())
    return next((block for block in blocks if len(block) <= _LONGEST and _NOTICE.match(block)), None)
