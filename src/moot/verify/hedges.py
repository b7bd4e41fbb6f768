"""Did the claim drop a negation, a hedge or a condition of its source? Signal.

Simple on purpose: it looks only at the sentences that the quotes lie in, and speaks only where the claim shares the
words that the hedge or negation governs. Attribution by name ("according to the vendor") is not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.evidence.cited import Cited, places
from moot.evidence.library import Library
from moot.text import figures, sentences
from moot.text.figures import Bound, agree
from moot.text.terms import stems
from moot.words import Claim, ClaimKind, Finding, Outcome

_REACH = 5
"""Content words on either side of a hedge that it is taken to govern."""
_SHARED = 2
"""So many of them must be the claim's."""
_COVERED = 0.4
"""Share of the claim's stems that a sentence must hold to be the one that the claim renders."""
_CLOSE = 0.55
"""The same where a condition or a part is said to be dropped: what they limit stands further from them."""

_NEGATION = re.compile(r"\b(?:not|never|no|none|neither|nor|cannot|without)\b|n[’']t\b", re.IGNORECASE)
_NO_NEGATION = re.compile(
    r"\bnot (?:only|just|merely|least)\b|\bno (?:more|less|fewer|later|sooner|earlier) than\b|\bno doubt\b|\bNo\.\s*\d",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:lacks?|lacking|fails?|failed|failing|absent|absence|missing|refus\w+|den(?:y|ies|ied)|hardly|barely|rarely|"
    r"seldom|only|except|exclud\w+|rather than|instead|stop\w*|ceas\w*|prevent\w*|avoid\w*|un(?!i|d)\w{4,}|"
    r"in(?:complete|dependent|sufficient|conclusive)\w*|impossible|free of|zero|ban\w*|forbid\w*|prohibit\w*|open)\b",
    re.IGNORECASE,
)
_GROUPS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for name, words in (
        (
            "possibility",
            # "whether they may" asks for leave and doubts nothing.
            r"(?<!whether they )(?<!whether we )(?<!whether one )(?-i:may)|"
            r"might|could(?! not)|possibly|perhaps|likely|probably|presumably|potentially|appears?|"
            r"seems?|suggest(?:s|ed)?|expected|is thought|are thought|believed",
        ),
        (
            "condition",
            r"(?<!\bas )(?<!\bbut )(?<!\beven )if|unless|provided (?:that|it|they)|assuming|subject to|"
            r"depends? (?:up)?on|dependent on|conditional|contingent|on condition|only when|only where|as long as|once",
        ),
        (
            "hearsay",
            r"reported|reportedly|allegedly|alleged|purportedly|rumou?red|unconfirmed|"
            r"(?:by )?(?:one|another) account|said to",
        ),
        (
            "intention",
            r"committed|commitments?|commits?|pledged?|pledges|plans? to|planned|intends?|aims? to|promised?|promises|"
            r"proposed|will(?! not)|would(?!-| not)|agreed to",
        ),
        ("part", r"of which|of that sum|of it|of them|(?:part|some|most|portion) of"),
    )
)
# A claim keeps a hedge when it has a word of the same group, or one of these, which say as much.
_KEEPS = {
    "possibility": ("hearsay", "condition"),
    "condition": ("possibility",),
    "hearsay": ("possibility",),
    "intention": ("possibility", "condition"),
    "part": (),
}
_ALSO_KEEPS = {
    "possibility": re.compile(r"\b(?:can|capable|potential|tends?|sometimes|often|estimat\w*)\b", re.IGNORECASE),
    "intention": re.compile(r"\b(?:due|to be|expected|set to|scheduled|future)\b", re.IGNORECASE),
    "hearsay": re.compile(
        r"\b(?:accord\w*|accounts?|claim\w*|reports?|says?|said|estimat\w*|states?)\b", re.IGNORECASE
    ),
    "part": re.compile(r"\b(?:of|including|includes?|among)\b", re.IGNORECASE),
}


