"""Hedges that only look dropped."""

from __future__ import annotations

import pytest

from moot.verify.comparing.language import Evidence
from moot.verify.hedges import Conditions


def dropped(claim: str, source: str) -> str:
    return Conditions().seen(claim, Evidence((source,))).differs


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("That pairs find more errors is suggested by the trial.", "The trial suggests that pairs find more errors."),
        (
            "Teams are not allowed to use the preview for work on our code.",
            "Several teams have asked whether they may use the preview for work on our code.",
        ),
    ],
)
def test_a_hedge_in_the_passive_is_kept_and_asking_leave_is_none(claim: str, source: str) -> None:
    assert "may" not in dropped(claim, source) and "suggest" not in dropped(claim, source)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (
            "Reviews end within 30 days, or 14 days in cases of credit.",
            "Reviews shall end within 30 days; in cases of credit within 14 days.",
        ),
        (
            "Fines for repeated breaches go up to 2 % of turnover.",
            "For repeated breaches fines may reach 2 % of turnover.",
        ),
        (
            "At 148 euros a dose, 1.9 million doses cost about 281 million euros.",
            "A dose costs 148 euros, and about 1.9 million doses are used.",
        ),
    ],
)
def test_a_bound_that_is_said_once_of_several_figures_is_kept(claim: str, source: str) -> None:
    assert dropped(claim, source) == ""


@pytest.mark.parametrize(
    ("claim", "source", "hedge"),
    [
        (
            "The lynx crossed the frozen lake in March.",
            "The rangers believe that the lynx crossed the frozen lake in March.",
            "believe",
        ),
        (
            "The owner is owed 40,000 crowns for the roof.",
            "A disputed 40,000 crowns are owed to the owner.",
            "disputed",
        ),
    ],
)
def test_a_hedge_is_the_same_whether_a_sentence_or_a_clause_is_rendered(claim: str, source: str, hedge: str) -> None:
    assert f'"{hedge}"' in dropped(claim, source)
    assert dropped(claim.replace(".", ", it is believed, though disputed."), source) == ""


def test_a_condition_that_ends_a_quotation_is_told_without_its_marks() -> None:
    source = 'He said: "The ferry sails on Sundays provided the permit is granted."'
    reason = 'the source says "provided the permit is granted", the claim drops it (condition)'
    assert dropped("The ferry sails on Sundays.", source) == reason
    assert dropped("The ferry sails on Sundays if the permit is granted.", source) == ""


def test_only_behind_a_word_limits_a_clause_too() -> None:
    source = "Visitors get into the tower weekends only, and by the north door."
    assert '"weekends only"' in dropped("Visitors get into the tower.", source)
    assert dropped("Visitors get into the tower on weekends only.", source) == ""


def test_what_permits_it_is_a_condition_in_any_words() -> None:
    source = "Assuming calm weather, the ferry sails daily."
    assert dropped("The ferry sails daily, weather permitting.", source) == ""
    assert dropped("The ferry sails daily.", source)


def test_less_than_planned_is_no_plan() -> None:
    source = "Heating cost less than planned, mainly since the price of gas fell."
    assert dropped("Heating cost less, mainly since gas became cheaper.", source) == ""
    assert dropped("The bridge has new lamps.", "New lamps for the bridge are planned.")


def test_who_believes_why_something_fell_says_that_it_fell() -> None:
    source = "I believe that burglaries fell because of the new lamps: there were 14 burglaries, after 19."
    assert dropped("Burglaries fell by five.", source) == ""
    assert dropped("Burglaries fell because of the new lamps.", source)


@pytest.mark.parametrize(
    ("claim", "source", "plain"),
    [
        (
            "Half of the social homes are reserved for key workers.",
            "Half of the social homes are reserved for key workers, provided that the trust signs the agreement.",
            True,
        ),
        (
            "Ministers discussed a merger with Grindle Energy.",
            "Ministers reportedly discussed a merger with Grindle Energy.",
            True,
        ),
        (
            "Ministers talked about a merger with Grindle Energy.",
            "Ministers reportedly discussed a merger with Grindle Energy.",
            False,
        ),
    ],
)
def test_a_sentence_without_its_hedge_is_as_good_as_a_proof(claim: str, source: str, plain: bool) -> None:
    seen = Conditions().seen(claim, Evidence((source,)))
    assert seen.differs and seen.plain is plain


