"""Does the claim say of all what its source says of some, or of everywhere what was seen at one place? Signal.

Fails where the claim generalises ("all", "every", "across", "always", "whatever"), the quoted sentence that says the
same does not, and

- it limits it ("some", "only", "one of", "if", "in the pilot"), or
- what the claim says of all things of a kind, it says of things of that kind with something added ("premiums for motor
  cover"), which the claim leaves out, or
- another sentence of it takes some of them out ("the rebate does not cover vans").

So does a claim that says of how many something holds, where its source leaves none of these possible (`portions`): not
all are neither all nor none. So does one that says of so many what its source says of a part of them (`parts`).

A claim of one place whose source says it of another place by name ("In Cork, most …") fails too.

And, without such a word in the claim, where the source gives what holds as seen in animals or cells only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from moot.text import figures, sentences
from moot.text.lazy import lazy_re
from moot.text.lexicon import NOT_A_NAME, STOP_WORDS, lexicon
from moot.text.terms import stem, stems, words
from moot.verify.comparing import of_some, parts, portions
from moot.verify.comparing.clauses import cut
from moot.verify.comparing.language import Evidence, LanguageSignal, Seen, cover
from moot.verify.comparing.opposites import NOT
from moot.verify.comparing.paired import LONGEST, pair
from moot.verify.reckoning.ordering import majority

_EACH = r"each(?! (?:month|year|day|week|hour|minute|second|time|quarter|season)|\W*$| other)"
"""Of a thing: "each second" is a rate."""
_ALL = lazy_re(
    r"\b(?:(?<!\bin )(?<!\bof )all(?! it takes)(?! but)(?! the same)|every(?:one|body|where|thing)?|always|"
    rf"across (?:all|the|every)|any(?:one|where|body)?|{_EACH}|both|"
    r"throughout|worldwide|universal(?:ly)?|entire(?:ly)?|whole|none|"
    r"(?:no one|nobody)(?! (?:\w+ )?(?:knows?|knew|can (?:say|tell)|is sure))|never|"
    r"whatever|whichever|wherever|whenever|whether or not|regardless|"
    r"in general|generally|as a rule|nationwide|around the world|without exception|invariably)\b",
    re.IGNORECASE,
)
_LIMITS = lazy_re(
    r"\b(?:some|many|several|most|a few|few|certain|part of|one of|two of|three of|half of|a (?:minority|"
    r"majority)|mostly|"
    r"often|sometimes|usually|in (?:some|most|many) cases|in the pilot|in (?:mice|rats|vitro|animals)|single|sample|"
    r"self-selected|respondents|of those (?:who|that|asked)|those who|only|except|apart from|other than|"
    r"at least in|in one|not (?:all|every|in)|"
    r"one (?:region|site|town|species|farm|village|country|school|hospital|district)|partly|rarely|"
    r"(?:were|was) not (?:examined|tested|studied|included)|(?:have|has) not been established|not differ|remaining|"
    r"for the first (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|few)|"
    r"unless|provided (?:that|it|they)|subject to|first (?:division|class|tier)|who replied|applies to)\b",
    re.IGNORECASE,
)
_ANY = lazy_re(
    r"\b(?<!\bnot )(?<!\bno means )(?<!\bfar from )"
    r"(?:all|every\w*|each|always|any\w*|across|throughout|both|whole|entire\w*|full\w*|none|no|never|nobody|nothing|"
    r"general\w*|national\w*|countrywide|worldwide|total\w*|without exception|(?:100|hundred) ?(?:%|per ?cent)|"
    r"neither|typical\w*|whatever|whichever|regardless|overall|universal\w*|global\w*|constant\w*|permanent\w*)\b",
    re.IGNORECASE,
)
_NOBODY = lazy_re(r"no(?:ne|body| one)|never", re.IGNORECASE)
_UNANIMOUS = lazy_re(r"\b(?:unanimous(?:ly)?|unanimity|without dissent|with one voice)\b", re.IGNORECASE)
_OF_THEM = r"of (?:them|those|these|the \w+)\b"
_ALL_OF = lazy_re(rf"(?<!\bnot )\b(?:all|each|every one|both) {_OF_THEM}", re.IGNORECASE)
_SOME_OF = lazy_re(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|most|many|half|several|a few|few) "
    rf"{_OF_THEM}",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_ALL_N = lazy_re(
    r"(?<!\bnot )(?<!\bnearly )(?<!\balmost )(?<!\bat )(?<!\babove )(?<!\bafter )\b(?:all|each|every)\b(?! but)"
    rf"(?: of)?(?: (?:the|its|their|our|those|these))?(?: (?P<whole>{_NUMBER})\b)?",
    re.IGNORECASE,
)
_N_OF = lazy_re(
    rf"\b(?P<part>{_NUMBER}) (?:out )?of (?:all )?(?:the |its |their |our |those |these )?(?P<whole>{_NUMBER})\b"
    r"(?!.*\b(?:other|others|rest|remaining|last|\w{2,8}th|second|third)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""So many of how many, and nothing of those that are left."""
