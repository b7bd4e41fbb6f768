"""Looks in the open web for what a run wants to know: searches, opens what they find, and adds it to the library.

Each search is one row of the journal, each page another; so a resumed run searches and fetches nothing twice.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from pydantic import TypeAdapter

from moot.debate import sources
from moot.debate.pages import Pages, Wanted
from moot.evidence.fetch.addresses import unwanted
from moot.evidence.fetch.politeness import Turns
from moot.evidence.library import Library
from moot.evidence.search import client
from moot.evidence.search.choice import PER_QUERY, chosen
from moot.evidence.search.engine import CannotSearch, Engine, Wish
from moot.evidence.search.outgoing import Guard, Outgoing
from moot.ledger.calls import Answer, CallFailed, DoesNotFit, Usage
from moot.ledger.journal import Journal
from moot.text import urls
from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS
from moot.text.urls import same
from moot.words import Case, Hit, Searched, SourceSkipped, Unread, Unsearched, Web

HITS = TypeAdapter(tuple[Hit, ...])
_NAME = lazy_re(r"(?<=[^.!?] )[A-Z]\w*(?:[ -][A-Z0-9][\w.]*)*")
"""Words with a capital that do not begin a sentence."""
_UNTOLD = lazy_re(
    r"^(?:no (?:passage|source)s?\b[^,.]{0,40}? (?:says?|gives?|tells?|states?)|"
    r"nothing is (?:said|known) (?:about|of|on)|(?:the )?(?:passages|sources) do not (?:say|give|tell|state)|"
    r"it is (?:not|nowhere) (?:said|stated|known|clear))\b|"
    r" (?:is|are) (?:not|nowhere) (?:said|given|stated|told)\b[^.]*|\b(?:whether|nor is|nor are|nor)\b",
    re.IGNORECASE,
)
_TOLD_OF = lazy_re(r"(?:No sentence was found that answers|The sources do not mention) “(?P<matter>[^“”]+)”\.\Z")
"""As the embedded readers tell a part of the question that nothing bears on."""
_OF_READING = lazy_re(
    r"the question (?:is|was) (?:in [A-Z]|put in|written in|not |ambiguous|unclear)|"
    r"(?:the|all|no) (?:sources?|passages?|documents?) (?:(?:are|is|were|was) in [A-Z]|holds? no sentence)|"
    r"nothing was added on “|[^.]*\bwithout a language model\b",
    re.IGNORECASE,
)
"""A remark on how it was asked or read."""
PER_LOOK = 12
"""Pages opened for all queries of one look."""
PATIENCE = 5.0
"""Seconds that an engine may ask to wait for; then it is asked again, once."""
STRIKES = 2
"""Answers that an engine owes in a row, since none came, it failed, was asked too often or answers with something else;
then it is asked no more."""


@dataclass(frozen=True)
class Query:
    """`why`: "question", an aspect, a challenge, or what is open."""

    why: str
    words: str
    own: bool = False
    """Whether a person asked for it in these words."""

    @classmethod
    def of_gap(cls, gap: str) -> Query | None:
        """For what a draft says that the sources do not tell: what it is, without that it is not told.

        None where it speaks of the question and the sources, and not of the matter.
        """
        if told := _TOLD_OF.match(gap):
            return cls("gap", told["matter"])
        if _OF_READING.match(gap):
            return None
        return cls("gap", _UNTOLD.sub(" ", gap).strip() or gap)


@dataclass
class Lookout:
    """The web as one run sees it, within the caps of its case."""

    case: Case
    web: Web
    engines: Sequence[Engine]
    pages: Pages
    library: Library
    journal: Journal
    _guard: Guard = field(init=False)
    _turns: Turns = field(default_factory=lambda: client.turns())
    _asked: set[str] = field(default_factory=set[str])
    """Queries, as `_key` spells them."""
    _known: set[str] = field(default_factory=set[str])
    """Addresses that were opened."""
    _hits: dict[str, Hit] = field(default_factory=dict[str, Hit])
    """Pages that engines found, as `same` spells them."""
    _failures: list[str] = field(default_factory=list[str])
    _owed: Counter[str] = field(default_factory=Counter[str])
    """Answers that it owes, in a row, by engine."""
    _closed: set[str] = field(default_factory=set[str])
    """Engines that are asked no more."""
    _searches: int = 0
    """Queries sent, to however many engines."""
    _opened: int = 0
    _numbers: Counter[str] = field(default_factory=Counter[str])

    def __post_init__(self) -> None:
        self._guard = Guard(self.case.question)
        self._known |= {same(link.asked) for link in self.library.links}

    async def look(self, round: int, queries: Sequence[Query]) -> bool:
        """Search for what was not searched before, and read what is found; True if the library grew.

        Where no page may be opened any more nothing is searched: each search costs a fee, and nobody would use it.
        """
        if self._opened >= self.web.pages:
            return False
        asked = [found for query in queries if (found := self._passed(query))]
        if not asked or not self.engines:
            return False
        asked = self._within(round, asked)
        searched = await self._search(round, asked)
        self._hits |= {same(hit.address): hit for each in searched for hit in each.hits}
        most = min(self.web.pages - self._opened, PER_LOOK, PER_QUERY * len(asked))
        hits = chosen([each.hits for each in searched], self._known, self.web, self.case.as_of, most)
        return await self._open(hits)

    def anew(self) -> None:
        """As much again may be searched and opened: somebody asks for more."""
        self._searches = self._opened = 0

    def _within(self, round: int, asked: Sequence[tuple[Query, Outgoing]]) -> list[tuple[Query, Outgoing]]:
        """What may still be searched for. The rest is told, and may be asked for again."""
        left = self.web.searches - self._searches
        over = [outgoing.query for _, outgoing in asked[left:]]
        if over:
            self._asked -= {_key(each) for each in over}
            self.journal.emit(Unsearched(round=round, queries=tuple(over)))
        self._searches += len(asked[:left])
        return list(asked[:left])

    def _passed(self, query: Query) -> tuple[Query, Outgoing] | None:
        if query.own:
            self._guard.asks(query.words)
        outgoing = self._guard.checked(self._placed(query.words), self.library)
        key = _key(outgoing.query)
        if not key or key in self._asked:
            return None
        self._asked.add(key)
        return query, outgoing

    def _placed(self, words: str) -> str:
        """A heading says little outside its document: one that names nothing of the question gets its names."""
        names = _NAME.findall(self.case.question)
        said = words.casefold()
        return words if any(name.casefold() in said for name in names) else " ".join([words, *names])

    async def _search(self, round: int, asked: Sequence[tuple[Query, Outgoing]]) -> list[Searched]:
        """Engines side by side, each one query at a time; told query by query."""
        engines = [each for each in self.engines if each.name not in self._closed]
        by_engine = await asyncio.gather(*(self._by(engine, round, asked) for engine in engines))
        found = [searched for each in zip_longest(*by_engine) for searched in each if searched is not None]
        for searched in found:
            self.journal.emit(searched)
            if searched.failed:
                self._failures.append(searched.failed)
        return found

    async def _by(self, engine: Engine, round: int, asked: Sequence[tuple[Query, Outgoing]]) -> list[Searched]:
        return [
            await self._one(engine, round, query, outgoing)
            for query, outgoing in asked
            if engine.name not in self._closed
        ]

    async def _one(self, engine: Engine, round: int, query: Query, outgoing: Outgoing) -> Searched:
        place = f"r{round}/search/{engine.name}"
        self._numbers[place] += 1
        wish = Wish(outgoing.query, language=self.web.language, until=self.case.as_of)
        said = Searched(
            round=round, why=query.why, engine=engine.name, query=outgoing.query, withheld=outgoing.withheld
        )
        try:
            hits = await self._found(f"{place}/{self._numbers[place]}", engine, wish)
        except CallFailed as failure:
            return said.model_copy(update={"failed": f"{failure}{self._given_up(engine, failure)}"})
        except DoesNotFit as error:
            return said.model_copy(update={"failed": str(error)})
        self._owed[engine.name] = 0
        return said.model_copy(update={"hits": hits})

    def _given_up(self, engine: Engine, failure: CallFailed) -> str:
        """That an engine is asked no more; else "". It refused, which will not pass, wants more time than the run
        gives it, or owes too many answers.
        """
        owes = failure.kind in ("timeout", "connection", "rate_limited", "server", "malformed")
        self._owed[engine.name] = self._owed[engine.name] + 1 if owes else 0
        is_busy = failure.kind == "rate_limited" and (failure.retry_after or 0.0) > PATIENCE
        if failure.kind != "access" and not is_busy and self._owed[engine.name] < STRIKES:
            return ""
        self._closed.add(engine.name)
        return "; it is not asked again in this run"

    async def _found(self, place: str, engine: Engine, wish: Wish) -> tuple[Hit, ...]:
        """What it finds. Each request is an attempt with a row of its own; there is a second one where the engine says
        that it may soon be asked again. Raises `CallFailed`, `DoesNotFit`.
        """

        async def do() -> Answer:
            try:
                hits = await client.searched(engine, wish, self._turns)
            except CannotSearch as error:
                raise CallFailed(error.kind, str(error), Usage(), error.retry_after) from None
            return Answer(body=HITS.dump_json(tuple(hits)).decode(), usage=Usage(usd=engine.fee))

        request = json.dumps([engine.name, wish.query, wish.language, wish.until])
        try:
            answer = await self.journal.once(f"{place}/a1", request, engine.fee, do)
        except CallFailed as failure:
            if failure.kind != "rate_limited" or failure.retry_after is None or failure.retry_after > PATIENCE:
                raise
            self._owed[engine.name] += 1
            self._turns.later(engine.name, failure.retry_after)
            answer = await self.journal.once(f"{place}/a2", request, engine.fee, do)
        return HITS.validate_json(answer.body)

    def nothing(self) -> str:
        """Why there is no source, in one sentence."""
        reasons = dict.fromkeys(f"{each.asked}: {each.reason}" for each in self.library.links if each.reason)
        reasons |= dict.fromkeys(self._failures)
        said = "; ".join([*([self._left()] if self._hits and not reasons else []), *list(reasons)[:5]])
        return f"No source could be found or read ({said or 'no engine found anything'})."

    def _left(self) -> str:
        """That pages were found and none was opened."""
        hosts = [urls.host(hit.address) for hit in self._hits.values()]
        found = f"{len(hosts)} pages were found" if len(hosts) > 1 else "one page was found"
        if self.web.allow and all(unwanted(host, self.web.allow, ()) for host in hosts):
            return f"{found}, none in the allowed domains"
        if all(unwanted(host, self.web.allow, self.web.deny) for host in hosts):
            return f"{found}, all in denied domains or outside of the allowed ones"
        return f"{found}, none of which may be opened by the rules of this run"

    async def _open(self, hits: Sequence[Hit]) -> bool:
        self._opened += len(hits)
        self._known |= {same(hit.address) for hit in hits}
        return await self.read([Wanted(hit.address, given=False) for hit in hits])

    async def read(self, wanted: Sequence[Wanted]) -> bool:
        """Open addresses, and add what is there to the library; True if it grew."""
        pages = await self.pages.open(wanted)
        documents = [page.document for page in pages if page.document is not None]
        self.library.add(documents, [page.link for page in pages])
        self._known |= {same(page.link.final) for page in pages if page.link.final}
        sources.tell(self.journal, self.library, documents)
        for page in pages:
            if page.document is None:
                link = page.link
                self.journal.emit(SourceSkipped(unread=Unread(origin=link.asked, reason=link.reason, cause=link.cause)))
        return bool(documents)


def _key(query: str) -> str:
    """A query as it was sent, but for words that carry no meaning."""
    words = query.casefold().split()
    return " ".join([each for each in words if each not in STOP_WORDS] or words)
