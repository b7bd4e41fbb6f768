"""From what the user asked for to the seats of a run: named seats, a panel, or what the machine has."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from moot.errors import UsageError
from moot.models import lineup, shapes
from moot.models.discovery import Seating
from moot.models.lineup import Wish
from moot.models.seating import Seater
from moot.words import Role


@dataclass(frozen=True)
class Asked:
    """What was said of the seats. All may be left open."""

    author: str | None = None
    reviewer: str | None = None
    judge: str | None = None
    seats: str | None = None
    """As `lineup.parse` reads them."""
    panel: Sequence[Wish] | None = None
    """The seats of a panel file."""
    deadline: float | None = None
    """Seconds for each seat, whatever a panel file says."""


def convene(seater: Seater, protocol: str, asked: Asked) -> list[Seating]:
    """The seats of a run under `protocol`.

    Raises `UsageError` where seats and protocol do not go together, `UnknownModel` for who cannot sit here.
    """
    _require_one_way(asked)
    if asked.deadline is not None and not 0 < asked.deadline < math.inf:
        raise UsageError(f"A seat cannot have {asked.deadline:g} s for an answer: give it more than none.")
    seatings = _seatings(seater, protocol, asked)
    return [_limited(seating, asked.deadline) for seating in seatings]


def _require_one_way(asked: Asked) -> None:
    """--seats names all authors, so nothing else may."""
    if asked.seats is None:
        return
    if asked.author is not None:
        raise UsageError("--seats and --author do not go together: name the authors in one way.")
    if asked.reviewer is not None:
        raise UsageError("--seats and --reviewer do not go together: several authors challenge one another.")


def _seatings(seater: Seater, protocol: str, asked: Asked) -> list[Seating]:
    if asked.panel is not None:
        return _of_wishes(seater, protocol, _overruled(asked.panel, asked))
    if asked.seats is not None and _is_recording(asked.seats):
        return _replayed(seater, protocol, asked)
    if asked.seats is not None or protocol in shapes.CONVENED:
        return _convened(seater, protocol, asked)
    if shapes.shape(protocol).reviewed is False:
        return _alone(seater, protocol, asked)
    return seater.choose(asked.author, asked.reviewer, asked.judge)


def _of_wishes(seater: Seater, protocol: str, wishes: Sequence[Wish]) -> list[Seating]:
    shapes.require_seats(protocol, wishes)
    return seater.seats(wishes)


def _overruled(panel: Sequence[Wish], asked: Asked) -> list[Wish]:
    """The panel's seats; a model named on the command line takes the place of all that have its role."""
    named = {Role.AUTHOR: asked.author, Role.REVIEWER: asked.reviewer, Role.JUDGE: asked.judge}
    kept = [wish for wish in panel if named[wish.role] is None]
    seats = [*kept, *(Wish(role, model) for role, model in named.items() if model is not None)]
    return sorted(seats, key=lambda wish: list(Role).index(wish.role))


def _is_recording(seats: str) -> bool:
    return seats.strip().startswith("recorded:") and len(lineup.parse(seats)) == 1


def _replayed(seater: Seater, protocol: str, asked: Asked) -> list[Seating]:
    """All seats of a recording; a judge who is named takes the recorded judge's."""
    seatings = seater.replayed((asked.seats or "").strip())
    if asked.judge is not None:
        seatings = [each for each in seatings if each.seat.role is not Role.JUDGE]
        seatings += seater.seats([Wish(Role.JUDGE, asked.judge)])
    shapes.require_seats(protocol, [each.seat for each in seatings])
    return seatings


def _convened(seater: Seater, protocol: str, asked: Asked) -> list[Seating]:
    """Several authors, and a judge where the protocol has use for one."""
    authors = _authors(seater, protocol, asked)
    judges = [Wish(Role.JUDGE, asked.judge)] if asked.judge is not None else []
    seatings = _of_wishes(seater, protocol, [*authors, *judges])
    if not judges and shapes.shape(protocol).judged and (found := seater.judge(seatings)):
        seatings += seater.seats([found])
    return seatings


def _authors(seater: Seater, protocol: str, asked: Asked) -> list[Wish]:
    if asked.reviewer is not None:
        raise UsageError(f"--reviewer has no use for {protocol}, whose authors review one another.")
    if asked.seats is not None:
        return lineup.parse(asked.seats)
    if asked.author is None:
        return seater.voters() if protocol == "vote" else seater.authors()
    if protocol == "vote":
        raise UsageError(f"A vote has several authors: name them with --seats '{asked.author}*3'.")
    raise UsageError(f"{protocol} has several authors: name them with --seats, {lineup.EXAMPLE}.")


def _alone(seater: Seater, protocol: str, asked: Asked) -> list[Seating]:
    """An author and nobody else."""
    for option, value in (("--reviewer", asked.reviewer), ("--judge", asked.judge)):
        if value is not None:
            raise UsageError(f"{option} has no use for {protocol}, in which an author works alone.")
    if asked.author is not None:
        return seater.seats([Wish(Role.AUTHOR, asked.author)])
    return seater.choose(None, None, None)[:1]


def _limited(seating: Seating, deadline: float | None) -> Seating:
    if deadline is None:
        return seating
    return replace(seating, seat=seating.seat.model_copy(update={"deadline": deadline}))
