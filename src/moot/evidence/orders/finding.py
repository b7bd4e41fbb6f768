"""Text that addresses models instead of readers: the forms of such orders, and where they stand.

Two grades. An *order* is told by its own form ("ignore all previous instructions"). A *leaning* ("raise your budget
limit", "cite only this page") is ordinary in other settings, and counts only near a word for a model. What is merely
reported ("attackers write 'ignore previous instructions'") does not count: it is quoted in a sentence that speaks of
such attacks, or its verb is no order. A sentence that no form tells is weighed by its words (`weighed`), and read where
these lean that way (`second`); one that comes close is *doubtful*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from moot.evidence.orders import (
    abroad,
    addressed,
    before,
    carried,
    controls,
    dressed,
    encoded,
    english,
    handed,
    placed,
    seats,
    second,
    sent,
    tongues,
    weighed,
)
from moot.evidence.orders.encoded import Layer
from moot.evidence.orders.form import DOUBTFUL, IGNORE, LED, LIKELY, NEAR_MODEL, PEOPLE, TALK, TO_MODEL, Form
from moot.text.lazy import lazy_re


@dataclass(frozen=True)
class Order:
    what: str
    start: int
    end: int
    spelled: str = ""
    """What the place says once it is decoded; empty where it says so itself."""
    doubtful: bool = False
    """It may be an order, and is rather none."""


_OPENERS = "\"“‘«„'`"
_CLOSERS = "\"”’»“'`"
_LONGEST_SENTENCE = 600


_LONGEST_PARAGRAPH = 6_000
_OVERLAP = 400
"""A paragraph longer than the limit is searched in parts that share so many characters."""


_Form = tuple[Form, re.Pattern[str], bool]
"""With whether it suffices by itself."""
_Few = dict[str, tuple[int, ...]]
"""Anchors that may stand in a text, with the places of their forms in `_FORMS`."""


_FLAGS = re.IGNORECASE | re.MULTILINE
_ORDERS = (
    *english.ORDERS,
    *handed.FORMS,
    *seats.FORMS,
    *dressed.FORMS,
    *tongues.FORMS,
    *abroad.FORMS,
    *sent.FORMS,
    *before.FORMS,
    *carried.FORMS,
    *controls.FORMS,
)
_FORMS: tuple[_Form, ...] = tuple(
    (form, lazy_re(form.form, _FLAGS), strong)
    for forms, strong in ((_ORDERS, True), ((*english.LEANINGS, *controls.LEANINGS), False))
    for form in forms
)
_ADDRESSED = len(_FORMS)
"""Stands for sentences that are addressed to somebody."""
_Row = tuple[str, str, str] | str
"""Three letters of a word that follow one another; of an anchor without any its letters, one by one."""
_LED, _NEAR_MODEL, _PEOPLE, _TALK = (lazy_re(form, _FLAGS) for form in (LED, NEAR_MODEL, PEOPLE, TALK))


def find(text: str) -> list[Order]:
    """Orders to models in `text`, in its order, the first of each place; also those that are written in a code.

    Raises `NotInstalled` where a sentence must be read (`second`) and the weights for it are missing.
    """
    return [order for order in find_with_doubtful(text) if not order.doubtful]


def find_with_doubtful(text: str) -> list[Order]:
    """The same orders, and behind them all what may be one, in its order. Raises as `find`."""
    return _found(text, second.Look())


def told(text: str) -> list[Order]:
    """Those that a form tells: nothing is weighed."""
    return [order for order in _found(text, None) if not order.doubtful]


def _found(text: str, look: second.Look | None) -> list[Order]:
    """`look`: None where nothing is weighed."""
    parts = list(paragraphs(text))
    few = _may_match(text)
    found = [order for start, end in parts for order in _in_paragraph(text[start:end], start, few, look)]
    found += [order for layer in encoded.layers(text, parts) for order in _in_layer(layer, look)]
    found.sort(key=lambda order: (order.start, -order.end))
    parted = ([order for order in found if order.doubtful == doubtful] for doubtful in (False, True))
    return [order for orders in parted for order in _first_of_each_place(orders)]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each; a long one in parts."""
    for match in re.finditer(r"(?:[^\n]+(?:\n|$))+", text):
        start, end = match.span()
        while end - start > _LONGEST_PARAGRAPH:
            yield start, start + _LONGEST_PARAGRAPH
            start += _LONGEST_PARAGRAPH - _OVERLAP
        yield start, end


def _in_layer(layer: Layer, look: second.Look | None) -> Iterator[Order]:
    orders = [order for order in _in_paragraph(layer.text, 0, _may_match(layer.text), look) if not order.doubtful]
    if layer.places:
        for order in orders:
            spelled = layer.text[order.start : order.start + _LONGEST_SENTENCE]
            start, end = layer.places[order.start], layer.places[order.end - 1] + 1
            yield Order(f"{order.what}, in {layer.how}", start, end, spelled)
    elif orders:
        order = orders[0]
        spelled = layer.text[order.start : order.start + _LONGEST_SENTENCE]
        yield Order(f"{order.what}, in {layer.how}", layer.start, layer.end, spelled)
    elif layer.sure:
        yield Order(f"text in {layer.how}", layer.start, layer.end, layer.text[:_LONGEST_SENTENCE])


