"""One where a claim says two, or two where it says one: "two divers drowned" over "a diver drowned".

A small number of a claim counts a thing, and what it says of it, a sentence of the evidence says of one such thing; no
other sentence has one more of which it is said, or the number of the claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text import figures, sentences
from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS, lexicon
from moot.text.spans import Span
from moot.text.terms import stem, words

_ONE = lazy_re(
    r"\b(?:(?:only |just )?one|a single)[\s\xa0](?!of\b|in\b|or\b|more\b|another\b)(?=[^\W\d])", re.IGNORECASE
)
_CLAUSE = lazy_re(r"[.;:()]")
_FEW = 12
_SHARED = 0.5
"""Share of what a claim says of a thing that the sentence must say of it."""
_LONGEST = 2000
_NOT_YET = lazy_re(
    r"\b(?:each|every|per|if|would|(?-i:may)|might|could|not|no|never|without|or|than|another|other|else)\b", re.I
)
"""Where one of these stands it is no one thing of which something is told."""

_MORE = lazy_re(
    r"\b(?:(?:another|(?:a|the) (?:second|third|fourth|further))(?: (?P<thing>\w+))?|"
    r"(?:one|two|three|four) (?:more|others?)|with (?:one|two|three|four) \w+)\b",
    re.I,
)
"""Who is told of beside the one."""
_GOES_ON = lexicon("one went was did had followed came")
"""Behind "another" or "a second": it is one more of the same."""


def differing(claim: str, texts: Sequence[str]) -> str:
    """In words; empty where nothing was seen."""
    if _NOT_YET.search(claim):
        return ""
    every = [span.of(text)[:_LONGEST] for text in texts for span in sentences.split(text)]
    units = [unit for unit in every if not _NOT_YET.search(unit) and "|" not in unit]
    for figure in figures.find(claim):
        if _counts(figure) and figure.word:
            noun = _one_of(figure)
            own = _said(claim, figure.span, noun)
            there = [unit for unit in units if own and _of_one(unit, noun, own)]
            others = [unit for unit in every if unit not in there]
            once = len(there) == 1 and _stems(there[0]).count(stem(noun)) == 1
            once = once and not _more(there[0], noun, every)
            if once and not _elsewhere(figure, own, others):
                return f"figure differs: {figure.line} {figure.counted} against one"
    for one in _ONE.finditer(claim):
        noun = next(iter(words(claim[one.end() :])), "")
        own = _said(claim, Span(*one.span()), noun)
        many = [each for unit in units for each in _several(unit, noun, own)] if own else []
        if many and not any(_of_one(unit, noun, own) for unit in units):
            return f"figure differs: one {noun} against {many[0].line} {many[0].counted}"
    return ""


def _more(unit: str, noun: str, every: Sequence[str]) -> bool:
    """Whether the sentence, or the one behind it, tells of one more, which is no other thing by its name."""
    at = every.index(unit)
    others = _MORE.finditer(" ".join(every[at : at + 2]))
    things = ((each["thing"] or "one").lower() for each in others)
    return any(stem(thing) == stem(noun) or thing in _GOES_ON for thing in things)


def _counts(figure: Figure) -> bool:
    few = figure.kind is FigureKind.QUANTITY and not figure.unit and figure.high is None and not figure.approx
    return few and bool(figure.noun) and 1 < figure.value <= _FEW


def _said(text: str, figure: Span, noun: str) -> list[str]:
    """The stems of what a text says of a thing that it has counted, the word next to it first: of what it does, else of
    what is done to it. None where the thing is not next to its number.
    """
    told = _stems(_clause(text, figure.end))
    things = {stem(noun), stem(f"{noun[:-3]}men" if noun.endswith("man") else noun)}
    place = next((n for n, word in enumerate(told[:3]) if word in things), None)
    if place is None:
        return []
    return told[place + 1 :] or _stems(_CLAUSE.split(text[: figure.start])[-1])[::-1]


def _stems(text: str) -> list[str]:
    told = (stem(word) for word in words(text) if word not in STOP_WORDS)
    return [word for word in told if not word[0].isdigit()]


def _one_of(figure: Figure) -> str:
    """What one of those counted is called: a man, a lorry."""
    many = figure.counted.lower()
    if many.endswith("men"):
        return f"{many[:-3]}man"
    return f"{many[:-3]}y" if many.endswith("ies") else figure.noun


def _clause(text: str, at: int) -> str:
    """To its end, without what stands between commas right behind the thing: "one man, a cook, fell"."""
    rest = _CLAUSE.split(text[at:], maxsplit=1)[0]
    return re.sub(r",[^,]*,", " ", rest, count=1)


def _of_one(unit: str, noun: str, own: Sequence[str]) -> bool:
    """Whether a sentence says of one such thing what is said of it here: the first word, and half of the others."""
    one = re.compile(rf"\b(?:an?|one|a single|1)\s(?:[\w-]+\s){{0,2}}?(?={re.escape(noun)}\b)", re.IGNORECASE)
    return any(_same(own, _said(unit, Span(*match.span()), noun)) for match in one.finditer(unit))


def _several(unit: str, noun: str, own: Sequence[str]) -> Iterator[Figure]:
    for each in figures.find(unit):
        if _counts(each) and stem(_one_of(each)) == stem(noun) and _same(own, _said(unit, each.span, noun)):
            yield each


def _elsewhere(figure: Figure, own: Sequence[str], units: Sequence[str]) -> bool:
    """Whether another sentence says the same of such a thing, of however many, or has so many of nobody knows what."""
    thing = stem(_one_of(figure))
    for unit in units:
        told = set(_stems(unit))
        if own[0] in told and thing in told:
            return True
        if set(own) & told and any(agree(figure, each) and not each.noun for each in figures.find(unit)):
            return True
    return False


def _same(own: Sequence[str], theirs: Sequence[str]) -> bool:
    shared = [word for word in own if word in theirs]
    return bool(own) and own[0] in theirs and len(shared) >= max(1, _SHARED * len(own))
