"""Of how many, and on what terms: all, most, some, only, except, if."""

from __future__ import annotations

import re
from functools import lru_cache

from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.verify.relating.kinds import Difference, apart, conflict

_AMOUNTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, lazy_re(rf"\b(?:{words})\b", re.IGNORECASE))
    for name, words in (
        (
            "nearly all",
            r"(?:almost|nearly|virtually|practically|just about) (?:all|every\w*|the (?:whole|entire))|"
            r"all but (?:one|a few|two|three)|"
            r"vast majority|overwhelming majority|with few exceptions|almost without exception",
        ),
        (
            "hardly any",
            r"hardly any|hardly (?:a|one)|scarcely any|almost (?:none|no\b|nobody|nothing)|next to no\w*|very few|"
            r"barely any|few\b(?<!a few)",
        ),
        (
            "not all",
            r"not (?:all|every\w*|always|entirely|the whole)|only some|only (?:a )?few|only part(?:ly)?|only in part|"
            r"n[’']t (?:all|every\w*|always)",
        ),
        (
            "most",
            r"(?<!the )(?<!its )(?<![’']s )most (?:of|[a-z]+s\b|[a-z]+ [a-z]+s\b)|majority|mostly|mainly|largely|"
            r"usually|generally|chiefly|primarily|predominantly|more often than not|for the most part|the bulk|"
            r"typically|as a rule",
        ),
        (
            "many",
            r"(?<!as )(?<!too )(?<!how )(?<!so )many|numerous|a (?:large|great) number|lots of|a lot of|often|"
            r"frequently|dozens|hundreds|scores of",
        ),
        (
            "some",
            r"some(?= (?:of|people|men|women|children|[a-z]+s\b(?<!ss)|[a-z]+ [a-z]+s\b))(?! \w+teen| \w+ty|"
            r" (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|half)\b)|"
            r"several|a few|certain|part of|parts of|partly|partially|sometimes|a number of|a handful|"
            r"occasionally|in (?:some|certain|a few) cases|at times|in part|a minority|portion",
        ),
        (
            "all",
            r"(?<!\bat )(?<!\babove )(?<!\bafter )(?<!\bfirst of )all(?! but| the same| told)|every(?! \d| two|"
            r" three| four| five| six| seven| eight| nine| hundred|"
            r" thousand| ten| day| year| month| week| hour| minute| second)|everyone|everybody|everything|"
            r"everywhere|each|always|entire(?:ly)?|"
            r"whole|complete(?:ly)?|full(?:y)?|wholly|throughout|without exception|100 ?%|100 per ?cent|any(?:one|"
            r"body)?|"
            r"invariably|universally|nationwide|at any (?:time|hour)|whatever|regardless|whichever|both|outright|"
            r"total(?:ly)?",
        ),
        (
            "none",
            r"none|no one|nobody|not (?:a single|one|any)|never|nothing|neither|nowhere|no(?! longer| more| less|"
            r" fewer| later| doubt)|zero|n[’']t (?:\w+ )?any\w*",
        ),
    )
)
_ONLY = lazy_re(
    r"\b(?:only(?! (?:some|a few|few|part|partly|a minority))|solely|exclusively|nobody but|no one but|nothing but|"
    r"none but|no one except|nobody except|restricted to|limited to|reserved for|alone|except|nobody else|no one else|"
    r"must|required?|requires|needed?|needs|without|unless|condition\w*|sole|purely|just)\b",
    re.IGNORECASE,
)
_STRONG_ONLY = lazy_re(
    r"\b(?:only(?! (?:some|a few|few|part|partly|a minority|\d))|solely|exclusively|nobody but|alone|reserved for|"
    r"restricted to|limited to(?! \d))\b",
    re.I,
)
_EXCEPT = lazy_re(
    r"\b(?:except(?:ion|ing)?|excluding|apart from|other than|save for|with the exception|bar(?:ring)?|all but|but for|"
    r"exempt\w*|unless|not (?:on|in|for|at)|outside|leaving out)\b",
    re.IGNORECASE,
)
_STRONG_EXCEPT = lazy_re(r"\b(?:except(?:ing)?|excluding|apart from|with the exception|save for|barring)\b", re.I)
_IF = lazy_re(
    r"\b(?:if|unless|provided(?: that)?|providing|subject to|as long as|so long as|on condition|conditional|contingent|"
    r"depend\w*|only (?:when|where|after|if|with|for)|without|must|require[sd]?|needs?|needed|condition\w*|once|"
    r"in the event|when|where|whenever|until|permitting|assuming|in case|those (?:who|with)|who)\b",
    re.IGNORECASE,
)
_STRONG_IF = lazy_re(
    r"(?<!\bas )\bif\b(?! not)|\b(?:unless|provided that|provided (?:it|they|he|she|the)|subject to|as long as|"
    r"on condition|conditional on|contingent on|permitting|in the event)\b",
    re.IGNORECASE,
)
_OPPOSITE = (
    ("all", "none"),
    ("nearly all", "hardly any"),
    ("all", "hardly any"),
    ("nearly all", "none"),
    ("most", "none"),
    ("most", "hardly any"),
)


