"""Are two values told of two things: "the ferry costs 38 million", "a bridge costs 164 million"?

What a clause speaks of is told by its nouns and by what stands behind their prepositions: "the town pays for the fair",
"the clinic has beds for children", "it costs as much to run". Where in one such place both clauses have a noun that the
other has not, or give one noun another name, number or side ("the north mill"), each is of its own thing. What only the
one adds narrows it at most.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.lexicon import NOT_A_NAME, STOP_WORDS, lexicon
from moot.text.terms import stem, stems
from moot.verify.reckoning.given.held import bound

_PLACES = lexicon("for in to at")
"""Prepositions behind which stands what or where a thing is; what is "of" another is part of its name."""
_ASIDE = lexicon("""
    after before since until from by with without including excluding on during under over against as than because
    according about around per between within through across into
""")
"""Behind these stands when, by whom or with what else it is so."""
_DETERMINERS = lexicon("the a an this that these those its their his her our each every")
_GIVING = frozenset(
    stem(word)
    for word in lexicon("cost price charge have hold stand amount come count number total reach give take need pay")
)
"""Words that give a value."""
_TELLING = _GIVING | frozenset(
    stem(word)
    for word in lexicon("""
        put find know say estimate expect reckon due plan set make ready possible early late new current present old
        recent today year month week day hour quarter people person include require allow last get apply contain consist
        employ own run cover offer serve carry keep go open reopen begin start end close therefore again only alone
    """)
)
"""Words that give a value, say when, or what a thing does of which a value is told; no names of things."""
_VERB_OR_ADVERB = lazy_re(r"\w{3,}(?:ed|ly)", re.IGNORECASE)
_SIDES = tuple(
    frozenset(map(stem, words.split()))
    for words in (
        "north south east west northern southern eastern western",
        "upper lower left right",
        "day night",
        "spring summer autumn winter",
        "men women boys girls male female",
        "adult adults child children",
        "first second third fourth fifth",
    )
)
_TOKEN = lazy_re(r"[,;#]|[^\W_][\w'’-]*")
_FIGURE = " # "


@dataclass
class _Place:
    """The stems of what is named in one place of a clause: nouns, and what tells one of a kind."""

    nouns: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    """Of the latter, names and numbers."""


def another(claim: str, ours: Figure, sentence: str, theirs: Figure) -> bool:
    """Whether a figure of a sentence is told of another thing than that of the claim."""
    said, there = _clause(claim, ours), _clause(sentence, theirs)
    one, other = _places(said), _places(there)
    places = one.keys() & other.keys() - ({"to"} if ours.kind is FigureKind.DATE else set())
    aside, known = frozenset(stems(there)), frozenset(stems(said))
    return any(_apart(one[place], other[place], known, aside) for place in places)


def _apart(one: _Place, other: _Place, said: frozenset[str], there: frozenset[str]) -> bool:
    if (one.nouns - there and other.nouns - said) or (one.marks - there and other.marks - said):
        return True
    ours, theirs = one.kinds - there, other.kinds - said
    return any(ours & side and theirs & side for side in _SIDES)


def _clause(text: str, figure: Figure) -> str:
    """That of a figure, and all before it where its own names nothing: "it costs 4 million to build, 2 to run"."""
    clause = next((words for each, words in bound(text) if each.start == figure.start), text)
    return clause if _places(clause)[""].nouns else f"{text[: figure.start]} {clause}"


def _places(clause: str) -> dict[str, _Place]:
    found: dict[str, _Place] = defaultdict(_Place)
    found[""] = _Place()
    for place, chunk in _chunks(clause):
        *before, noun = chunk
        found[place].nouns.update(stems(noun))
        for each in before:
            found[place].kinds.update(stems(each))
            found[place].marks.update(stems(each) if each[0].isupper() else ())
        if noun[0].isdigit():
            found[place].marks.update(stems(noun))
    return found


def _chunks(clause: str) -> Iterator[tuple[str, list[str]]]:
    """Words that stand together and name something, with the preposition before them."""
    told = [each for each in figures.find(clause) if each.kind is not FigureKind.NAME]
    for each in sorted(told, key=lambda each: -each.start):
        clause = f"{clause[: each.start]}{_FIGURE}{clause[each.end :]}"
    place, last = "", ""
    chunk: list[str] = []
    for token in (*(match[0] for match in _TOKEN.finditer(clause)), ","):
        word = token.lower()
        names = word[0].isalnum() and word not in STOP_WORDS | NOT_A_NAME
        names = names and stem(word) not in (_GIVING if last == "to" else _TELLING)
        if names and not _VERB_OR_ADVERB.fullmatch(word):
            chunk.append(token)
        else:
            if chunk and place not in _ASIDE:
                yield place, chunk
            chunk = []
            if word in _PLACES | _ASIDE:
                place = word
            elif word in ",;" or (word in _DETERMINERS and last not in _PLACES | _ASIDE | {"of"}):
                place = ""
        last = word
