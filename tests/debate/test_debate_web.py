"""Councils and debates go on searching the open web, and resume to the same end wherever they were killed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from pumps import NOTES, Protocol, claim, document, of, quote, referee

sys.path.insert(0, str(Path(__file__).parents[1] / "evidence"))
from evidence_web import Pauses, Reply, Site, fetcher  # pyright: ignore[reportMissingImports]

from moot.debate import council, critique, debate, extending, pages, solo, vote
from moot.debate.pages import Pages
from moot.debate.web import Lookout, Query
from moot.evidence.fetch import Fetcher, Limits
from moot.evidence.fetch.politeness import Turns
from moot.evidence.fetch.robots import Keep
from moot.evidence.library import Library
from moot.evidence.search import chosen, client
from moot.ledger.journal import Journal
from moot.ledger.record import Record
from moot.ledger.store import Store
from moot.models.prompts import render
from moot.report import markdown
from moot.report.document import Report, build
from moot.testing import Listed, SearchServer
from moot.testing.seats import Script, ScriptedSeat
from moot.words import (
    Action,
    Caps,
    Case,
    Challenge,
    Challenged,
    ChallengeKind,
    Challenges,
    ChallengeTask,
    Claim,
    ClaimKind,
    Composed,
    ComposeTask,
    Draft,
    Drafting,
    DraftTask,
    Edit,
    Judgement,
    Judgements,
    Panel,
    Remedy,
    RespondTask,
    Response,
    Responses,
    ReviseTask,
    Revision,
    Role,
    Ruled,
    RuleTask,
    Searched,
    Seat,
    Section,
    Stopped,
    Task,
    Unsearched,
    Verdict,
    Web,
)
from moot.words import Reply as Answered

QUESTION = "How much does the north pump lift?"
LIFTS = claim("c1", "The north pump lifts 40 litres a second.", "S1.1")
LESS = claim("c1", "The north pump lifts 34 litres a second.", "S2.1", "The north pump lifts 34 litres a second")
GAP = "No source says what it costs."
PRICE = "The north pump cost 900 euros when the county bought it from the works in Lund."
YEARLY = "A contract for its upkeep is 70 euros a year, spare parts and travel of the fitter included."


def page(title: str, text: str) -> Any:
    return Reply(f"<!doctype html><html><head><title>{title}</title></head><body><article><p>{text}</p></article>")


PAGES = {"/price": page("Costs", PRICE), "/upkeep": page("Upkeep", YEARLY)}


@pytest.fixture
def engines() -> Iterator[SearchServer]:
    with SearchServer() as server:
        yield server


@pytest.fixture(autouse=True)
def on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses = Pauses()

    def allowing(limits: Limits, robots: Keep) -> Fetcher:
        own = Limits(allow_loopback=True, seconds=10, allow=limits.allow, deny=limits.deny)
        return fetcher(own, robots=robots)

    monkeypatch.setattr(pages, "fetcher", allowing)
    monkeypatch.setattr(client, "turns", lambda: Turns(Limits(delay=0.0), pauses.sleep, pauses.now))


def passage(task: Any, words: str) -> str | None:
    return next((each.id for each in task.passages if words in each.text), None)


def challenges(task: Task) -> Answered:
    """What is missing, with what to search for, as soon as the page is there that says it."""
    assert isinstance(task, ChallengeTask)
    found = passage(task, PRICE)
    said = {words for each in task.draft.claims() for citation in each.citations for words in (citation.quote,)}
    if found is None or task.claims_only or PRICE in said:
        return Challenges(challenges=())
    missing = Challenge(
        aspect="what it costs",
        kind=ChallengeKind.MISSING,
        grounds="The price is told.",
        citations=(quote(found, PRICE),),
        remedy=Remedy.ADD,
        search="upkeep contract a year 2026",
    )
    return Challenges(challenges=(missing, missing.model_copy(update={"claim": "p99"})))


def answers(task: Task) -> Answered:
    """Rebuts what is contested, adds what is missing."""
    words = (quote("S2.1", "The north pump lifts 34 litres a second after the service."),)
    if isinstance(task, RespondTask):
        return Responses(
            responses=tuple(
                Response(
                    challenge=each.id,
                    action=Action.REBUT if each.claim else Action.CONCEDE,
                    grounds="so",
                    citations=words if each.claim else (),
                )
                for each in task.challenges
            )
        )
    if isinstance(task, RuleTask):
        return Judgements(
            judgements=tuple(
                Judgement(challenge=each.id, verdict=Verdict.DISMISSED, reason="so", citations=words)
                for each in task.challenges
            )
        )
    if isinstance(task, ComposeTask):
        premises = [each.id for each in task.draft.claims() if each.id not in task.contested][:1]
        return Composed(claims=(Claim(id="n", kind=ClaimKind.INFERRED, text="So it is.", premises=tuple(premises)),))
    assert isinstance(task, ReviseTask)
    yearly = passage(task, YEARLY)
    return Revision(
        edits=tuple(
            Edit(challenge=each.id, action="add", new=claim(name, text, at), section="Cost")
            for each in task.challenges
            if each.claim is None
            for name, text, at in (("x", PRICE, each.citations[0].passage), ("y", YEARLY, yearly or ""))
        )
    )


def script(first: Claim) -> Script:
    draft = Draft(sections=(Section(title="Answer", claims=(first,)),), gaps=(GAP,))
    tasks = ("respond", "rule", "revise", "compose")
    rounds = {f"r{n}/{task}": answers for n in range(1, 5) for task in tasks}
    return rounds | {f"r{n}/challenge": challenges for n in range(1, 5)} | {"r1/draft": Drafting(draft=draft)}


def panel() -> Panel:
    authors = [Seat(role=Role.AUTHOR, model=f"double:a{n}", family=f"f{n}", instance=n) for n in (1, 2)]
    return Panel(seats=(*authors, Seat(role=Role.JUDGE, model="double:judge", family="j")))


def case(run: Protocol, web: Web | None) -> Case:
    sides = ("It lifts 40.", "It lifts 34.") if run is debate.run else ()
    return Case(question=QUESTION, caps=Caps(seconds=9999), sides=sides, web=web)


def created(store: Store, run: Protocol, web: Web | None = None) -> str:
    documents = [document(id, *note) for id, note in NOTES.items()]
    return store.create(case(run, web or Web(engines=("brave",))), panel(), documents)


async def argued(
    store: Store, id: str, run: Protocol, engines: SearchServer, scripts: Sequence[Script] | None = None
) -> tuple[Record, list[ScriptedSeat]]:
    """Everything between seats and engines as it is."""
    record = store.record(id)
    library = Library([each for each in record.documents if each.source.asked is None])
    scripts = scripts or (script(LIFTS), script(LESS), script(LIFTS))
    holders = [ScriptedSeat(seat, each) for seat, each in zip(record.panel.seats, scripts, strict=True)]
    async with store.take(id) as journal:
        async with Pages(record.case, record.documents, journal, True) as opened:
            assert record.case.web is not None
            engine = chosen(["brave"], engines.env("brave"))
            lookout = Lookout(record.case, record.case.web, engine, opened, library, journal)
            await run(record.case, holders, library, referee(), journal, lookout)  # pyright: ignore[reportCallIssue]
        journal.finish("done")
    return store.record(id), holders


def listed(site: Any) -> tuple[Listed, ...]:
    return (
        Listed(site.url("/price"), "Costs", "What it costs."),
        Listed(site.url("/upkeep"), "Upkeep", "Contract, year by year."),
    )


def said(report: Report) -> str:
    return " ".join(view.claim.text for view in report.claims)


@pytest.mark.parametrize("run", [council.run, debate.run])
async def test_what_nobody_could_say_is_searched_after_the_drafts_and_added(
    run: Protocol, engines: SearchServer, tmp_path: Path
) -> None:
    store = Store.open(tmp_path / "moot.db")
    async with Site(PAGES) as site:
        engines.documents = listed(site)
        record, holders = await argued(store, created(store, run), run, engines)
    searched = of(record.events, Searched)
    assert [(each.round, each.why) for each in searched] == [(0, "question"), (1, "gap"), (1, searched[-1].why)]
    # A figure that only a private file has does not leave.
    assert (searched[-1].query, searched[-1].withheld) == ("upkeep contract a year", ("2026",))
    missing = next(each.challenge for each in of(record.events, Challenged) if each.challenge.claim is None)
    assert searched[-1].why == missing.id
    ruled = {each.ruling.challenge: each.ruling for each in of(record.events, Ruled)}
    assert ruled[missing.id].verdict is Verdict.UPHELD
    report = build(record)
    assert PRICE in said(report) and YEARLY in said(report)
    # The drafts were written without it, and the reviewer saw no names of seats.
    drafted = [task for holder in holders for task in holder.asked if isinstance(task, DraftTask)]
    assert all(passage(task, PRICE) is None for task in drafted)
    reviews = [task for holder in holders for task in holder.asked if isinstance(task, ChallengeTask)]
    assert reviews and not any("author-" in message.text for task in reviews for message in render(task).messages)
    assert PRICE in markdown.render(report)
    # A claim that is none is told, and dismissed.
    odd = next(each.challenge for each in of(record.events, Challenged) if each.challenge.claim == "p99")
    assert ruled[odd.id].verdict is Verdict.DISMISSED


async def test_a_reviewer_may_ask_for_what_no_passage_tells_and_sees_what_was_found(
    engines: SearchServer, tmp_path: Path
) -> None:
    """Without a quote the challenge falls, but the round after it has the page; then the quote is there."""

    def reviews(task: Task) -> Answered:
        assert isinstance(task, ChallengeTask)
        found = passage(task, PRICE)
        quoted = (quote(found, PRICE),) if found else ()
        if any(PRICE in claim.text for claim in task.draft.claims()):
            return Challenges(challenges=())
        missing = Challenge(
            aspect="price",
            kind=ChallengeKind.MISSING,
            grounds="The price is needed.",
            citations=quoted,
            remedy=Remedy.ADD,
            search="north pump costs Lund",
        )
        return Challenges(challenges=(missing,))

    store = Store.open(tmp_path / "moot.db")
    seats = (
        Seat(role=Role.AUTHOR, model="double:a", family="f1"),
        Seat(role=Role.REVIEWER, model="double:b", family="f2"),
    )
    whole = Draft(sections=(Section(title="Answer", claims=(LIFTS,)),))
    rounds = {f"r{n}/{task}": answers for n in (1, 2, 3) for task in ("respond", "revise")}
    scripts: list[Script] = [
        {"r1/draft": Drafting(draft=whole), **rounds},
        {f"r{n}/challenge": reviews for n in (1, 2, 3)},
    ]
    documents = [document(id, *note) for id, note in NOTES.items()]
    id = store.create(case(critique.run, Web(engines=("brave",))), Panel(seats=seats), documents)
    async with Site(PAGES) as site:
        engines.documents = listed(site)
        record, _ = await argued(store, id, critique.run, engines, scripts)
    missing = [each.challenge for each in of(record.events, Challenged) if each.challenge.claim is None]
    ruled = {each.ruling.challenge: each.ruling.verdict for each in of(record.events, Ruled)}
    assert [ruled[each.id] for each in missing] == [Verdict.DISMISSED, Verdict.UPHELD]
    assert PRICE in said(build(record))


async def test_what_an_author_did_not_add_is_not_told_as_added(engines: SearchServer, tmp_path: Path) -> None:
    """New sources are a reason to go on only where somebody is there to look at them."""

    async def extended(*asked: Any) -> None:
        await solo.run(*asked)
        await extending.go_on(*asked)

    store = Store.open(tmp_path / "moot.db")
    seat = Seat(role=Role.AUTHOR, model="double:a", family="f1")
    whole = Draft(sections=(Section(title="Answer", claims=(LIFTS,)),))
    scripts: list[Script] = [{"r1/draft": Drafting(draft=whole), "r2/revise": Revision(edits=())}]
    documents = [document(id, *note) for id, note in NOTES.items()]
    id = store.create(case(solo.run, Web(engines=("brave",))), Panel(seats=(seat,)), documents)
    store.post(id, "upkeep contract year by year")
    async with Site(PAGES) as site:
        engines.documents = listed(site)
        record, _ = await argued(store, id, extended, engines, scripts)
        assert "/upkeep" in site.paths
    assert of(record.events, Stopped)[-1].reason == "the round changed nothing"


async def test_a_council_whose_searches_find_nothing_more_asks_nobody_more(
    engines: SearchServer, tmp_path: Path
) -> None:
    store = Store.open(tmp_path / "moot.db")
    record, holders = await argued(store, created(store, council.run), council.run, engines)
    assert [each.why for each in of(record.events, Searched)] == ["question", "gap"]
    assert not any(isinstance(task, ChallengeTask) for holder in holders for task in holder.asked)


@pytest.mark.parametrize(("web", "searches", "opened"), [(Web(searches=2), 2, 1), (Web(pages=1), 2, 1)])
async def test_the_caps_hold_in_later_rounds(
    web: Web, searches: int, opened: int, engines: SearchServer, tmp_path: Path
) -> None:
    store = Store.open(tmp_path / "moot.db")
    async with Site(PAGES) as site:
        engines.documents = listed(site)
        record, _ = await argued(store, created(store, council.run, web), council.run, engines)
        assert (len(engines.requests), len(site.paths)) == (searches, opened)
    assert len([call for call in record.calls if "/search/" in call.place]) == searches


@pytest.mark.parametrize("web", [Web(engines=("brave",), searches=1), Web(engines=("brave",), pages=1)])
async def test_an_extension_may_search_and_open_as_much_as_a_run(
    web: Web, engines: SearchServer, tmp_path: Path
) -> None:
    async def extended(*asked: Any) -> None:
        await solo.run(*asked)
        await extending.go_on(*asked)

    store = Store.open(tmp_path / "moot.db")
    seat = Seat(role=Role.AUTHOR, model="double:a", family="f1")
    whole = Draft(sections=(Section(title="Answer", claims=(LIFTS,)),))
    scripts: list[Script] = [{"r1/draft": Drafting(draft=whole), "r2/revise": Revision(edits=())}]
    documents = [document(id, *note) for id, note in NOTES.items()]
    id = store.create(case(solo.run, web), Panel(seats=(seat,)), documents)
    store.post(id, "upkeep contract year by year")
    async with Site(PAGES) as site:
        engines.documents = listed(site)[:1]
        record, _ = await argued(store, id, extended, engines, scripts)
    assert [(each.round, each.why) for each in of(record.events, Searched)] == [(0, "question"), (2, "r2.person.1")]
    heads = [note.text for note in build(record).header.notes]
    assert any(each.startswith("the open web was searched: 2 searches (brave)") for each in heads)


async def test_a_query_that_several_engines_are_asked_counts_once_and_the_cap_is_told(
    engines: SearchServer, tmp_path: Path
) -> None:
    store = Store.open(tmp_path / "moot.db")
    names = ["brave", "tavily", "exa"]
    id = created(store, solo.run, Web(engines=tuple(names), searches=2))
    record = store.record(id)
    assert record.case.web is not None
    queries = [Query("question", f"{words} of the pump") for words in ("noise", "price", "weight", "price")]
    async with store.take(id) as journal:
        async with Pages(record.case, [], journal, True) as opened:
            asked = chosen(names, engines.env(*names))
            lookout = Lookout(record.case, record.case.web, asked, opened, Library([]), journal)
            await lookout.look(0, queries[:2])
            await lookout.look(1, queries[2:])
        journal.finish("done")
    record = store.record(id)
    assert [(each.engine, each.query) for each in of(record.events, Searched)] == [
        (name, query.words) for query in queries[:2] for name in names
    ]
    assert [each.queries for each in of(record.events, Unsearched)] == [("weight of the pump",)]
    heads = [note.text for note in build(record).header.notes]
    assert "1 further query was not searched for: a run, and each extension of it, searches for at most 2" in heads


async def test_a_vote_searches_before_the_drafts_only(engines: SearchServer, tmp_path: Path) -> None:
    store = Store.open(tmp_path / "moot.db")
    record, _ = await argued(store, created(store, vote.run), vote.run, engines)
    assert {each.round for each in of(record.events, Searched)} == {0}


class Killed(BaseException):
    pass


@pytest.mark.long
@pytest.mark.parametrize("run", [council.run, debate.run])
async def test_killed_before_any_outside_answer_it_comes_to_the_same_end(
    run: Protocol, engines: SearchServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In flight: what was asked for has no answer yet, and only that is asked for again."""
    made, last = 0, 0

    def counted(what: Any) -> Any:
        async def call(*asked: Any) -> Any:
            nonlocal made
            made += 1
            if made == last:
                raise Killed
            return await what(*asked)

        return call

    monkeypatch.setattr(client, "searched", counted(client.searched))
    monkeypatch.setattr(Pages, "_ask", counted(Pages._ask))  # pyright: ignore[reportPrivateUsage]
    async with Site(PAGES) as site:
        engines.documents = listed(site)
        store = Store.open(tmp_path / "whole.db")
        whole, _ = await argued(store, created(store, run), run, engines)
        calls = made
        for killed in range(1, calls + 1):
            made, last = 0, killed
            store = Store.open(tmp_path / f"killed{killed}.db")
            id = created(store, run)
            with pytest.raises(Killed):
                await argued(store, id, run, engines)
            again, _ = await argued(store, id, run, engines)
            assert made == calls + 1
            assert again.events == whole.events
            assert build(again).comparable() == build(whole).comparable()
    assert calls == 5


