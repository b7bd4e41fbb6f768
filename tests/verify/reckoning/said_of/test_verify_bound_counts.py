"""Figures that stand in the sources and count something else there, or stand in a table that was not cited."""

from __future__ import annotations

import pytest
from verify_library import library, only

from moot.evidence.library import Library
from moot.evidence.nearest import Units
from moot.verify.figures import Figures
from moot.verify.subjects import Subjects
from moot.words import Claim, ClaimKind, Outcome, Reference

LIGHTHOUSE = library(
    """# The lighthouse of Ror

The keepers of Ror watched the strait on 61 evenings between May and August. In the same months of 2031 there were 67
letters from fishermen. The lamp burned oil until 1974. The keepers hope that one ship in five will answer the new horn
in fog.

Traffic through the strait in 2032 was counted by the keepers of Ror, hour by hour, from the gallery below the lamp.

Paint for the tower was bought in Ulm, where it was cheaper than on the island, and shipped over in barrels.

The stairs were mended by a mason from the mainland, who stayed with the keepers for a month.

The boathouse was not used. The programme of the horn, release 4.18, took it for a lamp. Release 4.12 treated the horn
in the strait as new.

| Kind | 2031 | 2032 |
|---|---|---|
| Trawlers | 1,240 | 1,315 |
| Yachts | 870 | 905 |
| Tankers | 412 | 388 |
"""
)


def doubts(text: str, known: Library = LIGHTHOUSE) -> str:
    places, reference = Units(known.passages).nearest(text), Reference(mark="[1]", entry="it", source="S1")
    mine = Claim(id="c1", kind=ClaimKind.STATED, text=text, citations=places, references=(reference,))
    found = [only(check.findings([mine], known)) for check in (Figures(), Subjects())]
    return "; ".join(each.reason for each in found if each.outcome is Outcome.FAILS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The keepers of Ror watched the strait on 67 evenings from May to August.",
            "67 counts other things, 61 evenings",
        ),
        (
            "The keepers count on it that one ship in three will answer the new horn in fog.",
            "one ship in three against one ship",
        ),
        ("Sailing craft that the keepers of Ror counted in the strait came to 870 in 2032.", "“2032” has 905"),
    ],
)
def test_a_figure_of_something_else_is_doubted(text: str, said: str) -> None:
    assert said in doubts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The keepers of Ror watched the strait on 61 evenings from May to August.",
        "The keepers count on it that one ship in five will answer the new horn in fog.",
        "Sailing craft that the keepers of Ror counted in the strait came to 905 in 2032.",
        "In the same months of 2031 the keepers got 67 letters.",
        "Release 4.18 treated the new horn in the strait as a lamp.",
    ],
)
def test_a_figure_of_the_same_holds(text: str) -> None:
    assert doubts(text) == ""


QUEUES = library(
    """On 31 March there were 21,100 patients waiting for a planned operation in the hospitals of the district.

| Specialty | Waiting, 2023 | Waiting, 2024 | Over a year |
|---|---|---|---|
| Orthopaedics | 6,840 | 7,524 | 1,612 |
| Eyes | 13,160 | 13,576 | 1,210 |
| Total | 20,000 | 21,100 | 2,822 |
"""
)
FLOCKS = library(
    """In June there were 5,310 sheep grazing on the hills of the island, more than ever were counted there.

| Farm | June 2023 | June 2024 | Hectares |
|---|---|---|---|
| Holm | 1,300 | 1,420 | 1,030 |
| Sandwick | 3,700 | 3,890 | 2,280 |
| All | 5,000 | 5,310 | 3,310 |
"""
)
LOANS = library(
    """In the year to June 84,300 items were borrowed from the village libraries and taken home.

| Village | To 2022 | To 2023 | Visits |
|---|---|---|---|
| Millbrook | 41,900 | 42,410 | 30,700 |
| Stoke | 38,200 | 41,890 | 29,900 |
| Total | 80,100 | 84,300 | 60,600 |
"""
)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("There were 7,524 patients in the district waiting for a planned operation in orthopaedics alone.", QUEUES),
        ("Of the sheep grazing in June on the hills of the island, 1,420 sheep were at Holm.", FLOCKS),
        ("In the year to June 42,410 items were borrowed and taken home in Millbrook.", LOANS),
    ],
)
def test_the_total_of_a_column_says_what_it_counts(text: str, known: Library) -> None:
    assert doubts(text, known) == ""


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("There were 1,612 patients in the district waiting for a planned operation in orthopaedics alone.", QUEUES),
        ("Of the sheep grazing in June on the hills of the island, 1,030 sheep were at Holm.", FLOCKS),
        ("In the year to June 30,700 items were borrowed and taken home in Millbrook.", LOANS),
    ],
)
def test_and_not_what_another_column_counts(text: str, known: Library) -> None:
    assert "counts other things" in doubts(text, known)
