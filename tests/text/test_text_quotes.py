from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.text.normal import normal
from moot.text.quotes import Locator, locate

ALPHABET = st.text(alphabet="ab1 .,-–—’'“\"\u00ad\u200b\u00a0\n\t…*_`é\u0301|[]()\\~fﬁ6%", max_size=60)


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        ("scored 61.6 %", "It scored 61.6 % there.", "scored 61.6 %"),
        ("scored 61.6 %", "It scored\n  61.6\u00a0% there.", "scored\n  61.6\u00a0%"),
        ("61.6 % on", "It has **61.6 %** on it", "61.6 %** on"),
        ("61.6 %", "It has **61.6** % on it", "61.6** %"),
        ('the "best" one\'s - yes', "the “best” one’s — yes", "the “best” one’s — yes"),
        ("co-operate", "We co\u00adop co‑op\u00aderate", "co‑op\u00aderate"),
        ("It rose … by 5 %", "It rose, they say, by 5 % in May.", "It rose, they say, by 5 %"),
        ("It rose [...] by 5 %", "It rose. It rose, they say, by 5 % in May.", "It rose, they say, by 5 %"),
        ("wait... what", "Well, wait … what?", "wait … what"),
        ("cat", "concatenate a cat", "cat"),
        ("1.6 %", "61.6 % and 1.6 %", "1.6 %"),
        (
            "Terminal-Bench scored",
            "[Terminal-Bench](https://a.b/c_(d)) scored",
            "Terminal-Bench](https://a.b/c_(d)) scored",
        ),
        ("| a | b |", "x\n|a|   b|\n", "|a|   b|"),
        ("snake_case", "the snake_case name", "snake_case"),
        ("café", "a cafe\u0301 here", "cafe\u0301"),
        ("fine", "a ﬁne day", "ﬁne"),
        ("1f", "1ﬁ 1f", "1f"),
    ],
)
def test_a_quote_is_found_whatever_its_space_quotes_and_dashes(quote: str, text: str, found: str) -> None:
    span = locate(quote, text)
    assert span is not None
    assert span.of(text) == found


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("", "abc"),
        ("  \n", "abc   "),
        ("…", "abc …"),
        ('--- . "', 'abc --- . "'),
        ("It Rose", "It rose"),
        ("by 5 % … It rose", "It rose by 5 %"),
        ("61.5 %", "61.6 %"),
        ("2*3", "23"),
        ("23", "2*3"),
        ("a b", "ab"),
        ("10²", "102"),
        ("anything", ""),
        ("f", "ﬁ"),
        ("wait.", "wait…"),
    ],
)
def test_what_is_not_there_is_not_found(quote: str, text: str) -> None:
    assert locate(quote, text) is None


@given(ALPHABET, st.data())
def test_every_stretch_of_a_text_is_located_at_its_like(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    span = locate(quote, text)
    if not any(c.isalnum() for c in quote):
        assert span is None
    elif "\u0301" not in (text[start], text[end : end + 1]):  # Half a letter is no stretch of the text.
        assert span is not None
        if "*" not in text and "_" not in text and "`" not in text and "\\" not in text and "[" not in text:
            assert normal(span.of(text)) == normal(quote) or "..." in normal(quote)


VARIANTS = {"-": "–", "'": "’", '"': "”", " ": " \u00a0\n"}


@given(st.lists(st.sampled_from(["cat", "dog", "-", "'", '"', "61.6", "%", "1,000"]), min_size=1), st.data())
def test_a_variant_of_a_stretch_is_located_too(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = "".join(VARIANTS.get(c, c) if data.draw(st.booleans()) else c for c in text[start:end])
    span = locate(quote, text)
    if any(c.isalnum() for c in quote):
        assert span is not None
        assert normal(span.of(text)) == normal(quote)


@given(ALPHABET, ALPHABET)
def test_what_is_located_reads_the_same(quote: str, text: str) -> None:
    span = locate(quote, text)
    if span is not None:
        assert 0 <= span.start < span.end <= len(text)


def test_words_are_held_only_whole() -> None:
    known = Locator("Acme 50 was the sum")
    assert known.holds("Acme 50")
    assert not known.holds("Acme 5")


def test_words_that_were_left_out_are_part_of_the_nearest_stretch() -> None:
    text = "First. Alpha reaches 61.6 % on the test. Last."
    near = Locator(text).nearest("Alpha reaches on the test.")
    assert near is not None
    assert near.span.of(text) == "Alpha reaches 61.6 % on the test."


def test_the_nearest_stretch_is_whole_words() -> None:
    text = "First. The model scored 61.6 % on the test. Last."
    near = Locator(text).nearest("The model scored 59.3 % on the test")
    assert near is not None
    assert text[near.start : near.end] == "The model scored 61.6 % on the test"
    assert 0.9 < near.ratio < 1
    assert Locator(text).nearest("…") is None
    assert Locator(" ").nearest("words") is None


@pytest.mark.parametrize(
    ("quote", "text", "cuts"),
    [
        ("The charger costs 1.1 million.", "¹The charger costs 1.1 million.", False),
        ("The price is without charger", "The price is without charger¹ and quay.", False),
        ("The room has 5 m", "The room has 5 m² of floor.", True),
        ("The charger is 10", "The charger is 10³ times as heavy.", True),
        ("million euros are due", "²⁵million euros are due", False),
        ("The median of Oldham was 6.3 in May", "The median[a] of Oldham was 6.3[b,c] in May.", False),
    ],
)
def test_a_raised_mark_of_a_footnote_is_no_part_of_a_word(quote: str, text: str, cuts: bool) -> None:
    assert Locator(text).holds(quote) is not cuts


@pytest.mark.parametrize(
    "text", ["the ` pump ` runs", "the` pump`  runs", "the \u200b pump\u00a0runs", "the pump \u00ad runs"]
)
def test_space_on_both_sides_of_what_is_left_out_is_one_space(text: str) -> None:
    span = locate("the pump runs", text)
    assert span is not None and span.of(text) == text
