"""The list of what a run found, read and skipped."""

from __future__ import annotations

from report_buses import buses

from moot.report import found
from moot.report.document import build
from moot.report.found import State
from moot.words import Unread

KINDS = ("a.zip", "b.tex", "2 .jpg (as c.jpg)", "e.db", "f.sav", "g.h5")
OTHERS = Unread(
    origin="notes", reason="7 files: a.zip, b.tex, 2 .jpg (as c.jpg), e.db, f.sav, and 1 more kind", counts=False,
    kinds=KINDS,
)  # fmt: skip
AGAIN = Unread(origin="notes/again.md", reason="same file as notes/report.md", counts=False)
BROKEN = Unread(origin="notes/b.pdf", reason="reading it as pdf failed", cause="KeyError: 'Root'")


def test_as_many_are_not_read_as_the_report_says() -> None:
    record = buses(unread=(*buses().unread, OTHERS, AGAIN, BROKEN))
    rows = found.sources(record)
    missing = [row.origin for row in rows if row.state is State.UNREAD]
    assert missing == ["notes/scan.pdf", "notes/b.pdf"] and len(missing) == build(record).stats.sources_unread
    assert [row.origin for row in rows if row.state is State.SKIPPED] == ["notes", "notes/again.md"]


def test_every_kind_that_is_not_read_is_listed_once() -> None:
    told = "\n".join(found.lines(found.sources(buses(unread=(OTHERS,)))))
    assert all(told.count(kind) == 1 for kind in KINDS)


def test_what_a_parser_raised_is_in_the_data_and_not_in_the_list() -> None:
    rows = found.sources(buses(unread=(BROKEN,)))
    assert "KeyError: 'Root'" in [row.cause for row in rows]
    assert "KeyError" not in "\n".join(found.lines(rows))
