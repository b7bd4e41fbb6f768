"""The contract of a check: claims in, findings out, nothing else. A check never needs a model to be repeated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from moot.evidence.library import Library
from moot.words import Claim, Finding, Outcome, Place, Vote


class Check(Protocol):
    """One kind of check. Registered under the entry point group `moot.checks`.

    A check that has something to load may have a method `prepare()`, which is called while a model drafts.
    """

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str:
        """Changes whenever a finding may change; with the hash of weights where there are some."""
        ...

    @property
    def gate(self) -> bool:
        """True for what is provable: a failed gate cannot be overruled, though it may give a doubt as a signal."""
        ...

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        """One finding for each claim that the check applies to (none for the others), in the order of `claims`."""
        ...


def finding(
    check: Check,
    claim: Claim,
    outcome: Outcome,
    reason: str,
    *,
    gate: bool | None = None,
    places: tuple[Place, ...] = (),
    score: float | None = None,
    otherwise: bool | None = None,
    votes: tuple[Vote, ...] = (),
) -> Finding:
    """What a check says of a claim, under its name and version. `gate`: where it proves less, or more, than it else
    does; the rest is as in `Finding`.
    """
    return Finding(
        check=check.name,
        version=check.version,
        claim=claim.id,
        outcome=outcome,
        gate=check.gate if gate is None else gate,
        reason=reason,
        otherwise=otherwise,
        places=places,
        score=score,
        votes=votes,
    )
