"""Figures that follow from figures of several sentences or of a table, where an audit looks the places up."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from verify_library import assert_follows, audited, cite, claim, library

from moot.text.figures import find
from moot.verify.reckoning.following.candidates import candidates
from moot.verify.reckoning.following.distance import Said
from moot.verify.reckoning.given.held import held
from moot.words import Outcome

FERRY = library(
    """# The ferry of Ulm Sound

The ferry carried 48,300 cars last year. It burns 310 litres of oil on a crossing.

The council had bid 2.4 million crowns for the pier. The owner asked for 3.1 million.

The price of the new hull was 5.2 million crowns: 2.6 million came from the state, 1.9 million from the bank and the
remainder from friends of the ferry.

In the year before, the ferry had carried 45,100 cars. Of 640 berths, 415 were let.

| Quay | Year | Calls | Sheep (thousand) | Dues, paid (£m) |
|---|---|---|---|---|
| North | 2031 | 611 | 340 | 4.1 |
| North | 2032 | 587 | 372 | 4.6 |
| South | 2031 | 302 | 151 | 1.2 |
| South | 2032 | 371 | 163 | 1.7 |
"""
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry carried 3,200 more cars than in the year before.", "48,300 − 45,100"),
        ("The owner wanted 0.7 million crowns more than the council had bid for it.", "3.1 million − 2.4 million"),
        ("Friends of the ferry gave 700,000 crowns towards the hull.", "5.2 million − 2.6 million − 1.9 million"),
        ("Both quays together counted 958 calls in 2032.", "587 + 371"),
        ("In 2031 the two quays had 913 calls in all.", "611 + 302"),
        ("Both quays together took £6.3 million in dues in 2032, £1 million more than in 2031.", "4.6 + 1.7"),
        ("Of the 640 berths 415 were let, or 65 per cent.", "415 / 640"),
    ],
)  # fmt: skip
def test_what_follows_holds_and_is_shown(text: str, words: str) -> None:
    assert_follows(text, FERRY, words)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry carried 4,200 more cars than in the year before.",
        "The owner wanted 0.9 million crowns more than the council would give for the pier.",
        "Friends of the ferry gave 900,000 crowns towards the hull.",
        "Both quays together counted 988 calls in 2032.",
        "The ferry carried 93,400 cars last year.",  # The sum of the two years, which no word of the claim states.
        "The ferry burns 325 litres of oil on a crossing.",
    ],
)
def test_what_does_not_follow_fails(text: str) -> None:
    assert audited(text, FERRY).outcome is Outcome.FAILS


@given(st.integers(1_000, 9_999), st.integers(1_000, 9_999), st.integers(1_000, 9_999))
def test_a_difference_of_two_sentences_holds_and_few_other_numbers(one: int, other: int, wrong: int) -> None:
    assume(one - other > 100 and wrong not in (one, other, one - other, one + other))
    known = library(f"The mill ground {one} sacks of rye in 2031.\n\nIt ground {other} sacks of rye in 2030.")
    assert audited(f"The mill ground {one - other} sacks of rye more in 2031.", known).outcome is Outcome.HOLDS
    assert audited(f"The mill ground {wrong} sacks of rye more in 2031.", known).outcome is Outcome.FAILS


# --- the same in another unit ---------------------------------------------------------------------------------------

BOAT = library(
    """The boat is 11.4 m long and weighs 2.6 tonnes. It sails at 15 knots and can stay out for 18 weeks.
