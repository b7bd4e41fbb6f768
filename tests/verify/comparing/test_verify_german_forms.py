"""Whether a German word is there in another form."""

from __future__ import annotations

import pytest

from moot.verify.comparing import german


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("zählung", "verkehrszählung"),
        ("könig", "zaunkönig"),
        ("verkehr", "fernverkehr"),
        ("fahrgast", "fahrgastes"),
        ("umwelt", "umweltamt"),
        ("arbeit", "arbeitslohn"),
        ("stadion", "stadionfreibad"),
        ("geschwächt", "schwächte"),
    ],
)
def test_a_word_is_met_by_its_forms_and_compounds(word: str, other: str) -> None:
    assert german.missing([word], [other]) == []
    assert not list(german.turned([word], [other]))


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("zulässig", "unzulässig"),
        ("zulässigkeit", "unzulässigkeit"),
        ("erfolg", "misserfolg"),
        ("mitglieder", "nichtmitgliedern"),
        ("mitglied", "exmitglied"),
        ("schulden", "schuldenfrei"),
        ("schuldenfreie", "schulden"),
        ("arbeit", "arbeitslosigkeit"),
        ("hoffnung", "hoffnungslosen"),
        ("kompetent", "inkompetent"),
        ("relevant", "irrelevante"),
        ("fähig", "zahlungsunfähig"),
        ("verfassung", "verfassungswidrig"),
    ],
)
def test_a_word_is_not_met_by_its_opposite(word: str, other: str) -> None:
    assert german.missing([word], [other]) == [word]
    assert list(german.turned([word], [other])) == [(word, other)]
