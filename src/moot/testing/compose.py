"""From a conduct and a prompt to a reply; and small things in the shapes that clients read."""

from __future__ import annotations

import json
from typing import Any

from moot.testing.answers.calling import Calling
from moot.testing.conduct import Answer, Answerer, Conduct, Malformed, Overlong, Refusal
from moot.testing.log import Seen
from moot.testing.prompt import Json, PromptView
from moot.testing.usage import CHARACTERS_A_TOKEN, Usage, tokens
from moot.testing.wires.base import CREATED, PIECE, End, Event, Reply

DEFAULT_LIMIT = 4096
"""Output tokens of an overlong answer when the request sets no limit."""
FOREIGN = json.dumps({"surprise": [1, 2, 3]})


def reply(conduct: Conduct, prompt: PromptView, usage: Usage, answer: Answerer, key: str) -> Reply:
    """The reply that the conduct makes of a good answer. `conduct.says` is not a `Fail`."""
    says = conduct.says
    tool, end = prompt.tool, End.DONE
    if isinstance(says, Refusal):
        text, tool, end = says.text, None, End.REFUSAL
    elif isinstance(says, Malformed):
        text = _malformed(says, answer(prompt))
        tool = None if says.how == "prose" else tool
    else:
        text = _good(says, prompt, answer)
        tool = text.tool if isinstance(text, Calling) else tool
    spent = tokens(text) + conduct.reasoning
    limit = prompt.max_output
    if isinstance(says, Overlong) or (limit is not None and spent > limit):
        end, spent = End.LENGTH, limit or DEFAULT_LIMIT
        room = max(0, spent - conduct.reasoning) * CHARACTERS_A_TOKEN
        # An overlong answer is cut in its middle even when the limit would let it pass: it must not parse.
        text = text[: min(room, len(text) * 2 // 3 if isinstance(says, Overlong) else room)]
    total = Usage(usage.input, usage.cached, usage.written, spent, min(conduct.reasoning, spent))
    piece = CHARACTERS_A_TOKEN if conduct.per_token else PIECE
    return Reply(key, prompt.model, text, tool, end, total, piece)


def _good(says: Any, prompt: PromptView, answer: Answerer) -> str:
    if isinstance(says, Answer) and says.text is not None:
        return says.text
    if isinstance(says, Answer) and says.by is not None:
        return says.by(prompt)
    return answer(prompt)


def _malformed(says: Malformed, good: str) -> str:
    if says.how == "foreign":
        return FOREIGN
    if says.how == "prose":
        return f"Certainly! Here is what you asked for:\n\n```json\n{good}\n```\n\nLet me know if I can help further."
    return good[: max(1, len(good) * 2 // 3)]


def stream_id(events: list[Event]) -> str:
    """The id of the answer inside its first event."""
    first = events[0].data
    if isinstance(first, str):
        return ""
    inner = first.get("response") or first.get("message") or first
    return str(inner.get("id", ""))


def model_entry(model: str, context: int | None) -> Json:
    """One model of the list, with the fields of OpenAI, Anthropic and local servers side by side."""
    entry: Json = {"id": model, "object": "model", "type": "model", "created": CREATED, "owned_by": "moot"}
    entry |= {"display_name": model, "created_at": "2025-06-15T00:00:00Z"}
    return entry if context is None else entry | {"max_model_len": context}


def summary(seen: Seen) -> Json:
    """A request as `GET /double/requests` tells it, for a test whose double is another process."""
    return {
        "number": seen.number,
        "path": seen.path,
        "model": seen.model,
        "body": seen.body,
        "at": seen.at,
        "in_flight": seen.in_flight,
        "id": seen.id,
        "status": seen.status,
        "text": seen.text,
        "sent": seen.sent,
        "completed": seen.completed,
    }
