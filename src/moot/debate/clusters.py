"""Which claims of several drafts say the same, and which contradict one another.

Two claims are compared without a model, by their words (`verify.relation`) and by what they rest on. Claims that quote
the same words and are near in meaning say the same, where their words do not deny each other; claims that rest on other
words must be nearer. Claims of different drafts contradict each other where they rest on different sources, or read the
same words of one source in two ways: a source hardly contradicts itself. What a copy says as its origin does is the
origin's (`grounds.at_origins`); what it says otherwise is its own. The limits are those of real drafts
(`benchmarks/alignment_drafts.py`). Where a seat has read the two (`aligning`), its word counts instead.

A claim that says all that a claim of another draft says, and more, includes it: the document needs only the fuller one,
and both drafts say what the other says (`_inclusions`).

Claims join a cluster when none of them contradicts another and at least half of the pairs say the same, the most alike
first; so a chain of small steps does not tie what no two drafts would call the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Protocol

from moot.debate.drafts import as_draft, followed, spoken
from moot.debate.grounds import touching
from moot.verify.reckoning.given.expression import BadExpression, evaluate
from moot.verify.relating import amounts
from moot.verify.relation import glimpse, includes, near
from moot.words import Agreement, Claim, ClaimKind, Cluster, Draft, Member, Place, Relation

NEAR = 0.8
"""How alike claims are that quote the same words and say the same."""
NEARER = 0.85
"""The same where they quote other words."""
HALF = 0.5
"""How much longer, of the longer, a claim is that says more than another of its own draft."""
OPPOSED = 0.65
"""How alike claims are that contradict each other; below, they speak of two things."""
AGAINST = 0.1
"""How likely two claims must contradict each other by their words, where what they rest on says so too."""
_ROUNDED = ".20g"
"""How two results are compared: reckoned in another order, the last of their 28 digits may be another."""
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

    @cached_property
    def text(self) -> str:
        """Of a table cell with what it belongs to."""
        return spoken(self.claim)

    @cached_property
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
    drafts: Mapping[str, Draft], evidence: Mapping[str, tuple[Place, ...]], compare: Compare, said: Said
) -> tuple[Cluster, ...]:
    """The clusters, in the order in which the drafts tell them; a claim that is like no other is one of its own."""
    claims = asserted(drafts, evidence)
    cosines = near([each.text for each in claims])
    alike: dict[tuple[int, int], float] = {}
    opposed: set[tuple[int, int]] = set()
    told: set[tuple[int, int]] = set()
    fuller: set[tuple[int, int]] = set()
    for one, other in combinations(range(len(claims)), 2):
        word = said.get(frozenset((claims[one].text, claims[other].text)))
        if word is None and cosines[one, other] < FAR:
            continue
        fuller |= {(a, b) for a, b in ((one, other), (other, one)) if fuller_than(claims[a], claims[b], word)}
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
    within = _inclusions({(ids[one], ids[other]) for one, other in fuller}, against)
    members = {
        id: [claims[at] for at in group]
        for id, group in zip(dict.fromkeys(ids[group[0]] for group in groups), groups, strict=True)
    }
    found = [
        Cluster(
            id=id,
            members=tuple(Member(draft=each.draft, claim=each.claim.id) for each in group),
            agreement=Agreement.ONE,
            against=_in_order(against[id]),
            included_in=_in_order(within[id]),
        )
        for id, group in members.items()
    ]
    return tuple(
        cluster.model_copy(update={"agreement": _agreement(len(letters), len(drafts))})
        for cluster, letters in zip(found, asserting(found), strict=True)
    )


def asserting(clusters: Sequence[Cluster]) -> list[set[str]]:
    """The drafts that assert what a cluster says, in so many words or within more; one set a cluster."""
    own = {cluster.id: set(cluster.drafts) for cluster in clusters}
    return [own[each.id].union(*(own[id] for id in each.included_in if id in own)) for each in clusters]


def _inclusions(fuller: Collection[tuple[str, str]], against: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Cluster → those that include it. `fuller`: pairs of clusters of which the first has a claim that does.

    None that contradict each other, and no two that include one another: there claims of each say more.
    """
    within: dict[str, set[str]] = {id: set() for id in against}
    for one, other in fuller:
        if one != other and one not in against[other] and (other, one) not in fuller:
            within[other].add(one)
    return within


def fuller_than(one: Asserted, other: Asserted, said: Relation | None) -> bool:
    """Whether a claim of another draft includes the other, so that its draft asserts both.

    What infers stands in for no quote. `said`: a seat's word, of the texts in their order; without it the words tell,
    where both rest on the same quote.
    """
    if one.draft == other.draft:
        return False
    if one.claim.kind is ClaimKind.INFERRED and other.claim.kind is not ClaimKind.INFERRED:
        return False
    if one.claim.id in other.rests_on or other.claim.id in one.rests_on:
        return False
    if said is not None:
        return said is (Relation.INCLUDES if one.text < other.text else Relation.INCLUDED)
    if bool(one.claim.about) != bool(other.claim.about) and not _one_value(one, other):
        return False
    return touching(one.places, other.places) and includes(one.text, other.text)


