"""What stands in place of an article is told, and an article that only speaks of such things is not taken for it."""

from __future__ import annotations

import json

import pytest
from evidence_web import Reply, Site, fetcher, moved

from moot.evidence.fetch import Fetched, NotFetched
from moot.evidence.fetch.fetched import digest
from moot.evidence.fetch.walls import wall

PROSE = "<p>" + "The council voted on the new bridge in spring, and builders began in May. " * 40 + "</p>"
TEASER = "<p>" + "The council voted on the new bridge in spring. " * 12 + "</p>"
AROUND = "<nav><ul>" + "<li><a href=/x>Another part of this site</a>" * 90 + "</ul></nav>"
CARRIED = json.dumps({"@type": "NewsArticle", "articleBody": "The council voted on the new bridge in spring. " * 12})
FORM = "<form>Log in <input name=u><input type='PassWord' name=p> Forgot your password?</form>"


def page(body: str, asked: str = "https://a.example/x", address: str = "", kind: str = "text/html") -> Fetched:
    address = address or asked
    hops = (asked,) if asked != address else ()
    data = body.encode()
    return Fetched(asked, address, 200, {"content-type": kind}, data, digest(data), "2026-03-01", hops)


def told(shown: Fetched) -> str:
    found = wall(shown)
    return found.reason if found else ""


VOTE = (
    "<article><h1>Council vote</h1><p>The vote was 17 to 9 in favour, with three abstentions. The mayor thanked both "
    "sides, and closed the long meeting of the council at eleven in the evening.</p></article>"
)
OVER = (
    "<div role=dialog class=x><h2>We value your privacy</h2><p>We and our partners store cookies.</p>Accept all</div>"
)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<title>brackwell.example is for sale</title><h1>This domain is for sale</h1><p>Buy this domain.", "for sale"),
        ("<title>x.example</title><p>This domain name is parked free, courtesy of a registrar.", "parked"),
        ("<title>Maintenance</title><h1>We will be back soon</h1><p>The site is down for maintenance.", "maintenance"),
        ("<title>News</title><p>Our website is currently undergoing scheduled maintenance.", "maintenance"),
        ("<title>Error</title><h1>500 Internal Server Error</h1><p>Something went wrong.", "error of its server"),
        ("<title>502 Bad Gateway</title><center>nginx</center>", "error of its server"),
        ("<title>Age check</title><h1>Are you over 18?</h1><button>Yes</button><button>No</button>", "age"),
        ("<title>Brewery</title><p>You must be at least 18 years old to enter this site.", "age"),
        (f"<title>Before you continue</title>{OVER}", "cookies"),
        (f"<title>Site</title><header>{FORM}</header>", "shows a login page"),
        (f"<title>Site</title>{FORM}", "shows a login page"),
        (f"<title>Log in</title>{TEASER}{FORM}", "login page"),
        ("<title>Just a moment...</title>Checking your browser before accessing", "test for robots"),
        ("<title>x</title>Please verify you are a human", "test for robots"),
        ("<title>Page not found | Site</title><p>Sorry.</p>", "not found"),
        ("<title>404</title>", "not found"),
        ("<title>Site</title><p>The page you want no longer exists.", "not found"),
        ("<title>App</title><noscript>You need to enable JavaScript to run this app.</noscript><div></div>", "scripts"),
        ("<title>Before you continue</title>We value your privacy. Accept all cookies", "cookies"),
        (f"<title>Bridge</title>{TEASER}<p>Subscribe now to continue reading.</p>", "for subscribers"),
        (f"<title>Bridge</title>{TEASER}Already a subscriber? Sign in", "for subscribers"),
        (f"<title>Bridge</title>{TEASER}Access this article through your institution. Buy this article", "subscribers"),
        (f"<title>B</title>{AROUND}{TEASER}<h2>Subscribe to unlock this article</h2>{AROUND}", "for subscribers"),
        (f"<title>B</title>{TEASER}You’ve reached your free article limit.", "for subscribers"),
        (f"<title>B</title>{TEASER}<p>Diesen Artikel weiterlesen mit Tagblatt+</p>", "for subscribers"),
        (f"<title>B</title>{TEASER}<p>Cet article est réservé aux abonnés.</p>", "for subscribers"),
        (f"<title>B</title>{TEASER}<p>Contenido exclusivo para suscriptores</p>", "for subscribers"),
        (f"<title>B</title>{TEASER}<p>この記事は有料会員限定です</p>", "for subscribers"),
        ("<title>B</title><p>Zustimmung</p><button>x</button>Akzeptieren und weiter", "cookies"),
        ("<title>Herald</title><p>This content is not available in your region.", "region"),
        ("<title>App</title><app-root><p>Loading…</p></app-root><script src=a.js></script>", "scripts"),
        (f"<title>Page not found</title>{AROUND}<p>Sorry.</p>{AROUND}", "not found"),
        ("<title>Guest Wi-Fi</title><p>Welcome. Accept the terms to use the network.</p>", "captive portal"),
        ("<title>Harbour Hotspot</title>To get online, please agree to our conditions of use.", "captive portal"),
        ("<h1>Sorry, that page has moved on</h1><p>We could not find what you were looking for.</p>", "not found"),
        ("<title>Herald</title><p>Oops! The article you asked for has been taken down.</p>", "not found"),
        ("<p>This story is for Plus readers. Try Plus for one month at 1 crown.</p>", "for subscribers"),
        (
            f"<title>B</title>{TEASER}<p>This article is only for Gold members. Join free for 30 days.</p>",
            "for subscribers",
        ),
        ("<p>Enter the e-mail address of your account and we send you a code.</p>", "shows a login page"),
        (
            "<title>B</title><p>Welcome back. Please enter your email and we'll mail you a link.</p>",
            "shows a login page",
        ),
        (
            '<title>B</title><script type="application/ld+json">{"isAccessibleForFree": "False"}</script><p>Short.',
            "for subscribers",
        ),
    ],
)
def test_walls(body: str, said: str) -> None:
    assert said in told(page(body))


