"""What a disagreement is about, in words of the sources: `Length of the bridge: 900 metres against 870 metres`."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import SequenceMatcher

from moot.readers.candidates import dangles
from moot.readers.readings import Reading
from moot.text import terms
from moot.text.lazy import lazy_re

LONGEST = 80
_OPENING = lazy_re(
    r"^(?:(?:by|according to|in) (?:one|another|a|the|its|their|our)\b[^,]{0,30}(?:,\s*|\baccount\s+|\bestimate\s+)"
    r"|(?:according to|as of|in|on|since|for) [^,]{1,40},\s*"
    r"|in (?:\w[\w-]*\s+){1,4}(?=(?:the|an?|its|their)\s)"
    r"|[\w .,’'-]{2,40}\([^()]{2,24}\)\s*[-–—]\s+"
    r"|(?:(?:the|a|an)\s+)?(?:[\w-]+\s+){1,3}(?:said|says|wrote|writes|reported|reports|added|adds)\s+that\s+"
    r"|(?:the|a|an|our|its|their|this|that)\s+)",
    re.IGNORECASE,
)
_CLOSING = lazy_re(
    r"\s+(?:was|is|are|were|has|had|have|been|be|fell|rose|fallen|risen|grew|reache[sd]|reach|stood|stands|stand|came|come"
    r"|amount(?:s|ed)?|total(?:s|led)?|score[sd]?|cost|put[s]?|gives?|gave|lists?|listed|suggests?|showed|shows|shown"
    r"|measured|reported|reports?|delivered|delivers|to|at|of|about|around|over|under|roughly|nearly|only|some|that|by"
    r"|from|the|a|an|and|with|than|more|less|approximately|almost|up|as|in|on|for|now|still|arrived|were|it)$",
    re.IGNORECASE,
)


def subject(a: Reading, b: Reading) -> str:
    """The two's common subject with both figures."""
    shown = f"{shown_figure(a, b)} against {shown_figure(b, a)}"
    named = title(a, b)
    return f"{named}: {shown}" if named else shown


def shown_figure(reading: Reading, other: Reading) -> str:
    """The figure as written, with its unit or the one thing that both count."""
    raw = " ".join(reading.figure.raw.split())
    counted = _counted(reading, other)
    if reading.figure.unit or not counted or len(counted.split()) > 1:
        return raw
    return f"{raw} {counted}"


def _counted(a: Reading, b: Reading) -> str:
    """What both count, in the words of the first: `wooden masts`."""
    words = a.counted.split()
    shared = [n for n, word in enumerate(words) if word in b.noun or terms.stem(word) in b.noun]
    return " ".join(words[: shared[-1] + 1]) if shared else ""


def title(a: Reading, b: Reading) -> str:
    """What both are figures of; empty where no words of the sources tell it."""
    years = " ".join(sorted(a.years & b.years))
    names = _names(a, b)
    counted = max(_counted(a, b), _counted(b, a), key=len)
    if len(counted.split()) > 1:
        phrase = counted
    else:
        phrase = "" if len(names) > 1 or a.figure.unit.startswith("/") else _phrase(a, b)
    parts = [name for name in names if name.casefold() not in phrase.casefold()]
    made = _upper(", ".join([*([phrase] if phrase else []), *parts]))
    return f"{made} ({years})" if years and made and years not in made else made


def _names(a: Reading, b: Reading) -> list[str]:
    """Names of both, as the first that has them writes them."""
    common = (a.names or a.leans_on) & (b.names or b.leans_on)
    return list({key: spelt for key, spelt in reversed((*a.spelt, *b.spelt)) if key in common}.values())[::-1]


def _phrase(a: Reading, b: Reading) -> str:
    """The words before a figure, of the side that says more of what both speak of."""
    shared = (a.measure | a.around) & (b.measure | b.around)
    phrases = [phrase for each in (a, b) if (phrase := _trimmed(each)) and not dangles(phrase)]
    if not phrases and not a.cell and not b.cell:
        return _common_run(a.quote, b.quote)
    weighed = [(_weight(phrase, shared), -n, phrase) for n, phrase in enumerate(phrases) if phrase]
    best = max(weighed, default=(0, 0, ""))
    return best[2] if best[0] else ""


def _common_run(a: str, b: str) -> str:
    """The longest stretch of words that both sentences have."""
    left, right = a.split(), b.split()
    lowered = [[word.casefold().strip(".,;:") for word in words] for words in (left, right)]
    match = SequenceMatcher(None, *lowered, autojunk=False).find_longest_match()
    words = left[match.a : match.a + match.size]
    while words and words[0].casefold() in terms.STOP_WORDS:
        words = words[1:]
    run = " ".join(words).strip(" ,;:.")
    while (closing := _CLOSING.search(run)) is not None:
        run = run[: closing.start()]
    return run if len(words) > 1 and len(run) <= LONGEST else ""


def _weight(phrase: str, shared: Collection[str]) -> int:
    return sum(stem in shared for stem in set(terms.stems(phrase)))


def _trimmed(reading: Reading) -> str:
    """The words of a reading's own part that stand before its figure (or its first one), without what frames them."""
    if reading.cell:
        return reading.passage.heading.split(" › ")[-1]
    phrase = " ".join(reading.lead.split())
    while (opening := _OPENING.match(phrase)) is not None and opening.end() < len(phrase):
        phrase = phrase[opening.end() :]
    while (closing := _CLOSING.search(phrase)) is not None:
        phrase = phrase[: closing.start()]
    return phrase.strip(' ,;:.()"“”„«»‘’') if len(phrase) <= LONGEST else ""


def _upper(text: str) -> str:
    return text if text[:1] in "µ" else text[:1].upper() + text[1:]
