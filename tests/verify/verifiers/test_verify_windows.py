from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from moot.verify.verifiers.windows import WORDS, best_windows, longest, windows

SENTENCES = [f"Sentence number {n} has some eight words here." for n in range(60)]


def test_windows_are_whole_sentences_and_cover_all() -> None:
    found = windows(" ".join(SENTENCES), WORDS)
    assert all(sentence in " ".join(found) for sentence in SENTENCES)
    assert max(len(window.split()) for window in found) <= WORDS


def test_a_short_passage_is_one_window() -> None:
    passage = " ".join(SENTENCES[:10])
    assert best_windows("anything", passage) == [passage]


def test_the_windows_with_the_claims_rare_words_are_kept_in_order() -> None:
    odd = "The zeppelin lands at noon."
    passage = " ".join([*SENTENCES[:30], odd, *SENTENCES[30:]])
    kept = best_windows("A zeppelin lands.", passage, 2)
    assert len(kept) == 2
    assert any(odd in window for window in kept)
    assert passage.index(kept[0][:40]) < passage.index(kept[1][:40])


@given(st.text(max_size=3000), st.integers(1, 4))
def test_any_passage_gives_at_least_one_window_and_no_window_is_long(passage: str, most: int) -> None:
    found = best_windows("some claim", passage, most)
    assert 1 <= len(found) <= most
    assert all(len(window.split()) <= longest(WORDS) for window in found)
