"""A contestant in a conversation: a model answers; of a panel its author does, after its reviewers have objected.

A panel answers like this. The author takes every turn that calls tools. When it would finish (it calls no tool, or the
one that hands in), the reviewers are shown the conversation and the answer, each by itself; if one of them objects,
with a quote that is found, the author is told and answers once more. That answer stands. In a council or debate the
first author answers and the others review; a vote asks every author and takes the answer that most of them give. A
judge has no part in this.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from moot.bench.engine.contestants import Contestant
from moot.errors import SeatFailure, UsageError
from moot.ledger.calls import Usage
from moot.models.chat.speaker import ContextFull
from moot.models.chat.words import ChatReply, ChatRequest, Turn
from moot.models.prompts import MalformedReply
from moot.models.prompts import conversation as prompts
from moot.words import Role, Seat, Word

HANDS_IN = frozenset({"submit"})
"""Names of tools that end a task, as agents of inspect_ai call them."""


class Reviewed(Word):
    """What was done before an answer was given; kept with it, so that nothing is hidden and later turns know it."""

    answer: Turn
    """What the author would have said."""
    reviews: tuple[prompts.Review, ...]
    by: tuple[str, ...]
    """The seats of the reviews."""
    failed: tuple[str, ...] = ()
    """Seats that gave no review, and why."""
    asked: tuple[Turn, ...] = ()
    """What the author was then told; empty if nobody objected."""


@dataclass(frozen=True)
class Spoken:
    """What a contestant says."""

    reply: ChatReply
    model: str
    """By the vendor's own word."""
    usage: Usage
    """Of all requests that it took, those of reviewers included."""
    reviewed: Reviewed | None = None
    votes: tuple[str, ...] = ()
    """Of a vote: all answers, in the order of the seats."""


class Ask(Protocol):
    """One request to a seat: the reply, the model's own name and the usage. Raises as `Speaker.say`."""

    async def __call__(self, seat: Seat, request: ChatRequest, /) -> tuple[ChatReply, str, Usage]: ...


async def speak(contestant: Contestant, request: ChatRequest, ask: Ask) -> Spoken:
    """What the contestant says next in a conversation.

    Raises `SeatFailure` when its author gave no answer, `ContextFull`, `UsageError` for a vote with tools.
    """
    turn = _Speaking(request, ask)
    author, *others = contestant.panel.of(Role.AUTHOR)
    if contestant.protocol == "vote":
        return await turn.vote(contestant.name, [author, *others])
    return await turn.answer(author, [*contestant.panel.of(Role.REVIEWER), *others])


class _Speaking:
    """One turn of a contestant."""

    def __init__(self, request: ChatRequest, ask: Ask) -> None:
        self._request, self._ask = request, ask
        self._usage = Usage()

    async def answer(self, author: Seat, reviewers: Sequence[Seat]) -> Spoken:
        reply, model = await self._said(author, self._request)
        if not reviewers or not finishes(reply) or _was_reviewed(self._request):
            return Spoken(reply, model, self._usage)
        reviewed = await self._reviewed(reviewers, turn_of(reply))
        if reviewed.asked:
            try:
                reply, model = await self._said(author, _with(self._request, reviewed.answer, *reviewed.asked))
            except (SeatFailure, ContextFull) as failure:
                why = f"{author.id} gave no second answer: {failure}"
                reviewed = reviewed.model_copy(update={"failed": (*reviewed.failed, why), "asked": ()})
        return Spoken(reply, model, self._usage, reviewed)

    async def vote(self, name: str, authors: Sequence[Seat]) -> Spoken:
        """The answer that most authors give, as its first author gave it; of as many for several, the earliest."""
        if self._request.tools:
            raise UsageError(f"{name} votes, and there is no vote over work with tools: name a panel that reviews.")
        asked = await asyncio.gather(*(self._said(seat, self._request) for seat in authors), return_exceptions=True)
        said = [each for each in asked if not isinstance(each, BaseException)]
        for each in asked:
            if isinstance(each, BaseException) and (not said or not isinstance(each, SeatFailure)):
                raise each
        meant = [conclusion(reply.text) for reply, _ in said]
        most = Counter(meant).most_common(1)[0][0]
        reply, model = said[meant.index(most)]
        return Spoken(reply, model, self._usage, votes=tuple(reply.text for reply, _ in said))

    async def _said(self, seat: Seat, request: ChatRequest) -> tuple[ChatReply, str]:
        reply, model, usage = await self._ask(seat, request)
        self._usage = added(self._usage, usage)
        return reply, model

    async def _reviewed(self, reviewers: Sequence[Seat], answer: Turn) -> Reviewed:
        """What the reviewers say, taken in the order of their seats."""
        asked = await asyncio.gather(*(self._review(seat, answer) for seat in reviewers), return_exceptions=True)
        reviews: list[prompts.Review] = []
        by: list[str] = []
        failed: list[str] = []
        for seat, said in zip(reviewers, asked, strict=True):
            if isinstance(said, prompts.Review):
                reviews.append(said)
                by.append(seat.id)
            elif isinstance(said, SeatFailure | ContextFull | MalformedReply):
                failed.append(f"{seat.id} gave no review: {said}")
            else:
                raise said
        objected = any(said.objections for said in reviews)
        return Reviewed(
            answer=answer,
            reviews=tuple(reviews),
            by=tuple(by),
            failed=tuple(failed),
            asked=prompts.objections(self._request, answer, reviews) if objected else (),
        )

    async def _review(self, seat: Seat, answer: Turn) -> prompts.Review:
        """One review, asked for a second time if it cannot be read."""
        request = prompts.review(self._request, answer)
        reply, _ = await self._said(seat, request)
        try:
            return prompts.parse(reply.text, self._request, answer)
        except MalformedReply as problem:
            reply, _ = await self._said(seat, prompts.repaired(request, reply.text, str(problem)))
            return prompts.parse(reply.text, self._request, answer)


def finishes(reply: ChatReply) -> bool:
    """Whether with this reply the task would be over."""
    return all(use.tool in HANDS_IN for use in reply.uses)


def turn_of(reply: ChatReply) -> Turn:
    return Turn(role="assistant", text=reply.text, uses=reply.uses, raw=reply.raw)


def conclusion(text: str) -> str:
    """What an answer comes to, for counting votes: what follows its last "ANSWER:", else all of it; by its words."""
    found = re.findall(r"ANSWER\s*:\s*(.*)", text, re.IGNORECASE)
    return " ".join(re.findall(r"[\w.+-]+", (found[-1] if found else text).casefold())).strip(".")


def added(one: Usage, other: Usage) -> Usage:
    return Usage(**{name: getattr(one, name) + getattr(other, name) for name in Usage.model_fields})


def _with(request: ChatRequest, *turns: Turn) -> ChatRequest:
    return request.model_copy(update={"turns": (*request.turns, *turns)})


def _was_reviewed(request: ChatRequest) -> bool:
    """Whether the author works on objections already: there is one review of what a user asked."""
    for turn in reversed(request.turns):
        if prompts.is_objection(turn):
            return True
        if turn.role == "user":
            return False
    return False
