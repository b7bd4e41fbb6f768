"""All checks over all claims."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import EntryPoint

from moot.evidence.library import Library
from moot.plugins import registered
from moot.text import sentences
from moot.verify import of_another
from moot.verify.check import Check
from moot.words import Claim, Finding, Outcome

_OF_CITING = frozenset({"read", "quotes", "references", "links", "topic"})
"""Checks of what is cited, whether or not it speaks of the claim."""
LONGEST = 4_000
"""Characters of a sentence that are compared: checks pair words with words, and text may be hostile. The longest
sentence of any passage is shorter.
"""


def default_checks(verifiers: str | Sequence[str] = ()) -> list[Check]:
    """The checks that are installed under the entry point group `moot.checks`: gates first, then by name.

    A check that cannot be loaded, or has no name or gate, is replaced by one that leaves every claim unchecked, with
    the reason. `verifiers`: a folder or hub name, or several, of published verifiers that vote on entailment beside the
    embedded one; raises the `MootError` of one that cannot be loaded, since the user asked for it.
    """
    checks = [_loaded(point) for point in registered("checks").values()]
    if verifiers:
        named = [verifiers] if isinstance(verifiers, str) else verifiers
        checks = [_voting(named) if check.name == "entailment" else check for check in checks]
    return sorted(checks, key=lambda check: (not check.gate, check.name))


def _voting(verifiers: Sequence[str]) -> Check:
    from moot.verify.entailment import Entailment
    from moot.verify.published import load

    return Entailment([load(each) for each in verifiers])


def _loaded(point: EntryPoint) -> Check:
    try:
        check = point.load()()
        if not (isinstance(check.name, str) and isinstance(check.gate, bool)):
            raise TypeError("its name is no text, or its gate neither true nor false")
        return check
    except Exception as error:
        return Absent(point.name, _said(error))


class Referee:
    """Asks each check about the claims. Findings come in the order of claims, then of checks."""

    def __init__(self, checks: Sequence[Check] | None = None) -> None:
        self.checks = tuple(default_checks() if checks is None else checks)

    @property
    def versions(self) -> dict[str, str]:
        """Version of each check by its name."""
        return {check.name: _version(check) for check in self.checks}

    def prepare(self) -> None:
        """Load what checks would load at their first claim; a check that cannot says so when it is asked."""
        for check in self.checks:
            prepare = getattr(check, "prepare", None)
            if prepare is not None:
                with suppress(Exception):
                    prepare()

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        """A check that raises gives `unchecked` for every claim it was asked about, gate or not: never a pass. So does
        every check for a claim with a sentence of more than `LONGEST` characters. What a claim cites of another thing
        than its own is evidence for no check.
        """
        by_claim: dict[str, list[Finding]] = {claim.id: [] for claim in claims}
        told = [(claim, overlong(claim.text)) for claim in claims]
        short = [claim for claim, reason in told if not reason]
        judged = [of_another.without(claim, library) for claim in short]
        for check in self.checks:
            long = (finding for claim, reason in told if reason for finding in _unchecked(check, [claim], reason))
            asked = short if check.name in _OF_CITING else judged
            for finding in (*_asked(check, asked, library), *long):
                by_claim[finding.claim].append(finding)
        return [finding for findings in by_claim.values() for finding in findings]


def overlong(claim: str) -> str:
    """Why a claim is not compared: it has a sentence that is too long. Empty where it is compared."""
    if len(claim) <= LONGEST:
        return ""
    longest = max(span.end - span.start for span in sentences.split(claim))
    if longest <= LONGEST:
        return ""
    return (
        f"a sentence of it has {longest:,} characters, and at most {LONGEST:,} are compared: make more sentences of it"
    )


def _asked(check: Check, claims: Sequence[Claim], library: Library) -> list[Finding]:
    try:
        return _own(check, check.findings(claims, library), claims)
    except Exception as error:
        return _unchecked(check, claims, f"the check {check.name} could not run: {_said(error)}")


def _own(check: Check, findings: Sequence[Finding], claims: Sequence[Claim]) -> list[Finding]:
    """The findings, if they are what was asked for: an outside package may return anything."""
    known = {claim.id for claim in claims}
    strange = [finding for finding in findings if finding.claim not in known or finding.check != check.name]
    if strange:
        raise ValueError(f"it answered about {strange[0].claim} as {strange[0].check}, which nobody asked")
    if any(finding.gate and not check.gate for finding in findings):
        raise ValueError("it is a signal and gave the finding of a gate")
    return list(findings)


def _said(error: Exception) -> str:
    words = " ".join(str(error).split())
    return f"{words[:200]}" if words else type(error).__name__


def _version(check: Check) -> str:
    """That of an absent check where it cannot be told: own checks read it in their weights."""
    try:
        return str(check.version)
    except Exception:
        return Absent.version


def _unchecked(check: Check, claims: Sequence[Claim], reason: str) -> list[Finding]:
    return [
        Finding(
            check=check.name,
            version=_version(check),
            claim=claim.id,
            outcome=Outcome.UNCHECKED,
            gate=check.gate,
            reason=reason,
        )
        for claim in claims
    ]


class Absent:
    """Stands for a check that is registered and cannot be loaded."""

    version = "absent"
    gate = True

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self._reason = reason

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        return _unchecked(self, claims, f"the check {self.name} could not be loaded: {self._reason}")
