from __future__ import annotations

import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.errors import UnknownModel, UsageError
from moot.verify import verify
from moot.verify.entailment import Entailment
from moot.verify.precision import REACHED, threshold
from moot.verify.referee import Referee, default_checks
from moot.verify.verifier import Pair, Score
from moot.words import Outcome

ROOT = Path(__file__).parents[2]
TEXT = "The harbour board said that the north pump lifts about 40 litres of water a second when it runs."


@given(st.floats(0.01, REACHED[-1][1]), st.floats(0.01, REACHED[-1][1]))
def test_a_higher_precision_never_asks_for_a_lower_probability(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert threshold(low) <= threshold(high)
    assert next(right for probability, right in REACHED if probability == threshold(high)) >= high


@pytest.mark.parametrize(
    ("precision", "said"),
    [(0.0, "0 is none"), (-1.0, "-1 is none"), (0.999, "cannot be promised"), (2.0, "2 is none")],
)
def test_what_is_no_share_or_was_not_reached_is_not_promised(precision: float, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        verify("The pump lifts 40 litres a second.", [TEXT], precision=precision)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The ferry carried 142,800 passengers in 2024.", "The ferry carried 148,200 passengers in 2024."),
        ("Fuel consumption fell to 421,000 litres in 2024.", "Fuel consumption fell to 412,000 litres in 2024."),
    ],
)
def test_the_place_of_a_wrong_figure_is_the_sentence_with_the_right_one(claim: str, sentence: str) -> None:
    text = "The ferry carried 148,200 passengers in 2024. Fuel consumption fell to 412,000 litres in 2024."
    found = verify(claim, [text])
    assert found.outcome is Outcome.FAILS
    assert [text[place.start : place.end] for place in found.places] == [sentence]


class Always:
    name, version, threshold = "always", "1", 0.5

    def score(self, pairs: Sequence[Pair]) -> list[Score | None]:
        return [Score(0.9, 0) for _ in pairs]


def test_each_verifier_says_what_it_votes() -> None:
    referee = Referee([Entailment([Always()])])
    found = verify("The north pump lifts about 40 litres of water a second.", [TEXT], referee)
    assert [(each.by, each.supports) for each in found.votes] == [
        ("embedded", True), ("trained", True), ("always", True)
    ]  # fmt: skip
    assert found.votes[-1].score == 0.9
    assert verify("", [TEXT]).votes == ()


@pytest.mark.parametrize("claim", ["The north pump lifts about 40 litres a second.", "The north pump lifts 60 litres."])
def test_what_is_said_three_thousand_times_is_asked_once(claim: str) -> None:
    begun = time.process_time()
    again = verify(" ".join([claim] * 3_000), [TEXT])
    assert again == verify(claim, [TEXT])
    assert time.process_time() - begun < 5


def test_one_string_is_one_passage() -> None:
    claim = "The north pump lifts about 40 litres of water a second."
    assert verify(claim, TEXT) == verify(claim, [TEXT]) == verify(claim, (text for text in [TEXT]))


@pytest.mark.parametrize(("claim", "passages", "said"), [(None, [TEXT], "claim"), ("x", [TEXT, b"y"], "passage 2")])
def test_what_is_no_string_is_said_to_be_none(claim: Any, passages: Any, said: str) -> None:
    with pytest.raises(TypeError, match=f"The {said} must be a string"):
        verify(claim, passages)


def test_a_precision_that_is_no_number_is_said_to_be_none() -> None:
    wrong: Any = "x"
    with pytest.raises(TypeError, match=r"The precision must be a number, such as 0\.9, not str\."):
        verify("The pump lifts 40 litres.", TEXT, precision=wrong)


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        ("Die Pumpe im Norden wurde für einen Tag abgestellt.", True),
        ("Es regnete 40 mm.", True),
        ("Il a plu 40 mm.", True),
        ("The north pump was not repaired.", False),
        ("A boy was hurt.", False),
        ("He met a king.", False),
        ("Van Dijk drizzled in El Paso.", False),
        ("Pump 3: 40 kg.", False),
    ],
)
def test_a_claim_in_another_language_than_its_evidence_is_said_to_be(claim: str, other: bool) -> None:
    found = verify(claim, TEXT)
    assert ("its evidence is in English: wording is compared within one language" in found.reason) is other


def test_where_wording_is_not_compared_and_nothing_differs_the_claim_is_unchecked() -> None:
    assert (
        verify("Die Pumpe im Keller hebt 40 Liter.", "The pump in the cellar lifts 40 litres.").outcome == "unchecked"
    )
    assert verify("Die Pumpe im Keller hebt 50 Liter.", "The pump in the cellar lifts 40 litres.").outcome == "fails"


def test_half_of_a_surrogate_pair_is_an_unknown_character() -> None:
    found = verify("The pump \ud800 lifts 40 litres.", f"\udcff {TEXT}")
    assert [place.end for place in found.places] == [len(TEXT) + 2]


def test_one_verifier_is_named_by_its_whole_name() -> None:
    with pytest.raises(UnknownModel, match="models/none"):
        default_checks("models/none")


def shown(call: str) -> str:
    """The one example of the documents that makes this call."""
    text = (ROOT / "docs" / "VERIFIERS.md").read_text()
    (code,) = [each for each in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if call in each]
    return code


def test_the_documents_show_how_a_claim_is_verified_and_a_report_audited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("MOOT_HOME", str(tmp_path))
    for call, told in (("verify(", "belongs to another"), ("moot.audit(", "contradicted")):
        exec(compile(shown(call), "VERIFIERS.md", "exec"), {})
        assert told in capsys.readouterr().out