_NOT_SO = lazy_re(
    r"\b(?:not|never|no|without|nearly|almost|far from)\b[^.;,]{0,20}$|n[’']t\b[^.;,]{0,20}$", re.IGNORECASE
)
_AGAINST = lazy_re(
    r"\b(?:\d+|[a-z]+) votes? (?:to|against) "
    r"(?:[1-9]\d*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|"
    r"\b(?:voted against|dissented|dissenting)\b",
    re.IGNORECASE,
)
_NONE_MORE = lazy_re(
    r"\b(?:never|nobody|no ?one|none|nothing|no other)\b[^.;:]{0,60}?\b(?:more|less|fewer|better|worse|\w{2,12}er)\b",
    re.IGNORECASE,
)
_FIRST = lazy_re(r"\b(?:\w{2,12}est|most|least|best|worst|record|peak|unprecedented)\b", re.IGNORECASE)
_MET, _BY = 0.5, 2
"""How well the claim must meet a word next to what limits; content words after it."""
_MODEST = lazy_re(
    r"\b(?:some|most|many|several|only|except|apart from|not|in (?:one|the) (?:pilot|sample)|may|might|could|"
    r"(?<!more )(?<!less )(?<!fewer )than|against|"
    r"at all|after all|of all|above all|unless|almost|nearly|if|who)\b",
    re.IGNORECASE,
)
_FREE = lazy_re(
    r"\b(?:whether or not|regardless|whatever|no matter|even (?:without|if)|in any case|unconditional(?:ly)?|"
    r"all it takes|all that is needed)\b",
    re.IGNORECASE,
)
_STRICT = lazy_re(
    r"\b(?:only (?:\w+ )?if|unless|provided (?:that|it|they)|subject to|on condition|conditional on|depends on)\b",
    re.IGNORECASE,
)
_ANIMALS = lazy_re(
    r"\b(?:in|of) (?:\w+ )?(?:mice|rats|rodents|in vitro|cell (?:lines?|cultures?)|animals)\b|\bin vitro\b",
    re.IGNORECASE,
)
_CREATURES = lazy_re(
    r"\b(?:mice|mouse|murine|rats?|rodents?|animals?|vitro|cells?|cultures?|models?|monkeys?|zebrafish|flies|worms?|yeast|"
    r"laborator\w+|experiment\w*)\b",
    re.IGNORECASE,
)
_PEOPLE = lazy_re(r"\b(?:people|humans?|patients?|adults?|men|women|children|persons?)\b", re.IGNORECASE)
_SAME = 0.35
"""Share of the claim's words that a sentence holds which says the same."""
_CLOSE = 0.5
"""The same where nothing but what is added to the noun limits it."""
_EXCEPTION = lazy_re(
    r"\b(?:does|do|did|shall|will) not (?:cover|apply|include|extend|concern|affect)\b|"
    r"\b(?:is|are|was|were) (?:not covered|excluded|exempt(?:ed)?)\b|\bwith the exception of\b",
    re.IGNORECASE,
)
_NAMED = r"(?P<place>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)"
_PLACE = lazy_re(
    rf"^\W*(?:In|At|On) {_NAMED}(?: alone| only)?,? |"
    rf"\b(?:in|at|on|from) {_NAMED.replace('place', 'only')} (?:only|alone)\b"
)
_IN = lazy_re(rf"\b(?:[Ii]n|[Aa]t|[Oo]n|[Aa]cross|[Tt]hroughout|[Oo]f) (?:the )?{_NAMED}")
_TOLD, _LEAST, _FEW = 0.6, 3, 2
"""Share and number of the words of what is said of one place that must be the claim's; of an exception their number."""
_TIMES = frozenset(map(stem, lexicon("days weeks months quarters years decades hours minutes seconds")))
"""What stands behind these tells of which time, and adds no kind of it: "20 years at 3.9 %"."""
_ADDED = lazy_re(r"^\s+(?:for|with|of|in|under|from|at|above|below|over|between|whose|who|that) ")


