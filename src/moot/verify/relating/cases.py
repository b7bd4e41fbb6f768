"""Two times, or two of a kind: what is said of the one does not contradict what is said of the other.

A figure of 2022 and one of 2023 may both be right, as may one of the day shift and one of the night shift. Two of a
kind are seen where the claims, or the clauses that tell the figures, are alike word for word but for the figure and for
what names the one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stems
from moot.verify.relating import kin, sides, wording
from moot.verify.relating.amounts import Amounts, amounts
from moot.verify.relating.kinds import Difference, apart
from moot.verify.relating.plain import plain
from moot.verify.relating.timed import Timed
from moot.verify.relating.times import times
from moot.verify.relating.wording import Wording
from moot.words import Relation

_MOST = 3
"""Words that name one of a kind."""
_LENGTHS = frozenset({"s", "month"})
"""The length of a time may tell the date of one event again: "38 days, until 6 November", "58 days, until the 26th"."""
_DATED = lazy_re(
    r"\b(?:decision|report|review|letter|minutes|offer|quote|notice|estimate|price|statement|announcement|article|"
    r"circular|version|edition)s? (?:of|from|dated)(?: the)? $",
    re.IGNORECASE,
)
"""Before the time of what tells a figure, and not of the figure: the report of March, in prices of 2025."""
_FIGURE = "#"
_WORD = lazy_re(r"#|[^\W_](?:[\w'’-]*\w)?")
_CLAUSE = lazy_re(r"[;:,](?=\s)|\b(?:because|so that|while|whereas|but)\b", re.IGNORECASE)
_TELLS = lazy_re(
    r"(?:say|said|stat|report|claim|writ|wrote|estimat|count|measur|find|found|put|giv|gave|calculat|reckon|record|"
    r"expect|assum|show|quot|nam|tell|told|list)\w*",
    re.IGNORECASE,
)
"""What differs before it is who tells the figure."""
_ADJECTIVES = lexicon("""
    initial original first official confirmed total overall final actual provisional estimated planned approved reported
    current present recent new latest annual yearly full entire whole main general average typical
