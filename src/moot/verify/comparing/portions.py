"""Of how many of a kind something holds: none, hardly any, not all, most, all.

Each of these words leaves some shares of the kind possible, and a "not" behind it turns them round: some that were not
sampled are not all. A clause of the claim and one of its source that say the same of the same kind, and leave no share
possible that the other does, cannot both be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile, islice, takewhile

from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS
from moot.text.terms import stem, stems, words
from moot.verify.comparing.clauses import cut
from moot.verify.comparing.opposites import NOT
from moot.verify.comparing.paired import LONGEST

_SHARES = ("none", "few", "minority", "majority", "nearly all", "all")
_BEYOND = r"(?:quite |nearly |yet |by any means )?"
_SAID: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (words, frozenset(shares.split(", ")))
    for words, shares in (
        (
            rf"(?:not|by no means|far from|nowhere near) {_BEYOND}(?:all|every(?:one|body)?|each)",
            "few, minority, majority, nearly all",
        ),
        (
            r"(?:almost|nearly|virtually|practically) (?:all|every(?:one|body)?)|all but (?:one|two|three|a few)",
            "nearly all",
        ),
        (
            r"(?:hardly|scarcely|barely) (?:any(?:one|body)?|a single|one)|(?<!\ba )few|only a few|"
            r"almost (?:none|no one|nobody|no)",
            "few",
        ),
        (
            r"none|not (?:a single|one|any)|nobody|no one|no(?! (?:longer|more|less|fewer|later|doubt|matter|other)\b)",
            "none",
        ),
        (r"(?<!the )(?<!its )most|(?:a|the) (?:\w+ )?majority", "majority, nearly all, all"),
        (r"many", "minority, majority, nearly all, all"),
        (r"some(?! \d)|several|a few", "few, minority, majority, nearly all, all"),
        (
            r"(?<!\bat )(?<!\babove )(?<!\bafter )(?<!\bof )(?<!\bin )(?<!\bfor )all(?! (?:but|the same|told)\b)"
            r"|every(?:one|body)?|each",
            "all",
        ),
    )
)
"""What may be so of a kind where one of these stands before it, the longer words first."""
_ANYONE = frozenset({"everyone", "everybody", "anyone", "anybody", "nobody"})
_PEOPLE = [stem("people"), stem("person")]
_QUANTIFIER = lazy_re("|".join(rf"\b(?P<q{at}>{words})\b" for at, (words, _) in enumerate(_SAID)), re.IGNORECASE)
_MODAL = lazy_re(
    r"\b(?:if|whether|unless|until|must|shall|should|may|might|can|could|will|would|need\w*|plan\w*|to be|want\w*|"
    r"hope\w*)\b",
    re.IGNORECASE,
)
_YEAR = lazy_re(r"\b(?:1[5-9]|20)\d\d\b")
_FIGURE = lazy_re(r"\d+")
_TIMES = frozenset(map(stem, ("year", "month", "week", "day", "time", "times")))
"""What stands behind these tells how often, of no kind; and "this year" is no difference."""
_ALL, _NONE = frozenset({"all"}), frozenset({"none"})
_BOUNDS, _BUT = frozenset({"fewer", "less"}), frozenset({"but", "except", "bar", "save"})
_MOST = 8
"""Quantifiers of a clause that are looked at."""
_AHEAD, _LEAST = 3, 2
"""Content words behind the quantifier among which the kind stands; content words of a clause that says it of a kind,
where the kind is no people."""


@dataclass(frozen=True)
class _Portion:
    word: str
    shares: frozenset[str]
    kind: frozenset[str]
    """Stems of the words behind it."""
    said: tuple[str, ...]
    """Stems of the clause without it, figures and words of time."""
    clause: str
    sentence: str


def otherwise(claim: str, units: Sequence[str]) -> tuple[str, bool]:
    """In words of how many the claim says it and of how many its source, and whether sentences about the kind have all
    the rest; empty when nothing was seen.
    """
    claim = claim[:LONGEST]
    for ours in _read(claim):
        told = frozenset(each for unit in units if ours.kind & (there := frozenset(stems(unit))) for each in there)
        found = [
            (theirs, lacks <= told)
            for unit in units
            for theirs in _read(unit[:LONGEST])
            for lacks in _alike(ours, theirs)
        ]
        if found and not any(ours.word == theirs.word or ours.shares & theirs.shares for theirs, _ in found):
            theirs, plain = next((each for each in found if each[1]), found[0])
            return f"the claim says “{ours.word}”, its source “{theirs.word}”", plain
    return "", False


def told(text: str) -> bool:
    """True for a text that says of how many it speaks."""
    return bool(_QUANTIFIER.search(text))


@lru_cache(maxsize=2048)
def _read(text: str) -> tuple[_Portion, ...]:
    return tuple(_portions(text)) if not text.rstrip().endswith("?") else ()


def _portions(text: str) -> Iterator[_Portion]:
    for clause in cut(text):
        found = list(islice(_QUANTIFIER.finditer(clause.text), _MOST))
        ends = [0, *(match.end() for match in found)]
        starts = [*(match.start() for match in found[1:]), len(clause.text)]
        for at, match in enumerate(found):
            word = match[0].lower()
            before, behind = words(clause.text[ends[at] : match.start()]), words(clause.text[match.end() : starts[at]])
            if word == "no" and _BOUNDS & set(behind):
                continue  # "No class has fewer than two" is a bound of each.
            kind = _PEOPLE if word.split()[-1] in _ANYONE or word.endswith("no one") else _kind(behind)
            shares = next(shares for at, (_, shares) in enumerate(_SAID) if match[f"q{at}"])
            if shares == _ALL and _BUT & set(behind):
                shares = frozenset({"nearly all"})
            if NOT & set(behind):
                shares = frozenset(_SHARES[-1 - _SHARES.index(each)] for each in shares)
            said = tuple(each for each in _content([*before, *behind]) if each not in _TIMES)
            if kind and kind[0] not in _TIMES:
                yield _Portion(word, shares, frozenset(kind), said, clause.text, text)


def _kind(behind: Sequence[str]) -> list[str]:
    """Stems of the content words that follow the quantifier, up to the first other word."""
    rest = list(dropwhile(lambda each: each in STOP_WORDS or each[0].isdigit(), behind))
    return [stem(each) for each in takewhile(lambda each: each not in STOP_WORDS, rest)][:_AHEAD]


def _content(words: Sequence[str]) -> list[str]:
    plain = (each for each in words if each not in STOP_WORDS and each not in NOT and not each[0].isdigit())
    return [stem(each) for each in plain]


def _alike(ours: _Portion, theirs: _Portion) -> Iterator[frozenset[str]]:
    """For two that say one thing of one kind what the claim says of it that its source does not."""
    if not ours.kind & theirs.kind or bool(_MODAL.search(ours.clause)) is not bool(_MODAL.search(theirs.clause)):
        return
    years = set(_YEAR.findall(ours.sentence)), set(_YEAR.findall(theirs.sentence))
    if years[0] and years[1] and not years[0] & years[1]:
        return
    lacks = [at for at, each in enumerate(ours.said) if each not in theirs.said]
    adds = [each for each in theirs.said if each not in ours.said]
    last = max((at for at, each in enumerate(ours.said) if each in theirs.said or each in theirs.kind), default=-1)
    # What the claim adds must tell of which kind ("private wells"); a source that says all may say it of fewer.
    of_which = all(at <= last for at in lacks) and not (lacks and adds)
    enough = len(ours.said) >= _LEAST or ours.kind & set(_PEOPLE)
    whole = ours.shares in (_ALL, _NONE)
    if not whole and not set(_FIGURE.findall(theirs.clause)) <= set(_FIGURE.findall(ours.clause)):
        return  # "No pupils in year 9 passed": others may have.
    if enough and of_which and (not adds or (whole and "all" not in theirs.shares)):
        yield frozenset(ours.said[at] for at in lacks)
