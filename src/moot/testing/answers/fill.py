"""Values for a JSON schema. A `Filler` decides what the schema leaves open; the base decides for as little as possible.

Understood: $ref into the same schema, allOf (merged), anyOf, oneOf, const, enum, type (also lists of types), required,
properties, additionalProperties, prefixItems, items, minItems, uniqueItems, bounds and multiples of numbers, lengths,
common formats, and patterns as far as one of a few candidates fits.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any, cast

from moot.testing.prompt import Json

Path = tuple[str | int, ...]
"""Where a value goes: property names and list indices from the root."""

DEPTH = 40
"""A schema that demands more nesting than this has no finite value."""
FORMATS = {
    "date-time": "2026-01-01T00:00:00Z",
    "date": "2026-01-01",
    "time": "00:00:00Z",
    "email": "a@example.org",
    "uri": "https://example.org/",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "ipv4": "127.0.0.1",
}


class Filler:
    """What to choose where the schema leaves a choice. As it stands: the least."""

    def string(self, path: Path, schema: Json) -> str:
        return ""

    def candidates(self, path: Path, schema: Json) -> Sequence[str]:
        """Strings to try where a pattern is asked for."""
        return ("S1.1", "S1", "c1", "C1", "A1", "a", "A", "1", "0", "r1", "1-1")

    def number(self, path: Path, schema: Json) -> float:
        return 0

    def boolean(self, path: Path, schema: Json) -> bool:
        return False

    def pick(self, path: Path, values: list[Any]) -> Any:
        """One of an enum."""
        return values[0]

    def branch(self, path: Path, options: list[Json]) -> int:
        """Which of the alternatives (references resolved)."""
        return next((at for at, option in enumerate(options) if option.get("type") == "null"), 0)

    def include(self, path: Path, schema: Json) -> bool:
        """Whether to give an optional property."""
        return False

    def length(self, path: Path, schema: Json, least: int) -> int:
        """How many items; at least `least`."""
        return least


def fill(schema: Json, filler: Filler) -> Any:
    """A value that the schema allows. Raises `ValueError` when the schema can have no finite value."""
    return _Walk(schema, filler).value(schema, ())


class _Walk:
    def __init__(self, root: Json, filler: Filler) -> None:
        self._root = root
        self._filler = filler

    def value(self, schema: Any, path: Path) -> Any:
        if len(path) > DEPTH:
            raise ValueError("the schema has no finite value")
        node = self._resolved(schema)
        if "const" in node:
            return node["const"]
        if node.get("enum"):
            return self._filler.pick(path, node["enum"])
        for key in ("anyOf", "oneOf"):
            if node.get(key):
                rest = {name: part for name, part in node.items() if name != key}
                options = [self._resolved(_merged(rest, self._resolved(option))) for option in node[key]]
                return self.value(options[self._filler.branch(path, options)], path)
        return self._typed(node, path)

    def _resolved(self, schema: Any) -> Json:
        if not isinstance(schema, dict):
            return {}
        node = cast(Json, schema)
        for _ in range(DEPTH):
            if isinstance(node.get("$ref"), str):
                rest = {name: part for name, part in node.items() if name != "$ref"}
                node = _merged(self._at(node["$ref"]), rest)
            elif node.get("allOf"):
                rest = {name: part for name, part in node.items() if name != "allOf"}
                for part in node["allOf"]:
                    rest = _merged(rest, self._resolved(part))
                node = rest
            else:
                return node
        raise ValueError("the schema's references never end")

    def _at(self, reference: str) -> Json:
        node: Any = self._root
        for part in reference.removeprefix("#").strip("/").split("/"):
            if part:
                node = cast(Json, node)[part.replace("~1", "/").replace("~0", "~")]
        return cast(Json, node)

    def _typed(self, node: Json, path: Path) -> Any:
        kind: Any = node.get("type")
        if isinstance(kind, list):
            kinds = cast(list[str], kind)
            options: list[Json] = [node | {"type": one} for one in kinds]
            kind = kinds[self._filler.branch(path, options)]
        if kind is None:
            kind = next((name for key, name in _IMPLIED.items() if key in node), "string" if node else "object")
        if kind == "object":
            return self._object(node, path)
        if kind == "array":
            return self._array(node, path)
        if kind == "string":
            return self._string(node, path)
        if kind in ("number", "integer"):
            return _bounded(self._filler.number(path, node), node, kind == "integer")
        return self._filler.boolean(path, node) if kind == "boolean" else None

    def _object(self, node: Json, path: Path) -> Json:
        properties = cast(dict[str, Any], node.get("properties") or {})
        required = cast(list[str], node.get("required") or [])
        result: Json = {}
        for name in [*properties, *[name for name in required if name not in properties]]:
            part = properties.get(name, node.get("additionalProperties"))
            if name in required or self._filler.include((*path, name), self._resolved(part)):
                result[name] = self.value(part, (*path, name))
        return result

    def _array(self, node: Json, path: Path) -> list[Any]:
        least = int(node.get("minItems") or 0)
        count = max(least, self._filler.length(path, node, least))
        count = min(count, int(node["maxItems"])) if "maxItems" in node else count
        first = cast(list[Any], node.get("prefixItems") or [])
        items = [self.value(first[at] if at < len(first) else node.get("items"), (*path, at)) for at in range(count)]
        if node.get("uniqueItems"):
            items = [item for at, item in enumerate(items) if item not in items[:at]]
        return items

    def _string(self, node: Json, path: Path) -> str:
        if node.get("format") in FORMATS:
            return FORMATS[node["format"]]
        text = self._filler.string(path, node)
        pattern = node.get("pattern")
        if pattern and not re.search(pattern, text):
            tried = (one for one in self._filler.candidates(path, node) if re.search(pattern, one))
            text = next(tried, text)
        least, most = int(node.get("minLength") or 0), node.get("maxLength")
        text = text if len(text) >= least else text.ljust(least, "x")
        return text if most is None else text[: int(most)]


_IMPLIED = {"properties": "object", "required": "object", "items": "array", "prefixItems": "array", "pattern": "string"}


def _merged(base: Json, more: Json) -> Json:
    """Both schemas at once: properties and required are joined, of the rest the second one's counts."""
    joined = base | more
    if "properties" in base and "properties" in more:
        joined["properties"] = base["properties"] | more["properties"]
    if "required" in base and "required" in more:
        joined["required"] = list(dict.fromkeys([*base["required"], *more["required"]]))
    return joined


def _bounded(wanted: float, node: Json, whole: bool) -> float | int:
    step = node.get("multipleOf") or (1 if whole else None)
    low, high = node.get("minimum"), node.get("maximum")
    if "exclusiveMinimum" in node:
        low = node["exclusiveMinimum"] + (step or 1e-6)
    if "exclusiveMaximum" in node:
        high = node["exclusiveMaximum"] - (step or 1e-6)
    value = wanted if low is None else max(wanted, low)
    value = value if high is None else min(value, high)
    if step:
        value = math.ceil(value / step) * step
        if high is not None and value > high:
            value = math.floor(high / step) * step
    return int(value) if whole else value
