"""Fetched pages as documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence_pdfs import pdf, typed
from evidence_web import ARTICLE, Reply, Site, fetcher
from hypothesis import given, settings
from hypothesis import strategies as st

from moot.evidence import read
from moot.evidence.fetch import Fetched, walls
from moot.evidence.fetch.fetched import digest
from moot.evidence.fetch.reading import document
from moot.evidence.line import line
from moot.evidence.media.medium import Extract, Medium
from moot.text.visible import visible
from moot.words import Document, Unread

FILES = Path(__file__).parents[2] / "benchmarks" / "corpora" / "files"
URL = "https://bees.example/news/on%20bees"
PROSE = "<p>" + "Bees collect nectar from flowers. " * 30 + "</p>"


def page(body: bytes | str, kind: str = "text/html", asked: str = URL, address: str = URL) -> Fetched:
    data = body.encode() if isinstance(body, str) else body
    return Fetched(asked, address, 200, {"content-type": kind}, data, digest(data), "2026-03-01")


def test_a_page_is_a_public_source_at_its_address() -> None:
    found = document("S7", page(f"<html><head><title>On bees</title></head><body>{PROSE}</body></html>"))
    assert isinstance(found, Document)
    source = found.source
    assert (source.id, source.title, source.origin, source.private) == ("S7", "On bees", URL, False)
    assert (source.media, source.stated_origin) == ("html", None)
    assert "collect nectar" in found.text


def test_where_it_led_and_what_was_asked() -> None:
    found = document("S1", page("Some words.", "text/plain", asked="http://short.example/x#y"))
    assert isinstance(found, Document)
    assert (found.source.origin, found.source.stated_origin) == (URL, "http://short.example/x#y")
    assert found.source.title == "on bees"


def test_media() -> None:
    marked = document("S1", page("# On bees\n\nThey fly.", "text/markdown"))
    assert isinstance(marked, Document)
    assert (marked.source.title, marked.source.media) == ("On bees", "markdown")
    printed = document("S1", page(pdf([typed("They fly over the fields.")]), "application/pdf"))
    assert isinstance(printed, Document)
    assert printed.source.media == "pdf"


@pytest.mark.parametrize("charset", ["iso-8859-1", "WINDOWS-1252", '"utf-16"', "nonsense", "", "utf-8; boundary=x"])
def test_the_charset_of_the_header(charset: str) -> None:
    text = "Über den Flug der Bienen im Frühjahr."
    name = charset.strip('"').partition(";")[0]
    raw = text.encode(name if name not in ("nonsense", "") else "utf-8")
    found = document("S1", page(raw, f"text/plain; charset={charset}"))
    assert isinstance(found, Document)
    assert found.text.strip() == text


def test_a_charset_that_cannot_be_guessed() -> None:
    text = "Полёт пчёл."
    found = document("S1", page(text.encode("koi8-r"), "text/html; charset=KOI8-R"))
    assert isinstance(found, Document)
    assert found.text.strip() == text


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("", "text/html"),
        ("<html></html>", "text/html"),
        ("%PDF-1.4 broken", "application/pdf"),
        ("\x00" * 9, "text/plain"),
    ],
)
def test_pages_that_cannot_be_read(body: str, kind: str) -> None:
    found = document("S1", page(body, kind))
    assert isinstance(found, Unread)
    assert found.origin == URL
    assert found.reason
    assert found.reason.isprintable()


@settings(max_examples=40, deadline=None)
@given(
    st.binary(max_size=80),
    st.sampled_from(["text/html", "text/plain", "text/markdown", "", "text/html; charset=utf-7"]),
)
def test_any_bytes_are_read_or_not(body: bytes, kind: str) -> None:
    assert isinstance(document("S1", page(body, kind)), Document | Unread)


@given(st.text(max_size=300), st.integers(1, 80))
def test_a_line_is_one_line(text: str, longest: int) -> None:
    said = line(text, longest)
    assert visible(said) == said and "\n" not in said
    assert len(said) <= longest
    assert line(said, longest) == said


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [
        ("text/csv; charset=utf-8", ".csv"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
        ("application/epub+zip", ".epub"),
        ("application/rtf", ".rtf"),
        ("application/octet-stream", ".docx"),
        ("application/octet-stream", ".xlsx"),
        ("application/zip", ".pptx"),
        ("application/msword", ".docx"),
        ("text/html", ".odt"),
        ("binary/octet-stream", ".rtf"),
    ],
)
def test_files_of_offices_are_read_by_their_kind(kind: str, suffix: str) -> None:
    body = next(path.read_bytes() for path in sorted(FILES.glob(f"*{suffix}")))
    sent = page(body, kind)
    read = document("S1", sent)
    assert isinstance(read, Document) and len(read.text) > 100 and sent.suffix == suffix


async def test_a_page_that_could_not_be_looked_at_is_read_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(page: Fetched) -> None:
        raise ValueError(page.address)

    monkeypatch.setattr(walls, "wall", broken)
    async with Site({"/": Reply(ARTICLE)}) as site, fetcher() as web:
        page = await web.get(site.url())
    assert isinstance(page, Fetched)
    read = document("S1", page)
    assert isinstance(read, Document) and "nectar" in read.text
    assert read.source.notes == ("it may be a login page or the like: that could not be looked for",)


def test_a_parser_that_fails_is_told_in_a_sentence_and_kept_for_who_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(raw: bytes) -> Extract:
        raise ValueError(f"no\n{len(raw)}")

    monkeypatch.setattr(read, "media", lambda: {".html": Medium("html", (".html",), broken)})
    unread = document("S1", page("<p>Bees.</p>"))
    assert isinstance(unread, Unread)
    assert unread.reason == "reading it as html failed: it may be damaged; save it anew, or as plain text"
    assert unread.cause == "ValueError: no 12"