def test_a_wish_for_more_precision_doubts_more() -> None:
    claim = "The pump lifts water for the town."
    score = verify(claim, [TEXT]).score
    assert score is not None
    found = {right: verify(claim, [TEXT], precision=right) for _, right in REACHED}
    assert all((each.outcome is Outcome.HOLDS) is (score >= threshold(right)) for right, each in found.items())
    doubted = [each for each in found.values() if each.outcome is Outcome.FAILS]
    assert doubted and all("are right" in each.reason for each in doubted)


def test_what_else_lies_in_the_folder_does_not_doubt_a_claim() -> None:
    pumps = f"{TEXT} It was serviced in March, when a valve was replaced and the shaft was oiled."
    choir = (
        "The water of the harbour pump was cold. The choir of the old town sings on the second Sunday of each month. "
        "Its tenor has had a cold since the feast of the patron saint, and the organist played alone. Tickets for the "
        "requiem are sold at the bakery by the square, and the basses bring wine."
    )
    claim = "The north pump lifts about 40 litres of water a second."
    alone, among = (verify(claim, texts) for texts in ([pumps], [pumps, choir]))
    assert alone.outcome is among.outcome is Outcome.HOLDS
    assert alone.score and among.score and among.score >= alone.score - 0.05


MUSEUM = (
    "The Kell lock museum had 9,800 visitors in 2025.",
    "Admission to the Kell lock museum is 4 euros. The Kell lock employs 23 keepers.",
)


@pytest.mark.parametrize(
    ("claim", "false"),
    [
        ("Admission to the Kell lock museum is 4 euros. Children pay nothing.", "Children pay nothing."),
        (
            "The Kell lock employs 23 keepers. the Kell lock is the best lock in Europe.",
            "the Kell lock is the best lock in Europe.",
        ),
    ],
)
def test_a_claim_is_as_good_as_its_worst_sentence_which_the_reason_names(claim: str, false: str) -> None:
    found = verify(claim, MUSEUM)
    assert found.outcome is Outcome.FAILS
    assert f"of “{false}” the evidence has too little" in found.reason


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The mayor resigned in May. This surprised nobody.", "Nobody was surprised when the mayor resigned in May."),
        ("Rents rose by 5%. The reason was scarcity.", "Because flats were scarce, rents rose by 5%."),
        ("Was the ferry late? It was.", "The ferry was late."),
        ("The temp. was 40 degrees at noon.", "At noon the temperature was 40 degrees."),
    ],
)
def test_a_sentence_that_leans_on_the_one_before_is_not_asked_alone(claim: str, text: str) -> None:
    assert verify(claim, [text]).outcome is Outcome.HOLDS


def test_sentences_that_are_all_borne_out_are_so_together_however_many() -> None:
    told = [
        "The lock opened in 1911.",
        "The gates were made of oak.",
        "A barge waits 58 minutes.",
        "The canal is 3 metres deep.",
        "The museum closes on Mondays.",
        "Swans nest below the weir.",
        "The bridge was painted green in spring.",
    ]
    assert verify(" ".join(told), told).outcome is Outcome.HOLDS


def test_exact_words_of_one_sentence_do_not_speak_for_the_next() -> None:
    said = "The board wrote: “The north pump lifts forty litres of water.”"
    found = verify(f"{said} The board gave the pump to the village.", [f"{said} It gave no other figure."])
    assert found.outcome is Outcome.FAILS


@pytest.mark.parametrize("text", ["😀" * 500, "…", "", "— ?!"])
@pytest.mark.parametrize("evidence", ["The quay was closed in May.", "😀 party 😀", "😀"])
def test_a_claim_without_a_word_says_nothing(text: str, evidence: str) -> None:
    finding = verify(text, evidence)
    assert (finding.outcome, finding.score) == (Outcome.FAILS, 0.0)
    assert finding.reason == "it has no word, and says nothing"


PAPERS = (
    "Nordal P200 circulation pump\n\nThe pump weighs 4.2 kilograms. The warranty is five years. It costs 289 euros.",
    "Ferrol Eco 25 circulation pump\n\nThe pump weighs 3.6 kilograms. The warranty is three years. It costs 342 euros.",
    "Notes of the caretaker\n\nWe need a pump that fits the old boiler. Nobody knows whether the Ferrol fits.",
)
"""Of two things of one kind, and of somebody who speaks of both."""


@pytest.mark.parametrize(
    ("claim", "outcome"),
    [
        ("The Nordal P200 weighs 4.2 kilograms.", Outcome.HOLDS),
        ("The Ferrol has a warranty of three years.", Outcome.HOLDS),
        ("The Nordal P200 weighs 4.2 kilograms, and the Ferrol Eco 25 weighs 3.6 kilograms.", Outcome.HOLDS),
        ("The Nordal P200 weighs 3.6 kilograms.", Outcome.FAILS),
        ("The Ferrol Eco 25 costs 289 euros.", Outcome.FAILS),
        ("The Nordal P200 has a warranty of three years.", Outcome.FAILS),
        ("The Nordal P200 weighs 3.6 kilograms, and the Ferrol Eco 25 weighs 4.2 kilograms.", Outcome.FAILS),
    ],
)
def test_what_the_paper_of_another_thing_says_bears_out_nothing(claim: str, outcome: Outcome) -> None:
    assert verify(claim, PAPERS).outcome is outcome


def test_two_papers_on_one_thing_bear_out_each_others_claims() -> None:
    papers = ("Nordal P200 pump\n\nIt costs 289 euros.", "Test of the Nordal P200\n\nThe pump weighs 4.2 kilograms.")
    for claim in ("The Nordal P200 costs 289 euros.", "The Nordal P200 weighs 4.2 kilograms."):
        assert verify(claim, papers).outcome is Outcome.HOLDS
