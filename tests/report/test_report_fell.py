"""What a claim fell by is told by what decided it; what was conceded beside that is told as that, and what was written
in its place as what it is.
"""

from __future__ import annotations

from report_council import (
    A3,
    AFTER,
    B3,
    CLUSTERS,
    COST,
    DESK,
    GRID,
    answer,
    checked,
    cite,
    claim,
    cluster,
    compared,
    conflict,
    council,
    events,
    pages,
    ruling,
)

from moot.report import wording
from moot.report.document import build
from moot.words import (
    Action,
    Agreement,
    Aligned,
    Challenge,
    Challenged,
    ChallengeKind,
    Checked,
    Drafted,
    Edit,
    Edited,
    Event,
    Moved,
    Remedy,
    Responded,
    Ruled,
    Standing,
    Verdict,
)

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


def with_words_instead(text: str, *, added: bool) -> tuple[Event, ...]:
    """A3 is taken out, and other words of the same draft say less; or A3 itself is given them."""
    new = claim("A.c23" if added else "A.c3", text, COST)
    grid = next(each.edit for each in events() if isinstance(each, Edited) and each.edit.claim == A3.id)
    costs = AFTER.sections[1].model_copy(update={"claims": (*AFTER.sections[1].claims, new)})
    after = AFTER.model_copy(update={"sections": (AFTER.sections[0], costs)})
    joined = tuple(cluster("k3", Agreement.ONE, A3, new) if each.id == "k3" else each for each in CLUSTERS)
    told: list[Event] = []
    for event in events():
        if isinstance(event, Edited) and event.edit == grid and not added:
            edit = Edit(challenge=grid.challenge, claim=A3.id, action="revise", new=new)
            told.append(event.model_copy(update={"edit": edit}))
        elif isinstance(event, Edited) and event.edit == grid:
            told += [
                event,
                Edited(round=1, edit=Edit(challenge=grid.challenge, action="add", new=new, section="Costs")),
            ]
        elif isinstance(event, Drafted) and event.round == 2:
            told += [Aligned(round=2, clusters=joined), event.model_copy(update={"draft": after})]
        elif isinstance(event, Checked) and event.round == 2:
            told.append(checked(2, *after.claims()))
        else:
            told.append(event)
    return tuple(told)


LESS = "The operator asks 1.9 million EUR for a new grid connection."


def test_what_was_taken_out_is_not_told_as_proven_by_words_that_were_added() -> None:
    report = build(council(events=with_words_instead(LESS, added=True)))
    assert next(each.standing for each in report.claims if each.claim.text == LESS) is Standing.PROVEN
    (statement,) = (each for each in compared(report).statements if each.members[0].claim == A3.id)
    assert (statement.sentences, statement.standing) == ((), None) and statement.absent
    assert next(each.fate for each in report.earlier if each.claim.id == A3.id) == "withdrawn"


def test_new_words_are_put_in_the_place_of_the_old_and_do_not_prove_them() -> None:
    report = build(council(events=with_words_instead(LESS, added=False)))
    (statement,) = (each for each in compared(report).statements if each.members[0].claim == A3.id)
    assert statement.revised and statement.standing is Standing.PROVEN
    for page in pages(council(events=with_words_instead(LESS, added=False))):
        assert "put in its place in new words" in page
    assert "5 in one (1 proven, 1 more in new words)" in wording.agreement(compared(report)), "A4 alone"
