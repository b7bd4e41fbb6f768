from __future__ import annotations

import numpy as np
import pytest

from moot.debate.clusters import Asserted, Compared, fuller_than, related
from moot.text.embedding import Encoder, shared
from moot.verify.relation import glimpse, near, relate
from moot.words import Citation, Claim, ClaimKind, Place, Relation

DEAR = "Replacing the lead pipes of Larkmere costs 34 million euros."
DEARER = "Replacing the lead pipes of Larkmere costs 84 million euros."
VOTED = "The council of Larkmere voted on its lead pipes in March."


def asserted(draft: str, text: str, source: str, start: int = 0) -> Asserted:
    cited = Citation(passage=f"{source}.1", quote="lead")
    claim = Claim(id=f"{draft}.c1", text=text, kind=ClaimKind.STATED, citations=(cited,))
    return Asserted(draft, claim, (Place(source=source, passage=f"{source}.1", start=start, end=start + 20),))


def unread(one: str, other: str) -> Compared:
    raise AssertionError(f"read: {one} {other}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (asserted("A", DEAR, "S"), asserted("B", VOTED, "T")),
        (asserted("A", DEAR, "S"), asserted("A", DEARER, "S")),
        (asserted("A", DEAR, "S"), asserted("B", DEARER, "S", 400)),
    ],
    ids=["of two things", "two figures in one draft", "two figures of one source"],
)
def test_claims_that_can_only_stand_apart_are_not_read(one: Asserted, other: Asserted) -> None:
    assert related(one, other, unread)[0] == "apart"


def test_what_may_be_a_conflict_of_two_sources_is_read() -> None:
    assert related(asserted("A", DEAR, "S"), asserted("B", DEARER, "T"), relate)[0] == "conflict"


