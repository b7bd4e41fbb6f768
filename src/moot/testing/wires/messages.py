"""Anthropic Messages."""

from __future__ import annotations

from moot.testing.conduct import Fault
from moot.testing.prompt import Json
from moot.testing.wires.base import End, Event, Failure, Reply, as_object


class Messages:
    def whole(self, reply: Reply) -> Json:
        return _message(reply) | {
            "content": [_block(reply)],
            "stop_reason": _stop(reply),
            "stop_details": _details(reply),
            "usage": _input(reply) | _output(reply),
        }

    def events(self, reply: Reply) -> list[Event]:
        block = _block(reply)
        empty: Json = {"input": {}} if block["type"] == "tool_use" else {"text": ""}
        if block["type"] == "tool_use":
            deltas: list[Json] = [{"type": "input_json_delta", "partial_json": piece} for piece in reply.pieces]
        else:
            deltas = [{"type": "text_delta", "text": piece} for piece in reply.pieces]
        begun = _message(reply) | {
            "content": [],
            "stop_reason": None,
            "usage": _input(reply) | {"output_tokens": 1},
        }
        stop: Json = {"stop_reason": _stop(reply), "stop_sequence": None, "stop_details": _details(reply)}
        named: list[Json] = [
            {"type": "message_start", "message": begun},
            {"type": "content_block_start", "index": 0, "content_block": block | empty},
            {"type": "ping"},
            *[{"type": "content_block_delta", "index": 0, "delta": delta} for delta in deltas],
            {"type": "content_block_stop", "index": 0},
            {"type": "message_delta", "delta": stop, "usage": _input(reply) | _output(reply)},
            {"type": "message_stop"},
        ]
        return [Event(event["type"], event, event["type"] == "content_block_delta") for event in named]

    def failure(self, fault: Fault, model: str, tokens: int, context: int) -> Failure:
        status, kind, message = {
            Fault.RATE_LIMIT: (429, "rate_limit_error", "This request would exceed your rate limit."),
            Fault.SERVER: (500, "api_error", "Internal server error"),
            Fault.OVERLOADED: (529, "overloaded_error", "Overloaded"),
            Fault.DENIED: (401, "authentication_error", "invalid x-api-key"),
            Fault.FORBIDDEN: (403, "permission_error", f"Your API key may not use {model}."),
            Fault.NO_MODEL: (404, "not_found_error", f"model: {model}"),
            Fault.NO_CREDIT: (
                400,
                "invalid_request_error",
                "Your credit balance is too low to access the Anthropic API.",
            ),
            Fault.OVERFLOW: (
                400,
                "invalid_request_error",
                f"prompt is too long: {tokens} tokens > {context} maximum",
            ),
        }[fault]
        error: Json = {"type": kind, "message": message}
        return Failure(status, {"type": "error", "error": error, "request_id": None})

    def error_event(self, failure: Failure) -> Event:
        return Event("error", failure.body)


def _message(reply: Reply) -> Json:
    return {
        "id": f"msg_{reply.key}",
        "type": "message",
        "role": "assistant",
        "model": reply.model,
        "stop_sequence": None,
    }


def _block(reply: Reply) -> Json:
    if not reply.tool or reply.end is End.REFUSAL:
        return {"type": "text", "text": reply.text}
    # The format carries an object, so broken arguments can only be told in a stream; whole, a cut call is empty.
    otherwise: Json = {} if reply.end is End.LENGTH else {"malformed": reply.text}
    arguments = as_object(reply.text, otherwise)
    return {"type": "tool_use", "id": f"toolu_{reply.key}", "name": reply.tool, "input": arguments}


def _stop(reply: Reply) -> str:
    if reply.end is End.LENGTH:
        return "max_tokens"
    if reply.end is End.REFUSAL:
        return "refusal"
    return "tool_use" if reply.tool else "end_turn"


def _details(reply: Reply) -> Json | None:
    if reply.end is not End.REFUSAL:
        return None
    return {"type": "refusal", "category": None, "explanation": reply.text}


def _input(reply: Reply) -> Json:
    """Anthropic's input tokens leave out what was read from, or written to, the cache."""
    usage = reply.usage
    return {
        "input_tokens": usage.input - usage.cached - usage.written,
        "cache_read_input_tokens": usage.cached,
        "cache_creation_input_tokens": usage.written,
    }


def _output(reply: Reply) -> Json:
    usage = reply.usage
    return {
        "output_tokens": usage.output,
        "output_tokens_details": {"thinking_tokens": usage.reasoning},
    }
