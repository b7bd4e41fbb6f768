"""How sure: may, is expected to, plans to, is said to, or plainly is.

Words of one kind are taken to hedge alike. A claim with a hedge whose kind the other has not is not the same claim.
"""

from __future__ import annotations

import re
from functools import lru_cache

from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.verify.relating.kinds import Difference, apart, conflict

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, lazy_re(rf"\b(?:{words})\b", re.IGNORECASE))
    for name, words in (
        (
            "possible",
            r"(?-i:may)(?! \d)|might|(?<!not )(?<!than any )could(?! not)|possibl[ye]|perhaps|maybe|"
            r"potential(?:ly)?|possibility|conceivabl[ye]|"
            r"chance|can(?:not|[’']t)? be ruled out|not (?:been )?ruled? out|ruled? out|rules out|remains? open|"
            r"an? option|open to|tentative(?:ly)?|preliminary|uncertain|unclear|not (?:yet )?(?:certain|clear)",
        ),
        (
            "likely",
            r"likely|unlikely|probabl[ye]|presum\w+|suspect(?:s|ed)?|in all likelihood|odds|believ\w+|(?:is|are|"
            r"was|were|"
            r"been) thought|thinks?|thought to|seem(?:s|ed)?|appear(?:s|ed)? to|apparently|suggest(?:s|ed|ing)?|"
            r"indicat(?:es?|ed|ing)|signs? (?:of|that)|points? to(?! \d)|hints?|assum\w+|reckon\w*|supposed(?:ly)?",
        ),
        (
            "expected",
            r"expect\w*|forecast\w*|predict\w*|project(?:ed|ion|ions)|set to|due to (?!the|a|an|its|his|her|their)|"
            r"scheduled|anticipat\w*|looks? (?:set|likely|poised)|on (?:course|track)|slated|should|poised|foresee\w*|"
            r"about to",
        ),
        (
            "planned",
            r"plan(?:s|ned|ning)?|(?:was|were) to (?:be|have)|(?:has|have|had|with) plans|its plans?|plan is|"
            r"inten[dt]\w*|"
            r"aim(?:s|ed|ing)? (?:to|for|at)|hop(?:es?|ed|ing) (?:to|for)|wants? to|wanted to|proposes?|proposed|"
            r"proposals?|propos(?:es|ed) (?:to|that)|promis\w+|pledg\w+|vow(?:s|ed)?|"
            r"commit(?:s|ted) to|plans?|drawing board|seek(?:s|ing)? to|sought to|consider(?:s|ed|ing)|target(?:s|"
            r"ed)? (?:a|of)|agreed to|offered to|drafts?|in the pipeline|ambition|goal|weighing (?:a|an|up|whether)",
        ),
        (
            "told",
            r"reportedly|allegedly|alleg(?:es?|ed|ations?)|purported(?:ly)?|rumou?red|unconfirmed|said to|"
            r"(?:by|to) (?:one|an|some|several) (?:\w+ )?accounts?|accused of|claims? that|claimed that|it is claimed",
        ),
        (
            "will",
            r"will|shall|going to|(?:is|are) to|under (?:the|its|their)\b[^,.]{0,20}\bplans?|would|to come|[’']ll",
        ),
    )
)
_NEIGHBOURS = {
    "possible": frozenset({"possible"}),
    "likely": frozenset({"likely", "expected"}),
    "expected": frozenset({"expected", "likely", "will", "planned"}),
    "planned": frozenset({"planned", "expected"}),
    "told": frozenset({"told", "likely", "possible"}),
    "will": frozenset({"will", "expected", "planned"}),
}
_ALLOWED = lazy_re(
    r"\b(?:allow\w*|permit\w*|entitled?|free to|rights?|licen[cs]\w*|authori[sz]\w*|limit\w*|restrict\w*|maximum|"
    r"at most|closed|open|eligib\w*|can(?:not)?|only|"
    r"must|without|nobody|no one|ban\w*|forb\w+|prohibit\w*)\b",
    re.IGNORECASE,
)
_MAY = lazy_re(r"\bmay\b|\bcan\b")
_CERTAIN = lazy_re(
    r"\b(?:certain(?:ly)?|definite(?:ly)?|guarantee\w*|undoubtedly|without (?:a )?doubt|proven|confirmed|sure)\b", re.I
)
_REPORTED = lazy_re(r"\b(?:according to|says?|said|account|reports?|reported|denied|told)\b", re.IGNORECASE)
_WEAK = frozenset({"will"})


@lru_cache(maxsize=4096)
def kinds(text: str) -> frozenset[str]:
    """The kinds of hedge in a claim."""
    return frozenset(name for name, pattern in _KINDS if pattern.search(text))


def compare(one: str, other: str) -> Difference | None:
    """What the one hedges and the other does not."""
    ours, theirs = kinds(one), kinds(other)
    if ours == theirs:
        return None
    if _permission(one, other) and "possible" in ours ^ theirs:
        ours, theirs = ours - {"possible"}, theirs - {"possible"}
    for text, mine, its in ((one, ours, theirs), (other, theirs, ours)):
        for kind in sorted(mine - _WEAK):
            plain = one if text == other else other
            if _NEIGHBOURS[kind] & its or (kind == "told" and _REPORTED.search(plain)):
                continue
            if kind in ("possible", "likely") and _CERTAIN.search(plain):
                return conflict(f"the one is certain, the other only {kind}")
            said = dict(_KINDS)[kind].search(text)
            word = said[0].lower() if said else kind
            if its - _WEAK - {"told"} and kind != "told":
                return apart(f"hedged otherwise: “{word}”")
            return apart(f"only one is hedged: “{word}”")
    return None


def _permission(one: str, other: str) -> bool:
    """ "Members may vote" hedges nothing where the other speaks of what is allowed."""
    return any(_MAY.search(a) and _ALLOWED.search(b) for a, b in ((one, other), (other, one)))


def spans(text: str) -> list[Span]:
    """Where the hedges of a claim stand."""
    patterns = [*(pattern for _, pattern in _KINDS), _CERTAIN]
    return [Span(*match.span()) for pattern in patterns for match in pattern.finditer(text)]
