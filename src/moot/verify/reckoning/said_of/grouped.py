"""Columns of two groups: "Old bridge open", "Old bridge closed", "New bridge open", "New bridge closed"."""

from __future__ import annotations

from collections.abc import Sequence


def of_another_group(labels: Sequence[frozenset[str]], column: int, said: frozenset[str]) -> list[int]:
    """The columns of the group that the claim names, where it does not name the one of this column.

    A group has a word that each of its columns has, and none of the other; some column of the one is told by the same
    words as one of the other, but for these: its twin. The nearest to what the claim says first, and of several a twin
    where this column has one, or one without where it has none.
    """
    for mine in sorted(labels[column] - said):
        own = [label - {mine} for label in labels if mine in label]
        for word in sorted(said):
            theirs = {n: label - {word} for n, label in enumerate(labels) if word in label}
            twins = {label for label in own if label in theirs.values()}
            if min(len(own), len(theirs)) > 1 and twins and not any(word in label for label in own):
                has_twin = labels[column] - {mine} in twins
                return sorted(theirs, key=lambda n: (-len(labels[n] & said), (theirs[n] in twins) is not has_twin))
    return []
