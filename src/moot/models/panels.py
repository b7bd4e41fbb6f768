"""Panels by name or file: who sits, and under which rules. TOML, read with care: a typo is named with its line or key.

A name is looked for among the user's panels (`panels/` beside the store), then among those that Moot brings.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field, ValidationError, ValidationInfo, field_validator

from moot.errors import UsageError
from moot.models import duration
from moot.models.lineup import MOST_SEATS, Wish
from moot.words import Role, Word

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

SHIPPED = Path(__file__).parent / "panel_files"
LONGEST = 100_000
"""Bytes of a panel file; more is no panel."""


def _seconds(value: object) -> object:
    """`deadline = "90s"`, or a number of seconds."""
    if isinstance(value, str):
        try:
            return duration.seconds(value)
        except UsageError as error:
            raise ValueError(str(error).rstrip(".")) from None
    if isinstance(value, bool):
        raise ValueError('a deadline is a duration, such as "90s"')
    return value


class PanelSeat(Word):
    """One `[[seat]]`."""

    role: Role
    model: str = Field(min_length=1)
    count: int = Field(default=1, ge=1, le=MOST_SEATS, strict=True)
    """So many seats alike."""
    fallbacks: tuple[str, ...] = ()
    """Models in the order in which they stand in."""
    deadline: Annotated[float | None, BeforeValidator(_seconds), Field(gt=0, allow_inf_nan=False)] = None
    """Seconds."""

    @field_validator("fallbacks")
    @classmethod
    def _stand_in_for_another(cls, fallbacks: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        models = [info.data.get("model"), *fallbacks]
        for n, model in enumerate(models):
            if model in models[:n]:
                raise ValueError(f"{model} cannot stand in for itself: name it once, as model or as a fallback")
        return fallbacks


class PanelFile(Word):
    """What a panel file may say. What it leaves open, the command line or the default says."""

    about: str = ""
    """One line: what it is for."""
    protocol: str | None = None
    mixed: bool | None = Field(default=None, strict=True)
    """Refuse to run unless reviewers and judge are of other families than the authors."""
    swap: bool | None = Field(default=None, strict=True)
    rounds: int | None = Field(default=None, ge=1, strict=True)
    budget: Decimal | None = Field(default=None, ge=0, le=10**9, allow_inf_nan=False)
    """USD."""
    seat: tuple[PanelSeat, ...] = Field(min_length=1)

    def wishes(self) -> list[Wish]:
        """The seats, each as often as its count says."""
        return [
            Wish(each.role, each.model, each.fallbacks, each.deadline) for each in self.seat for _ in range(each.count)
        ]


def load(panel: str, home: Path | None = None) -> PanelFile:
    """The panel of that name or file. `home`: the folder of the user's own; default: beside the store.

    Raises `UsageError` in one sentence that names the file and what is wrong in it.
    """
    path = find(panel, home)
    return parse(read(path), str(path) if _is_file(panel) else panel)


def find(panel: str, home: Path | None = None) -> Path:
    """Where the panel of that name, or the file, is. Raises `UsageError`, with the nearest names, if nowhere."""
    if _is_file(panel):
        return Path(panel)
    known = names(home)
    if panel not in known:
        near = difflib.get_close_matches(panel, known, n=2, cutoff=0.5)
        meant = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}."
        raise UsageError(f"There is no panel '{panel}', and no file of that name: {meant}")
    return known[panel]


def names(home: Path | None = None) -> dict[str, Path]:
    """All panels by name, in order of their names; the user's own go before ours of the same name."""
    found = {path.stem: path for folder in (SHIPPED, home or own()) for path in sorted(folder.glob("*.toml"))}
    return dict(sorted(found.items()))


def own() -> Path:
    """The folder of the user's panels."""
    from moot.ledger.store import default_path

    return default_path().parent / "panels"


def _is_file(panel: str) -> bool:
    return panel.endswith(".toml") or "/" in panel or "\\" in panel or Path(panel).is_file()


def read(path: Path) -> str:
    """The text of a panel file. Raises `UsageError`."""
    try:
        with path.open("rb") as file:
            raw = file.read(LONGEST + 1)
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"The panel {path} cannot be read: {error.strerror or error}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"The panel {path} is no text in UTF-8.") from None
    if len(raw) > LONGEST:
        raise UsageError(f"The panel {path} is larger than {LONGEST:,} bytes: that is no panel.")
    return text


def parse(text: str, name: str) -> PanelFile:
    """The panel that this TOML says. Raises `UsageError` with `name` and what is wrong."""
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"The panel {name} is not TOML: {_one_line(str(error))}.") from None
    except RecursionError:
        raise UsageError(f"The panel {name} is not TOML that can be read: it is nested too deep.") from None
    try:
        return PanelFile.model_validate(data)
    except ValidationError as error:
        # A key misspelt is also a key missing: the first tells more.
        first = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
        said = f"The panel {name}: {_said(first)}"
        raise UsageError(said if said.endswith("?") else f"{said}.") from None


def _said(error: ErrorDetails) -> str:
    """One sentence without its full stop: where, what, and what was likely meant."""
    where, key, value = _where(error["loc"]), _key(error["loc"]), error["input"]
    match error["type"]:
        case "extra_forbidden":
            known = PanelSeat.model_fields if where else PanelFile.model_fields
            return f"{where}there is no key '{_short(key)}'; {_meant(key, known)}"
        case "missing" | "too_short" if key == "seat":
            return "it has no [[seat]]"
        case "missing":
            return f"{where}'{key}' is missing"
        case "enum":
            return f"{where}there is no role '{_short(value)}': choose one of {', '.join(Role)}"
        case "tuple_type" if key == "seat":
            return "a seat is a table of a list: write [[seat]], with two brackets"
        case "tuple_type":
            return f"{where}'{key}' is a list: write {key} = [\"{_short(value)}\"]"
        case "value_error":
            return f"{where}{_one_line(error['msg'].removeprefix('Value error, '))}"
        case "string_too_short":
            return f"{where}'{key}' is empty"
        case "model_type":
            return f"{where}a seat is a table, not '{_short(value)}'"
        case _:
            told = _one_line(re.sub(r"^.*?\bshould\b", "should", error["msg"]))
            return f"{where}'{key}' {told}, not '{_short(value)}'"


def _where(place: Sequence[int | str]) -> str:
    """`seat 2: ` for what is in the second [[seat]]."""
    return f"seat {place[1] + 1}: " if len(place) > 1 and place[0] == "seat" and isinstance(place[1], int) else ""


def _key(place: Sequence[int | str]) -> str:
    return next((part for part in reversed(place) if isinstance(part, str)), "")


def _meant(word: str, known: Iterable[str]) -> str:
    names = list(known)
    near = difflib.get_close_matches(word.lower(), names, n=1, cutoff=0.5)
    return f"did you mean '{near[0]}'?" if near else f"there are {', '.join(names)}"


def _short(value: object) -> str:
    text = "a table" if isinstance(value, Mapping) else _one_line(str(value))
    return text if len(text) <= 60 else f"{text[:59]}…"


def _one_line(text: str) -> str:
    return " ".join(text.split())
