"""Titles that differ in what stands about them, and works that are only alike."""

from __future__ import annotations

import pytest
from test_evidence_matching import PUMPS, RAIN, document

from moot.evidence import called, titled
from moot.evidence.called import Called
from moot.evidence.cited_report import Entry, parse_report
from moot.evidence.matching import matched, nearest
from moot.words import Document

TRIAL = document(
    "S3",
    "Evaluation of the early alert in three wards — final report",
    "trial.md",
    "# Evaluation of the early alert in three wards — final report\n\nAuthors: P. Okafor¹, L. Marchi², S. Vander¹ · "
    "¹ Institute for Wards · version 1.4, 3 March 2025\n\nDeaths did not fall.",
)
YEARLY = document(
    "S3", "report", "report.md", "Brandt Lime AS — ANNUAL REPORT 2024 (extract)         page 14\n\nSales fell."
)
NOTE = document(
    "S3",
    "Brandt: kiln delay weighs",
    "note.html",
    "# Brandt: kiln delay weighs\n\nFjord Markets, 14 February 2025. Analyst: Halla Lund",
)
HEAT = document(
    "S3",
    "Valdor district heating: techno-economic appraisal, rev. C",
    "appraisal.pdf",
    "## 1 Scope\n\nThe cooperative compares.",
)
LETTER = document(
    "S3",
    "Council's position on the heat network",
    "letter.eml",
    "# Council's position on the heat network\n\nFrom: Petra Zwing <zwing@valdor.example>\n"
    "To: board@heat.example\nDate: Tue, 11 Jun 2024\n\nDear",
)


def meant(cited: str, *documents: Document) -> str | None:
    report = parse_report(f"# T\n\nIt rose by 4 per cent [1].\n\n## References\n\n1. {cited}\n")
    (entry,) = report.entries
    return matched([entry], documents).get(entry.id)


@pytest.mark.parametrize(
    ("cited", "it"),
    [
        ("Okafor P, Marchi L, Vander S. Evaluation of the early alert in three wards. 2025.", TRIAL),
        (
            "Okafor, P., Marchi, L., & Vander, S. (2025). Evaluation of the early alert in three wards (Version 1.4).",
            TRIAL,
        ),
        ("Okafor P. et al., “Evaluation of the early alert in three wards”, Geneva, 2025.", TRIAL),
        ("Institute for Wards: Evaluation of the early alert in three wards (PDF, draft)", TRIAL),
        ("Brandt (2025), Annual Report 2024, Oslo.", YEARLY),
        ("Brandt Lime AS. Annual Report 2024. Bergen.", YEARLY),
        ("Lund, H.: Kiln delay weighs. Fjord Markets, Feb. 2025", NOTE),
        ("H. Lund, Kiln delay weighs (Fjord Markets 2025)", NOTE),
        ("Valdor District Heating Cooperative: Techno-economic appraisal, rev. C", HEAT),
        ("Valdor District Heating Cooperative. Techno-economic appraisal (revision C). 2024.", HEAT),
        ("P. Zwing to the board, e-mail of 11 June 2024", LETTER),
        ("Zwing, Petra: Letter, 2024-06-11", LETTER),
    ],
)
def test_a_title_may_stand_whole_in_the_other(cited: str, it: Document) -> None:
    assert meant(cited, PUMPS, RAIN, it) == "S3"


@pytest.mark.parametrize(
    ("cited", "it"),
    [
        ("Marlow T, Krol B. Evaluation of the early alert in three wards. 2025.", TRIAL),
        (
            "Okafor, P., Marchi, L., & Vander, S. (2025). Evaluation of the early alert in three wards (Version 1.3).",
            TRIAL,
        ),
        ("Okafor P, Marchi L. Evaluation of the early alert in three wards: study protocol. 2021.", TRIAL),
        ("Okafor P, Marchi L. Evaluation of the early alert. 2025.", TRIAL),
        ("Statoil (2025), Annual Report 2024, Oslo.", YEARLY),
        ("Brandt (2024), Annual Report 2023, Oslo.", YEARLY),
        ("Annual Report 2024, Statoil", YEARLY),
        ("Moe, B.: Kiln delay weighs. Fjord Markets, Feb. 2025", NOTE),
        ("Lund, H.: Kiln delay weighs. Fjord Markets, Feb. 2023", NOTE),
        ("Valdor District Heating Cooperative: Techno-economic appraisal, rev. B", HEAT),
        ("Valdor district heating: techno-economic appraisal, rev. B", HEAT),
        ("Marlow District Heating Cooperative: Techno-economic appraisal, rev. C", HEAT),
        ("Lund, H.: Valdor district heating: Bills and tariffs", HEAT),
        ("Valdor district heating, a survey of bills", HEAT),
        ("P. Zwing to the board, e-mail of 12 June 2024", LETTER),
        ("B. Krol to the board, e-mail of 11 June 2024", LETTER),
    ],
)
def test_a_work_that_is_only_alike_is_another(cited: str, it: Document) -> None:
    assert meant(cited, PUMPS, RAIN, it) is None


