"""The first draft: an answer of a few sentences, then sentences and tables aspect by aspect, in the sources' words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.readers import questions, selection, titles
from moot.readers.aspects import OPEN_TITLE
from moot.readers.candidates import Candidate, polish, speaks_of_itself
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
MOST = 25
"""Sentences of a whole brief."""
PER_SECTION = 4
PER_OPEN = 5
ALSO_SOURCES = 12
"""Of so many sources at most, none stays without a word."""
_ALSO_HELD = 4
"""Sentences kept back for them."""
ANSWER_MOST = 4
TABLES_MOST = 6
HOME = 0.35
"""Added to the fit of a sentence under the title that an aspect names, or with the answer that a part asks for."""


def draft(task: DraftTask, matter: Matter) -> Drafting:
    """A brief that holds only the sources' own sentences and tables."""
    pool = matter.quotable
    answer = _answer(matter, pool)
    groups: list[tuple[str, list[Candidate], list[Grid]]] = [(ANSWER_TITLE, answer, [])]
    taken = [each.text for each in answer]
    open_points = _open(matter, pool, taken)
    aspects = [aspect for aspect in task.plan.aspects if not _is_open(aspect)]
    shares = _allot(matter, aspects, pool)
    grids, other_grids = _place_grids(matter, aspects)
    held = len(open_points) + _ALSO_HELD
    for n, aspect in enumerate(aspects):
        room = min(PER_SECTION, MOST - len(taken) - held)
        chosen = _section(matter, aspect, shares[n], [*taken, *(each.text for each in open_points)], room)
        taken += [each.text for each in chosen]
        groups.append((_title(matter, aspect), chosen, grids[n]))
    chosen = [each for _, some, _ in groups for each in some] + open_points
    groups.append((ALSO_SECTION, _also(matter, chosen, MOST - len(chosen)), other_grids))
    groups.append((OPEN_SECTION, open_points, []))
    return Drafting(draft=Draft(sections=_sections(groups), gaps=gaps(matter)))


def _also(matter: Matter, chosen: Sequence[Candidate], room: int) -> list[Candidate]:
    """Of each source on the matter that is not quoted yet, two sentences: what bears on the question, its gist."""
    quoted = {each.source.id for each in chosen}
    taken = [each.text for each in chosen]
    found: list[Candidate] = []
    for source in matter.sources:
        pool = [each for each in matter.quotable if each.source.id == source.id]
        bearing = max((matter.bears(each) for each in pool), default=0.0)
        if source.id in quoted or len(matter.sources) > ALSO_SOURCES or bearing < 0.5 * matter.view.bears:
            continue
        texts = [each.text for each in pool]
        weight = matter.view.weight(texts)
        scores = [
            round((matter.bears(each) + weight[n]) * polish(each.text) * (0.5 if ASIDE.search(each.text) else 1.0), 3)
            for n, each in enumerate(pool)
        ]
        best = selection.choose(matter.view, texts, scores, min(2, room - len(found)), 0.0, taken)
        found += [pool[n] for n in sorted(best)]
    return found


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


