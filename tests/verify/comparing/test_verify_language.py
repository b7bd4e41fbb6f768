"""Each signal: what it must see, and the true wordings that it must leave alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from verify_library import cite, claim, library, only, said

from moot.verify.attribution import Attribution
from moot.verify.causes import Causes
from moot.verify.check import Check
from moot.verify.comparing.language import Evidence
from moot.verify.direction import Direction
from moot.verify.hedges import Conditions
from moot.verify.names import Names
from moot.verify.negation import Negation
from moot.verify.roles import Roles
from moot.verify.scope import Scope
from moot.words import ClaimKind, Outcome

MEETING = (
    "The council met on 3 March. Councillor Brid Aske brought in the ordinance, and the Marrow District Housing "
    "Association spoke against it. Deputy Prime Minister Ilse Marrand sent a letter from Berlin. The ordinance cuts "
    "the time that a landlord has from sixty days to thirty. It was carried by nine votes to four after two hours, and "
    "it is to be looked at again when two years have passed, unless the tribunal asks for that sooner."
)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("The ordinance was brought in by Councillor Ewart Lune.", "Ewart Lune"),
        ("Beltane’s ordinance gives a landlord thirty days.", "Beltane"),
        ("Brid Aske and Noor Hallam brought in the ordinance.", "Noor Hallam"),
    ],
)
def test_a_name_that_no_source_has_is_seen(text: str, missing: str) -> None:
    assert missing in said(Names(), text, MEETING)


@pytest.mark.parametrize(
    "text",
    [
        "Aske’s ordinance leaves a landlord thirty days.",
        "Ms B. Aske brought in the ordinance.",
        "The MDHA spoke against the ordinance.",
        "Shortly before, Marrand had written from the German capital, in Germany.",
        "Landlords have thirty days since March.",
        "Landlords, the Council decided on Monday, have thirty days.",
        "THE ORDINANCE OF ZORBA WAS CARRIED BY NINE VOTES.",
    ],
)
def test_names_in_another_form_and_words_that_are_no_names_pass(text: str) -> None:
    assert said(Names(), text, MEETING) == ""


def test_a_short_source_that_names_nobody_proves_nothing() -> None:
    assert said(Names(), "The bridge was opened by Noor Hallam.", "She opened the bridge.") == ""


def test_what_a_whole_document_speaks_of_needs_no_naming_in_each_source() -> None:
    known = library(MEETING)
    texts = ("Sallow’s council met in March.", "The council of Sallow met.", "In Sallow, a landlord has thirty days.")
    asked = [claim(text, cite(known, MEETING), id=f"c{n}") for n, text in enumerate(texts)]
    assert {finding.outcome for finding in Names().findings(asked, known)} == {Outcome.HOLDS}
    assert only(Names().findings(asked[:1], known)).outcome is Outcome.FAILS


MATCH = (
    "Nell Okafor scored eleven goals, four of them late. For Brackley, Tessa Munn scored nine. Coach Ida Voss was "
    "content, and Joan Perrin, who has treated the players since May, was not. The motion was moved by Ms Lunt."
)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Tessa Munn scored eleven goals.", "Nell Okafor"),
        ("The coach of the team is Joan Perrin.", "Ida Voss"),
        ("The motion was moved by Mr Voss.", "Lunt"),
    ],
)
def test_what_is_said_of_another_is_seen(text: str, other: str) -> None:
    assert other in said(Roles(), text, MATCH)


DAM = (
    "Dr Ngozi Okafor wrote that the dam raised the water table in the valley. Lindqvist found no change in fisheries. "
    "For the builders, Kohl, who speaks for Siemens, said that the wall is dry. Siemens said the price was low."
)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Lindqvist argues that the dam raised the water table.", "Dr Ngozi Okafor"),
        ("According to Peter Lindqvist, the dam raised the water table in the valley.", "Ngozi Okafor"),
        ("Okafor found no change in fisheries.", "Lindqvist"),
        ("Hansen argues that the dam raised the water table.", "Ngozi Okafor"),
        ("Okafor argues that the dam raised the water table.", ""),
        ("Ngozi Okafor says the dam raised the water table.", ""),
        ("Siemens said that the wall is dry.", ""),
        ("Rosa Beck argues that the dam raised the water table.", ""),
    ],
)
def test_whose_word_it_is_is_told_by_a_surname_too(text: str, other: str) -> None:
    reason = said(Roles(), text, DAM)
    assert other in reason if other else not reason


@pytest.mark.parametrize(
    "text",
    [
        "Okafor scored eleven goals, and Munn nine.",
        "Coach Voss was content.",
        "The motion was moved by Lunt.",
        "Tessa Munn scored, as Nell Okafor did.",
        "Eleven goals were scored in Brackley.",
        "Rosa Beck scored eleven goals.",
    ],
)
def test_what_is_said_of_the_same_passes(text: str) -> None:
    """A name that no source has is left to the check of names."""
    assert said(Roles(), text, MATCH) == ""


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Night shifts led to more errors on the ward.", "Night shifts were associated with more errors on the ward."),
        ("Pupils read more because of the new shelves.", "In the year of the new shelves pupils read more books."),
        (
            "Nurse checks lowered the number of foot ulcers.",
            "More nurse checks went with a smaller number of foot ulcers.",
        ),
        ("Some 18 departures were cancelled because of drift ice.", "41 departures left late, and 18 were cancelled."),
    ],
)
def test_a_cause_made_of_what_was_seen_together_is_seen(text: str, evidence: str) -> None:
    assert said(Causes(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Night shifts are linked to more errors.", "Night shifts were associated with more errors."),
        ("Night shifts caused more errors.", "More errors were made, as a result of night shifts."),
        ("The pool was closed because of frost.", "Frost closed the pool, which depends on dry weather."),
        ("The pool was closed because of frost.", "The night was icy, so the pool was closed."),
    ],
)
def test_a_cause_that_the_source_gives_passes(text: str, evidence: str) -> None:
    assert said(Causes(), text, evidence) == ""


@pytest.mark.parametrize(
    "who",
    [
        "Mr Venn (production) argued",
        "Ms Orr (finance), who keeps the books, warned",
        "Ada Moss, the treasurer, insisted",
        "The owner (a lawyer) said",
        "Mr Venn said",
        "Dr. Ada Moss (works) recently stated",
    ],
)
def test_what_stands_between_who_speaks_and_the_verb_makes_it_no_less_somebodys_word(who: str) -> None:
    evidence = f"{who} that the kiln at Sorl mill should be rebuilt by May."
    assert said(Attribution(), "The kiln at Sorl mill should be rebuilt by May.", evidence)
    assert said(Attribution(), f"{who} that the kiln at Sorl mill should be rebuilt by May.", evidence) == ""


def test_somebodys_word_told_as_a_fact_is_seen() -> None:
    evidence = "The new bottle keeps milk fresh for nine days, the maker says."
    assert "maker" in said(Attribution(), "The new bottle keeps milk fresh for nine days.", evidence)
    assert said(Attribution(), "By the maker’s own account, claimed nowhere else, it keeps milk fresh.", evidence) == ""
    both = f"{evidence} Tests at the institute showed that the new bottle keeps milk fresh for nine days."
    assert said(Attribution(), "The new bottle keeps milk fresh for nine days.", both) == ""
    for reader in ("In the maker's reading, the new bottle keeps", "The idea that the new bottle keeps"):
        assert said(Attribution(), f"{reader} milk fresh for nine days is disputed.", evidence) == ""


def test_a_word_of_direction_in_a_name_tells_none() -> None:
    table = "| Weir | Eels 2030 | Eels 2031 |\n|---|---|---|\n| Lower Marsh | 210 | 273 |\n| Upper Marsh | 90 | 81 |"
    known = library(table)
    rose, fell = (
        only(Direction().findings([claim(text, cite(known, table))], known)).outcome
        for text in (
            "At Lower Marsh the number of eels went up from 2030 to 2031.",
            "At Lower Marsh the number of eels declined from 2030 to 2031.",
        )
    )
    assert (rose, fell) == (Outcome.HOLDS, Outcome.FAILS)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The weights are published.", "The weights are not published."),
        ("The chain can be switched off.", "The chain cannot be switched off."),
        ("Weights have been published.", "No weights have been published."),
        ("The weights are not published.", "The weights are published."),
        ("The hall was affected by the water.", "The hall, kept dry by a new wall, was not affected."),
        ("A motion to hold a vote was approved in June 2021.", "Item 4. A motion to hold a vote was rejected."),
        ("The club will appeal the result of the match.", "The club won’t appeal the result of the match."),
        ("The unit cannot be cut with scissors at home.", "The unit may be cut with scissors at home."),
        ("The council approved the motion on parking fees.", "The council rejected the motion on parking fees."),
        ("Dogs are allowed on the beach in summer.", "Dogs are banned on the beach in summer."),
        ("The firm legally imported the timber.", "The firm illegally imported the timber from two ports."),
        ("The results were unreliable across laboratories.", "The results were reliable across laboratories."),
        ("The witness was honest about the payments.", "The witness was dishonest about the payments."),
        ("The reaction is irreversible at room temperature.", "The reaction is reversible at room temperature."),
        ("The paint is toxic to bees.", "The paint is non-toxic to bees."),
        ("The additive is harmless to fish.", "The additive is harmful to fish."),
    ],
)
def test_a_flipped_negation_is_seen(text: str, evidence: str) -> None:
    assert said(Negation(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The council did not reject the motion on fees.", "The council approved the motion on fees."),
        ("17 of the 58 graduates did not answer the survey.", "Of 58 graduates asked, 41 did answer the survey."),
        ("Not a fish was seen in the upper pond.", "In the upper pond there was no fish to be seen."),
        ("The vote approved the motion.", "The vote approved the motion and rejected the amendment."),
        ("The pool closed for good.", "The pool never opened again."),
        ("The import of timber was not illegal.", "The import of timber was legal."),
        ("Unvaccinated children had more cases of measles.", "Vaccinated children had fewer cases of measles."),
        ("Corals that escaped bleaching in 2016 grew.", "Corals that were unbleached in 2016 grew."),
        ("Players without a rated game are inactive.", "Players with no rated game are inactive."),
        ("Immigrant workers built the canal.", "Migrant workers built the canal."),
        ("The cook puts the average wait at Eastgate at a quarter.", "The cook disputes the average wait at Eastgate."),
        ("Catches by anglers, which the survey leaves out, might be 5 %.", "Catches by anglers are not included."),
    ],
)
def test_the_same_denied_in_other_words_passes(text: str, evidence: str) -> None:
    assert said(Negation(), text, evidence) == ""


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("All tenants in deposit cases had a lawyer.", "Most tenants in deposit cases had a lawyer."),
        ("Every pond in the reserve gained toads.", "Some ponds in the reserve gained toads."),
        ("The drug slows growth everywhere in tissue.", "The drug slows growth of tissue, in mice."),
    ],
)
def test_some_made_all_is_seen(text: str, evidence: str) -> None:
    assert said(Scope(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Most tenants had a lawyer.", "Most tenants had a lawyer."),
        ("All ponds in the reserve gained toads.", "Toads were gained in each pond; some lost fish."),
        ("Every pond gained toads.", "Ponds gained toads."),
    ],
)
def test_what_a_source_says_of_all_passes(text: str, evidence: str) -> None:
    assert said(Scope(), text, evidence) == ""


def test_about_before_a_figure_is_roughly_and_no_cause() -> None:
    harbour = "The harbour had 921 calls in 2024. It collected 2.4 million euros."
    for amount in ("about 2,606 euros", "about €2,606", "about two thousand euros"):
        assert said(Causes(), f"Each call brought {amount}.", harbour) == ""
    assert said(Causes(), "Each call brought about euros.", harbour)


CHECKS: list[Check] = [Names(), Direction(), Negation(), Causes(), Scope(), Attribution(), Roles()]


@given(text=st.text(max_size=80), evidence=st.text(max_size=80))
@example(text="A blind man should n't play cards and board games.", evidence="A blind man shouldn't play cards.")
def test_no_text_breaks_a_signal(text: str, evidence: str) -> None:
    known = library(f"The harbour was quiet. {evidence}")
    asked = claim(text, cite(known, "The harbour was quiet."))
    for check in CHECKS:
        assert len(check.findings([asked], known)) <= 1  # none where a text seems to be in a language that is not read


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_what_a_source_says_itself_is_never_doubted(check: Check) -> None:
    for sentence in MEETING.split(". "):
        assert said(check, sentence, MEETING, sentence) == ""


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_only_stated_claims_with_a_quote_that_is_found_are_asked(check: Check) -> None:
    known = library(MEETING)
    quoted = claim("Noor Hallam met.", cite(known, "The council met on 3 March."), kind=ClaimKind.QUOTED)
    lost = claim("Noor Hallam met.", cite(known, "nowhere to be found"))
    assert check.findings([quoted, lost], known) == []


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Warm water clears the fungus in the field.", "Whether warm water clears the fungus in the field is unclear."),
        ("The cable was torn by an anchor.", "It was not examined whether the cable was torn by an anchor."),
        ("The new shelves saved pages on the disk.", "The new shelves saved, we believe, pages on the disk."),
        ("The office pays interest to the tenant.", "The office pays interest to the tenant, unless the lease ended."),
    ],
)
def test_open_questions_and_opinions_are_kept(text: str, evidence: str) -> None:
    assert said(Conditions(), text, evidence)
    assert said(Conditions(), evidence, evidence) == ""


def test_a_cause_that_the_source_disclaims_is_seen_beside_its_own_words_for_it() -> None:
    evidence = "The design cannot show that the checks lowered the number of ulcers."
    assert "cannot show" in said(Causes(), "The checks lowered the number of ulcers.", evidence)


@pytest.mark.parametrize(
    ("text", "evidence", "doubted"),
    [
        (
            "The firm raises all premiums by 9 percent.",
            "Premiums for motor cover will rise by 9 percent, the firm.",
            True,
        ),
        ("The firm raises premiums by 9 percent.", "Premiums for motor cover will rise by 9 percent, the firm.", False),
        (
            "Whatever the feed, the nickel bed lasts a year.",
            "The nickel bed lasts a year, provided that it is dry.",
            True,
        ),
        ("The old pill protects patients.", "The old pill protects the heart in mice.", True),
        ("The old pill protects mice.", "The old pill protects the heart in mice.", False),
    ],
)
def test_what_is_added_to_a_noun_limits_it(text: str, evidence: str, doubted: bool) -> None:
    assert bool(said(Scope(), text, evidence)) is doubted


@pytest.mark.parametrize(
    ("check", "text", "evidence"),
    [
        (
            Scope(),
            "61 % of the shops are in favour.",
            "All shops were asked; 61 % of those who replied were in favour.",
        ),
        (Scope(), "The pumps come whether or not the state pays.", "It takes effect only if the state grant is paid."),
        (Conditions(), "An alert goes out after a single warm day.", "An alert goes out after two warm days in a row."),
        (Conditions(), "An alert goes out on a single morning.", "An alert goes out on two mornings in a row."),
    ],
)
def test_shares_of_those_asked_and_stricter_rules_are_kept(check: Check, text: str, evidence: str) -> None:
    assert said(check, text, evidence)
    assert said(check, evidence, evidence) == ""


ONE_PORT = "| Port | Crab landed 2022 (t) | Crab landed 2023 (t) |\n|---|---|---|\n| Corrick | 145 | 160 |\n"
LONG = "In the cohort of the last two winters, monthly visits lowered the number of foot ulcers to less than half."


@pytest.mark.parametrize(
    ("check", "text", "evidence", "doubted"),
    [
        (Direction(), "Corrick did not land less crab in 2023 than in 2022.", ONE_PORT, False),
        (Direction(), "Seaton landed less crab in 2023 than in 2022.", ONE_PORT, False),
        (Roles(), "Tessa Munn scored goals.", "Nell Okafor scored eleven goals. Tessa Munn scored nine goals.", False),
        (Causes(), LONG, "The design cannot show that the visits themselves lowered the number of ulcers.", True),
        (
            Negation(),
            "Road repairs in the old area are included.",
            "The estimate does not contain the repair of roads in the old area.",
            True,
        ),
        (
            Conditions(),
            "The office pays interest to the tenant.",
            "The office pays interest to the tenant, unless the lease ended. The office pays interest to the tenant.",
            False,
        ),
    ],
)
def test_signals_take_the_whole_of_claim_and_source(check: Check, text: str, evidence: str, doubted: bool) -> None:
    quote = "| Corrick | 145 | 160 |" if evidence is ONE_PORT else evidence
    assert bool(said(check, text, evidence, quote)) is doubted


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Buses of the ring are washed.", "Buses of the ring are not washed."),
        (
            "Buses with chrome trim (blue tag) are washed for nine minutes before the night.",
            "Before the night: nine minutes by hand. Buses with chrome trim (blue tag) are not washed.",
        ),
        ("Apprentices joined the scheme in autumn.", "The scheme began in autumn. Apprentices are not in the scheme."),
        ("A plea for a dock won the assembly.", "At the assembly a plea for a dock was turned down."),
    ],
)  # fmt: skip
def test_what_a_whole_clause_denies_is_not_said(text: str, source: str) -> None:
    assert said(Negation(), text, source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Buses of the ring are washed.", "Buses of the ring are not only washed."),
        ("Buses of the ring are washed.", "Buses of the ring are not washed. At night, buses of the ring are washed."),
        ("Orla is no member of the rowing club.", "Orla is not yet a member of the rowing club."),
        ("Apprentices joined the scheme.", "Apprentices joined the scheme. In Cork, apprentices are not in it."),
        ("The scheme is hardly for apprentices.", "The scheme began in autumn. Apprentices do not like the scheme."),
        (
            "The scheme of the Cork yard began last autumn with young smiths and apprentices.",
            "The scheme of the Cork yard began last autumn with the young. Apprentices are not in the scheme.",
        ),
        ("Apprentices learn in the yard.", "What apprentices do that is not in the book is learnt in the yard."),
        ("Without a storm Orla would lead the club.", "Orla leads the storm club."),
    ],
)  # fmt: skip
def test_what_is_not_plainly_denied_is_left_alone(text: str, source: str) -> None:
    assert said(Negation(), text, source) == ""


RINK = (
    "Skates are lent to all children of the town for the whole winter. The offer does not cover children who broke "
    "a pair last year."
)
BAKERS = "In Cork, most of the bakers who closed last year had no heir. Other towns were not asked."


@pytest.mark.parametrize(
    ("text", "evidence", "told"),
    [
        ("The offer lends skates to every child this winter.", RINK, "does not cover"),
        ("Most of the bakers in Munster who closed last year had no heir.", BAKERS, "“Munster”, its source of “Cork”"),
        ("Bakers in Munster who closed had no heir.", "Bakers in Cork only who closed had no heir.", "“Cork”"),
        ("Both crews rest for more than two hours.", "Crews of the first class must rest two hours.", "first class"),
    ],
)  # fmt: skip
def test_what_holds_with_an_exception_or_at_one_place_is_not_general(text: str, evidence: str, told: str) -> None:
    assert told in said(Scope(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Skates are lent to every child, but the offer does not cover all.", RINK),
        ("Every rink has a roof.", RINK),
        ("Every skate of the offer to children is red.", RINK),
        ("Every child with broken skates is excluded from the offer.", RINK),
        ("Most of the bakers in Cork who closed last year had no heir.", BAKERS),
        ("Most of the bakers in the town of Cork, in Munster, who closed had no heir.", BAKERS),
        ("Most of the bakers who closed last year had no heir.", BAKERS),
        (
            "Most of the bakers in Munster who closed last year had no heir.",
            f"{BAKERS} Most of the bakers of all who closed last year had no heir.",
        ),
        ("Bakers in Munster who closed had no heir.", "In March, bakers who closed had no heir."),
    ],
)  # fmt: skip
def test_places_and_exceptions_that_the_claim_keeps_are_left_alone(text: str, evidence: str) -> None:
    assert said(Scope(), text, evidence) == ""


def test_a_post_that_another_has_is_as_good_as_refuted_where_a_person_has_another() -> None:
    whole = "“It is large,” said director Petra Lind. Its chairwoman, Rosa Engel, asked for more. {}"
    for more, plain in (("", True), ("Rosa Engel was the director until May.", False)):
        evidence = Evidence((whole.format(more),))
        assert Roles().seen("Rosa Engel, the director, said that it is large.", evidence).plain is plain


def test_never_larger_is_what_a_source_calls_the_largest() -> None:
    text, evidence = "The herd has never been larger since 1985.", "The herd is at 142 head, the {} since 1985."
    assert said(Scope(), text, evidence.format("highest number")) == ""


@pytest.mark.parametrize(
    ("text", "evidence", "reason"),
    [
        (
            "The board unanimously recommended the Nordic bid.",
            "The board recommends by three votes to one that the Nordic bid be taken.",
            "the claim says “unanimously”, its source “three votes to one”",
        ),
        (
            "The board unanimously recommended the Nordic bid.",
            "The board recommends the Nordic bid by 4 votes to 0.",
            "",
        ),
        (
            "The board recommended the Nordic bid, though not unanimously.",
            "The board recommends by three votes to one that the Nordic bid be taken.",
            "",
        ),
    ],
)
def test_votes_against_are_no_unanimity(text: str, evidence: str, reason: str) -> None:
    assert said(Scope(), text, evidence) == reason
