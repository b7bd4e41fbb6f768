from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.text.sentences import split


def units(text: str) -> list[str]:
    return [span.of(text) for span in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("It was 61.6 % vs. 59.3 %. Then e.g. this.", ["It was 61.6 % vs. 59.3 %.", "Then e.g. this."]),
        ("See https://a.b/c?Query=1.5&B=2. Ok.", ["See https://a.b/c?Query=1.5&B=2.", "Ok."]),
        ("Acme Inc. (1990) grew. It won.", ["Acme Inc. (1990) grew.", "It won."]),
        ("No. 5 was in Fig. 3 (p. 12). Yes.", ["No. 5 was in Fig. 3 (p. 12).", "Yes."]),
        ("Approx. 5 of them. Version 2.1.88 is out!", ["Approx. 5 of them.", "Version 2.1.88 is out!"]),
        ("One line\nwraps over. And on.", ["One line\nwraps over.", "And on."]),
        ("# A title. With dots.\nText.", ["A title. With dots.", "Text."]),
        ("A title. So\n=====\nText.", ["A title. So", "Text."]),
        ("- one. Two\n- three\n1. four", ["one.", "Two", "three", "four"]),
        ("| a. B | c |\n|---|---|\n| 1 | 2.5 |", ["| a. B | c |", "| 1 | 2.5 |"]),
        ("> said. So\n> it\n\nText", ["said.", "So\n> it", "Text"]),
        ("Text\n> said", ["Text", "said"]),
        ("```\nx = 1. Y\n```\nText", ["x = 1. Y", "Text"]),
        ("One paragraph\n\nAnother", ["One paragraph", "Another"]),
        ("One paragraph\r\n\r\nAnother", ["One paragraph", "Another"]),
        ("---\nText", ["Text"]),
    ],
)
def test_units(text: str, expected: list[str]) -> None:
    assert units(text) == expected


@given(st.text(alphabet="aB1. ,?!\n\r\t#-*|`>…é中。:=\u2028\u00a0\x0b", max_size=80))
def test_sentences_are_in_order_and_lose_no_word(text: str) -> None:
    spans = split(text)
    at = 0
    for span in spans:
        assert at <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip() != ""
        at = span.end


@given(st.text(alphabet="aB1. ,?!\n\u00a0é中。", max_size=80))
def test_no_letter_of_prose_is_lost(text: str) -> None:
    kept = "".join(span.of(text) for span in split(text))
    assert [c for c in kept if c.isalpha()] == [c for c in text if c.isalpha()]


@given(
    st.lists(
        st.sampled_from(["It rose by 3.5 % on Monday.", "See e.g. Fig. 3.", "Why not?", "“Yes!” they said."]),
        min_size=1,
    )
)
def test_whole_sentences_are_found_again(sentences: list[str]) -> None:
    assert units(" ".join(sentences)) == sentences


def test_a_panic_of_the_library_is_survived() -> None:
    text = "?é\nB\néB。B\xa0,\nB\xa0.中1!B,1,。.,BB?,,\xa01中。?。aB,é"
    assert "".join(units(text)).count("B") == text.count("B")


class PanicException(BaseException):
    """As pyo3 names it."""


def test_when_the_library_fails_a_plain_rule_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    def panic(language: str, text: str) -> list[str]:
        raise PanicException

    monkeypatch.setattr("sentencex.segment", panic)
    assert units("One is. Two is! 三。Four") == ["One is.", "Two is!", "三。", "Four"]