It draws 8 feet and carries 40 acres of net. A watch lasts 3 hours 50 minutes. The engine gives 120 hp. The pump moves
90 litres a minute. The boat was hired for 36 months, and half of the crew of 30 came from Ost."""
)


@pytest.mark.parametrize(
    "text",
    [
        "The boat is just over 37 feet long.",
        "The boat weighs 2,600 kg.",
        "The boat weighs some 5,700 lb.",
        "The boat sails at almost 28 km/h.",
        "The boat can stay out for about four months.",
        "The boat can stay out for 126 days.",
        "The boat draws roughly 2.4 metres.",
        "A watch on the boat lasts 230 minutes.",
        "The pump of the boat moves 5,400 litres an hour.",
        "The boat was hired for three years.",
        "Fifty per cent of the crew of the boat came from Ost.",
        "The nets of the boat cover some 16 hectares.",
    ],
)
def test_a_measure_holds_in_another_unit(text: str) -> None:
    finding = audited(text, BOAT)
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "The boat is just over 47 feet long.",
        "The boat weighs 26,000 kg.",
        "The boat sails at almost 45 km/h.",
        "The boat can stay out for about seven months.",
        "A watch on the boat lasts 350 minutes.",
        "The boat was hired for five years.",
        "The boat draws 8 metres.",
    ],
)
def test_and_fails_where_it_is_another(text: str) -> None:
    assert audited(text, BOAT).outcome is Outcome.FAILS


@given(st.integers(20, 900))
def test_kilometres_of_miles_hold_to_the_digits_given(miles: int) -> None:
    known = library(f"The road to Ost is {miles} miles long.")
    kilometres = round(Decimal(miles) * Decimal("1.609344"))
    assert audited(f"The road to Ost is {kilometres} km long.", known).outcome is Outcome.HOLDS
    assert audited(f"The road to Ost is {kilometres + 9} km long.", known).outcome is Outcome.FAILS


# --- figures of the claim that disagree with one another ------------------------------------------------------------

CREW = library("Of the 190 drivers of the line, 143 had been trained by May. The bus has 57 seats.")


def test_what_is_left_of_a_whole_must_be_the_rest() -> None:
    wrong = audited("With 143 of 190 drivers of the line trained, 57 were still to be trained in May.", CREW)
    assert wrong.outcome is Outcome.FAILS
    assert "190 − 143 is 47, not 57" in wrong.reason
    right = audited("With 143 of 190 drivers of the line trained, 47 were still to be trained in May.", CREW)
    assert right.outcome is Outcome.HOLDS, right.reason
    assert audited("143 of the 190 drivers of the line were trained by May.", CREW).outcome is Outcome.HOLDS


def test_a_fraction_in_words_is_held_to_the_two_figures_beside_it() -> None:
    known = library("South Quay took 468 thousand crates in 2031, North Quay 874 thousand.")
    right = "South Quay took over a third of the crates, with 468 thousand against 874 thousand at North Quay."
    wrong = "South Quay took roughly a fifth of the crates, with 468 thousand against 874 thousand at North Quay."
    assert audited(right, known).outcome is Outcome.HOLDS, audited(right, known).reason
    assert "a fifth" in audited(wrong, known).reason
    assert audited(wrong, known).outcome is Outcome.FAILS


SITES = library(
    """# The winter of the three hospitals

St Anne's, the largest of the three hospitals with 620 beds, admitted 9,300 patients; the Royal, with 410, admitted
5,740; and Lowmoor, with 170, admitted 2,210.

Her great map of the fells appeared in 1902; it covered 410 square kilometres. Two smaller maps followed, of the lower
valley (95 square kilometres) and of the coast (130 square kilometres).

The brewery went to the Danish group for £31 million. A rival had offered £28.5 million, and some publicans £24 million.
"""
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Admissions at the three hospitals added up to 17,250.", "9,300 + 5,740 + 2,210"),
        ("The three hospitals have 1,200 beds in all.", "620 + 410 + 170"),
        ("The three maps together show 635 square kilometres of country.", "410 square kilometres + 95"),
        ("The group outbid its closest rival by two and a half million pounds.", "£31 million − £28.5 million"),
    ],
)
def test_what_is_told_between_other_figures_is_added_up(text: str, words: str) -> None:
    assert_follows(text, SITES, words)


@pytest.mark.parametrize(
    "text",
    [
        "Admissions at the three hospitals added up to 18,250.",
        "The three hospitals have 1,300 beds in all.",
        "The three maps together show 655 square kilometres of country.",
        "The group outbid its closest rival by three and a half million pounds.",
    ],
)
def test_and_nothing_else_is(text: str) -> None:
    assert audited(text, SITES).outcome is Outcome.FAILS


def test_figures_at_one_place_of_several_sources_are_no_parts_of_one_another() -> None:
    walks = ("The walk was 1,200 metres long.", "The ride was 410 metres long.", "The sail was 35 metres long.")
    known, said = library(*walks), "Three outings came to 1,645 metres in sum."
    evidence = held(known.cited(claim(said, *(cite(known, walk) for walk in walks))), whole=True)
    figure = next(each for each in find(said) if each.unit == "m")
    assert any(made.value == 1645 for made in candidates(figure, Said.of(said, figure), evidence))


YARD = library(
    """# The yard of Holm

