"""Figures and what they belong to."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.evidence.library import Library
from moot.verify.figures import Figures
from moot.verify.subjects import Subjects
from moot.words import Claim, Outcome

TABLES = library("""# Trials

| Group | People | Ulcers 2022 | Ulcers 2023 | Mean age |
|---|---|---|---|---|
| Monthly check | 428 | 21 | 24 | 58 |
| Quarterly check | 451 | 38 | 40 | 63 |
| Usual care | 405 | 46 | 47 | 66 |
| Total | 1,284 | 105 | 111 | 62 |

| Rank | Club | Version | Mean gate | Yield (t/ha) |
|---|---|---|---|---|
| 1 | North | 3.8 | 2,140 | 8.1 |
| 2 | North | 4.0 | 3,415 | 9.3 |
| 3 | South | 3.8 | 1,260 | 7.2 |
""")
PROSE = library(
    "Vacancy: central district 4.1 %; harbour 10.2 %; airport corridor 17.6 %.\n\n"
    "In the series 71 dogs had kidney injury, 29 dogs had liver involvement and 22 had both.\n\n"
    "Alder, Birch and Cedar scored 61.6, 59.3 and 57.0 points respectively.\n\n"
    "Books brought in £1,130, bric-a-brac £1,905 and clothes £2,480."
)


def asked(text: str) -> Claim:
    known = TABLES if any(word in text for word in ("check", "care", "North", "South", "group")) else PROSE
    return claim(text, *(cite(known, passage.text) for passage in known.passages))


def judged(text: str) -> tuple[bool, bool, str]:
    """Whether the gate and the signal hold, and what was said."""
    mine = asked(text)
    known = TABLES if mine.citations[0].quote in TABLES.documents[0].text else PROSE
    gate = only(Figures().findings([mine], known))
    signal = only(Subjects().findings([mine], known))
    assert gate.gate and not signal.gate
    return gate.outcome is Outcome.HOLDS, signal.outcome is Outcome.HOLDS, f"{gate.reason}; {signal.reason}"


@pytest.mark.parametrize(
    "text",
    [
        "The monthly check group had 21 ulcers in 2022.",
        "With a quarterly check 40 ulcers were seen in 2023.",
        "Under usual care 46 ulcers were seen, against 21 with a monthly check.",
        "Of the 1,284 people in all groups, 405 had usual care.",
        "With a monthly check there were 25 fewer ulcers in 2022 than under usual care.",
        "North 4.0 had a mean gate of 3,415.",
        "North's version 3.8 yields 8.1 t/ha, South's 7.2 t/ha.",
        "The harbour stands at 10.2 %, the airport corridor at 17.6 %.",
        "71 dogs had kidney injury and 29 liver involvement.",
        "Birch scored 59.3 points.",
        "Bric-a-brac made £1,905.",
    ],
)
def test_figures_of_what_they_are_said_of_hold(text: str) -> None:
    assert judged(text)[:2] == (True, True), judged(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The quarterly check group had 21 ulcers in 2022.", "21 is that of “Monthly check”, “Quarterly check” has 38"),
        ("Usual care was given to 451 people.", "451 is that of “Quarterly check”, “Usual care” has 405"),
        ("The monthly check group had 24 ulcers in 2022.", "another column: 24 is that of “Ulcers 2023”"),
        ("South had a mean gate of 2,140.", "2,140 is that of “North 3.8”, “South 3.8” has 1,260"),
        ("Vacancy in the harbour is 17.6 %.", "17.6 % is of “airport corridor”, “harbour” has 10.2 %"),
    ],
)
def test_a_figure_of_another_fails(text: str, said: str) -> None:
    gate, _, reason = judged(text)
    assert not gate, reason
    assert said in reason


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Usual care had 21 ulcers in 2022, and a monthly check 46.", "21 is that of “Monthly check”"),
        ("Kidney injury was seen in 29 dogs.", "29 is of"),
        ("Cedar scored 61.6 points.", "61.6 points is of “Alder”, “Cedar” has 57.0 points"),
    ],
)
def test_where_the_claim_names_both_it_is_only_likely(text: str, said: str) -> None:
    gate, signal, reason = judged(text)
    assert not (gate and signal), reason
    assert said in reason


FEVER = library("""# A trial

The test was passed by 78.9 % of those aged 60 to 69 and 61.4 % of those aged 80 and over.

They trade on 9.8 times our estimate of 2026 earnings, against 12.6 times for the sector. Reasons are given within 21
days of a request, made within 60 days.

| Event | RVX-2 | Dummy |
|---|---|---|
| Cough | 22.4 | 9.8 |
| Fever | 2.3 | 1.9 |

