"""Where in a source a mark points to, in several languages: "p. 4", "§ 3", "Rn. 12"; and the keys that stand beside."""

from __future__ import annotations

import re
from collections.abc import Callable

from moot.evidence.cited_report import signals
from moot.text.lazy import lazy_re

_PLACE = (
    r"(?:pp?\.?|pages?|tab(?:le|elle|\.)|fig(?:ure|s?\.)|ch(?:apter|ap\.|\.)|sec(?:tion|t?\.)|§+|¶|para(?:graph|s?\.)?|part"
    r"|app(?:endix|\.)|annex|art(?:icle|\.)|eq\.|th(?:eore)?m\.?|lemma|l{1,2}\.|vol\.|nos?\.|fol(?:io|\.)|S\.|Seiten?|Abschnitt"
    r"|Abs(?:atz|\.)|Abb\.|Anm\.|Bl(?:att|\.)|R[nz]\.|Kap(?:itel|\.)|Anhang|Teil|cap\.|pág\.|item|slide|lines?|clause)"
)
PLACE = (
    r"(?:(?:\s{0,9}[,:]\s{0,9}|\s{1,9})(?:(?:see|at|in)\s{1,9})?"
    rf"{_PLACE}(?![A-Za-z])\s{{0,9}}[^\[\];\n]{{0,40}}"
    r"|(?::\s?|,?\sat\s)\d{1,4}(?:\s?[-–]\s?\d{1,4})?"
    r"|,\s{0,9}\d{1,4}(?:[-–]\d{1,4})?\spp?\.|\s?\([a-z]\)|[a-d](?=\])|,?\s(?:and\s)?(?:the\s)?(?:references|literature)\s(?:cited\s)?therein)"
)
"""Where in a source: "p. 4", ": 4", "Section 2"."""
BESIDE = lazy_re(
    rf"(?:(?:{signals.SEE}|also|e\.g\.|via|from|in|sources?:?|refs?\.?)\s*)*"
    rf"(?:(?:{_PLACE}(?![A-Za-z])|tbl\.|min\.|accessed|retrieved)[^()\[\]\n]{{0,40}}|[\d–-]*)",
    re.IGNORECASE,
)
"""What may stand beside the keys in a mark: words that lead to them, and where to look."""
_SEE = lazy_re(rf"(?:{signals.SEE}|e\.g\.|also|s\.(?=\s[^\W\d]))\s+", re.IGNORECASE)
_AT_END = lazy_re(rf"{PLACE}$", re.IGNORECASE)


def named(words: str, known: Callable[[str], object]) -> list[str]:
    """The keys that a bracket holds, of those that are `known`; none where more stands beside them than what leads to
    them and where to look: [see BO25, S. 4; Smi19: 12].
    """
    found: list[str] = []
    for part in re.split(r"[,;]", words):
        part = _SEE.sub("", part.strip(" *_"))
        name = part if known(part) else _AT_END.sub("", part)
        if known(name):
            found.append(name)
        elif not BESIDE.fullmatch(part):
            return []
    return found


def told(words: str) -> bool:
    """Whether a place stands at the end of a bracket's words."""
    return bool(_AT_END.search(words))
