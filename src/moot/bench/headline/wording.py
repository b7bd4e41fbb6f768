"""Verdicts on headlines in words: the same in the terminal, Markdown and JSON."""

from __future__ import annotations

from collections.abc import Sequence

from moot.bench import overall
from moot.bench.headline.explained import MOST_TRIALS, solved
from moot.bench.headline.judge import Judged, Outcome, Verdict
from moot.bench.headline.pairing import PUBLISHED
from moot.bench.headline.row import Row
from moot.bench.statistics.interval import ALPHA
from moot.bench.statistics.power import POWER
from moot.bench.told.wording import about, points
from moot.bench.verdict import Outcome as Paired

_COUNTED = {
    Outcome.A_LEADS: Paired.A_LEADS,
    Outcome.B_LEADS: Paired.B_LEADS,
    Outcome.TIE: Paired.TIE,
    Outcome.UNRESOLVED: Paired.UNRESOLVED,
    Outcome.DEPENDS: Paired.UNRESOLVED,
}


def tasks(verdict: Verdict) -> str:
    """`500`, `89 × 5`, or `–` where nobody says."""
    row = verdict.row
    if row.tasks is None:
        return "–"
    return f"{row.tasks:,} × {row.repeats}" if row.repeats else f"{row.tasks:,}"


def difference(verdict: Verdict) -> str:
    """`−2.0 (−6.5 to +2.5)`: points, with the widest of the plausible intervals."""
    judged = verdict.judged
    if judged is None:
        return "–"
    given = float(verdict.row.a - verdict.row.b)
    return f"{points(given / 100)} ({points(judged.low)} to {points(judged.high)})"


def outcome(verdict: Verdict, a: str, b: str, margin: float) -> str:
    judged = verdict.judged
    if judged is None:
        return "no verdict: how many tasks is not said"
    leader = a if judged.pairing.difference > 0 else b
    match verdict.outcome:
        case Outcome.A_LEADS | Outcome.B_LEADS:
            return f"{leader} leads, {'even unpaired' if judged.unpaired else 'at every plausible pairing'}"
        case Outcome.TIE:
            return f"tie within ±{100 * margin:g} points"
        case Outcome.DEPENDS:
            return _turn(judged, leader, margin)
        case _:
            count = judged.pairing.tasks
            tasks = "1 task" if count == 1 else f"{count:,} tasks"
            return f"cannot be resolved with {tasks}{_needs(judged)}"


def notes(verdict: Verdict) -> tuple[str, ...]:
    """What a reader of the row must know beside its verdict, one sentence or two each."""
    judged = verdict.judged
    if judged is None:
        return ()
    found = [_explained(verdict.row, judged), _trials(judged), _range(verdict, judged), _small(verdict.row)]
    return tuple(note for note in found if note)


def sentence(a: str, b: str, verdicts: Sequence[Verdict]) -> str:
    """What the rows say together, by the rule of `overall`; rows without a verdict are told, and count for nothing."""
    counted = [_COUNTED[each.outcome] for each in verdicts if each.judged is not None]
    bare = len(verdicts) - len(counted)
    if not counted:
        return f"Nothing can be said of {a} against {b}: no row says of how many tasks."
    depends = sum(each.outcome is Outcome.DEPENDS for each in verdicts)
    told = overall.sentence(a, b, counted)
    if depends:
        told += f" Of the unresolved, {depends} {'depends' if depends == 1 else 'depend'} on the pairing."
    if bare:
        told += f" {bare} {'row has' if bare == 1 else 'rows have'} no number of tasks and no verdict."
    return told


