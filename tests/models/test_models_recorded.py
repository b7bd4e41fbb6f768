"""A recording is a header and answers at places; what is none is refused before anything is replayed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from moot.errors import UnknownModel
from moot.ledger.store import Store
from moot.models import recorded
from moot.words import Alignments, AlignTask, Case, Pair, Panel, Role, Seat

HEADER = recorded.Header(question="Why?", made="2026-11-29", provenance="Nobody.", panel=Panel(seats=()))


def test_answers_are_found_by_their_place(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    lines = [recorded.Line(place="r1/draft/author-1/0", attempt=n, body=body) for n, body in ((2, "b"), (1, "a"))]
    path.write_text("\n".join(each.model_dump_json() for each in (HEADER, *lines)))
    read = recorded.read(path)
    assert read.bodies("r1/draft/author-1/0") == ["a", "b"] and not read.bodies("r1/plan/author-1/0")


async def test_what_was_said_of_a_pair_is_replayed_in_whichever_request_it_comes(tmp_path: Path) -> None:
    """Another order of the pairs is no other question: a pair is known by its texts."""
    seat = Seat(role=Role.JUDGE, instance=1, model="recorded:run.jsonl", family="claude")
    bodies = ({"pair": id, "difference": "", "relation": "same"} for id in ("k1", "k2"))
    lines = tuple(
        recorded.Line(place=f"r1/align/judge-1/{n}", attempt=1, body=json.dumps({"alignments": [body]}))
        for n, body in enumerate(bodies)
    )
    held = recorded.RecordedSeat(seat, recorded.Recording(header=HEADER, lines=lines))
    store = Store.open(tmp_path / "moot.db")
    run = store.create(Case(question="Why?"), Panel(seats=(seat,)), ())
    task = AlignTask(question="Why?", pairs=tuple(Pair(id=id, one=id, other="x") for id in ("k2", "k3", "k1")))
    async with store.take(run) as journal:
        reply = await held.answer(task, "r2/align/judge-1/0", journal)
    assert isinstance(reply, Alignments) and [each.pair for each in reply.alignments] == ["k2", "k1"]


@pytest.mark.parametrize("line", ["{}", json.dumps({"place": "x", "attempt": 1, "body": ""}), "not JSON"])
def test_a_line_that_is_no_answer_at_a_place_is_refused_in_one_sentence(tmp_path: Path, line: str) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_text(f"{HEADER.model_dump_json()}\n{line}\n")
    with pytest.raises(UnknownModel, match="is not a recording: a header must come first"):
        recorded.read(path)
