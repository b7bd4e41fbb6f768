"""What is argued: only what the drafts contradict each other in, and what a check doubts. The rest costs nothing.

Of two clusters that contradict each other one claim each is argued for, by seats that differ: each side's claim, with
its quotes, is the challenge to the other's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from moot.debate.drafts import spoken
from moot.debate.grounds import touching
from moot.debate.merging import Merger
from moot.text import figures, terms
from moot.text.figures import FigureKind
from moot.text.lazy import lazy_re
from moot.verify.relating import amounts
from moot.words import Action, Challenge, ChallengeKind, Citation, Claim, Cluster, Remedy, Response, Ruling, Verdict

MATTER = 5
"""Words of a title."""
_WORD = lazy_re(r"[^\W\d_](?:[\w'’-]*\w)?")


@dataclass(frozen=True)
class Rivals:
    """Two claims of different drafts that cannot both be right."""

    one: Claim
    other: Claim

    @property
    def key(self) -> frozenset[str]:
        """The two in their present words: what was ruled of others is not ruled of these."""
        return frozenset((self.one.model_dump_json(), self.other.model_dump_json()))

    def against(self, id: str) -> Claim:
        return self.other if id == self.one.id else self.one


def rivals(merger: Merger) -> Iterator[Rivals]:
    """One pair for every two clusters that contradict each other and still have somebody to speak for them, and only
    for the one.

    Of two pairs that are one argument the first: where side for side one claim says all that the other says, or both
    rest on the same words and tell a figure of them alike; of a table's cell and sentences, where both rest on the same
    words and tell no other figure of them.
    """
    clusters = {cluster.id: cluster for cluster in merger.clusters}
    pairs = [
        _pair(merger, one, other)
        for one, other in combinations(merger.clusters, 2)
        if other.id in clusters[one.id].against
    ]

    def same_words(one: Claim, other: Claim) -> bool:
        return touching(merger.evidence.get(one.id, ()), merger.evidence.get(other.id, ()))

    def same_point(one: Claim, other: Claim) -> bool:
        return merger.says_all(one, other) or (same_words(one, other) and amounts.alike(one.text, other.text))

    def one_matter(one: Claim, other: Claim) -> bool:
        return same_words(one, other) and not amounts.unlike(one.text, other.text)

    sentences: list[Rivals] = []
    cells: list[Rivals] = []
    for pair in (each for each in pairs if each is not None):
        if pair.one.about or pair.other.about:
            cells.append(pair)
        elif not any(side_for_side(pair, each, same_point) for each in sentences):
            sentences.append(pair)
    yield from sentences
    yield from (pair for pair in cells if not any(side_for_side(pair, each, one_matter) for each in sentences))


def side_for_side(pair: Rivals, of: Rivals, alike: Callable[[Claim, Claim], bool]) -> bool:
    """Whether each side of the one is `alike` one of the other, and each the other one's."""
    straight = alike(pair.one, of.one) and alike(pair.other, of.other)
    return straight or (alike(pair.one, of.other) and alike(pair.other, of.one))


def _pair(merger: Merger, one: Cluster, other: Cluster) -> Rivals | None:
    """Whom the checks bear out best, of different drafts; of none that itself tells the two as a disagreement."""
    both = _telling_both(merger, one, other)
    ours, theirs = ([claim for claim in merger.speakers(each) if letter(claim.id) not in both] for each in (one, other))
    for mine in ours:
        for yours in theirs:
            if letter(mine.id) != letter(yours.id):
                return Rivals(mine, yours)
    return None


def _telling_both(merger: Merger, one: Cluster, other: Cluster) -> set[str]:
    """Letters of the drafts that list a side of each cluster in one disagreement, of which none fell."""
    members = [{member.claim for member in each.members}.difference(merger.lost) for each in (one, other)]
    return {
        name
        for name, draft in merger.drafts.items()
        for each in draft.disagreements
        if all(not ids.isdisjoint(side.id for side in each.sides) for ids in members)
    }


