"""A cited source on an unrelated subject is told; one on the subject never is, however it is worded."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from verify_library import cite, claim, document, only

from moot.evidence.library import Library
from moot.text.tongue import ENGLISH, tongue
from moot.verify.topic import Topic
from moot.words import Claim, ClaimKind, Document, Finding, Outcome, Reference


def titled(n: int, title: str, text: str) -> Document:
    page = document(n, text)
    return page.model_copy(update={"source": page.source.model_copy(update={"title": title})})


TOXICOLOGY = (
    "Lead accumulates in the liver of river trout. We exposed adult fish to three concentrations for sixty days and "
    "measured enzyme activity in gill, kidney and muscle tissue. Mortality rose with the dose."
)
CARS = (
    "The second platform of the maker carries its small electric models. Battery packs of two sizes fit under the "
    "floor, and the assembly line in the north builds four thousand vehicles a week."
)
GERMAN = (
    "Die zweite Plattform des Herstellers trägt seine kleinen elektrischen Modelle. Zwei Größen von Akkus passen unter "
    "den Boden, und das Werk im Norden baut viertausend Fahrzeuge in der Woche. Der Rat stimmte dem Ausbau zu."
)
KNOWN = Library(
    [
        titled(1, "Toxicology of lead in river trout", TOXICOLOGY),
        titled(2, "A platform for small electric cars", CARS),
        titled(3, "Eine Plattform für kleine Autos", GERMAN),
        titled(4, "Note", "Too short."),
    ]
)
CLAIM = "The shared car platform lowers the cost of each electric model for the manufacturer."


def cites(text: str, *sources: str, kind: ClaimKind = ClaimKind.STATED) -> Claim:
    marks = tuple(Reference(mark=f"[{source}]", entry="x", source=source) for source in sources)
    return Claim(id="c1", kind=kind, text=text, references=marks)


def found(text: str, *sources: str) -> Finding:
    finding = only(Topic().findings([cites(text, *sources)], KNOWN))
    assert (finding.check, finding.gate, finding.claim) == ("topic", False, "c1")
    return finding


def test_a_source_on_another_subject_is_named() -> None:
    finding = found(CLAIM, "S1")
    assert finding.outcome is Outcome.FAILS
    assert finding.reason == "it cites “Toxicology of lead in river trout”, which is about another subject"
    assert finding.score is not None
    assert finding.score < 0.3


def test_a_source_on_the_subject_holds_in_its_words_and_in_others() -> None:
    assert found(CLAIM, "S2").outcome is Outcome.HOLDS
    assert found("Its compact battery vehicles share one underbody.", "S2").outcome is Outcome.HOLDS
    assert found("Four thousand vehicles a week leave the assembly line.", "S2").score == 1.0


def test_one_stray_source_among_good_ones_is_told_alone() -> None:
    finding = found(CLAIM, "S2", "S1")
    assert finding.outcome is Outcome.FAILS
    assert "trout" in finding.reason
    assert "electric cars" not in finding.reason


def test_what_cannot_be_compared() -> None:
    finding = found(CLAIM, "S3")
    assert (finding.outcome, finding.score) == (Outcome.UNCHECKED, None)
    assert "English" in finding.reason
    for asked in (
        cites(CLAIM, "S4"),
        cites(CLAIM, "S9"),
        cites(CLAIM),
        cites("It rose.", "S1"),
        cites(CLAIM, "S1", kind=ClaimKind.QUOTED),
        cites(CLAIM, "S1", kind=ClaimKind.INFERRED),
    ):
        assert Topic().findings([asked], KNOWN) == []


def test_what_is_cited_of_a_long_source_counts() -> None:
    long = titled(1, "Collected notes", f"# Fish\n\n{TOXICOLOGY * 30}\n\n# Cars\n\n{CARS}\n")
    known = Library([long])
    quote = "Battery packs of two sizes fit under the floor"
    stated = claim("Batteries can be mounted beneath the car in either capacity.", cite(known, quote))
    assert only(Topic().findings([stated], known)).outcome is Outcome.HOLDS
    other = claim("Sunday concerts in the cathedral draw pilgrims from abroad.", cite(known, quote))
    assert only(Topic().findings([other], known)).outcome is Outcome.FAILS


TEXTS = st.sampled_from([CLAIM, "Lead kills fish in rivers slowly.", "", "\x00 ‮ 5"]) | st.text(max_size=30)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(TEXTS, st.sampled_from(["S1", "S2", "S3", "S4", "zz"])), max_size=4))
def test_the_same_alone_and_in_company(asked: list[tuple[str, str]]) -> None:
    """What is too short to tell its language is in that of the document; nothing else comes from the company."""
    assume(tongue(" ".join(text for text, _ in asked)) in (None, ENGLISH))
    claims = [cites(text, source).model_copy(update={"id": f"c{n}"}) for n, (text, source) in enumerate(asked)]
    together = Topic().findings(claims, KNOWN)
    assert together == [finding for each in claims for finding in Topic().findings([each], KNOWN)]
    assert all(finding.reason and "\n" not in finding.reason for finding in together)


@pytest.mark.parametrize("title", ["a\nb\x00‮", "x" * 500])
def test_a_hostile_title_is_one_short_line(title: str) -> None:
    finding = only(Topic().findings([cites(CLAIM, "S1")], Library([titled(1, title, TOXICOLOGY)])))
    assert finding.reason.isprintable()
    assert len(finding.reason) < 200
