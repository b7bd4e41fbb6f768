"""What the reader of a council gets: who says what, who gave what up and why, and what a lost seat takes away."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from report_council import (
    A2,
    A3,
    A4,
    AFTER,
    B1,
    B2,
    B3,
    BEFORE,
    CLUSTERS,
    compared,
    council,
    events,
    pages,
    without,
)
from report_records import referee, short

from moot.debate.argued import ANSWERED_ANEW, MADE_ANEW
from moot.evidence.library import Library
from moot.report import html, markdown, matrix, wording
from moot.report.council import MERGED_OUT
from moot.report.document import build
from moot.report.reverify import reverify
from moot.verify.premises import Premises
from moot.verify.referee import Referee
from moot.words import (
    Action,
    Agreement,
    Aligned,
    Challenged,
    Checked,
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
    Finding,
    JudgedPair,
    Member,
    Moved,
    Opened,
    Outcome,
    Place,
    Relation,
    Replaced,
    Ruled,
    Standing,
    Verdict,
)


def test_a_run_of_one_author_has_no_council() -> None:
    assert build(short()).council is None


def test_every_seat_has_its_draft_or_the_reason_why_there_is_none() -> None:
    drafts = compared(build(council())).drafts
    assert [(each.label, each.seat, each.family, each.claims) for each in drafts] == [
        ("A", "author-1", "claude", 4),
        ("B", "author-2", "gpt", 3),
        ("C", "author-3", "qwen", 3),
        ("", "author-4", "gpt", 0),
    ]
    assert drafts[-1].problem == "late: no answer within 60 s"
    assert drafts[2].model == "openrouter:qwen/q"


def test_the_sides_of_a_debate_stand_beside_their_drafts() -> None:
    sides = ("yes", "no", "later", "never")
    told = tuple(e.model_copy(update={"sides": sides}) if isinstance(e, Convened) else e for e in events())
    assert [each.side for each in compared(build(council(events=told))).drafts] == list(sides)


def test_a_statement_says_who_asserts_it_who_contradicts_it_and_where_it_stands() -> None:
    of = {each.number: each for each in compared(build(council())).statements}
    assert (of[1].agreement.value, of[1].drafts, of[1].standing) == ("all", ("A", "B", "C"), Standing.PROVEN)
    assert of[1].sentences == (2,) and [member.claim for member in of[1].members] == ["A.c1", "B.c1", "C.c1"]
    assert of[6].agreement.value == "some" and of[6].against[0].drafts == ("A",)
    assert of[3].against[0].number == 6 and "transformer" in of[3].against[0].text
    assert of[3].standing is None and of[3].absent == "withdrawn by author-1: the letter leaves the transformer out"
    assert of[2].standing is of[5].standing is Standing.CONTESTED


def test_a_contradiction_counts_for_both_whichever_of_them_names_it() -> None:
    def one_sided(cluster: Cluster) -> Cluster:
        return cluster.model_copy(update={"against": ()}) if cluster.id in ("k5", "k6") else cluster

    told = tuple(
        e.model_copy(update={"clusters": tuple(map(one_sided, e.clusters))}) if isinstance(e, Aligned) else e
        for e in events()
    )
    assert compared(build(council(events=told))) == compared(build(council()))


def judged(relation: Relation, void: str = "") -> tuple[Event, ...]:
    """The events with a judge's word on two claims."""
    word = JudgedPair(one="A.c3", other="C.c3", relation=relation, difference="VAT\u202e", by="judge-1", void=void)
    return tuple(e.model_copy(update={"judged": (word,)}) if isinstance(e, Aligned) else e for e in events())


def test_what_a_judge_said_of_two_claims_is_told_with_their_words() -> None:
    report = build(council(events=judged(Relation.CONFLICT)))
    pair = compared(report).judged[0]
    assert (pair.one.draft, pair.other.draft, pair.by) == ("A", "C", "judge-1")
    assert pair.one.text == "The grid connection costs 1.9 million EUR in all." and pair.other.text
    told = "of claims that their words leave open, read by judge-1: 0 the same, 1 in conflict, 0 apart"
    assert told in markdown.render(report)
    page = html.render(report)
    assert told in page and "in conflict: VAT" in page and "\u202e" not in page


