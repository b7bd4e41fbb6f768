"""Does an inference rest on claims that exist, and say nothing beyond them? Gate; the latter a signal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from moot.evidence.library import Library
from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree
from moot.verify.check import finding
from moot.verify.inferring.beyond import VERSION, Ground, beyond
from moot.verify.reckoning.given.quantities import Names, quantities
from moot.verify.relating.figure_pairs import same_share
from moot.verify.relating.timed import exactly
from moot.verify.relating.times import times
from moot.words import Claim, ClaimKind, Document, Finding, Outcome, Source


class Premises:
    """The premises of an inferred claim are named, exist among the claims given, and do not lead back to it.

    A figure of the claim must be a figure of a premise: an inference brings no number of its own. Small numbers in
    words are left alone, and a date may be that of a source which a premise cites.

    What else it says beyond its premises, or against them, is doubted only (`beyond`): that finding is a signal.
    """

    name = "premises"
    version = f"12+{VERSION}"
    gate = True

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        known = {claim.id: claim for claim in claims}
        names = Names(library)
        asked = [claim for claim in claims if claim.kind is ClaimKind.INFERRED]
        return [self._finding(claim, known, names, library) for claim in asked]

    def _finding(self, claim: Claim, known: Mapping[str, Claim], names: Names, library: Library) -> Finding:
        problem = _problem(claim, known) or _figures(claim, known, names, library)
        doubt = "" if problem else beyond(claim.text, _ground(claim, known, library))
        return finding(
            self,
            claim,
            Outcome.unless(problem or doubt),
            problem or doubt or f"follows from {', '.join(claim.premises)}",
            gate=not doubt,
        )


def _ground(claim: Claim, known: Mapping[str, Claim], library: Library) -> Ground:
    premises = [known[premise] for premise in claim.premises]
    cited = {document.source.id: document for document in _documents(premises, known, library)}
    texts = tuple(f"{_headed(each.source)}\n{each.text}" for each in cited.values())
    told = tuple(f"{each.about}: {each.text}" if each.about else each.text for each in premises)
    return Ground(told, texts, library.question)


def _headed(source: Source) -> str:
    return " ".join(f"{source.title}, {source.author or ''}".split())


def _problem(claim: Claim, known: Mapping[str, Claim]) -> str:
    if not claim.premises:
        return "names no premise"
    if claim.id in claim.premises:
        return "rests on itself"
    missing = [premise for premise in claim.premises if premise not in known]
    if missing:
        return f"premise {', '.join(missing)} is not a claim of this draft"
    return f"rests on itself by way of {', '.join(claim.premises)}" if _circular(claim, known) else ""


def _circular(claim: Claim, known: Mapping[str, Claim]) -> bool:
    seen: set[str] = set()
    waiting = list(claim.premises)
    while waiting:
        id = waiting.pop()
        if id == claim.id:
            return True
        if id not in seen and id in known:
            seen.add(id)
            waiting.extend(known[id].premises)
    return False


def _figures(claim: Claim, known: Mapping[str, Claim], names: Names, library: Library) -> str:
    premises = [known[premise] for premise in claim.premises]
    there = [figure for premise in premises for figure in figures.find(premise.text)]
    there += [figure for date in _dates(premises, known, library) for figure in figures.find(date)]
    said = {word.strip(",.;:!?()") for premise in premises for word in premise.text.split()}
    told = [time for premise in premises for time in times(premise.text)]
    here = [time.span for time in times(claim.text) if any(exactly(time, other) for other in told)]
    for figure in quantities(claim.text, names):
        counts_things = figure.word and figure.scale == 1 and not figure.unit
        if counts_things or figure.raw in said or any(span.touches(figure.span) for span in here):
            continue
        if not _held(figure, there):
            return f"{figure.raw} is in none of its premises"
    return ""


def _dates(premises: Sequence[Claim], known: Mapping[str, Claim], library: Library) -> set[str]:
    """The dates of the sources that the premises cite, and theirs: an inference may say how old its ground is."""
    return {document.source.date for document in _documents(premises, known, library) if document.source.date}


def _documents(premises: Sequence[Claim], known: Mapping[str, Claim], library: Library) -> Iterator[Document]:
    """What the premises cite, and theirs; one that is cited twice comes twice."""
    waiting, seen = list(premises), set[str]()
    while waiting:
        premise = waiting.pop()
        if premise.id not in seen:
            seen.add(premise.id)
            waiting += [known[id] for id in premise.premises if id in known]
            yield from (each.document for each in library.cited(premise) if each.document)


def _held(figure: Figure, there: Sequence[Figure]) -> bool:
    """A range of years is there too where both its years are."""
    if any(_same(figure, other) or same_share(figure, other) for other in there):
        return True
    years = figure.kind is FigureKind.DATE and figure.high is not None
    return years and all(any(_same(end, other) for other in there) for end in figure.ends)


def _same(claimed: Figure, found: Figure) -> bool:
    bare = claimed.kind is FigureKind.NAME or not claimed.unit or not found.unit
    return agree(claimed, found) or (bare and claimed.written == found.written)
