"""From a report's text to its statements, marks and entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from moot.evidence.cited_report import blocks, entries, marks
from moot.evidence.cited_report.blocks import Block
from moot.evidence.cited_report.entries import Entries
from moot.evidence.cited_report.marks import HOLDER, Found, Ways
from moot.evidence.cited_report.report import CitedReport, Mark, Statement
from moot.text import sentences

_HOLDERS = "[\ue000-\uf8ff]"
_AFTER_STOP = re.compile(rf"([.!?…][\"'”’)\]]*)(\s*)((?:{_HOLDERS}[ ,;]*)+)(?=\s|$)")
_SEE_ALSO = re.compile(
    r"(?:see also|further reading|related|navigation|contents|table of contents|menu|share)\b", re.IGNORECASE
)
_NAVIGATION = re.compile(
    r"(?:read|learn|find out) more\b|see also\b|back to\b|share (?:this|on)\b|home\b.{0,3}$|next:|previous:",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"(\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|`+|~~)")
_TAG = re.compile(r"</?[a-zA-Z][^>\n]{0,300}>")
_CHECKBOX = re.compile(r"^\[[ xX]\]\s+")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d[a-z]?\b|n\.d\.")
_LEAST_WORDS = 3


def parse(text: str, media: str, title: str = "", bib: str = "") -> CitedReport:
    """`text` is Markdown, or plain text; `bib` the BibTeX file beside it."""
    cut = blocks.split(text)
    body, known = _parted(cut)
    for source in (bib, text):
        entries.read_bib(source, known)
    sections = _sections(cut)
    found: list[Statement] = []
    lost: list[str] = []
    glued = 5 * len(marks.GLUED.findall(text)) >= len(marks.APART.findall(text))
    if media == "pdf" and known.numbers and not marks.APART.search(text):
        cut = [replace(block, text=marks.raised(block.text, known.numbers)) for block in cut]
    ways = Ways(
        known.numbers,
        authors=any(_YEAR.search(entry.text) for entry in known.all),
        anchors=frozenset(known.names),
        glued=glued,
    )
    head = {n for n in body if cut[n].kind == "row" and (n == 0 or cut[n - 1].kind != "row")}
    for n in body:
        if cut[n].kind in ("heading", "code") or n in head:
            continue
        found += _statements(cut[n], sections[n], ways, known, n, lost)
    titles = [block.text for block in cut if block.kind == "heading"]
    notes = tuple(_notes(found, known, lost))
    return CitedReport(title or (titles[0] if titles else ""), media, text, tuple(found), tuple(known.all), notes)


def _parted(cut: Sequence[Block]) -> tuple[list[int], Entries]:
    """The numbers of the blocks that assert something, and the entries of the lists between them."""
    known = Entries()
    body: list[int] = []
    n = 0
    while n < len(cut):
        block = cut[n]
        end = _list_end(cut, n)
        if end > n:
            start = n + 1 if _is_head(block) else n
            entries.read_list(cut[start:end], known, n)
            n = end
        elif block.kind == "footnote":
            entries.read_list([block], known, len(cut))
            n += 1
        else:
            body.append(n)
            n += 1
    return body, known


def _list_end(cut: Sequence[Block], n: int) -> int:
    """Where the reference list that begins at block `n` ends; `n` itself when none begins there."""
    block = cut[n]
    if _is_head(block):
        end = n + 1
        while end < len(cut) and not _ends(block, cut[end]):
            end += 1
        return end
    if block.kind == "item" and block.level == -1 and _looks_like_entry(block):
        end = n
        while end < len(cut) and cut[end].kind == "item" and cut[end].level == -1:
            end += 1
        return end if end - n > 1 or end == len(cut) else n
    if block.kind == "item" and block.label == "1":
        return _numbered_end(cut, n)
    return n


def _numbered_end(cut: Sequence[Block], n: int) -> int:
    """A numbered list at a section's end, of which half the items or more have an address, is one of references."""
    end = n
    while end < len(cut) and cut[end].kind == "item" and cut[end].label:
        end += 1
    last = end == len(cut) or cut[end].kind == "heading"
    addressed = sum("://" in block.text for block in cut[n:end])
    return end if last and end - n > 1 and 2 * addressed >= end - n else n


def _is_head(block: Block) -> bool:
    short = block.kind == "heading" or (block.kind == "paragraph" and len(block.text) < 40)
    return short and entries.HEADS.fullmatch(re.sub(r"[*_#]", "", block.text).strip()) is not None


def _ends(head: Block, block: Block) -> bool:
    if block.kind == "heading":
        return head.kind != "heading" or block.level <= head.level
    # A list without a heading of its own ends where prose goes on.
    return head.kind != "heading" and block.kind == "paragraph" and len(block.text.split()) > 60


def _looks_like_entry(block: Block) -> bool:
    return bool(re.search(r"https?://|\b(?:1[89]|20)\d\d\b|[“\"*]|\.\s+[A-Z]", block.text))


