"""What keeps two claims from saying the same, whatever else is alike: figures and times that no other telling gives."""

from __future__ import annotations

import pytest

from moot.verify.relating.compared import compare

TOLD_OTHERWISE = [
    ("The plumber charges £1 a minute.", "An hour of the plumber's time costs £60."),
    ("The polymer costs two dollars a kilo.", "A tonne of the polymer costs $2,000."),
    ("A monthly wage of 3,000 pounds is paid.", "The wage is 36,000 pounds a year."),
    ("The plant makes 48 million litres of drinking water a day.", "It makes two million litres an hour."),
    ("One employee in three has left.", "A third of the staff has gone."),
    ("The patent was filed in 2011 and ends two decades on.", "The patent lapses in 2031, twenty years after filing."),
    ("The hall opened in 1920.", "The hall is a decade older than the school, opened in 1930."),
    ("He resigned on the eve of the meeting of 14 May.", "He stepped down on 13 May, the day before the meeting."),
    ("The printer died on New Year's Eve in 1899.", "The printer lived until 31 December 1899."),
    ("It ran from the start of July to the end of September 2022.", "It ran in the third quarter of 2022."),
    ("The work lasted from 1958 to 1967.", "The work began in 1958 and took nine years."),
    ("Output rose from about 300 to 400 tonnes.", "Output rose from 300 to 400 tonnes."),
    ("One child in two hundred is ill.", "0.5 % of the children are ill."),
    ("One adult in five smokes.", "A fifth of the adults smoke."),
    ("She jumped six feet seven inches.", "She cleared 2.01 metres."),
    ("The trip lasts 1 hour 57 minutes.", "The trip takes a little under two hours."),
    ("The film runs for 100 minutes.", "Lasting an hour and forty minutes, the film has no music."),
    ("One garden plot in four lies unlet.", "A quarter of the garden plots have no tenant."),
    ("It grew from 650 in 2015 to 1,300 in 2020.", "Twice as many worked there in 2020 as the 650 in 2015."),
    ("The war had lasted ten years.", "The treaty put an end to a decade of war."),
    ("The storm killed one hundred people in ten villages.", "The storm killed 100 people in ten villages."),
    ("They paid one million dollars in two instalments.", "They paid $1 million in two instalments."),
    ("Some of the batches were not sterile.", "Not all of the batches were sterile."),
    ("Nurses may lift no more than 25 kilograms.", "Nurses may lift no more than about 55 pounds."),
    ("The lease ends at the end of 2027.", "The lease ends on 31 December 2027."),
    ("The rule holds from the start of 2026.", "The rule holds from 1 January 2026."),
    ("The quota lapses at the end of September.", "The quota lapses on 30 September."),
    ("Prices fell between 2012 and 2016.", "Prices were lower in 2016 than in 2012."),
    ("Sales doubled from April to May.", "Sales in May were twice those of April."),
    ("The line closed in the early 1960s.", "The line closed at the beginning of the sixties."),
    ("She was born in the middle years of the 1890s.", "She was born in the mid-1890s."),
    ("It was signed on 11 November 1918.", "It was signed on the eleventh day of the eleventh month of 1918."),
    ("The plant closed in December 2022.", "The plant closed in the last month of 2022."),
    ("At most 40 may enter.", "The number of those who enter is not to exceed 40."),
    ("Sales rose from 1,200 to 1,800 units.", "Sales rose by half."),
    ("Staff fell by two thirds.", "Staff fell to a third."),
    ("The fire burned between 22:00 and 01:30.", "The fire burned for 3.5 hours."),
    ("The party can win 30 seats at most.", "The party's seats cannot be more than 30."),
    ("The bridge may be shut for up to a year.", "The bridge may be shut for as long as twelve months."),
]
ANOTHER = [
    ("Rents doubled within five years.", "Rents rose by a quarter within five years."),
    ("Rents doubled.", "Rents rose by 200 %."),
    ("Thefts fell from 14 in 2024 to 9 in 2025.", "Thefts were up from 14 in 2024 to 23 in 2025."),
    ("Prices were halved.", "Prices rose by half."),
    ("The plumber charges £1 a minute.", "An hour of the plumber's time costs £40."),
    ("The polymer costs two dollars a kilo.", "A tonne of the polymer costs $200."),
    ("One employee in three has left.", "A quarter of the staff has gone."),
    ("One child in two hundred is ill.", "Half of the children are ill."),
    ("He was jailed for 10 years in 2011.", "He was jailed for 10 years in 2021."),
    ("It ran for " + "7" * 40 + " days in 2011.", "It ran in 2012."),
    ("She jumped six feet five inches.", "She cleared 2.01 metres."),
    ("The film runs for 120 minutes.", "Lasting an hour and forty minutes, the film has no music."),
    ("One garden plot in five lies unlet.", "A quarter of the garden plots have no tenant."),
    ("The court did not say that it was lawful.", "The court said that it was not lawful."),
    ("It ran from the start of July to the end of August 2022.", "It ran in the third quarter of 2022."),
    ("The board did not decide to close the mine.", "The board decided not to close the mine."),
    ("The hall seats a maximum of 200.", "The hall seats more than 200."),
    ("It ran 0-0 May 2020.", "It ran on 3 June 2020."),
    ("The patent lapses in 2031.", "The patent lapses in 2021."),
    ("The printer died on New Year's Eve in 1899.", "The printer died on 24 December 1899."),
    ("The shop closed on the last day of 2019.", "The shop closed on 28 December 2019."),
    ("The line closed in the early 1960s.", "The line closed in the late sixties."),
    ("The rule holds from early 2026.", "The rule holds from 1 January 2026."),
    ("Prices fell between 2012 and 2016.", "Prices were lower in 2017 than in 2012."),
    ("The plant closed in the last month of 2022.", "The plant closed in November 2022."),
    ("The mayor won the 2011 election.", "The mayor won the 2014 election."),
    ("At most 40 may enter.", "More than 40 may enter."),
    ("The vaccine is kept at -20 degrees Celsius.", "The vaccine is kept at -20 Fahrenheit."),
]
SHARED = [
    ("The oven stands at 1,000 degrees Celsius.", "The oven has 1,832 Fahrenheit."),
    ("The bell weighs six metric tonnes.", "The bell weighs 6,000 kilograms."),
    ("The town won 3-1.", "The town won by three goals to one."),
    ("A cow gives 30 litres of milk daily.", "A cow gives 210 litres of milk a week."),
]
"""Figures that only another form of words keeps apart."""


