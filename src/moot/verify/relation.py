"""How two claims stand to each other: they say the same, they cannot both be right, or neither.

Figures, times, names, the side that a claim comes down on, hedges and what limits it are compared each for itself
(`moot.verify.relating`). Where none of them differs, the wording decides. Two claims that differ in a figure are a
conflict, not a match; a rounding is not a conflict. Claims that differ in two things at once speak of two cases.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from moot.text.embedding import Encoder
from moot.text.spans import Span
from moot.text.terms import stem
from moot.verify.paired import LONGEST
from moot.verify.relating import amounts, extent, kin, named, parties, sides, surety, times, wording
from moot.verify.relating.kinds import Difference, Relation, apart, conflict
from moot.verify.relating.phrases import single
from moot.verify.relating.wording import Wording

__all__ = ["VERSION", "Related", "Relation", "relate"]

VERSION = f"2+{Encoder.version}"

_NEAR = 0.4
"""Cosine from which on two claims are looked at together."""
_COPY = 0.45
"""Share of words in common from which on one claim is the other with something put in its place."""


@dataclass(frozen=True)
class Related:
    relation: Relation
    score: float
    """How alike in meaning, 0 to 1, three decimals."""
    reason: str
    """For a reader: "figure differs: 59.3 against 61.6"."""


def relate(one: str, other: str) -> Related:
    """The relation of two claims, whichever comes first."""
    first, second = sorted((_read(one), _read(other)))
    if first == second:
        return Related(Relation.SAME, 1.0, "the same words")
    if max(len(first), len(second)) > LONGEST:
        return Related(Relation.APART, 0.0, "too long to be compared")
    said = _wording(first, second)
    score = round(max(0.0, min(1.0, (said.cosine + said.mean) / 2)), 3)
    if said.cosine < _NEAR:
        return Related(Relation.APART, score, "they speak of different things")
    found = _decided(first, second, said)
    return Related(found.relation, score, found.reason)


@lru_cache(maxsize=2048)
def _read(text: str) -> str:
    """The claim as it is compared: in one line, verbs of two words as one."""
    return single(" ".join(text.split()).rstrip(" .;,"))


def _wording(one: str, other: str) -> Wording:
    turning = sides.spans(one, other)
    return wording.compare(one, other, ((*_aside(one), *turning[0]), (*_aside(other), *turning[1])))


@lru_cache(maxsize=2048)  # A council's claim is compared with many others.
def _aside(text: str) -> tuple[Span, ...]:
    """Where all that stands that is compared for itself."""
    told = [each.span for each in times.times(text)] + [each.span for each in named.names(text)]
    return (*told, *amounts.spans(text), *surety.spans(text), *extent.spans(text))


def _decided(one: str, other: str, said: Wording) -> Difference:
    figures, when = amounts.compare(one, other), times.compare(one, other)
    anchors = figures.shared + when.shared
    if _about(said, anchors, 0) < _ONE_SUBJECT:
        return apart("not seen to speak of one thing")
    who = named.compare(one, other)
    aspect = _aspect(said)
    differing = [each for each in (figures.difference, when.difference, _names(one, other, who)) if each]
    if differing:
        if len(differing) > 1 or aspect or _other_case(said):
            return apart(f"they speak of two cases: {differing[0].reason}")
        return _one(one, other, differing[0], figures.shared)
    found = _turned(one, other, said, figures.rest) or surety.compare(one, other) or extent.compare(one, other)
    if found:
        return apart(f"{aspect}; {found.reason}") if aspect else found
    if aspect:
        return conflict(aspect) if _excludes(one, other, said) else apart(aspect)
    more = _more(one, other, said, figures, when, who)
    strays = (figures.alone > 0) + (when.alone > 0)
    if more or _about(said, anchors, strays) < _SAME:
        return apart(more or "not seen to say the same")
    return Difference(Relation.SAME, "the same in other words")


def _turned(one: str, other: str, said: Wording, rest: bool) -> Difference | None:
    """The two come down on two sides. `rest`: the one tells what the other leaves of a whole."""
    turned = sides.compare(one, other, parties.crossed(one, other) is not rest)
    if turned.turned:
        return conflict(turned.told)
    if said.shared < _ALIKE:
        return None
    if sides.doubly(one, other):
        return conflict("the one denies what the other says")
    if parties.exchanged(one, other):
        return conflict("the two sides are exchanged")
    return apart("what is denied is another thing") if sides.elsewhere(one, other) else None


def _more(
    one: str, other: str, said: Wording, figures: amounts.Amounts, when: times.Timed, who: named.NamesCompared
) -> str:
    """In words what only one claim tells; empty when nothing was seen."""
    if said.contained >= _INSERTED and (figures.alone or when.alone or _only_one(who)):
        return "one tells more"
    if _asked(one) and _asked(other) and _asked(one) != _asked(other):
        return "they ask for different things"
    each = (figures.left and figures.right) or (when.left and when.right)
    return "each tells a figure that the other does not" if each else ""


def _only_one(who: named.NamesCompared) -> bool:
    """True when one claim names somebody or something more."""
    return bool(who.left) is not bool(who.right)


def _asked(text: str) -> frozenset[str]:
    """The words of question in a claim that says what is known or told of them."""
    return frozenset(match[0].lower() for match in _ASKED.finditer(text)) if _TOLD.search(text) else frozenset()


_ASKED = re.compile(r"\b(?:who|when|why|where|how|which)\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:say|says|said|know|knows|known|explain\w*|clear|unclear|ask\w*|reveal\w*|disclos\w*|tell|told)\b"
)
_ALIKE = 0.85


def _one(one: str, other: str, found: Difference, figures: int) -> Difference:
    """One thing differs: a date or a subject that merely says of when or whom is another case, not a conflict."""
    if found.relation is not Relation.CONFLICT or _UNIQUE.search(one) or _UNIQUE.search(other):
        return found
    dated = found.reason.startswith("date")
    if dated and (figures or all(_OPENS_WITH_TIME.match(each) for each in (one, other))):
        return apart(f"said of two times: {found.reason}")
    return found


_OPENS_WITH_TIME = re.compile(r"(?:In|During|By|On|At)\b[^,]{0,30}\d{4}\b")
_UNIQUE = re.compile(
    r"\b(?:only|first|last|sole|unique|won|winner|champion|founded|founder|inventor|invented|discovered|scored|"
    r"the (?!harvest|forest|interest|request|protest|contest|west|rest|test|guest)(?:\w+est|most)|succeeded|"
    r"elected|born|died|capital)\b",
    re.IGNORECASE,
)
"""What is true of one alone."""


def _names(one: str, other: str, who: named.NamesCompared) -> Difference | None:
    if not (who.left and who.right):
        return None
    ours, theirs = who.left[0], who.right[0]
    words = f"name differs: {ours.text} against {theirs.text}"
    # What holds of the one subject may hold of the other.
    subjects = all(each.span.start <= _SUBJECT for each in (ours, theirs))
    single = _UNIQUE.search(one) or _UNIQUE.search(other) or re.search(r"\bby\b", one + " " + other)
    return apart(f"said of two subjects: {words}") if subjects and not single else conflict(words)


_SUBJECT = 20
"""Characters before the name of what a claim is about."""


def _aspect(said: Wording) -> str:
    """In words what is said of another aspect or in more detail, where one claim is nearly the other."""
    left, right = said.left, said.right
    copy = said.shared >= _COPY or said.copied >= (_NEARLY if said.leftovers < _UNLIKE else _COPIED)
    if not copy or not (left or right):
        return ""
    if not left or not right:
        inserted = said.contained >= _INSERTED
        strange = said.worst < _STRANGE and len(left or right) > 1
        return f"one says more: “{' '.join(left or right)}”" if inserted or strange else ""
    longest = max(len(left), len(right))
    if min(len(left), len(right)) > _FEW:
        return ""
    near = said.cosine + said.leftovers >= (_ONE_WORD if longest == 1 else _ONE_THING)
    if near and not kin.siblings(map(stem, left), map(stem, right)):
        return ""
    return f"of something else: “{' '.join(left)}” against “{' '.join(right)}”"


def _other_case(said: Wording) -> bool:
    """True when words differ too, besides a figure, date or name, in what is otherwise a copy."""
    if not (said.left and said.right):
        return False
    if kin.siblings(map(stem, said.left), map(stem, said.right)):
        return True
    return said.copied >= _COPIED and said.leftovers < (_MUCH_LIKE if said.copied >= _CLOSELY else _LIKE)


_LIKE, _MUCH_LIKE, _CLOSELY = 0.4, 0.5, 0.7
_INSERTED, _STRANGE = 0.9, 0.3
_FEW = 3
_COPIED, _NEARLY = 0.55, 0.5
_UNLIKE = 0.2
_ONE_WORD, _ONE_THING = 1.35, 1.2
"""Cosine of both claims with that of what is left over of each: of a word each, of more."""
_MADE_OF = re.compile(
    r"\b(?:made (?:of|from|out of)|caused by|painted|coloured|started by|due to|because of|triggered by|(?:formed|"
    r"created|built|written|"
    r"painted|designed|"
    r"directed|founded|owned|run|led|made|shot) by|purpose (?:of .{1,40} )?is|aim (?:of .{1,40} )?is|"
    r"built (?:of|from)|colou?r (?:of .{1,40} )?is|reason (?:for .{1,40} )?(?:is|was)|result of|"
    r"result from)\s+(?:an? |the )?$",
    re.IGNORECASE,
)
"""Before what can be one thing only."""


def _excludes(one: str, other: str, said: Wording) -> bool:
    """True when what differs is what something is made of, caused by or meant for."""
    if not (said.left and said.right):
        return False
    at, where = one.lower().rfind(said.left[0]), other.lower().rfind(said.right[0])
    return bool(_MADE_OF.search(one[:at]) and _MADE_OF.search(other[:where]))


def _about(said: Wording, anchors: int, strays: int) -> float:
    """Log odds that two claims say one thing in other words.

    Logistic regression on the pairs of the open corpora where nothing else differs, on pairs of claims across them, and
    on pairs of `snli` and `fever_symmetric` (train) with less weight.
    """
    likeness = 6.3 * said.cosine + 0.2 * said.mean + 2.7 * said.worst
    return likeness + 1.5 * min(anchors, 2) - 0.7 * strays - 4.3


_SAME = _ONE_SUBJECT = 0.1
