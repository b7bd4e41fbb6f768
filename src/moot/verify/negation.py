"""Does the claim say yes where its source says no, or the other way round? Signal.

Read clause by clause: a word that a clause of the claim and the clause of the evidence nearest to it share, with "not"
(or "no", "never", …) before it in exactly one of the two; and pairs of words that exclude one another (approved,
rejected; legally, illegally), "not" turning a side round, where the words around are the same. "Neither … nor" is read
as a "not" of each (`neither`). Then whole clauses by their vectors (`polarity`), what became of a thing (`outcomes`),
that there was no difference, or no significant one (`no_difference`), and that it goes on or has ended (`lasting`). Of
some other languages only who denies is known (`negators`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS, lexicon
from moot.text.terms import stem
from moot.verify.comparing import (
    by_denial,
    lasting,
    negators,
    neither,
    no_difference,
    outcomes,
    pleaded,
    polarity,
    portions,
    rows,
    sequence,
    unmet,
)
from moot.verify.comparing.clauses import Aligned, aligned, cut, tokens
from moot.verify.comparing.directions import DIRECTIONS
from moot.verify.comparing.language import Evidence, LanguageSignal, Seen
from moot.verify.comparing.opposites import NOT, derived, occurrences, opposed, pairs
from moot.verify.reckoning.following import rest
from moot.verify.reckoning.ordering import majority

_PAIRS = pairs(
    (
        "approve approves approved carried passed accepted upheld granted adopted agreed backed endorsed",
        "reject rejects rejected lost refused dismissed denied declined defeated overturned quashed withdrawn",
    ),
    (
        "allow allows allowed permit permits permitted lawful legal",
        "ban bans banned forbid forbids forbidden prohibit prohibits prohibited unlawful illegal disallowed",
    ),
    ("succeed succeeds succeeded successful successfully", "fail fails failed unsuccessful unsuccessfully"),
    ("open opens opened reopened", "closed close closes shut"),
    (
        "include includes included including contain contains contained",
        "exclude excludes excluded excluding omits omitted",
    ),
    ("present", "absent missing"),
    ("remain remains remained stay stays stayed keep keeps kept", "abandoned dropped ended removed"),
    ("confirmed proved proven", "refuted disproved unproven unconfirmed"),
    ("possible able can", "impossible unable cannot"),
    ("compulsory mandatory required obligatory", "voluntary optional"),
    ("safe", "unsafe dangerous"),
    ("always", "never"),
    ("supports supported favours favoured", "opposes opposed"),
    ("guilty", "acquitted"),
    ("alive", "dead"),
    ("active", "inactive dormant"),
    ("started began begun", "stopped ceased ended"),
    ("positive", "negative"),
)
_SOFT = lexicon(
    "fail fails failed lack lacks lacked lacking refuse refused deny denied avoid prevents prevented only "
    "unless except however until rather instead ban banned stop stopped if whether than otherwise without neither nor "
    "yet"
)
"""Where one of these stands in the clause too, what is denied is not plain."""
_BADLY = lexicon("badly poorly scarcely barely insufficiently inadequately")
"""What is done so is not done well: on one side only, it says what a "not" says on the other."""
_NONE_BEFORE = lazy_re(
    r"\bnever before\b|\b(?:no|none|never|nobody|not)\b.*\b(?:before|until then|earlier|previously|yet|ever)\b",
    re.IGNORECASE,
)
_FIRST = lazy_re(r"\b(?:first|debut\w*|maiden|inaugural|unprecedented)\b", re.IGNORECASE)
"""Of what there was none before."""
_COUNTS = lexicon(
    "one two three four five six seven eight nine ten first second third longer more less fewer later doubt exceed "
    "exceeds exceeding exceeded higher lower larger smaller greater wider narrower older younger taller deeper heavier"
)
"""What a "not" before it sets a bound to: "not exceeding 40", "no higher than 2 m"."""
_OF_ALL = lexicon("all every everyone everybody each both")
"""A "not" before these denies it of some only, which `portions` compares with what the claim says it of."""
_REACH = 3
"""Words that a "not" stands at most before what it denies."""
_SHARED = 2
_COVERED = 0.6
"""Share of a clause's words that a clause of the evidence must hold."""
_TIE = 0.1
"""A clause that holds so much less is as near."""


