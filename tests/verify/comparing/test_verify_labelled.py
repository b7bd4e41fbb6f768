"""A label that a list gives a claim is not looked for, unless the evidence has it."""

from __future__ import annotations

import pytest

from moot.verify.comparing.labelled import unlabelled

PIPES = "In Old Harbour the share of lead pipes fell to 12 percent by 2025."


@pytest.mark.parametrize(
    ("claim", "left"),
    [
        ("Progress: the share of lead pipes fell by 2025.", "the share of lead pipes fell by 2025."),
        ("Old Harbour: the share of lead pipes fell by 2025.", "Old Harbour: the share of lead pipes fell by 2025."),
        ("Progress: 12 percent.", "Progress: 12 percent."),
        ("It has come to this: the share fell by 2025.", "It has come to this: the share fell by 2025."),
        ("The share of lead pipes fell by 2025.", "The share of lead pipes fell by 2025."),
    ],
)  # fmt: skip
def test_a_label_of_other_words_goes(claim: str, left: str) -> None:
    assert unlabelled(claim, [PIPES]) == left
