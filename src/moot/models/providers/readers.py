"""The embedded readers: seats without a language model, always here."""

from __future__ import annotations

from moot.models.backend import Backend
from moot.models.catalog import Env, ModelInfo, Settings, not_spoken_to, unknown
from moot.models.prices import FREE

FAMILIES = {"lexical": "lexical", "semantic": "embedding"}


class Readers:
    name = "reader"

    def find(self, model: str, env: Env, settings: Settings) -> ModelInfo:
        if model not in FAMILIES:
            unknown(f"reader:{model}", FAMILIES, "there are reader:lexical and reader:semantic")
        return ModelInfo(
            name=f"reader:{model}",
            provider=self.name,
            model=model,
            family=FAMILIES[model],
            max_output=0,
            price=FREE,
            local=True,
            why="built in",
        )

    def discover(self, env: Env) -> list[ModelInfo]:
        return [self.find(model, env, Settings()) for model in FAMILIES]

    def backend(self, info: ModelInfo, env: Env, settings: Settings) -> Backend:
        not_spoken_to(info)


provider = Readers()
