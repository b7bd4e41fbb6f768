"""A position changes only for a located reason."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pumps import NOTES, claim, document, quote

from moot.debate.positions import change
from moot.evidence.library import Library
from moot.words import Action, Finding, Outcome, Response

LIBRARY = Library([document(id, *note) for id, note in NOTES.items()])
LIFTS = claim("c1", "The north pump lifts 40 litres a second.", "S1.1")


def response(action: Action, *quotes: tuple[str, str]) -> Response:
    return Response(challenge="d1", action=action, grounds="so", citations=tuple(quote(*each) for each in quotes))


def finding(outcome: Outcome) -> Finding:
    return Finding(check="names", version="1", claim="c1", outcome=outcome, gate=False, reason="so")


def test_a_rebuttal_changes_nothing() -> None:
    assert change(response(Action.REBUT), LIFTS.citations, (), LIBRARY) is None


def test_another_quote_is_a_reason() -> None:
    moved = change(response(Action.CONCEDE, ("S2.1", "lifts 34 litres a second")), LIFTS.citations, (), LIBRARY)
    assert moved is not None and not moved.refused and [place.source for place in moved.places] == ["S2"]


def test_a_failed_finding_is_a_reason() -> None:
    moved = change(response(Action.WITHDRAW), LIFTS.citations, (finding(Outcome.FAILS),), LIBRARY)
    assert moved is not None and not moved.refused


def test_what_the_claim_cites_already_is_none() -> None:
    moved = change(response(Action.CONCEDE, ("S1.1", "pump lifts 40 litres")), LIFTS.citations, (), LIBRARY)
    assert moved is not None and "already cites" in moved.refused


@given(st.sampled_from([Action.CONCEDE, Action.WITHDRAW]), st.lists(st.text(max_size=60), max_size=4))
def test_no_words_without_a_quote_in_the_evidence_are_a_reason(action: Action, said: list[str]) -> None:
    text = " ".join(note[2] for note in NOTES.values())
    quotes = [("S2.1", f"§{words}") for words in said if f"§{words}" not in text]
    moved = change(response(action, *quotes), LIFTS.citations, (finding(Outcome.HOLDS),), LIBRARY)
    assert moved is not None and moved.refused
