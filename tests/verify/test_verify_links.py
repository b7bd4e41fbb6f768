"""What came of fetching, said of each claim that cites it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verify_library import cite, claim, document, only

from moot.evidence.library import Library
from moot.evidence.media.hidden import METADATA
from moot.text.visible import visible
from moot.verify.links import Links, agree, judge
from moot.words import Claim, ClaimKind, Finding, Hidden, Link, Outcome, Reference

URL = "https://bees.example/a"
OTHER = "https://x.example/"
TEXT = "Bees collect nectar from flowers in spring and in summer."
CITED = "On the flight of bees"
GONE = Link(asked=OTHER, status=404, reason="it answers 404 (not found)", gone=True)
FETCHED = Link(asked=URL, final=URL, status=200, title="On the flight of bees | Bee News")


def cites(*references: Reference) -> Claim:
    return Claim(id="c1", kind=ClaimKind.STATED, text="Bees fly.", references=references)


def reference(mark: str = "[1]", address: str | None = URL, title: str = CITED) -> Reference:
    return Reference(mark=mark, entry=f"Okafor, {title}", title=title, address=address)


def found(links: Sequence[Link], *references: Reference) -> Finding:
    finding = only(Links().findings([cites(*references or (reference(),))], Library([document(1, TEXT)], links)))
    assert (finding.check, finding.gate, finding.claim) == ("links", False, "c1")
    return finding


def test_a_page_under_its_title_holds() -> None:
    finding = found([FETCHED])
    assert (finding.outcome, finding.reason) == (
        Outcome.HOLDS,
        "the address answers under the title that the report gives",
    )


def closed(reason: str, status: int | None = None, registered: str = "") -> Link:
    return Link(asked=URL, status=status, reason=reason, registered=registered)


def opened(title: str = "", registered: str = "", final: str = URL) -> Link:
    return Link(asked=URL, final=final, status=200, title=title, registered=registered)


@pytest.mark.parametrize(
    ("link", "outcome", "reason"),
    [
        (
            GONE.model_copy(update={"archived": "https://web.archive.org/web/2020/x"}),
            Outcome.FAILS,
            "the address leads to no page: it answers 404 (not found) (archived copy: https://web.archive.org/web/2020/x)",
        ),
        (GONE.model_copy(update={"registered": CITED}), Outcome.FAILS, "leads to no page"),
        (closed("it answers 403 (it refuses access)", 403), Outcome.UNCHECKED, "403"),
        (closed("no answer within 30 seconds"), Outcome.UNCHECKED, "no answer within 30 seconds"),
        (
            opened("Toxicology of lead in river fish"),
            Outcome.FAILS,
            f"the page is titled “Toxicology of lead in river fish”, the report says “{CITED}”",
        ),
        (opened(), Outcome.HOLDS, "the address answers"),
        (
            closed("it refuses", 403, "On the Flight of Bees"),
            Outcome.HOLDS,
            "its identifier names the title that the report gives; the address could not be opened: it refuses",
        ),
        (
            closed("it refuses", 403, "Lead in river fish"),
            Outcome.FAILS,
            f"its identifier names “Lead in river fish”, the report says “{CITED}”",
        ),
        (opened("Sign up for our news", CITED), Outcome.HOLDS, "under the title that the report gives"),
        (opened("Home"), Outcome.HOLDS, "the address answers"),
        (opened(final="http://www.bees.example/a/"), Outcome.HOLDS, "the address answers"),
        (opened(final="https://new.example/b"), Outcome.HOLDS, "now at https://new.example/b"),
    ],
)
def test_what_a_link_is_worth(link: Link, outcome: Outcome, reason: str) -> None:
    said, why = judge(link, CITED)
    assert said is outcome
    assert reason in why


def test_a_page_may_have_two_titles() -> None:
    read = opened("Bees over the valley").model_copy(update={"source": "S1"})
    for page in (
        document(1, TEXT).model_copy(update={"hidden": (Hidden(how=METADATA, text=f"{CITED} | Bee News"),)}),
        document(1, f"# {CITED}\n\n{TEXT}"),
    ):
        assert only(Links().findings([cites(reference())], Library([page], [read]))).outcome is Outcome.HOLDS
    assert only(Links().findings([cites(reference())], Library([document(1, TEXT)], [read]))).outcome is Outcome.FAILS


def test_several_links_each_with_its_mark_the_worst_first() -> None:
    finding = found([FETCHED, GONE], reference(), reference("[2]", OTHER))
    assert (finding.outcome, finding.reason) == (
        Outcome.FAILS,
        "[2]: the address leads to no page: it answers 404 (not found)",
    )


def test_one_address_under_two_titles() -> None:
    finding = found([FETCHED], reference(), reference("[2]", f"{URL}#part", "Toxicology of lead in river fish"))
    assert finding.outcome is Outcome.FAILS and finding.reason.startswith("[2]: the page is titled “On the flight")


def test_what_was_not_asked_for_is_not_spoken_of() -> None:
    known = Library([document(1, TEXT)], [FETCHED])
    local = claim("Bees collect nectar.", cite(known, "Bees collect nectar"))
    assert Links().findings([local, cites(reference(address=None)), cites(reference(address=OTHER))], known) == []


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
        Link(asked=URL, final=URL, status=status, title=title, reason=reason),
        Link(asked=URL, status=status, reason=reason, archived=URL),
    ):
        _, why = judge(link, cited)
        assert why
        assert visible(why) == why and len(why.splitlines()) == 1
        assert judge(link, cited) == judge(link, cited)
    assert agree(title, cited) == agree(cited, title)
    if agree(title, title) is not None:
        assert agree(title, title)
