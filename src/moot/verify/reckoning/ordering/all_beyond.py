"""Do all of a kind lie above a bound, or none: "all bids were above £4 million" beside a column or a list of bids.

We speak where the claim says nothing but the kind, the bound and what has it, so that all values of the one column or
list are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from moot.text import figures
from moot.text.figures import Bound, Figure
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stems
from moot.verify.comparing.paired import LONGEST
from moot.verify.reckoning.given import context
from moot.verify.reckoning.given.held import bound
from moot.verify.reckoning.given.tables import Grid
from moot.verify.reckoning.ordering import listed
from moot.verify.reckoning.ordering.superlatives import Verdict
from moot.words import Document

_QUANTIFIED = lazy_re(
    r"(?P<some>\bnot[\s\xa0](?:quite[\s\xa0])?(?:all|every|each)\b)|"
    r"(?P<none>(?<!with )\b(?:none|no(?![\s\xa0](?:more|less|fewer|\w+er|longer)\b)|neither)\b)|"
    r"(?P<all>(?<!nearly )(?<!almost )(?!(?<=\bat )all\b(?![\s\xa0](?:the[\s\xa0])?[a-z]+s\b))"
    r"(?<!\babove )(?<!\bafter )(?<!\bof )\b(?:all|every|each)\b"
    r"(?![\s\xa0](?:but|told|year|day|week|month|time)\b))",
    re.IGNORECASE,
)
_EQUAL_TOO = lazy_re(
    r"(?:\bat[\s\xa0](?:the[\s\xa0])?(?:least|most)|\b(?:no|not|never)[\s\xa0](?:\w+[\s\xa0]than|below|above|under|over)|"
    r"\b(?:minimum|maximum)[\s\xa0]of|\bup[\s\xa0]to|\bwithin|[≥≤]|[<>]=)[\s\xa0]*$",
    re.IGNORECASE,
)
_OR_MORE = lazy_re(r"[\s\xa0](?:[a-z]+[\s\xa0])?or[\s\xa0](?:more|less|fewer|over|under|above|below)\b", re.IGNORECASE)
_LOOSE = lazy_re(
    r"\b(?:nearly|almost|close to|about|around|roughly|approaching|some|past|barely|well|far|just)"
    r"(?:[\s\xa0](?:over|under|above|below))?[\s\xa0]*$",
    re.IGNORECASE,
)
_OPEN = lazy_re(
    r"\b(?:if|would|should|must|shall|may|might|could|can|will|expected|planned|on average|average|mean|together|"
    r"combined|total|sum|except|but|other than|apart from)\b|\?|n[’']t\b",
    re.IGNORECASE,
)
_BEYOND = frozenset(
    stems("""
        all every each none no neither not quite least most more less fewer over under above below exceed
        exceeds exceeding exceeded than minimum maximum up to within higher lower longer shorter larger
        smaller wider narrower taller deeper heavier older younger lighter hotter warmer colder cooler dearer
        cheaper greater bigger thicker was were is are had has have stood lay ran came cost costs costing
        weighed lasted measured measures got one ones them value values figure figures amount amounts
    """)
)
"""Words of a claim that tell no kind."""
_OF_SIZE = {
    "length": lexicon("longer shorter"),
    "height": lexicon("taller higher"),
    "width": lexicon("wider narrower"),
    "weight": lexicon("heavier lighter weighed"),
    "temperatur": lexicon("hotter warmer colder cooler"),
    "age": lexicon("older younger"),
    "depth": lexicon("deeper shallower"),
    "cost": lexicon("dearer cheaper cost costs"),
    "price": lexicon("dearer cheaper cost costs"),
}
"""By the stem of a head, words that measure what it names."""
_FEWEST = 2


def judged(claim: str, grids: Sequence[Grid], units: Sequence[str], documents: Sequence[Document]) -> Verdict | None:
    """What the values of a column, or those that one sentence lists, say; None where they do not tell."""
    claim = claim[:LONGEST]
    found = list(_QUANTIFIED.finditer(claim))
    given = [each for each in figures.find(claim) if each.counts and not (each.word and not each.unit)]
    if len(found) != 1 or len(given) != 1 or _OPEN.search(claim[found[0].end() :]):
        return None
    (limit,) = given
    if limit.bound not in (Bound.OVER, Bound.UNDER) or limit.high is not None or _LOOSE.search(claim, 0, limit.start):
        return None
    quantifier = next(name for name, said in found[0].groupdict().items() if said)
    equal = bool(_EQUAL_TOO.search(claim, 0, limit.start) or _OR_MORE.match(claim, limit.end))
    about = frozenset(stems(f"{claim[: limit.start]} {claim[limit.end :]}")) - _BEYOND - frozenset(stems(limit.noun))
    told = [(values, True) for unit in units for values in _listed(unit[:LONGEST], limit, about)]
    told += [
        (values, listed.is_whole(grid, documents))
        for grid in grids
        for values in _columns(claim, limit, about, grid, listed.above(grid, documents))
    ]
    if len(told) != 1:
        return None
    (values, whole), *_ = told
    beyond = [_beyond(each, limit, equal=equal) for each in values]
    right = {"all": all(beyond), "none": not any(beyond), "some": not all(beyond)}[quantifier]
    odd = next((each for each, is_ in zip(values, beyond, strict=True) if is_ is (quantifier == "none")), values[0])
    if right:
        sure = whole or quantifier == "some"
        return Verdict(True, f"all of the {len(values)} values of its source do so") if sure else None
    return Verdict(False, f"the claim says “{found[0][0].lower()}”, its source has {odd.line}")


def _beyond(value: Figure, limit: Figure, *, equal: bool) -> bool:
    difference = (value.value - limit.value) * (1 if limit.bound is Bound.OVER else -1)
    return difference > 0 or (equal and difference == Decimal(0))


def _listed(unit: str, limit: Figure, about: frozenset[str]) -> Iterator[list[Figure]]:
    """The values of a sentence that says no more than the claim but them."""
    found = [each for each in figures.find(unit) if each.counts]
    alike = [each for each in found if (each.kind, each.unit) == (limit.kind, limit.unit) and _is_plain(each)]
    said = frozenset(stems(" ".join(words for _, words in bound(unit)[:1])))
    said = frozenset(each for each in said if not each[0].isdigit()) - _BEYOND
    if len(found) == len(alike) >= _FEWEST and about and said == about and bool(limit.unit):
        yield alike


def _columns(claim: str, limit: Figure, about: frozenset[str], grid: Grid, above: str) -> Iterator[list[Figure]]:
    """The values of the columns of which the claim may speak."""
    rows = listed.labels(grid)
    keys = frozenset(each for column in grid.keys for each in stems(grid.heads[column]))
    around = keys | frozenset(stems(above))
    for column, head in enumerate(grid.heads):
        if column in grid.keys:
            continue
        names = frozenset(stems(head))
        sized = any(_said(claim, words) for name, words in _OF_SIZE.items() if name in names)
        if not (names & about or sized) or not about <= names | around:
            continue
        values = [_measured(grid, row, column) for row in rows]
        if len(values) >= _FEWEST and all(
            each and each.kind is limit.kind and each.unit == limit.unit for each in values
        ):
            yield [each for each in values if each]


def _said(claim: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint(re.findall(r"[a-z]+", claim.lower()))


def _measured(grid: Grid, row: int, column: int) -> Figure | None:
    """The one value of a cell, in the unit of its head."""
    cells = grid.rows[row]
    found = [each for each in figures.find(cells[column].text) if each.counts] if column < len(cells) else []
    if len(found) != 1 or not _is_plain(found[0]):
        return None
    known = context.measure(grid.heads[column]) if not found[0].unit and found[0].scale == 1 else None
    return found[0].measured_as(known) if known else found[0]


def _is_plain(figure: Figure) -> bool:
    return figure.high is None and figure.bound is Bound.NONE and not figure.is_fraction