def test_what_is_reported_in_so_many_is_no_hearsay() -> None:
    source = "Elevated enzymes were reported in 11 patients, all of whom had taken the drug."
    assert dropped("Elevated enzymes were seen in 11 patients who had taken the drug.", source) == ""
    assert dropped("The patients had taken the drug.", "The patients are reported to have taken the drug.")
    players = "Covering the ears at rehearsal was reported by about 12 % of the players."
    assert dropped("About 12 % of the players covered their ears at rehearsal.", players) == ""


def test_people_who_do_not_know_leave_nothing_open() -> None:
    survey = "A survey of 602 residents found that 58% support the scheme, 27% oppose it and 15% are undecided."
    assert dropped("58% of 602 residents support the scheme.", survey) == ""
    unsettled = "Whether the scheme goes ahead with the residents is still undecided."
    assert "leaves it open" in dropped("The scheme goes ahead with the residents.", unsettled)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The court will not hear it in May.", "It is doubtful whether the court will hear it in May."),
        ("The court will hear it in May.", "It remains questionable, he says, if the court will hear it in May."),
        ("Monks dug the second shaft.", "Whether monks dug the second shaft remains an open question."),
        ("The signal came from the ship.", "The team could not establish whether the signal came from the ship."),
        ("The tenants knew of the asbestos.", "It hasn't yet been shown that the tenants knew of the asbestos."),
        ("The bridge has to close in winter.", "We cannot rule out that the bridge has to close in winter."),
        ("The vaccine loses its effect.", "It cannot be excluded, she said, that the vaccine loses its effect."),
        ("The hall closes if no work begins.", "We cannot exclude that the hall closes if no work begins."),
        ("The hall closes if no work begins.", "If no work begins, we cannot exclude that the hall closes."),
        ("Der Pilz befällt auch die Eichen.", "Die Stadt schließt nicht aus, dass der Pilz auch die Eichen befällt."),
        ("Die Brücke muss schließen.", "Es ist nicht auszuschließen, dass die Brücke schließen muss."),
    ],
)
def test_what_the_source_doubts_is_neither_so_nor_not_so(claim: str, source: str) -> None:
    seen = Conditions().seen(claim, Evidence((source,)))
    assert "leaves it open" in seen.differs and seen.plain


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Sugar did not cause the outbreak.", "They found no evidence that sugar caused the outbreak."),
        ("The bridge was safe for lorries.", "The mayor never doubted that the bridge was safe for lorries."),
        ("The bridge may have to close.", "We cannot rule out that the bridge has to close."),
        ("The pool opens if the pump works.", "If the pump works, the pool opens; we cannot rule out that it leaks."),
        ("That it closes cannot be ruled out.", "It cannot be excluded that the bridge closes."),
        ("The deed excludes storm damage.", "The court ruled that the deed excludes storm damage."),
        ("Die Brücke könnte schließen.", "Es ist nicht auszuschließen, dass die Brücke schließen muss."),
        ("The deed covers storm damage.", "The deed covers storm damage; whether it covers floods is unclear."),
        (
            "The tenants knew of the asbestos.",
            "It was unclear whether the tenants knew of the asbestos. The inquiry found that the tenants knew of the "
            "asbestos.",
        ),
    ],
)
def test_what_is_not_doubted_or_was_settled_is_left_alone(claim: str, source: str) -> None:
    assert Conditions().seen(claim, Evidence((source,))).differs == ""


@pytest.mark.parametrize(
    ("claim", "source", "words"),
    [
        ("The road is closed until further notice.", "The road is closed at night until further notice.", "at night"),
        ("The pass is closed.", "The pass is closed between May and July.", "between May and July"),
        ("Trucks are banned from the bridge.", "Trucks above 12 tonnes are banned from the bridge.", "above 12 tonnes"),
        ("Entry is free.", "Entry is free for children under 12.", "for children"),
        ("Cyclists must dismount.", "After dark, cyclists must dismount.", "After dark"),
    ],
)
def test_for_whom_or_when_alone_a_rule_holds_is_not_dropped(claim: str, source: str, words: str) -> None:
    seen = Conditions().seen(claim, Evidence((source,)))
    assert words in seen.differs and seen.plain


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The road is closed at night.", "The road is closed at night, from 10 p.m. to 6 a.m., until further notice."),
        ("The pass is closed in winter.", "The pass is closed between November and April."),
        ("Heavy trucks are banned from the bridge.", "Trucks above 12 tonnes are banned from the bridge."),
        ("The museum is closed.", "The museum is closed; the garden is open on Sundays."),
        ("Fishing is banned.", "Fishing is banned until further notice."),
        ("The hall was closed.", "The hall was closed on Monday."),
    ],
)
def test_a_rule_that_is_kept_as_far_as_it_goes_is_left_alone(claim: str, source: str) -> None:
    assert Conditions().seen(claim, Evidence((source,))).differs == ""


