"""Was the cited source read? Gate."""

from __future__ import annotations

from collections.abc import Sequence

from moot.evidence.library import Library
from moot.verify.check import finding
from moot.words import Claim, Finding, Outcome


class SourceRead:
    """Every cited passage exists, and it is what its source says at that place. Applies to claims with citations."""

    name = "read"
    version = "1"
    gate = True

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        return [self._finding(claim, library) for claim in claims if claim.citations]

    def _finding(self, claim: Claim, library: Library) -> Finding:
        problems = dict.fromkeys(filter(None, (_problem(c.passage, library) for c in claim.citations)))
        return finding(self, claim, Outcome.unless(problems), "; ".join(problems) or "every cited source was read")


def _problem(id: str, library: Library) -> str:
    passage = library.passage(id)
    if passage is None:
        return f"no passage {id or '(without a name)'} was read"
    document = library.document(passage.source)
    if document is None:
        return f"the source {passage.source} of passage {id} was not read"
    if document.text[passage.start : passage.end] != passage.text:
        return f"passage {id} is not what its source says at that place"
    return ""
