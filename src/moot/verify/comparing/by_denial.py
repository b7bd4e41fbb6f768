"""Comparisons told by denying that two are alike, and by what they cost: that A is not as long as B is that A is
shorter than B, and what costs less is cheaper.

They are put into the words of other comparisons, so that all that reads those reads these too. What only sets a bound,
a sum of money or a weight, compares no two things; a verb is put in other words with its denial or not at all.
"""

from __future__ import annotations

import re
from functools import lru_cache

from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.number_words import SMALL, TENS

LESS = {
    have: less
    for less, all_ in {
        "shorter": "long tall",
        "longer": "short",
        "smaller": "large big great",
        "larger": "small",
        "lower": "high",
        "higher": "low",
        "younger": "old",
        "older": "young new",
        "lighter": "heavy",
        "heavier": "light",
        "slower": "fast quick quickly",
        "faster": "slow",
        "narrower": "wide broad",
        "wider": "narrow",
        "thinner": "thick",
        "thicker": "thin",
        "weaker": "strong",
        "stronger": "weak",
        "colder": "warm",
        "cooler": "hot",
        "warmer": "cold cool",
        "shallower": "deep",
        "deeper": "shallow",
        "cheaper": "dear expensive costly",
        "dearer": "cheap",
        "poorer": "rich",
        "richer": "poor",
        "quieter": "loud noisy",
        "louder": "quiet",
        "drier": "wet",
        "wetter": "dry",
        "worse": "good well",
        "better": "bad",
        "later": "early soon",
        "earlier": "late",
    }.items()
    for have in all_.split()
}
"""What has less of a quality than another thing."""
_NO_DEGREE = r"(?!(?:yet|such|it|well|if|though|the|an?|of|to|in|for|far as)\b)"
_DENIED = r"(?:[\s\xa0]not|n[’']t)"
_NEARLY = r"(?:[\s\xa0](?:quite|nearly|anywhere near|remotely|at all|always|usually))?"
_IS = lazy_re(
    rf"\b(?P<is>is|are|was|were|has been|have been){_DENIED}{_NEARLY}[\s\xa0](?:as|(?P<so>so))[\s\xa0]{_NO_DEGREE}"
    r"(?P<how>[a-z-]{3,20})(?P<what>[\s\xa0][^,;.:()]{0,40}?)?[\s\xa0]as\b(?![\s\xa0](?:if|though|it|they|he|she|we)\b)",
    re.IGNORECASE,
)
_DOES = lazy_re(
    rf"\b(?P<does>does|do|did){_DENIED}[\s\xa0](?P<verb>[a-z]{{2,15}})(?P<on>[\s\xa0](?!as\b|so\b)[^,;.:()]{{1,30}}?)??{_NEARLY}"
    rf"[\s\xa0](?:as|so)[\s\xa0]{_NO_DEGREE}(?P<how>[a-z-]{{3,20}})(?P<what>[\s\xa0][^,;.:()]{{1,40}}?)??[\s\xa0]as\b"
    r"(?![\s\xa0](?:if|though|it|they|he|she|we)\b)",
    re.IGNORECASE,
)
_MANY = {"much": "less", "many": "fewer", "few": "more", "little": "more"}
_BEHIND = (
    r"(?![\s\xa0](?:\W|\d|about\b|around\b|some\b|half\b|twice\b|double\b|an?[\s\xa0](?:third|quarter|fifth|tenth|"
    rf"hundred|thousand|million|billion|few|dozen)|(?:{'|'.join((*SMALL, *TENS))})\b|expected|planned|budget\w*|"
    r"forecast|before\b|ever\b|usual|originally|first\b|it\b|they\b|he\b|she\b|we\b|€|£|\$))"
)
"""Not before a sum, nor what was expected: then nothing is compared with another thing."""
_SUM = lazy_re(
    r"[\s\xa0]+(?:[\w'’-]+[\s\xa0]+){0,2}?(?:euros?|dollars?|bucks?|pounds?|pence|penn(?:y|ies)|cents?|francs?|yen|yuan|"
    r"rupees?|roubles?|rubles?|pesos?|reais|real|lira|kron(?:a|e|er|or)|crowns?|zlotys?|shillings?|quid|fivers?|tenners?|"
    r"dimes?|nickels?|fortune|(?:milli|kilo)?grams?|(?:milli|kilo)?grammes?|kilos?|kgs?|tons?|tonnes?|ounces?|stones?|lbs?|"
    r"hundredweights?)\b",
    re.IGNORECASE,
)
_AUXILIARY = lazy_re(
    r"(?:\b(?:do|does|did|will|would|can|could|may|might|must|shall|should|ought|need|cannot|not|never|no|nor|neither|"
    r"nothing|nobody|none|hardly|scarcely|rarely|seldom|to)|n[’']t|[’'](?:ll|d))(?:\b[^,;:.()]*)$|"
    r"\b(?:the|an?|this|that|each|every|any|its|their|his|her|our|my|your|total|unit|low|lower|high|higher)[\s\xa0]+$|[’']s[\s\xa0]+$",
    re.IGNORECASE,
)
"""Before a verb that is denied or has no ending of its own, and before the noun "cost"."""
_NOT_DOES = rf"(?:(?P<does>does|do|did){_DENIED}[\s\xa0])?"
_COSTS = lazy_re(rf"\b{_NOT_DOES}cost(?P<s>s?)[\s\xa0](?P<less>less|more)[\s\xa0]than{_BEHIND}")
_WEIGHS = lazy_re(rf"\b{_NOT_DOES}weigh(?P<s>s?|ed)[\s\xa0](?P<less>less|more)[\s\xa0]than{_BEHIND}")
_AS_MUCH = lazy_re(rf"\bcost(?P<s>s?)[\s\xa0]as[\s\xa0]much[\s\xa0]as{_BEHIND}")
_IDIOM = lazy_re(
    r"[\s\xa0](?!(?:the|an?|this|that|these|those|its|their|his|her|our|my|your|in|on|at|for|of|before|after|elsewhere|"
    r"(?-i:[A-Z][\w-]*))\b)|[\s\xa0](?:his|her|their|its|our|my|your)[\s\xa0]words?\b",
    re.IGNORECASE,
)
"""What is as good as dead, or as much as promised, is compared with nothing."""
_EXPENSIVE = lazy_re(
    r"\b(?P<less>less|more)[\s\xa0](?:expensive|costly)[\s\xa0]than\b|\b(?:costlier|pricier)[\s\xa0]than\b"
)
_CONJUNCTIONS, _LASTS = lexicon("long soon far well"), lexicon("last take run live stay wait reach go throw jump")
"""That something does not apply as long as another does compares no lengths."""
_MAY_BE_IDIOM = lexicon("good well much many")
_LOOK = 80
"""How far before a verb its auxiliary is looked for."""
_SAYS = lexicon("say speak mention ask look see hear get mean")
"""Nor that somebody did not say as much as a word."""
_IRREGULAR = {"have": "has", "do": "does", "go": "goes"}
_BE = {"does": "is", "do": "are", "did": "was"}


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text with such comparisons in other words; the same where it has none."""
    if "not" not in text and "n’t" not in text and "n't" not in text and "cost" not in text and "weigh" not in text:
        return _EXPENSIVE.sub(_dear, text) if "expensive" in text or "pricier" in text else text
    text = _DOES.sub(_done, _IS.sub(_been, text))
    text = _COSTS.sub(lambda each: _put(each, "cheaper than" if each["less"] == "less" else "dearer than"), text)
    text = _AS_MUCH.sub(lambda each: _put(each, "as dear as"), text)
    text = _WEIGHS.sub(lambda each: _put(each, "lighter than" if each["less"] == "less" else "heavier than"), text)
    return _EXPENSIVE.sub(_dear, text)


def _third(verb: str) -> str:
    """ "Uses" for "use"."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("y") and verb[-2:-1] not in "aeou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"


