"""What every protocol needs between its waves: the evidence, the plan, findings as rows, the clock, the draft told."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from decimal import Decimal

from pydantic import TypeAdapter

from moot.debate import person
from moot.debate.apart import apart
from moot.debate.ask import Missing
from moot.debate.gather import Evidence
from moot.debate.rulings import Court
from moot.debate.web import Lookout, Query
from moot.errors import AccessDenied, AllSeatsFailed, MootError, NoSources, OutOfTime
from moot.evidence.library import Library
from moot.ledger.calls import Answer
from moot.ledger.journal import Journal
from moot.models.seat import SeatHolder
from moot.text.utf8 import sha256
from moot.verify.referee import Referee
from moot.words import (
    Aspect,
    Case,
    Challenge,
    Claim,
    Draft,
    Drafted,
    Finding,
    Plan,
    Planned,
    PlanTask,
    Response,
    Ruling,
    Source,
    Stopped,
)

MOST_GAPS = 4
"""Of what the sources do not say, so much is looked for in the web each round."""
QUERIES = 2
"""Of one aspect that are looked for in the web; an index at hand is asked for all."""
FINDINGS = TypeAdapter(list[Finding])
RULINGS = TypeAdapter(list[Ruling | None])


class Proceedings:
    """The state of one run between its waves, as far as all protocols share it."""

    def __init__(
        self, case: Case, library: Library, referee: Referee, journal: Journal, lookout: Lookout | None = None
    ) -> None:
        self.case, self.library, self.referee, self.journal = case, library, referee, journal
        self.lookout = lookout
        self.evidence = Evidence(library, journal)
        self.aspects = Plan(aspects=())
        self.draft = self.told = Draft()
        self.ids: set[str] = set()
        """Of all claims of the run so far: none is ever given twice."""
        self.at = 0
        """The round."""
        self.unseen = False
        """Whether sources were found since the drafts were asked for, or a reviewer last looked."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """All that were read so far."""
        return self.library.sources

    async def begin(self) -> None:
        """The deadline counts from here. The first look into the web, where the case allows one, is for the question.

        Raises `NoSources` if nothing was given and nothing found.
        """
        if self.case.caps.seconds is not None:
            await self.on_time("begin")
        await self.look(0, [Query("question", self.case.question)])
        if self.lookout is not None and not self.library.documents:
            raise NoSources(self.lookout.nothing())

    async def look(self, round: int, queries: Sequence[Query]) -> bool:
        """Search the open web for what was not searched before, if the case allows it; True if sources were found."""
        found = self.lookout is not None and await self.lookout.look(round, queries)
        self.unseen |= found
        return found

    @property
    def searching(self) -> bool:
        """Whether words can be searched for in the open web."""
        return self.lookout is not None and bool(self.lookout.engines)

    async def look_again(self, round: int) -> bool:
        """Search for sub-questions of which the draft cites nothing, and for what it says that the sources do not
        tell; what was found for them is shown from here on. True if there were new sources.
        """
        silent = [Query(aspect.id, aspect.question) for aspect in self.evidence.silent(self.aspects, self.draft)]
        gaps = [query for gap in self.draft.gaps if (query := Query.of_gap(gap))][:MOST_GAPS]
        found = await self.look(round, [*silent, *gaps])
        for gap in gaps if found else ():
            self.evidence.search(gap.words, gap.why, round)
        return found

    async def planned_by(self, planners: Sequence[SeatHolder]) -> None:
        """The plan of the first that gives one. Raises `AccessDenied` if no key opens anything."""
        task = PlanTask(
            question=self.case.question, sources=self.sources, web=self.searching, may_ask=self.case.may_ask
        )
        denied: list[AccessDenied] = []
        for planner in planners:
            reply = await person.heard(planner, task, 0, self.journal)
            if isinstance(reply, Plan):
                self.aspects = reply
                break
            if isinstance(reply, Missing) and issubclass(reply.error, AccessDenied):
                denied.append(reply.error(f"{reply.reason}: {reply.error.advice}."))
        else:
            if denied and len(denied) == len(planners):
                raise denied[0]
            # The question itself is a plan that always works; the failure has been told.
            question = self.case.question
            self.aspects = Plan(aspects=(Aspect(id="a1", question=question, queries=(question,)),))
        self.journal.emit(Planned(plan=self.aspects))
        aspects = self.aspects.aspects
        await self.look(0, [Query(each.id, words) for each in aspects for words in each.queries[:QUERIES]])
        self.evidence.plan(self.aspects)

    async def on_time_to_draft(self) -> None:
        try:
            await self.on_time("draft")
        except OutOfTime as late:
            raise self._empty(OutOfTime(f"{late} before there was a draft: a new run may have a longer one.")) from None

    def no_draft(self, missing: Missing | None) -> MootError:
        """The error to end with when nobody made a draft; an empty report says who failed and why."""
        reason, error = (missing.reason, missing.error) if missing else ("no draft", AllSeatsFailed)
        return self._empty(error(f"No draft could be made: {reason}."))

    def _empty(self, error: MootError) -> MootError:
        """The error as it is; where money may have gone for nothing, the document says it."""
        if isinstance(error, AllSeatsFailed | OutOfTime):
            self.drafted(Draft(gaps=(str(error),)), 1)
            self.journal.emit(Stopped(round=0, reason="no draft was made"))
        return error

    def or_a_gap(self, draft: Draft, why: str = "The sources say nothing that answers") -> Draft:
        """A draft that says nothing at least says so."""
        if any(draft.claims()) or draft.gaps:
            return draft
        return draft.model_copy(update={"gaps": (f"{why}: {self.case.question}",)})

    async def findings(self, place: str, claims: Sequence[Claim], asked: str) -> list[Finding]:
        """What the checks say, as one row, since scores come from outside. `asked`: what decides it, as text."""

        async def do() -> Answer:
            found = await apart(self.referee.findings, claims, self.library)
            return Answer(body=FINDINGS.dump_json(found).decode())

        whole = sha256(f"{self.referee.versions}\n{asked}")
        answer = await self.journal.once(place, whole, Decimal(0), do)
        return FINDINGS.validate_json(answer.body)

    async def by_evidence(
        self, round: int, court: Court, challenges: Sequence[Challenge], responses: Mapping[str, Response]
    ) -> dict[str, Ruling | None]:
        """What evidence alone says of each challenge, as one row; None where it does not decide."""

        async def do() -> Answer:
            ruled = await apart(lambda: [court.by_evidence(each, responses.get(each.id)) for each in challenges])
            return Answer(body=RULINGS.dump_json(ruled).decode())

        asked = "\n".join(each.model_dump_json() for each in (*challenges, *responses.values()))
        answer = await self.journal.once(f"r{round}/rule/evidence/0", sha256(asked), Decimal(0), do)
        return dict(zip((each.id for each in challenges), RULINGS.validate_json(answer.body), strict=True))

    async def on_time(self, next_task: str) -> None:
        """Raise `OutOfTime` past the deadline. Read between waves only, and the reading is a row."""
        seconds = self.case.caps.seconds
        if seconds is None:
            return
        start = await self.journal.clock("r0/clock/begin/0")
        now = await self.journal.clock(f"r{self.at}/clock/{next_task}/0")
        left = seconds - (now - start).total_seconds()
        if left <= 0:
            raise OutOfTime(f"The deadline of {seconds:g} s was reached")
        self.journal.deadline = time.monotonic() + left

    def drafted(self, draft: Draft, round: int) -> None:
        self.draft = self.told = draft
        self.ids |= {claim.id for claim in draft.claims()}
        self.journal.emit(Drafted(round=round, draft=draft))
