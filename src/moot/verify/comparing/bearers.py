"""Who bears a post: "Mayor Rita Olsen", "Ines Bergh, secretary of the union"; and a name by the post that a source
tells of instead: "Bergh told members" where it says that the union's secretary did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from moot.text import sentences
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stems
from moot.verify.comparing.capitals import NAME
from moot.verify.comparing.language import cover
from moot.verify.comparing.posts import HELD, POSTS, TITLES

_POST = "|".join(sorted(HELD | POSTS | lexicon("caretaker chief clerk head")))
_BEARS = lazy_re(
    rf"\b(?i:(?P<before>{_POST}))(?: (?:of|at|for) [^,.;:()]{{0,60}}? (?:is|was)|,)? (?P<after>{NAME})"
    rf"|(?P<first>{NAME})(?:,| is| was| has been| became| as)(?: [\w'’]{{1,30}}){{0,4}}? (?i:(?P<last>{_POST}))\b"
)
_OTHERWISE = (
    r"who|whom|whose|by|to|of|with|for|from|at|on|in|under|against|like|and|or|nor|but|not|never|no|as|than|nearly|"
    r"almost|a|an|the|its|their|his|her|our|deputy|vice|assistant|ex|former|formerly|once|then|next|future|late|"
    r"(?!elected)\w+ed|\w+ing"
)
"""Between a name and a post that is another's, or no longer that person's."""
_PLAINLY = lazy_re(
    rf"(?i:(?<!deputy )(?<!vice )(?<!assistant )(?<!former )\b(?P<before>{_POST})) (?P<after>{NAME})"
    rf"|(?P<first>{NAME})(?:,| (?:is|was|has been|became))(?: (?:a|an|the|its|their))?"
    rf"(?: (?!(?i:{_OTHERWISE})\b)[\w'’]{{1,30}}){{0,2}}? (?i:(?P<last>{_POST}))(?=[,.;)]|$| (?:of|for|at|since)\b)"
)
"""A post that stands next to a name, or with no more than two words that tell of which."""
_WHO = lazy_re(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur) (?P<whose>(?:[\w'’-]+ ){{0,2}})(?i:(?P<post>{_POST}))\b"
    r"(?: of (?:the |an? |its |their )?(?P<of>[\w'’-]+))?"
)
_MOST = 0.6
"""Share of the rest of the claim that the sentence of the post must say, and no sentence with the name."""


def bearers(text: str) -> Iterator[tuple[str, str]]:
    """Each post with the name of who bears it, in the order of the text."""
    return _told(_BEARS, text)


def as_there(claim: str, texts: Sequence[str], documents: Sequence[str]) -> str:
    """The claim, in which a name goes by the post of which a text says the rest, where only that person bears it.

    `documents`: the whole sources, which may tell elsewhere who bears it.
    """
    units = [each.of(text) for text in texts for each in sentences.split(text)]
    for name, post, whose in dict.fromkeys(each for document in documents for each in _only(document)):
        called = next((each for each in (name, name.split()[-1]) if re.search(rf"\b{re.escape(each)}\b", claim)), None)
        if called is None:
            continue
        rest = frozenset(stems(claim)) - frozenset(stems(name))
        for unit in units:
            who = next((each for each in _WHO.finditer(unit) if each["post"].lower() == post), None)
            if (
                who is None
                or cover(rest, unit) < _MOST
                or not frozenset(stems(f"{who['whose']} {who['of'] or ''}")) <= whose
            ):
                continue
            if any(name.split()[-1] in each and cover(rest, each) >= _MOST for each in units):
                continue
            return claim.replace(called, who[0] if claim.startswith(called) else who[0].lower(), 1)
    return claim


@lru_cache(maxsize=16)
def _only(document: str) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """The names of those who alone bear a post in a source, the post, and the stems of where it says so."""
    units = [each.of(document) for each in sentences.split(document)]
    told = [each for unit in units for each in bearers(unit)]
    found: list[tuple[str, str, frozenset[str]]] = []
    for unit in units:
        for post, name in _told(_PLAINLY, unit):
            last = name.split()[-1]
            if all(other.split()[-1] == last for of, other in told if of == post) and last.lower() not in TITLES:
                found.append((name, post, frozenset(stems(unit))))
    return tuple(found)


def _told(form: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    for match in form.finditer(text):
        yield (match["before"] or match["last"]).lower(), match["after"] or match["first"]
