"""The record of a council: three drafts of four seats, a conflict, a seat that failed, one replaced, two who moved."""

from __future__ import annotations

from functools import cache
from typing import Any

from report_records import DOCUMENTS, Desk, referee, seat

from moot.ledger.record import Record
from moot.report import html, markdown
from moot.report.document import build
from moot.report.handed.blocks import Heading, spans
from moot.report.handed.outline import outline
from moot.report.shape import Council, Report
from moot.words import (
    Action,
    Agreement,
    Aligned,
    Case,
    Challenge,
    Challenged,
    ChallengeKind,
    Checked,
    Citation,
    Claim,
    ClaimKind,
    Cluster,
    Convened,
    Disagreement,
    Draft,
    Drafted,
    Edit,
    Edited,
    Event,
    Fallback,
    Member,
    Moved,
    Opened,
    Panel,
    Remedy,
    Replaced,
    Responded,
    Response,
    Role,
    Ruled,
    Ruling,
    SeatFailed,
    Section,
    Stopped,
    Verdict,
)

DESK = Desk(DOCUMENTS)
claim, cite = DESK.claim, DESK.cite

PRICE = ("S2", "A battery-electric bus costs 520,000 EUR, a diesel bus 260,000 EUR")
COLD = ("S1", "Below minus 15 °C the range fell to about 140 km.")
UNION = ("S4", "On the coldest days our members turned back to the depot after about 120 km.")
GRID = ("S8", "The sum of 1.9 million EUR covers the cable; the transformer, about 0.6 million EUR, is not included.")
COST = ("S2", "a new grid connection, for which the operator asks 1.9 million EUR")
PLUG = ("S1", "two breakdowns on the road, both from a charging plug that had frozen")
SURVEY = ("S4", "Two thirds welcome the new buses")

A1 = claim("A.c1", "A battery bus costs 520,000 EUR, a diesel bus 260,000 EUR.", PRICE)
A2 = claim("A.c2", "Below minus 15 °C the range fell to about 140 km.", COLD)
A3 = claim("A.c3", "The grid connection costs 1.9 million EUR in all.", COST)
A4 = claim("A.c4", "Both breakdowns came from a frozen plug.", PLUG)
B1 = claim("B.c1", "A battery-electric bus is 520,000 EUR against 260,000 EUR for diesel.", PRICE)
B2 = claim("B.c2", "On the coldest days buses turned back after about 120 km.", UNION)
B3 = claim("B.c3", "The transformer, about 0.6 million EUR, is not in the 1.9 million EUR for the connection.", GRID)
C1 = claim("C.c1", "Battery buses cost 520,000 EUR each, diesel buses 260,000 EUR.", PRICE)
C2 = claim("C.c2", "The transformer of about 0.6 million EUR is not included in the 1.9 million EUR.", GRID)
C3 = claim("C.c3", "All drivers welcome the new buses.", SURVEY)
COMPOSED = Claim(
    id="m1",
    kind=ClaimKind.INFERRED,
    text="Battery buses cost more than diesel ones, and the grid connection more than its price says.",
    premises=("B.c1", "B.c3"),
)


def opening(*claims: Claim) -> Draft:
    return Draft(sections=(Section(title="Answer", claims=claims),))


DRAFTS = {"A": opening(A1, A2, A3, A4), "B": opening(B1, B2, B3), "C": opening(C1, C2, C3)}
GAPS = ("What the old buses would fetch.",)
BEFORE = Draft(sections=(Section(title="Answer", claims=(A1, A2, A3, B3, A4, C3)),), gaps=GAPS)
COLDEST = Disagreement(subject="How far the buses go in the cold", sides=(A2, B2))
AFTER = Draft(
    sections=(Section(title="Answer", claims=(COMPOSED,)), Section(title="Costs", claims=(B1, B3, A4))),
    disagreements=(COLDEST,),
    gaps=GAPS,
)


def cluster(id: str, agreement: Agreement, *members: Claim, against: tuple[str, ...] = ()) -> Cluster:
    return Cluster(
        id=id,
        agreement=agreement,
        members=tuple(Member(draft=each.id[0], claim=each.id) for each in members),
        against=against,
    )


CLUSTERS = (
    cluster("k1", Agreement.ALL, A1, B1, C1),
    cluster("k2", Agreement.ONE, A2, against=("k5",)),
    cluster("k3", Agreement.ONE, A3, against=("k6",)),
    cluster("k4", Agreement.ONE, A4),
    cluster("k5", Agreement.ONE, B2, against=("k2",)),
    cluster("k6", Agreement.SOME, B3, C2),
    cluster("k7", Agreement.ONE, C3),
)


def conflict(id: str, by: str, claim: Claim, rival: Claim) -> Challenge:
    return Challenge(
        id=id,
        by=by,
        claim=claim.id,
        kind=ChallengeKind.CONFLICT,
        grounds=f"Another draft says: {rival.text}",
        citations=rival.citations,
        remedy=Remedy.REVISE,
    )


def checked(round: int, *claims: Claim) -> Checked:
    return Checked(round=round, findings=tuple(referee().findings(list(claims), DESK.library)))


def answer(challenge: Challenge, by: str, action: Action, grounds: str, *quotes: Citation) -> Responded:
    response = Response(challenge=challenge.id, by=by, action=action, grounds=grounds, citations=quotes)
    return Responded(round=1, response=response)


def ruling(challenge: Challenge, verdict: Verdict, reason: str) -> Ruled:
    places = DESK.places(challenge.citations)
    ruled = Ruling(
        challenge=challenge.id, claim=challenge.claim, by="evidence", verdict=verdict, reason=reason, places=places
    )
    return Ruled(round=1, ruling=ruled)


