"""`moot bench run`: contestants at suites, resumable, under one cap."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from moot.cli import options
from moot.cli.bench.several import Several
from moot.errors import AllSeatsFailed, UsageError
from moot.text.counted import counted

if TYPE_CHECKING:
    from moot.bench.engine.running import Progress
    from moot.bench.engine.trials import Line
    from moot.cli.lines import Lines


class Command(Several):
    many = ("--tasks", "--contestants")


def command(
    tasks: Annotated[
        list[str],
        typer.Option(metavar="SUITE", help="sourced, claims:FILE, terminal, or a task as `inspect eval` names it."),
    ],
    contestants: Annotated[
        list[str], typer.Option(metavar="MODEL|panel:NAME", help="Who is compared; see `moot models`, `moot panel`.")
    ],
    repeats: Annotated[int, typer.Option(min=1, help="Trials of each task.")] = 1,
    budget: Annotated[str, typer.Option(metavar="USD", help="All trials together never cost more.")] = "1",
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="Where it is kept, made if need be; the same folder again: it goes on.")
    ] = Path("moot-bench"),
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first N tasks of each suite.")] = None,
    price: options.Price = None,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try trials without a score once more.")] = False,
    allow_retention: Annotated[
        bool, typer.Option("--allow-retention", help="Sources may go to endpoints that keep prompts.")
    ] = False,
    arguments: Annotated[
        list[str] | None, typer.Option("-T", metavar="KEY=VALUE", help="What a task of inspect_ai is told; repeatable.")
    ] = None,
    roles: Annotated[
        list[str] | None,
        typer.Option(
            "--model-role", metavar="ROLE=MODEL", help="Who answers where such a task asks by role: grader=MODEL."
        ),
    ] = None,
    sandbox: Annotated[
        str, typer.Option(metavar="NAME", help="Takes the place of the sandbox of such tasks: moot instead of Docker.")
    ] = "",
) -> None:
    """Let contestants sit suites of tasks.

    Run again, it goes on where it was, and pays for no answer twice.
    """
    from moot.bench.engine.running import Plan, run
    from moot.cli import reports, terminal
    from moot.cli.lines import Lines

    reports.require_writable(out)
    plan = Plan(
        suites=tasks,
        contestants=contestants,
        folder=out,
        repeats=repeats,
        budget=options.usd(budget),
        price=price,
        limit=limit,
        retry_failed=retry_failed,
        allow_retention=allow_retention,
        arguments={name: _value(value) for name, value in _pairs("-T", arguments or ())},
        roles=dict(_pairs("--model-role", roles or ())),
        sandbox=sandbox,
    )
    console = Lines(stderr=True)
    try:
        with _Shown(console) as shown:
            results = run(plan, shown.trial, shown.begin)
    except KeyboardInterrupt:
        raise terminal.Interrupted("stopped: the same command goes on where it was.") from None
    done = sum(len(each.trials) for each in results)
    if done and not any(each.scored_tasks for each in results):
        raise AllSeatsFailed(
            f"none of the {counted(done, 'trial')} in {out} has a score: each is named above or in its results.jsonl, "
            "and --retry-failed tries it once more."
        )
    console.say(
        f"{counted(done, 'trial')} {'is' if done == 1 else 'are'} in {out}: `moot bench report {out}` tells them."
    )


def _pairs(option: str, given: Sequence[str]) -> list[tuple[str, str]]:
    pairs = [each.partition("=") for each in given]
    for name, equals, value in pairs:
        if not (name and equals and value):
            raise UsageError(f"{option} {name}{equals}{value} says nothing: {option} NAME=VALUE.")
    return [(name, value) for name, _, value in pairs]


def _value(text: str) -> object:
    """As `inspect eval -T` reads it: YAML."""
    from yaml import YAMLError, safe_load  # inspect_ai brings it

    try:
        return safe_load(text)
    except YAMLError:
        return text


class _Shown:
    """Progress: a line that changes at a terminal, a line a trial elsewhere."""

    def __init__(self, console: Lines) -> None:
        self._console = console
        self._status = console.status("starting")
        self._begun = 0.0
        self._outside: set[str] = set()
        self._by_themselves: set[str] = set()

    def __enter__(self) -> _Shown:
        if self._console.is_terminal:
            self._status.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._status.stop()
        self.end()

    def begin(self, progress: Progress) -> None:
        from time import monotonic

        self._begun = monotonic()
        before = f", {progress.before} of them done before" if progress.before else ""
        self._console.say(f"{counted(progress.total, 'trial')}{before}")

    def end(self) -> None:
        """What money and scores do not say."""
        if self._by_themselves:
            where = ", ".join(sorted(self._by_themselves))
            self._console.say(
                f"In {where} each contestant was asked to mark its own answers, since nobody else was named: "
                "--model-role grader=MODEL does (in a new --out)."
            )
        if self._outside:
            asked = ", ".join(sorted(self._outside))
            self._console.say(
                f"The tasks asked models of their own ({asked}), which the budget neither counts nor caps."
            )

    def trial(self, progress: Progress, line: Line) -> None:
        trial, self._outside, self._by_themselves = line.trial, progress.outside, progress.by_themselves
        what = f"no score: {trial.error}" if trial.score is None else f"{trial.score:g}"
        if not self._console.is_terminal or trial.score is None:
            repeat = f" ({trial.repeat})" if trial.repeat > 1 else ""
            self._console.say(f"  {line.key.contestant}  {line.key.benchmark}  {trial.task}{repeat}: {what}")
        told = self._told(progress)
        self._status.update(told)
        if not self._console.is_terminal and _is_landmark(progress):
            self._console.say(told)

    def _told(self, progress: Progress) -> str:
        """`12/60 trials · sourced: a 75 %, b 50 % · 0.0123 USD · 8.1 a minute`."""
        from time import monotonic

        from rich.markup import escape

        scores: dict[str, list[str]] = {}
        for (benchmark, contestant), found in progress.scores.items():
            if found:
                scores.setdefault(benchmark, []).append(f"{contestant} {100 * sum(found) / len(found):.1f} %")
        minutes = max(monotonic() - self._begun, 1e-3) / 60
        parts = [
            f"{progress.before + progress.done}/{counted(progress.total, 'trial')}",
            *(f"{benchmark}: {', '.join(each)}" for benchmark, each in scores.items()),
            f"{progress.usd:.4f} USD",
            f"{progress.done / minutes:.1f} a minute",
        ]
        if progress.errors:
            parts.insert(1, f"{progress.errors} without a score")
        return escape(" · ".join(parts))


def _is_landmark(progress: Progress) -> bool:
    """Every tenth of the way, and the end."""
    done, total = progress.before + progress.done, progress.total
    return done == total or done * 10 // total > (done - 1) * 10 // total
