"""A document to passages by its structure: sentences, table rows and list items are never cut.

Passages are in order, do not overlap, equal their slice of the text, and together hold all of it but headings and
thematic breaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from moot.evidence import blocks
from moot.evidence.blocks import Block, Heading
from moot.text import sentences
from moot.text.lazy import lazy_re
from moot.words import Document, Form, Passage

WORDS = 120
"""Up to so many words are merged into a passage."""
_ROWS = 2_400
"""Characters of a table up to which it stays whole."""
_INTRO = 40
"""Words of a line that ends with a colon up to which it goes with the list below it."""
_HARD = 4_000
"""Characters at which even a sentence is cut (at white space): such a "sentence" is data, and must fit a prompt."""
_WINDOW = 20_000
"""Characters that are cut into sentences at a time."""

_LETTER = lazy_re(r"[^\W_]")

Range = tuple[int, int]


def split(document: Document) -> list[Passage]:
    """The passages of `document`, with ids `<source id>.<n>` from 1."""
    text = document.text
    name = document.source.id
    given = set(Passage.model_fields)  # for all of them: a set each would be a third of what a folder's passages take

    def passage(number: int, path: str, form: Form, start: int, end: int) -> Passage:
        fields = {"source": name, "start": start, "end": end, "text": text[start:end], "heading": path, "form": form}
        return Passage.model_construct(given, id=f"{name}.{number}", **fields)

    return [passage(number, *piece) for number, piece in enumerate(_pieces(text), start=1)]


def _pieces(text: str) -> Iterator[tuple[str, Form, int, int]]:
    path: list[Heading] = []
    waiting: list[Block] = []
    for found in blocks.scan(text):
        above = " › ".join(heading.title for heading in path if heading.title)
        if isinstance(found, Block) and found.form is Form.PROSE:
            waiting.append(found)
            continue
        if isinstance(found, Block) and found.form is Form.LIST and waiting and _introduces(text, waiting[-1]):
            found = Block(Form.LIST, waiting.pop().start, found.end)
        yield from ((above, Form.PROSE, start, end) for start, end in _prose(text, waiting))
        waiting = []
        if isinstance(found, Heading):
            path = [heading for heading in path if heading.level < found.level] + [found]
        else:
            yield from _whole(text, found, above)
    above = " › ".join(heading.title for heading in path if heading.title)
    yield from ((above, Form.PROSE, start, end) for start, end in _prose(text, waiting))


def _introduces(text: str, block: Block) -> bool:
    return text[block.end - 1] == ":" and _size(text, block.start, block.end) <= _INTRO


def _size(text: str, start: int, end: int) -> int:
    """In words; a script without spaces counts by characters."""
    return max(len(text[start:end].split()), (end - start) // 10)


def _whole(text: str, block: Block, above: str) -> Iterator[tuple[str, Form, int, int]]:
    if block.form is Form.TABLE:
        yield from _table(text, block, above)
    elif block.form is Form.LIST:
        for start, end in _list(text, block):
            yield above, Form.LIST, start, end
    else:
        for start, end in _hard(text, block.start, block.end):
            yield above, block.form, start, end


def _prose(text: str, waiting: list[Block]) -> Iterator[Range]:
    """Paragraphs merged up to the limit; a longer one is cut between sentences, into parts of about one size."""
    start = end = -1
    for block in waiting:
        if start >= 0 and _size(text, start, block.end) <= WORDS:
            end = block.end
            continue
        if start >= 0:
            yield from _parts(text, start, end)
        start, end = block.start, block.end
    if start >= 0:
        yield from _parts(text, start, end)


def _parts(text: str, start: int, end: int) -> Iterator[Range]:
    if _size(text, start, end) <= WORDS:
        yield start, end
    else:
        yield from _grouped(text, [part for atom in _sentences(text, start, end) for part in _hard(text, *atom)])


def _list(text: str, block: Block) -> Iterator[Range]:
    if _size(text, block.start, block.end) <= WORDS:
        yield block.start, block.end
        return
    starts = blocks.items(text, block)
    stops = [*starts[1:], block.end]
    atoms: list[Range] = []
    for start, stop in zip(starts, stops, strict=True):
        end = _trim(text, start, stop)
        long = _size(text, start, end) > WORDS
        parts = _sentences(text, start, end) if long else [(start, end)]
        atoms.extend(cut for part in parts for cut in _hard(text, *part))
    yield from _grouped(text, atoms)


def _table(text: str, block: Block, above: str) -> Iterator[tuple[str, Form, int, int]]:
    """Whole, or cut by rows: then the head of the table stands in the heading of the later parts."""
    if block.end - block.start <= _ROWS:
        yield above, Form.TABLE, block.start, block.end
        return
    lines, head = blocks.rows(text, block)
    heading = " › ".join(part for part in (above, text[lines[0][0] : lines[0][1]].strip()) if part)
    start = block.start
    for number, (row, end) in enumerate(lines):
        if number > head and end - start > _ROWS:
            for piece in _hard(text, start, _trim(text, start, row)):
                yield above if start == block.start else heading, Form.TABLE, *piece
            start = row
    for piece in _hard(text, start, block.end):
        yield above if start == block.start else heading, Form.TABLE, *piece


def _grouped(text: str, atoms: list[Range]) -> Iterator[Range]:
    """Neighbouring atoms together, in as few groups as the limit allows and of about one size."""
    sizes = [_size(text, start, end) for start, end in atoms]
    groups = -(-sum(sizes) // WORDS)
    target = sum(sizes) / max(groups, 1)
    start, end, size = -1, -1, 0
    for (first, last), more in zip(atoms, sizes, strict=True):
        if start >= 0 and (size + more > WORDS or size + more / 2 > target):
            yield start, end
            start, size = -1, 0
        start = first if start < 0 else start
        end, size = last, size + more
    if start >= 0:
        yield start, end


def _sentences(text: str, start: int, end: int) -> list[Range]:
    """Sentences that together hold all of the stretch: marks between two (a bullet, `>`) go with the second."""
    cuts = [start]
    # The line of each cut, and how far from its begin it holds only marks, are followed from cut to cut: to look back
    # for them from each would take time with the square of a line's length, and a whole file may be one line.
    line = marks = seen = start
    for first, last in _windows(text, start, end):
        for span in sentences.split(text[first:last]):
            cut = first + span.start
            newline = text.rfind("\n", seen, cut)
            if newline >= 0:
                line = marks = newline + 1
            seen = cut
            marks = _end_of_marks(text, marks, cut)
            if line > start and marks == cut:
                cut = line
            if cut > cuts[-1] and text[cuts[-1] : cut].strip():
                cuts.append(cut)
    return [(first, _trim(text, first, last)) for first, last in zip(cuts, [*cuts[1:], end], strict=True)]


def _end_of_marks(text: str, start: int, end: int) -> int:
    """Where the first letter or digit stands, or the end."""
    found = _LETTER.search(text, start, end)
    return found.start() if found else end


def _windows(text: str, start: int, end: int) -> Iterator[Range]:
    while end - start > _WINDOW:
        cut = max(text.rfind(mark, start, start + _WINDOW) for mark in (". ", ".\n", "。"))
        cut = cut + 1 if cut > start else start + _WINDOW
        yield start, cut
        start = cut
    yield start, end


def _hard(text: str, start: int, end: int) -> Iterator[Range]:
    while end - start > _HARD:
        cut = max(text.rfind(mark, start + 1, start + _HARD) for mark in ("\n", " "))
        cut = cut if cut > start + _HARD // 2 else start + _HARD
        last = _trim(text, start, cut)
        if last > start:
            yield start, last
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield start, end


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
