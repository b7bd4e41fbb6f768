"""The next draft of an author without a model: quoted sentences added, conflicts shown, conditions restored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from moot.readers import (
    composing,
    contested,
    coverage,
    drafting,
    objections,
    questions,
    selection,
    tables,
    titles,
)
from moot.readers.candidates import Candidate, quoted
from moot.readers.conflict import Conflict, akin, gives_both, same, sides
from moot.readers.drafting import ALSO_SECTION, ANSWER_MOST, ANSWER_TITLE, OPEN_SECTION, PER_SECTION
from moot.readers.matter import Matter
from moot.readers.objections import condition_after
from moot.readers.questions import Sort
from moot.readers.readings import Reading
from moot.text import figures
from moot.text.counted import counted
from moot.words import (
    PERSON,
    Challenge,
    ChallengeKind,
    ChallengeTask,
    Citation,
    Claim,
    ClaimKind,
    Disagreement,
    Draft,
    Drafting,
    DraftTask,
    Edit,
    Form,
    Outcome,
    ReviseTask,
    Revision,
)

ASKED_FOR = 0.6
"""Of what bears on a question, enough to be told to who asked in a few words."""


def revision(task: ReviseTask, matter: Matter) -> Revision:
    """Edits and disagreements, because of the upheld challenges only."""
    ids = _fresh(task.draft)
    edits: list[Edit] = []
    shown: list[Challenge] = []
    for challenge in task.challenges:
        if contested.between_drafts(challenge) and challenge.claim:
            edits.append(_other_way(task, matter, challenge))
        elif challenge.kind in contested.ABOUT_SOURCES and not _failed(task, challenge):
            if _is_overtaken(matter, challenge):
                edits += _with_newer(task.draft, matter, challenge, ids)
            else:
                shown.append(challenge)
        else:
            edits += _edits(task, matter, challenge, ids)
    asked = [each.grounds for each in task.challenges if each.by == PERSON]
    unsaid = [each for each in asked if not edits and not _bearing(matter, each, ())]
    gaps = tuple(_nothing_on(each, matter) for each in unsaid)
    return Revision(gaps=gaps, edits=tuple(edits), disagreements=tuple(_disagreements(task.draft, matter, shown, ids)))


def _is_overtaken(matter: Matter, challenge: Challenge) -> bool:
    """Whether the two that it quotes are of two times: then they are no two sides."""
    return any(each.told_by(_quotes(challenge.citations)) for each in matter.overtaken)


def _with_newer(draft: Draft, matter: Matter, challenge: Challenge, ids: Iterator[str]) -> list[Edit]:
    """What is so now, unless the draft says it."""
    newer = challenge.citations[:1]
    told = [each for claim in draft.claims() for each in claim.citations]
    if any(_holds(each.quote, newer) for each in told):
        return []
    return _added(draft, matter, challenge.model_copy(update={"citations": newer}), ids)


def _other_way(task: ReviseTask, matter: Matter, challenge: Challenge) -> Edit:
    """The other author's quote instead of the claim."""
    claim = next((each for each in task.draft.claims() if each.id == challenge.claim), None)
    quote = next(iter(challenge.citations), None)
    instead = _sentence_or_row(matter, quote, claim.id) if claim and quote else None
    return contested.edit(challenge, claim, instead)


def _fresh(draft: Draft) -> Iterator[str]:
    """Claim ids behind the highest in use."""
    used = [int(match[1]) for claim in draft.claims() if (match := re.fullmatch(r"c(\d+)", claim.id))]
    number = max(used, default=0)
    while True:
        number += 1
        yield f"c{number}"


def _failed(task: ReviseTask, challenge: Challenge) -> bool:
    return any(each.claim == challenge.claim and each.gate and each.outcome is Outcome.FAILS for each in task.findings)


