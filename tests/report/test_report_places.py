"""A sentence with its quotes where they stand, and pictures of the places in PDFs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from report_council import council

import moot
from moot.errors import UsageError
from moot.ledger.store import Store
from moot.report import places

FILE = Path(__file__).parents[2] / "benchmarks" / "corpora" / "files" / "book.pdf"
QUESTION = "How punctual are the trams of Ostrum?"


async def test_a_sentence_is_shown_with_its_place_and_its_picture(tmp_path: Path) -> None:
    source = tmp_path / "book.pdf"
    shutil.copyfile(FILE, source)
    store = Store.open(tmp_path / "moot.db")
    run = moot.research(QUESTION, [source], store=store)
    await run
    record = store.record(run.run)
    report, view = places.sentence(record, 1)
    told = "\n".join(places.lines(report, view))
    assert view.claim.text in told and view.standing.value in told
    assert f"»{view.quotes[0].marked}«" in told and "page " in told and "characters " in told
    ((name, picture),) = places.pictures(record, view, store.body)
    assert name == "sentence-1-1.png" and picture.startswith(b"\x89PNG")
    assert places.unshown(view, 1) == "" and "1 quote without a picture" in places.unshown(view, 0)
    # A file that was changed since is not shown as the one that was read.
    source.write_bytes(source.read_bytes() + b"\n")
    assert list(places.pictures(record, view, store.body)) == []
    last = max(each.number or 0 for each in report.claims)
    with pytest.raises(UsageError, match=f"no sentence {last + 1}: its sentences are 1 to {last}"):
        places.sentence(record, last + 1)


def test_an_inference_is_shown_with_what_it_follows_from() -> None:
    report, view = places.sentence(council(), 1)
    below = [report.views[id] for id in view.claim.premises]
    told = "\n".join(places.lines(report, view))
    assert below and "it cites nothing" not in told
    for each in below:
        assert f"from {each.number}. {each.claim.text} ({each.standing.value})" in told
