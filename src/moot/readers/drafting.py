"""The first draft: an answer of a few sentences, then sentences and tables aspect by aspect, in the sources' words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from moot.readers import coverage, newest, questions, selection, titles
from moot.readers.aspects import OPEN_TITLE
from moot.readers.candidates import Candidate, polish, speaks_of_itself
from moot.readers.coverage import Place, Voice, voices
from moot.readers.gaps import gaps
from moot.readers.matter import Matter
from moot.readers.questions import ASIDE, OPENNESS, VERDICT, Part, Sort
from moot.readers.tables import Grid
from moot.words import Aspect, Draft, Drafting, DraftTask, Section, Table

ANSWER_TITLE = "Answer"
COMPARISON_TITLE = "How they compare"
MORE_TITLE = "More on the question"
ALSO_SECTION = "Also in the sources"
OPEN_SECTION = "What is not settled"
FURTHER_SECTION = "Further sources on the question"
MOST = 24
"""Sentences of a first draft; a review adds to them."""
PER_SECTION = 4
EVEN = 2
"""So many sentences a source has before another one has more."""
PER_OPEN, OPEN_LEAST = 5, 3
ALSO_SOURCES = 12
"""Of so many sources at most, none stays without a word."""
ALSO_MOST = 4
OWN_SECTIONS = 4
"""Of sources that no sub-question reaches, so many sections at most."""
CONSIDERED = 40
"""Of the sentences allotted to a section, the best so many."""
ANSWER_MOST = 4
TABLES_MOST = 6
HOME = 0.35
"""Added to the fit of a sentence under the title that an aspect names, or with the answer that a part asks for."""


@dataclass
class _Share:
    """A section in the making: what it may take, the best first, and what it has taken."""

    title: str
    pool: list[tuple[Candidate, float]]
    least: float
    most: int
    grids: list[Grid] = field(default_factory=list[Grid])
    chosen: list[Candidate] = field(default_factory=list[Candidate])


def draft(task: DraftTask, matter: Matter) -> Drafting:
    """A brief that holds only the sources' own sentences and tables.

    Sections are filled in turns, a sentence a turn: every source on the subject has had its word, or two, before
    another one has its third.
    """
    answer = _answer(matter)
    heard = voices(matter)
    unsettled = open_points(matter, heard, answer)
    held = [*answer, *unsettled]
    aspects = [aspect for aspect in task.plan.aspects if not _is_open(aspect)]
    grids, other_grids = _place_grids(matter, aspects)
    shares = _shares(matter, aspects, grids)
    _turn(matter, shares, held, 1)
    shares += _unheard(matter, heard, shares, held)
    also = _Share(ALSO_SECTION, _marginal(matter, heard), 0.0, ALSO_MOST, other_grids)
    for turn in range(1, PER_SECTION + 1):
        _turn(matter, shares, held, turn)
        if turn == EVEN:
            held += _fill_also(matter, also, shares, held)
    groups = [(ANSWER_TITLE, answer, list[Grid]())]
    groups += [(share.title, _in_order(matter, share.chosen), share.grids) for share in (*shares, also)]
    groups.append((OPEN_SECTION, unsettled, []))
    return Drafting(draft=Draft(sections=_sections(groups), gaps=gaps(matter)))


def _shares(matter: Matter, aspects: Sequence[Aspect], grids: Sequence[list[Grid]]) -> list[_Share]:
    """One for each sub-question."""
    elsewhere = coverage.elsewhere(matter)
    allotted = _allot(matter, aspects, [each for each in matter.quotable if each.source.id not in elsewhere])
    shares: list[_Share] = []
    for aspect, pool, tables in zip(aspects, allotted, grids, strict=True):
        least = (0.6 if titles.is_theme(aspect.question) else 1.0) * matter.view.bears
        best = sorted(pool, key=lambda each: -each[1])[:CONSIDERED]
        shares.append(_Share(_title(matter, aspect), best, least, PER_SECTION, tables))
    return shares


def _turn(matter: Matter, shares: Sequence[_Share], held: Sequence[Candidate], turn: int) -> None:
    """One sentence more for each section that has fewer than `turn`; in the even turns of no source a third one."""
    # Once all had their two, the strongest sentence that is left comes first.
    for share in shares if turn <= EVEN else sorted(shares, key=_left):
        if len(share.chosen) >= min(turn, share.most):
            continue
        placed = [each for one in shares for each in one.chosen]
        if len(held) + len(placed) >= MOST:
            return
        even = turn <= EVEN and matter.heard > 2
        used = Counter(matter.voice(each.source.id) for each in placed)
        full = {voice for voice, times in used.items() if times >= EVEN} if even else set[str]()
        _take(matter, share, [*held, *placed], 1, full)


def _left(share: _Share) -> float:
    """The score of the best that it has not taken, to sort the greatest first."""
    return -max((score for each, score in share.pool if each not in share.chosen), default=0.0)


def _take(
    matter: Matter, share: _Share, taken: Sequence[Candidate], limit: int, full: Collection[str] = frozenset()
) -> None:
    texts = [each.text for each, _ in share.pool]
    scores = [score for _, score in share.pool]
    voices = [matter.voice(each.source.id) for each, _ in share.pool]
    said = [each.text for each in taken]
    best = selection.choose(
        matter.view,
        texts,
        scores,
        limit,
        share.least,
        said,
        lambda n: voices[n] not in full and not any(share.pool[n][0].meets(each) for each in taken),
    )
    share.chosen += [share.pool[n][0] for n in best]


def _in_order(matter: Matter, chosen: Sequence[Candidate]) -> list[Candidate]:
    """In the order of the sources."""
    places = {(each.passage.id, each.start): n for n, each in enumerate(matter.sentences)}
    return sorted(chosen, key=lambda each: places[each.passage.id, each.start])


def _unheard(
    matter: Matter, heard: Sequence[Voice], shares: Sequence[_Share], held: Sequence[Candidate]
) -> list[_Share]:
    """A section for each source on the subject of which nothing is quoted yet; of many such sources one for all."""
    quoted = {matter.voice(each.source.id) for each in (*held, *(each for share in shares for each in share.chosen))}
    missing = [each for each in heard if each.place is Place.SUBJECT and matter.voice(each.source.id) not in quoted]
    missing.sort(key=lambda each: -each.bearing)
    own = [_Share(matter.title(each.source), list(each.sentences), 0.0, EVEN) for each in missing]
    if len(own) <= OWN_SECTIONS:
        return own
    rest = [each.sentences[0] for each in missing[OWN_SECTIONS - 1 :]]
    return [*own[: OWN_SECTIONS - 1], _Share(FURTHER_SECTION, rest, 0.0, PER_SECTION)]


def _marginal(matter: Matter, heard: Sequence[Voice]) -> list[tuple[Candidate, float]]:
    """Of each source at the margin its two strongest sentences, where there are few enough sources to name all."""
    if matter.heard > ALSO_SOURCES:
        return []
    return [each for voice in heard if voice.place is Place.MARGIN for each in voice.sentences[:EVEN]]


def _fill_also(
    matter: Matter, also: _Share, shares: Sequence[_Share], held: Sequence[Candidate]
) -> Sequence[Candidate]:
    """What the margin says; a source that is quoted elsewhere already needs no second mention."""
    taken = [*held, *(each for share in shares for each in share.chosen)]
    quoted = {matter.voice(each.source.id) for each in taken}
    _take(matter, also, taken, max(0, min(also.most, MOST - len(taken))), quoted)
    also.chosen = _in_order(matter, also.chosen)
    return also.chosen


def _title(matter: Matter, aspect: Aspect) -> str:
    """The sub-question's own title; where it is the whole question again, what its section adds."""
    title = titles.of_aspect(aspect.question)
    asked = [part for part in matter.parts if part.sort is not Sort.OPEN]
    if len(asked) == 1 and title.rstrip("?").casefold() == asked[0].text.casefold():
        return COMPARISON_TITLE if asked[0].sort is Sort.COMPARISON else MORE_TITLE
    return title


