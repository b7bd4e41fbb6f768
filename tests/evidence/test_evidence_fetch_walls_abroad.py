"""Walls in ten languages, and short articles with a headline, a form or a price that walls have too."""

from __future__ import annotations

import pytest

from moot.evidence.fetch import Fetched
from moot.evidence.fetch.fetched import digest
from moot.evidence.fetch.walls import wall

FORMS = (
    "<form><input type=email><button>Get our newsletter</button></form>"
    "<form action=/login><label>Password<input type=password></label><button>Log in</button></form>"
)
TRAM = "<p>The tram to Velm carried 41,000 riders in 2025. A new depot cost 3.1 million crowns.</p>"


def told(title: str, body: str) -> str:
    data, address = (
        f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode(),
        "https://a.example/x",
    )
    found = wall(Fetched(address, address, 200, {"content-type": "text/html"}, data, digest(data), "2026-03-01", ()))
    return found.reason if found else ""


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Service unavailable in the hills", "<p>The bus to Orm is not running in winter, for want of 2 drivers.</p>"),
        ("Forbidden fruit: the apples of Velm", "<p>The growers of Velm sold 900 tonnes of apples in 2025.</p>"),
        ("Access denied to lorries", "<p>The bridge at Velm turned away 31 lorries that were too heavy.</p>"),
        ("Bad request of the mayor", "<p>The mayor of Velm asked the council for 4.2 million crowns.</p>"),
        (
            "Error 404: a gallery opens in Velm",
            "<p>The gallery Error 404 opens at the market of Velm with 12 works.</p>",
        ),
        ("A tram for Velm", f"<p>Error 404</p><article><h1>A tram for Velm</h1>{TRAM}</article>"),
        ("A tram for Velm", f"<article><h1>A tram for Velm</h1>{TRAM}</article>{FORMS}"),
        ("Eine Bahn für Velm", f"<p>Die Bahn nach Velm trug 2025 rund 41.000 Fahrgäste.</p>{FORMS}"),
        ("Sign in at the quay", f"<p>Passengers to Velm sign in at quay 4 with their passport since 2025.</p>{FORMS}"),
        (
            "The Velm Post raises its price",
            "<p>The Velm Post has 811 buyers.</p><p>To continue reading the printed edition, they will pay 9 euros a "
            "month, its editor said.</p>",
        ),
        (
            "Rede para todos",
            "<p>Para navegar na internet do trem, os passageiros aceitam os termos e pagam 3 reais desde 2025. "
            "A página não encontrada do arquivo tem 88 linhas.</p>",
        ),
        (
            "Logga in med BankID",
            "<p>Att logga in med BankID tog 14 sekunder för 61 procent av kunderna i Velm under 2025.</p>",
        ),
        (
            "Een abonnement op de bus",
            "<p>De bus naar Velm is duurder. Kies een abonnement, zegt de stad, die er 4100 verkocht.</p>",
        ),
        ("Konzert", "<p>Das Konzert in Velm ist nur für Abonnenten offen, 300 Plätze sind frei.</p>"),
        ("Вход в музей", "<p>Вход в музей Вельма стоит 300 рублей, в 2025 году там был 41 класс.</p>" + FORMS),
        ("Forbidden", "<p>The film Forbidden drew 41,000 viewers in Velm, more than any since 1999.</p>"),
        (
            "Wi-Fi no trem",
            "<p>A empresa pede que o passageiro aceite os termos para navegar na internet do trem.</p>",
        ),
        ("La page perdue", "<p>La page introuvable du registre de Velm date de 1871 et compte 300 noms.</p>"),
        ("Il Wi-Fi dei treni", "<p>Chi accetta i termini naviga in Internet su 48 treni della linea di Velm.</p>"),
    ],
)
def test_an_article_with_the_signs_of_a_wall_is_read(title: str, text: str) -> None:
    assert told(title, text) == ""


FIELD = "<form action=/go><input name=code><button>OK</button></form>"


