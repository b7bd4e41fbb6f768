"""Conversations between inspect_ai's terms and ours."""

from __future__ import annotations

import base64
import json
import mimetypes
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from moot.bench.engine.panel import Reviewed, Spoken
from moot.errors import BadTask
from moot.models.chat.words import ChatRequest, Picture, Tool, ToolUse, Turn
from moot.models.prompts.conversation import told

if TYPE_CHECKING:
    from inspect_ai.model import ChatMessage, ChatMessageAssistant, GenerateConfig, ModelOutput, StopReason
    from inspect_ai.tool import ToolCall, ToolChoice, ToolInfo

MINE = "moot"
"""Key of what a message of ours carries beside its text, in its metadata."""
LARGEST_PICTURE = 20_000_000
"""Bytes."""
SETTINGS = {
    "temperature": "temperature",
    "top_p": "top_p",
    "top_k": "top_k",
    "stop_seqs": "stop_sequences",
    "seed": "seed",
    "presence_penalty": "presence_penalty",
    "frequency_penalty": "frequency_penalty",
    "logit_bias": "logit_bias",
    "parallel_tool_calls": "parallel_tool_calls",
}
"""What of a task's configuration reaches the model: inspect_ai's word for it, and pydantic-ai's."""
REFUSED = ("num_choices", "logprobs", "response_schema", "best_of", "modalities")
"""What a task may ask of a model that ours do not do; refused, since ignoring it would change what is measured."""


def request(
    messages: Sequence[ChatMessage], tools: Sequence[ToolInfo], choice: ToolChoice, config: GenerateConfig
) -> ChatRequest:
    """Raises `BadTask` for what our models do not take."""
    given = config.model_dump(exclude_none=True)
    for name in REFUSED:
        if given.get(name) not in (None, False, 1, []):
            raise BadTask(f"The task asks for {name}, which Moot's models do not have.")
    turns = [turn for message in messages for turn in _turns(message)]
    offered = tuple(
        Tool(name=tool.name, description=tool.description, parameters=tool.parameters.model_dump(exclude_none=True))
        for tool in tools
    )
    named = {"any": "required"}.get(choice, choice) if isinstance(choice, str) else choice.name
    settings = {ours: given[theirs] for theirs, ours in SETTINGS.items() if theirs in given}
    return ChatRequest(turns=tuple(turns), tools=offered, choice=named, settings=settings, max_output=config.max_tokens)


def _turns(message: ChatMessage) -> list[Turn]:
    match message.role:
        case "system":
            return [Turn(role="system", text=message.text)]
        case "user":
            return [Turn(role="user", text=message.text, pictures=_pictures(message.content))]
        case "tool":
            text = f"Error: {message.error.message}" if message.error else message.text
            return [
                Turn(
                    role="tool",
                    text=text,
                    answers=message.tool_call_id or "",
                    tool=message.function or "",
                    pictures=_pictures(message.content),
                )
            ]
        case "assistant":
            return _said(message)


def _said(message: ChatMessageAssistant) -> list[Turn]:
    """What was said, after the objections to what the author would have said first."""
    mine = cast("dict[str, Any]", (message.metadata or {}).get(MINE) or {})
    before: list[Turn] = []
    if mine.get("reviewed"):
        reviewed = Reviewed.model_validate(mine["reviewed"])
        before = [reviewed.answer, *reviewed.asked] if reviewed.asked else []
    uses = tuple(_use(call) for call in message.tool_calls or ())
    return [*before, Turn(role="assistant", text=message.text, uses=uses, raw=str(mine.get("raw") or ""))]


def _use(call: ToolCall) -> ToolUse:
    return ToolUse(id=call.id, tool=call.function, arguments=json.dumps(call.arguments, ensure_ascii=False))


def _pictures(content: object) -> tuple[Picture, ...]:
    """Raises `BadTask` for sound, video and files."""
    if isinstance(content, str):
        return ()
    found: list[Picture] = []
    for part in cast("list[Any]", content):
        if part.type == "image":
            found.append(_picture(str(part.image)))
        elif part.type not in ("text", "reasoning"):
            raise BadTask(f"The task shows {part.type}, and Moot's models are shown text and pictures only.")
    return tuple(found)