@pytest.mark.parametrize(
    "cited",
    [
        "Okafor P. Correction to: Evaluation of the early alert in three wards — final report. 2025.",
        "Marchi L. Reply to “Evaluation of the early alert in three wards — final report”. 2025.",
        "Okafor P, Marchi L. Evaluation of the early alert in three wards: five-year follow-up. 2025.",
        "Okafor P, Marchi L. Evaluation of the early alert in three wards: The Bergen Years. 2025.",
        "Evaluation of the early alert in three towns — final report",
    ],
)
def test_a_work_about_another_is_not_that_one(cited: str) -> None:
    assert meant(cited, PUMPS, RAIN, TRIAL) is None
    assert meant("Okafor P. Evaluation of the early alert in three wards — final report. 2025.", TRIAL) == "S3"


@pytest.mark.parametrize(
    ("cited", "it"),
    [
        ("County Road Committee, Minutes of 23 September 2025", True),
        ("County Road Committee (23 September 2025). Minutes. Item 3 and annex.", True),
        ("County Road Committee", True),
        ("County Road Committee, Minutes, 24 September 2025", False),
        ("County Road Committee, Annual budget 2025", False),
        ("County Road Committee. Passenger survey. 2025.", False),
    ],
)
def test_a_title_that_is_only_the_name_of_a_body(cited: str, it: bool) -> None:
    text = (
        "COUNTY ROAD COMMITTEE\nMinutes, meeting of 23 September 2025\n\nPresent: "
        + "Mr Boyle, " * 40
        + "who told of the annual budget."
    )
    minutes = document("S3", "COUNTY ROAD COMMITTEE", "minutes.txt", text)
    assert meant(cited, PUMPS, minutes) == ("S3" if it else None)


def test_a_long_title_may_be_named_by_its_first_part() -> None:
    head = (
        "Efficacy of a single dose of the new vaccine against disease of the airways in adults of sixty years and over"
    )
    long = document(
        "S3", f"{head}: a randomised, placebo-controlled trial (abstract)", "trial.md", "Deaths did not fall."
    )
    assert meant(f"{head}.", PUMPS, long) == "S3"


@pytest.mark.parametrize("beside", [": a reply", " — protocol", ". Part 2", ": erratum"])
def test_what_a_title_says_of_itself_makes_it_another_work(beside: str) -> None:
    text = f"# Walks on wide graphs{beside}\n\nAda Okafor, 2021"
    reply = document("S3", f"Walks on wide graphs{beside}", "walks.md", text)
    assert meant("Okafor, A. (2021). Walks on wide graphs.", PUMPS, reply) is None
    assert meant(f"Okafor, A. (2021). Walks on wide graphs{beside}.", PUMPS, reply) == "S3"


def test_of_two_bodies_with_one_name_the_place_tells() -> None:
    text = "# City Council: yearly water plan — in full\n\nCity Council of Marlow"
    plan = document("S3", "City Council: yearly water plan — in full", "plan.md", text)
    assert meant("City Council. Yearly water plan. Marlow.", PUMPS, plan) == "S3"
    assert meant("City Council. Yearly water plan. Tolven.", PUMPS, plan) is None


LEFT = (
    "Valdor Heating Coop, “Techno-economic appraisal”, revision C",
    "Appraisal of district heating (techno-economic), Valdor",
)


@pytest.mark.parametrize("cited", LEFT)
def test_the_only_entry_left_means_the_only_source_left(cited: str) -> None:
    entries = [Entry("c1", "1", cited), Entry("c2", "2", "Rain in the valley")]
    assert matched(entries, [HEAT, RAIN]) == {"c1": "S3", "c2": "S2"}
    assert matched(entries, [HEAT, RAIN, PUMPS]) == {"c2": "S2"}
    twice = [*entries, Entry("c3", "3", LEFT[0])]
    assert matched(twice, [HEAT, RAIN]) == {"c2": "S2"}


@pytest.mark.parametrize(
    "cited",
    [
        "Marlow Heating Coop, “Techno-economic appraisal”, revision C",
        "Valdor Heating Coop, “Techno-economic appraisal”, revision B",
        "Valdor, Wells and pumps of the district",
        "Valdor District Heating: bills and tariffs",
    ],
)
def test_what_is_left_may_be_another_work(cited: str) -> None:
    assert matched([Entry("c1", "1", cited), Entry("c2", "2", "Rain in the valley")], [HEAT, RAIN]) == {"c2": "S2"}


def test_all_sources_that_an_entry_may_mean_are_told() -> None:
    june, march = (
        document(f"S{n}", f"Statement of account, {month} 2025", f"{month}.md")
        for n, month in ((3, "June"), (4, "March"))
    )
    cited = Entry("c1", "1", "Brennan: Statement of account")
    assert matched([cited], [june, march]) == {}
    assert nearest(cited, [Called(june), Called(march)]) == (june, march)


def test_a_title_is_read_once_however_many_entries_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    plain = called.in_words

    def counting(text: str) -> str:
        read.append(text)
        return plain(text)

    for module in (called, titled):
        monkeypatch.setattr(module, "in_words", counting, raising=False)
    entries = [Entry(f"c{n}", None, f"Lund: Minutes of meeting {n} of the board") for n in range(12)]
    assert matched(entries, [PUMPS, RAIN, TRIAL, HEAT]) == {}
    assert read.count(PUMPS.source.title) <= 1
