"""Is every person, firm, place or product of the claim named in what it cites? Signal.

A name is a run of capitalised words inside a sentence. It counts as named when the cited documents have one of its
words that identifies it, in any inflection or spelling near to it, its initials, or what its initials stand for. A
name that is missing is doubted where another stands in its place: a quoted sentence says most of what the claim says
and names somebody or something that the claim does not. Where a source has no name at all there, the name may be
known from elsewhere ("the president"), and the check says nothing. Who is only cited by name, as Lindqvist (2025), is
no name of the claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from moot.text.lazy import lazy_re
from moot.text.lexicon import NOT_A_NAME, STOP_WORDS, lexicon
from moot.text.terms import stem, stems
from moot.text.tongue import tongue
from moot.verify.comparing import among_nouns
from moot.verify.comparing.language import Evidence, LanguageSignal, Seen, cover
from moot.verify.comparing.posts import TITLES

_TOKEN = lazy_re(r"[^\W_]+(?:['’&.-](?=[^\W_])[^\W_]+)*")
_OPENS = lazy_re(r"(?:[.:!?…;|•]|[.!?]['\"”’)]+|[(\[\"“‘*_])\s*$")
_WRITTEN = lazy_re(r"[^\W\d_](?:[^\W\d_]*[a-zß-ÿ])")
"""As names are written: abbreviations are left alone, for what they stand for is often not said."""
_JOINS = lazy_re(r"[ \xa0]+(?:(?:of|the|de|del|la|le|van|von|der|den|du|da|di|&)[ \xa0]+){0,2}|\.[ \xa0]")
_MEASURED = lazy_re(r"\d[ \xa0]$")
"""What follows a number is its unit."""
GENERIC = lexicon("""
    act agency airport annex annual appendix april article association authority award awards bank bay board book
    bridge bureau cabinet castle centre center century chapter church city clause club college commission committee
    company conference congress constitution convention corporation corp council country county court cup day
    department directive district division east eastern edition elementary exchange faculty federal festival figure
    film force forest forum foundation fund game games government grand great group gulf hall high highway hill
    hospital hotel house inc infirmary institute international internet island islands journal lab laboratory lake
    law league library limited llc ltd magazine mall market medical memorial ministry mount mountain movie
    municipality museum national network new no north northern note novel number office old open order organisation
    organization park parliament part party peak plan plc point policy port press prize programme program project
    province public railway region regulation report republic reserve review river road royal rule school schedule
    science season section senate series service services show society song south southern square stadium state
    states station statute store street studio summer summit survey system table team theatre theater times tower
    town township treaty tribunal trust union united university upper valley version village volume ward west
    western winter works world year young earth sun moon web god bible saturdays sundays mondays tuesdays wednesdays
    thursdays fridays higher lower christians muslims cardinals christmas easter christian catholic jew jewish
    study trial cohort type phase stage grade class group level bachelor master arts celsius fahrenheit
    muslim islam black white olympic olympics war covid ai tv dna rna pdf html url id ok pm am bc ad ce bce eu un uk
    us usa u.s u.k britain british english america american europe european london england western
""")
"""Words that are written with a capital as part of a name, or that everybody knows, and identify nothing alone."""
_SPELLING = 84
"""Similarity in percent from which on two words are one name spelt in two ways."""
_SAME = 0.5
"""Share of the rest of the claim that a sentence holds which names another."""
_CLOSE = 0.75
"""The same where the two are not seen to be of one kind."""
_OFTEN = 3
"""Claims of one document from which on a name is its topic."""
_LONG = 60
"""Words from which on a text is long enough that what it does not name is missing."""
_LEAST = 4
"""Characters of a word that is compared by spelling or by its beginning."""
_NEAR = 100
"""Characters before a name that tell whether it opens a sentence."""


_PERSON = lazy_re(r"[A-ZÀ-Þ][a-zß-ÿ]+ (?:[A-Z]\. )?[A-ZÀ-Þ][a-zß-ÿ]+")
"""Two plain words: what most persons are called."""
_OPENERS = lexicon("among besides come part lack activated since unlike like despite according following rival")
PLACES = lexicon("""
    africa african algeria alpine alps america american americas arab arabia arctic argentina asia asian atlantic
    australia australian austria austrian baltic bavaria bavarian belgian belgium berlin brazil brazilian bulgaria
    california canada canadian caribbean chile china chinese colombia croatia cuba cuban czech danish denmark dutch
    egypt egyptian far finland finnish florida france french german germany greece greek hungarian hungary iberian
    iceland india indian indonesia iran iraq ireland irish israel israeli italia italian italy japan japanese kenya
    korea korean latin london madrid malaysia mediterranean mexican mexico morocco moscow netherlands nigeria nordic
    norway norwegian pacific pakistan paris peru philippines poland polish portugal portuguese romania rome roman
    russia russian saudi scandinavia scandinavian scotland scottish serbia singapore soviet spain spanish sweden
    swedish swiss switzerland syria taiwan texas thailand tokyo turkey turkish ukraine ukrainian ussr vienna vietnam
    wales washington welsh world
