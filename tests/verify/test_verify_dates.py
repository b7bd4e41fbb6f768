"""Values that a source says were replaced, and values that a newer source gives otherwise."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, document, only

from moot.evidence.library import Library
from moot.verify.dates import Dates
from moot.words import Outcome


def said(text: str, *dated: tuple[str, str | None]) -> str:
    """Why the check fails a claim that cites the first of some dated sources; empty if it does not."""
    known = Library([document(n, source, date) for n, (source, date) in enumerate(dated, 1)])
    finding = only(Dates().findings([claim(text, cite(known, dated[0][0]))], known))
    assert not finding.gate
    assert bool(finding.places) is (finding.outcome is Outcome.FAILS)
    return finding.reason if finding.outcome is Outcome.FAILS else ""


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Holders of a pass now pay 40 crowns.", "The price of a pass was raised from 40 crowns to 55 crowns."),
        ("The ferry is allowed to carry 5 lorries.", "The number of lorries on the ferry was cut from 5 to 3 lorries."),
        ("An appeal must be lodged within 14 days.", "An appeal has to be lodged within 7 days, not 14."),
        ("The hearing is due on 4 May 2031.", "The hearing was postponed from 4 May 2031 to 9 June 2031."),
        ("The hearing is due on 4 May 2031.", "The hearing set for 4 May has been moved to 9 June 2031."),
        ("The tank holds 30 litres.", "The tank holds 45 litres (before: 30 litres)."),
        ("The tank holds 30 litres.", "The tank holds 45 litres instead of 30 litres."),
        ("Membership stands at 812 people.", "Membership stands at 640 people, down from 812 people."),
        ("Rent is 700 francs.", "Rent is 750 francs [700 francs until April 2023]."),
        ("The village limit is 50 km/h.", "The village limit is 30 km/h (until March 2024: 50 km/h)."),
    ],
)  # fmt: skip
def test_a_value_that_was_replaced_is_not_the_present_one(text: str, source: str) -> None:
    reason = said(text, (source, None))
    assert "the claim gives" in reason
    assert "in place of it" in reason


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Holders of a pass now pay 55 crowns.", "The price of a pass was raised from 40 crowns to 55 crowns."),
        ("Holders of a pass used to pay 40 crowns.", "The price of a pass was raised from 40 crowns to 55 crowns."),
        ("A pass costs 55 crowns, and 40 before.", "The price of a pass was raised from 40 crowns to 55 crowns."),
        ("In 2029 an appeal must be lodged within 14 days.", "An appeal has to be lodged within 7 days, not 14."),
        ("The mill employs 30 people.", "The tank holds 45 litres (before: 30 litres)."),
        ("The walk takes 30 minutes.", "The walk takes 30 minutes, and the ride 12 minutes."),
        ("The train runs from 5 to 8 stations.", "The train runs from 5 to 8 stations."),
        ("Rents are to recover in 2033.", "Rents will fall in 2032 before recovering in 2033."),
        ("Rents are to recover in 2033.", "Rents will fall in 2032 before the recovery of 2033."),
    ],
)  # fmt: skip
def test_what_holds_or_is_told_as_past_is_left_alone(text: str, source: str) -> None:
    assert said(text, (source, None)) == ""


OLD = (
    "The Hollin library is known to hold 12,000 maps. The reading room of the library is to open in May 2030.",
    "2028-02-01",
)
NEW = "A count of the Hollin library found 13,500 maps. The reading room will now open in September 2031."


def test_a_newer_source_with_another_value_is_seen() -> None:
    assert "a newer source (2029-06-30) “13,500”" in said(
        "The Hollin library holds 12,000 maps.", OLD, (NEW, "2029-06-30")
    )
    reason = said("The reading room is due to open in May 2030.", OLD, (NEW, "2029-06-30"))
    assert "“May 2030”" in reason
    assert "“September 2031”" in reason


def test_a_newer_source_may_say_that_the_value_was_replaced() -> None:
    newer = "The maps of the Hollin library were cut from 12,000 maps to 9,000 maps."
    assert "in place of it" in said("The Hollin library holds 12,000 maps.", OLD, (newer, "2029-06-30"))
    assert said("The Hollin library holds 12,000 maps.", OLD, (newer, "2027-06-30")) == ""


@pytest.mark.parametrize("date", ["2028-02-01", "2027", "2028", None])
def test_a_source_that_is_not_newer_says_nothing(date: str | None) -> None:
    assert said("The Hollin library holds 12,000 maps.", OLD, (NEW, date)) == ""


@pytest.mark.parametrize(
    "text",
    [
        "In 2028 the Hollin library held 12,000 maps.",
        "The Hollin library had 12,000 maps.",
        "The Hollin library holds 13,500 maps.",
        "With 9 rooms, the Hollin library holds 12,000 maps.",
        "As of 2028, the Hollin library holds 12,000 maps.",
    ],
)
def test_what_is_told_of_its_own_time_is_left_alone(text: str) -> None:
    assert said(text, OLD, (NEW, "2029-06-30")) == ""


@pytest.mark.parametrize(
    "newer",
    [
        "The Hollin school has 13,500 pupils.",
        "The Hollin library bought a press, a van and 13,500 maps of the sea, the moon and 14,800 maps of the stars.",
        "The shop sells 13,500 postcards.",
        "A map of the Hollin valley that hangs over the bench by the door cost 13,500 crowns or maps in barter.",
        "The Hollin library will hold 13,500 maps once the cellar is dry.",
        "The Hollin library holds 12,000 maps. The new shelves of the Hollin library hold 13,500 maps more.",
        "The Hollin library still has its 12,000 maps, of which 700 are in the hall.",
    ],
)
def test_another_thing_or_a_plan_overtakes_nothing(newer: str) -> None:
    assert said("The Hollin library holds 12,000 maps.", OLD, (newer, "2029-06-30")) == ""


def test_a_date_that_is_no_plan_is_left_alone() -> None:
    built = ("The tower of Hollin library was built in May 1830.", "2028-02-01")
    newer = ("The tower of Hollin library closed in June 2029.", "2029-06-30")
    assert said("The tower of Hollin library was built in May 1830.", built, newer) == ""


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The tiles of Ebbin are in Sorl mill.", "Until 2031 the tiles of Ebbin were in Sorl mill."),
        ("The loan on Sorl mill is due in May 2031.", "The loan on the mill, originally due in May 2031, runs on."),
        ("The kiln at Sorl is still being rebuilt.", "The men who rebuilt the kiln at Sorl finished in March."),
        ("Line 3 still runs to port Sorl.", "Line 3 to the port was discontinued, Line 4 goes to Sorl as before."),
    ],
)  # fmt: skip
def test_what_a_source_says_is_over_is_not_so_now(text: str, source: str) -> None:
    assert said(text, (source, "2032-01-01"))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Until 2031 the tiles of Ebbin were in Sorl mill.", "Until 2031 the tiles of Ebbin were in Sorl mill."),
        ("The tiles of Ebbin are seen in Sorl mill.", "Lime is used to keep the tiles of Ebbin in Sorl mill."),
        ("The loan on Sorl mill runs to 2040.", "The loan, originally due in May 2031, runs to 2040."),
        ("The kiln at Sorl is still being rebuilt.", "The kiln at Sorl is not finished."),
        ("The contract with Sorl mill holds through 2040.", "Ebbin's contract with Sorl mill runs until 2040."),
        ("Line 4 still runs to port Sorl.", "Line 3 was discontinued, Line 4 goes to port Sorl as before."),
    ],
)  # fmt: skip
def test_what_is_told_as_past_or_goes_on_is_left_alone(text: str, source: str) -> None:
    assert said(text, (source, "2032-01-01")) == ""


@pytest.mark.parametrize(
    ("text", "source", "doubted"),
    [
        ("The kiln has been cold since 12 March 2031.", "As of 12 March 2031 the kiln is cold.", True),
        ("The kiln has been cold since 12 March 2031.", "The kiln was put out on 12 March 2031.", False),
        ("As of 12 March 2031 the kiln is cold.", "As of 12 March 2031 the kiln is cold.", False),
        (
            "The fee has been 4 crowns since 12 March 2031.",
            "As of 12 March 2031 the kiln is cold. The fee has been 4 crowns since 12 March.",
            False,
        ),
        ("The fee has been 4 crowns since 12 March 2031.", "As of 12 March 2031 the fee will be 4 crowns.", False),
    ],
)
def test_how_it_stood_on_a_day_is_no_beginning(text: str, source: str, doubted: bool) -> None:
    assert bool(said(text, (source, "2031-04-01"))) is doubted


def test_what_still_stood_on_a_day_is_not_overtaken_by_a_later_one() -> None:
    source = ("As of 12 March 2031 the kiln at Sorl is still cold.", "2031-03-12")
    newer = ("The kiln at Sorl, cold for months, was reopened; the repairs are completed.", "2031-05-01")
    assert said("The kiln at Sorl is still cold.", source, newer)
    assert said("As of 12 March 2031 the kiln at Sorl is still cold.", source, newer) == ""


@pytest.mark.parametrize(
    ("text", "newer", "stale"),
    [
        ("Ada Moss expects the roof to cost 40 crowns.", "The roof will cost 52 crowns, Otto Weber reckons.", False),
        ("The roof costs 40 crowns, according to Ada Moss.", "The roof costs 52 crowns.", False),
        ("Ada Moss expects the roof to cost 40 crowns.", "The roof will cost 52 crowns, Ada Moss says.", True),
        ("The roof costs 40 crowns.", "The roof costs 52 crowns, Otto Weber reckons.", True),
    ],
)
def test_what_somebody_else_estimates_later_makes_an_estimate_no_older(text: str, newer: str, stale: bool) -> None:
    old = ("Ada Moss expects the roof to cost 40 crowns.", "2031-03-12")
    assert bool(said(text, old, (newer.replace("will cost", "costs"), "2031-05-01"))) is stale


def test_a_newer_source_says_that_a_date_was_moved_in_other_words() -> None:
    old = ("The Sorl panel will go on show in the tower room on 5 October 2031.", "2031-06-01")
    newer = (
        "The museum has put off showing the Sorl panel. It will now go on show in the tower on 14 November.",
        "2031-09-01",
    )
    same = ("The museum has put off tea in the tower. The Sorl panel is to go on show on 5 October.", "2031-09-01")
    text = "Visitors can see the picture from 5 October 2031."
    assert "14 November" in said(text, old, newer)
    assert said(text, old, same) == ""


def test_a_claim_of_the_past_without_a_value_or_without_a_citation_is_not_asked() -> None:
    known = Library([document(1, OLD[0], OLD[1])])
    assert Dates().findings([claim("The library held maps.", cite(known, "12,000 maps"))], known) == []
    assert Dates().findings([claim("The library holds 12,000 maps.")], known) == []


def test_an_old_text_that_was_put_up_again_overtakes_nothing() -> None:
    text = "The archive of Hollin is known to hold {} maps. It opens at nine. Its keeper is Ada Moss."
    old, new = text.format("9,000"), text.format("12,000")
    claim = "The archive of Hollin is known to hold 12,000 maps."
    assert "a newer source" in said(claim, (new, "2024-02-01"), (old, "2026-02-01"))
    assert said(claim, (new, "2024-02-01"), (old, "2026-02-01"), (old, "2019-05-01")) == ""


def test_the_figures_of_a_claim_of_which_no_source_was_read_are_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moot.text.figures.find", None)
    assert Dates().findings([claim("A pass costs 40 crowns.")], Library([document(1, "A pass costs 55 crowns.")])) == []


@pytest.mark.parametrize(
    ("text", "source", "right"),
    [
        ("The fire destroyed 41 houses.", "The fire destroyed 41 houses. [Correction: it was 14 houses.]", "14"),
        ("In May 434 mm fell.", "In May 434 mm fell. This figure was later corrected to 343 mm.", "343 mm"),
        ("In May 434 mm fell.", "434 mm fell in May... [correction, 16 October: the figure was 499 mm]", "499 mm"),
        ("The trial had 512 patients.", "The trial had 512 patients. Erratum: 521 patients took part.", "521"),
        ("The bridge cost 9 million.", "The bridge cost 9 million. The sum was since revised up to 11 million.", "11"),
    ],
)
def test_a_value_that_a_note_puts_right_is_wrong(text: str, source: str, right: str) -> None:
    known = Library([document(1, source)])
    finding = only(Dates().findings([claim(text, cite(known, source))], known))
    assert f"corrects to “{right}" in finding.reason and finding.score == 0


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The fire destroyed 14 houses.", "The fire destroyed 41 houses. [Correction: it was 14 houses.]"),
        ("The lake has 23 species.", "The lake has 23 species and is 41 m deep. Erratum: the depth should read 44 m."),
        ("The course lasts 12 weeks.", "The course lasts 12 weeks (before that a test of 2 hours is due)."),
    ],
)
def test_what_a_note_leaves_as_it_is_stands(text: str, source: str) -> None:
    assert said(text, (source, None)) == ""


@pytest.mark.parametrize(
    ("text", "newer"),
    [
        ("The mill costs 2 million euros a year to run.", "The mill costs 38 million euros."),
        ("The mill costs 38 million euros.", "The mill costs 2 million euros a year to run."),
        ("The mill costs 2 million euros a year to run.", "The mill costs 0.4 million euros a year to insure."),
        ("The pool charges 4 euros an hour.", "The pool charges 60 euros a month."),
        ("The roof of the church costs 40,000 euros.", "The tower of the church costs 90,000 euros."),
        (
            "The pier costs 1 million euros a year to keep, the electric crane 2 million euros a year to run.",
            "# A pier for Sorl\n\nA pier of 1,150 metres costs 164 million euros and 1 million euros a year to keep.",
        ),
        ("The town of Sorl pays 40,000 euros for the fair.", "The town of Sorl pays 90,000 euros for the museum."),
        ("The clinic has 40 beds for children.", "The clinic has 95 beds for adults."),
        ("The north mill employs 40 people.", "The south mill employs 25 people."),
        ("Line 4 has 40 stops.", "Line 5 has 25 stops."),
        ("The bridge is to open in May 2032.", "The Sorl ferry now opens in June 2030, as the bridge is delayed."),
        (
            "The panel will go on show in the tower on 5 October 2031.",
            "The museum has put off the statue. The statue will now go on show in the tower on 14 November 2031.",
        ),
    ],
)
def test_a_newer_value_of_another_thing_measure_or_time_is_none(text: str, newer: str) -> None:
    assert said(text, (text, "2028-02-01"), (newer, "2029-06-30")) == ""


@pytest.mark.parametrize(
    ("text", "newer"),
    [
        ("Upkeep of the mill costs 1.3 million euros a year.", "The yearly upkeep of the mill is 1.6 million euros."),
        ("Upkeep of the mill costs 1.3 million euros a year.", "Each year upkeep of the mill costs 1.6 million euros."),
        ("A litre of milk costs 1.10 euros.", "Milk costs 1.35 euros a litre."),
        ("A day ticket for the museum costs 9 euros.", "Since May the museum charges 11 euros for a day ticket."),
        ("The Sorl ferry carries 120 cars.", "# The Sorl ferry\n\nIt now carries 140 cars."),
        ("The mill costs 38 million euros.", "The mill costs 43 million euros, and the bridge 164 million euros."),
        ("The kiln employs 40 people.", "After the fire the kiln employs 25 people."),
    ],
)
def test_a_newer_value_of_the_same_may_be_told_in_other_words(text: str, newer: str) -> None:
    assert "a newer source" in said(text, (text, "2028-02-01"), (newer, "2029-06-30"))