@pytest.mark.parametrize(("relation", "who"), [(Relation.INCLUDES, "first"), (Relation.INCLUDED, "second")])
def test_a_judge_says_which_of_two_claims_says_more(relation: Relation, who: str) -> None:
    report = build(council(events=judged(relation)))
    assert "0 the same, 1 where one says more, 0 in conflict" in markdown.render(report)
    assert f"the {who} says more: VAT" in html.render(report)


def included(*given_up: Event) -> tuple[Event, ...]:
    """The events of a council in which the claim on the plugs, A.c4, is told within that on the buses."""

    def within(cluster: Cluster) -> Cluster:
        return cluster.model_copy(update={"included_in": ("k1",)}) if cluster.id == "k4" else cluster

    def without_it(draft: Draft) -> Draft:
        sections = (
            each.model_copy(update={"claims": tuple(c for c in each.claims if c != A4)}) for each in draft.sections
        )
        return draft.model_copy(update={"sections": tuple(sections)})

    told: list[Event] = []
    for event in events():
        if isinstance(event, Aligned):
            told.append(event.model_copy(update={"clusters": tuple(map(within, event.clusters))}))
        elif isinstance(event, Drafted):
            told.append(event.model_copy(update={"draft": without_it(event.draft)}))
        else:
            told.append(event)
    return (*told[:-1], *given_up, told[-1])


def test_a_statement_is_told_by_the_sentence_that_says_it_and_more() -> None:
    record = council(events=included())
    of = {each.number: each for each in compared(build(record)).statements}
    assert of[4].sentences == of[1].sentences and of[4].told_within and not of[1].told_within
    assert of[4].drafts == ("A", "B", "C") and of[4].included_in[0].number == 1
    for page in pages(record):
        assert "which says more" in page


def test_what_was_given_up_is_told_by_none() -> None:
    place = Place(source="S1", passage="S1.1", start=0, end=4)
    moved = Moved(
        round=1, seat="author-1", challenge="x", claim="A.c4", action=Action.WITHDRAW, grounds="so", places=(place,)
    )
    of = {each.number: each for each in compared(build(council(events=included(moved)))).statements}
    assert not of[4].sentences and of[4].absent.startswith("withdrawn by author-1")


def test_a_word_that_does_not_count_says_why() -> None:
    report = build(council(events=judged(Relation.SAME, "figure differs: 1.9 against 2.3")))
    assert "0 the same, 0 in conflict, 0 apart, 1 without effect" in markdown.render(report)
    assert "the same: VAT (without effect: figure differs: 1.9 against 2.3)" in html.render(report)


def test_without_a_judge_nothing_is_said_of_one() -> None:
    assert "words leave open" not in markdown.render(build(council())) + html.render(build(council()))


def test_who_changed_position_has_a_located_quote_or_was_refused() -> None:
    first, second, third = compared(build(council())).positions
    assert (first.seat, first.draft, first.refused) == ("author-1", "A", "")
    assert first.quotes[0].marked.startswith("The sum of 1.9 million EUR")
    assert first.text == "The grid connection costs 1.9 million EUR in all."
    assert second.family == "qwen"
    assert third.refused.startswith("it gives no quote") and third.claim_number == 3


def test_a_claim_that_was_given_up_twice_is_one_change_of_position() -> None:
    moved = next(event for event in events() if isinstance(event, Moved) and not event.refused)
    twice = (*events()[:-1], moved.model_copy(update={"round": 2, "challenge": "r2.author-2.1"}), events()[-1])
    report = build(council(events=twice))
    assert len(compared(report).positions) == 3 and len(compared(report).given_up) == 2
    assert "Positions: 2 given up" in markdown.render(report)
    (line,) = (line.text for line in report.cover.lines if line.kind == "moved") if report.cover else ("",)
    assert "and 1 more change of position" in line


