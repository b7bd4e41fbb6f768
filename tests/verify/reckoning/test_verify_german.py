"""Figures of German reports: units, scales and operations in German words."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.evidence.library import Library
from moot.words import Outcome

BUDGET = library("""# Haushaltsplan 2026 der Stadt Lindenau

Der Haushalt 2026 hat ein Volumen von 214,6 Millionen Euro, im Vorjahr waren es 203,8 Millionen Euro. Lindenau hat
87.400 Einwohner. Die Kreditaufnahme sinkt von 18,5 auf 12,0 Millionen Euro. Der Hebesatz bleibt bei 430 Prozent.

| Bereich | 2025 (Tsd. Euro) | 2026 (Tsd. Euro) |
|---|---|---|
| Personal | 61.300 | 64.980 |
| Schulen und Kitas | 38.450 | 41.200 |
| Straßen und Verkehr | 22.700 | 19.900 |
""")
POOL = library(
    "Die Sanierung würde 23,4 Millionen Euro kosten, ein Neubau 31,9 Millionen Euro. Das Bad zählte 2019 rund 173.000 "
    "Besucher, 2024 waren es 147.000. Der Energieverbrauch liegt bei 2,9 Gigawattstunden im Jahr."
)
WIND = library(
    "Der Windpark hat 14 Anlagen mit zusammen 58,8 Megawatt. Er erzeugte 2023 insgesamt 126 Gigawattstunden, 2024 "
    "waren es 139 Gigawattstunden. Die Pacht stieg von 48.000 auf 60.000 Euro je Anlage. Von den 240 Landwirten "
    "stimmten 156 zu."
)


@pytest.mark.parametrize(
    ("known", "sentence", "true", "wrong"),
    [
        (BUDGET, "Der Haushalt wächst um rund {} Prozent auf 214,6 Millionen Euro.", "5,3", "6,3"),
        (BUDGET, "Das sind etwa {} Euro je Einwohner.", "2.455", "2.655"),
        (BUDGET, "Die Neuverschuldung geht um {} Millionen Euro zurück.", "6,5", "7,5"),
        (BUDGET, "Für Personal sind {} Millionen Euro vorgesehen, mehr als 2025.", "65", "68"),
        (BUDGET, "Schulen und Kitas bekommen {} Millionen Euro mehr.", "2,75", "4,15"),
        (BUDGET, "Bei Straßen und Verkehr wird um {} Prozent gekürzt.", "12", "17"),
        (POOL, "Ein Neubau wäre {} Millionen Euro teurer als die Sanierung.", "8,5", "9,5"),
        (POOL, "Seit 2019 verlor das Bad {} Besucher.", "26.000", "36.000"),
        (POOL, "Der Energieverbrauch beträgt {} Megawattstunden jährlich.", "2.900", "29.000"),
        (WIND, "Eine Anlage leistet im Durchschnitt {} Megawatt.", "4,2", "5,2"),
        (WIND, "Die Pacht stieg um {} Prozent.", "25", "35"),
        (WIND, "{} Prozent der Landwirte stimmten zu.", "65", "75"),
        (WIND, "Die Erzeugung lag 2024 um {} Gigawattstunden höher als 2023.", "13", "23"),
    ],
)
def test_what_german_sentences_compute(known: Library, sentence: str, true: str, wrong: str) -> None:
    assert audited(sentence.format(true), known).outcome is Outcome.HOLDS
    assert audited(sentence.format(wrong), known).outcome is Outcome.FAILS
