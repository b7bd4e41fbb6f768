"""Anthropic's own endpoint (Messages)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from moot.models.catalog import ModelInfo, Settings
from moot.models.providers.hosted import Hosted
from moot.models.remote import RemoteBackend, Wire

if TYPE_CHECKING:
    import httpx2
    from pydantic_ai.models import Model


def _model(info: ModelInfo, key: str, client: httpx2.AsyncClient) -> Model:
    from anthropic import AsyncAnthropic
    from pydantic_ai.models.anthropic import AnthropicModel
    from pydantic_ai.profiles import ModelProfile, merge_profile
    from pydantic_ai.providers.anthropic import AnthropicProvider

    sdk = AsyncAnthropic(api_key=key, base_url=info.base_url, http_client=client, max_retries=0)
    provider = AnthropicProvider(anthropic_client=sdk)
    profile = provider.model_profile(info.model)
    if profile and profile.get("supports_json_schema_output"):
        # Within the vendor's limits of a schema's complexity, else pydantic-ai goes back to a tool.
        profile = merge_profile(profile, ModelProfile(default_structured_output_mode="native"))
    return AnthropicModel(info.model, provider=provider, profile=profile)


def _settings(info: ModelInfo, stable: int) -> dict[str, Any]:
    # The standard tier: the price list is its price. The cache mark on the last stable message is set by the message.
    return {"anthropic_service_tier": "standard_only"} | ({"anthropic_cache_instructions": "5m"} if stable else {})


def _backend(info: ModelInfo, key: str, settings: Settings) -> RemoteBackend:
    return RemoteBackend(info, key, settings, Wire(model=_model, settings=_settings, marks_cache=True))


provider = Hosted(
    name="anthropic",
    vendor="anthropic",
    keys=("ANTHROPIC_API_KEY",),
    url_variable="ANTHROPIC_BASE_URL",
    url="https://api.anthropic.com",
    defaults=("claude-sonnet-5-5",),
    make=_backend,
    max_output=lambda model: 8_192 if model.startswith(("claude-3-5", "claude-3-haiku")) else 64_000,
)