def _answer(matter: Matter, pool: Sequence[Candidate]) -> list[Candidate]:
    """For each part of the question the sentences that most directly answer it."""
    parts = matter.parts or (Part(matter.question, Sort.PLAIN),)
    most = max(1, ANSWER_MOST // len(parts)) if len(parts) > 1 else 3
    chosen: list[Candidate] = []
    for part in parts[:ANSWER_MOST]:
        texts = [each.text for each in pool]
        scores = directness(matter, part, texts)
        least = 0.85 * matter.view.bears
        limit = min(most, ANSWER_MOST - len(chosen))
        taken = [each.text for each in chosen]
        chosen += [pool[n] for n in selection.choose(matter.view, texts, scores, limit, least, taken)]
    return chosen if len(chosen) > 1 else _filled(matter, pool, chosen)


def _filled(matter: Matter, pool: Sequence[Candidate], chosen: Sequence[Candidate]) -> list[Candidate]:
    """Up to two sentences, the rest by what bears most on the question as a whole."""
    texts = [each.text for each in pool]
    scores = [0.0 if speaks_of_itself(each.text) else round(matter.bears(each) * polish(each.text), 3) for each in pool]
    taken = [each.text for each in chosen]
    more = selection.choose(matter.view, texts, scores, 2 - len(chosen), 0.75 * matter.view.bears, taken)
    return [*chosen, *(pool[n] for n in more)]


def directness(matter: Matter, part: Part, texts: Sequence[str]) -> list[float]:
    """How directly each text answers the part: its bearing, the shape of an answer, the names asked for."""
    about = matter.question if part.sort is Sort.OPEN else part.text
    wanted = {found.name for found in matter.names.find(about)} - matter.ambient
    compares = any(each.sort is Sort.COMPARISON for each in matter.parts)
    scores: list[float] = []
    for text, score in zip(texts, matter.view.relevance(about, texts), strict=True):
        named = {found.name for found in matter.names.find(text)}
        share = len(wanted & named) / len(wanted) if wanted else 0.0
        verdict = compares and part.sort in (Sort.COMPARISON, Sort.OPEN) and bool(VERDICT.search(text))
        score += 0.6 * matter.view.bears if verdict else 0.0
        shape = 1.35 if part.answers(text) else 0.75
        aside = 0.5 if ASIDE.search(text) else 1.0
        scores.append(round(score * shape * (0.8 + 0.4 * (1.0 if verdict else share)) * polish(text) * aside, 3))
    return scores


def _open(matter: Matter, pool: Sequence[Candidate], taken: Sequence[str]) -> list[Candidate]:
    """Sentences in which the sources themselves say what is not known."""
    asked = any(part.sort is Sort.OPEN for part in matter.parts)
    open_pool = [each for each in pool if OPENNESS.search(each.text)]
    texts = [each.text for each in open_pool]
    scores = directness(matter, Part(matter.question, Sort.OPEN), texts)
    least = (0.6 if asked else 0.9) * matter.view.bears
    chosen = selection.choose(matter.view, texts, scores, PER_OPEN if asked else PER_OPEN - 2, least, taken)
    return [open_pool[n] for n in chosen]


def _allot(matter: Matter, aspects: Sequence[Aspect], pool: Sequence[Candidate]) -> list[list[tuple[Candidate, float]]]:
    """Each sentence goes to the aspect that it fits best, with its score there."""
    texts = [each.text for each in pool]
    fits = [_fit(matter, aspect, pool) for aspect in aspects]
    weight = matter.view.weight(texts)
    shares: list[list[tuple[Candidate, float]]] = [[] for _ in aspects]
    for n, each in enumerate(pool):
        best = max(range(len(aspects)), key=lambda a: (fits[a][n], -a), default=None)
        if best is not None:
            score = (0.5 * fits[best][n] + 0.4 * matter.bears(each) + 0.1 * weight[n]) * polish(each.text)
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


def _section(
    matter: Matter, aspect: Aspect, share: Sequence[tuple[Candidate, float]], taken: Sequence[str], room: int
) -> list[Candidate]:
    """The best of its share, in the order of the sources."""
    texts = [each.text for each, _ in share]
    scores = [score for _, score in share]
    least = (0.6 if titles.is_theme(aspect.question) else 1.0) * matter.view.bears
    chosen = selection.choose(matter.view, texts, scores, max(0, room), least, taken)
    return [share[n][0] for n in sorted(chosen)]


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
    home = HOME if title in (matter.title(grid.source), titles.theme(grid.caption, [])) else 0.0
    best = max(matter.view.relevance(query, [grid.head])[0] for query in (aspect.queries or (aspect.question,)))
    return home + (best if home else min(best, 0.99) * HOME)


def relevant_grids(matter: Matter, least: float = 0.45) -> list[Grid]:
    """Tables that bear on the question, the most relevant first. `least`: share of what makes a sentence bear on it."""
    texts = [grid.head for grid in matter.grids]
    asked = [matter.question, *(part.text for part in matter.parts if part.sort is not Sort.OPEN)]
    scores = [max(each) for each in zip(*(matter.view.relevance(text, texts) for text in asked), strict=True)]
    kept: list[tuple[float, int]] = []
    for n, (grid, score) in enumerate(zip(matter.grids, scores, strict=True)):
        named = _names_asked(matter, grid)
        if score >= least * matter.view.bears or named:
            kept.append((score + (0.3 if named else 0.0), -n))
    return [matter.grids[-n] for _, n in sorted(kept, reverse=True)]


def _names_asked(matter: Matter, grid: Grid) -> bool:
    """True when a column or row is named as something that the question names."""
    asked = {found.name for found in matter.names.find(matter.question)} - matter.ambient
    heads = (*grid.columns, *(line.label for line in grid.lines))
    return any(found.name in asked for head in heads for found in matter.names.find(head))


def _is_open(aspect: Aspect) -> bool:
    return aspect.question == OPEN_TITLE or Part(aspect.question, Sort.PLAIN).sort is Sort.OPEN
