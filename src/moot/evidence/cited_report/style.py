"""How a report cites: which marks its lists and habits allow. What looks like a mark is one only here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from moot.text.lazy import lazy_re

_LENS = lazy_re(r"【[^】\n]{1,200}】")
_NOTE = lazy_re(r"\[\^[^\]\s]{1,80}\](?!:)")
_KEY = lazy_re(r"\[[^\[\]\n]{0,80}@[A-Za-z][^\[\]\n]{0,200}\]")
_BRACKET = lazy_re(r"(?<!^)\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\](?![(:])", re.MULTILINE)
_FIRST = lazy_re(r"(?<=[\w.,;:”\"’)%]\s)\[1\](?=[\s.,;:]|$|\[\d)")
_GLUED = lazy_re(r"\w\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\](?![(:])")
_NAMED = lazy_re(r"\[[^\[\]]{0,80}[^\W\d]{3}[^\[\]]{0,80}\]\Z")
"""[UNECE R156][13]: what is cited, and its number; no place in a table of numbers."""
_VALUES = lazy_re(r"(?:class|size|age|value|year|range|interval|bound|limit|point|row|column|level|step)s?\s\Z")
_LINKS = r"(?:\(?\[[^\[\]\n]{1,200}\]\([^()\s]{1,2000}\)\)?[ ,]{0,2}){1,20}"
_CHIP = lazy_re(
    rf"[^\s.][.!?…][\"'”’)\]]{{0,2}}[ ](?!\[(?i:read|learn|see|more|click|view)\b)(?P<links>{_LINKS})"
    r"(?:(?P<end>[ \t]*$)|(?P<on>['’]?s?[ ]?[a-z,;]))",
    re.MULTILINE,
)
"""Links behind a stop, and whether their words are the subject of what follows."""
_COUNTED = lazy_re(r"([a-zà-þ]{1,4})-?(\d{1,3})")
_LOST = 10
"""How far beyond twice the last number of a list a mark may count that the list lacks."""
_CITING = lazy_re(
    r"(?:fn|foot-?note|end-?note|note|ref|reference|cite|citation|source|bib|biblio|r|s|c|n|en|ftn|edn)[-_:.]?[\w:.-]*\d|cite_|bib|ref-",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Style:
    numbers: frozenset[str] = frozenset()
    """Of all numbered lists."""
    labels: frozenset[str] = frozenset()
    """Names of entries that are no number, in lower case."""
    keys: frozenset[str] = frozenset()
    """Of a bibliography, in lower case."""
    anchors: frozenset[str] = frozenset()
    """Of entries in the page."""
    definitions: Mapping[str, str] = field(default_factory=dict[str, str])
    """[name]: address, by name in lower case."""
    brackets: bool = True
    """Whether [3] is a mark."""
    glued: bool = False
    """Whether marks stand against the word before them: where they do not, `retries[3]` is none."""
    pandoc: bool = False
    lone: bool = False
    """Whether numbers in brackets are marks though there is no list."""
    code: bool = False
    """In words that look like code."""
    row: bool = False
    """In a table."""
    plain: bool = False
    """Nothing is a mark: the words of a link, of an entry, of a heading."""
    chips: bool = False
    """Whether links that name a source stand behind the sentences that it is cited for."""
    authors: bool = False
    """Whether an entry has a year, so that (Okafor, 2021) may mean it."""

    @property
    def bare(self) -> Style:
        """For the words of a link: nothing in them is a mark."""
        return Style(plain=True)

    def bracketed(self, names: list[str], before: str, after: str) -> bool:
        """Whether numbers in square brackets are a mark."""
        if self.plain or not self.brackets or not names:
            return False
        known = not self.numbers.isdisjoint(names)
        if "0" in names and "0" not in self.numbers:
            return False  # [0, 1]
        if not known and any(len(name) > 3 for name in names):
            return False  # [2021]
        if not known and self.numbers:
            most = max(int(each) for each in self.numbers)
            if max(map(int, names)) > (most + 5 if len(names) > 1 else 2 * most + _LOST) or _VALUES.search(before):
                return False  # [36, 38]
        if not self.numbers and not self.lone:
            return False
        if re.search(r"[\w\]]\Z", before) and self.code:
            return False
        if known and _NAMED.search(before) and not self.code:
            return True
        if re.search(r"[A-Za-z_\]]\Z", before) and not self.glued:
            return bool(re.match(r"[.,;:!?)\[]", after)) or (known and bool(re.match(r".?$|\s[A-Z\[|]", after)))
        if re.search(r"[=({+*/<>-]\s?\Z", before) and not known:
            return False
        return not re.search(r"(?:interval|range|vector|array|list|index|between|from|∈|=)\s\Z", before) or known

    def raised(self, names: list[str], before: str, numeric: bool) -> bool:
        """Whether raised characters are a mark."""
        from moot.evidence.cited_report.numbers import after_word, is_power

        if not numeric:
            return all(self.has_label(name) for name in names)
        if self.plain or not names or is_power(before, names, self.row):
            return False
        if not self.numbers:
            return all(len(name) < 4 for name in names)
        return not self.numbers.isdisjoint(names) or (self.near(names) and after_word(before))

    def near(self, names: list[str]) -> bool:
        """Whether numbers that no list has may be numbers that it lost."""
        most = max(map(int, self.numbers), default=0)
        return bool(names) and all(0 < int(name) <= 2 * most + _LOST for name in names)

    def has_label(self, name: str) -> bool:
        """Whether a list shows this name, which is no number."""
        return name.lower() in self.labels

    def near_label(self, name: str) -> bool:
        """Whether it counts on from the names of a list: [n9], where the list has n1 to n4."""
        counted = _COUNTED.fullmatch(name.lower())
        return bool(counted) and any(
            each[1] == counted[1] and int(counted[2]) <= 2 * int(each[2]) + _LOST for each in self._counted_labels
        )

    @cached_property
    def _counted_labels(self) -> list[re.Match[str]]:
        found = [match for each in self.labels if (match := _COUNTED.fullmatch(each))]
        return found if len(found) > 1 else []

    def has_note(self, name: str) -> bool:
        """Whether a note or a numbered entry has this name."""
        return name.lower() in self.labels or name in self.numbers

    def has_key(self, name: str) -> bool:
        """Whether @name in the text is a key; one that the bibliography lacks must look like one."""
        return name.lower() in self.keys or (self.pandoc and bool(re.search(r"[A-Za-z][\w:.-]*\d{2}", name)))

    def has_anchor(self, name: str, words: str) -> bool:
        """Whether a link inside the page is a citation."""
        if name in self.anchors:
            return True
        mark = re.fullmatch(r"[\[(\\]*\^?\d{1,4}\^?[\])\\]*|[¹²³⁰-⁹]+|[*†‡§]", words.strip())
        return bool(mark) and bool(_CITING.match(name))


def habits(text: str) -> dict[str, bool]:
    """The habits that a report's text shows, as fields of its `Style`."""
    brackets = len(_BRACKET.findall(text))
    others = max(len(_LENS.findall(text)), len(_NOTE.findall(text)), len(_KEY.findall(text)))
    glued = len(_GLUED.findall(text))
    return {
        "brackets": not (others >= 3 and brackets * 3 <= others),
        "glued": glued * 2 > brackets,
        "lone": brackets - glued >= 3 or glued >= 6 or bool(_FIRST.search(text)),
        "pandoc": bool(_KEY.search(text)),
    }


def has_chips(prose: str) -> bool:
    """Whether links stand behind the stop of a sentence more often than they open the next."""
    ends = [each["on"] is None for each in _CHIP.finditer(prose)]
    return ends.count(True) > ends.count(False)
