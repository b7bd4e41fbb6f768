"""What the vendors' hosted endpoints have in common: a key in the environment, an address, a price list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moot.errors import UnknownModel
from moot.models.address import checked
from moot.models.catalog import Env, ModelInfo, Settings, unknown
from moot.models.families import family_of
from moot.models.prices import Listed, listed_names, look_up

if TYPE_CHECKING:
    from moot.models.backend import Backend

MakeBackend = Callable[[ModelInfo, str, Settings], "Backend"]
"""From model, key and settings."""


@dataclass(frozen=True)
class Hosted:
    """A vendor's endpoint, known to the price list as `vendor`."""

    name: str
    vendor: str
    keys: tuple[str, ...]
    """Names of the environment variables that may hold the key; the first that is set counts."""
    url_variable: str
    """Name of the environment variable that may replace the address, as in the vendor's own SDK."""
    url: str
    defaults: tuple[str, ...]
    """What takes a seat when no model is named. The one place for these names."""
    make: MakeBackend
    max_output: Callable[[str], int]
    keeps_prompts: Callable[[str], bool] = lambda model: False
    note: str = ""

    def find(self, model: str, env: Env, settings: Settings) -> ModelInfo:
        if not self._key(env):
            raise UnknownModel(f"{self.name}:{model} needs a key: set {self.keys[0]} in the environment.")
        listed = look_up(self.vendor, model)
        if listed is None and settings.price is None and self._base_url(env) == self.url:
            unknown(
                f"{self.name}:{model}",
                listed_names(self.vendor),
                "it is not in the price list; if it is new, give its price with --price IN/OUT",
            )
        return self._info(model, listed, env)

    def discover(self, env: Env) -> list[ModelInfo]:
        return [self._info(model, look_up(self.vendor, model), env) for model in self.defaults]

    def backend(self, info: ModelInfo, env: Env, settings: Settings) -> Backend:
        return self.make(info, self._key(env), settings)

    def _info(self, model: str, listed: Listed | None, env: Env) -> ModelInfo:
        key, url = self._key(env), self._base_url(env)
        found = next((name for name in self.keys if env.get(name)), self.keys[0])
        return ModelInfo(
            name=f"{self.name}:{model}",
            provider=self.name,
            model=model,
            family=family_of(model),
            context=listed.context if listed else None,
            max_output=self.max_output(model),
            price=listed.price if listed else None,
            keeps_prompts=self.keeps_prompts(model),
            available=bool(key),
            why=(f"{found} is set{f'; {self.note}' if self.note else ''}" if key else f"{found} is not set"),
            base_url=url,
        )

    def _key(self, env: Env) -> str:
        return next((env[name] for name in self.keys if env.get(name)), "")

    def _base_url(self, env: Env) -> str:
        return checked(self.url_variable, env.get(self.url_variable) or self.url)
