"""Claims in other words than their source: what differs is seen, and nothing where nothing differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.verify.causes import Causes
from moot.verify.comparing.language import Evidence, LanguageSignal
from moot.verify.comparing.paired import pair, read
from moot.verify.direction import Direction
from moot.verify.hedges import Conditions
from moot.verify.negation import Negation
from moot.verify.roles import Roles
from moot.verify.scope import Scope

FERRY = "The ferry to Ulm island now stops at the old pier."
DIFFER = [
    (Negation(), "The ferry also calls at the old quay.", "The ferry does not call at the old quay."),
    (Negation(), "The ferry does not call at the old quay.", "The ferry calls at the old quay every hour."),
    (
        Negation(),
        "Members voted to let dogs ride on the boats.",
        "The motion to allow dogs on the boats was rejected.",
    ),
    (
        Direction(),
        "Repairs of the mill roof ended somewhat ahead of the planned date.",
        "Repairs of the mill roof were finished nine days behind the planned date.",
    ),
    (Direction(), "Rosa Quint defeated Ada Brandt for the chair.", "For the chair, Ada Brandt beat Rosa Quint."),
    (
        Direction(),
        "The road was moved from the east bank to the west bank.",
        "In May the road moved from the west bank to the east bank.",
    ),
    (
        Conditions(),
        "The ferries will run all night in August.",
        "The boats run all night in August, funding permitting.",
    ),
    (
        Conditions(),
        "The mill burned down because of a faulty heater in the loft.",
        "The mill burned down, presumably because of a faulty heater in the loft.",
    ),
    (
        Causes(),
        "Fewer people used the ferry because the bridge had opened.",
        "The bridge opened in May.\nFewer people used the ferry in June than in April.",
    ),
    (
        Roles(),
        "Rosa Quint refused to sign the lease of the mill.",
        "Ada Brandt would not sign the lease of the mill.\nRosa Quint keeps the museum's books.",
    ),
]
AGREE = [
    (Negation(), "The ferry also calls at the old quay.", "The ferry calls at the old quay."),
    (Negation(), "The ferry no longer calls at the old quay.", "The ferry stopped calling at the old quay."),
    (
        Direction(),
        "Repairs of the mill roof ended somewhat later than planned.",
        "Repairs of the mill roof were finished nine days behind the planned date.",
    ),
    (Direction(), "Ada Brandt defeated Rosa Quint for the chair.", "For the chair, Ada Brandt beat Rosa Quint."),
    (Direction(), "Rosa Quint was beaten by Ada Brandt for the chair.", "For the chair, Ada Brandt beat Rosa Quint."),
    (
        Direction(),
        "The road was moved from the east bank to the west bank.",
        "In May the road moved from the east bank to the west bank.",
    ),
    (
        Conditions(),
        "If money is found, the ferries will run all night in August.",
        "The boats run all night in August, funding permitting.",
    ),
    (
        Conditions(),
        "The mill probably burned down because of a faulty heater in the loft.",
        "The mill burned down, presumably because of a faulty heater in the loft.",
    ),
    (
        Causes(),
        "Fewer people used the ferry because the bridge had opened.",
        "The opening of the bridge led to fewer people on the ferry.",
    ),
    (
        Roles(),
        "Ada Brandt refused to sign the lease of the mill.",
        "Ada Brandt would not sign the lease of the mill.\nRosa Quint keeps the museum's books.",
    ),
    (Scope(), "Every boat of the fleet carries a radio.", "All boats of the fleet carry a radio."),
]


def said(signal: LanguageSignal, claim: str, source: str) -> str:
    return signal.seen(claim, Evidence(tuple(source.split("\n")))).differs


@pytest.mark.parametrize(("signal", "claim", "source"), DIFFER)
def test_what_differs_is_told(signal: LanguageSignal, claim: str, source: str) -> None:
    assert said(signal, claim, source)


@pytest.mark.parametrize(("signal", "claim", "source"), AGREE)
def test_rewording_is_no_difference(signal: LanguageSignal, claim: str, source: str) -> None:
    assert said(signal, claim, source) == ""


@pytest.mark.parametrize(("signal", "claim", "source"), DIFFER)
def test_a_source_too_far_away_says_nothing(signal: LanguageSignal, claim: str, source: str) -> None:
    assert said(signal, claim, "Prices of barley rose on the exchange.\nNo rain fell.\nIf asked, he may sing.") == ""


def test_words_that_mean_the_same_meet() -> None:
    both = pair("The threshold for quick repairs was lifted.", "The limit for fast repairs was raised.")
    assert both.of_claim() > 0.5
    assert both.of_claim() > pair("The threshold for quick repairs was lifted.", FERRY).of_claim() + 0.2


TEXTS = st.sampled_from([FERRY, "", "İstanbul’un 3,5 %", "\x00 ‮ 5", "ǅ ŉ ß 12.50€"]) | st.text(max_size=40)


@given(TEXTS, TEXTS)
def test_any_text_is_read(claim: str, unit: str) -> None:
    both = pair(claim, unit)
    assert both.met.shape == (len(both.claim.words), len(both.unit.words))
    assert -1.001 <= both.of_claim() <= 1.001
    for signal in (Negation(), Direction(), Conditions(), Causes(), Roles(), Scope()):
        assert isinstance(said(signal, claim, unit), str)


@given(TEXTS)
def test_a_text_meets_itself(text: str) -> None:
    words = read(text).words
    assert pair(text, text).of_claim() == pytest.approx(1.0 if words else 0.0)