@pytest.mark.long
@pytest.mark.parametrize("run", [council.run, debate.run])
async def test_killed_before_any_call_it_comes_to_the_same_end(
    run: Protocol, engines: SearchServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, made, last = Journal.once, 0, 0

    async def counted(self: Journal, *asked: Any) -> Any:
        nonlocal made
        made += 1
        if made == last:
            raise Killed
        return await plain(self, *asked)

    monkeypatch.setattr(Journal, "once", counted)
    async with Site(PAGES) as site:
        engines.documents = listed(site)
        store = Store.open(tmp_path / "whole.db")
        whole, _ = await argued(store, created(store, run), run, engines)
        calls, searches, pages_asked = made, len(engines.requests), len(site.paths)
        for killed in range(1, calls + 1):
            made, last = 0, killed
            store = Store.open(tmp_path / f"killed{killed}.db")
            id, before, read = created(store, run), len(engines.requests), len(site.paths)
            with suppress(Killed):
                await argued(store, id, run, engines)
            last = 0
            again, _ = await argued(store, id, run, engines)
            assert again.events == whole.events
            assert build(again).comparable() == build(whole).comparable()
            # What had been answered was not asked again: it was killed before a call was sent.
            assert len(engines.requests) - before == searches
            assert len(site.paths) - read == pages_asked
    assert calls > 15
