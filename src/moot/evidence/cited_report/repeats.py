"""What stands for a source named before: "Ibid.", "Id. at 15", "Okafor, op. cit.", "supra note 3", "See [1]",
"Okafor, “Walks”, 15".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from moot.evidence.cited_report import numbers, signals
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

_PLACE = r"(?:at|pp?\.|§|¶|paras?\.?|S\.|Seiten?|Rn\.|Rz\.|Nr\.|nos?\.|ch\.|art\.)"
SAME = (
    rf"(?:(?:ders|dies)(?:elben?|\.),?\s)?(?:ib[ií]d(?:em)?\b\.?|ib\.|(?:ivi|tamże|там\sже|samma|aldaar)\b(?=\W*$|[.,;]\s(?:{_PLACE}|[sс]\.|\d))|ebd\b\.?|ebenda\b|(?:eadem|idem)\b(?=\W*$|[.,;]\s(?:{_PLACE}|\d))"
    rf"|id\.(?=\W*$|,?\s{_PLACE}|,\s\d|,\sloc\.)"
    rf"|(?:as\sabove|same\s(?:source|as\sabove)|ditto|wie\s(?:oben|vor)|gleiche\squelle)(?=\W*$|[.,;]?\s{_PLACE}))"
)
"""The source right before."""
CITED = r"(?:\b(?:op|loc|art|ob)\.\s?cit\b\.?|\ba\.\s?a\.\s?O\b\.?|\ba\.?a\.?O\b\.?)"
"""The one last cited of whoever is named before it, or else the last."""
_SUPRA = rf"(?:{CITED}(?!\s(?-i:[A-Z])\w)|\bsupra\b(?!\s(?-i:[A-Z])\w))"
_EARLIER = lazy_re(
    rf"(?:^(?:\W*|[^\d“”\"«»*_:/]{{2,60}},\s){signals.SEE}\s|\((?:(?:above|wie|{signals.SEE})\s)?|(?:{_SUPRA}|\babove\b|\boben\b|\bs\.\s?o\.),?\s|\b(?:wie|in)\s(?=fn|anm))"
    rf"{signals.NOTE}\s?(\d{{1,3}})\b",
    re.IGNORECASE,
)
_SAME = lazy_re(rf"\W*(?:{signals.SEE}\s)?(?:{SAME})", re.IGNORECASE)
_CITED = lazy_re(rf"\W*(?:{signals.SEE}\s)?(?P<who>[^;]*?)\W*{_SUPRA}", re.IGNORECASE)
_OTHERS = lazy_re(signals.OTHERS, re.IGNORECASE)
_BESIDES = lazy_re(rf"(?<=[.;])\s{signals.SEE}(?!\w)", re.IGNORECASE)
"""Before what an entry names besides: "Minutes of 14 May. Cf. Ravn (n 4)."."""
_MOST_CHARACTERS = 500
_LONGEST = 12
"""Words of an entry for each that it repeats: "Okafor, Walks on graphs (note 3), p. 12"."""
_MARK = rf"\[{numbers.LIST}{numbers.LOCATOR}\]"
_ONLY_NUMBERS = lazy_re(
    rf"\W*(?:{numbers.LEAD}(?P<first>{_MARK})(?P<more>(?:\s?(?:[,;&]|and\b|und\b)\s?{numbers.LEAD}{_MARK})*)"
    rf"|{signals.SEE}\s(?:{signals.NOTE}\s)?\[\^(?P<note>\d{{1,4}})\]){numbers.LOCATOR}\s*\.?\s*",
    re.IGNORECASE,
)
_SIGNAL = lazy_re(rf"\W*(?:{signals.SEE}\s)?", re.IGNORECASE)
_NAMES = lazy_re(r"[^\d“”„«»\"‘;]{2,80}?(?=,?\s(?:[“„«\"‘(]|\d)|,\s)")
"""Who is named at the beginning of a short note, up to its title or place."""
_AT = r"(?:at|pp?\.|ch\.|§{1,2}|¶|S\.|Seiten?)"
_PAGE = r"(?!(?:1[5-9]|20)\d\d\b)\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:\s?ff?\b|n\.?\s?\d{1,3}\b)?"
_ENDS_AT = lazy_re(rf"(?:(?:[,:]|(?<=[”“»\"’)]))\s{_AT}?|\s{_AT})\s?{_PAGE}(?:,\s{_PAGE}){{0,9}}\W*\Z")
"""The place in the source; a year and the number of a report's title are none: "Report 3"."""
SMALL = lexicon("a an and the et al others of in on for und der die das")
"""Words that a short note may leave out or add."""


@dataclass(frozen=True)
class Short:
    """What a short note says of its source: "Okafor, “Walks”, 15"."""

    names: str
    title: str
    """All behind the names but the place."""

    @property
    def words(self) -> frozenset[str]:
        """Those that its source must have; initials may be written out there."""
        named = (each for each in words(self.names) if len(each) > 1)
        return frozenset((*named, *words(self.title))) - SMALL


def short(text: str) -> Short | None:
    """A note that may name a source anew by its authors with a title, year or place in it; None for another."""
    if len(text) > _MOST_CHARACTERS:
        return None
    text = text[_SIGNAL.match(text).end() :]  # type: ignore[union-attr]
    place = _ENDS_AT.search(text)
    names = _NAMES.match(text)
    title = text[names.end() : place.start() if place else None] if names else ""
    return Short(names[0], title) if names and (place or words(title)) else None


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
    return Repeat(who=words(_OTHERS.sub(" ", f"{cited['who']}.")) - SMALL) if cited else None


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
