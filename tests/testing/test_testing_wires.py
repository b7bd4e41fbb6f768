"""The double speaks to the real SDKs and, through pydantic-ai, to what Moot uses."""

import json
from typing import Any

import anthropic
import openai
import pytest
from pydantic_ai.direct import model_request, model_request_stream
from pydantic_ai.exceptions import ModelAPIError, ModelHTTPError
from pydantic_ai.messages import ModelRequest, ModelResponse, SystemPromptPart, TextPart, ToolCallPart, UserPromptPart
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.models.anthropic import AnthropicModel
from pydantic_ai.models.openai import OpenAIChatModel, OpenAIResponsesModel
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.providers.anthropic import AnthropicProvider
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.tools import ToolDefinition

from moot.testing import (
    Conduct,
    DoubleServer,
    Rule,
    breaks,
    broken,
    cut,
    denied,
    malformed,
    overflows,
    overloaded,
    overlong,
    refuses,
    too_many,
)

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "kind": {"enum": ["plan", "ask"]},
        "items": {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/item"}},
    },
    "required": ["kind", "items"],
    "additionalProperties": False,
    "$defs": {
        "item": {
            "type": "object",
            "properties": {"text": {"type": "string"}, "count": {"type": "integer", "minimum": 3}},
            "required": ["text", "count"],
            "additionalProperties": False,
        }
    },
}
EXPECTED = {"kind": "plan", "items": [{"text": "", "count": 3}, {"text": "", "count": 3}]}
MODELS = ("chat", "responses", "anthropic")
MODES = ("tool", "native")


def model(kind: str, server: DoubleServer, name: str = "double-a") -> Model:
    """A model of pydantic-ai on the double, without the SDK's own retries."""
    if kind == "anthropic":
        client = anthropic.AsyncAnthropic(base_url=server.anthropic_url, api_key="double", max_retries=0)
        return AnthropicModel(
            name, provider=AnthropicProvider(anthropic_client=client), profile={"supports_json_schema_output": True}
        )
    provider = OpenAIProvider(
        openai_client=openai.AsyncOpenAI(base_url=server.base_url, api_key="double", max_retries=0)
    )
    chosen = OpenAIChatModel if kind == "chat" else OpenAIResponsesModel
    return chosen(name, provider=provider)


def parameters(mode: str) -> ModelRequestParameters:
    if mode == "tool":
        tool = ToolDefinition(name="reply", parameters_json_schema=SCHEMA, kind="output")
        return ModelRequestParameters(output_mode="tool", output_tools=[tool], allow_text_output=False)
    output = OutputObjectDefinition(json_schema=SCHEMA, name="reply")
    return ModelRequestParameters(output_mode="native", output_object=output)


def messages(user: str = "What is so?") -> list[Any]:
    return [ModelRequest(parts=[SystemPromptPart("You answer."), UserPromptPart(user)])]


def content(response: ModelResponse) -> str:
    for part in response.parts:
        if isinstance(part, ToolCallPart):
            return part.args if isinstance(part.args, str) else json.dumps(part.args)
        if isinstance(part, TextPart):
            return part.content
    raise AssertionError("an answer without text or call")


