"""The relation of two claims: same, conflict or apart."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moot.verify.relation import VERSION, Related, glimpse, includes, lacking, relate
from moot.words import Relation

SAME, CONFLICT, APART = Relation.SAME, Relation.CONFLICT, Relation.APART

PAIRS = [
    # figures and roundings
    ("The model scored 59.3 on the exam.", "The model scored 61.6 on the exam.", CONFLICT),
    ("The model scored 59.3 on the exam.", "On the exam the model scored about 59.", SAME),
    ("The grant is worth £1.25m.", "The grant is worth £1,250,000.", SAME),
    ("One in five patients relapsed.", "A fifth of the patients relapsed.", SAME),
    ("Of 240 patients, 60 relapsed.", "A quarter of the 240 patients relapsed.", SAME),
    ("The club has 200 members.", "The club has at least 200 members.", APART),
    ("More women than men took part.", "More men than women took part.", CONFLICT),
    ("The hall seats at most 200 people.", "The hall seats at least 200 people.", CONFLICT),
    ("Profits fell by 5 per cent.", "Profits fell by 5 percentage points.", CONFLICT),
    ("Nearly 90 per cent of the seeds sprouted.", "71 per cent of the seeds sprouted.", CONFLICT),
    ("Membership trebled in two years.", "Membership rose by 20 % in two years.", CONFLICT),
    (
        "Traffic on the bridge quadrupled after the tunnel closed.",
        "Traffic on the bridge rose by 40 % after the tunnel closed.",
        CONFLICT,
    ),
    ("Sales doubled from 1,200 units.", "Sales rose by half from 1,200 units.", CONFLICT),
    ("Prices halved in 2024.", "Prices fell by 50 % in 2024.", SAME),
    ("Rents doubled within five years.", "Rents rose by 100 % within five years.", SAME),
    ("Sales rose by 10 % and profit doubled.", "Sales rose by 10 % and profit rose by 100 %.", SAME),
    ("Exactly 320 nests were counted on the island.", "On the island 318 nests were counted.", CONFLICT),
    ("About 320 nests were counted on the island.", "On the island 318 nests were counted.", SAME),
    ("The repair cost £4,500 exactly.", "The repair cost £4,480.", CONFLICT),
    ("The trench is exactly 2 km long.", "The trench is 2,000 metres long.", SAME),
    # bounds
    ("The pit was never below 4 mg/l in summer 2024.", "On 21 July 2024 the pit was at 0.8 mg/l.", CONFLICT),
    ("The pit was never below 4 mg/l in summer 2024.", "On 21 July 2023 the pit was at 0.8 mg/l.", APART),
    ("Costs will not exceed 5 million euros.", "Costs will be 6.2 million euros.", CONFLICT),
    ("Costs will not exceed 5 million euros.", "Costs will be 4.2 million euros.", APART),
    ("The bridge will cost at most 3 million euros.", "The bridge will cost 3.4 million euros.", CONFLICT),
    ("No bus was more than 10 minutes late.", "Bus 12 was 25 minutes late.", CONFLICT),
    ("Doses did not exceed 20 mg.", "Doses were 15 mg.", APART),
    # units
    ("The pool is 50 metres long.", "The pool is 164 feet long.", SAME),
    ("The pool is 50 metres long.", "The pool is 50 feet long.", CONFLICT),
    ("The pump moves 900 litres of water per hour.", "The pump moves 900 litres of water per minute.", CONFLICT),
    ("The metal melts at 350 kelvin.", "The metal melts at 77 °C.", SAME),
    # names
    ("The World Health Organization praised the plan.", "The WHO praised the plan.", SAME),
    ("The treaty was signed in Vienna.", "The treaty was signed in Geneva.", CONFLICT),
    ("The bug was fixed in version 3.8.", "The bug was fixed in version 3.9.", CONFLICT),
    ("Norway raised its tax on diesel.", "Sweden raised its tax on diesel.", APART),
    ("Dana Moreau resigned on Tuesday.", "Moreau stepped down on Tuesday.", SAME),
    # negation
    ("The drug was approved.", "The drug was not approved.", CONFLICT),
    ("The search was not unlawful.", "The search was legal.", SAME),
    ("The committee turned down the request.", "The committee did not grant the request.", SAME),
    ("The study did not prove that tea harms.", "The study proved that tea does not harm.", APART),
    # direction
    ("Sales rose in March.", "Sales fell in March.", CONFLICT),
    ("The lake is deeper than the bay.", "The bay is shallower than the lake.", SAME),
    ("Nokia sued Oppo over patents.", "Oppo sued Nokia over patents.", CONFLICT),
    ("Nokia sued Oppo over patents.", "Oppo was sued by Nokia over patents.", SAME),
    ("The bank sold the tower to the city.", "The city bought the tower from the bank.", SAME),
    ("Prices rose from 5 to 7 euros.", "Prices rose from 7 to 5 euros.", CONFLICT),
    ("The hull is made of aluminium.", "The hull is made of steel.", CONFLICT),
    ("The country won the match.", "The state won the match.", APART),
    ("The euro appreciated against the dollar in May.", "The euro depreciated against the dollar in May.", CONFLICT),
    ("Deaths fell after the ban.", "Deaths rose after the ban, which was not enforced.", CONFLICT),
    ("Thefts fell in 2024.", "Thefts rose in 2024, even without those that nobody reported.", CONFLICT),
    ("Thefts fell from 14 to 9.", "Thefts rose from 14 to 23, counting those not reported.", CONFLICT),
    ("The dam does not leak, although it was not repaired.", "The dam leaks.", CONFLICT),
    ("The mine stayed open.", "The mine was closed because it was not profitable.", CONFLICT),
    ("Deaths fell after the ban, which was not enforced.", "Deaths fell after the ban.", APART),
    ("Thefts fell in 2024.", "Thefts did not rise in 2024.", SAME),
    # a comparison from its other side
    ("In 2023 tea sold more than coffee.", "Coffee sold less in 2023 than tea.", SAME),
    ("Tea sold more than coffee.", "Coffee sold more than tea.", CONFLICT),
    ("The old pump uses more power than the new pump.", "The new pump uses less power than the old pump.", SAME),
    ("The council voted before the audit was published.", "The audit was published after the council voted.", SAME),
    ("The vote followed the hearing.", "The hearing came before the vote.", SAME),
    ("The vote followed the hearing.", "The hearing came after the vote.", CONFLICT),
    ("The chapel lies below the quarry.", "The quarry lies above the chapel.", SAME),
    ("The chapel lies below the quarry.", "The quarry lies below the chapel.", CONFLICT),
    ("The village lies east of the dam.", "The dam lies west of the village.", SAME),
    ("Visitors outnumbered residents in August.", "In August there were more residents than visitors.", CONFLICT),
    ("Larger firms paid less tax than smaller firms.", "Smaller firms paid more tax than larger firms.", SAME),
    ("The tower is as tall as the spire.", "The spire is as tall as the tower.", SAME),
    ("The oak isn't as tall as the elm.", "The elm isn't as tall as the oak.", CONFLICT),
    ("The oak isn’t as tall as the elm.", "The oak is not as tall as the elm.", SAME),
    ("Rail wasn't as cheap as road.", "Road wasn't as cheap as rail.", CONFLICT),
    ("Hepatitis A is milder than hepatitis B.", "Hepatitis B is milder than hepatitis A.", CONFLICT),
    # what stands elsewhere in the sentence is no party
    ("In winter trains ran later than buses.", "Trains ran later than buses in winter.", SAME),
    ("In Ward 3 lead levels were higher than the limit.", "Lead levels were higher than the limit in Ward 3.", SAME),
    ("Compared with buses, trains were cheaper.", "Trains were cheaper compared with buses.", SAME),
    (
        "The programme's figure exceeds the estimate of the review by 13 million euros.",
        "The cost of the programme is 13 million euros above the figure in the review's estimate.",
        SAME,
    ),
    # dates
    ("The outage lasted from 02:10 to 05:40.", "The outage lasted two and a half hours.", CONFLICT),
    ("The surgery went from 08:15 until 11:15.", "The surgery took four hours.", CONFLICT),
    ("The closure lasted from 9 p.m. to 6 a.m.", "The closure lasted six hours.", CONFLICT),
    ("The closure lasted from 9 p.m. to 6 a.m.", "The closure lasted nine hours.", SAME),
    ("The gate was open from 9 to 11 a.m.", "The gate was open for two hours.", SAME),
    ("The museum is open from 9 to 12.", "The museum is open for three hours.", SAME),
    ("The museum is open from 9 to 12.", "The museum is open for two hours.", CONFLICT),
    ("The exam is from 9 to 12.", "The exam takes three hours.", SAME),
    ("The exam takes place from 9 to 12.", "The exam lasts two hours.", CONFLICT),
    ("The museum is open from 9 to 12.", "The tour of the museum takes two hours.", APART),
    ("Children from 9 to 12 may join.", "The course takes three hours.", APART),
    ("The thief came between 22:00 and 01:30.", "The police came within two hours.", APART),
    ("The law starts on 5 March 2019.", "The law starts on March 5, 2019.", SAME),
    ("The law starts on 5 March 2019.", "The law starts on 6 March 2019.", CONFLICT),
    ("The shop opened in 2020.", "The shop opened in March 2020.", APART),
    ("As of 12 March 2025 the fee is 4 euros.", "As of 3 April 2025 the fee is 4 euros.", APART),
    ("As of 12 March 2025 the kiln is cold.", "Since 12 March 2025 the kiln is cold.", APART),
    ("As of 12 March 2025 the kiln is cold.", "The kiln is cold on 12 March 2025.", SAME),
    # hedges
    ("The drug may lower the risk.", "The drug lowers the risk.", APART),
    ("The drug may lower the risk.", "The drug might lower the risk.", SAME),
    ("The city plans to ban scooters.", "The city has banned scooters.", APART),
    ("The strike is likely to end.", "The strike is unlikely to end.", CONFLICT),
    # scope
    ("Only members may vote.", "Nobody but members may vote.", SAME),
    ("Some lecturers work part time.", "Most lecturers work part time.", APART),
    ("Parking is free.", "Parking is free if you hold a permit.", APART),
    ("Entry is free for everyone.", "Entry is free only for residents.", CONFLICT),
    ("Some batches did not germinate.", "All batches germinated.", CONFLICT),
    # aspect
    ("The judge criticised the cost of the trial.", "The judge criticised the length of the trial.", APART),
    ("The museum reopened after repairs.", "After being repaired, the museum opened again.", SAME),
    ("The bridge has 48 trains a day.", "The bridge has 48 trains a day, six with freight.", APART),
    ("The museum reopened after repairs.", "Unemployment in the region is low.", APART),
]


@pytest.mark.parametrize(("one", "other", "relation"), PAIRS)
def test_near_misses(one: str, other: str, relation: Relation) -> None:
    found = relate(one, other)
    assert found.relation is relation, found
    assert found == relate(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The trial starts on the first Monday in October 2024.", "The trial starts on 7 October 2024."),
        ("The shop opened in Q4 2020.", "The shop opened in the last three months of 2020."),
    ],
)
def test_a_time_told_in_another_way_is_no_contradiction(one: str, other: str) -> None:
    found = relate(one, other)
    assert found.relation is not CONFLICT and not found.opposed


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        (
            "Der Umbau der Halle kostet die Stadt zwölf Komma fünf Millionen Euro.",
            "Der Umbau der Halle kostet die Stadt 12,5 Millionen Euro.",
        ),
        (
            "Der Umbau der Halle kostet die Stadt dreieinhalb Millionen Euro.",
            "Der Umbau der Halle kostet die Stadt 3,5 Millionen Euro.",
        ),
        (
            "El ayuntamiento pagó por las sillas y por la obra dos millones y medio de euros.",
            "El ayuntamiento pagó por las sillas y por la obra 2,5 millones de euros.",
        ),
        (
            "De stad heeft twee en een half miljoen euro betaald voor de brug.",
            "De stad heeft 2,5 miljoen euro betaald voor de brug.",
        ),
    ],
)
def test_a_number_in_words_of_which_half_is_read_contradicts_nothing(words: str, digits: str) -> None:
    assert relate(words, digits).relation is not CONFLICT


def test_a_number_in_words_of_another_language_is_met_by_its_digits() -> None:
    told = "Die Sitzung begann um zwölf Uhr in der Halle.", "Die Sitzung in der Halle begann um 12 Uhr."
    assert relate(*told).relation is SAME


def test_what_happened_in_two_years_is_never_the_same() -> None:
    found = relate("In 2018 the harvest failed.", "In 2020 the harvest failed.")
    assert found.relation is not SAME and found.reason == "date differs: 2018 against 2020"


@pytest.mark.parametrize("text", ["", " ", "!", "7", "It rains.", "x" * 5000, "Not no never nothing.", "\x00 ½ 𝟙 ٣"])
def test_a_claim_is_the_same_as_itself(text: str) -> None:
    assert relate(text, text) == Related(SAME, 1.0, "the same words")


WORDS = [
    *[
        "the",
        "a",
        "not",
        "no",
        "never",
        "rose",
        "fell",
        "5",
        "7",
        "%",
        "2019",
        "March",
        "in",
        "to",
        "from",
        "than",
        "more",
        "less",
        "may",
        "only",
        "if",
        "some",
        "all",
        "Vienna",
        "Nokia",
    ],
    *[
        "bank",
        "river",
        "tax",
        "by",
        "about",
        "at",
        "least",
        "km",
        "miles",
        "sold",
        "bought",
        "before",
        "after",
        "Q3",
        "1/2",
        "€3m",
        "'x'",
        "-",
        "(",
        ")",
        ".",
    ],
]
CLAIMS = st.one_of(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), st.text(max_size=60))


@settings(max_examples=80, deadline=None)
@given(CLAIMS, CLAIMS)
def test_either_side_first_gives_the_same(one: str, other: str) -> None:
    found = relate(one, other)
    assert found == relate(other, one)
    assert 0 <= found.score <= 1 and round(found.score, 3) == found.score
    assert found.reason


@settings(max_examples=40, deadline=None)
@given(CLAIMS)
def test_every_claim_is_the_same_as_itself(text: str) -> None:
    assert relate(text, text).relation is SAME
    assert relate(text, f"  {text} ").relation is SAME


def test_reasons_name_what_differs() -> None:
    assert "59.3" in relate("The model scored 59.3.", "The model scored 61.6.").reason
    assert "Vienna" in relate("The pact was signed in Vienna.", "The pact was signed in Geneva.").reason
    assert "rose" in relate("Sales rose in March.", "Sales fell in March.").reason


def test_what_two_claims_are_opposed_in_is_told() -> None:
    found = relate("The grant pays 44 million euros.", "In all, the grant pays out 31 million euros.")
    assert found.opposed > 0 and "44" in found.over
    found = relate("The grant pays 44 million euros.", "The grant is worth 44 million euros.")
    assert (found.opposed, found.over) == (0.0, "")


def test_empty_claims_are_related_to_nothing() -> None:
    assert relate("", "The sky is blue.").relation is APART


def test_what_is_too_long_for_a_claim_is_not_compared() -> None:
    long = "3-1 " * 5000
    assert relate(long, long).relation is SAME
    assert relate(long, f"{long} not").relation is APART


def test_version_names_the_weights() -> None:
    weights = files("moot").joinpath("weights/relation.json").read_bytes()
    assert VERSION.split("+")[0].isdigit() and "minilm" in VERSION
    assert hashlib.sha256(weights).hexdigest()[:12] in VERSION


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The battery ferry Lomvi missed 41 crossings because of charging faults.",
            "The operator Fjordline Local says the battery ferry missed 63 crossings because of charging faults.",
        ),
        ("Die Jahresarbeitszahl der Wärmepumpe betrug 3,4.", "Die Jahresarbeitszahl der Wärmepumpe beträgt 4,1."),
    ],
)
def test_neither_who_says_it_nor_the_notation_hides_that_figures_differ(one: str, other: str) -> None:
    found = relate(one, other)
    assert found.relation is CONFLICT and "figure differs" in found.reason


@pytest.mark.parametrize(
    ("fuller", "lesser"),
    [
        ("Work begins in May 2026; dosing goes on until the last pipe is gone.", "Work begins in May 2026."),
        (
            "The survey, by one count, found 31 nests on the north cliff.",
            "The survey found 31 nests on the north cliff.",
        ),
        ("North cliff · Nests, first count: 31", "North cliff · Nests: 31"),
    ],
)
def test_a_claim_includes_one_that_says_less_and_not_the_other_way_round(fuller: str, lesser: str) -> None:
    assert includes(fuller, lesser) and not includes(lesser, fuller)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The survey found 31 nests.", "The survey found 31 nests."),
        ("The survey found 31 nests on the cliff.", "The survey found 34 nests."),
        ("The survey may have found 31 nests on the cliff.", "The survey found 31 nests."),
        ("The survey found no nests on the cliff in May.", "The survey found nests on the cliff."),
        ("The survey found 31 nests if both counts hold.", "The survey found 31 nests."),
        ("Imports, as in spring, outstripped exports in May.", "In May exports outstripped imports."),
        ("The survey found 31 nests on the cliff.", "The survey found 31 nests and 12 chicks."),
        ("Harrow sold 31 boats in May.", "Marsh sold 31 boats."),
    ],
)
def test_a_claim_that_differs_or_lacks_something_includes_nothing(one: str, other: str) -> None:
    assert not includes(one, other)


def test_what_a_claim_lacks_of_another_is_a_figure_or_a_time() -> None:
    fuller = "The survey found 31 nests and 12 chicks on the cliff in May 2026."
    assert lacking("The survey found 31 nests on the cliff.", fuller) and not lacking(
        fuller, "The survey found 31 nests."
    )
    assert "31" in lacking("The survey found 34 nests.", "The survey found 31 nests.")


def test_a_figure_without_a_unit_is_in_what_tells_it_with_one() -> None:
    """The caption of its table may hold the unit; what tells the unit tells more."""
    bare, whole = "Old Harbour · Waterworks 2023: 19.2", "Old Harbour · Waterworks 2023: 19.2 µg/l"
    assert not lacking(whole, bare) and lacking(bare, whole)
    assert lacking("Old Harbour · Waterworks 2023: 19.4 µg/l", bare)
    assert lacking("The kiln burned 40 tonnes at 900 °C.", "The kiln burned 60 at 900 °C.")
    assert lacking("The kiln burned 40 tonnes.", "The kiln burned 40 bricks.")


def test_what_tells_a_time_more_exactly_lacks_no_rougher_one() -> None:
    rough, exact = "In March 2026 the vote was held.", "The vote was held on 10 March 2026."
    assert not lacking(exact, rough) and "10 March" in lacking(rough, exact)
    crossed = (
        "In March 2026 the vote was held, and counted on 4 May.",
        "On 10 March 2026 the vote was held; counted in May.",
    )
    assert lacking(*crossed) and lacking(*reversed(crossed))


def test_what_had_happened_by_a_time_is_told_more_exactly_by_a_day_within_it() -> None:
    by, on = "62 % had died by October 2024.", "On 3 to 5 October 2024 62 % had died."
    assert lacking(by, on) and not lacking(on, by)
    assert lacking("The gate was open until October 2024.", "The gate was open on 3 to 5 October 2024.")
    assert lacking("On 3 to 5 October 2024 the gate was open.", "The gate was open until October 2024.")


def test_a_bound_that_the_other_figure_does_not_keep_is_seen_however_unlike_the_words_are() -> None:
    bay = "Oxygen in the bay was never below 4 mg/l in the summer of 2024."
    assert glimpse(bay, "On the night of 21 July 2024 the minimum was 0.8 mg/l at T6.").broken
    assert glimpse(bay, "A minimum of 0.8 mg/l was measured at T6 on 21 July 2024.").broken
    assert not glimpse(bay, "On the night of 21 July 2024 the minimum was 5.8 mg/l at T6.").broken
    assert not glimpse(bay, "On the night of 21 July 2023 the minimum was 0.8 mg/l at T6.").broken


def test_what_parts_add_up_to_is_no_bound() -> None:
    """ "Up to 32" is at most 32; what adds up to 32 is 32."""
    stated = "The town pays 18 million euros and the port 14 million euros, together 32 million euros."
    added = "The town's 18 million euros and the port's 14 million euros add up to 32 million euros of the loan of 44."
    assert not lacking(added, stated)
    assert "at most" in lacking(added.replace("add up to 32", "pay up to 33"), stated.replace("er 32", "er 33"))
    assert relate("The costs add up to £449,100.", "The costs come to £449,100.").relation is SAME
    assert relate("The costs may add up to £449,100.", "The costs add £449,100.").relation is not SAME


@pytest.mark.parametrize(
    "lead",
    ["As the report puts it, ", "According to the report, ", "The report says that ", "In the words of the minutes, "],
)
def test_where_it_was_read_makes_a_claim_say_no_more(lead: str) -> None:
    assert relate(f"{lead}the road is unsafe.", "The road is unsafe.").relation is Relation.SAME
    assert relate(f"{lead}the road is unsafe.", "The road is unsafe at night.").relation is Relation.APART


def test_what_a_source_is_said_to_be_is_no_lead_where_it_tells_a_time_or_is_the_subject() -> None:
    surveys = ("In the 2019 survey, 40 % agreed with the plan.", "In the 2024 survey, 30 % agreed with the plan.")
    assert relate(*surveys).relation is Relation.APART
    assert relate("The programme has ended in May.", "The survey has ended in May.").relation is Relation.APART


def test_which_of_two_numbered_things_comes_first_is_not_the_same_in_either_order() -> None:
    told = relate("Unit 2 will be shut down before Unit 3.", "Unit 3 will be shut down before Unit 2.")
    assert told.relation is Relation.CONFLICT
    again = relate("Unit 2 will be shut down before Unit 3.", "Before Unit 3, Unit 2 will be shut down.")
    assert again.relation is Relation.SAME


def test_bare_millions_are_of_the_currency_that_the_claim_names() -> None:
    cost = "The hall cost 12 million euros in all, 3 million more than planned."
    told = "In total the hall cost 12 million euros; {} million had been planned."
    assert relate(cost, told.format(9)).relation is Relation.SAME
    assert relate(cost, told.format(5)).relation is Relation.CONFLICT


@pytest.mark.parametrize(("when", "alike"), [("", True), (" in winter", False), (" in 2024", False)])
def test_a_time_that_only_one_tells_may_make_two_things_of_it(when: str, alike: bool) -> None:
    one, other = "The crossing takes 35 minutes.", f"The crossing takes 50 minutes{when}."
    assert glimpse(one, other).otherwise_alike is alike
