"""What the double sees of a request, whichever wire it came over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, cast

WireName = Literal["chat", "responses", "messages"]
Json = dict[str, Any]


@dataclass(frozen=True)
class PromptView:
    """One request, read: what a function that writes answers needs to know."""

    wire: WireName
    model: str
    system: str
    """System, developer and instruction text, joined by blank lines."""
    user: str
    """All other turns (user, assistant, tool results), joined by blank lines."""
    schema: Json | None
    """JSON schema of the reply: of the forced or offered tool, or of the structured output."""
    tool: str | None
    """Name of the tool that the reply goes to; None: the reply is text."""
    max_output: int | None
    """Output limit in tokens, if the request gives one."""
    stream: bool
    body: Json
    """The raw request."""

    @property
    def text(self) -> str:
        return f"{self.system}\n\n{self.user}"


def view(wire: WireName, body: Json) -> PromptView:
    """The request as a `PromptView`. Unknown parts are kept as JSON text rather than dropped."""
    system, user = _turns(body)
    tool, schema = _wanted(body)
    limits = (body.get(key) for key in ("max_completion_tokens", "max_output_tokens", "max_tokens"))
    return PromptView(
        wire=wire,
        model=str(body.get("model", "")),
        system="\n\n".join(system),
        user="\n\n".join(user),
        schema=schema,
        tool=tool,
        max_output=next((limit for limit in limits if isinstance(limit, int)), None),
        stream=bool(body.get("stream")),
        body=body,
    )


def blocks(body: Json) -> list[tuple[str, bool]]:
    """The prompt in the order in which vendors cache it (tools, system, turns): (text, marked for the cache)."""
    found: list[tuple[str, bool]] = [_block(tool) for tool in _list(body.get("tools"))]
    for key in ("response_format", "output_config", "text"):
        if body.get(key):
            found.append(_block(body[key]))
    for key in ("system", "instructions"):
        found += [_block(part) for part in _parts(body.get(key))]
    for turn in _parts(body.get("messages", body.get("input"))):
        if isinstance(turn, dict) and "content" in turn:
            head, _ = _block({key: value for key, value in cast(Json, turn).items() if key != "content"})
            for part in _parts(turn["content"]):
                text, marked = _block(part)
                found.append((head + text, marked))
                head = ""
        else:
            found.append(_block(turn))
    return found


def _block(value: Any) -> tuple[str, bool]:
    marked = isinstance(value, dict) and bool(cast(Json, value).get("cache_control"))
    if marked:
        value = {key: part for key, part in cast(Json, value).items() if key != "cache_control"}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")), marked


def _turns(body: Json) -> tuple[list[str], list[str]]:
    system = [_text(body[key]) for key in ("system", "instructions") if body.get(key)]
    user: list[str] = []
    for turn in _parts(body.get("messages", body.get("input"))):
        if not isinstance(turn, dict):
            user.append(_text(turn))
            continue
        item = cast(Json, turn)
        text = _text(item.get("content")) if "content" in item else _text(item.get("output") or item.get("arguments"))
        if item.get("tool_calls"):
            text += json.dumps(item["tool_calls"], ensure_ascii=False)
        (system if item.get("role") in ("system", "developer") else user).append(text)
    return system, user


def _text(content: Any) -> str:
    if content is None:
        return ""
    if isinstance(content, str):
        return content
    return "\n".join(_part_text(part) for part in _parts(content))


def _part_text(part: Any) -> str:
    if isinstance(part, str):
        return part
    item = cast(Json, part)
    if isinstance(item.get("text"), str):
        return item["text"]
    return _text(item["content"]) if item.get("content") else json.dumps(item, ensure_ascii=False)


def _wanted(body: Json) -> tuple[str | None, Json | None]:
    """(tool name, schema): the forced tool, else the structured output, else the first tool offered."""
    tools = dict(_tools(body))
    choice = body.get("tool_choice")
    kind = cast(Json, choice).get("type") if isinstance(choice, dict) else choice
    if kind != "none":
        forced = _chosen(choice)
        if forced in tools:
            return forced, tools[forced]
        if tools and kind in ("required", "any"):
            return next(iter(tools.items()))
    schema = _output_schema(body)
    if schema is not None or not tools or kind == "none":
        return None, schema
    return next(iter(tools.items()))


def _tools(body: Json) -> Iterator[tuple[str, Json]]:
    for tool in _list(body.get("tools")):
        item = cast(Json, tool)
        function = cast(Json, item.get("function", item))
        if function.get("name"):
            yield function["name"], function.get("parameters") or function.get("input_schema") or {}


def _chosen(choice: Any) -> str:
    if not isinstance(choice, dict):
        return ""
    item = cast(Json, choice)
    return str(item.get("name") or cast(Json, item.get("function") or {}).get("name") or "")


def _output_schema(body: Json) -> Json | None:
    for place in (body.get("response_format"), _format(body.get("text")), _format(body.get("output_config"))):
        if isinstance(place, dict) and cast(Json, place).get("type") == "json_schema":
            item = cast(Json, place)
            return cast(Json, item.get("json_schema") or item).get("schema")
    return None


def _format(holder: Any) -> Any:
    return cast(Json, holder).get("format") if isinstance(holder, dict) else None


def _parts(content: Any) -> list[Any]:
    if content is None:
        return []
    return cast(list[Any], content) if isinstance(content, list) else [content]


def _list(value: Any) -> list[Any]:
    return cast(list[Any], value) if isinstance(value, list) else []
