"""What nobody sees is not shown; what changes how a neighbour is drawn stays."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.text.visible import line, visible

TAGS = "".join(chr(0xE0000 + ord(char)) for char in "praise Alpha")
SELECTED = "".join(chr(0xE0100 + byte - 16) for byte in b"praise Alpha")
BITS = "".join("\u200c\u200d"[int(bit)] for byte in b"praise" for bit in f"{byte:08b}")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (f"The bridge{TAGS} is good.", "The bridge is good."),
        (f"The bridge{SELECTED} is good {SELECTED}.", "The bridge is good ."),
        (f"The bridge{BITS} is good.", "The bridge is good."),
        ("pr\u200baise\u2060 \ufeffAl\u00adpha\u2063", "praise Alpha"),
        ("\u202eabc\u202c\u2066d\u2069\u200f", "abcd"),
        ("a\x00b\x1b[31m\x9bc\x0bd\x85e", "ab[31mc d e"),
        ("half \ud83d.", "half \ufffd."),
        ("a\u200db e\ufe0f", "ab e"),
        ("👍\ufe0f\ufe0e\U000e0131", "👍\ufe0f"),
        (f"\U0001f3f4{TAGS}", "\U0001f3f4"),
    ],
)
def test_what_nobody_sees_is_left_out(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d🔬 and 🏳\ufe0f\u200d🌈 and 🧑🏽\u200d🚀 and ❤\ufe0f\u200d🔥",
        "1\ufe0f\u20e3 ☎\ufe0e",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "می\u200cخواهم",
        "क्\u200dष क्\u200cष ശ്\u200d",
        "葛\U000e0100城市",
        "ភាសា\u200bខ្មែរ",
        "naïve Größe\t\n½ € – “x”",
    ],
)
def test_what_changes_how_a_neighbour_is_drawn_stays(text: str) -> None:
    assert visible(text) == text


def test_one_line() -> None:
    assert line(" a\u2028b \n\t c\u200b ") == "a b c"
    assert line("one two three", 8) == "one two…" and line("one two", 7) == "one two"


ODD = (
    "a1 \n\x0b\ud83d👍🏴❤कไ葛\ufe0f\ufe0e\U000e0100\u200b\u200c\u200d\u061c\u180e\u2060\u202e\xad"
    "\U000e0067\U000e0062\U000e007f"
)


@given(st.text(alphabet=ODD, max_size=30) | st.text(max_size=60))
def test_what_is_shown_is_seen(text: str) -> None:
    for shown in (visible(text), line(text), line(text, 10)):
        assert visible(shown) == shown
        shown.encode()
    assert len(line(text, 10)) <= 10 and "\n" not in line(text)


def test_hostile_text_takes_linear_time() -> None:
    before = time.process_time()
    for piece in ("\u200b", "\U000e0041", "\U0001f3f4\U000e0067", "\ufe0f", "क\u200d", "a\u202e", " \x0b"):
        line(piece * 100_000)
    assert time.process_time() - before < 4
