"""Who is compared: a model, or a panel as one; and what each can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from moot.bench.suites.suite import PANEL, VERIFIER
from moot.errors import OverBudget, UnknownModel, UsageError
from moot.models import panels, prices, shapes
from moot.models.attempts import LEAST_OUTPUT
from moot.models.catalog import ModelInfo
from moot.models.discovery import Seating, panel_of
from moot.models.lineup import Wish
from moot.models.seating import Seater
from moot.text.utf8 import sha256
from moot.words import Panel, Role

SILENT = ("reader", "recorded", "file")
"""Providers whose models answer tasks over sources and hold no conversation."""
TALKING = ("critique", "solo", "council", "debate", "vote")
"""Protocols of which it is said what they do in a conversation (`moot.bench.engine.panel`)."""
LEAST_REQUEST = 2_048
"""Bytes: no request is smaller by much."""


@dataclass(frozen=True)
class Contestant:
    name: str
    """`provider:name`, or `panel:NAME|FILE`, as it was given."""
    protocol: str
    panel: Panel
    seatings: tuple[Seating, ...]
    said: str = ""
    """Of a panel: all that its file says."""

    @property
    def is_panel(self) -> bool:
        return self.name.startswith(PANEL)

    @property
    def is_local(self) -> bool:
        """Whether a model of it runs in this process, where it takes one request at a time."""
        return any(info.provider == "gguf" for seating in self.seatings for info in seating.infos)

    @property
    def members(self) -> tuple[str, ...]:
        """The models that sit in it, each once."""
        return tuple(dict.fromkeys(seat.model for seat in self.panel.seats))

    @property
    def identity(self) -> str:
        """What must be the same when a bench goes on: a panel's name may mean another panel by then."""
        return sha256(f"{self.name}\0{self.said}")[:16]

    def takes_no_seat(self) -> str:
        """Why it can hold no seat of a run; "" if it can."""
        return "" if self.panel.seats else f"{self.name} only says whether a claim is borne out"

    def cannot_talk(self) -> str:
        """Why it can hold no conversation; "" if it can."""
        if why := self.takes_no_seat():
            return why
        for seating in self.seatings:
            for info in seating.infos:
                if info.provider in SILENT:
                    who = info.name if not self.is_panel else f"{info.name}, which sits in {self.name},"
                    return f"{who} answers from sources and holds no conversation"
        if self.protocol not in TALKING:
            return f"{self.name} argues by {self.protocol}, which is about documents and holds no conversation"
        return ""


def resolve(names: Sequence[str], seater: Seater) -> list[Contestant]:
    """The contestants of these names. Raises `UsageError`, `UnknownModel` or `OverBudget` (a price is unknown)."""
    if not names:
        raise UsageError("There is nobody to compare: name models or panels with --contestants.")
    doubled = next((name for n, name in enumerate(names) if name in names[:n]), None)
    if doubled:
        raise UsageError(f"{doubled} is named twice among the contestants: use --repeats to ask one several times.")
    return [_contestant(name, seater) for name in names]


def _contestant(name: str, seater: Seater) -> Contestant:
    said = ""
    if name.startswith(VERIFIER):
        return Contestant(name, "", Panel(seats=()), ())
    if name.startswith(PANEL):
        file = panels.load(name.removeprefix(PANEL))
        said, protocol = file.model_dump_json(), file.protocol or "critique"
        shapes.require_known(protocol)
        shapes.require_seats(protocol, file.wishes())
        try:
            seatings = seater.seats(file.wishes())
        except UnknownModel as error:
            raise UnknownModel(f"{name}, {error}") from None
        if file.mixed:
            shapes.require_mixed(protocol, panel_of(seatings))
    else:
        protocol, seatings = "solo", seater.seats([Wish(Role.AUTHOR, seater.available(name).name)])
    for info in (info for seating in seatings for info in seating.infos):
        if info.price is None:
            raise OverBudget(
                f"The price of {info.name} is unknown: give it as --price IN/OUT in USD per million tokens."
            )
    return Contestant(name, protocol, panel_of(seatings), tuple(seatings), said)


def require_money(contestants: Sequence[Contestant], budget: Decimal) -> None:
    """Raise `OverBudget` if the budget is too small for a single call of one of them."""
    for info in (info for each in contestants for seating in each.seatings for info in seating.infos):
        least = least_cost(info)
        if least > budget:
            raise OverBudget(
                f"{budget:f} USD is not enough for one call of {info.name}, which may cost {least:.4f} USD: "
                "give a higher --budget."
            )


def least_cost(info: ModelInfo) -> Decimal:
    """USD that the smallest call worth making may cost."""
    return (
        Decimal(0)
        if info.price is None
        else prices.worst(info.price, LEAST_REQUEST, min(LEAST_OUTPUT, info.max_output))
    )
