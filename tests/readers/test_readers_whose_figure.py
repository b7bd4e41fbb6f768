"""Whose figure it is: the thing that a sentence goes on about, not who says so; and what was planned is no actual."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from moot.evidence.library import Library
from moot.readers.conflict import Conflict, akin
from moot.readers.reader import Reader


def found_in(reader_of: Callable[..., Reader], library: Library, kind: str, question: str) -> tuple[Conflict, ...]:
    reader = reader_of(kind, library)
    return reader.matter(question, library.passages, library.sources).conflicts


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
@pytest.mark.parametrize(
    ("left", "right", "title"),
    [
        (
            "A ticket of the Ekenäs ferry costs 7 euros. The ferry makes 12 crossings a day.",
            "The Ekenäs ferry makes 16 crossings a day.",
            "Ekenäs",
        ),
        (
            "The Kell lock was widened in spring. It lets 44 barges through a day.",
            "The Kell lock lets 31 barges through a day.",
            "Kell",
        ),
        (
            'According to the Norrby Post, the grid battery of Norrby "stores much and cost 38 million euros".',
            "The mayor said that the grid battery of Norrby cost 41 million euros in the end.",
            "Grid battery of Norrby",
        ),
        (
            "NORRBY (Agency) - The grid battery of Norrby cost 38 million euros, its owner said.",
            "The grid battery of Norrby cost 41 million euros in the end.",
            "Grid battery of Norrby",
        ),
        (
            "The losses of the Vasa mill fire were estimated at 5 million euros.",
            "The losses of the Vasa mill fire came to 9 million euros.",
            "Losses of the Vasa mill fire",
        ),
        (
            "The crowd at the Vasa fair was estimated at 20,000 people.",
            "The crowd at the Vasa fair was 8,000 people.",
            "Crowd at the Vasa fair",
        ),
        (
            "The length of the Korvo bridge was put at 1,420 metres.",
            "The Korvo bridge has a length of 1,370 metres.",
            "Length of the Korvo bridge",
        ),
        (
            "The Korvo wind park, which was expected by critics to fail, has 64 turbines.",
            "The Korvo wind park has 58 turbines.",
            "Korvo",
        ),
    ],
    ids=[
        "the ferry",
        "it",
        "who says it",
        "an agency",
        "estimated losses",
        "estimated crowd",
        "put at",
        "expected of it",
    ],
)
def test_whose_figure_it_is(
    left: str,
    right: str,
    title: str,
    kind: str,
    library_of: Callable[..., Library],
    reader_of: Callable[..., Reader],
) -> None:
    library = library_of(("First note", "2023-05-01", left), ("Second note", "2026-06-01", right))
    found = found_in(reader_of, library, kind, "What do the notes say?")
    assert len(found) == 1 and found[0].title.startswith(title)


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "A ticket of the Ekenäs ferry costs 7 euros. The bus makes 12 crossings a day.",
            "The Ekenäs ferry makes 16 crossings a day.",
        ),
        (
            "Acme said that its lock at Kell let 44 barges through a day.",
            "Apex said that its lock at Sund let 31 barges through a day.",
        ),
        ("The Vasa tram line was to cost 140 million euros.", "The Vasa tram line cost 212 million euros in May."),
        ("The Vasa tram line was budgeted at 140 million euros.", "The Vasa tram line has cost 212 million euros."),
    ],
    ids=["another thing", "two who speak of themselves", "planned and actual", "budgeted and actual"],
)
def test_whose_figure_it_is_not(
    left: str, right: str, kind: str, library_of: Callable[..., Library], reader_of: Callable[..., Reader]
) -> None:
    library = library_of(("First note", "2023-05-01", left), ("Second note", "2026-06-01", right))
    assert found_in(reader_of, library, kind, "What do the notes say?") == ()


LOOMS = "Loom 1 of the Ravno mill made 13 metres of cloth in 2024. Loom 2 of the Ravno mill made 26 metres in 2024."
MILLS = (
    "| Mill | Cloth made in 2024, metres |\n|---|---|\n| Ravno weaving mill | 61,000 |\n| Vasa weaving mill | 40,000 |"
)


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        (LOOMS, "The Ravno mill has 14 looms and made 61,000 metres of cloth in 2024.", False),
        (LOOMS, MILLS, False),
        ("Line 1 of the Vasa metro carries 41,000 people a day.", "The Vasa metro carries 69,000 people a day.", False),
        ("Ward 5 at the Selma clinic treated 310 patients.", "The Selma clinic treated 9,800 patients.", False),
        ("Shift 2 at the Garnet plant makes 400 tins a day.", "The Garnet plant makes 1,150 tins a day.", False),
        (LOOMS, "Loom 2 of the Ravno mill made 31 metres of cloth in 2024.", True),
        ("Line 1 of the Vasa metro carries 41,000 people a day.", "Line 1 carries 52,000 people a day.", True),
        ("The Apollo 7 of Kestrel Motors costs 28,000 euros.", "The Apollo 7 costs 31,500 euros.", True),
        (
            "Nearly 12 of the Ravno looms stood idle; the Ravno mill made 61,000 metres of cloth in 2024.",
            "The Ravno mill made 48,000 metres of cloth in 2024.",
            True,
        ),
        (
            "Report 7 of the agency says that the Ravno mill made 61,000 metres of cloth in 2024.",
            "The Ravno mill made 48,000 metres of cloth in 2024.",
            True,
        ),
    ],
)
def test_what_a_part_with_a_number_does_is_not_set_against_the_whole(
    left: str,
    right: str,
    differ: bool,
    kind: str,
    library_of: Callable[..., Library],
    reader_of: Callable[..., Reader],
) -> None:
    library = library_of(("First note", "2025-05-01", left), ("Second note", "2025-06-01", right))
    assert bool(found_in(reader_of, library, kind, "What do the notes say?")) is differ


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
def test_a_price_of_something_else_is_no_other_figure(
    kind: str, library_of: Callable[..., Library], reader_of: Callable[..., Reader]
) -> None:
    others = (
        "The café owners say that the Marden heat network saves each café 1,900 euros a year.",
        "A home on the Marden heat network needs a transfer station.",
        "The Marden heat network had 17 outages in 2025.",
        "The pump hall of the Marden heat network holds four heat pumps.",
        "The Marden heat network plans 600 more homes by 2029.",
        "The Marden heat network employs 46 people, of whom 12 are apprentices.",
    )
    library = library_of(
        (
            "Board note",
            None,
            "The board of the Marden heat network met 7 times; two seats are vacant.\n\nCafé prices: €1,900.",
        ),
        (
            "Memo on the crossing",
            None,
            "The pipes under the canal of the Marden heat network cost 3.8 million euros by the offer.",
        ),
        *((f"Note {n}", None, text) for n, text in enumerate(others)),
    )
    assert found_in(reader_of, library, kind, "What is known about the Marden heat network: cost, staff?") == ()


FELL = "The Authority says that assaults on drivers of Kestrel buses fell from 14 to 9."
ROSE = "Assaults on drivers of Kestrel buses rose from 14 in 2024 to 23 in 2025."
FELL_IN = "Assaults on drivers of Kestrel buses fell from 14 in 2024 to 9 in 2025."


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        (FELL_IN, FELL, []),
        (ROSE, FELL, [{"23", "9"}]),
        (FELL_IN, ROSE, [{"23", "9"}]),
        ("Pay of Kestrel drivers rose from 2,100 to 2,400 euros.", "Pay of Kestrel drivers rose to 2,400 euros.", []),
    ],
)
def test_what_something_was_is_not_set_against_what_it_came_to(
    kind: str,
    left: str,
    right: str,
    shown: list[set[str]],
    library_of: Callable[..., Library],
    reader_of: Callable[..., Reader],
) -> None:
    library = library_of(("Evaluation", "2026-02-11", left), ("Letter", "2026-03-02", right))
    found = found_in(reader_of, library, kind, "Did assaults on drivers and the pay of Kestrel drivers rise or fall?")
    assert [set(each.shown) for each in found] == shown


def test_a_year_that_only_one_of_two_conflicts_tells_makes_no_second_matter(
    library_of: Callable[..., Library], reader_of: Callable[..., Reader]
) -> None:
    library = library_of(("Evaluation", "2026-02-11", FELL_IN), ("Letter", "2026-03-02", ROSE))
    (dated,) = found_in(reader_of, library, "lexical", "Did assaults on drivers of Kestrel buses rise or fall?")

    def of_years(*years: str) -> Conflict:
        return replace(dated, a=replace(dated.a, years=frozenset(years)), b=replace(dated.b, years=frozenset(years)))

    assert "2025" in dated.title and "2025" not in of_years().title
    assert akin(dated, of_years()) and not akin(dated, of_years("2023"))


PUMPS = ("The pump weighs 4.2 kilograms. It costs 289 euros.", "The pump weighs 3.6 kilograms. It costs 342 euros.")


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
@pytest.mark.parametrize(
    "titles",
    [
        ("Nordal P200 circulation pump", "Ferrol Eco 25 circulation pump"),
        ("Nordal P200 pump", "Nordal P300 pump: data sheet"),
    ],
)
def test_what_the_papers_of_two_things_give_is_no_disagreement(
    library_of: Callable[..., Library], reader_of: Callable[..., Reader], kind: str, titles: tuple[str, str]
) -> None:
    library = library_of(*((title, None, text) for title, text in zip(titles, PUMPS, strict=True)))
    assert not found_in(reader_of, library, kind, "What does the pump weigh?")


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
@pytest.mark.parametrize(
    "titles", [("Nordal P200 circulation pump", "Test of the Nordal P200"), ("Nordal P200 pump", "Notes on the pump")]
)
def test_what_two_papers_on_one_thing_give_is_one(
    library_of: Callable[..., Library], reader_of: Callable[..., Reader], kind: str, titles: tuple[str, str]
) -> None:
    library = library_of(*((title, None, text) for title, text in zip(titles, PUMPS, strict=True)))
    assert found_in(reader_of, library, kind, "What does the pump weigh?")


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
def test_what_a_table_sets_side_by_side_is_of_different_things_at_the_head_of_a_paper_too(
    library_of: Callable[..., Library], reader_of: Callable[..., Reader], kind: str
) -> None:
    table = "| | Quay House | Station Court |\n|---|---|---|\n| Minutes from the station | 14 | 1 |"
    library = library_of(
        ("Quay House", None, "The lease runs for 10 years. The rent of the offices is 186 euros per square metre."),
        ("Station Court", None, "The lease runs for 5 years. The rent of the offices is 221 euros per square metre."),
        ("Offices", None, table),
    )
    assert not found_in(reader_of, library, kind, "How long does the lease run?")


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
@pytest.mark.parametrize(
    ("titles", "sentence", "figures", "differ"),
    [
        (("School meals 2024", "School meals 2025"), "A lunch at Aske costs {} pounds.", ("2.60", "3.10"), False),
        (("School meals", "Meals at school"), "A lunch at Aske costs {} pounds.", ("2.60", "3.10"), True),
        (("School meals 2024", "Letter of 2025"), "A lunch at Aske costs {} pounds.", ("2.60", "3.10"), True),
        (("Bridges 2024", "Bridges 2025"), "The bridge of Aske is {} metres long.", ("870", "900"), True),
    ],
)
def test_papers_of_a_series_are_each_of_their_year_save_on_what_has_none(
    titles: tuple[str, str],
    sentence: str,
    figures: tuple[str, str],
    differ: bool,
    kind: str,
    library_of: Callable[..., Library],
    reader_of: Callable[..., Reader],
) -> None:
    papers = ((title, None, sentence.format(figure)) for title, figure in zip(titles, figures, strict=True))
    assert bool(found_in(reader_of, library_of(*papers), kind, "What is known of Aske?")) == differ
