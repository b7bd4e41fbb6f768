"""An audit of published results: read, recomputed, and every fault that moves the headline named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from moot.bench.audit import between, counted, duplicates, errors, headline, missing, tries
from moot.bench.audit.finding import Finding, Kind, shown
from moot.bench.audit.ways import Ways
from moot.bench.formats import format
from moot.bench.formats.given import Note
from moot.bench.results import Results
from moot.bench.verdict import Verdict
from moot.errors import NotComparable, UsageError

_CHECKS = (headline, tries, errors, duplicates, missing, counted)


@dataclass(frozen=True)
class Row:
    """One contestant on one benchmark: what is stated, and what the items give."""

    benchmark: str
    contestant: str
    form: str
    """The format that it was read in."""
    origin: str
    tasks: int
    trials: int
    errors: int
    scored_by: str
    """The metric, scorer or column that was read, where the place has names for them."""
    instead_of: tuple[str, ...]
    """Others that it has, where nobody said which is meant."""
    stated: float | None
    recomputed: float | None
    """Every task counts the same, an error is a failure."""
    without_errors: float | None

    @property
    def difference(self) -> float | None:
        """What the items give less what is stated."""
        return None if self.stated is None or self.recomputed is None else self.recomputed - self.stated


@dataclass(frozen=True)
class Audit:
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    """By benchmark and contestant, in the order of the rows; then those of the reading."""
    verdicts: tuple[Verdict, ...]
    """Where there are exactly two contestants: one a benchmark that both took."""
    contestants: tuple[str, str] | None
    """A and B of the verdicts."""
    unjudged: str = ""
    """Why two contestants got no verdict."""


def audit(
    paths: Sequence[Path], mapping: Mapping[str, str], stated: float | None = None, tasks: int | None = None
) -> Audit:
    """Read what is under `paths` and audit it; `mapping` says which columns of a table are what.

    `stated` (0 to 1) and `tasks`: the headline and its n where the files do not state them. Raises `NoSources` where
    nothing can be read.
    """
    reading = format.read(paths, mapping)
    results = _stated(reading.results, stated, tasks)
    ways = [Ways(each) for each in results]
    found = [
        finding
        for each, way in zip(results, ways, strict=True)
        for check in _CHECKS
        for finding in check.findings(each, way)
    ]
    for benchmark in dict.fromkeys(each.benchmark for each in results):
        found += between.findings(
            [(each, way) for each, way in zip(results, ways, strict=True) if each.benchmark == benchmark]
        )
    pair, verdicts, why = _judged(results)
    rows = tuple(_row(each, way, form) for each, way, form in zip(results, ways, reading.formats, strict=True))
    return Audit(rows, (*found, *_notes(reading.notes)), verdicts, pair, why)


def _stated(results: Sequence[Results], share: float | None, tasks: int | None) -> list[Results]:
    if share is None and tasks is None:
        return list(results)
    if len(results) > 1:
        raise UsageError(
            f"--stated and --tasks are of one contestant on one benchmark, and here are {len(results)} results: "
            "name the files of one."
        )
    only = results[0]
    return [replace(only, stated=only.stated if share is None else share, tasks_stated=tasks or only.tasks_stated)]


def _row(results: Results, ways: Ways, form: str) -> Row:
    return Row(
        results.benchmark,
        results.contestant,
        form,
        results.origin,
        len(ways.tasks),
        len(results.trials),
        sum(trial.score is None for trial in results.trials),
        results.scored_by,
        results.instead_of,
        results.stated,
        ways.headline,
        ways.errors_dropped,
    )


def _notes(notes: Iterable[Note]) -> list[Finding]:
    """One finding for all places of which the same is noted."""
    places: dict[str, list[str]] = {}
    for note in notes:
        places.setdefault(note.what, []).append(note.where)
    return [
        Finding(Kind.UNREADABLE, "", "", what, where[0], shown(where) if len(where) > 1 else (), len(where))
        for what, where in places.items()
    ]


def _judged(results: Sequence[Results]) -> tuple[tuple[str, str] | None, tuple[Verdict, ...], str]:
    names = list(dict.fromkeys(each.contestant for each in results))
    if len(names) != 2:
        return None, (), ""
    from moot.bench import judged

    sides = [{each.benchmark: each for each in results if each.contestant == name} for name in names]
    pairs = [(sides[0][row], sides[1][row]) for row in sides[0] if row in sides[1]]
    if not pairs:
        return None, (), "The two contestants have no benchmark in common."
    try:
        return (names[0], names[1]), judged.judge(pairs), ""
    except NotComparable as error:
        return None, (), str(error)
