"""What a file that is audited cites, as a reader is told of it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import moot
from moot.evidence.cited_report import parse_report, read_report
from moot.evidence.library import Library
from moot.evidence.read import read_paths
from moot.ledger.store import Store
from moot.readers.file import drafted
from moot.verify.referee import Referee
from moot.verify.references import References
from moot.words import Outcome, Reference, Standing


def problems(folder: Path, entries: str) -> list[str]:
    (folder / "report.md").write_text(f"# Pumps\n\nThe pump moves 320 litres [1].\n\n## Sources\n\n{entries}\n")
    documents, unread = read_paths([folder / name for name in ("a", "b", "cut.pdf")])
    draft = drafted(read_report(folder / "report.md"), Library(documents, unread=unread))
    return [each.problem for claim in draft.claims() for each in claim.references]


def references(folder: Path, report: str) -> list[Reference]:
    (folder / "aero.html").write_text(
        "<title>Aero pump, data sheet</title><body><p>The pump moves 320 m³. Its price is £2,150.</p></body>"
    )
    (folder / "report.html").write_text(f"<body><p>{report}</p></body>")
    library = Library(read_paths([folder / "aero.html"])[0])
    draft = drafted(read_report(folder / "report.html"), library)
    return [each for claim in draft.claims() for each in claim.references]


def test_a_link_is_told_by_the_title_of_what_it_leads_to(tmp_path: Path) -> None:
    found = references(
        tmp_path,
        'The pump <a href="aero.html">moves 320 m³</a> of air. Its <a href="aero.html">price</a> is £2,150. It is '
        '<a href="gone.html">sold out</a> since May.',
    )
    told = [each.entry for each in found]
    assert told == ["Aero pump, data sheet aero.html"] * 2 + ["sold out gone.html"]


def test_a_sentence_that_speaks_of_the_one_before_it_is_looked_up_with_it(tmp_path: Path) -> None:
    (tmp_path / "catch.csv").write_text("Stock,Limit,Advice\nCod,14720,12300\nHaddock,34100,35800\n")
    (tmp_path / "report.md").write_text(
        "Cod may be fished up to a limit of 14,720 t.[^1] That is 2,420 t more than biologists wanted.[^1]\n\n"
        "[^1]: catch.csv\n"
    )
    library = Library(read_paths([tmp_path / "catch.csv"])[0])
    _, that = drafted(read_report(tmp_path / "report.md"), library).claims()
    assert any("Cod" in each.quote for each in that.citations)


def test_why_an_entry_has_no_source_though_its_file_was_given(tmp_path: Path) -> None:
    for folder, said in (("a", "The pump moves 320 litres."), ("b", "It rains.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "notes.md").write_text(said)
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.4 cut")
    (several,) = problems(tmp_path, "1. notes.md")
    assert f"any of several sources that were given: {tmp_path}/a/notes.md, {tmp_path}/b/notes.md;" in several
    (damaged,) = problems(tmp_path, "1. Minutes, cut.pdf")
    assert damaged.startswith(f"{tmp_path}/cut.pdf, which was given: ") and "damaged" in damaged
    assert problems(tmp_path, "1. a/notes.md") == [""]


def test_all_files_whose_title_is_like_an_entry_are_told(tmp_path: Path) -> None:
    for folder, month in (("a", "June"), ("b", "March")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{folder}.md").write_text(f"# Statement of account, {month} 2025\n\nThe pump is paid.")
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.4 cut")
    (several,) = problems(tmp_path, "1. Brennan Ltd: Statement of account")
    assert "any of several sources that were given: a.md, b.md;" in several
    assert problems(tmp_path, "1. Brennan Ltd: Statement of account, March 2025, b.md") == [""]


DATED = ("---\ndate: {}-12-31\n---\n# {}\n", "x.md", "y.md")
INSIDE = ("# {1}\n\n31 December {0}\n", "x.md", "y.md")
NAMED = ("# {1}\n", "r2022.md", "r2023.md")


@pytest.mark.parametrize("title", ["Annual report", "Tolven harbour annual report"])
@pytest.mark.parametrize(("head", "older", "newer"), [DATED, INSIDE, NAMED])
def test_of_two_files_with_one_title_the_date_tells(
    tmp_path: Path, title: str, head: str, older: str, newer: str
) -> None:
    for name, year in ((older, 2022), (newer, 2023)):
        (tmp_path / name).write_text(f"{head.format(year, title)}\nThe pump moves {year - 1800} litres.\n")
    library = Library(read_paths([tmp_path / older, tmp_path / newer])[0])

    def meant(entry: str) -> Reference:
        report = parse_report(f"# Pumps\n\nThe pump moves 222 litres [1].\n\n## Sources\n\n[1] {entry}\n")
        ((reference,),) = [claim.references for claim in drafted(report, library).claims()]
        return reference

    assert [meant(f"{title}, {year}.").source for year in (2022, 2023)] == ["S1", "S2"]
    assert meant(f"{title}, 2019.").source is None
    either = meant(f"{title}.")
    assert either.source is None
    assert either.problem.startswith(f"it may be any of several sources that were given: {older}, {newer}; write")


def test_a_copy_of_a_file_is_found_by_its_own_name(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{folder}.md").write_text("The pump moves 320 litres.")
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.4 cut")
    assert problems(tmp_path, "1. b/b.md") == problems(tmp_path, "1. b.md") == [""]


def test_an_entry_without_words_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("# Pumps\n\nThe pump lifts 40 litres.[^1]\n\n[^1]: [^2]\n")
    (claim,) = drafted(read_report(tmp_path / "report.md"), Library([])).claims()
    assert [(each.entry, each.problem) for each in claim.references] == [("(empty entry)", "its entry has no words")]


def test_addresses_do_not_make_a_report_look_foreign(tmp_path: Path) -> None:
    linked = "\n".join(
        f"Station {n} has {n + 3} pumps ([station {n}](https://stations.example/page/of/station/{n}.html))."
        for n in range(20)
    )
    told: list[tuple[str, ...]] = []
    for said in (linked, "Die Pumpe im Norden hebt vierzig Liter in der Sekunde, und sie ist neu [1]."):
        (tmp_path / "report.md").write_text(f"# Pumps\n\n{said}\n")
        told.append(drafted(read_report(tmp_path / "report.md"), Library([])).gaps)
    english, german = map(" ".join, told)
    assert "does not look English" not in english
    assert "The report does not look English, but German" in german
    assert "of its wording only what is denied; what is left open; names." in german


def test_a_sentence_of_ten_thousand_links_is_told_as_too_long_in_a_second(tmp_path: Path) -> None:
    (tmp_path / "pump.md").write_text("# Pump\n\nThe pump moves 320 litres.\n")
    (tmp_path / "report.md").write_text(f"The pump moves 320 litres {'[one](pump.md) ' * 10_000}.\n")
    library = Library(read_paths([tmp_path / "pump.md"])[0])
    begun = time.process_time()
    claims = list(drafted(read_report(tmp_path / "report.md"), library).claims())
    findings = Referee().findings(claims, library)
    assert time.process_time() - begun < 15  # a square would take minutes
    assert len(claims) == 1
    assert len(claims[0].references) == 10_000
    assert {each.outcome for each in findings} == {Outcome.UNCHECKED}
    assert all(each.reason.endswith("at most 4,000 are compared: make more sentences of it") for each in findings)


def test_of_many_references_that_lead_nowhere_the_first_are_named(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(f"It moves {' '.join(f'https://example.org/p{n}' for n in range(2_000))}.\n")
    claims = list(drafted(read_report(tmp_path / "report.md"), Library([])).claims())
    (found,) = References().findings(claims, Library([]))
    assert found.outcome is Outcome.UNCHECKED
    assert found.reason.count("could not be opened") == 8
    assert found.reason.endswith("; and 1,992 more like these")


def test_a_footnote_that_is_defined_twice_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "quay.md").write_text("# Quay\n\nThe quay was closed in May after a survey.\n")
    text = "# Report\n\nThe crane was sold in June.[^1]\n\n[^1]: See the survey.\n[^1]: quay.md\n"
    (tmp_path / "report.md").write_text(text)
    library = Library(read_paths([tmp_path / "quay.md"])[0])
    (claim,) = drafted(read_report(tmp_path / "report.md"), library).claims()
    (found,) = References().findings([claim], library)
    assert found.reason.endswith(
        "one entry of [^1] could not be opened: the file defines it more than once; as “See the survey.” "
        "it is not among the sources that were given"
    )


async def rows(folder: Path, source: str, head: str, *told: str) -> list[Standing]:
    """The standings of the rows of a report's table, of which each cites the source."""
    (folder / "fleet.md").write_text(f"# Fleet report of Arden Buses\n\n{source}\n")
    lines = [f"| {head} | Source |", "|---" * (head.count("|") + 2) + "|", *(f"| {each} | [1] |" for each in told)]
    (folder / "report.md").write_text("\n".join([*lines, "", "[1]: fleet.md", ""]))
    report = await moot.audit(folder / "report.md", [folder / "fleet.md"], store=Store.open(folder / "moot.db"))
    return [view.standing for view in report.claims]


