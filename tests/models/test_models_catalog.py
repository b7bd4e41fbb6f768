"""Names become models: found, refused in one sentence, never with a key in it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from moot import plugins
from moot.errors import UnknownModel, UsageError
from moot.models import catalog, discovery, prices
from moot.models.catalog import ModelInfo, Settings
from moot.models.prices import FREE
from moot.models.providers.openrouter import keeps_prompts
from moot.models.providers.servers import llamacpp, ollama, vllm
from moot.testing import DoubleServer

KEYS = {
    "ANTHROPIC_API_KEY": "k-anthropic",
    "OPENAI_API_KEY": "k-openai",
    "GEMINI_API_KEY": "k-gemini",
    "OPENROUTER_API_KEY": "k-openrouter",
}
NOBODY = {"OLLAMA_HOST": "127.0.0.1:9", "VLLM_BASE_URL": "127.0.0.1:9", "LLAMACPP_BASE_URL": "127.0.0.1:9"}


def refusal(name: str, env: dict[str, str], settings: Settings | None = None) -> str:
    with pytest.raises(UnknownModel) as caught:
        catalog.resolve(name, env, settings)
    text = str(caught.value)
    assert "\n" not in text and len(text) < 400
    assert not any(key in text for key in KEYS.values())
    return text


def test_all_built_in_providers_are_registered_and_fit_the_contract() -> None:
    found = {name: catalog.provider(name) for name in catalog.provider_names()}
    assert set(found) >= {
        "anthropic", "openai", "openrouter", "gemini", "compatible", "ollama", "vllm", "llamacpp", "gguf", "recorded",
        "reader",
    }  # fmt: skip
    for name, provider in found.items():
        assert provider.name == name
        for info in provider.discover(NOBODY | KEYS):
            assert info.provider == name and info.name.startswith(f"{name}:")
            assert info.why


@pytest.mark.parametrize(
    ("name", "family", "context"),
    [
        ("anthropic:claude-sonnet-5-5", "claude", 1_000_000),
        ("openai:gpt-6.1-terra", "gpt", 1_050_000),
        ("gemini:gemini-3.8-flash", "gemini", 1_000_000),
        ("openrouter:qwen/qwen3.6-plus", "qwen", 1_000_000),
    ],
)
def test_a_hosted_model(name: str, family: str, context: int) -> None:
    info = catalog.resolve(name, KEYS)
    assert (info.name, info.family, info.context) == (name, family, context)
    assert info.available and not info.local and not info.keeps_prompts
    assert info.price is not None and info.price.output > 0
    assert info.base_url.startswith("https://")


@pytest.mark.parametrize("name", ["anthropic", "openai", "gemini", "openrouter"])
def test_every_default_model_is_in_the_price_list(name: str) -> None:
    for info in catalog.provider(name).discover(KEYS):
        assert info.price is not None and info.context is not None


def test_a_missing_key_is_named() -> None:
    assert "ANTHROPIC_API_KEY" in refusal("anthropic:claude-sonnet-5-5", {})
    assert "GEMINI_API_KEY" in refusal("gemini:gemini-3.8-flash", {"GEMINI_API_KEY": ""})


def test_an_unknown_model_brings_close_names() -> None:
    assert "anthropic:claude-sonnet-5-5" in refusal("anthropic:claude-sonet-5-5", KEYS)
    assert "Did you mean" not in refusal("anthropic:zzzzzz", KEYS)


@pytest.mark.parametrize(
    "name", ["", "claude-sonnet-5-5", "nobody:x", ":x", "anthropic:", "reader:lexicl", "gguf:/nowhere.gguf"]
)
def test_what_is_no_name_is_refused(name: str) -> None:
    refusal(name, KEYS)


def test_a_new_model_goes_with_a_stated_price_only() -> None:
    refusal("openai:gpt-7-zebra", KEYS)
    info = catalog.resolve("openai:gpt-7-zebra", KEYS, Settings(price=prices.parse("1/2")))
    assert info.price == prices.parse("1/2")


def test_a_stated_price_does_not_make_a_listed_model_cheaper() -> None:
    stated = catalog.resolve("anthropic:claude-sonnet-5-5", KEYS, Settings(price=FREE))
    assert stated.price == catalog.resolve("anthropic:claude-sonnet-5-5", KEYS).price != FREE


def test_another_address_knows_other_models_but_no_price() -> None:
    info = catalog.resolve("openai:my-own", KEYS | {"OPENAI_BASE_URL": "http://10.0.0.1/v1"})
    assert info.price is None and info.base_url == "http://10.0.0.1/v1"


@pytest.mark.parametrize(
    ("model", "kept"),
    [
        ("qwen/qwen3.6-plus:free", True),
        ("qwen/qwen3.6-max-preview", True),
        ("stealth/crouton-alpha", True),
        ("x-ai/grok-3-beta", True),
        ("google/gemini-2.5-pro-exp-03-25", True),
        ("google/gemini-2.5-pro-preview-03-25", True),
        ("qwen/qwen3.6-plus", False),
        ("anthropic/claude-sonnet-5.5", False),
        ("mistralai/mixtral-8x7b-expert", False),
        ("thedrummer/alphabet-7b", False),
    ],
)
def test_free_and_preview_models_keep_prompts(model: str, kept: bool) -> None:
    assert keeps_prompts(model) is kept
    if model.endswith(":free"):
        assert catalog.resolve(f"openrouter:{model}", KEYS).price == FREE


def test_search_on_top_has_no_known_price() -> None:
    assert catalog.resolve("openrouter:qwen/qwen3.6-plus:online", KEYS, Settings(price=prices.parse("9/9"))).price == (
        prices.parse("9/9")
    )


def test_readers_are_always_here_and_are_not_spoken_to() -> None:
    lexical, semantic = catalog.resolve("reader:lexical", {}), catalog.resolve("reader:semantic", {})
    assert (lexical.family, semantic.family) == ("lexical", "embedding")
    assert lexical.local and lexical.price == FREE
    with pytest.raises(UsageError):
        catalog.backend(lexical, {})


def test_a_recordings_family_is_what_its_header_says(tmp_path: Path) -> None:
    file = tmp_path / "run.jsonl"
    seats = [
        {"role": "author", "model": "anthropic:x", "family": "claude"},
        {"role": "reviewer", "model": "y:z", "family": "gpt"},
    ]
    header = {"recording": 1, "question": "?", "made": "2026-11-01", "provenance": "by hand", "panel": {"seats": seats}}
    file.write_text(json.dumps(header) + "\n")
    info = catalog.resolve(f"recorded:{file}", {})
    assert info.family == "claude+gpt" and "by hand" in info.why
    file.write_text("nothing of the kind")
    refusal(f"recorded:{file}", {})
    refusal(f"recorded:{tmp_path / 'missing'}", {})


def test_a_compatible_endpoint_needs_an_address_and_a_price() -> None:
    assert "MOOT_COMPATIBLE_BASE_URL" in refusal("compatible:m", {})
    info = catalog.resolve("compatible:qwen3", {"MOOT_COMPATIBLE_BASE_URL": "https://models.example.org/v1"})
    assert (info.family, info.price, info.local) == ("qwen", None, False)
    known = catalog.resolve("compatible:deepseek-chat", {"MOOT_COMPATIBLE_BASE_URL": "https://api.deepseek.com/v1"})
    assert known.price is not None


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("", "http://127.0.0.1:11434/v1"),
        ("127.0.0.1", "http://127.0.0.1:11434/v1"),
        ("127.0.0.1:9999", "http://127.0.0.1:9999/v1"),
        ("0.0.0.0", "http://127.0.0.1:11434/v1"),
        ("http://box:8000/", "http://box:8000/v1"),
        ("https://box/ollama", "https://box/ollama/v1"),
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1"),
        ("[::1]:7", "http://[::1]:7/v1"),
    ],
)
def test_a_servers_address_is_read_as_its_own_tools_read_it(given: str, url: str) -> None:
    assert ollama.base_url({"OLLAMA_HOST": given}) == url


@pytest.mark.parametrize(
    ("model", "variable"),
    [
        ("ollama:m", "OLLAMA_HOST"),
        ("vllm:m", "VLLM_BASE_URL"),
        ("llamacpp:m", "LLAMACPP_BASE_URL"),
        ("compatible:m", "MOOT_COMPATIBLE_BASE_URL"),
        ("anthropic:m", "ANTHROPIC_BASE_URL"),
        ("openrouter:m", "OPENROUTER_BASE_URL"),
    ],
)
@pytest.mark.parametrize("secret", ["user:s3cret@", "s3cret@"])
def test_an_address_with_a_password_is_refused_and_not_shown(model: str, variable: str, secret: str) -> None:
    env = NOBODY | KEYS | {variable: f"http://{secret}127.0.0.1:9/v1"}
    assert f"{variable} holds a user name or password" in refusal(model, env)
    found = discovery.available(env)
    assert not any("s3cret" in info.model_dump_json() for info in found)
    assert any(variable in info.why for info in found)


def test_what_is_no_address_is_said() -> None:
    assert "OLLAMA_HOST is no address" in refusal("ollama:m", {"OLLAMA_HOST": "http://[bad"})


def test_a_server_on_this_machine_is_asked_what_it_has() -> None:
    with DoubleServer(models=["qwen3:8b", "nomic-embed-text"]) as server:
        env = {"OLLAMA_HOST": server.anthropic_url}
        info = catalog.resolve("ollama:qwen3:8b", env)
        assert (info.family, info.price, info.local, info.context) == ("qwen", FREE, True, 4096)
        assert catalog.resolve("ollama:qwen3:8b", env | {"OLLAMA_CONTEXT_LENGTH": "32768"}).context == 32768
        assert "ollama:qwen3:8b" in refusal("ollama:qwen3:9b", env)
        assert [found.model for found in ollama.discover(env)] == ["qwen3:8b"]
    assert "start it or set OLLAMA_HOST" in refusal("ollama:qwen3:8b", NOBODY)


def test_what_a_local_server_passes_on_is_neither_local_nor_free() -> None:
    with DoubleServer(models=["gpt-oss:120b-cloud"]) as server:
        info = catalog.resolve("ollama:gpt-oss:120b-cloud", {"OLLAMA_HOST": server.anthropic_url})
    assert (info.local, info.price) == (False, None)


def test_a_server_elsewhere_is_not_probed(monkeypatch: pytest.MonkeyPatch) -> None:
    def probed(*_: object, **__: object) -> None:
        raise AssertionError("a request left this machine")

    monkeypatch.setattr("httpx2.Client", probed)
    for server in (ollama, vllm, llamacpp):
        for elsewhere in ("http://192.0.2.1:1234", "http://127.0.0.1.example.org", "http://[2001:db8::1]:80"):
            info = server.find("m", {server.variable: elsewhere}, Settings())
            assert not info.local
            assert [found.available for found in server.discover({server.variable: elsewhere})] == [False]


def test_naming_models_loads_no_sdk() -> None:
    heavy = ("pydantic_ai", "openai", "anthropic", "httpx2", "genai_prices", "xllamacpp", "numpy")
    code = (
        "import sys; from moot.models import catalog, discovery\n"
        "for name in catalog.provider_names(): catalog.provider(name)\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


class _Point:
    """An entry point of somebody else's package."""

    def __init__(self, name: str, provider: object) -> None:
        self.name, self._provider, self.module, self.dist = name, provider, "theirs.models", None

    def load(self) -> object:
        if isinstance(self._provider, Exception):
            raise self._provider
        return self._provider


