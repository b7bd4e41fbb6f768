"""Which files of the given paths are sources: named files, and what folders hold."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from moot.text.counted import counted
from moot.text.lazy import lazy_re
from moot.words import Unread

_NO_SOURCES = ("requirements", "constraints", "robots", "cmakelists")
"""Names (without suffix) of text files in folders that say nothing of any subject."""
_OF_CODE = ("license", "licence", "copying", "notice")
"""The same beside code; elsewhere a notice may be a letter, and a licence the very thing that is written about."""
_CODE = lazy_re(
    r"(?i)(?:makefile|dockerfile|gemfile|rakefile|go\.mod|setup\.cfg|cargo\.toml|pyproject\.toml|package\.json|pom\.xml"
    r"|.*\.(?:py|js|mjs|jsx|ts|tsx|java|kt|scala|c|cc|cpp|h|hpp|cs|go|rs|rb|php|pl|lua|swift|m|sh|gradle|lock|whl))"
)
_NOT_READ = (".doc", ".xls", ".ppt", ".pages", ".numbers", ".key", ".msg", ".wpd", ".djvu")
"""Documents of kinds that are not read, each named; a folder's other files, as pictures and code, are told together."""
_LISTS = (".bib",)
_A_LIST = "a bibliography is no source: an audit follows the one that lies beside its report"
_INSTALLED = "a folder of installed packages: skipped; name it to read it"

_NAMED = 5
"""Of the kinds of a folder's other files; all are kept beside."""

Found = tuple[str, Path]
"""Origin as a reader is shown it, and where it lies."""


def files(paths: Sequence[Path], suffixes: frozenset[str]) -> tuple[list[Found], list[Unread]]:
    """Sources in the order of their origins, and what was named or looked like a source but is not read, with why."""
    sources: dict[str, Path] = {}
    unread: list[Unread] = []
    for path in paths:
        others: list[str] = []
        for origin, place, reason in _look(Path(path), suffixes, others):
            if reason:
                unread.append(Unread(origin=origin, reason=reason, counts=reason not in (_A_LIST, _INSTALLED)))
            else:
                sources.setdefault(origin, place)
        if others:
            unread.append(_passed_over(Path(path).as_posix(), others))
    return sorted(sources.items()), list(dict.fromkeys(unread))


def absent(path: Path) -> bool:
    """Whether nothing is at the path; what is there and cannot be opened is another matter."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, RuntimeError, ValueError):
        return False
    return False


def _look(path: Path, suffixes: frozenset[str], others: list[str]) -> Iterator[tuple[str, Path, str]]:
    """`others`: gets the names of a folder's files of other kinds."""
    origin = path.as_posix()
    try:
        if path.is_dir():
            entries = 0
            for entry in _walk(path, suffixes, others):
                entries += 1
                yield entry
            if not entries:
                yield origin, path, f"no sources in this folder ({', '.join(sorted(suffixes))})"
            return
        path.stat()
    except FileNotFoundError:
        yield origin, path, "no such file or folder"
        return
    except (OSError, RuntimeError) as error:
        said = error.strerror if isinstance(error, OSError) else "links lead in a circle"
        yield origin, path, f"could not be opened: {(said or 'unknown reason').lower()}"
        return
    except ValueError:  # a zero byte in the name
        yield repr(origin), path, "not a name of a file"
        return
    if path.suffix.lower() in _LISTS:
        yield origin, path, _A_LIST
    elif path.suffix.lower() not in suffixes:
        yield origin, path, f"not a kind of file that is read ({', '.join(sorted(suffixes))})"
    else:
        yield origin, path, ""


def _walk(folder: Path, suffixes: frozenset[str], others: list[str]) -> Iterator[tuple[str, Path, str]]:
    failed: list[OSError] = []
    # Links are not followed: they may lead in a circle, or out of what the user meant to show.
    for place, folders, names in os.walk(folder, onerror=failed.append, followlinks=False):
        code = ".git" in folders or "src" in folders or any(map(_CODE.fullmatch, names))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in list(folders):
            path = Path(place, name)
            if path.is_symlink():
                folders.remove(name)
                yield path.as_posix(), path, "a link to another folder: not followed; name its target to read it"
            elif name == "node_modules" or Path(path, "pyvenv.cfg").is_file():
                folders.remove(name)
                yield path.as_posix(), path, _INSTALLED
        for name in sorted(names):
            path = Path(place, name)
            suffix = path.suffix.lower()
            if suffix in suffixes:
                yield path.as_posix(), path, _why_not(path, beside_code=code)
            elif suffix in _LISTS:
                yield path.as_posix(), path, _A_LIST
            elif suffix in _NOT_READ and not name.startswith("."):
                reason = f"{suffix} is not a kind of file that is read: save it as PDF, or in a newer form"
                yield path.as_posix(), path, reason
            elif not name.startswith("."):
                others.append(path.relative_to(folder).as_posix())
    for error in failed:
        path = Path(error.filename or folder)
        yield path.as_posix(), path, f"could not be opened: {(error.strerror or 'unknown reason').lower()}"


def _passed_over(folder: str, names: Sequence[str]) -> Unread:
    of_kind: dict[str, list[str]] = {}
    for name in names:
        of_kind.setdefault(Path(name).suffix.lower(), []).append(name)
    kinds = [
        first if not more else f"{1 + len(more)} {suffix or 'without an ending'} (as {first})"
        for suffix, (first, *more) in of_kind.items()
    ]
    left = [f"and {counted(len(kinds) - _NAMED, 'more kind')}"] if len(kinds) > _NAMED else []
    reason = f"{counted(len(names), 'file')} of kinds that are not read: {', '.join([*kinds[:_NAMED], *left])}"
    return Unread(origin=folder, reason=reason, counts=False, kinds=tuple(kinds))


def _why_not(path: Path, *, beside_code: bool) -> str:
    if path.name.startswith("."):
        return "a hidden file: skipped"
    if path.is_symlink():
        return "a link to another file: not followed; name its target to read it"
    stem = path.stem.lower()
    if stem in _NO_SOURCES or (beside_code and stem in _OF_CODE) or stem.startswith("requirements"):
        return "not a source by its name: skipped; name it to read it"
    return ""