def _put(match: re.Match[str], words: str) -> str:
    text = match.string
    if _SUM.match(text, match.end()) or _AUXILIARY.search(text, max(0, match.start() - _LOOK), match.start()):
        return match[0]
    plural = text[: match.start()].rstrip().endswith("s")
    does = match.groupdict().get("does")
    if does:
        return f"{'were' if plural and does == 'did' else _BE[does]} not {words}"
    be = {"s": "is", "ed": "was"}.get(match["s"]) or ("are" if plural else "was")
    return f"{be} {words}"


def _dear(match: re.Match[str]) -> str:
    return "cheaper than" if match["less"] == "less" else "dearer than"


def _been(match: re.Match[str]) -> str:
    how = match["how"].lower()
    if how in _MANY and match["so"]:
        return match[0]  # "Not so much a plan as a wish".
    if how in _MAY_BE_IDIOM and _IDIOM.match(match.string, match.end()):
        return match[0]
    if how in _MANY:
        return f"{match['is']} {_MANY[how]}{match['what'] or ''} than"
    return f"{match['is']} {LESS.get(how) or f'less {how}'}{match['what'] or ''} than"


def _done(match: re.Match[str]) -> str:
    verb, how = match["verb"].lower(), match["how"].lower()
    if verb in _SAYS or (how in _CONJUNCTIONS and verb not in _LASTS):
        return match[0]
    if how in _MAY_BE_IDIOM and not match["what"] and _IDIOM.match(match.string, match.end()):
        return match[0]
    said = {"does": _third(verb), "do": verb, "did": f"did {verb}"}[match["does"].lower()]
    less = _MANY.get(how) or LESS.get(how) or f"less {how}"
    return f"{said}{match['on'] or ''} {less}{match['what'] or ''} than"
