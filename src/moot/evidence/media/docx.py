"""A .docx file as Markdown, with its footnotes, endnotes, links, raised marks, lists and tables.

The parts of the file are read as they are: python-docx has no door to footnotes, fields and tracked changes, and
nothing more is needed than the XML parser that reads HTML here. Deletions, comments, what is struck out, hidden, white
or tiny, headers and footers of pages and labels of pictures are kept apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import Any

from moot.evidence.media import chart, ink, letters, stated, tabular
from moot.evidence.media.header import at_end, part
from moot.evidence.media.hidden import ALTERNATIVE, DELETED, LEFT_OUT, REMARK, SAME_COLOUR, STRUCK
from moot.evidence.media.medium import CannotRead, Extract, Medium
from moot.evidence.media.merged import Cell, of_cells
from moot.evidence.media.packed import Packed, apart, opened
from moot.text.lazy import lazy_re

_UNSEEN = "hidden text"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NO_TEXT = tuple(f"{_W}{name}" for name in ("pPr", "rPr", "tblPr", "sectPr", "instrText"))
_DELETED = (f"{_W}del", f"{_W}moveFrom")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TINY = 4
"""Half points."""
_AROUND = ("header", "footer")
_LONGEST_MARK = 8
"""Characters of a mark that a note has instead of a number."""
_TOLD = 6
"""Words of a page's header or footer from which its being left out is told."""
_HYPERLINK = lazy_re(r"\s*HYPERLINK\s+(?:\\l\s+)?\"([^\"]+)\"(.*)", re.DOTALL)


def read(raw: bytes) -> Extract:
    """Raises `CannotRead` for what is no such file, is damaged or unpacks to too much."""
    with opened(raw, "docx") as packed:
        return _Reader(packed).read()


