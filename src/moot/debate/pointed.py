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
from moot.words import Assessments, Challenges, Drafting, Event, Noticed, Passage, Place, Reply, Task

WHAT = "words to a model"
MOST = 8
"""Places of one reply."""
DOUBTED = 5
"""Doubtful places of one source."""
LONGEST = 600
"""Characters of a place: more is no order, but a passage that somebody is to distrust."""


def at(reply: Reply, task: Task, seat: str, told: Sequence[Event]) -> Iterator[Noticed]:
    """What the seat points at in the passages of its task or over them, but what was told before without a doubt."""
    if not isinstance(reply, Drafting | Challenges | Assessments):
        return
    passages = {passage.id: passage for passage in getattr(task, "passages", ())}
    titles = {source.id: source.title for source in getattr(task, "sources", ())}
    known = [each for each in told if isinstance(each, Noticed)]
    for citation in reply.orders[:MOST]:
        passage = passages.get(citation.passage)
        noticed = passage and _noticed(citation.quote, passage, titles.get(passage.source, ""), seat)
        if noticed and _is_new(noticed, known):
            known.append(noticed)
            yield noticed


def _noticed(quote: str, passage: Passage, title: str, seat: str) -> Noticed | None:
    span = locate(quote, passage.text)
    if span is not None and span.end - span.start <= LONGEST:
        words = passage.text[span.start : span.end]
        start, end = passage.start + span.start, passage.start + span.end
        place = Place(source=passage.source, passage=passage.id, start=start, end=end)
        return _told(words, WHAT, place, passage.source, seat)
    over = next((text for text in (passage.heading, title) if locate(quote, text)), "")
    return _told(over, f"{WHAT}, in its title or a heading", None, passage.source, seat) if over else None


def _told(words: str, what: str, place: Place | None, source: str, seat: str) -> Noticed:
    doubtful = not orders.may_be(words)
    return Noticed(source=source, what=what, excerpt=hostile.visible(words), place=place, by=seat, doubtful=doubtful)


def _is_new(noticed: Noticed, known: Sequence[Noticed]) -> bool:
    here = [each for each in known if each.source == noticed.source and (noticed.doubtful or not each.doubtful)]
    if any(_is_the_same(each, noticed) for each in here):
        return False
    return not noticed.doubtful or sum(each.doubtful and bool(each.by) for each in here) < DOUBTED


def _is_the_same(one: Noticed, other: Noticed) -> bool:
    if one.place is None or other.place is None:
        return one.place is other.place and (one.excerpt in other.excerpt or other.excerpt in one.excerpt)
    return Span(one.place.start, one.place.end).touches(Span(other.place.start, other.place.end))
