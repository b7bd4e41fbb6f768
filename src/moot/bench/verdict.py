"""What can be said of two contestants on one benchmark: never a bare winner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    A_LEADS = "A leads"
    B_LEADS = "B leads"
    TIE = "tie"
    """The whole interval lies within the margin that was asked for."""
    UNRESOLVED = "cannot be resolved"


@dataclass(frozen=True)
class Verdict:
    """One row of a comparison. Scores, differences and their limits are shares: 0.02 is two percentage points."""

    row: str
    outcome: Outcome
    a: float
    """Mean score of A over the tasks that both were given."""
    b: float
    difference: float
    """A less B."""
    low: float
    high: float
    """Of the 95 % interval of the difference."""
    p: float
    """Two-sided, of no difference; `adjusted` by Holm over the rows of the comparison."""
    adjusted: float
    odds: float
    """Probability that A is truly better, of one minus that that B is, from 0 to 1."""
    tasks: int
    repeats: float
    """Trials a task, the mean of both sides."""
    margin: float
    """What counts as a tie."""
    needed: int | None = None
    """Where unresolved: about how many tasks would resolve a true difference as large as this one, at 80 % power."""
    method: str = ""
    """Test and interval in words, such as "t test over tasks, and the 95 % interval of the same"."""
    errors: tuple[int, int] = (0, 0)
    """Trials of A, of B, that ended without a score and were set aside."""
    errors_as_failures: Outcome | None = None
    """The outcome if every one of them had counted as a failure, where it is another one."""
    task_noise: float | None = None
    """Standard deviation, from task to task, of the true difference; None where no task was repeated on both sides."""
    run_noise: float | None = None
    """Standard deviation of the difference of one trial a side around that of its task."""
    notes: tuple[str, ...] = ()
    """What a reader should know beside, one sentence each."""
