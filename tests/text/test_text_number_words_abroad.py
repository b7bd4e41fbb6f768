"""Numbers in words of other languages."""

from __future__ import annotations

import pytest

from moot.text import figures
from moot.text.number_words_abroad import in_digits


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Zwölf Linden waren krank.", "12 Linden waren krank."),
        ("Im Juli wurden einundzwanzig Pumpen geliefert.", "Im Juli wurden 21 Pumpen geliefert."),
        ("Le conseil a livré quatre-vingt-dix pompes et quinze sièges.", "Le conseil a livré 90 pompes et 15 sièges."),
        ("El ayuntamiento entregó treinta y una sillas.", "El ayuntamiento entregó 31 sillas."),
        ("Ventitré pompe sono state consegnate.", "23 pompe sono state consegnate."),
        ("Er werden twaalf pompen geleverd.", "Er werden 12 pompen geleverd."),
        ("Der Umbau kostet 44 Millionen Euro.", "Der Umbau kostet 44 Millionen Euro."),
        ("Ein Rat und eine Stadt waren dort.", "Ein Rat und eine Stadt waren dort."),
        ("Once the elf came, two cents were due to Dix.", "Once the elf came, two cents were due to Dix."),
        ("Twelve pumps were delivered.", "Twelve pumps were delivered."),
    ],
)
def test_they_are_told_in_digits(text: str, read: str) -> None:
    assert in_digits(text) == read
    assert in_digits(in_digits(text)) == read


@pytest.mark.parametrize(
    "text",
    [
        "Der Umbau kostet nach dem Plan zwölf Komma fünf Millionen Euro.",
        "Der Umbau kostet die Stadt dreieinhalb Millionen Euro.",
        "Der Umbau kostet die Stadt eine halbe Million und zwölf Bäume.",
        "Die Stadt hat mehrere Millionen Euro und zwölf Bäume.",
        "Es sind zwei Milliarden und zwölf Cent in der Kasse der Stadt.",
        "Pagó por la obra y por las quince sillas dos millones y medio de euros.",
        "La ville a payé un million et demi pour le pont et pour la gare.",
        "À onze heures et demie, les douze trains sont dans la gare.",
        "De stad heeft twee en een half miljoen betaald voor de brug.",
        "De stad heeft tweeënhalf miljoen betaald voor de twaalf bruggen.",
        "La città ha pagato due milioni e mezzo per il ponte.",
        "A cidade pagou dois milhões e meio pela ponte.",
        "Im Jahr 2020 zwölf Linden und die anderen.",
    ],
)
def test_a_number_that_goes_on_is_not_read_in_part(text: str) -> None:
    assert in_digits(text) == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Le stade neuf est dans la ville et les douze trains.", "Le stade neuf est dans la ville et les 12 trains."),
        (
            "Elle est dans la gare avec les dix neuf trains et les neuf mille places.",
            "Elle est dans la gare avec les 19 trains et les 9000 places.",
        ),
        ("Neuf élèves sur douze sont dans la salle.", "9 élèves sur 12 sont dans la salle."),
        ("Les neuf trains et le Pont Neuf sont dans la ville.", "Les 9 trains et le Pont Neuf sont dans la ville."),
        ("Lei sei bravo e la casa ha dodici porte.", "Lei sei bravo e la casa ha 12 porte."),
        (
            "La casa ha sei mila libri, quindici lampade e centosei sedie.",
            "La casa ha 6000 libri, 15 lampade e 106 sedie.",
        ),
        ("I venti del nord sono forti nella città.", "I venti del nord sono forti nella città."),
        ("Otto Rossi ha dodici case nella città.", "Otto Rossi ha 12 case nella città."),
        (
            "Man muss auf die zwölf Linden acht geben und sie in Acht nehmen.",
            "Man muss auf die 12 Linden acht geben und sie in Acht nehmen.",
        ),
        ("Die acht Linden und die Elf sind im Park.", "Die 8 Linden und die Elf sind im Park."),
        ("Die Elf Spaniens gewann in der Stadt zwölf Preise.", "Die Elf Spaniens gewann in der Stadt 12 Preise."),
        ("Es war kalt. Acht Linden waren in der Stadt krank.", "Es war kalt. 8 Linden waren in der Stadt krank."),
        ("Hij moet op de twaalf bomen acht slaan.", "Hij moet op de 12 bomen acht slaan."),
        (
            "La ONCE tiene once sedes en el país y cientos de socios.",
            "La ONCE tiene 11 sedes en el país y cientos de socios.",
        ),
        ("Les ventes de la ville montent de douze pour cent.", "Les ventes de la ville montent de 12 pour cent."),
        ("Mehrere tausend Menschen blieben zwölf Tage.", "Mehrere tausend Menschen blieben 12 Tage."),
        ("Drei Viertel der zwölf Häuser stehen leer.", "Drei Viertel der 12 Häuser stehen leer."),
        ("Der Umbau kostet die Stadt zwölf Millionen Euro.", "Der Umbau kostet die Stadt 12000000 Euro."),
        ("Deshalb sind innerhalb der Stadt zwölf Linden krank.", "Deshalb sind innerhalb der Stadt 12 Linden krank."),
    ],
)
def test_a_word_that_is_also_another_stays(text: str, read: str) -> None:
    assert in_digits(text) == read


def test_a_dutch_half_behind_a_whole_number_is_no_figure() -> None:
    assert not list(figures.find("De stad betaalde twee en een half miljoen euro."))
    (alone,) = figures.find("De stad betaalde een half miljoen euro.")
    assert alone.value == 500_000
