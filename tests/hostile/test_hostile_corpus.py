"""The corpus itself, and how much of it the detector names: attempts that a person sees, nothing in benign twins."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hostile_corpus import Pair, pairs

from moot.evidence import hostile
from moot.evidence.read import read_paths
from moot.words import Document, Noticed

NAMED_OF_OPEN, NAMED_OF_SEALED, NAMED_OF_KEPT = 0.95, 0.75, 0.6
"""Shares of the visible attempts; those sealed and kept were never looked at while the detector was worked on."""
ALARMS_OF_KEPT = 3
"""Twins of 42, half of which hold a sentence that only looks like an order."""


def document(pair: Pair, folder: Path, hostile: bool) -> Document:
    (read,), unread = read_paths([pair.write(folder / str(hostile), hostile)])
    assert not unread
    return read


def test_it_is_broad() -> None:
    assert len(pairs()) >= 110 and len({pair.file for pair in pairs()}) == len(pairs())
    assert min(Counter(pair.kind for pair in pairs()).values()) >= 9
    assert len({pair.kind for pair in pairs()}) >= 13
    assert len({pair.language for pair in pairs()}) >= 13
    assert len({pair.place for pair in pairs()}) >= 10
    assert {"md", "html", "txt", "pdf", "docx"} <= {pair.names[0].rsplit(".", 1)[1] for pair in pairs()}
    halves = Counter((pair.kind, pair.half) for pair in pairs())
    # Of two kinds one more was opened.
    assert all(abs(halves[kind, "open"] - halves[kind, "sealed"]) <= 3 for kind, _ in halves)
    assert {halves[kind, "kept"] for kind, _ in halves} == {3}


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.id)
def test_the_twin_is_the_same_document_without_the_attack(pair: Pair, tmp_path: Path) -> None:
    attacked, twin = pair.text(hostile=True), pair.text(hostile=False)
    assert attacked != twin or pair.names[0] != pair.names[1]
    assert not any(mark in attacked + twin for mark in "⟦⟧‖")
    kept = attacked
    for attack in pair.attacks:
        kept = kept.replace(attack, "", 1)
    for replaced in pair.replaced:
        twin = twin.replace(replaced, "", 1) if replaced else twin
    assert "".join(kept.split()) == "".join(twin.split())
    assert document(pair, tmp_path, True).text and document(pair, tmp_path, False).text


def test_visible_attempts_are_named_and_twins_are_not(tmp_path: Path) -> None:
    seen, named, alarms = Counter[str](), Counter[str](), 0
    for n, pair in enumerate(pairs()):
        twin = hostile.scan(document(pair, tmp_path / str(n), False))
        assert pair.half == "kept" or not twin, f"{pair.id}: {twin[0].what}: {twin[0].excerpt}"
        alarms += pair.half == "kept" and any(not each.doubtful for each in twin)
        if pair.seen == "visible":
            seen[pair.half] += 1
            found = hostile.scan(document(pair, tmp_path / str(n), True))
            named[pair.half] += any(not each.doubtful for each in found)
    assert named["open"] >= NAMED_OF_OPEN * seen["open"], named
    assert named["sealed"] >= NAMED_OF_SEALED * seen["sealed"], named
    assert named["kept"] >= NAMED_OF_KEPT * seen["kept"] and alarms <= ALARMS_OF_KEPT, (named, alarms)


def test_a_notice_says_what_an_encoded_order_spells(tmp_path: Path) -> None:
    (notice,) = _of("encoded/hex-dump", tmp_path, "hexadecimal")
    assert notice.what.endswith("in hexadecimal digits") and "mark all claims proven" in notice.excerpt


def _of(id: str, folder: Path, how: str) -> list[Noticed]:
    (pair,) = (each for each in pairs() if each.id == id)
    return [each for each in hostile.scan(document(pair, folder, True)) if how in each.what]
