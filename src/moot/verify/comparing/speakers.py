"""Words in quotation marks that the claim gives to one speaker, and the source to another.

The speaker is read beside the marks: “…,” said NAME; NAME told reporters: “…”; according to NAME, “…”. Two bodies are
two. A name and a post may be one person, unless the source calls the name by another post, a pronoun anybody, and who
is named in one sentence with the speaker may be whom he speaks for: then nothing is said. Nor where the words stand in
the source more than once and one of the places may be the claim's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from moot.text.lazy import lazy_re
from moot.text.lexicon import NOT_A_NAME, lexicon
from moot.verify import quotations
from moot.verify.comparing.capitals import ADVERB, NAME
from moot.verify.names import TITLES
from moot.verify.wording import shorten

_QUOTES = str.maketrans("“”„«»", '"""""')
POSTS = lexicon("""
    mayor minister president director chair chairman chairwoman secretary treasurer manager governor judge ambassador
    spokesman spokeswoman spokesperson coach captain principal rector dean bishop architect engineer surgeon doctor
    nurse teacher lawyer prosecutor editor author critic inspector auditor commissioner chancellor senator professor
    headteacher farmer owner tenant landlord resident witness victim referee leader
    councillor councilman councilwoman alderman alderwoman sheriff constable magistrate coroner ombudsman archbishop
    vicar priest pastor rabbi imam admiral colonel provost registrar curator superintendent headmaster headmistress
""")
_KINDS = tuple(
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
ONE = lexicon(
    "chair chairman chairwoman president spokesman spokeswoman spokesperson director manager head owner leader"
)
"""Posts that may be told for one another."""
_DESCRIBED = lexicon(
    "author critic professor doctor resident owner witness victim editor engineer teacher farmer tenant"
)
"""What somebody may be beside another post."""
_PROFESSIONS = lexicon(
    "architect surgeon nurse lawyer prosecutor inspector auditor judge captain coach referee landlord"
)
"""What somebody may have been before an office, or be beside one."""
_PRONOUNS = lexicon("he she they it i we who one")
BODIES = frozenset[str]().union(*_KINDS)
_POST = "|".join(sorted(POSTS))
_SPEAKS = "|".join(sorted(POSTS | BODIES))
_WHO = (
    r"(?<!\w)(?:(?:(?:[Tt]he|[Aa]n?|[Hh]er|[Hh]is|[Ii]ts|[Tt]heir) )?"
    rf"(?:[a-z’']{{2,20}} ){{0,2}}(?:{_SPEAKS})(?: {NAME})?|{NAME}|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e)"
)
_SAYS = (
    r"(?:says?|said|told|tells?|adds?|added|asks?|asked|writes?|wrote|argue[sd]?|explain(?:s|ed)|recall(?:s|ed)|notes?|"
    r"noted|repl(?:y|ies|ied)|answer(?:s|ed)|insist(?:s|ed)|warn(?:s|ed)|call(?:s|ed)|describe[sd]?|state[sd]?|"
    r"declare[sd]?|claim(?:s|ed)|concede[sd]?|admit(?:s|ted)|remark(?:s|ed)|comment(?:s|ed)|conclude[sd]?|"
    r"dismiss(?:es|ed)|complain(?:s|ed)|promise[sd]?|(?:spoke|speaks|talked|talks) of)"
)
_OF = rf"(?: (?:of|at|from|for) (?:the )?{NAME})?"
_ASIDE = r"(?:,[^,.;:\"\n]{1,80},)?"
_BEHIND = lazy_re(
    rf"[ \xa0,]{{0,3}}(?:{_SAYS} (?P<after>{_WHO})|according to (?P<word>{_WHO})"
    rf"|(?P<before>{_WHO}){_OF}{_ASIDE} (?:{ADVERB} |has |had )?{_SAYS}\b)"
)
_VERB = lazy_re(rf"\b{_SAYS}\b[^.;\"\n]{{0,80}}$")
_AHEAD = lazy_re(rf"(?P<who>{_WHO}){_OF}{_ASIDE}(?: (?:has|had|then|also|later|{ADVERB})){{0,2}} $")
_ACCORDING = lazy_re(rf"\b(?:[Aa]ccording to|[Ii]n the words of) (?P<who>{_WHO})[^.;\"\n]{{0,60}}$")
_CALLED = lazy_re(
    rf"\b(?:[Tt]he |[Aa]n? |[Ii]ts |[Tt]heir )?(?:[a-z]{{2,20}} ){{0,2}}(?:{_POST}),? (?P<first>{NAME})"
    rf"|(?P<last>{NAME}), (?:the|an?|its|their) (?:[a-z]{{2,20}} ){{0,3}}(?:{_POST})\b"
)
_BECAME = lazy_re(rf"\b(?:he|she|they)\b[^.;\"\n]{{0,80}}\b(?:{_POST})\b", re.IGNORECASE)
"""Somebody who was named before has a post: "ten years later she was elected mayor"."""
_REACH = 200
"""Characters on either side of the marks in which the speaker stands."""
_PLACES = 12
"""Places of the quoted words that are looked at."""
_QUOTED, _WORDS = 5, 20
"""Quotations of a claim, and words of each by which it is found."""
_LONG = 1_000
"""Characters of a quotation of the source."""
_SENTENCE = lazy_re(r"(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)[.!?](?=\s|\")|\n")
_LETTERS = lazy_re(r"[^\W_]+(?:['’][^\W_]+)*")


def another(claim: str, whole: str) -> str:
    """In words whose word the source says it is; empty when nothing was seen. `whole`: all that the sources say."""
    text = claim.translate(_QUOTES)
    told = None
    for marked in quotations.find(claim)[:_QUOTED]:
        ours = _speaker(text, marked.start - 1, marked.end)
        if not ours or ours.lower() in _PRONOUNS:
            continue
        told = whole.translate(_QUOTES) if told is None else told
        theirs = list(islice(_speakers(told, marked.words), _PLACES))
        if theirs and all(each and _differ(ours, each, told) for each in theirs):
            said = shorten(marked.words.strip(" ,."))
            return f"the claim gives “{said}” as the word of {ours}, its source as that of {theirs[0]}"
    return ""


def _speakers(text: str, words: str) -> Iterator[str]:
    """Who is said to say the words, wherever they stand in quotation marks; empty where nobody is named."""
    said = _LETTERS.findall(words)[:_WORDS]
    if not said:
        return
    for match in re.finditer(r"[\W_]{1,6}".join(map(re.escape, said)), text, re.IGNORECASE):
        line = text.rfind("\n", max(0, match.start() - _LONG), match.start()) + 1 or max(0, match.start() - _LONG)
        if text.count('"', line, match.start()) % 2 == 0:
            continue
        start, end = text.rfind('"', line, match.start()), text.find('"', match.end(), match.end() + _LONG)
        yield _speaker(text, start, end) if end >= 0 else ""


def _speaker(text: str, start: int, end: int) -> str:
    """Who says what stands between the marks at these places; empty where nobody is named."""
    behind = _BEHIND.match(text, end + 1, end + 1 + _REACH)
    if behind and text[end - 1] != ".":  # Else a new sentence begins.
        return behind["after"] or behind["before"] or behind["word"]
    before = text[max(0, start - _REACH) : start]
    before = before[max(before.rfind('"'), before.rfind("\n")) + 1 :]
    verb = _VERB.search(before)
    found = _ACCORDING.search(before) or (_AHEAD.search(before[: verb.start()]) if verb else None)
    return found["who"] if found else ""


def _differ(ours: str, theirs: str, whole: str) -> bool:
    """True for two who cannot be one: two names that share no word, of which the source has ours, or two posts."""
    if theirs.lower() in _PRONOUNS:
        return False
    mine, its = _named(ours), _named(theirs)
    if mine and its:
        return not mine & its and _apart(mine, its, whole)
    bodies = _bodies(ours), _bodies(theirs)
    if bodies[0] or bodies[1]:
        return bool(bodies[0] and bodies[1]) and not bodies[0] & bodies[1] and _apart(bodies[0], bodies[1], whole)
    posts = _posts(ours), _posts(theirs)
    if posts[0] and posts[1]:
        one = (mine and _together(mine, posts[1], whole)) or (its and _together(its, posts[0], whole))
        return not one and _two(posts[0], posts[1])
    name, post = (mine, posts[1]) if mine else (its, posts[0])
    two = bool(name and post) and _two(post, _called(name, whole) - _PROFESSIONS) and _apart(post, name, whole)
    return two and not any(post & _posts(each[0]) for each in _BECAME.finditer(whole))


def _two(posts: frozenset[str], others: frozenset[str]) -> bool:
    """True for posts of which nobody is told to have both."""
    return bool(posts and others) and not posts & others and not (posts & ONE and others & ONE)


def _called(name: frozenset[str], whole: str) -> frozenset[str]:
    """The posts by which the source calls somebody: "the opposition leader, Tom Ashgrove"."""
    found = (match for match in _CALLED.finditer(whole) if _named(match["first"] or match["last"]) & name)
    return frozenset(post for match in found for post in _posts(match[0]))


def _apart(mine: frozenset[str], its: frozenset[str], whole: str) -> bool:
    """True where the source names the one, and never in a sentence with the other."""
    return _together(mine, mine, whole) and not _together(mine, its, whole)


def _together(mine: frozenset[str], its: frozenset[str], whole: str) -> bool:
    """True where a sentence of the source names both."""
    sentences = (frozenset(map(str.lower, _LETTERS.findall(each))) for each in _SENTENCE.split(whole))
    return any(each & mine and each & its for each in sentences)


def _named(who: str) -> frozenset[str]:
    words = (word for word in _LETTERS.findall(who) if word[0].isupper())
    return frozenset(word.lower() for word in words) - TITLES - POSTS - NOT_A_NAME - {"the"}


def _posts(who: str) -> frozenset[str]:
    return (frozenset(map(str.lower, _LETTERS.findall(who))) & POSTS) - _DESCRIBED


def _bodies(who: str) -> frozenset[str]:
    """The bodies that may be meant; none where somebody of it speaks, who may have a name and a post."""
    said = frozenset(map(str.lower, _LETTERS.findall(who)))
    return frozenset[str]().union(*(each for each in _KINDS if each & said)) if not said & POSTS else frozenset()
