"""What one clause says of one side, day, half or ward, told of another of which the next clause says something else.

"The bearings on the east side are worn; those on the west side are in order": that the bearings on the west side are
worn has its side from the one clause and the rest from the other. So has "ward B had 12 falls" for "ward A had 12
falls, ward B 7": there the second clause may have no verb, but must have a number of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from moot.text import figures, months, sentences, weekdays
from moot.text.lazy import lazy_re
from moot.text.lexicon import sequence
from moot.text.terms import stem, stems
from moot.verify.comparing import compounds
from moot.verify.comparing.told_apart import joined, kinds

_KINDS = tuple(
    {stem(word): word for word in reversed(sequence(kind))}
    for kind in (
        "north south east west northern southern eastern western north-east north-west south-east south-west",
        "left right middle",
        "upper lower",
        "inner outer",
        "front rear back",
        "first second third fourth fifth sixth last",
        " ".join((*weekdays.ENGLISH, *(f"{day}s" for day in weekdays.ENGLISH), "weekdays weekends")),
        " ".join(name for name in months.ENGLISH if name != "may"),
        "morning afternoon evening night mornings afternoons evenings nights",
        "spring summer autumn winter",
        "men women boys girls children adults",
        "old new",
        "small large",
        "male female",
    )
)
"""Words of which a thing has one at a time."""
_CUT = lazy_re(r"[;:()]|,(?!\d)|\b(?:while|whereas|and|but|though|although)\b")
_VERB = lazy_re(
    r"\b(?:is|are|was|were|has|had|have|stays?|stayed|remains?|remained|will|can|must|may|does?|did|\w{2,}ed|opens|closes|"
    r"goes|went|came|runs?|keeps?|gets?|shows?|fell|rose|got|took|held|lay|stood|ran|kept|lost|won|grew|sank|broke|burnt|left|made|gave)\b",
)
_DENIED = lazy_re(r"\b(?:did|do|does|may|must|can|could|will|was|were|is|are|has|have|had)(?: not|n[’']t)\W*$")
"""How a clause ends that denies what the other says: "day nurses did not"."""
_NOT = lazy_re(r"\b(?:not|no|never|none)\b|n[’']t\b", re.IGNORECASE)
_LIMITED = lazy_re(
    r"\b(?:some|certain|many|several|most|not|no|never|only|other|part of|a few|types?|kinds?)\b", re.IGNORECASE
)
"""In a claim that does not speak of all."""
_TOO = lazy_re(r"\b(?:too|also|as well|likewise|similarly|equally|the same|so|as much|as many|follow(?:s|ed))\b")
_FEW = 2
"""Content words of the claim, what it speaks of included, beside the word of the kind."""

_BARE = lazy_re(r"(?:\bnot|n[’']t)\W*$|\b(?:no|without) (?:effect|impact|influence|change|harm)\b", re.IGNORECASE)
"""A denial of what was said before: "the fruit trees did not"."""
_REACH = 300
"""Characters before and after a sentence in which the one next to it is looked for."""


def another(claim: str, units: Sequence[str], whole: str = "") -> str:
    """In words of which the source says it; empty when nothing was seen. `whole`: all that the sources say."""
    asked = joined(claim)
    pairs = [joined(each) for unit in units for each in _next_to(unit, whole)] if asked != claim else []
    told = [joined(unit) for unit in units]
    labelled = list(kinds(asked, (*told, *pairs)))
    return (
        _seen(asked, told, [], whole, _KINDS) or _seen(asked, told, pairs, whole, labelled) or _kin(claim, units, whole)
    )


def _kin(claim: str, units: Sequence[str], whole: str) -> str:
    """The same of kinds of one thing: "wild bees" and "honeybees"; and of all bees what is denied of one kind."""
    near = [each for unit in units for each in (unit, *_next_to(unit, whole))]
    known = compounds.kinds(near)
    asked = compounds.joined(claim, known)
    told, pairs = ([compounds.joined(each, known) for each in texts] for texts in (units, near))
    kinds_ = list(compounds.as_kinds(known))
    found = _seen(asked, told, pairs, compounds.joined(whole, known), kinds_) if asked != claim else ""
    return found or next((each for kind in kinds_ if (each := _of_all(asked, kind, pairs))), "")


def _of_all(asked: str, kind: dict[str, str], units: Sequence[str]) -> str:
    """Said of a thing without its kind, where the source says it of one kind and denies it of another."""
    noun, said = compounds.noun(kind), frozenset(stems(asked))
    rest = said - {noun}
    if noun not in said or said & kind.keys() or len(rest) < _FEW or _LIMITED.search(asked):
        return ""
    if any(said <= frozenset(stems(unit)) for unit in units):
        return ""
    for unit in units:
        for own in kind:
            denied = own in stems(unit) and any(
                own in (there := frozenset(stems(text)))
                and _NOT.search(text)
                and not _TOO.search(text)
                and (_BARE.search(text) or rest & there)
                for text in _CUT.split(unit)
            )
            theirs = _of_another(own, kind, rest, frozenset(), unit) if denied else ""
            if theirs:
                return f"the source says it of “{kind[theirs]}” only, and not of “{kind[own]}”"
    return ""


def _seen(
    asked: str, units: Sequence[str], pairs: Sequence[str], whole: str, all_kinds: Iterable[dict[str, str]]
) -> str:
    said = frozenset(stems(asked))
    counted = frozenset(stems(" ".join(each.raw for each in figures.find(asked) if each.counts)))
    for kind in all_kinds:
        ours = said & kind.keys()
        rest = said - ours
        if len(ours) != 1 or len(rest) + (kind not in _KINDS) < _FEW:
            continue
        own = next(iter(ours))
        for unit in (*units, *(pairs if pairs and not _said_else(rest, kind, whole) else ())):
            theirs = _of_another(own, kind, rest, counted, unit) if own in stems(unit) else ""
            if theirs and not any(other not in unit and said <= frozenset(stems(other)) for other in units):
                return f"the source says it of “{kind[theirs]}”, and of “{kind[own]}” something else"
    return ""


def _next_to(unit: str, whole: str) -> Iterator[str]:
    """A sentence with the one before it, and with the one after it."""
    start = whole.find(unit)
    if start < 0:
        return
    end = start + len(unit)
    before, after = whole[max(0, start - _REACH) : start], whole[end : end + _REACH]
    for text, at in ((before, -1), (after, 0)):
        found = [span.of(text) for span in sentences.split(text)]
        if found and "\n\n" not in text[: len(text) if at else len(found[0])]:
            yield f"{found[at]}; {unit}" if at else f"{unit}; {found[at]}"


def _said_else(rest: frozenset[str], kind: dict[str, str], whole: str) -> bool:
    """True where a sentence says the rest of none of the kind: of "it", of both."""
    told = (span.of(whole) for span in sentences.split(whole))
    return any(rest <= set(stems(each)) and kind.keys().isdisjoint(stems(joined(each))) for each in told)


def _of_another(own: str, kind: dict[str, str], rest: frozenset[str], counted: frozenset[str], unit: str) -> str:
    """The word of the kind of which a clause says the rest, beside one that says something else of our own."""
    clauses = [(text, frozenset(stems(text))) for text in _CUT.split(unit)]
    for text, mine in clauses:
        if own not in mine or _TOO.search(text):
            continue
        numbers = frozenset(stems(" ".join(each.raw for each in figures.find(text))))
        for _, there in clauses:
            others = (there & kind.keys()) - mine
            apart = rest & there - mine and not rest & mine - there and rest <= mine | there
            words = [each for each in mine - there - rest - numbers if not each[0].isdigit() and each not in kind]
            more = (
                (words and _VERB.search(text)) or _DENIED.search(text) or (counted & there - mine and numbers - there)
            )
            if len(others) == 1 and own not in there and apart and more:
                return next(iter(others))
    return ""
