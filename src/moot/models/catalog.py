"""Who can take a seat: models by name (`provider:model`), and the backend that speaks for one.

Providers are found under the entry point group `moot.providers`; the built-in ones are registered there like any other.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Literal, NoReturn, Protocol, cast

from moot.errors import UnknownModel, UsageError
from moot.models.backend import Backend
from moot.models.prices import Price
from moot.plugins import load, package, registered
from moot.words import Word

Env = Mapping[str, str]


class ModelInfo(Word):
    """A model as this machine sees it. Holds no key."""

    name: str
    """`provider:model`."""
    provider: str
    model: str
    """As the endpoint calls it: a name, a path for `gguf:` and `recorded:`."""
    family: str
    context: int | None = None
    """Tokens that fit in, answer included; None if unknown."""
    max_output: int = 16_000
    """The most tokens of one reply, reasoning included."""
    price: Price | None = None
    """None: unknown, so the model is refused under a money cap."""
    keeps_prompts: bool = False
    """The endpoint may store or train on what it is sent."""
    local: bool = False
    """Nothing leaves this machine."""
    available: bool = True
    why: str = ""
    """Why it is not available, or where it was found."""
    base_url: str = ""


class Settings(Word):
    """What a user may decide about models."""

    price: Price | None = None
    """Stated by the user, for models whose price is not known."""
    read_timeout: float = 180.0
    """Seconds without a byte from the endpoint."""
    total_timeout: float = 900.0
    """Seconds for one whole request."""
    reply: Literal["auto", "native", "tool", "prompted"] = "auto"
    """How a typed reply is asked for; auto: the best that the vendor is known to have."""


class Provider(Protocol):
    """A kind of endpoint. One file each; an object of this shape is registered under `moot.providers` by its name."""

    @property
    def name(self) -> str: ...

    def find(self, model: str, env: Env, settings: Settings) -> ModelInfo:
        """The model of that name. Raises `UnknownModel` if there is none or it cannot be used here."""
        ...

    def discover(self, env: Env) -> list[ModelInfo]:
        """What is here to be used without being named, best first, and what is missing for the rest and why."""
        ...

    def backend(self, info: ModelInfo, env: Env, settings: Settings) -> Backend:
        """Who sends the requests. Cheap: connections and models are opened at the first request."""
        ...


def provider_names() -> list[str]:
    """The names of all registered providers."""
    return list(registered("providers"))


def provider(name: str) -> Provider:
    """The provider of that name. Raises `UnknownModel` if there is none, or if its package does not load."""
    return cast(Provider, load("providers", name, "provider", UnknownModel))


def resolve(name: str, env: Env, settings: Settings | None = None) -> ModelInfo:
    """The model of that name, ready for use here.

    Raises `UnknownModel`, in one sentence and with close names, when there is none or it is not available here.
    """
    settings = settings or Settings()
    kind, colon, model = name.partition(":")
    if not colon or not model:
        raise UnknownModel(f"A model is named PROVIDER:MODEL, like {_example(name)}; {name!r} is not.")
    info = provider(kind).find(model, env, settings)
    # A user's word on the price counts where the list has none; it cannot make a listed price cheaper.
    return info.model_copy(update={"price": settings.price}) if info.price is None and settings.price else info


def backend(info: ModelInfo, env: Env, settings: Settings | None = None) -> Backend:
    """Who sends requests to that model.

    Raises `UsageError` for models that are not spoken to (readers, recordings), and for a backend that lacks a part.
    """
    found = provider(info.provider).backend(info, env, settings or Settings())
    missing = [part for part in vars(Backend) if not part.startswith("_") and not hasattr(found, part)]
    if missing:
        named, owner = ", ".join(missing), package(registered("providers")[info.provider])
        raise UsageError(
            f"The provider {info.provider!r} of the package {owner} does not fit this version of Moot: its backend "
            f"has no {named} (see `moot.models.backend.Backend`); update the package, or name another model."
        )
    return found


def unknown(name: str, known: Iterable[str], hint: str = "") -> NoReturn:
    """Raise `UnknownModel` for a name, with the closest of the known ones."""
    kind, _, model = name.partition(":")
    near = difflib.get_close_matches(model, list(known), n=3, cutoff=0.5)
    meant = f" Did you mean {' or '.join(f'{kind}:{other}' for other in near)}?" if near else ""
    raise UnknownModel(f"{name} is not known{f' ({hint})' if hint else ''}.{meant}")


def not_spoken_to(info: ModelInfo) -> NoReturn:
    """Raise `UsageError`: a model without an endpoint."""
    raise UsageError(f"{info.name} takes a seat itself; there is no endpoint to send requests to.")


def _example(name: str) -> str:
    lower = name.lower()
    for start, kind in (("claude", "anthropic"), ("gpt", "openai"), ("o", "openai"), ("gemini", "gemini")):
        if lower.startswith(start) and " " not in name:
            return f"{kind}:{name}"
    return f"openrouter:{name}" if "/" in name else "anthropic:claude-sonnet-5-5"
