"""A comparison as one self-contained HTML page with plots: no script, no remote resource."""

from __future__ import annotations

from collections.abc import Sequence

from moot.bench.told import plots, wording
from moot.bench.told.comparison import Comparison, Line, Share
from moot.report import page

PACKAGE = "moot.bench.told"


def render(comparison: Comparison) -> str:
    style = page.part("base.css") + page.part("comparison.css", PACKAGE)
    return (
        page.environment(PACKAGE)
        .get_template("comparison.html.j2")
        .render(
            title=wording.title(comparison.pairs, comparison.contestants),
            pairs=[(pair, plots.differences(pair.verdicts, comparison.margin)) for pair in comparison.pairs],
            benchmarks=[
                (name, comparison.of(name), plots.costs(comparison, name), plots.speeds(comparison.of(name)))
                for name in comparison.benchmarks
            ],
            unpaired=wording.unpaired(comparison),
            gains=comparison.gains,
            kinds=_kinds,
            sides=_sides,
            how=wording.how(comparison),
            width=plots.WIDTH,
            left=plots.LEFT,
            wording=wording,
            style=page.trusted(style),
            policy=page.policy(style),
        )
    )


def _kinds(lines: Sequence[Line]) -> list[tuple[str, list[Share | None]]]:
    names = dict.fromkeys(share.name for line in lines for share in line.kinds)
    by_line = [{share.name: share for share in line.kinds} for line in lines]
    return [(name, [shares.get(name) for shares in by_line]) for name in names]


def _sides(lines: Sequence[Line]) -> list[tuple[str, list[float | None]]]:
    names = dict.fromkeys(name for line in lines for name, _ in line.parts)
    by_line = [dict(line.parts) for line in lines]
    return [(name, [parts.get(name) for parts in by_line]) for name in names]