def _edits(task: ReviseTask, matter: Matter, challenge: Challenge, ids: Iterator[str]) -> list[Edit]:
    claim = next((each for each in task.draft.claims() if each.id == challenge.claim), None)
    if claim is not None and _failed(task, challenge):
        return [Edit(challenge=challenge.id, action="withdraw", claim=claim.id)]
    if challenge.kind is ChallengeKind.CONDITION and claim is not None:
        return _with_condition(matter, challenge, claim)
    if challenge.kind is ChallengeKind.UNDATED and claim is not None:
        text = f"{claim.text.rstrip(' .')} (from an undated source)."
        return [_revise(challenge, claim.model_copy(update={"text": text, "kind": ClaimKind.STATED}))]
    if challenge.by == PERSON:
        return _asked_for(task.draft, matter, challenge, ids)
    if challenge.kind in (ChallengeKind.MISSING, ChallengeKind.OVERREACH) or claim is None:
        return _added(task.draft, matter, challenge, ids)
    if challenge.citations and challenge.kind is not ChallengeKind.WEAK:
        return _reworded(matter, challenge, claim)
    return [Edit(challenge=challenge.id, action="withdraw", claim=claim.id)]


def _revise(challenge: Challenge, new: Claim) -> Edit:
    return Edit(challenge=challenge.id, action="revise", claim=new.id, new=new)


def _with_condition(matter: Matter, challenge: Challenge, claim: Claim) -> list[Edit]:
    """The longer quote that holds claim and condition; where they stand apart, the condition is quoted beside."""
    found = condition_after(matter, claim)
    for citation in challenge.citations:
        if any(own.quote in citation.quote for own in claim.citations):
            return [_revise(challenge, _as_quoted(claim, citation))]
    if found is not None and len(claim.citations) == 1:
        sentence, span = found
        return [_revise(challenge, _as_quoted(claim, Citation(passage=sentence.passage.id, quote=span)))]
    if claim.kind is ClaimKind.QUOTED and challenge.citations:
        extra = challenge.citations[0]
        text = f"{claim.text} {extra.quote}"
        new = claim.model_copy(
            update={"kind": ClaimKind.STATED, "text": text, "citations": (*claim.citations, *challenge.citations)}
        )
        return [_revise(challenge, new)]
    return []


def _as_quoted(claim: Claim, citation: Citation) -> Claim:
    new = quoted(claim.id, " ".join(citation.quote.split()), citation.passage, claim.about)
    return new.model_copy(update={"citations": (citation,)})


def _reworded(matter: Matter, challenge: Challenge, claim: Claim) -> list[Edit]:
    """The source's own words in place of a claim that its quote does not carry."""
    for citation in (*claim.citations, *challenge.citations):
        sentence = matter.sentence(citation)
        if sentence is not None and sentence.alone and sentence.text != claim.text:
            return [_revise(challenge, sentence.claim(claim.id))]
    return [Edit(challenge=challenge.id, action="withdraw", claim=claim.id)]


def _added(draft: Draft, matter: Matter, challenge: Challenge, ids: Iterator[str]) -> list[Edit]:
    edits: list[Edit] = []
    for citation in challenge.citations:
        new = _sentence_or_row(matter, citation, next(ids))
        section = _section_for(draft, matter, challenge, citation)
        edits.append(Edit(challenge=challenge.id, action="add", new=new, section=section))
    return edits


def _asked_for(draft: Draft, matter: Matter, challenge: Challenge, ids: Iterator[str]) -> list[Edit]:
    """What bears most on what a person asked for and the draft does not say, as one section."""
    title = titles.of_aspect(challenge.grounds)
    new = (each.claim(next(ids)) for each in _bearing(matter, challenge.grounds, [c.text for c in draft.claims()]))
    return [Edit(challenge=challenge.id, action="add", new=claim, section=title) for claim in new]


def _bearing(matter: Matter, asked: str, said: Sequence[str]) -> list[Candidate]:
    """The sentences that bear most on what a person asked for, without what is `said`."""
    part = questions.following(asked, matter.question)
    pool = [*matter.quotable, *(each for each in matter.joined if part.bears_on(each.leaning))]
    texts = [each.text for each in pool]
    plain = matter.view.relevance(part.about, texts)
    # "How long did it last?" is answered, "dig into the pumps" only looked into.
    scores = plain if part.sort is Sort.PLAIN else drafting.directness(matter, part, texts, pool)
    alone = [each.leaning or each.text for each in pool]
    least = ASKED_FOR * matter.view.bears
    best = selection.choose(matter.view, alone, scores, PER_SECTION, least, said)
    best = best or selection.choose(matter.view, alone, plain, PER_SECTION, least, said)  # no answer, but about it
    return [pool[n] for n in best if not any(pool[n].meets(pool[m]) for m in best[: best.index(n)])]