def _one_value(one: Asserted, other: Asserted) -> bool:
    """Whether a cell and a sentence tell figures, and the first no other than the second: which of several belongs to a
    row and a column, or which words do, is not told by words that are in no order.
    """
    found = amounts.compare(one.text, other.text)
    return bool(found.shared) and not found.left


def related(one: Asserted, other: Asserted, compare: Compare, said: Relation | None = None) -> tuple[str, float]:
    """`same`, `conflict` or `apart`, with the likeness. What reading them cannot change is not read.

    `said`: a seat's word on two claims of different drafts. That they are apart makes no contradiction go away where
    they differ in nothing else; where they differ in a time, a name or other words too, who read them knows better than
    what counts their words.
    """
    shared, crosses = touching(one.places, other.places), one.draft != other.draft
    if not crosses and (not shared or one.claim.about or other.claim.about):
        return "apart", 0.0
    found, score = _related(one, other, shared, compare)
    if said is None or not crosses:
        return found, score
    if said is Relation.SAME:
        return "same", score
    if said in (Relation.INCLUDES, Relation.INCLUDED):
        return "apart", score
    if said is Relation.CONFLICT and level(one, other):
        return "conflict", score
    plain = found == "conflict" and glimpse(one.text, other.text).otherwise_alike
    return ("conflict" if plain else "apart"), score


def _related(one: Asserted, other: Asserted, shared: bool, compare: Compare) -> tuple[str, float]:
    """As `related`, by words and evidence alone."""
    seen, crosses = glimpse(one.text, other.text), one.draft != other.draft
    rival = crosses and seen.score >= _opposing(one, other, shared) and seen.opposable
    reckoned = shared and _reckoned_alike(one, other)
    alike = seen.score >= (NEAR if shared else NEARER) or reckoned
    same = alike and not _figures_differ(one, other)
    if rival or (same and (seen.opposable or not shared)):
        found = compare(one.text, other.text)
        if found.opposed >= AGAINST:
            return ("conflict" if rival else "apart"), seen.score
        same = same and (shared or found.relation == "same")
    same = same and (reckoned or not _says_more(one, other))
    return ("same" if same else "apart"), seen.score


def _reckoned_alike(one: Asserted, other: Asserted) -> bool:
    """Whether both compute the same from the same figures, in whatever order: what is said around it is in each draft's
    own words.
    """
    ours, theirs = (each.claim.expression or "" for each in (one, other))
    if "".join(ours.split()) == "".join(theirs.split()) != "":
        return True
    try:
        made = [evaluate(each) for each in (ours, theirs)]
    except BadExpression:
        return False
    first, second = ((f"{each.value:{_ROUNDED}}", sorted(each.operands)) for each in made)
    return first == second


def _says_more(one: Asserted, other: Asserted) -> bool:
    """Whether only one of them has a figure; or a time, where that is all it has more: the document is to lose neither.

    In one draft, where none includes another, words are enough: who has none to itself is half of the other.
    """
    compared = glimpse(one.text, other.text).compared
    if compared is None:
        return False
    found = compared()
    if one.draft == other.draft and bool(found.said.left) != bool(found.said.right) and found.longer >= HALF:
        return True
    if bool(found.figures.left) != bool(found.figures.right):
        return True
    timed = bool(found.when.left) != bool(found.when.right)
    return timed and (includes(one.text, other.text) or includes(other.text, one.text))


def _opposing(one: Asserted, other: Asserted, shared: bool) -> float:
    """How alike two claims must be to contradict each other by their words; more than 1 where they cannot."""
    if not opposable(one, other):
        return 2.0
    if shared:
        return NEARER
    inferred = one.claim.kind is ClaimKind.INFERRED
    return OPPOSED if one.sources.isdisjoint(other.sources) or inferred else 2.0


def opposable(one: Asserted, other: Asserted) -> bool:
    """By their words: those of a cell say too little alone."""
    return level(one, other) and one.claim.about.casefold() == other.claim.about.casefold()


def level(one: Asserted, other: Asserted) -> bool:
    """Whether both or neither of two claims is an inference: what an inference contradicts, its premises contradict."""
    return (one.claim.kind is ClaimKind.INFERRED) == (other.claim.kind is ClaimKind.INFERRED)


def _figures_differ(one: Asserted, other: Asserted) -> bool:
    """Whether each tells a figure that the other does not; of a cell, whether its value is not in the other."""
    found = amounts.compare(one.claim.text, other.claim.text)
    if one.claim.about or other.claim.about:
        missed = (one.claim.about and found.left) or (other.claim.about and found.right)
        return bool(found.difference or missed)
    return bool(found.difference or (found.left and found.right))


def _agreement(asserting: int, drafts: int) -> Agreement:
    return Agreement.ONE if asserting == 1 else Agreement.ALL if asserting == drafts else Agreement.SOME


def _in_order(ids: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda each: int(each[1:])))


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
