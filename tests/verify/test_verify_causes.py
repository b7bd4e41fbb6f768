"""What only came after is no cause, and who did not know something doubts none."""

from __future__ import annotations

from verify_library import said

from moot.verify.causes import Causes

CODED = (
    "Sepsis was coded by two reviewers who did not know the period. Of all alerts, 23 % were followed by a diagnosis "
    "of sepsis within 48 hours."
)


def test_what_only_followed_was_not_caused() -> None:
    assert "only “followed by”" in said(Causes(), "Many alerts thus led to a diagnosis of sepsis.", CODED)
    assert said(Causes(), "The strike led to a wage rise.", "The strike was followed by a rise of wages.")
    assert said(Causes(), "The strike led to a rise of wages.", "The strike brought a rise of wages.") == ""


def test_only_what_is_not_known_of_a_cause_doubts_it() -> None:
    blind = "Volunteers who did not know the site took samples, and this led to a better survey of the site."
    assert said(Causes(), "Taking samples led to a better survey of the site.", blind) == ""
    unknown = "Sales of ice rose and fewer people drowned; the authors do not know why fewer people drowned."
    assert "not know why" in said(Causes(), "Sales of ice caused fewer people to drown.", unknown)
