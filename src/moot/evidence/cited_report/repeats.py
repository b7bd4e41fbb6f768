"""What stands for a source named before: "Ibid.", "Id. at 15", "Okafor, op. cit.", "supra note 3", "See [1]"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moot.evidence.cited_report import numbers
from moot.text.lazy import lazy_re

_PLACE = r"(?:at|pp?\.|§|¶|paras?\.?|S\.|Seiten?|Rn\.|Rz\.|Nr\.|nos?\.|ch\.|art\.)"
SAME = (
    rf"(?:(?:ders|dies)(?:elben?|\.),?\s)?(?:ibid(?:em)?\b\.?|ebd\b\.?|ebenda\b|(?:eadem|idem)\b(?=\W*$|[.,;]\s(?:{_PLACE}|\d))"
    rf"|id\.(?=\W*$|,?\s{_PLACE}|,\s\d)"
    rf"|(?:as\sabove|same\s(?:source|as\sabove)|ditto|wie\s(?:oben|vor)|gleiche\squelle)(?=\W*$|[.,;]?\s{_PLACE}))"
)
"""The source right before."""
CITED = r"(?:\b(?:op|loc|art|ob)\.\s?cit\b\.?|\ba\.\s?a\.\s?O\b\.?|\ba\.?a\.?O\b\.?)"
"""The one last cited of whoever is named before it, or else the last."""
_SUPRA = rf"(?:{CITED}(?!\s(?-i:[A-Z])\w)|\bsupra\b(?!\s(?-i:[A-Z])\w))"
_NOTE = r"(?:note|n\.?|nn\.|fn\.?|footnote|anm\.|fußnote)"
_EARLIER = lazy_re(
    rf"(?:^\W*(?:see|siehe|vgl\.)\s|\((?:(?:see|above|cf\.|wie|siehe)\s)?|(?:{_SUPRA}|\babove\b|\boben\b),?\s|\b(?:wie|in)\s(?=fn))"
    rf"{_NOTE}\s?(\d{{1,3}})\b",
    re.IGNORECASE,
)
_SAME = lazy_re(rf"\W*(?:(?:see|vgl\.|siehe)\s)?(?:{SAME})", re.IGNORECASE)
_CITED = lazy_re(rf"\W*(?:(?:see|vgl\.|siehe)\s)?(?P<who>[^;]*?)\W*{_SUPRA}", re.IGNORECASE)
_BESIDES = lazy_re(r"(?<=[.;])\s(?:cf|see|vgl|siehe|compare)\b", re.IGNORECASE)
"""Before what an entry names besides: "Minutes of 14 May. Cf. Ravn (n 4)."."""
_MOST_CHARACTERS = 500
_LONGEST = 12
"""Words of an entry for each that it repeats: "Okafor, Walks on graphs (note 3), p. 12"."""
_MARK = rf"\[{numbers.LIST}{numbers.LOCATOR}\]"
_ONLY_NUMBERS = lazy_re(
    rf"\W*(?:{numbers.LEAD}(?P<first>{_MARK})(?P<more>(?:\s?(?:[,;&]|and\b|und\b)\s?{numbers.LEAD}{_MARK})*)"
    rf"|(?:see|cf\.|siehe|vgl\.)\s(?:{_NOTE}\s)?\[\^(?P<note>\d{{1,4}})\]){numbers.LOCATOR}\s*\.?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Repeat:
    labels: tuple[str, ...] = ()
    """Of the earlier entries."""
    who: frozenset[str] = frozenset()
    """Without labels: words of the entry that was cited before; none for the last of all."""


def repeat(text: str) -> Repeat | None:
    """What an entry repeats; None for one that names a source of its own."""
    if len(text) > _MOST_CHARACTERS:
        return None
    text = _BESIDES.split(text, maxsplit=1)[0]
    labels = tuple(dict.fromkeys(_EARLIER.findall(text)))
    if len(text.split()) > _LONGEST * max(len(labels), 1):
        return None
    if _SAME.match(text):
        return Repeat()
    if labels or (labels := tuple(only_numbers(text))):
        return Repeat(labels)
    cited = _CITED.match(text)
    return Repeat(who=words(cited["who"])) if cited else None


def words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def only_numbers(written: str) -> list[str]:
    """The numbers of the entries that are all that a note says: "See [1], p. 4."."""
    found = _ONLY_NUMBERS.fullmatch(written.replace("\\[", "[").replace("\\]", "]"))
    if not found:
        return []
    return (
        [found["note"]] if found["note"] else numbers.each(re.sub(r"[\[\]]", " ", f"{found['first']},{found['more']}"))
    )