@lru_cache(maxsize=4096)
def amounts(text: str) -> frozenset[str]:
    """The kinds of quantifier in a claim; what a longer one holds is not counted twice."""
    found: set[str] = set()
    for name, pattern in _AMOUNTS:
        if pattern.search(text):
            found.add(name)
            text = pattern.sub(lambda match: "_" * len(match[0]), text)
    return frozenset(found)


def of_terms(one: str, other: str) -> Difference | None:
    """What limits or conditions only one of the two."""
    for strong, loose, what in (
        (_STRONG_IF, _IF, "condition"),
        (_STRONG_EXCEPT, _EXCEPT, "exception"),
        (_STRONG_ONLY, _ONLY, "limit"),
    ):
        for text, against in ((one, other), (other, one)):
            found = strong.search(text)
            if found and not loose.search(against):
                return apart(f"only one has the {what} “{found[0].lower()}”")
    return None


def of_amounts(one: str, other: str) -> Difference | None:
    """Quantifiers that differ."""
    ours, theirs = amounts(one), amounts(other)
    left, right = ours - theirs, theirs - ours
    for whole, part in ((one, other), (other, one)):
        if _EVERYONE.search(whole) and _STRONG_ONLY.search(part) and not _STRONG_ONLY.search(_EXEMPT.sub(" ", whole)):
            return conflict("all against only some")
    for a, b in _OPPOSITE:
        # "None failed" and "all passed": whether the rest is turned too is for `denial` to say.
        if (a in left and b in right) or (b in left and a in right):
            return None
    if left and right:
        words = f"{min(left)} against {min(right)}"
        if {"all", "not all"} <= left | right or {"all", "hardly any"} <= left | right:
            return conflict(words)
        return apart(words)
    if left | right:
        word = min(left | right)
        if word in ("some", "most", "many", "not all", "nearly all", "hardly any") and not (ours & theirs):
            return apart(f"only one says “{word}”")
        if word == "all" and not (ours & theirs) and _ALL_SUBJECT.search(one if left else other):
            return apart("only one says “all”")
    return None


_EVERYONE = lazy_re(r"\b(?:everyone|everybody|anyone|anybody|all(?! but))\b", re.IGNORECASE)
_EXEMPT = lazy_re(r"\bnot only\b", re.IGNORECASE)
_ALL_SUBJECT = lazy_re(
    r"\b(?:all|every|always|in (?:all|every)|without exception|any|nationwide|everywhere|invariably)\b", re.I
)


def spans(text: str) -> list[Span]:
    """Where the quantifiers of a claim, and the words that limit it, stand."""
    found = [Span(*match.span()) for _, pattern in _AMOUNTS for match in pattern.finditer(text)]
    return found + [Span(*match.span()) for each in (_STRONG_ONLY, _STRONG_EXCEPT) for match in each.finditer(text)]
