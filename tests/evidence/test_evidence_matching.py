from __future__ import annotations

import pytest

from moot.evidence.called import Called
from moot.evidence.cited_report import Entry
from moot.evidence.matching import address, matched, nearest
from moot.words import Document, Source, Unread


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


@pytest.mark.parametrize(
    ("cited", "title"),
    [
        ("City of Larkmere: Water quality report 2025", "Water quality report 2025 of the City of Larkmere"),
        ("Water quality report, Larkmere 2025", "Larkmere water quality report 2025"),
        ("Test report KT-2214, Institut Kestner, 2025", "Test report KT-2214: lead pipes in Larkmere"),
        ("Brennan Ltd, Statement of account, 10 June 2025.", "Statement of account, Brennan Ltd, 10 June 2025"),
        ("Statement of account", "Statement of account, Brennan Ltd, 10 June 2025"),
        ("Larkmere Waterworks (2025). Annual water report.", "Annual water report 2025"),
        ("Form 10-K, Larkmere Inc., fiscal 2025", "Larkmere Inc. – Form 10-K"),
        ("Büro Thalmann: Gutachten zum Hallenbad Lindenau, 2025", "Gutachten zum Hallenbad Lindenau"),
    ],
)
def test_the_words_of_a_title_may_stand_in_another_order(cited: str, title: str) -> None:
    text = f"{title}\nLarkmere Waterworks, Büro Thalmann\n\nThe town has lead pipes."
    for it in (document("S3", title, "doc.md", text), document("S3", "doc", "doc.txt", text)):
        assert matched([entry("7", cited)], [PUMPS, it]) == {"c1": "S3"}


def test_a_file_may_be_named_by_its_title() -> None:
    report = document("S3", "larkmere_water_report_2025", "larkmere_water_report_2025.md", "There are pipes.")
    assert matched([entry("7", "Water report, Larkmere, 2025")], [PUMPS, report]) == {"c1": "S3"}
    assert matched([entry("7", "Water report, Larkmere, 2024")], [PUMPS, report]) == {}


@pytest.mark.parametrize(
    ("cited", "title"),
    [
        ("City of Marlow: Water quality report 2025", "Water quality report 2025 of the City of Larkmere"),
        ("City of Larkmere: Water quality report 2024", "Water quality report 2025 of the City of Larkmere"),
        ("Marlow Waterworks (2025). Annual water report.", "Annual water report 2025"),
        ("Test report KT-2215, Institut Kestner, 2025", "Test report KT-2214: lead pipes in Larkmere"),
        ("Statement of account, 10 March 2025", "Statement of account, Brennan Ltd, 10 June 2025"),
        ("Moor, A. Effects of memory on sleep deprivation", "Effects of sleep deprivation on memory"),
        ("Statement of account, https://example.org/march", "Statement of account, Brennan Ltd, 10 June 2025"),
    ],
)
def test_a_source_with_words_of_another_title_is_another(cited: str, title: str) -> None:
    other = document("S3", title, "doc.md", f"{title}\nLarkmere Waterworks\n\nThe town has lead pipes.")
    url = cited.partition(", https")[1] and "https://example.org/march"
    assert matched([entry("7", cited, url=url or None)], [PUMPS, other]) == {}


def test_what_two_titles_say_names_neither() -> None:
    titles = ["Statement of account, Brennan Ltd, 10 June 2025", "Statement of account, Brennan Ltd, 10 March 2025"]
    june, march = (document(f"S{n}", title, f"doc{n}.md") for n, title in enumerate(titles, 3))
    assert matched([entry("7", "Statement of account")], [june, march]) == {}
    assert matched([entry("7", "Brennan Ltd: Statement of account, 10 March 2025")], [june, march]) == {"c1": "S4"}


def test_the_source_that_an_entry_may_mean() -> None:
    given = [Called(RAIN), Called(PUMPS)]
    assert nearest(entry("7", "Brown & Partners, Survey of pumps in the valley"), given) == (PUMPS,)
    assert nearest(entry("7", "A survey of bees"), given) == ()
    assert nearest(entry("7", "Pump survey of the valley"), []) == ()


