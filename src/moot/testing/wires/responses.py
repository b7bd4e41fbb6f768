"""OpenAI Responses."""

from __future__ import annotations

from moot.testing.conduct import Fault
from moot.testing.prompt import Json
from moot.testing.wires import openai_errors
from moot.testing.wires.base import CREATED, End, Event, Failure, Reply


class Responses:
    def whole(self, reply: Reply) -> Json:
        cut = reply.end is End.LENGTH
        return {
            "id": f"resp_{reply.key}",
            "object": "response",
            "created_at": CREATED,
            "status": "incomplete" if cut else "completed",
            "error": None,
            "incomplete_details": {"reason": "max_output_tokens"} if cut else None,
            "instructions": None,
            "metadata": {},
            "model": reply.model,
            "output": _output(reply),
            "parallel_tool_calls": False,
            "temperature": None,
            "tool_choice": "auto",
            "tools": [],
            "top_p": None,
            "usage": _usage(reply),
        }

    def events(self, reply: Reply) -> list[Event]:
        whole = self.whole(reply)
        begun = whole | {"status": "in_progress", "output": [], "usage": None, "incomplete_details": None}
        named: list[tuple[str, Json]] = [
            ("response.created", {"response": begun}),
            ("response.in_progress", {"response": begun}),
        ]
        for index, item in enumerate(whole["output"]):
            named += _item_events(reply, item, index)
        last = "response.incomplete" if reply.end is End.LENGTH else "response.completed"
        named.append((last, {"response": whole}))
        return [
            Event(name, {"type": name, "sequence_number": number} | data, name.endswith(".delta"))
            for number, (name, data) in enumerate(named)
        ]

    def failure(self, fault: Fault, model: str, tokens: int, context: int) -> Failure:
        return openai_errors.failure(fault, model, tokens, context)

    def error_event(self, failure: Failure) -> Event:
        error = failure.body["error"]
        told: Json = {"code": error["code"], "message": error["message"], "param": None, "sequence_number": 0}
        return Event("error", {"type": "error"} | told)


def _output(reply: Reply) -> list[Json]:
    items: list[Json] = []
    if reply.usage.reasoning:
        items.append({"type": "reasoning", "id": f"rs_{reply.key}", "summary": []})
    status = "incomplete" if reply.end is End.LENGTH else "completed"
    if reply.tool and reply.end is not End.REFUSAL:
        call: Json = {"type": "function_call", "id": f"fc_{reply.key}", "call_id": f"call_{reply.key}"}
        items.append(call | {"name": reply.tool, "arguments": reply.text, "status": status})
    else:
        message: Json = {"type": "message", "id": f"msg_{reply.key}", "role": "assistant", "status": status}
        items.append(message | {"content": [_content(reply, reply.text)]})
    return items


def _content(reply: Reply, text: str) -> Json:
    if reply.end is End.REFUSAL:
        return {"type": "refusal", "refusal": text}
    return {"type": "output_text", "text": text, "annotations": [], "logprobs": []}


def _item_events(reply: Reply, item: Json, index: int) -> list[tuple[str, Json]]:
    at: Json = {"output_index": index}
    inside: list[tuple[str, Json]] = []
    begun = item
    if item["type"] == "function_call":
        at_call = at | {"item_id": item["id"]}
        begun = item | {"arguments": "", "status": "in_progress"}
        kind = "response.function_call_arguments"
        inside = [(f"{kind}.delta", at_call | {"delta": piece}) for piece in reply.pieces]
        inside.append((f"{kind}.done", at_call | {"name": reply.tool, "arguments": reply.text}))
    elif item["type"] == "message":
        begun = item | {"content": [], "status": "in_progress"}
        inside = _content_events(reply, at | {"item_id": item["id"], "content_index": 0})
    return [
        ("response.output_item.added", at | {"item": begun}),
        *inside,
        ("response.output_item.done", at | {"item": item}),
    ]


def _content_events(reply: Reply, at: Json) -> list[tuple[str, Json]]:
    refused = reply.end is End.REFUSAL
    kind, field = ("response.refusal", "refusal") if refused else ("response.output_text", "text")
    extra: Json = {} if refused else {"logprobs": []}
    return [
        ("response.content_part.added", at | {"part": _content(reply, "")}),
        *[(f"{kind}.delta", at | {"delta": piece} | extra) for piece in reply.pieces],
        (f"{kind}.done", at | {field: reply.text} | extra),
        ("response.content_part.done", at | {"part": _content(reply, reply.text)}),
    ]


def _usage(reply: Reply) -> Json:
    usage = reply.usage
    return {
        "input_tokens": usage.input,
        "input_tokens_details": {"cached_tokens": usage.cached, "cache_write_tokens": 0},
        "output_tokens": usage.output,
        "output_tokens_details": {"reasoning_tokens": usage.reasoning},
        "total_tokens": usage.input + usage.output,
    }