class _Theirs:
    name = "theirs"

    def find(self, model: str, env: Mapping[str, str], settings: Settings) -> ModelInfo:
        return ModelInfo(name=f"theirs:{model}", provider="theirs", model=model, family="theirs", price=FREE)

    def discover(self, env: Mapping[str, str]) -> list[ModelInfo]:
        return [self.find("one", env, Settings())]

    def backend(self, info: ModelInfo, env: Mapping[str, str], settings: Settings) -> object:
        return _Older(info)


class _Older:
    """A backend from before one had to be `ready`."""

    def __init__(self, info: ModelInfo) -> None:
        self.info = info

    def request_bytes(self, request: object) -> int:
        return 1

    async def complete(self, request: object, max_output: int, on_text: object) -> None: ...

    async def aclose(self) -> None: ...


def test_a_provider_of_another_package_takes_seats_like_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [_Point("theirs", _Theirs()), _Point("broken", ImportError("no module named nothing"))]

    def registered(group: str) -> dict[str, _Point]:
        assert group == "providers"
        return {point.name: point for point in points}

    for module in (catalog, plugins):
        monkeypatch.setattr(module, "registered", registered)
    assert catalog.resolve("theirs:one", {}).name == "theirs:one"
    assert {info.name: info.available for info in discovery.available({})} == {"theirs:one": True, "broken:*": False}
    assert "no module named nothing" in refusal("broken:x", {})


def test_a_backend_that_lacks_a_part_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    points = {"theirs": _Point("theirs", _Theirs())}
    for module in (plugins, catalog):
        monkeypatch.setattr(module, "registered", {"providers": points}.__getitem__)
    with pytest.raises(UsageError, match=r"'theirs' of the package theirs\.models .*has no ready \("):
        catalog.backend(catalog.resolve("theirs:one", {}), {})
