"""One page to its text and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from moot.evidence.media import hidden
from moot.evidence.media.decode import decode
from moot.evidence.media.header import part
from moot.evidence.media.html import (
    beside,
    clutter,
    discussion,
    elements,
    extent,
    json_ld,
    metadata,
    rendered,
    unfolded,
)
from moot.evidence.media.html.page import declared, tree_of
from moot.evidence.media.medium import Extract, Medium

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LITTLE = 0.5
"""Of the words that a page carries for machines: if it shows less, those are read."""


def read(raw: bytes) -> Extract:
    """Raises `CannotRead` when no element can be found in it."""
    text, notes = decode(raw, declared(raw))
    tree = tree_of(text.replace("\xad", ""))
    scripts = list(json_ld.scripts(tree))
    things = json_ld.things(scripts)
    discussed = discussion.is_one(tree, things)
    said = metadata.of(tree, things, discussed)
    machines = json_ld.body(things)
    never_text = beside.never_text(tree)
    unfolded.without_scripts(tree)
    unseen = hidden.unseen_elements(tree)
    spared, later = unfolded.spared(tree, unseen)
    left_out = hidden.remove(unseen, spared)
    text, more = _text(tree, said.title, discussed)
    if machines and elements.count(text) < _LITTLE * elements.count(machines):
        text = f"# {said.title}\n\n{machines}" if said.title else machines
        more = ("its text stands only in its data for machines (JSON-LD): a person sees it once its scripts have run",)
    if later:
        more = (*more, "most of its text is hidden until its scripts have run")
    head = part(text)
    apart = (*left_out, *said.beside, *never_text, *head.beside)
    return Extract(
        head.body,
        said.title or head.title,
        said.date or head.date,
        said.address or head.stated_origin,
        (*notes, *said.notes, *more),
        (*apart, *beside.around(tree, head.body, json_ld.strings(scripts), apart)),
        said.author or head.author,
        said.licence or head.licence,
        changed=said.changed,
        site=said.site,
        journal=said.journal,
        printed=said.printed,
        doi=said.doi,
        retracted=said.retracted,
    )


def _text(tree: HtmlElement, title: str | None, discussed: bool) -> tuple[str, tuple[str, ...]]:
    from copy import deepcopy

    from lxml.etree import strip_elements

    strip_elements(tree, *elements.NEVER, with_tail=False)
    page = deepcopy(tree)
    prose = clutter.take_out(page, title, discussed)
    found = extent.of(page, title, discussed)
    if extent.is_lost(tree, prose, page, found):
        page = deepcopy(tree)
        clutter.take_out(page, title, discussed, named=False)
        found = extent.of(page, title, discussed)
    text, whole = rendered.text(found.place, clutter.left_out(found.place, found.page)), found.whole
    if not text.strip():
        text, whole = rendered.text(tree), True
    if title and not whole and not elements.titled(found.place, title) and not text.lstrip("# ").startswith(title):
        text = f"# {title}\n\n{text}"
    return text, tuple(_said_of(whole, found.problem))


def _said_of(whole: bool, problem: str) -> Iterator[str]:
    if whole:
        yield "its main text could not be told from the rest: the whole page was read"
    if problem:
        yield f"its main text was told by the names of its elements alone ({problem})"


MEDIUM = Medium("html", (".html", ".htm"), read, limit=16 * 1024 * 1024)
