"""Words in quotation marks that the claim gives to one speaker, and the source to another.

Who says them is read beside the marks (`spoken`). Two bodies are two, as are a minister and her deputy, two whose
clauses a sentence sets side by side ("the farmers demand …, the foresters fear “…”"), and "a passenger" who comes up
after the driver. A name and a post may be one person, unless the source calls the name by another post, a pronoun
anybody, and who is named in one clause with the speaker may be whom he speaks for: then nothing is said. Nor where the
words stand in the source more than once and one of the places may be the claim's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from moot.text.lazy import lazy_re
from moot.text.lexicon import NOT_A_NAME, STOP_WORDS, lexicon
from moot.text.terms import stem
from moot.verify import quotations
from moot.verify.comparing import spoken
from moot.verify.comparing.capitals import NAME
from moot.verify.comparing.posts import ONE, POSTS, TITLES
from moot.verify.comparing.spoken import BODIES, QUOTES
from moot.verify.wording import shorten

_DESCRIBED = lexicon(
    "author critic professor doctor resident owner witness victim editor engineer teacher farmer tenant"
)
"""What somebody may be beside another post."""
_PROFESSIONS = lexicon(
    "architect surgeon nurse lawyer prosecutor inspector auditor judge captain coach referee landlord"
)
"""What somebody may have been before an office, or be beside one."""
_POST = "|".join(sorted(POSTS))
_CALLED = lazy_re(
    rf"\b(?:[Tt]he |[Aa]n? |[Ii]ts |[Tt]heir )?(?:[a-z]{{2,20}} ){{0,2}}(?:{_POST}),? (?P<first>{NAME})"
    rf"|(?P<last>{NAME}), (?:the|an?|its|their) (?:[a-z]{{2,20}} ){{0,3}}(?:{_POST})\b"
)
_BECAME = lazy_re(rf"\b(?:he|she|they)\b[^.;\"\n]{{0,80}}\b(?:{_POST})\b", re.IGNORECASE)
"""Somebody who was named before has a post: "ten years later she was elected mayor"."""
_PLACES = 12
"""Places of the quoted words that are looked at."""
_QUOTED, _WORDS = 5, 20
"""Quotations of a claim, and words of each by which it is found."""
_OWNER = lazy_re(r"\b(?P<whose>[Hh]er|[Hh]is|(?:[^\W_]+[ -]){0,2}?[^\W_]+(?=[’']s |s[’'] ))(?:[’']s|s[’'])?(?= )")
"""Whose somebody is: "her deputy", "the minister's deputy", "the insurers' association"."""
_FOR = lazy_re(
    r"\b(?:spokes\w+|lawyers?|attorneys?|counsel|solicitors?|agents?|office|team|staff|press|report|letter|statement|"
    r"study|paper|book|review|diary|blog|plan)\b",
    re.IGNORECASE,
)
"""Who speaks in another's name, and what somebody wrote."""
_PERSON = lazy_re(r"(?<!pap)(?<!lett)(?<!post)(?<!memb)(?:er|or|ist|ian|man|woman)(?: [A-Z]|$)")
"""Words for a single person end so."""
_RANKS = lexicon("deputy vice assistant shadow")
_OF_THE_FIRST = lazy_re(r"(?:its|their)\b", re.IGNORECASE)
"""Before who may speak for the body that was named first."""
_BEGINS = (
    r"(?:^\W*|[.;:,—–\"] |\b(?:while|whereas|but|and|although|though|which|whom|that|yet) )"
    r"(?:(?:while|whereas|although|and|but) )?(?:(?:the|an?|some|many|both|her|his) )?"
)
_ACTS = lazy_re(
    r"(?:, (?:who|which) [^,;]{1,80},)?(?: (?:of|at|from|for|in) [^,;]{1,40}?)? "
    r"(?!(?:and|or|nor|as|with)\b)[a-z]"
)
"""Behind who begins a clause and has a verb there."""
_CONTRAST = lazy_re(
    r"\b(?:by contrast|in contrast|on the other hand|for (?:his|her|its|their) part|however|meanwhile|by comparison)\b",
    re.IGNORECASE,
)
_LONG = 1_000
"""Characters of a quotation of the source."""
_LETTERS = lazy_re(r"[^\W_]+(?:['’][^\W_]+)*")


def another(claim: str, whole: str) -> str:
    """In words whose word the source says it is; empty when nothing was seen. `whole`: all that the sources say."""
    text = claim.translate(QUOTES)
    told = None
    for marked in quotations.find(claim)[:_QUOTED]:
        ours = spoken.speaker(text, marked.start - 1, marked.end)
        if not ours or ours.lower() in spoken.PRONOUNS:
            continue
        told = whole.translate(QUOTES) if told is None else told
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
        yield spoken.speaker(text, start, end) if end >= 0 else ""


def _differ(ours: str, theirs: str, whole: str) -> bool:
    """True for two who cannot be one: by their names and posts, by whose they are, or since a sentence has both."""
    if theirs.lower() in spoken.PRONOUNS or _FOR.search(theirs) or _FOR.search(ours):
        return False
    one, other = spoken.core(ours), spoken.core(theirs)
    if _owned(one, other, whole) or _owned(other, one, whole):
        return True
    if _words(ours) & _words(theirs) and not _ranked(one, other, whole):
        return False
    return (
        _named_apart(one, other, whole)
        or _side_by_side(one, theirs, whole)
        or _ranked(one, other, whole)
        or _introduced(one, other, whole)
    )


