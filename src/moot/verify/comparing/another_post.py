"""Who somebody is: a post, side or party in place of another of its kind, told of one person.

"Finance minister Jana Holm" where the sources know her as the justice minister, "mayor" for the deputy mayor,
"goalkeeper" for the striker, "of Labour" for an independent; and who led, or took part in, what the source says that
the same person had no part in. Only what excludes the other is compared, and nothing where the sources name both beside
the person, or tell of a change.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from moot.text import sentences
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stem, stems
from moot.verify.comparing.capitals import NAME
from moot.verify.comparing.opposites import NOT
from moot.verify.comparing.posts import TITLES

_CHIEFS = {
    "executive": "executive",
    "financial": "financial",
    "finance": "financial",
    "operating": "operating",
    "technology": "technology",
    "technical": "technology",
    "medical": "medical",
    "scientific": "scientific",
    "legal": "legal",
    "marketing": "marketing",
    "commercial": "commercial",
}
_SHORT = {"ceo": "executive", "cfo": "financial", "coo": "operating", "cto": "technology"}
_DIRECTORS = {"managing director": "executive", "finance director": "financial"}
_MINISTRIES = {
    **{each: each for each in lexicon("prime finance justice foreign health education environment transport energy "
                                      "agriculture trade culture housing")},
    "interior": "interior",
    "home": "interior",
    "defence": "defence",
    "defense": "defence",
    "labour": "labour",
    "labor": "labour",
    "economy": "economy",
    "economics": "economy",
}  # fmt: skip
_SIDES = (
    ("position", {"striker": "striker", "forward": "striker", "goalkeeper": "goalkeeper", "keeper": "goalkeeper",
                  "defender": "defender", "midfielder": "midfielder"}),
    ("side", {"claimant": "claimant", "plaintiff": "claimant", "defendant": "defendant"}),
    ("voice", {"soprano": "soprano", "tenor": "tenor", "baritone": "baritone", "bass": "bass"}),
)  # fmt: skip
_PARTIES = {
    "Labour": "Labour",
    "Conservative": "Conservative",
    "Tory": "Conservative",
    "Liberal Democrat": "Liberal Democrat",
    "Lib Dem": "Liberal Democrat",
    "Green": "Green",
    "Greens": "Green",
    "Independent": "Independent",
    "Republican": "Republican",
    "Democrat": "Democrat",
    "SNP": "SNP",
    "Plaid Cymru": "Plaid Cymru",
    "Reform UK": "Reform UK",
    "Social Democrat": "Social Democrat",
    "SPD": "SPD",
    "CDU": "CDU",
    "FDP": "FDP",
    "AfD": "AfD",
}
_HEADS = lexicon(
    "mayor president chair chairman chairwoman director governor minister secretary head headteacher "
    "captain leader manager editor principal chancellor commissioner ambassador speaker admiral consul"
)
_BELOW = lexicon("deputy vice assistant")
_OFFICE = "|".join(_MINISTRIES)
_PLAYED = "|".join(each for _, names in _SIDES for each in names)
_POST = (
    rf"(?:chief (?:{'|'.join(_CHIEFS)})(?: officer)?|c[efot]o|finance director|managing director|"
    rf"(?:(?:{'|'.join(_BELOW)})[ -])?(?:(?:{_OFFICE})(?:,? (?:and )?(?:{_OFFICE}))? )?(?:{'|'.join(_HEADS)})"
    rf"(?: (?:of|for) (?:the )?(?:{_OFFICE})(?: and (?:{_OFFICE}))?)?|{_PLAYED})"
)
_POSTS = rf"\b(?i:{_POST}(?:(?:,| and| &)(?: the| its)? {_POST})*)"
_PARTY = rf"(?:the )?(?:{'|'.join(_PARTIES)})s?(?![\w-])"
_WHO = r"(?:the |a |an |its |their |his |her |our |[\w-]+[’']s? ){0,2}(?:[a-z-]{2,20} ){0,2}?"
_HELD = lazy_re(
    rf"(?P<before>{_POSTS}),? (?P<after>{NAME})"
    rf"|(?P<first>{NAME})(?:,| is| was| as) {_WHO}(?P<last>{_POSTS})\b(?!,? [A-Z])"
)
_MEMBER = lazy_re(
    rf"(?P<before>(?:{'|'.join(_PARTIES)})(?:[’']s)?(?: (?:[Cc]ouncillor|[Cc]llr|MP|MSP|[Ss]enator|[Mm]ayor|[Ll]eader|"
    rf"[Cc]andidate))) (?P<after>{NAME})"
    rf"|(?P<first>{NAME})(?: \(|, (?:of |for |an? )|,? of )(?P<last>{_PARTY})"
)
_ANY = lazy_re(_POSTS)
_ANY_PARTY = lazy_re(rf"(?<![\w-]){_PARTY}")
_CHANGED = lazy_re(
    r"\b(?:former(?:ly)?|then|ex-\w+|acting|later|since|until|became|become|becomes|appointed|elected|elect|promoted|"
    r"succe\w+|replac\w+|previous(?:ly)?|designate|nominee|candidate for|both)\b",
    re.IGNORECASE,
)
_NO_PART = lazy_re(
    rf"(?P<name>{NAME})(?:, [^,.;:()\n]{{2,60}})?,? (?:who )?"
    r"(?:(?:was|is|were|has|had|took|played|did|does)(?: not|n[’']t| no| never)"
    r"(?: been| take| play| have| work)?) ?(?:directly )?(?:a |an |any |one of the )?"
    r"(?:involved|part|role|member|authors?|work)? ?(?:in|of|on) (?:the |this |that |its )?"
    r"(?P<what>(?:[a-z-]+ ){0,2}?[a-z-]+)(?=[.,;:)]|$| (?:and|but|said|says|called|calls|told|spoke))"
)
_PART = (
    r",? (?:(?:who|has|had|have|also|was|were|is|as|one of|an?|the|of) ){0,4}"
    r"(?:led|leads|headed|heads|directed|ran|runs|conducted|carried out|(?:lead )?authors?|(?:co-?)?authored|wrote|"
    r"members?|worked|took part|takes part|involved|behind)(?: of| on| in)?(?: [\w’'-]+){0,3}"
)
_MEMBERS = "party"
_Told = Mapping[str, frozenset[str]]


def another(claim: str, whole: str) -> str:
    """In words the post that the claim gives somebody, and the one that the sources do; else empty."""
    for name, ours in _held(claim):
        about = [unit for unit in _units(whole) if re.search(rf"\b{re.escape(name.split()[-1])}\b", unit)]
        if any(_CHANGED.search(unit) and (_ANY.search(unit) or _ANY_PARTY.search(unit)) for unit in about):
            continue
        known = [told for unit in about for other, told in _held(unit) if _same(name, other)]
        for kind, values in ours.items():
            there = next((told[kind] for told in known if kind in told), None)
            if there and not any(values & _told(unit, kind == _MEMBERS)[kind] for unit in about):
                return f"the claim has {name} as “{min(values)}”, its source as “{min(there)}”"
    return _no_part(claim, whole)


@lru_cache(maxsize=16)
def _units(whole: str) -> tuple[str, ...]:
    return tuple(span.of(whole) for span in sentences.split(whole))


def _held(text: str) -> Iterator[tuple[str, _Told]]:
    """Each name with the posts or the party that stand beside it."""
    for party, pattern in ((False, _HELD), (True, _MEMBER)):
        for match in pattern.finditer(text):
            name = re.sub(r"[’']s?$", "", match["after"] or match["first"])
            if name.split()[-1].lower() not in TITLES:
                yield name, _told(match["before"] or match["last"], party)


def _told(text: str, party: bool) -> dict[str, frozenset[str]]:
    """Of each kind what the text tells: of parties, or of posts."""
    told: dict[str, frozenset[str]] = defaultdict(frozenset)
    for match in (_ANY_PARTY if party else _ANY).finditer(text):
        for kind, value in _party(match[0]) if party else _kinds(match[0].lower()):
            told[kind] |= {value}
    return told


def _party(text: str) -> Iterator[tuple[str, str]]:
    party = text.removeprefix("the ")
    yield _MEMBERS, _PARTIES.get(party) or _PARTIES[party.removesuffix("s")]


def _kinds(post: str) -> Iterator[tuple[str, str]]:
    words = re.findall(r"\w+", post)
    chief = _CHIEFS.get(words[1]) if words[0] == "chief" else _DIRECTORS.get(post, _SHORT.get(post))
    if chief:
        yield "chief", f"chief {chief} officer"
        return
    for kind, names in _SIDES:
        if words[-1] in names:
            yield kind, names[words[-1]]
    head = next((each for each in words if each in _HEADS), "")
    if head:
        yield f"rank of {head}", f"deputy {head}" if words[0] in _BELOW else head
    if head in ("minister", "secretary"):
        yield from (("office", f"{_MINISTRIES[each]} minister") for each in words if each in _MINISTRIES)


def _same(name: str, other: str) -> bool:
    """The same last name, and no other first one."""
    one, two = ([each for each in text.split() if each.lower() not in TITLES] for text in (name, other))
    return bool(one and two) and one[-1] == two[-1] and (min(len(one), len(two)) < 2 or one[0][0] == two[0][0])


def _no_part(claim: str, whole: str) -> str:
    """Who led or was part of what the sources say that the person had no part in."""
    for match in _NO_PART.finditer(whole):
        what = match["what"].split()[-1]
        name = match["name"].split()[-1]
        part = re.search(rf"\b{re.escape(name)}{_PART}", claim)
        if part and stem(what) in stems(part[0]) and not NOT & set(part[0].split()):
            return f"the source says that {match['name']} was no part of the {what}"
    return ""
