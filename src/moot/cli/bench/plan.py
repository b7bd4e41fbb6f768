"""`moot bench plan`: how many tasks and repeats resolve a difference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from moot.cli import options

if TYPE_CHECKING:
    from moot.bench.planned import Option, Plan, Situation
    from moot.bench.statistics.corners import Power


def command(
    difference: Annotated[
        float, typer.Option(metavar="D", help="The true difference to be seen: 0.05 is five points.")
    ],
    base: Annotated[float | None, typer.Option(metavar="P", help="The score that it is added to, 0 to 1.")] = None,
    discordance: Annotated[
        float | None,
        typer.Option(
            metavar="Q",
            help="Share of tasks that one side solves and the other not; without it and --base: 0.08 and 0.25.",
        ),
    ] = None,
    flips: Annotated[
        float | None,
        typer.Option(metavar="F", help="Share of tasks on which two trials of one contestant differ."),
    ] = None,
    task_noise: Annotated[
        float | None, typer.Option(metavar="SD", help="In place of those: task noise, as a verdict gives it.")
    ] = None,
    run_noise: Annotated[
        float | None, typer.Option(metavar="SD", help="With it: run noise, as a verdict gives it.")
    ] = None,
    power: Annotated[float, typer.Option(metavar="P", help="Probability of seeing the difference.")] = 0.8,
    tasks: Annotated[int | None, typer.Option(metavar="N", help="How many tasks there are.")] = None,
    trial_cost: Annotated[str | None, typer.Option(metavar="USD", help="What one trial costs.")] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Tasks and repeats needed to resolve a difference.

    And whether more tasks or more repeats help.
    """
    from moot.bench import planned

    if all(each is None for each in (base, discordance, flips, task_noise, run_noise)):
        situations = planned.usual(difference)
    else:
        situations = (_situation(difference, base, discordance, flips, task_noise, run_noise),)
    cost = None if trial_cost is None else options.usd(trial_cost)
    found = [planned.plan(situation, power, tasks, cost) for situation in situations]
    if json:
        import json as encoder

        shown = [_shown(each) for each in found]
        typer.echo(encoder.dumps(shown[0] if len(shown) == 1 else {"plans": shown}, indent=2))
        return
    if len(found) > 1:
        typer.echo("No discordance is given: planned for the least and the most that published results show.\n")
    typer.echo("\n\n".join("\n".join(_lines(each)) for each in found))


def _situation(
    difference: float,
    base: float | None,
    discordance: float | None,
    flips: float | None,
    task_noise: float | None,
    run_noise: float | None,
) -> Situation:
    from moot.bench import planned
    from moot.errors import UsageError

    if task_noise is None and run_noise is None:
        return planned.solved_or_not(difference, base, discordance, flips)
    if task_noise is None or run_noise is None:
        raise UsageError("--task-noise and --run-noise come together: a verdict on repeated trials gives both.")
    if not base is discordance is flips is None:
        raise UsageError("Give --task-noise and --run-noise, or --base, --discordance and --flips, not both.")
    return planned.graded(difference, task_noise, run_noise)


def _lines(found: Plan) -> list[str]:
    situation = found.situation
    spread = situation.noise
    noise = f"task noise {spread.spreads[0]:.3f}, run noise {spread.spreads[1]:.3f}"
    if situation.plain:
        noise = f"discordance {spread.of_task(1) + situation.difference**2:.1%}"
        noise += " (as if the two had nothing in common)" if situation.assumed else ""
        noise += f", of which flips {spread.run:.1%}" if situation.split else ""
    lines = [
        f"To see a difference of {100 * situation.difference:+.4g} points with power {found.wanted:.0%}; {noise}:",
        "",
    ]
    priced = "USD" if any(option.cost is not None for option in found.options) else ""
    lines.append(f"{'trials a task':>13}  {'tasks':>12}  {'trials of both':>14}  {priced:>12}".rstrip())
    if found.tasks is not None:
        lines[-1] += f"  power with {found.tasks:,}"
    lines += [_line(option) for option in found.options]
    if situation.split or not situation.plain:
        from moot.bench.statistics.corners import EXPERIMENTS

        lines += [
            "",
            "Beyond these figures tasks may differ each a little, or few of them wholly: the numbers of tasks are "
            "enough either way, and powers are ranges over all that may be (simulated, with a standard error of "
            f"{100 * 0.5 / EXPERIMENTS**0.5:.1f} points).",
        ]
    return [*lines, "", found.advice]


def _line(option: Option) -> str:
    tasks, trials = (f"{each:,}" if each is not None else "> 10 million" for each in (option.tasks, option.trials))
    cost = f"{option.cost:,.2f}" if option.cost is not None else ""
    power = f"  {_range(option.power)}" if option.power else ""
    return f"{option.repeats:>13}  {tasks:>12}  {trials:>14}  {cost:>12}{power}".rstrip()


def _range(power: Power) -> str:
    """`21%`, `20–27%`."""
    least, most = f"{100 * power.least:.0f}", f"{100 * power.most:.0f}"
    return f"{least}%" if least == most else f"{least}–{most}%"


def _shown(found: Plan) -> dict[str, Any]:
    return {
        "difference": found.situation.difference,
        "power": found.wanted,
        "task_noise": round(found.situation.noise.spreads[0], 6),
        "run_noise": round(found.situation.noise.spreads[1], 6) if found.situation.split else None,
        "tasks": found.tasks,
        "ceiling": _rounded(found.ceiling),
        "options": [
            {
                "repeats": each.repeats,
                "tasks": each.tasks,
                "trials": each.trials,
                "usd": None if each.cost is None else str(each.cost),
                "power": _rounded(each.power),
            }
            for each in found.options
        ],
        "advice": found.advice,
    }


def _rounded(power: Power | None) -> dict[str, float] | None:
    return power and {"least": round(power.least, 4), "most": round(power.most, 4)}
