"""Claims of different drafts that may say the same or contradict each other: a seat is asked, which sees only the two.

The judge is, where a language model is one; otherwise each author is, of claims that are not its own. Who wrote which
is not shown, nor what the claims rest on: how two sentences stand to each other is no matter of evidence. What is said
counts instead of the words, but joins no two claims in which a figure or a time is seen to differ, or that name
different subjects, and makes no rivals of the latter, but of the answers of rival sides; nor does it make one include
a figure or a time that it lacks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, zip_longest

from moot.debate.clusters import FAR, Asserted, Compare, fuller_than, level, related
from moot.debate.grounds import touching
from moot.debate.masks import shuffled
from moot.text.terms import stems
from moot.text.utf8 import sha256
from moot.verify.relation import glimpse, lacking, met, near, reckoned_apart
from moot.words import Alignment, AlignTask, ClaimKind, JudgedPair, Pair, Relation

ALIKE, LIKELY, WITHIN = 0.5, 0.1, 0.7
"""How alike two claims must be, and how likely not apart as far as comparing tells, or how much of the one must be in
the other, for a question to be worth it. By the first two alone 97 % of strangers' pairs that say the same in quite
other words are asked about, of those in conflict too (`training/relation`, writers 9 to 18)."""
MATTER = 0.3
"""Cosine from which on two claims may speak of one matter though hardly a word of the one is in the other."""
MET = 0.55
"""How well the words of one claim must be met in the other, where they are not alike: of what labelled sets
(`fever_symmetric`, `snli`, the halves to learn from) call supported or contradicted, and nobody was asked about before,
that brings in half."""
AT_ONCE, LONGEST, MOST = 40, 20_000, 200
"""Pairs and characters of one request, and pairs of one round."""
LOOKED_AT = 4 * MOST
"""Of the pairs that are not alike so many are looked at, the nearest: that takes longer than all else here."""
Texts = frozenset[str]
Pairs = Sequence[tuple[Asserted, Asserted]]


@dataclass(frozen=True)
class Heard:
    """What a seat was asked about two texts, and said; `word` None: nothing."""

    by: str
    word: Alignment | None


def worth_reading(
    claims: Sequence[Asserted], before: Collection[str], compare: Compare, answers: Collection[str] = ()
) -> list[tuple[Asserted, Asserted]]:
    """At most `MOST` pairs of different drafts that are worth a question, but those whose texts were there `before`.

    `answers`: ids of the claims that each draft answers the question with; those are asked about first, however unlike.

    The most alike take turns with the most alike rivals and those of them that deny each other, two of the former with
    each of the latter: what says the same, or the same and more, is mostly told in like words, all of the shorter being
    in the longer (of two recorded councils that order asks for all that is the same or more), and what contradicts a
    claim is less like it, rests on another source, and differs in something that cannot both be right. What denies a
    claim ("approved", "did not decide") has no figure in common with it that would make the two alike. Rivals that
    stand against each other by their words come first: unread, they would be argued. Last come those that quote the
    same words and are told in words too unlike to be compared: one may be in dispute, and the other stand beside it;
    and what two reckon otherwise who say whose word it is, a request of them at most; and, as long as there are places,
    those of which the one may be said within the other.
    """
    cosines = near([each.text for each in claims])
    sides = [
        (one, other)
        for one, other in combinations([each for each in claims if each.claim.id in answers], 2)
        if one.draft != other.draft and one.text != other.text and not (one.text in before and other.text in before)
    ]
    alike: list[tuple[Asserted, Asserted]] = []
    rivals: list[tuple[Asserted, Asserted]] = []
    denied: list[tuple[Asserted, Asserted]] = []
    quoting: list[tuple[Asserted, Asserted]] = []
    reckoned: list[tuple[Asserted, Asserted]] = []
    rest: list[tuple[float, Asserted, Asserted]] = []
    scores: dict[tuple[str, str], float] = {}
    against = set[tuple[str, str]]()
    for at in combinations(range(len(claims)), 2):
        one, other = claims[at[0]], claims[at[1]]
        if one.draft == other.draft or (one.text in before and other.text in before):
            continue
        seen = glimpse(one.text, other.text)
        if not (_close(one.text, other.text) if cosines[at] >= FAR else seen.broken):
            rest += [(float(cosines[at]), one, other)] if cosines[at] >= MATTER and one.text != other.text else []
            quoting += [(one, other)] if _of_one_sentence(one, other) else []
            if cosines[at] >= MATTER and one.sources.isdisjoint(other.sources) and reckoned_apart(one.text, other.text):
                reckoned.append((one, other))
            continue
        scores[one.claim.id, other.claim.id] = seen.score
        alike.append((one, other))
        if seen.opposable and one.sources.isdisjoint(other.sources):
            rivals.append((one, other))
            against |= {(one.claim.id, other.claim.id)} if related(one, other, compare)[0] == "conflict" else set()
            denied += [(one, other)] if seen.denies else []
    for pairs in (rivals, denied):
        pairs.sort(key=lambda pair: -scores[pair[0].claim.id, pair[1].claim.id])
    alike.sort(key=lambda pair: -scores[pair[0].claim.id, pair[1].claim.id] - _within(pair[0].text, pair[1].text))
    rivals.sort(key=lambda pair: (pair[0].claim.id, pair[1].claim.id) not in against)
    reckoned.sort(key=lambda pair: -glimpse(pair[0].text, pair[1].text).score)
    turns = zip_longest(alike[::4], alike[1::4], rivals, alike[2::4], alike[3::4], denied)
    found: dict[Texts, tuple[Asserted, Asserted]] = {}
    for pair in filter(None, chain(sides, chain.from_iterable(turns), quoting, reckoned[:AT_ONCE])):
        found.setdefault(texts(*pair), pair)
    if len(found) < MOST:
        nearest = sorted(rest, key=lambda each: -each[0])[:LOOKED_AT]
        well = sorted(((met(one.text, other.text), one, other) for _, one, other in nearest), key=lambda each: -each[0])
        for how, one, other in well:
            if how >= MET:
                found.setdefault(texts(one, other), (one, other))
    return list(found.values())[:MOST]


def _of_one_sentence(one: Asserted, other: Asserted) -> bool:
    """Whether two sentences that infer nothing quote the same words."""
    plain = all(each.claim.kind is not ClaimKind.INFERRED and not each.claim.about for each in (one, other))
    return plain and one.text != other.text and touching(one.places, other.places)


def worth_asking(one: str, other: str) -> bool:
    """Whether two texts are, where there are places for all."""
    return _close(one, other) or (near([one, other])[0, 1] >= MATTER and met(one, other) >= MET)


def _close(one: str, other: str) -> bool:
    seen = glimpse(one, other)
    if seen.broken:
        return True
    if seen.compared is None or seen.score < ALIKE:
        return False
    return seen.related >= LIKELY or _within(one, other) >= WITHIN


def _within(one: str, other: str) -> float:
    """Share of the words of the shorter text that are in the other, 0 to 1."""
    ours, theirs = set(stems(one)), set(stems(other))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def shared_out(
    pairs: Pairs, claims: Sequence[Asserted], readers: Mapping[str, str], compare: Compare
) -> list[tuple[str, str, str]]:
    """Who reads which pair: ids of the claims, and of the seat. `readers`: seat → letter of its draft, "" of none.

    A pair goes to a seat that wrote neither, the one with the fewest so far. Where there is none, either reads it, but
    not what contradicts itself by its words: nobody can argue away a rival of its own claim here.
    """
    wrote: dict[str, set[str]] = {}
    for each in claims:
        wrote.setdefault(each.text, set()).add(each.draft)
    busy = dict.fromkeys(readers, 0)
    shared: list[tuple[str, str, str]] = []
    for one, other in pairs:
        theirs = wrote[one.text] | wrote[other.text]
        neutral = [seat for seat, letter in readers.items() if letter not in theirs]
        if not neutral and related(one, other, compare)[0] == "conflict":
            continue
        seat = min(neutral or readers, key=busy.__getitem__)
        busy[seat] += 1
        shared.append((one.claim.id, other.claim.id, seat))
    return shared


def texts(one: Asserted, other: Asserted) -> Texts:
    return frozenset((one.text, other.text))


def tasks(question: str, pairs: Sequence[tuple[str, str]], seed: int) -> list[AlignTask]:
    """The pairs of texts in an order that tells nothing of who wrote what, as many a task as it holds.

    A pair's id is made from its texts, so that an answer that is replayed is never taken for one on another pair.
    """
    by_key = {"\n".join(sorted(pair)): tuple(sorted(pair)) for pair in pairs}
    shown = [by_key[key] for key in shuffled(list(by_key), seed, "pairs")]
    named = [Pair(id=_id(one, other), one=one, other=other) for one, other in shown]
    return [AlignTask(question=question, pairs=tuple(part)) for part in _parts(named)]


def _id(*pair: str) -> str:
    return f"k{sha256(chr(10).join(pair))[:5]}"


def _parts(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    part: list[Pair] = []
    size = 0
    for pair in pairs:
        more = len(pair.one) + len(pair.other)
        if part and (len(part) == AT_ONCE or size + more > LONGEST):
            yield part
            part, size = [], 0
        part.append(pair)
        size += more
    if part:
        yield part


def meant(said: Relation, one: str, other: str) -> Relation:
    """What a word on two texts comes to: of two that say the same, the one that tells a time more exactly includes the
    other; and one includes no more for a unit, which the caption of the other's table may hold. `one` comes before
    `other` (`Pair`).
    """
    if said in (Relation.INCLUDES, Relation.INCLUDED) and glimpse(one, other).but_for_units:
        return Relation.SAME
    if said is not Relation.SAME or not glimpse(one, other).differs:
        return said
    if not lacking(one, other):
        return Relation.INCLUDES
    return Relation.INCLUDED if not lacking(other, one) else said


def void(said: Relation, one: str, other: str, *, answers: bool = False) -> str:
    """Why what a word on two texts comes to does not count; empty where it does. The texts as in `meant`.

    `answers`: of rival sides, to which of two things was asked: they exclude each other though they name both.
    """
    seen = glimpse(one, other)
    if answers and said is Relation.CONFLICT:
        return ""
    if not seen.subjects and said in (Relation.INCLUDES, Relation.INCLUDED):
        return lacking(one, other) if said is Relation.INCLUDES else lacking(other, one)
    if said is Relation.APART or (said is Relation.CONFLICT and not seen.subjects):
        return ""
    return "said of two subjects by name" if seen.subjects else seen.differs


def counting(said: Mapping[Texts, Heard], answers: Collection[Texts] = ()) -> dict[Texts, Relation]:
    """What counts of what was said, by the two texts. `answers`: those of rival sides."""
    words = {texts: meant(heard.word.relation, *sorted(texts)) for texts, heard in said.items() if heard.word}
    return {texts: word for texts, word in words.items() if not void(word, *sorted(texts), answers=texts in answers)}


def judged(
    pairs: Pairs, said: Mapping[Texts, Heard], compare: Compare, answers: Collection[Texts] = ()
) -> Iterator[JudgedPair]:
    """What was said of the pairs, for the record."""
    for one, other in pairs:
        heard = said.get(texts(one, other))
        if heard and heard.word:
            first, second = sorted((one, other), key=lambda each: each.text)
            word = heard.word
            counts = meant(word.relation, first.text, second.text)
            sided = texts(one, other) in answers
            yield JudgedPair(
                one=first.claim.id,
                other=second.claim.id,
                relation=word.relation,
                difference=word.difference,
                by=heard.by,
                void=void(counts, first.text, second.text, answers=sided)
                or _without_effect(counts, first, second, compare),
            )


def _without_effect(said: Relation, one: Asserted, other: Asserted, compare: Compare) -> str:
    if said is Relation.CONFLICT and not level(one, other):
        return "one of them alone is an inference"
    if said in (Relation.INCLUDES, Relation.INCLUDED) and not (
        fuller_than(one, other, said) or fuller_than(other, one, said)
    ):
        return "the fuller one is an inference"
    if said is Relation.APART and related(one, other, compare, said)[0] == "conflict":
        return "a contradiction is seen without it"
    return ""