def _words(who: str) -> frozenset[str]:
    """What somebody is called, whose it is left out."""
    said = (stem(word.lower()) for word in _LETTERS.findall(_OWNER.sub("", who)))
    return frozenset(said) - (TITLES - POSTS) - NOT_A_NAME - STOP_WORDS


def _owned(ours: str, theirs: str, whole: str) -> bool:
    """True where the one is somebody of the other's, as a minister's deputy, and does not speak for a body or in the
    other's name; and for somebody of two different owners, of both of whom the source tells.
    """
    owner, mine = _OWNER.search(theirs), _OWNER.search(ours)
    if owner is None:
        return False
    if mine:
        apart = not _words(owner["whose"]) & _words(mine["whose"])
        return apart and bool(_words(owner["whose"])) and owner[0] in whole and mine[0].lower() in whole.lower()
    if owner["whose"].lower() in ("her", "his"):
        return not _bodies(ours) and _before(ours, theirs, whole)
    # The residents' group speaks for the residents, but not her deputy for the minister.
    single = bool(_posts(ours) or _named(ours)) and not ours.endswith("s")
    return single and _words(ours) == _words(owner["whose"])


def _before(ours: str, theirs: str, whole: str) -> bool:
    """True where the claim's speaker is the subject before "her deputy"."""
    at = whole.find(theirs)
    said = [subject for each in spoken.sentences(whole[: max(0, at)])[-2:] for subject in spoken.subjects(each)]
    return bool(said) and bool(_words(ours)) and _words(ours) <= _words(said[-1])


def _ranked(ours: str, theirs: str, whole: str) -> bool:
    """True for a minister and a deputy minister, of both of whom the source tells."""
    said, told = (frozenset(map(str.lower, _LETTERS.findall(each))) for each in (ours, theirs))
    plain = said & POSTS
    there = any(re.search(rf"(?<!deputy )(?<!vice )(?<!assistant )(?<!shadow )\b{each}\b", whole) for each in plain)
    return bool(plain & told) and bool(told & _RANKS) and not said & _RANKS and there


def _introduced(ours: str, theirs: str, whole: str) -> bool:
    """True for "a passenger", who comes up after somebody else was named as the subject of a sentence."""
    new = re.match(r"(?:an?|another) ", theirs, re.IGNORECASE)
    known = bool(_named(ours)) or (ours.lower().startswith("the ") and _PERSON.search(ours))
    if not new or not known or not _PERSON.search(theirs):
        return False
    before = whole[: max(0, whole.find(theirs))]
    last = spoken.sentences(before)[-2:]
    return any(re.match(rf"\W*{re.escape(ours)}\b", each, re.IGNORECASE) for each in last)


def _side_by_side(ours: str, theirs: str, whole: str) -> bool:
    """True where each begins a clause of one sentence: "the farmers demand …, the foresters fear …"."""
    mine, its = (_LETTERS.findall(spoken.core(each)) for each in (ours, theirs))
    if _OF_THE_FIRST.match(theirs) or _OF_THE_FIRST.match(ours):
        return False
    one, other = (_BEGINS + r"\W{1,3}".join(map(re.escape, _bare(words))) for words in (mine, its))
    for sentence in _contrasted(whole):
        first, last = re.search(one, sentence, re.IGNORECASE), re.search(other, sentence, re.IGNORECASE)
        earlier = min(filter(None, (first, last)), key=re.Match[str].start, default=None)
        apart = first and last and (first.end() <= last.start() or last.end() <= first.start())
        if apart and earlier and _ACTS.match(sentence, earlier.end()):
            return True
    return False


def _bare(words: Sequence[str]) -> Sequence[str]:
    return words[1:] if len(words) > 1 and words[0].lower() in STOP_WORDS else words


def _contrasted(whole: str) -> Iterator[str]:
    """The sentences, and what one sets against the one before as one text."""
    before = ""
    for each in spoken.sentences(whole):
        yield f"{before}. {each.strip()}" if before and _CONTRAST.search(each) else each.strip()
        before = each.strip()


def _named_apart(ours: str, theirs: str, whole: str) -> bool:
    """True for two names that share no word, of which the source has ours, or two posts."""
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
    sentences = (frozenset(map(str.lower, _LETTERS.findall(each))) for each in spoken.sentences(whole))
    return any(each & mine and each & its for each in sentences)


def _named(who: str) -> frozenset[str]:
    words = (word for word in _LETTERS.findall(who) if word[0].isupper())
    return frozenset(word.lower() for word in words) - TITLES - POSTS - NOT_A_NAME - {"the"}


def _posts(who: str) -> frozenset[str]:
    return (frozenset(map(str.lower, _LETTERS.findall(who))) & POSTS) - _DESCRIBED


def _bodies(who: str) -> frozenset[str]:
    """The bodies that may be meant; none where somebody of it speaks, who may have a name and a post."""
    said = frozenset(map(str.lower, _LETTERS.findall(who)))
    return frozenset[str]().union(*(each for each in BODIES if each & said)) if not said & POSTS else frozenset()
