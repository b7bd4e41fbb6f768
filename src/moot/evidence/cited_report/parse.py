"""From a report's text to its statements, marks and entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, zip_longest

from moot.evidence.cited_report import (
    abbreviated,
    asides,
    authors,
    bibtex,
    blocks,
    columns,
    csl,
    entries,
    feet,
    keyed,
    keys,
    lists,
    markup,
    ordinals,
    raised,
    remarks,
    repeats,
    statements,
)
from moot.evidence.cited_report.authors import Strangers
from moot.evidence.cited_report.bibtex import Record
from moot.evidence.cited_report.blocks import Block
from moot.evidence.cited_report.entries import Item
from moot.evidence.cited_report.leads import Leads
from moot.evidence.cited_report.plain import HOLE, Found, Key, Plain, leading
from moot.evidence.cited_report.report import CitedReport, Mark, Statement
from moot.evidence.cited_report.resolve import Entries
from moot.evidence.cited_report.statements import Piece
from moot.evidence.cited_report.style import Style, habits, has_chips
from moot.text import grouped_heads
from moot.text.lazy import lazy_re
from moot.text.terms import stems

_FRONT = lazy_re(r"\ufeff?\s*---[ \t]*\n(?P<fields>(?:[^\n]*\n){1,3000}?)(?:---|\.\.\.)[ \t]*\n")
_TITLE = lazy_re(r"^title:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_UNSEEN = tuple(
    (lazy_re(rf"(?<!\\){opening}", re.IGNORECASE), lazy_re(closing, re.IGNORECASE))
    for opening, closing in (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))
)
"""How they begin and end; a bracket behind a stroke is one that a reader sees."""
_LINK = lazy_re(r"\[((?:[^\[\]]|\[[^\[\]]*\]){1,300})\]\((?:[^()\s]|\([^()\s]*\))*\)")
_ATTRIBUTES = lazy_re(r"\s*\{[#.:][^{}]*\}\s*$")
"""Of a heading in Markdown as pandoc reads it."""
_CODE = lazy_re(r"\w\[\d*:\d*\]|\w\s=\s\w+[\[(]|[{};]\s*$|==|->|\w\(\)")


def parse(text: str, media: str, title: str = "", bib: str = "", notes: Sequence[str] = ()) -> CitedReport:
    """`text` is Markdown, or plain text; `bib` the BibTeX file beside it; `notes` what reading the file said."""
    return _Report(text, media, title, bib, tuple(notes)).parsed()


@dataclass(frozen=True)
class _Taken:
    """A block's words with all marks taken out."""

    block: Block
    section: str
    plain: Plain
    head: Plain
    """The row that heads its table."""
    heads: tuple[str, ...] = ()
    """Its cells; of a head of two lines each with the one above it."""


_Resolved = tuple[str, tuple[int, ...], bool]
"""A mark as written, the places of its entries, and whether it stands elsewhere."""
_Made = tuple[Piece, str, bool]
"""A statement, its section, and whether it is a row of a table."""


