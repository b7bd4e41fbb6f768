"""Tables of the sources, kept as tables: cells are claims that quote their row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moot.text.heads import plain
from moot.text.lazy import lazy_re
from moot.words import Citation, Claim, ClaimKind, Form, Passage, Row, Source, Table

_RULE = lazy_re(r"(?=[\s:|]*-)[\s:|-]+$")
_EMPTY = frozenset({"", "-", "–", "—", "n/a", "?"})


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

    @property
    def caption(self) -> str:
        """The heading above it; where that is only the title of the whole source, what its columns hold."""
        heading = self.passage.heading.split(" › ")[-1]
        if heading and heading != self.source.title:
            return heading
        columns = ", ".join(self.columns)
        return f"{self.corner}: {columns}" if self.corner else columns

    @property
    def text(self) -> str:
        """Everything it says in one line, to weigh it by."""
        head = f"{self.caption}: {self.corner}, {', '.join(self.columns)}"
        return head + ". " + ". ".join(f"{line.label}: {', '.join(line.cells)}" for line in self.lines)

    @property
    def head(self) -> str:
        """What it is about, without its figures: title, headings, columns, rows."""
        labels = ", ".join(line.label for line in self.lines)
        return f"{self.source.title}. {self.passage.heading}: {self.corner}, {', '.join(self.columns)}. {labels}"

    def labelled(self, line: Line) -> str:
        """The row's label with what it belongs to, as a sentence on its own needs it."""
        heading = self.passage.heading.split(" › ")[-1]
        if heading and heading != self.source.title:
            return f"{heading}, {line.label}"
        return f"{self.corner} {line.label}".strip()

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
        cells = "; ".join(f"{head}: {cell}" for head, cell in filled if not _is_empty(cell))
        return f"{self.labelled(line)} – {cells}."

    def about(self, line: Line, column: int) -> str:
        return f"{line.label} · {self.columns[column]}"

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
