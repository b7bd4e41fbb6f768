"""The report as one self-contained HTML page: no remote resource, a strict policy, readable without its script.

It shows a `Report` and nothing else, whatever kind of run that came from.
"""

from __future__ import annotations

from itertools import accumulate

from moot.report import citing, matrix, page, wording
from moot.report.safe import address
from moot.report.shape import Report
from moot.text.counted import counted
from moot.words import Outcome, Standing


def render(report: Report) -> str:
    """The whole page. All text of models and sources is escaped; only a source's own address is a link."""
    style, script = page.part("base.css") + page.part("report.css"), page.part("report.js")
    told = {each.claim.id: each.told for each in report.earlier if each.told is not None}
    numbers = told | {view.claim.id: view.number for view in report.claims}
    folded = wording.remarks(report)
    return (
        page.environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            views=report.views,
            earlier={each.claim.id: each for each in report.earlier},
            sources={entry.source.id: entry for entry in report.sources},
            anchors=_anchors(report),
            numbers=numbers,
            loud=[note for note in report.header.notes if note not in folded],
            bar=_bar(report),
            changed=report.first != report.draft,
            by_number={view.number: view.claim for view in report.claims if view.number is not None},
            drawn=matrix.of(report.council) if report.council else None,
            matrix=matrix,
            style=page.trusted(style),
            script=page.trusted(script),
            policy=page.policy(style, script),
            wording=wording,
            beside=citing.beside,
            counted=counted,
            address=address,
            outcome_marks={Outcome.HOLDS: "✓", Outcome.FAILS: "✗", Outcome.UNCHECKED: "○"},
        )
    )


def _anchors(report: Report) -> dict[str, str]:
    """Where the evidence of each claim stands in the page; ids of claims are words of models and are not used."""
    anchors = {view.claim.id: f"s{view.number or f'w{n}'}" for n, view in enumerate(report.claims, 1)}
    told = {each.claim.id: f"s{each.told}" for each in report.earlier if each.told is not None}
    return told | anchors


def _bar(report: Report) -> list[tuple[Standing, int, float, float]]:
    """Standing, number of claims, and where its stretch of the bar begins and how wide it is, in percent."""
    have = report.stats.standings
    whole = sum(number for _, number in have) or 1
    starts = [0, *accumulate(number for _, number in have)]
    return [
        (standing, number, round(100 * start / whole, 3), round(100 * number / whole, 3))
        for (standing, number), start in zip(have, starts, strict=False)
    ]
