"""One claim against some texts: the whole referee's word as one finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from moot.evidence.cited import Cited
from moot.evidence.library import Library
from moot.evidence.media.storable import storable
from moot.evidence.nearest import Units
from moot.text.embedding import shared
from moot.text.utf8 import sha256
from moot.verify import of_another
from moot.verify.comparing import foreign
from moot.verify.comparing.several import several
from moot.verify.precision import threshold
from moot.verify.referee import Referee
from moot.verify.texts import as_library, tabled, written
from moot.verify.weigh import SUPPORTED, weigh
from moot.words import Claim, ClaimKind, Finding, Outcome, Place, Reference, Vote, findings_by_claim

_OF_CITING = frozenset({"references", "topic", "links"})
"""Checks of how a report cites: here nobody does, and a folder may speak of other things too."""
SEARCHED = 200
"""Passages of a library that are looked through; of a larger one, those that a search for the claim finds."""


def verify(
    claim: str, passages: str | Iterable[str], referee: Referee | None = None, *, precision: float | None = None
) -> Finding:
    """Do the passages support the claim? A string is one passage.

    `score` is the probability, `places` where it is decided, best first. `holds`: supported. `fails`: the reason says
    what differs or is missing. `unchecked`: nothing differs, but a gate could not be asked, or all evidence is in
    another language. `votes`: what each verifier says. With `precision`, such as .9, it holds only where so many of ten
    claims are rightly said to be supported; raises `UsageError` for one that cannot be reached, and `TypeError` for a
    claim or passage that is no string, or a precision that is no number.
    The places' source is `S1` for the first passage, `S2` for the second, with offsets in that text.
    """
    texts = [passages] if isinstance(passages, str) else list(passages)
    for what, said in (("claim", claim), *((f"passage {n}", text) for n, text in enumerate(texts, 1))):
        if not isinstance(said, str):  # pyright: ignore[reportUnnecessaryIsInstance] (callers need not check types)
            raise TypeError(f"The {what} must be a string, not {type(said).__name__}.")
    if not isinstance(precision, int | float | None):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"The precision must be a number, such as 0.9, not {type(precision).__name__}.")
    texts = list(map(storable, texts))
    read = tabled(texts)
    found = check(claim, as_library(read), referee or Referee(), precision=precision)
    return found.model_copy(update={"places": tuple(written(each, texts, read) for each in found.places)})


def check(claim: str, library: Library, referee: Referee, *, precision: float | None = None) -> Finding:
    """The same over documents that were read. Of several sentences the worst decides: what bears out one is no word
    for the next.
    """
    least = SUPPORTED if precision is None else threshold(precision)
    referee = Referee([each for each in referee.checks if each.name not in _OF_CITING])
    few = len(library.passages) <= SEARCHED
    claim = " ".join(storable(claim).split())
    passages = library.passages if few else library.search(claim, SEARCHED)
    asked = [
        of_another.without(each, library)
        for each in _claims(claim, Units(passages, shared(), library.quotable), library)
    ]
    whole = asked[0]
    if not any(map(str.isalnum, claim)):
        return _word(whole, Outcome.FAILS, 0.0, "it has no word, and says nothing", referee, ())
    if not whole.citations:
        return _word(whole, Outcome.FAILS, 0.0, "nothing in the evidence speaks of it", referee, ())
    findings = findings_by_claim(referee.findings(asked, library))
    weighed = {each: weigh(findings.get(each.id, ())) for each in asked}
    worst = min(asked, key=lambda each: weighed[each].probability)
    found = weighed[worst]
    votes = tuple(vote for finding in findings.get(worst.id, ()) for vote in finding.votes)
    places = tuple(cited.place for cited in library.cited(whole) if cited.place)
    decisive = tuple(_around(place, places) for finding in found.against for place in finding.places)
    other = _foreign(whole.text, library.cited(whole)) or next(
        filter(None, map(_unread, findings.get(worst.id, ()))), ""
    )
    if found.probability >= least:
        unrun = next((each.reason for each in findings.get(worst.id, ()) if _not_run(each)), "")
        if unrun:
            return _word(whole, Outcome.UNCHECKED, found.probability, unrun, referee, places, votes)
        if other:
            said = f"nothing in it speaks against it, but {other}"
            return _word(whole, Outcome.UNCHECKED, found.probability, said, referee, places, votes)
        return _word(whole, Outcome.HOLDS, found.probability, "the evidence supports it", referee, places, votes)
    short = f"its probability is below {least:.2f}, from which on {precision:.0%} are right" if precision else ""
    reason = "; ".join(each for each in (found.reason, other, short) if each)
    said = reason if worst is whole else f"of “{worst.text}” {reason}"
    return _word(whole, Outcome.FAILS, found.probability, said, referee, decisive or places, votes)


def _claims(text: str, units: Units, library: Library) -> list[Claim]:
    """The whole, which cites what is nearest to any of its sentences, then each sentence where there are several.

    What is said again says no more.
    """
    said = tuple(dict.fromkeys(several(text)))
    told = (" ".join(said), *(said if len(said) > 1 else ())) if said else (text,)
    near = [units.nearest(each) for each in told]
    all_ = tuple(dict.fromkeys(each for mine in near for each in mine))
    references = tuple(
        Reference(mark="it", entry=source.title or source.id, source=source.id) for source in library.sources
    )
    return [
        Claim(id=f"c{n}", kind=ClaimKind.STATED, text=each, citations=mine or all_, references=references)
        for n, (each, mine) in enumerate(zip(told, [all_, *near[1:]], strict=True), 1)
    ]


def _foreign(text: str, cited: Sequence[Cited]) -> str:
    """That wording is not compared, where all that is cited is in another language than the claim."""
    others = [foreign.apart(text, each) or foreign.seems(text, each) for each in cited]
    return foreign.uncompared(others[0]) if others and others[0] and all(others) else ""


def _unread(finding: Finding) -> str:
    """Why a claim that is worded like its evidence is not borne out by that; empty where it is, or is not so worded."""
    return finding.reason if finding.check == "entailment" and finding.outcome is Outcome.UNCHECKED else ""


def _not_run(finding: Finding) -> bool:
    """Whether a gate could not be asked: nothing passes it."""
    return finding.gate and finding.outcome is Outcome.UNCHECKED


def _around(place: Place, places: Sequence[Place]) -> Place:
    """The sentence or row in which a figure stands: alone it tells nobody what it is of."""
    whole = (each for each in places if each.source == place.source)
    return next((each for each in whole if each.start <= place.start and place.end <= each.end), place)


def _word(
    claim: Claim,
    outcome: Outcome,
    score: float,
    reason: str,
    referee: Referee,
    places: Sequence[Place],
    votes: tuple[Vote, ...] = (),
) -> Finding:
    versions = "; ".join(f"{name} {version}" for name, version in referee.versions.items())
    return Finding(
        check="referee",
        version=sha256(versions)[:12],
        claim=claim.id,
        outcome=outcome,
        gate=False,
        reason=reason,
        places=tuple(dict.fromkeys(places)),
        score=score,
        votes=votes,
    )
