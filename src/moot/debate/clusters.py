"""Which claims of several drafts say the same, and which contradict one another.

Two claims are compared by `verify.relation`, without a model. Claims join a cluster when none of them contradicts
another and at least half of the pairs say the same, the most alike first; so a chain of small steps does not tie what
no two drafts would call the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from moot.words import Agreement, Claim, Cluster, Draft, Member


class Compared(Protocol):
    """What is known of two claims that are alike, or contradict each other."""

    @property
    def relation(self) -> str: ...
    @property
    def score(self) -> float: ...


Compare = Callable[[Sequence[str]], Mapping[tuple[int, int], Compared]]
"""Texts in, their relations out: `same` or `conflict` by pairs of their numbers, the lower one first."""


@dataclass(frozen=True)
class Asserted:
    """A claim with the letter of the draft that makes it."""

    draft: str
    claim: Claim

    @property
    def text(self) -> str:
        """Of a table cell with what it belongs to."""
        return f"{self.claim.about}: {self.claim.text}" if self.claim.about else self.claim.text


def asserted(drafts: Mapping[str, Draft]) -> list[Asserted]:
    """The claims of all drafts, each once."""
    found = (Asserted(letter, claim) for letter, draft in drafts.items() for claim in draft.claims())
    return list({each.claim.id: each for each in found}.values())


def clustered(drafts: Mapping[str, Draft], compare: Compare) -> tuple[Cluster, ...]:
    """The clusters, in the order in which the drafts tell them; a claim that is like no other is one of its own."""
    claims = asserted(drafts)
    relations = compare([each.text for each in claims])
    groups = _joined(len(claims), relations)
    ids = {number: f"k{n}" for n, group in enumerate(groups, 1) for number in group}
    against: dict[str, set[str]] = {}
    for (one, other), related in relations.items():
        if related.relation == "conflict" and claims[one].draft != claims[other].draft:
            against.setdefault(ids[one], set()).add(ids[other])
            against.setdefault(ids[other], set()).add(ids[one])
    found: list[Cluster] = []
    for n, group in enumerate(groups, 1):
        members = tuple(Member(draft=claims[at].draft, claim=claims[at].claim.id) for at in group)
        opposed = sorted(against.get(f"k{n}", ()), key=lambda id: int(id[1:]))
        found.append(
            Cluster(id=f"k{n}", members=members, agreement=_agreement(members, len(drafts)), against=tuple(opposed))
        )
    return tuple(found)


def _agreement(members: Sequence[Member], drafts: int) -> Agreement:
    letters = {member.draft for member in members}
    if len(letters) == 1:
        return Agreement.ONE
    return Agreement.ALL if len(letters) == drafts else Agreement.SOME


def _joined(count: int, relations: Mapping[tuple[int, int], Compared]) -> list[list[int]]:
    group_of = {at: [at] for at in range(count)}
    alike = [pair for pair, related in relations.items() if related.relation == "same"]
    for one, other in sorted(alike, key=lambda pair: (-relations[pair].score, pair)):
        ours, theirs = group_of[one], group_of[other]
        if ours is not theirs and _may_join(ours, theirs, relations):
            joined = sorted([*ours, *theirs])
            group_of |= dict.fromkeys(joined, joined)
    return sorted({id(group): group for group in group_of.values()}.values())


def _may_join(ours: Sequence[int], theirs: Sequence[int], relations: Mapping[tuple[int, int], Compared]) -> bool:
    pairs = [relations.get((min(a, b), max(a, b))) for a in ours for b in theirs]
    if any(related is not None and related.relation == "conflict" for related in pairs):
        return False
    return 2 * sum(related is not None for related in pairs) >= len(pairs)
