"""What is said of two times, or of two things of a kind, is no contradiction; another date of one event is."""

from __future__ import annotations

import pytest

from moot.verify.relation import glimpse, relate
from moot.words import Relation

TWO = [
    ("In 2019 the reservoir held 4.1 million cubic metres.", "In 2024 the reservoir held 2.9 million cubic metres."),
    ("The 2018 survey found 140 breeding pairs.", "The 2023 survey found 95 breeding pairs."),
    ("On 3 May the level was 2.1 m.", "On 4 May the level was 2.6 m."),
    ("Passenger numbers were 61,000 in the first quarter.", "Passenger numbers were 74,000 in the second quarter."),
    ("Sales rose in 2022.", "Sales fell in 2023."),
    ("The steel bridge would cost 4.1 million euros.", "The timber bridge would cost 3.2 million euros."),
    ("Patients on the drug had 12 relapses.", "Patients on placebo had 19 relapses."),
    ("Under plan A the work takes 11 weeks.", "Under plan B the work takes 16 weeks."),
    ("The day shift has 24 nurses.", "The night shift has 11 nurses."),
    (
        "Zinc weighs 7 kg a square metre, so the rafters stay.",
        "Rafters must be new, because slate weighs 32 kg a square metre.",
    ),
    ("In 2019 the firm sold 4,100 cars.", "In 2024 the firm sold 2,900 cars."),
    ("In 2019 40 people died on the roads.", "In 2023 55 people died on the roads."),
    ("Ivo employs 2,300 people at its sites in Portugal.", "Ivo employs 3,100 people at its sites in Spain."),
    ("The indoor rink closes on 4 May 2026.", "The outdoor rink closes on 14 May 2026."),
    ("Before the repair the pump drew 9 amps.", "After the repair the pump drew 6 amps."),
    ("The fungicide cured the rust on barley.", "The fungicide did not cure the rust on roses."),
    ("Nobody was hurt in the fire at the mill.", "Three people were injured in the fire at the school."),
    ("All 62 rafters need to be strengthened.", "The rafters must be strengthened; painting is not in this offer."),
]
ONE = [
    ("The fungicide cured the rust on barley.", "The fungicide did not cure the rust on barley."),
    ("After the repair the pump drew 9 amps.", "After the repair the pump drew 6 amps."),
    ("No deaths were recorded at the hospital.", "Two deaths were recorded at the clinic."),
    ("The bridge opened on 3 May 2019.", "The bridge opened on 4 May 2019."),
    ("Unit 2 went online on 6 November after 38 days.", "Unit 2 went online on 26 November after 58 days."),
    ("The museum cost 12 million euros in 2019.", "The museum cost 14 million euros in 2019."),
    ("The ferry carries 62 cars.", "The ship carries 58 cars."),
    ("Tärnan carries 62 cars.", "The ferry carries 58 cars."),
    ("According to Fjordline the ferry carries 62 cars.", "According to the board the ferry carries 58 cars."),
    ("The police counted 5,000 demonstrators.", "The organisers counted 9,000 demonstrators."),
    ("The firm moved about 1,500 workers to its new plant.", "The firm transferred 1,050 workers to its new plant."),
    (
        "The council's decision of March 2026: the pipes cost 44 million euros.",
        "The pipes cost 31 million euros, in prices of autumn 2025.",
    ),
    ("The ship sank in 1912 with 1,500 people on board.", "The ship sank in 1913 with 2,200 people on board."),
    (
        "The bridge opened in 1990 at a cost of 40 million euros.",
        "The bridge opened in 1992 at a cost of 45 million euros.",
    ),
    ("The founder died in 1954 at the age of 80.", "The founder died in 1956 at the age of 82."),
    ("In 1990 the hall was built for 40 million euros.", "In 1992 the hall was built for 45 million euros."),
    ("The yearly fee is 40 euros.", "The annual fee is 45 euros."),
    ("The mayor's salary is 90,000 euros.", "The mayor's pay is 95,000 euros."),
    ("The initial budget was 4 million euros.", "The original budget was 5 million euros."),
    ("The height of the pass is 1,200 metres.", "The elevation of the pass is 1,300 metres."),
    ("The official toll was 40 dead.", "The confirmed toll was 45 dead."),
    ("Workers dug the tunnel in 40 months.", "Miners dug the tunnel in 45 months."),
    ("According to the ministry, the flood killed 40 people.", "According to the police, the flood killed 45 people."),
    ("The board met; it did not adopt the plan.", "The board met; it approved the plan."),
]


@pytest.mark.parametrize(("one", "other"), TWO)
def test_what_is_said_of_two_times_or_of_two_of_a_kind_is_apart(one: str, other: str) -> None:
    assert relate(one, other).relation is Relation.APART
    assert not relate(other, one).opposed
    assert not glimpse(one, other).opposable


@pytest.mark.parametrize(("one", "other"), ONE)
def test_what_is_said_of_one_thing_at_one_time_contradicts_itself(one: str, other: str) -> None:
    assert relate(one, other).relation is Relation.CONFLICT
    assert relate(other, one).opposed
