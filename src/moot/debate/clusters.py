"""Which claims of several drafts say the same, and which contradict one another.

Two claims are compared without a model, by their words (`verify.relation`) and by what they rest on. Claims that quote
the same words and are near in meaning say the same, where their words do not deny each other; claims that rest on other
words must be nearer. Claims of different drafts contradict each other where they rest on different sources, or read the
same words of one source in two ways: a source hardly contradicts itself. What a copy says as its origin does is the
origin's (`grounds.at_origins`); what it says otherwise is its own. The limits are those of real drafts
(`benchmarks/alignment_drafts.py`). Where a seat has read the two (`aligning`), its word counts instead.

Claims join a cluster when none of them contradicts another and at least half of the pairs say the same, the most alike
first; so a chain of small steps does not tie what no two drafts would call the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from moot.debate.drafts import as_draft, followed
from moot.debate.grounds import touching
from moot.verify.relating import amounts
from moot.verify.relation import glimpse, near
from moot.words import Agreement, Claim, ClaimKind, Cluster, Draft, Member, Place, Relation

NEAR = 0.8
"""How alike claims are that quote the same words and say the same."""
NEARER = 0.85
"""The same where they quote other words."""
OPPOSED = 0.65
"""How alike claims are that contradict each other; below, they speak of two things."""
AGAINST = 0.1
"""How likely two claims must contradict each other by their words, where what they rest on says so too."""
FAR = 0.5
"""Cosine of two claims below which they are not looked at; on the real drafts that changed no cluster."""


class Compared(Protocol):
    """What is known of two texts."""

    @property
    def relation(self) -> str: ...
    @property
    def score(self) -> float: ...
    @property
    def opposed(self) -> float: ...


Compare = Callable[[str, str], Compared]
"""Two texts in, their relation (`same`, `conflict` or `apart`) and likeness out."""
Said = Mapping[frozenset[str], Relation]
"""Two texts → a seat's word on them."""


@dataclass(frozen=True)
class Asserted:
    """A claim with the letter of the draft that makes it, and where its quotes stand."""

    draft: str
    claim: Claim
    places: tuple[Place, ...] = ()
    rests_on: frozenset[str] = frozenset()
    """Ids of all that an inference follows from."""

    @property
    def text(self) -> str:
        """Of a table cell with what it belongs to."""
        return f"{self.claim.about}: {self.claim.text}" if self.claim.about else self.claim.text

    @property
    def sources(self) -> frozenset[str]:
        return frozenset(place.source for place in self.places)


def asserted(drafts: Mapping[str, Draft], evidence: Mapping[str, tuple[Place, ...]]) -> list[Asserted]:
    """The claims of all drafts, each once. `evidence`: claim id → where its quotes, or its premises', stand."""
    found = (
        Asserted(letter, claim, evidence.get(claim.id, ()), _premises(draft, claim))
        for letter, draft in drafts.items()
        for claim in draft.claims()
    )
    return list({each.claim.id: each for each in found}.values())


def _premises(draft: Draft, claim: Claim) -> frozenset[str]:
    return frozenset(followed(as_draft([claim]), draft.claims())) if claim.premises else frozenset()


def clustered(
    drafts: Mapping[str, Draft], evidence: Mapping[str, tuple[Place, ...]], compare: Compare, said: Said | None = None
) -> tuple[Cluster, ...]:
    """The clusters, in the order in which the drafts tell them; a claim that is like no other is one of its own."""
    claims = asserted(drafts, evidence)
    cosines = near([each.text for each in claims])
    alike: dict[tuple[int, int], float] = {}
    opposed: set[tuple[int, int]] = set()
    told: set[tuple[int, int]] = set()
    for one, other in combinations(range(len(claims)), 2):
        if cosines[one, other] < FAR:
            continue
        word = (said or {}).get(frozenset((claims[one].text, claims[other].text)))
        relation, score = related(claims[one], claims[other], compare, word)
        if relation == "same":
            alike[one, other] = score
            told |= {(one, other)} if word is Relation.SAME else set()
        elif relation == "conflict":
            opposed.add((one, other))
    numbers = {each.claim.id: n for n, each in enumerate(claims)}
    own = {_pair(n, numbers[id]) for n, each in enumerate(claims) for id in each.rests_on if id in numbers}
    may = {pair: alike[pair] for pair in alike if pair not in own}

    def differ(pair: tuple[int, int]) -> bool:
        seen = glimpse(*(claims[at].text for at in pair))
        return bool(seen.differs) or (seen.compared is None and seen.score < 1)

    groups = _joined(len(claims), may, opposed | own, told & may.keys(), differ)
    ids = {number: f"k{n}" for n, group in enumerate(groups, 1) for number in group}
    against: dict[str, set[str]] = {id: set() for id in ids.values()}
    for one, other in opposed:
        against[ids[one]].add(ids[other])
        against[ids[other]].add(ids[one])
    return tuple(
        _cluster(id, [claims[at] for at in group], against[id], len(drafts))
        for id, group in zip(dict.fromkeys(ids[group[0]] for group in groups), groups, strict=True)
    )