class Negation(LanguageSignal):
    """What the source denies is denied, what it says is said."""

    name = "negation"
    version = "23"
    abroad = True
    nothing = "nothing is denied that the source says, or said that it denies"

    def seen(self, claim: str, evidence: Evidence) -> Seen:
        claim, evidence = by_denial.plain(claim), evidence.put(by_denial.plain)
        if sequence.told(claim, evidence.units).sized:
            return Seen()  # That A is shorter than B denies that B is.
        other = outcomes.otherwise(claim, unmet.without(claim, evidence.units), evidence.whole)
        if other:
            return Seen(other, plain=True)
        if negators.language(claim, evidence.whole):
            return Seen(negators.flipped(claim, evidence.units, evidence.whole), plain=True)
        most = majority.judged(claim, evidence.units, evidence.whole)
        if most and most.holds:
            return Seen()  # Of 20 % that were electric most were not.
        units = unmet.without(claim, evidence.units)
        alike = (
            no_difference.told(claim, units)
            or no_difference.insignificant(claim, units, evidence.whole)
            or lasting.otherwise(claim, units)
        )
        return Seen(alike, plain=True) if alike else self._english(claim, evidence)

    def _units(self, claim: str, evidence: Evidence) -> list[str]:
        """The sentences and rows that may deny what the claim says."""
        units = unmet.without(claim, evidence.units)
        units = [each for each in units if not pleaded.by_another(each, claim)]
        if _NONE_BEFORE.search(claim):
            units = [each for each in units if not _FIRST.search(each)]
        return neither.told(rows.spoken_of(claim, rest.others(claim, units, evidence.grids), evidence.grids))

    def _english(self, claim: str, evidence: Evidence) -> Seen:
        units = self._units(claim, evidence)
        for ours in cut(claim):
            near = aligned(ours, units, _COVERED)
            if near and len(ours.stems) >= _SHARED:
                flipped = _flipped(near)
                found = flipped or _opposed(near)
                if found:
                    return Seen(found, plain=bool(flipped) and ours.stems <= near[0].theirs.stems)
        return Seen(polarity.flipped(claim, units))


def _flipped(near: Sequence[Aligned]) -> str:
    """One of the two clauses denies a word that the other says plainly, and no clause as near says otherwise."""
    first = near[0]
    ours, theirs = first.ours, first.theirs
    alike = [each.theirs for each in near if each.share >= first.share - _TIE]
    if _SOFT & {*ours.tokens, *theirs.tokens} or _BADLY & ({*ours.tokens} ^ {*theirs.tokens}):
        return ""
    here, there = _denied(ours.tokens), _denied(theirs.tokens, _OF_ALL if portions.told(ours.text) else frozenset())
    # "17 of the 58 did not": what is left over when a source counts those who did.
    counted = any(token[0].isdigit() for token in ours.tokens)
    if here and not counted and not any(NOT & set(each.tokens) for each in alike):
        word = next((word for word in here if stem(word) in theirs.stems), "")
        return f"the claim denies “{word}”, which its source says" if word else ""
    said = tokens(ours.sentence)
    if (
        there
        and not (NOT & set(ours.tokens) or set(map(stem, there)) & set(map(stem, _denied(said))))
        and all(_denied(each.tokens) for each in alike)
    ):
        word = next((word for word in there if stem(word) in ours.stems), "")
        return f"the source denies “{word}”, which the claim says" if word else ""
    return ""


def _denied(tokens: Sequence[str], aside: frozenset[str] = frozenset()) -> list[str]:
    """The first content word after each "not", if it is no figure, and none of the words `aside` stands between."""
    found: list[str] = []
    for at, token in enumerate(tokens):
        if token in NOT and not aside & set(tokens[at + 1 : at + 2]):
            after = [word for word in tokens[at + 1 : at + 1 + _REACH] if word not in STOP_WORDS | NOT]
            found += [word for word in after[:1] if not word[0].isdigit() and word not in _COUNTS]
    return found


def _opposed(near: Sequence[Aligned]) -> str:
    known = _PAIRS if _other_side(near) else (*_PAIRS, *derived(near))
    found = opposed(near, known)
    return f"the claim says “{found[0]}”, its source “{found[1]}”" if found else ""


def _other_side(near: Sequence[Aligned]) -> bool:
    """True where a direction is turned round too: fewer of the vaccinated are more of the unvaccinated."""
    first = near[:1]
    return any(
        set(each.theirs.tokens) & said.opposite for each in first for said in occurrences(each.ours.tokens, DIRECTIONS)
    )
