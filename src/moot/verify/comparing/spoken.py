"""Who says what stands between two quotation marks: the subject of the verb of speech that stands nearest to them.

Before them, as in "the heirs, who had not been asked, complain of “…”", or behind: "“…”, said the caretaker". Where
something "was called “…”", it is who stands behind "by". A pronoun is taken for the one somebody named before it, in
the sentence or the one before; for more than one it stays a pronoun.
"""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.verify.comparing.capitals import ADVERB, NAME
from moot.verify.comparing.posts import POSTS
from moot.verify.comparing.saying import HOLD, NOTED, SAID, TOLD

BODIES = tuple(
    map(
        lexicon,
        (
            "council",
            "association union society federation league",
            "court tribunal",
            "police",
            "parliament",
            "church diocese parish",
            "ministry government",
        ),
    )
)
"""Bodies that speak; those of one line may be one."""
BODY = frozenset[str]().union(*BODIES)
QUOTES = str.maketrans("“”„«»", '"""""')
"""To marks of one kind."""
PRONOUNS = lexicon("he she they it i we who one")
_DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Hh]er|[Hh]is|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Oo]ne|[Aa]nother|[Bb]oth|[Mm]any|[Ss]ome|[Ss]everal)"
)
_NO_NOUN = (
    r"(?!(?:the|an?|her|his|its|their|our|my|is|are|was|were|be|been|being|has|have|had|does|did|do|also|then|later|"
    r"not|never|who|which|that|what|when|while|whereas|but|or|as|in|on|at|by|to|from|with|without|for|of|about|after|"
    r"before|since|and|he|she|they|it|we|will|would|could|may|might|should)\b)"
)
_NOUN = rf"{_NO_NOUN}[a-zß-ÿ][a-zß-ÿ’'-]{{1,24}}"
_MANY = (
    rf"(?:(?<=[;:,—–] )|(?<=\bbut )|(?<=\band )|(?<=\bwhile )|(?<=\bwhereas )|(?<=\bwhich ))"
    rf"(?:{_NOUN} ){{0,2}}{_NO_NOUN}[a-zß-ÿ][a-zß-ÿ’'-]{{1,24}}s"
)
"""Several without an article, where a clause begins."""
_POSSESSOR = rf"(?:{NAME}[’']s? )"
WHO = (
    rf"(?<![\w’'])(?:(?:{_DETERMINER} {_POSSESSOR}?|{_POSSESSOR})(?:{_NOUN} ){{0,3}}{_NOUN}(?: {NAME})?"
    rf"|{_DETERMINER} (?=[A-Z]){NAME}(?: {_NOUN}){{0,2}}|{NAME}|{_MANY}|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e)"
)
SAYS = (
    rf"(?:{SAID}|{HOLD}|{NOTED}|{TOLD}|explain|recall|remark|admit|complain|predict|saying|told|tells?|asks?|asked|"
    r"repl(?:y|ies|ied)|answer(?:s|ed)?|call(?:s|ed)?|describe[sd]?|comment(?:s|ed)?|conclude[sd]?|dismiss(?:es|ed)?|"
    r"promise[sd]?|(?:speaks?|spoke|talks?|talked) of|finds?|found|fear(?:s|ed)?|blame[sd]?|demand(?:s|ed)?|"
    r"denounce[sd]?|condemn(?:s|ed)?|criticis?z?e[sd]?|attack(?:s|ed)?|accuse[sd]?|praise[sd]?|hail(?:s|ed)?|"
    r"mock(?:s|ed)?|brand(?:s|ed)?|label(?:s|led|ed)?|term(?:s|ed)?|dub(?:s|bed)?|deem(?:s|ed)?|consider(?:s|ed)?|sees|"
    r"saw|expect(?:s|ed)?|hope[sd]?|testif(?:y|ies|ied)|feels?|felt|put it|puts it|report(?:s|ed)?|rate[sd]?|likens?|"
    r"likened|compare[sd]?)"
)
_OF = rf"(?: (?:of|at|from|for) (?:(?:the )?{NAME}|(?:the|her|his|its|their) (?:{_NOUN} ){{0,2}}{_NOUN}))?"
_ASIDE = r"(?:,[^,.;:\"\n]{1,80},| \([^()\"\n]{1,60}\))?"
_HELPS = rf"(?: (?:has|had|have|then|also|later|itself|himself|herself|themselves|{ADVERB})){{0,2}}"
_BEHIND = lazy_re(
    rf"[ \xa0,]{{0,3}}(?:{SAYS} (?P<after>{WHO}{_OF})|according to (?P<word>{WHO}{_OF})"
    rf"|(?:as |is how |was how )?(?P<before>{WHO}{_OF}{_ASIDE}){_HELPS} {SAYS}\b)"
)
_VERB = lazy_re(rf"\b{SAYS}\b")
_TAIL = lazy_re(r"[.;\"\n]|,? (?:and then|while|whereas|although|though|but)\b|, and\b")
"""What the verb governs ends where these stand."""
_AHEAD = lazy_re(rf"(?P<who>{WHO}{_OF}{_ASIDE})(?: [a-z][^,.;:\"\n]{{1,40}} and)?{_HELPS} $")
_ACCORDING = lazy_re(rf"\b(?:[Aa]ccording to|[Ii]n the words of) (?P<who>{WHO}{_OF})[^.;\"\n]{{0,60}}$")
_DONE = lazy_re(rf"\b(?:is|are|was|were|be|been|being)(?: {ADVERB})? $")
_BY = lazy_re(rf"[^.;:\"\n]{{0,60}}?\bby (?P<who>{WHO}{_OF})")
_THAT = lazy_re(r" (?:that )?$")
_SOMEBODY = "|".join(sorted(POSTS | BODY))
_SUBJECT = lazy_re(
    r"(?:^\W*|[;:,—–] |\b(?:and|but|while|whereas) )"
    rf"(?P<who>(?:{_DETERMINER} )?(?:{_NOUN} ){{0,2}}(?:{_SOMEBODY})(?: {NAME})?|{NAME})(?=,| [a-z])"
)
"""Somebody known to be one, by a name, a post or as a body."""
_SENTENCE = lazy_re(r"(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)[.!?](?=\s|\")|\n")
_REACH = 200
"""Characters on either side of the marks in which the speaker stands."""
_BACK = 400
"""Characters before a pronoun in which it is looked for who that is."""


