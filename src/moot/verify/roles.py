"""Is what the claim says of somebody said of somebody else in its source? Signal.

Words in quotation marks keep their speaker (`speakers`), what a letter says is the word of who signed it (`signed`),
what is said of one party is said of no other (`party`), who is for something is not against it (`stance`), what one
expects is not what another does (`expected`), who ranks first is not another (`foremost`), who has one post or belongs
to one party has not another of its kind (`posts`), and what a clause
says of one side, day or ward is not what the next says of the other (`contrasted`), though it leaves out the rest
(`gapped`).
Else four places are looked at, and only names that the source has too:

- a clause of the claim with one name, against the clause of the evidence that says most of the rest: it names another
  of the same kind, and where the claim's name stands in the source, nothing of the kind is said;
- who did it, written "… by NAME": the same verb has another name there;
- posts: "mayor NAME", "NAME is the mayor of …": the sources give the post to others only;
- whose word it is, "NAME argues", "according to NAME": a sentence gives it as another's, and the word of the claim's
  name is something else there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from moot.text.lazy import lazy_re
from moot.text.lexicon import NOT_A_NAME, lexicon
from moot.text.terms import stem, stems
from moot.verify.comparing import another_post, contrasted, doer, expected, foremost, gapped, party, speakers, stance
from moot.verify.comparing.bearers import bearers
from moot.verify.comparing.capitals import ADVERB, NAME
from moot.verify.comparing.clauses import Clause, cut
from moot.verify.comparing.language import Evidence, LanguageSignal, Seen, cover
from moot.verify.comparing.posts import HELD, TITLES
from moot.verify.comparing.saying import HOLD, NOTED, SAID
from moot.verify.names import PLACES, Name, found, kind

_SHARED = 2
"""Content words besides the name that two clauses must share."""
_ALIKE = 0.5
"""Share of the shorter clause that they must be."""
_MORE = 1
"""So many more than where the claim's own name stands."""
_SMALL = lazy_re(r"\b[a-zß-ÿ]{3,}\b")
_SAINTS = lexicon("saint st")
_TOPIC = 0.4
"""Share of the claim's words that a sentence must hold in which somebody else did it."""
_WORD, _CLEARLY = 0.5, 0.15
"""Share of the rest of the claim that a sentence with another's word must hold, and how much more than the own one."""
_SPEAKS = (
    rf"(?:{SAID}|{HOLD}|{NOTED}|maintain(?:s|ed)?|contend(?:s|ed)?|suggest(?:s|ed)?|conclude[sd]?|finds?|found|"
    r"estimate[sd]?|reports?|reported|observe[sd]?|show(?:s|ed)|calculate[sd]?|recommend(?:s|ed)?|propose[sd]?|holds|held|"
    r"call(?:s|ed)|tells?|told|repl(?:y|ies|ied))"
)
_WORD_OF = lazy_re(
    rf"(?P<subject>{NAME})(?: et al\.?| and (?:his |her |their )?(?:colleagues|team))?,?(?: \(?\d{{4}}\)?,?)? "
    rf"(?:{ADVERB} )?{_SPEAKS}\b"
    rf"|(?P<told>{NAME})(?: [a-z]{{1,20}}){{1,6}}[:;] (?:he|she|they) (?:{ADVERB} )?{_SPEAKS}\b"
    rf"|\b(?i:according to|in the (?:view|opinion|words) of|(?:study|review|paper|report|survey|analysis|article) by) "
    rf"(?:the )?(?:[a-z]{{1,30}} ){{0,3}}(?P<object>{NAME})"
)
_BY = lazy_re(rf"\b(?P<verb>[a-z]{{1,20}}(?:ed|en|wn|t|de|un|ne)|[A-Z][a-z]{{1,20}}ed) by (?:the )?(?P<name>{NAME})")


