"""The panel that `moot panel new` writes: with comments, of models that this machine has, so that it runs as it is."""

from __future__ import annotations

import json
from pathlib import Path

from moot.errors import CannotWrite, UsageError
from moot.models import discovery
from moot.models.catalog import Env, ModelInfo

HEAD = """\
# A panel: who sits, and under which rules. What is said on the command line wins over this file.
# `moot panel check FILE` says whether it can run here; `moot research "…?" --sources DIR --panel FILE` runs it.

about = "A panel of my own"  # one line for `moot panel list`, if the file is put among the panels

# How the seats argue: critique (one author, reviewers), council or debate (several authors, perhaps a judge),
# solo (one author), vote (several authors of one model).
protocol = "council"

# rounds = 2        # at most so many rounds of argument
# budget = 1.00     # USD that the bill never exceeds
# mixed = true      # refuse to run unless reviewers and judge are of other families than the authors
# swap = true       # critique only: author and reviewer change places each round
"""
SEAT_HEAD = """
# One [[seat]] a role and model. `moot models` lists what there is; `count` seats are alike.
"""
SEAT_TAIL = """\
# fallbacks = ["provider:name"]  # who takes the seat when this model fails or comes late, in this order
# deadline = "90s"               # for one answer; then it is late
"""
NO_JUDGE = """
# Without a judge the evidence alone rules. One of a family that no author has:
# [[seat]]
# role = "judge"
# model = "provider:name"
"""


def written(env: Env) -> str:
    """The text of a panel for this machine: a council of its first families, or of both readers."""
    authors = discovery.authors(env)
    judge = discovery.judge(env, authors)
    counted = {info.name: (info, authors.count(info)) for info in authors}
    seats = [_seat("author", info, count) for info, count in counted.values()]
    text = HEAD + SEAT_HEAD + seats[0] + SEAT_TAIL + "".join(f"\n{seat}" for seat in seats[1:])
    return text + (f"\n{_seat('judge', judge, 1)}" if judge else NO_JUDGE)


def _seat(role: str, info: ModelInfo, count: int) -> str:
    # A JSON text is a TOML text as well.
    lines = ["[[seat]]", f'role = "{role}"', f"model = {json.dumps(info.name, ensure_ascii=False)}"]
    return "\n".join([*lines, *([f"count = {count}"] if count > 1 else []), ""])


def save(path: Path, text: str) -> None:
    """Raises `UsageError` if there is such a file already, `CannotWrite` if it cannot be written."""
    if path == Path():
        raise UsageError("The panel file has no name: give one, such as mine.toml.")
    if path.exists():
        raise UsageError(f"{path} is there already, and is not overwritten: choose another name.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise CannotWrite(f"Cannot write {path}: {error.strerror or error}.") from None
