"""Local model servers: Ollama, vLLM and llama.cpp, found at their usual addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from moot.errors import UnknownModel
from moot.models.address import checked
from moot.models.catalog import Env, ModelInfo, Settings, unknown
from moot.models.families import family_of
from moot.models.loopback import is_loopback, listed_models
from moot.models.prices import FREE
from moot.models.providers.compatible import chat_model, no_settings
from moot.models.remote import RemoteBackend, Wire

OUTPUT = 8_000


@dataclass(frozen=True)
class Server:
    """A model server that speaks OpenAI's chat format under `/v1`."""

    name: str
    title: str
    variable: str
    """Environment variable that replaces the address."""
    port: int
    context: Callable[[dict[str, Any], Env], int | None]
    """Tokens that fit in, from the server's entry for a model."""
    key: str = ""
    """Environment variable that holds a key, if the server wants one."""
    cloud: Callable[[str], bool] = lambda model: False
    """True for models that the server passes on to somebody else's machines."""

    def find(self, model: str, env: Env, settings: Settings) -> ModelInfo:
        url = self.base_url(env)
        listed = listed_models(url)
        if listed is None:
            if is_loopback(url):
                raise UnknownModel(
                    f"{self.name}:{model} is not available: no {self.title} answers at {url}; "
                    f"start it or set {self.variable}."
                )
            return self._info({"id": model}, url, env)  # elsewhere in the user's network: not probed
        entry = next((entry for entry in listed if entry["id"] in (model, f"{model}:latest")), None)
        if entry is None:
            unknown(
                f"{self.name}:{model}", [entry["id"] for entry in listed], f"{self.title} at {url} does not list it"
            )
        return self._info(entry, url, env)

    def discover(self, env: Env) -> list[ModelInfo]:
        url = self.base_url(env)
        listed = listed_models(url)
        if listed is None:
            why = (
                f"nothing answers at {url}" if is_loopback(url) else f"{url} is not on this machine: name a model of it"
            )
            missing = ModelInfo(name=f"{self.name}:*", provider=self.name, model="*", family="unknown", base_url=url)
            return [
                missing.model_copy(update={"available": False, "why": why, "price": FREE, "local": is_loopback(url)})
            ]
        return [self._info(entry, url, env) for entry in listed if not _only_embeds(entry["id"])]

    def backend(self, info: ModelInfo, env: Env, settings: Settings) -> RemoteBackend:
        key = env.get(self.key, "") if self.key else ""
        return RemoteBackend(info, key, settings, Wire(model=chat_model, settings=no_settings, schema_twice=True))

    def base_url(self, env: Env) -> str:
        given = (env.get(self.variable) or "").strip().rstrip("/")
        if not given:
            return f"http://127.0.0.1:{self.port}/v1"
        if "://" not in given:
            given = f"http://{given}"
        scheme, _, rest = given.partition("://")
        checked(self.variable, given)
        host, slash, path = rest.partition("/")
        # A server told to listen on every interface (0.0.0.0) is reached on this machine at loopback.
        host = host.replace("0.0.0.0", "127.0.0.1").replace("[::]", "[::1]")  # noqa: S104
        if scheme == "http" and ":" not in host.rpartition("]")[2]:
            host = f"{host}:{self.port}"
        given = f"{scheme}://{host}{slash}{path}"
        return given if given.endswith("/v1") else f"{given}/v1"

    def _info(self, entry: dict[str, Any], url: str, env: Env) -> ModelInfo:
        model = str(entry["id"])
        elsewhere = self.cloud(model)
        context = self.context(entry, env)
        return ModelInfo(
            name=f"{self.name}:{model}",
            provider=self.name,
            model=model,
            family=family_of(model),
            context=context,
            max_output=min(OUTPUT, context // 2) if context else OUTPUT,
            price=None if elsewhere else FREE,
            local=is_loopback(url) and not elsewhere,
            why=f"{self.title} at {url}",
            base_url=url,
        )


def _only_embeds(model: str) -> bool:
    return any(word in model.lower() for word in ("embed", "rerank", "minilm", "bge-"))


def _ollama_context(entry: dict[str, Any], env: Env) -> int:
    """Ollama cuts a longer prompt without a word, so what it is known to hold counts: its default if nothing is set."""
    given = env.get("OLLAMA_CONTEXT_LENGTH", "")
    return int(given) if given.isdecimal() and int(given) > 0 else 4096


def _vllm_context(entry: dict[str, Any], env: Env) -> int | None:
    length = entry.get("max_model_len")
    return length if isinstance(length, int) and length > 0 else None


def _llamacpp_context(entry: dict[str, Any], env: Env) -> int | None:
    meta = entry.get("meta")
    found = [meta.get(key) for key in ("n_ctx", "n_ctx_train")] if isinstance(meta, dict) else []
    return next((size for size in found if isinstance(size, int) and size > 0), None)


ollama = Server(
    name="ollama",
    title="Ollama",
    variable="OLLAMA_HOST",
    port=11434,
    context=_ollama_context,
    cloud=lambda model: model.endswith(("-cloud", ":cloud")),
)
vllm = Server(name="vllm", title="vLLM", variable="VLLM_BASE_URL", port=8000, context=_vllm_context, key="VLLM_API_KEY")
llamacpp = Server(
    name="llamacpp",
    title="llama.cpp",
    variable="LLAMACPP_BASE_URL",
    port=8080,
    context=_llamacpp_context,
    key="LLAMACPP_API_KEY",
)
