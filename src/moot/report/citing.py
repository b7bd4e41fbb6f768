"""What stands beside the number of a source where it is cited: what a reader must know before relying on it."""

from __future__ import annotations

from moot.report.shape import ClaimView


def beside(view: ClaimView) -> dict[int, str]:
    """By the number of the source: that it was retracted, and that a newer one says otherwise."""
    told = {quote.number: ["retracted"] for quote in view.quotes if quote.retracted}
    for mark in view.older:
        told.setdefault(mark.number, []).append(f"older: [{mark.by}] of {mark.date[:4]} says otherwise")
    return {number: "; ".join(each) for number, each in told.items()}
