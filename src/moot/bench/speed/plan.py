"""What is measured, and whether it can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from moot.errors import OverBudget, UnknownModel, UsageError
from moot.models.chat.timing import TimedBackend
from moot.models.seating import Seater

MOST_STREAMS = 64
"""More at once, and this process would be what is measured."""
MOST_PROMPT = 1_000_000
MOST_SAMPLES = 1_000


@dataclass(frozen=True)
class Plan:
    models: Sequence[str]
    streams: Sequence[int] = (1, 4)
    prompts: Sequence[int] = (200, 2000)
    """About so many tokens each."""
    samples: int = 5
    """Rounds of each cell."""
    output: int = 128
    """The most tokens of an answer, reasoning included."""
    budget: Decimal = Decimal(1)
    price: str | None = None


@dataclass(frozen=True)
class Cell:
    """One model under one load."""

    model: str
    streams: int
    prompt: int

    @property
    def place(self) -> str:
        return f"{self.prompt}/{self.streams}/{self.model}"


def require_sound(plan: Plan) -> None:
    """Raises `UsageError` for what cannot be measured whatever the models are."""
    if not plan.models:
        raise UsageError("There is nothing to measure: name models with --models.")
    twice = next((name for n, name in enumerate(plan.models) if name in plan.models[:n]), None)
    if twice:
        raise UsageError(f"{twice} is named twice in --models.")
    if not 1 <= plan.samples <= MOST_SAMPLES:
        raise UsageError(f"--samples {plan.samples} measures nothing: say 1 to {MOST_SAMPLES}; 5 give an interval.")
    if plan.output < 1:
        raise UsageError(f"--output {plan.output} leaves no answer to measure: say at least 1 token.")
    for name, given, most in (("--streams", plan.streams, MOST_STREAMS), ("--prompts", plan.prompts, MOST_PROMPT)):
        if not given:
            raise UsageError(f"{name} is empty: say one number or more.")
        wrong = next((each for each in given if not 1 <= each <= most), None)
        if wrong is not None:
            raise UsageError(f"{name} {wrong} cannot be measured: say 1 to {most}.")


def backends(names: Sequence[str], seater: Seater) -> dict[str, TimedBackend]:
    """Who is asked, by name. Raises `UnknownModel`, also for what has no stream; `UsageError`; `OverBudget`."""
    found: dict[str, TimedBackend] = {}
    for name in names:
        if name.startswith("panel:"):
            raise UsageError(f"{name} is a panel, which answers in no stream: name its models.")
        info = seater.available(name)
        backend = seater.backend(info)
        if not isinstance(backend, TimedBackend):
            raise UnknownModel(f"{name} answers in no stream, so there is nothing to time.")
        if info.price is None:
            raise OverBudget(f"The price of {name} is unknown: give it as --price IN/OUT in USD per million tokens.")
        found[name] = backend
    return found


def cells(plan: Plan) -> list[Cell]:
    """In the order of a turn: of each load all models, so that an hour's mood of the network strikes them alike."""
    return [
        Cell(model, streams, prompt)
        for prompt in sorted(set(plan.prompts))
        for streams in sorted(set(plan.streams))
        for model in plan.models
    ]
