"""Any endpoint that speaks OpenAI's chat format: `compatible:NAME` at a base URL of the user's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from moot.errors import UnknownModel
from moot.models.address import checked
from moot.models.catalog import Env, ModelInfo, Settings
from moot.models.families import family_of
from moot.models.loopback import is_loopback
from moot.models.prices import Listed, look_up_at
from moot.models.remote import RemoteBackend, Wire

if TYPE_CHECKING:
    import httpx2
    from pydantic_ai.models import Model

URLS = ("MOOT_COMPATIBLE_BASE_URL", "OPENAI_BASE_URL")
KEY = "MOOT_COMPATIBLE_API_KEY"


def chat_model(info: ModelInfo, key: str, client: httpx2.AsyncClient) -> Model:
    """A chat model on an endpoint of which only the format is known; the schema also stands in the prompt."""
    from openai import AsyncOpenAI
    from pydantic_ai.profiles import merge_profile
    from pydantic_ai.profiles.openai import OpenAIModelProfile
    from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

    from moot.models.providers.chat import CountedChatModel

    sdk = AsyncOpenAI(api_key=key or "none", base_url=info.base_url, http_client=client, max_retries=0)
    sdk.organization = sdk.project = None  # read from the environment, but no business of another vendor
    provider = OpenAICompatibleProvider(info.provider, openai_client=sdk)
    profile = merge_profile(
        provider.model_profile(info.model),
        OpenAIModelProfile(
            supports_json_schema_output=True,
            default_structured_output_mode="native",
            # Servers that only mask tokens do not show the model the schema.
            native_output_requires_schema_in_instructions=True,
            openai_chat_supports_max_completion_tokens=False,
            openai_chat_supports_multiple_system_messages=False,
            openai_chat_streaming_requires_finish_reason=True,
            openai_supports_strict_tool_definition=False,
        ),
    )
    return CountedChatModel(info.model, provider=provider, profile=profile)


def no_settings(info: ModelInfo, stable: int) -> dict[str, Any]:
    return {}


class Compatible:
    name = "compatible"

    def find(self, model: str, env: Env, settings: Settings) -> ModelInfo:
        url = self._url(env)
        if not url:
            raise UnknownModel(f"compatible:{model} needs an address: set {URLS[0]} to the endpoint's base URL.")
        return self._info(model, url, look_up_at(url, model))

    def discover(self, env: Env) -> list[ModelInfo]:
        """No model: which an endpoint has is known only when it is asked, and it may be anywhere."""
        url = self._url(env)
        why = f"{url} is not asked for its models: name one, as --author {self.name}:NAME --price IN/OUT"
        none = ModelInfo(name=f"{self.name}:*", provider=self.name, model="*", family="unknown", base_url=url)
        return [none.model_copy(update={"available": False, "why": why if url else f"{URLS[0]} is not set"})]

    def backend(self, info: ModelInfo, env: Env, settings: Settings) -> RemoteBackend:
        key = env.get(KEY, "")
        if not key and info.base_url == env.get("OPENAI_BASE_URL"):
            # The key that belongs to that address, and to no other.
            key = env.get("OPENAI_API_KEY", "")
        return RemoteBackend(info, key, settings, Wire(model=chat_model, settings=no_settings, schema_twice=True))

    def _info(self, model: str, url: str, listed: Listed | None) -> ModelInfo:
        return ModelInfo(
            name=f"compatible:{model}",
            provider=self.name,
            model=model,
            family=family_of(model),
            context=listed.context if listed else None,
            max_output=16_000,
            price=listed.price if listed else None,
            local=is_loopback(url),
            why=f"at {url}",
            base_url=url,
        )

    def _url(self, env: Env) -> str:
        return next((checked(name, env[name]) for name in URLS if env.get(name)), "")


provider = Compatible()
