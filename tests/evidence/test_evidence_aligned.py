"""Tables of plain text that spaces align are tables; what only looks like one stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from moot.evidence.library import Library
from moot.evidence.media.aligned import told
from moot.evidence.read import read_paths
from moot.verify.claim import check, verify
from moot.verify.referee import Referee
from moot.words import Outcome

FERRY = """ANNEX  Traffic on the crossing

Year        Foot passengers   Cars      Lorries
2021-22     148,300           31,900    2,210
2022-23     161,750           30,450    2,305
2023-24     172,900           29,820    2,118
"""
GROUP = """Results
=======
                    Sales     Profit
Region            (EUR m)    (EUR m)   Staff
---------------------------------------------
North Sea             4.1      (0.3)     120
Baltic               12.7        1.9   1,310

The figures are not audited.
"""
TRUST = """Income of the trust, all amounts in thousands of euros

Grants        1,240
Shop            310
Tickets          88
Total         1,638

The trust was founded in 1988.
"""
FIRM = """Figures in £ million

Division            2023      2024
Licensing           97.4     101.2
Hardware            41.3      38.8
Services            12.6      15.9
"""


def test_columns_are_told_by_what_is_free_in_all_rows() -> None:
    assert "| Year | Foot passengers | Cars | Lorries |\n|---|---|---|---|\n| 2021-22 | 148,300 |" in told(FERRY)
    assert told(FERRY).startswith("ANNEX  Traffic on the crossing\n")


def test_a_head_of_several_lines_is_one() -> None:
    found = told(GROUP)
    assert (
        "| Region | Sales (EUR m) | Profit (EUR m) | Staff |" in found and "| North Sea | 4.1 | (0.3) | 120 |" in found
    )
    assert found.startswith("Results\n=======\n") and "Staff |\n|---|---|---|---|\n| North" in found


def test_a_row_without_a_figure_is_no_part_of_the_head() -> None:
    rows = (
        "Town      Residents   Area",
        "Alba      n/a         unknown",
        "Borg      300         12",
        "Cern      400         14",
    )
    text = "\n".join((*rows, ""))
    assert "| Town | Residents | Area |\n|---|---|---|\n| Alba | n/a | unknown |" in told(text)


def test_tabs_part_cells_too() -> None:
    assert "| Kim Ost | 2021 | 77 |" in told("Winner\tYear\tPoints\nAda Berg\t2019\t81\nKim Ost\t2021\t77\n")


@pytest.mark.parametrize(
    "text",
    [
        "Introduction        3\nMethods             7\nResults            12\n",
        "2024-01-01  INFO  started 12\n2024-01-02  WARN  stopped 13\n2024-01-03  INFO  started 14\n",
        "Name:         Arl\nPopulation:   31,200\nArea:         410 km2\n",
        "The  words of   this prose are  justified  by 12\nspaces  that go   nowhere and so  they are no 14\n"
        "table  at all,   since no column  stays free 15\n",
        "John Smith          Tel: none\n12 High Street      Mob: none\nLondon              Fax: none\n",
        "| a  b | c |\n|---|---|\n| 1  2 | 3 |\n",
        "Contract between    Alpha Ltd and Beta plc\nDate of start       1 May 2024\nFee                 300 euros\n"
        "Term                24 months\n",
        "All amounts in euros\n\nFee             300\nAgreed in       Bern and Basel\nCosts           20\n",
        f"```\n{FERRY}```\n",
    ],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert told(text) == text


@pytest.mark.parametrize(
    ("claim", "outcome", "said"),
    [
        ("Cars fell from 31,900 in 2021-22 to 29,820 in 2023-24.", Outcome.HOLDS, ""),
        ("In 2021-22 the crossing carried 172,900 foot passengers.", Outcome.FAILS, "that of “2023-24”, “2021-22” has"),
    ],
)
def test_a_figure_is_bound_to_its_row(claim: str, outcome: Outcome, said: str, tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(FERRY)
    documents, _ = read_paths([path])
    found = check(claim, Library(documents), Referee())
    assert found.outcome is outcome and said in found.reason, found.reason


def test_two_columns_of_figures_are_a_table_also_without_a_head_where_the_line_above_says_their_unit() -> None:
    assert "|  |  |\n|---|---|\n| Grants | 1,240 |\n| Shop | 310 |" in told(TRUST)
    assert "| Town | Residents |\n|---|---|\n| Alba | 120 |" in told("Town    Residents\nAlba    120\nBorg    310\n")


@pytest.mark.parametrize(
    ("claim", "text", "said"),
    [
        ("Income from the shop was 310,000 euros.", TRUST, ""),
        ("The total income of the trust was 1.638 million euros.", TRUST, ""),
        ("Income from tickets was 310,000 euros.", TRUST, "that of “Shop”, “Tickets” has 88"),
        ("Grants were 1.638 million euros.", TRUST, "that of “Total”, “Grants” has 1,240"),
        ("Hardware was £101.2 million in 2024.", FIRM, "that of “Licensing”, “Hardware” has 38.8"),
        ("Licensing was £101.2 million in 2023.", FIRM, "that of “2024”, “2023” has 97.4"),
        ("Hardware was £12.6 million in 2023.", FIRM, "that of “Services”, “Hardware” has 41.3"),
    ],
)
def test_a_text_given_as_it_is_has_such_tables_too(claim: str, text: str, said: str, tmp_path: Path) -> None:
    found = verify(claim, [text])
    assert (said in found.reason) if said else found.outcome is Outcome.HOLDS, found.reason
    path = tmp_path / "accounts.md"
    path.write_text(text)
    documents, _ = read_paths([path])
    found = check(claim, Library(documents), Referee())
    assert (said in found.reason) if said else found.outcome is Outcome.HOLDS, found.reason


def test_places_are_in_the_text_as_it_was_given() -> None:
    found = verify("Income from the shop was 310,000 euros.", [TRUST])
    assert "Shop            310" in [TRUST[each.start : each.end] for each in found.places]
    signed = TRUST.replace(" 310", "-310")
    found = verify("Income from the shop was -310,000 euros.", [signed])
    assert "Shop           -310" in [signed[each.start : each.end] for each in found.places]