class Scope(LanguageSignal):
    """What holds of some is not said of all."""

    name = "scope"
    version = "15"
    nothing = "nothing that holds of some is said of all"

    def seen(self, claim: str, evidence: Evidence) -> Seen:
        most = majority.judged(claim, evidence.units, evidence.whole)
        if most:
            return Seen(borne=most.reason) if most.holds else Seen(most.reason, plain=True)
        part = majority.other_part(claim, evidence.units, evidence.whole)
        if part:
            return Seen(borne=part[0]) if part[1] else Seen(f"share differs: {part[0]}", plain=True)
        told = (
            _divided(claim, evidence.units)
            or _so_many(claim, evidence.units)
            or _fewer(claim, evidence.units)
            or of_some.told_of_all(claim, evidence.units)
            or parts.told_of_all(claim, evidence.units, evidence.whole)
        )
        if told:
            return Seen(told, plain=True)
        portion, plain = portions.otherwise(claim, evidence.units)
        if portion:
            return Seen(portion, plain)
        return Seen(
            _unlimited(claim, evidence.units)
            or _general(claim, evidence)
            or _excepted(claim, evidence.whole)
            or _elsewhere(claim, evidence.units)
        )


def _divided(claim: str, units: Sequence[str]) -> str:
    """Said to be unanimous, where the source tells of votes against."""
    said = _UNANIMOUS.search(claim)
    if said is None or _NOT_SO.search(claim[: said.start()]) or any(_UNANIMOUS.search(unit) for unit in units):
        return ""
    stated = frozenset(stems(claim))
    for unit in units:
        against = _AGAINST.search(unit)
        if against and len(stated & frozenset(stems(unit))) >= _FEW:
            return f"the claim says “{said[0].lower()}”, its source “{against[0]}”"
    return ""


def _so_many(claim: str, units: Sequence[str]) -> str:
    """All of them, where the source says the same of so many of them."""
    limited = [unit[:LONGEST] for unit in units if _SOME_OF.search(unit[:LONGEST])]
    for ours in cut(claim[:LONGEST]) if limited and _ALL_OF.search(claim) else ():
        broad = _ALL_OF.search(ours.text)
        if broad is None or NOT & set(ours.tokens):
            continue
        said = ours.stems - frozenset(stems(broad[0]))
        if any(_ALL_OF.search(unit) and said <= frozenset(stems(unit)) for unit in units):
            return ""
        for theirs in (clause for unit in limited for clause in cut(unit)):
            some = _SOME_OF.search(theirs.text)
            if some and len(said) >= _FEW and said <= theirs.stems and some[0].lower() not in claim.lower():
                return f"the claim says “{broad[0].lower()}”, its source “{some[0].lower()}”"
    return ""


def _fewer(claim: str, units: Sequence[str]) -> str:
    """All of so many, where the source says the same of fewer of them: "eight of the nine"."""
    for ours in cut(claim[:LONGEST]):
        broad = _ALL_N.search(ours.text)
        if broad is None or NOT & set(ours.tokens) or _MODEST.search(ours.text):
            continue
        said = ours.stems - frozenset(stems(broad[0]))
        for unit in units:
            some = _N_OF.search(unit[:LONGEST])
            if not some or len(said) < _FEW or any(_ALL_N.search(each) and said <= set(stems(each)) for each in units):
                continue
            part, whole = _value(some["part"]), _value(some["whole"])
            same = broad["whole"] is None or _value(broad["whole"]) == whole
            clause = next((each for each in cut(unit[:LONGEST]) if some[0] in each.text), None)
            if part < whole and same and clause and said <= clause.stems:
                return f"the claim says “{broad[0].lower()}”, its source “{some[0].lower()}”"
    return ""


def _value(number: str) -> Decimal:
    return next((each.value for each in figures.find(number)), Decimal(1))  # "One" alone is no figure.


def _excepted(claim: str, whole: str) -> str:
    """All of them, where the source excepts some."""
    broad = _ALL.search(claim)
    noun = _noun(claim, broad) if broad and not _MODEST.search(claim) else ""
    if not broad or not noun or _EXCEPTION.search(claim):
        return ""
    said = frozenset(stems(claim))
    for span in sentences.split(whole):
        unit = span.of(whole)
        found = _EXCEPTION.search(unit)
        if found and noun in stems(unit[found.end() :]) and len(said & frozenset(stems(unit))) >= _FEW:
            return f"the claim says “{broad[0].lower()}”, its source “{found[0].lower()}” some of them"
    return ""


