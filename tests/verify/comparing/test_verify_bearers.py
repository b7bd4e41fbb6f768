"""A name goes by the post that its source tells of, where only that person bears it; another's word stays another's."""

from __future__ import annotations

import pytest

from moot.verify.comparing.bearers import as_there
from moot.verify.comparing.language import Evidence
from moot.verify.roles import Roles

NOTES = (
    "Ines Bergh, secretary of the dockers' union, opened the meeting. The union's secretary told members that the "
    "offer was low. The mayor praised the talks. Rita Olsen has been mayor since 2019. The harbour master, Tom Falk, "
    "said the quays would stay open. Lena Voss is the union's treasurer. The owners' treasurer promised to pay by May."
)


@pytest.mark.parametrize(
    ("claim", "there"),
    [
        ("Bergh told members that the offer was low.", "The union's secretary told members that the offer was low."),
        ("In May Ines Bergh told members that the offer was low.",
         "In May the union's secretary told members that the offer was low."),
        ("Olsen praised the talks.", "The mayor praised the talks."),
    ],
)  # fmt: skip
def test_a_name_goes_by_its_post(claim: str, there: str) -> None:
    assert as_there(claim, (NOTES,), (NOTES,)) == there


@pytest.mark.parametrize(
    "claim",
    [
        "Voss told members that the offer was low.",  # Another post.
        "Voss promised to pay by May.",  # Of the owners.
        "Olsen told members that the offer was low.",
        "Falk said the quays would stay open.",
        "Moe praised the talks.",
    ],
)
def test_nobody_else_does(claim: str) -> None:
    assert as_there(claim, (NOTES,), (NOTES,)) == claim


def test_two_who_bear_a_post_are_not_told_apart_by_it() -> None:
    notes = f"{NOTES} Jan Moe, secretary of the port, was away."
    claim = "Bergh told members that the offer was low."
    assert as_there(claim, (notes,), (notes,)) == claim


def test_who_bears_a_post_does_not_speak_for_another() -> None:
    said = Roles().seen("Bergh said the quays would stay open.", Evidence((NOTES,))).differs
    assert "Tom Falk" in said
    assert Roles().seen("Bergh told members that the offer was low.", Evidence((NOTES,))).differs == ""


@pytest.mark.parametrize(
    "bearer",
    [
        "Anna Berg, who sued the owner, lost.",
        "Anna Berg is married to the owner.",
        "Anna Berg was attacked by the owner.",
        "Anna Berg, the owner’s daughter, lost.",
        "Anna Berg, the owner said, was late.",
        "She had met the owner, Anna Berg said.",
        "Anna Berg is not the owner.",
        "Anna Berg, deputy owner, lost.",
        "Anna Berg was the former owner.",
        "Anna Berg, suing the owner, lost.",
        "Anna Berg, the owner and a guest met.",
    ],
)
def test_who_is_told_of_beside_a_post_does_not_bear_it(bearer: str) -> None:
    claim, notes = "Anna Berg paid 300 euros for the repair.", f"{bearer} The owner paid 300 euros for the repair."
    assert as_there(claim, (notes,), (notes,)) == claim


@pytest.mark.parametrize(
    "bearer",
    [
        "Anna Berg, the owner, lost.",
        "Anna Berg, owner of the mill, lost.",
        "Anna Berg is the new owner.",
        "Anna Berg became the mill’s sole owner.",
        "At noon Owner Anna Berg came.",
    ],
)
def test_who_bears_a_post_does_what_it_did(bearer: str) -> None:
    claim, notes = "Anna Berg paid 300 euros for the repair.", f"{bearer} The owner paid 300 euros for the repair."
    assert as_there(claim, (notes,), (notes,)) == "The owner paid 300 euros for the repair."


def test_the_owner_of_something_else_is_another() -> None:
    claim, bearer = "Anna Berg paid 300 euros for the repair.", "Anna Berg, owner of the shop, lost."
    notes = f"{bearer} The owner of the car paid 300 euros for the repair."
    assert as_there(claim, (notes,), (notes,)) == claim
    notes = f"{bearer} The owner of the shop paid 300 euros for the repair."
    assert as_there(claim, (notes,), (notes,)) == "The owner of the shop paid 300 euros for the repair."
