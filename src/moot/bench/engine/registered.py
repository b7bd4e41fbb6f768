"""What inspect_ai finds of Moot, by the entry point group `inspect_ai`: the models `moot/…` and the sandbox `moot`."""

from __future__ import annotations

from inspect_ai.model import ModelAPI, modelapi
from inspect_ai.util import SandboxEnvironment, sandboxenv


@modelapi(name="moot")
def moot() -> type[ModelAPI]:
    from moot.bench.engine.model import MootModel

    return MootModel


@sandboxenv(name="moot")  # pyright: ignore[reportUntypedFunctionDecorator] - it has no types
def sandbox() -> type[SandboxEnvironment]:
    from moot.bench.engine.box import Box

    return Box
