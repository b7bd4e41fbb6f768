"""Yes or no, more or less, who over whom: whether two claims that speak of one thing come down on one side.

Whatever turns a claim round is counted: words that deny, words of one dimension on opposite sides (rose, fell), the two
parties of a comparison or a deal told in the other order, a passive. An even number of turns leaves the claims on one
side ("A is taller than B", "B is shorter than A"; "not unlawful", "legal"), an odd number on two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.text.terms import stems

_NOT = lazy_re(
    r"\b(?:not|never|neither|nor|none|nobody|nothing|nowhere|no one|cannot|no(?! (?:longer than|more than|"
    r"less than|fewer|later|"
    r"earlier|doubt|higher)\b)|hardly|barely|scarcely|rarely|seldom|without)\b|n[’']t\b",
    re.IGNORECASE,
)
_NOT_ONLY = lazy_re(
    r"\bnot (?:only|just|merely|simply|until|least|necessarily|less than|fewer than|more than|under|over|before)\b|"
    r"\bwhether or not\b|\b(?:,|and) not (?:any|a|an|the|by|for|in|on|at|from)\b|\b(?:nobody|none|nothing|"
    r"no one|(?:hardly|scarcely) any\w*) but\b|"
    r"\bit was not until\b|\bnot long (?:after|before)\b",
    re.IGNORECASE,
)
"""Where "not" turns nothing round that the rest says."""
_BEYOND = lazy_re(r"\bmore than any\b|\btoo \w+ (?:for \w+ )?to\b", re.IGNORECASE)
_DENIES = lazy_re(
    r"\b(?:fail(?:s|ed|ing|ure)?|lack(?:s|ed|ing)?|refus(?:e[sd]?|ing|al)|reject\w*|den(?:y|ied|ies|ying)|"
    r"declin(?:ed|es) to|"
    r"ru(?:les?|led|ling) out|unable|inability|absen(?:t|ce)|prevent(?:s|ed)?|bann?(?:s|ed)?|forb[ia]d\w*|prohibit\w*|"
    r"free (?:of|from)|stop(?:s|ped)?|ceas(?:e[sd]?)|halt(?:s|ed)?|shut(?:s|ting)? down|drop(?:s|ped) (?:support|"
    r"plans)|"
    r"abandon\w*|cancel\w*|scrap(?:s|ped)|withdr[ae]w\w*|avoid\w*|exempt\w*|unhurt|unscathed|unharmed|uninjured|"
    r"unaffected|untouched|undamaged|intact|kept secret|turned down|"
    r"escap(?:e[sd]?|ing)|ignor\w*|neglect\w*|overlook\w*|empty|vacant|distrust\w*|mistrust\w*|disagree\w*|"
    r"disapprov\w*|dislike\w*|disbelie\w*|miss(?:es|ed|"
    r"ing)?|dismiss\w*|block(?:s|ed)?|veto\w*|oppos\w+|end(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
"""Words that deny, where the other claim denies with a "not"."""


@dataclass(frozen=True)
class Dimension:
    one: re.Pattern[str]
    other: re.Pattern[str]


def _dimension(one: str, other: str) -> Dimension:
    return Dimension(*(lazy_re(rf"\b(?:{words})\b", re.IGNORECASE) for words in (one, other)))


_DIMENSIONS: tuple[Dimension, ...] = tuple(
    _dimension(one, other)
    for one, other in (
        (
            r"ris(?:e|es|en|ing)|rose|increas\w+|grow(?:s|n|ing|th)?|grew|climb\w*|jump\w*|surg\w+|soar\w*|"
            r"gain(?:s|ed|ing)?|"
            r"widen\w*|expand\w*|expansion|accelerat\w+|strengthen\w*|(?:doubl|tripl|trebl|quadrupl)(?:ed|es|ing)|up|"
            r"raised?|"
            r"raises|lift(?:s|ed)?|upwards|appreciat\w+|advanc\w+|improv\w+|more expensive|dearer|rall(?:y|ied)|added",
            r"fall(?:s|en|ing)?|fell|decreas\w+|declin\w+(?! to)|drop(?:s|ped|ping)?|shr[aiu]nk\w*|plung\w+|"
            r"dip(?:s|ped)?|slip(?:s|ped)?|"
            r"narrow(?:s|ed|ing)|halv(?:ed|es|ing)|reduc\w+|lower(?:s|ed|ing)|cut(?:s|ting)?|los(?:t|es?|ing)|"
            r"slow(?:s|ed|ing)?(?! (?:to|rate))|"
            r"weaken\w*|contract(?:s|ed)|sank|sink|slump\w*|down|downwards|depreciat\w+|slid|slides?|tumbl\w+|shed|"
            r"worsen\w*|deteriorat\w+|cheaper|eas(?:ed|es)|diminish\w*",
        ),
        (
            r"more|higher|greater|larger|bigger|above|highest|largest|biggest|exceed\w*|stronger|better|outperform\w*|"
            r"outnumber\w*|outsold|outscor\w*|ahead of|surpass\w*|overtook|tops|topped",
            r"less|fewer|lower|smaller|below|lowest|smallest|weaker|worse|behind|trail\w*|lag(?:s|ged)|"
            r"underperform\w*",
        ),
        (r"long(?:er|est)|sooner|earlier", r"short(?:er|est)|later"),
        (r"tall(?:er|est)|high(?:er|est)", r"short(?:er|est)|low(?:er|est)"),
        (r"wid(?:er|est)|broad(?:er|est)", r"narrow(?:er|est)"),
        (r"deep(?:er|est)", r"shallow(?:er|est)"),
        (r"heav(?:ier|iest)", r"light(?:er|est)"),
        (r"fast(?:er|est)|quick(?:er|est)", r"slow(?:er|est)"),
        (r"old(?:er|est)", r"young(?:er|est)|new(?:er|est)"),
        (r"(?:warm|hott)(?:er|est)", r"(?:cool|cold)(?:er|est)"),
        (r"wett(?:er|est)", r"dri(?:er|est)"),
        (r"(?:rich|wealthi)(?:er|est)", r"poor(?:er|est)"),
        (r"bus(?:ier|iest)|loud(?:er|est)", r"quiet(?:er|est)"),
        (r"dear(?:er|est)|costl(?:ier|iest)|pric(?:ier|iest)|more expensive", r"cheap(?:er|est)|less expensive"),
        (r"(?:twice|three times|four times) as", r"(?:half|a third|a quarter) as"),
        (r"safer|safest", r"riskier|more dangerous"),
        (r"easier|easiest", r"harder|hardest|more difficult"),
        (
            r"before|earlier|prior to|ahead of|preced\w+|by the time|already|predat\w+",
            r"after|later|following|follow(?:s|ed)|succeed(?:s|ed)|since",
        ),
        (r"overt(?:ook|ak\w+)|won|wins?|winning|beat(?:s|en)?|defeat\w*|victor\w+", r"los(?:t|es?|ing)|defeat by"),
        (
            r"pass(?:ed|es)?|succe(?:ed(?:s|ed)?|ss\w*)|approv\w+|carried|accept\w*|upheld|uphold\w*|grant\w*|"
            r"adopt\w*|agreed|back(?:s|ed)|"
            r"endors\w+|support(?:s|ed)?|reached|voted for|met|authori[sz]\w+|cleared",
            r"fail\w*|reject\w*|refus\w+|dismiss\w*|declin(?:ed|es) to|overturn\w*|"
            r"quash\w*|threw out|thrown out|oppos\w+|voted against|vetoed|struck down|blocked|turned down",
        ),
        (
            r"allow\w*|permit(?:s|ted)?|lawful|legal(?:ly)?|may|can|authori[sz]\w*",
            r"ban(?:s|ned)?|forb[ia]d\w*|prohibit\w*|unlawful(?:ly)?|illegal(?:ly)?|disallow\w*|barred|outlaw\w*",
        ),
        (
            r"open(?:s|ed|ing)?|reopen\w*|start(?:s|ed)?|beg[iau]n\w*|launch\w*|kept running|stayed open|"
            r"remain\w* (?:open|in)|continu\w+|go on|running|intact",
            r"clos(?:e[sd]?|ing)|shut\w*|stop(?:s|ped)?|end(?:s|ed)?|ceas\w+|halt\w*|abandon\w*|suspend\w*|"
            r"terminat\w+|discontinu\w+",
        ),
        (r"includ\w+|contain\w*", r"exclud\w+|omit\w*|free of"),
        (r"still|ongoing|continu\w+", r"ended|over(?! (?:the|\d|a)\b)|finished|ceased"),
        (r"present|presence", r"absent|absence|missing"),
        (
            r"confirm\w*|prove[sdn]?|true|correct",
            r"refut\w+|disprov\w+|unproven|unconfirmed|false|wrong|incorrect|untrue",
        ),
        (r"possible|able|can(?!not)", r"impossible|unable"),
        (r"compulsory|mandatory|required|obligatory|must", r"voluntary|optional"),
        (r"safe(?:ly|ty)?|harmless", r"unsafe|danger\w*|hazard\w*|harmful"),
        (r"effective(?:ly)?|works", r"ineffective(?:ly)?|useless"),
        (r"known|certain", r"unknown|uncertain"),
        (r"likely", r"unlikely"),
        (r"always", r"never"),
        (r"most|majority|many", r"minority|(?<!a )few(?! (?:years|months|days|weeks))"),
        (r"admit\w*|acknowledg\w*|confirm\w*|conced\w*", r"den(?:y|ied|ies)"),
        (r"possible|open|option", r"ru(?:les?|led|ling) out"),
        (r"genuine|authentic|real", r"fakes?|forger(?:y|ies)|forged|counterfeits?"),
        (r"in favou?r of|voted for|supports?|backs", r"voted against|opposes?|against the"),
        (r"guilty|convict\w*", r"acquit\w*|innocent|not guilty|cleared"),
        (r"alive|surviv\w+(?! until\b)|live[sd]?(?! until\b)", r"dead|died|dies|killed"),
        (r"active|in use", r"inactive|dormant|disused"),
        (r"profit\w*|surplus|gain", r"loss(?:es)?|deficit"),
        (r"acquir\w+|b(?:uy|ought)s?|purchas\w+|takes? over|took over|takeover", r"sold|sells?|divest\w*"),
        (r"hire[sd]?|recruit\w*|appoint\w*|joined", r"fire[sd]|laid off|sacked|dismissed|left|resign\w*|quit"),
        (r"free|waived", r"pa(?:y|ys|id|ying)|charge[sd]?"),
        (r"positive(?:ly)?", r"negative(?:ly)?"),
        (r"north of", r"south of"),
        (r"east of", r"west of"),
        (r"attract\w*|attendance|attend\w*|present", r"absent|missing|missed"),
        (r"tighten\w*|stricter|tougher", r"loosen\w*|relax\w*|laxer"),
        (r"sufficient|enough|adequate", r"insufficient|inadequate|too little"),
        (r"dependent", r"independent"),
        (r"thicker", r"thinner"),
        (r"big|large|huge|vast|enormous", r"small|tiny|little|minute"),
        (r"near(?:by)?|close to", r"far(?: from)?|distant"),
        (r"clean", r"dirty|polluted"),
        (r"full|crowded|packed", r"empty|deserted"),
        (r"strong", r"weak"),
        (r"rich|wealthy", r"poor"),
        (r"young", r"old|elderly"),
        (r"healthy|well", r"ill|sick"),
        (r"awake", r"asleep"),
        (r"visible", r"invisible|hidden"),
        (r"legible|readable", r"illegible|unreadable"),
        (r"freed|released", r"held|detained|imprisoned"),
        (r"spen[dt]s?", r"saved?|saves"),
        (r"arriv\w*", r"depart\w*|left"),
        (r"lend\w*|lent", r"borrow\w*"),
    )
)


@dataclass(frozen=True)
class Sides:
    turned: bool
    """They come down on two sides."""
    told: str
    """For a reader: what turns the one round."""
    opposites: bool
    """There are words on opposite sides; else only words that deny."""


@lru_cache(maxsize=4096)
def denials(text: str) -> int:
    """How many words of the claim say no."""
    return len(_NOT.findall(_NOT_ONLY.sub(" ", text))) + len(_BEYOND.findall(text))


_Words = tuple[tuple[int, bool, str, int], ...]
"""Words of dimensions: which, on which side, as written, and where."""


@lru_cache(maxsize=4096)
def _words(text: str) -> _Words:
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[int, bool, str, int]]:
    for n, each in enumerate(_DIMENSIONS):
        for side, pattern in ((True, each.one), (False, each.other)):
            for match in pattern.finditer(text):
                yield n, side, match[0].lower(), match.start()


def changes(text: str) -> Iterator[tuple[bool, str, int]]:
    """The words for a rise or a fall: whether it is a rise, the word, and where it stands."""
    return ((side, word, at) for n, side, word, at in _words(text) if n == _CHANGE)


def compare(one: str, other: str, crossed: bool) -> Sides:
    """`crossed`: the two parties are told in the other order."""
    opposites, taken = _opposites(one, other)
    a, b = (denials(_without_others(*each, bool(opposites))) for each in ((one, other), (other, one)))
    implied = [_implied(text, [places[n] for places in taken]) for n, text in enumerate((one, other))]
    turns = (a - b) % 2 + len(opposites) + crossed
    if turns % 2 and (implied[0] - implied[1]) % 2:
        turns += 1
    said = opposites[0] if opposites else None
    if said:
        told = f"opposite words: “{said[0]}” against “{said[1]}”"
    elif crossed:
        told = "the two sides are exchanged"
    else:
        told = "the one denies what the other says"
    return Sides(bool(turns % 2), told, bool(opposites))


def _without_others(text: str, other: str, opposed: bool) -> str:
    """Without what it denies in passing and the other says nothing of: a statement of its own ("…; that is not in the
    offer"), or a subordinate or participle clause ("…, counting those that were not reported").

    `opposed`: opposite words say already that they differ, and why it is so ("because it was not let") is in passing.
    """
    starts = [match.start() for each in (_ASIDE, _GROUND)[: 1 + opposed] for match in each.finditer(text)]
    if not starts:
        return text
    there, words = frozenset(stems(other)), _words(other)
    cuts = [0, *sorted(starts), len(text)]
    parts = [text[at:end] for at, end in pairwise(cuts)]
    # What a claim begins with is what it says, but where a statement of its own follows it.
    own = 0 if ";" in text else 1
    return "".join(part for n, part in enumerate(parts) if n < own or not _denies_other(part, there, words))


_OF_THOSE = r"(?:those|ones|anyone|people|everyone|cases|all) (?:that|who|which|whom)"
_ASIDE = lazy_re(
    rf";|,?\s+\b(?:{_OF_THOSE}|(?:not )?counting|including|excluding|although|though|even (?:though|without|with|if)|"
    r"while|whereas|unless|despite|in spite of|regardless of)\b"
    rf"(?: {_OF_THOSE})?|,\s+(?:which|who|whom|whose|where|when|with|without|not|never)\b(?: {_OF_THOSE})?",
    re.IGNORECASE,
)
"""Where something begins that is said beside what a claim says."""
_GROUND = lazy_re(r",?\s+\b(?:because|since|as)\b", re.IGNORECASE)


def _denies_other(part: str, there: frozenset[str], words: _Words) -> bool:
    """Whether what a part denies is neither a word of the other claim nor of a dimension of one."""
    denial = _NOT.search(part)
    denied = frozenset(stems(part[denial.end() :])) if denial else frozenset[str]()
    if denial is None or not denied or not denied.isdisjoint(there):
        return False
    return {n for n, *_ in _words(part[denial.end() :])}.isdisjoint(n for n, *_ in words)


def _opposites(one: str, other: str) -> tuple[list[tuple[str, str]], list[tuple[int, int]]]:
    """Words on opposite sides, each pair of words once, and where they stand."""
    ours, theirs = _words(one), _words(other)
    found: list[tuple[str, str]] = []
    places: list[tuple[int, int]] = []
    for n in range(len(_DIMENSIONS)):
        here, there = _first_of_side(n, ours), _first_of_side(n, theirs)
        if len(here) == len(there) == 2:  # "Larger firms paid less", "smaller firms paid more" (than the larger ones).
            here, there = _first_of_side(n, ours, besides=theirs), _first_of_side(n, theirs, besides=ours)
        if len(here) != 1 or len(there) != 1 or set(here) == set(there):
            continue
        (mine, at), (its, where) = next(iter(here.values())), next(iter(there.values()))
        if not any(at == a or where == b for a, b in places):
            found.append((mine, its))
            places.append((at, where))
    for word, at, where in _undone(one, other):
        if not any(at == a or where == b for a, b in places):
            found.append(word)
            places.append((at, where))
    if not found and _changed(ours, theirs):
        found.append(("more" if _changed(ours, theirs) > 0 else "less", "the other way"))
    return found, places


def _first_of_side(n: int, words: _Words, besides: _Words = ()) -> dict[bool, tuple[str, int]]:
    """The first word of a dimension on each side, without those that are said in the other claim, too."""
    there = {word for _, _, word, _ in besides}
    return {side: (word, at) for k, side, word, at in reversed(words) if k == n and word not in there}


_UNDONE = lazy_re(r"\bun(?P<word>[a-z]{4,})\b", re.IGNORECASE)
_WORD = lazy_re(r"[^\W\d_]+")


def _undone(one: str, other: str) -> Iterator[tuple[tuple[str, str], int, int]]:
    """A word of one claim that is another of the other with "un" before it, and where both stand: seeded, unseeded."""
    here, there = ({match[0].lower(): match.start() for match in _WORD.finditer(text)} for text in (one, other))
    for un, word, ours in ((one, there, True), (other, here, False)):
        for match in _UNDONE.finditer(un):
            base, whole = match["word"].lower(), match[0].lower()
            if base in word and whole not in word:
                if ours:
                    yield (whole, base), match.start(), word[base]
                else:
                    yield (base, whole), word[base], match.start()


def _changed(ours: _Words, theirs: _Words) -> int:
    """Whether a change ("dropped") is told as a comparison the other way ("more"); 0 if not, 1 or -1."""
    for one, other in ((ours, theirs), (theirs, ours)):
        change, more = ({side for at, side, _, _ in one if at == n} for n in (_CHANGE, _MORE))
        change_there, more_there = ({side for at, side, _, _ in other if at == n} for n in (_CHANGE, _MORE))
        if len(change) == len(more_there) == 1 and not more and not change_there and change != more_there:
            return 1 if True in change else -1
    return 0


_CHANGE, _MORE = 0, 1
"""The dimensions that stand first."""


def _implied(text: str, taken: list[int]) -> int:
    """Words that imply a denial, but those that were compared already."""
    return sum(match.start() not in taken for match in _DENIES.finditer(text))


def spans(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """Where the words stand, in each claim, that turn it round or that stand for such a word of the other."""
    ours, theirs = _words(one), _words(other)
    shared = {n for n, _, _, _ in ours} & {n for n, _, _, _ in theirs}
    return _marked(one, ours, shared), _marked(other, theirs, shared)


def _marked(text: str, found: _Words, shared: set[int]) -> list[Span]:
    dims = [Span(at, at + len(word)) for n, _, word, at in found if n in shared]
    return [*dims, *_denied_at(text)]


@lru_cache(maxsize=4096)
def _denied_at(text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for each in (_NOT, _DENIES) for match in each.finditer(text))


_NOT_ALONE = lazy_re(r"\b(?:not|cannot)\b|n[’']t\b", re.IGNORECASE)
_SOME = lazy_re(r"\b(?:all|every|some|most|only|unless)\b", re.IGNORECASE)
"""Then what is denied may be told from the other side: not all are, some are not."""


def elsewhere(one: str, other: str) -> bool:
    """True when both say "not" once, but each of another word that both have: "did not prove that it is", "proved that
    it is not"; not where "not all are" is told as "some are not".
    """
    ours, theirs = _denied(one), _denied(other)
    if not ours or not theirs or ours == theirs or any(_SOME.search(text) for text in (one, other)):
        return False
    here, there = (frozenset(stems(text)) for text in (one, other))
    return ours in there and theirs in here


def _denied(text: str) -> str:
    """The stem of the first content word after the one word of a claim that says no, if that is "not"."""
    found = list(_NOT.finditer(text))
    alone = len(found) == 1 and _NOT_ALONE.fullmatch(found[0][0])
    after = stems(text[found[0].end() :]) if alone else []
    return after[0] if after else ""
