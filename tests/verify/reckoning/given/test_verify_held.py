"""Which words each figure of a sentence stands with."""

from __future__ import annotations

from moot.verify.reckoning.given.held import HEAP, bound


def test_a_figure_has_the_clause_that_it_stands_in() -> None:
    clauses = [clause for _, clause in bound("The north pump lifts 40 litres, and the south pump lifts 34 litres.")]
    assert "north" in clauses[0] and "south" not in clauses[0] and "south" in clauses[1]


def test_a_heap_of_figures_has_the_sentence_and_is_not_told_apart() -> None:
    """Each of them read with all the others would take their number squared."""
    heap = "Totals: " + ", ".join(f"{n} litres" for n in range(1, HEAP + 20)) + "."
    assert {clause for _, clause in bound(heap)} == {heap}
