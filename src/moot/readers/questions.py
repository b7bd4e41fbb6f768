"""The parts of a question, and what an answer to each looks like. Cues are English; without one a part is plain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from moot.text import terms
from moot.text.lexicon import lexicon

_ASKING = (
    r"(?:what|how|which|who|whom|when|where|why|whether|is|are|was|were|does|do|did|can|could|should|will|has|have)\b"
)
_PARTS = re.compile(
    rf"(?<=[?.!])\s+|;\s+|,?\s+and\s+(?={_ASKING})|,\s+(?={_ASKING})",
    re.IGNORECASE,
)
_ASKS = re.compile(_ASKING, re.IGNORECASE)


class Sort(StrEnum):
    """What is asked for."""

    COMPARISON = "comparison"
    AMOUNT = "amount"
    TIME = "time"
    REASON = "reason"
    OPEN = "open"
    ADVICE = "advice"
    STATE = "state"
    PLAIN = "plain"


_SORTS: tuple[tuple[Sort, re.Pattern[str]], ...] = tuple(
    (sort, re.compile(cue, re.IGNORECASE))
    for sort, cue in (
        (
            Sort.OPEN,
            r"\b(?:not (?:yet )?(?:settled|known|clear|decided|proven)|unsettled|unclear|unknown|uncertain"
            r"|open questions?"
            r"|remains? (?:open|unclear|unknown)|disput\w+|disagree\w*|controvers\w+|contested|debated)\b",
        ),
        (
            Sort.COMPARISON,
            r"\b(?:better|worse|best|versus|vs|compar\w+|differ\w*|prefer\w*|advantages?|\w+er than|more \w+ than"
            r"|less \w+ than|rather than|instead of)\b",
        ),
        (
            Sort.AMOUNT,
            r"\b(?:how (?:much|many|large|big|high|long|fast|far|often|old)|costs?|price|rate of|share of)\b",
        ),
        (Sort.TIME, r"\b(?:when|since when|what year|which year|deadline)\b"),
        (Sort.REASON, r"\b(?:why|cause[sd]?|reasons?|explain\w*)\b"),
        (Sort.ADVICE, r"\b(?:should|recommend\w*|advis\w+|ought)\b"),
        (Sort.STATE, r"^(?:is|are|was|were|does|do|did|can|could|has|have|will|may)\b"),
    )
)

_ANSWERS: dict[Sort, re.Pattern[str]] = {
    sort: re.compile(cue, re.IGNORECASE)
    for sort, cue in {
        Sort.COMPARISON: (
            r"\b(?:better|worse|best|worst|ahead|behind|leads?|led|outperform\w*|beats?|surpass\w*|against"
            r"|neither|reversed"
            r"|whereas|stronger|weaker|superior|inferior|advantages?|prefer\w*|\w+er than|more \w+ than"
            r"|less \w+ than)\b"
        ),
        Sort.AMOUNT: r"\d",
        Sort.TIME: r"\b(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november"
        r"|december|monday|tuesday|wednesday|thursday|friday|weeks?|months?|years?)\b",
        Sort.REASON: r"\b(?:because|since|due to|owing to|causes?|caused|reasons?|leads? to|results? (?:in"
        r"|from)|so that)\b",
        Sort.STATE: r"\b(?:safe|unsafe|yes|not|cannot|exceed\w*|below|above|meets?|fail\w*|compl(?:y|ies)"
        r"|limits?|effective|proven"
        r"|prevents?|risks?|harm\w*|danger\w*|allowed|permitted|possible|available|recommend\w*|hardly|true|false)\b",
        Sort.ADVICE: r"\b(?:should|recommend\w*|advis\w+|must|need(?:s|ed)? to|suggest\w*|depend on|avoid)\b",
    }.items()
}

_KNOWN = (
    r"(?:known|clear|settled|stated?|published|announced|measured|examined|studied|reported|tested|decided"
    r"|awarded|confirmed"
    r"|replicated|comparable|disclosed|proven|established|resolved|agreed)"
)
_COSTS = re.compile(r"\b(?:costs?|prices?|pay|expensive|cheap\w*|budget)\b", re.IGNORECASE)
_MONEY = re.compile(
    r"[$€£¥]\s?\d|\d[^.]*\b(?:euros?|dollars?|pounds?|usd|eur|gbp|chf)\b|\bfree of charge\b|\bcosts nothing\b",
    re.IGNORECASE,
)
OPENNESS = re.compile(
    rf"""\bopen\ questions?\b|\bnot\ (?:yet\ )?(?:been\ )?{_KNOWN}\b
    |\b(?:do|does|did)\ not\ (?:yet\ )?(?:state|say|show|give|know|examine|measure|report|cover|include|contain
    |specify|establish
    |prove|disclose|make\ (?:any|a)\ claim)\b
    |\bno\ (?:\w+\ ){{0,2}}(?:figures?|results?|data|evidence|studies|date|information|consensus|claim|comparison
    |answer)\b
    |\b(?:could(?:n['’]t|\ not)|can(?:not|['’]t))\ (?:yet\ )?(?:be\ )?(?:determined?|established?|verif(?:y|ied)
    |confirm(?:ed)?|explain(?:ed)?)\b
    |\bnobody\b(?=.*\b(?:know|knows|say|tell)\b)|\b(?:unknown|unclear|unsettled|uncertain\w*|undecided|disputed
    |controversial
    |inconclusive|insufficient|debated|contested)\b
    |\bwithin\ the\ (?:noise|error|margin)|\berror\ bars?\b|\bmargin\ of\ error|\bremains?\ to\ be\b
    |\bwhether\b[^.]*\b(?:open
    |unclear|unknown|uncertain)\b|^whether\b|\blimited\ (?:data|evidence)|\b(?:further|more)\ research\b
    |\bby\ one\ account\b
    |\banother\ account\b|\bdiffer(?:ent)?\ (?:baselines?|methods?|figures?)\b|\bdepends?\ on\ whether\b
    |\btoo\ (?:early|few|small)\ to\b|\bhardly\b|\bsuggests?\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words of a sentence that tells what is not known."""

VERDICT = re.compile(
    r"\b(?:neither|none of|no single)\b.*\b(?:best|better|leads?|ahead|superior|wins?)\b"
    r"|\bwhich \w+(?: \w+)? is (?:better|best)\b"
    r"|\b(?:is|are|was|were|remains?) (?:clearly |much |slightly )?(?:better|worse|superior|inferior|preferable)\b"
    r"|\b(?:overall|on balance|in sum)\b|\bthe better (?:choice|option)\b|\bequal(?:ly good)?\b",
    re.IGNORECASE,
)
"""Words of a sentence that judges a comparison as a whole."""

DOUBT = re.compile(
    r"\bwithin the (?:noise|error|margin)\b|\b(?:do|does|did) not (?:show|prove|establish|mean|imply)\b"
    r"|\bcannot be (?:compared|added)"
    r"|\bnot (?:directly )?comparable\b|\bnot independently\b|\bself-reported\b|\bmeasured by the \w+ itself\b"
    r"|\bsmall sample\b"
    r"|\ba handful of\b|\bmargin of error\b|\bunreliable\b|\boverstat\w+|\bmislead\w+|\bshould (?:name|be read"
    r"|be treated)\b"
    r"|\bhardly\b|\bnot (?:statistically )?significant\b|\bless sensitive\b",
    re.IGNORECASE,
)
"""Words of a sentence that limits what a figure shows."""

ASIDE = re.compile(
    r"\b(?:only indirectly|says? (?:little|nothing) (?:about|of|on)|not affected|does not matter|irrelevant"
    r"|beside the point)\b",
    re.IGNORECASE,
)
"""Words by which a sentence says itself that it is off the point."""


@dataclass(frozen=True)
class Part:
    """One part of a question."""

    text: str
    sort: Sort

    def answers(self, sentence: str) -> bool:
        """True when the sentence has the shape of an answer to this part."""
        if self.sort is Sort.OPEN:
            return bool(OPENNESS.search(sentence))
        if self.sort is Sort.AMOUNT and _COSTS.search(self.text):
            return bool(_MONEY.search(sentence))
        cue = _ANSWERS.get(self.sort)
        return bool(cue.search(sentence)) if cue else False


def parts(question: str) -> tuple[Part, ...]:
    """The parts, in order."""
    pieces = [piece.strip() for piece in _PARTS.split(question) if piece.strip(" ?.,;")]
    # "A patient is 45. What is to be done?" asks one thing; the rest tells of the case.
    asking = [piece for piece in pieces if piece.endswith("?") or _ASKS.match(piece)]
    texts = [piece.strip(" ?.,;") for piece in asking or pieces]
    found: list[Part] = []
    for text in texts:
        sort = sort_of(text)
        # "…, and how much?" asks on about the same.
        whole = f"{found[-1].text}, {text}" if found and sort is not Sort.OPEN and not noun_groups(text) else text
        found.append(Part(whole, sort))
    return tuple(found)


def sort_of(text: str) -> Sort:
    return next((sort for sort, cue in _SORTS if cue.search(text)), Sort.PLAIN)


_PHRASE_BREAK = re.compile(
    r"[,;:?!.()\"“”](?:\s|$)|\b(?:" + "|".join(sorted(terms.STOP_WORDS, key=len, reverse=True)) + r")\b", re.IGNORECASE
)
_LEADS_A_NOUN = re.compile(
    r"^(?:is|are|was|were|does|do|did|can|could|will|should|has|have)\s+$"
    r"|\b(?:the|an?|of|about|for|in|on|many|much|any|some|with|between|by|from|under|against|than|or|and|no)\s+$",
    re.IGNORECASE,
)
_FRAME = frozenset(
    terms.stem(word)
    for word in lexicon(
        "good bad better best worse settled unsettled known clear compare compared different difference say says "
        "tell explain describe list please give make used use effective important main current currently latest "
        "cost costs price much many long thing way question answer source evidence still today now safe true "
        "recommend recommended happen mean"
    )
)


def noun_groups(question: str) -> list[str]:
    """The stretches of content words between function words: what the question is about."""
    groups = [" ".join(piece.split()) for piece in _PHRASE_BREAK.split(question)]
    return [group for group in groups if any(stem not in _FRAME for stem in terms.stems(group))]


def content(question: str) -> set[str]:
    """Stems of what is asked about, without the words that any question may have."""
    return {stem for group in noun_groups(question) for stem in terms.stems(group)} - _FRAME


def things(question: str) -> list[str]:
    """Those that are surely things: of several words, with a capital, or behind an article or preposition."""
    return [
        group
        for group in noun_groups(question)
        if len(group.split()) > 1
        or group[:1].isupper()
        or _LEADS_A_NOUN.search(question[: max(0, question.find(group))])
    ]
