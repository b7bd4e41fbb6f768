"""The report as JSON, with a published schema: `python -m moot.report.json FILE` writes it."""

from __future__ import annotations

import json as standard
import sys
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from moot.report.shape import Report
from moot.report.written import from_json, to_json


def render(report: Report) -> str:
    """The whole report; `schema_version` says how to read it."""
    return to_json(report, 2) + "\n"


def read(text: str | bytes) -> Report:
    """The report of a rendered one. Raises ValueError in one sentence."""
    try:
        return from_json(Report, text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise ValueError(f"it is no report of this version of Moot ({where}: {first['msg']})") from None
    except ValueError as error:
        raise ValueError(f"it is no report of this version of Moot (no JSON in UTF-8: {error})") from None


def schema() -> str:
    """The JSON Schema of a rendered report."""
    return standard.dumps(Report.model_json_schema(mode="serialization"), indent=2, sort_keys=True) + "\n"


def main(arguments: Sequence[str]) -> None:
    """Write the schema to the file named."""
    Path(arguments[0]).write_text(schema(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