@dataclass
class _Reader:
    packed: Packed
    links: dict[str, str] = field(default_factory=dict[str, str])
    styles: dict[str, str] = field(default_factory=dict[str, str])
    """Names of styles, by id, in lower case."""
    marks: dict[str, Any] = field(default_factory=dict[str, Any])
    """The definitions of styles, by id."""
    ordered: dict[tuple[str, str], bool] = field(default_factory=dict[tuple[str, str], bool])
    """Whether a list (by id and level) has numbers."""
    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict[str, Counter[str]](Counter))
    shown: dict[str, str] = field(default_factory=dict[str, str])
    """The number that a note is shown with, or its own mark."""
    strokes: Counter[str] = field(default_factory=Counter[str])
    """How often each mark of its own is shown."""
    counted: Counter[str] = field(default_factory=Counter[str])
    """Notes of each kind that have a number."""
    own: set[str] = field(default_factory=set[str])
    """Notes that have a mark of their own instead."""
    marked: set[Any] = field(default_factory=set[Any])
    """Words that are such a mark."""
    hidden: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    changed: bool = False

    def read(self) -> Extract:
        body = self.packed.part("word/document.xml")
        if body is None:
            raise CannotRead("it is no docx file")
        self.links = self._targets("word/_rels/document.xml.rels")
        self._styles()
        self._lists()
        lines = list(self._blocks(body.find(f"{_W}body")))
        notes = [*self._notes("footnote"), *self._notes("endnote")]
        text = _joined([*lines, *notes, *self._charts()])
        self._comments()
        around = list(self._around())
        core = stated.core(self.packed)
        head = part(text)
        text, letter = letters.read(text, head.date or at_end(text), head.author, core.author)
        date = letter.date or None
        said = ("it has tracked changes: it was read as if all were accepted",) if self.changed else ()
        if any(how == _UNSEEN for how, _ in self.hidden):
            said = (*said, "text that is set hidden in it was left out")
        if around:
            said = (*said, f"its {' and '.join(around)} of pages were left out")
        if not date:
            said = (*said, *stated.undated(core.date))
        return Extract(
            text,
            core.title or letter.subject or head.title,
            date,
            None,
            said,
            apart([*self.hidden, *core.beside]),
            author=letter.writer or None,
        )

    def _comments(self) -> None:
        root = self.packed.part("word/comments.xml")
        for each in root.iter(f"{_W}comment") if root is not None else ():
            self.hidden.append((REMARK, "".join(text.text or "" for text in each.iter(f"{_W}t"))))

    def _around(self) -> Iterator[str]:
        """Headers and footers are kept apart; the kinds of which there is more than a few words."""
        for kind in _AROUND:
            told = ""
            for name in sorted(self._named(kind)):
                root = self.packed.part(name)
                for each in root.iter(f"{_W}p") if root is not None else ():
                    words = self._inline(each, {})
                    told = told or (f"{kind}s" if len(words.split()) >= _TOLD else "")
                    self.hidden.append((f"{LEFT_OUT} (page {kind})", words))
            if told:
                yield told

    def _named(self, kind: str) -> set[str]:
        """The parts of a kind, by their names and by what the document says that they are."""
        related: Any = self.packed.part("word/_rels/document.xml.rels")
        said = [
            str(each.get("Target"))
            for each in (related if related is not None else ())
            if str(each.get("Type")).endswith(f"/{kind}")
        ]
        named = {name for name in self.packed.names if re.fullmatch(rf"word/{kind}\d*\.xml", name)}
        return (named | {normpath(join("/word", each)).lstrip("/") for each in said}) & set(self.packed.names)

    def _charts(self) -> Iterator[str]:
        for name in sorted(self.packed.names):
            if re.fullmatch(r"word/charts/chart\d*\.xml", name):
                yield chart.text(self.packed.part(name))

    def _targets(self, name: str) -> dict[str, str]:
        root = self.packed.part(name)
        found: Any = root if root is not None else ()
        return {str(each.get("Id")): str(each.get("Target")) for each in found if each.get("TargetMode") == "External"}

    def _styles(self) -> None:
        root = self.packed.part("word/styles.xml")
        based: dict[str, str] = {}
        for style in root.iterfind(f"{_W}style") if root is not None else ():
            name, basis = style.find(f"{_W}name"), style.find(f"{_W}basedOn")
            self.marks[_value(style, "styleId")] = style
            self.styles[_value(style, "styleId")] = _value(name, "val").lower() if name is not None else ""
            based[_value(style, "styleId")] = _value(basis, "val") if basis is not None else ""
        for own in list(self.styles):
            basis = self.styles.get(based[own], "")
            if basis.startswith("heading") and not self.styles[own].startswith(("heading", "toc", "title")):
                self.styles[own] = basis

    def _lists(self) -> None:
        root = self.packed.part("word/numbering.xml")
        if root is None:
            return
        forms: dict[tuple[str, str], bool] = {}
        for abstract in root.iterfind(f"{_W}abstractNum"):
            for level in abstract.iterfind(f"{_W}lvl"):
                form = level.find(f"{_W}numFmt")
                key = (_value(abstract, "abstractNumId"), _value(level, "ilvl"))
                forms[key] = form is not None and _value(form, "val") == "decimal"
        for number in root.iterfind(f"{_W}num"):
            abstract = number.find(f"{_W}abstractNumId")
            for (name, level), is_ordered in forms.items():
                if abstract is not None and name == _value(abstract, "val"):
                    self.ordered[_value(number, "numId"), level] = is_ordered

    def _blocks(self, parent: Any) -> Iterator[str]:
        for node in parent if parent is not None else ():
            if node.tag == f"{_W}p":
                yield self._paragraph(node)
            elif node.tag == f"{_W}tbl":
                yield self._table(node)
            elif node.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
                yield from self._blocks(node)

    def _table(self, node: Any) -> str:
        rows: list[list[Cell]] = []
        for row in node.iterfind(f"{_W}tr"):
            before = row.find(f"{_W}trPr/{_W}gridBefore")
            rows.append([Cell("")] * _count(before) + [self._cell(cell) for cell in row.iterfind(f"{_W}tc")])
        return tabular.headed(of_cells(rows)) if rows else ""

    def _cell(self, cell: Any) -> Cell:
        words = " ".join(self._inline(each, self.links) for each in cell.iter(f"{_W}p"))
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        goes_on = merge is not None and _value(merge, "val") != "restart"
        return Cell(" ".join(words.split()), max(_count(cell.find(f"{_W}tcPr/{_W}gridSpan")), 1), goes_on)

    def _paragraph(self, node: Any) -> str:
        named = node.find(f"{_W}pPr/{_W}pStyle")
        identity = _value(named, "val") if named is not None else ""
        style = self.styles.get(identity) or identity.lower()
        text = " ".join(self._inline(node, self.links).split())
        if not text or style.startswith("toc"):
            return ""
        heading = re.fullmatch(r"heading\s?(\d)", style)
        if heading:
            return f"{'#' * min(6, int(heading[1]))} {text}"
        if style == "title":
            return f"# {text}"
        return f"{self._bullet(node, style)}{text}"

    def _bullet(self, node: Any, style: str) -> str:
        number = node.find(f"{_W}pPr/{_W}numPr")
        if number is None:
            if style.startswith("list number"):
                self.counts[style]["0"] += 1
                return f"{self.counts[style]['0']}. "
            return "- " if style.startswith("list bullet") else ""
        level, name = number.find(f"{_W}ilvl"), number.find(f"{_W}numId")
        depth = _value(level, "val") if level is not None else "0"
        identity = _value(name, "val") if name is not None else ""
        indent = "  " * min(int(depth) if depth.isdecimal() else 0, 8)
        if not self.ordered.get((identity, depth), style.startswith("list number")):
            return f"{indent}- "
        self.counts[identity][depth] += 1
        return f"{indent}{self.counts[identity][depth]}. "

    def _inline(self, node: Any, links: dict[str, str]) -> str:
        fields: list[list[str]] = []
        """Of each open field: its instruction, and the words before it."""
        parts: list[str] = []
        self._walk(node, links, parts, fields)
        return re.sub(r"</sup>(\s?)<sup>", r"\1", "".join(parts))

    def _walk(self, node: Any, links: dict[str, str], parts: list[str], fields: list[list[str]]) -> None:
        for each in node:
            tag = each.tag
            if tag == f"{_W}instrText" and fields:
                fields[-1][0] += each.text or ""
            if tag in _NO_TEXT or tag == _FALLBACK or not isinstance(tag, str):
                continue
            if tag in _DELETED:
                self.changed = True
                words = "".join(text.text or "" for text in each.iter(f"{_W}delText", f"{_W}t"))
                self.hidden.append((DELETED, words))
            elif each in self.marked:
                continue
            elif tag == f"{_W}t" and (how := self._unseen(each)):
                self.hidden.append((how, each.text or ""))
            elif tag == f"{_W}t":
                parts.append(_escaped(each.text or "", self._is_raised(each)))
            elif tag == f"{_M}t":
                parts.append(_escaped(each.text or "", False))
            elif tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
                parts.append(" ")
            elif tag == f"{_W}noBreakHyphen":
                parts.append("-")
            elif tag == f"{_W}bookmarkStart":
                name = _value(each, "name")
                parts.append(
                    f'<a id="{name}"></a>' if name and name != "_GoBack" and not name.startswith("_Toc") else ""
                )
            elif tag == f"{_W}fldChar":
                _field(_value(each, "fldCharType"), parts, fields)
            elif tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
                parts.append(self._reference(each))
            elif tag.endswith("}docPr"):
                self.hidden += [(ALTERNATIVE, str(each.get(name) or "")) for name in ("descr", "title")]
            elif tag == f"{_W}hyperlink":
                self._hyperlink(each, links, parts)
            else:
                self._walk(each, links, parts, fields)

    def _unseen(self, text: Any) -> str:
        """How a run of words is hidden; empty for what can be seen."""
        for name, how in (("vanish", _UNSEEN), ("strike", STRUCK), ("dstrike", STRUCK)):
            said = self._mark(text, name)
            if said is not None and _value(said, "val") not in ("0", "false", "off"):
                return how
        size = self._mark(text, "sz")
        if size is not None and _value(size, "val").isdecimal() and int(_value(size, "val")) <= _TINY:
            return "tiny type"
        colour = self._mark(text, "color")
        if colour is None or not ink.alike(ink.colour(f"#{_value(colour, 'val')}"), ink.WHITE):
            return ""
        return "" if self._is_on_ground(text) else SAME_COLOUR

    def _mark(self, text: Any, name: str) -> Any:
        """What a run says of its characters, else its style, else that of its paragraph."""
        run = text.getparent()
        found = run.find(f"{_W}rPr/{_W}{name}")
        styles = [run.find(f"{_W}rPr/{_W}rStyle")]
        for paragraph in run.iterancestors(f"{_W}p"):
            styles.append(paragraph.find(f"{_W}pPr/{_W}pStyle"))
            break
        for each in styles:
            style = self.marks.get(_value(each, "val")) if each is not None and found is None else None
            found = style.find(f"{_W}rPr/{_W}{name}") if style is not None else found
        return found

    def _is_raised(self, text: Any) -> bool:
        align = self._mark(text, "vertAlign")
        return align is not None and _value(align, "val") == "superscript"

    def _is_on_ground(self, text: Any) -> bool:
        """Whether a run stands on something that is, or may be, dark: shading, a drawing, a table with a style."""
        shade = self._mark(text, "shd")
        if self._mark(text, "highlight") is not None or (shade is not None and _is_dark(shade)):
            return True
        for up in text.iterancestors():
            if up.tag == f"{_W}txbxContent" or up.find(f"{_W}background") is not None:
                return True
            for kind in ("pPr", "tcPr", "tblPr"):
                own = up.find(f"{_W}{kind}")
                if own is None:
                    continue
                named = own.find(f"{_W}pStyle")
                style = self.marks.get(_value(named, "val")) if named is not None else None
                shade = own.find(f"{_W}shd")
                shade = style.find(f"{_W}pPr/{_W}shd") if shade is None and style is not None else shade
                if own.find(f"{_W}tblStyle") is not None or (shade is not None and _is_dark(shade)):
                    return True
        return False

    def _hyperlink(self, node: Any, links: dict[str, str], parts: list[str]) -> None:
        inner: list[str] = []
        self._walk(node, links, inner, [])
        words = "".join(inner)
        target = links.get(str(node.get(_R)), "")
        anchor = _value(node, "anchor")
        target = f"{target}#{anchor}" if target and anchor else target or (f"#{anchor}" if anchor else "")
        parts.append(_link(words, target))

    def _reference(self, node: Any) -> str:
        kind = "fn" if node.tag.endswith("footnoteReference") else "en"
        name = f"{kind}{_value(node, 'id')}"
        if name not in self.shown:
            self.shown[name] = self._own_mark(node, name) or self._number(kind)
        return f"[^{self.shown[name]}]"

    def _number(self, kind: str) -> str:
        self.counted[kind] += 1
        return f"e{self.counted[kind]}" if kind == "en" and self.counted["fn"] else f"{self.counted[kind]}"

    def _own_mark(self, node: Any, name: str) -> str:
        """The mark behind a reference that has no number (ECMA-376-1, 17.11.14), with a stroke for each note that is
        shown with the same; empty for one that has a number.
        """
        if _value(node, "customMarkFollows") not in ("1", "true", "on"):
            return ""
        behind = next(node.itersiblings(f"{_W}t", f"{_W}sym"), None)
        mark = "*" if behind is None or behind.tag != f"{_W}t" else (behind.text or "").strip()
        if not mark or len(mark) > _LONGEST_MARK:
            return ""
        self.own.add(name)
        self.marked.add(behind)
        self.strokes[mark] += 1
        return mark + "′" * (self.strokes[mark] - (0 if mark.isdecimal() else 1))

    def _notes(self, kind: str) -> Iterator[str]:
        """In the order in which they are shown: the file may hold them in another."""
        root = self.packed.part(f"word/{kind}s.xml")
        links = self._targets(f"word/_rels/{kind}s.xml.rels")
        texts: dict[str, str] = {}
        for note in root if root is not None else ():
            name = f"{'fn' if kind == 'footnote' else 'en'}{_value(note, 'id')}"
            if not _value(note, "type"):
                texts[name] = " ".join(" ".join(self._inline(each, links) for each in note.iter(f"{_W}p")).split())
        for name, mark in self.shown.items():
            text = texts.get(name)
            if text is not None and name in self.own:
                text = re.sub(rf"^(?:<sup>)?\\?{re.escape(mark.rstrip('′'))}(?:</sup>)?\s*", "", text)
            if text is not None:
                yield f"[^{mark}]: {text}"


