"""Chat models of endpoints that are not OpenAI's, with their tokens counted in full."""

from __future__ import annotations

from openai.types.chat import ChatCompletionChunk
from pydantic_ai.models.openai import OpenAIChatModel, OpenAIStreamedResponse
from pydantic_ai.usage import RequestUsage


class _Counted(OpenAIStreamedResponse):
    def _map_usage(self, response: ChatCompletionChunk) -> RequestUsage:
        """Some endpoints count reasoning in the total only; it is billed as output, so it is counted as output."""
        used = super()._map_usage(response)
        given = response.usage
        if given is not None:
            hidden = (given.total_tokens or 0) - (given.prompt_tokens or 0) - (given.completion_tokens or 0)
            if hidden > 0:
                used.output_tokens += hidden
                used.output_reasoning_tokens = max(used.output_reasoning_tokens, hidden)
        return used


class CountedChatModel(OpenAIChatModel):
    """`OpenAIChatModel` whose output tokens include what an endpoint reports in the total alone."""

    @property
    def _streamed_response_cls(self) -> type[OpenAIStreamedResponse]:
        return _Counted
