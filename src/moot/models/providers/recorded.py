"""`recorded:FILE`: the answers of a recorded run take the seat."""

from __future__ import annotations

from pathlib import Path

from moot.models.backend import Backend
from moot.models.catalog import Env, ModelInfo, Settings, not_spoken_to
from moot.models.prices import FREE


class Recorded:
    name = "recorded"

    def find(self, model: str, env: Env, settings: Settings) -> ModelInfo:
        """The family is what the recording's panel says; of a panel of several, all of them (`claude+gpt`)."""
        from moot.models import recorded

        header = recorded.read(Path(model)).header
        families = list(dict.fromkeys(seat.family for seat in header.panel.seats))
        return ModelInfo(
            name=f"recorded:{model}",
            provider=self.name,
            model=model,
            family="+".join(families) or "unknown",
            max_output=0,
            price=FREE,
            local=True,
            why=f"recorded {header.made}: {header.provenance}",
        )

    def discover(self, env: Env) -> list[ModelInfo]:
        return []

    def backend(self, info: ModelInfo, env: Env, settings: Settings) -> Backend:
        not_spoken_to(info)


provider = Recorded()