@pytest.mark.parametrize(
    "body",
    [
        f"<title>Bridge</title>{PROSE}",
        f"<title>Council vote</title>{OVER}{VOTE}",
        f"<title>Council vote</title><div id=cmp class=consent-overlay role=dialog>We value your privacy. Accept all "
        f"cookies</div><main>{VOTE}</main>",
        f"<title>Council vote</title><header>{FORM}</header>{VOTE}",
        f"<title>Council vote</title>{VOTE}<div role=dialog>{FORM}</div>",
        "<title>Names for sale</title><p>The domain brackwell.example was sold for 4 million euros. Many are for sale.",
        "<title>Bridge closed</title><p>The bridge is closed for maintenance until May. The ferry will be back soon.",
        "<title>Maintenance of pumps</title><p>Pumps need maintenance twice a year, says the site manager.",
        "<title>Status codes</title><p>A server answers 500 Internal Server Error where it failed.",
        "<title>Voting</title><p>You must be 18 to vote. Are you over 18 on the day? Then you may enter the poll.",
        f"<title>Bridge</title>{TEASER}",
        f"<title>Bridge</title>{PROSE}{FORM}",
        f"<title>Bridge</title>{PROSE}<p>Subscribe to continue reading our newsletter.</p>",
        f'<title>B</title><script type="application/ld+json">{{"isAccessibleForFree": false}}</script>{PROSE}',
        f'<title>B</title><meta name="citation_title" content="B">{TEASER}<p>Abstract. Buy this article',
        f"<title>Why 404 pages exist</title>{PROSE}",
        f"<title>How captchas work: are you human?</title>{PROSE}",
        f"<title>Bridge</title><noscript>Please enable JavaScript</noscript>{PROSE}",
        f"<title>Bridge</title>{PROSE}<div>We value your privacy. Accept all cookies</div>",
        f'<title>B</title><script type="application/ld+json">{CARRIED}</script><noscript>Enable JavaScript</noscript>',
        f"<title>Bridge</title>{TEASER}<p>Subscribe to keep reading and get access to the full archive.</p>",
        f"<title>Bridge</title>{TEASER}<p>Subscribe for free to read our archives of forty years.</p>",
        f"<title>Bridge</title><div class='cookie-notice'>You accept our use of cookies.</div>{TEASER}",
        f"<title>Bridge</title><noscript>Please enable JavaScript.</noscript>{TEASER}",
        "<title>Note</title><p>The bridge opens on 4 May.</p>",
        "<title>Guest Wi-Fi</title><p>The library has offered guest Wi-Fi since 2019. 340 people use it a day.</p>",
        "<title>Guest Wi-Fi in trains</title><p>Of 200 riders 61 said that they accept the terms unread.</p>",
        f"<title>Guest Wi-Fi</title>{TEASER}<p>Riders accept the terms to use the network.</p>",
        "<h1>The page that moved</h1><p>The page of the codex has moved to the library of Lund.</p>",
        "<title>A lost page</title><p>The monks could not find the page, and wrote it anew in 1312.</p>",
        "<p>This story is for young readers. Try it at bedtime.</p>",
        "<p>The article is for Plus readers of the paper, of whom there are 4,000.</p>",
        "<p>To reset the meter, the tenant enters an address, and the office sends a code.</p>",
        f"<title>Codes</title>{TEASER}<p>Enter your e-mail address and we send you a code, says the shop.</p>",
        "<title>Passwords</title><p>A password is a secret word. Choose a long one.</p>",
        "",
        "\x00\x00",
        "<" * 5000,
        "<div>" * 5000,
    ],
)
def test_no_walls(body: str) -> None:
    assert told(page(body)) == ""


def test_redirects_to_logins_and_portals() -> None:
    asked = "https://a.example/article"
    assert "login page" in told(page(FORM, asked, "https://a.example/login?next=/article"))
    assert "login page" in told(page(TEASER, asked, "https://sso.b.example/authorize"))
    assert "login page" in told(page(TEASER, asked, "https://login.b.example/"))
    assert "captive portal" in told(page(f"<title>Free WiFi</title>{TEASER}", asked, "http://portal.hotel.example/"))
    assert told(page(PROSE, asked, "https://a.example/new/article")) == ""
    assert told(page(f"<title>A hotspot of biodiversity</title>{TEASER}", asked, "https://www.a.example/new")) == ""
    assert told(page(PROSE, "https://a.example/login-page-design", "https://a.example/2020/login-page-design")) == ""
    assert told(page(TEASER, "https://a.example/cas/", "https://a.example/cas/index.html")) == ""
    assert told(page("login", asked, "https://a.example/login", kind="text/plain")) == ""


async def test_a_wall_is_no_page() -> None:
    pages = {"/": moved("/login?next=%2F"), "/login?next=%2F": Reply(FORM)}
    async with Site(pages) as site, fetcher() as web:
        found = await web.get(site.url())
        assert found == NotFetched(site.url(), "it leads to a login page", 200)
        site.pages["/"] = Reply("<title>Page not found</title>")
        found = await web.get(site.url())
        assert isinstance(found, NotFetched)
        assert (found.status, found.gone) == (200, True)
