"""Verify a report again, without any model: hashes, quotes, findings, standings, and the report itself.

What the record says was found is derived anew from the sources in the bundle; what the report says is built anew from
the record. Every difference is named, with the sentence that no longer stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from moot.debate.argued import Argued
from moot.evidence.library import Library
from moot.ledger.record import Record
from moot.report import markdown
from moot.report.bundle import Bundle
from moot.report.document import build
from moot.report.seen import Seen
from moot.report.shape import ClaimView, Report
from moot.text.utf8 import sha256
from moot.words import CHECKS, Checked, Claim, Finding, Moved, Outcome, Word

CLOSE = 0.005
"""Scores that differ by no more are the same: other machines round other last bits."""


class Findings(Protocol):
    """What is needed of `moot.verify.referee.Referee`."""

    @property
    def versions(self) -> dict[str, str]: ...

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]: ...


class Broken(Word):
    """Something that is not what the report says."""

    where: str
    """`sentence 3`, `S2`, `record.json`, …"""
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


class Verification(Word):
    """What came of verifying: nothing broken means that every sentence stands as the report says."""

    broken: tuple[Broken, ...]
    notes: tuple[str, ...] = ()
    """What could not be repeated as it was: another version of a check, a check that is not installed."""
    claims: int
    quotes: int
    """Quotes whose place was found again."""
    findings: int
    """Findings that were derived again with the same outcome."""
    sources: int

    @property
    def stands(self) -> bool:
        return not self.broken


def reverify(of: Bundle | Record, referee: Findings) -> Verification:
    """Derive everything again. Of a record there is no report to compare; its own findings and hashes are repeated."""
    record = of.record if isinstance(of, Bundle) else of
    fresh = build(record)
    report = of.report if isinstance(of, Bundle) else fresh
    again = _Again(record, report, referee)
    broken = [*again.sources(), *again.quotes(), *again.findings(), *again.standings()]
    if isinstance(of, Bundle):
        broken = [*(Broken(where="bundle", reason=line) for line in of.damaged), *broken, *_same(of, fresh)]
    return Verification(
        broken=tuple(dict.fromkeys(broken)),
        notes=tuple(dict.fromkeys(again.notes)),
        claims=sum(view.number is not None for view in report.claims),
        quotes=again.found,
        findings=again.repeated,
        sources=len(record.documents),
    )


class _Again:
    """One pass over a record. Counts what was repeated; collects notes."""

    def __init__(self, record: Record, report: Report, referee: Findings) -> None:
        self.record, self.report, self.referee = record, report, referee
        self.library = Library(record.documents, record.links, record.case.question)
        self.argued = Argued.of(record.events)
        self.names = {view.claim.id: name(view) for view in report.claims}
        self.notes: list[str] = []
        self.found = self.repeated = 0
        self.last: list[Finding] = []
        """The findings on the last draft, as derived now."""
        self.derived: dict[tuple[Claim, ...], list[Finding]] = {}

    def sources(self) -> Iterator[Broken]:
        listed = {entry.source.id: entry.source for entry in self.report.sources}
        for document in self.record.documents:
            source = document.source
            if sha256(document.text) != source.text_sha256:
                yield Broken(where=source.id, reason="its text is not the text that was read (the hash differs)")
            if listed.get(source.id) != source:
                yield Broken(where=source.id, reason="the report describes it otherwise than the record")

    def quotes(self) -> Iterator[Broken]:
        """Each quote that the report marks must stand where it says."""
        texts = {document.source.id: document.text for document in self.record.documents}
        for view in self.report.claims:
            for quote in view.quotes:
                if quote.start is None or quote.end is None:
                    continue
                shown = quote.before + quote.marked + quote.after
                start = quote.start - len(quote.before)
                text = texts.get(quote.source, "")
                at = text[max(start, 0) : quote.end + len(quote.after)]
                if start < 0 or at != shown or text[quote.start : quote.end] != quote.marked:
                    yield Broken(where=name(view), reason=f"quote no longer in {quote.source or 'any source'}")
                else:
                    self.found += 1

    def findings(self) -> Iterator[Broken]:
        """The findings of every round, on the draft that they were made on."""
        seen = Seen()
        for event in self.record.events:
            seen.follow(event)
            if isinstance(event, Moved) and not event.refused:
                yield from self._moved(event, seen)
            elif isinstance(event, Checked) and event.by != CHECKS:
                self.notes.append(f"what {event.by} said of the claims was not asked again")
            elif isinstance(event, Checked):
                self.last = [finding for batch, told in seen.batches() for finding in self._derived(batch, told)]
                last = event.findings == self.argued.findings
                yield from self._compare(event.findings, self.last, "" if last else f" in round {event.round}")

    def _moved(self, event: Moved, seen: Seen) -> Iterator[Broken]:
        """A position was given up for a place in a source, or because a check fails on the claim."""
        where = f"the position of {event.seat} on {self._where(event.claim)}"
        lengths = {document.source.id: len(document.text) for document in self.record.documents}
        if any(not 0 <= place.start < place.end <= lengths.get(place.source, 0) for place in event.places):
            yield Broken(where=where, reason="its located reason is in no source")
        found = () if event.places else self._derived(seen.beside(event.claim), frozenset({event.claim}))
        if not event.places and not any(finding.outcome is Outcome.FAILS for finding in found):
            yield Broken(where=where, reason="it changed without a located reason, and no check fails on the claim")

    def _derived(self, batch: tuple[Claim, ...], told: frozenset[str]) -> list[Finding]:
        """The findings on the claims `told`, of those that were checked together. What was derived once is kept."""
        if batch not in self.derived:
            self.derived[batch] = self.referee.findings(batch, self.library)
        return [finding for finding in self.derived[batch] if finding.claim in told]

    def _compare(self, said: Sequence[Finding], now: Sequence[Finding], when: str) -> Iterator[Broken]:
        derived = {(finding.claim, finding.check): finding for finding in now}
        installed = self.referee.versions
        for old in said:
            new = derived.pop((old.claim, old.check), None)
            where = self._where(old.claim) + when
            if new is None and old.check not in installed:
                self.notes.append(f"check '{old.check}' is not installed here: its findings were not repeated")
            elif new is None:
                yield Broken(where=where, reason=f"{old.check} does not look at this claim, the record says it did")
            elif new.version != old.version:
                yield from self._other_version(where, old, new)
            elif problem := _differs(old, new):
                yield Broken(where=where, reason=problem)
            else:
                self.repeated += 1
        known = {finding.check for finding in said}
        for new in derived.values():
            if new.check in known:
                yield Broken(where=self._where(new.claim) + when, reason=f"the record has no finding of {new.check}")
            elif new.gate and new.outcome is Outcome.FAILS:
                yield Broken(where=self._where(new.claim) + when, reason=f"{new.check} fails: {new.reason}")
            else:
                self.notes.append(f"check '{new.check}' is new: the record has no finding of it")

    def _other_version(self, where: str, old: Finding, new: Finding) -> Iterator[Broken]:
        changed = f"check version changed ({old.check}: {old.version} → {new.version})"
        self.notes.append(changed)
        if new.outcome is not old.outcome and old.outcome is Outcome.HOLDS:
            yield Broken(where=where, reason=f"{old.check} no longer holds, {changed}: {new.reason}")

    def standings(self) -> Iterator[Broken]:
        """The standing of each claim, from the findings as they are now where those were repeated."""
        argued = self.argued
        versions = {(finding.claim, finding.check): finding.version for finding in argued.findings}
        now = {(f.claim, f.check): f for f in self.last if versions.get((f.claim, f.check)) == f.version}
        findings = tuple(now.get((finding.claim, finding.check), finding) for finding in argued.findings)
        judged = replace(argued, findings=findings).judged
        for view in self.report.claims:
            new = judged.get(view.claim.id)
            if new is None:
                yield Broken(where=name(view), reason="the record knows no such claim")
            elif new.standing is not view.standing:
                said = f"it is {new.standing.value} ({new.reason}), not {view.standing.value}"
                yield Broken(where=name(view), reason=said)

    def _where(self, claim: str) -> str:
        return self.names.get(claim, f"claim {claim}")


def name(view: ClaimView) -> str:
    """How a reader finds the claim."""
    if view.number is not None:
        return f"sentence {view.number}"
    return f"{'left out' if view.left_out else 'withdrawn'} sentence “{view.claim.text[:60]}”"


def _differs(old: Finding, new: Finding) -> str:
    """How a finding derived again with the same check differs; empty when it is the same."""
    if old.outcome is not new.outcome:
        return f"{old.check} {new.outcome.value} now ({new.reason}), the record says {old.outcome.value}"
    if old.gate is not new.gate:
        return f"{old.check} is a {'gate' if new.gate else 'signal'}, the record says otherwise"
    if old.otherwise is not new.otherwise:
        told = "says otherwise" if new.otherwise else "does not say it"
        return f"{old.check} finds that the evidence {told}, the record says another thing"
    if old.places != new.places:
        return f"{old.check} rests on other places than the record says"
    if (old.score is None) is not (new.score is None) or abs((old.score or 0) - (new.score or 0)) > CLOSE:
        return f"{old.check} scores {new.score}, the record says {old.score}"
    if old.score is None and old.reason != new.reason:
        return f"{old.check} says “{new.reason}”, the record says “{old.reason}”"
    return ""


def _same(bundle: Bundle, fresh: Report) -> Iterator[Broken]:
    """Whether the report is what the record gives, sentence by sentence, and the Markdown what the report gives."""
    said, now = bundle.report, fresh
    if len(said.claims) != len(now.claims):
        reason = f"it has {len(said.claims)} claims, the record gives {len(now.claims)}"
        yield Broken(where="report.json", reason=reason)
    for old, new in zip(said.claims, now.claims, strict=False):
        for part in _changed(old, new):
            yield Broken(where=name(old), reason=_not_as_recorded(part))
    for part in _changed(said, now):
        if part != "claims":
            yield Broken(where="report.json", reason=_not_as_recorded(part))
    if bundle.markdown != markdown.render(said):
        yield Broken(where="report.md", reason="it is not what report.json gives")


def _not_as_recorded(part: str) -> str:
    return f"its {part} {'are' if part.endswith('s') else 'is'} not what the record gives"


def _changed(old: Word, new: Word) -> Iterable[str]:
    return [part.replace("_", " ") for part in type(old).model_fields if getattr(old, part) != getattr(new, part)]
