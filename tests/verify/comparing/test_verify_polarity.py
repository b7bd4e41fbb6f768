"""What a source denies may be said as what is still pending."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.direction import Direction
from moot.verify.negation import Negation

_FINE = "The regulator fined the company for late reporting; the company has appealed and the fine is not final."


def test_what_is_pending_is_not_final() -> None:
    pending = "The regulator imposed a fine on the company for late reporting; an appeal is pending."
    assert said(Negation(), pending, _FINE) == ""
    assert said(Negation(), "The fine on the company for late reporting is final.", _FINE)


_VALVES = "The new valves are not well insulated, the inspector notes."
_GUILD = "In 1998 Ada Lunt became the first woman to chair the guild."
_OATS = "The firm has not confirmed the share of oats."
_PLEA = "The appellant argues that an e-mail is not writing."
_PIPES = "| Pipe | Month | Remarks |\n|---|---|---|\n| K1 | May | no leak found |\n| K3 | June | leak at the joint |"


@pytest.mark.parametrize(
    ("text", "other", "source"),
    [
        ("The new valves are poorly insulated.", "The new valves are well insulated.", _VALVES),
        ("No woman chaired the guild before.", "No woman chairs the guild.", _GUILD),
        ("The firm has yet to confirm the share of oats.", "The firm confirmed the share of oats.", _OATS),
        ("The court held that an e-mail is writing.", "The appellant argued that an e-mail is writing.", _PLEA),
    ],
)
def test_what_says_the_same_is_no_denial(text: str, other: str, source: str) -> None:
    assert said(Negation(), text, source) == ""
    assert said(Negation(), other, source)


def test_a_row_denies_nothing_of_another_row() -> None:
    found = [
        said(Negation(), f"A leak was found in pipe {pipe}.", _PIPES, "K1 | May | no leak found")
        for pipe in ("K1", "K3")
    ]
    assert list(map(bool, found)) == [True, False]


_MILL = "The mill stays open as long as the bank grants the loan."


def test_what_is_so_on_a_condition_is_not_so_without_it() -> None:
    text = "The mill is shut unless the bank grants the loan."
    assert said(Negation(), text, _MILL) == said(Direction(), text, _MILL) == ""
    assert said(Negation(), "The mill is shut if the bank grants the loan.", _MILL)
    supposed = _MILL.replace("as long as", "assuming that")
    assert said(Negation(), text, supposed) == said(Direction(), text, supposed) == ""


def test_what_an_author_says_of_himself_is_no_plea_of_another() -> None:
    assert said(Negation(), "The study found the valve safe.", "We said after the tests that the valve is not safe.")
    assert (
        said(Negation(), "The study found the valve safe.", "The maker said after the tests that it is not safe.") == ""
    )
