"""Sources as BibTeX, as CSL-JSON and in citation styles: what is known of them, read back by others' parsers."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from handed_records import HOSTILE, buses, published, short, told, with_source

from moot.errors import NotInstalled, UsageError
from moot.ledger.record import Record
from moot.report import formats
from moot.report.document import build
from moot.report.handed import bibtex, csl
from moot.report.handed.cited import Person, names, works
from moot.report.handed.style import SOME, references
from moot.words import Printed

WEB = Path(__file__).parents[3] / "docs" / "WEB.md"

ESCAPED = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    r"\textless{}": "<",
    r"\textgreater{}": ">",
    "{[}": "[",
    "{]}": "]",
    "{//}": "//",
} | {f"\\{char}": char for char in "$&%#_"}


def entries(record: Record) -> list[dict[str, str]]:
    """What an independent parser reads, TeX's escapes resolved."""
    library = parse_string(bibtex.render(build(record), record).decode())
    assert not library.failed_blocks
    found = [
        {"kind": each.entry_type, "key": each.key} | {f.key: str(f.value) for f in each.fields}
        for each in library.entries
    ]
    pattern = re.compile("|".join(map(re.escape, ESCAPED)))
    return [
        {name: pattern.sub(lambda found: ESCAPED[found[0]], value) for name, value in each.items()} for each in found
    ]


def items(record: Record) -> list[dict[str, Any]]:
    return json.loads(csl.render(build(record), record))


def styled(record: Record, style: str) -> dict[int, str]:
    return {n: "".join(span.text for span in line) for n, line in references(build(record), style).items()}


def test_bibtex_tells_what_is_known() -> None:
    assert entries(published()) == [
        {
            "kind": "article",
            "key": "okafor2025ferrycounts",
            "title": "{Ferry counts}",
            "author": "Okafor, Jane and {Ferry Research Group} and van der Berg, Anna",
            "date": "2025-06-01",
            "doi": "10.1234/ferry.7",
            "url": "https://journal.example/10.1234/ferry.7?a=1&b=2",
            "urldate": "2026-03-02",
        },
        {
            "kind": "online",
            "key": "town2026timetable",
            "title": "{Timetable}",
            "author": "{Town of Larkmere}",
            "date": "2026-02",
            "url": "https://town.example/times",
        },
    ]
    assert [(each["kind"], "url" in each) for each in entries(short())] == [("misc", False)] * 2


def test_a_name_that_holds_and_is_one_name() -> None:
    record = with_source(short(), 0, author="Order and Law, Jane; Smith and Jones")
    assert entries(record)[0]["author"] == "{Order and Law}, Jane and {Smith and Jones}"


def test_csl_tells_the_same() -> None:
    first, second = items(published())
    assert first == {
        "id": "okafor2025ferrycounts",
        "type": "article-journal",
        "title": "Ferry counts",
        "author": [
            {"family": "Okafor", "given": "Jane"},
            {"literal": "Ferry Research Group"},
            {"family": "van der Berg", "given": "Anna"},
        ],
        "issued": {"date-parts": [[2025, 6, 1]]},
        "DOI": "10.1234/ferry.7",
        "URL": "https://journal.example/10.1234/ferry.7?a=1&b=2",
        "accessed": {"date-parts": [[2026, 3, 2]]},
    }
    assert second["type"] == "webpage" and second["issued"] == {"date-parts": [[2026, 2]]}
    archived = with_source(short(), 0, origin="https://arxiv.org/abs/2305.14627v2")
    assert items(archived)[0]["number"] == "arXiv:2305.14627"
    assert entries(archived)[0] | {"title": ""} == {
        "kind": "article",
        "key": "ferry2025counts",
        "title": "",
        "date": "2025-06-01",
        "eprint": "2305.14627",
        "eprinttype": "arxiv",
        "url": "https://arxiv.org/abs/2305.14627v2",
    }


def test_the_journal_and_doi_that_a_page_gives_itself() -> None:
    record = with_source(published(), 1, journal="Coastal Letters & Notes", doi="10.5555/cel.2026_4")
    told = entries(record)[1]
    assert (told["kind"], told["journaltitle"]) == ("article", "{Coastal Letters & Notes}")
    assert bibtex.render(build(record), record).count(b"doi = {10.5555/cel.2026_4},") == 1
    item = items(record)[1]
    assert (item["type"], item["container-title"]) == ("article-journal", "Coastal Letters & Notes")
    assert item["DOI"] == "10.5555/cel.2026_4"
    assert "Coastal Letters & Notes" in styled(record, "apa")[build(record).sources[1].number]


