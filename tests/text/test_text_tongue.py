"""Which language a text is in."""

from __future__ import annotations

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
