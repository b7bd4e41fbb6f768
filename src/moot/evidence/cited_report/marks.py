"""Citation marks in a text: found, taken out, and kept with what they point to.

A mark becomes one private character in the text, so that sentences can be cut before the marks are put back where they
belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Way = Literal["number", "footnote", "key", "author", "link"]

HOLDER = re.compile("[\ue000-\uf8ff]")
_FIRST, _MOST = 0xE000, 0x1000
_SUPERSCRIPT = {c: str(n) for n, c in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_NUMBERS = r"\d{1,4}(?:\s*[-–—]\s*\d{1,4})?(?:\s*[,;]\s*\d{1,4}(?:\s*[-–—]\s*\d{1,4})?)*"
_PLACE = r"pp?\.|table|tab\.|fig\.|figure|ch\.|chapter|sec\.|section|§|app\.|appendix"
_LOCATOR = rf"(?:,\s*(?i:{_PLACE})\s*[\w.–-]+)?"
_NAME = r"(?:(?:van|von|de|der|den|la|le|di|da|dos|al|el|Mc|Mac|O['’])[ ]?)*[A-ZÀ-Þ][\w'’\-]+"
_WHO = rf"{_NAME}(?: {_NAME}){{0,3}}"
_NAMES = rf"{_WHO}(?:(?:, {_WHO})*,? (?:and|&|et) {_WHO}|/{_WHO}| et al\.?|,? and (?:others|colleagues))?"
_YEAR = r"(?:1[89]|20)\d\d[a-z]?|n\.d\."
_ONE = (
    rf"{_NAMES}(?:['’]s)?,? (?:{_YEAR})(?:, (?:{_YEAR}))*(?:, (?:pp?\.|ch\.|sec\.|table|fig\.) ?[\w–-]+|: ?\d[\d–-]*)?"
)
_URL = r"https?://[^\s<>\[\]{}|\\^`\"]+"

_UNIT = re.compile(r"(?:^|[\W\d])[a-zA-ZµΩ]{1,2}$|(?<!\d)10$")
"""Before the raised digit of m² and 10⁶."""
GLUED = re.compile(r"[a-z_]\[\d{1,4}\]")
APART = re.compile(r"[\s.,;:)]\[\d{1,4}\]")
"""A bracketed number against a word, and one apart from it."""


def _kept(pattern: str) -> str:
    """Its spaces count also where a pattern is written over several lines."""
    return re.sub(r"(?<!\[) (?!\])", r"\\x20", pattern)


_MARK = re.compile(
    rf"""(?P<code>`[^`\n]+`)
    |(?P<image>!\[[^\]]*\]\([^)]*\))
    |(?P<source>【(?P<source_number>\d{{1,4}}(?::\d+)?)(?:†(?P<source_name>[^】]*))?】)
    |(?P<footnote>\[\^(?P<footnote_name>[^\]\s]+)\])
    |(?P<pandoc>\[[^\]\n]*?(?<![\w.])-?@[\w:.#$%&+?<>~/-]+[^\]\n]*\](?!\())
    |(?P<numberlink>\[\[?(?P<numberlink_number>\d{{1,4}})\]?\]\((?P<numberlink_target>[^()\s]+)(?:\s+"[^"]*")?\))
    |(?P<link>(?P<link_open>\(\s*)?\[(?P<link_words>(?:[^\[\]\n]|\[[^\[\]\n]*\])+)\]\(
        <?(?P<link_target>(?:[^()\s]|\([^()\s]*\))+?)>?(?:\s+"[^"]*")?\)(?P<link_close>(?:,\s*pp?\.\s*[\w–-]+)?\s*\))?)
    |(?P<number>\[(?P<numbers>{_NUMBERS}){_kept(_LOCATOR)}\](?![\(\w]))
    |(?P<super><sup>\s*\[?(?P<super_numbers>{_NUMBERS})\]?\s*</sup>)
    |(?P<raised>(?<=[^\s\ue000-\uf8ff])(?P<raised_numbers>[¹²³⁴-⁹⁰][⁰¹²³⁴-⁹]*(?:[,˒⁻–][⁰¹²³⁴-⁹]+)*))
    |(?P<url><{_URL}>|\(\s*{_URL}\s*\)|{_URL})
    |(?P<bracket>[(\[](?:(?:see|cf\.|e\.g\.,?|also)[ ])*{_kept(_ONE)}
        (?:[;,][ ]?(?:see[ ]also[ ])?{_kept(_ONE)})*[)\]](?!\())
    |(?P<narrative>(?P<narrative_names>{_kept(_NAMES)})(?:['’]s)?[ ]
        \((?P<narrative_years>(?:{_YEAR})(?:,[ ](?:{_YEAR}))*)(?:,[ ]pp?\.[ ]?[\w–-]+|:[ ]?\d[\d–-]*)?\))
    |(?P<plainkey>(?<![\w.@/])@(?P<plainkey_name>[A-Za-z][\w:-]*\d[\w:-]*)(?:\s*\[[^\]]*\])?)""",
    re.VERBOSE,
)
_LINK = r"\[[^\[\]\n]+\]\([^()\s]+\)"
_SEVERAL = re.compile(rf"\(\s*{_LINK}(?:\s*[;,]\s*(?:and\s+)?{_LINK})+\s*\)")
_ONE_AUTHOR = re.compile(rf"({_NAMES})(?:['’]s)?,? ((?:{_YEAR})(?:, (?:{_YEAR}))*)")


@dataclass(frozen=True)
class Key:
    """One thing that a mark points to."""

    way: Way
    name: str
    """The number, footnote name, key, address; of an author "Okafor 2021"."""
    words: str = ""
    """The words of a link."""


@dataclass(frozen=True)
class Found:
    raw: str
    keys: tuple[Key, ...]


@dataclass(frozen=True)
class Ways:
    """What the report's lists allow: a raised digit is a mark only where a list has its number."""

    numbers: frozenset[str]
    authors: bool
    anchors: frozenset[str]
    """Names of footnotes and entries that a link within the page may lead to."""
    glued: bool
    """Whether numbers in brackets stand against the word before them: where they do not, `retries[3]` is no mark."""


def take_out(text: str, ways: Ways, found: list[Found]) -> str:
    """The text with a private character for each mark, which is appended to `found`. A mark whose form the report does
    not use (a year in brackets without a list of authors, m² without a list) stays as it is."""

    def replace(match: re.Match[str]) -> str:
        made = _found(match, ways)
        if made is None or len(found) >= _MOST:
            return match[0]
        kept, mark = made
        if not mark.keys:
            return kept
        found.append(mark)
        return f"{kept}{chr(_FIRST + len(found) - 1)}"

    return _MARK.sub(replace, _SEVERAL.sub(_apart, HOLDER.sub("", text)))


def _apart(group: re.Match[str]) -> str:
    """Several links in one pair of brackets, each in its own."""
    return " ".join(f"({link})" for link in re.findall(_LINK, group[0]))


def raised(text: str, known: frozenset[str]) -> str:
    """Digits that stood raised in print and came out against the word before them, as raised again.

    Only numbers of the report's list; "CO2" is followed by no list's number by luck alone, so a lower-case letter or a
    stop must come before.
    """

    def replace(match: re.Match[str]) -> str:
        return f"{match[1]}<sup>{match[2]}</sup>" if known.issuperset(_each(match[2])) else match[0]

    return re.sub(r"((?:[a-z]{2}|[)%”\]])[.,;:]?)(\d{1,2}(?:[,–-]\d{1,2})*)(?=[\s.,;:)]|$)", replace, text)


def index(holder: str) -> int:
    """Place in the list of the mark that a private character stands for."""
    return ord(holder) - _FIRST


def _found(match: re.Match[str], ways: Ways) -> tuple[str, Found] | None:
    """The words that stay in the text, and the mark; None when it is no mark here."""
    kind, raw = match.lastgroup or "", match[0]
    kind = next(name for name in _KINDS if match[name] is not None)
    if kind == "code":
        return raw, Found(raw, ())
    if kind == "image":
        return "", Found(raw, ())
    if kind == "source":
        return "", Found(raw, (Key("number", match["source_number"], match["source_name"] or ""),))
    if kind == "footnote":
        return "", Found(raw, (Key("footnote", match["footnote_name"]),))
    if kind == "pandoc":
        names = re.findall(r"@([\w:.#$%&+?<>~/-]*\w)", raw)
        return "", Found(raw, tuple(Key("key", name) for name in names))
    if kind == "plainkey":
        return "", Found(raw, (Key("key", match["plainkey_name"]),))
    if kind == "numberlink":
        return "", Found(raw, (_target(match["numberlink_target"], match["numberlink_number"], ways.anchors),))
    if kind == "link":
        return _link(match, ways.anchors)
    if kind == "number" and not ways.glued and re.search(r"[a-z_]$", match.string[: match.start()]):
        return None
    if kind == "number":
        return _numbers(raw, match["numbers"], ways.numbers, sure=True)
    if kind == "super" and _UNIT.search(match.string[: match.start()]):
        return None
    if kind == "super":
        return _numbers(raw, match["super_numbers"], ways.numbers, sure=True)
    if kind == "raised":
        if _UNIT.search(match.string[: match.start()]):
            return None
        digits = "".join(_SUPERSCRIPT.get(c, "-" if c in "⁻–" else ",") for c in match["raised_numbers"])
        return _numbers(raw, digits, ways.numbers, sure=False)
    if kind == "url":
        return _url(raw)
    return _author(match, kind) if ways.authors else None


_KINDS = [
    "code",
    "image",
    "source",
    "footnote",
    "pandoc",
    "numberlink",
    "link",
    "number",
    "super",
    "raised",
    "url",
    "bracket",
    "narrative",
    "plainkey",
]


def _link(match: re.Match[str], anchors: frozenset[str]) -> tuple[str, Found] | None:
    words, target = match["link_words"], match["link_target"]
    key = _target(target, words, anchors)
    if key.way == "link" and target.startswith("#"):
        return words, Found(match[0], ())
    whole = match["link_open"] is not None and match["link_close"] is not None
    if re.fullmatch(r"\(.*\)", words):
        return "", Found(match[0], (key,))  # [(Chronos, 2018)](…) is all mark
    shown = "" if whole else f"{match['link_open'] or ''}{words}{match['link_close'] or ''}"
    raw = match[0] if whole else match[0].removeprefix(match["link_open"] or "").removesuffix(match["link_close"] or "")
    return shown, Found(raw, (key,))


def _target(target: str, words: str, anchors: frozenset[str]) -> Key:
    inner = re.match(
        r"#(?:user-content-)?(?:fn|ref|cite|note|source|r|s|bib|footnote|endnote)[-_:]?(?:note|ref)?[-_:]?(.+)$", target
    )
    if target.startswith("#") and (inner or target[1:].lower() in anchors):
        return Key("footnote", target[1:], words)
    return Key("link", target, words)


def _url(raw: str) -> tuple[str, Found]:
    bare = raw.strip("<>").strip("() ") if raw.startswith(("<", "(")) else raw
    trimmed = bare.rstrip(".,;:!?'\"*_")
    while trimmed.endswith(")") and trimmed.count("(") < trimmed.count(")"):
        trimmed = trimmed[:-1].rstrip(".,;:!?'\"")
    rest = "" if raw.startswith(("<", "(")) else bare[len(trimmed) :]
    shown = raw if raw.startswith(("<", "(")) else trimmed
    return rest if not rest else f"{rest}", Found(shown, (Key("link", trimmed, ""),))


def _numbers(raw: str, numbers: str, known: frozenset[str], sure: bool) -> tuple[str, Found] | None:
    names = list(_each(numbers))
    if not names or (not sure and not known.issuperset(names)):
        return None
    if sure and not known and len(names) == 1 and len(names[0]) == 4:
        return None  # [2021]
    return "", Found(raw, tuple(Key("number", name) for name in names))


def _each(numbers: str) -> Iterator[str]:
    for part in re.split(r"[,;]", numbers):
        ends = [int(each) for each in re.findall(r"\d+", part)]
        if len(ends) == 2 and ends[0] < ends[1] <= ends[0] + 50:
            yield from map(str, range(ends[0], ends[1] + 1))
        else:
            yield from map(str, ends)


def _author(match: re.Match[str], kind: str) -> tuple[str, Found] | None:
    if kind == "narrative":
        years = re.findall(_YEAR, match["narrative_years"])
        names = match["narrative_names"]
        return names, Found(match[0], tuple(Key("author", f"{names} {year}") for year in years))
    keys = [
        Key("author", f"{names} {year}")
        for names, years in _ONE_AUTHOR.findall(match[0])
        for year in re.findall(_YEAR, years)
    ]
    return ("", Found(match[0], tuple(keys))) if keys else None