def test_volume_issue_and_pages_go_with_the_journal() -> None:
    printed = Printed(volume="9", issue="1", pages="17–31")
    record = with_source(published(), 1, journal="Coastal Letters", printed=printed)
    told, item = entries(record)[1], items(record)[1]
    assert (told["volume"], told["number"], told["pages"]) == ("9", "1", "17--31")
    assert (item["volume"], item["issue"], item["page"]) == ("9", "1", "17-31")
    for style in SOME:
        line = styled(record, style)[build(record).sources[1].number]
        assert re.search(r"\b9\b.*\b17[–-](?:31|1)\b", line) and "ahead of print" not in line
    alone = with_source(published(), 1, printed=Printed(volume="$9{", pages="<17>"))
    assert items(alone)[1]["volume"] == "$9{" and r"\$9\textbraceleft{}" in bibtex.render(build(alone), alone).decode()


def test_only_what_is_cited_is_told_in_the_order_of_citing() -> None:
    report = build(buses())
    assert [each["title"] for each in items(buses())] == [each.source.title for each in report.sources if each.cited]
    idle = build(short(state="failed", events=()))
    assert bibtex.render(idle, short()) == b"" and json.loads(csl.render(idle, short())) == []


def test_keys_are_stable_plain_and_not_shared() -> None:
    same = with_source(with_source(short(), 1, title="Ferry counts", date="2025-01-01"), 0, origin="a.md")
    keys = [each["key"] for each in entries(same)]
    assert len(set(keys)) == 2 and all(re.fullmatch(r"ferry2025counts-[0-9a-f]{6}", key) for key in keys)
    turned = works(list(reversed(build(same).sources)))
    assert {work.key for work in turned} == set(keys)
    twice = with_source(same, 1, origin="a.md")
    assert len({each["key"] for each in entries(twice)}) == 2
    assert entries(with_source(short(), 0, title="京都市", author="王小明", date=None))[0]["key"] == "source"


@pytest.mark.parametrize("date", ["last year", "2026-13", "2026-02-30", "20260301", "2026-1", "２０２６"])
def test_what_is_no_date_is_left_out(date: str) -> None:
    record = with_source(short(), 0, date=date)
    assert "date" not in entries(record)[0] and "issued" not in items(record)[0]
    assert items(record)[0]["id"].isascii()


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Okafor, Jane", (Person("Okafor", "Jane"),)),
        ("Jane Q. Okafor", (Person("Okafor", "Jane Q."),)),
        ("Ludwig van Beethoven; 王小明", (Person("van Beethoven", "Ludwig"), "王小明")),
        ("Reuters", ("Reuters",)),
        ("Larkmere City Council", ("Larkmere City Council",)),
        ("Acme, Inc.", ("Acme, Inc.",)),
        ("Sandholm Ferries", ("Sandholm Ferries",)),
        ("Nordlys Yard; Samantha Power", ("Nordlys Yard", Person("Power", "Samantha"))),
        ("the editors; ; ", ("the editors",)),
        ("Agnes Banks", (Person("Banks", "Agnes"),)),
        ("Bank, Carla; Post, Emily", (Person("Bank", "Carla"), Person("Post", "Emily"))),
        ("Rail, J. Q.; García Márquez, Gabriel", (Person("Rail", "J. Q."), Person("García Márquez", "Gabriel"))),
        ("Beethoven, Ludwig van", (Person("Beethoven", "Ludwig van"),)),
        ("Carla Bank; World Bank, Washington", ("Carla Bank", "World Bank, Washington")),
        ("Ministry of Pumps, Norway; Desk, News", ("Ministry of Pumps, Norway", "Desk, News")),
        ("Harbour Works e.V.; Werft GmbH, Kiel", ("Harbour Works e.V.", "Werft GmbH, Kiel")),
        ("Nordlys SE; The Observer; Okafor JQ", ("Nordlys SE", "The Observer", "Okafor JQ")),
        ("Marden Courier; Regional Audit Tribunal", ("Marden Courier", "Regional Audit Tribunal")),
        ("JANE OKAFOR; ADA LI", (Person("OKAFOR", "JANE"), Person("LI", "ADA"))),
    ],
)
def test_names_are_persons_only_where_that_is_plain(said: str, read: tuple[Person | str, ...]) -> None:
    assert names(said) == read


def test_who_is_called_as_the_site_is_no_person_and_an_article_makes_no_key() -> None:
    assert names("Marden Star; Jane Okafor", "Marden Star") == ("Marden Star", Person("Okafor", "Jane"))
    record = with_source(short(), 0, author="the Regional Court of Audit", date="2026-06-02", title="Dearer than said")
    assert entries(record)[0]["key"] == "regional2026dearerthan"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words(text: str) -> None:
    visible = re.sub(r"\s+", " ", text).strip()
    plain = visible.isascii() and bool(visible) and not re.search(r"[\x00-\x1f]", visible)
    record = told(short(), text)
    record = with_source(record, 0, author=text)
    assert len(entries(record)) == 2
    if plain:
        assert entries(record)[0]["title"] == f"{{{visible}}}"
        assert items(record)[0]["title"] == visible
        assert visible.strip(" ,") in styled(record, "ieee")[1]
    assert list(styled(record, "apa")) == [1, 2]


