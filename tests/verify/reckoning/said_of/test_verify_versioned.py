"""What a list of changes tells of one version is not told of another."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.verify.subjects import Subjects
from moot.words import Outcome

_CHANGES = "# 4.0.0\n\n- New icons.\n\n# 3.8.1\n\n- Fixed: memory leak in iterators.\n\n# 3.8.0\n\n- Range deletes.\n"


def doubt(text: str, quote: str, source: str = _CHANGES) -> str:
    known = library(source)
    finding = only(Subjects().findings([claim(text, cite(known, quote))], known))
    return finding.reason if finding.outcome is Outcome.FAILS and finding.score == 0 else ""


def test_what_stands_under_one_version_is_not_of_another() -> None:
    told = doubt("The memory leak in iterators was fixed in 4.0.0.", "Fixed: memory leak in iterators.")
    assert told == "the source says it of version 3.8.1, the claim of 4.0.0"


@pytest.mark.parametrize(
    ("text", "quote", "source"),
    [
        ("The memory leak in iterators was fixed in 3.8.1.", "Fixed: memory leak in iterators.", _CHANGES),
        (
            "The leak in iterators came with 3.8.0.",
            "Fixed: leak in iterators, introduced in 3.8.0.",
            "# 3.8.2\n\n- Fixed: leak in iterators, introduced in 3.8.0.\n\n# 3.8.0\n\n- Range deletes.\n",
        ),
        (
            "The board costs 2.3 million.",
            "The board costs 2.3 million.",
            "# 2.4 Costs\n\nThe board costs 2.3 million.\n\n# 2.3 Staff\n\nThree people.\n",
        ),
    ],
)
def test_what_stands_under_its_version_or_names_it_is_left_alone(text: str, quote: str, source: str) -> None:
    known = library(source)
    found = Subjects().findings([claim(text, cite(known, quote))], known)
    assert not any(each.outcome is Outcome.FAILS for each in found)