def speaker(text: str, start: int, end: int) -> str:
    """Who says what stands between the marks at these places, as it is written there with what is set beside it; a
    pronoun where it is not known whom it stands for, empty where nobody is named.
    """
    behind = _BEHIND.match(text, end + 1, end + 1 + _REACH)
    if behind and text[end - 1] != ".":  # Else a new sentence begins.
        group = next(each for each in ("after", "before", "word") if behind[each])
        return _known(text, behind[group], behind.start(group))
    from_ = max(0, start - _REACH)
    before = text[from_:start]
    cut = max(before.rfind('"'), before.rfind("\n")) + 1
    from_, before = from_ + cut, before[cut:]
    according = _ACCORDING.search(before)
    if according:
        return _known(text, according["who"], from_ + according.start("who"))
    for verb in reversed(list(_VERB.finditer(before))):
        if _TAIL.search(before, verb.end()):
            break
        if _DONE.search(before[: verb.start()]):
            by = _BY.match(before, verb.end()) or _BY.match(text, end + 1, end + 1 + _REACH)
            return by["who"] if by else ""
        who = _AHEAD.search(before[: verb.start()])
        if who is None or (who["who"].lower() in PRONOUNS and _told_by(before, who.start("who"))):
            continue  # "The mayor said he feared": the first of the two verbs says who.
        return _known(text, who["who"], from_ + who.start("who"))
    return ""


def _told_by(before: str, at: int) -> bool:
    """True where a pronoun follows a verb of speech, whose subject it may be."""
    verb = list(_VERB.finditer(before[:at]))[-1:]
    return bool(verb) and bool(_THAT.fullmatch(before, verb[0].end(), at))


def _known(text: str, who: str, at: int) -> str:
    """Whom "she" stands for, where only one is named before it; else what is written."""
    if who.lower() not in ("he", "she"):
        return who
    before = text[max(0, at - _BACK) : at]
    for sentence in reversed(sentences(before[before.rfind("\n") + 1 :])):
        named = [each for each in subjects(sentence) if not BODY & set(each.lower().split())]
        if named:
            return named[0] if len(named) == 1 else who
    return who


def core(who: str) -> str:
    """A speaker without what is set beside it: "the mayor" of "the mayor of Vik, who had not been asked,"."""
    found = re.match(WHO, who)
    return found[0] if found else who


def subjects(text: str) -> list[str]:
    """Who is named where a clause begins, each once; what is set beside another between commas is nobody else."""
    found: list[re.Match[str]] = []
    for each in _SUBJECT.finditer(text):
        if not found or text[found[-1].end() : each.start("who")].strip() != ",":
            found.append(each)
    return list(dict.fromkeys(each["who"] for each in found))


def sentences(text: str) -> list[str]:
    return _SENTENCE.split(text)
