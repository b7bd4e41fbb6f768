"""Whose word it is where nobody is quoted: "the harbour master said that the quay was unsafe".

Read is who is told to say what, in front of his words or behind them. Persons only: by a name of their own ("Ines
Falk") or by what they are ("the harbour master"). What a body or a paper says may be the word of anybody in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from moot.text import sentences
from moot.text.lazy import lazy_re
from moot.text.lexicon import NOT_A_NAME, lexicon
from moot.text.terms import stems, words
from moot.verify.comparing import somebody
from moot.verify.comparing.capitals import ADVERB
from moot.verify.comparing.paired import LONGEST
from moot.verify.comparing.posts import ALIKE, ONE, POSTS, TITLES
from moot.verify.comparing.saying import HOLDS, NOTED, SAID, TOLD
from moot.verify.comparing.spoken import BODY, PRONOUNS, QUOTES
from moot.verify.names import GENERIC, PLACES, Name, kind

_SAYS = (
    rf"(?:{SAID}|{HOLDS}|{NOTED}|{TOLD}|announce[sd]?|reckon(?:s|ed)?|suggest(?:s|ed)|stress(?:es|ed)|"
    r"point(?:s|ed) out|maintain(?:s|ed)|(?:told|tells?|warn(?:s|ed)|remind(?:s|ed)) (?:[\w’'-]+ ){1,4}?that)"
    r"(?! (?:about|of|on|to|for|in|at|down|up|back)\b)"
)
_WHO = r"(?:[\w’'.-]+ ){0,7}?[\w’'.-]+"
_ASIDE = r"(?:,[^,.;:\"\n]{1,60},)?"
_FRONT = lazy_re(
    rf"^(?:[^,;:\"]{{1,60}}, )?(?P<who>{_WHO}{_ASIDE}) (?:(?:has|had|also|then|later|{ADVERB}) ){{0,2}}{_SAYS}"
    r"(?: that|:|,)? (?=(?P<said>.{2,}))"
)
_TOLD = lazy_re(rf"^(?P<who>{_WHO}{_ASIDE}) (?:told|tells?) (?P<said>.{{2,}})")
_ACCORDING = lazy_re(rf"^[Aa]ccording to (?P<who>{_WHO}{_ASIDE}), (?P<said>.{{2,}})")
_BEHIND = lazy_re(
    rf"^(?P<said>.{{2,}}?)[,\"]{{1,2}} (?:{_SAYS} (?P<after>{_WHO})|according to (?P<word>{_WHO})"
    rf"|(?P<before>{_WHO}) {_SAYS})(?=[,.;]|$)"
)
_FORMS = (_ACCORDING, _FRONT, _TOLD, _BEHIND)
_PARTS = lazy_re(r"[;:—–]\s|,? (?:and|but|while|whereas|though|although) (?=(?:the|an?|its|his|her|their) |[A-ZÀ-Þ])")
"""What one says ends where these begin, if somebody speaks behind them."""
_OF = lazy_re(r"\b(?:of|at|for|from|in|who|with|on)\b")
_LETTERS = lazy_re(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PRONOUNS = PRONOUNS | lexicon("somebody someone others many some both neither")
_ARTICLE = lazy_re(r"^(?:the|an?|its|his|her|their|our|one) ", re.IGNORECASE)
_FIRST = lexicon("i we")
_NO_PART = lexicon("is are was were be been being has had have will would can could may might must not by to")
"""No words of who speaks: "hail had been" is nobody."""
_HEADS = lazy_re(r"\b(?:heads?|headed|leads?|led|runs?|ran|chairs?|chaired|directs?|directed|founded|owns?|elected)\b")
"""Of whom that is said he may be a chair or a director, though nobody calls him so."""
_FULL = lazy_re(r"\b[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+")
_SAME, _TIE = 0.75, 0.25
"""Share of what is said that a sentence must hold to say it; one that holds so much less may say it as well."""
_LEAST = 2
"""Content words of what is said."""


@dataclass(frozen=True)
class Somebody:
    """Who speaks."""

    text: str
    name: frozenset[str]
    posts: frozenset[str]
    """What he is: "master" of a harbour master."""
    pronoun: bool = False


@dataclass(frozen=True)
class Report:
    who: Somebody | None
    """None where it is no person who is known to be one."""
    said: str


def another(claim: str, units: Sequence[str], whole: str) -> str:
    """In words whose word the source says it is; empty when nothing was seen. `whole`: all that the sources say."""
    for ours in read(claim):
        said = frozenset(stems(ours.said))
        if ours.who is None or ours.who.pronoun or len(said) < _LEAST:
            continue
        there = [report for unit in units for report in read(unit) if _cover(said, report.said) >= _SAME]
        theirs = [report.who for report in there if report.who and _two(ours.who, report.who, whole)]
        if not theirs or len(theirs) < len(there) or _said_else(ours.who, said, whole):
            continue
        return f"the claim gives it as the word of {ours.who.text}, its source as that of {theirs[0].text}"
    return ""


@lru_cache(maxsize=4096)
def read(text: str) -> tuple[Report, ...]:
    """Who says what in a sentence."""
    return tuple(filter(None, map(_report, _parts(" ".join(text[:LONGEST].translate(QUOTES).split())))))


def _report(part: str) -> Report | None:
    forms = (_BEHIND,) if part.startswith('"') else _FORMS
    found = next((match for form in forms if (match := form.search(part))), None)
    if found is None:
        return None
    who = next(each for name, each in found.groupdict().items() if name != "said" and each)
    return Report(_somebody(who), found["said"])


def _parts(sentence: str) -> Iterator[str]:
    """The sentence, cut where another begins to speak."""
    start = 0
    for match in _PARTS.finditer(sentence):
        if _report(sentence[match.end() :]):
            yield sentence[start : match.start()].strip()
            start = match.end()
    yield sentence[start:].strip()


def _somebody(who: str) -> Somebody | None:
    """The person of whom these words tell; None for a body, a paper, or nobody."""
    first = _OF.split(who)[0]
    found = _LETTERS.findall(first)
    if not found or not _NO_PART.isdisjoint(map(str.lower, found)):
        return None
    if len(found) == 1 and found[0].lower() in _PRONOUNS:
        return Somebody(found[0], frozenset(), frozenset(), pronoun=True)
    capital = {word.lower() for word in found if word[0].isupper()}
    posts = frozenset(
        word.lower() for word in found if word.lower() in POSTS or (word.islower() and somebody.is_person(word))
    )
    name = frozenset(capital - posts - TITLES - NOT_A_NAME)
    if (set(map(str.lower, found)) & BODY and not posts) or name & (GENERIC | PLACES):
        return None
    return Somebody(" ".join(who.split()).rstrip(".,"), name, posts) if name or posts else None


def _two(ours: Somebody, theirs: Somebody, whole: str) -> bool:
    """True where nothing tells that the two are one, and the source has both: the claim's own person says something
    else in it, or it names both in one clause. A name is set against a name and a post against a post only.
    """
    if theirs.pronoun:
        return theirs.text.lower() in _FIRST and _spoken_of(ours, whole) and not _may_be_i(ours, whole)
    if not _known(ours, whole):
        return False
    if ours.name and theirs.name:
        apart = not ours.name & theirs.name and _is_person(ours, whole) and _is_person(theirs, whole)
        return apart and (_speaks(ours, whole) or _both(ours.name, theirs.name, whole))
    one, other = _posts(ours, whole), _posts(theirs, whole)
    if not one or not other or one & other or any(one & alike and other & alike for alike in ALIKE):
        return False
    if _both(one, other, whole):
        return True
    name = ours.name or theirs.name
    posts = theirs.posts if ours.name else ours.posts
    return not _together(name or one, posts if name else other, whole) and _speaks(ours, whole)


def _posts(who: Somebody, whole: str) -> frozenset[str]:
    """What he is, in his own words or where the source sets it beside his name: "the mayor, Petra Lindholm"."""
    if not who.name:
        return who.posts
    name = "|".join(map(re.escape, sorted(who.name)))
    beside = re.findall(rf"([\w’'-]+),? (?:[A-ZÀ-Þ][\w’'.-]* ){{0,2}}(?i:{name})\b", whole)
    for told in re.findall(rf"\b(?i:{name}), ((?:[\w’'-]+ ){{0,4}}[\w’'-]+)", whole):
        beside += told.split()
    return who.posts | (frozenset(map(str.lower, beside)) & POSTS)


def _speaks(who: Somebody, whole: str) -> bool:
    """True where the source has him say something, by his name or by what he is."""
    posts = _posts(who, whole)
    for span in sentences.split(whole):
        for report in read(span.of(whole)):
            each = report.who
            if each and not each.pronoun and (_one(who, each) or (not who.name and posts & _posts(each, whole))):
                return True
    return False


def _both(one: frozenset[str], other: frozenset[str], whole: str) -> bool:
    """True where a clause names the two as two: "the surgeon and the nurse"."""
    first, second = ("|".join(map(re.escape, sorted(each))) for each in (one, other))
    joined = r"(?: [\w’'-]+){0,2} (?:and|met|told|asked) (?:(?:the|an?|his|her|its) |(?=[A-ZÀ-Þ]))(?:[\w’'-]+ ){0,2}"
    return any(
        re.search(rf"\b(?i:{left}){joined}(?i:{right})\b", whole) for left, right in ((first, second), (second, first))
    )


def _may_be_i(who: Somebody, whole: str) -> bool:
    """True where he is told to have written the source, or it names nobody else who may be "I" in it."""
    name = who.name or frozenset(
        word.lower()
        for post in who.posts
        for told in re.findall(rf"\b(?i:{re.escape(post)}),? ((?:[A-ZÀ-Þ][\w’'-]+ ?){{1,3}})", whole)
        for word in told.split()
    )
    if name and re.search(rf"\b(?i:by) (?:[\w’'.-]+ ){{0,3}}(?i:{'|'.join(map(re.escape, sorted(name)))})\b", whole):
        return True
    persons = (found.lower().split() for found in _FULL.findall(whole))
    return all(name & set(each) or set(each) & (GENERIC | PLACES | NOT_A_NAME) for each in persons)


def _is_person(who: Somebody, whole: str) -> bool:
    """False for a name of one word that stands alone everywhere: "Siemens" may be whom another speaks for."""
    if len(who.name) > 1 or who.posts:
        return True
    (name,) = who.name
    return bool(re.search(rf"[A-ZÀ-Þ][\w’'-]*\.? (?i:{re.escape(name)})\b", whole))


def _spoken_of(who: Somebody, whole: str) -> bool:
    """True where the source tells what he says: then it is another who says "I" in it."""
    told = (report.who for span in sentences.split(whole) for report in read(span.of(whole)))
    return any(each and _one(who, each) for each in told)


def _known(who: Somebody, whole: str) -> bool:
    return bool((who.name or who.posts) & frozenset(words(whole)))


def _together(one: frozenset[str], other: frozenset[str], whole: str) -> bool:
    """True where a sentence tells of both, or that the one heads something and the other may be its head."""
    alike = other | ONE if other & ONE else other
    for span in sentences.split(whole):
        told = span.of(whole)
        there = frozenset(words(told))
        if one & there and (alike & there or (other & ONE and _HEADS.search(told))):
            return True
    return False


def _said_else(who: Somebody, said: frozenset[str], whole: str) -> bool:
    """True where another sentence may be the claim's: one that nobody known speaks, or that tells of who speaks."""
    for span in sentences.split(whole):
        told = span.of(whole)
        if _cover(said, told) < _SAME - _TIE:
            continue
        known = [(each.who, _cover(said, each.said)) for each in read(told) if each.who and _is_told(each.who)]
        if _cover(said, told) >= _SAME and not any(share >= _SAME for _, share in known):
            return True
        if any(share >= _SAME - _TIE and _one(who, each) for each, share in known):
            return True
    return False


def _is_told(who: Somebody) -> bool:
    """False for "she", who may be anybody."""
    return not who.pronoun or who.text.lower() in _FIRST


def _one(who: Somebody, other: Somebody) -> bool:
    return bool(who.name & other.name or who.posts & other.posts)


def word(unit: str, said: frozenset[str]) -> str:
    """Who it is, a person with a view, that says these stems in a sentence; empty where nobody does."""
    for report in read(unit):
        if report.who and not report.who.pronoun and _cover(said, report.said) >= _SAME:
            who = somebody.named(_ARTICLE.sub("", report.who.text))
            if who and (report.who.posts or kind(Name(who, ())) == "person"):
                return report.who.text
    return ""


def _cover(said: frozenset[str], text: str) -> float:
    return len(said & frozenset(stems(text))) / len(said)
