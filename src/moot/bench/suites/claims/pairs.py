"""Labelled pairs of claim and evidence: a file with one JSON object a line, plain or packed by gzip."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from pydantic import Field, ValidationError

from moot.errors import BadTask, NoSources
from moot.words import Word

LONGEST_LINE = 2_000_000
MOST = 200_000
"""Characters of a line and pairs of a file; a file that has more is no file of claims."""


class Label(StrEnum):
    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_ENOUGH = "not_enough"


class LabelledPair(Word):
    id: str = Field(min_length=1)
    claim: str = Field(min_length=1)
    evidence: str = Field(min_length=1)
    label: Label
    dataset: str = ""
    group: str = ""
    """Pairs of one group share a source or a claim: they are not independent."""


class _Line(LabelledPair, extra="ignore"):
    """As it stands in a file, which says more of a pair than is needed here."""


def read(path: Path) -> tuple[LabelledPair, ...]:
    """The pairs in their order. Raises `NoSources`, and `BadTask`, with the line, for what is no file of claims."""
    found: dict[str, LabelledPair] = {}
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            pair = _Line.model_validate_json(line)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(map(str, first["loc"])) or "the line"
            raise BadTask(f"{path}, line {number}: {where}: {first['msg'].lower()}.") from None
        if pair.id in found:
            raise BadTask(f"{path}, line {number}: the id {pair.id!r} was given to an earlier pair.")
        if len(found) == MOST:
            raise BadTask(f"{path} has more than {MOST:,} pairs: cut it.")
        found[pair.id] = pair
    if not found:
        raise NoSources(f"{path} holds no pairs.")
    return tuple(found.values())


def _lines(path: Path) -> Iterator[str]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
            number = 1
            while line := file.readline(LONGEST_LINE):
                if len(line) == LONGEST_LINE:
                    raise BadTask(f"{path}, line {number} is longer than {LONGEST_LINE:,} characters.")
                yield line
                number += 1
    except UnicodeDecodeError:
        raise NoSources(f"{path} is no text in UTF-8.") from None
    except (OSError, EOFError, zlib.error) as error:
        reason = (getattr(error, "strerror", None) or str(error) or "it cannot be read").lower().rstrip(".")
        raise NoSources(f"{path} could not be read: {reason}.") from None