async def ask(kind: str, server: DoubleServer, mode: str = "tool", stream: bool = False) -> ModelResponse:
    if not stream:
        return await model_request(model(kind, server), messages(), model_request_parameters=parameters(mode))
    async with model_request_stream(
        model(kind, server), messages(), model_request_parameters=parameters(mode)
    ) as events:
        async for _ in events:
            pass
    return events.get()


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", MODELS)
async def test_a_typed_reply_arrives_over_every_wire(kind: str, mode: str, stream: bool) -> None:
    async with DoubleServer(script=Conduct(reasoning=7)) as server:
        response = await ask(kind, server, mode, stream)
    reply = json.loads(content(response))
    # The Anthropic SDK moves minItems and minimum into descriptions, so there the least is less.
    assert reply == (EXPECTED if (kind, mode) != ("anthropic", "native") else {"kind": "plan", "items": []})
    assert any(isinstance(part, ToolCallPart) for part in response.parts) == (mode == "tool")
    assert response.finish_reason == ("tool_call" if mode == "tool" and kind != "responses" else "stop")
    assert response.usage.input_tokens > 0
    assert response.usage.output_tokens >= 7
    assert 7 in response.usage.details.values()
    (seen,) = server.requests
    assert seen.completed and seen.half and seen.done and seen.status == 200
    assert seen.prompt.schema is not None and set(seen.prompt.schema["properties"]) == {"kind", "items"}
    assert seen.prompt.system == "You answer." and seen.prompt.user == "What is so?"
    assert json.loads(seen.text) == reply


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("kind", MODELS)
async def test_the_same_requests_get_the_same_ids_in_any_order(kind: str, stream: bool) -> None:
    ids: list[list[str | None]] = []
    for modes in (("tool", "native", "tool"), ("native", "tool", "tool")):
        async with DoubleServer() as server:
            answers = [await ask(kind, server, mode, stream) for mode in modes]
        assert [each.provider_response_id for each in answers] == [seen.id for seen in server.requests]
        ids.append([each.provider_response_id for each in answers])
    assert len(set(ids[0])) == 3
    assert ids[0] == [ids[1][1], ids[1][0], ids[1][2]]


@pytest.mark.parametrize("kind", MODELS)
@pytest.mark.parametrize(
    ("conduct", "openai_status", "anthropic_status"),
    [(too_many(2), 429, 429), (broken(), 500, 500), (overloaded(), 503, 529), (denied(), 401, 401)],
)
async def test_errors_have_the_vendors_status(
    kind: str, conduct: Conduct, openai_status: int, anthropic_status: int
) -> None:
    async with DoubleServer(script=conduct) as server:
        with pytest.raises(ModelHTTPError) as caught:
            await ask(kind, server)
    assert caught.value.status_code == (anthropic_status if kind == "anthropic" else openai_status)


async def test_retry_after_is_sent_and_the_sdk_honours_it() -> None:
    script = [Rule(too_many(0.25), nth=1)]
    async with DoubleServer(script=script) as server:
        patient = anthropic.AsyncAnthropic(base_url=server.anthropic_url, api_key="double", max_retries=1)
        await patient.messages.create(model="double-a", max_tokens=50, messages=[{"role": "user", "content": "Hi"}])
        hasty = openai.AsyncOpenAI(base_url=server.base_url, api_key="double", max_retries=0)
        await hasty.responses.create(model="double-a", input="Hi")
    first, second, _ = server.requests
    assert (first.status, second.status) == (429, 200)
    assert second.at - first.at >= 0.2


async def test_a_response_cut_at_the_limit_ends_as_incomplete() -> None:
    async with DoubleServer(script=overlong()) as server:
        client = openai.AsyncOpenAI(base_url=server.base_url, api_key="double", max_retries=0)
        stream = await client.responses.create(model="double-a", input="Hi", stream=True)
        kinds = [event.type async for event in stream]
    assert (kinds[0], kinds[-1]) == ("response.created", "response.incomplete")


async def test_retry_after_is_in_the_headers() -> None:
    async with DoubleServer(script=too_many(7)) as server:
        client = openai.AsyncOpenAI(base_url=server.base_url, api_key="double", max_retries=0)
        with pytest.raises(openai.RateLimitError) as caught:
            await client.responses.create(model="double-a", input="Hi")
    assert caught.value.response.headers["retry-after"] == "7"


async def test_overflow_has_each_vendors_code() -> None:
    async with DoubleServer(script=overflows(), context=10_000) as server:
        with pytest.raises(openai.BadRequestError) as of_openai:
            client = openai.AsyncOpenAI(base_url=server.base_url, api_key="double", max_retries=0)
            await client.chat.completions.create(model="double-a", messages=[{"role": "user", "content": "Hi"}])
        assert of_openai.value.code == "context_length_exceeded"
        with pytest.raises(anthropic.BadRequestError) as of_anthropic:
            other = anthropic.AsyncAnthropic(base_url=server.anthropic_url, api_key="double", max_retries=0)
            await other.messages.create(model="double-a", max_tokens=9, messages=[{"role": "user", "content": "Hi"}])
        assert "prompt is too long" in str(of_anthropic.value)


