"""Who, where and what by name: the names of two claims, with acronyms, demonyms, surnames and versions.

A name is a run of capitalised words. Two runs are one name when a word that identifies them is shared or spelt nearly
alike, or when the one is the initials of the other's words. A name that only one claim has is another's only where the
other claim has one that is not met either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from moot.text import months, weekdays
from moot.text.lazy import lazy_re
from moot.text.lexicon import NOT_A_NAME, STOP_WORDS, lexicon, sequence
from moot.text.spans import Span
from moot.text.terms import stem
from moot.verify.comparing.posts import TITLES
from moot.verify.names import PLACES, bare
from moot.verify.relating.wording import vector

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TOKEN = lazy_re(r"[^\W_]+(?:[’'&.-](?=[^\W_])[^\W_]+)*")
_JOINS = lazy_re(r"[ \xa0]+(?:(?:of|the|for|and|de|del|la|le|van|von|der|den|du|da|di|&)[ \xa0]+){0,3}")
_SMALL = lexicon("of the for and de del la le van von der den du da di &")
_OPENS = lazy_re(r"(?:^|[.:!?;]\s|[(\[“\"‘]|(?<!\w)')\s*$")
_MEASURED = lazy_re(r"(?:[\d°]|\b(?:degrees|hundred|twelve|million|billion|thousand|\w+teen|\w+ty))[ \xa0°]?$")
"""What a unit follows."""
_TIMES = {*months.ENGLISH, *weekdays.ENGLISH, *(f"{day}s" for day in weekdays.ENGLISH)} | lexicon(
    "q1 q2 q3 q4 h1 h2 celsius fahrenheit kelvin"
)
_KINDS = lexicon("""
    act agency airport association authority bank board bridge bureau city college commission committee company
    corporation corp council county court department district energy faculty foundation group hospital house inc
    institute international island islands lake limited llc ltd ministry mount museum national north northern south
    southern east eastern west western office park parliament party plc port province region river road school society
    state states station street system tower treaty tribunal trust union united university valley minister president
    bishop archbishop judge general king queen prince princess church saint st new old great the federal royal central
    directive regulation programme program project airlines motors bay sea ocean gulf cape hotel club
    mr mrs ms dr professor prof sir dame
""")
"""Words of a name that say what kind of thing it is."""
_EQUAL: tuple[frozenset[str], ...] = tuple(
    lexicon(words)
    for words in (
        "us usa u.s u.s.a america american americans states",
        "uk u.k britain british kingdom briton britons",
        "eu e.u europe european europeans",
        "un u.n nations",
        "france french frenchman frenchwoman",
        "netherlands dutch holland",
        "germany german germans",
        "spain spanish spaniard",
        "switzerland swiss",
        "denmark danish dane",
        "sweden swedish swede",
        "norway norwegian",
        "finland finnish finn",
        "poland polish pole",
        "turkey turkish türkiye",
        "greece greek",
        "ireland irish",
        "wales welsh",
        "scotland scottish",
        "england english",
        "portugal portuguese",
        "china chinese beijing",
        "japan japanese",
        "thailand thai",
        "philippines filipino philippine",
        "peru peruvian",
        "iceland icelandic",
        "belgium belgian",
        "hungary hungarian",
        "czechia czech",
        "slovakia slovak",
        "ukraine ukrainian",
        "russia russian moscow",
        "norway norwegian",
        "israel israeli",
        "iraq iraqi",
        "pakistan pakistani",
        "argentina argentine argentinian",
        "uae emirates emirati",
        "robert bob rob bobby",
        "william bill billy will",
        "elizabeth liz lizzie betsy beth betty",
        "richard rick dick",
        "james jim jimmy",
        "john jack johnny",
        "thomas tom tommy",
        "michael mike mick",
        "margaret maggie peggy meg",
        "katherine catherine kate kathy",
        "edward ed eddie ted",
        "charles charlie chuck",
        "joseph joe joey",
        "samuel sam",
        "daniel dan danny",
        "anthony tony",
        "alexander alex",
        "christopher chris",
        "matthew matt",
        "nicholas nick",
        "andrew andy",
        "david dave",
        "stephen steven steve",
        "gregory greg",
        "timothy tim",
        "susan sue",
        "jennifer jenny",
        "rebecca becky",
        "frederick fred freddie",
        "benjamin ben",
        "patrick pat paddy",
    )
)
_ENDINGS = lazy_re(r"(?:ians?|eans?|ans?|ese|ish|ic|is?|ns?|y|e|a|ia|land|es|s)?$")
_GERMAN = lexicon("""
    der die das dem den des ein eine einem einen einer eines am im beim vom zum zur ans ins diese dieser dieses diesem
    diesen
