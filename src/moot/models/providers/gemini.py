"""Google's Gemini through its OpenAI-compatible endpoint, so that no further SDK is needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from moot.models.catalog import ModelInfo, Settings
from moot.models.providers.hosted import Hosted
from moot.models.remote import RemoteBackend, Wire

if TYPE_CHECKING:
    import httpx2
    from pydantic_ai.models import Model


def _model(info: ModelInfo, key: str, client: httpx2.AsyncClient) -> Model:
    from openai import AsyncOpenAI
    from pydantic_ai.profiles import merge_profile
    from pydantic_ai.profiles.google import google_model_profile
    from pydantic_ai.profiles.openai import OpenAIModelProfile
    from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

    from moot.models.providers.chat import CountedChatModel

    sdk = AsyncOpenAI(api_key=key, base_url=info.base_url, http_client=client, max_retries=0)
    sdk.organization = sdk.project = None  # read from the environment, but no business of another vendor
    profile = merge_profile(
        google_model_profile(info.model),
        OpenAIModelProfile(
            supports_json_schema_output=True,
            default_structured_output_mode="native",
            openai_chat_streaming_requires_finish_reason=True,
        ),
    )
    provider = OpenAICompatibleProvider("gemini", openai_client=sdk)
    return CountedChatModel(info.model, provider=provider, profile=profile)


def _settings(info: ModelInfo, stable: int) -> dict[str, Any]:
    return {}


def _backend(info: ModelInfo, key: str, settings: Settings) -> RemoteBackend:
    return RemoteBackend(info, key, settings, Wire(model=_model, settings=_settings))


provider = Hosted(
    name="gemini",
    vendor="google",
    keys=("GEMINI_API_KEY", "GOOGLE_API_KEY"),
    url_variable="GEMINI_BASE_URL",
    url="https://generativelanguage.googleapis.com/v1beta/openai",
    defaults=("gemini-3.8-flash",),
    make=_backend,
    max_output=lambda model: 8_192 if re.match(r"gemini-(?:1|2\.0)", model) else 64_000,
    keeps_prompts=lambda model: bool(re.search(r"preview|exp|gemma|learnlm", model)),
    note="an unpaid key lets Google keep prompts",
)
