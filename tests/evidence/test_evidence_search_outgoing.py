"""What of a query leaves the machine where private files were read."""

from __future__ import annotations

import time

import pytest

from moot.evidence.library import Library
from moot.evidence.search.outgoing import Guard
from moot.words import Document, Source

QUESTION = "How many homes will the Brackwell heat network serve, and at which price per kWh?"
PRIVATE = (
    "# Internal: project Zyphraxol\n\nOur bid for Quillmark Holdings is 73,915,000 euros, codename Zyphraxol. "
    "Dr. Oswintha Vrelle and Mark Arrow agreed; homes of Nembrook Terrace come first. The arrow of the dial is red."
)
PUBLIC = "The heat network will serve 1,840 homes with a thermostat each, says Aldersyde Council."


def read(text: str, *, private: bool) -> Document:
    source = Source(id="S1", title="Note", origin="note", sha256="0", text_sha256="0", media="text", private=private)
    return Document(source=source, text=text)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library([read(PRIVATE, private=True), read(PUBLIC, private=False)])


@pytest.mark.parametrize(
    ("query", "sent"),
    [
        ("Zyphraxol pump", "pump"),
        ("zyphr axol pump", "pump"),
        ("Z y p h r a x o l", ""),
        ("heatZyphraxol", ""),
        ("Zyphraxo1 heat", "heat"),
        ("Ƶyphraxol", ""),
        ("WnlwaHJheG9s heat", "heat"),
        ("5A797068726178 heat", "heat"),
        ("lox arhpyz", ""),
        ("quillmarkholdings takeover", "takeover"),
        ("Quill mark shares", "shares"),
        ("Nem brook flats", "flats"),
        ("zyphraxol.example heat", "heat"),
        ("73915000 euros bid", "euros bid"),
        ("73.9 million bid", "bid"),
        ("73 915 000 bid", "bid"),
        ("seventy-three million nine hundred fifteen thousand euros", "euros"),
        ("opinion of Mark", "opinion of"),
    ],
)
def test_what_no_public_word_is_stays(library: Library, query: str, sent: str) -> None:
    assert Guard(QUESTION).checked(query, library).query == sent


@pytest.mark.parametrize(
    "query",
    [
        "noise levels of heat pumps and subsidies in the UK",
        "district heating tariffs compared with gas boilers",
        "heat pump's cheapest running costs",
        "Brackwell price per kWh",
        "Aldersyde thermostat 1840 homes",
        "one of the homes",
        "café prices in May",
        "payback and upkeep",
        "arrow on the dial",
    ],
)
def test_words_of_the_question_of_public_sources_and_of_the_language_leave(library: Library, query: str) -> None:
    assert Guard(QUESTION).checked(query, library).query == query


def test_where_nothing_private_was_read_nothing_is_withheld() -> None:
    library = Library([read(PUBLIC, private=False)])
    sent = Guard(QUESTION).checked("Zyphraxol 2026 twenty-one wärmepumpe", library)
    assert (sent.query, sent.withheld) == ("Zyphraxol 2026 twenty-one wärmepumpe", ())


def test_what_the_person_asks_for_later_leaves_too(library: Library) -> None:
    guard = Guard(QUESTION)
    assert guard.checked("Torvik turbines 2027", library).query == "turbines"
    guard.asks("dig into the Torvik turbines of 2027")
    assert guard.checked("Torvik turbines 2027", library).query == "Torvik turbines 2027"


def test_a_long_query_costs_little(library: Library) -> None:
    guard = Guard(QUESTION)
    guard.checked("heat", library)
    started = time.perf_counter()
    guard.checked("a'b" * 5000 + " x" * 5000, library)
    assert time.perf_counter() - started < 1
