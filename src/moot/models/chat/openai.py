"""Conversations in OpenAI's chat format, for a model inside this process."""

from __future__ import annotations

from typing import Any, Literal

from moot.ledger.calls import CallFailed, Usage
from moot.models.chat.words import ChatReply, ChatRequest, ToolUse, Turn

NAMES = {"stop_sequences": "stop"}
"""pydantic-ai's words for settings that this format calls otherwise."""


def body(request: ChatRequest, max_output: int, temperature: float, seed: int) -> dict[str, Any]:
    """The request; `temperature` and `seed` where the conversation asks for none. Raises `CallFailed` for pictures."""
    if any(turn.pictures for turn in request.turns):
        raise CallFailed("refused", "a model in this process is shown no pictures", Usage())
    found: dict[str, Any] = {
        "messages": [_message(turn) for turn in request.turns],
        "max_tokens": max_output,
        "temperature": temperature,
        "seed": seed,
        "stream": True,
        "stream_options": {"include_usage": True},
        **{NAMES.get(name, name): value for name, value in request.settings.items()},
    }
    if request.tools and request.choice != "none":
        found["tools"] = [{"type": "function", "function": tool.model_dump()} for tool in request.tools]
        found["tool_choice"] = request.choice if request.choice in ("auto", "required") else "required"
    return found


def _message(turn: Turn) -> dict[str, Any]:
    match turn.role:
        case "tool":
            return {"role": "tool", "content": turn.text, "tool_call_id": turn.answers, "name": turn.tool}
        case "assistant" if turn.uses:
            calls = [
                {"id": use.id, "type": "function", "function": {"name": use.tool, "arguments": use.arguments}}
                for use in turn.uses
            ]
            return {"role": "assistant", "content": turn.text or None, "tool_calls": calls}
        case _:
            return {"role": turn.role, "content": turn.text}


def reply(text: str, calls: list[dict[str, str]], finish: str, usage: Usage) -> str:
    """The reply, as the journal keeps it."""
    uses = tuple(
        ToolUse(id=call["id"] or f"call_{n}", tool=call["name"], arguments=call["arguments"] or "{}")
        for n, call in enumerate(calls, 1)
    )
    stop: Literal["stop", "length", "tools"] = "tools" if uses else "length" if finish == "length" else "stop"
    return ChatReply(text=text, uses=uses, stop=stop).model_dump_json()
