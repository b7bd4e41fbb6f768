"""Who really held the seats: fallbacks that took one, drafts that were written, families that were heard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from moot.words import (
    Case,
    Challenged,
    Convened,
    Event,
    Fallback,
    Moved,
    Opened,
    Panel,
    Replaced,
    Responded,
    Role,
    Ruled,
    Seat,
    SeatFailed,
)


@dataclass(frozen=True)
class Seats:
    """The seats of a run as they turned out."""

    panel: Panel
    convened: Convened | None
    """None where one author drafts."""
    opened: Mapping[str, Opened]
    """By letter."""
    wrote: Mapping[str, Fallback]
    """Letter → who held the seat when its draft was written."""
    taken: Mapping[str, tuple[Fallback, ...]]
    """Seat → who took it after the model failed, in that order."""
    silent: frozenset[str]
    """Seats that failed and were never heard."""

    @classmethod
    def of(cls, panel: Panel, events: Sequence[Event]) -> Seats:
        holders = {seat.id: Fallback(model=seat.model, family=seat.family) for seat in panel.seats}
        taken: dict[str, tuple[Fallback, ...]] = {}
        wrote: dict[str, Fallback] = {}
        for event in events:
            if isinstance(event, Replaced):
                holders[event.seat] = Fallback(model=event.model, family=event.family)
                taken[event.seat] = (*taken.get(event.seat, ()), holders[event.seat])
            elif isinstance(event, Opened):
                wrote[event.label] = holders.get(event.seat, Fallback(model="", family=""))
        opened = [event for event in events if isinstance(event, Opened)]
        failed = {event.seat for event in events if isinstance(event, SeatFailed)}
        return cls(
            panel=panel,
            convened=next((event for event in events if isinstance(event, Convened)), None),
            opened={event.label: event for event in opened},
            wrote=wrote,
            taken=taken,
            silent=frozenset(failed - set(_heard(events))),
        )

    def holder(self, seat: Seat) -> Fallback:
        """Who held the seat in the end."""
        return self.taken.get(seat.id, (Fallback(model=seat.model, family=seat.family),))[-1]

    def named(self, id: str) -> str:
        """The seat with its model and family, for a reader."""
        for seat in self.panel.seats:
            if seat.id == id:
                holder = self.holder(seat)
                return f"{id} ({holder.model}, {holder.family})"
        return id

    def letter(self, id: str) -> str:
        """Of the draft that the seat wrote; empty when it wrote none."""
        return next((label for label, event in self.opened.items() if event.seat == id), "")

    @property
    def authors(self) -> tuple[Seat, ...]:
        return self.panel.of(Role.AUTHOR)

    @property
    def drafted(self) -> tuple[Seat, ...]:
        """The seats that wrote a draft of their own."""
        wrote = {event.seat for event in self.opened.values()}
        return tuple(seat for seat in self.authors if seat.id in wrote)

    @property
    def mixed(self) -> bool:
        """Whether families differ among those that were heard; among all where nobody was."""
        if self.convened:
            return len({each.family for each in self.wrote.values()} or {seat.family for seat in self.authors}) > 1
        heard = [seat for seat in self.panel.seats if seat.role is not Role.REVIEWER or seat.id not in self.silent]
        if not any(seat.role is Role.REVIEWER for seat in heard):
            heard = list(self.panel.seats)
        held = (seat.model_copy(update={"family": self.holder(seat).family}) for seat in heard)
        return Panel(seats=tuple(held)).mixed


def writer(case: Case, panel: Panel, round: int) -> str:
    """The seat whose draft is argued in this round: with `swap`, author and first reviewer change places after each."""
    authors, reviewers = panel.of(Role.AUTHOR)[:1], panel.of(Role.REVIEWER)[:1]
    pair = (*authors, *reviewers) if case.swap else authors
    return pair[(max(round, 1) - 1) % len(pair)].id if pair else Role.AUTHOR.value


def _heard(events: Sequence[Event]) -> Iterable[str]:
    for event in events:
        if isinstance(event, Opened | Moved):
            yield event.seat
        elif isinstance(event, Challenged):
            yield event.challenge.by
        elif isinstance(event, Responded):
            yield event.response.by
        elif isinstance(event, Ruled):
            yield event.ruling.by