def test_a_claim_goes_through_the_encoder_once(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [f"The ferry to Larkmere was {late} on the day of the regatta." for late in ("late", "delayed", "held up")]
    shared().encode(["ready"])
    passes: list[int] = []
    through = Encoder._hidden  # pyright: ignore[reportPrivateUsage]

    def counted(self: Encoder, ids: list[int]) -> np.ndarray:
        passes.append(len(ids))
        return through(self, ids)

    monkeypatch.setattr(Encoder, "_hidden", counted)
    assert near(claims).min() > 0.5
    assert all(glimpse(one, other).score > 0.5 for one in claims for other in claims)
    assert len(passes) == len(claims)


def test_who_says_that_one_includes_the_other_says_that_they_do_not_contradict_each_other() -> None:
    one, other = asserted("A", DEAR, "S"), asserted("B", DEARER, "T")
    assert related(one, other, relate, Relation.APART)[0] == "conflict"
    assert related(one, other, relate, Relation.INCLUDES)[0] == "apart"


@pytest.mark.parametrize(
    ("text", "another", "told"),
    [
        ("Dosing costs 0.4 million euros a year.", "Dosing costs 0.9 million euros a year.", "conflict"),
        ("The tap water in Larkmere is safe.", "The tap water in some houses of Larkmere is not safe.", "apart"),
        (
            "About 850 more pipes than the register lists may be in use, if it misses as many elsewhere.",
            "About 5,050 pipes may be in use, if the register misses as many elsewhere.",
            "apart",
        ),
        ("The bridge was opened in 2019.", "The bridge was opened in 2021.", "apart"),
    ],
    ids=["they differ in nothing else", "some houses", "of two amounts", "of two times"],
)
def test_who_read_two_claims_knows_better_that_they_are_apart_but_where_nothing_else_differs(
    text: str, another: str, told: str
) -> None:
    one, other = asserted("A", text, "S"), asserted("B", another, "T")
    assert related(one, other, relate)[0] == "conflict"
    assert related(one, other, relate, Relation.APART)[0] == told


def test_what_a_draft_explains_in_one_place_is_not_joined_with_what_it_only_states_in_another() -> None:
    stated = asserted("A", "The operator's log has 41 cancelled trips.", "S")
    explained = asserted(
        "A", "The operator's log has 41 cancelled trips, since it counts those cut short as well.", "S"
    )
    again = asserted("A", "By the operator's log, 41 trips were cancelled.", "S")
    assert related(stated, explained, relate)[0] == "apart"
    assert related(stated, again, relate)[0] == "same"


def test_a_figure_that_only_one_of_two_claims_has_is_not_lost_in_the_other() -> None:
    """Each of them says more than the other."""
    counted = asserted("A", "The harbour's list has 4,200 boats; boats on private moorings are not in the list.", "S")
    owned = asserted(
        "B", "Boats on private moorings are not in the harbour's list, since they belong to the landowners.", "S"
    )
    assert related(counted, owned, relate)[0] == "apart"
    assert related(counted, owned, relate, Relation.SAME)[0] == "same"


def test_a_condition_is_not_lost_where_the_other_claim_has_a_number_in_words() -> None:
    counted = asserted("A", "An den sechs Zählstellen der Innenstadt fuhren 2025 im Mittel 4 % weniger Autos.", "S")
    hedged = (
        "An den Zählstellen der Innenstadt fuhren 2025 im Mittel 4 % weniger Autos, innerhalb der Schwankung von 5 %."
    )
    assert related(counted, asserted("B", hedged, "S"), relate)[0] == "apart"


@pytest.mark.parametrize(
    ("reckoned", "again", "found"),
    [
        ("50 / 20", "50/20", "same"),
        ("7400 * 5050", "5050 × 7400", "same"),
        ("50 + 20 - 3", "20 - 3 + 50", "same"),
        ("50 / 20", "20 / 50", "apart"),
        ("50 / 20", "50 - 20", "apart"),
        ("50 / 20", "", "apart"),
        ("1" * 99 + " * 3", "3 * " + "1" * 99, "same"),
    ],
)
def test_what_is_computed_from_the_same_figures_is_said_once(reckoned: str, again: str, found: str) -> None:
    """What stands around it is in each draft's own words, and so is the order of sums and products."""
    told = {
        "A": ("If 50 boats sail, two wharves that mend 20 boats a year would need 2.5 years.", reckoned),
        "B": (
            "The survey's higher count, 50 boats, keeps both yards of the town busy for 2.5 years at the review's "
            "20 boats a year.",
            again,
        ),
    }
    one, other = (
        Asserted(letter, each.claim.model_copy(update={"expression": expression or None}), each.places)
        for letter, (text, expression) in told.items()
        for each in [asserted(letter, text, "S")]
    )
    assert related(one, other, relate)[0] == found


@pytest.mark.parametrize(
    ("about", "value", "sentence", "told"),
    [
        ("Oslo · Population 2020", "700,000", "Oslo had a population of 700,000 in 2020 and a new harbour.", True),
        ("Oslo · Population 2020", "700,000", "Bergen had a population of 700,000 in 2020 and a new harbour.", False),
        ("Oslo · Population 2021", "700,000", "Oslo had a population of 700,000 in 2020 and a new harbour.", False),
        ("South line · Price", "2.80 euros", "On the North line a ticket costs 2.80 euros.", False),
        (
            "South line · Price",
            "2.80 euros",
            "The price is 2.80 euros on the North line, on the South line 3.10 euros.",
            False,
        ),
        ("2023 · Cases", "22", "In 2023 there were 1,655 cases and 22 deaths.", False),
        ("South grant · Status", "applied for", "The north grant was applied for, the south grant was awarded.", False),
    ],
)
def test_by_words_alone_a_sentence_tells_a_cell_whose_row_and_column_it_names_with_one_figure(
    about: str, value: str, sentence: str, told: bool
) -> None:
    cell, said = asserted("A", value, "S"), asserted("B", sentence, "S")
    cell = Asserted("A", cell.claim.model_copy(update={"about": about}), cell.places)
    assert fuller_than(said, cell, None) is told and not fuller_than(cell, said, None)
    first = min(cell.text, said.text)
    word = Relation.INCLUDES if first == said.text else Relation.INCLUDED
    assert fuller_than(said, cell, word), "who read them knows better"