def _elsewhere(claim: str, units: Sequence[str]) -> str:
    """Said of one place, where the source says it of another, or of a part of it."""
    said = frozenset(stems(claim))
    for unit in units:
        match = _PLACE.search(unit)
        place = (match["place"] or match["only"]) if match else ""
        if not place or _first(place) in claim.lower() or _first(place) in NOT_A_NAME:
            continue
        rest = frozenset(stems(unit.replace(place, " ")))
        shared = len(rest & said)
        wider = [each["place"] for each in _IN.finditer(claim) if _first(each["place"]) not in unit.lower()]
        wider = [each for each in wider if _first(each) not in NOT_A_NAME]
        if wider and shared >= max(_LEAST, _TOLD * len(rest)) and not _as_well(said, unit, shared, units):
            return f"the claim says it of “{wider[0]}”, its source of “{place}”"
    return ""


def _first(place: str) -> str:
    return place.split()[0].lower()


def _as_well(said: frozenset[str], unit: str, shared: int, units: Sequence[str]) -> bool:
    """True when another sentence holds as much of the claim."""
    return any(len(said & frozenset(stems(each))) >= shared for each in units if each != unit)


def _unlimited(claim: str, units: Sequence[str]) -> str:
    """ "Whether or not", where the source has a condition on the same."""
    free = _FREE.search(claim)
    said = frozenset(stems(claim))
    for unit in units if free else ():
        strict = _STRICT.search(unit)
        if free and strict and said & frozenset(stems(unit[strict.end() :])):
            return f"the claim says “{free[0].lower()}”, its source “{strict[0].lower()}”"
    return ""


def _general(claim: str, evidence: Evidence) -> str:
    broad = _ALL.search(claim)
    if broad and _ranked(claim, evidence.units):
        return ""
    said = frozenset(stems(_ALL.sub(" ", claim)))
    near = sorted((unit for unit in evidence.units if cover(said, unit) >= _SAME), key=lambda unit: -cover(said, unit))
    if not near:
        return ""
    if broad is None or _MODEST.search(claim):
        return _of_animals(claim, near)
    if any(_universal(unit, claim, broad) for unit in near):
        return ""
    limit = next(filter(None, (_limit(claim, unit) for unit in near)), "")
    if NOT & set(words(limit)) and _NOBODY.match(broad[0]):
        return ""  # That it was not tested is that nobody tested it.
    if limit:
        return f"the claim says “{broad[0].lower()}”, its source “{limit}”"
    added = _added(claim, broad, said, near[0])
    return f"the claim says “{broad[0].lower()}”, its source only “{added}”" if added else ""


def _ranked(claim: str, units: Sequence[str]) -> bool:
    """True for "never larger" and "nobody had more" of what a source calls the largest: who ranks first is told so."""
    return bool(_NONE_MORE.search(claim)) and any(_FIRST.search(unit) for unit in units)


def _limit(claim: str, unit: str) -> str:
    """What limits the unit, if it stands by a word of the claim."""
    for match in _LIMITS.finditer(unit):
        both = pair(claim, unit)
        after = [span for span in both.unit.spans if span.start >= match.end()][:_BY]
        before = [span for span in both.unit.spans if span.end <= match.start()][-1:]
        if any(both.of_unit(span) >= _MET for span in (*before, *after)):
            return match[0].lower()
    return ""


def _universal(unit: str, claim: str, broad: re.Match[str]) -> bool:
    """True when the unit too says it of all, and of what the claim says it of."""
    ours = _noun(claim, broad)
    said = list(_ANY.finditer(unit))
    return any(not ours or not _noun(unit, each) or _noun(unit, each) == ours for each in said)


def _noun(text: str, broad: re.Match[str]) -> str:
    """Stem of the first content word after a quantifier, if it stands next to it."""
    after = [word for word in words(text[broad.end() :])[:3] if word not in STOP_WORDS and not word[0].isdigit()]
    return stem(after[0]) if after else ""


def _added(claim: str, broad: re.Match[str], said: frozenset[str], unit: str) -> str:
    """What the unit adds to the noun that the claim says all of; empty when it adds nothing, or the claim has it."""
    noun = _noun(claim, broad)
    if not noun or noun in _TIMES or cover(said, unit) < _CLOSE:
        return ""
    for match in re.finditer(r"[^\W\d_]+", unit):
        if stem(match[0].lower()) == noun and _ADDED.match(unit[match.end() :]):
            words = unit[match.end() :].split()[:5]
            phrase = re.split(r"[,;:()]|\.(?!\d)", " ".join(words))[0]
            new = [each for each in stems(phrase) if each not in said]
            if len(new) >= max(1, len(stems(phrase)) / 2):
                return f"{match[0]} {phrase}"
    return ""


def _of_animals(claim: str, near: Sequence[str]) -> str:
    if _CREATURES.search(claim) or not _PEOPLE.search(claim):
        return ""
    found = _ANIMALS.search(near[0])
    return f"the claim speaks of people, its source “{found[0]}”" if found and not _PEOPLE.search(near[0]) else ""