def test_a_claim_of_figures_is_no_hedged_sentence_without_them() -> None:
    source = "Because a campaign ran from autumn 2022, part of the rise in prompt antibiotics may be due to it."
    assert dropped("Alderbrook saw the largest rise in prompt antibiotics, 17.3 percentage points.", source) == ""
    assert dropped("Part of the rise in prompt antibiotics is due to the campaign.", source)


def test_the_head_of_a_column_and_a_part_of_a_whole_limit_nothing() -> None:
    heads = (
        "Year        Foot passengers   Cars      Lorries   Cancelled sailings   of which weather\n"
        "2023-24     172,900           29,820    2,118     266                  173\n"
        "2024-25     181,440           28,260    2,074     231                  118"
    )
    carried = "In 2024–25 the crossing carried 181,440 foot passengers, 28,260 cars and 2,074 lorries."
    assert dropped(carried, heads) == ""
    told = "In 2024-25 the crossing carried 181,440 foot passengers, of which many were school children."
    assert dropped("In 2024-25 the crossing carried 181,440 foot passengers.", told) == ""


def test_warmer_than_so_much_is_no_exact_figure() -> None:
    source = "Water temperature at the gauge was above 16 °C from 9 June until 2 September."
    assert dropped("Water at the gauge was warmer than 16 °C from 9 June until 2 September.", source) == ""
    assert "as exact" in dropped("Water temperature at the gauge was 16 °C from 9 June until 2 September.", source)


def test_what_a_caption_states_otherwise_is_no_condition() -> None:
    caption = "Figures in million thalers unless stated otherwise, paid by Glenfoss for damage."
    assert dropped("Glenfoss paid million thalers for damage.", caption) == ""
    assert dropped("Glenfoss paid thalers for damage.", "Glenfoss paid thalers for damage unless it was slight.")


@pytest.mark.parametrize(
    ("claim", "source", "doubted"),
    [
        (
            "The inspection found no cavitation on the runner.",
            "The runner has not been inspected for cavitation.",
            True,
        ),
        ("The police found no weapon in the car.", "The police have not yet searched the car for a weapon.", True),
        ("No mines were found in the bay.", "The bay has not been searched for mines by divers.", True),
        ("The police found no weapon in the car.", "The police searched the car and found no weapon.", False),
        ("The study found no evidence of harm.", "There was no evidence of harm in the study.", False),
        (
            "No mines were found in the bay.",
            "The bay was searched and no mines were found; the river has not been searched for mines.",
            False,
        ),
        (
            "The runner has not been inspected for cavitation.",
            "The runner has not been inspected for cavitation.",
            False,
        ),
    ],
)
def test_what_nobody_has_looked_for_was_not_found_missing(claim: str, source: str, doubted: bool) -> None:
    assert bool(dropped(claim, source)) is doubted


_FISH = "Smolt mortality fell from 9.8 % to 4.1 %. Eels were not studied."


@pytest.mark.parametrize(
    ("claim", "source", "doubted"),
    [
        ("The mortality of eels was more than halved as well.", _FISH, True),
        ("Rents in small towns rose by 4 %.", "Rents in cities rose by 4 %. Small towns were not included.", True),
        ("Sales at night doubled.", "Sales by day doubled. Night sales were not counted.", True),
        ("The drops harm no lens.", "The cornea stayed clear. The lens was not examined.", False),
        ("The mortality of smolts fell.", _FISH, False),
        ("Eels were not studied.", _FISH, False),
        ("Eels spawn at sea.", "Eels were not studied. That eels spawn at sea is known.", False),
        ("Eels may have suffered less.", _FISH, False),
        ("Staff were not asked about pay rises.", "Staff were not asked about pay rises.", False),
        ("Prices in the north rose.", "Prices in the north rose; prices in the south were not surveyed.", False),
    ],
)
def test_what_was_left_out_has_no_result(claim: str, source: str, doubted: bool) -> None:
    assert bool(dropped(claim, source)) is doubted
