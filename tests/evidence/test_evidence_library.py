"""The library: what is found, in which order, whatever is asked."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.evidence.library import Library
from moot.text.spans import Span
from moot.words import Document, Source


def document(name: str, text: str, title: str = "T") -> Document:
    source = Source(id=name, title=title, origin=f"{name}.md", sha256="", text_sha256="", media="markdown")
    return Document(source=source, text=text)


ONE = (
    "# Speed\n\nAlpha gives 158 tokens a second.\n\n# Scores\n\nAlpha scored 61.6 % and Beta 59.3 %.\n\n# Last\n\nStop."
)
TWO = "Beta was measured by others.\n\n# Scores\n\nGamma scored 16.6 % on 61 tasks."


@pytest.fixture(scope="module")
def library() -> Library:
    return Library([document("S1", ONE, "Notes on Alpha"), document("S2", TWO, "Café notes")])


def ids(library: Library, query: str, limit: int = 8) -> list[str]:
    return [each.id for each in library.search(query, limit)]


def test_lookups(library: Library) -> None:
    assert [each.id for each in library.passages] == ["S1.1", "S1.2", "S1.3", "S2.1", "S2.2"]
    assert [each.id for each in library.sources] == ["S1", "S2"]
    passage = library.passage("S1.2")
    assert passage is not None and passage.text == "Alpha scored 61.6 % and Beta 59.3 %."
    assert library.passage("S1.9") is None and library.source("S9") is None and library.document("S9") is None
    source, whole = library.source("S2"), library.document("S2")
    assert source is not None and source.title == "Café notes" and whole is not None and whole.text == TWO


def test_a_place_of_a_text_is_in_the_passage_that_holds_it(library: Library) -> None:
    whole = library.document("S1")
    assert whole is not None

    def held(words: str) -> str | None:
        at = ONE.index(words)
        found = library.holding(whole, Span(at, at + len(words)))
        return found and found.id

    assert [held(words) for words in ("Alpha gives", "second.", "and Beta", "Stop")] == ["S1.1", "S1.1", "S1.2", "S1.3"]
    assert held("# Speed") is held("Scores") is None
    assert [each.id for each in library.passages_of("S2")] == ["S2.1", "S2.2"] and not library.passages_of("S9")


def test_neighbours_stay_in_their_document(library: Library) -> None:
    def around(id: str) -> tuple[str | None, ...]:
        return tuple(each and each.id for each in library.neighbours(id))

    assert around("S1.1") == (None, "S1.2")
    assert around("S1.3") == ("S1.2", None)
    assert around("S2.1") == (None, "S2.2")
    assert around("S9.9") == (None, None)


def test_search_finds_words_stems_headings_and_titles(library: Library) -> None:
    assert ids(library, "tokens per second")[0] == "S1.1"
    assert ids(library, "what was the measurement by another")[0] == "S2.1"
    assert set(ids(library, "scores")) == {"S1.2", "S2.2"}
    assert set(ids(library, "cafe")) == {"S2.1", "S2.2"}
    assert ids(library, "how the")[:1] == ids(library, "the how")[:1]


def test_the_best_comes_first() -> None:
    shelf = Library(
        [
            document(
                "S1", "# Plain\n\nRed stones.\n\n# More\n\nRed stones and blue stones.\n\n# Blue\n\nOther stones here."
            )
        ]
    )
    assert ids(shelf, "red blue stones")[0] == "S1.2"
    assert ids(shelf, "blue")[0] == "S1.3"


def test_words_that_are_everywhere_are_not_asked_for_in_a_large_library() -> None:
    text = "\n\n".join(f"# H{n}\n\nStones of kind{n % 997}." for n in range(6_000))
    shelf = Library([document("S1", text)])
    assert all("kind5." in each.text for each in shelf.search("stones of kind5", 50))
    assert len(shelf.search("stones", 3)) == 3


def test_a_figure_is_asked_for_as_a_whole(library: Library) -> None:
    assert ids(library, "61.6") == ["S1.2"]
    assert ids(library, "16.6 %") == ["S2.2"]


def test_ties_come_in_reading_order() -> None:
    same = Library([document(f"S{n}", "Alpha leads.") for n in range(1, 13)])
    assert ids(same, "alpha", 20) == [f"S{n}.1" for n in range(1, 13)]


@pytest.mark.parametrize(
    "query",
    ["", " ", '"', "'", "*", "a*", "AND", "NOT alpha", "alpha NEAR/3 beta", "title:alpha", "(alpha", "-alpha", "^alpha",
     "alpha; DROP TABLE entry", "🙂", "\x00", "\ud800", "%", "alpha" * 5_000, "alpha " * 5_000, "{heading} : x",
     "_", "__a_"],
)  # fmt: skip
def test_any_string_is_a_query(library: Library, query: str) -> None:
    assert len(library.search(query)) <= 5


@given(st.text())
def test_searching_never_raises_and_repeats_itself(query: str) -> None:
    one = Library([document("S1", ONE)])
    assert ids(one, query) == ids(one, query)


def test_limits(library: Library) -> None:
    assert len(ids(library, "alpha beta gamma", 2)) == 2
    assert ids(library, "alpha", 0) == [] and ids(library, "alpha", -1) == []


def test_an_empty_library_finds_nothing() -> None:
    assert Library([]).search("alpha") == [] and Library([]).passages == ()


def test_threads_may_search(library: Library) -> None:
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append(ids(library, "alpha score"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8 and all(each == found[0] for each in found)
