from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moot.errors import NotInstalled
from moot.text import reading
from moot.text.embedding import shared
from moot.text.reading import Network, network

BOARD = (
    "The harbour board said on Monday that it would close the north quay in 2024 if the ministry approved the plan. It "
    "employs forty people there, most of them welders. The union, which was not asked, called the plan reckless."
)


@settings(deadline=None, max_examples=20)
@given(claim=st.text(max_size=400), text=st.text(max_size=2000))
def test_each_answer_adds_up_to_one(claim: str, text: str) -> None:
    read = network().read(claim, text)
    assert math.isclose(sum(map(math.exp, (read.supported, read.contradicted, read.unsaid))), 1, rel_tol=1e-6)
    assert math.isclose(sum(map(math.exp, (read.same, read.conflict, read.apart))), 1, rel_tol=1e-6)


@pytest.mark.parametrize("sentence", BOARD.split(". "))
def test_a_sentence_is_supported_by_itself_however_short_the_text(sentence: str) -> None:
    assert network().read(sentence, sentence).supported > math.log(0.6)
    assert network().read(sentence, BOARD).supported > math.log(0.6)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The union was consulted about the plan.", BOARD),
        ("No welders work at the north quay.", BOARD),
        ("The choir sings on the second Sunday of the month.", BOARD),
    ],
)
def test_what_a_text_denies_or_does_not_say_is_not_supported(claim: str, text: str) -> None:
    assert network().read(claim, text).supported < math.log(0.35)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("The bridge opened to traffic in 1931.", "In 1931 the bridge was opened to traffic.", "same"),
        ("The bridge was finished before the war.", "Work on the bridge ended only after the war.", "conflict"),
        ("The bridge was finished before the war.", "The bridge is painted green every ten years.", "apart"),
    ],
)
def test_two_claims_say_the_same_or_contradict_each_other_or_neither(one: str, other: str, kind: str) -> None:
    for read in (network().read(one, other), network().read(other, one)):
        assert max(("same", "conflict", "apart"), key=lambda each: getattr(read, each)) == kind


def test_long_texts_are_cut_and_the_claim_first() -> None:
    long = BOARD * 30
    assert network().read("The union called it reckless.", long) == network().read(
        "The union called it reckless.", long + "And more."
    )
    assert network().read(long, BOARD) == network().read(long + "And more.", BOARD)


def test_other_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "WEIGHTS_SHA256", "0" * 64)
    with pytest.raises(NotInstalled, match="not the one"):
        Network(shared()).prepare()