class _Report:
    def __init__(self, text: str, media: str, title: str, bib: str, notes: tuple[str, ...]) -> None:
        self.given, self.media, self.title, self.notes = text, media, title, notes
        self.text = _seen(re.sub(f"[{HOLE}{statements.STAND_IN[1:]}]", " ", text))
        front = _FRONT.match(self.text)
        self.records = [*csl.records(self.text), *(bibtex.records(self.text) if "@" in self.text else ())]
        if front and _is_front(front["fields"]):
            named = _TITLE.search(front["fields"])
            self.title = self.title or (named[1] if named else "")
            self.text = _blank(self.text, front.span())
        whole = self.text
        self.text = _blank(self.text, *((each.start, each.end) for each in self.records), *bibtex.asides(self.text))
        self.cut = blocks.split(self.text, markdown=media in ("markdown", "html", "docx"))
        if media == "pdf":
            self.cut = feet.apart(self.text, blocks.mended(self.text, self.cut))
        self.cut = lists.with_heads_apart(self.text, self.cut)
        beside = [*csl.records(bib), *bibtex.records(bib)]
        structured = frozenset(record.key.lower() for record in (*self.records, *beside))
        self.cut = ordinals.apart(self.text, keys.apart(self.text, self.cut, structured))
        self.lists = lists.find(self.text, self.cut)
        breaks = [block.begin for block in self.cut if block.kind == "heading"]
        self.known = Entries(short=abbreviated.declared(self.text), breaks=breaks)
        self.definitions: dict[str, str] = {}
        self._read_lists(whole, bib, beside)
        self.style = self._style()

    def parsed(self) -> CitedReport:
        made: list[_Made] = []
        leads = Leads()
        blocks = self._taken()
        front = self._front(blocks)
        for taken, after in zip_longest(blocks, (each.block for each in blocks[1:])):
            block, plain = taken.block, taken.plain
            if not re.search(r"\w", plain.text) and not plain.marks:
                continue
            if block.kind == "row":
                whole = [
                    piece if piece.marks else replace(piece, marks=leading(taken.head.marks))
                    for piece in statements.row(plain, taken.heads)
                ]
            else:
                whole = _attributed(statements.pieces(plain, self.media == "pdf"))
            made += [
                (piece, taken.section, block.kind == "row")
                for piece in leads.citing(
                    self._after(whole, made, "![" in block.words(self.text)), block, taken.section, after
                )
            ]
        resolved: list[tuple[Piece, str, bool, list[_Resolved]]] = []
        before: tuple[int, ...] = ()
        for piece, section, is_row in _under_captions(made):
            marks = self._resolved(piece, before)
            before = next((places for _, places, led in reversed(marks) if not led), before)
            resolved.append((piece, section, is_row, marks))
        cited, ids = self.known.finished()
        found = [
            Statement(
                piece.text,
                section,
                tuple(Mark(raw, tuple(ids[place] for place in places), led) for raw, places, led in marks),
                piece.start,
                piece.end,
                piece.start >= front and asides.checkable(piece, section, is_row),
                piece.cells,
                piece.under,
            )
            for piece, section, is_row, marks in resolved
        ]
        said = remarks.remarks(self.text, found, cited, self.known)
        title = self.title or self._head(found)
        told = tuple(each for each in found if each.checkable or not asides.is_caption(each.text))
        return CitedReport(title, self.media, self.given, told, cited, (*self.notes, *said))

    def _front(self, taken: Sequence[_Taken]) -> int:
        """Where what stands between the title and the first sentence ends; 0 where no sentence follows."""
        heads = [block.begin for block in self.cut[1:] if block.kind == "heading"]
        end = 0
        for each in taken:
            block, plain = each.block, each.plain
            later = bool(heads) and block.begin > heads[0]
            if block.kind != "paragraph" or plain.marks or later or not asides.is_front(plain.text):
                return end
            end = block.end
        return 0

    def _head(self, found: Sequence[Statement]) -> str:
        """The first heading, if nothing is said before it: else it is that of a section."""
        first = next((block for block in self.cut if block.kind == "heading"), None)
        said = first is None or any(each.start < first.begin for each in found)
        return "" if first is None or said else _bare(first.words(self.text))

    def _after(self, whole: list[Piece], made: list[_Made], image: bool) -> list[Piece]:
        """Marks that stand alone in a block belong to the statement before it."""
        alone = len(whole) == 1 and (not re.search(r"\w", whole[0].text) or asides.is_attribution(whole[0]))
        if alone or (len(whole) == 1 and statements.names_source(whole[0])):
            if image:
                return []  # the caption of a picture
            if not alone and (not made or made[-1][2] or made[-1][0].text[-1:] not in (".", "!", "\u201d", '"')):
                return whole
            if not made and asides.is_attribution(whole[0]):
                return whole
            if made and made[-1][0].text[-1:] != ":":
                last, section, is_row = made[-1]
                made[-1] = (replace(last, marks=last.marks + whole[0].marks, end=whole[0].end), section, is_row)
                rows = _first_of_rows(made)
                made[rows:] = [_citing(each, whole[0].marks) for each in made[rows:]]
            return []
        return whole

    def _read_lists(self, whole: str, bib: str, beside: Sequence[Record]) -> None:
        unmarked = lists.unmarked(self.text, self.cut, self.lists)
        for each in self.lists:
            body = self.cut[each.first : each.last]
            if body:
                items = entries.items(self.text, body)
                items = [replace(item, label=None) for item in items] if each in unmarked else items
                notes = lists.of_notes(self.text, self.cut, each) or any(repeats.repeat(item.words) for item in items)
                read = self.known.read_endnotes if notes else self.known.read_list
                read(items, body[0].begin)
        inside = {n for each in self.lists for n in range(each.first, each.last)}
        numbered: list[Item] = []
        aliases: list[tuple[Item, list[Key]]] = []
        for n, block in enumerate(self.cut):
            if block.kind == "note" and n not in inside:
                for item in entries.items(self.text, [block]) or [Item(block.label, "", block.begin)]:
                    named = [Key("key", key) for key in keyed.only_keys(item.words)]
                    if named := named or [Key("number", number) for number in repeats.only_numbers(item.words)]:
                        aliases.append((item, named))
                    else:
                        self.known.read_note(item)
            elif block.kind == "definition":
                label, words = block.label or "", block.words(self.text)
                address, _ = entries.address(words)
                self.definitions[" ".join(label.lower().split())] = address or words.split()[0].strip("<>")
                if angled := re.match(r"\s*<([^<>\n]+)>", words):
                    self.definitions[" ".join(label.lower().split())] = angled[1]
                if label.isdecimal() and n not in inside:
                    numbered += entries.items(self.text, [block])
        if numbered:
            self.known.read_list(numbered, numbered[0].start)
        for record in self.records:
            self.known.read_record(record, whole[record.start : record.end], record.start)
        for record in beside:
            self.known.read_record(record, bib[record.start : record.end], len(self.text) + record.start)
        for item, named in aliases:
            self.known.read_alias(item, named)

    def _style(self) -> Style:
        names = frozenset(self.known.names)
        shown = {re.sub(r"^(?:ref|bib|cite)-", "", anchor.lower()) for anchor in self.known.anchors}
        return Style(
            numbers=self.known.numbers | {name for name in names if name.isdecimal()},
            labels=frozenset(name for name in names if not name.isdecimal()),
            keys=names | shown | keys.bracketed(self.text),
            anchors=frozenset(self.known.anchors),
            definitions=self.definitions,
            authors=self.known.dated,
            chips=has_chips("\n".join(block.words(self.text) for block in self._prose())),
            **habits(self.text),
        )

    def _prose(self) -> list[Block]:
        inside = {n for each in self.lists for n in range(each.first, each.last)}
        return [each for n, each in enumerate(self.cut) if n not in inside and each.kind in ("paragraph", "item")]

    def _taken(self) -> list[_Taken]:
        inside = {n for each in self.lists for n in (*range(each.first, each.last), each.head)}
        path: list[tuple[int, str]] = []
        head, heads = Plain(), tuple[str, ...]()
        found: list[_Taken] = []
        for n, block in enumerate(self.cut):
            if block.kind == "heading":
                path = [(level, words) for level, words in path if level < block.level]
                path.append((block.level, _bare(block.words(self.text))))
            if block.kind == "head" and n not in inside:
                head = markup.read(self.text, block.spans, self._style_of(block, aside=False))
                heads = self._under_groups(n, found, statements.in_row(head))
            elif block.kind != "row":
                head, heads = Plain(), ()
            if n in inside or block.kind not in ("paragraph", "item", "row"):
                continue
            section = " › ".join(words for _, words in path if words)
            aside = asides.SECTION.match(path[-1][1]) if path else None
            plain = markup.read(self.text, self._spans(block), self._style_of(block, aside is not None))
            grouped = grouped_heads.joined(heads, statements.in_row(plain)) if self._second(n) else None
            if grouped:
                heads = tuple(grouped)
            elif plain.chars:
                found.append(_Taken(block, section, plain, head, heads))
        return self._taken_by_look(found)

    def _second(self, n: int) -> bool:
        """Whether it is the first row below a head."""
        last, row = self.cut[max(n - 1, 0)], self.cut[n]
        return last.kind == "head" and row.kind == "row" and "\n\n" not in self.text[last.end : row.begin]

    def _under_groups(self, n: int, found: list[_Taken], cells: list[str]) -> tuple[str, ...]:
        """The cells of the head at `n`; with the groups that the one row above it names, which is then taken from what
        was found.
        """
        above = found[-1] if found and n and found[-1].block is self.cut[n - 1] else None
        if above is None or above.block.kind != "row" or self.cut[n].apart or (n > 1 and self.cut[n - 2].kind == "row"):
            return tuple(cells)
        joined = grouped_heads.joined(statements.in_row(above.plain), cells, sure=True)
        if joined:
            found.pop()
        return tuple(joined or cells)

    def _spans(self, block: Block) -> tuple[tuple[int, int], ...]:
        """With its label where that is a mark: "[1] reports a fall." and "[1] It fell." are no items of a list."""
        (start, end), *rest = block.spans
        subject = block.sign in ("bracket", "source") and block.label in self.style.numbers
        if block.kind == "item" and subject and re.match(r"\s*[^\W\d_]", self.text[start:end]):
            return (block.begin, end), *rest
        return block.spans

    def _style_of(self, block: Block, aside: bool) -> Style:
        if aside:
            return self.style.bare
        code = _CODE.search(block.words(self.text)) is not None
        return replace(self.style, row=block.kind == "row", code=code)

    def _taken_by_look(self, found: list[_Taken]) -> list[_Taken]:
        """Without marks that only the words show: raised digits, authors and years, numbers in round brackets."""
        numbers = self.style.numbers
        marked = sum(1 for each in found for mark in each.plain.marks if self._is_numbered(mark))
        words = [each.plain.text for each in found]
        few = bool(numbers) and marked <= 1
        glued = few and raised.is_glued(words, numbers)
        round_ones = few and not glued and raised.is_parenthesised(words, numbers)
        made: list[_Taken] = []
        of_sources = columns.of_sources(self.text, self.cut) if numbers else {}
        for each in found:
            plain = raised.take_out(each.plain, numbers, each.block.kind == "row")
            if each.block.begin in of_sources:
                plain = columns.take_out(plain, of_sources[each.block.begin], numbers)
            if glued:
                plain = raised.take_out_glued(plain, numbers)
            if round_ones:
                plain = raised.take_out_parenthesised(plain, numbers)
            made.append(replace(each, plain=plain))
        return self._taken_by_author(made)

    def _taken_by_author(self, found: Sequence[_Taken]) -> list[_Taken]:
        """Without authors and years; in a report that cites by numbers, of which few entries are by those whom its
        prose names, without those of its entries only.
        """
        marked = self._by_author(found, "all" if self.style.authors else "several")
        keys = [key for each in marked for mark in each.plain.marks if mark.form == "author" for key in mark.keys]
        known = sum(1 for key in keys if self.known.knows(key.words, key.name))
        numbered = sum(1 for each in found for mark in each.plain.marks if self._is_numbered(mark))
        return self._by_author(found, "none") if numbered > len(keys) >= max(1, 2 * known) else marked

    def _by_author(self, found: Sequence[_Taken], strangers: Strangers) -> list[_Taken]:
        return [replace(each, plain=authors.take_out(each.plain, self.known.knows, strangers)) for each in found]

    def _is_numbered(self, mark: Found) -> bool:
        return any(key.way in ("number", "note") and self.known.find(key, mark.start) for key in mark.keys)

    def _resolved(self, piece: Piece, before: tuple[int, ...]) -> list[_Resolved]:
        """The marks of a piece; `before`: what the mark before it means."""
        if asides.is_navigation(piece):
            return []
        found: list[_Resolved] = []
        reached = -1
        for mark in sorted(piece.marks, key=lambda each: (each.start, -each.end)):
            if mark.end <= reached:
                continue  # a year in the words of a link that is a mark itself
            reached = mark.end
            places = [before if key.way == "again" else self.known.find(key, mark.start) for key in mark.keys]
            before = tuple(dict.fromkeys(chain.from_iterable(places)))
            raw = self._raw(mark)
            found.append((raw, before, mark.led))
            if before and not mark.led:
                lost = [key.name for key, each in zip(mark.keys, places, strict=True) if not each]
                self.known.partly += [f"{name} of {raw}" for name in lost]
        return found

    def _raw(self, mark: Found) -> str:
        raw = re.sub(r"\\([\[\]])", r"\1", " ".join(self.text[mark.start : mark.end].split()))
        if self.media in ("html", "docx", "pdf"):  # its reader sees neither tags nor where a link leads
            raw = _LINK.sub(r"\1", re.sub(r"</?(?:sup|a)\b[^<>]*>", "", raw))
        return raw.strip("[^]") if self.media == "docx" and mark.form == "note" else raw


