"""Walls are told by how they are made: what tells of something, what closes the rest, where it stands, forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from moot.evidence.fetch import Fetched
from moot.evidence.fetch.walls import wall

PAGES = [
    json.loads(line)
    for name in ("open", "later")
    for line in Path(__file__)
    .parents[2]
    .joinpath("benchmarks", "corpora", "walls", f"{name}.jsonl")
    .read_text()
    .splitlines()
]
BEGUN = (
    "<p>Nineteen kestrel chicks hatched in the silo at Hollin this year, the most since the count began in 2008.</p>"
    "<p>At a meeting in February, behind closed doors, three plans lay on the table, and the cheapest of them</p>"
)
WHOLE = BEGUN.replace("of them</p>", "of them was chosen.</p>")


def told(html: str, asked: str = "https://a.example/x", kind: str = "text/html") -> str:
    found = wall(Fetched(asked, asked, 200, {"content-type": kind}, html.encode(), "", "2026-03-01"))
    return found.reason if found else ""


UNTOLD = "wall-g-8"
"""It tells in a sentence of its own where its site moved to."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_pages_of_the_corpus(page: dict[str, str]) -> None:
    assert bool(told(page["html"], page["asked"])) == (page["wall"] and page["name"] != UNTOLD)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (f"{BEGUN}<div><h2>This post is for paying supporters</h2><button>Upgrade to paid</button></div>", "beginning"),
        (f"{WHOLE}<p>To read the whole of this essay, take out a digital pass (£3 a month).</p>", "beginning"),
        (f"{BEGUN}<p>From £1 a week.</p>", "beginning"),
        ("<h1>The count</h1><p>Your session has expired. Please sign in again to view this article.</p>", "a login"),
        ("<h1>Bats</h1><p>You do not have access to this content.</p><p>Buy 24-hour access for $42.", "institution"),
        ("<h1>Institutional access required</h1><p>Choose your institution to view this document.", "institution"),
        ("<title>Please wait…</title><p>We are checking that your connection is secure.", "robots"),
        ("<title>Wait</title><meta http-equiv=refresh content=5><p>Almost there.", "loaded again"),
        ("<h1>Sorry, we can't seem to find that page</h1><p>Try searching, or go back to the home page.", "not found"),
        ("<h1>Hello</h1><form action='https://10.20.0.1/login'>Room <input name=room></form>", "captive portal"),
        ("<h1>Hello</h1><p>Start your internet session here.<form>Room <input name=room></form>", "captive portal"),
    ],
)
def test_what_closes_a_page(html: str, said: str) -> None:
    assert said in told(html)


@pytest.mark.parametrize(
    "html",
    [
        f"{WHOLE}<p>Subscribe to read the counts of chicks as they come in.</p>",
        f"{WHOLE}<p>From £1 a week.</p>",
        f"{WHOLE}<p>Already a member? Log in to book.</p>",
        f"{WHOLE}<p>Readers say that “This article is for subscribers only” is what they like least.</p>",
        "<p>Passengers of the line use the hotspot for two hours a day. They accept the terms of the network once.</p>",
        "<h1>Hours</h1><table><tr><td>Monday<td>7–20<tr><td>Sunday<td>9–17</table><p>Log in to see your bookings.</p>",
        "<h1>Bread</h1><p>You need 300 g of flour, and your oven at 220 degrees for your bread.</p>",
    ],
)
def test_what_is_told_beside_an_offer(html: str) -> None:
    assert told(html) == ""


def test_a_notice_without_markup() -> None:
    asked = "https://a.example/report.pdf"
    assert "login" in told("Your session has expired.", asked, "text/plain")
    assert "login" in told("Your session has expired.", asked, "application/octet-stream")
    assert told("The count ended in July. Nineteen chicks were seen.", asked, "text/plain") == ""


@pytest.mark.parametrize(
    "html",
    [
        f"{WHOLE}<p>To read the full report, download the PDF for free.</p>",
        f"{WHOLE}<p>Read the full report at your library.</p>",
        f"{WHOLE}<p>The letter is only for members of the choir.</p>",
        "<p>Lund and Co recalls 4,200 pumps.</p><p>Owners should start again with a new filter.</p>",
        "<p>The car park is for staff of the hospital only.</p>",
        "<ul><li>Built in 1931</li><li>Area 4,100 m²</li></ul><p>It holds the largest puzzle of the world.</p>",
    ],
)
def test_everyday_words_close_no_page(html: str) -> None:
    assert not told(html)