@pytest.mark.parametrize("kind", MODELS)
async def test_a_prompt_longer_than_the_context_overflows(kind: str) -> None:
    async with DoubleServer(context=400) as server:
        await ask(kind, server)
        with pytest.raises(ModelHTTPError) as caught:
            await model_request(
                model(kind, server), messages("long " * 400), model_request_parameters=parameters("tool")
            )
    assert caught.value.status_code == 400


async def test_refusals_have_each_vendors_shape() -> None:
    async with DoubleServer(script=refuses("No.")) as server:
        client = openai.AsyncOpenAI(base_url=server.base_url, api_key="double", max_retries=0)
        chat = await client.chat.completions.create(model="double-a", messages=[{"role": "user", "content": "Hi"}])
        assert chat.choices[0].message.refusal == "No." and chat.choices[0].message.content is None
        response = await client.responses.create(model="double-a", input="Hi")
        part = response.output[0].content[0]  # pyright: ignore
        assert part.type == "refusal" and part.refusal == "No."  # pyright: ignore
        other = anthropic.AsyncAnthropic(base_url=server.anthropic_url, api_key="double", max_retries=0)
        message = await other.messages.create(
            model="double-a", max_tokens=99, messages=[{"role": "user", "content": "Hi"}]
        )
        assert message.stop_reason == "refusal"
        async with other.messages.stream(
            model="double-a", max_tokens=99, messages=[{"role": "user", "content": "Hi"}]
        ) as stream:
            assert (await stream.get_final_message()).stop_reason == "refusal"
        async with client.responses.stream(model="double-a", input="Hi") as events:
            kinds = [event.type async for event in events]
        assert "response.refusal.delta" in kinds and kinds[-1] == "response.completed"


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("kind", MODELS)
async def test_an_overlong_answer_says_so_and_does_not_parse(kind: str, stream: bool) -> None:
    async with DoubleServer(script=overlong()) as server:
        response = await ask(kind, server, "native", stream)
    assert response.finish_reason == "length"
    assert response.usage.output_tokens >= 4096
    with pytest.raises(ValueError):
        json.loads(content(response))


@pytest.mark.parametrize("kind", MODELS)
async def test_an_output_limit_is_kept(kind: str) -> None:
    async with DoubleServer(answer=lambda _: "word " * 1000) as server:
        response = await model_request(
            model(kind, server),
            messages(),
            model_settings={"max_tokens": 20},
            model_request_parameters=ModelRequestParameters(),
        )
    assert response.finish_reason == "length"
    assert response.usage.output_tokens == 20


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", MODELS)
async def test_malformed_answers(kind: str, mode: str) -> None:
    async with DoubleServer(script=malformed("cut")) as server:
        response = await ask(kind, server, mode, stream=True)
        with pytest.raises(ValueError):
            json.loads(content(response))
    async with DoubleServer(script=malformed("foreign")) as server:
        assert json.loads(content(await ask(kind, server, mode))) == {"surprise": [1, 2, 3]}
    async with DoubleServer(script=malformed("prose")) as server:
        text = content(await ask(kind, server, mode))
        assert text.startswith("Certainly") and "```json" in text


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("kind", MODELS)
async def test_a_cut_is_seen_by_the_client_and_recorded(kind: str, stream: bool) -> None:
    async with DoubleServer(script=cut(after=1)) as server:
        with pytest.raises(Exception) as caught:
            await ask(kind, server, stream=stream)
        await server.idle()
    assert not isinstance(caught.value, AssertionError)
    (seen,) = server.requests
    assert seen.sent == 1 and not seen.completed and seen.done


