"""One tree of errors. Each has an exit code and says in one sentence what, where, and what to do.

    MootError                       1
    ├── UsageError                  2   a question, option or file name that cannot work
    ├── NoSources                   3   nothing readable was given
    ├── UnknownModel                4   no such model, or it is not available here
    ├── AccessDenied                5   a key was refused (401, 403)
    │   └── NoCredit                5   what a key could pay for is spent
    ├── OverBudget                  6   no money left for a useful run, or a price is unknown
    ├── RetentionRefused            7   private material would go to an endpoint that keeps prompts
    ├── CannotWrite                 8   output folder unwritable, disk full
    ├── StoreTooNew                 9   the store was written by a newer version
    ├── BadBundle                  10   damaged or foreign bundle
    ├── NoLongerStands             11   `moot verify`: a finding is not what the report says
    ├── RunBusy                    12   another process works on the run
    ├── RunChanged                 13   the same place in the journal now asks something else (new code or prompt)
    ├── UnknownRun                 14   no such run in the store
    ├── AllSeatsFailed             15   no draft could be made
    ├── NotInstalled               16   an extra is needed
    ├── StaleEpoch                 17   this process lost the run to another one
    ├── OutOfTime                  18   the deadline passed before there was a draft
    ├── NotSupported               19   `moot check`, `moot audit --fail-under`: the evidence does not support it
    ├── WaitsForAnswer             20   a seat asks the person something, and nobody has answered yet
    ├── CapReached                 21   the cap over several runs is spent; each can go on under a higher one
    ├── NotComparable              22   `moot bench`: results of one contestant only, with no task in common, or damaged
    └── BadTask                    23   `moot bench run`: a task that does not load, or that nobody can be scored on

A seat that fails does not end a run: `SeatFailure` is control flow between a seat and the round, not a `MootError`.
"""

from __future__ import annotations


class MootError(Exception):
    """Base of all errors that a user may see: the message is one sentence for them."""

    exit_code = 1

    @property
    def message(self) -> str:
        """The sentence; logs of inspect_ai show an error by it."""
        return str(self)


class UsageError(MootError):
    exit_code = 2


class NoSources(MootError):
    exit_code = 3


class UnknownModel(MootError):
    exit_code = 4


class AccessDenied(MootError):
    exit_code = 5
    advice = "check the key in the environment"


class NoCredit(AccessDenied):
    advice = "pay for more, or choose another model"


class OverBudget(MootError):
    exit_code = 6


class RetentionRefused(MootError):
    exit_code = 7


class CannotWrite(MootError):
    exit_code = 8


class StoreTooNew(MootError):
    exit_code = 9


class BadBundle(MootError):
    exit_code = 10


class NoLongerStands(MootError):
    exit_code = 11


class RunBusy(MootError):
    exit_code = 12


class RunChanged(MootError):
    exit_code = 13


class UnknownRun(MootError):
    exit_code = 14


class AllSeatsFailed(MootError):
    exit_code = 15


class NotInstalled(MootError):
    exit_code = 16


class StaleEpoch(MootError):
    exit_code = 17


class OutOfTime(MootError):
    exit_code = 18


class NotSupported(MootError):
    exit_code = 19


class WaitsForAnswer(MootError):
    """`question`: what is asked."""

    exit_code = 20

    def __init__(self, message: str, question: str) -> None:
        super().__init__(message)
        self.question = question


class CapReached(MootError):
    exit_code = 21


class NotComparable(MootError):
    exit_code = 22


class BadTask(MootError):
    exit_code = 23


class SeatFailure(Exception):
    """A seat did not answer a task.

    `reason` is one sentence for the report; `error` is what it means if nobody else can stand in.
    """

    def __init__(self, reason: str, error: type[MootError] = AllSeatsFailed) -> None:
        super().__init__(reason)
        self.reason = self.message = reason  # `message`: as of `MootError`
        self.error = error
