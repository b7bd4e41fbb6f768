"""Where a newer source says otherwise than the one that a claim cites, as far as the debate or the checks found it.

Told from what was upheld (a challenge that a newer source has overtaken the older, or contradicts it), from the sides
of a disagreement, and from what the check on dates found. Newer is what was published more than a year later: that a
sentence speaks of years past makes no source old.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from moot.debate.standing import DISAGREE
from moot.report.shape import ChallengeView, ClaimView, Older, Quoted
from moot.text import figures
from moot.text.iso import overtaken
from moot.text.lazy import lazy_re
from moot.words import ChallengeKind, Draft, Outcome, Standing, Verdict

_KINDS = (ChallengeKind.STALE, ChallengeKind.CONFLICT)
_YEAR = lazy_re(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")
_CHECK = "dates"


def older(
    claims: Sequence[ClaimView],
    challenges: Sequence[ChallengeView],
    draft: Draft,
    dates: Mapping[str, str],
    numbers: Mapping[str, int],
) -> dict[str, tuple[Older, ...]]:
    """By claim id: of the sources that it cites those that a newer one overtakes. `dates`: of sources by id."""
    against: dict[str, list[tuple[int, str]]] = {view.claim.id: [] for view in claims}
    for id, source in (*_upheld(challenges), *_found(claims, challenges), *_sides(claims, draft, dates)):
        if id in against and source in dates and source in numbers:
            against[id].append((numbers[source], dates[source]))
    told = ((view.claim.id, tuple(_marks(view, against[view.claim.id], dates))) for view in claims)
    return {id: marks for id, marks in told if marks}


def _marks(view: ClaimView, against: Sequence[tuple[int, str]], dates: Mapping[str, str]) -> Iterator[Older]:
    cited = {quote.number: dates.get(quote.source) for quote in view.quotes if quote.number}
    for number, date in cited.items():
        newer = [(by, told) for by, told in against if by not in cited and overtaken(date, told)]
        if newer and view.standing is not Standing.WITHDRAWN:
            by, told = max(newer, key=lambda each: (each[1], -each[0]))
            yield Older(number=number, by=by, date=told)


def _upheld(challenges: Iterable[ChallengeView]) -> Iterator[tuple[str, str]]:
    """Claim and the sources that were quoted against it."""
    for view in challenges:
        held = view.shown or (view.ruling is not None and view.ruling.verdict is Verdict.UPHELD)
        if view.challenge.claim and view.challenge.kind in _KINDS and held:
            yield from ((view.challenge.claim, quote.source) for quote in view.quotes)


def _found(claims: Iterable[ClaimView], challenges: Iterable[ChallengeView]) -> Iterator[tuple[str, str]]:
    """What the check on dates found and nobody refuted."""
    refuted = {
        view.challenge.claim
        for view in challenges
        if _CHECK in view.challenge.findings and view.ruling and view.ruling.verdict is Verdict.DISMISSED
    }
    for view in claims:
        for finding in view.findings if view.claim.id not in refuted else ():
            if finding.check == _CHECK and finding.outcome is Outcome.FAILS:
                yield from ((view.claim.id, place.source) for place in finding.places)


def _sides(claims: Sequence[ClaimView], draft: Draft, dates: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The sides of disagreements, each against the others; what the document says elsewhere of the same is one too."""
    views = {view.claim.id: view for view in claims}
    for disagreement in draft.disagreements:
        sides = [views[side.id] for side in disagreement.sides if side.id in views]
        for one in sides:
            alike = [one, *(view for view in claims if _says(view, one))]
            for other in sides:
                for quote in other.quotes if other is not one else ():
                    if quote.source in dates and not _of_before(quote, one, dates):
                        yield from ((view.claim.id, quote.source) for view in alike)


def _of_before(newer: Quoted, older: ClaimView, dates: Mapping[str, str]) -> bool:
    """Whether the newer quote itself speaks of a time before the older source was published."""
    last = max(_YEAR.findall(newer.marked), default="9999")
    return any(last < dates[quote.source][:4] for quote in older.quotes if quote.source in dates)


def _says(view: ClaimView, side: ClaimView) -> bool:
    """Whether a claim says what a side says: it quotes the same words, and is told as a side or gives its figure."""
    if not _quote_alike(view, side):
        return False
    wanted = figures.find(side.claim.text)
    given = figures.find(view.claim.text)
    return view.basis in DISAGREE or any(figures.agree(one, each) for one in wanted for each in given)


def _quote_alike(one: ClaimView, other: ClaimView) -> bool:
    return any(
        mine.source == theirs.source
        and mine.start is not None
        and theirs.start is not None
        and mine.start < (theirs.end or 0)
        and theirs.start < (mine.end or 0)
        for mine in one.quotes
        for theirs in other.quotes
    )
