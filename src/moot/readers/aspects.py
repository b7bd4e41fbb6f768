"""The plan: the parts of the question, the themes of the sources, and what is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from moot.readers import coverage, questions, selection, titles
from moot.readers.candidates import Candidate
from moot.readers.matter import Matter
from moot.readers.questions import ASIDE, Part, Sort
from moot.words import Aspect, Plan

MOST = 7
PARTS = 3
"""Sub-questions taken from the question itself; the themes of the sources get the rest."""
LEAST = 0.3
"""Of the worth of the weightiest theme: below it a theme is off the question."""
OPEN_TITLE = "What is not settled?"
_OPEN_WORDS = "open question uncertain unknown not stated limits disputed differing results"


@dataclass(frozen=True)
class Theme:
    """What one source, or one chapter of a source, is about."""

    title: str
    worth: float
    sentences: tuple[Candidate, ...]


def plan(matter: Matter) -> Plan:
    """Three to seven sub-questions where the sources give that many."""
    asked = [part for part in matter.parts if part.sort is not Sort.OPEN][:PARTS]
    found = themes(matter)[: MOST - 1 - max(1, len(asked))]
    aspects: list[tuple[str, tuple[str, ...]]] = [
        (_ask(part.text), _queries(part)) for part in asked or [Part(matter.question, Sort.PLAIN)]
    ]
    aspects += [(titles.as_question(theme.title), (theme.title, *_telling(theme))) for theme in found]
    about = " ".join(questions.noun_groups(matter.question)[:3]) or matter.question
    aspects.append((OPEN_TITLE, (f"{about} {_OPEN_WORDS}",)))
    return Plan(
        aspects=tuple(
            Aspect(id=f"a{n}", question=question, queries=queries) for n, (question, queries) in enumerate(aspects, 1)
        )
    )


def themes(matter: Matter) -> list[Theme]:
    """Themes that bear on the question, the weightiest first, none like another."""
    found = sorted(_all(matter), key=lambda theme: -theme.worth)
    most = found[0].worth if found else 0.0
    texts = [_gist(matter, theme) for theme in found]
    scores = [round(theme.worth / most, 3) if most else 0.0 for theme in found]
    chosen = [found[n] for n in selection.choose(matter.view, texts, scores, MOST, LEAST)]
    return list({theme.title.casefold(): theme for theme in reversed(chosen)}.values())[::-1]


def _gist(matter: Matter, theme: Theme) -> str:
    """The title and the sentences that bear most on the question."""
    best = sorted((each for each in theme.sentences if each.alone), key=lambda each: -matter.bears(each))[:3]
    return " ".join([theme.title, *(each.text for each in best)])


def _all(matter: Matter) -> Iterable[Theme]:
    """One theme a voice; where there are no more than two, one a heading."""
    by_heading = matter.heard <= 2
    elsewhere = coverage.elsewhere(matter)
    groups: dict[tuple[str, str], list[Candidate]] = {}
    for each in matter.sentences:
        if each.source.id in elsewhere or each.source.id in matter.echoes:
            continue
        groups.setdefault((each.source.id, each.heading if by_heading else ""), []).append(each)
    for (_, heading), group in groups.items():
        alone = [each for each in group if each.alone]
        if alone:
            title = titles.theme(heading, []) if heading else matter.title(group[0].source)
            yield Theme(title, _worth(matter, title, alone), tuple(group))


def _worth(matter: Matter, title: str, group: list[Candidate]) -> float:
    """The mean bearing of its three best sentences; a title that bears on the question itself counts as one more."""
    best = sorted((0.0 if ASIDE.search(each.text) else matter.bears(each) for each in group), reverse=True)[:3]
    best.append(matter.view.relevance(matter.question, [title])[0])
    return round(sum(best) / len(best), 3)


def _telling(theme: Theme) -> tuple[str, ...]:
    """Headings under the theme, as further searches."""
    headings = dict.fromkeys(each.heading for each in theme.sentences if each.heading != theme.title)
    return tuple(list(headings)[:2])


def _ask(text: str) -> str:
    title = text[:1].upper() + text[1:]
    return title if title.endswith("?") else f"{title}?"


def _queries(part: Part) -> tuple[str, ...]:
    groups = questions.noun_groups(part.about)
    return tuple(dict.fromkeys([part.text, *([" ".join(groups)] if groups else [])]))
