"""What is known of a pair is not worked out again, and only so much is kept."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from moot.verify.verifier import Pair
from moot.verify.verifiers import known
from moot.verify.verifiers.embedded import Embedded, embedded
from moot.verify.verifiers.known import Known
from moot.verify.verifiers.trained import Trained, trained


def pairs(*claims: str) -> list[Pair]:
    return [Pair(claim, ("evidence",)) for claim in claims]


def test_each_pair_is_worked_out_once_in_the_order_of_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "KEPT", 2)
    asked: list[list[str]] = []

    def work(new: Sequence[Pair]) -> list[str]:
        asked.append([pair.claim for pair in new])
        return [pair.claim.upper() for pair in new]

    values = Known(work)
    assert values.of(pairs("a", "b", "a")) == ["A", "B", "A"]
    assert values.of(pairs("b", "a")) == ["B", "A"]
    assert values.of(pairs("c", "a")) == ["C", "A"]
    assert values.of(pairs("b")) == ["B"]
    assert asked == [["a", "b"], ["c"], ["b"]], "of more than are kept the one that was not asked for longest goes"


@pytest.mark.parametrize("verifier", [embedded(), trained()], ids=lambda each: each.name)
def test_nothing_is_started_for_pairs_that_are_known(
    verifier: Embedded | Trained, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = Pair("The bakery opened beside a mill.", ("A bakery opened beside the old mill.",))
    scores = verifier.score([pair])
    monkeypatch.setattr(f"{type(verifier).__module__}.ThreadPoolExecutor", None)
    assert verifier.score([pair, pair]) == [*scores, *scores]
