"""What the source says of one party is said of another: the buyer bears the risk, the claim says the seller does.

Read are nouns of persons and bodies that stand in certain places: before a verb, behind "by", "to" or "from". The claim
and a clause of the source have two such nouns in the same place, with the same verb and nearly the same rest, and no
clause says as much of the claim's own party, or of somebody who may be it ("they", "each party").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS, lexicon
from moot.text.terms import stem
from moot.verify.comparing.clauses import CONTRACTED, tokens
from moot.verify.comparing.opposites import NOT
from moot.verify.comparing.paired import LONGEST

_FIELDS = (
    "seller sellers vendor vendors|buyer buyers purchaser purchasers",
    "seller sellers merchant merchants shop shops retailer retailers|customer customers|manufacturer manufacturers|"
    "importer importers|distributor distributors|consumer consumers",
    "landlord landlords landlady lessor lessors|tenant tenants lessee lessees renter renters|guarantor guarantors",
    "employer employers|employee employees worker workers staff apprentice apprentices|union unions",
    "staff employee employees worker workers|visitor visitors guest guests|volunteer volunteers|customer customers",
    "lender lenders creditor creditors bank banks|borrower borrowers debtor debtors|guarantor guarantors",
    "licensor licensors|licensee licensees",
    "franchisor franchisors|franchisee franchisees",
    "insurer insurers underwriter underwriters|insured policyholder policyholders",
    "supplier suppliers provider providers contractor contractors|customer customers client clients",
    "contractor contractors builder builders|client clients|architect architects|subcontractor subcontractors",
    "doctor doctors physician physicians gp gps surgeon surgeons|nurse nurses midwife midwives|patient patients|"
    "pharmacist pharmacists|relative relatives carer carers",
    "dentist dentists|hygienist hygienists|patient patients",
    "teacher teachers lecturer lecturers tutor tutors|pupil pupils student students|parent parents|"
    "head headteacher headmaster headmistress",
    "supervisor supervisors|student students trainee trainees|examiner examiners",
    "plaintiff plaintiffs claimant claimants applicant applicants appellant appellants|"
    "defendant defendants respondent respondents|judge judges|witness witnesses|jury juries",
    "prosecutor prosecutors prosecution|defendant defendants|judge judges|jury juries",
    "trustee trustees|beneficiary beneficiaries|settlor settlors",
    "assignor assignors|assignee assignees",
    "donor donors|recipient recipients beneficiary beneficiaries",
    "sender senders consignor consignors shipper shippers|carrier carriers|"
    "recipient recipients addressee addressees consignee consignees",
    "author authors|publisher publishers|editor editors|reviewer reviewers|translator translators|reader readers",
    "driver drivers|passenger passengers|cyclist cyclists|pedestrian pedestrians|conductor conductors",
    "operator operators|owner owners|passenger passengers|user users",
    "mayor mayors|council councils|treasurer treasurers|auditor auditors",
    "chair chairman chairwoman|treasurer treasurers|secretary secretaries|auditor auditors",
    "parliament|government|president|court courts|senate|king queen",
    "man men|woman women|child children",
    "boy boys|girl girls",
    "mother mothers|father fathers",
    "husband husbands|wife wives",
    "adult adults|child children|parent parents",
    "player players|coach coaches|referee referees|spectator spectators",
    "host hosts|guest guests",
    "controller controllers|processor processors",
    "principal principals|agent agents",
    "farmer farmers|dairy dairies|miller millers",
    "founder founders|investor investors shareholder shareholders",
    "police|firefighter firefighters|paramedic paramedics",
)
"""Fields of work and law, in each the sides that are not one another."""
_GENERAL = lexicon("""
    staff employee employees worker workers customer customers client clients user users owner owners operator operators
    recipient recipients beneficiary beneficiaries applicant applicants provider providers agent agents principal
    principals head contractor contractors claimant claimants respondent respondents man men woman women adult adults
    child children guest guests visitor visitors relative relatives reader readers consumer consumers
""")
"""Those who may be of any other field too: a nurse is an employee."""
_ANYBODY = lexicon("""
    he she it they we you i who which everybody everyone anybody anyone somebody someone both each either neither party
    parties all others another
