"""A figure of a clause that leaves out what the first has said: "ward A had 12 beds and B 7", "in June, 5,300".

The first clause has all; a later one only who or when it is, and its figure. With both told, each keeps its own: that
ward B had 12 beds is turned round, that it had 7 is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moot.text import countries, sentences
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stem
from moot.verify.comparing.opposites import NOT
from moot.verify.comparing.paired import LONGEST

_CUT = lazy_re(r"[;:()]|,(?!\d)|\b(?:and|while|whereas|but|though|although)\b")
_TOKEN = lazy_re(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_YEAR = lazy_re(r"1[5-9]\d\d|20\d\d")
_SMALL = lexicon("the a an its their his her our these those some just only about around nearly almost over of to one")
"""Words that tell no clause from another."""
_PLACED = lexicon("in at on for among under with without during after before from by")
"""Before who or when it is, where that stands behind the figure."""
_FEW = 3
"""Words by which a clause is told from the first, at most."""
_LEAST = 2
"""Words besides that the claim has of the first clause."""


@dataclass(frozen=True)
class _Clause:
    before: tuple[str, ...]
    figure: str
    after: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        return frozenset((*self.before, *self.after))


@dataclass(frozen=True)
class Told:
    turned: str = ""
    """In words whose figure it is."""
    borne: str = ""


def told(claim: str, units: Sequence[str], whole: str) -> Told:
    """What sentences with such clauses say of a claim with one figure."""
    for unit in units:
        nouns = _labelled(unit[:LONGEST])
        ours = list(_clauses(countries.as_there(claim[:LONGEST], [unit]), nouns, cut=False))
        told = list(_clauses(unit[:LONGEST], nouns)) if len(ours) == 1 else []
        if len(told) < 2:
            continue
        found = _compared(ours[0], told[0], told[1:], unit)
        if found.borne or (found.turned and not _said_elsewhere(ours[0], unit, nouns, whole)):
            return found
    return Told()


def _compared(ours: _Clause, first: _Clause, later: Sequence[_Clause], unit: str) -> Told:
    said = ours.words
    gapped = [each for each in later if _leaves_out(each, first)]
    own = [each for each in gapped if each.words - first.words <= said]
    if len(own) == 1:
        apart = own[0].words - first.words
        rest = said - apart
        if not rest <= first.words or len(rest) < _LEAST or said >= _whole(first, own) or (NOT & first.words) - said:
            return Told()
        if ours.figure == own[0].figure:
            return Told(borne=f"the source says in short that “{_shown(apart, unit)}” has {own[0].figure}")
        if ours.figure in {each.figure for each in (first, *gapped)}:
            mine = _shown(apart, unit)
            return Told(f"figure belongs to another: “{mine}” has {own[0].figure}, not {ours.figure}")
    elif not own and ours.figure != first.figure and said <= first.words:
        other = next((each for each in gapped if each.figure == ours.figure), None)
        if other and _whole(first, gapped) <= said:
            theirs = _shown(other.words - first.words, unit)
            return Told(f"figure belongs to another: {ours.figure} is of “{theirs}”")
    return Told()


def _whole(first: _Clause, later: Sequence[_Clause]) -> frozenset[str]:
    """The words by which a claim names what the first clause is told of: those before the figure, as in the others."""
    return frozenset(first.before) if all(_leads(each, first) for each in later) else first.words


def _leads(clause: _Clause, first: _Clause) -> bool:
    """Whether what a clause adds stands before its figure."""
    return clause.words - first.words <= frozenset(clause.before)


def _leaves_out(clause: _Clause, first: _Clause) -> bool:
    """True for a clause that only adds who or when it is."""
    new = clause.words - first.words
    if not 1 <= len(new) <= _FEW or clause.figure == first.figure:
        return False
    if _leads(clause, first):
        return bool(first.before)
    return first.words.issuperset(clause.before) and bool(clause.after) and clause.after[0] in _PLACED


def _shown(wanted: frozenset[str], unit: str) -> str:
    """The words of these stems as they stand there."""
    words = (match[0] for match in _TOKEN.finditer(unit))
    return " ".join(word for word in words if {word, f"#{word}", stem(word.lower())} & wanted)


def _said_elsewhere(ours: _Clause, unit: str, nouns: frozenset[str], whole: str) -> bool:
    """True where another sentence has the words and the figure of the claim."""
    for span in sentences.split(whole):
        text = span.of(whole)
        if unit not in text and ours.figure in text.replace(",", ""):
            there = frozenset(_tokens(text[:LONGEST], nouns))
            if ours.words <= there:
                return True
    return False


def _clauses(text: str, nouns: frozenset[str], *, cut: bool = True) -> Iterator[_Clause]:
    """The clauses that have one figure; one without a figure before the first of them is part of it: "In May, …"."""
    waiting: list[str] = []
    for piece in _CUT.split(text) if cut else (text,):
        tokens = [*waiting, *_tokens(piece, nouns)]
        at = [n for n, token in enumerate(tokens) if token[0].isdigit()]
        at = at or [n for n, token in enumerate(tokens) if _YEAR.fullmatch(token[1:])]
        waiting = tokens if not at else []
        if len(at) == 1:
            yield _Clause(tuple(tokens[: at[0]]), tokens[at[0]].lstrip("#"), tuple(tokens[at[0] + 1 :]))
        elif at:
            return


def _tokens(text: str, nouns: frozenset[str]) -> list[str]:
    """Stems and figures; the number or letter of a thing ("line 5", "ward A") is a word of its own."""
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word[0].isdigit():
            label = bool(found) and (found[-1] in nouns or (found[-1] in _PLACED and _YEAR.fullmatch(word)))
            found.append(f"#{word}" if label else word.replace(",", ""))
        elif len(word) == 1 and word.isupper() and word != "I" and (word != "A" or found):
            found.append(word)
        elif word.lower() not in _SMALL:
            found.append(stem(word.lower()))
    return found


def _labelled(unit: str) -> frozenset[str]:
    """The words behind which a number tells things apart, as it is not the last of its clause: "line 5 only 9"."""
    found: set[str] = set()
    for piece in _CUT.split(unit):
        tokens = _tokens(piece, frozenset())
        at = [n for n, token in enumerate(tokens) if token[0].isdigit()]
        found.update(tokens[n - 1] for n in at[:-1] if n and not tokens[n - 1][0].isdigit())
    return frozenset(found)