""")
"""Where something is can be known from elsewhere: a missing place is doubted only when another stands there."""


@dataclass(frozen=True)
class Name:
    text: str
    words: tuple[str, ...]
    """Those that identify it, lower-case."""


class Names(LanguageSignal):
    """No name of the claim is one that its sources never mention."""

    name = "names"
    version = "6"
    abroad = True
    nothing = "everything that the claim names is named in what is cited"

    def seen(self, claim: str, evidence: Evidence) -> Seen:
        return Seen(_difference(claim, evidence))


def _difference(claim: str, evidence: Evidence) -> str:
    there = known(evidence.whole)
    told = found(claim) if there.count >= _LONG else ()
    nouns = bool(told) and (tongue(claim) or tongue(evidence.whole)) == "German"
    if nouns:
        told = [Name(text, words) for text, words in among_nouns.names(claim)]
    cited = known(" ".join(evidence.marks))
    for name in told:
        if _topic(name, evidence.claims) or any(named(word, cited) for word in name.words):
            continue
        if any(named(word, there) for word in name.words) or _shortened(name, claim, evidence.whole):
            continue
        other = "" if nouns else _instead(claim, name, evidence)
        if other:
            return f"“{name.text}” is not named in what is cited, which names “{other}” there"
        if not any(word in PLACES for word in name.words):
            return f"“{name.text}” is not named in what is cited"
    return ""


def _topic(name: Name, claims: Sequence[str]) -> bool:
    """True for what several claims speak of: the document's subject needs no naming in each source."""
    return sum(any(word in claim.lower() for word in name.words) for claim in claims) >= _OFTEN


def _instead(claim: str, name: Name, evidence: Evidence) -> str:
    """A name of the same kind that a quoted sentence has where the claim has `name`; empty when there is none."""
    rest = frozenset(stems(claim)) - frozenset(stems(name.text))
    ours = known(claim)
    for unit in evidence.units:
        covered = cover(rest, unit)
        for other in found(unit) if covered >= _SAME else ():
            like = covered >= _CLOSE or kind(name) == kind(other) != ""
            if like and not any(named(word, ours) for word in other.words):
                return other.text
    return ""


def kind(name: Name) -> str:
    """A place, a person, or empty for what cannot be told."""
    if any(word in PLACES for word in name.words):
        return "place"
    return "person" if _PERSON.fullmatch(name.text) else ""


def _shortened(name: Name, claim: str, whole: str) -> bool:
    """True when the text has only the initial of a name, before the word that follows it: "E. coli"."""
    after = re.search(rf"{re.escape(name.text)}\s+([a-z]{{3,}})", claim)
    return bool(after) and f"{name.text[0]}. {after[1]}" in whole


@lru_cache(maxsize=1 << 10)
def found(text: str) -> tuple[Name, ...]:
    """The names in a text that hold at least one word which identifies them."""
    tokens = list(_TOKEN.finditer(text))
    if _headline(text, [token[0] for token in tokens]):
        return ()
    runs: list[list[re.Match[str]]] = []
    for token in tokens:
        if not token[0][0].isupper() or _MEASURED.search(text, max(0, token.start() - 2), token.start()):
            continue
        if runs and _JOINS.fullmatch(text[runs[-1][-1].end() : token.start()]):
            runs[-1].append(token)
        else:
            runs.append([token])
    names = (_name(text, run) for run in runs)
    return tuple(name for name in names if name)


def _headline(text: str, tokens: list[str]) -> bool:
    """True for text that writes ordinary words with capitals; short sentences full of names do not."""
    long = [token for token in tokens if len(token) > 3 and token[0].isalpha()]
    share = sum(token[0].isupper() for token in long) / len(long) if len(long) > 3 else 0.0
    return share > (0.9 if text.rstrip().endswith(".") else 0.75)


def _name(text: str, run: list[re.Match[str]]) -> Name | None:
    before = text[max(0, run[0].start() - _NEAR) : run[0].start()]
    opens = not before.strip() or bool(_OPENS.search(before))
    joined = len(run) > 1 and text[run[0].end() : run[1].start()].strip(" \xa0") == ""
    if opens and not joined and not re.search(r"['’]s$", run[0][0]):
        run = run[1:]  # what opens a sentence may be any word
    while run and bare(run[0][0]) in TITLES | NOT_A_NAME | STOP_WORDS | _OPENERS:
        run = run[1:]
    words = tuple(word for token in run if _WRITTEN.match(token[0]) and _identifies(word := bare(token[0])))
    return Name(text[run[0].start() : run[-1].end()].removesuffix("'s").removesuffix("’s"), words) if words else None


def bare(token: str) -> str:
    """A word of a name as it is compared: lower-case, without the mark of a genitive."""
    return re.sub(r"['’]s?$", "", token).lower().replace("’", "'")


def _identifies(word: str) -> bool:
    plain = word not in GENERIC | TITLES | NOT_A_NAME | STOP_WORDS
    return plain and len(word) > 2 and not re.search(r"\d|-[a-z]{4,}(?:ed|ing|ive|like|free)$", word)


@dataclass(frozen=True)
class There:
    words: frozenset[str]
    text: str
    """Letters and digits only, lower-case."""
    initials: str
    """Of all words in order."""
    count: int


@lru_cache(maxsize=64)
def known(text: str) -> There:
    tokens = [bare(match[0]) for match in _TOKEN.finditer(text)]
    parts = {part for token in tokens for part in re.split(r"[^\w]", token) if part}
    words = parts | set(tokens) | {stem(token) for token in tokens}
    squeezed = re.sub(r"[\W_]+", "", text).lower()
    return There(frozenset(words), squeezed, "".join(token[0] for token in tokens), len(tokens))


def named(word: str, there: There) -> bool:
    plain = re.sub(r"[\W_]+", "", word)
    if word in there.words or stem(word) in there.words or plain in there.text:
        return True
    if any(part in there.words for part in re.split(r"[^\w]", word) if len(part) >= _LEAST):
        return True
    if _LEAST <= len(plain) <= 6 and plain in there.initials:
        return True
    return len(plain) >= _LEAST and any(_alike(plain, other) for other in there.words)


def _alike(word: str, other: str) -> bool:
    from rapidfuzz import fuzz

    if len(other) < _LEAST or word[:1] != other[:1]:
        return False
    return word[:5] == other[:5] or fuzz.ratio(word, other) >= _SPELLING
