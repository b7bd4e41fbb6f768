"""Could what a file cites be opened, and does it speak of the claim at all? Gate, for the claims of audited files."""

from __future__ import annotations

from collections.abc import Sequence

from moot.evidence.library import Library
from moot.text.counted import joined
from moot.verify.check import finding
from moot.verify.comparing import foreign
from moot.words import Claim, Finding, Outcome

MOST = 8
"""References of one claim that are named as those that lead nowhere."""


class References:
    """Applies to claims with references. Fails when a mark points to nothing, or the sources have no word of the claim.

    A reference that could not be opened leaves the claim unchecked, unless another of its references speaks of it.
    """

    name = "references"
    version = "5"
    gate = True

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        told = " ".join(claim.text for claim in claims)
        return [finding(self, claim, *_looked_up(claim, library, told)) for claim in claims if claim.references]


def _looked_up(claim: Claim, library: Library, told: str) -> tuple[Outcome, str]:
    found = {each: library.document(each.source) for each in claim.references if each.source}
    read = {each: document for each, document in found.items() if document}
    shut = [each for each in claim.references if each.entry and each not in read]
    lost = [each for each in claim.references if not each.entry]
    partly = {each.mark for each in read}
    closed = [f"{each.unopened(partly)} could not be opened: {each.problem or 'it was not read'}" for each in shut]
    every = list(dict.fromkeys([*(f"{each.named} points to no entry" for each in lost), *closed]))
    more = f"and {len(every) - MOST:,} more like these" if len(every) > MOST else ""
    said = joined([*every[:MOST], more])
    if read and not claim.citations and not shut:
        marks = ", ".join(dict.fromkeys(each.named for each in read))
        others = [foreign.unlike(claim.text, document.text, told) for document in read.values()]
        if all(others):
            return (
                Outcome.UNCHECKED,
                f"{marks} is in {others[0]}, the claim is not: its words find nothing there",
            )
        return Outcome.FAILS, joined([f"nothing in {marks} speaks of it", said])
    if read and claim.citations:
        return Outcome.HOLDS, joined(["what it cites was opened", said])
    if shut:
        return Outcome.UNCHECKED, said
    return Outcome.FAILS, said
