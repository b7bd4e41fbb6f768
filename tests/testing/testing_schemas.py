"""JSON schemas at random, and a validator for just these."""

from typing import Any

from hypothesis import strategies as st

Schema = dict[str, Any]
Range = tuple[int, int]


def _string(bounds: Range) -> Schema:
    return {"type": "string", "minLength": bounds[0], "maxLength": sum(bounds)}


def _integer(low: int, bounds: Range) -> Schema:
    step, more = bounds[0] + 1, bounds[1]
    return {"type": "integer", "minimum": low, "maximum": low + step + more, "multipleOf": step}


def _enum(values: list[Any]) -> Schema:
    return {"enum": values}


def _array(items: Schema, bounds: Range) -> Schema:
    return {"type": "array", "items": items, "minItems": bounds[0], "maxItems": sum(bounds)}


def _object(properties: dict[str, Schema], optional: set[str]) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required}


def _union(options: list[Schema]) -> Schema:
    return {"anyOf": options}


_bounds = st.tuples(st.integers(0, 3), st.integers(0, 9))
_names = st.sampled_from(["text", "quote", "passage", "claims", "sections", "verdict", "x"])
_plain: list[Schema] = [{"type": "boolean"}, {"type": "null"}, {"const": "k"}, {"type": ["string", "null"]}]
_leaves = (
    _bounds.map(_string)
    | st.builds(_integer, st.integers(-20, 20), _bounds)
    | st.sampled_from(_plain)
    | st.lists(st.sampled_from(["a", "b", 3, None]), min_size=1).map(_enum)
)


def _composite(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    return (
        st.builds(_array, inner, _bounds)
        | st.builds(_object, st.dictionaries(_names, inner, max_size=4), st.sets(_names))
        | st.lists(inner, min_size=1, max_size=3).map(_union)
    )


schemas = st.recursive(_leaves, _composite, max_leaves=12)


def fits(value: Any, schema: Schema) -> bool:
    if "anyOf" in schema:
        return any(fits(value, option) for option in schema["anyOf"])
    if "const" in schema or "enum" in schema:
        return value in schema.get("enum", [schema.get("const")])
    kind = schema["type"]
    if isinstance(kind, list) or kind == "null":
        return value is None or ("string" in kind and isinstance(value, str))
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "string":
        return isinstance(value, str) and schema["minLength"] <= len(value) <= schema["maxLength"]
    if kind == "integer":
        whole = type(value) is int and not value % schema["multipleOf"]
        return whole and schema["minimum"] <= value <= schema["maximum"]
    if kind == "array":
        sized = type(value) is list and schema["minItems"] <= len(value) <= schema["maxItems"]
        return sized and all(fits(item, schema["items"]) for item in value)
    properties: dict[str, Schema] = schema["properties"]
    named = type(value) is dict and set(schema["required"]) <= set(value) <= set(properties)
    return named and all(fits(part, properties[name]) for name, part in value.items())
