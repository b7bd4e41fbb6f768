"""A task by the name that `inspect eval` has for it; and, in one sentence, why one cannot be had on this machine."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moot.errors import BadTask, MootError, NotInstalled, UsageError
from moot.plugins import registered
from moot.text.lazy import lazy_re

if TYPE_CHECKING:
    from inspect_ai import Task

_NETWORK = frozenset(("ConnectError", "ConnectTimeout", "ReadTimeout", "LocalEntryNotFoundError", "URLError"))
"""Errors of libraries that may not be installed here; those of Python's own are known by their class."""
_MARKUP = lazy_re(r"\[/?(?:bold|italic|dim|blue|red|green|yellow|cyan)\]")


def loaded(named: str, arguments: Mapping[str, Any]) -> tuple[Task, Mapping[str, Any]]:
    """The task, and which of the arguments it has taken.

    Raises `NotInstalled` for one whose package, or a package that it needs, is not here; `UsageError` for none and
    for several, `BadTask` for one that does not load.
    """
    from inspect_ai._eval.loader import load_tasks  # there is no public way from a name to a task
    from inspect_ai._util.registry import registry_params

    package = named.partition("/")[0]
    if "/" in named and package.isidentifier() and not Path(package).exists() and find_spec(package) is None:
        raise NotInstalled(
            f"{named} is a task of the package {package}, which is not installed: pip install {package}."
        )
    try:
        with _quiet():
            tasks = load_tasks([named], dict(arguments))
    except MootError:
        raise
    except Exception as error:  # whatever a task's own code raises
        raise _refused(named, error) from None
    if not tasks:
        raise UsageError(
            f"There is no suite {named!r}; there are {', '.join(registered('suites'))}, and tasks of inspect_ai, such "
            "as inspect_evals/NAME or FILE.py@TASK."
        )
    if len(tasks) > 1:
        raise UsageError(
            f"{named} holds {len(tasks)} tasks ({', '.join(task.name for task in tasks)}): name one with @."
        )
    task = tasks[0]
    if task.sample_source is not None:
        raise BadTask(f"{named} makes up its tasks as it goes, so that contestants would not be asked the same.")
    taken = registry_params(task)
    return task, {name: value for name, value in arguments.items() if name in taken}


def lacking(error: Exception) -> str:
    """What inspect_ai says that this machine lacks, such as a Docker that runs; "" of any other error."""
    from inspect_ai._util.error import PrerequisiteError  # it has no public name

    if not isinstance(error, PrerequisiteError):
        return ""
    return _said(error)


def one_line(text: str) -> str:
    """Without the markup that inspect_ai writes for terminals."""
    return " ".join(_MARKUP.sub("", text).split())


def _refused(named: str, error: Exception) -> MootError:
    causes = list(_causes(error))
    if any(isinstance(each, ImportError) for each in causes):
        return NotInstalled(f"{named} needs a package that is not installed: {_said(error)}.")
    if any(isinstance(each, ConnectionError) or type(each).__name__ in _NETWORK for each in causes):
        return BadTask(f"The data of {named} cannot be fetched, and no copy of it is here: {_said(causes[-1])}.")
    return BadTask(f"The task {named} does not load: {_said(error)}.")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error, and those that it was raised from."""
    found: BaseException | None = error
    seen: set[int] = set()
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        found = found.__cause__


def _said(error: BaseException) -> str:
    """The first line, and what to do where it ends in a colon."""
    lines = [line.strip() for line in _MARKUP.sub("", str(error)).splitlines() if line.strip()]
    told = " ".join(lines[: 2 if lines and lines[0].endswith(":") else 1]).removeprefix("ERROR: ")
    return (told or type(error).__name__)[:200].rstrip(".")


@contextmanager
def _quiet() -> Generator[None]:
    """Libraries tell of every try to reach a hub; what comes of it is told in one sentence."""
    was = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(was)
