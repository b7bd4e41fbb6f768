"""Who sits where, and whether they may: the chosen models become seats, and seats their holders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from moot.errors import OverBudget, UnknownModel, UsageError
from moot.models import catalog, discovery, prices, recorded
from moot.models.backend import Backend
from moot.models.catalog import ModelInfo, Settings
from moot.models.discovery import Seating
from moot.models.language import LanguageSeat
from moot.models.prompts import require_keepable
from moot.models.recorded import RecordedSeat
from moot.models.seat import SeatHolder
from moot.words import Panel, Role, Seat, Source


class Seater:
    """Seats models for one run. `price`: `IN/OUT` in USD per million tokens, for models whose price is unknown."""

    def __init__(self, env: Mapping[str, str], price: str | None = None) -> None:
        self._env = env
        stated = prices.parse(price) if price else None
        silence = _seconds(env.get("MOOT_TIMEOUT")) or Settings().read_timeout
        whole = max(silence, Settings().total_timeout)
        self._settings = Settings(price=stated, read_timeout=silence, total_timeout=whole)
        self._backends: list[Backend] = []

    def choose(self, author: str | None, reviewer: str | None, judge: str | None) -> list[Seating]:
        """The seats, the user's choices kept and the rest from what the machine has. Raises `UnknownModel`."""
        seatings = discovery.choose_panel(self._env, author, reviewer, judge, self._settings)
        for seating in seatings:
            if not seating.info.available:
                raise UnknownModel(f"{seating.info.name} is not available here: {seating.info.why}.")
        return seatings

    def named(self, *models: str | None) -> list[Seating]:
        """Author, reviewer and judge as named, and no seat for who is not. Raises `UnknownModel`."""
        roles = (Role.AUTHOR, Role.REVIEWER, Role.JUDGE)
        infos = [(role, self.info(model)) for role, model in zip(roles, models, strict=True) if model]
        return [Seating(Seat(role=role, model=info.name, family=info.family), info) for role, info in infos]

    def again(self, panel: Panel, endpoints: Mapping[str, str]) -> list[Seating]:
        """The seats of a run that goes on. Raises `UsageError` if one would now be spoken to elsewhere than before."""
        seatings = [Seating(seat, self.info(seat.model)) for seat in panel.seats]
        for seating in seatings:
            before, now = endpoints.get(seating.seat.id, ""), seating.info.base_url
            if before != now:
                raise UsageError(
                    f"This run was begun with {seating.info.name} at {before or 'no address'}, and that is now at "
                    f"{now or 'no address'}: set the address back, or begin a new run."
                )
        return seatings

    def info(self, model: str) -> ModelInfo:
        return catalog.resolve(model, self._env, self._settings)

    def holder(self, seat: Seat) -> SeatHolder:
        """Who answers for a seat that no reader holds."""
        info = self.info(seat.model)
        if info.provider == "recorded":
            return RecordedSeat(seat, recorded.read(Path(info.model)))
        backend = catalog.backend(info, self._env, self._settings)
        self._backends.append(backend)
        return LanguageSeat(seat, backend)

    async def aclose(self) -> None:
        """Let go of the connections and models of all seats."""
        for backend in self._backends:
            await backend.aclose()


def require_fit(seatings: Sequence[Seating], sources: Sequence[Source], usd: Decimal, allow_retention: bool) -> None:
    """Raise `RetentionRefused` or `OverBudget` if a model must not, or cannot, take the case.

    A file in the author's seat is as private as a local source: reviewer and judge are shown its claims.
    """
    files = [seating.info.model for seating in seatings if seating.info.provider == "file"]
    private = [*(source.origin for source in sources if source.private), *files]
    for info in (seating.info for seating in seatings):
        require_keepable(private, info.name, info.keeps_prompts, allow_retention)
        if info.price is None:
            raise OverBudget(
                f"The price of {info.name} is unknown, so the bill could not be held under {usd} USD: "
                "give it as --price IN/OUT in USD per million tokens."
            )


def endpoints(seatings: Sequence[Seating]) -> dict[str, str]:
    """Seat id → where it is spoken to. A resumed run must find the same."""
    return {seating.seat.id: seating.info.base_url for seating in seatings if seating.info.base_url}


def provenance(seatings: Sequence[Seating], question: str) -> dict[str, str]:
    """For the report's header: seat id → who really answered, when, how the answers were taken, and to what question.

    Raises `UnknownModel` if a recording has nothing for a seat.
    """
    found: dict[str, str] = {}
    for seating in seatings:
        if seating.info.provider != "recorded":
            continue
        header = recorded.read(Path(seating.info.model)).header
        if all(each.id != seating.seat.id for each in header.panel.seats):
            raise UnknownModel(f"{seating.info.name} holds no answers for the seat {seating.seat.id}.")
        other = "" if header.question == question else f" They were given to another question: {header.question}"
        found[seating.seat.id] = f"Recorded on {header.made}. {header.provenance}{other}"
    return found


def _seconds(text: str | None) -> float | None:
    """`MOOT_TIMEOUT`: how long an endpoint may be silent. Raises `UsageError`."""
    try:
        return float(text) if text else None
    except ValueError:
        raise UsageError(f"MOOT_TIMEOUT={text!r} is no number of seconds.") from None
