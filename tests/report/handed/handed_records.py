"""Records for the formats that people hand on: hostile words, sources with authors and addresses, a long report."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from moot.evidence.library import Library
from moot.ledger.record import Record
from moot.words import (
    Case,
    Checked,
    Citation,
    Claim,
    ClaimKind,
    Draft,
    Drafted,
    Finding,
    Outcome,
    Panel,
    Role,
    Section,
    Source,
    Stopped,
)

sys.path.insert(0, str(Path(__file__).parents[1]))

from report_buses import buses
from report_council import council
from report_records import QUESTION, document, saying, seat, short

__all__ = ["HOSTILE", "buses", "council", "long", "published", "short", "told", "with_source"]

HOSTILE = (
    '#read("/etc/passwd") $x$ *a* _b_ @ref <lab> = H \\ `c` // c /* d',
    '=HYPERLINK("https://evil.example";"x") +1 -1 @SUM(A1)',
    "]]> <w:p/> <script>x</script> &amp; &#60; \"'",
    "https://evil.example/x www.evil.example javascript:alert(1)",
    "{ \\input{/etc/passwd} } } {{ % # ~ ^ and and, and",
    "\u202egnp.evil\u2066 \x00\x1b[31m \x85 \ufffe\uffff\U0010ffff",
    "half \ud800 a pair",
    "الماء آمن (2026) اليوم. שלום",
    "中文测试 😀👨‍👩‍👧 ไทย e\u0301\u0301",
    "wide" * 600,
    " ",
    "",
    "1. one",
)


def told(record: Record, text: str) -> Record:
    """The record with `text` wherever someone's words stand, half a surrogate pair included."""
    spoken = json.dumps(saying(record, "QQ").model_dump(mode="json"))
    return Record.model_validate(json.loads(spoken.replace("QQ", json.dumps(text)[1:-1])))


def with_source(record: Record, place: int, **facts: Any) -> Record:
    """The record with other facts about one of its sources."""
    kept = list(record.documents)
    source = Source.model_validate(kept[place].source.model_dump() | facts)
    kept[place] = kept[place].model_copy(update={"source": source})
    return record.model_copy(update={"documents": tuple(kept)})


def published() -> Record:
    """The short record, its sources on the web: one with a DOI and two authors, one of a town."""
    first = with_source(
        short(),
        0,
        origin="https://journal.example/10.1234/ferry.7?a=1&b=2",
        author="Okafor, Jane; Ferry Research Group; Anna van der Berg",
        fetched="2026-03-02T08:00:00+00:00",
        licence="CC BY 4.0",
    )
    return with_source(first, 1, origin="https://town.example/times", author="Town of Larkmere", date="2026-02")


def long(claims: int) -> Record:
    """A report of so many claims, all proven by one source."""
    lines = {f"c{n}": f"Pump {n} lifts {n} litres a second." for n in range(1, claims + 1)}
    library = Library([document("S1", "Pumps", "\n\n".join(lines.values()))])
    passages = iter(library.passages)
    passage, stated = next(passages), list[Claim]()
    for id, line in lines.items():
        while line not in passage.text:
            passage = next(passages)
        cited = (Citation(passage=passage.id, quote=line),)
        stated.append(Claim(id=id, kind=ClaimKind.QUOTED, text=line, citations=cited))
    draft = Draft(sections=tuple(_section(n, stated[n : n + 20]) for n in range(0, claims, 20)))
    held = {"check": "quotes", "version": "1", "gate": True, "outcome": Outcome.HOLDS, "reason": "it is there"}
    events = (
        Drafted(round=1, draft=draft),
        Checked(round=1, findings=tuple(Finding.model_validate(held | {"claim": id}) for id in lines)),
        Stopped(round=1, reason="no challenge was raised"),
    )
    base: dict[str, Any] = {
        "run": "20260301-pumps",
        "created": "2026-03-01T10:00:00+00:00",
        "state": "done",
        "case": Case(question=QUESTION),
        "panel": Panel(seats=(seat(Role.AUTHOR, "reader:lexical", "lexical"),)),
        "documents": library.documents,
        "events": events,
    }
    return Record.model_validate(base)


def _section(n: int, claims: list[Claim]) -> Section:
    return Section(title=f"Pumps from {n + 1}", claims=tuple(claims))
