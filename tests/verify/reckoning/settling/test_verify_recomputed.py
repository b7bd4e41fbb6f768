"""How much a figure that follows from others speaks for a claim."""

from __future__ import annotations

from verify_library import audited, library

from moot.verify.reckoning.settling.recomputed import likely

PORT = library(
    """The port handled 412 ships in spring. It has 38 cranes. The pilots number 29. Fees brought in 61 thousand crowns.

| Quay | Ships | Cranes |
|---|---|---|
| North | 130 | 12 |
| East | 95 | 9 |
| South | 187 | 17 |
"""
)


def test_what_adds_up_a_whole_column_tells_more_than_a_difference_and_that_more_than_a_sum_from_afar() -> None:
    whole = likely([{"one digit": 0.0, "of many": 1.0, "far sum": 0.0, "far product": 0.0}])
    stated = likely([{"one digit": 0.0, "of many": 0.0, "far sum": 0.0, "far product": 0.0}])
    afar = likely([{"one digit": 0.0, "of many": 0.0, "far sum": 1.0, "far product": 0.0}])
    assert whole and stated and afar and whole > stated > 0.9 > afar > 0.5


def test_the_surest_figure_of_a_claim_counts_and_none_tells_nothing() -> None:
    sure, unsure = {"one digit": 0.0}, {"one digit": 1.0}
    assert likely([unsure, sure]) == likely([sure]) != likely([unsure])
    assert likely([]) is None


def test_a_total_of_the_table_is_surer_than_the_difference_of_two_rows() -> None:
    total = audited("In all 412 ships came to the three quays.", PORT)
    difference = audited("South had 57 ships more than North.", PORT)
    assert total.outcome == difference.outcome == "holds"
    assert (difference.score or 0) > 0.9