TABLE = "| Depot | Buses 2024 | Buses 2023 |\n|---|---|---|\n| Elmer | 84 | 79 |\n| Northgate | 52 | 58 |"
PROSE = "Elmer had 84 buses in 2024 and 79 in 2023. The garage at Osk has 12 lathes, that at Dray has 7 lathes."


@pytest.mark.parametrize(
    ("source", "head", "right", "wrong"),
    [
        (TABLE, "Depot | Buses 2023 | Buses 2024", "Northgate | 58 | 52", "Northgate | 52 | 58"),
        (TABLE, "Depot | Buses 2023 | Buses 2024", "Elmer | 79 | 84", "Elmer | 58 | 52"),
        (TABLE, "Measure | Elmer | Northgate", "Buses 2024 | 84 | 52", "Buses 2024 | 52 | 84"),
        (PROSE, "Depot | 2023 | 2024", "Elmer | 79 | 84", "Elmer | 84 | 79"),
    ],
)
async def test_the_cells_of_a_row_are_of_their_row_and_column(
    tmp_path: Path, source: str, head: str, right: str, wrong: str
) -> None:
    one, other = await rows(tmp_path, source, head, right, wrong)
    assert one in (Standing.PROVEN, Standing.CONTESTED)
    assert other in (Standing.CONTRADICTED, Standing.UNSUPPORTED)


def test_a_row_is_told_with_the_heads_of_its_columns(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(f"{TABLE}\n\n- Hull plant [1]\n  - open since 2025\n\n[1]: fleet.md\n")
    told = list(drafted(read_report(tmp_path / "report.md"), Library(())).claims())
    assert [each.text for each in told] == [
        "Elmer | Buses 2024: 84 | Buses 2023: 79",
        "Northgate | Buses 2024: 52 | Buses 2023: 58",
        "Hull plant: open since 2025",
    ]
    assert next((cell.row, cell.column, cell.text) for cell in told[1].cells) == ("Northgate", "Buses 2024", "52")
