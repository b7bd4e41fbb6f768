"""What authors answer and judges say of two pumps, for tests of what is argued between several drafts."""

from __future__ import annotations

from collections.abc import Callable

from pumps import Bench, Protocol, claim, of, quote

from moot.debate import council
from moot.debate.argued import Argued
from moot.debate.standing import Judged
from moot.testing.seats import Script
from moot.words import (
    Action,
    Draft,
    Drafted,
    Event,
    Judgement,
    Judgements,
    Reply,
    RespondTask,
    Response,
    Responses,
    RuleTask,
    Task,
    Verdict,
)

SAYS_40, SAYS_34 = "The north pump lifts 40 litres a second.", "The north pump lifts 34 litres a second."
LIFTS = claim("c1", SAYS_40, "S1.1")
GUESSED = claim("c1", "The north pump lifts 40 litres a second, Fritz Maier reported.", "S1.1", SAYS_40)
"""A check doubts it: what every check bears out does not fall by a judge's word."""
LESS = claim("c1", SAYS_34, "S2.1", "The north pump lifts 34 litres a second")
SERVICED = claim("c2", "The north pump was serviced in March 2026.", "S1.1", "It was serviced in March 2026.")
LOUD = claim("c3", "The pumps are loud at night, one neighbour reported.", "S3.1")
NAMED = claim("c8", "The pumps are loud at night, Fritz Maier reported.", "S3.1", "The pumps are loud at night")
"""A check doubts it: nobody is named there."""


def responds(action: Action, *quotes: str, grounds: str = "so") -> Callable[[Task], Reply]:
    def reply(task: Task) -> Reply:
        assert isinstance(task, RespondTask)
        cited = tuple(quote(*each.split(" ", 1)) for each in quotes)
        return Responses(
            responses=tuple(
                Response(challenge=each.id, action=action, grounds=grounds, citations=cited) for each in task.challenges
            )
        )

    return reply


def gives_up(task: Task) -> Reply:
    """What the newer survey contradicts is withdrawn, quoting it; to all else the author gives way without a quote."""
    assert isinstance(task, RespondTask)
    texts = {each.id: each.text for each in task.draft.claims()}
    newer = (quote("S2.1", "The north pump lifts 34 litres a second after the service."),)
    return Responses(
        responses=tuple(
            Response(challenge=each.id, action=Action.WITHDRAW, grounds="so", citations=newer)
            if "40" in texts.get(each.claim or "", "")
            else Response(challenge=each.id, action=Action.CONCEDE, grounds="so")
            for each in task.challenges
        )
    )


def judges(verdict: Callable[[str, str], Verdict], reason: str = "so") -> Callable[[Task], Reply]:
    """A judge that decides by the claim and the words set against it."""

    def reply(task: Task) -> Reply:
        assert isinstance(task, RuleTask)
        texts = {each.id: each.text for each in task.draft.claims()}
        return Judgements(
            judgements=tuple(
                Judgement(
                    challenge=each.id,
                    verdict=verdict(texts[each.claim or ""], each.grounds),
                    reason=reason,
                    citations=(quote("S1.1", SAYS_40),),
                )
                for each in task.challenges
            )
        )

    return reply


def keeps(text: str, grounds: str) -> Verdict:
    return Verdict.DISMISSED


def against(words: str) -> Callable[[Task], Reply]:
    return judges(lambda text, _: Verdict.UPHELD if words in text else Verdict.DISMISSED)


def last(events: tuple[Event, ...]) -> Draft:
    return of(events, Drafted)[-1].draft


def told(events: tuple[Event, ...]) -> set[str]:
    return {each.text for each in last(events).claims()}


async def run(
    bench: Bench, *authors: Script, judge: Script | None = None, by: Protocol = council.run, **more: object
) -> tuple[tuple[Event, ...], dict[str, Judged]]:
    record = await bench.convene(by, list(authors), judge, **more)  # type: ignore[arg-type]
    return record.events, Argued.of(record.events).judged
