"""Does the evidence say what the claim says? A signal: the probability that verifiers give, each vote kept."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from moot.evidence.cited import Cited, places
from moot.evidence.library import Library
from moot.evidence.line import line
from moot.text import countries, figures
from moot.text.figures import FigureKind
from moot.text.terms import stems, words
from moot.text.tongue import ENGLISH, small, tongue
from moot.verify.check import finding
from moot.verify.comparing import (
    bearers,
    foreign,
    framed,
    german,
    in_order,
    labelled,
    marked,
    measured,
    naught,
    verbatim,
    whose,
)
from moot.verify.comparing.several import several
from moot.verify.names import PLACES
from moot.verify.reckoning.given import tables
from moot.verify.reckoning.given.tables import Grid
from moot.verify.reckoning.said_of import written_out
from moot.verify.verifier import Pair, Score, Verifier
from moot.verify.verifiers.embedded import Embedded, embedded
from moot.verify.verifiers.trained import trained
from moot.verify.votes import odds
from moot.words import Claim, ClaimKind, Document, Finding, Outcome, Place, Source, Vote

_TOO_LITTLE = "the evidence has too little of what the claim says"
_OTHERWISE = "the evidence has the words of the claim and does not seem to say it"
_IN_ORDER = "one sentence of the evidence has every word of the claim in its order, in some form"
_SCATTERED = "the evidence has every word of the claim, in some form, and no sentence of it has them in their order"
_TURNED = "the evidence does not have “{}” of the claim, but “{}”: to be read by a person"
_ALIKE = 4
"""Letters with which a place and what is of it begin."""
_NAMED = 5
"""Words of the claim that a reason names as missing."""
_NAMING = 120
"""Characters of a sentence that a reason names."""


@dataclass(frozen=True)
class Ground:
    """A cited passage under the title, date and heading that stand over it, and where its first quote stands."""

    source: str
    text: str
    place: Place
    document: Document
    grid: Grid | None = None
    """Of a table."""

    def is_own(self, who: frozenset[str]) -> bool:
        """Whether it is what they say themselves."""
        return whose.own(who, self.document, self.text)


@dataclass(frozen=True)
class Voted:
    """What the verifiers say of a claim, or of one sentence of it."""

    said: Claim
    """With the text of that sentence."""
    votes: tuple[Vote, ...]

    @property
    def whole(self) -> list[Vote]:
        """Those over all sources together."""
        return [vote for vote in self.votes if vote.source is None]

    @cached_property
    def score(self) -> float | None:
        return round(statistics.fmean(vote.score for vote in self.whole), 3) if self.whole else None

    @cached_property
    def odds(self) -> float:
        return math.inf if self.score is None else odds(self.whole, self.score)


class Entailment:
    """Scores stated claims against the passages that their quotes lie in.

    A claim of several sentences is worth what the worst of them is (`several`), or the whole where that is less. The
    score is the mean over the verifiers; whether it holds is what their votes come to, each by its weight (`votes`).
    Where a claim cites several sources, each is also scored alone, as a vote. A unit goes by the name that the
    passages have for it (`measured`), what is of a country by that of the country (`countries`), who bears a post by
    that (`bearers`), and "no" by the 0 of the cell that the claim names (`naught`). That somebody says it is not looked
    for in what they say themselves (`whose`). What a claim says of where it was read is not looked for (`framed`; of a
    file's marks `marked`), nor the label that a file's list gives it (`labelled`), and what it cites in another
    language than its own is not compared (`foreign`): where it cites nothing else, it stays unchecked. So does what an
    audited file words like its evidence in a language that is not English, and does not stand there word for word
    (`verbatim`). No verifier reads German: what a seat drafts in it holds too where one sentence of the evidence has
    every word of it in its order (`in_order`), in some form but for words of saying (`german`); it stays unchecked
    where the words are scattered, or where the evidence has the opposite of one. A row that is written out is no
    sentence, and no verifier's (`written_out`).
    """

    name = "entailment"
    gate = False

    def __init__(self, others: Sequence[Verifier] = ()) -> None:
        """`others` vote beside the two that are shipped."""
        self._verifiers = (embedded(), trained(), *others)

    @property
    def version(self) -> str:
        return "; ".join(("13", *(f"{verifier.name} {verifier.version}" for verifier in self._verifiers)))

    def prepare(self) -> None:
        """Load the weights."""
        for verifier in self._verifiers:
            prepare = getattr(verifier, "prepare", None)
            if prepare is not None:
                prepare()

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        asked = [claim for claim in claims if claim.kind is ClaimKind.STATED and claim.citations]
        cited = [library.cited(claim) for claim in asked]
        told = " ".join(claim.text for claim in claims)
        tongues = [
            [foreign.apart(claim.text, each, told) for each in mine] for claim, mine in zip(asked, cited, strict=True)
        ]
        grounds = [
            _grounds([each for each, tongue in zip(mine, others, strict=True) if tongue is None], library)
            for mine, others in zip(cited, tongues, strict=True)
        ]
        said = [(n, each) for n, claim in enumerate(asked) for each in (claim, *_sentences(claim))]
        voted: list[list[Voted]] = [[] for _ in asked]
        votes = self._votes([each for _, each in said], [grounds[n] for n, _ in said])
        for (n, each), mine in zip(said, votes, strict=True):
            voted[n].append(Voted(each, tuple(mine)))
        worst = [min(mine, key=lambda each: each.odds) for mine in voted]
        return [self._finding(*each, told) for each in zip(asked, cited, grounds, worst, tongues, strict=True)]

    def _votes(self, claims: Sequence[Claim], grounds: Sequence[Sequence[Ground]]) -> list[list[Vote]]:
        """For each claim what each verifier says: over all of its grounds, then over each where there are several."""
        asked: list[tuple[int, str | None, Pair]] = []
        for n, (claim, mine) in enumerate(zip(claims, grounds, strict=True)):
            asked.append((n, None, _pair(claim, mine)))
            sources = dict.fromkeys(each.source for each in mine)
            if len(sources) > 1:
                alone = {id: [each for each in mine if each.source == id] for id in sources}
                asked += [(n, id, _pair(claim, each)) for id, each in alone.items()]
        votes: list[list[Vote]] = [[] for _ in claims]
        for verifier in self._verifiers:
            scores = verifier.score([pair for _, _, pair in asked])
            for (n, source, _), score in zip(asked, scores, strict=True):
                if score is not None:
                    votes[n].append(_vote(verifier, source, score, grounds[n]))
        return votes

    def _finding(
        self,
        claim: Claim,
        cited: Sequence[Cited],
        grounds: Sequence[Ground],
        voted: Voted,
        tongues: Sequence[str | None],
        told: str,
    ) -> Finding:
        other = next(filter(None, tongues), None)
        row = written_out.judged(
            claim.text, [each.grid for each in grounds if each.grid], [g.document for g in grounds]
        )
        if row:
            return finding(self, claim, Outcome.HOLDS, row.reason, places=places(cited))
        unread = _unread(claim, cited, grounds, told)
        language = foreign.unread(claim.text, cited, told)
        if voted.score is not None and unread and voted.odds >= 0:
            outcome, reason = Outcome.UNCHECKED, foreign.unreadable(unread)
        elif voted.score is not None and language == german.TONGUE and (judged := _in_german(voted, grounds)):
            outcome, reason = judged
        elif voted.score is not None and voted.odds >= 0:
            outcome, reason = Outcome.HOLDS, "the wording of the evidence covers the claim"
        elif other:
            outcome, reason = Outcome.UNCHECKED, foreign.uncompared(other)
        elif voted.score is None:
            outcome, reason = Outcome.UNCHECKED, "there is no located quote to compare with"
        else:
            worded = any(vote.supports and vote.by == Embedded.name for vote in voted.whole)
            missing = _missing(_said(voted.said, grounds), [ground.text for ground in grounds], language)
            outcome, reason = Outcome.FAILS, _OTHERWISE if worded else _lacking(missing)
            if voted.said is not claim:
                reason = f"of “{line(voted.said.text, _NAMING)}” {reason}"
        return finding(
            self,
            claim,
            outcome,
            reason,
            places=places(cited),
            score=voted.score,
            votes=voted.votes if len(voted.votes) > 1 else (),
        )


def _unread(claim: Claim, cited: Sequence[Cited], grounds: Sequence[Ground], told: str) -> str | None:
    """The language that no verifier reads, of a claim that does not stand in its evidence word for word.

    Only of one that came from outside: what a seat drafts has quotes of its own choice, and others may challenge it.
    """
    language = foreign.unread(claim.text, cited, told) if claim.references else None
    if language is None:
        return None
    texts, grids = [each.text for each in grounds], [each.grid for each in grounds if each.grid]
    return None if verbatim.stands(_said(claim, grounds), texts, grids, language) else language


def _in_german(voted: Voted, grounds: Sequence[Ground]) -> tuple[Outcome, str] | None:
    """What words tell of what a seat drafts in German: no verifier reads it, and far vectors prove nothing.

    None where they tell nothing: the votes do.
    """
    if voted.said.references:
        return None
    said, texts = _said(voted.said, grounds), [ground.text for ground in grounds]
    missing = _missing(said, texts, german.TONGUE)
    turned = list(german.turned(missing, words("\n".join(texts))))
    if turned and (voted.odds >= 0 or len(turned) == len(missing)):
        return Outcome.UNCHECKED, _TURNED.format(*turned[0])
    if not missing and voted.odds >= 0 and in_order.exchanged(said, texts):
        return Outcome.UNCHECKED, _SCATTERED
    if missing or voted.odds >= 0:
        return None
    return (Outcome.HOLDS, _IN_ORDER) if in_order.stands(said, texts) else (Outcome.UNCHECKED, _SCATTERED)


def _sentences(claim: Claim) -> list[Claim]:
    """Those of a claim that has several, each as a claim."""
    return [claim.model_copy(update={"text": text}) for text in several(claim.text)]


def _vote(verifier: Verifier, source: str | None, score: Score, grounds: Sequence[Ground]) -> Vote:
    place = grounds[score.best].place if source is None else None
    supports = score.probability >= verifier.threshold
    return Vote(by=verifier.name, source=source, score=score.probability, supports=supports, place=place)


def _said(claim: Claim, grounds: Sequence[Ground]) -> str:
    """What is looked for of the claim in its grounds."""
    cited = marked.unmarked(claim)
    said, who = framed.unframed(cited), whose.speaker(cited)
    if claim.references:  # of a file, whose lists have labels
        said = labelled.unlabelled(said, [each.text for each in grounds])
    if who and grounds and all(each.is_own(who) for each in grounds):
        said = whose.said(said)
    return f"{claim.about}: {said}" if claim.about else said


def _pair(claim: Claim, grounds: Sequence[Ground]) -> Pair:
    texts = tuple(each.text for each in grounds)
    said = naught.counted(_said(claim, grounds), [each.grid for each in grounds if each.grid is not None])
    said = countries.as_there(measured.as_there(said, texts), texts)
    said = bearers.as_there(said, texts, [each.document.text for each in grounds])
    return Pair(said, texts)


def _grounds(cited: Sequence[Cited], library: Library) -> list[Ground]:
    """One a passage, in the order of citing; the same passage gives the same text for every claim.

    What a source says to models does not count: it stands in no way for what surrounds it.
    """
    found: dict[str, Ground] = {}
    for each in cited:
        if each.passage is None or each.document is None or each.place is None or each.passage.id in found:
            continue
        source = each.document.source
        passage = library.quotable(each.passage)
        grid = tables.read(passage)
        lines = (_titled(source), passage.heading, passage.text if grid is None else _told(grid))
        found[each.passage.id] = Ground(
            source.id, "\n\n".join(line for line in lines if line), each.place, each.document, grid
        )
    return list(found.values())


def _told(grid: Grid) -> str:
    """A table row by row in words, each cell with the head of its column: bare rows are far from any sentence."""
    return "\n\n".join(grid.told(row) for row in range(len(grid.rows)))


def _titled(source: Source) -> str:
    """Title and date of a source in words: a claim may say "by the note of 7 April" without a quote for it."""
    try:
        day = date.fromisoformat(source.date or "")
    except ValueError:
        return source.title
    return f"{source.title}, {day.day} {day:%B %Y}"


def _has(word: str, there: Set[str]) -> bool:
    """Whether the word is among the stems; "Turkish" is where "Turkey" is."""
    of_place = word in PLACES and any(other in PLACES and other[:_ALIKE] == word[:_ALIKE] for other in there)
    return of_place or not there.isdisjoint(stems(word))


def _missing(claim: str, texts: Sequence[str], language: str | None) -> list[str]:
    """The words of the claim that the evidence has in no form, but for small ones and for figures, which may follow
    from others: of them `Figures` tells. In German but for words of saying too.
    """
    whole = "\n".join(texts)
    there = set(stems(whole)).union(*(small(tongue(text) or ENGLISH) for text in (claim, whole)))
    for figure in reversed(figures.find(claim)):
        if figure.kind is not FigureKind.NAME:
            claim = f"{claim[: figure.start]} {claim[figure.end :]}"
    missing = [word for word in dict.fromkeys(words(claim)) if stems(word) and not _has(word, there)]
    return german.missing(missing, words(whole)) if language == german.TONGUE else missing


def _lacking(missing: Sequence[str]) -> str:
    said = ", ".join(f"“{word}”" for word in missing[:_NAMED])
    return f"{_TOO_LITTLE}; nothing on {said}" if said else _TOO_LITTLE