class Roles(LanguageSignal):
    """What is said of somebody is said of the same in the source."""

    name = "roles"
    version = "18"
    nothing = "nothing is said of one that its source says of another"

    def seen(self, claim: str, evidence: Evidence) -> Seen:
        quoted = speakers.another(claim, evidence.whole)
        if quoted:
            return Seen(quoted, plain=True)
        short = gapped.told(claim, evidence.units, evidence.whole)
        told = (
            short.turned
            or stance.opposite(claim, evidence.units)
            or expected.another(claim, evidence.units, evidence.whole)
            or foremost.another(claim, evidence.units)
            or another_post.another(claim, evidence.whole)
            or contrasted.another(claim, evidence.units, evidence.whole)
        )
        if told:
            return Seen(told, plain=True)
        if short.borne:
            return Seen(borne=short.borne)
        differs = party.another(claim, evidence.units) or self._named(claim, evidence)
        plain = party.surely(claim, evidence.units) or _of_another_post(claim, evidence) if differs else False
        return Seen(differs, plain)

    def _named(self, claim: str, evidence: Evidence) -> str:
        whole = evidence.whole.lower()
        names = [name for name in found(claim) if any(word in whole for word in name.words)]
        if not names:
            return _word(claim, evidence)  # One that opens a sentence may be no name, but who speaks has one.
        return (
            _instead(claim, names, evidence)
            or _by(claim, evidence)
            or _post(claim, evidence)
            or _word(claim, evidence)
            or _another(claim, names, evidence)
        )


def _instead(claim: str, names: Sequence[Name], evidence: Evidence) -> str:
    small = _small(evidence.whole)
    people = [name for name in names if person(name, claim, small)]
    for ours in cut(claim):
        here = [name for name in people if name.text in ours.text]
        if len(here) != 1:
            continue
        rest = ours.stems - frozenset(stems(here[0].text)) - TITLES
        own = max((len(rest & clause.stems) for clause in _own(here[0], evidence.units)), default=0)
        for clause in _others(here[0], evidence.units):
            there = _only(clause, claim, small)
            shared = len(rest & clause.stems)
            if there and shared >= max(_SHARED, own + _MORE, _ALIKE * _shorter(rest, clause, there)):
                return f"the claim says it of “{here[0].text}”, its source of “{there.text}”"
    return ""


def _another(claim: str, names: Sequence[Name], evidence: Evidence) -> str:
    small = _small(evidence.whole)
    people = [name for name in names if person(name, claim, small)]
    others = [(unit, [each for each in found(unit) if person(each, unit, small)]) for unit in evidence.units]
    return doer.another(claim, people, others) if people else ""


def _shorter(rest: frozenset[str], clause: Clause, name: Name) -> int:
    return min(len(rest), len(clause.stems - frozenset(stems(name.text))))


def _mentions(name: Name, text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in name.words)


def _others(name: Name, units: Sequence[str]) -> Iterator[Clause]:
    """Clauses of sentences that do not name it."""
    return (clause for unit in units if not _mentions(name, unit) for clause in cut(unit))


def _own(name: Name, units: Sequence[str]) -> Iterator[Clause]:
    return (clause for unit in units if _mentions(name, unit) for clause in cut(unit))


def _only(clause: Clause, claim: str, small: frozenset[str]) -> Name | None:
    """The one person of the clause, or else of its sentence, if the claim has it not."""
    there = found(clause.text) or found(clause.sentence)
    alike = [each for each in there if person(each, clause.sentence, small)]
    return alike[0] if len(alike) == 1 and not _mentions(alike[0], claim) else None


def person(name: Name, text: str, small: frozenset[str]) -> bool:
    """True for a name that looks like a person's where it stands: two plain words, or one with a title before it.

    `small`: words that the sources also write small, and so no names of people.
    """
    if len(name.words) != len(name.text.split()) or any(word in small for word in name.words):
        return False
    before = text[: text.find(name.text)].split()[-1:]
    return kind(name) == "person" or (bool(before) and before[0].lower().rstrip(".") in TITLES - _SAINTS)