def _picture(image: str) -> Picture:
    if image.startswith("data:"):
        head, _, data = image.partition(",")
        return Picture(media_type=head.removeprefix("data:").partition(";")[0], base64=data)
    if image.startswith(("http://", "https://")):
        return Picture(url=image)
    path = Path(image)
    try:
        raw = path.read_bytes() if path.stat().st_size <= LARGEST_PICTURE else b""
    except OSError as error:
        raise BadTask(f"The picture {path.name} cannot be read: {error.strerror or error}.") from None
    if not raw:
        raise BadTask(f"The picture {path.name} is empty, or larger than {LARGEST_PICTURE:,} bytes.")
    kind = mimetypes.guess_type(path.name)[0] or "image/png"
    return Picture(media_type=kind, base64=base64.b64encode(raw).decode())


def output(spoken: Spoken, name: str) -> ModelOutput:
    """What a contestant said, with all that led to it: a review, the votes, the model's own words."""
    from inspect_ai.model import (
        ChatCompletionChoice,
        ChatMessageAssistant,
        Content,
        ContentReasoning,
        ContentText,
        ModelOutput,
        ModelUsage,
    )

    reply, usage = spoken.reply, spoken.usage
    content: list[Content] = []
    if spoken.reviewed is not None:
        content.append(ContentReasoning(reasoning=shown(spoken.reviewed)))
    if spoken.votes:
        content.append(
            ContentReasoning(reasoning="\n\n".join(f"[vote {n}]\n{v}" for n, v in enumerate(spoken.votes, 1)))
        )
    if reply.reasoning:
        content.append(ContentReasoning(reasoning=reply.reasoning))
    mine: dict[str, Any] = {"raw": reply.raw} if reply.raw else {}
    if spoken.reviewed is not None:
        mine["reviewed"] = spoken.reviewed.model_dump(mode="json")
    message = ChatMessageAssistant(
        content=[*content, ContentText(text=reply.text)] if content else reply.text,
        tool_calls=[_call(use) for use in reply.uses] or None,
        model=spoken.model,
        metadata={MINE: mine} if mine else None,
    )
    stops: dict[str, StopReason] = {"length": "max_tokens", "tools": "tool_calls", "filter": "content_filter"}
    return ModelOutput(
        model=name,
        choices=[ChatCompletionChoice(message=message, stop_reason=stops.get(reply.stop, "stop"))],
        usage=ModelUsage(
            input_tokens=max(0, usage.input_tokens - usage.cached_tokens - usage.cache_write_tokens),
            input_tokens_cache_read=usage.cached_tokens,
            input_tokens_cache_write=usage.cache_write_tokens,
            output_tokens=usage.output_tokens,
            reasoning_tokens=usage.reasoning_tokens,
            total_tokens=usage.input_tokens + usage.output_tokens,
            total_cost=float(usage.usd),
        ),
    )


def too_long(name: str, reason: str) -> ModelOutput:
    """The conversation is longer than the model's context: agents know what to do with that."""
    from inspect_ai.model import ModelOutput

    return ModelOutput.from_content(name, reason, stop_reason="model_length")


def shown(reviewed: Reviewed) -> str:
    """A review as a person reads it in the log."""
    lines = [f"[the author's first answer]\n{told(reviewed.answer)}"]
    for seat, review in zip(reviewed.by, reviewed.reviews, strict=True):
        lines.append(f"[{seat}] {'objects:' if review.objections else 'has no objection.'}")
        lines += [f'- on "{each.quote}": {each.grounds}' for each in review.objections]
        lines += [f'- void, its quote is nowhere: "{each.quote}": {each.grounds}' for each in review.void]
    return "\n".join([*lines, *reviewed.failed])


def _call(use: ToolUse) -> ToolCall:
    """With the error of arguments that are no JSON object: the agent tells the model."""
    from inspect_ai.tool import ToolCall

    try:
        arguments: object = json.loads(use.arguments or "{}")
    except (ValueError, RecursionError) as error:
        arguments, problem = {}, f"Error parsing the arguments of {use.tool}: {error}"
    else:
        problem = None if isinstance(arguments, dict) else f"The arguments of {use.tool} are no JSON object."
    given = cast("dict[str, Any]", arguments) if isinstance(arguments, dict) else {}
    return ToolCall(id=use.id, function=use.tool, arguments=given, parse_error=problem)
