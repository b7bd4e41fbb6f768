"""What a claim fell by is told by what decided it; what was conceded beside that is told as that."""

from __future__ import annotations

from report_council import A3, B3, DESK, GRID, answer, cite, compared, conflict, council, events, pages, ruling

from moot.report.document import build
from moot.words import Action, Challenge, Challenged, ChallengeKind, Event, Moved, Remedy, Responded, Ruled, Verdict

POINT = Challenge(
    id="r1.checks.A.c3.conditions",
    by="checks",
    claim="A.c3",
    kind=ChallengeKind.CONDITION,
    grounds="“asks” was dropped",
    citations=A3.citations,
    remedy=Remedy.REVISE,
)
RULED = "The letter says what the sum leaves out."
FELL = f"challenge upheld (conflict): {RULED}"


def defended() -> tuple[Event, ...]:
    """Its author concedes a word of the claim, defends it against the other draft, and the judge strikes it."""
    grid = conflict("r1.author-2.1", "author-2", A3, B3)
    struck = ruling(grid, Verdict.UPHELD, RULED)
    struck = struck.model_copy(update={"ruling": struck.ruling.model_copy(update={"by": "judge-1"})})
    told: list[Event] = []
    for event in events():
        if isinstance(event, Responded) and event.response.challenge == grid.id:
            told.append(answer(grid, "author-1", Action.REBUT, "the operator asks so much", *A3.citations))
        elif isinstance(event, Ruled) and event.ruling.challenge == grid.id:
            told.append(struck)
        elif isinstance(event, Moved) and event.challenge == grid.id:
            told += [
                answer(POINT, "author-1", Action.CONCEDE, "I shall say that it asks", cite(*GRID)),
                ruling(POINT, Verdict.UPHELD, "the author conceded: I shall say that it asks"),
                event.model_copy(
                    update={
                        "challenge": POINT.id,
                        "action": Action.CONCEDE,
                        "grounds": "I shall say that it asks",
                        "places": DESK.places([cite(*GRID)]),
                    }
                ),
            ]
        else:
            told += [Challenged(round=1, challenge=POINT), event] if isinstance(event, Moved) else [event]
    return tuple(told)


def test_what_a_judge_struck_is_not_told_as_conceded() -> None:
    report = build(council(events=defended()))
    (statement,) = (each for each in compared(report).statements if each.members[0].claim == A3.id)
    assert statement.absent == FELL
    (position,) = (each for each in compared(report).given_up if each.claim == A3.id)
    assert position.fell_by == FELL
    moved = [line.text for line in report.cover.lines if line.kind == "moved"] if report.cover else []
    assert any(each.startswith(f"“{A3.text}” (draft A) fell to another draft: {RULED}"[:-1]) for each in moved)
    assert not any("conceded, of its answer" in each for each in moved)
    for page in pages(council(events=defended())):
        assert "author-1 (claude) conceded a point of a claim (draft A)" in page and FELL in page


def test_what_its_author_gave_up_is_told_as_that() -> None:
    report = build(council())
    assert not any(each.fell_by for each in compared(report).positions)
    (statement,) = (each for each in compared(report).statements if each.members[0].claim == A3.id)
    assert statement.absent.startswith("withdrawn by author-1: ")