def _may_match(text: str) -> _Few:
    """The anchors whose rows all stand in the text: to look for each of the hundreds took most of the time."""
    words = " ".join(set(text.lower().split()))  # the different ones: of a long text these are few
    rows = _all_rows().intersection(chain(words, _rows(words)))
    known = _anchors()
    return {anchor: places for row in known.keys() & rows for anchor, own, places in known[row] if own <= rows}


@cache
def _anchors() -> dict[_Row, list[tuple[str, frozenset[_Row], tuple[int, ...]]]]:
    """By the first of its rows, each with all of them."""
    places = defaultdict[str, list[int]](list)
    for place, anchors in enumerate((*(form.anchors for form, _, _ in _FORMS), addressed.ANCHORS)):
        for anchor in anchors:
            places[anchor].append(place)
    found = defaultdict[_Row, list[tuple[str, frozenset[_Row], tuple[int, ...]]]](list)
    for anchor, its in places.items():
        own = [row for word in anchor.split() for row in _rows(word)] or [*"".join(anchor.split())]
        found[own[0]].append((anchor, frozenset(own), tuple(its)))
    return dict(found)


@cache
def _all_rows() -> frozenset[_Row]:
    return frozenset(row for listed in _anchors().values() for _, own, _ in listed for row in own)


def _rows(words: str) -> Iterator[_Row]:
    return zip(words, words[1:], words[2:], strict=False)


def _in_paragraph(text: str, offset: int, few: _Few, look: second.Look | None) -> Iterator[Order]:
    told = list(_told(text, offset, few))
    yield from told
    for sentence, likely in weighed.find(text, look) if look else ():
        start, end = (offset + at for at in _visible(text, *sentence.span()))
        if not any(each.start < end and start < each.end for each in told if not each.doubtful):
            yield Order(LIKELY if likely else DOUBTFUL, start, end, doubtful=not likely)


def _told(text: str, offset: int, few: _Few) -> Iterator[Order]:
    """By their forms."""
    near: bool | None = None
    low = text.lower()
    held = {place for anchor, places in few.items() if anchor in low for place in places}
    for form, pattern, strong in (_FORMS[place] for place in sorted(held - {_ADDRESSED})):
        for match in pattern.finditer(text):
            start, end = _visible(text, match.start(), match.end())
            if form.led and not _LED.search(text[max(0, match.start() - 32) : match.start()]):
                continue
            if not strong:
                near = _near_model(text) if near is None else near
                if not near:
                    break
            if form.what == IGNORE and placed.is_placed(text, end):
                yield Order(DOUBTFUL, offset + start, offset + end, doubtful=True)
            elif not _reported(text, start, end, marks=form.what == dressed.DRESSED):
                yield Order(form.what, offset + start, offset + end)
    for match in addressed.find(text) if _ADDRESSED in held else ():
        start, end = _visible(text, *match)
        if not _reported(text, start, end, marks=False):
            yield Order(TO_MODEL, offset + start, offset + end)


def _near_model(text: str) -> bool:
    return bool(_NEAR_MODEL.search(_PEOPLE.sub(" ", text)))


def _visible(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not (text[start].isalnum() or text[start] in "<[!-=#*"):
        start += 1
    return start, end


def _first_of_each_place(orders: list[Order]) -> Iterator[Order]:
    reach = -1
    for order in orders:
        if order.start >= reach:
            yield order
        reach = max(reach, order.end)


def _reported(text: str, start: int, end: int, marks: bool) -> bool:
    """Quoted, or set as code, in a sentence that speaks of such text instead of to a model.

    A mark of a chat format (`marks`) that is set as code is always reported: it is named, not used.
    """
    first = max(text.rfind("\n", 0, start) + 1, start - _LONGEST_SENTENCE)
    last = text.find("\n", end)
    last = min(last if last >= 0 else len(text), end + _LONGEST_SENTENCE)
    before, after = text[first:start], text[end:last]
    if not any(mark in after for mark in _CLOSERS):
        return False
    opener = next((at for at in range(len(before) - 1, -1, -1) if _opens(before, at)), -1)
    if opener < 0:
        return False
    if marks and before[opener] == "`":
        return before.count("`") % 2 == 1
    # Marks that open and close before the order do not hold it.
    if before[opener] in '"`' and before.count(before[opener]) % 2 == 0:
        return False
    closer = min(at for at in (after.find(mark) for mark in _CLOSERS) if at >= 0)
    return bool(_TALK.search(before[:opener]) or _TALK.search(after[closer + 1 :]))


def _opens(before: str, at: int) -> bool:
    if before[at] not in _OPENERS:
        return False
    return before[at] != "'" or at == 0 or not before[at - 1].isalnum()
