"""What in a source addresses models, as a seat reads it: told, if its words stand there, and no more comes of it.

Reading tells orders by their words alone (`evidence.hostile`) and misses what is said in a roundabout way; who reads
the passages anyway sees more. But a seat may be misled in this too: where the words do not lean towards an order as
well it is told as a doubt, of each source a few times, and nothing is withheld because of either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moot.evidence import hostile, orders
from moot.text.quotes import locate
from moot.text.spans import Span
from moot.words import Assessments, Challenges, Drafting, Event, Noticed, Place, Reply, Task

WHAT = "words to a model"
MOST = 8
"""Places of one reply."""
DOUBTED = 5
"""Doubtful places of one source."""
LONGEST = 600
"""Characters of a place: more is no order, but a passage that somebody is to distrust."""


def at(reply: Reply, task: Task, seat: str, told: Sequence[Event]) -> Iterator[Noticed]:
    """What the seat points at in the passages of its task, but what was told of before without a doubt."""
    if not isinstance(reply, Drafting | Challenges | Assessments):
        return
    passages = {passage.id: passage for passage in getattr(task, "passages", ())}
    known = [each for each in told if isinstance(each, Noticed) and each.place]
    for citation in reply.orders[:MOST]:
        passage = passages.get(citation.passage)
        span = locate(citation.quote, passage.text) if passage else None
        if passage is None or span is None or span.end - span.start > LONGEST:
            continue
        words = passage.text[span.start : span.end]
        noticed = Noticed(
            source=passage.source,
            what=WHAT,
            excerpt=hostile.visible(words),
            place=Place(
                source=passage.source,
                passage=passage.id,
                start=passage.start + span.start,
                end=passage.start + span.end,
            ),
            by=seat,
            doubtful=not orders.may_be(words),
        )
        if not _is_new(noticed, known):
            continue
        known.append(noticed)
        yield noticed


def _is_new(noticed: Noticed, known: Sequence[Noticed]) -> bool:
    here = [each for each in known if each.source == noticed.source and (noticed.doubtful or not each.doubtful)]
    if any(_touch(each.place, noticed.place) for each in here):
        return False
    return not noticed.doubtful or sum(each.doubtful and bool(each.by) for each in here) < DOUBTED


def _touch(one: Place | None, other: Place | None) -> bool:
    return bool(one and other and Span(one.start, one.end).touches(Span(other.start, other.end)))