""")
"""Who may be the claim's own party."""
_DETERMINERS = lexicon(
    "the a an all any every each no its his her their our your this that these those only most some many"
)
_PLACES = lexicon("to from by")
_BESIDE = lexicon("with than like as and or nor & not also")
"""Before the claim's own party, in the clause of the other: it is no other than that one in this."""
_TOO = lexicon("too also likewise same equally so")
_ELIDED = "*"
"""The verb of "nurses may too"."""
_MEMBERS = lexicon("member members")
"""Who stands for the body that they are of."""
_BE = lexicon("is are was were be been being")
_AUXILIARIES = lexicon(
    "may must can could shall should will would might is are was were be been being has have had do does did "
    "n't not never also then always only alone therefore itself themselves himself herself"
)
_NOT = NOT | lexicon("except unless")
_OTHER_RANK = lexicon("vice deputy former assistant ex co sub")
_STOP = lazy_re(r"[;:()\n|—–\"“”]|[.!?](?=\s|$)|\b(?:but|while|whereas|although|though)\b", re.IGNORECASE)
_IRREGULAR = {"borne": "bear", "bore": "bear", "kept": "keep", "chosen": "choose", "chose": "choose", "sent": "send"}
_LEAST, _SHARE = 2, 0.75
"""Content words of the rest that must be shared, and the share of the claim's."""
_MORE = 2
"""So many more than a clause that says something like it of the claim's own party."""
_COORDINATED = (("and",), ("or",), ("nor",))
_AHEAD = 6
"""Words after a noun within which its verb stands."""


def _sides() -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for field, sides in enumerate(_FIELDS):
        for side, words in enumerate(sides.split("|")):
            for word in words.split():
                found.setdefault(word, set()).add((field, side))
    return {word: frozenset(sides) for word, sides in found.items()}


_SIDES = _sides()


@dataclass(frozen=True)
class _Said:
    """What a clause says of a party, or of several at once."""

    parties: frozenset[str]
    place: str
    """Empty before a verb, "done" before one that is done to it; else the preposition."""
    verb: str
    rest: frozenset[str]
    denied: bool
    clause: tuple[str, ...]


def another(claim: str, units: Sequence[str]) -> str:
    """In words of which other party the source says it; empty when nothing was seen."""
    return next((reason for reason, _ in _found(claim, tuple(units))), "")


def surely(claim: str, units: Sequence[str]) -> bool:
    """True when all of the rest is the same."""
    return any(sure for _, sure in _found(claim, tuple(units)))


@lru_cache(maxsize=256)
def _found(claim: str, units: tuple[str, ...]) -> tuple[tuple[str, bool], ...]:
    ours = [each for each in _read(claim[:LONGEST]) if len(each.parties) == 1 and not each.parties & _ANYBODY]
    if not ours:
        return ()
    there = [each for unit in units for each in _read(unit[:LONGEST])]
    named = {word for unit in units for word in tokens(unit)}
    found: list[tuple[str, bool]] = []
    for each in ours:
        (party,) = each.parties
        own = max((_shared(each, other) for other in there if _may_be(each, other)), default=0)
        for other in there:
            if each.denied is not other.denied or not all(
                _conflict(party, one, party in named) for one in other.parties
            ):
                continue
            rest, shared = len(_rest(each, other)), _shared(each, other)
            least = max(_LEAST, _SHARE * rest, own + _MORE if own else 0)
            if shared >= least and not _beside(each, other):
                said = " and ".join(sorted(other.parties))
                found.append((f"the claim says it of the {party}, its source of the {said}", shared >= rest))
    return tuple(found)


def _conflict(one: str, other: str, named: bool) -> bool:
    """True for two sides of a field; of two fields where the source has both words, and neither is general."""
    ours, theirs = _SIDES.get(one, frozenset()), _SIDES.get(other, frozenset())
    if not ours or not theirs or ours & theirs:
        return False
    if {field for field, _ in ours} & {field for field, _ in theirs}:
        return True
    return named and not {one, other} & _GENERAL


def _same(one: str, other: str) -> bool:
    return one == other or bool(_SIDES.get(one, frozenset()) & _SIDES.get(other, frozenset()))


def _may_be(ours: _Said, other: _Said) -> bool:
    """True for what is said, in the claim's way, of the claim's party or of one who may be it."""
    (party,) = ours.parties
    likely = any(each in _ANYBODY or not _conflict(party, each, named=True) for each in other.parties)
    return likely and ours.denied is other.denied and _alike(ours, other)


def _alike(ours: _Said, other: _Said) -> bool:
    """The same place, and the same verb where there is one: what is done by somebody he does."""
    if other.verb == _ELIDED:
        return not ours.place
    if ours.place == other.place:
        return ours.verb == other.verb or bool(ours.place in _PLACES)
    active, passive = (ours, other) if other.place == "by" else (other, ours)
    return active.place == "" and passive.place == "by" and active.verb in passive.rest


def _rest(ours: _Said, other: _Said) -> frozenset[str]:
    """What the claim says of it, the two parties left out."""
    return frozenset(
        each for each in ours.rest if not any(_same(each, party) for party in ours.parties | other.parties)
    )


def _shared(ours: _Said, other: _Said) -> int:
    """Content words of the rest that both have, two that changed sides as one; 0 where place, verb or figure differ."""
    rest = _rest(ours, other)
    if other.verb == _ELIDED:
        return len(rest)
    shared = rest & other.rest
    if not _alike(ours, other) or any(each[0].isdigit() for each in rest - shared):
        return 0
    crossed = any(_same(each, party) for each in ours.rest for party in other.parties) and any(
        _same(each, party) for each in other.rest for party in ours.parties
    )
    return len(shared) + crossed


