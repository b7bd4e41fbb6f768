"""Doubles for tests, yours and ours: a model vendor on loopback with scripted conduct, search engines, hostile sources.

    async with DoubleServer(answer=from_schema, script=[Rule(too_many(retry_after=0), nth=1)]) as server:
        ...                                   # point a client at server.base_url or set server.env()
        await server.seen(2)
        assert server.requests[1].completed

What a model says is a function of the prompt: `from_schema` (the least), `scholar` (argues with real quotes), `obeys`
(whatever a source orders; `obeys_also`: and more), `conforms`, `stubborn`, `first` (a judge who goes by the order),
`varies(seed)` (drafts that differ between seats). A seat of its own: `Rule(Conduct(Answer(by=stubborn)),
model="gpt-*")`; a late one: `Rule(slow(first_token=20), model="gpt-*")`.

Search engines, all vendors in their own forms; `troubles` says what goes wrong, request by request:

    with SearchServer([Listed("https://bees.example/far", "How far bees fly", "Bees fly three kilometres.")]) as search:
        ...                                   # set search.env(), or search.env("brave"), in the environment of a run
        assert search.searches[0].query == "how far bees fly"

`python -m moot.testing --answer varies:7 --of 'gpt-*=stubborn@20'` runs the same as a process. Nothing here
reaches beyond loopback.
"""

from moot.testing.answers.calling import Calling
from moot.testing.answers.from_schema import from_schema
from moot.testing.answers.manners import conforms, first, stubborn
from moot.testing.answers.named import named
from moot.testing.answers.obeys import obeys, obeys_also
from moot.testing.answers.scholar import scholar
from moot.testing.answers.varies import varies
from moot.testing.conduct import (
    Answer,
    Conduct,
    Fail,
    Fault,
    Malformed,
    Overlong,
    Refusal,
    Rule,
    breaks,
    broken,
    cut,
    denied,
    hang,
    malformed,
    overflows,
    overloaded,
    overlong,
    refuses,
    slow,
    stalls,
    too_many,
)
from moot.testing.log import Seen
from moot.testing.prompt import PromptView
from moot.testing.search_server import Listed, Search, SearchServer, Trouble
from moot.testing.server import DoubleServer

__all__ = [
    "Answer",
    "Calling",
    "Conduct",
    "DoubleServer",
    "Fail",
    "Fault",
    "Listed",
    "Malformed",
    "Overlong",
    "PromptView",
    "Refusal",
    "Rule",
    "Search",
    "SearchServer",
    "Seen",
    "Trouble",
    "breaks",
    "broken",
    "conforms",
    "cut",
    "denied",
    "first",
    "from_schema",
    "hang",
    "malformed",
    "named",
    "obeys",
    "obeys_also",
    "overflows",
    "overloaded",
    "overlong",
    "refuses",
    "scholar",
    "slow",
    "stalls",
    "stubborn",
    "too_many",
    "varies",
]