def _sections(cut: Sequence[Block]) -> list[str]:
    path: list[tuple[int, str]] = []
    found: list[str] = []
    for block in cut:
        if block.kind == "heading":
            path = [(level, text) for level, text in path if level < block.level]
            path.append((block.level, _bare(block.text)))
        found.append(" › ".join(text for _, text in path))
    return found


def _statements(block: Block, section: str, ways: Ways, known: Entries, at: int, lost: list[str]) -> list[Statement]:
    held: list[Found] = []
    text = marks.take_out(block.text, ways, held)
    text = _AFTER_STOP.sub(lambda match: f" {match[3].strip()}{match[1]}{match[2] or ' '}", _bare(text))
    whole = block.kind == "row"
    pieces = [text] if whole else _pieces(" ".join(text.split()))
    found: list[Statement] = []
    for piece in _joined(pieces):
        mine = [held[marks.index(holder)] for holder in HOLDER.findall(piece)]
        said = _tidy(HOLDER.sub("", piece))
        if _NAVIGATION.match(said) or (not found and _only_link(said, mine)):
            mine = []  # links for walking on cite nothing
        resolved = tuple(_resolved(each, known, at, lost) for each in mine)
        if not said or (found and _only_link(said, mine)):
            if found and resolved:  # marks alone, after the sentence
                last = found.pop()
                found.append(
                    Statement(last.text, section, (*last.marks, *resolved), last.start, last.end, last.checkable)
                )
            continue
        found.append(Statement(said, section, resolved, block.start, block.end, _checkable(said, section, mine)))
    return found


def _pieces(text: str) -> list[str]:
    """The sentences with all that stands between them: a mark must not get lost there."""
    # Marks must not look like words of their own: one before a full stop would be an initial, one at the front of a
    # sentence, before a lower-case word, would let it run on.
    text = re.sub(rf"\s+({_HOLDERS}+)(?=[.!?…])", r"\1", text)
    masked = HOLDER.sub("X", re.sub(rf"(?<=\S){_HOLDERS}+", lambda match: "o" * len(match[0]), text))
    starts = [span.start for span in sentences.split(masked)]
    return [text[a:b] for a, b in pairwise([0, *starts[1:], len(text)])]


def _joined(pieces: Sequence[str]) -> list[str]:
    """A piece without a word belongs to the one before it."""
    found: list[str] = []
    for piece in pieces:
        if found and not re.search(r"\w", HOLDER.sub("", piece)):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _resolved(mark: Found, known: Entries, at: int, lost: list[str]) -> Mark:
    ids = [id for key in mark.keys if (id := known.find(key, at))]
    if not ids:
        lost.append(mark.raw)
    return Mark(mark.raw, tuple(dict.fromkeys(ids)))


def _only_link(said: str, mine: Sequence[Found]) -> bool:
    """A link alone after a sentence is its citation."""
    linked = "".join(key.words for each in mine for key in each.keys)
    return bool(linked) and re.findall(r"\w+", said) == re.findall(r"\w+", linked)


def _checkable(said: str, section: str, mine: Sequence[Found]) -> bool:
    words = re.findall(r"\w+", said)
    if " | " in said:
        return bool(mine) or len(words) >= _LEAST_WORDS
    if _NAVIGATION.match(said):
        return False
    if len(words) < _LEAST_WORDS or said.endswith(("?", ":")) or _SEE_ALSO.match(section.rpartition(" › ")[2]):
        return False
    linked = " ".join(key.words for each in mine for key in each.keys)
    return not (linked and len(words) <= len(re.findall(r"\w+", linked)))


def _bare(text: str) -> str:
    """Without emphasis and tags; the marks are out already."""
    return _CHECKBOX.sub("", _MARKUP.sub("", _TAG.sub("", re.sub(r"\\([\\`*_{}\[\]()#+.!|-])", r"\1", text))))


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\(\s*[,;]?\s*\)|\[\s*\]", "", text)
    text = re.sub(r"\s+([.,;:!?)])", r"\1", text)
    return re.sub(r"([.!?])\1+(?=\s|$)", lambda m: m[0] if m[0] == "..." else m[1], " ".join(text.split())).strip()


def _notes(found: Sequence[Statement], known: Entries, lost: Sequence[str]) -> list[str]:
    notes: list[str] = []
    if not any(statement.marks for statement in found):
        notes.append("No citation was found in the report.")
    if lost:
        shown = ", ".join(dict.fromkeys(lost[:8]))
        notes.append(f"{len(lost)} mark{'s point' if len(lost) > 1 else ' points'} to no entry: {shown}.")
    used = {id for statement in found for mark in statement.marks for id in mark.entries}
    idle = [entry for entry in known.all if entry.id not in used]
    if idle:
        shown = ", ".join(entry.label or entry.text[:40] for entry in idle[:8])
        notes.append(f"{len(idle)} {'entries are' if len(idle) > 1 else 'entry is'} never cited: {shown}.")
    if known.twice:
        notes.append(f"Numbers given twice in one list: {', '.join(dict.fromkeys(known.twice))}.")
    if len(known.lists) > 1 and any(
        n > 1 for n in Counter(label for _, labels in known.lists for label in labels).values()
    ):
        notes.append("The lists of references restart; each mark was looked up in the list of its own section.")
    return notes
