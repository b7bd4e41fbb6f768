"""OpenAI Chat Completions."""

from __future__ import annotations

from moot.testing.conduct import Fault
from moot.testing.prompt import Json
from moot.testing.wires import openai_errors
from moot.testing.wires.base import CREATED, End, Event, Failure, Reply


class Chat:
    def whole(self, reply: Reply) -> Json:
        message: Json = {"role": "assistant", "content": None, "refusal": None}
        if reply.end is End.REFUSAL:
            message["refusal"] = reply.text
        elif reply.tool:
            message["tool_calls"] = [_call(reply, reply.text)]
        else:
            message["content"] = reply.text
        choice: Json = {"index": 0, "message": message, "logprobs": None, "finish_reason": _finish(reply)}
        return _base(reply, "chat.completion") | {"choices": [choice], "usage": _usage(reply)}

    def events(self, reply: Reply) -> list[Event]:
        deltas: list[Json] = [{"role": "assistant", "content": None if reply.tool else "", "refusal": None}]
        if reply.end is End.REFUSAL:
            deltas += [{"refusal": piece} for piece in reply.pieces]
        elif reply.tool:
            deltas.append({"tool_calls": [{"index": 0} | _call(reply, "")]})
            deltas += [{"tool_calls": [{"index": 0, "function": {"arguments": piece}}]} for piece in reply.pieces]
        else:
            deltas += [{"content": piece} for piece in reply.pieces]
        front = len(deltas) - len(reply.pieces)
        chunks = [_chunk(reply, delta, None) for delta in deltas]
        chunks.append(_chunk(reply, {}, _finish(reply)))
        chunks.append(_base(reply, "chat.completion.chunk") | {"choices": [], "usage": _usage(reply)})
        says = range(front, len(deltas))
        return [Event(None, chunk, n in says) for n, chunk in enumerate(chunks)] + [Event(None, "[DONE]")]

    def failure(self, fault: Fault, model: str, tokens: int, context: int) -> Failure:
        return openai_errors.failure(fault, model, tokens, context)

    def error_event(self, failure: Failure) -> Event:
        return Event(None, failure.body)


def _base(reply: Reply, kind: str) -> Json:
    return {"id": f"chatcmpl-{reply.key}", "object": kind, "created": CREATED, "model": reply.model}


def _chunk(reply: Reply, delta: Json, finish: str | None) -> Json:
    choice: Json = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
    return _base(reply, "chat.completion.chunk") | {"choices": [choice], "usage": None}


def _call(reply: Reply, arguments: str) -> Json:
    return {
        "id": f"call_{reply.key}",
        "type": "function",
        "function": {"name": reply.tool, "arguments": arguments},
    }


def _finish(reply: Reply) -> str:
    if reply.end is End.LENGTH:
        return "length"
    return "tool_calls" if reply.tool and reply.end is End.DONE else "stop"


def _usage(reply: Reply) -> Json:
    usage = reply.usage
    return {
        "prompt_tokens": usage.input,
        "completion_tokens": usage.output,
        "total_tokens": usage.input + usage.output,
        "prompt_tokens_details": {"cached_tokens": usage.cached, "audio_tokens": 0},
        "completion_tokens_details": {"reasoning_tokens": usage.reasoning, "audio_tokens": 0},
    }