def _sections(groups: Sequence[tuple[str, list[Candidate], list[Grid]]]) -> tuple[Section, ...]:
    """Sections with numbered claims; empty ones fall out."""
    sections: list[Section] = []
    claim, table = 0, 0
    for title, chosen, grids in groups:
        claims = tuple(each.claim(f"c{claim + n}") for n, each in enumerate(chosen, 1))
        claim += len(claims)
        shown: list[Table] = []
        for grid in grids:
            table += 1
            shown.append(grid.word(f"t{table}"))
        if claims or shown:
            sections.append(Section(title=title, claims=claims, tables=tuple(shown)))
    return tuple(sections)


def _answer(matter: Matter) -> list[Candidate]:
    """For each part of the question the sentences that most directly answer it, the newest word first."""
    parts = matter.parts or (Part(matter.question, Sort.PLAIN),)
    most = max(1, ANSWER_MOST // len(parts)) if len(parts) > 1 else 3
    chosen: list[Candidate] = []
    answered = False
    for part in parts[:ANSWER_MOST]:
        pool = [*matter.quotable, *(each for each in matter.joined if part.bears_on(each.leaning))]
        texts = [each.text for each in pool]
        scores = directness(matter, part, texts, pool)
        least = 0.85 * matter.view.bears
        limit = min(most, ANSWER_MOST - len(chosen))
        taken = [each.text for each in chosen]
        # What leans on a sentence adds itself only.
        alone = [each.leaning or each.text for each in pool]
        best = [pool[n] for n in selection.choose(matter.view, alone, scores, limit, least, taken)]
        direct = [each for each in best if part.answers(each.text) or part.told_under(each.heading)]
        answered = answered or bool(direct)
        chosen = _with(chosen, newest.first(matter, part, direct or best))
    return chosen if answered or len(chosen) > 1 else _filled(matter, matter.quotable, chosen)


def _with(chosen: Sequence[Candidate], more: Sequence[Candidate]) -> list[Candidate]:
    """Both, nothing twice: what is told together with a chosen sentence stands in its place."""
    told = list(chosen)
    for each in more:
        met = [n for n, other in enumerate(told) if each.meets(other)]
        if not met:
            told.append(each)
        elif each.leaning and not told[met[0]].leaning and told[met[0]].start == each.start:
            told[met[0]] = each
    return told


def _filled(matter: Matter, pool: Sequence[Candidate], chosen: Sequence[Candidate]) -> list[Candidate]:
    """Up to two sentences, the rest by what bears most on the question as a whole."""
    texts = [each.text for each in pool]
    scores = [0.0 if speaks_of_itself(each.text) else round(matter.bears(each) * polish(each.text), 3) for each in pool]
    taken = [each.text for each in chosen]
    more = selection.choose(matter.view, texts, scores, 2 - len(chosen), 0.75 * matter.view.bears, taken)
    return _with(chosen, [pool[n] for n in more])


def directness(matter: Matter, part: Part, texts: Sequence[str], placed: Sequence[Candidate] = ()) -> list[float]:
    """How directly each text answers the part: its bearing, the shape of an answer, the names asked for.

    `placed`: the texts where they stand. "Cause" above one tells that it says why.
    """
    about = matter.question if part.sort is Sort.OPEN else part.about
    wanted = {found.name for found in matter.names.find(about)} - matter.ambient
    compares = any(each.sort is Sort.COMPARISON for each in matter.parts)
    scores: list[float] = []
    for n, (text, score) in enumerate(zip(texts, _bearing(matter, part, about, texts, placed), strict=True)):
        named = {found.name for found in matter.names.find(text)}
        share = len(wanted & named) / len(wanted) if wanted else 0.0
        # What is said of one of a kind is not said of another one.
        score *= 0.3 if not wanted & named and matter.rivals.clash(wanted, named) else 1.0
        verdict = compares and part.sort in (Sort.COMPARISON, Sort.OPEN) and bool(VERDICT.search(text))
        score += 0.6 * matter.view.bears if verdict else 0.0
        shape = 1.35 if part.answers(text) or (placed and part.told_under(placed[n].heading)) else 0.75
        aside = 0.5 if ASIDE.search(text) else 1.0
        scores.append(round(score * shape * (0.9 + 0.2 * (1.0 if verdict else share)) * polish(text) * aside, 3))
    return scores


def _bearing(
    matter: Matter, part: Part, about: str, texts: Sequence[str], placed: Sequence[Candidate]
) -> Sequence[float]:
    """Relevance, for a part that leaves out what it is about by its own words too; the better of without and with
    title and heading where the heading tells what is answered below it."""
    scores = matter.view.relevance(about, texts)
    if part.context and part.sort is not Sort.OPEN:
        own = matter.view.relevance(questions.bare(part.text), texts)
        scores = [(a + b) / 2 for a, b in zip(scores, own, strict=True)]
    telling = [n for n, each in enumerate(placed) if part.told_under(each.heading)]
    headed = [f"{matter.title(placed[n].source)}. {placed[n].heading}. {texts[n]}" for n in telling]
    # Of what stands below such a heading the first sentence says it.
    first = (1.0 if not placed[n].before else 0.85 for n in telling)
    better = {n: score * w for n, score, w in zip(telling, matter.view.relevance(about, headed), first, strict=True)}
    return [max(score, better.get(n, 0.0)) for n, score in enumerate(scores)]


def open_points(matter: Matter, heard: Sequence[Voice], answer: Sequence[Candidate]) -> list[Candidate]:
    """Sentences in which the sources say what is not known; if that is asked, at least a few, not all of one source."""
    asked = any(part.sort is Sort.OPEN for part in matter.parts)
    places = {matter.voice(voice.source.id): voice.place for voice in heard}
    pool = [
        each
        for each in matter.quotable
        if OPENNESS.search(each.text) and places.get(matter.voice(each.source.id)) is not Place.MARGIN
    ]
    pool = [each for each in pool if not any(each.meets(told) for told in answer)]
    scores = directness(matter, Part(matter.question, Sort.OPEN), [each.text for each in pool])
    limit, least = (PER_OPEN, 0.6) if asked else (PER_OPEN - 2, 0.9)
    chosen = _evenly(matter, list(zip(pool, scores, strict=True)), limit, least * matter.view.bears, answer)
    if asked and len(chosen) < OPEN_LEAST:
        strength = {_key(each): score for voice in heard for each, score in voice.sentences}
        weighed = [
            (each, round(score + 0.2 * strength[_key(each)], 3))
            for each, score in zip(pool, scores, strict=True)
            if _key(each) in strength and places.get(matter.voice(each.source.id)) is Place.SUBJECT
        ]
        chosen += _evenly(matter, weighed, OPEN_LEAST - len(chosen), 0.0, [*answer, *chosen])
    return chosen


def _key(candidate: Candidate) -> tuple[str, int]:
    return candidate.passage.id, candidate.start


def _evenly(
    matter: Matter, pool: Sequence[tuple[Candidate, float]], limit: int, least: float, taken: Sequence[Candidate]
) -> list[Candidate]:
    """The best first, of no source more than two while another one has something left."""
    chosen: list[Candidate] = []
    texts = [each.text for each, _ in pool]
    scores = [score for _, score in pool]
    for most in (EVEN, limit):
        while len(chosen) < limit:
            used = Counter(matter.voice(each.source.id) for each in chosen)
            said = [each.text for each in (*taken, *chosen)]
            full = {id for id, count in used.items() if count >= most}
            best = selection.choose(
                matter.view,
                texts,
                scores,
                1,
                least,
                said,
                lambda n, full=full: matter.voice(pool[n][0].source.id) not in full,
            )
            if not best:
                break
            chosen.append(pool[best[0]][0])
    return chosen


def _allot(matter: Matter, aspects: Sequence[Aspect], pool: Sequence[Candidate]) -> list[list[tuple[Candidate, float]]]:
    """Each sentence goes to the aspect that it fits best, with its score there."""
    texts = [each.text for each in pool]
    fits = [_fit(matter, aspect, pool) for aspect in aspects]
    weight = matter.view.weight(texts)
    shares: list[list[tuple[Candidate, float]]] = [[] for _ in aspects]
    for n, each in enumerate(pool):
        best = max(range(len(aspects)), key=lambda a: (fits[a][n], -a), default=None)
        if best is not None:
            score = (0.35 * fits[best][n] + 0.4 * matter.bears(each) + 0.25 * weight[n]) * polish(each.text)
            score *= 0.5 if _in_a_table(matter, each) or ASIDE.search(each.text) else 1.0
            shares[best].append((each, round(score, 3)))
    return shares


def _in_a_table(matter: Matter, candidate: Candidate) -> bool:
    """True when all its figures, at least three, stand in one table: the table says it better."""
    told = set(re.findall(r"\d+[.,]\d+|\d{2,}", _without_names(matter, candidate.text)))
    return len(told) > 2 and any(told <= set(re.findall(r"\d+[.,]\d+|\d{2,}", grid.text)) for grid in matter.grids)


def _without_names(matter: Matter, text: str) -> str:
    for found in reversed(matter.names.find(text)):
        text = text[: found.start] + text[found.end :]
    return text


def _fit(matter: Matter, aspect: Aspect, pool: Sequence[Candidate]) -> list[float]:
    """Relevance to the sub-question's searches; a sentence under the title that the aspect names is at home there."""
    title = titles.of_aspect(aspect.question)
    texts = [each.text for each in pool]
    queries = aspect.queries or (aspect.question,)
    # The headings under a theme find passages, but as a measure of fit they are too general ("What was measured").
    rows = [
        matter.view.relevance(query, texts) for query in (queries[:1] if titles.is_theme(aspect.question) else queries)
    ]
    best = [max(scores) for scores in zip(*rows, strict=True)]
    if titles.is_theme(aspect.question):
        return [
            round(score + (HOME if _at_home(matter, each, title) else 0.0), 3)
            for each, score in zip(pool, best, strict=True)
        ]
    part = questions.Part(aspect.question, questions.sort_of(aspect.question))
    # A part of the question itself must be answered, not only touched.
    return [
        round(score + HOME, 3) if part.answers(each.text) and score >= matter.view.bears else round(0.7 * score, 3)
        for each, score in zip(pool, best, strict=True)
    ]


def _at_home(matter: Matter, candidate: Candidate, title: str) -> bool:
    return title in (matter.title(candidate.source), titles.theme(candidate.heading, []))


def _place_grids(matter: Matter, aspects: Sequence[Aspect]) -> tuple[list[list[Grid]], list[Grid]]:
    """Tables under the aspects that they are at home in or that ask for what they name; then those of no aspect."""
    placed: list[list[Grid]] = [[] for _ in aspects]
    others: list[Grid] = []
    for grid in relevant_grids(matter)[:TABLES_MOST]:
        scores = [_grid_fit(matter, aspect, grid) for aspect in aspects]
        home = [score for score in scores if score >= HOME]
        if scores and (home or _names_asked(matter, grid)):
            placed[scores.index(max(scores))].append(grid)
        elif matter.view.relevance(matter.question, [grid.head])[0] >= 0.75 * matter.view.bears:
            others.append(grid)
    return placed, others


def _grid_fit(matter: Matter, aspect: Aspect, grid: Grid) -> float:
    """Below `HOME` unless the table stands under the title that the aspect names."""
    title = titles.of_aspect(aspect.question)
    own = [titles.theme(said, []) for said in (grid.heading, grid.caption) if said]
    home = HOME if title in (matter.title(grid.source), *own) else 0.0
    best = max(matter.view.relevance(query, [grid.head])[0] for query in (aspect.queries or (aspect.question,)))
    return home + (best if home else min(best, 0.99) * HOME)


def relevant_grids(matter: Matter, least: float = 0.45) -> list[Grid]:
    """Tables that bear on the question, the most relevant first. `least`: share of what makes a sentence bear on it."""
    texts = [grid.head for grid in matter.tables]
    asked = [matter.question, *(part.about for part in matter.parts if part.sort is not Sort.OPEN)]
    scores = [max(each) for each in zip(*(matter.view.relevance(text, texts) for text in asked), strict=True)]
    kept: list[tuple[float, int]] = []
    for n, (grid, score) in enumerate(zip(matter.tables, scores, strict=True)):
        named = _names_asked(matter, grid)
        if score >= least * matter.view.bears or named:
            kept.append((score + (0.3 if named else 0.0), -n))
    return [matter.tables[-n] for _, n in sorted(kept, reverse=True)]


def _names_asked(matter: Matter, grid: Grid) -> bool:
    """True when a column or row is named as something that the question names."""
    asked = {found.name for found in matter.names.find(matter.question)} - matter.ambient
    heads = (*grid.columns, *(line.label for line in grid.lines))
    return any(found.name in asked for head in heads for found in matter.names.find(head))


def _is_open(aspect: Aspect) -> bool:
    return aspect.question == OPEN_TITLE or Part(aspect.question, Sort.PLAIN).sort is Sort.OPEN
