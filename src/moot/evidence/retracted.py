"""Whether a text says of itself that it was retracted: in its title, or in a notice at its head."""

from __future__ import annotations

import re

from moot.evidence.line import line
from moot.text.lazy import lazy_re

_KIND = r"(?:article|paper|chapter|study|preprint|publication|manuscript|work|review|letter)"
_IN_TITLE = lazy_re(
    rf"\W{{0,3}}(?:(?:retracted|withdrawn) {_KIND}|retracted|art[íi](?:culo|go) retra(?:c)?tado|article rétracté"
    r"|articolo ritirato|zurückgezogener (?:artikel|aufsatz))\s?[:\])]",
    re.IGNORECASE,
)
_WITHDRAWN = lazy_re(r"\W{0,3}(?:RETRACTED|WITHDRAWN)\b")
"""As publishers put it before a title, in capitals alone."""
_NOTICE = lazy_re(
    r"\W{0,3}(?:(?:retraction notice|notice of retraction|retracted|retraction|withdrawn|editorial note|notice|note"
    r"|warning|important)\s?[:.–—-]\s{0,3})?"
    rf"(?:this (?:\w{{1,15}} )?{_KIND}(?: version)? (?:has been|have been|was|is) (?:now |formally |since )?"
    r"(?:retracted|withdrawn)\b"
    r"(?! from (?:sale|the market|circulation))"
    rf"|the (?:[\w’'-]{{1,20}} ){{1,6}}(?:has|have) (?:retracted|withdrawn) this (?:\w{{1,15}} )?{_KIND}\b"
    r"|diese[rs] (?:artikel|aufsatz|beitrag) (?:wurde|ist) (?:\w{1,15} ){0,3}zurückgezogen\b"
    r"|este art[íi](?:culo|go) (?:ha sido|fue|foi) (?:retractado|retratado|retirado)\b"
    r"|cet article a été (?:rétracté|retiré)\b|questo articolo è stato (?:ritirato|ritrattato)\b)[^\n]*",
    re.IGNORECASE,
)
_STATUS = lazy_re(rf"retracted(?: {_KIND})?", re.IGNORECASE)
IN_DATA = "its data for machines say that it was retracted"
_HEAD, _LONGEST, _LONGEST_LINE = 2_000, 600, 200
"""Characters in which a notice stands, and those of its block: in a longer one somebody tells of another text. Then
those that are told."""


def said(title: str, text: str) -> str:
    """How a text says it, as a clause; empty where it does not."""
    if _IN_TITLE.match(title) or _WITHDRAWN.match(title):
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
