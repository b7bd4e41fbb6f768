from __future__ import annotations

import os
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from threading import Barrier, BrokenBarrierError
from unittest.mock import Mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moot.text.embedding import Encoder, Tokens, shared
from moot.verify.verifier import Pair
from moot.verify.verifiers.alignment import Read, Words, meet
from moot.verify.verifiers.embedded import Embedded, Raw, embedded

SENTENCES = (
    "The harbour was dredged in autumn.",
    "A bakery opened beside the old mill.",
    "The choir sings on the second Sunday of the month.",
    "Rain fell on the terraces for nine days.",
    "The tram line ends at the hospital.",
)


def raw(claim: str, *texts: str) -> Raw:
    found = embedded().measure([Pair(claim, texts)])[0]
    assert found is not None
    return found


def test_a_text_that_says_the_same_meets_every_word() -> None:
    same = raw(SENTENCES[0], SENTENCES[0])
    assert min(same.overlap, same.alignment, same.weakest, same.cosine) == pytest.approx(1, abs=1e-3)
    assert same.phrases > 0.9  # pieces of one word are not quite alike
    assert same.names == same.numbers == 0


def test_one_word_that_is_not_there_tells_more_on_the_weakest_than_on_the_mean() -> None:
    whole = raw("The harbour was dredged in autumn.", SENTENCES[0])
    odd = raw("The harbour was auctioned in autumn.", SENTENCES[0])
    assert whole.weakest - odd.weakest > 1.5 * (whole.alignment - odd.alignment) > 0


def test_words_that_stand_together_are_a_phrase_and_words_that_stand_apart_are_none() -> None:
    claim = "A striped umbrella stood by a wooden gate."
    together = raw(claim, "By the wooden gate stood a striped umbrella, and a chair was near it.")
    apart = raw(claim, "The umbrella was plain. Some way off, beyond striped walls, a gate stood. A chair was wooden.")
    assert together.overlap == apart.overlap
    assert together.phrases - apart.phrases > 3 * (together.alignment - apart.alignment)
    assert apart.weakest > 0.85  # every content word is there, whatever becomes of the small ones


def test_a_pair_that_several_drafts_have_is_measured_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = raw("The harbour was never dredged by a choir.", SENTENCES[0])
    monkeypatch.setattr(Encoder, "tokens", None)
    assert raw("The harbour was never dredged by a choir.", SENTENCES[0]) == first


def test_of_a_long_text_the_part_that_says_it_counts() -> None:
    claim = "The harbour was dredged in autumn."
    long = " ".join([*SENTENCES[1:] * 8, SENTENCES[0], *SENTENCES[1:] * 8])
    assert raw(claim, long).alignment > 0.75
    assert raw(claim, long).probability > raw(claim, " ".join(SENTENCES[1:] * 16)).probability + 0.3


def test_words_scattered_over_a_long_text_do_not_make_a_claim_of_it() -> None:
    claim, between = "The bridge was painted in spring by volunteers.", " ".join(SENTENCES[1:] * 5)
    parts = ("The bridge was old.", "It was spring.", "A wall was painted.", "The volunteers left.")
    scattered = raw(claim, f" {between} ".join(parts))
    assert scattered.overlap == 1
    assert raw(claim, f"{between} {claim} {between}").alignment - scattered.alignment > 0.3


def test_a_claim_that_rests_on_two_texts_is_met_by_both_together() -> None:
    claim = "The harbour was dredged in autumn and the tram line ends at the hospital."
    both = raw(claim, SENTENCES[0], SENTENCES[4])
    each = raw(claim, SENTENCES[0]), raw(claim, SENTENCES[4])
    assert both.probability > max(one.probability for one in each)
    assert both.alignment - 0.2 > max(one.alignment for one in each)


@pytest.mark.parametrize("claim", ["harbour", "the", "1000", "The of and in"])
def test_claims_of_a_word_and_of_stop_words_are_scored(claim: str) -> None:
    assert 0 < raw(claim, SENTENCES[0]).probability < 1


