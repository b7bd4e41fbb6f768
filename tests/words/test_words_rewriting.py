from __future__ import annotations

from moot.words import Claim, ClaimKind, Draft, Section, Word, rewritten

CLAIM = Claim(id="c1", kind=ClaimKind.QUOTED, text="Rain fell.", premises=("c2", "c3"))
DRAFT = Draft(sections=(Section(title="c1", claims=(CLAIM,)), Section(title="Other")), gaps=("c1",))


def louder(_: Word, field: str, text: str) -> str:
    return text.upper() if field in ("id", "premises", "kind") else text


def test_texts_change_by_their_fields_at_any_depth() -> None:
    new = rewritten(DRAFT, louder)
    assert new.sections[0].claims[0] == CLAIM.model_copy(
        update={"id": "C1", "premises": ("C2", "C3"), "kind": "QUOTED"}
    )
    assert (new.sections[0].title, new.gaps) == ("c1", ("c1",))


def test_what_does_not_change_is_the_same_object() -> None:
    new = rewritten(DRAFT, louder)
    assert new.sections[1] is DRAFT.sections[1] and new.gaps is DRAFT.gaps
    assert rewritten(DRAFT, lambda word, field, text: text + "") is DRAFT


def test_a_field_can_be_left_alone() -> None:
    new = rewritten(DRAFT, lambda word, field, text: "x", {"claims"})
    assert new.sections[0] == Section(title="x", claims=(CLAIM,)) and new.gaps == ("x",)
