"""`file:PATH`: a file takes the author's seat, to be audited."""

from __future__ import annotations

from pathlib import Path

from moot.errors import UnknownModel
from moot.models.backend import Backend
from moot.models.catalog import Env, ModelInfo, Settings, not_spoken_to
from moot.models.prices import FREE


class File:
    name = "file"

    def find(self, model: str, env: Env, settings: Settings) -> ModelInfo:
        if not Path(model).is_file():
            if Path(model).is_dir():
                raise UnknownModel(f"{model} is a folder: name the file in it that is to be audited.")
            raise UnknownModel(f"There is no file {model} to audit.")
        return ModelInfo(
            name=f"file:{model}",
            provider=self.name,
            model=model,
            family="file",
            max_output=0,
            price=FREE,
            local=True,
            why="its claims are audited",
        )

    def discover(self, env: Env) -> list[ModelInfo]:
        return []

    def backend(self, info: ModelInfo, env: Env, settings: Settings) -> Backend:
        not_spoken_to(info)


provider = File()
