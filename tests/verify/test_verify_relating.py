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
]
ANOTHER = [
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
]


@pytest.mark.parametrize(("one", "other"), TOLD_OTHERWISE)
def test_one_thing_told_otherwise_bars_nothing(one: str, other: str) -> None:
    assert compare(one, other).bar is None
    assert compare(other, one).bar is None


@pytest.mark.parametrize(("one", "other"), ANOTHER)
def test_another_figure_or_time_does(one: str, other: str) -> None:
    assert compare(one, other).bar is not None


def test_a_short_form_of_a_first_name_is_the_same_name() -> None:
    found = compare("Bob Kessler was sacked as coach.", "Robert Kessler, the coach, was sacked.")
    assert not found.subjects
    assert compare("Bob Kessler was sacked as coach.", "Anna Kessler, the coach, was sacked.").who.left
