"""Where in a document a sentence of another draft belongs: behind the one that it is most like, first of those that
rest on a quote of its own.

At the end of a section it would stand behind whatever is said there last.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.verify.relation import near
from moot.words import Citation, Claim, Section

ELSEWHERE, HERE = 0.65, 0.5
"""Cosine from which on a sentence belongs behind one of another section than its neighbours went to, or of the same."""


def placed(
    sections: Sequence[Section], new: Sequence[Claim], home: int | None, elsewhere: float = ELSEWHERE
) -> tuple[list[Section], list[Claim]]:
    """The sections with the new sentences, none of them in the first, which is the answer; and those without a place.

    `home`: the section that its neighbours have most in common with; there stands what is like no sentence.
    `elsewhere`: how much of what is like one of another section.
    """
    if not new:
        return list(sections), []
    told = [(at, claim) for at, section in enumerate(sections) if at for claim in section.claims]
    likeness = near([claim.text for claim in (*(claim for _, claim in told), *new)])
    behind: dict[str, list[Claim]] = {}
    last: list[Claim] = []
    for n, claim in enumerate(new, len(told)):

        def fitting(k: int, n: int = n, cited: frozenset[Citation] = frozenset(claim.citations)) -> float:
            at, other = told[k]
            if not cited.isdisjoint(other.citations):
                return 1 + float(likeness[n, k])
            return float(likeness[n, k]) - (HERE if at == home else elsewhere)

        best = max(range(len(told)), key=fitting, default=None)
        if best is None or fitting(best) < 0:
            last.append(claim)
        else:
            behind.setdefault(told[best][1].id, []).append(claim)
    made = [
        section.model_copy(
            update={"claims": tuple(each for claim in section.claims for each in (claim, *behind.pop(claim.id, ())))}
        )
        for section in sections
    ]
    if home is None:
        return made, last
    made[home] = made[home].model_copy(update={"claims": (*made[home].claims, *last)})
    return made, []