@pytest.mark.parametrize("name", ["towns.csv", "rides.tsv", "waste.xlsx", "Sales 2024.ods", "minutes.eml", "plan.rtf"])
def test_an_entry_may_be_the_name_of_a_file_of_any_kind(name: str) -> None:
    files = [document("S1", "other", f"old-{name}"), document("S2", "it", f"data/{name}")]
    stem = name.rpartition(".")[0]
    for written in (name, name.upper(), f"{name}, second sheet", f"From {name}.", stem, stem.replace(" ", "-").title()):
        assert matched([entry("1", written)], files) == {"c1": "S2"}, written
    for written in (f"very-{name}", f"{name}.zip", f"{stem} of another office"):
        assert matched([entry("7", written)], files) == {}, written


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("a/report.md", "S1"),
        ("./b/report.md", "S2"),
        ("../b/report.md, page 3", "S2"),
        (r"b\report.md", "S2"),
        ("/home/somebody/b/report.md", "S2"),
        ("https://city.example/B/report.md#rents", "S2"),
        ("https://city.example/docs/b/report.md?raw=1", "S2"),
        ("report.md", None),
        ("c/report.md", None),
        ("Rain of the year, report.md", "S2"),
        ("c/notes.md", "S3"),
    ],
)
def test_of_files_of_one_name_the_longest_end_of_a_path_tells_which(written: str, source: str | None) -> None:
    files = [document("S1", "Pumps of the year", "a/report.md"), document("S2", "Rain of the year", "b/report.md")]
    files.append(document("S3", "Notes", "b/notes.md"))
    for cited in (entry("1", written), entry(None, "the report", url=written)):
        if cited.url is None or " " not in written:
            assert matched([cited], files).get("c1") == source


def test_a_whole_path_is_surer_than_its_end() -> None:
    files = [document("S1", "Pumps", "a/report.md"), document("S2", "Rain", "report.md")]
    assert matched([entry("1", "report.md")], files) == {"c1": "S2"}


def test_a_file_that_a_whole_path_leads_to_is_no_other_place() -> None:
    file, other = document("S1", "Pumps", "b/report.md"), Entry("c2", "2", "a/report.md")
    assert matched([other], [file]) == {"c2": "S1"}
    assert matched([entry("1", "b/report.md"), other], [file]) == {"c1": "S1"}
    assert matched([entry("1", "report.md"), other], [file]) == {"c1": "S1", "c2": "S1"}


def test_an_address_is_not_the_page_of_another_address() -> None:
    page = document("S1", "Pumps", "https://example.org/a/report.html")
    cited = entry("1", "Somebody", url="https://example.com/b/report.html")
    assert matched([cited], [page]) == {}
    assert matched([entry("1", "Somebody", url="https://example.org/a/report.html")], [page]) == {"c1": "S1"}


def test_a_copy_is_found_by_its_own_name() -> None:
    copy = Unread(origin="b/rain-copy.md", reason="same file as notes/rain2021.md", copy_of="notes/rain2021.md")
    for written in ("rain-copy.md", "b/rain-copy.md", "rain-copy"):
        assert matched([entry("1", written)], [PUMPS, RAIN], [copy]) == {"c1": "S2"}


def test_a_file_that_could_not_be_read_is_no_other_file_of_its_name() -> None:
    cut, pump = Unread(origin="b/report.pdf", reason="it is damaged"), document("S1", "Pumps", "a/report.pdf")
    assert matched([entry("1", "b/report.pdf")], [pump], [cut]) == {}
    assert matched([entry("1", "a/report.pdf")], [pump], [cut]) == {"c1": "S1"}


def test_the_last_word_of_an_address_is_no_name_of_a_file() -> None:
    page = document("S1", "Pumps of the valley", "https://example.org/pumps")
    assert matched([entry("4", "Colours of pumps. https://example.org/closed")], [page]) == {}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("https://example.org/pumps/\n\nPUMPS: A SUMMARY", "S3"),
        ("Pumps: a summary\nPump Office, https://www.example.org/pumps, 3 May 2024\n\nThey run.", "S3"),
        ("Letter to the Pump Office\nIn reply to https://example.org/pumps, which is wrong.", None),
        ("See https://example.org/pumps\n\nPumps rust.", None),
        (f"Pumps rust.\n{'They rust. ' * 60}\nhttps://example.org/pumps", None),
    ],
)
def test_a_text_may_have_its_address_at_its_head(text: str, source: str | None) -> None:
    page = document("S3", "saved", "notes/saved.txt", text)
    assert matched([entry("4", "Somebody", url="https://example.org/pumps")], [PUMPS, page]).get("c1") == source


