"""A question over a folder, with what is known of its answer: `questions/NAME.toml` asks about `folders/NAME`."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import Field

from moot.words import Word

HERE = Path(__file__).parent
FOLDERS, QUESTIONS = HERE / "folders", HERE / "questions"


class Kind(StrEnum):
    PROSE = "prose"
    """A sentence gives the answer."""
    TABLE = "table"
    """A cell of a table does."""
    COMPUTED = "computed"
    """It follows from two figures, or more."""
    CONFLICT = "conflict"
    """Sources give it differently, and one of them is newer, or corrects the other."""
    LANGUAGE = "language"
    """Question, sources and answer are not all in English."""
    UNANSWERABLE = "unanswerable"
    """The sources speak of near things, not of this."""


class Support(Word):
    """A passage that bears the answer out."""

    file: str
    """In the folder."""
    quote: str
    """As it stands in what Moot reads of the file."""


class Near(Word):
    """What is no answer, and may be taken for one: another row, another year, what was so once, a slip."""

    value: str
    of: tuple[str, ...] = ()
    """Words that say what it is of: together with one of them it is told as what it is."""


class Question(Word):
    id: str
    kind: Kind
    asked: str
    answer: tuple[tuple[str, ...], ...] = ()
    """What must be said, each in one of its forms; empty where the sources are silent."""
    near: tuple[Near, ...] = Field(min_length=2)
    support: tuple[tuple[Support, ...], ...] = ()
    """What must be cited, each in one of its places."""
    rule: str = ""
    """Of a computed answer: arithmetic over figures of the supporting passages, which gives its first form."""
    folder: str = ""

    @property
    def sources(self) -> Path:
        return FOLDERS / self.folder


@cache
def questions() -> tuple[Question, ...]:
    """All of them, by folder and in the order in which they are written."""
    found: list[Question] = []
    for path in sorted(QUESTIONS.glob("*.toml")):
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [Question.model_validate(each | {"folder": path.stem}) for each in written["question"]]
    return tuple(found)


@cache
def digest() -> str:
    """Of all questions and sources."""
    whole = hashlib.sha256()
    for path in sorted(_files((FOLDERS, QUESTIONS))):
        whole.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()[:12]


def _files(folders: Sequence[Path]) -> list[Path]:
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]
