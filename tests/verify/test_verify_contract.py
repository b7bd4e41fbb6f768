"""What every check must hold; an outside package's check passes the same with one more parameter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from verify_library import cite, claim, library

from moot.evidence.library import Library
from moot.verify import referee, verify
from moot.verify.attribution import Attribution
from moot.verify.causes import Causes
from moot.verify.check import Check
from moot.verify.computed import Computed
from moot.verify.dates import Dates
from moot.verify.direction import Direction
from moot.verify.entailment import Entailment
from moot.verify.figures import Figures
from moot.verify.hedges import Conditions
from moot.verify.links import Links
from moot.verify.merged import Merged
from moot.verify.names import Names
from moot.verify.negation import Negation
from moot.verify.premises import Premises
from moot.verify.quotations import Quotations, Terms
from moot.verify.quotes import ExactQuote
from moot.verify.read import SourceRead
from moot.verify.referee import Referee, default_checks
from moot.verify.references import References
from moot.verify.roles import Roles
from moot.verify.scope import Scope
from moot.verify.subjects import Subjects
from moot.verify.topic import Topic
from moot.words import Citation, Claim, ClaimKind, Finding, Outcome

CHECKS: tuple[Check, ...] = (
    SourceRead(),
    ExactQuote(),
    Figures(),
    Computed(),
    Premises(),
    Entailment(),
    Topic(),
    Conditions(),
    Names(),
    Roles(),
    Direction(),
    Dates(),
    Merged(),
    Negation(),
    Causes(),
    Scope(),
    Attribution(),
    Quotations(),
    Terms(),
    Subjects(),
    References(),
    Links(),
)
each_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)

KNOWN = library("# A\n\nAlpha has 61.6 %, not 59.3 %. It may rise by $5 if paid.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")

CLAIMS = st.lists(
    st.builds(
        Claim,
        id=st.sampled_from(["c1", "c2", "c3", "c4"]),
        kind=st.sampled_from(list(ClaimKind)),
        text=st.sampled_from(["Alpha has 61.6 %", "It rises by $5", "a “b” and “c d e”", "", "no", "\x00 ‮ 5", "5" * 50])
        | st.text(max_size=20),
        citations=st.lists(
            st.builds(
                Citation,
                passage=st.sampled_from(["S1.1", "S1.2", "S9.9", "", "../x"]),
                quote=st.sampled_from(["Alpha has 61.6 %", "may rise", "…", "", "| 1 | 2 |"]) | st.text(max_size=20),
            ),
            max_size=2,
        ).map(tuple),
        expression=st.none() | st.sampled_from(["61.6 - 59.3", "1/0", "9" * 99, "(" * 99, "5 *"]),
        premises=st.lists(st.sampled_from(["c1", "c2", "zz"]), max_size=2).map(tuple),
    ),
    max_size=4,
    unique_by=lambda claim: claim.id,
)


@each_check
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(claims=CLAIMS)
def test_a_check_answers_each_claim_once_in_order_and_the_same_again(check: Check, claims: list[Claim]) -> None:
    findings = check.findings(claims, KNOWN)
    asked = [finding.claim for finding in findings]
    assert asked == [claim.id for claim in claims if claim.id in set(asked)]
    assert len(asked) == len(set(asked))
    for finding in findings:
        assert (finding.check, finding.version) == (check.name, check.version)
        assert check.gate or not finding.gate  # a gate may give what it only doubts as a signal, never the reverse
        assert finding.reason
        assert "\n" not in finding.reason
        assert finding.score is None or finding.score == round(finding.score, 3)
        for place in finding.places:
            document = KNOWN.document(place.source)
            assert document is not None
            assert 0 <= place.start < place.end <= len(document.text)
    assert check.findings(claims, KNOWN) == findings


@each_check
def test_a_claim_in_company_has_the_same_finding(check: Check) -> None:
    claims = [
        claim("Alpha has 61.6 %", cite(KNOWN, "Alpha has 61.6 %"), id="a"),
        claim("It will rise by $5", cite(KNOWN, "It may rise by $5 if paid"), id="b"),
        claim("1", cite(KNOWN, "| 1 | 2 |"), id="c", about="a"),
    ]
    together = check.findings(claims, KNOWN)
    assert together == [finding for each in claims for finding in check.findings([each], KNOWN)]


def test_all_checks_are_registered_gates_first() -> None:
    checks = default_checks()
    assert {(check.name, check.gate) for check in checks} == {(check.name, check.gate) for check in CHECKS}
    assert [check.gate for check in checks] == sorted((check.gate for check in checks), reverse=True)
    assert Referee().versions == {check.name: check.version for check in checks}
    assert "minilm" in Referee().versions["entailment"]


class Broken:
    name = "broken"
    version = "1"

    def __init__(self, gate: bool) -> None:
        self.gate = gate

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        raise RuntimeError("the weights\nare gone")


class Stranger(Broken):
    """Answers for others."""

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        return [
            Finding(
                check="quotes", version="1", claim=claims[0].id, outcome=Outcome.HOLDS, gate=True, reason="trust me"
            )
        ]


class Half(Broken):
    """Raises for one claim only, as `findings` of several claims does as a whole."""

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        return ExactQuote().findings(claims[:1], library) + super().findings(claims, library)


class Unread(Broken):
    """Reads its version in weights that are not there."""

    @property
    def version(self) -> str:  # pyright: ignore[reportIncompatibleVariableOverride]
        raise RuntimeError("the weights are gone")


@pytest.mark.parametrize("gate", [True, False])
@pytest.mark.parametrize("kind", [Broken, Stranger, Half, Unread])
def test_a_broken_check_is_never_a_pass(kind: type[Broken], gate: bool) -> None:
    claims = [claim("x", cite(KNOWN, "61.6 %"), id=id) for id in ("a", "b")]
    findings = Referee([SourceRead(), kind(gate)]).findings(claims, KNOWN)
    assert [(finding.claim, finding.check) for finding in findings] == [
        (id, check) for id in ("a", "b") for check in ("read", "broken")
    ]
    mine = [finding for finding in findings if finding.check == "broken"]
    assert {(finding.outcome, finding.gate) for finding in mine} == {(Outcome.UNCHECKED, gate)}
    assert all("could not run" in finding.reason and "\n" not in finding.reason for finding in mine)


def test_where_a_gate_could_not_be_asked_no_claim_is_supported() -> None:
    plain, broken = (
        verify("Beta has 61.6 %.", "Beta has 61.6 %.", Referee([*default_checks(), *more]))
        for more in ([], [Broken(True)])
    )
    assert plain.outcome is Outcome.HOLDS
    assert broken.outcome is Outcome.UNCHECKED and "the check broken could not run" in broken.reason


def test_a_check_that_cannot_tell_its_version_has_that_of_an_absent_one() -> None:
    assert Referee([SourceRead(), Unread(True)]).versions == {"read": SourceRead.version, "broken": "absent"}


def test_a_sentence_too_long_to_be_compared_leaves_its_claim_unchecked_and_is_asked_of_no_check() -> None:
    long = claim(f"Sales fell {'one ' * 1_000}.", cite(KNOWN, "61.6 %"), id="long")
    many = claim("Sales fell in May. " * 300, cite(KNOWN, "61.6 %"), id="many")
    findings = Referee([ExactQuote(), SourceRead()]).findings([long, many], KNOWN)
    told = {(each.claim, each.outcome, each.gate, each.reason) for each in findings}
    reason = "a sentence of it has 4,012 characters, and at most 4,000 are compared: make more sentences of it"
    assert {each for each in told if each[0] == "long"} == {("long", Outcome.UNCHECKED, True, reason)}
    assert {outcome for claim, outcome, *_ in told if claim == "many"} == {Outcome.HOLDS}


class Nameless:
    gate = False


class Gateless:
    name = "gateless"


class Numbered(Nameless):
    name = 7


@pytest.mark.parametrize("kind", [Nameless, Gateless, Numbered])
def test_a_check_without_a_name_or_a_gate_is_as_one_that_cannot_be_loaded(
    kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    def registered(group: str) -> Mapping[str, Registered]:
        return {"odd": Registered(kind)}

    monkeypatch.setattr(referee, "registered", registered)
    found = Referee().findings([claim("x", id="a")], KNOWN)
    assert [(each.check, each.outcome, each.gate) for each in found] == [("odd", Outcome.UNCHECKED, True)]


@dataclass(frozen=True)
class Registered:
    """An entry point as far as the referee asks it."""

    kind: type
    name: str = "odd"

    def load(self) -> type:
        return self.kind


def test_nothing_asked_nothing_said() -> None:
    assert Referee().findings([], KNOWN) == []
