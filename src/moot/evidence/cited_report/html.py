"""HTML of a report as Markdown in which links, anchors and raised marks are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from moot.evidence.cited_report import asides
from moot.evidence.media import hidden, merged
from moot.evidence.media.decode import decode
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_GONE = lexicon("""
    script style template noscript iframe object svg canvas head form button nav select textarea audio video map dialog
""")
_AROUND = ("footer", "aside", "header")
_BLOCKS = lexicon("""
    p div section article main blockquote figure figcaption dl dd dt header footer aside body html ul ol table tbody
    thead tfoot details summary h1 h2 h3 h4 h5 h6 li tr td th caption pre hr address center fieldset
""")
_CLUTTER = lazy_re(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|share|sharing|social|cookie|related|sidebar|toc|pagination)"
    r"(?:$|[\s_-])"
)
_WIKI = lazy_re(
    r"(?:^|\s)(?:mw-editsection|mw-jump-link|mw-indicators?|hatnote|catlinks|navbox|sistersitebox|ambox|printfooter|sitesub"
    r"|contentsub|inline-template|vector-\S*|noprint)(?:$|\s)"
)
"""What an encyclopedia's software puts about an article."""
_CAPTIONS = lazy_re(r"(?:^|\s)(?:thumbcaption|gallerytext|wp-caption-text|image-caption|caption)(?:$|\s)")
_PLACE = lazy_re(r":\s?[\d–—,\s-]+")
"""Raised behind a mark: where in the source."""
_BACK = lazy_re(r"^[↩↑⏎^\ufe0e\ufe0f\s]*$|^(?:back|return|jump up).{0,20}$", re.IGNORECASE)
_MARK = lazy_re(
    r"[\[(]?\^?\d{1,4}[a-z]?[\])]?|[¹²³⁰-⁹]+|[*†‡§¶]+|.{0,60}\b(?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.)[\])]?.{0,12}"
)
_CHIP = lazy_re(r"(?:^|[\s_-])(?:chip|badge|pill|bubble)s?(?:$|[\s_-])")
"""The class of a small link beside a sentence, which names its source and is no word of it."""
_WIDEST = 200
"""Columns that spans are laid out over."""
_LONGEST_CHIP = 60
_LONGEST_CARD = 400
_BEFORE_CARD = 3
"""Words before its link, such as a number."""
_NUMBER = lazy_re(r"\s*(?:[\[(](?P<bracketed>\d{1,3})[\])]|(?P<dotted>\d{1,3})[.:)](?=\s|$))")
_ADDRESSES = ("data-url", "data-href", "data-source", "data-src")
_LINKS_ONLY = lazy_re(r"\s*\[[^\[\]]*\]\([^()\s]*\)(?:\s*[,;–—-]?\s*\[[^\[\]]*\]\([^()\s]*\)){1,40}\s*")
_LETTER = lazy_re(r"\[[^\[\]\d]{1,3}\]\(#([^()\s]*)\)")
_LETTERED = lazy_re(r"list-style(?:-type)?\s*:\s*lower-(?:alpha|latin)", re.IGNORECASE)
_AROUND_LINK = 4
"""Elements around a link in which the place is named to which another leads back."""
_NOTE_NAME = lazy_re(r"(?:fn|foot-?note|end-?note|note|ref|cite|citation|source|bib)[-_:.]?\w", re.IGNORECASE)
_DEEPEST = 150
"""Elements inside one another; what lies deeper is read as bare words."""


