"""What the rows of a comparison say together.

The rule: only rows on which somebody leads count, after Holm's correction over all rows. Leads on one side only: that
side leads, with how many rows say so. Leads on both: neither, it depends on what is asked. No lead: level where every
row is a tie, else unknown. Scores are never averaged over benchmarks.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.bench.verdict import Outcome


def sentence(a: str, b: str, outcomes: Sequence[Outcome]) -> str:
    """One sentence on `a` against `b`; `outcomes` in the order of the rows."""
    count = outcomes.count
    leads_a, leads_b, ties, open_ = (count(each) for each in Outcome)
    rest = [f"{ties} {_are(ties)} a tie"] if ties else []
    rest += [f"{open_} cannot be resolved"] if open_ else []
    others = f"; {' and '.join(rest)}" if rest else ""
    if leads_a and leads_b:
        return f"Neither leads everywhere: {a} on {leads_a}, {b} on {leads_b} of {_rows(outcomes)}{others}."
    if leads_a or leads_b:
        leader, leads, other = (a, leads_a, b) if leads_a else (b, leads_b, a)
        return f"{leader} leads on {leads} of {_rows(outcomes)}, {other} on none{others}."
    if ties == len(outcomes):
        return f"{a} and {b} are level on {'the one row' if ties == 1 else f'all {ties} rows'}."
    return f"These results do not tell {a} from {b}: of {_rows(outcomes)}, {' and '.join(rest)}."


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _rows(outcomes: Sequence[Outcome]) -> str:
    return "1 row" if len(outcomes) == 1 else f"{len(outcomes)} rows"