def test_a_claim_that_a_ruling_lets_stand_was_not_given_up() -> None:
    told = [event for event in events() if not (isinstance(event, Edited) and event.edit.action == "withdraw")]

    def dismissed(event: Event) -> Event:
        if isinstance(event, Ruled) and event.ruling.verdict is Verdict.UPHELD:
            said = event.ruling.model_copy(update={"verdict": Verdict.DISMISSED, "by": "judge-1"})
            return event.model_copy(update={"ruling": said})
        return event

    record = council(events=tuple(map(dismissed, told)))
    report = build(record)
    assert not compared(report).given_up and len(compared(report).overruled) == 2
    assert "Positions: 0 given up for a located reason, 2 that no ruling took out" in markdown.render(report)
    moved = [line.text for line in report.cover.lines if line.kind == "moved"] if report.cover else []
    assert moved == ["Nothing: authors were ready to give up 2 claims, and no ruling took what they say out."]
    for page in pages(record):
        assert "author-1 (claude) was ready to withdraw" in page
        assert "the challenge was dismissed (judge-1), so the claim was not changed for it" in page
        assert "withdrawn by author-1" not in page


def test_a_challenge_to_what_is_not_in_the_document_tells_its_words() -> None:
    for page in pages(council()):
        assert "The grid connection costs 1.9 million EUR in all." in page.split("Challenged and decided")[1]


def test_seats_of_one_model_are_told_together() -> None:
    record = council()
    seats = tuple(each.model_copy(update={"model": "anthropic:a", "family": "claude"}) for each in record.panel.seats)
    told = markdown.render(
        build(council(panel=record.panel.model_copy(update={"seats": seats}), events=without(Replaced)))
    )
    assert "author-1, author-2, author-3, author-4, judge-1: anthropic:a (family claude)" in told.replace("\\", "")


def test_a_draft_that_is_not_told_of_yet_is_not_said_to_be_none() -> None:
    ended = next(n for n, event in enumerate(events()) if isinstance(event, Opened))
    report = build(council(events=events()[:ended]))
    assert {each.problem for each in compared(report).drafts} == {"none has been told"}


def test_a_challenge_to_no_claim_challenges_none() -> None:
    first = next(event for event in events() if isinstance(event, Challenged))
    other = first.challenge.model_copy(update={"id": "r1.author-1.99", "claim": "A.c99"})
    told = (*events()[:-1], first.model_copy(update={"challenge": other}), events()[-1])
    assert build(council(events=told)).stats.challenged == build(council()).stats.challenged


def test_what_a_check_objects_to_is_told_as_the_reason_of_a_change() -> None:
    moved = next(event for event in events() if isinstance(event, Moved) and not event.refused)
    doubted = moved.model_copy(update={"places": (), "failed": ("check 'names' fails: nobody is named",)})
    twice = (*events()[:-1], doubted, events()[-1])
    position = compared(build(council(events=twice))).positions[0]
    assert position.failed == doubted.failed and position.quotes, "of one move all reasons"
    for page in pages(council(events=twice)):
        assert "nobody is named" in page


def test_what_the_debate_was_about_stands_in_the_answer_before_it() -> None:
    sides = Disagreement(subject="The range in winter", sides=(A2, B2))
    draft = BEFORE.model_copy(update={"disagreements": (sides,)})
    told = tuple(
        e.model_copy(update={"draft": draft}) if isinstance(e, Drafted) and e.round == 1 else e for e in events()
    )
    for page in pages(council(events=told)):
        before = page[page.rindex("The answer before the debate") :]
        assert "The range in winter" in before and A2.text in before and B2.text in before


def test_a_concession_that_was_refused_is_told_as_no_concession() -> None:
    report = build(council())
    view = next(view for view in report.challenges if view.challenge.claim == "B.c3")
    assert view.refused.startswith("it gives no quote")
    for page in pages(council()):
        assert "author-2 conceded" not in page and "wished to concede (refused as conformity: it gives no quote" in page


