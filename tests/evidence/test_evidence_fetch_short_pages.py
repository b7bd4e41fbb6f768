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


BANNER = (
    "<div id=cookies><p>We value your privacy. We and our 214 partners store cookies on your device.</p>"
    "<button>Accept all cookies</button></div>"
)
OWN_WORDS = {
    "Ferry notice": "<p>The ferry to Ostby carries 31 cars since 4 May 2026.</p>",
    "Ferien in Ostby": "<p>Das Bad von Ostby ist vom 3. bis zum 9. August wegen einer Reparatur geschlossen.</p>",
    "Oven": "<p>Clean the grate of the oven before you continue to the second firing, says the manual of 2024.</p>",
    "The archive": "<p>“We value your privacy”, its keeper told 40 families, and closed 61 letters until 2060.</p>",
    "Cake sale": "<p>Pupils agreed to sell cookies. They accept no cookies back, and sold 880 of them.</p>",
    "Water": "<p>Milk is not available in this region of Ostby in winter. Some 900 people fetch it.</p>",
    "Enable JavaScript: a course": "<p>The school teaches JavaScript, which 26 children need for their map.</p>",
    "Estate": "<p>Buy this domain and you own a lake, its heir says. The 61 hectares cost 940,000 crowns.</p>",
    "Works": "<p>The site is closed for maintenance, wrote the mill in May. Its 9 sluices were rebuilt by 14 men.</p>",
    "How readers pay": (
        "<p>Subscribe to continue reading: buyers of the Ostby Mail meet these words 9 times a week, a poll found.</p>"
        "<p>Most close the page. Only 14 of 611 took a subscription in 2025.</p>"
    ),
}


@pytest.mark.parametrize("title", OWN_WORDS)
def test_a_few_words_of_its_own_make_a_page(title: str) -> None:
    assert told(title, f"{OWN_WORDS[title]}{BANNER}") == ""
    assert told(title, OWN_WORDS[title]) == ""


@pytest.mark.parametrize(
    ("title", "body", "reason"),
    [
        ("The mill", BANNER, "consent"),
        ("Before you continue", "<p>We use cookies and data to keep our 12 services.</p>", "consent"),
        (
            "The Ostby Mail",
            f"<p>Local news.</p>{BANNER}<p>Our 31 partners use your personal data for ads.</p>",
            "consent",
        ),
        ("Not here", "<p>This story is not available in your region.</p>", "region"),
        ("Map", "<p>You need to enable JavaScript to see the map of Ostby.</p>", "scripts"),
        ("ostby.example is for sale", "<p>ostby.example is for sale for 2,300 dollars. Ask today!</p>", "for sale"),
        (
            "Ostby Rail",
            "<p>This site is down for maintenance. We shall be back on 3 May 2026 at noon.</p>",
            "maintenance",
        ),
        (
            "The mill",
            f"<p>The mill was sold in 1871.</p><p>Subscribe to read the full story.</p>{BANNER}",
            PAID,
        ),
    ],
)
def test_words_of_a_notice_are_none_of_a_page(title: str, body: str, reason: str) -> None:
    """Though it has a figure; and the reason is what closes the page, not the banner beside it."""
    assert reason in told(title, body)