def test_no_title_is_a_tag_a_picture_or_a_link_for_whoever_shows_the_entry() -> None:
    title = 'Ferries "><script>alert(1)</script> ![x](http://evil.example/t) [more](https://evil.example)'
    record = with_source(short(), 0, title=title, author=title)
    page = bibtex.render(build(record), record).decode()
    assert not re.search(r"<\w|!\[|\]\(|\w://", page)
    assert entries(record)[0]["title"] == f"{{{title}}}"


def test_a_style_tells_the_sources_in_its_way_without_a_number_of_its_own() -> None:
    assert styled(published(), "apa") == {
        1: "Okafor, J., Ferry Research Group, & van der Berg, A. (2025, June 1). Ferry counts. "
        "https://doi.org/10.1234/ferry.7",
        2: "Town of Larkmere. (2026, February). Timetable. https://town.example/times",
    }
    assert styled(published(), "IEEE ")[2].startswith("Town of Larkmere, “Timetable.”")
    assert styled(published(), "nature")[2].startswith("Town of Larkmere. Timetable.")
    assert styled(with_source(short(), 1, date="2026"), "apa")[2] == "Timetable. (2026)."
    assert styled(with_source(short(), 0, title="1 ferry"), "apa")[1].startswith("1 ferry")
    sorted_by_name = styled(published(), "springer-fachzeitschriften-medizin-psychologie")
    assert [line.split()[0] for line in sorted_by_name.values()] == ["Okafor", "Town"]


@pytest.mark.parametrize(
    "style", ["nlm-citation-sequence", "chicago-notes", "american-anthropological-association", *SOME]
)
@pytest.mark.parametrize(
    "known", [{}, {"origin": "https://star.example/7"}, {"origin": "https://j.example/7", "journal": "Tides"}]
)
def test_no_style_leaves_out_who_wrote_a_source_or_when(style: str, known: dict[str, str]) -> None:
    record = with_source(short(), 0, title="Ferry counts", author="Jane Okafor", date="2025-06-01", **known)
    said = styled(record, style)[1]
    assert [said.count(word) for word in ("Okafor", "2025")] == [1, 1] and "ferry counts" in said.lower()
    assert known.get("origin", "") in said


@pytest.mark.parametrize(
    ("style", "word"),
    [
        ("multidisciplinary-digital-publishing-institute", "2025"),
        ("american-physics-society", "2025"),
        ("the-institution-of-engineering-and-technology", "2025"),
        ("royal-society-of-chemistry", "2025"),
        *[(style, "https") for style in ("american-institute-of-physics", "institute-of-physics-numeric")],
        *[(style, "https") for style in ("copernicus", "current-opinion", "springer-humanities-author-date")],
    ],
)
def test_what_a_style_leaves_out_of_a_page_is_told_in_the_documentation(style: str, word: str) -> None:
    page = with_source(short(), 0, author="Jane Okafor", origin="https://star.example/7", date="2025-06-01")
    assert word not in styled(page, style)[1] and f"`{style}`" in WEB.read_text()


def test_in_a_style_too_only_the_address_of_a_source_is_a_link() -> None:
    spans = [span for line in references(build(published()), "apa").values() for span in line]
    assert [span.web for span in spans if span.web] == ["https://town.example/times"]


@pytest.mark.parametrize("style", ["nonsense", "../x.csl", "/etc/passwd", "a.csl", "", "alphanumeric"])
def test_a_style_that_there_is_not_is_said_with_some_that_there_are(style: str) -> None:
    with pytest.raises(UsageError, match=f"There is no citation style {style!r}: some that there are: apa, chicago"):
        references(build(short()), style)


def test_without_typst_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NotInstalled, match=re.escape('A citation style needs typst: pip install "moot[pdf]".')):
        references(build(short()), "apa")


def test_in_markdown_an_address_that_a_style_gives_is_the_link_and_stands_once(tmp_path: Path) -> None:
    written = formats.put(build(published()), published(), "md", tmp_path, "apa").read_text()
    (timetable,) = [line for line in written.splitlines() if "Timetable" in line and line.startswith("- [")]
    assert timetable.startswith("- [2] Town of Larkmere. (2026, February). ")
    assert timetable.count("town") == timetable.count("<https://town.example/times>") == 1
