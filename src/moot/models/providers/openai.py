"""OpenAI's own endpoint (Responses)."""

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
    from pydantic_ai.models.openai import OpenAIResponsesModel
    from pydantic_ai.profiles import ModelProfile, merge_profile
    from pydantic_ai.providers.openai import OpenAIProvider

    sdk = AsyncOpenAI(api_key=key, base_url=info.base_url, http_client=client, max_retries=0)
    provider = OpenAIProvider(openai_client=sdk)
    profile = provider.model_profile(info.model)
    if profile and profile.get("supports_json_schema_output"):
        profile = merge_profile(profile, ModelProfile(default_structured_output_mode="native"))
    return OpenAIResponsesModel(info.model, provider=provider, profile=profile)


def _settings(info: ModelInfo, stable: int) -> dict[str, Any]:
    # Not stored at the vendor, and in the tier whose price is in the list.
    return {"openai_store": False, "openai_service_tier": "default"}


def _max_output(model: str) -> int:
    if re.match(r"(?:gpt-[5-9]|o\d)", model):
        return 100_000
    return 32_000 if model.startswith("gpt-4.1") else 16_000 if model.startswith("gpt-4o") else 4_000


def _backend(info: ModelInfo, key: str, settings: Settings) -> RemoteBackend:
    return RemoteBackend(info, key, settings, Wire(model=_model, settings=_settings, strict=True))


provider = Hosted(
    name="openai",
    vendor="openai",
    keys=("OPENAI_API_KEY",),
    url_variable="OPENAI_BASE_URL",
    url="https://api.openai.com/v1",
    defaults=("gpt-6.1-terra",),
    make=_backend,
    max_output=_max_output,
)