def how(margin: float) -> tuple[str, ...]:
    """How the verdicts are made, for whoever reads them."""
    least, most = (round(100 * each) for each in PUBLISHED)
    return (
        "Not paired: these are headline numbers, and nobody says which task either contestant solved. So each verdict "
        "is over the plausible discordance, the share of tasks that exactly one of the two solves: "
        f"{least} to {most} % in published per-task results, and never beyond independence; where the scores force "
        f"more than {least} % or allow less, from the smallest that they allow to independence.",
        "A lead holds at every plausible pairing, by McNemar's test at 5 % after Holm's correction over the rows; the "
        "interval is the widest 95 % interval of the difference in points; a tie lies wholly within "
        f"±{100 * margin:g} points; tasks needed are for "
        f"{100 * POWER:g} % power, if the difference is truly as large.",
        "The sentence over all rows counts leads: on one side only, that side leads there; on both, neither leads "
        "everywhere; on none, the contestants cannot be told apart, or are level where every row is a tie.",
    )


def _needs(judged: Judged) -> str:
    if judged.needed is None:
        return ""
    few, many = (about(each) for each in judged.needed)
    return f" (needs about {few})" if few == many else f" (needs about {few} to {many})"


def _turn(judged: Judged, leader: str, margin: float) -> str:
    """On what it depends whether somebody leads, or it is a tie."""
    least, most = judged.pairing.plausible
    if judged.easy >= ALPHA:
        return f"depends on the pairing: a tie within ±{100 * margin:g} points at {_percent(least)} discordance only"
    free, noisy = (_below(each, least, most) for each in judged.below)
    if judged.pairing.repeats == 1:
        return f"depends on the pairing: {leader} leads {free}"
    return f"depends on run noise: {leader} leads {noisy} if all variance is run noise, {free} if none is"


def _below(discordance: float | None, least: float, most: float) -> str:
    if discordance is None or discordance < least:
        return "at no plausible pairing"
    return "at every plausible pairing" if discordance >= most else f"below {_percent(discordance)} discordance"


def _explained(row: Row, judged: Judged) -> str:
    explained, tasks = judged.explained, judged.pairing.tasks
    trials = tasks * (row.repeats or 1)
    odd = [f"{score}" for score in (row.a, row.b) if solved(score, trials) is None]
    if not odd:
        return ""
    told = f"{' and '.join(odd)} {'are' if len(odd) > 1 else 'is'} no k/{trials:,}"
    if explained.inferred:
        of = tasks * explained.repeats
        return (
            f"{told}. {explained.repeats} trials a task are the fewest that explain both figures, "
            f"{explained.a:,}/{of:,} and {explained.b:,}/{of:,}: inferred, not stated."
        )
    tried = "" if row.repeats else f", nor are both explained by up to {MOST_TRIALS} trials a task"
    why = "tasks were left out, scores are partial, or figures were rounded twice"
    return f"{told}{tried}: {why}. The figures are taken as given."


def _trials(judged: Judged) -> str:
    pairing = judged.pairing
    if pairing.repeats == 1:
        return ""
    return (
        f"{pairing.repeats} trials a task shrink run noise only, never that of which tasks were chosen: "
        f"{pairing.tasks:,} × {pairing.repeats} count as {pairing.tasks:,} independent tasks if a task always ends "
        f"alike, and as {pairing.tasks * pairing.repeats:,} only if all variance is run noise. The verdict is over "
        "that whole range."
    )


def _range(verdict: Verdict, judged: Judged) -> str:
    told: list[str] = []
    if judged.pairing.plausible != PUBLISHED:
        least, most = judged.pairing.plausible
        told.append(
            f"These scores put the plausible discordance at {' to '.join(dict.fromkeys(map(_percent, (least, most))))}."
        )
    noisy = judged.below[1]
    if verdict.outcome is Outcome.UNRESOLVED and noisy is not None:
        alone = ", even if all variance were run noise" if judged.pairing.repeats > 1 else ""
        told.append(f"It would be a lead only below {_percent(noisy)} discordance{alone}.")
    return " ".join(told)


def _small(row: Row) -> str:
    if 0 < max(row.a, row.b) <= 1:
        return f"{row.a} and {row.b} are read as percent, so both are at most 1 %."
    return ""


def _percent(share: float) -> str:
    return f"{round(100 * share, 1):g} %"
