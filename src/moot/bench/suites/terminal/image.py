"""What a Dockerfile leaves in place, without building it: files that it copies, commands that need nothing but them.

Its base image is not there. Programs are those of this machine; what it installs is passed over, since it may be here
already: whether it is, the reference solution shows (`checked`).
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from string import Template

from moot.bench.suites.terminal.refused import Refused
from moot.sandbox import File
from moot.text.lazy import lazy_re

PASSED_OVER = {
    "ARG",
    "CMD",
    "ENTRYPOINT",
    "EXPOSE",
    "FROM",
    "HEALTHCHECK",
    "LABEL",
    "MAINTAINER",
    "SHELL",
    "STOPSIGNAL",
    "USER",
}
INSTALLS = lazy_re(
    r"(?:sudo\s+)?(?:apt-get|apt|apk|dnf|yum)\s.*"
    r"|(?:python3?\s+-m\s+)?pip3?\s+install\s.*"
    r"|rm\s+-rf\s+/var/(?:lib/apt|cache)\S*(?:\s+/var/\S+)*"
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """A command to run, after the files before it are there."""

    files: Mapping[str, File]
    command: str
    cwd: str


@dataclass(frozen=True)
class Image:
    steps: tuple[Step, ...]
    cwd: str
    """Where the contestant starts."""
    folders: tuple[str, ...]
    """What must be writable, beside those of the form."""
    environment: Mapping[str, str]


@dataclass
class _State:
    task: str
    folder: Path
    left: int
    """Bytes that may still be copied."""
    environment: dict[str, str]
    cwd: str = "/"
    files: dict[str, File] = field(default_factory=dict[str, File])
    steps: list[Step] = field(default_factory=list[Step])
    folders: list[str] = field(default_factory=list[str])
    stages: int = 0

    def close(self, command: str) -> None:
        self.steps.append(Step(self.files, command, self.cwd))
        self.files = {}

    def expand(self, text: str) -> str:
        return Template(text).safe_substitute(self.environment)

    def place(self, path: str) -> str:
        """Absolute; its first folder is to be writable."""
        placed = PurePosixPath(self.cwd) / path
        if ".." in placed.parts:
            raise Refused(self.task, f"its Dockerfile names {path[:80]!r}, and '..' is not followed")
        if len(placed.parts) > 1:
            self.folders.append("/".join(placed.parts[:2])[1:])
        return str(placed)


def image(task: str, folder: Path, environment: Mapping[str, str], most: int, dockerfile: str = "Dockerfile") -> Image:
    """Reads the Dockerfile in `folder`. Raises `Refused` where it asks for what only Docker can do."""
    path = folder / dockerfile
    if not path.is_file():
        raise Refused(task, f"it has no {folder.name}/{dockerfile}, only an image, and images are not opened here")
    try:
        text = path.read_text()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(task, "its Dockerfile cannot be read") from error
    state = _State(task, folder, most, dict(environment))
    for word, rest in _lines(text):
        _take(state, word, rest)
    if state.files:
        state.close("")
    cwd = "/app" if state.cwd == "/" else state.cwd
    state.place(cwd)
    return Image(tuple(state.steps), cwd, tuple(dict.fromkeys(state.folders)), state.environment)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Instructions with what follows them: comments dropped, continued lines joined."""
    kept = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    for line in re.sub(r"\\[ \t]*\n", " ", kept).splitlines():
        if line.strip():
            word, _, rest = line.strip().partition(" ")
            yield word.upper(), rest.strip()


def _take(state: _State, word: str, rest: str) -> None:
    if word == "FROM":
        state.stages += 1
        if state.stages > 1:
            raise Refused(state.task, "its Dockerfile builds one image from another")
    if word in PASSED_OVER:
        return
    if word == "WORKDIR":
        state.cwd = state.place(state.expand(rest.strip("\"'")))
    elif word == "ENV":
        state.environment.update(_variables(state, rest))
    elif word in ("COPY", "ADD"):
        _copy(state, word, rest)
    elif word == "RUN":
        _run(state, rest)
    else:
        raise Refused(state.task, f"its Dockerfile says {word[:20]}, which is not known here")


def _variables(state: _State, rest: str) -> dict[str, str]:
    try:
        words = shlex.split(rest)
    except ValueError as error:
        raise Refused(state.task, f"its Dockerfile's ENV {rest[:40]!r} is not whole") from error
    if words and "=" not in words[0]:
        name, _, value = rest.partition(" ")
        return {name: state.expand(value.strip())}
    return {name: state.expand(value) for name, _, value in (word.partition("=") for word in words)}


def _run(state: _State, rest: str) -> None:
    if rest.startswith("[") or "<<" in rest or rest.startswith("--"):
        raise Refused(state.task, f"its Dockerfile's RUN {rest[:40]!r} is more than a plain command")
    kept = [each for each in (part.strip() for part in rest.split("&&")) if each and not INSTALLS.fullmatch(each)]
    if kept:
        state.close(" && ".join(kept))


def _copy(state: _State, word: str, rest: str) -> None:
    words = rest.split()
    mode: int | None = None
    while words and words[0].startswith("--"):
        name, _, value = words.pop(0).partition("=")
        if name == "--chmod" and re.fullmatch("[0-7]{3,4}", value):
            mode = int(value, 8)
        elif name != "--chown":
            raise Refused(state.task, f"its Dockerfile's {word} {name[:20]} is not known here")
    if words and words[0].startswith("["):
        try:
            words = [str(each) for each in json.loads(" ".join(words))]
        except ValueError as error:
            raise Refused(state.task, f"its Dockerfile's {word} {rest[:40]!r} is not whole") from error
    if len(words) < 2 or any("://" in each for each in words):
        raise Refused(state.task, f"its Dockerfile's {word} {rest[:40]!r} copies no file of the task")
    *sources, to = (state.expand(each) for each in words)
    target = state.place(to)
    into = to.endswith(("/", ".")) or len(sources) > 1 or target == state.cwd
    for source in sources:
        for path in _matching(state, source):
            _lay(state, path, target, into, mode)


def _matching(state: _State, source: str) -> list[Path]:
    plain = source.lstrip("/").removeprefix("./") or "."
    if ".." in PurePosixPath(plain).parts:
        raise Refused(state.task, f"its Dockerfile copies {source[:80]!r}, from outside the task")
    matching = [state.folder] if plain == "." else sorted(state.folder.glob(plain))
    if not matching:
        raise Refused(state.task, f"its Dockerfile copies {source[:80]!r}, which is not there")
    return matching


def _lay(state: _State, path: Path, target: str, into: bool, mode: int | None) -> None:
    """A folder's content goes into the target; a file becomes it, or goes into it."""
    if path.is_dir() and not path.is_symlink():
        for each in sorted(path.rglob("*")):
            if not each.is_dir() or each.is_symlink():
                _add(state, each, str(PurePosixPath(target) / each.relative_to(path).as_posix()), mode)
    else:
        _add(state, path, str(PurePosixPath(target) / path.name) if into else target, mode)


def _add(state: _State, path: Path, target: str, mode: int | None) -> None:
    if path.is_symlink() or not path.is_file():
        raise Refused(state.task, f"{path.name[:80]!r} of its environment is a link or no plain file")
    status = path.stat()
    state.left -= status.st_size
    if state.left < 0:
        raise Refused(state.task, "its files are larger than the disk that it asks for")
    executable = bool(status.st_mode & 0o111)
    state.files[target] = File(path.read_bytes(), mode or (0o755 if executable else 0o644))
