"""What an inference adds to its premises: a rank, a decision, a cause, an agreement that none of them tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import figures
from moot.text.lazy import lazy_re
from moot.text.terms import stem
from moot.verify.causes import GIVES, PLAIN
from moot.verify.comparing.paired import MET, pair
from moot.verify.inferring.left_open import LEFT_OPEN, QUESTION
from moot.verify.inferring.limits import allowed

_MANNER = re.IGNORECASE
_RANK = lazy_re(
    r"\b(?:best|worst|leading|unmatched|unrivalled|(?:the|its|their|was|is|were|are) (?:\w+ )?most \w+|"
    r"(?!(?:for|inter|t|w|r|gu|requ|prot|cont|har?v|arr|inv|earn|hon|mod|sugg|inqu|dig|bequ|at|pr|conqu|n|l|p|z|near|lat|"
    r"manif|midw|northw|southw|b)est\b)\w{3,}est)\b",
    _MANNER,
)
_WIDE = lazy_re(
    r"\b(?:on the market|(?:in|of) (?:the (?:whole )?)?(?:world|country|nation|continent|region|industry|sector|field|"
    r"market|town|city|area)|worldwide|ever|in history|of (?:all|any)|than any|in (?:Europe|America|Asia|Africa))\b",
    _MANNER,
)
"""Among whom a rank holds."""
_RANKED = lazy_re(r"\b(?:\w{3,}est|best|worst|most|least|first|last|leading|top|only|record)\b", _MANNER)

_DECISIONS = tuple(
    lazy_re(rf"\b(?:{words})\b", _MANNER)
    for words in (
        r"approv(?:es?|ed|al)|accept(?:s|ed)|adopt(?:s|ed)|endors(?:es?|ed)|authoris(?:es?|ed)|ratif(?:ies|ied)|"
        r"allow(?:s|ed)|permit(?:s|ted)|welcom(?:es?|ed)|sign(?:s|ed)|agree(?:s|d) to|award(?:s|ed)",
        r"refus(?:es?|ed)|reject(?:s|ed)|declin(?:es?|ed) to|den(?:ies|ied)|dismiss(?:es|ed)|turned down|vetoed|"
        r"bann?(?:s|ed)",
        r"confirm(?:s|ed)|verif(?:ies|ied)",
        r"cancel(?:s|led|ed)|terminat(?:es?|ed)|withdr(?:ew|awn|aws)|revok(?:es?|ed)|abandon(?:s|ed)|scrapped|resign(?:s|ed)",
        r"recommend(?:s|ed)?|advis(?:es?|ed)|urg(?:es?|ed)",
        r"promised|promises to|pledge[sd]|guarantee(?:s|d)|commit(?:s|ted)",
    )
)
"""By what is decided: a word of another kind says another thing."""
_SAID_SO = tuple(
    lazy_re(rf"\b(?:{words})\w*\b", _MANNER)
    for words in (
        r"approv|accept|adopt|endors|authori[sz]|ratif|allow|permit|welcom|sign(?:s|ed)|agree|award|pass(?:es|ed)|(?-i:may)|can|"
        r"in favour",
        r"refus|reject|declin|den(?:y|ie)|dismiss|turned down|veto|bar|ban|forb|prohibit|"
        r"(?-i:may|must|can) not|cannot|not allowed|rul(?:es?|ed) out",
        r"confirm|verif|prove|found|show|check",
        r"cancel|terminat|withdr|revok|abandon|scrap|resign|leave|end|stop",
        r"recommend|advis|urg|should|would|must|not to|prefer",
        r"promis|pledg|guarant|commit|will|assur|until",
    )
)
"""How a premise may say as much."""
_OPEN = lazy_re(
    r"\b(?:not|no|nor|never|nobody|none|neither|may|might|could|can|if|whether|unless|until|would|should|before|without|yet|"
    r"unclear|open)\b|n[’']t\b",
    _MANNER,
)
_CLAUSES = lazy_re(r"[;:]|, (?:and|but|while|whereas) ", _MANNER)
"""What tells causes of its own."""
_UNSETTLED = lazy_re(
    rf"\b(?:open|unsettled|unclear|unknown|disputed|not (?:yet )?(?:settled|clear|known)|{LEFT_OPEN}|"
    rf"(?:differ|disagree|dispute|contest|argue|do(?:es)? not agree|at odds)s?(?:,? \w+)? (?:(?:on|about|over|as to) )?"
    rf"(?:{QUESTION}|the (?:cause|reason)s?))\b",
    _MANNER,
)
"""Why something is open is told by the premises that differ, and "open is what holds for schools" tells no cause."""
_ASIDE = lazy_re(r"\b(?:the|an?|its|their|this)\s$", _MANNER)
"""Before what only tells which one is meant: the approved programme."""
_DONE = lazy_re(r"\b(?:has|have|had|was|were)(?: been)? (\w+ed)\b", _MANNER)
_TO_COME = lazy_re(
    r"\b(?:(?-i:may)|might|could|can|if|unless|whether|plan(?:s|ned) to|hopes? to|will|is to|are to)\b", _MANNER
)
"""Before what is not done yet, or only perhaps."""
_AGREED = lazy_re(
    r"\b(?:nobody|no one|none) (?:disputes?|disputed|doubts?|doubted|denies|denied|contests?|questions?)\b|"
    r"\b(?:undisputed|uncontested|unanimous(?:ly)?|consensus)\b|(?<!not )(?<!do )(?<!cannot )\bagrees?\b(?! to\b)",
    _MANNER,
)
_AGREEING = lazy_re(r"\b(?:agree\w*|disput\w*|contest\w*|consensus|unanim\w*|same|both|also|confirm\w*|too)\b", _MANNER)


def added(claim: str, premises: Sequence[str]) -> str:
    """The first of these that is seen, for a reader; or empty."""
    seen = (each(claim, premises) for each in (_rank, _decision, _done, _cause, _agreement))
    return next(filter(None, seen), "")


def _rank(claim: str, premises: Sequence[str]) -> str:
    wide = _WIDE.search(claim)
    rank = _RANK.search(claim)
    if rank is None or any(_RANKED.search(each) for each in premises):
        return ""
    # The largest of figures that premises give is an inference, among those that they speak of.
    compared = sum(bool(figures.find(each)) for each in premises) > 1
    if compared and (wide is None or any(_WIDE.search(each) for each in premises)):
        return ""
    return f"it says “{rank[0]}”, and its premises rank nothing"


def _decision(claim: str, premises: Sequence[str]) -> str:
    for said, there in zip(_DECISIONS, _SAID_SO, strict=True):
        match = said.search(claim)
        if match is None or _OPEN.search(claim[: match.start()]) or _ASIDE.search(claim[: match.start()]):
            continue
        if allowed(claim, match, premises):
            continue
        found = [each for premise in premises if (each := _plainly(there, premise)) is not None]
        if not any(found):
            how = "which its premises leave open" if found else "and no premise does"
            return f"it says “{match[0]}”, {how}"
    return ""


def _done(claim: str, premises: Sequence[str]) -> str:
    """Told as done, where every premise that has the word tells it as what may be or will be."""
    for match in _DONE.finditer(claim):
        if _OPEN.search(claim[: match.start()]):
            continue
        same = re.compile(rf"\b{re.escape(stem(match[1].lower()))}\w*", _MANNER)
        found = [(each, word) for each in premises for word in same.finditer(each)]
        if found and all(_TO_COME.search(each[: word.start()].split(",")[-1]) for each, word in found):
            return f"it says “{match[0]}”, and its premises only “{_around(*found[0])}”"
    return ""


def _around(premise: str, word: re.Match[str]) -> str:
    before = _TO_COME.search(premise[: word.start()])
    return premise[before.start() if before else word.start() : word.end()]


def _plainly(there: re.Pattern[str], premise: str) -> bool | None:
    """Whether a premise says it plainly; None where it says nothing of it."""
    found = [not _OPEN.search(premise[: match.start()].split(",")[-1]) for match in there.finditer(premise)]
    return any(found) if found else None


def _cause(claim: str, premises: Sequence[str]) -> str:
    giving = [each for each in premises if GIVES.search(each)]
    for clause in _CLAUSES.split(claim):
        match = PLAIN.search(clause) or re.search(r"\bowes?\b(?=.{3,60}\bto\b)", clause)
        if match is None or _UNSETTLED.search(clause) or _UNSETTLED.search(claim[: claim.find(clause)]):
            continue
        sides = f"{clause[: match.start()]} {clause[match.end() :]}"
        if not any(_speaks_of(sides, each) for each in giving):
            return f"it says “{match[0]}”, and no premise gives a cause" + (" of it" if giving else "")
    return ""


def _speaks_of(said: str, premise: str) -> bool:
    """Whether the premise has a word of what is said, or one like it."""
    met = pair(said, premise).met
    return not met.size or float(met.max()) >= MET


def _agreement(claim: str, premises: Sequence[str]) -> str:
    match = _AGREED.search(claim)
    if match is None or _OPEN.search(claim[: match.start()]) or any(_AGREEING.search(each) for each in premises):
        return ""
    shared = [frozenset(figure.raw.lower() for figure in figures.find(each)) for each in premises]
    if any(one & other for at, one in enumerate(shared) for other in shared[at + 1 :]):
        return ""
    return f"it says “{match[0]}”, and no premise does"
