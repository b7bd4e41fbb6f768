"""How well a contestant tells supported pairs from others: balanced accuracy and AUC, whole and of each dataset."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from moot.bench.suites.claims.pairs import Label, LabelledPair
from moot.bench.suites.claims.said import Said
from moot.errors import UsageError


@dataclass(frozen=True)
class Measured:
    pairs: int
    balanced: float
    """Mean of the shares of supported and of other pairs that were told rightly: .5 is guessing."""
    auc: float
    """Chance that a supported pair is given more than another one; ties count half."""
    right: dict[Label, float]
    """Share told rightly, by label."""
    unsaid: int
    """Pairs of which nothing that counts was said."""


def measure(rows: Sequence[tuple[LabelledPair, Said]]) -> Measured:
    """Raises `UsageError` where pairs of one kind only are given: then nothing can be told apart."""
    labels = [pair.label is Label.SUPPORTED for pair, _ in rows]
    if len(set(labels)) < 2:
        raise UsageError("All pairs are supported, or none is: how well they are told apart cannot be said.")
    told = [said.supported is label for (_, said), label in zip(rows, labels, strict=True)]
    shares = [_share([hit for hit, label in zip(told, labels, strict=True) if label is kind]) for kind in (True, False)]
    by_label = {
        label: [hit for (pair, _), hit in zip(rows, told, strict=True) if pair.label is label] for label in Label
    }
    return Measured(
        pairs=len(rows),
        balanced=sum(shares) / 2,
        auc=auc([(_score(said), label) for (_, said), label in zip(rows, labels, strict=True)]),
        right={label: _share(hits) for label, hits in by_label.items() if hits},
        unsaid=sum(said.supported is None for _, said in rows),
    )


def by_dataset(rows: Sequence[tuple[LabelledPair, Said]]) -> dict[str, Measured]:
    """Of each dataset that has supported pairs and others, by name. Sets differ in size and prior: never pool them."""
    sets: dict[str, list[tuple[LabelledPair, Said]]] = {}
    for pair, said in rows:
        sets.setdefault(pair.dataset, []).append((pair, said))
    both = {
        name: found for name, found in sorted(sets.items()) if len({p.label is Label.SUPPORTED for p, _ in found}) == 2
    }
    return {name: measure(found) for name, found in both.items()}


def auc(scored: Sequence[tuple[float, bool]]) -> float:
    """The area under the ROC curve by ranks (Mann and Whitney 1947); both labels must be there."""
    ranked = sorted(scored)
    right = sum(label for _, label in ranked)
    below, total, at = 0, 0.0, 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        tied = sum(label for _, label in ranked[at:end])
        total += tied * (below + (end - at - tied) / 2)
        below += end - at - tied
        at = end
    return total / (right * (len(ranked) - right))


def _score(said: Said) -> float:
    if said.probability is not None:
        return said.probability
    return 0.5 if said.supported is None else float(said.supported)


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits)
