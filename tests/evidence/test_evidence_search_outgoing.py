"""What of a query leaves the machine where private files were read."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("73915000 euros bid", "euros"),
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
        "arrow of light",
    ],
)
def test_words_of_the_question_of_public_sources_and_of_the_language_leave(library: Library, query: str) -> None:
    assert Guard(QUESTION).checked(query, library).query == query


SHED = (
    "The spare key of the station hangs behind the third plank. A station needs a key, a lock and a lamp.\n\n"
    "| Room | Lamp | Owner |\n|---|---|---|\n| kitchen | broken | tenant |\n| cellar | bright | tenant |\n"
)


@pytest.mark.parametrize(
    ("queries", "sent"),
    [
        (["plank third behind hangs key"], ["plank"]),
        (["station key"], ["station key"]),
        (["station key plank"], ["station key"]),
        (["plank", "hanging", "lock"], ["plank", "", "lock"]),
        (["sta tion plank"], ["plank"]),
        (["kitchen broken", "cellar tenants"], ["kitchen", "cellar"]),
        (
            ["rope of the station", "key of a station", "the third plank"],
            ["rope of the station", "key of a station", "the"],
        ),
    ],
)
def test_of_one_private_sentence_only_a_subject_leaves(queries: list[str], sent: list[str]) -> None:
    """Two words that others have too, or one that it alone has; in any order, over all queries."""
    guard, library = Guard(QUESTION), Library([read(SHED, private=True)])
    assert [guard.checked(query, library).query for query in queries] == sent


def test_what_the_public_knows_is_not_counted() -> None:
    library = Library([read(SHED, private=True)])
    guard = Guard("Where may a plank hang?")
    assert guard.checked("hanging plank spare station", library).query == "hanging plank spare"
    library.add([read("Keep a spare key.", private=False)])
    assert guard.checked("station key", library).query == "station key"


ORDINARY = ["ferry", "carry", "secret", "cars", "cost", "harbour", "winter", "captain"]


@given(
    private=st.lists(st.lists(st.sampled_from(ORDINARY), min_size=1, max_size=5), min_size=1, max_size=4),
    asked=st.lists(st.sampled_from(ORDINARY), max_size=2),
    queries=st.lists(st.lists(st.sampled_from(ORDINARY), min_size=1, max_size=6), min_size=1, max_size=4),
)
def test_never_more_of_one_private_sentence(
    private: list[list[str]], asked: list[str], queries: list[list[str]]
) -> None:
    library = Library([read("\n\n".join(f"{' '.join(words)}." for words in private), private=True)])
    guard = Guard(" ".join(asked))
    sent = {word for query in queries for word in guard.checked(" ".join(query), library).query.split()} - {*asked}
    for sentence in private:
        assert len(sent & {*sentence}) <= 2


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


def test_what_is_withheld_is_known() -> None:
    """A name that only a private file holds, until a public source holds it too."""
    private = Source(id="S1", title="Memo", origin="memo.md", sha256="0", text_sha256="0", media="text")
    library = Library([Document(source=private, text="Quillfeather buys the ferry for 77 million.")])
    guard = Guard("What does the ferry cost?")
    sent = guard.checked("ferry Quillfeather price 77", library)
    assert (sent.query, sent.withheld) == ("ferry price", ("Quillfeather", "77"))
    public = private.model_copy(update={"id": "S2", "private": False})
    library.add([Document(source=public, text="Quillfeather is a holding company.")])
    assert guard.checked("ferry Quillfeather", library).query == "ferry Quillfeather"


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("Zerodyne acquisition", "acquisition"),
        ("Zerodynes", ""),
        ("zerodyne-acquisition costs", "costs"),
        ("Kestrel Blue takeover", "takeover"),
        ("KestrelBlue's takeover", "takeover"),
        ("budget of 41200", "budget of"),
        ("budget-of-41,200", ""),
        ("sell state owned-ferry", "sell owned-ferry"),
        ("ferries cost state/money", "ferries cost state/money"),
    ],
)
def test_a_private_word_is_known_in_whatever_form_a_query_has_it(query: str, left: str) -> None:
    private = Source(id="S1", title="memo", origin="memo.md", sha256="0", text_sha256="0", media="text")
    text = (
        "They buy Zerodyne's plant, which is called Kestrel-Blue, for a budget of 41,200, and sell state-owned ferries."
    )
    sent = Guard("What do ferries cost?").checked(query, Library([Document(source=private, text=text)]))
    assert sent.query == left


def test_a_public_word_may_be_sent_in_parts() -> None:
    both = "The Kestrel-Blue line of Zerodyne."
    private = Source(id="S1", title="memo", origin="memo.md", sha256="0", text_sha256="0", media="text")
    public = private.model_copy(update={"id": "S2", "private": False})
    library = Library([Document(source=private, text=both), Document(source=public, text=both)])
    assert Guard("Which line?").checked("Kestrel-Blue Zerodyne Blue", library).query == "Kestrel-Blue Zerodyne Blue"


WORDS = st.lists(
    st.sampled_from(["the", "ferry", "Lund", "carries", "secret", "Zorbl7", "ninety", "cars", "quorvax", "cost", "of"]),
    min_size=1,
    max_size=12,
)


@given(private=st.lists(WORDS, min_size=1, max_size=3), asked=WORDS, query=WORDS)
def test_no_run_of_private_words_and_no_private_name_is_sent(
    private: list[list[str]], asked: list[str], query: list[str]
) -> None:
    texts = [" ".join(words) for words in private]
    source = Source(id="S1", title="x", origin="y", sha256="0", text_sha256="0", media="text")
    library = Library([Document(source=source, text="\n\n".join(texts))])
    sent = Guard(" ".join(asked)).checked(" ".join(query), library).query.split()
    known = {word for words in private for word in words}
    for word in ("Zorbl7", "quorvax"):
        assert word not in sent or word in asked or word not in known
    for n in range(len(sent) - 3):
        run = " ".join(sent[n : n + 4]).casefold()
        if not set(sent[n : n + 4]) <= set(asked):
            assert not any(run in text.casefold() for text in texts)
