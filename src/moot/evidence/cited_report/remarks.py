"""What a user must know of how a report cites, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.evidence.cited_report.report import Entry, Statement
from moot.evidence.cited_report.resolve import Entries
from moot.text.lazy import lazy_re

_SHOWN = 8
_LATIN = lazy_re(r"[A-Za-zÀ-ɏ]")
_CANNOT_SPLIT = lazy_re(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u0600-\u06ff\u0590-\u05ff\u0900-\u0dff]")
_SAMPLE = 50_000
_OTHER_WORDS = {
    "German": r"\b(?:der|die|und|nicht|ist|eine|wird|auf|mit)\b",
    "French": r"\b(?:le|les|est|une|dans|pas|pour|qui|des)\b",
    "Spanish": r"\b(?:el|los|las|una|que|por|para|con|del)\b",
}
_ENGLISH = lazy_re(r"\b(?:the|and|of|is|that|for|with|was|are|to)\b", re.IGNORECASE)


def remarks(text: str, found: Sequence[Statement], entries: Sequence[Entry], known: Entries) -> tuple[str, ...]:
    """Marks without an entry, entries without a mark, numbers given twice, lists that restart, other languages."""
    said: list[str] = []
    marks = [mark for statement in found for mark in statement.marks]
    if not marks:
        said.append("No citation was found in the report.")
    if not found:
        said.append("No statement was found in the report.")
    lost = [mark.raw for mark in marks if not mark.entries]
    if lost:
        said.append(f"{_count(lost, 'mark points', 'marks point')} to no entry: {_listed(lost)}.")
    if known.partly:
        parts = _count(known.partly, "part of a mark points", "parts of marks point")
        said.append(f"{parts} to no entry: {_listed(known.partly)}.")
    used = {id for mark in marks for id in mark.entries}
    idle = [entry.label or entry.title or entry.text[:60] for entry in entries if entry.id not in used]
    if idle and marks:
        said.append(f"{_count(idle, 'entry is', 'entries are')} never cited: {_listed(idle)}.")
    elif idle:
        said.append(f"{_count(idle, 'entry stands', 'entries stand')} in its list, but no statement cites one.")
    if known.twice:
        said.append(f"Numbers given twice in one list: {_listed(known.twice)}.")
    if known.open:
        shorts = _count(known.open, "short note may", "short notes may")
        listed = _listed([f"“{each}”" for each in known.open])
        said.append(f"{shorts} mean any of several entries, and nothing decides which: {listed}.")
    if known.restart:
        said.append("The lists of references restart; each mark was looked up in the list of its own section.")
    return (*said, *_language(text[:_SAMPLE]))


def _language(sample: str) -> tuple[str, ...]:
    letters = [char for char in sample if char.isalpha()]
    if len(letters) < 200:
        return ()
    cannot = len(_CANNOT_SPLIT.findall(sample))
    if cannot * 2 > len(letters):
        return ("The report is in a script whose sentences may not be told apart; its checks are made for English.",)
    if len(_LATIN.findall(sample)) * 2 < len(letters):
        return ("The report is not in a Latin script; its checks are made for English.",)
    english = len(_ENGLISH.findall(sample))
    for language, words in _OTHER_WORDS.items():
        if len(re.findall(words, sample, re.IGNORECASE)) > 2 * english + 5:
            return (f"The report seems to be in {language}; its checks are made for English.",)
    return ()


def _count(of: Sequence[str], one: str, more: str) -> str:
    return f"{len(of)} {one if len(of) == 1 else more}"


def _listed(names: Sequence[str]) -> str:
    unique = list(dict.fromkeys(names))
    more = len(unique) - _SHOWN
    return ", ".join(unique[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