def _beside(ours: _Said, other: _Said) -> bool:
    """True where the other's clause has the claim's party as one that does it too: "61 % of the men and 48 % of the
    women smoked".
    """
    (party,) = ours.parties
    for at, word in enumerate(other.clause):
        if _same(word, party) and other.clause[at + 1 : at + 2] in _COORDINATED:
            ahead = other.clause[at + 2 : at + 2 + _AHEAD]
            if any(_same(each, one) for each in ahead for one in other.parties):
                return True
        before = [each for each in other.clause[max(0, at - 3) : at] if each not in _DETERMINERS]
        if _same(word, party) and ((before and before[-1] in _BESIDE) or set(other.clause[at + 1 : at + 4]) & _TOO):
            return True
    return False


@lru_cache(maxsize=2048)
def _read(text: str) -> tuple[_Said, ...]:
    return tuple(each for clause in _clauses(text) for each in _said(clause))


def _clauses(text: str) -> Iterator[list[str]]:
    """The words of each clause; "and" or a comma begins one where a party and its verb follow."""
    for piece in _STOP.split(text):
        words = _placed(piece)
        start = 0
        for at in range(1, len(words)):
            if words[at] in (",", "and", "or") and _begins(words, at + 1) and not _party_before(words, at):
                yield words[start:at]
                start = at + 1
        yield words[start:]


_TOKEN = lazy_re(r",(?!\d)|[^\W_]+(?:['’.,-][^\W_]+)*")


def _placed(piece: str) -> list[str]:
    found: list[str] = []
    for match in _TOKEN.finditer(piece):
        found += [","] if match[0] == "," else tokens(match[0]) or [match[0].lower()]
    return found


def _begins(words: Sequence[str], at: int) -> bool:
    """A determiner or none, a party, and a verb behind it."""
    while at < len(words) and words[at] in _DETERMINERS | {"and", "but"}:
        at += 1
    return at < len(words) and (words[at] in _SIDES or words[at] in _ANYBODY)


def _party_before(words: Sequence[str], at: int) -> bool:
    """True for "doctors and nurses", where both do it."""
    after = at + 1
    while after < len(words) and words[after] in _DETERMINERS | {"and", "or"}:
        after += 1
    behind = words[after + 1] if after + 1 < len(words) else ""
    return (words[at - 1] in _SIDES and words[at] != ",") or (words[at - 1] in _SIDES and behind in ("and", "or", ","))


def _said(clause: Sequence[str]) -> Iterator[_Said]:
    stems = [
        _stem(word) if word not in STOP_WORDS | _MEMBERS and word not in (",", CONTRACTED) else "" for word in clause
    ]
    denied = bool(_NOT & set(clause))
    at = 0
    while at < len(clause):
        if clause[at] not in _SIDES and clause[at] not in _ANYBODY:
            at += 1
            continue
        first, last, parties = at, at, {clause[at]}
        while True:
            after = last + 1
            while after < len(clause) and clause[after] in _DETERMINERS | {",", "and", "or", "nor", "&"}:
                after += 1
            joined = set(clause[last + 1 : after]) & {",", "and", "or", "nor", "&"}
            if not joined or after >= len(clause) or clause[after] not in _SIDES:
                break
            parties.add(clause[after])
            last = after
        at = last + 1
        if first and clause[first - 1] in _OTHER_RANK:
            continue
        before = [word for word in clause[max(0, first - 3) : first] if word not in _DETERMINERS]
        place = before[-1] if before and before[-1] in _PLACES else ""
        verb = ""
        if not place:
            place, verb = _verb(clause, stems, last)
            verb = verb or (_ELIDED if _TOO & set(clause) else "")
            if not verb:
                continue
        rest = frozenset(each for n, each in enumerate(stems) if each and not first <= n <= last)
        yield _Said(frozenset(parties), place, verb, rest, denied, tuple(clause))


def _verb(clause: Sequence[str], stems: Sequence[str], last: int) -> tuple[str, str]:
    """Whether the party does it or it is done to it, and the stem of the verb; no verb where none is seen."""
    be = False
    for at in range(last + 1, min(len(clause), last + 1 + _AHEAD)):
        word = clause[at]
        if word == ",":
            return "", ""
        be = be or word in _BE
        if stems[at] and not word.endswith("ly") and word not in _AUXILIARIES:
            return ("done" if be and re.search(r"(?:ed|en|id|ght|ld|de|pt|nt|wn)$", word) else ""), stems[at]
    return "", ""


def _stem(word: str) -> str:
    return word.replace(",", "") if word[0].isdigit() else _IRREGULAR.get(word, stem(word))
