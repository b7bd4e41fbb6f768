"""What came of fetching, said of each claim that cites it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verify_library import cite, claim, document, library, only

from moot.evidence.fetch import Fetched, NotFetched
from moot.evidence.library import Library
from moot.verify.links import Link, Links, agree, judge
from moot.words import Claim, ClaimKind, Finding, Outcome, Reference

URL = "https://bees.example/a"
KNOWN = library("Bees collect nectar from flowers in spring and in summer.")
FETCHED = Link(URL, URL, 200, "On the flight of bees | Bee News", "On the flight of bees")


def cites(*references: Reference) -> Claim:
    return Claim(id="c1", kind=ClaimKind.STATED, text="Bees fly.", references=references)


def reference(mark: str = "[1]", address: str | None = URL, source: str | None = None) -> Reference:
    return Reference(mark=mark, entry="Okafor, On the flight of bees", address=address, source=source)


def found(seen: dict[str, Link], *references: Reference) -> Finding:
    finding = only(Links(seen).findings([cites(*references or (reference(),))], KNOWN))
    assert (finding.check, finding.gate, finding.claim) == ("links", False, "c1")
    return finding


def test_a_page_under_its_title_holds() -> None:
    finding = found({URL: FETCHED})
    assert (finding.outcome, finding.reason) == (
        Outcome.HOLDS,
        "the address answers under the title that the report gives",
    )


def test_from_what_came_of_fetching() -> None:
    page = Fetched(URL, "https://new.example/", 200, {}, b"x", "", "2026-03-01", (URL,))
    assert Link.of(page, title="T", cited_title="C") == Link(URL, "https://new.example/", 200, "T", "C")
    gone = NotFetched(URL, "it answers 404 (not found)", 404, gone=True)
    assert judge(Link.of(gone, archived="https://x"))[0] is Outcome.FAILS
    assert judge(Link.of(NotFetched(URL, "its certificate is not valid")))[0] is Outcome.UNCHECKED


def test_by_the_id_of_a_source_or_by_the_address() -> None:
    gone = Link(URL, "", 404, reason="it answers 404 (not found)", gone=True)
    assert found({"S1": gone}, reference(source="S1")).outcome is Outcome.FAILS
    assert found({URL: gone}, reference(source="S1")).outcome is Outcome.FAILS
    assert found({"S1": FETCHED, URL: gone}, reference(source="S1")).outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    ("link", "outcome", "reason"),
    [
        (
            Link(
                URL,
                "",
                404,
                archived="https://web.archive.org/web/2020/x",
                reason="it answers 404 (not found)",
                gone=True,
            ),
            Outcome.FAILS,
            "the address leads to no page: it answers 404 (not found) (archived copy: https://web.archive.org/web/2020/x)",
        ),
        (Link(URL, "", 410, reason="it answers 410 (gone for good)", gone=True), Outcome.FAILS, "it answers 410"),
        (Link(URL, "", 403, reason="it answers 403 (it refuses access)"), Outcome.UNCHECKED, "403"),
        (Link(URL, "", 503, reason="it answers 503 (not available now)"), Outcome.UNCHECKED, "503"),
        (Link(URL, "", None, reason="no answer within 30 seconds"), Outcome.UNCHECKED, "no answer within 30 seconds"),
        (Link(URL, "", 200, reason="it leads to a login page"), Outcome.UNCHECKED, "it leads to a login page"),
        (
            Link(URL, "", 200, reason="it says that the page was not found", gone=True),
            Outcome.FAILS,
            "the address leads to no page: it says that the page was not found",
        ),
        (Link(URL, "", None, reason="its host is not known", gone=True), Outcome.FAILS, "its host is not known"),
        (Link(URL), Outcome.UNCHECKED, "not fetched: run with --fetch"),
        (
            Link(URL, URL, 200, "Toxicology of lead in river fish", "On the flight of bees"),
            Outcome.FAILS,
            "the page is titled “Toxicology of lead in river fish”, the report says “On the flight of bees”",
        ),
        (Link(URL, URL, 200, "", "On the flight of bees"), Outcome.HOLDS, "the address answers"),
        (
            Link(URL, "", 403, "", "On the flight of bees", reason="it refuses", registered="On the Flight of Bees"),
            Outcome.HOLDS,
            "its identifier names the title that the report gives; the address could not be opened: it refuses",
        ),
        (
            Link(URL, "", 403, "", "On the flight of bees", reason="it refuses", registered="Lead in river fish"),
            Outcome.FAILS,
            "its identifier names “Lead in river fish”, the report says “On the flight of bees”",
        ),
        (
            Link(URL, URL, 200, "Sign up for our news", "On the flight of bees", registered="On the flight of bees"),
            Outcome.HOLDS,
            "under the title that the report gives",
        ),
        (
            Link(URL, "", 404, "", "On the flight of bees", "", "gone", True, "On the flight of bees"),
            Outcome.FAILS,
            "leads to no page",
        ),
        (Link(URL, URL, 200, "Home", "On the flight of bees"), Outcome.HOLDS, "the address answers"),
        (Link(URL, "http://www.bees.example/a/", 200), Outcome.HOLDS, "the address answers"),
        (Link(URL, "https://new.example/b", 200), Outcome.HOLDS, "now at https://new.example/b"),
    ],
)
def test_what_a_link_is_worth(link: Link, outcome: Outcome, reason: str) -> None:
    said, why = judge(link)
    assert said is outcome
    assert reason in why


def test_several_links_each_with_its_name_the_worst_first() -> None:
    gone = Link("https://x.example/", "", 404, reason="it answers 404 (not found)", gone=True)
    finding = found({URL: FETCHED, "https://x.example/": gone}, reference(), reference("[2]", "https://x.example/"))
    assert (finding.outcome, finding.reason) == (
        Outcome.FAILS,
        "[2]: the address leads to no page: it answers 404 (not found)",
    )
    finding = found({URL: FETCHED}, reference(), reference("[2]", "https://y.example/"))
    assert (finding.outcome, finding.reason) == (Outcome.UNCHECKED, "[2]: not fetched: run with --fetch")


def test_what_has_no_address_is_not_asked_about() -> None:
    local = claim("Bees collect nectar.", cite(KNOWN, "Bees collect nectar"))
    assert Links({URL: FETCHED}).findings([local, cites(reference(address=None)), cites()], KNOWN) == []


def test_a_source_that_was_read_at_an_address() -> None:
    page = document(1, "Bees collect nectar from flowers.")
    page = page.model_copy(update={"source": page.source.model_copy(update={"origin": URL})})
    known = Library([page])
    stated = claim("Bees collect nectar.", cite(known, "Bees collect nectar"))
    assert only(Links().findings([stated], known)).reason == "not fetched: run with --fetch"
    assert only(Links({"S1": FETCHED}).findings([stated], known)).outcome is Outcome.HOLDS


TITLE = "On the flight of bees in spring"


@pytest.mark.parametrize(
    "other",
    [
        "On the flight of bees in spring | Bee News",
        "Bee News: On the Flight of Bees in Spring",
        "[2101.00001] On the flight of bees in spring",
        "ON THE FLIGHT OF BEES IN SPRING",
        "On the flight of bees in…",
        "Okafor, A. & Wei, L. (2021). On the flight of bees in spring. Journal of Bees 12(3), 44–51.",
        "On the flight of bees in spring: a field study",
        "On the ﬂight of bees in spring – Bee News – Science",
    ],
)
def test_titles_of_one_work(other: str) -> None:
    assert agree(TITLE, other)
    assert agree(other, TITLE)


@pytest.mark.parametrize(
    "other",
    [
        "Toxicology of lead in river fish",
        "Bee News | Toxicology of lead in river fish",
        "Annual report of the ministry of transport 2021",
    ],
)
def test_titles_of_two_works(other: str) -> None:
    assert agree(TITLE, other) is False


@pytest.mark.parametrize("other", ["", "Home", "Home page of the whole society", "2021", "bees.pdf", "Bee News", "—"])
def test_what_is_no_title(other: str) -> None:
    assert agree(TITLE, other) is None


@given(st.text(max_size=60), st.text(max_size=60), st.none() | st.integers(100, 599), st.text(max_size=20))
def test_whatever_strangers_write_the_reason_is_one_line(
    title: str, cited: str, status: int | None, reason: str
) -> None:
    for link in (
        Link(URL, URL, status, title, cited, reason=reason),
        Link(URL, "", status, reason=reason, archived=URL),
    ):
        _, why = judge(link)
        assert why
        assert why.isprintable()
        assert judge(link) == judge(link)
    assert agree(title, cited) == agree(cited, title)
    if agree(title, title) is not None:
        assert agree(title, title)
