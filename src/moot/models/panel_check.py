"""Whether a panel can run here: each model asked for on its own, then all of them together under the protocol."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from moot.errors import MootError, OverBudget
from moot.ledger import places
from moot.models import panels, seating, shapes
from moot.models.catalog import Env, ModelInfo
from moot.models.discovery import panel_of
from moot.models.families import family_of
from moot.models.lineup import Wish
from moot.models.panels import PanelFile
from moot.models.seating import Seater
from moot.words import Case, Role


@dataclass(frozen=True)
class SeatCheck:
    """A model of a seat, as it is here."""

    holder: str
    """The seat, or `<seat>~<n>` for its n-th fallback."""
    model: str
    family: str
    price: str = ""
    keeps_prompts: bool = False
    deadline: float | None = None
    error: MootError | None = None
    """Why it cannot sit here."""

    @property
    def why(self) -> str:
        return str(self.error) if self.error else ""


@dataclass(frozen=True)
class PanelCheck:
    name: str
    protocol: str
    mixed: bool
    seats: tuple[SeatCheck, ...]
    error: MootError | None
    """What keeps the panel from running here."""

    def require(self) -> None:
        """Raises what keeps the panel from running here, in one sentence that names it."""
        if self.error is not None:
            raise type(self.error)(f"The panel {self.name} cannot run here: {self.error}")

    def shown(self) -> dict[str, Any]:
        """As JSON has it."""
        seats = [
            {
                "seat": each.holder,
                "model": each.model,
                "family": each.family,
                "price": each.price,
                "keeps_prompts": each.keeps_prompts,
                "deadline": each.deadline,
                "why": each.why,
            }
            for each in self.seats
        ]
        why = str(self.error) if self.error else ""
        return {"panel": self.name, "protocol": self.protocol, "mixed": self.mixed, "seats": seats, "why": why}


class Listed(NamedTuple):
    name: str
    about: str
    why: str
    """Why it cannot run here; empty if it can."""


def check(name: str, panel: PanelFile, env: Env, price: str | None = None) -> PanelCheck:
    """Never raises for what is wrong with the panel; `UsageError` for a bad `price`."""
    seater = Seater(env, price)
    wishes = panel.wishes()
    protocol = panel.protocol or Case(question="").protocol
    seats = _seats(seater, wishes)
    error = next((each.error for each in seats if each.error), None) or _together(seater, protocol, panel, wishes)
    return PanelCheck(name, protocol, bool(panel.mixed), tuple(seats), error)


def listed(env: Env, home: Path | None = None) -> list[Listed]:
    """All panels by name; one that cannot be read is told like one that cannot run."""
    found: list[Listed] = []
    for name, path in panels.names(home).items():
        try:
            panel = panels.parse(panels.read(path), str(path))
            error = check(name, panel, env).error
            found.append(Listed(name, panel.about, str(error) if error else ""))
        except MootError as problem:
            found.append(Listed(name, "", str(problem)))
    return found


def _seats(seater: Seater, wishes: Sequence[Wish]) -> list[SeatCheck]:
    """Each model of each seat on its own, so that all that is missing is told at once."""
    count = dict.fromkeys(Role, 0)
    found: list[SeatCheck] = []
    for wish in wishes:
        count[wish.role] += 1
        seat = f"{wish.role.value}-{count[wish.role]}"
        for n, model in enumerate((wish.model, *wish.fallbacks)):
            found.append(_seat(seater, places.seated(seat, n), model, wish.deadline))
    return found


def _seat(seater: Seater, holder: str, model: str, deadline: float | None) -> SeatCheck:
    try:
        info = seater.available(model)
    except MootError as error:
        return SeatCheck(holder, model, family_of(model.partition(":")[2]), deadline=deadline, error=error)
    error = OverBudget(f"the price of {info.name} is unknown: give --price IN/OUT.") if info.price is None else None
    return SeatCheck(holder, info.name, info.family, _price(info), info.keeps_prompts, deadline, error)


def _price(info: ModelInfo) -> str:
    if info.price is None:
        return "price unknown"
    if not info.price.output and not info.price.input:
        return "free"
    return f"{info.price.input.normalize():f}/{info.price.output.normalize():f} USD per million tokens in/out"


def _together(seater: Seater, protocol: str, panel: PanelFile, wishes: Sequence[Wish]) -> MootError | None:
    """What is wrong with the panel as a whole."""
    try:
        shapes.require_known(protocol)
        shapes.require_use(protocol, seats=False, swap=bool(panel.swap), sides=(), mixed=bool(panel.mixed))
        shapes.require_seats(protocol, wishes)
        seatings = seater.seats(wishes)
        shapes.require_one_model(protocol, panel_of(seatings))
        seating.provenance(seatings, "")
        if panel.mixed:
            shapes.require_mixed(protocol, panel_of(seatings))
    except MootError as error:
        return error
    return None
