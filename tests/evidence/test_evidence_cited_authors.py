"""Authors with short names, several marks in one bracket, and raised digits that are powers."""

from __future__ import annotations

import pytest

from moot.evidence.cited_report import parse_report

LISTED = """
## References

García-López, P. (2023). A stopped trial.
Ministry of Housing. (2022). Cost report.
O'Brien, T. (2020). Dissent.
Statistics Norway. (2021). Rents.
Umweltbundesamt. (2019). Luft.
van der Meer, H., Bakker, J., & Visser, K. (2021). Against.
"""


def titles(said: str) -> list[list[str | None]]:
    """Of each statement the titles of what it cites."""
    report = parse_report(f"# Review\n\n{said}\n{LISTED}")
    named = {entry.id: entry.title for entry in report.entries}
    return [[named[id] for mark in each.marks for id in mark.entries] for each in report.statements]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Costs rose (Ministry of Housing [MoH], 2022). Rents rose (MoH, 2022).", "Cost report"),
        ("Costs rose (Ministry of Housing [MoH], 2022). The MoH (2022) gives no reason.", "Cost report"),
        ("The Ministry of Housing (MoH, 2022) told of costs. Rents rose too (MoH, 2022, p. 4).", "Cost report"),
        (
            "The Ministry of Housing (MoH) told of costs (Ministry of Housing, 2022). Rents rose too (see MoH, 2022).",
            "Cost report",
        ),
        ("Rents rose (Statistics Norway [SSB], 2021). SSB (2021) reports that they fell later.", "Rents"),
        ("Die Luft wurde besser (Umweltbundesamt [UBA], 2019). Das gilt (UBA, 2019).", "Luft"),
    ],
)
def test_a_short_name_that_is_declared(said: str, title: str) -> None:
    assert titles(said) == [[title], [title]]


@pytest.mark.parametrize("mark", ["(MoH, 2021)", "(MoD, 2022)", "(SSB, 2022)"])
def test_another_short_name_or_year_is_no_entry(mark: str) -> None:
    assert titles(f"Costs rose (Ministry of Housing [MoH], 2022). Rents rose {mark}.") == [["Cost report"], []]


def test_a_short_name_that_an_entry_has_itself_is_that_one() -> None:
    own = "MoH. (2022). Rents in towns."
    report = parse_report(f"Costs rose (Ministry of Housing [MoH], 2022). Rents rose (MoH, 2022).\n{LISTED}{own}\n")
    named = {entry.id: entry.title for entry in report.entries}
    assert named[report.statements[1].marks[0].entries[0]] == "Rents in towns"


@pytest.mark.parametrize(
    "said",
    [
        "Van der Meer et al. (2021; see also O'Brien, 2020) disagree.",
        "Van der Meer et al. (2021, pp. 4–6; see also O'Brien, 2020) disagree.",
        "They disagree (van der Meer et al., 2021; but see O'Brien, 2020).",
        "Van der Meer, Bakker and Visser (2021: 14; cf. O'Brien, 2020, p. 3) disagree.",
    ],
)
def test_a_bracket_behind_a_name_may_hold_more_marks(said: str) -> None:
    assert titles(said) == [["Against", "Dissent"]]


def test_a_remark_behind_a_year_is_no_mark() -> None:
    assert titles("Van der Meer et al. (2021; 412 homes) disagree. It fell.") == [["Against"], []]


def test_accents_do_not_part_a_name() -> None:
    assert (
        titles("Garcia-López's (2023) trial was stopped. It was stopped (García-Lopez, 2023).")
        == [["A stopped trial"]] * 2
    )


NUMBERED = "\n\n## References\n\n1. A. Alpha, One, 2020.\n2. B. Beta, Two, 2021.\n3. C. Gamma, Three, 2022.\n"
MARKED = "It rose<sup>1</sup>. It fell<sup>2</sup>. It stood<sup>3</sup>. "


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("E = mc<sup>2</sup> holds.", "E = mc² holds."),
        ("The force F = kx<sup>2</sup> grows.", "The force F = kx² grows."),
        ("The loss is 1/2 mv<sup>2</sup> there.", "The loss is 1/2 mv² there."),
        ("It is 5 m<sup>2</sup> large.", "It is 5 m² large."),
        ("It has 10<sup>3</sup> parts.", "It has 10³ parts."),
        ("It emits CO<sub>2</sub> and CaCO<sub>3</sub> now.", "It emits CO2 and CaCO3 now."),
    ],
)
def test_raised_and_lowered_digits_of_a_formula_are_no_marks(said: str, shown: str) -> None:
    last = parse_report(MARKED + said + NUMBERED).statements[-1]
    assert (last.text, last.marks) == (shown, ())


@pytest.mark.parametrize("word", ["grew", "so", "MW", "UN", "30 MW", "5 %", "in 2020"])
def test_raised_digits_behind_a_word_are_marks(word: str) -> None:
    last = parse_report(f"{MARKED}It is {word}<sup>2</sup>.{NUMBERED}").statements[-1]
    assert [mark.raw for mark in last.marks] == ["<sup>2</sup>"]


DASHES = ["———.", "---.", "\\_\\_\\_\\_.", "____", "–––.", "―――.", "—", "———, ed.", "⸻.", "———, and Bo Xu.", "--."]


@pytest.mark.parametrize("dash", DASHES)
@pytest.mark.parametrize("year", ["2023", "(2023)"])
@pytest.mark.parametrize("between", ["\n\n", "\n", "\n- "])
def test_a_dash_is_the_authors_of_the_entry_before(dash: str, year: str, between: str) -> None:
    listed = (
        f'Falk, Ingrid. 2022. "Trams and rents." *Letters* 7.{between}{dash} {year}. "Trams and shops." *Streets* 2.'
    )
    listed = f"- {listed}" if between == "\n- " else listed
    report = parse_report(f"Rents rose (Falk 2022). Shops gained (Falk 2023).\n\n## References\n\n{listed}\n")
    assert [mark.entries for said in report.statements for mark in said.marks] == [("c1",), ("c2",)]
    assert report.entries[1].title == "Trams and shops"


def test_a_dash_goes_on_through_a_list_and_ends_with_the_next_author() -> None:
    listed = (
        "Moe, B., and Ada Lind. 2019. *Wells*.\n———. 2020a. *Pumps*.\n———. 2020b. *Pipes*.\n"
        "Okafor, A. 2020. *Weirs*.\n———. 2021. *Locks*.\n"
    )
    said = "It rose (Moe and Lind 2020b). It fell (Okafor 2021). It stood (Moe and Lind 2021)."
    report = parse_report(f"{said}\n\n## References\n\n{listed}")
    assert [mark.entries for each in report.statements for mark in each.marks] == [("c3",), ("c5",), ()]


def test_a_dash_before_a_title_begins_an_item() -> None:
    listed = "— Falk, Ingrid. 2022. *Rents*.\n\n— *Shops of the town*. City Press, 2023.\n"
    report = parse_report(f"Rents rose (Falk 2022). Shops gained (Falk 2023).\n\n## References\n\n{listed}")
    assert [mark.entries for each in report.statements for mark in each.marks] == [("c1",), ()]
