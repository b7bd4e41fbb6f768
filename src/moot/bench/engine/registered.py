"""What inspect_ai finds of Moot, by the entry point group `inspect_ai`: the models `moot/…`."""

from __future__ import annotations

from inspect_ai.model import ModelAPI, modelapi


@modelapi(name="moot")
def moot() -> type[ModelAPI]:
    from moot.bench.engine.model import MootModel

    return MootModel