def test_who_gives_a_claim_up_for_a_reason_that_counts_was_refused_nothing() -> None:
    """It conceded to another draft too, with words that the claim cites already."""
    moved = next(event for event in events() if isinstance(event, Moved) and event.refused)
    counts = moved.model_copy(update={"challenge": "r1.checks.B.c3.dates", "refused": "", "failed": ("a date fails",)})
    here = events().index(moved)
    quoting = moved.model_copy(update={"places": (Place(source="S1", passage="S1.1", start=0, end=4),)})
    report = build(council(events=(*events()[:here], counts, quoting, *events()[here + 1 :])))
    assert [each.refused for each in compared(report).positions if each.claim == "B.c3"] == [""]
    assert report.stats.conformity == 0 and "refused as conformity: it" not in markdown.render(report)
    later = tuple(e.model_copy(update={"round": 2}) if e is moved else e for e in events())
    assert build(council(events=(*later[:here], counts, *later[here:]))).stats.conformity == 1, "in a round before it"


def test_refused_changes_of_position_are_counted_as_conformity() -> None:
    report = build(council())
    assert report.stats.conformity == compared(report).conformity == 1
    assert build(council(events=without(Moved))).stats.conformity == 0
    assert build(short()).stats.conformity == 0


def test_what_the_answer_of_a_draft_infers_was_said_anew_by_the_answer_of_the_document() -> None:
    thus = Claim(id="A.c9", kind=ClaimKind.INFERRED, text="So the trial was worth it.", premises=("A.c4",))
    alone = Cluster(id="k9", agreement=Agreement.ONE, members=(Member(draft="A", claim="A.c9"),))

    def with_it(event: Event) -> Event:
        if isinstance(event, Opened) and event.label == "A":
            (answer,) = event.draft.sections
            more = answer.model_copy(update={"claims": (*answer.claims, thus)})
            return event.model_copy(update={"draft": Draft(sections=(more,))})
        return event.model_copy(update={"clusters": (*event.clusters, alone)}) if isinstance(event, Aligned) else event

    last = compared(build(council(events=tuple(map(with_it, events()))))).statements[-1]
    assert (last.text, last.absent) == (thus.text, ANSWERED_ANEW)


def test_a_statement_that_nobody_argued_away_was_left_out_when_the_drafts_were_merged() -> None:
    of = {each.number: each for each in compared(build(council(events=without(Moved, Ruled, Edited)))).statements}
    assert of[7].absent == MERGED_OUT
    assert of[3].absent == MERGED_OUT


def test_a_claim_told_in_the_words_of_another_draft_is_not_withdrawn() -> None:
    report = build(council())
    assert {view.claim.id for view in report.claims if view.number is None} == {"A.c3", "C.c3"}
    fates = {each.claim.id: (each.fate, each.told) for each in report.earlier}
    assert fates["A.c1"] == ("retold", 2)
    assert fates["A.c3"] == ("withdrawn", None)
    stats = report.stats
    assert (stats.drafted, stats.added, stats.withdrawn, stats.merged) == (6, 2, 2, 0)
    assert stats.drafted + stats.added - stats.withdrawn - stats.merged == sum(number for _, number in stats.standings)


def test_what_a_later_document_was_made_without_is_told_apart_from_what_was_withdrawn() -> None:
    told = council(events=without(Edited))
    report = build(told)
    gone = {view.claim.id for view in report.claims if view.left_out}
    fates = {each.claim.id: each.fate for each in report.earlier}
    assert gone == {"A.c3", "C.c3"} and fates["A.c3"] == "left out" and "withdrawn" not in fates.values()
    stats = report.stats
    assert (stats.withdrawn, stats.left_out) == (0, 2)
    assert stats.drafted + stats.added - stats.merged - stats.left_out == sum(number for _, number in stats.standings)
    for page in pages(told):
        assert "0 withdrawn, 2 left out when the document was made anew" in page
        assert f"left out: {MADE_ANEW}" in page or "left out</span>" in page
    assert "left out" not in " ".join(wording.stats(build(council())))