def matter(one: str, other: str, over: str) -> str:
    """What two texts are both about: the words that they share, as the first has them, without those in which they
    differ (`over`). Empty where only one is shared, which says too little, unless both begin with it.
    """
    begins = {tuple(terms.stems(text)[:1]) for text in (one, other)}
    shared = set(terms.stems(other)).difference(terms.stems(over))
    for figure in reversed(figures.find(one)):
        if figure.kind is not FigureKind.DATE:
            one = one[: figure.start] + one[figure.end :]  # its unit is no matter
    words = [word for word in _WORD.findall(one) if not shared.isdisjoint(terms.stems(word))]
    told = " ".join(list(dict.fromkeys(words))[:MATTER])
    enough = " " in told or begins == {tuple(terms.stems(told))}
    return told[:1].upper() + told[1:] if told and enough else ""


def letter(id: str) -> str:
    """Of the draft that a claim is from."""
    return id.partition(".")[0]


def raised(
    round: int,
    pairs: Sequence[Rivals],
    seats: Mapping[str, str],
    answers: Mapping[tuple[str, str], Response],
    quotes: Callable[[Claim], tuple[Citation, ...]],
) -> list[tuple[Challenge, Rivals]]:
    """The two challenges of each pair. `seats`: seat ids by letter; `quotes`: what a claim rests on.

    `answers`: (claim, rival) → what was said for the claim in the round before; then the challenge carries that.
    """
    found: list[tuple[Challenge, Rivals]] = []
    count = Counter[str]()
    for pair in pairs:
        for claim, rival in ((pair.one, pair.other), (pair.other, pair.one)):
            by = seats[letter(rival.id)]
            count[by] += 1
            said = answers.get((rival.id, claim.id))
            challenge = Challenge(
                id=f"r{round}.{by}.{count[by]}",
                by=by,
                claim=claim.id,
                kind=ChallengeKind.CONFLICT,
                grounds=_grounds(rival, said),
                citations=tuple(dict.fromkeys((*quotes(rival), *(said.citations if said else ())))),
                remedy=Remedy.REVISE,
            )
            found.append((challenge, pair))
    return found


def fallen_together(
    rulings: Mapping[str, Ruling], rivals: Mapping[str, Rivals], goes: Callable[[str], bool]
) -> Iterator[str]:
    """Upheld challenges of rivals that would leave none of them standing.

    `goes`: whether a claim goes all the same, since a gate fails, or its author withdraws it for something else.
    Rivals are taken together as far as one contradicts the other: of three that each fell to the next, all fell.
    """
    group: dict[str, set[str]] = {}
    for pair in rivals.values():
        joined = group.get(pair.one.id, {pair.one.id}) | group.get(pair.other.id, {pair.other.id})
        group |= dict.fromkeys(joined, joined)
    upheld = {id for id in rivals if rulings[id].verdict is Verdict.UPHELD}
    fallen = {rulings[id].claim for id in upheld}
    claims = {id: rulings[id].claim or "" for id in upheld}
    return (id for id in rivals if id in upheld and not goes(claims[id]) and group[claims[id]] <= fallen)


def felled(
    rulings: Mapping[str, Ruling],
    responses: Mapping[str, Response],
    against: Mapping[str, str],
    shown: Collection[str],
    conceded: Collection[str],
    gate_fails: Callable[[str], bool],
    cluster: Callable[[str], Sequence[str]],
) -> dict[str, str]:
    """Claims that fell, and by which challenge; of several by one whose rival stands.

    A contradiction that a ruling alone decided takes with it all of the `cluster` that says the same. `against`: the
    rival of a challenge; `shown`: challenges of which both sides are shown; `conceded`: those for which a claim is not
    to fall, but to be revised.
    """
    upheld = {each.claim for each in rulings.values() if each.verdict is Verdict.UPHELD}
    found: dict[str, str] = {}
    for id, ruling in sorted(rulings.items(), key=lambda each: against.get(each[0]) not in upheld):
        if ruling.verdict is not Verdict.UPHELD or ruling.claim is None or id in shown:
            continue
        response = responses.get(id)
        given_up = response is not None and response.action is not Action.REBUT
        if id in against and not given_up and not gate_fails(ruling.claim):
            fell = cluster(ruling.claim)
        elif id in against or (response is not None and response.action is Action.WITHDRAW):
            fell = [ruling.claim]
        else:
            continue
        found |= {each: id for each in fell if each != ruling.claim or id not in conceded}
    return found


def _grounds(rival: Claim, said: Response | None) -> str:
    told = f"Another draft says: {spoken(rival)}"
    return f"{told} In answer to yours its author says: {said.grounds}" if said else told
