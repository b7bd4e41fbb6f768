"""Who sits where, and whether they may: the chosen models become seats, and seats their holders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from moot.errors import OverBudget, UnknownModel, UsageError
from moot.ledger import places
from moot.models import catalog, discovery, prices, recorded
from moot.models.backend import Backend
from moot.models.catalog import ModelInfo, Settings
from moot.models.discovery import Seating
from moot.models.language import LanguageSeat
from moot.models.lineup import Wish
from moot.models.prompts import require_keepable
from moot.models.recorded import RecordedSeat
from moot.models.seat import SeatHolder
from moot.words import Fallback, Panel, Role, Seat, Source


class Seater:
    """Seats models for one run. `price`: `IN/OUT` in USD per million tokens, for models whose price is unknown."""

    def __init__(self, env: Mapping[str, str], price: str | None = None) -> None:
        self._env = env
        stated = prices.parse(price) if price else None
        silence = _seconds(env.get("MOOT_TIMEOUT")) or Settings().read_timeout
        whole = max(silence, Settings().total_timeout)
        self._settings = Settings(price=stated, read_timeout=silence, total_timeout=whole)
        self._backends: dict[str, Backend] = {}
        """By model: seats alike share connections, and a local model is in memory once."""

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

    def seats(self, wishes: Sequence[Wish]) -> list[Seating]:
        """The seats that were wished for, numbered by role in their order. Raises `UnknownModel`."""
        count: Counter[Role] = Counter()
        found: list[Seating] = []
        for wish in wishes:
            count[wish.role] += 1
            found.append(self._seated(wish, count[wish.role]))
        return found

    def _seated(self, wish: Wish, instance: int) -> Seating:
        seat = Seat(role=wish.role, model=wish.model, family="", instance=instance, deadline=wish.deadline)
        try:
            info, *others = (self.available(model) for model in (wish.model, *wish.fallbacks))
        except UnknownModel as error:
            raise UnknownModel(f"{seat.id}: {error}") from None
        fallbacks = tuple(Fallback(model=other.name, family=_family(other, seat.id)) for other in others)
        held = {"model": info.name, "family": _family(info, seat.id), "fallbacks": fallbacks}
        return Seating(seat.model_copy(update=held), info, fallbacks=tuple(others))

    def available(self, model: str) -> ModelInfo:
        """The model of that name, if it can take a seat here. Raises `UnknownModel`."""
        if model.startswith("file:"):
            raise UnknownModel(f"{model} is a file, which can be audited (`moot audit`) but drafts nothing.")
        info = self.info(model)
        if not info.available:
            raise UnknownModel(f"{info.name} is not available here: {info.why}.")
        return info

    def replayed(self, model: str) -> list[Seating]:
        """All seats of a recording, as they were held. Raises `UnknownModel` if it is none."""
        info = self.info(model)
        return [discovery.as_held(seat, info) for seat in recorded.read(Path(info.model)).header.panel.seats]

    def authors(self) -> list[Wish]:
        """Who drafts where nobody is named."""
        return [Wish(Role.AUTHOR, info.name) for info in discovery.authors(self._env)]

    def voters(self) -> list[Wish]:
        """One model, asked several times. Raises `UnknownModel` where none speaks."""
        return [Wish(Role.AUTHOR, discovery.voter(self._env).name)] * discovery.VOTES

    def judge(self, seatings: Sequence[Seating]) -> Wish | None:
        """A judge of a family that none of these has, if the machine has one."""
        found = discovery.judge(self._env, [info for seating in seatings for info in _as_families(seating)])
        return Wish(Role.JUDGE, found.name) if found else None

    def again(self, panel: Panel, endpoints: Mapping[str, str]) -> list[Seating]:
        """The seats of a run that goes on. Raises `UsageError` if one would now be spoken to elsewhere than before."""
        seatings = [Seating(seat, self.info(seat.model), fallbacks=self._standing_in(seat)) for seat in panel.seats]
        for seating in seatings:
            for n, info in enumerate(seating.infos):
                before, now = endpoints.get(places.seated(seating.seat.id, n), ""), info.base_url
                if before != now:
                    raise UsageError(
                        f"This run was begun with {info.name} at {before or 'no address'}, and that is now at "
                        f"{now or 'no address'}: set the address back, or begin a new run."
                    )
        return seatings

    def _standing_in(self, seat: Seat) -> tuple[ModelInfo, ...]:
        return tuple(self.info(each.model) for each in seat.fallbacks)

    def info(self, model: str) -> ModelInfo:
        return catalog.resolve(model, self._env, self._settings)

    def require_price_used(self, seatings: Sequence[Seating]) -> None:
        """Raise `UsageError` for a stated price that is that of no seat."""
        stated, infos = self._settings.price, [info for seating in seatings for info in seating.infos]
        if stated is not None and all(info.price != stated for info in infos):
            free = all(info.price is not None and not info.price.input and not info.price.output for info in infos)
            why = "no seat here costs anything" if free else "that of every seat here is known"
            raise UsageError(f"--price is the price of models whose price is unknown, and {why}: leave it out.")

    def holder(self, seat: Seat) -> SeatHolder:
        """Who answers for a seat that no reader holds."""
        info = self.info(seat.model)
        if info.provider == "recorded":
            return RecordedSeat(seat, recorded.read(Path(info.model)))
        return LanguageSeat(seat, self.backend(info))

    def backend(self, info: ModelInfo) -> Backend:
        """Who sends the requests to a model; one for all that ask it."""
        if info.name not in self._backends:
            self._backends[info.name] = catalog.backend(info, self._env, self._settings)
        return self._backends[info.name]

    async def aclose(self) -> None:
        """Let go of the connections and models of all seats."""
        for backend in self._backends.values():
            await backend.aclose()


def require_fit(seatings: Sequence[Seating], sources: Sequence[Source], usd: Decimal, allow_retention: bool) -> None:
    """Raise `RetentionRefused` or `OverBudget` if a model must not, or cannot, take the case.

    A file in the author's seat is as private as a local source: reviewer and judge are shown its claims.
    """
    files = [seating.info.model for seating in seatings if seating.info.provider == "file"]
    private = [*(source.origin for source in sources if source.private), *files]
    for info in (info for seating in seatings for info in seating.infos):
        require_keepable(private, info.name, info.keeps_prompts, allow_retention)
        if info.price is None:
            raise OverBudget(
                f"The price of {info.name} is unknown, so the bill could not be held under {usd} USD: "
                "give it as --price IN/OUT in USD per million tokens."
            )


def endpoints(seatings: Sequence[Seating]) -> dict[str, str]:
    """Who holds a seat (`places.seated`) → where it is spoken to. A resumed run must find the same."""
    return {holder: info.base_url for _, holder, info in _holders(seatings) if info.base_url}


def provenance(seatings: Sequence[Seating], question: str, sources: Sequence[Source] = ()) -> dict[str, str]:
    """For the report's header: seat id → who really answered, when, how the answers were taken, and to what else.

    Raises `UnknownModel` if a recording has nothing for a seat.
    """
    found: dict[str, str] = {}
    for seat, holder, info in _holders(seatings):
        if info.provider != "recorded":
            continue
        header = recorded.read(Path(info.model)).header
        if all(each.id != seat.id for each in header.panel.seats):
            raise UnknownModel(f"{info.name} holds no answers for the seat {seat.id}.")
        said = f"Recorded on {header.made}. {header.provenance} {header.otherwise(question, sources)}"
        found[holder] = said.rstrip()
    return found


def _holders(seatings: Sequence[Seating]) -> Iterator[tuple[Seat, str, ModelInfo]]:
    """All who hold a seat or may stand in, by the name that the journal has for them."""
    for seating in seatings:
        for n, info in enumerate(seating.infos):
            yield seating.seat, places.seated(seating.seat.id, n), info


def _as_families(seating: Seating) -> Iterator[ModelInfo]:
    """The models with the families of the seat: a recording's are those of who answered then."""
    families = (seating.seat.family, *(each.family for each in seating.seat.fallbacks))
    for info, family in zip(seating.infos, families, strict=True):
        yield info.model_copy(update={"family": family})


def _family(info: ModelInfo, seat: str) -> str:
    """The lineage of who answers: of a recording, of who held that seat then."""
    if info.provider != "recorded":
        return info.family
    held = recorded.read(Path(info.model)).seat(seat)
    return held.family if held else info.family


def _seconds(text: str | None) -> float | None:
    """`MOOT_TIMEOUT`: how long an endpoint may be silent. Raises `UsageError`."""
    try:
        return float(text) if text else None
    except ValueError:
        raise UsageError(f"MOOT_TIMEOUT={text!r} is no number of seconds.") from None