@pytest.mark.parametrize(("one", "other"), TOLD_OTHERWISE)
def test_one_thing_told_otherwise_bars_nothing(one: str, other: str) -> None:
    assert compare(one, other).bar is None
    assert compare(other, one).bar is None


@pytest.mark.parametrize(("one", "other"), ANOTHER)
def test_another_figure_or_time_does(one: str, other: str) -> None:
    assert compare(one, other).bar is not None


@pytest.mark.parametrize(("one", "other"), SHARED)
def test_a_figure_in_another_form_is_met(one: str, other: str) -> None:
    figures = compare(one, other).figures
    assert figures.shared
    assert not figures.alone


def test_the_year_of_something_is_a_time() -> None:
    assert compare("The 2011 census found it.", "The census of 2011 found it.").when.shared
    assert not compare("The 2,011 voters found it.", "The voters of 2011 found it.").when.shared


@pytest.mark.parametrize(
    ("one", "other", "turned"),
    [
        ("Both of the players in the final were seeded.", "Neither of the players in the final was unseeded.", False),
        ("The marsh was still undrained.", "The marsh had been drained.", True),
        ("The unpaid bills lie here.", "Here lie the bills, paid and unpaid.", False),
    ],
)
def test_un_before_a_word_of_the_other_claim_turns_it_round(one: str, other: str, turned: bool) -> None:
    assert compare(one, other).turned.turned is turned
    assert compare(other, one).turned.turned is turned


def test_a_short_form_of_a_first_name_is_the_same_name() -> None:
    found = compare("Bob Kessler was sacked as coach.", "Robert Kessler, the coach, was sacked.")
    assert not found.subjects
    assert compare("Bob Kessler was sacked as coach.", "Anna Kessler, the coach, was sacked.").who.left


SHOT = "Shot on the coast from the spring of 2013, the film opened at the festival on 2 September 2014."


def test_of_several_times_that_is_compared_which_may_be_the_same() -> None:
    assert compare("The film opened at the festival in 2014.", SHOT).bar is not None  # The day says more.
    assert compare("The film opened at the festival in 2014.", SHOT).lacking(True) == ""
    assert compare("The film opened at the festival in 2015.", SHOT).lacking(True).startswith("date differs")


@pytest.mark.parametrize(
    ("less", "more", "lacks"),
    [
        ("The last part was shown in September.", "The last part was shown on 28 September 2013.", False),
        ("The last part was shown in September 2013.", "The last part was shown on 28 September.", True),
        ("The poet was born in the 1940's.", "The poet was born on 4 October 1941.", False),
        ("The poet was born in the 1970's.", "The poet was born on 4 October 1941.", True),
        ("The record sold more than 100,000 copies.", "The record sold 258,000 copies.", False),
        ("The record sold at least 100,000 copies.", "The record sold 258,000 copies.", False),
        ("The record sold more than 300,000 copies.", "The record sold 258,000 copies.", True),
        ("The record sold more than 100,000 copies.", "The record sold about 258,000 copies.", True),
        ("The record sold 258,000 copies.", "The record sold more than 100,000 copies.", True),
    ],
)
def test_a_bound_that_is_kept_and_a_wider_time_are_said_by_what_is_told_more_exactly(
    less: str, more: str, lacks: bool
) -> None:
    assert bool(compare(less, more).lacking(True)) is lacks


def test_what_two_claims_say_of_one_name_is_not_said_of_two_subjects() -> None:
    assert not compare("Orrery is American.", "Orrery is an Australian band, formed in 2004.").subjects
    assert compare("Orrery is American.", "Palimpsest is an Australian band, formed in 2004.").subjects
    assert compare("In Larkmere, Anna Berg has two votes.", "In Larkmere, Carl Sund has five votes.").subjects


def test_two_sums_of_money_are_no_joint_figure() -> None:
    both = "A UV plant for the town costs 2.4 million euros and 90,000 euros a year to run."
    assert compare("A UV plant for the town costs 2.4 million euros.", both).bar is None
    assert compare("The ticket costs 2 euros and 50 cents.", "The ticket costs 2.50 euros.").bar is None
