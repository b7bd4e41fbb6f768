"""A word told anew: its texts by the fields that hold them, and nothing else touched."""

from __future__ import annotations

from moot.words import Checked, Claim, ClaimKind, Draft, Drafted, Finding, Outcome, Section, Word, rewritten

CLAIM = Claim(id="c1", kind=ClaimKind.QUOTED, text="Rain fell.", premises=("c2", "c3"))
DRAFT = Draft(sections=(Section(title="c1", claims=(CLAIM,)), Section(title="Other")), gaps=("c1",))
FIELDS = frozenset({"id", "premises", "kind"})


def louder(_: Word, field: str, text: str) -> str:
    assert field in FIELDS
    return text.upper()


def test_texts_change_by_their_fields_at_any_depth() -> None:
    new = rewritten(DRAFT, louder, FIELDS)
    assert new.sections[0].claims[0] == CLAIM.model_copy(
        update={"id": "C1", "premises": ("C2", "C3"), "kind": "QUOTED"}
    )
    assert (new.sections[0].title, new.gaps) == ("c1", ("c1",))


def test_what_does_not_change_is_the_same_object() -> None:
    new = rewritten(DRAFT, louder, FIELDS)
    assert new.sections[1] is DRAFT.sections[1] and new.gaps is DRAFT.gaps
    assert rewritten(DRAFT, lambda word, field, text: text + "", FIELDS) is DRAFT


def test_a_field_can_be_left_alone() -> None:
    new = rewritten(DRAFT, lambda word, field, text: "x", frozenset({"id", "title"}), frozenset({"claims"}))
    assert new.sections[0] == Section(title="x", claims=(CLAIM,)) and new.gaps == ("c1",)


def test_words_are_found_in_every_kind_of_field() -> None:
    finding = Finding(check="calm", version="1", claim="c1", outcome=Outcome.HOLDS, gate=False, reason="c1 is calm")
    for told in (Drafted(round=1, draft=DRAFT), Checked(round=1, findings=(finding,))):
        new = rewritten(told, lambda word, field, text: text.replace("c1", "c9"), frozenset({"id", "claim", "reason"}))
        assert "c9" in new.model_dump_json() and new != told
