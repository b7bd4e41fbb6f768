"""`moot bench speed`: how fast models answer, alone and many at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar

import typer

from moot.cli import options
from moot.cli.bench.several import Several

if TYPE_CHECKING:
    from moot.bench.speed.running import Progress, Speed
    from moot.cli.lines import Lines


class Command(Several):
    many: ClassVar[tuple[str, ...]] = ("--models", "--streams", "--prompts")


def command(
    models: Annotated[list[str], typer.Option(metavar="MODEL", help="Who is measured; see `moot models`.")],
    streams: Annotated[list[int] | None, typer.Option(metavar="N", help="So many at once.  [default: 1 4]")] = None,
    prompts: Annotated[
        list[int] | None, typer.Option(metavar="TOKENS", help="Prompts of about this length.  [default: 200 2000]")
    ] = None,
    samples: Annotated[int, typer.Option(metavar="N", help="Rounds of each model, load and length.")] = 5,
    output: Annotated[int, typer.Option(metavar="TOKENS", help="Where answers are cut off, reasoning included.")] = 128,
    budget: Annotated[str, typer.Option(metavar="USD", help="All requests together never cost more.")] = "1",
    price: options.Price = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write speed.html, speed.md and speed.json here; made if need be."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """How fast models answer, alone and many at once.

    Time to first token, inter-token latency and tokens a second, with intervals.
    """
    from moot.bench.speed.plan import Plan
    from moot.bench.speed.running import run
    from moot.bench.speed.told import data, files, terminal
    from moot.cli import reports
    from moot.cli.lines import Lines

    if out is not None:
        reports.require_writable(out)
    given = {"streams": streams, "prompts": prompts}
    plan = Plan(
        models=models,
        samples=samples,
        output=output,
        budget=options.usd(budget),
        price=price,
        **{name: each for name, each in given.items() if each is not None},
    )
    speed = run(plan, _teller(Lines(stderr=True)))
    if json:
        typer.echo(data.as_json(speed), nl=False)
    else:
        terminal.show(speed)
    if out is not None:
        for path in files.write(speed, out):
            typer.echo(str(path), err=json)
    _end(speed)


def _teller(console: Lines) -> Callable[[Progress], None]:
    """A line for each tenth of the way, and for each wait."""

    def tell(progress: Progress) -> None:
        done, total, cell = progress.done, progress.total, progress.cell
        if progress.waits:
            console.say(f"{cell.model}: rate limited, waiting {progress.waits:.0f} s")
        elif done == total or done * 10 // total > (done - 1) * 10 // total:
            console.say(f"{done}/{total} rounds, {progress.usd:.4f} USD")

    return tell


def _end(speed: Speed) -> None:
    """Raises what a script must know: that it was stopped, or that nobody answered."""
    from moot.cli.terminal import Interrupted
    from moot.errors import AllSeatsFailed

    if speed.stopped:
        raise Interrupted("Stopped: what was measured before is told above.")
    if not any(cell.answered for cell in speed.cells):
        raise AllSeatsFailed("Nobody gave an answer that could be measured: the reasons stand above.")
