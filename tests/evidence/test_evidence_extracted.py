"""A document is what was known before it was read, and what it says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from moot.evidence import extracted
from moot.evidence.media.medium import CannotRead, Extract
from moot.text.utf8 import sha256
from moot.words import Hidden, Source

DAY = date(2026, 3, 1)
KNOWN = Source(
    id="S7",
    title="notes",
    origin="a/notes.md",
    stated_origin="Harbour office",
    sha256="0",
    text_sha256="",
    media="text",
)


def test_what_it_says_of_itself_comes_before_what_was_known() -> None:
    extract = Extract(
        "The crane\u00adlifts 4 t.",
        title="Cranes\nof 2026" + " x" * 200,
        stated_origin="https://example.org/a",
        date="2026-03-01",
        notes=("page 2 has no text",),
        hidden=(Hidden(how="white on white", text="lift \ud800"),),
        recognised=(1,),
    )
    made = extracted.document(extract, KNOWN, DAY)
    source = made.source
    assert (made.text, source.text_sha256) == ("The cranelifts 4 t.", sha256(made.text))
    assert source.title.startswith("Cranes of 2026 x") and len(source.title) <= extracted.LONGEST_TITLE
    assert (source.id, source.origin, source.media, source.private) == ("S7", "a/notes.md", "text", True)
    assert (source.stated_origin, source.date, source.recognised) == ("https://example.org/a", "2026-03-01", (1,))
    assert source.notes == ("page 2 has no text",) and made.hidden[0].text == "lift \ufffd"


def test_what_it_does_not_say_stays_as_it_was_known() -> None:
    source = extracted.document(Extract("The crane lifts 4 t.", title=" \n"), KNOWN, DAY).source
    assert (source.title, source.stated_origin, source.author) == ("notes", "Harbour office", None)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("the Regional Court of Audit.", "Regional Court of Audit"),
        ("Jane Okafor.; the Ferry Group", "Jane Okafor; Ferry Group"),
        ("Harbour Works e.V.; Acme Inc.; Acme Corp.", "Harbour Works e.V.; Acme Inc.; Acme Corp."),
        ("Okafor J.; King Jr.; Smith et al.", "Okafor J.; King Jr.; Smith et al."),
        ("The Economist; la Fontaine, Jean", "The Economist; la Fontaine, Jean"),
    ],
)
def test_an_article_and_a_stop_are_no_part_of_a_name(said: str, name: str) -> None:
    assert extracted.document(Extract("The crane lifts 4 t.", author=said), KNOWN, DAY).source.author == name


def test_no_document_is_made_without_text() -> None:
    with pytest.raises(CannotRead, match="no text"):
        extracted.document(Extract(" \n\u00ad"), KNOWN, DAY)


@pytest.mark.parametrize("stated", ["2026-03-03", "2026-04", "2031"])
def test_a_date_after_the_day_of_reading_is_not_taken_and_remarked(stated: str) -> None:
    source = extracted.document(Extract("The crane lifts 4 t.", date=stated, changed=stated), KNOWN, DAY).source
    assert source.date is None and source.changed is None
    assert stated in source.notes[0]


@pytest.mark.parametrize("stated", ["2026-02-28", "2026-03-01", "2026-03-02", "2026-03", "2026"])
def test_a_date_that_may_be_that_day_somewhere_is_taken(stated: str) -> None:
    source = extracted.document(Extract("The crane lifts 4 t.", date=stated), KNOWN, DAY).source
    assert (source.date, source.notes) == (stated, ())


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Ines Pohl, Karl Bauer", "Ines Pohl; Karl Bauer"),
        ("山田 花子, 鈴木 一郎", "山田 花子; 鈴木 一郎"),
        ("Pohl, Ines", "Pohl, Ines"),
        ("the Ministry of Food and Forests.", "Ministry of Food and Forests"),
    ],
)
def test_several_authors_in_one_line_are_told_apart(said: str, shown: str) -> None:
    assert extracted.document(Extract("It lifts 4 t.", author=said), KNOWN, DAY).source.author == shown
