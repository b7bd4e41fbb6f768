"""What counts as a loop of a model."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from moot.models.loops import Loops

EXAMPLES = Path(__file__).parents[2] / "examples"


def loops(text: str) -> bool:
    seen = Loops()
    for at in range(0, len(text), 7):
        seen.add(text[at : at + 7])
    return seen.found


@pytest.mark.parametrize("again", ["The answer is in the source.", '{"id": "c1", "text": "Lead is harmful."},', "no "])
def test_the_same_again_and_again_is_a_loop(again: str) -> None:
    assert loops(again * 600) and not loops(again * 4)


def test_a_loop_with_numbers_that_change_is_one() -> None:
    chance = random.Random(1)
    assert loops("".join(f"The ferry was launched in {chance.randint(2010, 2024)}. " for _ in range(100)))
    assert loops("".join(f'        "S{n}",\n' for n in range(200)))


def test_a_loop_is_seen_after_a_good_beginning() -> None:
    assert loops((EXAMPLES / "lead-pipes/01-annual-report.md").read_text() + "It is safe. " * 200)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/recorded/*.jsonl")), ids=lambda path: path.parts[-3])
def test_real_replies_are_none(path: Path) -> None:
    replies = [json.loads(line) for line in path.read_text().splitlines()]
    bodies = [str(each["body"]) for each in replies if "body" in each]
    assert len(bodies) > 5 and not any(map(loops, bodies))