@pytest.mark.parametrize(("claim", "texts"), [("", ("a text",)), ("?!", ("a text",)), ("a claim", ()), ("a", ("",))])
def test_without_a_word_nothing_is_measured(claim: str, texts: tuple[str, ...]) -> None:
    assert embedded().score([Pair(claim, texts)]) == [None]


def test_a_text_of_one_token_is_read() -> None:
    encoder = shared()
    words = Words.of("two words", encoder.tokens("two words"))
    met = meet(words, Read.of([encoder.tokens("word")]))
    assert met is not None
    assert met.window == slice(0, 1)


@pytest.mark.parametrize("times", [1, 2, 9])
def test_claim_and_text_are_compared_by_the_means_of_their_tokens(times: int) -> None:
    claim, tokens = (shared().tokens(text) for text in (SENTENCES[0], " ".join(SENTENCES * times)))
    windows = [tokens.states[at : at + 64] for at in range(0, max(1, len(tokens.states) - 32), 32)]
    one, *others = (states.mean(axis=0) for states in (claim.states, *windows))
    cosines = [float(one @ each / (np.linalg.norm(one) * np.linalg.norm(each))) for each in others]
    met = meet(Words.of(SENTENCES[0], claim), Read.of([tokens]))
    assert met is not None
    assert met.cosine == pytest.approx(max(cosines), abs=1e-6)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES)), min_size=1, max_size=5))
def test_a_score_does_not_depend_on_its_neighbours(drawn: list[tuple[str, str]]) -> None:
    pairs = [Pair(claim, (text,)) for claim, text in drawn]
    fresh = Embedded(shared())
    assert embedded().score(pairs) == [fresh.score([pair])[0] for pair in pairs]


def test_a_difference_that_checks_see_lowers_the_score() -> None:
    text = (
        "The north pump lifts 40 litres a second. In March, the engineer Anna Berg repaired the valve of the north "
        "pump, which had leaked since the winter before, and wrote a report on the costs for the board. She did not "
        "clean the tank beside the pump house, since the board had asked for that to be left to the next summer."
    )
    true, figure, name, negation, quoted = (
        embedded().measure([Pair(claim, (text,))])[0]
        for claim in (
            "The north pump lifts 40 litres a second.",
            "The north pump lifts 90 litres a second.",
            "In March, the engineer Tom Hartley repaired the valve of the north pump.",
            "She did clean the tank beside the pump house.",
            "The engineer “repaired the tank of the north pump”.",
        )
    )
    assert true and figure and name and negation and quoted
    assert [each.differences for each in (true, figure, name, negation, quoted)] == [0, 1, 1, 1, 1]
    assert figure.probability < replace(figure, differences=0).probability


def test_a_title_does_not_change_how_a_paragraph_is_read() -> None:
    table = "| Well | Depth, m |\n|---|---|\n| North | 40 |\n| South | 25 |"
    claim = "Well North – Depth, m: 40."
    (alone, under) = embedded().score([Pair(claim, (table,)), Pair(claim, (f"A survey of wells\n\n{table}",))])
    assert alone and under and abs(alone.probability - under.probability) < 0.1


class Meeting(Encoder):
    """Waits a little with each text for another thread that reads it too, and counts how often each is read."""

    def __init__(self) -> None:
        super().__init__()
        self.read = Counter[str]()
        self.both = Barrier(2)

    def tokens(self, text: str) -> Tokens:
        self.read[text] += 1
        with suppress(BrokenBarrierError):
            self.both.wait(timeout=0.2)
        return super().tokens(text)


def test_a_text_that_neighbouring_claims_cite_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    encoder = Meeting()
    pairs = [Pair(claim, ("The weir is closed to boats in March.",)) for claim in SENTENCES[:2]]
    assert all(Embedded(encoder).measure(pairs))
    assert encoder.read["The weir is closed to boats in March."] == 1


def test_a_text_that_could_not_be_read_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    encoder = Encoder()
    verifier, pair = Embedded(encoder), Pair(SENTENCES[0], ("The weir is closed to boats in March.",))
    with monkeypatch.context() as broken, pytest.raises(OSError, match="disk"):
        broken.setattr(encoder, "tokens", Mock(side_effect=OSError("disk")))
        verifier.measure([pair])
    assert verifier.measure([pair])[0] is not None
