"""Pairs of sentences in two sources: which disagree about one thing, and which only look like it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from moot.evidence.library import Library
from moot.readers.conflict import Conflict
from moot.readers.reader import Reader

TABLE = """# Output of the plants

| Plant | 2023, tonnes | 2024, tonnes |
|---|---|---|
| Norvik | 410 | 455 |
| Halden | 220 | 260 |
"""

DISAGREE = [
    ("The university tested 60 wells in Sorl.", "In Sorl the university tested 84 wells."),
    ("Wardens counted 410 dead carp in the north pool of Sorl on 14 and 15 August 2025.",
     "Wardens counted 560 dead carp in the north pool of Sorl on 14 and 15 August 2025."),
    ("Founded in 1921, the dairy at Holm has 31 vats of steel.", "The dairy at Holm has 24 vats of steel."),
    ("The contract with Veolia, signed on 3 March 2019, costs the town 2.1 million euros a year.",
     "The contract with Veolia costs the town 2.6 million euros a year."),
    ("The tower is 84 metres high.", "The tower (completed in 1998) is 79 metres high."),
    ("Die Stadthalle von Pell, 1971 erbaut, fasst 400 Gäste.", "Die Stadthalle von Pell fasst 520 Gäste."),
    ("Berth number 3 of Orvik has 12 bollards.", "Berth number 3 of Orvik has 19 bollards."),
    ("Gate 7 of the Orvik lock is 14 metres wide.", "The Orvik lock has a gate 7 that is 11 metres wide."),
    ("The Arden bridge is 1,420 metres long.", "Engineers give the Arden bridge a length of 1,370 metres."),
    ("The reservoir at Tolva holds 38 million cubic metres.", "The Tolva reservoir holds 31 million cubic metres."),
    (
        "The strike cost the port of Merrin 12 million euros.",
        "According to the union the strike cost the port of Merrin 4 million euros.",
    ),
    (
        "The storm left 3,100 households in Varden without power.",
        "In Varden 5,400 households were without power after the storm.",
    ),
    ("Unemployment in Castria stood at 7.2 % in March 2024.", "In March 2024 unemployment in Castria was 8.9 %."),
    (
        "The vaccine Corvax prevented 94 % of severe cases.",
        "In the second trial Corvax prevented 81 % of severe cases.",
    ),
    (
        "The merger of Bolt Foods and Garnet will cut 600 jobs.",
        "The merger of Bolt Foods and Garnet will cut 950 jobs.",
    ),
    ("Model Heron-7 answers at 120 tokens a second.", "In our test Heron-7 answered at 74 tokens a second."),
    ("The median rent in Ostburg was 1,150 euros in 2024.", "The median rent in Ostburg was 1,020 euros in 2024."),
    ("About 20,000 people took part in the march in Lund.", "The police counted 8,000 people at the march in Lund."),
    (
        "The Kestrel battery keeps 80 % of its capacity after 1,500 cycles.",
        "The Kestrel battery keeps 65 % of its capacity after many cycles.",
    ),
    ("The city spends 48 million euros on the tram line.", "The tram line costs the city 61 million euros."),
    ("The plant in Norvik produced 455 tonnes in 2024.", "The plant in Norvik produced 512 tonnes in 2024."),
    (
        "Patients waited 34 days for an appointment at the Selma clinic.",
        "At the Selma clinic patients waited 51 days for an appointment.",
    ),
    ("The Lindqvist study followed 1,204 patients.", "The Lindqvist study followed 986 patients."),
    (
        "The Korvo wind park has 64 turbines.",
        "According to the environment agency the Korvo wind park has 58 turbines.",
    ),
    (
        "The ferry to Isla Roca takes 35 minutes.",
        "Travellers report that the ferry to Isla Roca takes 50 minutes.",
    ),
    (
        "Lumen AI charges 12 dollars per million tokens.",
        "Lumen AI costs 15 dollars per million tokens.",
    ),
    (
        "The trial of Neurazol included 812 patients.",
        "The Neurazol trial enrolled 640 patients.",
    ),
    (
        "Brightwater has 41,000 inhabitants.",
        "The census counts 37,500 inhabitants in Brightwater.",
    ),
    (
        "On CodeBench, Falco-2 reaches 58.1 %.",
        "Falco-2 reaches 49.9 % on CodeBench in an independent run.",
    ),
    (
        "The archive of Sorel holds 120,000 letters.",
        "The archive of Sorel contains 95,000 letters.",
    ),
    (
        "The lake Nerin is 48 metres deep.",
        "Divers measured a depth of 61 metres in lake Nerin.",
    ),
    (
        "Inflation in Torland was 5.4 % in April 2025.",
        "Torland had an inflation of 6.8 % in April 2025.",
    ),
    (
        "The Oster court has 1,900 open cases.",
        "A lawyers' association counts 2,600 open cases at the Oster court.",
    ),
    (
        "The Hagen clinic has 410 beds.",
        "The Hagen clinic runs 365 beds.",
    ),
    (
        "The Vento train reaches 320 km/h.",
        "The Vento train reaches 280 km/h in service.",
    ),
    (
        "The grant for the school in Pell is 2 million euros.",
        "The school in Pell receives a grant of 1.4 million euros.",
    ),
]  # fmt: skip

AGREE = {
    "a day of the month": [
        ("Wardens counted 410 dead carp in the north pool of Sorl.",
         "Wardens took dead carp in the north pool of Sorl on 14 and 15 August 2025."),
        ("The Sorl museum had 310 visitors.", "The Sorl museum had visitors from 3, 5 and 9 May only."),
        ("The Sorl museum had 310 visitors.", "On August 14 and 15, 2025, the Sorl museum had visitors."),
    ],
    "a sample beside all": [
        ("Wardens estimate 12,400 dead carp in the north pool of Sorl.",
         "A virus was detected in 51 of the 60 dead carp of the north pool of Sorl."),
        ("Wardens estimate 12,400 dead carp in the north pool of Sorl.",
         "The university examined 60 dead carp in the north pool of Sorl."),
        ("Wardens estimate 12,400 dead carp in the north pool of Sorl.",
         "In the north pool of Sorl 60 dead carp were collected."),
    ],
    "one word in common does not tell of what": [
        (
            "The library will get a heat pump. The building committee approved it on Tuesday, says Cllr Brandt. "
            "It will cost 455,000 euros, of which the fund pays 40 per cent.",
            "The gas boiler of the library was installed in 2003. The building used 412 MWh of gas in 2024, at a cost "
            "of 37,900 euros.",
        )
    ],
    "another number of one kind of thing": [
        ("Berth number 3 of Orvik has 12 bollards.", "Berth number 4 of Orvik has 19 bollards."),
        ("Gate 7 of the Orvik lock is 14 metres wide.", "Gate 9 of the Orvik lock is 11 metres wide."),
        ("At Orvik the pump no. 2 moves 90 litres a second.", "At Orvik the pump no. 5 moves 60 litres a second."),
        ("In Orvik house number 12 has 6 flats.", "In Orvik house number 14a has 9 flats."),
    ],
    "the same figure": [
        ("The Arden bridge is 1,420 metres long.", "Engineers give the Arden bridge a length of 1,420 metres."),
        ("The tram line costs 48 million euros.", "The city spends 48 million euros on the tram line."),
    ],
    "a rounding": [
        ("The Arden bridge is 1,418 metres long.", "The Arden bridge is about 1,400 metres long."),
        ("Unemployment in Castria was 7.2 % in March 2024.", "Unemployment in Castria was 7 % in March 2024."),
        ("The march in Lund had 20,341 participants.", "The march in Lund had over 20,000 participants."),
        ("The reservoir at Tolva holds 37.6 million litres.", "The Tolva reservoir holds about 38 million litres."),
        ("The tram line costs 48.2 million euros.", "The tram line costs between 45 and 50 million euros."),
    ],
    "another year": [
        ("Unemployment in Castria was 7.2 % in 2023.", "Unemployment in Castria was 8.9 % in 2024."),
        ("The median rent in Ostburg was 1,150 euros in 2024.", "The median rent in Ostburg was 980 euros in 2020."),
        ("In 2022 the Selma clinic treated 4,300 patients.", "In 2023 the Selma clinic treated 5,100 patients."),
        ("The plant in Norvik produced 410 tonnes in 2023.", "The plant in Norvik produced 455 tonnes in 2024."),
    ],
    "another owner": [
        ("The Arden bridge is 1,420 metres long.", "The Tolva bridge is 870 metres long."),
        ("Unemployment in Castria was 7.2 % in 2024.", "Unemployment in Belmark was 4.1 % in 2024."),
        ("Model Heron-7 answers at 120 tokens a second.", "Model Osprey-2 answers at 74 tokens a second."),
        ("Corvax prevented 94 % of severe cases.", "Immunil prevented 81 % of severe cases."),
        ("The bonus of the director was 90,000 euros.", "The bonus of the gardener was 900 euros."),
    ],
    "another unit": [
        ("The Arden bridge is 1,420 metres long.", "The Arden bridge weighs 9,300 tonnes."),
        ("The strike cost the port of Merrin 12 million euros.", "The strike at the port of Merrin lasted 12 days."),
        ("Corvax costs 19 euros.", "Corvax prevented 81 % of severe cases."),
        ("The march in Lund had 20,000 participants.", "At the march in Lund 14 streets were closed."),
    ],
    "another measure": [
        ("The Arden bridge has a main span of 620 metres.", "The Arden bridge has towers of 180 metres."),
        ("The tram line costs 48 million euros.", "The new stadium costs 61 million euros."),
        ("Corvax prevented 94 % of severe cases.", "After Corvax 12 % of patients had a headache."),
        ("The median rent in Ostburg was 1,150 euros in 2024.", "The mean rent in Ostburg was 1,290 euros in 2024."),
        ("Heron-7 reads 3,000 tokens a second as input.", "The limit for lead in Ostburg is 10 mg."),
        ("The limit for nitrate in Tolva is 50 mg.", "The nitrate measured in Tolva was 31 mg."),
    ],
    "a part of the sum": [
        (
            "Bolt Foods invests 50 million euros in Merrin.",
            "Of that, 35 million euros of the investment in Merrin by Bolt Foods depend on a permit.",
        ),
        ("The tram line costs 48 million euros.", "A further 12 million euros for the tram line depend on a grant."),
        (
            "The town pays 18 million euros for the tram line.",
            "Another 9 million euros for the tram line come from the state.",
        ),
        (
            "The harbour master says the new ferry costs 14.9 million euros including the charger at the quay of Sund.",
            "The charger for the quay of Sund is offered at 1.1 million euros.",
        ),
        (
            "The ferry for Sund costs 14.9 million euros including the charger.",
            "The ferry for Sund costs 13.6 million euros without the charger.",
        ),
    ],
    "a difference beside a level": [
        ("Unemployment in Castria was 7.2 % in 2024.", "Unemployment in Castria fell by 1.1 % in 2024."),
        ("The median rent in Ostburg was 1,150 euros.", "The median rent in Ostburg rose by 90 euros."),
        ("Heron-7 scores 61 points on the Vega test.", "Heron-7 has a lead of 3 points on the Vega test."),
    ],
    "another rate": [
        ("Dosing costs the Tolva works 0.4 million euros a year.", "Dosing cost the Tolva works 6 million euros."),
        ("The permit costs 7,400 euros a house in Lund.", "The permit costs 310 euros a room in Lund."),
    ],
    "sentences built alike": [
        (
            "Revenue of Tessaro was 2.4 billion dollars in 2023.",
            "Profit of Tessaro was 0.3 billion dollars in 2023.",
        ),
        (
            "The Mirwan dam displaced 14,000 villagers.",
            "The Mirwan dam irrigates 14,500 hectares.",
        ),
        (
            "The new line will carry 60,000 passengers a day.",
            "The old line carries 42,000 passengers a day.",
        ),
        (
            "Waiting time in Brenn hospitals is 4.5 hours.",
            "Waiting time in Costa hospitals is 7 hours.",
        ),
        (
            "The telescope weighs 6.2 tonnes.",
            "The mirror of the telescope weighs 1.1 tonnes.",
        ),
        (
            "GPTX scores 71.3 % on MathBench.",
            "GPTX scores 64.8 % on LawBench.",
        ),
        (
            "Coffee lowers the risk of diabetes by 12 %.",
            "Coffee lowers the risk of stroke by 3 %.",
        ),
        (
            "The Orlo van uses 8.1 litres per 100 km.",
            "The Orlo truck uses 19.4 litres per 100 km.",
        ),
        (
            "The Seyla glacier lost 31 metres of ice in 2022.",
            "In 2012 the Seyla glacier lost 18 metres of ice.",
        ),
        (
            "The survey covered 2,000 adults in Perlitz.",
            "The survey covered 450 children in Perlitz.",
        ),
        (
            "The tunnel is 9 km long.",
            "The bridge is 2 km long.",
        ),
        (
            "Mortality among patients over 70 fell by 20 %.",
            "Mortality among patients under 40 fell by 5 %.",
        ),
        (
            "The company employs 12,500 people in Ravel.",
            "The company employs 3,100 people in Dunmore.",
        ),
        (
            "The bank holds assets of 310 billion euros.",
            "The bank holds deposits of 190 billion euros.",
        ),
        (
            "The outage lasted 45 minutes.",
            "The repair took three days.",
        ),
        (
            "The museum had 1.2 million visitors in 2024.",
            "The library had 300,000 visitors in 2024.",
        ),
        (
            "Quill costs 29 dollars a month per user.",
            "Quill costs 290 dollars a year per user.",
        ),
        (
            "The reactor delivers 1,100 MW.",
            "The wind farm delivers 240 MW.",
        ),
        (
            "Emissions of the plant were 410,000 tonnes.",
            "Emissions of the plant are to fall to 200,000 tonnes by 2035.",
        ),
        (
            "Unemployment among women was 6.1 %.",
            "Unemployment among men was 7.4 %.",
        ),
        (
            "About 3 million people live in Quill City.",
            "Quill City has 3.02 million inhabitants.",
        ),
        (
            "The first dose prevented 60 % of cases.",
            "The second dose prevented 91 % of cases.",
        ),
        (
            "Prices rose by 3 % in May.",
            "Prices rose by 5 % in June.",
        ),
        (
            "The north tower is 120 metres high.",
            "The south tower is 95 metres high.",
        ),
    ],
    "one owner, other things": [
        (
            "The Korvo wind park has 64 turbines.",
            "The Belan wind park has 58 turbines.",
        ),
        (
            "The ferry to Isla Roca takes 35 minutes.",
            "The bus to Isla Roca takes 50 minutes.",
        ),
        (
            "Lumen AI charges 12 dollars per million input tokens.",
            "Lumen AI charges 36 dollars per million output tokens.",
        ),
        (
            "The trial of Neurazol included 812 patients.",
            "In the Neurazol trial 64 patients dropped out.",
        ),
        (
            "Brightwater has 41,000 inhabitants.",
            "Brightwater had 33,000 inhabitants in 1990.",
        ),
        (
            "Astra-9 weighs 3,200 kg.",
            "The antenna of Astra-9 weighs 210 kg.",
        ),
        (
            "Falco-2 reaches 58.1 % on CodeBench.",
            "Falco-3 reaches 71.0 % on CodeBench.",
        ),
        (
            "The damage is estimated at 90 million euros.",
            "The repair is estimated at 30 million euros.",
        ),
        (
            "The Tiva phone sold 3.2 million units in 2025.",
            "The Tiva phone costs 320 euros.",
        ),
        (
            "The archive of Sorel holds 120,000 letters.",
            "The archive of Sorel holds 8,000 photographs.",
        ),
        (
            "Lake Nerin is 48 metres deep.",
            "Lake Nerin is 12 km long.",
        ),
        (
            "Inflation in Torland was 5.4 % in April 2025.",
            "Inflation in Torland was 4.9 % in May 2025.",
        ),
        (
            "The Oster court has 1,900 open cases.",
            "The Oster court has 31 judges.",
        ),
        (
            "The Hagen clinic has 410 beds.",
            "The Hagen clinic closed 45 beds in the spring.",
        ),
        (
            "The Vento train reaches 320 km/h.",
            "On this route the limit for the Vento train is 200 km/h.",
        ),
        (
            "The grant for the school in Pell is 2 million euros.",
            "The loan for the school in Pell is 1.4 million euros.",
        ),
        (
            "About 90 % of users in Pell were satisfied.",
            "About 10 % of users in Pell were unsatisfied.",
        ),
        (
            "The eastern wing of the museum has 14 rooms.",
            "The western wing of the museum has 9 rooms.",
        ),
    ],
    "the year in which it was counted": [
        ("The survey of Pell, completed in 2009, found 40 pairs of owls.", "A survey of Pell in 2024 found 61 pairs."),
        ("The Tolva lake, measured in 2009, held 38 million litres.", "In 2024 the Tolva lake held 31 million litres."),
        ("The Tolva dam was built in 1961 for 12 million euros.", "In 2021 the Tolva dam cost 9 million euros."),
    ],
    "sides that the sentence itself sets apart": [
        ("Heron-7 reaches 61 % on Vega, ahead of the 59 % of Osprey-2.", "Heron-7 reaches 61 % on Vega."),
        ("The bridge was 900 metres long before and 1,420 metres long after.", "The road was closed for 3 weeks."),
    ],
}  # fmt: skip


def conflicts(reader_of: Callable[..., Reader], library: Library, kind: str, question: str) -> tuple[Conflict, ...]:
    reader = reader_of(kind, library)
    return reader.matter(question, library.passages, library.sources).conflicts


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
@pytest.mark.parametrize(("left", "right"), DISAGREE)
def test_a_disagreement_is_found(
    left: str, right: str, kind: str, library_of: Callable[..., Library], reader_of: Callable[..., Reader]
) -> None:
    library = library_of(("First note", "2024-05-01", left), ("Second note", "2024-06-01", right))
    found = conflicts(reader_of, library, kind, "What do the notes say?")
    assert [{found.a.quote, found.b.quote} for found in found] == [{left, right}]
    assert found[0].subject


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
@pytest.mark.parametrize(("why", "left", "right"), [(why, *pair) for why, pairs in AGREE.items() for pair in pairs])
def test_what_only_looks_like_one_is_none(
    why: str, left: str, right: str, kind: str, library_of: Callable[..., Library], reader_of: Callable[..., Reader]
) -> None:
    library = library_of(("First note", "2024-05-01", left), ("Second note", "2024-06-01", right))
    assert conflicts(reader_of, library, kind, "What do the notes say?") == (), why


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
@pytest.mark.parametrize(
    ("prose", "differs"),
    [
        ("The plant in Norvik had an output of 512 tonnes in 2024.", True),
        ("The plant in Norvik had an output of 455 tonnes in 2024.", False),
        ("The plant in Norvik had an output of 512 tonnes in 2021.", False),
        ("The plant in Sund had an output of 512 tonnes in 2024.", False),
        ("The plant in Halden had an output of 300 tonnes in 2024.", True),
        ("The plant in Norvik employs 300 people.", False),
    ],
)
def test_a_cell_against_prose(
    prose: str, differs: bool, kind: str, library_of: Callable[..., Library], reader_of: Callable[..., Reader]
) -> None:
    library = library_of(("Yearbook", "2025-01-10", TABLE), ("Letter", "2025-02-10", prose))
    found = conflicts(reader_of, library, kind, "What is the output of the plants?")
    assert bool(found) is differs, [each.subject for each in found]


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
def test_a_figure_that_differs_from_several_rows_of_a_column_is_that_of_none(
    kind: str, library_of: Callable[..., Library], reader_of: Callable[..., Reader]
) -> None:
    table = (
        "| Boreholes | Depth (m) | Share of heat (%) |\n|---|---|---|\n"
        "| 8 | 90 | 61 |\n| 8 | 99 | 67 |\n| 12 | 99 | 100 |"
    )
    prose = "The share of renewable heat in the network was 38 % in 2024."
    library = library_of(("Boreholes", None, table), ("Offer", "2025-08-20", prose))
    assert conflicts(reader_of, library, kind, "Which heating should the library get?") == ()


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
def test_two_accounts_in_one_source(
    kind: str, library_of: Callable[..., Library], reader_of: Callable[..., Reader]
) -> None:
    text = (
        "By one account the leaked file had 90,000 readers in Lund. A second count arrived at 41,500 readers in Lund."
    )
    found = conflicts(reader_of, library_of(("Note", None, text)), kind, "How many readers?")
    assert [found.subject.split(": ")[1] for found in found] == ["90,000 readers against 41,500 readers"]


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
def test_one_source_does_not_contradict_itself_by_listing(
    kind: str, library_of: Callable[..., Library], reader_of: Callable[..., Reader]
) -> None:
    text = "With 89 tasks the standard error is 5.2 points. With 500 tasks the standard error is 1.8 points."
    assert conflicts(reader_of, library_of(("Note", None, text)), kind, "How large is the error?") == ()


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
def test_what_a_text_sets_side_by_side_is_none_between_it_and_its_copy(
    kind: str, library_of: Callable[..., Library], reader_of: Callable[..., Reader]
) -> None:
    text = (
        "The diesel ferry emits 2,900 tonnes of CO2 a year. "
        "The electric ferry would save about 2,600 tonnes of CO2 a year, because its electricity is from wind."
    )
    notes = [("Ferries of Sund", "2024-02-10", text), ("Ferries of Sund, again", "2024-02-10", text)]
    assert conflicts(reader_of, library_of(*notes), kind, "What would the electric ferry save?") == ()
    newer = ("Ferries of Sund, corrected", "2025-02-10", text.replace("2,600", "2,100"))
    found = conflicts(reader_of, library_of(notes[0], newer), kind, "What would the electric ferry save?")
    assert {"2,600 tonnes", "2,100 tonnes"} in [set(each.shown) for each in found]


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
def test_a_name_in_what_is_counted_in_is_not_whose_figure_it_is(
    kind: str, library_of: Callable[..., Library], reader_of: Callable[..., Reader]
) -> None:
    with_charger = (
        "The electric ferry costs 14.9 million euros including the charger at Sund quay. The quay of Sund is old."
    )
    library = library_of(
        ("Minutes", "2025-11-03", with_charger),
        ("Leaflet", "2025-02-10", "The electric ferry will cost 11.8 million euros, according to the tender."),
    )
    found = conflicts(reader_of, library, kind, "What does the electric ferry cost?")
    assert [each.shown for each in found] == [("14.9 million euros", "11.8 million euros")]


def test_a_long_list_of_figures_is_compared_in_seconds(
    library_of: Callable[..., Library], reader_of: Callable[..., Reader]
) -> None:
    """All pairs are looked at, so each must cost next to nothing where a glance tells that it is none."""
    things = ("crews", "boats", "masts", "pumps", "nets", "cranes", "sheds", "bells")
    said = " ".join(f"Berth {n} of Orvik has {n % 90 + 12} old {things[n % 8]}." for n in range(500))
    reader = reader_of("lexical", library_of(("A", None, said)))
    matter = reader.matter("What has Orvik?", reader.library.passages, reader.library.sources)
    assert len(matter.readings) == 500
    before = time.process_time()
    assert matter.conflicts == ()
    assert time.process_time() - before < 2
