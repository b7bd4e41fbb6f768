"""Whether a panel is worth its money: against its best member, a vote at the same price, and all members together.

gain over the best member     the panel's score less that of the member that scores highest on the same tasks. The
                              best is chosen by these very scores, which flatters it: a gain is understated.
gain over a vote              the panel's score less that of the panel that only votes (self-consistency), with what
                              both took, since a comparison at unlike budgets says little
share of the union            of what at least one member solves in the same repeat (the oracle that always knows
                              whom to believe), how much the panel solves; a panel may also solve what nobody did
tasks fixed, tasks broken     where the panel does better, or worse, than the best member, each with both records
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import fmean

from moot.bench import judged
from moot.bench.results import Results, Trial
from moot.bench.verdict import Verdict

VOTE = "vote"


@dataclass(frozen=True)
class Change:
    """A task on which panel and best member differ."""

    task: str
    member: float
    """Mean score of the member's trials, 0 to 1."""
    panel: float
    member_record: str
    """Where the trial can be looked at that shows it best: the member's lowest or highest, the panel's likewise."""
    panel_record: str


@dataclass(frozen=True)
class Against:
    """The panel beside another contestant."""

    other: str
    verdict: Verdict
    """A is the panel."""
    usd: tuple[Decimal | None, Decimal | None]
    """A trial, of the panel and of the other; None where nobody counted."""
    tokens: tuple[float | None, float | None]
    """Output tokens a trial."""


@dataclass(frozen=True)
class Gain:
    benchmark: str
    panel: str
    best: Against
    """The best member."""
    votes: tuple[Against, ...]
    """Panels that only vote, of members of this one."""
    union: float
    """Mean over tasks and repeats of the best score of any member, 0 to 1."""
    panel_score: float
    """On the tasks of the union."""
    union_tasks: int
    fixed: tuple[Change, ...]
    """The largest first."""
    broken: tuple[Change, ...]

    @property
    def share_of_union(self) -> float | None:
        """None where no member solved anything."""
        return self.panel_score / self.union if self.union else None


def gains(results: Sequence[Results], margin: float = judged.MARGIN) -> list[Gain]:
    """One for each panel and benchmark of which members were contestants too; a vote counts as what panels are held to.

    Raises `NotComparable` as `judged.judge` does, but for members that share no scored task with the panel: those are
    passed over.
    """
    found: list[Gain] = []
    for panel in results:
        beside = [each for each in results if each.benchmark == panel.benchmark and each is not panel]
        members = [each for each in beside if each.contestant in panel.members and _common(panel, [each])]
        if panel.protocol == VOTE or not members:
            continue
        votes = [
            each
            for each in beside
            if each.protocol == VOTE and set(each.members) <= set(panel.members) and _common(panel, [each])
        ]
        found.append(_gain(panel, members, votes, margin))
    return found


def _gain(panel: Results, members: Sequence[Results], votes: Sequence[Results], margin: float) -> Gain:
    # Members are ranked on the same tasks: a mean of the easier ones is no lead.
    common = _common(panel, members)
    best = max(members, key=lambda each: fmean(_mean(each.by_task[task]) for task in common or _common(panel, [each])))
    common = common or _common(panel, [best])
    union = [_union([each.by_task.get(task, ()) for each in members]) for task in common]
    changes = [_change(task, best.by_task[task], panel.by_task[task]) for task in _common(panel, [best])]
    return Gain(
        benchmark=panel.benchmark,
        panel=panel.contestant,
        best=_against(panel, best, margin),
        votes=tuple(_against(panel, each, margin) for each in votes),
        union=fmean(union),
        panel_score=fmean(_mean(panel.by_task[task]) for task in common),
        union_tasks=len(common),
        fixed=_sorted([each for each in changes if each.panel > each.member]),
        broken=_sorted([each for each in changes if each.panel < each.member]),
    )


def _common(panel: Results, others: Sequence[Results]) -> list[str]:
    """Tasks on which all have a score."""
    return [
        task
        for task in panel.by_task
        if all(any(trial.score is not None for trial in each.by_task.get(task, ())) for each in (panel, *others))
    ]


def _mean(trials: Sequence[Trial]) -> float:
    return fmean(trial.score for trial in trials if trial.score is not None)


def _union(trials: Sequence[Sequence[Trial]]) -> float:
    """The best score of any member in a repeat, mean over the repeats that all have: more trials are no more members.

    Where they have none in common, the best of their means.
    """
    scores = [{trial.repeat: trial.score for trial in each if trial.score is not None} for each in trials]
    common = set.intersection(*(set(each) for each in scores))
    if not common:
        return max(fmean(each.values()) for each in scores if each)
    return fmean(max(each[repeat] for each in scores) for repeat in common)


def _change(task: str, member: Sequence[Trial], panel: Sequence[Trial]) -> Change:
    before, after = _mean(member), _mean(panel)
    shown: Mapping[bool, tuple[Trial, Trial]] = {
        True: (_lowest(member), _highest(panel)),
        False: (_highest(member), _lowest(panel)),
    }
    of_member, of_panel = shown[after > before]
    return Change(task, before, after, of_member.record, of_panel.record)


def _lowest(trials: Sequence[Trial]) -> Trial:
    return min((each for each in trials if each.score is not None), key=lambda each: each.score or 0.0)


def _highest(trials: Sequence[Trial]) -> Trial:
    return max((each for each in trials if each.score is not None), key=lambda each: each.score or 0.0)


def _sorted(changes: Sequence[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda each: (-abs(each.panel - each.member), each.task)))


def _against(panel: Results, other: Results, margin: float) -> Against:
    (verdict,) = judged.judge([(panel, other)], margin)
    return Against(other.contestant, verdict, (_usd(panel), _usd(other)), (_tokens(panel), _tokens(other)))


def _usd(results: Results) -> Decimal | None:
    costs = [trial.cost for trial in results.trials if trial.cost is not None]
    return sum(costs, Decimal(0)) / len(costs) if costs else None


def _tokens(results: Results) -> float | None:
    counted = [trial.output_tokens for trial in results.trials if trial.output_tokens is not None]
    return fmean(counted) if counted else None