@pytest.mark.parametrize(
    ("origin", "url", "source"),
    [
        ("notes/pep-0703.txt", "https://peps.example.org/pep-0703/", "S3"),
        ("notes/heat_pumps.md", "https://example.org/2024/heat-pumps.html?page=2", "S3"),
        ("notes/example.org_2024_heat-pumps.html", "https://www.example.org/2024/heat-pumps", "S3"),
        ("notes/index.md", "https://example.org/index.html", None),
        ("notes/2024.md", "https://example.org/2024", None),
        ("https://other.example.com/heat-pumps", "https://example.org/heat-pumps", None),
    ],
)
def test_a_file_may_bear_the_end_of_its_address(origin: str, url: str, source: str | None) -> None:
    page = document("S3", "Of pumps", origin)
    assert matched([entry("4", url, url=url)], [PUMPS, page]).get("c1") == source


def test_the_end_of_two_addresses_is_the_name_of_neither() -> None:
    page = document("S3", "Of pumps", "notes/pumps.md", stated="https://example.org/pumps")
    other = Entry("c2", "2", "Another", "https://example.com/pumps")
    assert matched([entry("1", "One", url="https://example.org/pumps"), other], [page]) == {"c1": "S3"}
    unsaid = document("S3", "Of pumps", "notes/pumps.md")
    assert matched([entry("1", "One", url="https://example.org/pumps"), other], [unsaid]) == {}


@pytest.mark.parametrize(
    ("cited", "source"),
    [
        ("Data Authority: Decision in case 2024/1187 (Harrow Ltd), 6 June 2025", "S3"),
        ("Data Authority: Decision in case 2024/1188 (Harrow Ltd), 6 June 2025", None),
        ("Data Authority: Decision in case 2024/1187 (Harrow Ltd), 6 July 2025", None),
        ("Data Authority: Decision in case 2024/1187 (Marlow Ltd), 6 June 2025", None),
        ("Pump Office: Decision about wells, 2024/1187, 6 June 2025", None),
    ],
)
def test_numbers_and_most_words_tell_a_title(cited: str, source: str | None) -> None:
    text = "Decision of the Data Authority, case 2024/1187 (Harrow Ltd), 6 June 2025\n\n1. A fine is imposed."
    assert matched([entry("7", cited)], [PUMPS, document("S3", "dpa", "dpa.txt", text)]).get("c1") == source


@pytest.mark.parametrize(
    ("note", "same"),
    [
        ("Umper & Lund 2021, pp. 3–4.", True),
        ("Pump survey, 2021, § 4", True),
        ("Umper & Lund 2021, item 5", True),
        ("Umper & Lund 2020.", False),
        ("Umper & Krol 2021.", False),
        ("Umper & Lund 2021, https://example.org/other", False),
        ("2021.", False),
        ("Pump Letters.", False),
    ],
)
def test_a_note_in_short_means_what_another_says_in_full(note: str, same: bool) -> None:
    full = Entry("c0", "1", "P. Umper, A. Lund: Pump survey of the valley, Pump Letters 7 (2021).")
    url = "https://example.org/other" if "https" in note else None
    assert matched([full, entry("2", note, url=url)], [PUMPS, RAIN]) == {"c0": "S1"} | ({"c1": "S1"} if same else {})


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


@pytest.mark.parametrize("name", ["xref", "href", "pref", "ref"])
def test_what_names_a_page_in_an_address_tells_two_sources_apart(name: str) -> None:
    given = [document(id, f"Minutes {n}", f"https://example.org/doc?{name}={n}") for id, n in (("S1", 12), ("S2", 99))]
    cited = [entry("1", "Somebody", url=f"https://example.org/doc?{name}=99")]
    assert matched(cited, given) == {"c1": "S2"}


@pytest.mark.parametrize("broken", ["http://[bad/x", "http://exa\u2100mple.org/x", "http://example.org:99999/x"])
def test_what_is_no_address_names_no_source(broken: str) -> None:
    bees = document("S3", "Bees of the valley", "notes/bees.md", stated=broken)
    assert address(broken) == ""
    assert matched([entry("8", "somebody", url=broken)], [PUMPS, bees]) == {}
    assert matched([entry("8", "Bees of the valley", url=broken)], [PUMPS, bees]) == {"c1": "S3"}
