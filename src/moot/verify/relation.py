"""How two claims stand to each other: they say the same, they cannot both be right, or neither.

Figures, times, names, the side that a claim comes down on, hedges and what limits it are compared each for itself, the
words that are left are met with one another, and a network reads the two (`moot.verify.relating`); all that is weighed
together. Two claims that differ in a figure or a time are never a match; a rounding is no difference. What is said of
two times, or of two things of a kind, may both be right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING
from unicodedata import normalize

from moot.text.embedding import Encoder
from moot.text.notation import as_english
from moot.text.number_words_abroad import in_digits
from moot.verify.comparing.paired import LONGEST, pair
from moot.verify.relating import amounts, tellers, weighed
from moot.verify.relating.compared import Compared, compare
from moot.verify.relating.kinds import Difference
from moot.verify.relating.likeness import likeness
from moot.verify.relating.phrases import single
from moot.verify.relating.wording import alike, cosine
from moot.words import Relation

__all__ = ["VERSION", "Glimpse", "Related", "glimpse", "includes", "lacking", "met", "near", "reckoned_apart", "relate"]

VERSION = f"18+{weighed.VERSION}+{Encoder.version}"

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NEAR = 0.4
"""Cosine from which on two claims are looked at together."""
_SAME = 0.65
"""Probability from which on they say the same: a wrong match loses a claim (open pairs, by weights of all others:
precision .96 and recall .77; at .35 .90 and .90)."""
_CONFLICT, _UNSEEN = 0.25, 0.5
"""That of a conflict, and what it takes where nothing was seen in which both cannot be right: a network alone easily
takes what is told more exactly for another thing (the same pairs: precision .84, recall .82; of claims of real
drafts .28 and .53, which .35 would make .29 and .38)."""


@dataclass(frozen=True)
class Related:
    relation: Relation
    score: float
    """How alike in meaning, 0 to 1, three decimals."""
    reason: str
    """For a reader: "figure differs: 59.3 against 61.6"."""
    opposed: float = 0.0
    """How likely they contradict each other, 0 to 1, where that is likelier than that they say the same, and something
    was seen in which both cannot be right.
    """
    over: str = ""
    """What that is, for a reader."""


def relate(one: str, other: str) -> Related:
    """The relation of two claims, whichever comes first."""
    return _related(*_pair(one, other))


@lru_cache(maxsize=4096)  # Most claims stay as they were from round to round, and what one draft says another says too.
def _related(first: str, second: str) -> Related:
    plain = _plain(first, second)
    if plain is not None:
        return plain
    compared = _compared(first, second)
    likely = _likely(first, second, compared)
    relation = _decided(likely, bool(compared.excluding))
    reason = _reason(relation, tuple(compared.differences()))
    if not compared.excluding or likely.conflict <= likely.same:
        return Related(relation, compared.said.alike, reason)
    return Related(relation, compared.said.alike, reason, round(likely.conflict, 3), compared.excluding)


@dataclass(frozen=True)
class Glimpse:
    """What is known of two claims before they are read, which takes most of the time of `relate`."""

    score: float
    """As of `Related`."""
    compared: Callable[[], Compared] | None
    """None where they are not compared in one thing after the other."""

    @property
    def opposable(self) -> bool:
        """Something was seen in which both cannot be right, and they are not told of two subjects: without it
        `Related.opposed` is 0.
        """
        if self.compared is None:
            return False
        compared = self.compared()
        return bool(compared.excluding) and not compared.subjects

    @property
    def related(self) -> float:
        """How likely they say the same or contradict each other, 0 to 1, as far as comparing tells; 0 where they are
        not compared.
        """
        if self.compared is None:
            return 0.0
        likely = weighed.weighed(self.compared().signs(), weighed.weights()["compared"])
        return likely.same + likely.conflict

    @property
    def broken(self) -> bool:
        """Whether a figure of the one does not keep a bound that the other tells: both cannot be right of one thing,
        however unlike their words are.
        """
        if self.compared is None:
            return False
        compared = self.compared()
        return compared.broken and bool(compared.excluding) and not compared.subjects

    @property
    def denies(self) -> bool:
        """Whether the one comes down on the other side of what the other says."""
        return self.compared is not None and self.compared().turned.turned

    @property
    def otherwise_alike(self) -> bool:
        """Whether no time, name or word is left over by which the two could speak of two things: all that differs was
        compared.
        """
        if self.compared is None:
            return False
        found = self.compared()
        when = found.when.difference or found.when.left or found.when.right
        return not (when or found.who.left or found.who.right or found.said.left or found.said.right)

    @property
    def but_for_units(self) -> bool:
        """Whether a figure that stands once without its unit is all in which they differ."""
        return self.compared is not None and self.compared().but_for_units

    @property
    def subjects(self) -> bool:
        """Whether each names something else as what it is about; a German noun behind its article is no name."""
        compared = self.compared() if self.compared is not None else None
        return bool(compared and compared.subjects and compared.unmet and not any(n.common for n in compared.unmet))

    @property
    def differs(self) -> str:
        """The figure or time in which they differ, so that they do not say the same, whoever says so; or empty."""
        if self.compared is None:
            return ""
        compared = self.compared()
        found = compared.figures.difference or compared.when.difference
        return found.reason if found else ""


def glimpse(one: str, other: str) -> Glimpse:
    return _glimpse(*_pair(one, other))


@lru_cache(maxsize=4096)  # as with `_related`
def _glimpse(first: str, second: str) -> Glimpse:
    plain = _plain(first, second)
    if plain is not None:
        return Glimpse(plain.score, None)
    return Glimpse(alike(first, second), partial(_compared, first, second))


def reckoned_apart(one: str, other: str) -> bool:
    """Whether each tells whose word it gives, and another figure of one measure than the other, however unlike their
    words are: "the surveyor puts the roof at £365,000", "the trustees reckon with £240,000 for the repair".
    """
    pair = _pair(one, other)
    if not all(map(tellers.tells, pair)) or max(map(len, pair)) > LONGEST:
        return False
    found = amounts.compare(*pair)
    return found.rivals is not None and not found.shared


def met(one: str, other: str) -> float:
    """How well the words of the one are met in the other, 0 to 1, whichever is met better: a short claim within a long
    one is little like it.
    """
    first, second = _pair(one, other)
    if max(len(first), len(second)) > LONGEST:
        return 0.0
    both = pair(first, second)
    return max(both.of_claim(), both.of_unit())


def includes(one: str, other: str) -> bool:
    """Whether the one says all that the other says, and more, as far as their words tell.

    Nothing of the other, no figure, time, name or word, is without its like in the one; both hedge, count and limit
    alike. What the one adds may still narrow it ("of patients under twelve"), which words do not tell.
    """
    compared = glimpse(one, other).compared
    return compared is not None and compared().included(_is_first(other, one))


def lacking(one: str, other: str) -> str:
    """A figure or time of the other that the one does not have, so that it does not include it, whoever says so."""
    compared = glimpse(one, other).compared
    return compared().lacking(_is_first(other, one)) if compared is not None else ""


def _is_first(one: str, other: str) -> bool:
    """Whether the one comes first where the two are compared."""
    return _read(one) <= _read(other)


def near(texts: Sequence[str]) -> NDArray[np.float32]:
    """The cosine of every two claims, `[i, j]`, -1 to 1: which are not worth a closer look is seen at once."""
    return likeness([_read(text) for text in texts])


def _pair(one: str, other: str) -> tuple[str, str]:
    """The two in an order that does not hang on which came first."""
    first, second = sorted((_read(one), _read(other)))
    return first, second


def _plain(first: str, second: str) -> Related | None:
    """What is seen without comparing them in one thing after the other."""
    if first == second:
        return Related(Relation.SAME, 1.0, "the same words")
    if max(len(first), len(second)) > LONGEST:
        return Related(Relation.APART, 0.0, "too long to be compared")
    found = cosine(first, second)
    if found < _NEAR:
        return Related(Relation.APART, round(max(0.0, found), 3), "they speak of different things")
    return None


_compared = lru_cache(maxsize=2048)(compare)


@lru_cache(maxsize=2048)
def _read(text: str) -> str:
    """The claim as it is compared: in one line, letters composed, numbers in English notation, phrasal verbs joined.

    Numbers in words are in digits here too, not only where figures are read (`plain`): its words, names and times are
    compared as well.
    """
    return single(as_english(in_digits(" ".join(normalize("NFC", text).split()))).rstrip(" .;,"))


def _likely(first: str, second: str, compared: Compared) -> weighed.Likely:
    """Without what a difference rules out; a figure that differs leaves conflict and apart."""
    if compared.subjects or compared.cases:
        return weighed.Likely(0.0, 0.0)
    if compared.converse:
        return weighed.Likely(1.0, 0.0)
    likely, bar = weighed.likely(first, second, compared.signs()), compared.bar
    if bar is None:
        return likely
    whole = max(1 - likely.same, likely.conflict) if bar.relation is Relation.CONFLICT else 1.0
    return weighed.Likely(0.0, likely.conflict / whole)


def _decided(likely: weighed.Likely, excluding: bool) -> Relation:
    """`excluding`: something was seen in which both cannot be right."""
    if likely.same >= likely.conflict:
        return Relation.SAME if likely.same >= _SAME else Relation.APART
    return Relation.CONFLICT if likely.conflict >= (_CONFLICT if excluding else _UNSEEN) else Relation.APART


def _reason(relation: Relation, differences: Sequence[Difference]) -> str:
    if relation is Relation.SAME:
        return "the same in other words"
    fitting = [each.reason for each in differences if each.relation is relation]
    if fitting:
        return fitting[0]
    if relation is Relation.CONFLICT:
        return "the one contradicts the other"
    return f"they speak of two cases: {differences[0].reason}" if differences else "not seen to say the same"
