"""The contract of a results format, and the reading of what was given by all of them.

A format is registered under the entry point group `moot.results`, by us and by other packages alike:

    FORMAT = Format("mine", "what My Harness writes", read)

`read` looks through the files that are given for those of its form (`given.named`), reads them (`given.load`,
`given.rows`), notes what it cannot read (`given.note`), takes what it has read (`given.taken`) and gives the results.
It raises nothing for a damaged file: what can be read is read.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from moot.bench.formats.given import Given, Note, gather
from moot.bench.results import Results
from moot.errors import NoSources
from moot.plugins import registered

RESULTS = "results"
"""The benchmark of a table that does not say it."""


@dataclass(frozen=True)
class Format:
    name: str
    about: str
    """What writes it, in words."""
    read: Callable[[Given], Sequence[Results]]
    general: bool = False
    """Whether it is asked last, about what no other format has taken."""


@dataclass(frozen=True)
class Reading:
    results: tuple[Results, ...]
    formats: tuple[str, ...]
    """Names of the formats that gave them, one a result."""
    notes: tuple[Note, ...]


def formats() -> list[Format]:
    """All that are registered, the general ones last."""
    found = [cast(Format, point.load()) for point in registered("results").values()]
    return sorted(found, key=lambda each: each.general)


def read(paths: Sequence[Path], mapping: Mapping[str, str]) -> Reading:
    """Results of every form under `paths`; `mapping` says which columns of a table are what.

    Raises `NoSources` for nothing there, only empty files, or none of a known form.
    """
    given = gather(paths, mapping)
    if not any(given.head(name).strip() for name in given.names):
        what = "is empty" if len(given.names) == 1 else "hold nothing but empty files"
        raise NoSources(f"{', '.join(map(str, paths))} {what}: name a file with results.")
    known = formats()
    with _uninterrupted():
        found = [(each, form) for form in known for each in form.read(given)]
    if not found:
        for name in given.names:  # of a file that nobody knew, whether it is what its name says
            if not given.notes and given.direct(name) and name.endswith(".json"):
                given.load(name)
        raise NoSources(_nothing(paths, given.notes, known))
    told = _told_apart(_named(given, found))
    return Reading(told, tuple(form.name for _, form in found), tuple(given.notes))


@contextmanager
def _uninterrupted() -> Generator[None]:
    """No search for cycles of objects meanwhile: results are made by the hundred thousand, and none is in a cycle."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _nothing(paths: Sequence[Path], notes: Sequence[Note], known: Sequence[Format]) -> str:
    where = ", ".join(map(str, paths))
    if notes:
        more = f" (and {len(notes) - 1} more such files or lines)" if len(notes) > 1 else ""
        return f"No results could be read from {where}: {notes[0].where} {notes[0].what}{more}."
    names = ", ".join(form.name for form in known)
    return f"{where} is in no form that is known here ({names}); of a table --map says which columns are what."


def _named(given: Given, found: Sequence[tuple[Results, Format]]) -> list[Results]:
    """With the benchmark of each: where its files do not say, the one that shares most of its tasks, else its form."""
    known: dict[str, set[str]] = {}
    for each, _ in found if not all(each.benchmark for each, _ in found) else ():
        if each.benchmark:
            known.setdefault(each.benchmark, set()).update(each.by_task)
    named: list[Results] = []
    for each, form in found:
        benchmark = each.benchmark or next((name for name, tasks in known.items() if _shares(each, tasks)), "")
        if benchmark != each.benchmark:
            given.note(f"does not say its benchmark: taken for {benchmark}, most of whose tasks it has", each.origin)
        named.append(replace(each, benchmark=benchmark or (RESULTS if form.general else form.name)))
    return named


def _shares(results: Results, tasks: set[str]) -> bool:
    own = results.by_task.keys()
    return 2 * len(tasks & own) > max(min(len(tasks), len(own)), 1)


def _told_apart(results: list[Results]) -> tuple[Results, ...]:
    """With a name of its own for each contestant of a benchmark: its harness, else its place, is added where needed."""
    for more in (_harness, _origin):
        seen: dict[tuple[str, str], list[int]] = {}
        for at, each in enumerate(results):
            seen.setdefault((each.benchmark, each.contestant), []).append(at)
        for same in seen.values():
            if len(same) > 1 and len({more(results[at]) for at in same}) > 1:
                for at in same:
                    if extra := more(results[at]):
                        results[at] = replace(results[at], contestant=f"{results[at].contestant} ({extra})")
    return tuple(results)


def _harness(results: Results) -> str:
    return results.harness


def _origin(results: Results) -> str:
    return results.origin