""")
"""Articles, some with a preposition in them."""
_BEHIND = lazy_re(rf"(?<!\w)(?:{'|'.join(sorted(_GERMAN))})[ \xa0](?:(?-i:[a-zß-ÿ]+)[ \xa0])?$", re.IGNORECASE)
_ROOT = 4
"""Letters that a place and its people share."""
_SPELLING = 86
_LONG = 5
"""Letters of a word that is compared by its spelling."""


@dataclass(frozen=True)
class Named:
    span: Span
    text: str
    words: tuple[str, ...]
    """Those that identify it, lower-case; of an abbreviation the letters."""
    initials: str
    sure: bool
    """Written as no common word is: within a sentence, or of several words, or with capitals inside."""
    common: bool
    """Behind a German article, where any noun has a capital."""


@lru_cache(maxsize=2048)
def names(text: str) -> tuple[Named, ...]:
    """The names of a claim, in order."""
    return tuple(filter(None, (_named(text, run) for run in _runs(text))))


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        unit = len(token[0]) < _LONG and _MEASURED.search(text[max(0, token.start() - 12) : token.start()])
        capital = token[0][0].isupper() and bare(token[0]) not in _TIMES and not unit
        between = text[run[-1].end() : token.start()] if run else ""
        if run and capital and _JOINS.fullmatch(between) and not (_possessive(run[-1][0]) or _ends(run[-1], between)):
            run.append(token)
        elif capital:
            if run:
                yield run
            run = [token]
    if run:
        yield run


def _possessive(token: str) -> bool:
    return bool(re.search(r"[’']s$", token))


def _ends(last: re.Match[str], between: str) -> bool:
    """ "Ardent and Holmgaard" are two names, "Farrow & Lyle" and "Bank of Ruvia" are one."""
    return " and " in between and bare(last[0]) not in _KINDS


def _named(text: str, run: list[re.Match[str]]) -> Named | None:
    opens = bool(_OPENS.search(text[: run[0].start()]))
    joined = len(run) > 1
    possessive = _possessive(run[0][0])
    while run and bare(run[0][0]) in NOT_A_NAME | STOP_WORDS:
        run = run[1:]
        opens = False
    if not run:
        return None
    first = run[0][0]
    inner = sum(letter.isupper() for letter in first) > 1 or any(letter.isdigit() for letter in first)
    sure = not opens or joined or possessive or inner or _whole_place(first)
    if opens and joined and not inner and bare(run[1][0]) in TITLES:
        run = run[1:]
    whole = [bare(token[0]) for token in run]
    words = tuple(word for word in whole if word not in _KINDS | TITLES) or tuple(whole)
    start, end = run[0].start(), run[-1].end()
    inside = [token for token in re.split(r"[\s\xa0-]+", text[start:end]) if token and token.lower() not in _SMALL]
    initials = "".join(token[0] for token in inside).lower()
    common = (joined and bare(first) in _GERMAN) or bool(_BEHIND.search(text, 0, start))
    return Named(Span(start, end), text[start:end], words, initials, sure, common)


def _whole_place(word: str) -> bool:
    """True for a place that everybody knows."""
    return bare(word) in PLACES


@dataclass(frozen=True)
class NamesCompared:
    left: tuple[Named, ...]
    right: tuple[Named, ...]
    shared: int


def compare(one: str, other: str) -> NamesCompared:
    """The names of each claim that are not met in the other."""
    here, there = names(one), names(other)
    left = tuple(each for each in here if not _met(each, there, other))
    right = tuple(each for each in there if not _met(each, here, one))
    shared = min(len(here) - len(left), len(there) - len(right))
    right = tuple(each for each in right if each.sure or _is_name(each, left))
    return NamesCompared(
        tuple(each for each in left if each.sure or _is_name(each, right)),
        right,
        max(0, shared),
    )


def _is_name(name: Named, others: Sequence[Named]) -> bool:
    """What opens a sentence is a name where the other claim has one unmet too, and the word is more like a name."""
    return bool(others) and _like_a_name(name.text)


_NAMES = sequence("""
    Peter Maria Anna Paul John Ahmed Ivan Yuki Rosa Carlos Smith Johnson Garcia Petrov Tanaka Novak Microsoft Samsung
    Boeing Intel Sony Unilever Bosch Airbus Visa Facebook Linux Android Nike Alaska Argentina Berlin Brazil Chile Cuba
    Egypt Florida India Iran Kenya London Madrid Norway Poland Rome Scotland Texas Vienna