The slip employs 420 people and handles 35% of the coast's hulls. Oil from the winch held 160 parts per million of
water, the limit being 40. At least 60% of the grant goes to apprentices; it is 50,000 crowns a boat. The report was
signed by 36 skippers. Of the hulls 64% were of oak.

| Month | Hulls lifted (thousand) | Hulls lost | Masts set 2031 | Masts set 2032 |
|---|---|---|---|---|
| May | 12 | 3 | 31 | 27 |
| June | 15 | 1 | 44 | 40 |
"""
)


@pytest.mark.parametrize(
    "text",
    [
        "The yard of Holm has 1,200 workers.",
        "Oil from the winch held 200 ppm of water.",
        "The grant for a boat is limited to 80,000 crowns.",
        "In June 15 hulls were lifted at Holm.",
        "Sixty-four skippers signed the report.",
    ],
)
def test_what_some_pair_of_figures_gives_is_not_meant(text: str) -> None:
    """What a clause says of jobs is no share of what the next one counts, and so on."""
    assert audited(text, YARD).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    "text",
    [
        "In June 15,000 hulls were lifted at Holm.",
        "Of every hundred hulls 64 were of oak.",
        "Thirty-six skippers signed the report.",
    ],
)
def test_what_is_read_in_its_unit_holds(text: str) -> None:
    finding = audited(text, YARD)
    assert finding.outcome is Outcome.HOLDS, finding.reason


HALLS = """The halls of the region, with the seats that are licensed and those sold for the season.

| Hall | Sold | Stewards | Licensed |
|---|---|---|---|
| Corn Hall | 432 | 12 | 480 |
| Assembly Rooms | 210 | 8 | 300 |
"""
SCHOOLS = """Pupils and agreed capacity of the schools in the town ward.

| School | Pupils | Teachers | Capacity |
|---|---|---|---|
| Brook Lane | 285 | 14 | 350 |
| Ashdown | 412 | 19 | 420 |
"""
BERTHS = """The marinas let berths by the year.

| Marina | Berths | Let | Fee (€) |
|---|---|---|---|
| North Mole | 640 | 592 | 310 |
| Old Quay | 150 | 141 | 420 |
"""


@pytest.mark.parametrize(
    ("text", "evidence", "true"),
    [
        ("The Assembly Rooms had 90 seats unsold, 30% of those licensed.", HALLS, True),
        ("The Assembly Rooms had 70 seats unsold, 23% of those licensed.", HALLS, False),
        ("Corn Hall had 48 seats standing empty, a tenth of its licensed number.", HALLS, True),
        ("Brook Lane had 65 places standing empty, nearly 19% of its agreed capacity.", SCHOOLS, True),
        ("Brook Lane had 75 places standing empty, over 21% of its agreed capacity.", SCHOOLS, False),
        ("The North Mole marina had 48 berths vacant, or 7.5% of all.", BERTHS, True),
        ("The North Mole marina had 58 berths vacant, or 9.1% of all.", BERTHS, False),
    ],
)
def test_what_is_empty_is_what_is_left_of_a_whole(text: str, evidence: str, true: bool) -> None:
    found = audited(text, library(evidence))
    assert (found.outcome is Outcome.HOLDS) is true, found.reason
