"""The parts of a question, and what an answer to each looks like.

Cues are English and German, of amounts and of what begins a part also those of six other languages; without one a part
is plain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from moot.text import terms
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.small_words import ENGLISH, WORDS
from moot.text.tongue import tongue

_ABROAD = (
    r"(?:combien|pourquoi|quand|cu[áa]nt[oa]s?|cuándo|cómo|dónde|quant[oaie]|quant[oa]s|quando|perché|hoeveel|wanneer|waarom"
    r"|ile|kiedy|dlaczego|gdzie)\b"
)
"""Words that only ask, in other languages: "où" and "qui" may join what is told."""
_ASKING = (
    r"(?:(?:by|for|in|at|since|um|in|seit|von|für) (?=how|which|what|whom|wie|welche))?"
    r"(?:what|how|which|who|whom|when|where|why|whether|is|are|was|were|does|do|did|can|could|should|will|has|have"
    r"|wie|wieso|wer|wem|wen|wann|warum|weshalb|welche[rmns]?)\b"
)
_PARTS = lazy_re(
    rf"(?<=[?.!])\s+|;\s+|,?\s+(?:and|und)\s+(?={_ASKING})|,\s+(?={_ASKING})"
    rf"|,?\s+(?:et|y|e|en|i|oraz)\s+(?={_ABROAD})|,\s+(?={_ABROAD})",
    re.IGNORECASE,
)
_ASKS = lazy_re(rf"{_ASKING}|{_ABROAD}", re.IGNORECASE)

_NUMBER = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds?|thousands?"
    "|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|hundert|tausend"
)


class Sort(StrEnum):
    """What is asked for."""

    COMPARISON = "comparison"
    AMOUNT = "amount"
    TIME = "time"
    REASON = "reason"
    PERSON = "person"
    CHANGE = "change"
    OPEN = "open"
    ADVICE = "advice"
    STATE = "state"
    PLAIN = "plain"


_SORTS: tuple[tuple[Sort, re.Pattern[str]], ...] = tuple(
    (sort, lazy_re(cue, re.IGNORECASE))
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
            r"|less \w+ than|rather than|instead of"
            r"|(?:cheap|dear|light|heavi|quiet|loud|long|short|tall|high|fast|slow|old|young|large|bigg|small)est)\b",
        ),
        (
            Sort.AMOUNT,
            r"\b(?:how (?:much|many|large|big|high|heavy|long|fast|far|often|old)|costs?|price|rate of|share of"
            r"|wie (?:viele?|hoch|gro(?:ß|ss)|schwer|lange?|schnell|weit|oft|alt|teuer)|kosten|kostet\w*|preis"
            r"|combien|cu[áa]nt[oa]s?|quant[oaie]|quant[oa]s|hoeveel|ile)\b",
        ),
        (Sort.TIME, r"\b(?:when|since when|what year|which year|deadline|wann|welche[mns] jahr)\b"),
        (
            Sort.REASON,
            r"\b(?:why|cause[sd]?|reasons?|explain\w*|warum|weshalb|wieso|grund|gründe|ursachen?)\b",
        ),
        (Sort.CHANGE, r"\bwhat (?:has |have |had )?(?:been )?(?:changed?|new)\b|\bwas (?:hat|haben) sich .*geändert\b"),
        (Sort.PERSON, r"^(?:by |to |with )?(?:who|whom|wer|wem|wen)\b"),
        (Sort.ADVICE, r"\b(?:should|recommend\w*|advis\w+|ought)\b"),
        (Sort.STATE, r"^(?:is|are|was|were|does|do|did|can|could|has|have|will|may)\b"),
    )
)

_ANSWERS: dict[Sort, re.Pattern[str]] = {
    sort: lazy_re(cue, re.IGNORECASE)
    for sort, cue in {
        Sort.COMPARISON: (
            r"\b(?:better|worse|best|worst|ahead|behind|leads?|led|outperform\w*|beats?|surpass\w*|against"
            r"|neither|reversed"
            r"|whereas|stronger|weaker|superior|inferior|advantages?|prefer\w*|\w+er than|more \w+ than"
            r"|less \w+ than)\b"
        ),
        Sort.AMOUNT: rf"\d|\b(?:{_NUMBER})\b",
        Sort.TIME: r"\b(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november"
        r"|december|monday|tuesday|wednesday|thursday|friday|weeks?|months?|years?"
        r"|januar|februar|märz|mai|juni|juli|oktober|dezember|montag|dienstag|mittwoch|donnerstag|freitag)\b",
        Sort.REASON: r"\b(?:because|since|due to|owing to|causes?|caused|reasons?|leads? to|results? (?:in"
        r"|from)|so that|weil|wegen|aufgrund|infolge|grund|gründe|ursachen?)\b",
        Sort.CHANGE: r"\b(?:chang(?:ed?|es)|rais(?:ed?|es)|lower(?:ed|s)?|increas\w+|decreas\w+|moved?|postponed|rose"
        r"|fell|replac\w+|resign\w*|new|no longer|instead|from \d.* to|as of|geändert|erhöht\w*|gesenkt\w*"
        r"|neue?[rns]?)\b",
        Sort.PERSON: r"\b(?-i:[A-ZÄÖÜ][\w’'-]+ [A-ZÄÖÜ][\w’'-]+)",
        Sort.STATE: r"\b(?:safe|unsafe|yes|not|cannot|exceed\w*|below|above|meets?|fail\w*|compl(?:y|ies)"
        r"|limits?|effective|proven"
        r"|prevents?|risks?|harm\w*|danger\w*|allowed|permitted|possible|available|recommend\w*|hardly|true|false)\b",
        Sort.ADVICE: r"\b(?:should|recommend\w*|advis\w+|must|need(?:s|ed)? to|suggest\w*|depend on|avoid)\b",
    }.items()
}

_KNOWN = (
    r"(?:known|clear|settled|stated?|published|announced|measured|examined|studied|reported|tested|decided"
    r"|awarded|confirmed|replicated|comparable|disclosed|proven|established|resolved|agreed)"
)
_COSTS = lazy_re(r"\b(?:costs?|prices?|pay|expensive|cheap\w*|budget|kosten|kostet\w*|teuer|preise?)\b", re.IGNORECASE)
_MONEY = lazy_re(
    r"[$€£¥]\s?\d|\d[^.]*\b(?:euros?|dollars?|pounds?|usd|eur|gbp|chf)\b|\bfree of charge\b|\bcosts nothing\b",
    re.IGNORECASE,
)
_LASTS = lazy_re(r"\bhow long\b.*\b(?:last|take|took|run|go on|stay|wait)|\bwie lange\b", re.IGNORECASE)
_SPAN = lazy_re(
    rf"\b(?:\d[\d.,]*|{_NUMBER}|an?|one|ein\w*)[ -](?:\w+ )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?"
    r"|decades?|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?)\b",
    re.IGNORECASE,
)
_WEIGHS = lazy_re(r"\b(?:weighs?|weight|heavy|wiegt|gewicht|schwer)\b", re.IGNORECASE)
_WEIGHT = lazy_re(r"\d\s?(?:kg|g|t|kilos?|kilograms?|grams?|tonnes?|tons?|pounds?|lbs?|Gramm|Tonnen?)\b")
_SHAPES = ((_COSTS, _MONEY), (_LASTS, _SPAN), (_WEIGHS, _WEIGHT))
"""Words of a question for an amount, and the shape of the amount."""
OPENNESS = lazy_re(
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

VERDICT = lazy_re(
    r"\b(?:neither|none of|no single)\b.*\b(?:best|better|leads?|ahead|superior|wins?)\b"
    r"|\bwhich \w+(?: \w+)? is (?:better|best)\b"
    r"|\b(?:is|are|was|were|remains?) (?:clearly |much |slightly )?(?:better|worse|superior|inferior|preferable)\b"
    r"|\b(?:overall|on balance|in sum)\b|\bthe better (?:choice|option)\b|\bequal(?:ly good)?\b",
    re.IGNORECASE,
)
"""Words of a sentence that judges a comparison as a whole."""

DOUBT = lazy_re(
    r"\bwithin the (?:noise|error|margin)\b|\b(?:do|does|did) not (?:show|prove|establish|mean|imply)\b"
    r"|\bcannot be (?:compared|added)"
    r"|\bnot (?:directly )?comparable\b|\bnot independently\b|\bself-reported\b|\bmeasured by the \w+ itself\b"
    r"|\bsmall sample\b"
    r"|\ba handful of\b|\bmargin of error\b|\bunreliable\b|\boverstat\w+|\bmislead\w+|\bshould (?:name|be read"
    r"|be treated)\b|\bhardly\b|\bnot (?:statistically )?significant\b|\bless sensitive\b",
    re.IGNORECASE,
)
"""Words of a sentence that limits what a figure shows."""

ASIDE = lazy_re(
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
    context: str = ""
    """What is asked about, where only an earlier part or sentence names it."""

    @property
    def about(self) -> str:
        """All that it asks about; of "which cleaner is the quietest" the measure, which tells one from another."""
        measure = measures(self.text)
        own = "" if measure and self.sort is Sort.COMPARISON else bare(self.text)
        return " ".join(filter(None, (own, measure, self.context)))

    def answers(self, sentence: str) -> bool:
        """True when the sentence has the shape of an answer to this part."""
        if self.sort is Sort.OPEN:
            return bool(OPENNESS.search(sentence))
        if self.sort is Sort.AMOUNT:
            shape = next((shape for asked, shape in _SHAPES if asked.search(self.text)), _ANSWERS[self.sort])
            return bool(shape.search(sentence))
        measured = set(terms.stems(measures(self.text))) if self.sort is Sort.COMPARISON else set[str]()
        if measured:
            return not measured.isdisjoint(terms.stems(sentence))
        cue = _ANSWERS.get(self.sort)
        return bool(cue.search(sentence)) if cue else False

    def told_under(self, heading: str) -> bool:
        """True for a heading that tells what stands below it: "Cause" where somebody asks why."""
        return self.sort is Sort.REASON and bool(_ANSWERS[self.sort].search(heading))

    def bears_on(self, sentence: str) -> bool:
        """True when the sentence has the shape of an answer, or, where answers have none, a word that was asked for."""
        if self.sort is Sort.PLAIN:
            return not content(self.text).isdisjoint(terms.stems(sentence))
        return self.answers(sentence)


def parts(question: str) -> tuple[Part, ...]:
    """The parts, in order."""
    pieces = [piece.strip() for piece in _PARTS.split(question) if piece.strip(" ?.,;")]
    # "A patient is 45. What is to be done?" asks one thing; the rest tells of the case.
    asking = [piece for piece in pieces if piece.endswith("?") or _ASKS.match(piece)]
    found: list[Part] = []
    named = ""
    for piece in pieces:
        text = piece.strip(" ?.,;")
        context = named if _points(text) else ""
        if piece in asking or not asking:
            sort = sort_of(text)
            # "…, and how much?" asks on about the same.
            whole = f"{found[-1].text}, {text}" if found and sort is not Sort.OPEN and not noun_groups(text) else text
            found.append(Part(whole, sort, "" if sort is Sort.OPEN else context))
        named = context or " ".join(things(bare(text))) or named
    return tuple(found)


def following(text: str, question: str) -> Part:
    """What somebody asks after `question`: "How long did it last?" asks about what that names."""
    whole = parts(f"{question.rstrip(' ?.')}? {text}")
    return Part(text, sort_of(text), whole[-1].context if whole else "")


def _points(text: str) -> bool:
    """True where a pronoun stands for what is asked about, or little more than a question word is left."""
    return bool(_PRONOUN.search(text)) or len(content(bare(text))) < 2


def sort_of(text: str) -> Sort:
    return next((sort for sort, cue in _SORTS if cue.search(text)), Sort.PLAIN)


_PRONOUN = lazy_re(
    r"\b(?:it|its|they|them|their|he|him|his|she|her|hers"
    r"|(?:do|does|did|has|have|will|is|was) (?:this|that|these|those)"
    r"|er|sie|es|ihn|ihm|ihr|ihre[rmns]?|dies(?:e[rmns]?)?)\b(?! (?:is|was) (?:not )?(?:known|clear))",
    re.IGNORECASE,
)
_ASKING_WORDS = {
    ENGLISH: lexicon("what how which who whom when where why whether"),
    "German": lexicon("wie wer wem wen wann warum weshalb wieso welche welcher welches welchem welchen"),
    "French": lexicon("combien pourquoi comment quand où quel quelle quels quelles qui quoi lequel laquelle"),
    "Spanish": lexicon("cuánto cuánta cuántos cuántas cuanto cuándo cómo dónde quién quiénes qué cuál cuáles"),
    "Italian": lexicon("quanto quanta quanti quante quando perché come dove chi quale quali"),
    "Portuguese": lexicon("quanto quanta quantos quantas quando porque como onde quem qual quais"),
    "Dutch": lexicon("hoeveel hoe wanneer waarom waar wie wat welke welk"),
    "Polish": lexicon("ile kiedy dlaczego jak gdzie kto kogo co czy który która które jaki jaka jakie"),
}
_MEASURES_ABROAD = lexicon("hoch groß lange")
"""Behind an asking word: "wie hoch"."""


def bare(text: str) -> str:
    """A question in another language than English without its small words, which a reader knows of English only."""
    told = language(text)
    if told == ENGLISH or told not in _ASKING_WORDS:
        return text
    small = WORDS[told] | _ASKING_WORDS[told] | _MEASURES_ABROAD
    return " ".join(word for word in text.split() if word.lower().strip("¿?,.") not in small)


def language(question: str) -> str:
    """Of a question, by the words that ask and its small words; English without any."""
    return languages(question)[0]


def languages(question: str) -> tuple[str, ...]:
    """Those that a question may be in, the likeliest first: "quanto" asks in two."""
    told, said = tongue(question), frozenset(terms.words(question))
    asked = [name for name, words in _ASKING_WORDS.items() if words & said]
    if told in asked or (told and "German" not in asked):
        return (told,)
    return tuple(sorted(asked, key=lambda name: -len(WORDS[name] & said))) or (ENGLISH,)


_MEASURED = {
    word: f"{base} {measure}".strip()
    for measure, pairs in {
        "price cost": "cheapest cheap, cheaper cheap, dearest dear, dearer dear, expensive expensive",
        "weight": "lightest light, lighter light, heaviest heavy, heavier heavy, heavy heavy, weigh weighs",
        "noise": "quietest quiet, quieter quiet, loudest loud, louder loud",
        "length": "longest long, shortest short",
        "height": "tallest tall, highest high",
        "speed": "fastest fast, faster fast, slowest slow, slower slow",
        "age": "oldest old, youngest young",
        "size": "largest large, biggest big, smallest small",
    }.items()
    for word, base in (pair.split() for pair in pairs.split(","))
}
"""Words of a question, with their plain form and what they measure."""


def measures(text: str) -> str:
    """`which is the quietest` asks of what is quiet, and of noise."""
    return " ".join(_MEASURED[word] for word in terms.words(text) if word in _MEASURED)


_PHRASE_BREAK = lazy_re(
    r"[,;:?!.()\"“”](?:\s|$)|\b(?:" + "|".join(sorted(terms.STOP_WORDS, key=len, reverse=True)) + r")\b", re.IGNORECASE
)
_LEADS_A_NOUN = lazy_re(
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
