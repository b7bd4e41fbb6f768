"""What stands beside the number of a source where it is cited: what a reader must know before relying on it."""

from __future__ import annotations

from collections.abc import Callable

from moot.report.shape import ClaimView


def beside(view: ClaimView, safe: Callable[[str], str] = str) -> dict[int, str]:
    """By the number of the source: what the sentence is of, that it was retracted, and that a newer one says otherwise.

    `safe` makes the words of sources fit to be shown.
    """
    told = {view.quotes[0].number: [safe(view.of)]} if view.of and view.quotes else dict[int, list[str]]()
    for quote in view.quotes:
        if quote.retracted and "retracted" not in told.setdefault(quote.number, []):
            told[quote.number].append("retracted")
    for mark in view.older:
        told.setdefault(mark.number, []).append(f"older: [{mark.by}] of {mark.date[:4]} says otherwise")
    return {number: "; ".join(each) for number, each in told.items() if each}
