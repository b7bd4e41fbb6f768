from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.verify import verify
from moot.verify.weigh import weigh
from moot.words import Finding, Outcome, Place, Vote


def finding(check: str, outcome: Outcome = Outcome.FAILS, gate: bool = False, score: float | None = None) -> Finding:
    return Finding(check=check, version="1", claim="c1", outcome=outcome, gate=gate, reason=f"of {check}", score=score)


def entailment(score: float) -> Finding:
    return finding("entailment", Outcome.HOLDS if score > 0.5 else Outcome.FAILS, score=score)


def voted(**scores: float) -> Finding:
    """Of both shipped verifiers."""
    votes = tuple(Vote(by=by, score=score, supports=score >= 0.5) for by, score in scores.items())
    return entailment(statistics.fmean(scores.values())).model_copy(update={"votes": votes})


def test_no_wording_outweighs_a_failed_gate() -> None:
    weighed = weigh([entailment(0.99), finding("figures", gate=True)])
    assert weighed.probability == 0 and not weighed.supported and weighed.reason == "of figures"


def test_signals_that_fail_outweigh_good_wording() -> None:
    assert weigh([entailment(0.8)]).supported
    assert not weigh([entailment(0.8), finding("direction"), finding("negation")]).supported


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_support_never_weighs_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert weigh([entailment(low)]).probability <= weigh([entailment(high)]).probability


@given(st.lists(st.sampled_from(["negation", "names", "scope", "causes"]), max_size=4, unique=True), st.floats(0, 1))
def test_more_doubts_never_weigh_less(checks: list[str], score: float) -> None:
    doubts = [finding(check) for check in checks]
    assert weigh([entailment(score), *doubts]).probability <= weigh([entailment(score), *doubts[1:]]).probability


def test_a_plain_contradiction_does_not_pass_for_its_wording() -> None:
    assert not weigh([voted(embedded=0.88, trained=0.72), finding("direction", score=0.0)]).supported
    assert weigh([voted(embedded=0.88, trained=0.72)]).supported


def test_a_signal_that_is_as_good_as_a_proof_weighs_more_than_one_that_only_misses_something() -> None:
    good = voted(embedded=0.9, trained=0.79)
    assert weigh([good, finding("scope")]).supported
    assert not weigh([good, finding("scope", score=0.0)]).supported


def test_what_one_signal_bears_out_does_not_speak_against_another() -> None:
    borne = finding("direction", Outcome.HOLDS, score=1.0)
    assert weigh([entailment(0.4), borne]).supported
    assert not weigh([voted(embedded=0.88, trained=0.72), borne, finding("attribution", score=0.0)]).supported


def test_words_that_are_quoted_do_not_help_where_they_are_given_to_another() -> None:
    good, quoted = voted(embedded=0.9, trained=0.79), finding("quotations", Outcome.HOLDS)
    assert weigh([good, quoted, finding("roles")]).supported
    assert not weigh([good, quoted, finding("roles", score=0.0)]).supported
    fair = voted(embedded=0.5, trained=0.5)
    assert weigh([fair, quoted]).supported
    assert not weigh([fair, quoted, finding("roles")]).supported


def test_wording_alone_does_not_outweigh_figures_that_are_computed() -> None:
    place = Place(source="S1", passage="S1.1", start=0, end=2)
    computed = finding("figures", Outcome.HOLDS, score=0.9).model_copy(update={"places": (place,)})
    poor = voted(embedded=0.3, trained=0.3)
    assert not weigh([poor]).supported
    assert weigh([poor, computed]).supported
    assert not weigh([poor, computed, finding("scope")]).supported


def test_what_a_signal_has_reckoned_bears_a_claim_out_whose_words_the_evidence_has_not() -> None:
    poor = voted(embedded=0.4, trained=0.3)
    assert not weigh([poor, finding("direction", Outcome.HOLDS)]).supported
    assert weigh([poor, finding("direction", Outcome.HOLDS, score=1.0)]).supported
    assert not weigh([poor, finding("topic", Outcome.HOLDS, score=1.0)]).supported  # This only compares wording.


