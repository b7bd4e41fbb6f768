"""One place decides what a reader is told of a claim; these are its rules."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standing_words import challenge, claim, draft, finding, holds, inferred, ruling

from moot.debate.standing import Judged, standings
from moot.evidence.library import Library
from moot.verify.computed import Computed
from moot.verify.figures import Figures
from moot.verify.quotes import ExactQuote
from moot.verify.read import SourceRead
from moot.verify.referee import Referee
from moot.words import (
    Basis,
    Challenge,
    ChallengeKind,
    Citation,
    Claim,
    ClaimKind,
    Disagreement,
    Document,
    Draft,
    Finding,
    Outcome,
    Ruling,
    Section,
    Source,
    Standing,
    Verdict,
)


def one(
    findings: Sequence[Finding], challenges: Sequence[Challenge] = (), rulings: Sequence[Ruling] = (), **more: object
) -> Judged:
    remedied = frozenset(["r1.reviewer-1.1"]) if more.get("remedied") else frozenset[str]()
    return standings(draft(claim()), findings, challenges, rulings, {}, remedied)["c1"]


def test_gates_that_hold_and_no_open_challenge_prove_a_claim() -> None:
    assert one(holds("c1")) == Judged(Standing.PROVEN, "quotes holds")


def test_a_signal_that_did_not_run_is_named_though_the_gates_hold() -> None:
    idle = finding(Outcome.UNCHECKED, check="topic", gate=False)
    assert one([*holds("c1"), idle]) == Judged(Standing.PROVEN, "quotes holds; not checked: topic")


def test_a_claim_whose_wording_nothing_compared_is_unchecked_and_so_is_what_follows_from_it() -> None:
    findings = [*holds("c1"), finding(Outcome.UNCHECKED, check="entailment", gate=False)]
    assert one(findings).standing is Standing.UNCHECKED
    resting = draft(claim(), inferred("c2", "c1"), inferred("c3", "c2"))
    told = standings(resting, findings, (), (), {})
    assert [told[id].standing for id in ("c2", "c3")] == [Standing.UNCHECKED, Standing.UNCHECKED]
    assert told["c2"].reason == "premise c1 is unchecked"


def test_a_refuted_or_contested_claim_stays_so_where_nothing_compared_its_wording() -> None:
    findings = [*holds("c1"), finding(Outcome.UNCHECKED, check="entailment", gate=False)]
    conflict = challenge(ChallengeKind.CONFLICT)
    assert one(findings, [conflict], [ruling(Verdict.UPHELD)]).standing is Standing.CONTRADICTED
    assert one(findings, [conflict], [ruling(Verdict.UNDECIDED)]).standing is Standing.CONTESTED


def test_no_finding_of_a_gate_is_never_a_pass() -> None:
    assert one([]).standing is Standing.UNCHECKED
    assert one([finding(Outcome.HOLDS, gate=False)]).standing is Standing.UNCHECKED


def test_a_gate_that_did_not_run_leaves_the_claim_unchecked_with_the_reason() -> None:
    assert one([*holds("c1"), finding(Outcome.UNCHECKED, check="figures")]) == Judged(Standing.UNCHECKED, "why")


def test_a_known_failure_is_not_hidden_by_a_check_that_did_not_run() -> None:
    both = [finding(Outcome.UNCHECKED, check="figures"), finding(Outcome.FAILS)]
    assert one(both).standing is Standing.UNSUPPORTED


@pytest.mark.parametrize(
    ("text", "expression", "standing"),
    [
        ("The pump moves 40 litres.", None, Standing.PROVEN),
        ("The pump moves 45 litres.", None, Standing.CONTRADICTED),
        ("The pump moves 40 litres and weighs 3 kg.", None, Standing.UNSUPPORTED),
        ("That is 80 litres.", "40 + 40", Standing.PROVEN),
        ("That is 90 litres.", "40 + 40", Standing.CONTRADICTED),
        ("That is 80 litres.", "30 + 50", Standing.UNSUPPORTED),
    ],
)
def test_a_differing_figure_contradicts_and_a_missing_one_leaves_unsupported(
    text: str, expression: str | None, standing: Standing
) -> None:
    words = "The pump moves 40 litres."
    source = Source(id="S1", title="Pump", origin="pump.md", sha256="", text_sha256="", media="markdown")
    library = Library([Document(source=source, text=words)])
    kind = ClaimKind.COMPUTED if expression else ClaimKind.STATED
    cited = (Citation(passage="S1.1", quote=words),)
    one = claim("c1", kind=kind, text=text, expression=expression, citations=cited)
    findings = Referee([SourceRead(), ExactQuote(), Figures(), Computed()]).findings([one], library)
    assert standings(draft(one), findings, [], [], {})["c1"].standing is standing
    mute = [each.model_copy(update={"reason": "so it is"}) for each in findings]
    assert standings(draft(one), mute, [], [], {})["c1"].standing is standing, "no word of a reason decides"


@pytest.mark.parametrize("check", ["figures", "quotations"])
@pytest.mark.parametrize("reason", ["figure differs: 45 against 40", "so it is"])
@pytest.mark.parametrize("otherwise", [True, False])
def test_whether_a_gate_contradicts_is_what_it_tells_and_not_its_words(
    check: str, reason: str, otherwise: bool
) -> None:
    failed = finding(Outcome.FAILS, check=check).model_copy(update={"reason": reason, "otherwise": otherwise})
    assert one([failed]) == Judged(Standing.CONTRADICTED if otherwise else Standing.UNSUPPORTED, reason)


def test_a_claim_that_cites_nothing_is_unsupported_whatever_gates_say() -> None:
    bare = draft(claim(citations=()))
    assert standings(bare, holds("c1"), [], [], {})["c1"] == Judged(Standing.UNSUPPORTED, "it cites nothing")


@pytest.mark.parametrize("kind", list(ChallengeKind))
def test_an_upheld_challenge_on_located_grounds(kind: ChallengeKind) -> None:
    refuting = {
        ChallengeKind.CONFLICT: Standing.CONTRADICTED,
        ChallengeKind.FIGURE: Standing.CONTRADICTED,
        ChallengeKind.NOT_CARRIED: Standing.UNSUPPORTED,
        ChallengeKind.OVERREACH: Standing.UNSUPPORTED,
        ChallengeKind.CONDITION: Standing.UNSUPPORTED,
    }
    upheld = [ruling(Verdict.UPHELD)]
    found = one(holds("c1"), [challenge(kind)], upheld)
    assert found.standing is refuting.get(kind, Standing.CONTESTED)
    assert one(holds("c1"), [challenge(kind)], [ruling(Verdict.UPHELD, at=False)]).standing is Standing.CONTESTED
    assert one(holds("c1"), [challenge(kind)], upheld, remedied=True).standing is Standing.PROVEN


def test_a_reason_is_told_without_the_words_of_a_debate_too() -> None:
    found = one(holds("c1"), [challenge(ChallengeKind.CONFLICT)], [ruling(Verdict.UPHELD)])
    assert found.reason == f"challenge upheld (conflict): {found.plain}" and found.plain
    open_still = one(holds("c1"), [challenge(ChallengeKind.CONFLICT)], [ruling(Verdict.UNDECIDED)])
    assert open_still.plain.startswith("in doubt: ") and "challenge" not in open_still.plain
    assert one(holds("c1"), [], []).plain == ""


def test_what_says_otherwise_goes_before_what_finds_too_little() -> None:
    raised = [
        challenge(ChallengeKind.NOT_CARRIED, id="r1.checks.1"),
        challenge(ChallengeKind.CONFLICT, id="r1.checks.2"),
    ]
    ruled = [ruling(Verdict.UPHELD, id=each.id) for each in raised]
    assert one(holds("c1"), raised, ruled).standing is Standing.CONTRADICTED


def test_a_missing_figure_says_why_though_no_place_shows_it_and_what_is_as_good_as_a_proof_before_it() -> None:
    raised = [challenge(ChallengeKind.NOT_CARRIED, id=f"r1.checks.{n}") for n in (1, 2)]
    ruled = [ruling(Verdict.UPHELD, id=each.id, at=n == 1) for n, each in enumerate(raised)]
    ruled = [each.model_copy(update={"reason": f"reason {n}"}) for n, each in enumerate(ruled, 1)]
    judged = one(holds("c1"), raised, ruled)
    assert (judged.standing, judged.reason) == (Standing.UNSUPPORTED, "challenge upheld (not carried): reason 2")
    raised[0] = raised[0].model_copy(update={"findings": ("figures",)})
    assert one(holds("c1"), raised, ruled).reason == "challenge upheld (not carried): reason 1"
    raised[1] = raised[1].model_copy(update={"findings": ("scope",)})
    plain = Finding(check="scope", version="1", claim="c1", outcome=Outcome.FAILS, gate=False, reason="", score=0.0)
    assert one([*holds("c1"), plain], raised, ruled).reason == "challenge upheld (not carried): reason 2"
    raised[0] = raised[0].model_copy(update={"findings": ("topic",)})
    subject = "challenge upheld (not carried): reason 1"
    assert one([*holds("c1"), plain], raised, ruled).reason == subject, "what is about another subject says so first"


def test_undecided_and_unruled_challenges_contest_and_dismissed_ones_do_not() -> None:
    assert one(holds("c1"), [challenge()], [ruling(Verdict.UNDECIDED)]).standing is Standing.CONTESTED
    assert one(holds("c1"), [challenge()]).standing is Standing.CONTESTED
    assert one(holds("c1"), [challenge(citations=())]).standing is Standing.PROVEN
    assert one(holds("c1"), [challenge()], [ruling(Verdict.DISMISSED)]).standing is Standing.PROVEN


def test_a_failed_signal_contests_until_a_ruling_dismisses_it() -> None:
    found = [*holds("c1"), finding(Outcome.FAILS, check="overlap", gate=False)]
    about = challenge(findings=("overlap",))
    assert one(found) == Judged(Standing.CONTESTED, "overlap: why")
    assert one(found, [challenge()], [ruling(Verdict.DISMISSED)]).standing is Standing.CONTESTED
    assert one(found, [about], [ruling(Verdict.DISMISSED)]).standing is Standing.PROVEN


def test_the_last_ruling_on_a_challenge_counts() -> None:
    both = [ruling(Verdict.UNDECIDED), ruling(Verdict.DISMISSED)]
    assert one(holds("c1"), [challenge()], both).standing is Standing.PROVEN


def test_the_sides_of_a_disagreement_are_contested_also_under_another_id() -> None:
    body, other, untouched = claim("c1"), claim("c2", text="the other side"), claim("c3")
    same = claim("d1", text="Claim  C1")
    split = draft(body, other, untouched, disagreements=(Disagreement(subject="speed", sides=(same, other)),))
    found = standings(split, holds("c1", "c2", "c3", "d1"), [], [], {})
    contested = Judged(Standing.CONTESTED, "the sources disagree: speed", basis=Basis.SIDE)
    assert [found[id] for id in ("c1", "c2", "d1")] == [contested] * 3
    assert found["c3"].standing is Standing.PROVEN


def test_a_side_of_one_disagreement_is_none_of_another_over_the_same_passages() -> None:
    other = (Citation(passage="S2.1", quote="otherwise"),)
    lifts = (claim("d1", text="it lifts 40"), claim("d2", text="it lifts 34", citations=other))
    costs = (claim("d3", text="it costs 12"), claim("d4", text="it costs 15", citations=other))
    shown = draft(
        inferred("c5", "d1", "d3"),
        inferred("c6", "d3", "d4"),
        disagreements=(Disagreement(subject="lift", sides=lifts), Disagreement(subject="cost", sides=costs)),
    )
    conflicts = [
        challenge(ChallengeKind.CONFLICT, id="r1.a.1", claim="d3", citations=other),
        challenge(ChallengeKind.CONFLICT, id="r1.a.2", claim="d4"),
    ]
    found = standings(shown, holds("d1", "d2", "d3", "d4"), conflicts, [], {})
    reasons = {id: found[id].reason for id in ("d1", "d2", "d3", "d4")}
    lift, cost = "the sources disagree: lift", "the sources disagree: cost"
    assert reasons == {"d1": lift, "d2": lift, "d3": cost, "d4": cost}
    assert (found["c5"].standing, found["c6"].standing) == (Standing.CONTESTED, Standing.INFERRED)


def test_an_upheld_conflict_that_is_shown_as_a_disagreement_contests_instead_of_refuting() -> None:
    other = Citation(passage="S2.1", quote="otherwise")
    sides = (claim("d1", text="one way"), claim("d2", text="the other way", citations=(other,)))
    shown = draft(claim(), disagreements=(Disagreement(subject="speed", sides=sides),))
    conflict = challenge(ChallengeKind.CONFLICT, citations=(other,))
    found = standings(shown, holds("c1", "d1", "d2"), [conflict], [ruling(Verdict.UPHELD)], {})
    assert found["c1"] == Judged(Standing.CONTESTED, "the sources disagree: speed", basis=Basis.SIDE)


def test_a_claim_of_another_matter_is_no_side_for_being_in_the_same_passages() -> None:
    lifts, lifts_less = Citation(passage="S1.1", quote="it lifts 40"), Citation(passage="S2.1", quote="it lifts 34")
    costs, costs_more = Citation(passage="S1.1", quote="it costs 12"), Citation(passage="S2.1", quote="it costs 15")
    sides = (claim("d1", text="40", citations=(lifts,)), claim("d2", text="34", citations=(lifts_less,)))
    shown = draft(claim(citations=(costs,)), disagreements=(Disagreement(subject="lift", sides=sides),))
    conflict = challenge(ChallengeKind.CONFLICT, citations=(costs_more,))
    found = standings(shown, holds("c1", "d1", "d2"), [conflict], [ruling(Verdict.UPHELD)], {})
    assert found["c1"].standing is Standing.CONTRADICTED
    told = challenge(ChallengeKind.CONFLICT, citations=(costs_more,), claim="d1")
    assert "lift" in standings(shown, holds("c1", "d1", "d2"), [told], [], {})["d1"].reason


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Reported cases fell from 2,240 in 2023 to 1,655 in 2024.", False),
        ("The ministry counted 1,655 cases.", False),
        ("Deaths fell from 38 in 2023 to 22 in 2024.", True),
        ("In 2024 there were fewer deaths.", True),
    ],
)
def test_a_claim_on_another_figure_of_the_same_row_is_no_side(text: str, side: bool) -> None:
    row, other = (
        Citation(passage="S1.1", quote="| 2024 | 1,655 | 22 |"),
        Citation(passage="S2.1", quote="| 2024 | 1,705 | 23 |"),
    )
    deaths = (
        claim("d1", text="The ministry counted 22 deaths in 2024.", citations=(row,)),
        claim("d2", text="The statistics office counted 23 deaths in 2024.", citations=(other,)),
    )
    shown = draft(claim(text=text, citations=(row,)), disagreements=(Disagreement(subject="deaths", sides=deaths),))
    conflict = challenge(ChallengeKind.CONFLICT, citations=(other,))
    found = standings(shown, holds("c1", "d1", "d2"), [conflict], [ruling(Verdict.UNDECIDED)], {})["c1"]
    assert found.standing is Standing.CONTESTED
    assert (found.basis is Basis.SIDE) == side


def test_a_sentence_of_a_source_is_not_refuted_by_what_another_source_says() -> None:
    own, other = Citation(passage="S1.1", quote="It costs 12 euros."), Citation(passage="S2.1", quote="It costs 15.")
    conflict = challenge(ChallengeKind.CONFLICT, citations=(other,))

    def judged(text: str) -> Judged:
        shown = draft(claim(text=text, citations=(own,)))
        return standings(shown, holds("c1"), [conflict], [ruling(Verdict.UPHELD)], {})["c1"]

    assert judged("It costs 12 euros.").standing is Standing.CONTESTED
    assert "“It costs 15.”" in judged("It costs 12 euros.").reason
    assert judged("The price is 12 euros.").standing is Standing.CONTRADICTED
    assert (
        standings(
            draft(claim(text="It costs 12 euros.", citations=(own,))),
            holds("c1"),
            [conflict],
            [ruling(Verdict.DISMISSED)],
            {},
        )["c1"].standing
        is Standing.PROVEN
    )


def test_an_inference_stands_only_while_every_premise_stands() -> None:
    chain = draft(claim("c1"), claim("c2"), inferred("c3", "c1", "c2"), inferred("c4", "c3"))
    found = standings(chain, holds("c1", "c2"), [], [], {})
    assert found["c4"] == Judged(Standing.INFERRED, "follows from c3", basis=Basis.PREMISES)
    fallen = standings(chain, holds("c1", "c2"), [challenge()], [ruling(Verdict.UNDECIDED)], {})
    assert fallen["c3"] == Judged(Standing.CONTESTED, "premise c1 is contested", basis=Basis.PREMISES)
    assert fallen["c4"] == Judged(Standing.CONTESTED, "premise c3 is contested", basis=Basis.PREMISES)
    unread = [*holds("c1"), *(each.model_copy(update={"outcome": Outcome.UNCHECKED}) for each in holds("c2"))]
    both = standings(chain, unread, [challenge()], [ruling(Verdict.UNDECIDED)], {})
    assert both["c3"] == Judged(Standing.CONTESTED, "premise c1 is contested", basis=Basis.PREMISES)
    refuted = standings(chain, holds("c1"), [challenge()], [ruling(Verdict.UNDECIDED)], {"c2": "given up"})
    assert refuted["c3"] == Judged(Standing.UNSUPPORTED, "premise c2 is withdrawn", basis=Basis.PREMISES)
    assert refuted["c4"] == Judged(Standing.UNSUPPORTED, "premise c3 is unsupported", basis=Basis.PREMISES)


def test_what_rests_on_an_inference_falls_as_that_one_does_whatever_else_is_argued_of_it() -> None:
    chain = draft(claim("c1"), inferred("c3", "c1"), inferred("c4", "c3"), inferred("c5", "c4"))
    doubted = challenge(claim="c3")
    fallen = standings(chain, [], [doubted], [], {"c1": "given up"})
    assert fallen["c3"] == Judged(Standing.UNSUPPORTED, "premise c1 is withdrawn", basis=Basis.PREMISES)
    assert fallen["c4"] == Judged(Standing.UNSUPPORTED, "premise c3 is unsupported", basis=Basis.PREMISES)
    assert fallen["c5"] == Judged(Standing.UNSUPPORTED, "premise c4 is unsupported", basis=Basis.PREMISES)
    unread = [each.model_copy(update={"outcome": Outcome.UNCHECKED}) for each in holds("c1")]
    unchecked = standings(chain, unread, [doubted], [], {})
    assert unchecked["c3"] == Judged(Standing.UNCHECKED, "premise c1 is unchecked", basis=Basis.PREMISES)
    assert unchecked["c4"] == Judged(Standing.UNCHECKED, "premise c3 is unchecked", basis=Basis.PREMISES)


def test_an_inference_needs_premises_that_are_there() -> None:
    some = draft(inferred("c1"), inferred("c2", "c9"), inferred("c3", "c8"), inferred("c4", "c5"), inferred("c5", "c4"))
    found = standings(some, [], [], [], {"c8": "given up"})
    assert found["c1"].reason == "it names no premise that it follows from"
    assert found["c2"].reason == "premise c9 is not in the draft"
    assert found["c3"].reason == "premise c8 is withdrawn"
    assert {found[id].standing for id in ("c1", "c2", "c3", "c4", "c5")} == {Standing.UNSUPPORTED}
    assert found["c8"] == Judged(Standing.WITHDRAWN, "given up")


def _inferred(id: str, premises: list[str]) -> Claim:
    return inferred(id, *premises)


def _raised(kind: ChallengeKind, id: str, about: str, findings: tuple[str, ...]) -> Challenge:
    return challenge(kind, id, claim=about, findings=findings)


IDS = [f"c{n}" for n in range(1, 6)]
ids = st.sampled_from(IDS)
claims = st.one_of(
    st.builds(claim, ids),
    st.builds(_inferred, ids, st.lists(st.sampled_from([*IDS, "c9"]), max_size=3)),
)
drafts = st.lists(claims, max_size=5, unique_by=lambda claim: claim.id).map(lambda found: draft(*found))
found_things = st.lists(
    st.builds(
        finding,
        st.sampled_from(Outcome),
        ids,
        st.sampled_from(["quotes", "figures", "x"]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=12,
)
names = st.sampled_from(["a", "b", "c"])
raised = st.lists(
    st.builds(
        _raised,
        st.sampled_from(ChallengeKind),
        names,
        ids,
        st.sampled_from([(), ("x",), ("quotes",)]),
    ),
    max_size=6,
)
decided = st.lists(st.builds(ruling, st.sampled_from(Verdict), names, st.booleans()), max_size=6)
given_up = st.dictionaries(ids, st.just("given up"), max_size=2)


@given(drafts, found_things, raised, decided, given_up, st.frozensets(names))
def test_whatever_is_argued_no_failed_gate_is_proven_and_no_inference_outlives_a_premise(
    draft: Draft,
    findings: list[Finding],
    challenges: list[Challenge],
    rulings: list[Ruling],
    withdrawn: dict[str, str],
    remedied: frozenset[str],
) -> None:
    found = standings(draft, findings, challenges, rulings, withdrawn, remedied)
    stands = {id for id, judged in found.items() if judged.standing in (Standing.PROVEN, Standing.INFERRED)}
    assert set(found) == {claim.id for claim in draft.claims()} | set(withdrawn)
    assert all(judged.reason for judged in found.values())
    bad = {f.claim for f in findings if f.gate and f.outcome is not Outcome.HOLDS}
    assert not stands & bad
    assert not stands & set(withdrawn)
    for one in draft.claims():
        if one.kind is ClaimKind.INFERRED:
            assert found[one.id].standing is not Standing.PROVEN
            assert one.id not in stands or (one.premises and stands.issuperset(one.premises))
        elif one.id in stands:
            assert any(f.claim == one.id and f.gate for f in findings)
    assert found == standings(draft, list(findings), list(challenges), list(rulings), dict(withdrawn), remedied)
    backwards = Draft(sections=tuple(Section(title="", claims=s.claims[::-1]) for s in draft.sections))
    again = standings(backwards, findings, challenges, rulings, withdrawn, remedied)
    assert {id: judged.standing for id, judged in found.items()} == {id: j.standing for id, j in again.items()}


def test_a_sentence_that_tells_of_a_disagreement_follows_from_both_its_sides() -> None:
    sides = (claim("c1"), claim("c2", text="It lifts 34 litres."))
    whole = draft(
        inferred("c3", "c1", "c2"), inferred("c4", "c1"), disagreements=(Disagreement(subject="the lift", sides=sides),)
    )
    judged = standings(whole, holds("c1", "c2"), (), (), {})
    assert judged["c1"].standing is judged["c2"].standing is Standing.CONTESTED
    assert judged["c3"].standing is Standing.INFERRED
    assert judged["c4"].standing is Standing.CONTESTED


@pytest.mark.parametrize(
    ("text", "premise", "standing"),
    [
        ("Whether it began in the tannery is open.", "contested", Standing.INFERRED),
        ("Whether it began in the tannery is open.", "unchecked", Standing.INFERRED),
        ("Whether it began in the tannery is open.", "unsupported", Standing.UNSUPPORTED),
        ("Whether it began in the tannery is open.", "gone", Standing.UNSUPPORTED),
        ("It began in the tannery.", "contested", Standing.CONTESTED),
        ("Whether it began in the tannery is open, so the baker lied.", "contested", Standing.CONTESTED),
    ],
)
def test_what_is_not_settled_may_be_said_to_be_open(text: str, premise: str, standing: Standing) -> None:
    fails, unchecked, holds = Outcome.FAILS, Outcome.UNCHECKED, Outcome.HOLDS
    given = [("contested", "causes", fails, False), ("unsupported", "quotes", fails, True)]
    given += [("unchecked", "quotes", unchecked, True)]
    given += [(id, "read", holds, True) for id, *_ in given]
    found = [
        Finding(check=check, version="1", claim=id, outcome=outcome, gate=gate, reason="?")
        for id, check, outcome, gate in given
    ]
    said = Claim(id="i", kind=ClaimKind.INFERRED, text=text, premises=(premise,))
    whole = draft(*(claim(each) for each in ("contested", "unsupported", "unchecked")), said)
    judged = standings(whole, found, [], [], {})["i"]
    assert judged.standing is standing
    assert (standing is Standing.INFERRED) is judged.reason.endswith(f"{premise} not settled")
