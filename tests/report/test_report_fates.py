"""What became of a claim and of a challenge is told as it was."""

from __future__ import annotations

from report_council import A3, AFTER, B3, BEFORE, COST, GRID, checked, claim, compared, council, events, pages, ruling

from moot.debate.argued import ANSWERED_ANEW, MADE_ANEW
from moot.evidence.library import Library
from moot.report import history, wording
from moot.report.council import MERGED_OUT, OUTVOTED
from moot.report.document import build
from moot.report.seats import Seats
from moot.report.shape import ChallengeView, Report
from moot.words import (
    Action,
    Agreement,
    Aligned,
    Basis,
    Case,
    Challenge,
    Challenged,
    ChallengeKind,
    Checked,
    Claim,
    ClaimKind,
    Cluster,
    Convened,
    Disagreement,
    Drafted,
    Edit,
    Edited,
    Event,
    Member,
    Moved,
    Opened,
    Remedy,
    Responded,
    Ruled,
    Verdict,
)

ASKED = claim("A.c21", "The operator asks 1.9 million EUR for a new grid connection.", COST)
BESIDE = claim("A.c22", "The transformer, about 0.6 million EUR, is not in the 1.9 million EUR.", GRID)
GRID_COST = Disagreement(subject="What the grid connection costs", sides=(ASKED, BESIDE))


def of(report: Report, id: str) -> ChallengeView:
    return next(view for view in report.challenges if view.challenge.id == id)


def moved_by_nobody(told: tuple[Event, ...]) -> tuple[Event, ...]:
    return tuple(event for event in told if not isinstance(event, Moved) or event.claim != A3.id)


def with_both_shown() -> tuple[Event, ...]:
    """As an author answers a ruling that asks to show both: the claim goes, and two sides come."""
    after = AFTER.model_copy(update={"disagreements": (*AFTER.disagreements, GRID_COST)})
    told: list[Event] = []
    for event in moved_by_nobody(events()):
        last = isinstance(event, Drafted | Checked) and event.round == 2
        told.append(
            (Drafted(round=2, draft=after) if isinstance(event, Drafted) else checked(2, *after.claims()))
            if last
            else event
        )
        if isinstance(event, Edited) and event.edit.claim == A3.id:
            told += [
                Edited(round=1, edit=Edit(challenge=event.edit.challenge, action="add", new=new))
                for new in (ASKED, BESIDE)
            ]
    return tuple(told)


def test_what_came_to_stand_as_a_side_did_not_fall() -> None:
    report = build(council(events=with_both_shown()))
    assert wording.outcome(of(report, "r1.author-2.1")) == "upheld, both sides shown"
    assert report.cover is not None and not any("fell to another" in line.text for line in report.cover.lines)
    assert {report.views[id].basis for id in (ASKED.id, BESIDE.id)} == {Basis.SIDE}


def test_that_both_sides_are_shown_is_told_by_what_a_claim_rests_on_and_not_by_its_words() -> None:
    record = council(events=with_both_shown())
    claims, seats, library = build(record).claims, Seats.of(record.panel, record.events), Library(record.documents)

    def shown(**update: object) -> bool:
        told = [each.model_copy(update=update) for each in claims]
        return any(view.shown for view in history.challenges(record.events, seats, library, {}, told))

    assert shown(reason="so it is")
    assert not shown(reason="the sources disagree: so it is", basis=None)


def test_an_upheld_challenge_says_what_was_done_for_another_to_the_same_claim() -> None:
    newer = Challenge(
        id="r1.author-3.x1",
        by="author-3",
        claim=A3.id,
        kind=ChallengeKind.STALE,
        grounds="A newer letter leaves the transformer out.",
        citations=B3.citations,
        remedy=Remedy.REVISE,
    )
    added = (Challenged(round=1, challenge=newer), ruling(newer, Verdict.UPHELD, "the letter is newer"))
    at = next(n for n, event in enumerate(events()) if isinstance(event, Edited))
    report = build(council(events=(*events()[:at], *added, *events()[at:])))
    assert wording.outcome(of(report, newer.id)) == "upheld, withdrawn"
    dismissed = (added[0], ruling(newer, Verdict.DISMISSED, "it is not newer"))
    report = build(council(events=(*events()[:at], *dismissed, *events()[at:])))
    assert wording.outcome(of(report, newer.id)) == "dismissed"


