"""A schema in which nothing is endless: small models fall into loops, and only the grammar ends a text or a list."""

from __future__ import annotations

from typing import Any

LONGEST = 400
"""Characters of a text. A sentence is hardly ever longer; a loop of this length costs some 100 tokens."""
MOST = 12
"""Items of a list."""


def bounded(schema: dict[str, Any]) -> dict[str, Any]:
    """The JSON schema with a length for each text and list that has none."""
    return {name: _bounded(part) for name, part in schema.items()} | _limits(schema)


def _bounded(part: Any) -> Any:
    if isinstance(part, dict):
        return bounded(part)  # pyright: ignore[reportUnknownArgumentType]
    return [_bounded(each) for each in part] if isinstance(part, list) else part  # pyright: ignore[reportUnknownVariableType]


def _limits(schema: dict[str, Any]) -> dict[str, int]:
    match schema.get("type"):
        case "array":
            return {"maxItems": schema.get("maxItems", MOST)}
        case "string" if "enum" not in schema and "const" not in schema:
            return {"maxLength": schema.get("maxLength", LONGEST)}
        case _:
            return {}
