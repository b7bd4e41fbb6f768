"""How much a missing figure speaks against its claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verify_library import audited, doubt, library

from moot.verify.reckoning.settling import doubted

CLUB = library(
    "In the spring list of 486 rowers, 52 had no boat. The club bought the pier on 4 May 1911, and the lease of the "
    "sheds ran for nine years. Members paid 61 marks a year. The pier has 240,000 nails. A tram stops there, too. "
    "The pier is of oak and 340 metres long."
)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param(
            "The pier came into the hands of the club on 7 June 1911.",
            "It took twenty months to bring the pier into the hands of the club.",
            id="a date is nearly always wrong, a length of time less often",
        ),
        pytest.param(
            "In the spring list of 240 rowers, many had no boat.",
            "Over winter 240 rowers came to dinner.",
            id="the sentence says most of the claim with another figure in its place",
        ),
        pytest.param(
            "Over winter 519 rowers came to dinner.",
            "Over winter 240 rowers came to dinner.",
            id="its digits stand nowhere, which is as good as a proof; 240 are those of the nails",
        ),
        pytest.param(
            "The pier of oak is 340 kilometres long.",
            "Over winter 240 rowers came to dinner.",
            id="the same number in another unit",
        ),
    ],
)
def test_one_missing_figure_speaks_more_against_its_claim_than_another(more: str, less: str) -> None:
    assert doubt(audited(more, CLUB)) < doubt(audited(less, CLUB)) < 0.5


SIGNS = st.fixed_dictionaries({name: st.floats(0, 1) for name in doubted.WEIGHTS if name})


@given(st.lists(SIGNS, min_size=1, max_size=4), SIGNS)
def test_one_more_missing_figure_never_speaks_for_a_claim(some: list[dict[str, float]], more: dict[str, float]) -> None:
    likely, less = doubted.likely(some), doubted.likely([*some, more])
    assert likely is not None and less is not None
    assert 0 < less <= likely < 0.5


def test_what_contradicts_itself_is_no_likelier_for_a_figure_that_is_missing_too() -> None:
    alone = doubt(audited("Twice as many men as women came, 30 against 20.", CLUB))
    assert doubt(audited("Twice as many men as women came, 30 against 20, within eleven weeks.", CLUB)) <= alone < 0.1


def test_nothing_that_is_missing_says_nothing() -> None:
    assert doubted.likely([]) is None