class Conditions:
    """Compares a stated claim with the sentence that it renders. Applies to stated claims with a located quote."""

    name = "conditions"
    version = "2"
    gate = False

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        asked = [claim for claim in claims if claim.kind is ClaimKind.STATED]
        cited = [[each for each in library.cited(claim) if each.span] for claim in asked]
        return [self._finding(claim, found) for claim, found in zip(asked, cited, strict=True) if found]

    def _finding(self, claim: Claim, cited: Sequence[Cited]) -> Finding:
        problem = difference(claim.text, [each.around for each in cited])
        return Finding(
            check=self.name,
            version=self.version,
            claim=claim.id,
            outcome=Outcome.FAILS if problem else Outcome.HOLDS,
            gate=self.gate,
            reason=problem or "no negation, hedge or condition was dropped",
            places=places(cited),
        )


def difference(claim: str, evidence: Sequence[str]) -> str:
    """In words what the claim dropped or added; empty when nothing was seen."""
    units = [span.of(text) for text in evidence for span in sentences.split(text)]
    said = set(stems(claim))
    rendered = max(units, key=lambda unit: _cover(said, unit), default="")
    if not said or _cover(said, rendered) < _COVERED:
        return ""
    return (
        _negation(claim, said, rendered, units) or _hedge(claim, said, rendered, units) or _approximation(claim, units)
    )


def _cover(said: set[str], unit: str) -> float:
    return len(said & set(stems(unit))) / len(said) if said else 0.0


def _negations(text: str) -> list[re.Match[str]]:
    harmless = [match.span() for match in _NO_NEGATION.finditer(text)]
    found = _NEGATION.finditer(text)
    return [match for match in found if not any(start <= match.start() < end for start, end in harmless)]


def _negation(claim: str, said: set[str], rendered: str, units: Sequence[str]) -> str:
    ours = _negations(claim)
    if ours and not any(_negations(unit) or _NEGATIVE.search(unit) for unit in units):
        return f'the claim says "{ours[0][0].lower()}", which its evidence does not'
    if ours or _NEGATIVE.search(claim):
        return ""
    for match in _negations(rendered):
        after = stems(re.split(r"[,;:.()–—]|\b(?:but|and|although|while)\b", rendered[match.end() :])[0])
        if after and after[0] in said:
            words = rendered[match.start() :].split()
            return f'the source says "{" ".join(words[:3]).rstrip(".,;:")}", the claim leaves the negation out'
    return ""


def _hedge(claim: str, said: set[str], rendered: str, units: Sequence[str]) -> str:
    for name, pattern in _GROUPS:
        if _kept(claim, name) or (name in ("condition", "part") and _cover(said, rendered) < _CLOSE):
            continue
        for match in pattern.finditer(rendered):
            if _governs(match, rendered, said) and not _plain_elsewhere(said, rendered, units, pattern):
                return f'the source says "{match[0].lower()}", the claim drops it ({name})'
    return ""


def _kept(claim: str, name: str) -> bool:
    groups = dict(_GROUPS)
    if any(groups[each].search(claim) for each in (name, *_KEEPS[name])):
        return True
    keeper = _ALSO_KEEPS.get(name)
    return bool(keeper and keeper.search(claim))


def _governs(match: re.Match[str], text: str, said: set[str]) -> bool:
    """True when enough of the words around the hedge, in its own clause, are the claim's."""
    before = re.split(r"[;:()]", text[: match.start()])[-1]
    after = re.split(r"[;:()]", text[match.end() :])[0]
    near = stems(before)[-_REACH:] + stems(after)[:_REACH]
    return len({stem for stem in near if stem in said}) >= _SHARED


def _plain_elsewhere(said: set[str], rendered: str, units: Sequence[str], hedge: re.Pattern[str]) -> bool:
    """True when another sentence of the evidence says as much without the hedge."""
    need = _cover(said, rendered)
    return any(unit != rendered and _cover(said, unit) >= need and not hedge.search(unit) for unit in units)


def _approximation(claim: str, units: Sequence[str]) -> str:
    there = [figure for unit in units for figure in figures.find(unit)]
    for figure in figures.find(claim):
        same = [other for other in there if other.unit == figure.unit and other.value == figure.value]
        if figure.bound is Bound.NONE and same and all(other.approx and agree(figure, other) for other in same):
            word = same[0].bound.value
            return f'the source gives {" ".join(same[0].raw.split())} as "{word}" so much, the claim as exact'
    return ""