def _by(claim: str, evidence: Evidence) -> str:
    said = frozenset(stems(claim))
    ours = {stem(match["verb"].lower()): match["name"] for match in _BY.finditer(claim)}
    for unit in evidence.units if ours else ():
        for match in _BY.finditer(unit):
            verb, there = stem(match["verb"].lower()), match["name"]
            name = ours.get(verb, "")
            if name and _differ(name, there) and cover(said, unit) >= _TOPIC and not _several(unit, match):
                return f"the claim says “{match['verb'].lower()} by {name}”, its source “by {there}”"
    return ""


def _several(unit: str, match: re.Match[str]) -> bool:
    """True when others did it too: "by A and B"."""
    more = re.match(r"\s*(?:,|and|&)\s+(?:the )?[A-Z]", unit[match.end() :])
    return bool(more) or unit.count(f"{match['verb']} by") > 1


def _differ(name: str, other: str) -> bool:
    """True when the two share no word and neither is only a place or people."""
    one, two = set(_words(name)), set(_words(other))
    return not one & two and bool(one - PLACES) and bool(two - PLACES)


def _words(name: str) -> list[str]:
    return [stem(word.lower()) for word in re.findall(r"[^\W\d_]{2,}", name)]


def _post(claim: str, evidence: Evidence) -> str:
    small = _small(evidence.whole)
    for post, name in _single(claim):
        there = [other for other_post, other in _known(evidence.whole) if other_post == post]
        other = next((each for each in there if _people(each, small)), "")
        if other and _people(name, small) and all(_differ(name, each) for each in there):
            return f"the claim has “{name}” as {post}, its source “{other}”"
    return ""


def _of_another_post(claim: str, evidence: Evidence) -> bool:
    """True where the sources give the claim's post to somebody else, and to whom it names another one."""
    known = _known(evidence.whole)
    return bool(_post(claim, evidence)) and any(
        other != post and not _differ(name, each)
        for post, name in _single(claim)
        for other, each in known
        if other in HELD
    )


def _word(claim: str, evidence: Evidence) -> str:
    """Who is named in the sources must have a word or a post of his own there: else the one may speak for the other.

    Who is not named at all is left to the check of names, which does not take a word that opens a sentence for one.
    """
    speakers = _speakers(evidence.whole)
    known = {word for each in found(claim) for word in each.words}
    for name in _speakers(claim):
        rest = frozenset(stems(claim)) - frozenset(stems(name))
        absent = not _has(evidence.whole, name) and not known & set(name.lower().split())
        posts = {post for post, other in _known(evidence.whole) if _alike(name, other)}
        if not absent and not posts and not any(_alike(name, other) for other in speakers):
            continue
        own = max((cover(rest, unit) for unit in evidence.units if _has(unit, name)), default=0.0)
        for unit in evidence.units:
            there = () if _has(unit, name) or not posts.isdisjoint(unit.lower().split()) else _speakers(unit)
            if len(there) == 1 and not _has(claim, there[0]) and cover(rest, unit) > max(_WORD, own + _CLEARLY):
                return f"the claim gives it as the word of “{name}”, its source as that of “{there[0]}”"
    return ""


@lru_cache(maxsize=16)
def _speakers(text: str) -> tuple[str, ...]:
    """Names of those whose word something is, each as it stands there."""
    names = (match["subject"] or match["told"] or match["object"] for match in _WORD_OF.finditer(text))
    return tuple(name for name in names if set(_words(name)) - PLACES - TITLES - NOT_A_NAME)


def _alike(name: str, other: str) -> bool:
    return bool(set(_words(name)) & set(_words(other)) - TITLES)


def _has(text: str, name: str) -> bool:
    return bool(set(_words(name)) & set(_words(text)) - TITLES)


def _single(claim: str) -> list[tuple[str, str]]:
    """Who bears a post by the claim of which its sources know one bearer."""
    return [each for each in bearers(claim) if each[0] in HELD]


@lru_cache(maxsize=16)
def _known(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(bearers(text))


@lru_cache(maxsize=16)
def _small(text: str) -> frozenset[str]:
    return frozenset(_SMALL.findall(text))


def _people(name: str, small: frozenset[str]) -> bool:
    return any(person(each, f"of {name}", small) for each in found(f"of {name}"))
