"""What a list of changes tells of one version, told of another: by the headings under which it stands."""

from __future__ import annotations

from collections.abc import Sequence

from moot.evidence.cited import Cited
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing.language import cover
from moot.words import Passage

_VERSION = lazy_re(r"(?<![\w.,])v?(\d{1,4}(?:\.\d{1,4}){1,3})(?![\w%]|\.\d)")
_DATED = lazy_re(r"\b\d{1,2}\.\d{1,2}\.\d{2,4}\b")
_SAME = 0.5
"""Share of the claim's other words that what is cited must hold."""


def other(claim: str, cited: Sequence[Cited], passages: Sequence[Passage]) -> str:
    """In words under which version what the claim says stands, where it names another that has a heading of its own
    in the source; else empty. `passages`: those of all sources.
    """
    named = _versions(claim)
    if len(named) != 1:
        return ""
    ours = next(iter(named))
    rest = frozenset(stems(_VERSION.sub(" ", claim)))
    near = [each for each in cited if each.passage and cover(rest, each.around) >= _SAME]
    best = max((cover(rest, each.around) for each in near), default=0.0)
    told: set[str] = set()
    for each in near:
        of = _headed(each.passage) if each.passage else None
        if not of or _versions(each.around) or ours.startswith(of) or of.startswith(ours):
            return ""
        told.add(of)
    sources = {each.passage.source for each in near if each.passage}
    own = [each for each in passages if each.source in sources and _headed(each) == ours]
    if len(told) != 1 or not own or any(cover(rest, each.text) >= best for each in own):
        return ""
    return f"the source says it of version {next(iter(told))}, the claim of {ours}"


def _headed(passage: Passage) -> str:
    """The one version that the headings above a passage name; else empty."""
    found = _versions(passage.heading)
    return next(iter(found)) if len(found) == 1 else ""


def _versions(text: str) -> frozenset[str]:
    return frozenset(_VERSION.findall(_DATED.sub(" ", text)))
