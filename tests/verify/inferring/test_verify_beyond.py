"""What an inference says beyond its premises is seen; what only says them in other words is left alone."""

from __future__ import annotations

import pytest
from verify_library import claim, document

from moot.evidence.library import Library
from moot.verify.inferring.beyond import Ground, beyond
from moot.verify.premises import Premises
from moot.words import ClaimKind, Outcome

WINTER = ("Transit Lab tested the Volta 12 in winter.", "The test ran over 1,200 km between December and February.")
DEPOT = (
    "The memo puts the depot connection at 3.1 million euros.",
    "The audit office puts the depot connection at 4.6 million euros.",
)
BOTH = (
    "In winter the Volta 12 was available on 89.5 % of days.",
    "In winter the Hydra FC was available on 81.0 % of days.",
)
SALES = ("Sales in the north rose by 12 % in 2024.", "Sales in the south fell by 3 % in 2024.")
CONTRACT = ("The contract may be cancelled if the grid connection is not confirmed before 30 June 2026.",)
BRIDGE = ("The bridge was closed in May after inspectors found cracks in two girders.",)
TIMETABLE = (
    "On ice days the crossing took 47 minutes.",
    "The bus timetable holds only if the crossing takes no more than 40 minutes, the adviser stated.",
)
RESERVE = (
    "The board permits Tern from 1 September instead of 1 May, while Gudrun has to be held in reserve until March.",
)
FERRY = (
    "Can the electric ferry replace the diesel ship at Brevik this year, what will it cost, and what is not settled?"
)
SHIP = ("The ferries\nThe diesel ship Gudrun has served Brevik since 1987, the electric ferry Tern since May.",)
WITNESSES = (
    "The mayor names cracks in the bridge, and closed it.",
    "The diver names a barge that ran into the bridge.",
)
ROOF = "Should the museum roof be covered with slate or zinc, what does each cost, and what is not settled?"
LICENCE = ("The licence expires on 31 December 2027.", "It may be renewed once, for five years.")


@pytest.mark.parametrize(
    ("text", "premises", "said"),
    [
        ("The mayor has approved the purchase.", WINTER, "“approved”, and no premise does"),
        ("The mayor bought ten of them.", WINTER, "“mayor” is in none"),
        ("The Volta 12 is the best bus on the market.", WINTER, "“best”, and its premises rank nothing"),
        ("Transit Lab and the Fraunhofer Institute tested the Volta 12.", WINTER, "Fraunhofer"),
        ("Transit Lab tested the Volta 12 for the DEKRA.", WINTER, "DEKRA"),
        ("Nobody disputes what the depot connection costs.", DEPOT, "“Nobody disputes”"),
        ("The memo and the audit office agree on the depot connection.", DEPOT, "“agree”"),
        ("The Hydra FC was more available than the Volta 12.", BOTH, "81.0 % against 89.5 %"),
        ("The Volta 12 was less available than the Hydra FC.", BOTH, "89.5 % against 81.0 %"),
        ("Of all buses the Volta 12 was the most available in winter.", BOTH, "rank nothing"),
        ("Sales fell in the north and rose in the south.", SALES, "“fell”, its premise “rose”"),
        ("Sales in the north rose because prices were cut.", SALES, "“because”, and no premise gives a cause"),
        ("The city has cancelled the contract.", CONTRACT, "which its premises leave open"),
        ("The grid connection has been confirmed.", CONTRACT, "which its premises leave open"),
        ("The licence was renewed for five years.", LICENCE, "only “may be renewed”"),
        ("The crossing took 47 minutes, and the timetable allows 47 minutes.", TIMETABLE, "“allows”"),
        ("The crossing took 47 minutes, and the board allowed it.", TIMETABLE, "“allowed”"),
        ("The crossing took 47 minutes, which is allowed.", ("The crossing took 47 minutes.",), "“allowed”"),
        ("The bridge was closed because of an earthquake.", BRIDGE, "no premise gives a cause"),
        ("Spare parts for the laboratory are kept in a cellar beside the harbour of the town.", SALES, "nothing on"),
        ("The museum makes a profit.", CONTRACT, "nothing on"),
        ("The witnesses disagree because the cracks grew.", WITNESSES, "no premise gives a cause"),
        ("The contested cracks caused the bridge to close.", WITNESSES, "no premise gives a cause"),
    ],
)
def test_what_no_premise_says_is_seen(text: str, premises: tuple[str, ...], said: str) -> None:
    assert said in beyond(text, Ground(premises))


