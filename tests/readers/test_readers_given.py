"""A whole and its part, a thing and what is called by a number, a source and its copy: no two sides of one matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readers_kit import drafted

from moot.evidence.library import Library
from moot.readers.reader import Reader
from moot.words import Drafting, DraftTask, Plan

LIBRARY = Callable[..., Library]
MAKE = Callable[..., Reader]
KINDS = ("lexical", "semantic")


def _table(*rows: str) -> str:
    first, *others = ("| " + row.replace(",", " |") + " |" for row in rows)
    return "\n".join([first, "|---" * (rows[0].count(",") + 1) + "|", *others])


AGREE = {
    "a row of both": (
        "Of 17 beds at Ward 4, 3 were closed in 2024.",
        _table("Ward,Beds,Closed", "Ward 4,17,3", "Ward 5,20,1"),
    ),
    "out of": ("Sund lost 4 out of 15 boats.", _table("Place,Boats,Lost", "Sund,15,4", "Vig,9,0")),
    "a row of parts": (
        "Sund has 12 oak and 7 pine masts, 19 in all.",
        _table("Place,Oak masts,Pine masts", "Sund,12,7", "Vig,3,1"),
    ),
    "trees without fruit": (
        "The orchard of Brenna has 310 trees; 44 of them bore no fruit.",
        _table("Orchard,Trees,Without fruit", "Brenna,310,44", "Olmen,90,3"),
    ),
    "parts of two kinds": (
        "The depot of Sund has 24 lifeboats, of which 7 leak.",
        "The depot of Sund has 24 lifeboats, of which 5 are red.",
    ),
    "parts of two wholes": (
        "The depot of Sund has 24 lifeboats, of which 7 leak.",
        "The yard of Sund has 90 barges, of which 5 leak.",
    ),
    "what is included": (
        "The library of Halden holds 900 maps, including 30 of the coast.",
        "The library of Halden holds 900 maps, including 55 of the moors.",
    ),
    "of which, of them": (
        "In 2025 we found 212 otters on the river Wend, of which 61 were cubs.",
        "In 2025, 212 otters were found on the river Wend; 61 of them were cubs.",
    ),
    "of these": (
        "At the end of 2024 Talbeck ran 318 city buses, of which 96 were electric buses.",
        "Talbeck ran 318 city buses at the end of 2024; 96 of these were electric buses.",
    ),
    "of the things counted": (
        "The city of Orvik planted 4,100 trees, and 900 of the trees were oaks.",
        "The city of Orvik planted 900 trees that are oaks.",
    ),
    "the part alone": (
        "The Merrin clinic has 640 beds, of which 212 beds are for children.",
        "The Merrin clinic has 212 beds for the youngest patients.",
    ),
    "box 2021": (
        "Between March 2021 and October 2023 the archive at Wend scanned 214,000 pages.",
        "The count of pages in box 2021 of the archive at Wend was 452.",
    ),
    "room 2021": ("In 2021 the Sund hotel counted 3,100 guests.", "Room 2021 of the Sund hotel had 88 guests."),
    "bus 2017": (
        "The Orvik line carried 41,000 passengers in 2017.",
        "On the Orvik line bus 2017 carried 1,900 passengers.",
    ),
    "lockers 2009 and 2010": (
        "The Lund museum lent 940 coats in 2009.",
        "Lockers 2009 and 2010 of the Lund museum held 12 coats.",
    ),
    "spring of other years": (
        "In spring 2021 the Orvik line carried 41,000 passengers.",
        "In spring 2022 the Orvik line carried 38,000 passengers.",
    ),
}
DIFFER = {
    "two beds more": (
        "Of 17 beds at Ward 4, 5 were closed in 2024.",
        _table("Ward,Beds,Closed", "Ward 4,17,3", "Ward 5,20,1"),
    ),
    "boats lost": ("Sund lost 6 boats.", "Sund lost 4 out of 15 boats."),
    "one year's figure in another": (
        "In 2023 the mill of Sund ground 410 tonnes, in 2024 it ground 455 tonnes.",
        "In 2024 the mill of Sund ground 410 tonnes.",
    ),
    "of which": (
        "The depot of Sund has 24 lifeboats, of which 7 leak.",
        "The depot of Sund has 24 lifeboats, of which 5 leak.",
    ),
    "of them": (
        "The choir of Asker has 40 singers, 6 of them tenors.",
        "The choir of Asker has 40 singers, 9 of them tenors.",
    ),
    "electric vans": (
        "In 2025 the town of Tarn owned 80 vans, of which 12 were electric.",
        "The town of Tarn owned 80 vans in 2025, of which 21 were electric.",
    ),
    "the whole": (
        "In 2024 the hostel at Wend Bridge sold 8,140 nights, of which 3,020 went to walkers.",
        "In 2024, 7,900 nights were sold by the hostel at Wend Bridge; 3,020 of them went to walkers.",
    ),
    "the whole, told with its part": ("The Merrin clinic has 640 beds, of which 212 are for children.",
        "The Merrin clinic has 590 beds."),
    "one box": (
        "The count of pages in box 2021 of the archive at Wend was 452.",
        "Box 2021 of the archive at Wend holds 470 pages.",
    ),
    "one year": (
        "The Orvik line carried 41,000 passengers in 2017.",
        "The Orvik line carried 38,000 passengers in the year 2017.",
    ),
    "two counts": ("Karlow has 340 swifts.", "The bird club counted 290 swifts in Karlow."),
}  # fmt: skip


def subjects(reader: Reader) -> list[str]:
    library = reader.library
    found = reader.matter("What is known of it?", library.passages, library.sources).conflicts
    return [each.subject for each in found]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("one", "other"), AGREE.values(), ids=AGREE)
def test_a_part_is_no_rival_of_its_whole(one: str, other: str, kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    day = "2018-03-04" if "2017" in one else "2010-03-04" if "2009" in one else "2022-03-04"
    assert subjects(reader_of(kind, library_of(("One", day, one), ("Other", day, other)))) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("one", "other"), DIFFER.values(), ids=DIFFER)
def test_wholes_that_differ_are_rivals(one: str, other: str, kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    assert len(subjects(reader_of(kind, library_of(("One", None, one), ("Other", None, other))))) == 1


SURVEY = (
    "The swifts of Karlow counted anew",
    "2025-01-10",
    "In the summer of 2024 we counted 1,284 swifts in Karlow, of which 911 were in the old brewery. The brewery of "
    "Karlow is 1.9 kilometres from the river.\n\nMending the old roofs would cost 7.4 million euros, the town "
    "reckons. The oldest of them was laid in 1911 by masons from Sund. The school has lent 40 ladders.",
)
COPY = (
    SURVEY[0],
    None,
    "In the summer of 2024, 1,284 swifts were counted in Karlow; 911 of them were in the old brewery. The brewery of "
    "Karlow is 1.9 km from the river. The town reckons that mending the old roofs would cost 7.4 million euros. "
    "The oldest of them was laid in 1911 by masons from Sund. The school has lent 40 ladders.",
)
TOLD = (
    "Swifts or roofs?",
    "2025-01-12",
    "Karlow has 1,284 swifts, according to “The swifts of Karlow counted anew”. "
    '"Mending the old roofs would cost 7.4 million euros", the survey notes.',
)
OLD = (
    "Karlow: facts",
    "2024-03-03",
    "Karlow is a town on the Wend. Mending the old roofs would cost 3.1 million euros.",
)
QUESTION = "How many swifts are there in Karlow, and what would mending the roofs cost?"


@pytest.mark.parametrize("kind", KINDS)
def test_a_source_and_its_copy_do_not_disagree_and_are_quoted_once(
    kind: str, library_of: LIBRARY, reader_of: MAKE
) -> None:
    library = library_of(SURVEY, COPY)
    assert library.sources[1].echo is not None and not library.sources[1].echo.whole
    reader = reader_of(kind, library)
    assert subjects(reader) == []
    _, draft = drafted(reader, QUESTION)
    assert {each.passage[:2] for claim in draft.claims() for each in claim.citations} == {"S1"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_with_another_figure_of_the_same_thing_disagrees(
    kind: str, library_of: LIBRARY, reader_of: MAKE
) -> None:
    changed = (COPY[0], COPY[1], COPY[2].replace("1,284", "1,482"))
    (subject,) = subjects(reader_of(kind, library_of(SURVEY, changed)))
    assert "1,284" in subject and "1,482" in subject


@pytest.mark.parametrize("kind", KINDS)
def test_a_disagreement_is_told_once_whoever_repeats_a_side(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    library = library_of(SURVEY, TOLD, OLD)
    assert [each.voice for each in library.sources] == ["S1", "S1", "S3"]
    plan = Plan(aspects=())
    task = DraftTask(question=QUESTION, plan=plan, sources=library.sources, passages=library.passages, reviewed=False)
    drafting = reader_of(kind, library).reply(task)
    assert isinstance(drafting, Drafting)
    assert [len(each.sides) for each in drafting.draft.disagreements] == [2]


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_copy_leaves_out_of_a_figure_its_source_tells(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    """The year: a count of another one is no other side of what a report repeats without it."""
    later = ("Count of Karlow", "2026-01-10", "In the summer of 2025 Karlow had 1,402 swifts.")
    alone, beside = (reader_of(kind, library_of(*notes, later)) for notes in ([TOLD], [SURVEY, TOLD]))
    assert (len(subjects(alone)), subjects(beside)) == (1, [])
