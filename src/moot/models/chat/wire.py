"""Conversations in pydantic-ai's terms, and back."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from moot.ledger.calls import CallFailed, Usage
from moot.models import failures
from moot.models.chat.words import ChatReply, ChatRequest, Picture, ToolUse, Turn
from moot.text.utf8 import plain

if TYPE_CHECKING:
    from pydantic_ai.messages import (
        ModelMessage,
        ModelRequestPart,
        ModelResponse,
        UserContent,
    )
    from pydantic_ai.models import ModelRequestParameters

TURN_OVERHEAD = 64
"""Bytes for a turn's role and the marks around it, and as much again for each tool and call."""
REQUEST_OVERHEAD = 2_048
"""Bytes for what vendors add where tools are offered."""
PICTURE = 50_000
"""Tokens of one picture at most. The dearest that we know is gpt-4o-mini in high detail: 2,833, and 5,667 for each of
up to 8 tiles (platform.openai.com/docs/guides/images-vision), together 48,169."""


def size(request: ChatRequest) -> int:
    """An upper bound of the request's tokens."""
    turns = sum(_size(turn) for turn in request.turns)
    tools = sum(len(tool.model_dump_json().encode()) * 2 + TURN_OVERHEAD for tool in request.tools)
    return turns + tools + REQUEST_OVERHEAD


def _size(turn: Turn) -> int:
    if turn.raw:
        return len(turn.raw.encode("utf-8", "replace")) + TURN_OVERHEAD
    uses = sum(len(use.model_dump_json().encode()) + TURN_OVERHEAD for use in turn.uses)
    return len(turn.text.encode("utf-8", "replace")) + uses + PICTURE * len(turn.pictures) + TURN_OVERHEAD


def messages(request: ChatRequest) -> list[ModelMessage]:
    """What is not the assistant's goes into requests, in order."""
    from pydantic_ai.messages import ModelRequest, SystemPromptPart, ToolReturnPart, UserPromptPart

    found: list[ModelMessage] = []
    parts: list[ModelRequestPart] = []
    for turn in request.turns:
        match turn.role:
            case "assistant":
                found += [ModelRequest(parts=parts)] if parts else []
                parts = []
                found.append(_said(turn))
            case "system":
                parts.append(SystemPromptPart(content=turn.text))
            case "tool":
                parts.append(ToolReturnPart(tool_name=turn.tool, content=turn.text, tool_call_id=turn.answers))
                if turn.pictures:  # not every vendor takes pictures as a tool's result
                    parts.append(UserPromptPart(content=_content("", turn.pictures)))
            case "user":
                parts.append(UserPromptPart(content=_content(turn.text, turn.pictures)))
    return [*found, ModelRequest(parts=parts)] if parts else found


def _said(turn: Turn) -> ModelResponse:
    from pydantic_ai.messages import (
        ModelMessagesTypeAdapter,
        ModelResponse,
        ModelResponsePart,
        TextPart,
        ToolCallPart,
    )

    if turn.raw:
        (message,) = ModelMessagesTypeAdapter.validate_json(turn.raw)
        if isinstance(message, ModelResponse):
            return message
    parts: list[ModelResponsePart] = [TextPart(content=turn.text)] if turn.text else []
    parts += [ToolCallPart(tool_name=use.tool, args=use.arguments, tool_call_id=use.id) for use in turn.uses]
    return ModelResponse(parts=parts or [TextPart(content="")])


def _content(text: str, pictures: Sequence[Picture]) -> str | list[UserContent]:
    from pydantic_ai.messages import BinaryContent, ImageUrl

    if not pictures:
        return text
    shown: list[UserContent] = [text] if text else []
    for picture in pictures:
        if picture.url:
            shown.append(ImageUrl(url=picture.url))
        else:
            shown.append(BinaryContent(data=base64.b64decode(picture.base64), media_type=picture.media_type))
    return shown


def parameters(request: ChatRequest) -> ModelRequestParameters:
    from pydantic_ai.models import ModelRequestParameters
    from pydantic_ai.tools import ToolDefinition

    tools = [
        # Never strict: a benchmark's schemas are as they are, and what the model makes of them is what is measured.
        ToolDefinition(
            name=tool.name, description=tool.description, parameters_json_schema=tool.parameters, strict=False
        )
        for tool in request.tools
    ]
    return ModelRequestParameters(function_tools=tools, allow_text_output=True)


def settings(request: ChatRequest, max_output: int) -> dict[str, Any]:
    found: dict[str, Any] = {"max_tokens": max_output, **request.settings}
    if request.tools:
        scalar = request.choice in ("auto", "none", "required")
        found["tool_choice"] = request.choice if scalar else [request.choice]
        found["cache"] = True  # a conversation with tools comes again, longer, at once
    return found


def reply(response: ModelResponse, usage: Usage | None, secret: str) -> ChatReply:
    """The reply. Raises `CallFailed` for one that the endpoint broke off."""
    from pydantic_ai.messages import ModelMessagesTypeAdapter, TextPart, ThinkingPart, ToolCallPart

    stop: Literal["stop", "length", "tools", "filter"] = "stop"
    match response.finish_reason:
        case "error":
            raise CallFailed("server", "the endpoint reported an error at the end of the answer", usage)
        case None:
            raise CallFailed("cut", "the connection ended before the answer did")
        case "content_filter":
            stop = "filter"
        case "length":
            stop = "length"
        case "tool_call":
            stop = "tools"
        case "stop":
            pass
    uses = tuple(
        ToolUse(id=plain(part.tool_call_id), tool=plain(part.tool_name), arguments=plain(_arguments(part.args)))
        for part in response.parts
        if isinstance(part, ToolCallPart)
    )
    text = plain("".join(part.content for part in response.parts if isinstance(part, TextPart)))
    if stop == "filter" and not text:
        said = (response.provider_details or {}).get("refusal")
        text = failures.sentence(str(said), secret) if said else ""
    return ChatReply(
        text=text,
        reasoning=plain("\n".join(part.content for part in response.parts if isinstance(part, ThinkingPart))),
        uses=uses,
        stop="tools" if uses and stop == "stop" else stop,
        raw=ModelMessagesTypeAdapter.dump_json([response]).decode() if _is_more(response) else "",
    )


def _is_more(response: ModelResponse) -> bool:
    """Whether the vendor wants something back that text and calls alone do not hold."""
    from pydantic_ai.messages import TextPart, ToolCallPart

    return any(
        not isinstance(part, TextPart | ToolCallPart) or part.provider_details or part.id for part in response.parts
    )


def _arguments(args: object) -> str:
    return args if isinstance(args, str) else json.dumps(args or {}, ensure_ascii=False)