Table 1: Events within 7 days, per cent of people
""")


@pytest.mark.parametrize(
    "text",
    [
        "In the oldest group, 80 and above, the test was passed by 61.4 %.",
        "The shares trade lower than the sector, at 9.8 against 12.6 times earnings.",
        "Reasons are given within 21 days of a request made within 60 days.",
        "Fever was seen in 2.3 % of people, hardly more than with the dummy.",
        "Cough was more than twice as common after RVX-2 as with the dummy (22.4 % against 9.8 %).",
    ],
)
def test_a_figure_whose_own_words_the_claim_has_is_not_that_of_another(text: str) -> None:
    mine = claim(text, *(cite(FEVER, passage.text) for passage in FEVER.passages))
    gate, signal = only(Figures().findings([mine], FEVER)), only(Subjects().findings([mine], FEVER))
    assert (gate.outcome, signal.outcome) == (Outcome.HOLDS, Outcome.HOLDS), f"{gate.reason}; {signal.reason}"


def test_the_caption_below_a_table_gives_its_unit() -> None:
    mine = claim("Fever was seen in 22.4 % of people.", *(cite(FEVER, passage.text) for passage in FEVER.passages))
    assert "22.4 % is that of “Cough”, “Fever” has 2.3" in only(Figures().findings([mine], FEVER)).reason


BOARDS = (
    "| Board | Idle current (mA) | Active current (mA) |\n|---|---|---|\n| Kestrel | 2 | 14 |\n| Merlin | 3 | 19 |\n"
)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Kestrel draws 14 mA when idle.", True),
        ("Kestrel's active current is 2 mA and its idle current 14 mA.", True),
        ("Kestrel draws 14 mA when active.", False),
        ("Kestrel's idle current is 2 mA, its active current 14 mA.", False),
        ("Kestrel draws 14 mA, far above what it draws when idle.", False),
        ("Kestrel has a current of 14 mA.", False),
    ],
)
def test_columns_whose_heads_share_words_are_told_apart_by_the_rest(text: str, doubted: bool) -> None:
    known = library(BOARDS)
    finding = only(Subjects().findings([claim(text, cite(known, "| Kestrel | 2 | 14 |"))], known))
    assert (finding.outcome is Outcome.FAILS) is doubted, finding.reason


def test_a_figure_of_another_row_scores_none_at_all_where_it_is_not_proven() -> None:
    other = only(Subjects().findings([asked("With 40 ulcers in 2023 usual care came second.")], TABLES))
    assert other.outcome is Outcome.FAILS and "another row" in other.reason and other.score == 0
    clause = only(Subjects().findings([asked("The airport corridor had a vacancy of 10.2 %.")], PROSE))
    assert clause.score is None


VOTES = library("""# Ballots

| Port | Members | For a strike | Against |
|---|---|---|---|
| Esk Haven | 880 | 447 | 160 |
| Dunmouth | 540 | 352 | 8 |
| Carrow | 610 | 390 | 74 |
""")


@pytest.mark.parametrize(
    ("text", "proven"),
    [
        ("In Esk Haven 352 members voted for a strike.", True),  # No "Haven 352".
        ("Esk Haven's 540 members were asked.", True),
        ("Against it were eight members in Carrow.", True),
        ("In Esk Haven 447 members voted for a strike.", False),
        ("Like the eight others, Carrow was asked.", False),  # Counts what is known already.
        ("No port but Carrow had more than eight members against it.", False),
    ],
)
def test_a_count_behind_a_name_or_in_words_has_its_row_too(text: str, proven: bool) -> None:
    asked = claim(text, *(cite(VOTES, passage.text) for passage in VOTES.passages))
    finding = only(Figures().findings([asked], VOTES))
    assert ("another row" in finding.reason) is proven, finding.reason


def test_a_number_in_the_name_of_a_row_is_no_figure_of_a_column() -> None:
    table = "| Model | Flow | Score |\n|---|---|---|\n| Aero 320 | 310 | 7.4 |\n| Nordvik 300 | 300 | 8.9 |"
    known = library(table)
    named = claim("The Nordvik 300 scored best.", cite(known, "Nordvik 300 | 300 | 8.9"))
    assert only(Subjects().findings([named], known)).outcome is Outcome.HOLDS


LEAGUE = library("""| Rank | Team | Goals | Points |
|---|---|---|---|
| 1 | SC Falken | 961 | 49 |
| 2 | TV Altstadt | 944 | 46 |
| 3 | VfL Hafen | 741 | 9 |
""")
STOCKS = library("""| Stock | Area | Catch (t) | Share (%) |
|---|---|---|---|
| Cod | North Bank | 17950 | 42 |
| Haddock | North Bank | 27280 | 35 |
| Herring | East Sea | 86200 | 28 |
""")


@pytest.mark.parametrize(
    ("text", "known", "reason"),
    [
        ("Hafen scored 944 goals.", LEAGUE, "944 is that of “TV Altstadt”, “VfL Hafen” has 741"),
        ("A share of 42 % of the herring is theirs.", STOCKS, "42 % is that of “Cod”, “Herring” has 28"),
    ],
)
def test_a_row_is_named_without_its_initials_and_without_what_rows_have_in_common(
    text: str, known: Library, reason: str
) -> None:
    mine = claim(text, *(cite(known, passage.text) for passage in known.passages))
    finding = only(Figures().findings([mine], known))
    assert finding.outcome is Outcome.FAILS and reason in finding.reason
