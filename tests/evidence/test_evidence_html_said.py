"""What a page says of itself: title, authors, dates, licence, address."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from moot.evidence.media import html
from moot.evidence.media.medium import Extract
from moot.evidence.read import read_paths

PROSE = (
    "<p>"
    + "The council voted on the new bridge in spring, and builders began to dig in the month of May. " * 6
    + "</p>"
)
COMMONS = "https://creativecommons.org/licenses/by-sa/4.0/deed.en"


def read(head: str = "", top: str = "", body: str = "") -> Extract:
    page = f"<html><head>{head}</head><body><main>{top or '<h1>On bees</h1>'}{PROSE}{body}</main></body></html>"
    return html.read(page.encode())


def machines(*things: dict[str, Any]) -> str:
    said = json.dumps({"@context": "https://schema.org", "@graph": things})
    return f'<script type="application/ld+json">{said}</script>'


def test_data_for_machines_comes_first_and_publication_before_change() -> None:
    work = {
        "@type": ["Article", "Review"],
        "author": [{"@id": "#p1"}, {"@type": "Person", "name": "Tom Adeyemi"}],
        "dateModified": "2026-03-14T09:00:00Z",
        "datePublished": "2026-03-12T06:00:00Z",
        "license": "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    }
    head = machines(
        {"@type": "WebSite", "name": "The Paper"}, work, {"@type": "Person", "@id": "#p1", "name": "Ines Kova"}
    )
    extract = read(head + "<meta name=author content=Editor><meta name=date content=2020-01-01>")
    assert (extract.author, extract.date, extract.licence) == (
        "Ines Kova; Tom Adeyemi",
        "2026-03-12",
        "CC BY-NC-ND 4.0",
    )


@pytest.mark.parametrize(
    ("head", "top", "changed"),
    [
        ("<meta property=article:modified_time content=2026-11-05T10:00:00Z>", "", "2026-11-05"),
        (machines({"@type": "Article", "dateModified": "2026-11-05"}), "", "2026-11-05"),
        ("", "<h1>On bees</h1><p>Published 3 February 2024, updated 5 November 2026</p>", "2026-11-05"),
        ("<meta property=article:modified_time content=2024-02-03>", "", None),
        ("", "<h1>On bees</h1><p>The law was changed 12 times, and changed by 2026 at last.</p>", None),
    ],
)
def test_a_change_after_the_publication_is_told(head: str, top: str, changed: str | None) -> None:
    extract = read("<title>On bees</title><meta name=date content=2024-02-03>" + head, top)
    assert (extract.date, extract.changed) == ("2024-02-03", changed)


@pytest.mark.parametrize(
    ("head", "author", "date"),
    [
        (
            "<meta name=citation_author content='Nwosu, Ada'><meta name=citation_author content='Seo, Min-Ji'>"
            "<meta name=citation_publication_date content=2024/08/21>",
            "Nwosu, Ada; Seo, Min-Ji",
            "2024-08-21",
        ),
        (
            "<meta property=article:author content=https://x.example/ana><meta name=author content='Ana Ruiz'>"
            "<meta property=article:modified_time content=2026-02-02>"
            "<meta property=article:published_time content=2026-01-01T07:00>",
            "Ana Ruiz",
            "2026-01-01",
        ),
        (
            "<meta name=DC.Creator content='Office of Figures'><meta name=DC.Date.Issued content=2026-02-26>",
            "Office of Figures",
            "2026-02-26",
        ),
        (
            "<!--[if gte mso 9]><xml><o:Author>D. Okonkwo</o:Author>"
            "<o:Created>2026-02-13T08:12:00Z</o:Created></xml><![endif]-->",
            "D. Okonkwo",
            "2026-02-13",
        ),
        ("<meta name=author content=admin>", None, None),
        ("<meta name=author content='Ana Lima; Bo Reis'>", "Ana Lima; Bo Reis", None),
        ("<meta name=DC.creator content='Lima, Ana; Reis, Bo'>", "Lima, Ana; Reis, Bo", None),
        ("<meta name=author content='By Ana Lima, Bo Reis and Cid Paz'>", "Ana Lima; Bo Reis; Cid Paz", None),
        ("<meta name=author content='Ministry of Food and Forests'>", "Ministry of Food and Forests", None),
    ],
)
def test_meta_elements(head: str, author: str | None, date: str | None) -> None:
    extract = read(head)
    assert (extract.author, extract.date) == (author, date)


@pytest.mark.parametrize(
    ("line", "author", "date"),
    [
        (
            "<p class=byline>By <a href=/ana rel=author>Ana Ruiz</a> · "
            "Published 3 March 2026 · Updated 9 April 2026</p>",
            "Ana Ruiz",
            "2026-03-03",
        ),
        ("<div>By</div><div>Summer Swann</div><div>-</div><div>June 12, 2025</div>", "Summer Swann", "2025-06-12"),
        ("<p>Von Jörg Weißmüller, 23. September 2025, 17:05 Uhr</p>", "Jörg Weißmüller", "2025-09-23"),
        ("<p>Par Anne Roux, le 4 août 2025</p>", "Anne Roux", "2025-08-04"),
        ("<p>2025年04月18日 09:26 作者：林晓雯</p>", "林晓雯", "2025-04-18"),
        (
            "<time datetime=2026-04-09 class=updated>9 April</time>"
            "<time datetime=2026-03-03 class=published>3 March</time>",
            None,
            "2026-03-03",
        ),
        ("<dl><dt>Published:</dt><dd>5 May 2026</dd></dl>", None, "2026-05-05"),
        ("<p>03/04/2026</p>", None, None),
        ("<p>By ANA LIMA // MARCH 3RD, 2025</p>", "ANA LIMA", "2025-03-03"),
        ("<p>By Ana Lima and Bo Reis / 3 May 2025</p>", "Ana Lima; Bo Reis", "2025-05-03"),
        ("<p>By Ana Lima, Bo Reis and Cid Paz, 3 May 2025</p>", "Ana Lima; Bo Reis; Cid Paz", "2025-05-03"),
        ("<p>By Ana Lima, Bo Reis, Dag Hol, and Cid Paz</p>", "Ana Lima; Bo Reis; Dag Hol; Cid Paz", None),
        ("<p>Von Eva Stein, Ulf Meer und Ina Roth · 3. Mai 2025</p>", "Eva Stein; Ulf Meer; Ina Roth", "2025-05-03"),
        ("<p>Par Anne Roux, Luc Petit et Zoé Blanc | Le Quai</p>", "Anne Roux; Luc Petit; Zoé Blanc", None),
        ("<p>Por Ana Lima, Luis Paz y Eva Sol, 3 de mayo de 2025</p>", "Ana Lima; Luis Paz; Eva Sol", "2025-05-03"),
        ("<p>By Ana Lima, San Francisco</p>", "Ana Lima", None),
        ("<p>By Ana Lima, Harbour Editor and Critic</p>", "Ana Lima", None),
        ("<p>By Ana Lima, Porto and Lisbon</p>", "Ana Lima", None),
        ("<p>By Ana Lima, University of Porto, and the Harbour Board</p>", "Ana Lima", None),
        ("<p class=byline>Ana Lima, Bo Reis and Cid Paz</p>", "Ana Lima; Bo Reis; Cid Paz", None),
    ],
)
def test_a_byline_that_can_be_seen(line: str, author: str | None, date: str | None) -> None:
    extract = read(top=f"<h1>On bees</h1>{line}")
    assert (extract.author, extract.date) == (author, date)


@pytest.mark.parametrize(
    ("below", "date"),
    [
        ("<table><tr><th>Born</th><td>4 May 1929</td></tr></table>", None),
        ("<ul><li>First crossing: 9 April 1902</li><li>12 August 1955</li></ul>", None),
        ("<ul><li>Published: 9 April 2024</li></ul>", "2024-04-09"),
        ("<ul class=meta><li>9 April 2024</li></ul>", "2024-04-09"),
    ],
)
def test_a_day_in_a_box_of_facts_or_a_list_is_of_an_event(below: str, date: str | None) -> None:
    assert read(top=f"<h1>On bees</h1>{below}").date == date


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<meta property=article:modified_time content=2026-02-02>", ""),
        ("", "<footer>This page was last edited on 2 February 2026, at 10:12 (UTC).</footer>"),
        ("", "<ul id=footer-info><li>This page was last edited on 2 February 2026, at 10:12.</li><li>CC BY</li></ul>"),
        ("", "<footer><p>Last updated: 2 February 2026</p><p>© 2026 Port of Lund</p></footer>"),
        ("", "<footer>Town of Lund. Page last modified February 2, 2026.</footer>"),
        ("", "<p><small>Zuletzt aktualisiert am 2. Februar 2026</small></p>"),
        ("", "<div id=foot>Diese Seite wurde zuletzt am 2. Februar 2026 um 10:12 Uhr bearbeitet.</div>"),
        ("", "<footer>Dernière mise à jour : 2 février 2026</footer>"),
        ("", "<p>Esta página se editó por última vez el 2 feb 2026 a las 10:12.</p>"),
        ("", "<span>Last updated</span><span>2 February 2026</span>"),
    ],
)
def test_a_date_of_change_alone_is_said_to_be_one(head: str, body: str) -> None:
    extract = read(head, body=body)
    assert (extract.date, extract.notes[:1]) == ("2026-02-02", ("its date is that of its last change",))
    assert read("<meta name=date content=2026-01-05>" + head, body=body).changed == "2026-02-02"


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("<footer>Published 9 September 2024.</footer>", "2024-09-09"),
        ("<footer>Published 9 September 2024. Last updated 3 March 2025.</footer>", "2024-09-09"),
        ("<footer>Our cookie policy was last updated on 3 March 2024.</footer>", None),
        ("<footer>Privacy notice (last updated 3 March 2024)</footer>", None),
        ("<footer>Copyright 1999-2024. Founded 3 March 1902.</footer>", None),
        ("<p>The register was last updated on 3 March 2024.</p>", None),
        ("<ul><li>Last updated 3 March 2024</li><li>Last updated 9 May 2025</li></ul>", None),
        ("<aside><p>Last updated 3 March 2024</p></aside>", None),
        ("<div class=comment>Last edited on 3 March 2024</div>", None),
        ("<p>The timetable was published on 3 March 2024</p>", None),
    ],
)
def test_the_foot_of_a_page_gives_its_day_and_no_other_one(body: str, date: str | None) -> None:
    assert read(body=body).date == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Decision of 2 October 2025", "2025-10-02"),
        ("By Ann Bo. Published 9 September 2024.", "2024-09-09"),
        ("This page was published on 9 September 2024.", "2024-09-09"),
        ("Ann Bo, senior health reporter, 9 September 2024", "2024-09-09"),
        ("The storm of 3 March 2024 broke two cranes.", None),
        ("The pier was last rebuilt on 3 March 2024.", None),
        ("Storm of 3 March 2024 breaks all cranes of the port", None),
        ("His first atlas was published on 9 September 1924.", None),
        ("The hall was opened by the queen, 3 March 1924", None),
        ("Tickets for 3 March 2024 are sold at the quay.", None),
    ],
)
def test_a_short_line_below_the_title_is_no_date_where_it_tells_of_an_event(line: str, date: str | None) -> None:
    assert read(top=f"<h1>On bees</h1><p>{line}</p>").date == date


def test_dates_and_names_of_comments_teasers_and_prose_are_not_its_own() -> None:
    body = (
        "<div class=comment><time itemprop=datePublished datetime=2024-01-01>1 January</time> by Peter Pan</div>"
        "<aside class=related><p class=date>2 February 2024</p></aside><p>On 5 May 2020 it was by Ann Lee.</p>"
    )
    extract = read(body=body)
    assert (extract.author, extract.date) == (None, None)


@pytest.mark.parametrize(
    ("markup", "licence"),
    [
        (f"<a rel=license href='{COMMONS}'>Some rights reserved</a>", "CC BY-SA 4.0"),
        (f"<a href='{COMMONS}'>CC</a>", "CC BY-SA 4.0"),
        ("<a rel=license href='https://creativecommons.org/publicdomain/zero/1.0/'>x</a>", "CC0 1.0"),
        (
            "<a rel=license href='https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'>OGL</a>",
            "Open Government Licence v3.0",
        ),
        ("<a rel='license noopener' href=/terms>Licence Ouverte 2.0</a>", "Licence Ouverte 2.0"),
        ("<a href='/LICENSE'>MIT license</a>", "MIT"),
        (f"<figure><img src=a><figcaption><a rel=license href='{COMMONS}'>photo</a></figcaption></figure>", None),
        ("<p>All rights reserved.</p>", None),
    ],
)
def test_the_licence(markup: str, licence: str | None) -> None:
    assert read(body=markup).licence == licence


@pytest.mark.parametrize(
    ("head", "top", "title"),
    [
        ("<title>On bees | The Paper</title>", "<h1>On bees</h1>", "On bees"),
        (
            "<title>The Paper: On bees</title><meta property=og:title content='On bees'>",
            "<h1>The Paper</h1><h2>On bees</h2>",
            "On bees",
        ),
        ("<title>77120 - Notices</title>", "<h1>Hire of buses with driver</h1>", "Hire of buses with driver"),
        (
            "<title>On bees - The Paper</title><meta property=og:site_name content='The Paper'>",
            "<p>no heading</p>",
            "On bees",
        ),
        (
            "<title>On bees and other animals of the garden | The Paper</title>",
            "<p>x</p>",
            "On bees and other animals of the garden",
        ),
    ],
)
def test_the_title(head: str, top: str, title: str) -> None:
    assert read(head, top).title == title


@pytest.mark.parametrize(
    ("head", "address"),
    [
        (
            "<link rel=canonical href=https://x.example/a><meta property=og:url content=https://x.example/b>",
            "https://x.example/a",
        ),
        ("<link rel=canonical href=/a><meta property=og:url content=https://x.example/b>", "https://x.example/b"),
        ("<link rel=canonical href='javascript:alert(1)'>", None),
    ],
)
def test_the_canonical_address(head: str, address: str | None) -> None:
    assert read(head).stated_origin == address


def test_it_reaches_the_source(tmp_path: Path) -> None:
    head = f"<meta name=author content='Ana Ruiz'><link rel=license href='{COMMONS}'>"
    Path(tmp_path, "a.html").write_text(f"<html><head>{head}</head><body>{PROSE}</body></html>")
    Path(tmp_path, "b.md").write_text("---\nauthor: Tom Adeyemi\nlicense: CC0 1.0\n---\n\n# On bees\n\nThey fly.\n")
    documents, unread = read_paths([tmp_path])
    assert unread == []
    assert [(each.source.author, each.source.licence) for each in documents] == [
        ("Ana Ruiz", "CC BY-SA 4.0"),
        ("Tom Adeyemi", "CC0 1.0"),
    ]


def test_hostile_data_for_machines_is_no_matter() -> None:
    for told in ("{", "[" * 5000, '{"@graph": 7}', '{"@type": {}, "author": [[[[{"name": 7}]]]]}', "null", '"x"'):
        assert "council" in read(f'<script type="application/ld+json">{told}</script>').text
    loop = machines({"@type": "Article", "@id": "#a", "author": {"@id": "#a"}})
    assert read(loop).author is None


@pytest.mark.parametrize(
    ("head", "site"),
    [
        ("<title>On bees | The Paper</title><meta property=og:site_name content='The Daily Paper'>", "The Daily Paper"),
        (machines({"@type": "Article", "publisher": {"@type": "Organization", "name": "The Paper"}}), "The Paper"),
        ("<title>On bees | The Paper</title>", "The Paper"),
        ("<title>On bees – The Paper</title>", "The Paper"),
        ("<title>Norrby Post</title>", "Norrby Post"),
        ("<title>On bees</title>", None),
        ("<title>On bees - part 2</title><meta property=og:title content='On bees - part 2'>", None),
        ("<title>Home</title>", None),
        ("<title>On bees and their town - 2024</title>", None),
        ("<title>On bees and their town - Page 2</title>", None),
        ("<title>On bees and their town | News</title>", None),
        ("<title>On bees and their town | Health</title>", None),
        ("<title>On bees | Home</title>", None),
        ("<title>On bees | News</title><meta property=og:site_name content='News'>", "News"),
    ],
)
def test_what_a_site_calls_itself(head: str, site: str | None) -> None:
    assert read(head).site == site


def test_the_journal_and_the_doi() -> None:
    meta = '<meta name="citation_{}" content="{}">'
    said = read(meta.format("journal_title", "Coastal Letters") + meta.format("doi", "doi:10.5555/CEL.2026.0417"))
    assert (said.journal, said.doi) == ("Coastal Letters", "10.5555/cel.2026.0417")
    said = read(meta.format("doi", "none yet"))
    assert (said.journal, said.doi) == (None, None)


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ({"volume": "9", "issue": "1", "firstpage": "17", "lastpage": "31"}, ("9", "1", "17–31")),
        ({"volume": "XII", "issue": "3–4", "firstpage": "e0417"}, ("XII", "3–4", "e0417")),
        ({"firstpage": "8", "lastpage": "8"}, ("", "", "8")),
        ({"volume": "<b>9</b> and all that came before it", "issue": "Suppl. 1"}, ("", "Suppl. 1", "")),
        ({"lastpage": "31"}, None),
    ],
)
def test_where_in_its_journal_a_work_stands(said: dict[str, str], printed: tuple[str, str, str] | None) -> None:
    found = read("".join(f"<meta name=citation_{name} content='{value}'>" for name, value in said.items())).printed
    assert (found and (found.volume, found.issue, found.pages)) == printed


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Posted on 2 May 2025 by Sanne de Wit", "Sanne de Wit"),
        ("Geplaatst op 2 mei 2025 door Sanne de Wit", "Sanne de Wit"),
        ("Publicado em 15/01/2026 às 09h30 por Ana Lima", "Ana Lima"),
        ("Publicado por Lucía Rey el 15 de enero de 2026", "Lucía Rey"),
        ("Autor: Marek Nowacki | Data publikacji: 14 marca 2026", "Marek Nowacki"),
        ("Auteur : Élise Faure", "Élise Faure"),
        ("文・田中次郎", "田中次郎"),
        ("이수민 기자 | 입력 2026.03.05 08:10", "이수민"),
        ("本报记者 王小明", "王小明"),
        ("By Ann Bo, New York and San Francisco", "Ann Bo"),
        ("Por Omar el Akkad", "Omar el Akkad"),
        ("Built in 2024 by Norva", None),
        ("Stand 2025 von Tarvo nach Sand", None),
        ("Updated 2 May 2025 by Ann Bo", None),
    ],
)
def test_who_wrote_it_stands_behind_the_day_too(line: str, author: str | None) -> None:
    assert read(top=f"<h1>On bees</h1><p>{line}</p>").author == author


def test_an_editorial_office_in_the_data_gives_way_to_who_is_named() -> None:
    head, top = "<meta name=author content='La rédaction'>", "<h1>On bees</h1><p>Par Élise Faure</p>"
    assert read(head, top).author == "Élise Faure"


def test_the_name_of_the_site_before_a_title_is_no_part_of_it() -> None:
    head = "<title>The Paper - On frost</title><meta property=og:site_name content='The Paper'>"
    assert read(head, "<p>Cold</p>").title == "On frost"


def test_the_mark_of_a_heading_that_links_to_itself_is_no_part_of_the_title() -> None:
    said = read(top='<h1>On bees<a class="headerlink" href="#x">¶</a></h1><p>By Ann Bo</p>')
    assert (said.title, said.author) == ("On bees", "Ann Bo") and "¶" not in said.text
