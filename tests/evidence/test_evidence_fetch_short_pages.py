"""Short pages: whole articles with a line for members or a headline like a notice, and stubs with a polite notice."""

from __future__ import annotations

import pytest

from moot.evidence.fetch import Fetched
from moot.evidence.fetch.fetched import digest
from moot.evidence.fetch.walls import wall

MILL = (
    "<p>The mill at Ostby ground 4,100 tonnes of rye in 2025, a tenth more than the year before.</p>"
    "<p>Its wheel was built in 1871 of oak, and turns nine times a minute when the brook is full.</p>"
    "<p>Two apprentices began in August, of whom one had been a baker in Lund for eleven years.</p>"
    "<p>The county pays for the new sluice, and the miller for the stones, which weigh 900 kilograms each.</p>"
)
BEGUN = "<p>The mill at Ostby was to be sold last spring. Then the miller made an offer that nobody had thought of.</p>"
SHORT = "<p>The house at Ostby was built in 1871 of oak. {} It was painted red in August by two apprentices.</p>"
FLEET = MILL.replace("The mill", "The US mill").replace("Its wheel", "Its US wheel").replace("Two", "Two US Navy")
HEAD = "<header><a href=/login>Log in</a> <a href=/join>Subscribe</a></header>"
FOOT = "<footer>© The Ostby Mail</footer>"


def told(title: str, body: str) -> str:
    page = f"<html lang=en><head><title>{title}</title></head><body>{HEAD}<main>{body}</main>{FOOT}</body></html>"
    data, address = page.encode(), "https://a.example/mill"
    found = wall(Fetched(address, address, 200, {"content-type": "text/html"}, data, digest(data), "2026-03-01", ()))
    return found.reason if found else ""


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("The mill", f"<h1>The mill</h1>{MILL}<p>Already a subscriber? Sign in.</p>"),
        ("The mill", f"<h1>The mill</h1>{MILL}<div>Already a member? Log in to comment.</div>"),
        ("Die Mühle", f"<h1>Die Mühle</h1>{MILL}<p>Bereits Abonnent? Hier anmelden.</p>"),
        ("Le moulin", f"<h1>Le moulin</h1>{MILL}<aside>Déjà abonné ? Connectez-vous.</aside>"),
        ("The club", f"<h1>The club</h1>{SHORT.format('On Mondays it is open to club members only.')}"),
        ("The bus", f"<p>{SHORT.format('Passengers must create an account to access the timetable.')}</p>"),
        (
            "The mill",
            SHORT.format("Visitors who sign up to see the rest of the story of the mill get a badge."),
        ),
        ("The fleet", f"{FLEET}<div>Already a member? Log in to comment.</div>"),
        ("How a 404 page became famous", f"<h1>How a 404 page became famous</h1>{MILL}"),
        ("The document that could not be found for years", f"<h1>The lost document</h1>{MILL}"),
        ("Page not found: what the mill's archive lacks | The Ostby Mail", f"<h1>Page not found</h1>{MILL}"),
        ("The mill", f"<h1>Are you human? The question that millers hate</h1>{MILL}"),
        ("Unusual activity at the mill", f"<h1>Unusual activity at the mill</h1>{MILL}"),
        ("Captcha art", f"<h1>The artist who paints captchas</h1>{MILL}"),
    ],
)
def test_a_short_article_is_one(title: str, body: str) -> None:
    assert told(title, body) == ""


PAID = "for subscribers"


@pytest.mark.parametrize(
    ("title", "body", "said"),
    [
        ("The mill", f"{BEGUN}<h2>Create an account to read the full story.</h2>", PAID),
        ("The mill", f"{BEGUN}<p>The author made this story available to Inkwell members only.</p>", PAID),
        ("The mill", f"{BEGUN}<p>Sign up or log in to continue reading.</p>", PAID),
        ("The mill", f"{BEGUN}<p>Sign in with your reader card to see the rest.</p>", PAID),
        ("The mill", f"{BEGUN}<p>Open a free account to keep going.</p>", PAID),
        ("The mill", f"{BEGUN}<p>This post is open to paying subscribers only.</p>", PAID),
        ("The mill", f"{BEGUN}<p>Already a subscriber? Sign in.</p>", PAID),
        ("The mill", f"{MILL}<p>Subscribe to continue reading. Already a subscriber? Sign in.</p>", PAID),
        ("Error 404: the page could not be found | Ostby", f"<h1>Latest news</h1>{MILL}", "not found"),
        (
            "One more step",
            "<p>We have seen unusual traffic from your network, and need to know more.</p>"
            "<p>Please tick the box below so that we see that a person is here.</p>"
            "<p>If you think that this is a mistake, write to us with the number below.</p>",
            "robots",
        ),
    ],
)
def test_a_stub_is_none(title: str, body: str, said: str) -> None:
    assert said in told(title, body)
