"""What in a source addresses models, as a seat reads it: told, if its words stand there, and no more comes of it.

Reading tells orders by their words alone (`evidence.hostile`) and misses what is said in a roundabout way; who reads
the passages anyway sees more. But a seat may be misled in this too: so the words must lean towards an order as well,
and nothing is withheld because of it.
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
LONGEST = 600
"""Characters of a place: more is no order, but a passage that somebody is to distrust."""


def at(reply: Reply, task: Task, seat: str, told: Sequence[Event]) -> Iterator[Noticed]:
    """What the seat points at in the passages of its task, but what was told of before without a doubt."""
    if not isinstance(reply, Drafting | Challenges | Assessments):
        return
    passages = {passage.id: passage for passage in getattr(task, "passages", ())}
    known = [each.place for each in told if isinstance(each, Noticed) and each.place and not each.doubtful]
    for citation in reply.orders[:MOST]:
        passage = passages.get(citation.passage)
        span = locate(citation.quote, passage.text) if passage else None
        if passage is None or span is None or span.end - span.start > LONGEST:
            continue
        if not orders.may_be(passage.text[span.start : span.end]):
            continue
        found = Span(passage.start + span.start, passage.start + span.end)
        place = Place(source=passage.source, passage=passage.id, start=found.start, end=found.end)
        if any(each.source == place.source and Span(each.start, each.end).touches(found) for each in known):
            continue
        known.append(place)
        words = hostile.visible(passage.text[span.start : span.end])
        yield Noticed(source=passage.source, what=WHAT, excerpt=words, place=place, by=seat)