def test_a_challenge_to_a_claim_of_a_losing_draft_keeps_the_words_of_the_claim() -> None:
    for more in ({}, {"events": tuple(e for e in events() if not getattr(e, "draft", None) or isinstance(e, Opened))}):
        views = {view.challenge.claim: view for view in build(council(**more)).challenges}
        assert views["A.c3"].claim_text == "The grid connection costs 1.9 million EUR in all."
        assert (views["C.c3"].draft, views["C.c3"].claim_number) == ("C", None)


def test_the_history_of_a_claim_begins_with_the_seat_that_drafted_it_and_who_else_says_it() -> None:
    history = build(council()).views["B.c3"].history
    assert [step.what for step in history] == ["drafted", "aligned", "challenged", "responded", "ruled", "moved"]
    assert history[0].by == "author-2"
    said = "also in draft C; draft A says otherwise: “The grid connection costs 1.9 million EUR in all.”"
    assert history[1].text == said
    assert "refused" in history[-1].text
    gone = next(view for view in build(council()).claims if view.claim.id == "A.c3")
    assert (gone.history[-1].what, gone.history[-1].by) == ("withdrawn", "author-1")
    assert build(council()).claims[0].history[0].by == "panel"


def test_the_record_of_a_council_can_be_verified() -> None:
    found = reverify(council(), referee())
    assert found.broken == ()
    assert found.notes == ()


def test_a_position_that_changed_for_nothing_does_not_verify() -> None:
    def changed(places: tuple[Place, ...]) -> str:
        told = tuple(
            e.model_copy(update={"places": places}) if isinstance(e, Moved) and not e.refused else e for e in events()
        )
        return "\n".join(map(str, reverify(council(events=told), referee()).broken))

    assert "position of author-1 on withdrawn sentence" in changed(())
    assert "without a located reason" in changed(())
    assert "its located reason is in no source" in changed((Place(source="S1", passage="S1.1", start=5, end=99999),))


class Counting(Premises):
    """A check that says how many claims it was shown."""

    name, version, gate = "counting", "1", False

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        return [counted(claim.id, len(claims)) for claim in claims]


def counted(claim: str, shown: int) -> Finding:
    reason = f"beside {shown}"
    return Finding(check="counting", version="1", claim=claim, outcome=Outcome.HOLDS, gate=False, reason=reason)


def test_each_claim_of_a_council_is_verified_beside_what_it_was_checked_with() -> None:
    """All ten claims of the drafts at once; the answer, which came later, with the two that it follows from."""

    def told(event: Event) -> Event:
        if not isinstance(event, Checked):
            return event
        ids = dict.fromkeys(finding.claim for finding in event.findings)
        return Checked(round=event.round, findings=tuple(counted(id, 3 if id == "m1" else 10) for id in ids))

    assert reverify(council(events=tuple(map(told, events()))), Referee([Counting()])).broken == ()


def test_a_statement_that_the_debate_reworded_is_told_in_new_words() -> None:
    new = B3.model_copy(update={"text": "The 1.9 million EUR do not include the transformer."})
    revised = Edited(round=1, edit=Edit(challenge="r1.author-3.1", action="revise", claim="B.c3", new=new), before=B3)
    last = AFTER.sections[1].model_copy(update={"claims": (B1, new, A4)})
    after = AFTER.model_copy(update={"sections": (AFTER.sections[0], last)})
    told = (*events()[:-3], revised, Drafted(round=2, draft=after), *events()[-2:])
    statement = compared(build(council(events=told))).statements[5]
    assert (statement.sentences, statement.revised) == ((3,), True)
    assert statement.text == B3.text


def test_a_statement_counts_as_the_drafts_said_it_in_private_however_they_agree_later() -> None:
    later = Aligned(round=2, clusters=(CLUSTERS[0].model_copy(update={"members": CLUSTERS[0].members[:1]}),))
    told = (*events()[:-3], later, *events()[-3:])
    assert len(compared(build(council(events=told))).statements) == len(CLUSTERS)
    assert compared(build(council(events=told))).statements[0].agreement.value == "all"


