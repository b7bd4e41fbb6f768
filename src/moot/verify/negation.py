"""Does the claim say yes where its source says no, or the other way round? Signal.

Looked for in one place only: a verb or adjective of the claim that a quoted sentence has too, with "not" (or "no",
"never", …) before it in exactly one of the two; and pairs of words that exclude one another (approved, rejected), where
the words around are the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.text.lexicon import STOP_WORDS, lexicon
from moot.text.terms import stem, words
from moot.verify.language import Evidence, LanguageSignal
from moot.verify.opposites import Around, Word, around, occurrences, pairs

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
        "exclude excludes excluded excluding omits omitted except",
    ),
    ("present", "absent missing"),
    ("remain remains remained stay stays stayed keep keeps kept", "leave leaves left abandoned dropped ended removed"),
    ("confirmed proved proven", "refuted disproved unproven unconfirmed"),
    ("possible able can", "impossible unable cannot"),
    ("compulsory mandatory required obligatory", "voluntary optional"),
    ("safe", "unsafe dangerous"),
    ("effective", "ineffective"),
    ("known", "unknown"),
    ("with", "without"),
    ("always", "never"),
    ("supports supported favours favoured", "opposes opposed"),
    ("guilty", "acquitted"),
    ("covered", "uncovered"),
    ("alive", "dead"),
    ("active", "inactive dormant"),
    ("started began begun", "stopped ceased ended"),
    ("connected", "disconnected"),
    ("dependent", "independent"),
    ("positive", "negative"),
)
_NOT = lexicon("not no never neither nor none without cannot n't nobody nothing hardly")
_SOFT = lexicon(
    "fail fails failed lack lacks lacked lacking refuse refused deny denied avoid prevents prevented only "
    "unless except but however although until rather instead ban banned stop stopped if whether than"
)
"""Where one of these stands too, what is denied is not plain."""
_COUNTS = lexicon("one two three four five six seven eight nine ten first second third longer")
_REACH = 3
"""Words that a "not" stands at most before what it denies."""
_CONTENT = 4
_SHARED = 2
_COVERED = 0.55
"""Share of the claim's other words that the sentence must hold."""


class Negation(LanguageSignal):
    """What the source denies is denied, what it says is said."""

    name = "negation"
    version = "1"
    nothing = "nothing is denied that the source says, or said that it denies"

    def difference(self, claim: str, evidence: Evidence) -> str:
        ours = _words(claim)
        units = [_words(unit) for unit in evidence.units]
        near = [unit for unit in units if _covered(ours, unit) >= _COVERED]
        if not near:
            return ""
        return _flipped(ours, near) or _opposed(ours, near)


def _words(text: str) -> list[str]:
    """With "n't" as a word of its own."""
    found: list[str] = []
    for word in words(text.replace("’", "'")):
        found += [word.removesuffix("n't"), "n't"] if word.endswith("n't") else [word]
    return found


def _content(tokens: Sequence[str]) -> set[str]:
    return {stem(word) for word in tokens if word not in STOP_WORDS | _NOT}


def _covered(ours: Sequence[str], unit: Sequence[str]) -> float:
    said = _content(ours)
    return len(said & _content(unit)) / len(said) if said else 0.0


def _flipped(ours: Sequence[str], near: Sequence[Sequence[str]]) -> str:
    """One of the two denies a word that the other says plainly, and nothing else in either denies anything."""
    unit = max(near, key=lambda unit: _covered(ours, unit))
    if _SOFT & (set(ours) | set(unit)) or any(
        pair_word.opposite & set(ours) for pair_word in occurrences(unit, _PAIRS)
    ):
        return ""
    # "17 of the 58 did not": what is left over when a source counts those who did.
    here, there = _denied(ours), _denied(unit)
    counted = any(word[0].isdigit() for word in ours)
    if here and not counted and not any(_denied(each) for each in near):
        word = next((word for word in here if stem(word) in _content(unit)), "")
        return f"the claim denies “{word}”, which its source says" if word else ""
    if there and not here:
        word = next((word for word in there if stem(word) in _content(ours)), "")
        return f"the source denies “{word}”, which the claim says" if word else ""
    return ""


def _denied(tokens: Sequence[str]) -> list[str]:
    """The first content word after each "not", if it is no figure."""
    found: list[str] = []
    for at, token in enumerate(tokens):
        if token in _NOT:
            after = [word for word in tokens[at + 1 : at + 1 + _REACH] if word not in STOP_WORDS | _NOT]
            found += [word for word in after[:1] if not word[0].isdigit() and word not in _COUNTS]
    return found


def _opposed(ours: Sequence[str], near: Sequence[Sequence[str]]) -> str:
    everything = [word for unit in near for word in unit]
    if _NOT & (set(ours) | set(everything)):
        return ""
    for word in occurrences(ours, _PAIRS):
        if word.side & set(everything):
            continue
        here = around(ours, word.at, _CONTENT)
        for unit in near:
            for other in occurrences(unit, (word.pair,)):
                if other.side is word.opposite and _same(here, around(unit, other.at, _CONTENT), word, other):
                    return f"the claim says “{word.word}”, its source “{other.word}”"
    return ""


def _same(ours: Around, theirs: Around, word: Word, other: Word) -> bool:
    shared = len(ours.all & theirs.all)
    return word.word not in STOP_WORDS and other.word not in STOP_WORDS and shared >= _SHARED