""")
_COMMON = sequence("""
    Unemployment Inflation Police Researchers Revenue Profits Sales Demand Doctors Teachers Voters Tourism Construction
    Engineers Patients Prices Residents Traffic Emissions Investors Women Children Water Steel Music Schools Critics
    Officials Smoking Exercise Nobody Bad Regular Nearly Temperatures Snow Bread Imports Heavy
""")
"""Words that open sentences, names and others: a word is taken for what the mean of their vectors is nearer to."""


@cache
def _edge() -> tuple[NDArray[np.float32], float]:
    """The direction from common words to names, and where their middle lies on it."""
    import numpy as np

    one, other = (np.stack([vector(word) for word in words]).mean(axis=0) for words in (_NAMES, _COMMON))
    return one - other, float((one + other) @ (one - other)) / 2


@lru_cache(maxsize=1024)
def _like_a_name(word: str) -> bool:
    """True for a word that reads more like a name than like a common word at the front of a sentence."""
    from moot.text.embedding import shared

    direction, middle = _edge()
    if float(vector(word) @ direction) > middle:
        return True
    # A word that the encoder's vocabulary has only in pieces is rare: a name, if it is not derived from another.
    return len(shared().tokens(word).ids) > 1 and not _DERIVED.search(word)


_DERIVED = lazy_re(r"(?:s|ing|ed|tion|ment|ers?|ly|ness|ity|ism|ists?|ance|ence|able|al|ic)$", re.IGNORECASE)


def _met(name: Named, others: Sequence[Named], text: str) -> bool:
    lower = text.lower()
    found = [re.sub(r"[’']s$", "", token[0].lower()) for token in _TOKEN.finditer(lower)]
    tokens = frozenset(found) | frozenset(part for token in found for part in token.split("-"))
    if not all(_word_met(word, tokens) for word in name.words):
        if any(_initials(name, other) or _initials(other, name) for other in others):
            return True
        if _abbreviates(name, text):
            return True
        # "Dana Moreau" is met by "Moreau", not by "Marc Moreau".
        last = name.words[-1]
        if len(name.words) > 1 and any(other.words == (last,) for other in others):
            return True
        return any(_same_head(name, other) for other in others)
    return True


def _same_head(name: Named, other: Named) -> bool:
    """One is a part of the other: "Kestrel" and "Kestrel Bank", "Halvorsen wind park"."""
    a, b = set(name.words), set(other.words)
    return bool(a & b) and (a <= b or b <= a)


def _word_met(word: str, tokens: frozenset[str]) -> bool:
    if word in tokens or stem(word) in {stem(token) for token in tokens}:
        return True
    for group in _EQUAL:
        if word in group and group & tokens:
            return True
    return any(_alike(word, token) for token in tokens)


def _alike(word: str, other: str) -> bool:
    from rapidfuzz import fuzz

    shared = next((n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    if shared >= _ROOT and _ENDINGS.fullmatch(word[shared:]) and _ENDINGS.fullmatch(other[shared:]):
        return True
    return min(len(word), len(other)) > _LONG and word[0] == other[0] and fuzz.ratio(word, other) >= _SPELLING


def _initials(short: Named, long: Named) -> bool:
    letters = re.sub(r"[^\w]", "", short.text).lower()
    return 2 <= len(letters) <= 6 and short.text.isupper() and len(long.initials) > 1 and letters == long.initials


def _abbreviates(name: Named, text: str) -> bool:
    """True when the initials of words of the other claim, capital or not, are the name: WHO, GDP."""
    letters = re.sub(r"[^\w]", "", name.text)
    if not (2 <= len(letters) <= 6 and letters.isupper()):
        return False
    found = [token[0].lower() for token in re.findall(r"[^\W\d_]+", text) if token.lower() not in _SMALL]
    return len(letters) > 2 and letters.lower() in "".join(found)