def _attributed(made: list[Piece]) -> list[Piece]:
    """A quotation with whose it is, where its last line says so: "— Vilar, 1931 [2]"."""
    if len(made) < 2 or not asides.is_attribution(made[-1]):
        return made
    *quoted, last, whose = made
    told = replace(last, text=f"{last.text} {whose.text}", marks=last.marks + whose.marks, end=whose.end)
    return [*(each if each.marks else replace(each, marks=leading(whose.marks)) for each in quoted), told]


def _under_captions(made: list[_Made]) -> list[_Made]:
    """Rows that cite nothing cite what their table's caption does, or a sentence above or below that is of it."""
    found = list(made)
    n = 0
    for is_row, group in groupby(made, key=lambda each: each[2]):
        end = n + len(list(group))
        if is_row:
            above, below = (made[at][0] if 0 <= at < len(made) else None for at in (n - 1, end))
            told = [each for each in (above, below) if each and each.marks and asides.is_caption(each.text)]
            told += [each for each in _pieces(made[end : end + 2]) if statements.leads_to_source(each)]
            told += [above] if above and made[n - 1][1] == made[n][1] and _is_of(above, _pieces(made[n:end])) else []
            told += [below] if below and asides.is_of_data(below.text) else []
            marks = next((each.marks for each in told if each.marks), ())
            found[n:end] = [_citing(each, marks) for each in made[n:end]]
        n = end
    return found


