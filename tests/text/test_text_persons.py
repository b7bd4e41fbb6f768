"""A line that names authors, parted into each of them."""

from __future__ import annotations

import pytest

from moot.text import persons

SEVERAL = {
    "Ines Pohl, Karl Bauer": ["Ines Pohl", "Karl Bauer"],
    "山田 花子, 鈴木 一郎": ["山田 花子", "鈴木 一郎"],
    "山田花子、鈴木一郎": ["山田花子", "鈴木一郎"],
    "Ana Lima; Bo Reis": ["Ana Lima", "Bo Reis"],
    "Lima, Ana; Reis, Bo": ["Lima, Ana", "Reis, Bo"],
    "Lima, Ana and Reis, Bo": ["Lima, Ana", "Reis, Bo"],
    "Ana Lima and Bo Reis": ["Ana Lima", "Bo Reis"],
    "ANA LIMA AND BO REIS": ["ANA LIMA", "BO REIS"],
    "Ann Lee, Bo Ek and Cy Fox": ["Ann Lee", "Bo Ek", "Cy Fox"],
    "Ann Lee, Bo Ek, and Cy Fox": ["Ann Lee", "Bo Ek", "Cy Fox"],
    "Jörg van der Meer & J. K. Øst": ["Jörg van der Meer", "J. K. Øst"],
    "María Sol y Luis Paz": ["María Sol", "Luis Paz"],
    "Ministry of Health; Ana Lima": ["Ministry of Health", "Ana Lima"],
    "Paul Simon, Carlos Santana": ["Paul Simon", "Carlos Santana"],
    "María José, Juan Carlos": ["María José", "Juan Carlos"],
    "Lotte Werner Bo, Karl Bauer": ["Lotte Werner Bo", "Karl Bauer"],
    "Nils Berg, Ola Maria Dahl": ["Nils Berg", "Ola Maria Dahl"],
    "Yuki Mori, Maria Thomas": ["Yuki Mori", "Maria Thomas"],
    "Ann Bo, New York and San Francisco": ["Ann Bo"],
    "Ann Bo and Carl Dee, Hong Kong": ["Ann Bo", "Carl Dee"],
    "Ann Bo, Eastman Kay": ["Ann Bo", "Eastman Kay"],
    "Ann Bo, San Diego": ["Ann Bo"],
    "Ann Bo and Carl Dee, South Africa": ["Ann Bo", "Carl Dee"],
    "Robert Frost, North West": ["Robert Frost", "North West"],
    "Anna Berg, San Martin": ["Anna Berg", "San Martin"],
    "Anna Berg, St. Clair": ["Anna Berg", "St. Clair"],
    "Anna Berg, East Lynn": ["Anna Berg", "East Lynn"],
    "Agnes Kral, John Martin": ["Agnes Kral", "John Martin"],
}
ONE = (
    "Pohl, Ines",
    "New York",
    "van der Meer, Anna Maria",
    "Smith Jones, Mary K.",
    "José Ortega y Gasset",
    "Ministry of Food and Forests",
    "Ernst & Young",
    "Ana and Bo Lima",
    "Royal Mint and Johnson Matthey",
    "Jane Smith, Financial Times",
    "Jane Smith, University of Maribor",
    "Martin King, Jr.",
    "Mary E Smith",
    "World Bank, Washington",
    "Food, Water and Energy",
    "Jane Smith, Senior Reporter",
    "García Márquez, Gabriel José",
    "Smith Jones, Mary Ann",
    "Nguyen Van, Anna Maria",
    "Oliveira Santos, João Pedro",
    "Schmidt Lorenz, Hans-Peter Karl",
)


@pytest.mark.parametrize("line", SEVERAL)
def test_several_are_parted(line: str) -> None:
    assert persons.parted(line) == SEVERAL[line]


@pytest.mark.parametrize("line", ONE)
def test_one_stays_one(line: str) -> None:
    assert persons.parted(line) == [line]


def test_nobody() -> None:
    assert persons.parted(" ; ") == persons.parted("") == []


def test_where_the_family_s_name_stands_first() -> None:
    assert persons.name("山田 花子") == persons.Person("山田", "花子")
    assert persons.name("Hanako Yamada") == persons.Person("Yamada", "Hanako")
