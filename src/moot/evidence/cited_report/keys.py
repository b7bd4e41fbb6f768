"""Lists in which a key stands before, or about, each entry: `[@okafor21]: …`, `**okafor21** — …`, `### okafor21`,
`::: {#ref-okafor21}`, a table with a column of keys. Each becomes an item with its key as label.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from moot.evidence.cited_report import lists, places
from moot.evidence.cited_report.blocks import Block
from moot.text.lazy import lazy_re

KEY = r"\w(?:[\w:.#$%&+?<>~/-]{0,120}[\w/+])?"
"""As pandoc reads a key: it ends before the punctuation of the sentence."""
MARKED = lazy_re(rf"(?<![\w./@\\])@(?:\{{(?P<braced>[^{{}}\n]{{1,200}})\}}|(?P<key>{KEY}))")
LATEX = lazy_re(
    r"\\(?!nocite)(?:[a-zA-Z]*[cC]ite[a-zA-Z]{0,12}\*?)(?P<all>(?:\s?(?:\[[^\[\]\n]{0,200}\]){0,2}\{[^{}]{1,400}\}){1,12})"
)
LATEX_KEYS = lazy_re(r"\{([^{}]+)\}")
_NUMBERED_KEY = r"[A-Za-z](?=[\w:.+-]{0,120}\d)[\w:.+-]{1,120}"
_BRACKET = lazy_re(r"(?<![\]\w])\[([^\[\]@^\n]{2,300})\](?!\()")
_NUMBERED = lazy_re(_NUMBERED_KEY)
_CAPITAL = lazy_re(rf"(?=[A-ZÀ-Þ]){KEY}")
_MARK = lazy_re(r"\[[^\[\]@]{0,80}@[^\[\]]{1,400}\]")
_DRESSED = lazy_re(
    r"(?:%[ ]|\\bibitem(?:\[[^\]\n]{0,80}\])?(?=\{))?"
    rf"(?P<open>(?:[*_`\"“(\[<{{]|\\\[)*+)(?P<at>\^?@?)\{{?(?P<key>{KEY})"
    r"(?P<close>(?:[*_`\"”)\]>}]|\\\])*+)"
    r"(?P<sep>[ \t]*(?:[:=–—|→]|->|-{1,3}(?=\s)|[.,](?=\s))[ \t]*[*_]*(?:\s+|$|(?=<?http))|\s+|$)"
)
_DIV = lazy_re(
    r"\s*(?::{3,}[ \t]*\{[^{}\n]*#(?P<a>[^\s{}]+)[^{}\n]*\}|"
    r"<(?:div|p|li|section|dd|span|a)\s[^<>\n]*\b(?:id|name)\s*=\s*[\"']?(?P<b>[^\"'\s<>]+)[^<>\n]*>(?:</(?:a|span)>)?)\s*"
)
_DIV_END = lazy_re(
    r"\s*(?::{3,}(?:[ \t]*(?:\{[^{}\n]*\}|\w+))?|</?(?:div|section|dl|ol|ul)\b[^<>\n]*>"
    r"|\\(?:begin|end)\{[^{}\n]*\}.*)\s*$"
)
_ATTRIBUTE = lazy_re(r"\{#([^\s{}]+)[^{}\n]*\}")
_PREFIX = lazy_re(r"(?:ref|refs|bib|cite|citation|cit|source|key)[-_:.]")
_COLUMN = lazy_re(
    r"\W*(?:(?:cit\w*|bibtex|short|ref\w*)?[ -]?(?:key|keys|id|label|tag|handle|ref\w*|cit\w*|kürzel|sigle))\W*",
    re.IGNORECASE,
)
_SOURCE_COLUMN = lazy_re(
    r"title|source|reference|url|link|author|work|publication|entry|document|quelle|titel", re.IGNORECASE
)


@dataclass(frozen=True)
class _Line:
    key: str
    dress: tuple[str, ...]
    start: int
    """Where the words after the key begin."""
    strong: bool
    """A colon, a dash or a name of the page parts key and words: no sentence begins so."""


@dataclass(frozen=True)
class _Made:
    """A block, or what is made of it."""

    block: Block
    line: _Line | None
    source: int
    """The place of the block it was made of."""
    absorbed: tuple[_Made, ...] = ()


def cited(text: str) -> Counter[str]:
    """The keys that stand in the text with @ or in `\\cite{}`, in lower case, and how often."""
    found = Counter[str]()
    if "@" in text:
        found.update((match["braced"] or match["key"]).lower() for match in MARKED.finditer(text))
    if "\\" in text:
        for match in LATEX.finditer(text):
            found.update(key.strip().lower() for group in LATEX_KEYS.findall(match["all"]) for key in group.split(","))
    return found


def bracketed(text: str) -> frozenset[str]:
    """The keys that stand in square brackets somewhere: such a one is a key wherever it stands."""
    return frozenset(key for words in _MARK.findall(text) for key in cited(words))


def _in_bracket(words: str) -> list[str]:
    """What may be keys in a bracket: with a digit, or with a place behind them, as no other bracket has."""
    return places.named(words, _NUMBERED.fullmatch) or (
        places.named(words, _CAPITAL.fullmatch) if places.told(words) else []
    )


def apart(text: str, blocks: Sequence[Block], known: frozenset[str]) -> list[Block]:
    """The blocks, entries with keys as items of their own. `known`: keys of BibTeX and the like, which need no list."""
    written = "\n".join(block.words(text) for block in blocks if block.kind != "code")
    marked = cited(written)  # "@Bean" in a program is no key
    names = marked + Counter(key.lower() for words in _BRACKET.findall(written) for key in _in_bracket(words))
    if not names:
        return list(blocks)
    return _Apart(text, blocks, known, names, frozenset(marked)).made()


class _Apart:
    def __init__(
        self, text: str, blocks: Sequence[Block], known: frozenset[str], names: Counter[str], marked: frozenset[str]
    ) -> None:
        self.text, self.blocks, self.known, self.names, self.marked = text, blocks, known, names, marked
        self.headed = lists.under_heads(text, blocks, self._is_key)
        self.heads: list[int] = []
        """Of each block the nearest before it, or it itself, that is no row."""
        for n, block in enumerate(blocks):
            self.heads.append(self.heads[-1] if n and block.kind == "row" else n)
        self.dresses = {
            line.dress
            for n, block in enumerate(blocks)
            if self.headed[n] and block.kind in ("item", "paragraph")
            for span in block.spans
            if (line := self._line(span, self.names)) and (line.strong or "".join(line.dress[:3]))
        }

    def made(self) -> list[Block]:
        found: list[_Made] = []
        for n, block in enumerate(self.blocks):
            for made in self._of(n, block):
                last = found[-1] if found else None
                if last and last.line and self._absorbs(last, made):
                    spans = (*last.block.spans, *made.block.spans)
                    whole = replace(last.block, spans=tuple(s for s in spans if s[0] < s[1]))
                    found[-1] = replace(last, block=whole, absorbed=(*last.absorbed, made))
                else:
                    found.append(made)
        return self._sure(found)

    def _absorbs(self, last: _Made, made: _Made) -> bool:
        """Whether words belong to the key that stands alone above them."""
        if made.line or made.block.kind not in ("paragraph", "item"):
            return False
        empty = not last.block.words(self.text).strip()
        return (empty or self.blocks[last.source].kind == "heading") and not _DIV_END.match(made.block.words(self.text))

    def _sure(self, found: list[_Made]) -> list[Block]:
        """Without entries that may as well be sentences that begin with a mark."""
        unsure = {made.source for made in found if made.line and not self.headed[made.source]}
        of: dict[int, list[_Made]] = defaultdict(list)
        for made in found:
            if made.line:
                of[made.source].append(made)
        unsure -= {source for source in unsure if self._is_list(source, of)}
        kept: list[Block] = []
        undone: set[int] = set()
        for made in found:
            if made.source not in unsure:
                if made.block.spans and made.block.words(self.text).strip():
                    kept.append(made.block)
                continue
            if made.source not in undone:
                undone.add(made.source)
                kept.append(self.blocks[made.source])
            kept += [each.block for each in made.absorbed if each.source != made.source]
        return kept

    def _is_list(self, source: int, of: dict[int, list[_Made]]) -> bool:
        mine = of[source]
        for made in mine:
            shown = made.line and ("@" in made.line.dress[1:2] or self.blocks[source].kind == "definition")
            least = 2 if shown else 1  # one of them is the entry's own
            if made.line and (made.line.key.lower() in self.known or self.names[made.line.key.lower()] < least):
                return False
        near = [*of.get(source - 1, ()), *of.get(source + 1, ())]
        capital = all(
            made.block.kind == "row"
            or re.match(r"(?:\{[^{}]*\})?\W*(?:[A-ZÀ-Þ\d]|https?:)", made.block.words(self.text))
            for made in mine
        )
        strong = all(made.line.strong for made in mine if made.line)
        return capital and (strong or len(mine) + len(near) > 1)

    def _is_key(self, block: Block) -> bool:
        return self._line(block.spans[0], self.names, True) is not None

    def _of(self, n: int, block: Block) -> Iterator[_Made]:
        if block.kind == "row":
            yield _Made(*self._row(n, block), n)
        elif block.kind == "definition":
            key = (block.label or "").lstrip("@").lower()
            line = _Line(key, (), block.start, True) if key in self.marked else None
            yield _Made(self._item(block, line, block.spans) if line else block, line, n)
        elif block.kind == "heading":
            line = self._line(block.spans[0], self.names, True)
            if line and not self.headed[n] and line.start < block.end:
                line = None  # a heading with more words than the key, where no list is
            yield _Made(self._item(block, line, ((line.start, block.end),)) if line else block, line, n)
        elif block.kind == "item" and not (block.sign == "bracket" and not str(block.label).isdecimal()):
            numbered = str(block.label).isdecimal()  # it has its label: a bare word that begins it is no key
            line = self._line(block.spans[0], self.names, self.headed[n] and not numbered) or self._about(n, block)
            if line:
                first = (max(line.start, block.spans[0][0]), max(line.start, block.spans[0][1]))
                yield _Made(self._item(block, line, (first, *block.spans[1:])), line, n)
            else:
                yield _Made(block, None, n)
        elif block.kind == "paragraph":
            yield from self._paragraph(n, block)
        else:
            yield _Made(block, None, n)

    def _item(self, block: Block, line: _Line, spans: Sequence[tuple[int, int]]) -> Block:
        return Block(
            "item", tuple(spans), label=line.key, sign="key", apart=block.apart, begin=min(block.begin, line.start)
        )

    def _paragraph(self, n: int, block: Block) -> Iterator[_Made]:
        """Its lines, each with a key at its beginning as an item, the lines after it too until a fence ends it."""
        parts: list[tuple[_Line | None, list[tuple[int, int]]]] = []
        for span in block.spans:
            line = self._line(span, self.names, self.headed[n])
            if line and line.start < span[1] and parts and parts[-1][0] and all(a == b for a, b in parts[-1][1]):
                line = None  # the words of the key that stands alone above
            if line:
                parts.append((line, [(line.start, span[1])]))
            elif _DIV_END.match(self.text[slice(*span)]):
                parts.append((None, []))
            elif parts:
                parts[-1][1].append(span)
            else:
                parts.append((None, [span]))
        if len(parts) == 1 and parts[0][0] is None and parts[0][1]:
            line = self._about(n, block)
            yield _Made(self._item(block, line, block.spans) if line else block, line, n)
            return
        for line, spans in parts:
            if line:
                yield _Made(self._item(block, line, spans or [(line.start, line.start)]), line, n)
            elif spans:
                yield _Made(replace(block, spans=tuple(spans), begin=spans[0][0]), None, n)

    def _line(self, span: tuple[int, int], names: Counter[str], headed: bool = False) -> _Line | None:
        """The key at a line's beginning."""
        words = self.text[slice(*span)][:2_000]
        if div := _DIV.match(words):
            key = self._named(div["a"] or div["b"])
            return _Line(key, ("#",), span[0] + div.end(), True) if key else None
        match = _DRESSED.match(words)
        if not match:
            return None
        key = match["key"]
        if "_" in match["open"]:
            key = key.rstrip("_")
        dress = (match["open"], match["at"], match["close"], match["sep"].strip(" \t*_"))
        alone = match.end() == len(words)
        gap = re.search(r"(?:\t| {2,})$", match["sep"]) is not None and not alone
        if not "".join(dress[:3]) and dress[3] in (".", ",") and not _NUMBERED.fullmatch(key):
            return None  # "Okafor, A." begins with no key
        strong = alone or gap or (bool(dress[3]) and dress[3] not in (".", ","))
        if key.lower() in names:
            if headed or strong or "".join(dress[:3]):
                return _Line(key, dress, span[0] + match.end(), strong)
        elif headed and dress in self.dresses and (dress[0] or re.search(r"\d", key)) and not key.isdecimal():
            return _Line(key, dress, span[0] + match.end(), strong)
        return None

    def _about(self, n: int, block: Block) -> _Line | None:
        """The key that an entry of a list names elsewhere: {#key}, or in brackets at its end."""
        words = block.words(self.text)[:5_000]
        for attribute in _ATTRIBUTE.finditer(words):
            if key := self._named(attribute[1]):
                return _Line(key, ("{",), block.start, True)
        if not self.headed[n]:
            return None
        end = re.search(rf"[(\[`]+@?({KEY})[)\]`]+\W*$", words)
        if end and end[1].lower() in self.names:
            return _Line(end[1], (")",), block.start, True)
        return None

    def _named(self, name: str) -> str | None:
        """The key that a name in the page has, which may have "ref-" before it."""
        bare = _PREFIX.sub("", name, count=1)
        return next((each for each in (name, bare) if each.lower() in self.names), None)

    def _row(self, n: int, block: Block) -> tuple[Block, _Line | None]:
        cells = [cell.strip().strip("*_`[]@{}^() ") for cell in block.words(self.text).strip().strip("|").split("|")]
        place = next((at for at, cell in enumerate(cells[:2]) if cell.lower() in self.names), None)
        if place is None or len(cells) < 2 or not (self.headed[n] or self._of_sources(n, place)):
            return block, None
        line = _Line(cells[place], ("|",), block.start, True)
        return replace(block, label=cells[place], sign="key"), line

    def _of_sources(self, n: int, place: int) -> bool:
        """Whether the table around a row has a column of keys there, and another of sources."""
        head = self.blocks[self.heads[n]]
        if head.kind != "head":
            return False
        cells = [cell.strip() for cell in head.words(self.text).strip().strip("|").split("|")]
        rest = " ".join(cells[:place] + cells[place + 1 :])
        return place < len(cells) and bool(_COLUMN.fullmatch(cells[place]) and _SOURCE_COLUMN.search(rest))
