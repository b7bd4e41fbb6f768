"""What a document already says of something that is asked to be added."""

from __future__ import annotations

from collections.abc import Iterable

from moot.readers import questions
from moot.text import terms
from moot.words import Claim


def told(asked: str, question: str, claims: Iterable[Claim]) -> list[Claim]:
    """The claims with all that the words asked for name."""
    groups = questions.noun_groups(questions.following(asked, question).about)
    wanted = frozenset(terms.stems(" ".join(groups)))
    return [each for each in claims if wanted and wanted <= frozenset(terms.stems(f"{each.about} {each.text}"))]