def _nothing_on(asked: str, matter: Matter) -> str:
    """That nothing was added, what was looked for, and what would help."""
    part = questions.following(asked, matter.question)
    words = ", ".join(dict.fromkeys(questions.noun_groups(part.about))) or asked
    return (
        f"Nothing was added on “{asked.strip()}”: no further sentence of "
        f"{counted(len(matter.sources), 'source')} bears on it (looked for: {words}). "
        "Ask in words that the sources use, or start a new run with a source that speaks of it."
    )


def _sentence_or_row(matter: Matter, citation: Citation, id: str) -> Claim:
    for grid in matter.grids:
        for line in grid.lines:
            if grid.passage.id == citation.passage and (citation.quote in line.quote or line.quote in citation.quote):
                quotes = (line.quote, grid.header)
                cited = tuple(Citation(passage=citation.passage, quote=quote) for quote in quotes)
                return Claim(id=id, kind=ClaimKind.STATED, text=grid.sentence(line), citations=cited)
    return quoted(id, citation.quote, citation.passage)


def _section_for(draft: Draft, matter: Matter, challenge: Challenge, citation: Citation) -> str:
    """Where the challenged claim stands; else where the source is at home; else under what is missing."""
    if challenge.aspect == OPEN_SECTION:
        return OPEN_SECTION
    first = draft.sections[0] if draft.sections else None
    asked = any(part.text == challenge.aspect for part in matter.parts)
    if asked and first and first.title == ANSWER_TITLE and len(first.claims) < ANSWER_MOST:
        return ANSWER_TITLE
    for section in draft.sections[1:]:
        if any(claim.id == challenge.claim for claim in section.claims):
            return section.title
    passage = matter.passage(citation.passage)
    source = matter.source(passage.source) if passage else None
    for section in draft.sections[1:]:
        if source and section.title == matter.title(source):
            return section.title
    best = _most_cited(draft, matter, source.id if source else "")
    title = titles.of_aspect(challenge.aspect) if challenge.aspect else ""
    titles_now = [section.title for section in draft.sections]
    if title in titles_now or best:
        return title if title in titles_now else best
    # A section that is made now stands last; where others like it stand is the better place.
    return ALSO_SECTION if ALSO_SECTION in titles_now else title or ANSWER_TITLE


def _most_cited(draft: Draft, matter: Matter, source: str) -> str:
    """The section that quotes the source most; not that of what is not settled, where only such words belong."""
    sections = [section for section in draft.sections[1:] if section.title != OPEN_SECTION]
    counts = [
        sum(_source_of(matter, citation) == source for claim in section.claims for citation in claim.citations)
        for section in sections
    ]
    return sections[counts.index(max(counts))].title if counts and max(counts) else ""


def _source_of(matter: Matter, citation: Citation) -> str:
    passage = matter.passage(citation.passage)
    return passage.source if passage else ""


# --- disagreements --------------------------------------------------------------------------------------------------


def with_disagreements(drafting: Drafting, task: DraftTask, matter: Matter) -> Drafting:
    """A first draft with the conflicts that a reviewer would raise shown under its disagreements.

    What a side of a debate argues for is shown by the other side.
    """
    draft, argued = drafting.draft, composing.argued(task.side, matter)
    look = ChallengeTask(
        question=task.question,
        plan=task.plan,
        sources=task.sources,
        passages=task.passages,
        draft=draft,
        findings=(),
    )
    found = objections.conflicting(look, matter)
    settled = [each for each in found if argued.isdisjoint(_quotes(each.citations))]
    shown = _disagreements(draft, matter, settled, _fresh(draft))
    return Drafting(draft=draft.model_copy(update={"disagreements": tuple(shown)}))


