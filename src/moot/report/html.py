"""The report as one self-contained HTML page: no remote resource, a strict policy, readable without its script.

It shows a `Report` and nothing else, whatever kind of run that came from.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from moot.report import matrix, wording
from moot.report.safe import address, visible
from moot.report.shape import Report
from moot.words import Outcome, Standing

if TYPE_CHECKING:
    from jinja2 import Environment

LOUD = ("no model", "recorded", "degraded", "replaced", "unfinished", "capped", "origins")
"""Notes on who spoke and how it ended stand open at the head; those on sources are folded under their number."""


def render(report: Report) -> str:
    """The whole page. All text of models and sources is escaped; only a source's own address is a link."""
    style, script = _part("report.css"), _part("report.js")
    told = {each.claim.id: each.told for each in report.earlier if each.told is not None}
    numbers = told | {view.claim.id: view.number for view in report.claims}
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            views=report.views,
            earlier={each.claim.id: each for each in report.earlier},
            sources={entry.source.id: entry for entry in report.sources},
            anchors=_anchors(report),
            numbers=numbers,
            loud=[note for note in report.header.notes if note.kind in LOUD],
            quiet=[note for note in report.header.notes if note.kind not in LOUD],
            bar=_bar(report),
            changed=report.before != report.draft,
            by_number={view.number: view.claim for view in report.claims if view.number is not None},
            drawn=matrix.of(report.council) if report.council else None,
            matrix=matrix,
            style=_trusted(style),
            script=_trusted(script),
            policy=_policy(style, script),
            wording=wording,
            address=address,
            outcome_marks={Outcome.HOLDS: "✓", Outcome.FAILS: "✗", Outcome.UNCHECKED: "○"},
        )
    )


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded, and only this very style and script may run."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _part(name: str) -> str:
    return (files("moot.report") / "templates" / name).read_text(encoding="utf-8")


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


def _trusted(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - our own style and script, the only text that is not escaped


@cache
def _environment() -> Environment:
    """Kept, since compiling the template takes far longer than filling it."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("moot.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def _shown(value: Any) -> Any:
    """What becomes of every expression of the template before it is escaped."""
    return visible(value) if type(value) is str else value