def test_what_was_mended_and_then_left_out_is_told_in_its_last_words_and_not_as_given_up() -> None:
    mended = A3.model_copy(update={"text": "The operator asks 1.9 million EUR for the cable."})
    told = tuple(
        event.model_copy(update={"edit": event.edit.model_copy(update={"action": "revise", "new": mended})})
        if isinstance(event, Edited) and event.edit.claim == A3.id
        else event
        for event in events()
    )
    report = build(council(events=told))
    view = next(each for each in report.claims if each.claim.id == A3.id)
    assert (view.number, view.left_out, view.claim.text, view.reason) == (None, True, mended.text, MADE_ANEW)
    (statement,) = (each for each in compared(report).statements if each.members[0].claim == A3.id)
    assert statement.absent == MERGED_OUT
    markdown, _, _ = pages(council(events=told))
    assert f"~~{mended.text}~~ left out: {MADE_ANEW}" in markdown


def test_what_an_answer_inferred_before_was_said_anew() -> None:
    thus = Claim(id="A.c9", kind=ClaimKind.INFERRED, text="So the plug was at fault.", premises=("A.c4",))

    def with_it(event: Event) -> Event:
        if isinstance(event, Drafted) and event.round == 1:
            answer, *rest = event.draft.sections
            answer = answer.model_copy(update={"claims": (*answer.claims, thus)})
            return event.model_copy(update={"draft": event.draft.model_copy(update={"sections": (answer, *rest)})})
        return event

    report = build(council(events=tuple(map(with_it, events()))))
    assert next(each.reason for each in report.claims if each.claim.id == "A.c9") == ANSWERED_ANEW


def test_in_a_vote_an_answer_of_one_draft_was_outvoted() -> None:
    """That the last answer is of no draft is no reason why it is not there."""
    thus = Claim(id="A.c9", kind=ClaimKind.INFERRED, text="So the trial was worth it.", premises=("A.c4",))
    alone = Cluster(id="k9", agreement=Agreement.ONE, members=(Member(draft="A", claim="A.c9"),))

    def with_it(event: Event) -> Event:
        if isinstance(event, Opened) and event.label == "A":
            answer, *rest = event.draft.sections
            answer = answer.model_copy(update={"claims": (*answer.claims, thus)})
            return event.model_copy(update={"draft": event.draft.model_copy(update={"sections": (answer, *rest)})})
        return event.model_copy(update={"clusters": (*event.clusters, alone)}) if isinstance(event, Aligned) else event

    quiet = (event for event in events() if not isinstance(event, Challenged | Ruled | Moved | Edited))
    vote = Case(question="What does it cost to go over to battery buses?", protocol="vote")
    last = compared(build(council(case=vote, events=tuple(map(with_it, quiet))))).statements[-1]
    assert (last.text, last.absent) == (thus.text, OUTVOTED)


def test_who_would_have_given_way_to_what_was_not_upheld_was_only_ready_to() -> None:
    told = tuple(
        event.model_copy(update={"response": event.response.model_copy(update={"action": Action.CONCEDE})})
        if isinstance(event, Responded) and event.response.challenge == "r1.author-2.2"
        else event
        for event in events()
    )
    for page in pages(council(events=told)):
        assert "was ready to concede" in page and "author-1 conceded" not in page


def test_two_drafts_say_it_both_or_one() -> None:
    told = tuple(event for event in events() if not isinstance(event, Opened) or event.label != "C")
    said = wording.agreement(compared(build(council(events=told))))
    assert "in 2 drafts: 1 in both (1 proven), 5 in one" in said


def test_a_side_is_told_without_its_full_stop_where_the_line_goes_on() -> None:
    sides = ("It costs more.", "It costs less.", "It costs the same.", "Nobody knows.")
    told = tuple(e.model_copy(update={"sides": sides}) if isinstance(e, Convened) else e for e in events())
    assert wording.draft(compared(build(council(events=told))).drafts[0]).endswith("for: It costs more, 4 claims")


def test_a_sentence_that_stood_twice_before_the_debate_is_counted_and_told_once() -> None:
    """A cell stands in its table and as a side: what became of it is one change, and the record counts it so."""
    twice = BEFORE.model_copy(update={"disagreements": (Disagreement(subject="The grid", sides=(A3, B3)),)})
    told = (e.model_copy(update={"draft": twice}) if isinstance(e, Drafted) and e.round == 1 else e for e in events())
    record = council(events=tuple(told))
    report, (text, _, handed) = build(record), pages(record)
    assert report.stats.drafted == len(report.earlier) == 6
    changed = sum(each.fate != "kept" for each in report.earlier)
    for page in (text, handed):
        page = page[page.index("The answer before the debate") :]
        assert f"{changed} of its 6 sentences changed" in page
        assert page.count("withdrawn") == 3, "two of them, and their number in the record"
    before = text[text.index("## The answer before") : text.index("## Record")]
    assert before.endswith(f"- {A3.text} [1]\n- {B3.text} [2]\n\n"), "both sides of what is no disagreement any more"
