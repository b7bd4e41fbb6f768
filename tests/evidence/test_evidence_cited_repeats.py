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