def _pieces(made: Sequence[_Made]) -> list[Piece]:
    return [piece for piece, _, _ in made]


def _is_of(sentence: Piece, rows: Sequence[Piece]) -> bool:
    """Whether the sentence above a table tells of it: it says so, or names what a row or column does."""
    names = [name for row in rows for cell in row.cells[:1] for name in (cell.text, *(each.head for each in row.cells))]
    said = asides.is_of_table(sentence.text) or asides.is_of_data(sentence.text)
    return said or bool({*stems(" ".join(names))} & {*stems(sentence.text)})


def _citing(made: _Made, marks: tuple[Found, ...]) -> _Made:
    piece, section, is_row = made
    return (piece if piece.marks else replace(piece, marks=leading(marks))), section, is_row


def _first_of_rows(made: Sequence[_Made]) -> int:
    """Where the rows begin with which `made` ends."""
    return next((n + 1 for n in range(len(made) - 1, -1, -1) if not made[n][2] or made[n][1] != made[-1][1]), 0)


def _seen(text: str) -> str:
    """Comments, scripts and styles as blanks, so that offsets stay."""
    for opening, closing in _UNSEEN:
        unseen: list[tuple[int, int]] = []
        at = 0
        while (begun := opening.search(text, at)) and (ended := closing.search(text, begun.end())):
            at = ended.end()
            unseen.append((begun.start(), at))
        text = _blank(text, *unseen)
    return text


def _blank(text: str, *spans: tuple[int, int]) -> str:
    """The text with these stretches blank, so that offsets stay."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        parts += [text[done:start], re.sub(r"[^\n]", " ", text[max(start, done) : end])]
        done = max(done, end)
    return "".join(parts) + text[done:]


def _is_front(fields: str) -> bool:
    """Whether lines between two rules are the report's metadata."""
    return all(re.match(r"\s|[\w-]+\s*:|-\s|[#\]}]", line) for line in fields.split("\n") if line)


def _bare(words: str) -> str:
    """A heading's words."""
    shown = markup.read(words, ((0, len(words)),), Style(plain=True)).text.replace(HOLE, "")
    return " ".join(_ATTRIBUTES.sub("", shown).rstrip("#").split())
