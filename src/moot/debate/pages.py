"""Opens addresses of the open web for one run: one row of the journal an address, and one a site's robots.txt, each
asked once.

What was read is kept as a document of the run, so that a resumed run, a report and `moot verify` read it again.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from types import TracebackType
from typing import TYPE_CHECKING, Self

from moot.evidence.late import late, repeats_late, voices
from moot.ledger.calls import Answer
from moot.ledger.journal import Journal
from moot.text import urls
from moot.text.urls import same
from moot.words import Case, Document, Followed, Link

if TYPE_CHECKING:
    from moot.evidence.fetch import Fetcher, Limits
    from moot.evidence.fetch.opening import Opened
    from moot.evidence.fetch.robots import Ask, Keep, Said
    from moot.evidence.origins import Origin


@dataclass(frozen=True)
class Wanted:
    address: str
    needed: bool = True
    """Whether its text is: not where the user gave the source itself."""
    doi: str = ""
    """What names it, where the address does not tell."""
    given: bool = True
    """By the user or by the report that is audited: then an archived copy stands in for a page that is gone."""


@dataclass
class _Wave:
    """Addresses that are asked for together."""

    before: tuple[Document, ...]
    """Pages of earlier waves, those set aside too."""
    asked: tuple[asyncio.Event, ...]
    """Set where an address was asked for, or its answer was kept."""
    came: dict[int, Document] = field(default_factory=dict[int, Document])
    """What was read, whether it is a source or not."""
    groups: tuple[Origin, ...] | None = None
    """Which documents are one voice, once all have come."""
    grouping: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def documents(self) -> tuple[Document, ...]:
        """In the order of their addresses, whichever came first."""
        found = {each.source.id: each for each in (*self.before, *self.came.values())}
        return tuple(found[id] for id in sorted(found, key=lambda id: int(id[1:])))


@dataclass(frozen=True)
class Page:
    link: Link
    document: Document | None


class Pages:
    """`async with Pages(...) as pages:`. The web is touched at the first address that was not asked before.

    `documents`: all of the run so far, those that it fetched at an earlier time too.
    """

    def __init__(self, case: Case, documents: Sequence[Document], journal: Journal, loopback: bool = False) -> None:
        self._case, self._journal, self._loopback = case, journal, loopback
        self._first = sum(each.source.asked is None for each in documents)
        """The documents that were given come before those that are fetched."""
        self._kept = {each.source.id: each for each in documents if each.source.asked is not None}
        self._asked = 0
        self._late: list[Document] = []
        """Pages that are set aside as too new: what repeats them is too."""
        self._finals: dict[str, Link] = {}
        """What came of the first address of each page that was read, by where it lies, as `same` spells it."""
        self._fetcher: Fetcher | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._fetcher is not None:
            await self._fetcher.__aexit__(kind, error, traceback)

    async def open(self, wanted: Sequence[Wanted]) -> list[Page]:
        """What came of each address, told in the order given, however fast each answers."""
        asking: list[asyncio.Future[Link]] = []
        wave = _Wave((*self._kept.values(), *self._late), tuple(asyncio.Event() for _ in wanted))
        for n, each in enumerate(wanted):
            asking.append(asyncio.ensure_future(self._one(self._asked + n + 1, each, tuple(asking), wave, n)))
        self._asked += len(wanted)
        pages: list[Page] = []
        try:
            for each in asking:
                link = await each
                self._journal.emit(Followed(link=link))
                pages.append(Page(link, self._kept[link.source] if link.source else None))
        finally:
            for each in asking:
                each.cancel()
            await asyncio.gather(*asking, return_exceptions=True)
        self._late += [each for each in wave.came.values() if late(each.source, self._case.as_of)]
        return pages

    async def _one(
        self, n: int, wanted: Wanted, before: Sequence[asyncio.Future[Link]], wave: _Wave, place: int
    ) -> Link:
        """`before`: those of which a page that two addresses lead to is kept. `place`: in the wave."""
        number = self._first + n
        id = f"S{number}"

        async def do() -> Answer:
            came = await self._ask(wanted, id)
            found = await self._in_time(came, wave, place)
            gone = came.link.reason if came.link.archived else ""  # and an archived copy was read in its place
            read = found.document is not None and found.link.reason == gone
            link = await self._alone(found.link, before) if read else found.link
            if found.document is None or link.reason != gone or not wanted.needed:
                link = link.model_copy(update={"source": None})
            if found.document is not None and (link.source == id or self._case.as_of):
                await self._journal.keep(number - 1, found.document, found.body)
            elif self._case.as_of:
                await self._journal.drop(number - 1)
            if found.document is not None and link.source == id:
                self._kept[id] = found.document
            return Answer(body=link.model_dump_json())

        try:
            answer = await self._journal.once(f"open/address/{n}", json.dumps(asdict(wanted)), Decimal(0), do)
            # Where it was asked for at an earlier time: later pages may repeat what is no source too.
            kept = self._journal.kept(number - 1) if self._case.as_of else None
            if kept is not None:
                wave.came[place] = kept
        finally:
            wave.asked[place].set()
        link = Link.model_validate_json(answer.body)
        if link.source:
            self._finals.setdefault(same(link.final), link)
        return link

    async def _alone(self, link: Link, before: Sequence[asyncio.Future[Link]]) -> Link:
        """It says so if its page was read already; where a file is audited, whose claims name it, it leads to that."""
        if not link.final:
            return link
        if before:
            await asyncio.wait(before)
        read = self._finals.get(same(link.final))
        if read is None:
            return link
        audited = self._case.web is None
        return link.model_copy(update={"source": read.source} if audited else {"reason": f"same page as {read.asked}"})

    async def _in_time(self, found: Opened, wave: _Wave, place: int) -> Opened:
        """Without a page that is later than the day of the run, or that has no date and repeats one that is."""
        if found.document is not None:
            wave.came[place] = found.document
        wave.asked[place].set()
        day = self._case.as_of
        if found.document is None or not day:
            return found
        reason = late(found.document.source, day)
        if not reason and not found.document.source.date:
            await asyncio.gather(*(each.wait() for each in wave.asked))
            async with wave.grouping:
                if wave.groups is None:
                    wave.groups = await asyncio.to_thread(voices, wave.documents, day)
            reason = repeats_late(found.document.source, wave.documents, wave.groups, day)
        return replace(found, link=found.link.model_copy(update={"reason": reason})) if reason else found

    async def _ask(self, wanted: Wanted, id: str) -> Opened:
        from moot.evidence.fetch import opening

        web = await self._web()
        if wanted.given:
            return await opening.opened(web, wanted.address, id, wanted.doi)
        return await opening.page(web, wanted.address, id)

    async def _web(self) -> Fetcher:
        if self._fetcher is None:
            self._fetcher = await fetcher(self._limits(), self._robots).__aenter__()
        return self._fetcher

    async def _robots(self, site: str, ask: Ask) -> Said:
        from moot.evidence.fetch.robots import Said

        async def do() -> Answer:
            return Answer(body=json.dumps(asdict(await ask())))

        parts = urls.parts(site)
        answer = await self._journal.once(f"open/robots/{parts.scheme}:{parts.netloc}", site, Decimal(0), do)
        return Said(**json.loads(answer.body))

    def _limits(self) -> Limits:
        from moot.evidence.fetch import Limits
        from moot.evidence.fetch.opening import MOST

        web = self._case.web
        return Limits(
            addresses=3 * MOST,
            allow=web.allow if web else (),
            deny=web.deny if web else (),
            allow_loopback=self._loopback,
        )


def fetcher(limits: Limits, robots: Keep) -> Fetcher:
    """As the open web needs it."""
    from datetime import UTC, datetime

    from moot.evidence.fetch import Fetcher

    return Fetcher(limits, clock=lambda: datetime.now(UTC), robots=robots)
