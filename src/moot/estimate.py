"""What a case will likely cost, before anything is sent: the tasks of each seat and a likely bill.

The worst case is the cap, whatever happens: retries and repairs reserve their money like any other call.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from moot.words import Case, DraftTask, Panel, Plan, Role, Seat

if TYPE_CHECKING:
    from moot.models.seating import Seater
    from moot.prepare import Prepared

LIKELY_OUTPUT = 3_000
"""Tokens of a usual reply."""
PAIRS = 12_000
"""Bytes of a usual request about pairs of claims, which shows no evidence."""
BYTES_A_TOKEN = 4


@dataclass(frozen=True)
class SeatEstimate:
    seat: str
    tasks: int
    likely: Decimal


@dataclass(frozen=True)
class Estimate:
    passages: int
    seats: tuple[SeatEstimate, ...]

    @property
    def likely(self) -> Decimal:
        return sum((seat.likely for seat in self.seats), Decimal(0))


def estimate(prepared: Prepared, env: Mapping[str, str] | None = None) -> Estimate:
    """Tasks and money of a run that uses all its rounds, each task showing the evidence, one call for each."""
    from moot.debate.gather import SMALL
    from moot.evidence.library import Library
    from moot.models.seating import Seater

    library = Library(prepared.documents)
    shown = 0
    passages = [each for each in library.passages if (shown := shown + len(each.text)) <= SMALL]
    task = DraftTask(
        question=prepared.case.question,
        plan=Plan(aspects=()),
        sources=tuple(document.source for document in prepared.documents),
        passages=tuple(passages),
    )
    seater = Seater(env if env is not None else os.environ, prepared.setup.price)
    case, panel = prepared.case, prepared.panel
    of_pairs = {seat.id: aligned(seat, panel, case) for seat in panel.seats}
    seats = (_seat(seat, task, tasks(seat, panel, case), of_pairs[seat.id], seater) for seat in panel.seats)
    return Estimate(len(library.passages), tuple(seats))


def tasks(seat: Seat, panel: Panel, case: Case) -> int:
    """How many tasks a seat has in a run that uses all its rounds, beside those on pairs of claims.

    The first author plans, and composes at the end; a debate's judge names the sides and composes, and each debater its
    closing.
    """
    rounds, first = case.caps.rounds, int(seat.instance == 1)
    if case.protocol == "solo":
        return 2
    if case.protocol == "vote":
        return 1 + 2 * first
    if case.protocol == "council":
        # Of a judge both orders of the disputes.
        return 2 * rounds if seat.role is Role.JUDGE else 1 + 2 * rounds + 2 * first
    if case.protocol == "debate":
        # Of a debater cross-examination, rebuttal and revision, and its closing.
        neutral = 1 + (not case.sides)
        if seat.role is Role.JUDGE:
            return 2 * rounds + neutral * seat.speaks
        return 1 + 3 * rounds + seat.speaks + first * (1 + neutral * (not _judged(panel)))
    if seat.role is Role.JUDGE:
        return rounds
    # With swap author and reviewer hold each other's places in every second round.
    away = rounds // 2 if case.swap and first else 0
    home = rounds - away
    return 2 + 2 * home + away if seat.role is Role.AUTHOR else home + 2 * away


def aligned(seat: Seat, panel: Panel, case: Case) -> int:
    """How often a seat is asked about pairs of claims: of the drafts, and of what each round changed."""
    several, judged = case.protocol in ("council", "debate"), _judged(panel)
    if not seat.speaks or (seat.role is Role.JUDGE) != judged:
        return 0
    return case.caps.rounds + 1 if several else int(case.protocol == "vote")


def _judged(panel: Panel) -> bool:
    """Whether a language model judges."""
    return any(judge.speaks for judge in panel.of(Role.JUDGE))


def _seat(seat: Seat, task: DraftTask, tasks: int, aligned: int, seater: Seater) -> SeatEstimate:
    from moot.models import prices
    from moot.models.language import LanguageSeat
    from moot.models.prompts import render

    if seat.model.startswith(("reader:", "recorded:", "file:")):
        return SeatEstimate(seat.id, tasks + aligned, Decimal(0))
    holder = seater.holder(seat)
    info = seater.info(seat.model)
    if not isinstance(holder, LanguageSeat) or info.price is None:
        return SeatEstimate(seat.id, tasks + aligned, Decimal(0))
    size = holder.backend.request_bytes(render(task))
    likely = prices.worst(info.price, size // BYTES_A_TOKEN, LIKELY_OUTPUT)
    of_pairs = prices.worst(info.price, PAIRS // BYTES_A_TOKEN, LIKELY_OUTPUT)
    return SeatEstimate(seat.id, tasks + aligned, likely * tasks + of_pairs * aligned)
