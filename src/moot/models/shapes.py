"""Which seats each protocol takes, and what it has no use for: refused in one sentence before any money is spent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from moot.errors import UsageError
from moot.models.lineup import MOST_SEATS, Wish
from moot.plugins import registered
from moot.words import Case, Panel, Role, Seat

AUDIT = "audit"
"""Whose author is a file: begun by a command of its own."""


@dataclass(frozen=True)
class Shape:
    """What a panel must be like. A protocol that is not listed here (of another package) takes any."""

    least: int = 1
    """Authors."""
    most: int = MOST_SEATS
    reviewed: bool | None = None
    """Whether reviewers sit: they must, they must not, or (None) they may."""
    judged: bool = True
    """Whether a judge has something to rule on."""
    swaps: bool = False
    sides: bool = False
    mixes: bool = True
    """Whether families can differ at all."""


SHAPES: Mapping[str, Shape] = {
    "critique": Shape(most=1, reviewed=True, swaps=True),
    AUDIT: Shape(most=1),
    "solo": Shape(most=1, reviewed=False, judged=False, mixes=False),
    "vote": Shape(least=2, reviewed=False, judged=False, mixes=False),
    "council": Shape(least=2, reviewed=False),
    "debate": Shape(least=2, reviewed=False, sides=True),
}
ANY = Shape(swaps=True, sides=True)
CONVENED = ("council", "debate", "vote")
"""Protocols of several authors, which `--seats` names."""


def shape(protocol: str) -> Shape:
    return SHAPES.get(protocol, ANY)


def require_known(protocol: str) -> None:
    """Raise `UsageError` if no such protocol is registered."""
    known = [name for name in registered("protocols") if name != AUDIT]
    if protocol not in known:
        raise UsageError(f"There is no protocol '{protocol}': choose one of {', '.join(known)}.")


def require_use(protocol: str, *, seats: bool, swap: bool, sides: Sequence[str], mixed: bool) -> None:
    """Raise `UsageError` for an option that the protocol has no use for."""
    wanted = shape(protocol)
    if seats and wanted.most == 1:
        also = " and its reviewer with --reviewer" if wanted.reviewed else ""
        raise UsageError(
            f"--seats names the authors of a council, debate or vote: name that of {protocol} with --author{also}."
        )
    if swap and not wanted.swaps:
        raise UsageError(f"Swapping is of use for critique only: in {protocol} no author and reviewer change places.")
    if sides and not wanted.sides:
        raise UsageError(f"--side is of use for debate only: {protocol} argues no sides.")
    if mixed and not wanted.mixes:
        raise UsageError(f"A mixed panel is of no use for {protocol}, which takes one family.")


def require_sides(sides: Sequence[str], authors: int) -> tuple[str, ...]:
    """The rival answers, tidied. Raises `UsageError` unless there are two or more, all different, a seat for each."""
    tidy = tuple(" ".join(side.split()) for side in sides)
    if not tidy:
        return ()
    if not all(tidy):
        raise UsageError('A --side is empty: say the answer that is argued for, such as --side "Yes".')
    if len({side.casefold() for side in tidy}) < len(tidy):
        raise UsageError("Two of the sides are the same: give each --side once.")
    if len(tidy) < 2:
        raise UsageError(
            "One --side has nobody to argue against: give two or more, or none to let the panel name them."
        )
    if len(tidy) > authors:
        raise UsageError(
            f"There are {len(tidy)} sides and {authors} author seats: each side needs one to argue for it."
        )
    return tidy


def require_seats(protocol: str, wishes: Sequence[Wish | Seat]) -> None:
    """Raise `UsageError` if so many seats of these roles cannot argue under the protocol."""
    wanted = shape(protocol)
    count = Counter(wish.role for wish in wishes)
    authors, reviewers, judges = (count[role] for role in (Role.AUTHOR, Role.REVIEWER, Role.JUDGE))
    if authors < wanted.least:
        named = {0: "no author seat", 1: "one author seat"}.get(authors, f"{authors} author seats")
        more = f"{wanted.least} or more" if wanted.least > 1 else "one"
        raise UsageError(f"The panel has {named}, and {protocol} needs {more}.")
    if authors > wanted.most:
        raise UsageError(f"The panel has {authors} author seats, and {protocol} takes {wanted.most}.")
    if wanted.reviewed is False and reviewers:
        raise UsageError(f"The panel has a reviewer, and {protocol} takes none.")
    if wanted.reviewed and not reviewers:
        raise UsageError(f"The panel has no reviewer, and {protocol} needs one.")
    if judges > 1:
        raise UsageError(f"The panel has {judges} judges: one rules, and its fallbacks stand in for it.")
    if judges and not wanted.judged:
        raise UsageError(f"The panel has a judge, and {protocol} leaves nothing to a judge.")
    if wanted.least > 1:
        _require_different_readers([wish for wish in wishes if wish.role is Role.AUTHOR])


def _require_different_readers(authors: Sequence[Wish | Seat]) -> None:
    for model, times in Counter(author.model for author in authors).items():
        if times > 1 and model.startswith("reader:"):
            raise UsageError(f"{model} would write the same draft {times} times: give it one seat.")


def require_mixed(protocol: str, panel: Panel) -> None:
    """Raise `UsageError` unless families differ where that is demanded; who may stand in counts as well."""
    authors = panel.of(Role.AUTHOR)
    wrote = {family: seat for seat in reversed(authors) for family in _families(seat)}
    for seat in (*panel.of(Role.REVIEWER), *panel.of(Role.JUDGE)):
        for family in _families(seat):
            if family in wrote:
                raise UsageError(
                    f"A mixed panel was asked for, and the {seat.role.value} {_held(seat, family)} is of the family of "
                    f"{wrote[family].id}, {family}."
                )
    if len(authors) > 1 and len({seat.family for seat in authors}) == 1:
        raise UsageError(
            f"A mixed panel was asked for, and all authors of the {protocol} are of one family, {authors[0].family}."
        )


def require_one_model(protocol: str, panel: Panel) -> None:
    """Raise `UsageError` if a protocol that asks one model several times is given several models."""
    models = list(dict.fromkeys(seat.model for seat in panel.of(Role.AUTHOR)))
    wanted = shape(protocol)
    if wanted.least > 1 and not wanted.mixes and len(models) > 1:
        raise UsageError(
            f"A {protocol} asks one model several times, and the panel has {', '.join(models)}: name one of them, such "
            f"as --seats '{models[0]}*3', or let them argue with --protocol council."
        )


def _families(seat: Seat) -> tuple[str, ...]:
    return (seat.family, *(each.family for each in seat.fallbacks))


def _held(seat: Seat, family: str) -> str:
    if seat.family == family:
        return seat.model
    return next(f"{each.model} (a fallback)" for each in seat.fallbacks if each.family == family)


def require(case: Case, panel: Panel, mixed: bool) -> None:
    """Raise `UsageError` unless this panel can argue this case."""
    require_seats(case.protocol, panel.seats)
    require_one_model(case.protocol, panel)
    require_sides(case.sides, len(panel.of(Role.AUTHOR)))
    if mixed:
        require_mixed(case.protocol, panel)
