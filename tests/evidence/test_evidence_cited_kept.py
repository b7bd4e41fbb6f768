"""What a reader of a report must not lose: captions that say something, words, years; and what must not stop it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from moot.errors import NoSources
from moot.evidence.cited_report import bibtex, parse_report, read, read_report
from moot.evidence.cited_report.report import CitedReport

LISTED = "\n\n## References\n\n[1] Alpha, 2020. https://e.org/a\n\n[2] Beta, 2021. https://e.org/b\n"
LONG = "Revenue rose by a tenth in the year 2023 and all the costs of it fell."


def told(report: CitedReport) -> list[tuple[str, list[str]]]:
    return [(each.text, [mark.raw for mark in each.marks]) for each in report.statements if each.checkable]


@pytest.mark.parametrize(
    "caption",
    [
        "Table 1: Mean yields rose 14 %.",
        "Fig. 2. Exports fell by 12 % in 2023.",
        "Exhibit 4: Debt is 3 % of GDP.",
        "Image: the old mill burned down in 1931",
        "Tabelle 3: Exporte 12 % unter Plan",
        "— Vilar, 1931",
    ],
)
def test_a_caption_that_says_and_cites_something_is_checked(caption: str) -> None:
    stop = "." if caption.endswith(".") else ""
    assert told(parse_report(f"# T\n\n{caption.removesuffix('.')} [2]{stop}{LISTED}")) == [(caption, ["[2]"])]


@pytest.mark.parametrize("named", ["Table 1: Shares of sites [2]", "Fig. 1. The moss in 2022 [2]."])
def test_a_caption_that_only_names_is_none(named: str) -> None:
    assert told(parse_report(f"# T\n\n{named}{LISTED}")) == []


@pytest.mark.parametrize(
    ("page", "claims"),
    [
        (
            '<p><span class="speech-bubble">Revenue rose by 12 in 2023, says <a href="https://e.org/r">the report</a>, '
            "and costs fell.</span></p>",
            [("Revenue rose by 12 in 2023, says the report, and costs fell.", ["the report"])],
        ),
        (
            f'<p><a class="pill" href="https://e.org/r">{LONG}</a></p>',
            [(LONG, [LONG])],
        ),
        (
            '<p>Unread <span class="badge">12</span> letters came.</p><h2>Sources</h2><ol><li>A, 2020.</li></ol>',
            [("Unread 12 letters came.", [])],
        ),
        (
            '<p>It rose. <span class="badge">1</span></p><h2>Sources</h2><ol><li>A, 2020.</li></ol>',
            [("It rose.", ["[1]"])],
        ),
        (
            '<p>It rose. <i class="badge">2</i></p><h2>Sources</h2><div><div><i class="badge">2</i> '
            '<a href="https://e.org/a">A, 2020</a></div></div>',
            [("It rose.", ["[2]"])],
        ),
    ],
)
def test_a_sentence_that_looks_like_a_chip_is_a_sentence(page: str, claims: list[tuple[str, list[str]]]) -> None:
    assert told(parse_report(f"<html><body>{page}</body></html>", "html")) == claims


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (
            "The board said so. [Norway](https://e.org/n) [Sweden](https://e.org/s) and Denmark agreed.",
            "Norway Sweden and Denmark agreed.",
        ),
        ("As written in 10.1234/abc.def the yield rose.", "As written in 10.1234/abc.def the yield rose."),
        ("According to arXiv:2301.00001, it fell.", "According to 2301.00001, it fell."),
        ("It rose ( ) by half.", "It rose by half."),
    ],
)
def test_what_a_sentence_needs_is_a_word_of_it(said: str, text: str) -> None:
    assert parse_report(f"# T\n\n{said}\n").statements[-1].text == text


@pytest.mark.parametrize(
    ("said", "marks"),
    [
        ("In Moe the harvest failed (2019).", []),
        ("Moe was born (2019) in Oslo.", []),
        ("As Moe has argued (2019), it fell.", ["(2019)"]),
    ],
)
def test_a_year_far_from_a_name_is_a_mark_where_somebody_says_something(said: str, marks: list[str]) -> None:
    listed = "\n\n## References\n\nMoe, K. (2019). Harvests. https://e.org/1\n"
    assert told(parse_report(f"# T\n\n{said}{listed}")) == [("As Moe has argued, it fell." if marks else said, marks)]


def test_a_raised_digit_is_no_number_of_a_list() -> None:
    assert told(parse_report("It rose [1].\n\n[^²]: https://e.org/d\n"))


def test_whatever_breaks_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> CitedReport:
        raise KeyError("a\nb")

    monkeypatch.setattr(read, "parse", broken)
    (tmp_path / "r.md").write_text("It rose [1].")
    with pytest.raises(NoSources, match=r"r\.md cannot be read: reading it as a report failed: .*\.$") as told:
        read_report(tmp_path / "r.md")
    assert "KeyError" not in str(told.value) and isinstance(told.value.__cause__, KeyError)
    with pytest.raises(NoSources, match=r"^The report cannot be read: reading it as a report failed"):
        parse_report("It rose [1].")


@pytest.mark.parametrize(
    "text",
    [
        "[A" + "1" * 40_000,
        "[Aa1; A1" + " A1" * 13_000,
        "It rose [x](" + " " * 40_000,
        "It rose (" + " " * 40_000 + "x",
        "@article{x, title={t} ;" + "\n " * 20_000 + "z",
    ],
)
def test_a_long_run_of_one_sign_is_read_at_once(text: str) -> None:
    begun = time.process_time()
    parse_report(f"# T\n\n{text}\n")
    list(bibtex.records(text))
    assert time.process_time() - begun < 2
