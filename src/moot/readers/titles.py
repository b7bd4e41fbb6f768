"""Titles that a person would write: a source's own title or heading where it has one, else its most telling words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from moot.text import terms
from moot.text.lazy import lazy_re

_FRAME = "What do the sources say on “{}”?"
_FRAMED = lazy_re(r"^What do the sources say on “(.+)”\?$")
_NOT_A_TITLE = lazy_re(
    r"^(?:untitled|index|document\d*|page|home|readme|source|new document|\W*)$|://|^www\.|^\S+\.\w{2,4}$", re.I
)
_FILE_NAME = lazy_re(r"^(?:\d+[-_. ]+)?(?=[\w.]+[-_][\w.])[\w.]+(?:-[\w.]+)*$")
_SITE = lazy_re(r"\s+[|–—·»]\s+[^|–—·»]{2,40}$|\s+-\s+[A-Z][\w. ]{2,30}$")
LONGEST = 90


def as_question(title: str) -> str:
    """A theme as a sub-question of a plan."""
    return _FRAME.format(title)


def is_theme(question: str) -> bool:
    """True when the sub-question was made of a theme."""
    return bool(_FRAMED.match(question))


def of_aspect(question: str) -> str:
    """The title of the section that answers a sub-question."""
    framed = _FRAMED.match(question)
    if framed:
        return framed[1]
    text = question.strip().rstrip("?.") or question
    asks = re.match(r"(?:what|how|which|who|when|where|why|whether|is|are|does|do|did|can|should|will)\b", text, re.I)
    return _upper(text) + ("?" if asks else "")


def theme(title: str, texts: Iterable[str]) -> str:
    """`title` made readable; where it is none (a file name, an address), the words that the texts repeat."""
    title = " ".join(title.split()).strip(" #*_")
    if title and not _NOT_A_TITLE.search(title):
        if _FILE_NAME.match(title):
            title = re.sub(r"^\d+[-_. ]+", "", title).replace("_", " ").replace("-", " ")
        title = _SITE.sub("", title)
        return _upper(_short(title))
    return _upper(_telling(list(texts)))


def _telling(texts: list[str]) -> str:
    """The pair of neighbouring content words that most sentences share, as it is mostly spelt; else one word."""
    pairs: Counter[tuple[str, str]] = Counter()
    singles: Counter[str] = Counter()
    spelt: dict[tuple[str, ...], Counter[str]] = {}
    for text in texts:
        words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]", text)
        for left, right in zip(words, [*words[1:], ""], strict=False):
            a, b = _content(left), _content(right)
            if a:
                singles[a] += 1
                spelt.setdefault((a,), Counter())[left] += 1
            if a and b and a != b:
                pairs[a, b] += 1
                spelt.setdefault((a, b), Counter())[f"{left} {right}"] += 1
    best = min(pairs.items(), key=lambda each: (-each[1], each[0]), default=None)
    if best is not None and best[1] > 1:
        return spelt[best[0]].most_common(1)[0][0]
    if singles:
        word = min(singles.items(), key=lambda each: (-each[1], each[0]))[0]
        return spelt[word,].most_common(1)[0][0]
    return "Further points"


def _content(word: str) -> str:
    stems = terms.stems(word) if len(word) > 2 and word.isalpha() else []
    return stems[0] if stems else ""


def _short(title: str) -> str:
    if len(title) <= LONGEST:
        return title
    return title[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
