"""Which texts hold a figure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from moot.evidence.figured import Figured
from moot.text import figures
from moot.text.figures import agree, same_number

TEXTS = [
    "The barn holds 1.2 million litres.",
    "It was sold on 4 May 1911.",
    "Half of the hay was wet.",
    "| Barn | 350 | 1911 |",
    "Between 40 and 60 sheep came.",
]


def holding(figure: str, texts: list[str] = TEXTS) -> set[int]:
    (found,) = figures.find(figure)
    return set(Figured(texts).holding(found))


def test_a_figure_is_found_in_any_scale_and_unit() -> None:
    assert holding("1,200,000 litres") == {0}
    assert holding("350 kg") == {3}
    assert holding("50 %") == {2}
    assert holding("60 sheep") == {4}
    assert holding("about 300 cows") == {3}
    assert holding("900 cows") == set()


def test_a_date_is_found_by_any_part_of_it() -> None:
    assert holding("in 1911") == {1, 3}
    assert holding("May 1911") == holding("4 May 1911") == holding("4 May") == {1}
    assert holding("5 May 1911") == set()


_NUMBERS = st.decimals(min_value=1, max_value=100_000, places=1)


@given(st.lists(_NUMBERS, max_size=6), _NUMBERS, st.sampled_from(["", "about ", "over ", "nearly "]))
def test_nothing_is_passed_over_that_a_comparison_with_every_figure_finds(
    there: list[object], wanted: object, bound: str
) -> None:
    texts = [f"It weighs {each} kg." for each in there]
    (figure,) = figures.find(f"{bound}{wanted} kg")
    found = [figures.find(text)[0] for text in texts]
    every = {n for n, each in enumerate(found) if agree(figure, each) or same_number(figure, each)}
    assert set(Figured(texts).holding(figure)) == every
