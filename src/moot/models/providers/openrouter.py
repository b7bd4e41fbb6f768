"""OpenRouter: many vendors' models behind one key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from moot.models.catalog import Env, ModelInfo, Settings
from moot.models.prices import FREE
from moot.models.providers.hosted import Hosted
from moot.models.remote import RemoteBackend, Wire

if TYPE_CHECKING:
    import httpx2
    from pydantic_ai.models import Model


def keeps_prompts(model: str) -> bool:
    """Free, preview and unnamed models are lent in exchange for what they are sent."""
    return bool(
        re.search(r":free$|(?:^|[-/:.])(?:preview|beta|alpha|exp|experimental|stealth|cloaked)(?:[-/:.]|$)", model)
    )


def _model(info: ModelInfo, key: str, client: httpx2.AsyncClient) -> Model:
    from openai import AsyncOpenAI
    from pydantic_ai.models.openrouter import OpenRouterModel
    from pydantic_ai.providers.openrouter import OpenRouterProvider

    sdk = AsyncOpenAI(api_key=key, base_url=info.base_url, http_client=client, max_retries=0)
    sdk.organization = sdk.project = None  # read from the environment, but no business of another vendor
    return OpenRouterModel(info.model, provider=OpenRouterProvider(openai_client=sdk))


def _settings(info: ModelInfo, stable: int) -> dict[str, Any]:
    """Route only to endpoints that hold our promises: on prompts, on the form of the reply, and on the price."""
    route: dict[str, Any] = {"require_parameters": True, "data_collection": "allow" if info.keeps_prompts else "deny"}
    if info.price is not None:
        route["max_price"] = {"prompt": float(info.price.input), "completion": float(info.price.output)}
    cache = {"openrouter_cache_instructions": "5m"} if stable and "anthropic/" in info.model else {}
    return {"openrouter_provider": route, **cache}


def _backend(info: ModelInfo, key: str, settings: Settings) -> RemoteBackend:
    return RemoteBackend(
        info, key, settings, Wire(model=_model, settings=_settings, marks_cache="anthropic/" in info.model)
    )


class OpenRouter(Hosted):
    def find(self, model: str, env: Env, settings: Settings) -> ModelInfo:
        # A free model is free whether the list knows it or not: the router is told to accept no price above zero.
        if model.endswith(":free"):
            return (
                super().find(model, env, settings.model_copy(update={"price": FREE})).model_copy(update={"price": FREE})
            )
        info = super().find(model, env, settings)
        # Web search and faster routes are billed on top of what the list says.
        return info.model_copy(update={"price": None}) if model.endswith((":online", ":nitro")) else info


provider = OpenRouter(
    name="openrouter",
    vendor="openrouter",
    keys=("OPENROUTER_API_KEY",),
    url_variable="OPENROUTER_BASE_URL",
    url="https://openrouter.ai/api/v1",
    # One key opens several families, so a mixed panel needs no second key.
    defaults=("anthropic/claude-sonnet-5.5", "openai/gpt-6.1-terra", "google/gemini-3.8-flash"),
    make=_backend,
    max_output=lambda model: 32_000,
    keeps_prompts=keeps_prompts,
)