def _disagreements(
    draft: Draft, matter: Matter, challenges: Sequence[Challenge], ids: Iterator[str]
) -> list[Disagreement]:
    """One for each subject; challenges about the same matter are joined."""
    groups: list[_Group] = []
    for challenge in challenges:
        claim = next((each for each in draft.claims() if each.id == challenge.claim), None)
        citations = list(challenge.citations)
        if claim is not None and not any(_holds(each.quote, citations) for each in claim.citations):
            citations += claim.citations
        conflict = _conflict_of(matter, citations)
        subject = conflict.subject if conflict else challenge.grounds
        group = _Group(subject, challenge.id, citations, [conflict] if conflict else [])
        joined = next((each for each in groups if _one_matter(matter, each, group)), None)
        if joined is None:
            groups.append(group)
        else:
            _join(matter, joined, group)
    made = (_disagreement(matter, group, ids) for group in groups)
    return [each for each in made if len(each.sides) > 1]


def _holds(quote: str, citations: Iterable[Citation]) -> bool:
    """True when one of the citations stands in the quote."""
    return any(each.quote in quote for each in citations)


@dataclass
class _Group:
    """A disagreement in the making."""

    subject: str
    challenge: str
    """Id of the first challenge about it."""
    citations: list[Citation]
    conflicts: list[Conflict]


def _one_matter(matter: Matter, a: _Group, b: _Group) -> bool:
    if b.conflicts and sides(b.conflicts) <= sides(a.conflicts):
        return True
    if a.subject == b.subject or any(
        same(mine, other) or akin(mine, other) for mine in a.conflicts for other in b.conflicts
    ):
        return True
    return not b.conflicts and any(gives_both(each, _quotes(b.citations), matter.names) for each in a.conflicts)


def _join(matter: Matter, group: _Group, more: _Group) -> None:
    """Sides of sources that have none yet; a source that says the same figure twice is one side."""
    heard = coverage.voices_of(matter, group.citations)
    fresh = [each for each in more.citations if not coverage.voices_of(matter, [each]) <= heard]
    group.citations += [each for each in fresh if each.quote not in _quotes(group.citations)]
    if fresh:
        known = {figure for each in group.conflicts for figure in each.shown}
        extra = [figure for each in more.conflicts for figure in each.shown if figure not in known]
        group.subject = " against ".join([group.subject, *dict.fromkeys(extra)])
        group.conflicts += more.conflicts


def _quotes(citations: Iterable[Citation]) -> set[str]:
    return {citation.quote for citation in citations}


def _conflict_of(matter: Matter, citations: Sequence[Citation]) -> Conflict | None:
    said = _quotes(citations)
    return next((each for each in matter.conflicts if each.a.quote in said and each.b.quote in said), None)


def _disagreement(matter: Matter, group: _Group, ids: Iterator[str]) -> Disagreement:
    """Sides in the order of their sources."""
    readings = {each.quote: each for conflict in group.conflicts for each in (conflict.a, conflict.b)}
    ordered = sorted(group.citations, key=lambda each: _position(matter, each))
    sides = tuple(_side(matter, citation, readings.get(citation.quote), next(ids)) for citation in ordered)
    return Disagreement(subject=group.subject, sides=sides, challenge=group.challenge)


def _position(matter: Matter, citation: Citation) -> tuple[int, int]:
    for n, each in enumerate(matter.passages):
        if each.id == citation.passage:
            return n, each.text.find(citation.quote)
    return len(matter.passages), 0


def _side(matter: Matter, citation: Citation, reading: Reading | None, id: str) -> Claim:
    if reading is not None and reading.cell:
        raw = reading.figure.raw
        text = next((each for each in tables.cells_of(citation.quote) if raw in each or _without_unit(each, raw)), raw)
        return Claim(id=id, kind=ClaimKind.QUOTED, text=text, citations=(citation,), about=reading.cell)
    passage = matter.passage(citation.passage)
    if passage is not None and passage.form is Form.TABLE:
        return _sentence_or_row(matter, citation, id)
    return quoted(id, citation.quote, citation.passage)


def _without_unit(cell: str, raw: str) -> bool:
    """Whether the cell holds the figure without its unit, which stands in a head: `33,600` under `Cost (euros)`."""
    return any(raw.startswith(f"{each.raw} ") for each in figures.find(cell))
