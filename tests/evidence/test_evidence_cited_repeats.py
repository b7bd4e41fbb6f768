"""Notes and marks that stand for a source named before."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence_cited import cited

from moot.evidence.cited_report import parse_report, read_report
from moot.evidence.library import Library
from moot.readers.file import drafted

FIRST = "Okafor, A., Walks on graphs, 2019."
OTHER = "Rail Board, Track report, 2020."


def meant(note: str, *before: str) -> list[str]:
    """The labels of what the last of several notes means."""
    notes = [*before, note]
    said = " ".join(f"It rose by {n} per cent.[^{n}]" for n in range(1, len(notes) + 1))
    listed = "\n".join(f"[^{n}]: {each}" for n, each in enumerate(notes, 1))
    return cited(parse_report(f"{said}\n\n{listed}\n"))[-1][1][0][1]


@pytest.mark.parametrize(
    "note",
    [
        "Id.",
        "Id. at 15.",
        "id., p. 15",
        "Id. § 4.",
        "Idem.",
        "Op. cit., p. 15",
        "Loc. cit.",
        "A. a. O., S. 15",
        "a.a.O.",
        "Ders., ebd., S. 3",
        "Same source, p. 4.",
        "As above.",
        "Gleiche Quelle, S. 4.",
        "See [^2].",
        "See note [^2], p. 4.",
    ],
)
def test_the_source_right_before(note: str) -> None:
    assert meant(note, FIRST, OTHER) == ["2"]


@pytest.mark.parametrize(
    "note",
    [
        "Okafor, op. cit., p. 15",
        "Okafor, Walks, op. cit.",
        "See Okafor, loc. cit.",
        "A. Okafor, Walks on graphs, a. a. O., S. 4",
        "Okafor, supra, at 3.",
        "Okafor, supra note 1, at 3.",
        "Supra note 1.",
        "Op. cit., fn. 1, p. 15; see also the website of the Board.",
        "Vgl. oben Fn. 1, S. 2",
    ],
)
def test_the_source_last_cited_of_somebody(note: str) -> None:
    assert meant(note, FIRST, OTHER) == ["1"]
    assert meant(note, FIRST, OTHER, "Id.") == ["1"]


@pytest.mark.parametrize(
    "note",
    [
        "Id Software, Doom manual, 1993.",
        "ID: 4432, Register of works, 2020.",
        "Idem Press, Poems, 2019.",
        "Supranational law, Brill, 2019.",
        "Moe, B., The use of op. cit. in law journals since the nineteenth century: a study of bad habits, 2020.",
        "Krol, op. cit., p. 4",
        "Same source, other water: two wells compared, 2020.",
        "See Okafor [1] and Moe, Wells, 2020.",
    ],
)
def test_a_source_of_its_own_repeats_none(note: str) -> None:
    assert meant(note, FIRST, OTHER) == ["3"]


@pytest.mark.parametrize(
    ("note", "labels"),
    [
        ("See [2].", ["2"]),
        ("[1], p. 4", ["1"]),
        ("siehe [2], S. 3", ["2"]),
        ("See refs. [1] and [2].", ["1", "2"]),
        ("[1–2]", ["1", "2"]),
        ("See [2] for more on tax.", ["n"]),
        ("Moe, Tax, 2020, cited in [2].", ["n"]),
    ],
)
def test_a_note_of_nothing_but_a_mark_means_its_entry(note: str, labels: list[str]) -> None:
    listed = "## References\n\n[1] A. Alpha, “One”, 2020.\n[2] B. Beta, “Two”, 2021.\n"
    report = parse_report(f"Costs rose [1]. They fell.[^n]\n\n[^n]: {note}\n\n{listed}")
    assert cited(report)[1] == ("They fell.", [("[^n]", labels)])


WORKS = (
    "Hartwig Osei and Lena Drummond, “Brick kilns in the valley: a survey of 2024”, *Clay Studies* 18 (2024): 101–119.",
    "City Council, Budget report 3, 2021.",
    "Ingrid Falk, “Trams and rents in Osterby”, Urban Letters 7 (2022): 3–9.",
    "Ingrid Falk, “Trams and shops in Osterby”, Streets 2 (2023).",
    "Ministry of Health, *Annual Report 2020*, https://moh.example/2020.pdf",
    "Jürgen Weiß, Die Brücken der Stadt, Köln 1998.",
)


@pytest.mark.parametrize(
    ("note", "label"),
    [
        ("Osei and Drummond, “Brick kilns”, 110.", "1"),
        ("See Osei & Drummond, “Survey of 2024,” 104.", "1"),
        ("Osei et al., “Brick kilns”, pp. 102, 104.", "1"),
        ("Osei, 104.", "1"),
        ("Osei and Drummond (2024), p. 104.", "1"),
        ("City Council, Budget report 3, p. 9.", "2"),
        ("Falk, “Rents,” 12n3.", "3"),
        ("Falk, *Trams and shops*, 12–14.", "4"),
        ("Ministry of Health, *Annual Report 2020*.", "5"),
        ("Weiß, Brücken, S. 44 f.", "6"),
    ],
)
def test_a_short_note_names_its_source_anew(note: str, label: str) -> None:
    assert meant(note, *WORKS) == [label]


@pytest.mark.parametrize(
    "note",
    [
        "Lind, “Brick kilns,” 4.",
        "Osei and Drummond 2019, 4.",
        "Osei and Drummond.",
        "The Osei family told so in 2024.",
        "City Council, Budget report 4, 2021.",
        "Falk, “Trams in Malmo,” 3.",
        "K. Falk, “Rents,” 3.",
        "Falk, interview, 3 May 2023.",
        "Ministry of Health, *Annual Report 2021*, 14.",
        "Ministry of Health, *Annual Report 2020*, https://moh.example/other.pdf",
        "Lena Weiß, Brücken, S. 4.",
    ],
)
def test_a_note_with_words_of_its_own_names_another_source(note: str) -> None:
    assert meant(note, *WORKS) == ["7"]


def test_a_short_note_that_may_mean_two_sources_means_neither_and_is_told() -> None:
    notes = "".join(f"[^{n}]: {each}\n" for n, each in enumerate((*WORKS, "Falk, 12."), 1))
    said = " ".join(f"It rose by {n} per cent.[^{n}]" for n in range(1, 8))
    report = parse_report(f"{said}\n\n{notes}")
    assert cited(report)[-1][1] == [("[^7]", ["7"])]
    assert report.notes == ("1 short note may mean any of several entries, and nothing decides which: “Falk, 12.”.",)


def test_a_short_note_may_stand_for_an_entry_of_the_bibliography_and_of_a_note() -> None:
    listed = "## Bibliography\n\nFalk, Ingrid. “Trams and rents.” *Letters* 7 (2022).\n"
    full = "[^1]: Ingrid Falk, “Trams and rents”, Letters 7 (2022).\n[^2]: Falk, “Rents,” 4.\n"
    for notes, meant_by in (
        (full, "1"),
        ("[^2]: Falk, “Rents,” 4.\n", "Falk, Ingrid. “Trams and rents.” Letters 7 (2022)."),
    ):
        report = parse_report(f"It rose.[^1] It fell.[^2]\n\n{notes}\n{listed}")
        assert cited(report)[1] == ("It fell.", [("[^2]", [meant_by])])


def test_what_a_list_of_references_has_is_a_work_of_its_own() -> None:
    listed = "## References\n\n1. City Council, Budget 2024, annex on trams.\n2. City Council, Budget 2024, p. 3.\n"
    report = parse_report(f"It rose [1]. It fell [2].\n\n{listed}")
    assert cited(report)[1] == ("It fell.", [("[2]", ["2"])])


@pytest.mark.parametrize(
    "mark", ["(op. cit., p. 4)", "(Id. at 4)", "(loc. cit.)", "(Okonjo, op. cit., p. 4)", "(a. a. O., S. 4)"]
)
def test_a_mark_may_repeat_the_one_before(mark: str) -> None:
    listed = "## References\n\nMoe, B. (2012). Dams.\n\nOkonjo, P. (2014). Wards heal.\n"
    report = parse_report(f"Dams leak (Moe, 2012). They heal (Okonjo, 2014). They do {mark}.\n\n{listed}")
    (entry,) = report.statements[-1].marks[0].entries
    assert (report.statements[-1].text, report.entries[int(entry[1:]) - 1].title) == ("They do.", "Wards heal")


def test_what_repeats_an_entry_that_is_not_there_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("# A\n\nThe price rose by 4 per cent.[^1]\n\n[^1]: Krol, op. cit., p. 4\n")
    report = read_report(tmp_path / "report.md")
    (claim,) = drafted(report, Library([])).claims()
    assert [each.problem for each in claim.references] == ["it points back to an entry that is not there"]
    assert [each.text for each in report.entries] == ["Krol, op. cit., p. 4"]


ENDNOTES = (
    "1. Anna Holm, *The Quay of Varn* (Varn: Harbour Press, 1998), 12.\n2. Holm, *Quay of Varn*, 31.\n"
    "3. Jon Moe, “Fire at the Mill,” *Journal of Mills* 4 (2001): 77.\n4. Moe, “Fire at the Mill,” 79.\n"
    "5. Lind, “Brick kilns,” 4.\n"
)
SAID = " ".join(f"It rose by {n} per cent.[{n}]" for n in range(1, 7))


@pytest.mark.parametrize(
    ("head", "last"),
    [
        ("## Notes", "6. Moe, “Fire at the Mill,” 80."),
        ("## Endnotes", "6. Holm, *Quay*, 44."),
        ("## Sources", "6. Ibid., 5."),
    ],
)
def test_endnotes_in_a_list_name_their_sources_anew(head: str, last: str) -> None:
    means = {"6. Moe, “Fire at the Mill,” 80.": "3", "6. Holm, *Quay*, 44.": "1", "6. Ibid., 5.": "5"}
    report = parse_report(f"{SAID}\n\n{head}\n\n{ENDNOTES}{last}\n")
    assert [marks[0][1] for _, marks in cited(report)] == [["1"], ["1"], ["3"], ["3"], ["5"], [means[last]]]


def test_a_list_of_sources_has_no_short_notes() -> None:
    report = parse_report(f"{SAID}\n\n## Sources\n\n{ENDNOTES}6. Holm, *Quay of Varn*, 44.\n")
    assert [marks[0][1] for _, marks in cited(report)] == [[str(n)] for n in range(1, 7)]
