"""A schema in which nothing is endless: small models fall into loops, and only the grammar ends a text or a list."""

from __future__ import annotations

from typing import Any

LONGEST = 400
"""Characters of a text. A sentence is hardly ever longer; a loop of this length costs some 100 tokens."""
ITEM = 170
"""Tokens of the output for each item of a list: no more items would fit, if they say something."""


def bounded(schema: dict[str, Any], output: int) -> dict[str, Any]:
    """The JSON schema with a length for each text and list that has none. `output`: tokens of the reply at most."""
    return {name: _bounded(part, output) for name, part in schema.items()} | _limits(schema, output)


def _bounded(part: Any, output: int) -> Any:
    if isinstance(part, dict):
        return bounded(part, output)  # pyright: ignore[reportUnknownArgumentType]
    return [_bounded(each, output) for each in part] if isinstance(part, list) else part  # pyright: ignore[reportUnknownVariableType]


def _limits(schema: dict[str, Any], output: int) -> dict[str, int]:
    match schema.get("type"):
        case "array":
            return {"maxItems": schema.get("maxItems", max(1, output // ITEM))}
        case "string" if "enum" not in schema and "const" not in schema:
            return {"maxLength": schema.get("maxLength", LONGEST)}
        case _:
            return {}
