"""Figures and verdicts of a comparison in words: the same in every format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from math import isnan

from moot.bench.gain import Against, Change, Gain
from moot.bench.told.comparison import Comparison, Line, Pair, Share
from moot.bench.verdict import Outcome, Verdict

HEADS = ("Contestant", "Score", "95 %", "Tasks", "Errors", "Cost", "$/solved", "s/trial", "s/solved", "Tokens/s")


def percent(share: float) -> str:
    """`61.6`: percent without the sign, or a dash where there is none."""
    return "–" if isnan(share) else f"{100 * share:.1f}"


def interval(share: Share) -> str:
    return "–" if isnan(share.score) else f"{percent(share.low)}–{percent(share.high)}"


def points(difference: float) -> str:
    """`+2.3`: percentage points, signed."""
    return f"{100 * difference:+.1f}".replace("-", "−")


def difference(verdict: Verdict) -> str:
    return f"{points(verdict.difference)} ({points(verdict.low)} to {points(verdict.high)})"


def outcome(verdict: Verdict, a: str, b: str) -> str:
    """What the row says: who leads, a tie, or how much it would take to know."""
    match verdict.outcome:
        case Outcome.A_LEADS:
            return f"{a} leads"
        case Outcome.B_LEADS:
            return f"{b} leads"
        case Outcome.TIE:
            return f"tie within ±{100 * verdict.margin:g} points"
        case Outcome.UNRESOLVED:
            needs = f" (needs about {about(verdict.needed)})" if verdict.needed else ""
            tasks = "1 task" if verdict.tasks == 1 else f"{verdict.tasks:,} tasks"
            return f"cannot be resolved with {tasks}{needs}"


def notes(verdict: Verdict, a: str, b: str) -> list[str]:
    """What a reader should know of a row beside its verdict, one sentence each."""
    told = list(verdict.notes)
    if verdict.errors_as_failures is not None:
        other = replace(verdict, outcome=verdict.errors_as_failures)
        told.append(f"If every trial without a score were a failure: {outcome(other, a, b)}.")
    if verdict.task_noise is not None and verdict.run_noise is not None:
        run = verdict.run_noise**2 / verdict.repeats
        if whole := run + verdict.task_noise**2:
            told.append(f"{100 * run / whole:.0f} % of its noise is from run to run; repeats shrink that part alone.")
    return told


def unscored(pair: Pair) -> list[str]:
    """A sentence on each row without a verdict, where others have one."""
    return [f"{row}: no verdict: no task has a score on both sides." for row in pair.unscored if pair.verdicts]


def unpaired(comparison: Comparison) -> list[str]:
    """Why there is no verdict at all."""
    if comparison.pairs:
        return []
    if len(comparison.contestants) == 1:
        return [f"{comparison.contestants[0]} is the only contestant: there is nobody to compare it with."]
    return ["No two contestants took the same benchmark: there is nothing to compare."]


def scored(lines: Sequence[Line]) -> list[str]:
    """By which metric, of which others: one sentence for all contestants alike."""
    told: dict[str, list[str]] = {}
    for line in lines:
        if line.scored_by:
            others = f", not {', '.join(line.instead_of)}" if line.instead_of else ""
            told.setdefault(f"{line.scored_by}{others}", []).append(line.contestant)
    return [f"Scored by {by}{'' if len(who) == len(lines) else ' for ' + ', '.join(who)}." for by, who in told.items()]


def beside(lines: Sequence[Line]) -> list[str]:
    """What a reader should know of the contestants of a benchmark beside their figures."""
    return [*scored(lines), *cut(lines)]


def cut(lines: Sequence[Line]) -> list[str]:
    """That a benchmark is not here whole, as after `--limit`: one sentence for all contestants alike."""
    short: dict[str, list[str]] = {}
    for line in lines:
        if line.whole is not None and line.given < line.whole:
            tasks = f"{line.given:,} of its {line.whole:,} tasks {'is' if line.given == 1 else 'are'} here"
            short.setdefault(tasks, []).append(line.contestant)
    return [
        f"Only {tasks}{'' if len(who) == len(lines) else ' of ' + ', '.join(who)}: nothing is said of the others."
        for tasks, who in short.items()
    ]


def gain(told: Gain) -> list[str]:
    """Whether the panel is worth its money, one sentence each."""
    lines = [_against(told.panel, told.best, "its best member")]
    lines += [_against(told.panel, vote, "a vote") for vote in told.votes]
    share = told.share_of_union
    if share is not None:
        lines.append(
            f"On {told.union_tasks:,} tasks it reaches {percent(told.panel_score)}, {100 * share:.0f} % of the "
            f"{percent(told.union)} of whoever always knew which member to believe."
        )
    lines.append(f"Tasks fixed: {len(told.fixed):,}; tasks broken: {len(told.broken):,}, against {told.best.other}.")
    return lines


def changes(told: Gain) -> list[tuple[str, Change]]:
    """The tasks behind that, each `fixed` or `broken`."""
    return [*(("fixed", each) for each in told.fixed), *(("broken", each) for each in told.broken)]


def _against(panel: str, other: Against, role: str) -> str:
    costs = [usd(each) for each in other.usd]
    paid = "" if None in other.usd else f"; {costs[0]} against {costs[1]} a trial"
    tokens = "" if None in other.tokens else f", {other.tokens[0]:,.0f} against {other.tokens[1]:,.0f} output tokens"
    said = outcome(other.verdict, panel, other.other)
    return f"Against {role}, {other.other}: {difference(other.verdict)} points; {said}{paid}{tokens}."


def tone(verdict: Verdict) -> str:
    """The word by which a style may tell outcomes apart."""
    return {
        Outcome.A_LEADS: "a-leads",
        Outcome.B_LEADS: "b-leads",
        Outcome.TIE: "tie",
        Outcome.UNRESOLVED: "unresolved",
    }[verdict.outcome]


def odds(verdict: Verdict) -> str:
    share = verdict.odds
    return "> 99.9 %" if share > 0.999 else "< 0.1 %" if share < 0.001 else f"{100 * share:.1f} %"


def probability(p: float) -> str:
    return "< 0.001" if p < 0.001 else f"{p:.3f}"


def usd(amount: Decimal | None) -> str:
    if amount is None:
        return "–"
    return f"${amount:,.2f}" if amount >= 1 or not amount else f"${amount:.4f}"


def seconds(time: float | None) -> str:
    return "–" if time is None else f"{time:,.1f} s" if time < 100 else f"{time:,.0f} s"


def rate(tokens: float | None) -> str:
    return "–" if tokens is None else f"{tokens:,.0f}"


def tried(line: Line) -> str:
    """`89 × 5`, or `89` where each task was tried once."""
    scored = line.trials - line.errors
    per = round(scored / line.share.tasks, 1) if line.share.tasks else 0
    return f"{line.share.tasks:,}" if per <= 1 else f"{line.share.tasks:,} × {per:g}"


def cells(line: Line) -> tuple[str, ...]:
    """Of one contestant on one benchmark, under `HEADS`."""
    return (
        line.contestant,
        percent(line.share.score),
        interval(line.share),
        tried(line),
        f"{line.errors:,}",
        usd(line.usd),
        usd(line.usd_solved),
        seconds(line.seconds),
        seconds(line.seconds_solved),
        rate(line.tokens_second),
    )


def title(pairs: tuple[Pair, ...], contestants: tuple[str, ...]) -> str:
    return f"{pairs[0].a} v {pairs[0].b}" if len(pairs) == 1 else ", ".join(contestants)


def how(comparison: Comparison) -> list[tuple[str, str]]:
    """What the terms of a comparison mean, with the methods that were used."""
    methods = dict.fromkeys(each.method for pair in comparison.pairs for each in pair.verdicts if each.method)
    told = [
        ("Leads", "chance alone would say so in fewer than 5 of 100 such comparisons, all rows together (Holm)."),
        ("Tie", f"the whole interval lies within ±{100 * comparison.margin:g} points."),
        (
            "Cannot be resolved",
            "the tasks are too few for a difference of this size. In brackets: how many would show it 8 times of 10, "
            "if it is real.",
        ),
        ("Odds", "the probability that the first is truly better, given these tasks."),
        ("$/solved, s/solved", "what all trials took, for each task's worth of score; s/trial is the median."),
        ("Without a score", "trials that ended in an error: neither success nor failure, set aside."),
    ]
    if comparison.gains:
        told.append(("Records", "DIR/moot.db#ID is a run in the folder of the bench: `MOOT_HOME=DIR moot show ID`."))
    return [*told, *(("Method", method) for method in methods)]


def about(number: int) -> str:
    """Two digits: more would say what nobody knows."""
    digits = len(str(number)) - 2
    return f"{round(number, -digits) if digits > 0 else number:,}"
