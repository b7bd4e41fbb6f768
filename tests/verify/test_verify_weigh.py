from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from moot.verify import verify
from moot.verify.weigh import weigh
from moot.words import Finding, Outcome


def finding(check: str, outcome: Outcome = Outcome.FAILS, gate: bool = False, score: float | None = None) -> Finding:
    return Finding(check=check, version="1", claim="c1", outcome=outcome, gate=gate, reason=f"of {check}", score=score)


def entailment(score: float) -> Finding:
    return finding("entailment", Outcome.HOLDS if score > 0.5 else Outcome.FAILS, score=score)


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


def test_one_claim_against_passages() -> None:
    passages = ["Alpha reaches 61.6 % on the test.", "Beta reaches 59.3 % on the same test."]
    good = verify("Beta reaches 59.3 % on the test.", passages)
    assert good.outcome is Outcome.HOLDS and good.places[0].source == "S2"
    bad = verify("Beta reaches 64.1 % on the test.", passages)
    assert bad.outcome is Outcome.FAILS and bad.score == 0 and "64.1" in bad.reason
    assert verify("Zebras migrate.", passages).outcome is Outcome.FAILS
