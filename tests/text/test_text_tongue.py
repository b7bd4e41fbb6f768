"""Which language a text is in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from moot.text.tongue import tongue


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge was built in 1894 and is 120 m long.", "English"),
        ("Die Brücke wurde 1894 gebaut und ist 120 m lang.", "German"),
        ("Le pont a été construit en 1894 et mesure 120 m.", "French"),
        ("El puente fue construido en 1894 y mide 120 m de largo.", "Spanish"),
        ("La harina viene del molino de la villa, que muele con piedra.", "Spanish"),
        ("Il ponte è stato costruito nel 1894 e misura 120 m.", "Italian"),
        ("A ponte foi construída em 1894 e mede 120 m.", "Portuguese"),
        ("De brug werd in 1894 gebouwd en is 120 m lang.", "Dutch"),
        ("Broen ble bygget i 1894 og er 120 m lang.", "a Nordic language"),
        ("Мост был построен в 1894 году.", "Cyrillic script"),
        ("橋は1894年に建てられました。", "Japanese"),
        ("该桥建于1894年。", "Chinese"),
    ],
)
def test_a_sentence_tells_its_language(text: str, language: str) -> None:
    assert tongue(text) == language


@pytest.mark.parametrize(
    "text", ["", "1894 | 120", "Acme 4.6 v Brunmark 3.7", "K 0B0K", "Vitamin K, K", "| Class | Length (m) | Crew |"]
)
def test_names_figures_and_heads_of_tables_do_not(text: str) -> None:
    assert tongue(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Costs fell in 31 houses, about 66 per cent.",
        "Dosing for men rose, for women it fell.",
        "Sallow’s council met in March.",
        "Beltane’s ordinance gives a landlord thirty days.",
    ],
)
def test_small_words_that_two_languages_share_tell_no_foreign_one(text: str) -> None:
    assert tongue(text) in (None, "English")


def test_two_short_sentences_mostly_tell_their_language_and_foreign_names_in_english_do_not() -> None:
    lines = [line.split("\t") for line in (Path(__file__).parent / "tongues.tsv").read_text("utf-8").splitlines()]
    told = [(language, tongue(text)) for language, text in lines]
    texts, right = (
        Counter(language for language, _ in told),
        Counter(name for language, name in told if name == language),
    )
    assert {name for name in texts if name != "English" and right[name] < 0.7 * texts[name]} == set()
    assert sum(name is None or name == language for language, name in told) >= 0.99 * len(told)
    assert sum(right.values()) - right["English"] >= 0.88 * (len(told) - texts["English"])


@pytest.mark.parametrize(
    "text",
    [
        "Charles de Gaulle met Konrad Adenauer at La Boisserie. The Verein der Freunde und Förderer paid.",
        "K is potassium, s a second, z a height. Take a = 5 m, e = 3, o = 4, k = 2.",
        "The café served crème brûlée. Its façade is old.",
    ],
)
def test_names_symbols_and_loans_tell_no_foreign_language(text: str) -> None:
    assert tongue(text) in (None, "English")
