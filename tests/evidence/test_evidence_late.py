"""What was not known at the day of a run is set aside, an undated copy of it too; and the report counts it alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from evidence_web import Reply, Site, fetcher

import moot
from moot.debate import pages
from moot.debate.pages import Pages, Wanted
from moot.evidence import late
from moot.evidence.late import repeats_late, voices
from moot.ledger.record import Record
from moot.ledger.store import Store
from moot.report import html, markdown
from moot.text.utf8 import sha256
from moot.words import Caps, Case, Document, Followed, Panel, Role, Seat, Source, Web

DAY = "2025-12-31"
HEAT = (
    "The Marden heat network supplied 2,340 homes at the end of 2025, the utility said on Friday.",
    "The utility puts the cost of the whole network at 61.4 million euros, of which the state paid 18 million.",
    "Households pay 11.2 cents a kilowatt-hour of heat, against 13.9 cents for gas.",
    "The heat pumps had a seasonal performance factor of 3.1, below the 3.6 that the planners had promised.",
    "The mayor of Marden opened the second pump hall with a key of brass and a short speech.",
)
OWN = (
    "Our reporter walked along the pipes from the harbour to the hospital on a cold day.",
    "Nobody whom we met on Quay Street knew where the warmth in the radiators comes from.",
    "A baker in Mill Lane told us that his shop is warmer than it was with oil.",
    "The smell of the harbour is not in the pipes, he said, though some had feared that.",
)
FIRST = "This article first appeared in the Marden Courier."


def document(id: str, *sentences: str, date: str | None = None, site: str | None = None) -> Document:
    text = "\n\n".join(sentences)
    digest = sha256(text)
    source = Source(
        id=id,
        title=f"Text {id}",
        origin=f"{id}.html",
        sha256=digest,
        text_sha256=digest,
        media="html",
        date=date,
        site=site,
    )
    return Document(source=source, text=text)


LATE = document("S1", *HEAT, date="2026-03-14", site="Marden Courier")


@pytest.mark.parametrize(
    ("copy", "more", "aside"),
    [
        (document("S2", *HEAT), (), True),
        (document("S2", *HEAT[:4], OWN[0]), (), True),
        (document("S2", FIRST, *HEAT[:2], *OWN), (), True),
        (document("S2", *HEAT[:2], *OWN), (), False),
        (document("S2", FIRST, *OWN), (), False),
        (document("S2", *OWN), (), False),
        (document("S2", *HEAT, date="2025-12-30"), (), False),
        (document("S2", *HEAT), (document("S3", *HEAT, date="2025-12-30"),), False),
    ],
    ids=["copy", "most", "says so", "some", "same paper", "other", "dated before", "of one before"],
)
def test_an_undated_source_that_repeats_a_later_one(copy: Document, more: tuple[Document, ...], aside: bool) -> None:
    documents = (LATE, copy, *more)
    reason = repeats_late(copy.source, documents, voices(documents, DAY), DAY)
    assert reason == (
        "undated, and one voice with S1.html, dated 2026-03-14, later than 2025-12-31: set aside" if aside else ""
    )


COST = f"# Warm homes\n\n{HEAT[1]}"


@pytest.mark.parametrize(
    ("text", "more", "aside"),
    [
        (HEAT[1], (), True),
        (COST, (), True),
        (f"{HEAT[1]} {HEAT[2]}", (), True),
        (HEAT[1].replace(", of", ",\nof"), (), True),
        (f"{HEAT[1]} We wait.", (), True),
        (f"{HEAT[1]} We wait for 3 weeks.", (), False),
        (f"{HEAT[1]} Our paper doubts it.", (), False),
        (HEAT[1].replace("61.4", "44.9"), (), False),
        (HEAT[1].split(", of")[0] + ".", (), False),
        ("The utility said so on Friday.", (), False),
        ("Mill Lane", (), False),
        ("on a cold day", (), False),
        (HEAT[1], (document("S3", HEAT[1], OWN[0], date="2025-12-30"),), False),
    ],
)
def test_a_short_undated_source_that_is_all_in_a_later_one(text: str, more: tuple[Document, ...], aside: bool) -> None:
    documents = (LATE, document("S2", text), *more)
    reason = repeats_late(documents[1].source, documents, voices(documents, DAY), DAY)
    told = "undated, and all of it stands in S1.html, dated 2026-03-14, later than 2025-12-31: set aside"
    assert reason == (told if aside else "")


@pytest.mark.parametrize("day", ["", "2025-12-31"])
def test_nothing_is_looked_for_in_sources_none_of_which_is_late(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sought: list[str] = []
    monkeypatch.setattr(late, "is_all_in", lambda text, other: bool(sought.append(other)))  # pyright: ignore[reportUnknownLambdaType]
    documents = (document("S1", *HEAT, date="2025-12-30"), document("S2", HEAT[1]), document("S3", *OWN))
    assert not repeats_late(documents[1].source, documents, voices(documents, day), day)
    assert not sought


def shown(*sentences: str, date: str = "") -> Reply:
    head = f"<title>Heat in Marden</title><meta name=date content={date}>" if date else "<title>Warm homes</title>"
    paragraphs = "".join(f"<p>{each}</p>" for each in sentences)
    return Reply(f"<html><head>{head}</head><body><article>{paragraphs}</article></body></html>")


async def test_pages_are_set_aside_and_counted_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "fetcher", lambda limits, robots: fetcher(robots=robots))  # pyright: ignore[reportUnknownLambdaType]
    site_pages = {
        "/copy": shown(*HEAT),
        "/heat": shown(*HEAT, date="2026-03-14"),
        "/old": shown("The Marden heat network will cost 44 million euros, the utility said.", date="2021-05-02"),
        "/shut": Reply("no", 403),
    }
    async with Site(site_pages) as site:
        report = await moot.research(
            "What does the Marden heat network cost?",
            [site.url(path) for path in site_pages],
            as_of=DAY,
            store=Store.open(tmp_path / "moot.db"),
        )
        came = {link.asked: link.reason for link in report.links}
        assert came[site.url("/copy")].startswith("undated, and one voice with")
        assert came[site.url("/heat")] == "dated 2026-03-14, later than 2025-12-31: set aside"
        assert [entry.source.origin for entry in report.sources] == [site.url("/old")]
    for text in (markdown.render(report).replace("\\", ""), html.render(report)):
        assert "2025-12-31: what is dated later was set aside" in text
        assert "4 asked for, 3 opened (2 of them not read), 0 without a page, 1 closed to us" in text
        assert text.count("opened and not read, ") == 2


def test_files_are_set_aside(tmp_path: Path) -> None:
    (tmp_path / "late.md").write_text("---\ndate: 2026-03-14\n---\n# Heat\n\n" + "\n\n".join(HEAT))
    (tmp_path / "copy.md").write_text("# Warm homes\n\n" + "\n\n".join(HEAT))
    (tmp_path / "old.md").write_text(
        "---\ndate: 2021-03-14\n---\n# Plan\n\nThe Marden heat network costs 44 million.\n"
    )
    asked = "What does the Marden heat network cost?"
    report = moot.research_sync(asked, [tmp_path], as_of=DAY, store=Store.open(tmp_path / "moot.db"))
    assert [entry.source.title for entry in report.sources] == ["Plan"]


def test_voices_are_told_once_however_many_files_have_no_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    plain = late.origins
    monkeypatch.setattr(late, "origins", lambda documents: told.append(len(documents)) or plain(documents))  # pyright: ignore
    (tmp_path / "late.md").write_text("---\ndate: 2026-03-14\n---\n# Heat\n\n" + "\n\n".join(HEAT))
    for n, sentence in enumerate(OWN):
        (tmp_path / f"own{n}.md").write_text(f"# Walk {n}\n\n{sentence}\n")
    asked = "What does the Marden heat network cost?"
    report = moot.research_sync(asked, [tmp_path], as_of=DAY, store=Store.open(tmp_path / "moot.db"))
    assert len(report.sources) == len(OWN)
    assert told == [len(OWN) + 1]


class Killed(BaseException):
    pass


SHOWN = {
    "/heat": shown(*HEAT, date="2026-03-14"),
    "/copy": shown(*HEAT),
    "/before": shown(*HEAT, date="2025-12-30"),
}


@pytest.mark.parametrize(
    ("waves", "read"),
    [
        ([["/heat", "/copy"]], []),
        ([["/heat"], ["/copy"]], []),
        ([["/heat", "/before", "/copy"]], ["/copy"]),
    ],
    ids=["together", "later", "one before it that is no source"],
)
async def test_killed_before_the_copy_is_asked_for_it_comes_to_the_same_end(
    waves: list[list[str]], read: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "fetcher", lambda limits, robots: fetcher(robots=robots))  # pyright: ignore[reportUnknownLambdaType]
    plain = Pages._ask  # pyright: ignore[reportPrivateUsage]
    panel = Panel(seats=(Seat(role=Role.AUTHOR, model="double:a", family="f"),))

    async def opened(site: Site, store: Store, id: str) -> Record:
        record = store.record(id)
        async with store.take(id) as journal:
            async with Pages(record.case, record.documents, journal) as web:
                for wave in waves:
                    await web.open([Wanted(site.url(path), needed=path != "/before") for path in wave])
            journal.finish("done")
        return store.record(id)

    async def killed(self: Pages, wanted: Wanted, id: str) -> Any:
        if wanted.address.endswith("/copy"):
            raise Killed
        return await plain(self, wanted, id)

    async with Site(SHOWN) as site:
        records: list[Record] = []
        for kills in (False, True):
            store = Store.open(tmp_path / f"{kills}.db")
            id = store.create(Case(question="?", caps=Caps(seconds=99), web=Web(), as_of=DAY), panel, [])
            if kills:
                with monkeypatch.context() as patched, pytest.raises(Killed):
                    patched.setattr(Pages, "_ask", killed)
                    await opened(site, store, id)
            records.append(await opened(site, store, id))
        assert site.paths.count("/heat") == 2
        assert [each.source.asked for each in records[0].documents] == [site.url(path) for path in read]
    assert records[1].events == records[0].events and any(isinstance(each, Followed) for each in records[0].events)
    assert records[1].documents == records[0].documents