@pytest.mark.parametrize(
    ("title", "body", "said"),
    [
        ("Rete ospiti", f"<p>Accetta le condizioni d'uso per navigare in Internet.</p>{FIELD}", "network"),
        ("Hotel Mar", f"<p>Digite o número do quarto e aceite os termos para acessar a rede.</p>{FIELD}", "network"),
        (
            "Gastnetwerk",
            "<p>Accepteer de voorwaarden om verbinding te maken met internet.</p><button>OK</button>",
            "network",
        ),
        ("Gästnät", "<p>Godkänn villkoren för att ansluta till internet på tåget.</p><button>OK</button>", "network"),
        ("Logg inn", "<h1>Logg inn med BankID</h1><p>Bruk appen på telefonen din.</p><button>Avbryt</button>", "login"),
        ("Accedi | Il Corriere", "<h1>Accedi al tuo account</h1><button>Accedi con SPID</button>", "login"),
        ("Zaloguj się", "<p>Zaloguj się, aby zobaczyć tę stronę.</p><button>Zaloguj</button>", "login"),
        (
            "Broen",
            "<p>Broen til Velm er lukket.</p><p>Denne artikel er kun for abonnenter. Vælg et abonnement.</p>",
            "subsc",
        ),
        (
            "De brug",
            "<p>De brug is dicht.</p><p>Meer lezen? Dit verhaal is alleen voor leden. Word lid vanaf € 3.</p>",
            "subsc",
        ),
        ("A ponte", "<p>A ponte fechou.</p><p>Conteúdo exclusivo para assinantes. Escolha um plano.</p>", "subsc"),
        ("Seite nicht gefunden", "<p>Die gesuchte Seite existiert nicht oder wurde verschoben.</p>", "not found"),
        ("Pagina no encontrada", "<h1>Página no encontrada</h1><p>La página que busca no existe.</p>", "not found"),
        ("Sidan hittades inte", "<p>Sidan du söker finns inte längre.</p>", "not found"),
        ("Oops", "<h1>Pagina niet gevonden</h1><p>De pagina die u zoekt bestaat niet meer.</p>", "not found"),
        ("Service unavailable | The Velm Post", "<h1>Error 503</h1><p>Service unavailable.</p>", "error of its server"),
        ("Velm", "<p>Application error: a client-side exception has occurred (see its console).</p>", "error"),
        ("The Velm Post", "<h1>Access denied</h1><p>You have no permission to see it.</p>", ""),
    ],
)
def test_a_wall_in_another_language_is_told(title: str, body: str, said: str) -> None:
    assert told(title, body)
    assert said in told(title, body)


def test_a_page_that_says_of_itself_that_it_is_paid_for_is_told_by_its_marks() -> None:
    mark = '<meta itemprop="isAccessibleForFree" content="False">'
    assert "subscribers" in told("Most", f"{mark}<p>Most w Velm jest zamknięty od maja przez powódź.</p>")
    mark = '<meta property="article:content_tier" content="locked">'
    assert "subscribers" in told("Most", f"{mark}<p>Most w Velm jest zamknięty od maja przez powódź.</p>")


CUT = {
    "sv": ("<p>Bruket i Velm ska säljas till en okänd köpare.</p>", "Artikeln är låst"),
    "sv, order": ("<p>Bruket i Velm ska säljas till en okänd köpare.</p>", "Prenumerera för att läsa hela artikeln."),
    "da": ("<p>Møllen i Velm skal sælges til en ukendt køber.</p>", "Bliv abonnent og læs videre."),
    "no": ("<p>Mølla i Velm skal selges til en ukjent kjøper.</p>", "Logg inn for å lese hele saken."),
    "fi": ("<p>Velmin mylly myydään tuntemattomalle ostajalle ensi keväänä.</p>", "Tämä juttu on tilaajille"),
    "pt": ("<p>O moinho de Velm vai ser vendido em breve.</p>", "Assine para ler a reportagem completa."),
    "pt, order": ("<p>O moinho de Velm vai ser vendido em breve.</p>", "Para continuar lendo, faça login."),
    "ja": ("<p>ヴェルムの水車小屋は来春に売却される見通しとなった。</p>", "この記事は有料記事です。残り820文字。"),
}


@pytest.mark.parametrize("language", CUT)
def test_what_closes_an_article_abroad(language: str) -> None:
    begun, closes = CUT[language]
    assert "subscribers" in told("Velm", f"{begun}<p>{closes}</p>")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<p>Todista, että olet ihminen.</p>", "robots"),
        ("<p>Bekräfta att du inte är en robot.</p>", "robots"),
        ("<label><input type=checkbox>No soy un robot</label>", "robots"),
        ("<p>続行するには、ロボットではないことを確認してください。</p>", "robots"),
        ("<p>Den här sidan är endast för inloggade. Logga in eller skapa ett konto.</p><form><input></form>", "login"),
        ("<p>Enter your room number and code to get online.</p><form><input><input type=password></form>", "portal"),
        ("<p>Enter your PIN to see your letters.</p><form><input><input type=password></form>", "login page"),
    ],
)
def test_what_stands_before_a_page(body: str, reason: str) -> None:
    assert reason in told("Velm", body)


@pytest.mark.parametrize(
    "text",
    [
        "Dörren till kvarnen i Velm är låst sedan våren. Artikeln är låst i ett skåp, säger dess 3 vakter.",
        "Läsarna i Velm fick bli prenumeranter för att läsa vidare, och 411 av dem blev det under 2025.",
        "Os 811 leitores de Velm assinam o jornal para continuar a ler as notícias, disse o editor.",
        "Velmin kirjasto on tilaajille auki joka päivä, ja heitä on nyt 4100.",
        "Vahvista-hanke mittasi 61 robottia, joista 12 oli ihmisen näköisiä, kertoo Velmin koulu.",
        "有料記事を読む人はヴェルムで2025年に4100人になったと新聞社が発表した。",
        "Der Müller von Velm ist kein Roboter, sagt sein Sohn, der 14 Maschinen gebaut hat.",
        "Passengers in Velm enter a room code to get online, which 900 of them did in 2025.",
    ],
)
def test_what_an_article_abroad_tells_of_walls(text: str) -> None:
    assert told("Velm", f"<article><h1>Velm</h1><p>{text}</p></article>") == ""
    assert told("Velm", f"<article><h1>Velm</h1>{TRAM}<p>{text}</p></article>") == ""