def test_a_missing_figure_weighs_as_much_as_it_speaks_against_the_claim() -> None:
    good = voted(embedded=0.9, trained=0.79)
    told = [weigh([good, finding("figures", score=score)]).probability for score in (0.0, 0.004, 0.1, 0.3, 0.45)]
    assert told == sorted(told) and told[0] < told[-1]


def test_a_judge_is_not_overruled_by_wording() -> None:
    approves = finding("judge", Outcome.HOLDS)
    assert weigh([voted(embedded=0.0, trained=0.2), approves]).supported
    assert not weigh([voted(embedded=1.0, trained=0.82), finding("judge")]).supported


def test_who_reads_claim_and_text_together_counts_more_than_who_compares_words() -> None:
    assert not weigh([voted(embedded=0.9, trained=0.1)]).supported
    assert weigh([voted(embedded=0.1, trained=0.9)]).supported


@pytest.mark.parametrize("score", [0.02, 0.04, 0.06, 0.08])
def test_a_sentence_that_only_its_wording_speaks_against_is_not_settled(score: float) -> None:
    weighed = weigh([entailment(score)])
    assert not weighed.supported and not weighed.settled


def test_what_a_verifier_is_nearly_sure_of_is_not_settled_by_wording_either() -> None:
    unsure, sure = (weigh([voted(embedded=0.02, trained=score)]) for score in (0.34, 0.28))
    assert not unsure.supported and not unsure.settled
    assert not sure.supported and sure.settled


def test_another_subject_and_no_word_in_common_is_settled() -> None:
    weighed = weigh([voted(embedded=0.02, trained=0.05), finding("topic")])
    assert not weighed.supported and weighed.settled
    assert weigh([entailment(0.9), finding("topic")]).probability < weigh([entailment(0.9)]).probability


PLACE = Place(source="S1", passage="S1.1", start=0, end=2)


def test_figures_that_were_recomputed_outweigh_low_wording_and_figures_that_were_found_do_not() -> None:
    found = finding("figures", Outcome.HOLDS).model_copy(update={"places": (PLACE,)})
    made = found.model_copy(update={"score": 0.93})
    assert not weigh([entailment(0.05), found]).supported
    assert weigh([entailment(0.05), made]).supported
    assert not weigh([voted(embedded=0.05, trained=0.3), made, finding("direction")]).supported


def test_other_words_than_those_of_the_source_speak_against_a_claim_only_so_far() -> None:
    probabilities = [weigh([voted(embedded=score, trained=0.7)]).probability for score in (0.02, 0.1, 0.5)]
    assert probabilities[0] == probabilities[1] < probabilities[2]
    assert weigh([voted(embedded=0.02, trained=0.7)]).supported


def test_the_audit_of_a_sentence_in_words_of_its_own_rests_on_its_figures() -> None:
    table = "| Estate | Vacant flats |\n|---|---|\n| Alder | 15 |\n| Birch | 21 |\n| Cedar | 12 |\n"
    assert verify("On the three estates, 48 flats in all stood vacant.", [table]).outcome is Outcome.HOLDS
    assert verify("On the three estates, 58 flats in all stood vacant.", [table]).outcome is Outcome.FAILS


def test_one_claim_against_passages() -> None:
    passages = ["Alpha reaches 61.6 % on the test.", "Beta reaches 59.3 % on the same test."]
    good = verify("Beta reaches 59.3 % on the test.", passages)
    assert good.outcome is Outcome.HOLDS and good.places[0].source == "S2"
    bad = verify("Beta reaches 64.1 % on the test.", passages)
    assert bad.outcome is Outcome.FAILS and bad.score == 0 and "64.1" in bad.reason
    assert verify("Zebras migrate.", passages).outcome is Outcome.FAILS


def test_reasons_are_joined_without_the_stops_that_seats_end_theirs_with() -> None:
    said = finding("judge").model_copy(update={"reason": "not said: It is silent on that."})
    named = finding("names").model_copy(update={"reason": "“Maier” is named nowhere"})
    assert weigh([said, named]).reason == "not said: It is silent on that; “Maier” is named nowhere"
