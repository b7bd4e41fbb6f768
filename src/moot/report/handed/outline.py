"""`outline`: a report as the blocks of a document, which Word and PDF then set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from moot.report.handed.agreement import agreement
from moot.report.handed.blocks import Block, Line, Outline, settled, shown
from moot.report.handed.body import body
from moot.report.handed.opening import opening
from moot.report.handed.sources import counts, sources, unread
from moot.report.handed.trail import before, challenges, evidence
from moot.report.shape import Report


def outline(report: Report, styled: Mapping[int, Line] | None = None) -> Outline:
    """The whole report, in the order of the Markdown. `styled`: entries of sources in a citation style, by number."""
    blocks = settled(_parts(report, styled or {}))
    begun = datetime.fromisoformat(report.run.created).astimezone(UTC)
    return Outline(title=shown(report.case.question).strip() or "–", begun=begun, blocks=blocks)


def _parts(report: Report, styled: Mapping[int, Line]) -> Iterator[Block]:
    yield from opening(report)
    yield from body(report)
    yield from sources(report, styled)
    yield from unread(report)
    yield from agreement(report)
    yield from evidence(report)
    yield from challenges(report)
    yield from before(report)
    yield from counts(report)