def related(one: Asserted, other: Asserted, compare: Compare, said: Relation | None = None) -> tuple[str, float]:
    """`same`, `conflict` or `apart`, with the likeness. What reading them cannot change is not read.

    `said`: a seat's word on two claims of different drafts. It makes no contradiction go away that is seen without
    it, but where the two say the same.
    """
    shared, crosses = touching(one.places, other.places), one.draft != other.draft
    if not crosses and (not shared or one.claim.about or other.claim.about):
        return "apart", 0.0
    found, score = _related(one, other, shared, compare)
    if said is None or not crosses:
        return found, score
    if said is Relation.SAME:
        return "same", score
    if said is Relation.CONFLICT and opposable(one, other):
        return "conflict", score
    return ("conflict" if found == "conflict" else "apart"), score


def _related(one: Asserted, other: Asserted, shared: bool, compare: Compare) -> tuple[str, float]:
    """As `related`, by words and evidence alone."""
    seen, crosses = glimpse(one.text, other.text), one.draft != other.draft
    rival = crosses and seen.score >= _opposing(one, other, shared) and seen.opposable
    same = seen.score >= (NEAR if shared else NEARER) and not _figures_differ(one, other)
    if rival or (same and (seen.opposable or not shared)):
        found = compare(one.text, other.text)
        if found.opposed >= AGAINST:
            return ("conflict" if rival else "apart"), seen.score
        same = same and (shared or found.relation == "same")
    return ("same" if same else "apart"), seen.score


def _opposing(one: Asserted, other: Asserted, shared: bool) -> float:
    """How alike two claims must be to contradict each other by their words; more than 1 where they cannot."""
    if not opposable(one, other):
        return 2.0
    if shared:
        return NEARER
    inferred = one.claim.kind is ClaimKind.INFERRED
    return OPPOSED if one.sources.isdisjoint(other.sources) or inferred else 2.0


def opposable(one: Asserted, other: Asserted) -> bool:
    """What an inference contradicts, its premises contradict; a cell says too little alone."""
    inferred = (one.claim.kind is ClaimKind.INFERRED, other.claim.kind is ClaimKind.INFERRED)
    return inferred[0] == inferred[1] and one.claim.about.casefold() == other.claim.about.casefold()


def _figures_differ(one: Asserted, other: Asserted) -> bool:
    """Whether each tells a figure that the other does not; of a cell, whether its value is not in the other."""
    found = amounts.compare(one.claim.text, other.claim.text)
    if one.claim.about or other.claim.about:
        missed = (one.claim.about and found.left) or (other.claim.about and found.right)
        return bool(found.difference or missed)
    return bool(found.difference or (found.left and found.right))


def _cluster(id: str, claims: Sequence[Asserted], against: set[str], drafts: int) -> Cluster:
    members = tuple(Member(draft=each.draft, claim=each.claim.id) for each in claims)
    letters = {member.draft for member in members}
    agreement = Agreement.ONE if len(letters) == 1 else Agreement.ALL if len(letters) == drafts else Agreement.SOME
    opposed = tuple(sorted(against, key=lambda each: int(each[1:])))
    return Cluster(id=id, members=members, agreement=agreement, against=opposed)


def _pair(one: int, other: int) -> tuple[int, int]:
    return (min(one, other), max(one, other))


def _joined(
    count: int,
    alike: Mapping[tuple[int, int], float],
    apart: set[tuple[int, int]],
    told: Collection[tuple[int, int]],
    differ: Callable[[tuple[int, int]], bool],
) -> list[list[int]]:
    """`apart`: what may not be in one cluster: claims that deny each other, an inference and what it follows from.

    `told`: what is alike by a seat's word; where that joins, no figure or time may `differ` within the cluster, and no
    two claims may be too far from each other for that to be seen.
    """
    group_of = {at: [at] for at in range(count)}
    for one, other in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        ours, theirs = group_of[one], group_of[other]
        if ours is theirs:
            continue
        pairs = [_pair(a, b) for a in ours for b in theirs]
        if not apart.isdisjoint(pairs) or 2 * sum(pair in alike for pair in pairs) < len(pairs):
            continue
        joined = sorted([*ours, *theirs])
        within = list(combinations(joined, 2))
        if not (any(pair in told for pair in within) and any(map(differ, within))):
            group_of |= dict.fromkeys(joined, joined)
    return sorted({id(group): group for group in group_of.values()}.values())
