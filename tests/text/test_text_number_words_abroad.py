"""Numbers in words of other languages."""

from __future__ import annotations

import pytest

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