@pytest.mark.parametrize("kind", MODELS)
async def test_a_stream_may_end_in_the_vendors_error(kind: str) -> None:
    async with DoubleServer(script=breaks(after=3)) as server:
        with pytest.raises((ModelAPIError, openai.APIError, anthropic.APIError)) as caught:
            await ask(kind, server, stream=True)
    assert "overloaded" in str(caught.value).lower()
    assert server.requests[0].status == 200 and server.requests[0].sent == 4


LONG = "The same long beginning. " * 400
"""2,500 tokens by the double's count."""


@pytest.mark.parametrize("kind", ["chat", "responses"])
async def test_prefixes_sent_before_count_as_cached(kind: str) -> None:
    async def cached(server: DoubleServer, name: str, text: str) -> tuple[int, int]:
        response = await model_request(
            model(kind, server, name), messages(text), model_request_parameters=parameters("tool")
        )
        return response.usage.cache_read_tokens, response.usage.input_tokens

    async with DoubleServer() as server:
        assert (await cached(server, "double-a", f"{LONG} one"))[0] == 0
        hit, whole = await cached(server, "double-a", f"{LONG} two")
        assert whole - 128 - 10 < hit < whole and hit % 128 == 0
        assert (await cached(server, "double-b", f"{LONG} two"))[0] == 0
        short = LONG[:3000]
        assert [(await cached(server, "double-c", short))[0] for _ in range(2)] == [0, 0]


async def test_anthropic_caches_only_what_is_marked() -> None:
    async with DoubleServer() as server:
        client = anthropic.AsyncAnthropic(base_url=server.anthropic_url, api_key="double", max_retries=0)

        async def usage(name: str, system: Any, user: str) -> anthropic.types.Usage:
            turns: list[Any] = [{"role": "user", "content": user}]
            return (await client.messages.create(model=name, max_tokens=50, system=system, messages=turns)).usage

        for _ in range(2):
            plain = await usage("double-a", LONG, "Hi")
            assert (plain.cache_read_input_tokens, plain.cache_creation_input_tokens) == (0, 0)
        marked: list[Any] = [{"type": "text", "text": LONG, "cache_control": {"type": "ephemeral"}}]
        first, second = [await usage("double-b", marked, user) for user in ("one", "two")]
        assert first.cache_creation_input_tokens and first.cache_creation_input_tokens > 2500
        assert second.cache_read_input_tokens == first.cache_creation_input_tokens
        assert second.cache_creation_input_tokens == 0
        assert first.input_tokens == second.input_tokens < 40
        changed = [{**marked[0], "text": f"{LONG} More."}]
        assert (await usage("double-b", changed, "one")).cache_read_input_tokens == 0
        small = [{**marked[0], "text": LONG[:3000]}]
        assert [(await usage("double-c", small, "one")).cache_creation_input_tokens for _ in range(2)] == [0, 0]


async def test_anthropic_reads_what_was_written_up_to_twenty_blocks_before_a_mark() -> None:
    async with DoubleServer() as server:
        client = anthropic.AsyncAnthropic(base_url=server.anthropic_url, api_key="double", max_retries=0)

        async def read(*added: str) -> int:
            parts: list[Any] = [{"type": "text", "text": text} for text in (LONG, *added)]
            parts[-1]["cache_control"] = {"type": "ephemeral"}
            turns: list[Any] = [{"role": "user", "content": parts}]
            message = await client.messages.create(model="double-a", max_tokens=50, messages=turns)
            return message.usage.cache_read_input_tokens or 0

        assert await read() == 0
        assert await read(*["more"] * 20) > 2500
        assert await read(*["other"] * 21) == 0


async def test_both_sdks_read_the_list_of_models() -> None:
    async with DoubleServer(models=("one", "two")) as server:
        client = openai.AsyncOpenAI(base_url=server.base_url, api_key="double")
        assert [entry.id async for entry in client.models.list()] == ["one", "two"]
        other = anthropic.AsyncAnthropic(base_url=server.anthropic_url, api_key="double")
        assert [entry.id async for entry in other.models.list()] == ["one", "two"]
    assert server.requests == ()
