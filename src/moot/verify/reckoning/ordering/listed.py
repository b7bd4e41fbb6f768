"""Who has most, and who has more, by a sentence that gives each of several things one figure.

"Oslo has 717,000 inhabitants and Bergen 291,000": the things are told by their names, the figures are of one measure,
and all else that the claim says stands in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS
from moot.text.terms import stem, stems
from moot.verify.comparing.paired import LONGEST
from moot.verify.reckoning.given.held import bound
from moot.verify.reckoning.ordering import superlatives
from moot.verify.reckoning.ordering.superlatives import Verdict

_AND = lazy_re(r" (?:et|und) ")
_GROUPED = lazy_re(r"\d{1,3}(?:[\s\xa0\u202f]\d{3})+")
_ELISION = lazy_re(r"\b[dl][’'](?=\w)")
_NAME = lazy_re(r"[^\W\d_][\w’'&-]*")


@dataclass(frozen=True)
class _Item:
    names: frozenset[str]
    """Words with a capital that are no other's."""
    figure: Figure


def judged(claim: str, units: Sequence[str]) -> Verdict | None:
    """Whether sentences bear the claim out or refute it; None where they do not tell."""
    if len(claim) > LONGEST or not superlatives.askable(claim):
        return None
    if not superlatives.asked(claim) and not superlatives.compared(claim):
        return None
    found = [each for unit in units for each in _judged(claim, unit[:LONGEST])]
    return next((each for each in found if each.holds), found[0]) if found else None


def _judged(claim: str, unit: str) -> Iterator[Verdict]:
    asked, pair = superlatives.asked(claim), superlatives.compared(claim)
    order = pair.order if pair else asked
    items = _items(unit)
    if order is None or order.rank > 1 or len(items) < 2:
        return
    mine = _capitals(pair.left if pair else claim)
    its = _capitals(pair.right) if pair else frozenset[str]()
    ours = [each for each in items if each.names & mine]
    others = [each for each in items if (each.names & its if pair else not each.names & mine)]
    if len(ours) != 1 or not others or (pair and len(others) != 1) or ours == others:
        return
    told = frozenset(stems(unit))
    things = {stem(name.lower()) for each in items for name in each.names & (mine | its)}
    plain = _ELISION.sub("", claim)
    about = [each for each in superlatives.rest(plain, order, frozenset()) if each not in things]
    if not all(superlatives.like(each, told) for each in about) or not (about or told & order.measures):
        return
    own = ours[0].figure
    top = max(others, key=lambda each: each.figure.value * order.sign).figure
    yield from order.verdict(own.value, top.value, f"the source has {own.line} and {top.line}")


def _items(unit: str) -> list[_Item]:
    """The things of a sentence, each with its one figure, all of one measure; else none."""
    found: list[_Item] = []
    for figure, clause in bound(_AND.sub(" and ", unit)):
        if figure.kind in (FigureKind.DATE, FigureKind.ORDINAL):
            continue
        names = frozenset(each for each in _capitals(clause) if each not in figure.raw)
        if not names or figure.high is not None or figure.approx:
            return []
        found.append(_Item(names, _read(figure)))
    units = {each.figure.unit for each in found}
    nouns = {each.figure.noun for each in found if each.figure.noun}
    taken = [name for each in found for name in each.names]
    items = [_Item(frozenset(n for n in each.names if taken.count(n) == 1), each.figure) for each in found[:_MOST]]
    return items if len(units) == 1 and len(nouns) <= 1 and all(each.names for each in items) else []


_MOST = 20
"""Things of a sentence that are looked at."""


def _read(figure: Figure) -> Figure:
    """A number whose thousands stand apart, as one."""
    return replace(figure, value=Decimal(re.sub(r"\D", "", figure.raw))) if _GROUPED.fullmatch(figure.raw) else figure


def _capitals(text: str) -> frozenset[str]:
    found = (match[0] for match in _NAME.finditer(text))
    return frozenset(each for each in found if each[0].isupper() and each.lower() not in STOP_WORDS)
