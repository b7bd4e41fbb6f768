from __future__ import annotations

import pytest

from moot.evidence.cited_report import Entry
from moot.evidence.matching import address, matched
from moot.words import Document, Source


def document(id: str, title: str, origin: str, text: str = "text", stated: str | None = None) -> Document:
    source = Source(
        id=id, title=title, origin=origin, stated_origin=stated, sha256="0", text_sha256="0", media="markdown"
    )
    return Document(source=source, text=text)


def entry(
    label: str | None, text: str, url: str | None = None, doi: str | None = None, title: str | None = None
) -> Entry:
    return Entry("c1", label, text, url, doi, title)


PUMPS = document("S1", "Pump survey of the valley", "notes/02-survey.md", stated="https://www.example.org/survey/")
RAIN = document("S2", "Rain in the valley", "notes/rain2021.md", text="doi:10.5555/rain.1 It rains.")


@pytest.mark.parametrize(
    ("cited", "source"),
    [
        (entry("1", "Somebody", url="http://example.org/survey?utm_source=x#top"), "S1"),
        (entry("1", "Rain, 2021", doi="10.5555/RAIN.1"), "S2"),
        (entry("rain2021", "Rain. 2021"), "S2"),
        (entry("1", "see notes in rain2021.md"), "S2"),
        (entry(None, "the survey", url="notes/02-survey.md"), "S1"),
        (entry("1", "Office of Pumps, Pump survey of the valley, 2021"), "S1"),
        (entry("1", "P. Umper (2020)", title="Pump Survey of the Valley."), "S1"),
        (entry("9", "Quite another survey of something"), None),
    ],
)
def test_the_source_that_an_entry_names(cited: Entry, source: str | None) -> None:
    assert matched([cited], [PUMPS, RAIN]).get("c1") == source


@pytest.mark.parametrize(
    ("cited", "source"),
    [
        (
            entry("1", "Office of Wells: Well levels of the valley, 3. May 2024", title="Well levels of the valley, 3"),
            "S3",
        ),
        (entry("1", "Office of Wells, Well levels of the valley"), "S3"),
        (entry("1", "Moor, Ada (2023). Why dams leak.", title="Why dams leak"), "S4"),
        (entry("1", "Moor, Ada (2020). Why weirs hold.", title="Why weirs hold"), None),
    ],
)
def test_a_file_that_states_no_title_begins_with_it(cited: Entry, source: str | None) -> None:
    wells = document(
        "S3", "levels", "notes/levels.txt", text="Well levels of the valley\nOffice of Wells\n\nThey fell."
    )
    dams = document("S4", "moor", "notes/moor.txt", text="Moor, Ada (2023): Why dams leak. Dam Letters 7.\n\nThey do.")
    assert matched([cited], [PUMPS, wells, dams]).get("c1") == source


@pytest.mark.parametrize("name", ["towns.csv", "rides.tsv", "waste.xlsx", "Sales 2024.ods", "minutes.eml", "plan.rtf"])
def test_an_entry_may_be_the_name_of_a_file_of_any_kind(name: str) -> None:
    files = [document("S1", "other", f"old-{name}"), document("S2", "it", f"data/{name}")]
    stem = name.rpartition(".")[0]
    for written in (name, name.upper(), f"{name}, second sheet", f"From {name}.", stem, stem.replace(" ", "-").title()):
        assert matched([entry("1", written)], files) == {"c1": "S2"}, written
    for written in (f"very-{name}", f"{name}.zip", f"{stem} of another office"):
        assert matched([entry("7", written)], files) == {}, written


def test_the_last_word_of_an_address_is_no_name_of_a_file() -> None:
    page = document("S1", "Pumps of the valley", "https://example.org/pumps")
    assert matched([entry("4", "Colours of pumps. https://example.org/closed")], [page]) == {}


def test_the_report_of_another_year_is_another_source() -> None:
    report = document("S1", "Pump report of the valley 2025", "notes/pumps.md")
    for year, source in [("2025", "S1"), ("2024", None)]:
        cited = f"Pump report of the valley {year}"
        assert matched([entry("1", f"Office of Pumps. {cited}.", title=cited)], [report]).get("c1") == source


def test_numbers_of_files_count_only_where_nothing_else_tells() -> None:
    other = Entry("c2", "2", "Rain in the valley")
    assert matched([entry("2", "something unknown")], [PUMPS, RAIN]) == {"c1": "S1"}
    assert matched([entry("2", "something unknown"), other], [PUMPS, RAIN]) == {"c2": "S2"}


def test_addresses_are_compared_without_what_does_not_count() -> None:
    assert address("https://www.Example.org/a/?utm_source=x") == address("http://example.org/a")
    assert address("notes/a.md") == address(None) == ""


@pytest.mark.parametrize("broken", ["http://[bad/x", "http://exa\u2100mple.org/x", "http://example.org:99999/x"])
def test_what_is_no_address_names_no_source(broken: str) -> None:
    bees = document("S3", "Bees of the valley", "notes/bees.md", stated=broken)
    assert address(broken) == ""
    assert matched([entry("8", "somebody", url=broken)], [PUMPS, bees]) == {}
    assert matched([entry("8", "Bees of the valley", url=broken)], [PUMPS, bees]) == {"c1": "S3"}
