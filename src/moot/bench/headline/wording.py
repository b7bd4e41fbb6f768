"""Verdicts on headlines in words: the same in the terminal, Markdown and JSON."""

from __future__ import annotations

from collections.abc import Sequence

from moot.bench import overall
from moot.bench.headline.judge import Judged, Outcome, Verdict
from moot.bench.headline.pairing import PUBLISHED
from moot.bench.headline.row import Row
from moot.bench.statistics.interval import ALPHA
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
    return f"{_signed(given)} ({_signed(100 * judged.low)} to {_signed(100 * judged.high)})"


def outcome(verdict: Verdict, a: str, b: str, margin: float) -> str:
    judged = verdict.judged
    if judged is None:
        return "no verdict: of how many tasks is not said"
    leader = a if judged.pairing.difference > 0 else b
    match verdict.outcome:
        case Outcome.A_LEADS | Outcome.B_LEADS:
            return f"{leader} leads, {'even unpaired' if judged.unpaired else 'at every plausible pairing'}"
        case Outcome.TIE:
            return f"tie within ±{100 * margin:g} points"
        case Outcome.DEPENDS:
            return f"depends on the pairing: {_turn(judged, leader, margin)}"
        case _:
            return f"cannot be resolved with {judged.pairing.tasks:,} tasks{_needs(judged)}"


def notes(verdict: Verdict) -> tuple[str, ...]:
    """What a reader of the row must know beside its verdict, one sentence or two each."""
    judged = verdict.judged
    if judged is None:
        return ()
    found = [_explained(verdict.row, judged), _trials(judged), _range(judged), _small(verdict.row)]
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
        f"{least} to {most} % in published per-task results; from the smallest that the scores allow to independence "
        "where they allow no such range.",
        "A lead holds at every plausible pairing, by McNemar's test at 5 % after Holm's correction over the rows; the "
        "interval is the widest 95 % interval of the difference in points; a tie lies wholly within "
        f"±{100 * margin:g} points; tasks needed are for 80 % power, if the difference is truly as large.",
        "The sentence over all rows counts leads: on one side only, that side leads there; on both, neither leads "
        "everywhere; on none, the contestants cannot be told apart, or are level where every row is a tie.",
    )


def _needs(judged: Judged) -> str:
    if judged.needed is None:
        return ""
    few, many = (_about(each) for each in judged.needed)
    return f" (needs about {few})" if few == many else f" (needs about {few} to {many})"


def _turn(judged: Judged, leader: str, margin: float) -> str:
    free, noisy = judged.below
    top = judged.pairing.plausible[1]
    if noisy is None or judged.easy >= ALPHA:
        return f"a tie within ±{100 * margin:g} points at little discordance, unresolved at {_percent(top)}"
    if free is not None and free >= judged.pairing.plausible[0]:
        extra = f" (below {_percent(noisy)} if all variance were run noise)" if judged.pairing.repeats > 1 else ""
        return f"{leader} leads below {_percent(free)} discordance{extra}"
    return f"{leader} leads below {_percent(noisy)} discordance, if all variance were run noise"


def _explained(row: Row, judged: Judged) -> str:
    explained, given = judged.explained, row.repeats or 1
    off = f"{row.a} and {row.b}"
    if explained.inferred:
        trials = judged.pairing.tasks * explained.repeats
        return (
            f"{off} are not both k/{row.tasks:,}, but {explained.a:,}/{trials:,} and {explained.b:,}/{trials:,}: "
            f"{explained.repeats} trials a task explain them, which is inferred, not stated."
        )
    if not explained.whole:
        trials = (row.tasks or 0) * given
        which = off if explained.a is None and explained.b is None else f"{row.a if explained.a is None else row.b}"
        verb = "are" if which == off else "is"
        other = "" if row.repeats else ", nor with up to 10 trials a task"
        return (
            f"{which} {verb} no k/{trials:,}{other}: tasks were left out, scores are partial, or figures were rounded "
            "twice. The figures are taken as given."
        )
    return ""


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


def _range(judged: Judged) -> str:
    pairing = judged.pairing
    least, most = pairing.plausible
    if (least, most) == PUBLISHED:
        return ""
    return f"These scores put the plausible discordance at {_percent(least)} to {_percent(most)}."


def _small(row: Row) -> str:
    if 0 < max(row.a, row.b) <= 1:
        return f"{row.a} and {row.b} are read as percent, so both are at most 1 %."
    return ""


def _signed(points: float) -> str:
    return f"{points:+.1f}".replace("-", "−")


def _percent(share: float) -> str:
    return f"{100 * share:.3g} %"


def _about(number: int) -> str:
    """Two digits: more would say what nobody knows."""
    digits = len(str(number)) - 2
    return f"{round(number, -digits) if digits > 0 else number:,}"
