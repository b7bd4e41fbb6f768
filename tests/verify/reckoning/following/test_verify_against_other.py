"""What a thing measures that is told by its difference from another is reckoned; the other's figure is not its own."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

BRIDGE = "Since the flood of 2019, the old footbridge is 12 metres shorter than the new one, which measures 212 metres."
WAGES = "Kari earns 200 kroner less than Ola, who earns 900."
LEAKS = "Leakage was twice as high in Aske as in Tolm, where it was 3 %."
HERDS = "The herd of Vuolka is three times as large as that of Sarek, which has 140 animals."
CHOIR = "The choir of Lund has 40 more members than the orchestra, which has 85."
PLANTS = "In 2024 the northern plant emitted 30 % less than the southern plant, which emitted 500 tonnes."
TOWER = "The tower is 8 metres taller than the church, whose spire reaches 61 metres, and was built 12 years later."
JOBS = "Unemployment in Moss is 2 percentage points higher than in Ski, where it is 4 %."
TICKET = "A ticket for adults costs half as much on Mondays as on Sundays, when it costs 18 euros."
RAIN = "Bergen got 12 mm more rain than Oslo, which got 30 mm in May. Later Bergen had 30 mm of snow too."


@pytest.mark.parametrize(
    ("claim", "evidence", "true"),
    [
        ("The old footbridge measures 200 metres.", BRIDGE, True),
        ("The old footbridge measures 224 metres.", BRIDGE, False),
        ("The old footbridge measures 212 metres.", BRIDGE, False),
        ("The new bridge measures 212 metres.", BRIDGE, True),
        ("The new footbridge is 12 metres longer than the old one.", BRIDGE, True),
        ("Kari earns 700 kroner.", WAGES, True),
        ("Kari earns 1,100 kroner.", WAGES, False),
        ("Ola earns 700 kroner.", WAGES, False),
        ("Ola earns 900 kroner.", WAGES, True),
        ("Leakage in Aske was 6 %.", LEAKS, True),
        ("Leakage in Aske was 3 %.", LEAKS, False),
        ("Leakage in Tolm was 3 %.", LEAKS, True),
        ("Leakage in Tolm was 6 %.", LEAKS, False),
        ("Vuolka has a herd of 420 animals.", HERDS, True),
        ("Vuolka has a herd of 140 animals.", HERDS, False),
        ("Sarek has 420 animals.", HERDS, False),
        ("The choir of Lund has 125 members.", CHOIR, True),
        ("The choir of Lund has 45 members.", CHOIR, False),
        ("The northern plant emitted 350 tonnes in 2024.", PLANTS, True),
        ("The northern plant emitted 650 tonnes in 2024.", PLANTS, False),
        ("The tower reaches 69 metres.", TOWER, True),
        ("The tower reaches 61 metres.", TOWER, False),
        ("Unemployment in Moss is 6 %.", JOBS, True),
        ("Unemployment in Moss is 4 %.", JOBS, False),
        ("On Mondays a ticket for adults costs 9 euros.", TICKET, True),
        ("On Mondays a ticket for adults costs 18 euros.", TICKET, False),
        ("Bergen got 42 mm of rain.", RAIN, True),
        ("Bergen had 30 mm of snow.", RAIN, True),
    ],
)  # fmt: skip
def test_a_thing_has_what_its_difference_from_another_makes(claim: str, evidence: str, true: bool) -> None:
    found = audited(claim, library(evidence))
    assert (found.outcome is Outcome.HOLDS) is true, found.reason