def _value(node: Any, name: str) -> str:
    return str(node.get(f"{_W}{name}") or "")


def _count(span: Any) -> int:
    """Columns."""
    said = _value(span, "val") if span is not None else ""
    return min(int(said), 60) if said.isdecimal() and len(said) < 4 else 0


def _is_dark(shade: Any) -> bool:
    fill = _value(shade, "fill")
    return fill not in ("", "auto") and not ink.alike(ink.colour(f"#{fill}"), ink.WHITE)


def _escaped(text: str, raised: bool) -> str:
    """Characters that Markdown would take for markup."""
    text = re.sub(r"([\\*`<])|(?<!\w)(_)(?=\S)|(?<=\S)(_)(?!\w)", lambda m: f"\\{m[0]}", text)
    return f"<sup>{text}</sup>" if raised and text.strip() else text


def _field(kind: str, parts: list[str], fields: list[list[str]]) -> None:
    """A field begins, or ends: of a link its words become one."""
    if kind == "begin":
        fields.append(["", str(len(parts))])
    elif kind == "separate" and fields:
        fields[-1][1] = str(len(parts))
    elif kind == "end" and fields:
        instruction, begin = fields.pop()
        link = _HYPERLINK.match(instruction)
        if link:
            words = "".join(parts[int(begin) :])
            target = f"#{link[1]}" if re.match(r"\s*HYPERLINK\s+\\l", instruction) else link[1]
            parts[int(begin) :] = [_link(words, target)]


def _link(words: str, target: str) -> str:
    target = target.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
    raised = re.fullmatch(r"<sup>(.*)</sup>", words)
    words = raised[1] if raised else words
    return f"[{words}]({target})" if target and words.strip() else words


def _joined(lines: list[str]) -> str:
    """Items of a list stand under each other, all else is parted by a blank line."""
    text = ""
    before = ""
    for line in lines:
        if not line.strip():
            continue
        items = [re.match(r"\s*(?:-|\d+\.)\s", each) is not None for each in (before, line)]
        text += ("\n" if all(items) else "\n\n") + line if text else line
        before = line
    return text + "\n" if text else ""


MEDIUM = Medium("docx", (".docx", ".docm"), read)
