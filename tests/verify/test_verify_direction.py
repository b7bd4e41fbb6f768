"""Rose for fell, more for less, before for after, and the two sides of a comparison exchanged are seen."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only, said

from moot.verify.direction import Direction
from moot.verify.reckoning.ordering import ranked
from moot.words import Outcome


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Energy use in the plant rose to 4.9 GJ.", "Energy use in the plant fell to 4.9 GJ."),
        (
            "The plan was registered before recruitment started.",
            "The plan was registered after recruitment had started.",
        ),
        ("Swift reads pages faster than Heron.", "Swift reads pages slower than Heron does."),
        (
            "Heron reads long pages faster than Swift on the desk.",
            "Swift reads long pages faster than Heron on the desk.",
        ),
        ("Heron bought Swift in May.", "Swift bought Heron in May."),
        ("Heron was acquired by Swift.", "Heron acquired Swift in May."),
        ("The district had sued the farmers.", "The association of farmers sued the district over the fee."),
        ("The tenants were sued by the owner.", "The tenants had sued the owner for heat."),
        (
            "The drop was found in girls of ten, and nothing in boys.",
            "The drop was found in boys of ten, and nothing in girls.",
        ),
    ],
)
def test_what_is_turned_round_is_seen(text: str, evidence: str) -> None:
    assert said(Direction(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Heron reads pages slower than Swift.", "Swift reads pages faster than Heron."),
        ("Heron was bought by Swift in May.", "Swift bought Heron in May."),
        ("The owner was sued by the tenants.", "The tenants had sued the owner for heat."),
        ("The city funds pensions of nurses.", "Pension funds of the city lost money on nurses."),
        ("Energy use in the plant did not fall.", "Energy use in the plant rose."),
        ("Energy use in the plant rose in May.", "Energy use in the plant rose in May and fell in June."),
        ("Costs in the plant rose.", "Output of the plant fell."),
        ("In the desk test, Heron and Swift read long pages.", "Swift and Heron read long pages in the desk test."),
    ],
)
def test_the_same_told_from_the_other_side_passes(text: str, evidence: str) -> None:
    assert said(Direction(), text, evidence) == ""


def test_the_opposite_word_in_a_clause_that_else_says_the_same_is_as_good_as_proven() -> None:
    known = library("The north pump lifts forty litres a second. The annex was built after the flood by the council.")
    same = claim("The south pump lifts forty litres a second.", cite(known, "The north pump lifts forty"))
    looser = claim("Before the flood the council began with a second annex.", cite(known, "The annex was built after"))
    found = [only(Direction().findings([each], known)) for each in (same, looser)]
    assert [(each.outcome, each.score) for each in found] == [(Outcome.FAILS, 0.0), (Outcome.FAILS, None)]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The pound strengthened in June.", "The pound weakened in June."),
        ("The pound strengthened against the euro in June.", "The pound weakened against the euro in June."),
        ("Ticket sales grew in Ghent.", "Ticket sales shrank in Ghent."),
        ("House prices in Ghent rallied in 2020.", "House prices in Ghent tumbled in 2020."),
        ("The euro appreciated against the krona in May.", "The euro depreciated against the krona in May."),
        ("Exports of steel doubled in May.", "Imports of steel doubled in May."),
        ("Women recovered more quickly than men.", "Women recovered more slowly than men."),
        ("The fever fell more slowly in the treated group.", "The fever fell faster in the treated group."),
        ("The new pump is noisier than the old one.", "The new pump is quieter than the old one."),
    ],
)
def test_the_two_opposed_words_are_no_share_of_what_a_short_clause_says(text: str, evidence: str) -> None:
    known = library(evidence)
    assert only(Direction().findings([claim(text, cite(known, evidence))], known)).score == 0.0


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (
            "The mill's loss rose to 4 million euros in 2023.",
            "The mill's losses rose to 4 million euros in 2023.",
        ),
        ("The lower lock at Norra was widened in 1990.", "The lock at Norra was widened in 1990."),
        ("The lower lock at Norra was restored in 1990.", "The lock at Norra was widened and restored in 1990."),
        ("The gain in output was lower in 2023.", "The gain in output was lower in 2023."),
        ("The late train arrived before noon.", "The train arrived at the station before noon."),
        ("An early flood followed the thaw.", "A flood followed the thaw in May."),
        ("Loss of habitat has increased in Norra.", "Losses of habitat have increased in Norra."),
        ("The narrow channel was widened in 1990.", "The channel was widened in 1990."),
        ("Prior work followed the same plan in Norra.", "Work followed the same plan in Norra."),
        ("Overdue fees are waived before May.", "Fees are waived before May."),
        ("The following day the dam broke before noon.", "That day the dam broke before noon."),
        ("The open market is close to the station.", "The market is close to the station."),
        ("The east wing of the western station was rebuilt.", "The wing of the western station was rebuilt."),
    ],
)
def test_a_word_that_stands_beside_a_thing_is_no_direction_of_what_it_did(text: str, evidence: str) -> None:
    assert said(Direction(), text, evidence) == ""
    assert said(Direction(), text, text) == ""


def test_a_word_that_stands_beside_a_thing_hides_no_direction() -> None:
    known = library("Costs in the lower mill fell in May.")
    told = claim("Costs in the lower mill rose in May.", cite(known, "Costs in the lower mill fell in May."))
    assert only(Direction().findings([told], known)).score == 0.0


def test_what_figures_say_is_reckoned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reckoned: list[str] = []

    def judged(claim: str, *_: object) -> None:
        reckoned.append(claim)

    monkeypatch.setattr(ranked, "judged", judged)
    assert said(Direction(), "Ticket sales grew in Ghent.", "Ticket sales shrank in Ghent.")
    assert len(reckoned) == 1


PRICES = (
    "| Port | Boats | Crab landed 2022 (t) | Crab landed 2023 (t) |\n|---|---|---|---|\n"
    "| Corrick | 9 | 145 | 160 |\n| Farness | 12 | 210 | 190 |\n"
)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Corrick landed less crab in 2023 than in 2022.", True),
        ("Corrick landed more crab in 2023 than in 2022.", False),
        ("Crab landed at Farness fell between 2022 and 2023.", False),
        ("Crab landed at Farness rose between 2022 and 2023.", True),
        ("Corrick landed more crab in 2023 than Farness.", True),
        ("Farness landed more crab in 2023 than Corrick.", False),
        ("Farness did not land less crab in 2023 than in 2022.", False),
        ("Boats landed less crab in 2023 than in 2022.", False),
        ("Crab landed at Farness rose by 20 t in 2023.", True),
        ("Crab landed at Farness fell by 20 t in 2023.", False),
        ("Crab landed at Farness rose in 2022.", False),
        ("Crab landed at Corrick fell by 15 t.", True),
        ("The share of crab landed at Corrick fell in 2023.", False),
    ],
)
def test_a_trend_is_read_from_the_table(text: str, doubted: bool) -> None:
    assert bool(said(Direction(), text, PRICES, "| Corrick | 9 | 145 | 160 |")) is doubted


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Parks spent less in 2023 than in 2022.", True),
        ("Parks spent more in 2023 than in 2022.", False),
        ("Roads spent less in 2023 than in 2022.", False),
    ],
)
def test_of_several_columns_that_may_be_meant_all_must_go_the_other_way(text: str, doubted: bool) -> None:
    table = (
        "| Office | Budget 2022 | Actual 2022 | Budget 2023 | Actual 2023 |\n|---|---|---|---|---|\n"
        "| Parks | 745 | 712 | 790 | 806 |\n| Roads | 640 | 655 | 670 | 640 |\n"
    )
    assert bool(said(Direction(), text, table, table.splitlines()[2])) is doubted


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Cargo handled rose by 0.33 million tonnes to 4.62 million tonnes in 2023.", True),
        ("Cargo handled fell by 0.33 million tonnes to 4.62 million tonnes in 2023.", False),
        ("Cargo handled by the lighters rose to 0.9 million tonnes.", False),
    ],
)
def test_a_trend_is_read_from_a_sentence_with_two_years(text: str, doubted: bool) -> None:
    evidence = "The port handled 4.62 million tonnes of cargo in 2023, against 4.95 million tonnes in 2022."
    assert bool(said(Direction(), text, evidence)) is doubted


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Adults must rest longer than players under 18.", True),
        ("Players under 18 must rest longer than adults.", False),
        ("Adults must rest longer than 5 days.", False),
    ],
)
def test_two_things_are_compared_by_their_figures(text: str, doubted: bool) -> None:
    evidence = "The rest is now six days for adults and twelve days for players under 18."
    assert bool(said(Direction(), text, evidence)) is doubted


def test_two_things_that_a_claim_compares_may_come_in_either_order() -> None:
    evidence = "At 20,000 writes per second the single store had a latency of 48 ms, the sharded store one of 21 ms."
    text = "At 20,000 writes per second the sharded store had less latency than the single store."
    assert "exchanges" not in said(Direction(), text, evidence)


def test_names_exchanged_over_two_sentences_are_seen() -> None:
    evidence = "Teeth patented in Paris by Dubois Mar in 1788 were cheap. Claude Ash improved teeth in London in 1830."
    told = "Teeth patented in Paris by Claude Ash in 1788 were cheap, and Dubois Mar improved teeth in London in 1830."
    assert "Claude Ash" in said(Direction(), told, evidence)
    true = "Teeth patented in Paris by Dubois Mar in 1788 were cheap, and Claude Ash improved teeth in London in 1830."
    assert said(Direction(), true, evidence) == ""


MATCH = "Vestby Rovers won the title with a 3-1 win over Lindal on 3 May."
CUP = "Vestby had lost the cup final to Torvik on penalties."
CHIEF = "CFO Dana Whitlock leaves on 31 March; Per Aaltonen, now head of treasury, succeeds her."
BATON = "The orchestra told guests that Lena Holt will hand over the baton to Pavel Dvorsky in 2027."
COACH = "Coach Uli Brandt was replaced by Marco Reyes after nine defeats."
DEAL = "Grantley Ltd bought the mill from Thorne Estates in 2016."
SALE = "The mill was sold by Thorne Estates to Grantley Ltd in 2016."


@pytest.mark.parametrize(
    ("true", "wrong", "evidence"),
    [
        ("Lindal lost to Vestby Rovers on 3 May.", "Vestby Rovers lost to Lindal on 3 May.", MATCH),
        ("Vestby Rovers beat Lindal 3-1.", "Lindal beat Vestby Rovers 3-1.", MATCH),
        ("Lindal were beaten 3-1 by Vestby Rovers.", "Vestby Rovers were beaten 3-1 by Lindal.", MATCH),
        ("Torvik won the cup on penalties.", "Torvik lost the cup on penalties.", CUP),
        ("Vestby lost the cup on penalties.", "Vestby won the cup on penalties.", CUP),
        ("Per Aaltonen will succeed Dana Whitlock as CFO.", "Dana Whitlock will succeed Per Aaltonen as CFO.", CHIEF),
        ("Dana Whitlock will be succeeded by Per Aaltonen.", "Per Aaltonen will be succeeded by Dana Whitlock.", CHIEF),
        ("Per Aaltonen takes over from Dana Whitlock.", "Dana Whitlock takes over from Per Aaltonen.", CHIEF),
        ("Pavel Dvorsky will succeed Lena Holt.", "Lena Holt will succeed Pavel Dvorsky.", BATON),
        ("Marco Reyes succeeded Uli Brandt.", "Uli Brandt succeeded Marco Reyes.", COACH),
        (
            "Thorne Estates sold the mill to Grantley Ltd in 2016.",
            "Thorne Estates bought the mill from Grantley Ltd in 2016.",
            DEAL,
        ),
        (
            "Grantley Ltd bought the mill from Thorne Estates in 2016.",
            "Grantley Ltd sold the mill to Thorne Estates in 2016.",
            SALE,
        ),
    ],
)
def test_what_one_did_to_the_other_may_be_told_from_either_side(true: str, wrong: str, evidence: str) -> None:
    longer = f"It rained for a week before. {evidence} The town had 4,200 people then."
    for source in (evidence, longer):
        assert said(Direction(), true, source, evidence) == ""
        assert "exchanges" in said(Direction(), wrong, source, evidence)


def test_who_followed_one_may_go_before_another() -> None:
    editors = "Elena Marsh succeeded Tom Hale as editor in 2011 and was herself succeeded by Rita Voss in 2018."
    assert said(Direction(), "Rita Voss succeeded Elena Marsh as editor in 2018.", editors) == ""
    assert "exchanges" in said(Direction(), "Tom Hale succeeded Elena Marsh as editor in 2011.", editors)


def test_who_lost_something_else_lost_to_nobody() -> None:
    assert said(Direction(), "Lindal lost three players to injury.", MATCH) == ""
    assert said(Direction(), "Lindal lost three players to injury.", "Lindal won the match over Vestby Rovers.") == ""


@pytest.mark.parametrize(
    ("true", "wrong", "evidence"),
    [
        (
            "Older pipes leak three times as often.",
            "Newer pipes leak three times as often.",
            "Pipes laid before 1980 leak three times as often as newer ones.",
        ),
        (
            "Older pipes leak more often.",
            "Newer pipes leak more often.",
            "Older pipes leak more often than newer ones.",
        ),
        (
            "Newer pipes leak less often than older ones.",
            "Newer pipes leak more often than older ones.",
            "Older pipes leak more often than newer ones.",
        ),
        (
            "Pipes as well as older valves leak.",
            "Pipes as well as newer valves leak.",
            "Pipes as well as older valves leak.",
        ),
    ],
)
def test_what_stands_after_than_or_as_is_the_other_side(true: str, wrong: str, evidence: str) -> None:
    assert said(Direction(), true, evidence) == ""
    assert said(Direction(), wrong, evidence)


def test_two_directions_that_changed_places_are_as_good_as_a_proof() -> None:
    source = "Sales of heat pumps rose as electricity prices fell."
    known = library(source)
    turned = claim("Sales of heat pumps fell as electricity prices rose.", cite(known, source))
    assert only(Direction().findings([turned], known)).score == 0
    assert said(Direction(), "As electricity prices fell, sales of heat pumps rose.", source) == ""


@pytest.mark.parametrize(
    ("text", "evidence", "doubted"),
    [
        (
            "Fatal accidents were lower in 2023 than in 2022.",
            "There were 40 accidents in 2022 and 45 in 2023. Fatal accidents fell from nine to seven.",
            False,
        ),
        (
            "In Bern, rents were lower in 2023 than in 2022.",
            "National rents were 1,400 francs in 2022 and 1,450 francs in 2023. In Bern rents fell.",
            False,
        ),
        ("Accidents were lower in 2023 than in 2022.", "There were 40 accidents in 2022 and 45 in 2023.", True),
    ],
)
def test_two_years_are_compared_only_of_what_the_claim_names(text: str, evidence: str, doubted: bool) -> None:
    assert bool(said(Direction(), text, evidence)) is doubted


def test_where_or_when_may_open_the_sentence() -> None:
    logger = "Dissolved oxygen at our logger off lease T6 fell below 2 mg/l on 17 nights between 12 July and 20 August."
    opened = "At T6, off the leases, oxygen fell below 2 mg/l on 17 nights between 12 July and 20 August."
    assert said(Direction(), opened, logger) == ""
    strike = "After the merger of the two lines the long strike of the crews in Arlen ended in May."
    turned = "After the strike of the two lines the long merger of the crews in Arlen ended in May."
    assert "exchanges" in said(Direction(), turned, strike)


def test_a_time_changes_places_with_no_thing() -> None:
    known = library(
        "Minutes of the general meeting, 17 January 2026, Gasthof Krone.\n\n"
        "The price of heather honey is to go up from 9.50 to 11 euros a jar of 500 g from 1 August 2026."
    )
    asked = claim(
        "A jar of heather honey has cost 11 euros since January 2026.",
        cite(known, "Minutes of the general meeting"),
        cite(known, "The price of heather honey is to go up"),
    )
    assert "exchanges" not in only(Direction().findings([asked], known)).reason
