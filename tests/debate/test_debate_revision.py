"""Edits together: what may rest on what, ids, and what falls with what."""

from __future__ import annotations

from pumps import LIFTS, NOTES, SERVICED, claim, document, drafting, quote, referee

from moot.debate.revision import Revised, apply
from moot.evidence.library import Library
from moot.words import (
    Challenge,
    ChallengeKind,
    Claim,
    ClaimKind,
    Disagreement,
    Edit,
    Remedy,
    Revision,
)

LIBRARY = Library([document(id, *note) for id, note in NOTES.items()])
OTHER = "The north pump lifts 34 litres a second after the service."
SO = Claim(id="c3", kind=ClaimKind.INFERRED, text="It was serviced and lifts enough.", premises=("c1", "c2"))


def challenge(claim: str | None, id: str = "x1") -> Challenge:
    return Challenge(id=id, claim=claim, kind=ChallengeKind.OVERREACH, grounds="so", remedy=Remedy.REVISE, citations=())


def revised(*edits: Edit, about: str | None = "c1", disagreements: tuple[Disagreement, ...] = ()) -> Revised:
    draft = drafting(LIFTS, SERVICED, SO).draft
    revision = Revision(edits=edits, disagreements=disagreements)
    return apply(draft, revision, [challenge(about)], 1, LIBRARY, referee())


def texts(of: Revised) -> dict[str, str]:
    return {each.id: each.text for each in of.draft.claims()}


def test_a_revised_inference_may_rest_on_a_claim_that_another_edit_adds_in_any_order() -> None:
    so = SO.model_copy(update={"text": "It lifts 34.", "premises": ("c9",)})
    edits = (
        Edit(challenge="x1", action="revise", claim="c3", new=so),
        Edit(challenge="x1", action="add", new=claim("c9", OTHER, "S2.1")),
    )
    for order in (edits, edits[::-1]):
        made = revised(*order)
        assert texts(made)["c3"] == "It lifts 34." and texts(made)["c9"] == OTHER
        assert not any(each.refused for each in made.edits)


def test_premises_follow_a_claim_whose_id_was_taken() -> None:
    so = SO.model_copy(update={"text": "It lifts 34.", "premises": ("c2",)})
    made = revised(
        Edit(challenge="x1", action="add", new=claim("c2", OTHER, "S2.1")),
        Edit(challenge="x1", action="revise", claim="c3", new=so),
    )
    (added,) = (id for id, text in texts(made).items() if text == OTHER)
    assert added == "c4"
    assert next(each for each in made.draft.claims() if each.id == "c3").premises == ("c4",)


def test_what_rests_on_a_refused_addition_is_refused_with_it() -> None:
    made = revised(
        Edit(challenge="x1", action="add", new=claim("c9", "It lifts 99 litres.", "S2.1", OTHER)),
        Edit(
            challenge="x1", action="revise", claim="c3", new=SO.model_copy(update={"text": "Hm.", "premises": ("c9",)})
        ),
    )
    assert [bool(each.refused) for each in made.edits] == [True, True]
    assert texts(made) == texts(revised())


def test_a_challenge_reaches_premises_and_what_was_inferred_and_no_further() -> None:
    new = claim("c1", OTHER, "S2.1")
    assert not revised(Edit(challenge="x1", action="revise", claim="c1", new=new), about="c3").edits[0].refused
    so = SO.model_copy(update={"text": "Fine."})
    assert not revised(Edit(challenge="x1", action="revise", claim="c3", new=so), about="c1").edits[0].refused
    assert revised(Edit(challenge="x1", action="revise", claim="c2", new=new), about="c1").edits[0].refused


def test_a_disagreement_stands_or_falls_as_a_whole() -> None:
    sides = (claim("d1", LIFTS.text, "S1.1"), claim("d2", "It lifts 99 litres.", "S2.1", OTHER))
    made = revised(disagreements=(Disagreement(subject="what it lifts", sides=sides),))
    assert not made.draft.disagreements and all("99" in each.refused for each in made.edits)
    good = (sides[0], claim("d2", OTHER, "S2.1"))
    made = revised(disagreements=(Disagreement(subject="what it lifts", sides=good, challenge="x1"),))
    assert [side.id for side in made.draft.disagreements[0].sides] == ["c1", "d2"]
    assert quote("S2.1", OTHER) in made.draft.disagreements[0].sides[1].citations


def test_a_side_that_is_a_claim_of_the_draft_already_is_no_new_claim() -> None:
    again, other = LIFTS.model_copy(update={"id": "d1"}), claim("d2", OTHER, "S2.1")
    made = revised(disagreements=(Disagreement(subject="what it lifts", sides=(again, other), challenge="x1"),))
    assert [side.id for side in made.draft.disagreements[0].sides] == ["c1", "d2"]
    assert [each.id for each in made.draft.claims()] == ["c1", "c2", "c3", "d2"]
    assert [each.edit.new.id for each in made.edits if each.edit.new] == ["d2"]
    edit = Edit(challenge="x1", action="revise", claim="c1", new=claim("c1", OTHER, "S2.1"))
    both = revised(edit, disagreements=(Disagreement(subject="what it lifts", sides=(again, other), challenge="x1"),))
    assert [side.id for side in both.draft.disagreements[0].sides] == ["d1", "d2"], "its words are others now"


def test_an_edit_that_changes_nothing_or_says_a_thing_twice_is_refused() -> None:
    same = Edit(challenge="x1", action="revise", claim="c1", new=LIFTS)
    assert [each.refused for each in revised(same).edits] == ["it changes nothing"]
    requoted = LIFTS.model_copy(update={"kind": ClaimKind.STATED})
    assert not revised(Edit(challenge="x1", action="revise", claim="c1", new=requoted)).edits[0].refused

    twice = Edit(challenge="x1", action="revise", claim="c1", new=SERVICED)
    made = revised(twice)
    assert [each.refused for each in made.edits] == ["the draft says so already, in c2"]
    assert texts(made)["c1"] == LIFTS.text
    added = [Edit(challenge="x1", action="add", new=claim(id, OTHER, "S2.1")) for id in ("c8", "c9")]
    made = revised(*added, about=None)
    assert [each.refused for each in made.edits] == ["", "the draft says so already, in c8"]
    gone = Edit(challenge="x1", action="withdraw", claim="c2")
    assert not any(each.refused for each in revised(gone, twice, about=None).edits), "then it is said once"


def test_of_several_edits_to_one_claim_the_first_that_stands_is_made_and_the_others_are_told_as_refused() -> None:
    gold = Edit(challenge="x1", action="revise", claim="c1", new=claim("c1", "The north pump is of gold.", "S1.1"))
    wide = Edit(challenge="x1", action="revise", claim="c1", new=claim("c1", OTHER, "S2.1"))
    gone = Edit(challenge="x1", action="withdraw", claim="c1")
    made = revised(wide, gold, gone)
    second = "an edit before it changes the same claim"
    assert [each.refused for each in made.edits] == ["", second, second] and texts(made)["c1"] == OTHER
    made = revised(gold, wide)
    assert "check 'quotes'" in made.edits[0].refused and not made.edits[1].refused and texts(made)["c1"] == OTHER
    added = [Edit(challenge="x1", action="add", claim="c1", new=claim(id, OTHER, "S2.1")) for id in ("c8", "c9")]
    assert [each.refused for each in revised(*added, about=None).edits] == ["", "the draft says so already, in c8"]