@pytest.mark.parametrize(
    ("text", "premises"),
    [
        ("The Volta 12 was tried out in the cold months.", WINTER),
        ("What the depot connection costs is not agreed: the memo and the audit office differ.", DEPOT),
        ("The memo and the audit office do not agree on the depot connection.", DEPOT),
        ("Whether the council has accepted either figure is open.", (*DEPOT, "The council has not accepted a figure.")),
        ("The Volta 12 was more available than the Hydra FC.", BOTH),
        ("The Hydra FC was less available than the Volta 12.", BOTH),
        ("Of the two, the Volta 12 had the highest availability in winter.", BOTH),
        ("Business grew in the north and shrank in the south.", SALES),
        ("The city can leave the contract if the connection is not confirmed.", CONTRACT),
        ("The contract has not been cancelled.", CONTRACT),
        ("On ice days it took 47 minutes, longer than the 40 minutes that the bus timetable allows.", TIMETABLE),
        ("The timetable allows at most 40 minutes, and on ice days it took 47.", TIMETABLE),
        ("The 40 minutes allowed were not kept.", ("The crossing must not exceed 40 minutes.",)),
        ("The closure followed the discovery of damage by inspectors.", BRIDGE),
        ("The bridge was closed because of cracks.", (*BRIDGE, "The cracks were the reason for closing it.")),
        ("The approved programme costs 44 million euros.", ("The programme costs 44 million euros.",)),
        ("The judges were not unanimous.", ("Two of the three judges found for the tenant.",)),
        ("Part of the money is still uncertain.", ("The state grant has been applied for but not yet awarded.",)),
        (
            "Which figure holds is open, because the memo gives 3.1 million euros and the audit office 4.6 million.",
            DEPOT,
        ),
        ("Also open is what the connection costs.", DEPOT),
        ("What caused the bridge to close is contested: the mayor names cracks, the diver a barge.", WITNESSES),
        ("What led to the closing of the bridge is in dispute.", WITNESSES),
        ("The mayor and the diver disagree on what caused the bridge to close.", WITNESSES),
        ("Growth was lower in 2023 than in 2022.", ("Growth in 2023 was 2 percent, against 4 percent in 2022.",)),
        ("Rent increases have slowed.", ("Rent increases were 2 percent in 2023, against 4 percent in 2022.",)),
        ("The expansion would lower unit costs.", ("Unit costs fall with the size of the works.",)),
        ("The loss in the north was 4 percent.", ("Losses in the north rose by 4 percent.",)),
        ("Few of those asked answered, so the findings may not hold.", ("The survey had a response rate of 18 %.",)),
    ],
)
def test_the_premises_in_other_words_are_left_alone(text: str, premises: tuple[str, ...]) -> None:
    assert beyond(text, Ground(premises)) == ""


@pytest.mark.parametrize(
    "text",
    [
        "The diesel ship is therefore not fully replaced this year.",
        "So the electric ferry can replace the diesel ship this year only in part.",
        "At Brevik the diesel ship is needed this year too.",
        "What the electric ferry will cost is open by a wide margin.",
    ],
)
def test_words_of_the_question_and_of_concluding_are_no_new_matter(text: str) -> None:
    assert beyond(text, Ground(RESERVE)) != ""
    assert beyond(text, Ground(RESERVE, SHIP, FERRY)) == ""


@pytest.mark.parametrize(
    ("text", "question", "premise"),
    [
        ("The museum roof should be covered with slate.", ROOF, "The friends will give 25,000 euros."),
        ("The museum roof should be covered with zinc.", ROOF, "A load test was not made."),
        ("The electric ferry can replace the diesel ship this year.", FERRY, "Most islanders welcomed the trial."),
    ],
)
def test_a_reply_in_the_words_of_the_question_alone_rests_on_what_has_none_of_them(
    text: str, question: str, premise: str
) -> None:
    assert "nothing on" in beyond(text, Ground((premise,), SHIP, question))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The electric ferry was bought for the Wadden Institute.", "Wadden Institute"),
        ("The mayor wants the electric ferry this year.", "“mayor” is in none"),
        ("The board has rejected the diesel ship.", "“rejected”, and no premise does"),
        ("The electric ferry smells of fish and paint this year.", "nothing on “smells”, “fish”, “paint”"),
    ],
)
def test_what_is_neither_asked_nor_in_a_premise_is_seen(text: str, said: str) -> None:
    assert said in beyond(text, Ground(RESERVE, question=FERRY))


def test_a_name_that_the_premises_sources_have_may_be_said() -> None:
    said = "For reading documents the Lumen 3 is ahead of the Volta 12."
    premises = ("For reading documents it is ahead of the Volta 12.",)
    assert "Lumen" in beyond(said, Ground(premises))
    assert beyond(said, Ground(premises, ("The Lumen 3 was tested in March.",))) == ""


def test_other_languages_are_not_read() -> None:
    premises = ("Der Bus wurde im Winter von dem Labor getestet, und er fuhr zwölf Wochen lang.",)
    assert (
        beyond("Nach dem Versuch steht fest, dass das Fahrzeug in der kalten Zeit gefahren ist.", Ground(premises))
        == ""
    )
    assert beyond("The vehicle was driven in the cold season by a group of people.", Ground(premises)) == ""


def finding(text: str, *premises: str, question: str = "") -> tuple[Outcome, bool]:
    known = Library([document(1, "# Bus\n\nIt ran.")], question=question)
    claims = [claim(each, id=f"p{n}") for n, each in enumerate(premises)]
    ids = tuple(each.id for each in claims)
    inferred = claim(text, id="i", kind=ClaimKind.INFERRED, premises=ids)
    (found,) = (each for each in Premises().findings([*claims, inferred], known))
    return found.outcome, found.gate


def test_it_is_doubted_as_a_signal_and_a_figure_of_its_own_fails_as_a_gate() -> None:
    assert finding("The mayor has approved the purchase.", *WINTER) == (Outcome.FAILS, False)
    assert finding("The test ran over 1,300 km.", *WINTER) == (Outcome.FAILS, True)
    assert finding("The mayor has approved 1,300 of them.", *WINTER) == (Outcome.FAILS, True)
    assert finding("The test ran over 1,200 km in winter.", *WINTER) == (Outcome.HOLDS, True)


def test_the_question_is_that_which_the_sources_are_asked() -> None:
    said = "So the electric ferry can replace the diesel ship this year only from September."
    assert finding(said, *RESERVE) == (Outcome.FAILS, False)
    assert finding(said, *RESERVE, question=FERRY) == (Outcome.HOLDS, True)


def test_a_name_of_the_question_is_new_where_no_premise_and_no_source_has_it() -> None:
    question = "Did Minister Berg take bribes from Acme?"
    premises = ("In 2019 a minister took bribes from a firm.", "The firm paid 4 million in all.")
    assert "Berg" in beyond("In 2019 Minister Berg took bribes from Acme.", Ground(premises, (), question))