@cache
def events() -> tuple[Event, ...]:
    grid = conflict("r1.author-2.1", "author-2", A3, B3)
    cold = conflict("r1.author-2.2", "author-2", A2, B2)
    colder = conflict("r1.author-1.1", "author-1", B2, A2)
    drivers = Challenge(
        id="r1.checks.C.c3.scope",
        by="checks",
        claim="C.c3",
        kind=ChallengeKind.OVERREACH,
        grounds="the source speaks of two thirds, the claim of all",
        citations=(cite(*SURVEY),),
        remedy=Remedy.REVISE,
    )
    kept = conflict("r1.author-3.1", "author-3", B3, A3)
    withdrawn = Edit(challenge=grid.id, action="withdraw", claim="A.c3")
    dropped = Edit(challenge=drivers.id, action="withdraw", claim="C.c3")
    return (
        Convened(seed=20260301),
        Replaced(
            round=1, seat="author-3", task="draft", model="openrouter:qwen/q", family="qwen", reason="late after 60 s"
        ),
        Opened(round=1, seat="author-1", label="A", draft=DRAFTS["A"]),
        Opened(round=1, seat="author-2", label="B", draft=DRAFTS["B"]),
        Opened(round=1, seat="author-3", label="C", draft=DRAFTS["C"]),
        SeatFailed(round=1, seat="author-4", task="draft", reason="late: no answer within 60 s"),
        Aligned(round=1, clusters=CLUSTERS),
        Drafted(round=1, draft=BEFORE),
        checked(1, *BEFORE.claims()),
        *(Challenged(round=1, challenge=each) for each in (grid, cold, colder, drivers, kept)),
        answer(grid, "author-1", Action.WITHDRAW, "the letter leaves the transformer out", cite(*GRID)),
        answer(cold, "author-1", Action.REBUT, "the trial measured it", cite(*COLD)),
        answer(colder, "author-2", Action.REBUT, "the drivers saw it", cite(*UNION)),
        answer(drivers, "author-3", Action.WITHDRAW, "two thirds are not all", cite(*SURVEY)),
        answer(kept, "author-2", Action.CONCEDE, "the others are surely right"),
        SeatFailed(round=1, seat="judge-1", task="rule", reason="the key was refused"),
        ruling(grid, Verdict.UPHELD, "the author withdrew the claim: the letter leaves the transformer out"),
        ruling(cold, Verdict.UNDECIDED, "located quotes on both sides, and no ruling by a judge"),
        ruling(colder, Verdict.UNDECIDED, "located quotes on both sides, and no ruling by a judge"),
        ruling(drivers, Verdict.UPHELD, "the author withdrew the claim: two thirds are not all"),
        ruling(kept, Verdict.DISMISSED, "the concession gives no located reason"),
        Moved(
            round=1,
            seat="author-1",
            claim="A.c3",
            challenge=grid.id,
            action=Action.WITHDRAW,
            grounds="the letter leaves the transformer out",
            places=DESK.places([cite(*GRID)]),
        ),
        Moved(
            round=1,
            seat="author-3",
            claim="C.c3",
            challenge=drivers.id,
            action=Action.WITHDRAW,
            grounds="two thirds are not all",
            places=DESK.places([cite(*SURVEY)]),
        ),
        Moved(
            round=1,
            seat="author-2",
            claim="B.c3",
            challenge=kept.id,
            action=Action.CONCEDE,
            grounds="the others are surely right",
            refused="it gives no quote that is in the evidence, and no check fails",
        ),
        Edited(round=1, edit=withdrawn, before=A3),
        Edited(round=1, edit=dropped, before=C3),
        Drafted(round=2, draft=AFTER),
        checked(2, *AFTER.claims()),
        Stopped(round=2, reason="no contested claim is left that a ruling could settle"),
    )


def author(instance: int, model: str, family: str, **more: Any) -> Any:
    return seat(Role.AUTHOR, model, family).model_copy(update={"instance": instance} | more)


PANEL = Panel(
    seats=(
        author(1, "anthropic:a", "claude"),
        author(2, "openai:b", "gpt"),
        author(3, "gemini:c", "gemini", fallbacks=(Fallback(model="openrouter:qwen/q", family="qwen"),)),
        author(4, "openai:b", "gpt"),
        seat(Role.JUDGE, "gemini:j", "gemini"),
    )
)


def council(**more: Any) -> Record:
    base: dict[str, Any] = {
        "run": "20260303-council",
        "created": "2026-03-03T09:00:00+00:00",
        "state": "done",
        "case": Case(question="What does it cost to go over to battery buses?", protocol="council"),
        "panel": PANEL,
        "documents": DOCUMENTS,
        "events": events(),
    }
    return Record.model_validate(base | more)


def compared(report: Report) -> Council:
    assert report.council is not None
    return report.council


def without(*kinds: type[Event]) -> tuple[Event, ...]:
    return tuple(event for event in events() if not isinstance(event, kinds))


def pages(record: Record) -> tuple[str, str, str]:
    """The report as Markdown, as HTML, and as Word and PDF have it."""
    report = build(record)
    blocks = outline(report).blocks
    handed = "\n".join(
        each.text if isinstance(each, Heading) else "".join(span.text for span in spans(each)) for each in blocks
    )
    return markdown.render(report), html.render(report), handed


def notes(report: Report) -> str:
    return "\n".join(note.text for note in report.header.notes)
