"""Tables of the sources, kept as tables: cells are claims that quote their row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from moot.evidence.media import tabular
from moot.text.heads import plain
from moot.text.lazy import lazy_re
from moot.words import Citation, Claim, ClaimKind, Form, Passage, Row, Source, Table

_RULE = lazy_re(r"(?=[\s:|]*-)[\s:|-]+$")
_BRACKET = lazy_re(r"[(\[][^()\[\]]{1,40}[)\]]")
_CAPTION = lazy_re(
    r"(?:table|tabelle|tableau|tabla|tabela|tabella|tabell|tabel|taulukko|таблица)\s?(?:\d|[ivx]+\b)", re.I
)
_COUNTS = lazy_re(
    r"(?:(?:all|the|alle|tous|toutes)\s)?(?:(?:les|the)\s)?(?:figures|values|amounts|prices|numbers|data|sums|angaben|werte"
    r"|beträge|zahlen|preise|chiffres|montants|valeurs|prix|cifras|importes|valores)\s(?:[^\W\d_]+\s){0,3}(?:in|en|per|em)\s",
    re.IGNORECASE,
)
"""`All figures are in thousand euros.`"""
_LONGEST = 160
_GAP = 4
"""Characters between two blocks with nothing between them."""
_EMPTY = frozenset({"", "-", "–", "—", "n/a", "?", tabular.NOT_COMPUTED})


@dataclass(frozen=True)
class Line:
    """One row: `quote` as it stands in the passage, its label and its cells."""

    quote: str
    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """A table as it stands in a passage."""

    passage: Passage
    source: Source
    header: str
    """The row of heads as it stands in the passage."""
    corner: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    above: str = ""
    """The line at it that says what it holds, and often in what: `Prices, pence per kg`."""

    @property
    def heading(self) -> str:
        """Right above it; empty where that is only the title of the whole source."""
        heading = self.passage.heading.split(" › ")[-1]
        return heading if heading != self.source.title else ""

    @property
    def caption(self) -> str:
        """The line at it, else its heading with what its corner says in brackets, else what its columns hold."""
        if self.above:
            whole = self.above[0].isupper() or not self.heading
            return self.above if whole else f"{self.heading}: {self.above}"
        if self.heading:
            unit = _BRACKET.search(self.corner)
            return f"{self.heading} {unit[0]}" if unit and unit[0] not in self.heading else self.heading
        columns = ", ".join(filter(None, self.columns))
        return (f"{self.corner}: {columns}" if self.corner else columns) or self.passage.heading or self.source.title

    @property
    def text(self) -> str:
        """Everything it says in one line, to weigh it by."""
        head = f"{self.caption}: {self.corner}, {', '.join(self.columns)}"
        return head + ". " + ". ".join(f"{line.label}: {', '.join(line.cells)}" for line in self.lines)

    @property
    def head(self) -> str:
        """What it is about, without its figures: title, headings, columns, rows."""
        labels = ", ".join(line.label for line in self.lines)
        over = f"{self.passage.heading}. {self.above}" if self.above else self.passage.heading
        return f"{self.source.title}. {over}: {self.corner}, {', '.join(self.columns)}. {labels}"

    def labelled(self, line: Line) -> str:
        """The row's label with what it belongs to, as a sentence on its own needs it."""
        lead = self.heading or self.above
        return f"{lead}, {line.label}" if lead else f"{self.corner} {line.label}".strip()

    def word(self, prefix: str) -> Table:
        """As the report's table; claim ids are `<prefix>.<row>.<column>`."""
        rows = tuple(
            Row(
                label=line.label,
                cells=tuple(self._cell(line, c, f"{prefix}.{r}.{c + 1}") for c in range(len(line.cells))),
            )
            for r, line in enumerate(self.lines, 1)
        )
        return Table(caption=self.caption, columns=self.columns, rows=rows)

    def sentence(self, line: Line) -> str:
        """The row in one line; an empty cell says nothing."""
        filled = zip(self.columns, line.cells, strict=True)
        cells = "; ".join(f"{head}: {cell}" if head else cell for head, cell in filled if not _is_empty(cell))
        return f"{self.labelled(line)} – {cells}."

    def about(self, line: Line, column: int) -> str:
        return f"{line.label} · {self.columns[column]}" if self.columns[column] else line.label

    def _cell(self, line: Line, column: int, id: str) -> Claim | None:
        text = line.cells[column]
        if _is_empty(text):
            return None
        return Claim(
            id=id,
            kind=ClaimKind.QUOTED,
            text=text,
            citations=(Citation(passage=self.passage.id, quote=line.quote),),
            about=self.about(line, column),
        )


def gather(passages: Sequence[Passage], sources: Iterable[Source]) -> Iterator[Grid]:
    """The tables of passages, which stand in the order of their sources."""
    by_id = {source.id: source for source in sources}
    for at, passage in enumerate(passages):
        if passage.source not in by_id or not (grid := read(passage, by_id[passage.source])):
            continue
        before = passages[at - 1] if at and _touch(passages[at - 1], passage) else None
        behind = passages[at + 1] if at + 1 < len(passages) and _touch(passage, passages[at + 1]) else None
        yield replace(grid, above=_said_at(before, behind))


def _touch(one: Passage, two: Passage) -> bool:
    return one.source == two.source and one.heading == two.heading and two.start - one.end <= _GAP


def _said_at(before: Passage | None, behind: Passage | None) -> str:
    """The caption of a table: below it only what calls itself one; above it also a short line that is no sentence, that
    ends with a colon, or that says in what the table counts.
    """
    below = _line(behind, 0)
    if _CAPTION.match(below):
        return below.rstrip(".")
    above = _line(before, -1)
    if above and (_CAPTION.match(above) or above[-1] not in '.!?…”"' or _COUNTS.match(above)):
        return above.rstrip(":.").rstrip()
    return ""


def _line(passage: Passage | None, at: int) -> str:
    """The first or last paragraph, where it is prose and short."""
    if passage is None or passage.form is not Form.PROSE:
        return ""
    said = plain(" ".join(re.split(r"\n\s*\n", passage.text.strip())[at].split()))
    return said if len(said) <= _LONGEST else ""


def read(passage: Passage, source: Source) -> Grid | None:
    """The table of a passage, or None where it is none that can be shown (no head, ragged, one column)."""
    if passage.form is not Form.TABLE:
        return None
    lines = [line.strip() for line in passage.text.splitlines() if "|" in line]
    rules = [n for n, line in enumerate(lines) if _RULE.match(line)]
    if not lines or rules[:1] not in ([], [1]):
        return None
    head = [plain(cell) for cell in cells_of(lines[0])]
    body = [line for n, line in enumerate(lines[1:], 1) if n not in rules]
    rows = [(line, cells) for line in body if len(cells := cells_of(line)) == len(head)]
    if len(head) < 2 or not rows or len(rows) < len(body):
        return None
    used = [n for n in range(1, len(head)) if head[n] or any(cells[n] for _, cells in rows)]
    found = tuple(
        Line(quote=line, label=cells[0], cells=tuple(cells[n] for n in used))
        for line, cells in rows
        if not all(map(_is_empty, cells[1:]))
    )
    return Grid(passage, source, lines[0], head[0], tuple(head[n] for n in used), found) if found else None


def _is_empty(cell: str) -> bool:
    return cell.casefold() in _EMPTY


def cells_of(line: str) -> list[str]:
    """The cells of a row; a bar that is escaped stands within one."""
    inner = line.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.replace("\\|", "|").strip(" *_`") for cell in re.split(r"(?<!\\)\|", inner)]
