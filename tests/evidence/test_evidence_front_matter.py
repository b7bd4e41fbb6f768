"""What front matter says of its document, in the forms in which it is written."""

from __future__ import annotations

from datetime import date

import pytest

from moot.evidence import extracted
from moot.evidence.media import plain
from moot.words import Source

FILE = Source(id="S1", title="file", origin="a.md", sha256="0", text_sha256="", media="markdown")
BODY = "The dam is 61 metres high.\n"
AUTHORS = {
    "---\ntitle: Dams\nauthor: [Anja Zupan, Marko Hribar]\n---\n": "Anja Zupan; Marko Hribar",
    "---\ntitle: Dams\nauthor: [\"Zupan, Anja\", 'Marko O''Neil']\n---\n": "Zupan, Anja; Marko O'Neil",
    "---\nauthor:\n- Anna van der Meer\n- Li Wei\ntitle: Dams\n---\n": "Anna van der Meer; Li Wei",
    '---\nauthor:\n  - name: Neža Kralj\n    affiliation: A\n  - name: "José Ortega y Gasset"\ntitle: D\n---\n': (
        "Neža Kralj; José Ortega y Gasset"
    ),
    "---\ntitle: Dams\nauthor:\n  name: Li Wei\n---\n": "Li Wei",
    "---\ntitle: Dams: a survey\nauthors: Ann Lee, Bo Ek and Cy Fox\n---\n": "Ann Lee; Bo Ek; Cy Fox",
    "---\ntitle: Dams\nauthor: Office of Food and Farms\n---\n": "Office of Food and Farms",
    '+++\ntitle = "Dams"\nauthors = ["Ivo Novak", "Mia Horvat"]\n+++\n': "Ivo Novak; Mia Horvat",
    '+++\ntitle = "Dams"\nauthors = [\n  "Ivo Novak",\n  "Mia Horvat",\n]\n+++\n': "Ivo Novak; Mia Horvat",
    '+++\ntitle = "Dams"\n[[author]]\nname = "Ivo Novak"\n+++\n': "Ivo Novak",
    '+++\ntitle = "Dams"\nauthor = "Ivo Novak"\nbroken = \n+++\n': "Ivo Novak",
    f'+++\ntitle = "Dams"\nauthor = "Ivo Novak"\nn = {"9" * 9000}\n+++\n': "Ivo Novak",
    "% Dams: a survey\n% Eva Rus; Jan Kos\n% 2025-08-09\n\n": "Eva Rus; Jan Kos",
    "% Dams:\n  a survey\n% Eva Rus\n  Jan Kos\n% 9 August 2025\n\n": "Eva Rus; Jan Kos",
}


@pytest.mark.parametrize("head", AUTHORS)
def test_all_authors_are_named(head: str) -> None:
    made = extracted.document(plain.read((head + BODY).encode()), FILE, date(2026, 3, 1))
    assert (made.source.author, made.text) == (AUTHORS[head], BODY)


@pytest.mark.parametrize("head", [each for each in AUTHORS if "name" not in each and "n =" not in each][:3])
def test_a_list_that_is_shown_is_not_kept_again(head: str) -> None:
    assert not plain.read((head + BODY).encode()).hidden


def test_what_a_title_block_says() -> None:
    read = plain.read(b"% Dams:\n  a survey\n% Eva Rus\n% 9 August 2025\n\nThe dam is high.\n")
    assert (read.title, read.date) == ("Dams: a survey", "2025-08-09")


def test_the_day_of_a_site_that_is_made_with_hugo() -> None:
    assert plain.read(f"---\ntitle: Dams\npublishDate: 2025-06-01\n---\n{BODY}".encode()).date == "2025-06-01"


@pytest.mark.parametrize(
    "text",
    [
        "---\nBuy:\n- milk\n- bread\n---\nThe rest.\n",
        "% a macro\n% for the next part\n% not used\n\nThe rest.\n",
        "---\nOne thought.\n---\nThe rest.\n",
    ],
)
def test_what_is_none_stays_text(text: str) -> None:
    assert plain.read(text.encode()).text == text
