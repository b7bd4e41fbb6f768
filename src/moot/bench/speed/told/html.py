"""A measurement as one self-contained HTML page with plots: no script, no remote resource."""

from __future__ import annotations

from moot.bench.speed.running import Speed
from moot.bench.speed.told import plots, wording
from moot.report import page

PACKAGE = "moot.bench.speed.told"


def render(speed: Speed) -> str:
    style = page.part("base.css") + page.part("comparison.css", "moot.bench.told") + page.part("speed.css", PACKAGE)
    return (
        page.environment(PACKAGE)
        .get_template("speed.html.j2")
        .render(
            title=wording.TITLE,
            heads=wording.HEADS[1:],
            tables={model: [wording.row(cell)[1:] for cell in each] for model, each in wording.by_model(speed).items()},
            notes=[(wording.load(cell.cell), note) for cell in speed.cells for note in wording.notes(cell)],
            asides=wording.asides(speed),
            plots=plots.plots(speed),
            how=wording.how(speed),
            width=plots.WIDTH,
            height=plots.HEIGHT,
            left=plots.LEFT,
            right=plots.RIGHT,
            style=page.trusted(style),
            policy=page.policy(style),
        )
    )