def test_the_map_shows_conflicts_first_and_folds_what_is_long() -> None:
    council_ = compared(build(council()))
    drawn = matrix.of(council_)
    assert [len(group.rows) for group in drawn.groups] == [4, 2, 1]
    assert [row.statement.number for row in drawn.groups[0].rows] == [2, 5, 3, 6]
    assert drawn.groups[0].rows[3].cells == ("denies", "says", "says")
    alone = council_.statements[3]
    many = tuple(alone.model_copy(update={"number": n}) for n in range(1, 30))
    (group,) = matrix.of(council_.model_copy(update={"statements": many})).groups
    assert group.folded and not any(group.folded for group in drawn.groups)


def test_a_document_of_disagreements_alone_is_a_document() -> None:
    told = tuple(
        e.model_copy(update={"draft": e.draft.model_copy(update={"sections": ()})}) if isinstance(e, Drafted) else e
        for e in events()
    )
    report = build(council(events=told))
    assert "No draft was made" not in markdown.render(report) + html.render(report)
    assert report.cover and report.cover.lines[0].text.startswith("No answer is settled")


def test_a_refused_change_of_position_is_no_reason_for_what_is_missing() -> None:
    told = tuple(
        e.model_copy(update={"refused": "no located reason"}) if isinstance(e, Moved) else e
        for e in events()
        if not isinstance(e, Edited | Ruled)
    )
    assert compared(build(council(events=told))).statements[2].absent == MERGED_OUT


def test_a_claim_that_was_reworded_into_what_others_say_does_not_say_the_old_thing_there() -> None:
    new = A3.model_copy(update={"text": B3.text, "citations": B3.citations})
    edit = Edit(challenge="r1.author-2.1", action="revise", claim="A.c3", new=new)
    joined = CLUSTERS[5].model_copy(update={"members": (*CLUSTERS[2].members, *CLUSTERS[5].members), "against": ()})
    later = Aligned(round=2, clusters=(*CLUSTERS[:2], joined))
    head = tuple(e for e in events()[:-3] if not isinstance(e, Edited))
    told = (*head, Edited(round=1, edit=edit, before=A3), later, *events()[-3:])
    statement = compared(build(council(events=told))).statements[2]
    assert (statement.text, statement.sentences) == (A3.text, ())


def test_what_did_not_change_between_alignments_is_told_once() -> None:
    again = next(event for event in events() if isinstance(event, Aligned))
    told = (*events()[:-3], again.model_copy(update={"round": 2}), *events()[-3:])
    history = build(council(events=told)).views["B.c3"].history
    assert [step.what for step in history].count("aligned") == 1


@pytest.mark.parametrize(("source", "start", "end"), [("S1", 5, 99999), ("S1", -4, 8), ("S9", 0, 4), ("S1", 8, 8)])
def test_a_place_that_no_source_has_shows_nothing(source: str, start: int, end: int) -> None:
    place = Place(source=source, passage="S1.1", start=start, end=end)
    told = tuple(e.model_copy(update={"places": (place,)}) if isinstance(e, Moved) else e for e in events())
    quote = compared(build(council(events=told))).positions[0].quotes[0]
    assert (quote.quote, quote.start, quote.before, quote.marked) == ("", None, "", "")


def test_a_claim_that_came_back_as_a_side_in_the_same_words_is_in_the_document() -> None:
    withdrawn = Edited(round=1, edit=Edit(challenge="r1.author-2.2", action="withdraw", claim="A.c2"), before=A2)
    again = A2.model_copy(update={"id": "A.c5"})
    added = Edited(round=1, edit=Edit(challenge="r1.author-2.2", action="add", new=again))
    shown = AFTER.disagreements[0].model_copy(update={"sides": (again, B2)})
    told = (
        *events()[:-3],
        withdrawn,
        added,
        Drafted(round=2, draft=AFTER.model_copy(update={"disagreements": (shown,)})),
        *events()[-2:],
    )
    report = build(council(events=told))
    statement = compared(report).statements[1]
    number = report.views["A.c5"].number
    assert (statement.sentences, statement.revised, statement.absent) == ((number,), False, "")
    assert "A.c2" not in {view.claim.id for view in report.claims}
