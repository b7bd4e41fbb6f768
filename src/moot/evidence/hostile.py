"""What in a source addresses models instead of readers, or hides. It is named, and stays data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from moot.evidence import blocks, invisible, orders
from moot.evidence.invisible import CHARACTERS, OF_SELECTORS, SELECTORS, TAGS, ZERO_WIDTH
from moot.evidence.media import hidden, ink
from moot.evidence.media.hidden import ALTERNATIVE, COMMENT, DELETED, LEFT_OUT, METADATA, NOTES, REMARK, STRUCK
from moot.evidence.orders import Order, programs
from moot.text import lookalikes, sentences
from moot.text.lazy import lazy_re
from moot.text.visible import line
from moot.words import Document, Noticed, Place

_EXCERPT, _UNSEEN = 160, 600
"""Characters shown of what is named; of an order that nobody sees in its source, where no reader can look it up."""
_MOST = 30
"""Notices of one document: a source full of orders is named as such long before. The last stands for the rest."""
_DOUBTED = 5
"""Of them doubtful ones: they are told behind the others, and take no room from them."""
_PROSE = 6
"""Words from which hidden text is worth naming even without an order in it."""
_JOINERS = "\u200c\u200d"
"""Ordinary in emoji, Persian and Indian scripts."""
_SPELLED = (TAGS, SELECTORS, ZERO_WIDTH)
_OPEN = (REMARK, NOTES, DELETED, STRUCK)
"""Whoever opens the file sees them: no part of its text, and not hidden."""
_WITHIN = (
    "text turned around by bidirectional overrides",
    "figure in letters that only look like digits",
    "word in letters that only look Latin",
)
"""A person sees another sentence there than a program reads: nothing of it is left."""
_BESIDE = ("code that", "hidden text", "text in invisible", "text in zero-width", "order to models, hidden")
"""Nothing of it is part of a sentence: what stands around it is left."""
_PAGES = 50_000
"""Characters of a source, hidden ones too, whose notices are kept."""
_FOLLOWING = 600
"""Characters from where an order begins of which nobody quotes any, up to the end of their sentence."""
_PARAGRAPH = 6_000
"""Characters before and behind a notice, at most, in which the ends of its sentence and paragraph are looked for."""


_BEYOND_ASCII: tuple[tuple[str, re.Pattern[str]], ...] = (
    (TAGS, lazy_re("[\U000e0000-\U000e007f]{2,}")),
    (SELECTORS, lazy_re(OF_SELECTORS)),
    (ZERO_WIDTH, lazy_re(f"[{CHARACTERS}]{{3,}}")),
    (_WITHIN[0], lazy_re("[\u202d\u202e](?:[^\n\u202c-\u202e]{0,2000}\u202c)?")),
    (
        _WITHIN[1],
        lazy_re(
            "[\U0001d7ce-\U0001d7ff](?:[.,]?[\U0001d7ce-\U0001d7ff]){1,20}|\\d[.,]?[\u041e\u043e\u0417\u039f\u03bf][.,]?\\d"
            "|\\d[.,]?[\u041e\u0417\u039f]{1,3}(?!\\w)"
        ),
    ),
)
"""Text in ASCII has none of them."""
_MARKUP: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "hidden text (style)",
        "style",
        lazy_re(
            r"<(\w{1,12})\s[^<>]{0,300}?style\s{0,4}=\s{0,4}[\"'](?P<style>[^\"'<>]{1,300})[\"'][^<>]{0,300}>"
            r"(?P<words>[^<]{1,4000})(?:</\1>)?"
        ),
    ),
    (
        "hidden text (hidden attribute)",
        "hidden",
        lazy_re(
            r"<(\w{1,12})\s(?:[^<>]{0,300}\s)?hidden(?:=[^\s<>]{0,20})?[^<>]{0,300}>(?P<words>[^<]{1,4000})(?:</\1>)?"
        ),
    ),
    (
        "hidden text (Markdown reference)",
        "]:",
        lazy_re(r"^\[(?://|comment)\]:\s{0,4}#?\s{0,4}[(\"'](?P<words>[^\n]{1,2000})", re.M | re.I),
    ),
)
"""With what each has in it."""


def scan(document: Document) -> list[Noticed]:
    """Orders to models and hidden text of one document, in its order; then hidden text that reading left out, and last
    what may be an order, which is told and left as it is."""
    known = len(document.text) + sum(len(each.text) for each in document.hidden) <= _PAGES
    return list(_kept(document) if known else _scan(document))  # pyright: ignore[reportArgumentType]  # it is frozen


def _scan(document: Document) -> tuple[Noticed, ...]:
    code = [Order(*each) for each in programs.find(document.text)]
    # What orders are told by are words: code within a sentence is none of them.
    told = list(_orders(_blank(document.text, ((each.start, each.end) for each in code))))
    found = [*_in_text(document.text), *code, *(each for each in told if not each.doubtful)]
    found.sort(key=lambda each: (each.start, -each.end))
    notices = [
        *_notices(document, _few(list(_apart(found)))),
        *_on_card(document),
        *_left_out(document),
    ]
    sure = tuple(dict.fromkeys(notices))[:_MOST]
    return (*sure, *_notices(document, _doubtful(document.text, told, sure)))[:_MOST]


def _notices(document: Document, found: list[Order]) -> Iterator[Noticed]:
    for each, place in zip(found, _places(document, found), strict=True):
        excerpt = _said(document.text, each, _most(each))
        noticed = Noticed(
            source=document.source.id, what=each.what, excerpt=excerpt, place=place, doubtful=each.doubtful
        )
        yield noticed.model_copy(update={"behind": _behind(document.text, noticed)})


def _behind(text: str, noticed: Noticed) -> int:
    """Sentences behind its first that nobody quotes either."""
    if noticed.doubtful or noticed.place is None or noticed.what.startswith(_BESIDE):
        return 0
    _, end = _reach(text, noticed, noticed.place)
    words = text[noticed.place.start : end]
    # A row of a table is one unit, however many sentences stand in its cells.
    parts = words.split("|") if blocks.row(text, noticed.place.start) else [words]
    told = (span.of(part) for part in parts for span in sentences.split(part))
    return max(0, sum(1 for each in told if any(map(str.isalnum, each))) - 1)


def _doubtful(text: str, told: Iterable[Order], sure: Sequence[Noticed]) -> list[Order]:
    """The first that stand where nothing is left out anyway."""
    found = [each for each in told if each.doubtful]
    gone = reaches(text, sure) if found else []
    return [each for each in found if not any(start < each.end and each.start < end for start, end in gone)][:_DOUBTED]


_kept = lru_cache(maxsize=256)(_scan)
"""Run after run is given the same sources, at a millisecond for 500 characters; whole books would fill the memory."""


def left(text: str, notices: Sequence[Noticed]) -> str:
    """The text with blanks for all that nobody quotes, as long as it was, so that places in it stay."""
    return _blank(text, reaches(text, notices))


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if end > done:
            parts += [text[done:start], " " * (end - max(start, done))]
            done = end
    return "".join([*parts, text[done:]])


def reaches(text: str, notices: Sequence[Noticed]) -> list[tuple[int, int]]:
    """Start and end of what nobody quotes, for each notice that has a place in the text and is not doubtful."""
    return [_reach(text, each, each.place) for each in notices if each.place is not None and not each.doubtful]


def _reach(text: str, noticed: Noticed, place: Place) -> tuple[int, int]:
    """From the sentence of an order to the end of its paragraph or code, or of what follows soon (`_FOLLOWING`); in a
    list, of its line. In a table its row, and of the head its cell alone, which the other columns do without.

    What follows an order is of the same hand; what stands before it may be genuine, and so may a long text behind it,
    which a line put in front of it must not take from the reader. Hidden text and code are no orders: what stands
    around them is genuine, but in a row, which without them has other cells than its source shows.
    """
    row = blocks.row(text, place.start)
    if noticed.what.startswith(_BESIDE) and (row is None or row[2]):
        return place.start, place.end
    if row is not None:
        return _in_table(text, place, *row)
    first, last = _sentence(text, place)
    if noticed.what in _WITHIN:
        return first, last
    begun = text.rfind("\n", 0, place.start) + 1
    alone = re.match(r"[ \t]{0,8}(?:[-*+#>]|\d{1,3}[.)]\s)", text[begun : begun + 16])
    end = re.compile(r"\n" if alone else r"\n\n|\n {0,3}(?:```|~~~)").search(text, len(text[: place.end].rstrip()))
    paragraph = end.start() if end else len(text)
    soon = max(last, place.end, place.start + _FOLLOWING)
    if paragraph <= soon:
        return first, paragraph
    return first, min(paragraph, _sentence(text, place.model_copy(update={"start": soon, "end": soon + 1}))[1])


def _in_table(text: str, place: Place, start: int, end: int, head: bool) -> tuple[int, int]:
    """`start`, `end`: of the row in which the place begins."""
    if not head:
        stop = text.find("\n", place.end - 1)
        return start, stop if stop >= 0 else len(text)
    bar = text.find("|", place.end, end)
    return max(start, text.rfind("|", start, place.start) + 1), bar if bar >= 0 else max(end, place.end)


def _sentence(text: str, place: Place) -> tuple[int, int]:
    """Start and end of the sentences that hold the place, together."""
    first = text.rfind("\n\n", max(0, place.start - _PARAGRAPH), place.start)
    first = first + 2 if first >= 0 else max(0, place.start - _PARAGRAPH)
    last = text.find("\n\n", place.end, place.end + _PARAGRAPH)
    last = last if last >= 0 else place.end + _PARAGRAPH
    spans = [(first + each.start, first + each.end) for each in sentences.split(text[first:last])]
    held = [(start, end) for start, end in spans if start < place.end and place.start < end]
    return min([place.start, *(start for start, _ in held)]), max([place.end, *(end for _, end in held)])


@lru_cache(maxsize=4096)
def tells_orders(words: str) -> bool:
    """Whether a heading, a title, a name or hidden words tell models what to do."""
    return bool(orders.find(words))


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """A title or a heading as it is read: without code that acts, and empty where it tells models what to do."""
    return "" if tells_orders(name) else programs.without(name)


def _orders(text: str) -> Iterator[Order]:
    """Also where zero-width characters are strewn between the letters."""
    if not any(char in text for char in CHARACTERS):
        yield from orders.find_with_doubtful(text)
        return
    kept = [at for at, char in enumerate(text) if char not in CHARACTERS]
    bare = "".join(text[at] for at in kept)
    for order in orders.find_with_doubtful(bare):
        yield replace(order, start=kept[order.start], end=kept[order.end - 1] + 1)


def _in_text(text: str) -> Iterator[Order]:
    forms = () if text.isascii() else _BEYOND_ASCII
    for what, form in (*forms, *((what, form) for what, sign, form in _MARKUP if sign in text)):
        for match in form.finditer(text):
            if _counts(text, what, match):
                words = match["words"] if "words" in form.groupindex else ""
                said = invisible.told(match[0]) if what in _SPELLED else words
                named = (
                    what.replace("hidden text", "order to models, hidden") if words and tells_orders(words) else what
                )
                yield Order(named, match.start(), match.end(), said)
    yield from (Order(_WITHIN[2], each.start, each.end) for each in lookalikes.find(text))
    yield from _comments(text)
    strewn = None if text.isascii() else re.search(r"(?:[A-Za-z][\u200b\u2060\ufeff]){3,}[A-Za-z]", text)
    if strewn:
        yield Order("words broken up by zero-width characters", strewn.start(), strewn.end())


def _comments(text: str) -> Iterator[Order]:
    """By searching, not by one expression: a page of a million unclosed comments must not cost their square.

    Comments without an order are common: the first of a document stands for all.
    """
    end, named = 0, False
    while (start := text.find("<!--", end)) >= 0:
        close = text.find("-->", start + 4)
        end = close + 3 if close >= 0 else len(text)
        words = text[start + 4 : close if close >= 0 else len(text)]
        if orders.find(words):
            yield Order("order to models, hidden (HTML comment)", start, end)
        elif not named and _is_prose(words):
            named = True
            yield Order("hidden text (HTML comment)", start, end)


def _counts(text: str, what: str, match: re.Match[str]) -> bool:
    if "tag characters" in what:
        # A black flag with tags is the flag of a region.
        return not (match.start() and text[match.start() - 1] == "\U0001f3f4" and len(match[0]) <= 7)
    if "zero-width" in what:
        # One character repeated spells nothing.
        return any(char not in _JOINERS for char in match[0]) and len(set(match[0])) > 1
    if "words" not in match.re.groupindex:
        return True
    if "style" in match.re.groupindex and not hidden.unseen(match["style"]) and not _is_white(text, match):
        return False
    return len(match["words"].split()) >= _PROSE or tells_orders(match["words"])


def _is_white(text: str, match: re.Match[str]) -> bool:
    """Words in the colour of the page; not after something else that has a ground of its own."""
    before = text[max(0, match.start() - _PARAGRAPH) : match.start()]
    return ink.hides(match["style"].lower()) and not re.search(r"background|bgcolor", before)


def _apart(found: list[Order]) -> Iterator[Order]:
    """Of two at the same place the first, unless the second says more of it."""
    reach, said = -1, ""
    for each in found:
        if each.start >= reach or (each.what != said and not said.startswith("text in") and "hidden" not in said):
            yield each
            reach, said = max(reach, each.end), each.what


def _few(found: list[Order]) -> list[Order]:
    """So many as are told. Of the others nothing is quoted either, nor what stands between them."""
    rest = found[_MOST - 1 :]
    if len(rest) < 2:
        return found
    what = f"{len(rest)} more of the like, with all that stands between"
    return [*found[: _MOST - 1], Order(what, rest[0].start, max(each.end for each in rest))]


def _places(document: Document, found: list[Order]) -> Iterator[Place]:
    """Where the finds lie; the passage is empty for what stands in a heading."""
    from moot.evidence import passages

    whole = passages.split(document) if found else []
    for at in found:
        held = next((each.id for each in whole if each.end > at.start and each.start < at.end), "")
        yield Place(source=document.source.id, passage=held, start=at.start, end=at.end)


def _most(order: Order) -> int:
    return _UNSEEN if ", hidden (" in order.what else _EXCERPT


def _said(text: str, order: Order, most: int = _EXCERPT) -> str:
    if order.spelled:
        return visible(order.spelled, most)
    alone = order.what.startswith("code that")
    return visible(text[order.start : order.end], most) if alone else _excerpt(text, order.start, order.end, most)


def _excerpt(text: str, start: int, end: int, most: int) -> str:
    """The place with the rest of its sentence, in visible characters."""
    stop = min(len(text), max(end, min(start + most, _line_end(text, end))))
    return visible(text[start : min(stop, start + 4 * most)], most)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def visible(words: str, most: int = _EXCERPT) -> str:
    """In one line, cut short; what invisible characters spell is told in letters."""
    for what, form in _BEYOND_ASCII:
        if what in _SPELLED:
            words = form.sub(lambda match: f" {invisible.spelled(match[0])} ", words)
    return line(words, most)


def _on_card(document: Document) -> Iterator[Noticed]:
    """In what is shown of a source beside its text."""
    source = document.source
    called = {"title": source.title, "author": source.author, "journal": source.journal, "name": _name(source.origin)}
    for where, words in called.items():
        for order in orders.find_in_name(words or ""):
            yield Noticed(source=source.id, what=f"{order.what}, in its {where}", excerpt=visible(words or ""))
    # Orders in these are told as what it says of itself beside its title.
    for where, words in (called | {"site": source.site, "licence": source.licence}).items():
        for what, start, end in _not_words(words or ""):
            yield Noticed(source=source.id, what=f"{what}, in its {where}", excerpt=visible((words or "")[start:end]))


def _not_words(name: str) -> Iterator[tuple[str, int, int]]:
    """Of a place the widest."""
    alike = ((_WITHIN[2], each.start, each.end) for each in lookalikes.find(name))
    reach = 0
    for what, start, end in sorted((*programs.find_in_name(name), *alike), key=lambda each: (each[1], -each[2])):
        if start >= reach:
            yield what, start, end
            reach = end


def _name(origin: str) -> str:
    """Of a file; an address is no text."""
    return "" if "://" in origin else origin.rsplit("/", 1)[-1]


def _left_out(document: Document) -> Iterator[Noticed]:
    """Hidden text with an order is named by the order; other hidden prose once for each means.

    Comments, labels, metadata and what is seen beside the text are not named without an order: nearly every page has
    some, and none is evidence.
    """
    named: set[str] = set()
    for each in document.hidden:
        found = orders.find(each.text)
        beside = each.how.startswith(LEFT_OUT)
        if found:
            yield Noticed(
                source=document.source.id,
                what=f"{found[0].what}, {each.how if beside else f'hidden ({each.how})'}",
                excerpt=_said(each.text, found[0], _EXCERPT if beside else _UNSEEN),
            )
        elif each.how in _SPELLED:
            yield Noticed(source=document.source.id, what=each.how, excerpt=visible(each.text))
        elif not beside and each.how not in (COMMENT, METADATA, ALTERNATIVE, *named) and _is_prose(each.text):
            named.add(each.how)
            yield Noticed(source=document.source.id, what=_kind(each.how), excerpt=visible(each.text))


def _kind(how: str) -> str:
    if how.startswith(_OPEN):
        return f"{how}, no part of the text"
    return how if how.startswith("hidden ") else f"hidden text ({how})"


def _is_prose(words: str) -> bool:
    """Sentences; not markup, conditional comments or code that somebody commented out."""
    if len(words.split()) < _PROSE or re.match(r"\s*\[(?:if|endif|CDATA)", words):
        return False
    letters = sum(char.isalpha() or char.isspace() for char in words)
    return letters > 0.85 * len(words) and not re.search(r"[{}<>]|=[\"']|;\s*$", words)
