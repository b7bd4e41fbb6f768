"""Who sits where: names of models become a panel of seats, and seats their holders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from moot.errors import OverBudget, UnknownModel
from moot.models import catalog, discovery, prices, recorded
from moot.models.catalog import ModelInfo, Settings
from moot.models.language import LanguageSeat
from moot.models.prompts import require_keepable
from moot.models.recorded import RecordedSeat
from moot.models.seat import SeatHolder
from moot.words import Panel, Role, Seat, Source


@dataclass(frozen=True)
class Seating:
    env: Mapping[str, str]
    price: str | None = None
    """`IN/OUT`, USD per million tokens, for models whose price is unknown."""

    def panel(self, author: str | None, reviewer: str | None, judge: str | None) -> Panel:
        """The seats, the user's choices kept and the rest chosen from what the machine has."""
        chosen = discovery.choose_panel(self.env, author=author, reviewer=reviewer, judge=judge)
        roles = (Role.AUTHOR, Role.REVIEWER, Role.JUDGE)
        seats = (self._seat(role, name) for role, name in zip(roles, chosen, strict=False) if name)
        return Panel(seats=tuple(seats))

    def _seat(self, role: Role, model: str) -> Seat:
        info = self.info(model)
        if not info.available:
            raise UnknownModel(f"{model} is not available here: {info.why}.")
        seat = Seat(role=role, model=model, family=info.family)
        if info.provider == "recorded":
            then = recorded.read(_path(model)).seat(seat.id)
            if then is None:
                raise UnknownModel(f"{model} holds no answers of a {role.value}.")
            return seat.model_copy(update={"family": then.family})
        return seat

    def info(self, model: str) -> ModelInfo:
        return catalog.resolve(model, self.env, self._settings)

    @property
    def _settings(self) -> Settings:
        return Settings(price=prices.parse(self.price) if self.price else None)

    def require_fit(self, panel: Panel, sources: Sequence[Source], usd: Decimal, allow_retention: bool) -> None:
        """Raise `RetentionRefused` or `OverBudget` if the panel must not, or cannot, take the case."""
        for seat in panel.seats:
            info = self.info(seat.model)
            require_keepable(sources, seat.model, info.keeps_prompts, allow_retention)
            if info.price is None:
                raise OverBudget(
                    f"The price of {seat.model} is unknown, so the bill could not be held under {usd} USD: "
                    "give it as --price IN/OUT in USD per million tokens."
                )

    def recordings(self, panel: Panel) -> dict[str, Any]:
        """For the report's header: seat id → who really answered, when, and how that was taken."""
        found: dict[str, Any] = {}
        for seat in panel.seats:
            if seat.model.startswith("recorded:"):
                header = recorded.read(_path(seat.model)).header
                then = next(each for each in header.panel.seats if each.id == seat.id)
                found[seat.id] = {"model": then.model, "made": header.made, "provenance": header.provenance}
        return found

    def holder(self, seat: Seat) -> SeatHolder:
        """Who answers for a seat that no reader holds."""
        if seat.model.startswith("recorded:"):
            return RecordedSeat(seat, recorded.read(_path(seat.model)))
        return LanguageSeat(seat, catalog.backend(self.info(seat.model), self.env, self._settings))


def _path(model: str) -> Path:
    return Path(model.partition(":")[2])
