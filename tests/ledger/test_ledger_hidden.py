"""Text that reading kept apart is kept apart in the store too: a resumed run notices what the first one did."""

from __future__ import annotations

from pathlib import Path

from moot.ledger.store import Store
from moot.words import Case, Document, Hidden, Panel, Source


def test_hidden_text_survives_the_store(tmp_path: Path) -> None:
    source = Source(id="S1", title="T", origin="t.html", sha256="0", text_sha256="0", media="html")
    document = Document(source=source, text="Seen.", hidden=(Hidden(how="display: none", text="Unseen."),))
    store = Store.open(tmp_path / "moot.db")
    run = store.create(Case(question="?"), Panel(seats=()), [document])
    assert store.record(run).documents == (document,)
    assert store.record(store.fork(run)).documents == (document,)
