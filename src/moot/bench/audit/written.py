"""An audit for people and machines: lines for a terminal, Markdown, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from moot.bench.audit.audited import Audit, Row
from moot.bench.audit.finding import Finding, percent
from moot.bench.audit.ways import same
from moot.bench.told import wording
from moot.bench.verdict import Outcome, Verdict
from moot.report.markdown import escape
from moot.text.counted import counted

_OTHERWISE = {
    Outcome.A_LEADS: "{a} leads",
    Outcome.B_LEADS: "{b} leads",
    Outcome.TIE: "a tie",
    Outcome.UNRESOLVED: "not to be resolved",
}
_MOST = 400
"""Findings that are written out in a terminal; the rest are counted."""


def lines(audit: Audit) -> Iterator[str]:
    """For a terminal, not yet cleaned of what it would obey."""
    by_row: dict[tuple[str, str], list[Finding]] = {}
    for finding in audit.findings:
        by_row.setdefault((finding.benchmark, finding.contestant), []).append(finding)
    for row in audit.rows:
        yield f"{row.benchmark}: {row.contestant}"
        yield f"  {_read(row)}"
        yield f"  {_headline(row)}"
        for each in by_row.pop((row.benchmark, row.contestant), ()):
            yield from _told(each)
    left = [each for several in by_row.values() for each in several]
    for each in left[:_MOST]:
        yield from _told(each)
    if len(left) > _MOST:
        yield f"  and {len(left) - _MOST:,} more"
    for verdict in audit.verdicts:
        yield f"{verdict.row}: {_verdict(verdict, audit)}"
        yield from (f"  - {note}" for note in verdict.notes)
    if audit.unjudged:
        yield audit.unjudged
    yield _count(audit)


def _told(finding: Finding) -> Iterator[str]:
    where = f"{finding.where} " if not finding.contestant and not finding.benchmark else ""
    yield f"  - {finding.kind}: {where}{finding.what}.{_moved(finding)}"
    if finding.examples:
        yield f"      {_examples(finding)}"
    if finding.advice:
        yield f"      To do: {finding.advice}."


def _read(row: Row) -> str:
    lost = f", {row.errors:,} without a score" if row.errors else ""
    return f"{counted(row.tasks, 'task')}, {counted(row.trials, 'trial')}{lost}; {row.form}, {row.origin}{_scored(row)}"


def _scored(row: Row) -> str:
    """By which metric, and of which others, since the headline depends on it."""
    if not row.scored_by:
        return ""
    others = f", not {', '.join(row.instead_of)} (--map score=NAME takes another)" if row.instead_of else ""
    return f"; scored by {row.scored_by}{others}"


def _headline(row: Row) -> str:
    if row.difference is None:
        return f"from the items {percent(row.recomputed)}; no headline is stated"
    apart = "they agree" if same(row.stated, row.recomputed) else f"{wording.points(row.difference)} points"
    return f"stated {percent(row.stated)}, from the items {percent(row.recomputed)}: {apart}"


def _moved(finding: Finding) -> str:
    told = [finding.effect] if finding.effect else []
    if finding.before is not None and finding.after is not None:
        told.insert(0, f"from {percent(finding.before)} to {percent(finding.after)}")
    return f" Headline: {', '.join(told)}." if told else ""


def _examples(finding: Finding) -> str:
    more = finding.count - len(finding.examples)
    return f"Such as {', '.join(finding.examples)}" + (f" and {more:,} more" if more > 0 else "")


def _verdict(verdict: Verdict, audit: Audit) -> str:
    a, b = audit.contestants or ("A", "B")
    lost = any(verdict.errors)
    other = verdict.errors_as_failures
    otherwise = f"; with them as failures: {_OTHERWISE[other].format(a=a, b=b)}" if other is not None else ""
    over = f"over {counted(verdict.tasks, 'task')}{', trials without a score set aside' if lost else ''}{otherwise}"
    apart = f"{a} less {b}: {wording.difference(verdict)} points"
    odds = f"odds that {a} is truly better: {wording.odds(verdict)}"
    return f"{wording.outcome(verdict, a, b)}; {apart}, {over}; {odds} ({verdict.method})"


def _count(audit: Audit) -> str:
    if not audit.findings:
        return "Nothing was found that moves a headline."
    return f"{counted(len(audit.findings), 'finding')} on {counted(len(audit.rows), 'headline')}."


def markdown(audit: Audit) -> str:
    parts = ["# Audit of published results", _count(audit), _table(audit)]
    scored = dict.fromkeys(f"{row.benchmark}, {row.contestant}{_scored(row)}" for row in audit.rows if row.scored_by)
    parts += ["\n".join(f"- {escape(each)}" for each in scored)] if scored else []
    for at, finding in enumerate(audit.findings, start=1):
        named = ", ".join(filter(None, (finding.benchmark, finding.contestant)))
        parts.append(f"## {at}. {escape(finding.kind.capitalize())}{': ' + escape(named) if named else ''}")
        told = [escape(f"{finding.what}.{_moved(finding)}"), f"- Where: {escape(finding.where)}"]
        told += [f"- {escape(_examples(finding))}"] if finding.examples else []
        told += [f"- To do: {escape(finding.advice)}."] if finding.advice else []
        parts.append(told[0] + "\n\n" + "\n".join(told[1:]))
    if audit.verdicts or audit.unjudged:
        parts.append("## What the items say of the two")
        told = [
            f"- {escape(each.row)}: {escape(_verdict(each, audit))}" + "".join(f"\n  - {escape(n)}" for n in each.notes)
            for each in audit.verdicts
        ]
        parts.append("\n".join(told) or escape(audit.unjudged))
    return "\n\n".join(parts) + "\n"


def _table(audit: Audit) -> str:
    head = "| Benchmark | Contestant | Stated | From the items | Without errors | Tasks | Trials | Errors |"
    rows = [
        f"| {escape(each.benchmark)} | {escape(each.contestant)} | {percent(each.stated)} | {percent(each.recomputed)} "
        f"| {percent(each.without_errors)} | {each.tasks:,} | {each.trials:,} | {each.errors:,} |"
        for each in audit.rows
    ]
    return "\n".join([head, "|---|---|---:|---:|---:|---:|---:|---:|", *rows])


def as_json(audit: Audit) -> str:
    """All of it; shares from 0 to 1."""
    rows = [{**asdict(row), "difference": row.difference} for row in audit.rows]
    told = {
        "rows": rows,
        "findings": [asdict(each) for each in audit.findings],
        "contestants": audit.contestants,
        "verdicts": [asdict(each) for each in audit.verdicts],
        "unjudged": audit.unjudged,
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
