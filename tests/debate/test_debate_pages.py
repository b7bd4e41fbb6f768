"""What becomes of an address that is asked for: a source, a copy of one, or a reason why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from moot.debate.pages import Pages, Wanted
from moot.evidence.fetch.opening import Opened
from moot.ledger.store import Store
from moot.text.utf8 import sha256
from moot.words import Caps, Case, Document, Link, Panel, Role, Seat, Source

TEXT = "The valley has twelve pumps."
ASKED, COPY = "https://valley.example/pumps", "https://web.archive.org/web/20200102030405/https://valley.example/pumps"


async def test_an_archived_copy_is_a_source_in_place_of_the_page_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Source(
        id="S1", title="Pumps", origin=COPY, media="html", sha256=sha256(TEXT), text_sha256=sha256(TEXT), asked=ASKED
    )
    link = Link(asked=ASKED, status=404, reason="it answers 404 (not found)", gone=True, archived=COPY, source="S1")

    async def ask(self: Pages, wanted: Wanted, id: str) -> Opened:
        return Opened(link, Document(source=source, text=TEXT), TEXT.encode())

    monkeypatch.setattr(Pages, "_ask", ask)
    store = Store.open(tmp_path / "moot.db")
    panel = Panel(seats=(Seat(role=Role.AUTHOR, model="double:a", family="f"),))
    run = store.create(Case(question="?", caps=Caps(seconds=99)), panel, [])
    async with store.take(run) as journal:
        async with Pages(store.record(run).case, [], journal) as pages:
            (page,) = await pages.open([Wanted(ASKED, given=True)])
        assert (page.link.source, page.link.archived) == ("S1", COPY)
        assert page.document is not None and page.document.text == TEXT
