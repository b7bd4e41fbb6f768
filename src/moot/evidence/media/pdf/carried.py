"""Page sums of a ledger: what is carried forward at the foot of a page and brought forward at the head of the next.

They are no rows of the table: no entry is of that amount, and as its first row such a sum would be taken for a head.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from moot.evidence.media.pdf.line import Row
from moot.evidence.media.pdf.table import Table
from moot.evidence.media.pdf.wrapped import FIGURE
from moot.text.lazy import lazy_re

_ONLY_SUM = (
    r"(?:(?:balance|total|amount|sum) )?(?:carried|brought) (?:forward|over|down)|[cb]/(?:f|d|fwd)|page (?:sub)?total"
    r"|(?:seiten|zwischen)?übertrag von seite|übertrag auf seite|seitenübertrag|seitensumme|seitenvortrag"
    r"|(?:total )?à reporter|total reporté|suma y sigue"
    r"|sumas? (?:anterior(?:es)?|que siguen?)|a transportar|de transporte"
    r"|soma e segue|(?:totale )?(?:a|da) riportare|te transporteren|att överföra|(?:do|z) przeniesienia"
    r"|k převodu|z převodu"
    r"|к переносу"
)
_ALSO_ENTRY = (
    r"übertrag|vortrag|zwischenübertrag|report|reporté|transporte?|riporto|överföring|overført|overføres|siirto|siirretään"
    r"|siirtyy|przeniesienie|převod|přenos|prenos|перенос|перенесено|devir|átvitel|áthozat|繰越|次頁へ繰越|前頁より繰越"
)
"""Of an entry too, as of a transfer between accounts: a sum only where the other page has the same."""
_PAGE = (
    r"(?: (?:(?:from|to|on|von|auf|de|à|da|a|van|naar) )?(?:la |the )?"
    r"(?:page|seite|p\.|s\.|página|pagina|sida|side) ?\d+)?"
)
_SURE = lazy_re(rf"(?:{_ONLY_SUM}){_PAGE}[ .:…]*", re.IGNORECASE)
_MAYBE = lazy_re(rf"(?:{_ONLY_SUM}|{_ALSO_ENTRY}){_PAGE}[ .:…]*", re.IGNORECASE)
_AMOUNT = lazy_re(rf"(?:[A-Z]{{1,3}} ?)?{FIGURE.pattern}(?: ?(?:[A-Z]{{1,3}}|[CD]r|kr)\.?)?")
"""With a currency, or the side on which it stands."""
_DAY = lazy_re(r"\d{1,4}[./-]\d{1,2}[./-](?:\d{2,4})?")

Run = list[Row | Table]


class Sum(Table):
    """One that was taken out: a line, and no part of a sentence that goes on overleaf."""

    @property
    def text(self) -> str:
        return " ".join(filter(None, self.cells[0]))


def apart(run: Run, last: int, after: Run, at: int) -> tuple[int, int]:
    """Take the sum out of the table at `last`, with which a page ends, and out of the one at `at` of the page after it,
    each to a line of its own. Where the tables stand then; a line that is such a sum already is passed over.
    """
    foot, head = _at_foot(run[last]), _at_head(after[at], run[last])
    same = bool(_figures(foot)) and _figures(foot) == _figures(head)
    entries = [
        row for each in (*run, *after) if isinstance(each, Table) for row in each.cells if row not in (foot, head)
    ]
    if _is_sum(foot, entries, same):
        last = _below(run, last)
    if _is_sum(head, entries, same):
        at = _above(after, at, head)
    return last, at


def _at_foot(each: Row | Table) -> tuple[str, ...]:
    return each.cells[-1] if isinstance(each, Table) else tuple(piece.text for piece in each)


def _at_head(each: Row | Table, before: Row | Table) -> tuple[str, ...]:
    """Its first row, below the head that it has in common with the table before."""
    if not isinstance(each, Table):
        return tuple(piece.text for piece in each)
    below = isinstance(before, Table) and len(each.cells) > 1 and each.cells[0] == before.cells[0]
    return each.cells[int(below)]


def _figures(cells: Sequence[str]) -> Sequence[str]:
    return [cell for cell in cells if _AMOUNT.fullmatch(cell) and not _DAY.fullmatch(cell)]


def _is_sum(cells: Sequence[str], entries: Sequence[Sequence[str]], same: bool) -> bool:
    """`entries`: the other rows of both pages; `same`: whether both have the same figures here."""
    words = [cell for cell in cells if cell and not _AMOUNT.fullmatch(cell) and not _DAY.fullmatch(cell)]
    if not entries or len(words) > 1 or not _figures(cells):
        return False
    if words and _SURE.fullmatch(words[0]):
        return True
    if any(map(_DAY.fullmatch, cells)):
        return False
    if words and same and _MAYBE.fullmatch(words[0]):
        return True
    # Without a word that tells: nothing stands where entries have their day, or what they are.
    fuller = sum(bool(row[0]) and len(list(filter(None, row))) > len(list(filter(None, cells))) for row in entries)
    return same and not cells[0] and 2 * fuller > len(entries)


def _below(run: Run, last: int) -> int:
    """Of what is left of a table at the foot of a page."""
    each = run[last]
    if not isinstance(each, Table):
        run[last] = Sum((each,), (_at_foot(each),))
        return max(last - 1, 0)
    line = _line_of(each, each.cells[-1], range(len(each.rows))[::-1])
    if line is None:
        return last
    left = _left(each, line, len(each.cells) - 1)
    run[last : last + 1] = [*left, Sum((each.rows[line],), (each.cells[-1],))]
    return last + len(left) - 1


def _above(run: Run, at: int, cells: tuple[str, ...]) -> int:
    """Of what is left of a table at the head of a page."""
    each = run[at]
    if not isinstance(each, Table):
        run[at] = Sum((each,), (cells,))
        return min(at + 1, len(run) - 1)
    line = _line_of(each, cells, range(len(each.rows)))
    if line is None:
        return at
    run[at : at + 1] = [Sum((each.rows[line],), (cells,)), *_left(each, line, each.cells.index(cells))]
    return at + 1


def _left(table: Table, line: int, row: int) -> Run:
    """A table without one of its lines and rows; the lines of a single row are no table."""
    rows = (*table.rows[:line], *table.rows[line + 1 :])
    cells = (*table.cells[:row], *table.cells[row + 1 :])
    return [Table(rows, cells)] if len(cells) > 1 else list(rows)


def _line_of(table: Table, cells: Sequence[str], lines: Iterable[int]) -> int | None:
    """Which of its lines holds the words of a row."""
    words = " ".join(filter(None, cells)).split()
    return next((n for n in lines if " ".join(piece.text for piece in table.rows[n]).split() == words), None)