""")
"""What may be said of one thing in another word."""
_EXCLUDING = tuple(
    lexicon(words)
    for words in (
        "day night morning evening afternoon",
        "north south east west northern southern eastern western",
        "spring summer autumn winter",
        "men women boys girls male female",
        "adults children adult child",
        "indoor outdoor indoors outdoors inside outside",
        "before after",
        "red blue green yellow black white",
        "upper lower left right",
    )
)
"""Words of one set that are near in meaning and never one thing."""
_NEAR = 0.5
"""Cosine of two words from which on they may be one. Of fourteen pairs that are ("salary", "pay") twelve reach it.
Of fourteen that are not, four do not ("steel", "timber"), seven are in the sets above or letters, and three are taken
for one thing ("rice", "wheat").
"""
_BESIDES = 2
"""Words left over, with the one that names the thing."""
_PLACING = "in|at|of|for|among|on|with|from|to"
_AUXILIARY = lexicon("is are was were has have had will would can could may might must should does did do")
_THE = lexicon("the its their this that")
_LOOSE = lexicon(
    "about around nearly almost roughly over under some only up to by at least most more less than just of exactly"
)
"""Words that a figure may have before it."""
_ONCE = lazy_re(
    r"(?!.*\bnumber of\b)[^#]*\b(?:opened|sank|sunk|died|born|founded|built|elected|signed|launched|closed|"
    r"burn(?:ed|t)|bought|sold|married|discovered|invented|completed|demolished|destroyed|collapsed|crashed|merged)\b"
    rf"(?! (?:(?:{'|'.join(sorted(_LOOSE))}) )*#)",
    re.IGNORECASE,
)
"""Tells of what happens once to one thing, and not how many did it or had it done to them."""


def two(
    one: str, other: str, figures: Amounts, when: Timed, said: Wording, *, turned: bool = False
) -> Difference | None:
    """Why both claims may be right: each is of a time of its own, or of another of one kind.

    `turned`: the one comes down on the other side of what the other says.
    """
    date = when.difference
    if date is not None and date.relation is Relation.CONFLICT and not (_aside(one) or _aside(other)):
        if _ONCE.match(_shape(one)) and _ONCE.match(_shape(other)):
            return None
        opposed = sides.compare(one, other, crossed=False).opposites and not said.left and not said.right
        if opposed or (figures.difference is not None and not _of_length(figures.rivals)):
            return apart(f"each is of a time of its own: {date.reason.partition(': ')[2]}")
    texts = plain(one), plain(other)
    alike: list[tuple[str, str]] = []
    if date is not None and date.relation is Relation.CONFLICT:
        alike = [(_undated(texts[0]), _undated(texts[1]))]
    elif date is None and figures.rivals is not None:
        first, second = figures.rivals
        alike = [texts, (_clause(texts[0], first), _clause(texts[1], second))]
    found = next(filter(None, (_two_of_a_kind(*parts) for parts in alike)), None)
    found = found or (_behind_one_word(*texts, said) if turned else None)
    return apart(f"of two of a kind: {found[0]} against {found[1]}") if found else None


def _undated(text: str) -> str:
    """With a figure for each time."""
    for each in sorted(times(text), key=lambda time: -time.span.start):
        text = f"{text[: each.span.start]} 1 {text[each.span.end :]}"
    return text


def _behind_one_word(one: str, other: str, said: Wording) -> tuple[str, str] | None:
    """Two things of which only one is said to be so: "nobody at the mill", "three people at the school".

    Where more than a word besides is left over, the two may be one thing in other words.
    """
    if max(len(said.left), len(said.right)) > _BESIDES:
        return None
    for ours in said.left:
        for theirs in said.right:
            if _before(one, ours) & _before(other, theirs) and not _one_thing([ours], [theirs], named=False):
                return ours, theirs
    return None


def _before(text: str, word: str) -> frozenset[str]:
    """The words that place something where this word stands: the "at" of "at the mill"."""
    places = re.finditer(rf"\b({_PLACING})[ \xa0](?:the |its |their |this |that |an? )?{re.escape(word)}\b", text, re.I)
    return frozenset(each[1].lower() for each in places)


def _aside(text: str) -> bool:
    """Whether a time is told that is not when something was: before, since or until it, or that of a report."""
    return any(each.order or _DATED.search(text[: each.span.start]) for each in times(text))


def _of_length(rivals: tuple[Figure, Figure] | None) -> bool:
    return rivals is not None and any(each.unit in _LENGTHS for each in rivals)


def _clause(text: str, figure: Figure) -> str:
    """The clause that tells the figure."""
    ends = [match.span() for match in _CLAUSE.finditer(text)]
    start = max((end for _, end in ends if end <= figure.start), default=0)
    end = min((begin for begin, _ in ends if begin >= figure.end), default=len(text))
    return text[start:end]


def _two_of_a_kind(one: str, other: str) -> tuple[str, str] | None:
    """What names the one and the other, if nothing else differs but figures."""
    ours, theirs = _words(one), _words(other)
    low, high = ([word.lower() for word in words] for words in (ours, theirs))
    blocks = SequenceMatcher(None, low, high, autojunk=False).get_opcodes()
    differing = [block for block in blocks if block[0] != "equal"]
    shared = " ".join(" ".join(low[i:j]) for tag, i, j, _, _ in blocks if tag == "equal")
    if len(differing) != 1 or _FIGURE not in shared or not stems(shared.replace(_FIGURE, " ")):
        return None
    _, i, j, k, end = differing[0]
    named = (ours, i, j), (theirs, k, end)
    if not all(_names_one(*each) for each in named) or _one_thing(ours[i:j], theirs[k:end], named=i > 0 and k > 0):
        return None
    # "The ferry" and "the ship" may be one, and "Tärnan" its name.
    if any(_definite(*each) for each in named) and all(_definite(*each) or _capital(*each) for each in named):
        return None
    return " ".join(ours[i:j]), " ".join(theirs[k:end])


def _words(text: str) -> list[str]:
    """With one word for each figure."""
    for each in sorted(amounts(text), key=lambda figure: -figure.start):
        text = f"{text[: each.start]} {_FIGURE} {text[each.end :]}"
    return _WORD.findall(re.sub(r"# +(?:to|and|[-–]) +#", _FIGURE, text))


def _shape(text: str) -> str:
    return " ".join(_words(plain(text)))


def _names_one(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the words there may name one of a kind: no verb or unit beside the figure, and nobody who tells it."""
    inside, after = words[start:end], [word for word in words[end:] if word.lower() not in _LOOSE]
    if not 0 < len(inside) <= _MOST or _FIGURE in inside:
        return False
    if not any(stems(word) or (len(word) == 1 and word.isupper()) or _excludes(word) for word in inside):
        return False
    if (after and (after[0] == _FIGURE or _TELLS.fullmatch(after[0]))) or (start and words[start - 1] == _FIGURE):
        return False
    before = [word.lower() for word in words[:start] if word.lower() not in _THE | {"a", "an"}]
    return before[-1:] not in (["to"], ["by"])


def _one_thing(one: Sequence[str], other: Sequence[str], *, named: bool) -> bool:
    """Whether the words may be one thing in two words, or are opposite words on one thing.

    `named`: a capital tells a name.
    """
    low = [frozenset(map(str.lower, words)) for words in (one, other)]
    if any(low[0] & each and low[1] & each for each in _EXCLUDING):
        return False
    if sides.compare(" ".join(one), " ".join(other), crossed=False).turned:
        return True
    if any(words & _ADJECTIVES for words in low):
        return True
    pairs = [(a, b) for a in stems(" ".join(one)) for b in stems(" ".join(other))]
    if any(wording.same(a, b) or kin.synonyms(a, b) for a, b in pairs):
        return True
    ours, theirs = ([word for word in words if stems(word)] for words in (one, other))
    # Two names are two things however near, and of more words than one the cosine says too little.
    return (
        len(ours) == len(theirs) == 1
        and not (named and all(word[0].isupper() for word in (*ours, *theirs)))
        and (float(wording.vector(ours[0].lower()) @ wording.vector(theirs[0].lower())) >= _NEAR)
    )


def _excludes(word: str) -> bool:
    return any(word.lower() in each for each in _EXCLUDING)


def _definite(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the words there are all that names a thing that the reader knows: "the ferry carries", and not "the day
    shift has".
    """
    known = words[start].lower() in _THE or (start > 0 and words[start - 1].lower() in _THE)
    after = [word.lower() for word in words[end:] if word.lower() not in _LOOSE]
    return known and (not after or after[0] in _AUXILIARY or after[1:2] == [_FIGURE])


def _capital(words: Sequence[str], start: int, end: int) -> bool:
    return any(word[0].isupper() for word in words[start:end])