def test_ordinals_in_german_dates() -> None:
    text = (
        "Am 1. März waren es zwölf. Stichtag 1. April 2025. Es waren 12. August war kalt. "
        "Bis zum 31. Dezember sank es im 4. Quartal. Ms. Smith sah es."
    )
    assert [text[span.start : span.end] for span in split(text)] == [
        "Am 1. März waren es zwölf.",
        "Stichtag 1. April 2025.",
        "Es waren 12.",
        "August war kalt.",
        "Bis zum 31. Dezember sank es im 4. Quartal.",
        "Ms. Smith sah es.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It costs 3 euros.¹ They pay.[^note] Nobody asks.",
            ["It costs 3 euros.¹", "They pay.[^note]", "Nobody asks."],
        ),
        ("“It rose.”² Then it fell.", ["“It rose.”²", "Then it fell."]),
        ("The U.S.³ Congress met on 5 m² Land.", ["The U.S.³ Congress met on 5 m² Land."]),
    ],
)
def test_a_sentence_ends_behind_the_mark_of_its_footnote(text: str, expected: list[str]) -> None:
    assert units(text) == expected


def test_german_abbreviations_end_no_sentence() -> None:
    text = (
        "Die Fähre kostet 14,2 Mio. Euro, z. B. inkl. Hafen. Die Brücke kostet 3 Mrd. Die Stadt zahlt "
        "d. h. der Bund. Sie fährt usw. Ende."
    )
    assert units(text) == [
        "Die Fähre kostet 14,2 Mio. Euro, z. B. inkl. Hafen.",
        "Die Brücke kostet 3 Mrd.",
        "Die Stadt zahlt d. h. der Bund.",
        "Sie fährt usw.",
        "Ende.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Its median was 7.6 µg/l. In most houses it was more.",
        "It is 5 m. The wall is high.",
        "It takes 3 h. They left.",
        "The median was 21 ms. Failures were rare.",
    ],
)
def test_a_unit_of_one_letter_ends_a_sentence(text: str) -> None:
    assert len(split(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The board met on 9 May. Odenstad has 212 buses.",
        "It ran from 3 Feb. to 9 Sept. Rents rose.",
        "The trial closed in Sept. Rents rose by 6.8 per cent.",
        "The plant is in the U.S. Rents rose by 6.8 per cent.",
        "It was bought by Karswell & Sons Ltd. Rents rose.",
        "The shop sold wheat from the U.S.A. Rents rose.",
        "The opening is at 9 a.m. Trams are late.",
        "It has buses, trams, etc. Fleets grow.",
        "It is 5 ft. Members may enter.",
        "It belongs to Acme Inc. A court said so.",
        "The greens voted no. Odenstad has 212 buses.",
        "“It met in May.” Odenstad has 212 buses.",
    ],
)
def test_an_abbreviation_may_end_a_sentence(text: str) -> None:
    assert len(split(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Support in the U.S. Senate has grown since Sept. 5 in all.",
        "He said that support in the U.S. Senate has grown.",
        "The court ruled in Acme Ltd. v. Lund.",
        "He said that Apple Inc. Chief Executive Tim Cook was there.",
        "Acme Ltd. Odenstad has 212 buses.",
        "The Sept. Report was late.",
        "It was written by J.K. Rowling has said so.",
        "It was staged for G.B. Shaw was there.",
        "It was sung with A.R. Rahman has said so.",
        "In Nov. Mayor Berg resigned.",
        "On 5 Jan. Google said that it was down.",
        "Between Jan. and Mar. Swiss exports fell.",
        "Patients take 40 mg resp. 50 mg of it.",
        "It was shown by Smith et al. Fig. 3 of it is red.",
    ],
)
def test_an_abbreviation_inside_a_sentence_does_not(text: str) -> None:
    assert len(split(text)) == 1


def test_an_initial_does_not() -> None:
    assert len(split("J. Smith came to No. 5 B. Street.")) == 1


def test_many_cuts_that_are_none_take_time_in_proportion() -> None:
    """A hostile text must not hold a reader up: by whole sides this takes minutes."""
    text = "**1.** x\n" * 20_000
    assert split(text)


@pytest.mark.parametrize(
    ("text", "count"), [("It voted no. A plan follows.", 2), ("See no. IV of it.", 1), ("See no. A-5 of it.", 1)]
)
def test_no_is_an_abbreviation_only_before_a_number(text: str, count: int) -> None:
    assert len(split(text)) == count
