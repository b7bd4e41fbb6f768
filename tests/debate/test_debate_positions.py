"""A position changes only for a located reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pumps import NOTES, claim, document, quote

from moot.debate.grounds import located
from moot.debate.positions import MISREAD, Change, change
from moot.evidence.library import Library
from moot.words import CHECKS, Action, Challenge, ChallengeKind, Finding, Outcome, Place, Remedy, Response

LIBRARY = Library([document(id, *note) for id, note in NOTES.items()])
LIFTS = claim("c1", "The north pump lifts 40 litres a second.", "S1.1")
SAID = {"S1": "The north pump lifts 40 litres", "S2": "lifts 34 litres a second"}


def response(action: Action, *quotes: tuple[str, str]) -> Response:
    return Response(challenge="d1", action=action, grounds="so", citations=tuple(quote(*each) for each in quotes))


def challenge(kind: ChallengeKind = ChallengeKind.CONFLICT, *findings: str, by: str = "author-2") -> Challenge:
    return Challenge(id="d1", by=by, claim="c1", kind=kind, grounds="so", findings=findings, remedy=Remedy.REVISE)


def finding(outcome: Outcome, gate: bool = False, *places: Place) -> Finding:
    reason = "Fritz Maier is not in it"
    return Finding(check="names", version="1", claim="c1", outcome=outcome, gate=gate, reason=reason, places=places)


def moved(said: Response, to: Challenge, *findings: Finding) -> Change:
    change_ = change(to, said, LIFTS, LIFTS.citations, findings, LIBRARY)
    assert change_ is not None
    return change_


def test_a_rebuttal_changes_nothing() -> None:
    assert change(challenge(), response(Action.REBUT), LIFTS, LIFTS.citations, (), LIBRARY) is None


def test_another_quote_is_a_reason() -> None:
    given = moved(response(Action.CONCEDE, ("S2.1", "lifts 34 litres a second")), challenge())
    assert not given.refused and [place.source for place in given.places] == ["S2"]


@pytest.mark.parametrize("action", [Action.CONCEDE, Action.WITHDRAW])
@pytest.mark.parametrize("kind", [ChallengeKind.CONFLICT, ChallengeKind.NOT_CARRIED])
def test_a_quote_about_something_else_is_none(kind: ChallengeKind, action: Action) -> None:
    claim_ = claim("c1", "It was serviced in March 2026.", "S1.1")
    said = response(action, ("S3.1", "one neighbour reported"))
    given = change(challenge(kind), said, claim_, claim_.citations, (), LIBRARY)
    assert given is not None and "about neither the claim" in given.refused and not given.places


@pytest.mark.parametrize("kind", [ChallengeKind.CONFLICT, ChallengeKind.NOT_CARRIED])
def test_a_failed_gate_is_a_reason_in_any_challenge(kind: ChallengeKind) -> None:
    given = moved(response(Action.WITHDRAW), challenge(kind), finding(Outcome.FAILS, gate=True))
    assert not given.refused and given.failed == ("check 'names' fails: Fritz Maier is not in it",)


@pytest.mark.parametrize(
    ("to", "accepted"),
    [
        (challenge(ChallengeKind.NOT_CARRIED, "names", by=CHECKS), True),
        (challenge(ChallengeKind.CONFLICT, "names", by=CHECKS), True),
        (challenge(ChallengeKind.NOT_CARRIED, "names"), True),
        (challenge(ChallengeKind.NOT_CARRIED, "dates"), False),
        (challenge(ChallengeKind.CONFLICT), False),
        (challenge(ChallengeKind.CONFLICT, "names"), False),
    ],
)
def test_what_a_check_doubts_is_a_reason_only_where_the_challenge_rests_on_it(to: Challenge, accepted: bool) -> None:
    given = moved(response(Action.CONCEDE), to, finding(Outcome.FAILS))
    assert bool(given.refused) != accepted and bool(given.failed) == accepted


def test_what_a_claim_quotes_itself_is_never_shown_as_the_reason() -> None:
    own, other = (place for id in ("S1", "S2") for place in located([quote(f"{id}.1", SAID[id])], LIBRARY))
    to = challenge(ChallengeKind.NOT_CARRIED, "names", by=CHECKS)
    assert moved(response(Action.CONCEDE), to, finding(Outcome.FAILS, False, own, other)).places == (other,)


def test_what_the_claim_cites_already_is_none() -> None:
    assert "already cites" in moved(response(Action.CONCEDE, ("S1.1", "pump lifts 40 litres")), challenge()).refused


@pytest.mark.parametrize("kind", list(ChallengeKind))
@pytest.mark.parametrize("action", [Action.CONCEDE, Action.WITHDRAW])
def test_the_words_it_cites_show_that_a_claim_misreads_them_and_nothing_else(
    kind: ChallengeKind, action: Action
) -> None:
    given = moved(response(action, ("S1.1", "pump lifts 40 litres")), challenge(kind))
    counts = kind in MISREAD and action is Action.CONCEDE
    assert bool(given.refused) != counts and bool(given.misread) == counts and not given.places


@pytest.mark.parametrize("action", [Action.CONCEDE, Action.WITHDRAW])
@pytest.mark.parametrize(("against", "counts"), [("S1", True), ("S2", False)])
def test_who_read_the_same_words_otherwise_may_say_that_it_misread_them(
    action: Action, against: str, counts: bool
) -> None:
    conflict = challenge().model_copy(update={"citations": (quote(f"{against}.1", SAID[against]),)})
    given = moved(response(action, ("S1.1", "pump lifts 40 litres")), conflict)
    assert bool(given.misread) == counts and bool(given.refused) != counts and not given.places


@given(st.sampled_from([Action.CONCEDE, Action.WITHDRAW]), st.lists(st.text(max_size=60), max_size=4))
def test_no_words_without_a_quote_in_the_evidence_are_a_reason(action: Action, said: list[str]) -> None:
    text = " ".join(note[2] for note in NOTES.values())
    quotes = [("S2.1", f"§{words}") for words in said if f"§{words}" not in text]
    for kind in (ChallengeKind.CONFLICT, ChallengeKind.OVERREACH):
        assert moved(response(action, *quotes), challenge(kind), finding(Outcome.HOLDS)).refused


def test_that_a_claim_does_not_say_whose_word_it_is_is_shown_by_its_own_quote() -> None:
    own = ("S1.1", "The north pump lifts 40 litres")
    given = moved(response(Action.CONCEDE, own), challenge(ChallengeKind.WEAK))
    assert not given.refused and given.misread
    assert moved(response(Action.WITHDRAW, own), challenge(ChallengeKind.WEAK)).refused
    assert moved(response(Action.CONCEDE), challenge(ChallengeKind.WEAK)).refused