def markdown(raw: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The text, the title, and notes. Raises what the HTML medium raises for a page without an element."""
    from moot.evidence.media.html import declared, tree_of

    text, notes = decode(raw, declared(raw))
    tree = tree_of(text.replace("\xad", ""))
    title = " ".join((tree.findtext(".//title") or "").split())
    unseen = hidden.take_out(tree)
    left_out = sum(1 for each in unseen if each.how != hidden.COMMENT)
    if left_out:
        notes = (*notes, f"Text that the page hides was left out: {left_out} {'place' if left_out == 1 else 'places'}.")
    body: Any = tree.find("body")
    page = _Page(tree)
    parts = list(page.blocks(body if body is not None else tree, 0))
    if page.cut_off:
        notes = (
            *notes,
            f"What lies more than {_DEEPEST} elements deep was read as bare words: its citations are lost.",
        )
    return re.sub(r"\n{3,}", "\n\n", "\n\n".join(part for part in parts if part.strip())).strip() + "\n", title, notes


class _Page:
    def __init__(self, tree: HtmlElement) -> None:
        self.back = _back(tree)
        self.numbers = _numbers(tree)
        self.cut_off = False
        """Whether something lay too deep."""
        self.targets = {
            (link.get("href") or "")[1:]
            for link in tree.iter("a")
            if (link.get("href") or "").startswith("#")
            and link not in self.back
            and _cites(link.text_content().strip(), (link.get("href") or "")[1:])
        } - {""}
        """Places of the page that a mark links to."""
        self._names: dict[Any, list[str]] = {}
        for node in tree.iter():
            name = (node.get("id") or node.get("name") or "") if isinstance(node.tag, str) else ""
            if name in self.targets:
                self._names.setdefault(node, []).append(name)

    def blocks(self, node: HtmlElement, depth: int) -> Iterator[str]:
        """The blocks of an element, in Markdown."""
        run: list[str] = [_escaped(node.text or "")]
        for child in node:
            if isinstance(child.tag, str) and self._is_block(child, depth):
                yield _line("".join(run))
                yield from self._block(child, depth + 1)
                run = []
            elif isinstance(child.tag, str):
                run.append(self.inline(child, depth + 1))
            run.append(_escaped(child.tail or ""))
        yield _line("".join(run))

    def _is_block(self, node: HtmlElement, depth: int) -> bool:
        if self._too_deep(depth):
            return False
        return node.tag in _BLOCKS or any(each.tag in _BLOCKS for each in node.iterdescendants())

    def _too_deep(self, depth: int) -> bool:
        self.cut_off = self.cut_off or depth > _DEEPEST
        return depth > _DEEPEST

    def _block(self, node: HtmlElement, depth: int) -> Iterator[str]:
        tag = str(node.tag)
        if self._left_out(node):
            if tag == "header":
                yield from (
                    f"{'#' * int(str(each.tag)[1])} {self.inline_of(each, depth)}" for each in node.iter("h1", "h2")
                )
            return
        if re.fullmatch(r"h[1-6]", tag):
            words = _line(self.inline_of(node, depth))
            yield f"{'#' * int(tag[1])} {words}" if words else ""
        elif tag in ("ul", "ol"):
            yield "\n".join(self._items(node, depth))
        elif tag == "dl":
            yield from self._described(node, depth)
        elif tag == "table":
            yield from self._table(node, depth)
        elif tag in ("figcaption", "caption") or _CAPTIONS.search((node.get("class") or "").lower()):
            words = _line(self._flat(node, depth))
            yield (
                words
                if not words or asides.is_caption(words)
                else f"{'Table' if tag == 'caption' else 'Figure'}: {words}"
            )
        elif tag == "pre":
            yield "```\n" + node.text_content().replace("```", "'''") + "\n```"
        elif card := self._card(node, depth):
            yield card
        else:
            parts = list(self.blocks(node, depth))
            first = next((n for n, part in enumerate(parts) if part.strip()), None)
            if first is not None and node in self._names and not re.match(r"[#|`>-]|\d+\.\s", parts[first]):
                parts[first] = self._anchors(node) + parts[first]
            yield from parts

    def _card(self, node: HtmlElement, depth: int) -> str:
        """A small box about one link that is drawn around a block, as lists of sources show them; "" for another."""
        links = list(islice(node.iter("a"), 2))
        target = (links[0].get("href") or "") if len(links) == 1 else ""
        if not re.match(r"https?://", target) or not any(each.tag in _BLOCKS for each in links[0].iterdescendants()):
            return ""
        if sum(len(words) for words in islice(node.itertext(), _LONGEST_CARD)) > _LONGEST_CARD:
            return ""
        words = [each for part in self.blocks(links[0], depth) if (each := _line(part).lstrip("# "))]
        rest = "" if node is links[0] else _line(self._flat(node, depth, ("a",)))
        before = node.text_content().partition(links[0].text_content())[0]
        if not words or len(before.split()) > _BEFORE_CARD:
            return ""  # a sentence into which a link was set
        return self._anchors(node) + " ".join([_link(links[0], words[0]), *words[1:], rest]).strip()

    def _left_out(self, node: HtmlElement) -> bool:
        tag = str(node.tag)
        if tag in _GONE or (node.get("role") or "") in ("navigation", "menu", "search"):
            return True
        named = f"{node.get('class') or ''} {node.get('id') or ''}".lower()
        if _WIKI.search(named):
            return True
        if tag not in _AROUND and not _CLUTTER.search(named):
            return False
        if any(each in self._names for each in node.iter("li", "p", "dd", "dt", "div", "span", "a", "aside")):
            return False
        if re.search(r"note|ref|source|bibl|cit", named):
            return False
        return tag in _AROUND or _mostly_links(node)

    def _anchors(self, node: HtmlElement) -> str:
        return "".join(
            f'<a id="{name}"></a>' for name in self._names.get(node, ()) if re.fullmatch(r"[^\s\"<>]+", name)
        )

    def _items(self, node: HtmlElement, depth: int, indent: str = "") -> Iterator[str]:
        start = node.get("start") or "1"
        number = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
        lettered = node.tag == "ol" and (node.get("type") == "a" or _LETTERED.search(node.get("style") or ""))
        for item in node:
            if not isinstance(item.tag, str) or self._too_deep(depth):
                continue
            if item.tag in ("ul", "ol"):
                yield from self._items(item, depth + 1, f"{indent}  ")
                continue
            value = item.get("value") or ""
            number = int(value) if re.fullmatch(r"\d{1,6}", value) else number
            mark = f"{number}." if node.tag == "ol" else "-"
            if lettered and 0 < number <= len(ascii_lowercase) and item in self._names:
                mark = f"[{ascii_lowercase[number - 1]}]"
            own = self._own(item, depth)
            if own:
                yield f"{indent}{mark} {own}"
            number += 1
            for inner in item.iterdescendants("ul", "ol"):
                if next(inner.iterancestors("ul", "ol"), None) is node:
                    yield from self._items(inner, depth + 1, f"{indent}  ")

    def _own(self, item: HtmlElement, depth: int) -> str:
        """The words of an item without the lists inside it."""
        return _line(self._anchors(item) + self._flat(item, depth, ("ul", "ol")))

    def _flat(self, node: HtmlElement, depth: int, without: tuple[str, ...] = ()) -> str:
        parts = [_escaped(node.text or "")]
        for child in node:
            if isinstance(child.tag, str) and child.tag not in without and not self._left_out(child):
                block = child.tag in _BLOCKS
                inner = (
                    self._anchors(child) + self._flat(child, depth + 1, without)
                    if block
                    else self.inline(child, depth + 1)
                )
                parts.append(f" {inner} " if block else inner)
            parts.append(_escaped(child.tail or ""))
        return "".join(parts)

    def _described(self, node: HtmlElement, depth: int) -> Iterator[str]:
        term = ""
        for child in node.iter("dt", "dd"):
            words = _line(self._anchors(child) + self._flat(child, depth))
            if child.tag == "dt":
                term = f"{term} {words}".strip()
            else:
                yield f"{term} {words}".strip()
                term = ""
        yield term

    def _table(self, node: HtmlElement, depth: int) -> Iterator[str]:
        rows = [row for row in node.iter("tr") if next(row.iterancestors("table")) is node]
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
        if max(map(len, cells), default=0) < 2:
            for row in cells:
                for cell in row:
                    yield from self.blocks(cell, depth)
            return
        for caption in node.iterchildren("caption"):
            yield from self._block(caption, depth)
        words = [
            [_line(self._anchors(cell) + self._flat(cell, depth)).replace("|", "/") for cell in row] for row in cells
        ]
        told = merged.of_cells(_placed(cells, words)) if any(map(_spans, chain.from_iterable(cells))) else words
        above = len(words) - len(told)  # rows of its head that became one
        anchors = list(map(self._anchors, rows))
        anchors = ["".join(anchors[: above + 1]), *anchors[above + 1 :]]
        lines = [f"| {anchor}{' | '.join(row)} |" for anchor, row in zip(anchors, told, strict=True)]
        if cells[0] and (all(map(_heads, cells[0])) or rows[0].getparent().tag == "thead"):
            lines.insert(1, "|" + "---|" * len(told[0]))
        yield "\n".join(lines)

    def inline(self, node: HtmlElement, depth: int) -> str:
        """An element inside a line, with its own markup."""
        tag = str(node.tag)
        if chip := _chip(node, self.numbers):
            return chip
        if self._left_out(node):
            return ""
        if self._too_deep(depth):
            return _escaped(node.text_content())
        inner = self.inline_of(node, depth)
        if tag == "br":
            return "\n"
        if tag == "a":
            return self._anchors(node) + ("" if node in self.back else self._raised(_link(node, inner), inner))
        if tag == "sup" and inner.strip():
            if _PLACE.fullmatch(inner.strip()):
                return ""
            if not re.search(r"\]\([^)]*\)", inner):
                inner = f"<sup>{inner}</sup>"
            elif _LINKS_ONLY.fullmatch(inner) or self._is_letter(inner):
                inner = f"[{inner.strip()}]"  # 2, 3 raised is one mark
        elif tag in ("code", "kbd", "samp", "tt") and "`" not in inner and inner.strip():
            bare = re.sub(r"\\(.)", r"\1", inner)
            inner = f"`{bare}`"
        elif tag == "q":
            inner = f"“{inner}”"
        elif tag in ("i", "em", "cite") and re.match(r"[^\s\[*][^*]{3,}[^\s\]*]$", inner):
            inner = f"*{inner}*"
        return self._anchors(node) + inner

    def _raised(self, made: str, inner: str) -> str:
        """A link whose words are raised: a letter is no word."""
        return f"[{made}]" if inner.strip().startswith("<sup>") and self._is_letter(made) else made

    def _is_letter(self, link: str) -> bool:
        letter = _LETTER.fullmatch(link.strip())
        return letter is not None and letter[1] in self.targets

    def inline_of(self, node: HtmlElement, depth: int) -> str:
        """What stands inside an element."""
        parts = [_escaped(node.text or "")]
        for child in node:
            if isinstance(child.tag, str):
                parts.append(self.inline(child, depth + 1))
            parts.append(_escaped(child.tail or ""))
        return "".join(parts)


def _back(tree: HtmlElement) -> set[Any]:
    """The links that lead back: to a place about a link before them that leads to where they stand."""
    found: set[Any] = set()
    about: dict[str, set[str]] = {}
    for link in tree.iter("a"):
        target = (link.get("href") or "").strip()
        if not target.startswith("#"):
            continue
        around = [link, *islice(link.iterancestors(), _AROUND_LINK)]
        here = {name for each in around if (name := each.get("id") or each.get("name"))}
        if any(target[1:] in about.get(name, ()) for name in here):
            found.add(link)
        else:
            about.setdefault(target[1:], set()).update(here)
    return found


def _cites(words: str, name: str) -> bool:
    """Whether a link inside the page is a mark: neither the way back from a note nor a line of the contents."""
    if _BACK.match(words) or re.match(r"(?:fn|cite_?)_?ref", name):
        return False
    return bool(_MARK.fullmatch(words)) or (len(words) < 80 and bool(_NOTE_NAME.match(name)))


def _link(node: HtmlElement, inner: str) -> str:
    target = (node.get("href") or "").strip()
    words = _line(re.sub(r"</?sup>", "", inner))
    if _BACK.match(words) and (not words or target.startswith("#")):
        return ""
    if not target or re.match(r"(?:javascript|mailto|data|tel|vbscript):", target, re.IGNORECASE):
        return inner
    # Brackets in the address that pair are kept: Markdown reads them.
    target = re.sub(r"\s", "%20", target)
    if not re.fullmatch(r"(?:[^()]|\([^()]*\))*", target):
        target = target.replace("(", "%28").replace(")", "%29")
    return f"[{words}]({target})"


def _heads(cell: HtmlElement) -> bool:
    """Whether a cell looks like one of those that head a table: all of it bold, where it has words."""
    bold = "".join(each.text_content() for each in cell.iterdescendants("b", "strong"))
    return cell.tag == "th" or "".join(bold.split()) == "".join(cell.text_content().split())


def _span(cell: HtmlElement, name: str) -> int:
    stated = (cell.get(name) or "1").strip()
    return max(int(stated), 1) if re.fullmatch(r"[0-9]{1,5}", stated) else 1


def _spans(cell: HtmlElement) -> bool:
    return _span(cell, "colspan") > 1 or _span(cell, "rowspan") > 1


def _placed(cells: list[list[HtmlElement]], words: list[list[str]]) -> list[list[merged.Cell]]:
    """The cells of a table with how wide they are, and one in each row that a cell above goes on in."""
    hanging: dict[int, tuple[int, int]] = {}
    placed: list[list[merged.Cell]] = []
    for row, said in zip(cells, words, strict=True):
        made: list[merged.Cell] = []
        column = 0
        waiting = list(zip(row, said, strict=True))[::-1]
        while waiting or any(each >= column for each in hanging):
            left, wide = hanging.pop(column, (0, 1))
            if left:
                made.append(merged.Cell("", wide, goes_on=True))
                if left > 1:
                    hanging[column] = (left - 1, wide)
            elif waiting:
                cell, told = waiting.pop()
                wide = min(_span(cell, "colspan"), max(_WIDEST - column, 1))
                made.append(merged.Cell(told, wide))
                if _span(cell, "rowspan") > 1 and column < _WIDEST:
                    hanging[column] = (_span(cell, "rowspan") - 1, wide)
            else:
                made.append(merged.Cell(""))
            column += wide
        placed.append(made)
    return placed


def _numbers(tree: HtmlElement) -> set[str]:
    """The numbers of the page's lists: those that a browser counts, and those written before an entry."""
    found: set[str] = set()
    for each in tree.iter("ol"):
        start = each.get("start") or "1"
        first = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
        found |= {str(first + n) for n, _ in enumerate(each.iterchildren("li"))}
    for each in tree.iter("li", "p", "div", "tr", "dt"):
        begun = next((words for words in islice(each.itertext(), 4) if words.strip()), "")
        number = _NUMBER.match(begun)
        if number:
            found.add(number["bracketed"] or number["dotted"])
        elif re.fullmatch(r"\d{1,3}", begun.strip()) and (each.tag != "p" or each.find(".//a") is not None):
            found.add(begun.strip())
    return found


def _chip(node: HtmlElement, numbers: set[str]) -> str:
    """A chip as marks: in brackets its number, or each of its links without what else it shows; "" if it is none,
    as where it holds words that are no link's, or a number that no list of the page has.
    """
    if not _CHIP.search((node.get("class") or "").lower()):
        return ""
    shown = _line(node.text_content())
    if re.fullmatch(r"\d{1,3}", shown) and node.tag != "a":
        return f"[{shown}]" if shown in numbers else ""
    targets = [(each.get("href") or "", _line(each.text_content())) for each in node.iter("a")]
    linked = sum(len(re.findall(r"[^\W\d_]", words)) for _, words in targets)
    if targets and len(re.findall(r"[^\W\d_]", shown)) > linked:
        return ""
    if max((len(words) for _, words in targets), default=len(shown)) > _LONGEST_CHIP:
        return ""
    targets = targets or [(next((node.get(name) or "" for name in _ADDRESSES if node.get(name)), ""), shown)]
    return "".join(
        f"[[{_escaped(words) or '↗'}](<{target}>)]"
        for target, words in targets
        if re.match(r"https?://[^\s<>]+$", target)
    )


def _mostly_links(node: HtmlElement) -> bool:
    linked = sum(len(link.text_content()) for link in node.iter("a"))
    return linked * 2 > len("".join(node.text_content().split()))


def _escaped(text: str) -> str:
    """Characters that Markdown would take for markup."""
    return re.sub(r"[\\*`<]|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)", lambda mark: f"\\{mark[0]}", text)


def _line(text: str) -> str:
    return " ".join(text.split())
