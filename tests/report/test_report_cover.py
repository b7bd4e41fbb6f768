"""The cover note: half a page, from the report's own data."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_buses import buses
from report_council import A2, A3, AFTER, B2, B3, C3, council, events
from report_records import saying, short

from moot.ledger.record import Record
from moot.report import html, json, markdown
from moot.report.cover import LENGTH, clip, cover, length
from moot.report.document import build
from moot.report.shape import Report
from moot.words import (
    Basis,
    Claim,
    ClaimKind,
    Convened,
    Disagreement,
    Drafted,
    Edited,
    Event,
    Moved,
    Opened,
    Ruled,
    Section,
    Standing,
    Verdict,
)


def lines(report: Report) -> dict[str, str]:
    assert report.cover is not None
    return {line.kind: line.text for line in report.cover.lines}


def words(report: Report) -> int:
    return sum(length(line.text) for line in report.cover.lines) if report.cover else 0


def test_it_says_what_a_reader_who_reads_nothing_else_must_know() -> None:
    said = lines(build(council()))
    assert list(said) == ["answer", "contested", "moved", "conformity", "agreement", "missing", "panel"]
    assert said["answer"].startswith("Battery buses cost more than diesel ones") and said["answer"].endswith(
        "∴ inferred from [1] [2]"
    )
    assert "7 statements in 3 drafts: 1 in all (1 proven), 1 in some (1 proven), 5 in one" in said["agreement"]
    assert "140 km.” [3]; against it “On the coldest days" in said["contested"]
    assert (
        "author-1 (claude) withdrew, of its answer, “The grid connection costs 1.9 million EUR in all.”"
        in said["moved"]
    )
    assert said["conformity"] == "1 change of position without a located reason refused as conformity: author-2."
    assert said["missing"].startswith("no draft by author-4 (gpt): late")
    assert said["panel"].endswith("judge-1 (gemini) failed, so that the evidence alone ruled.")
    assert "3 drafts (1 of claude, 1 of gpt, 1 of qwen)" in said["panel"]


def test_only_sentences_that_stand_are_the_answer() -> None:
    report = build(buses())
    assert report.cover is not None
    answer = report.cover.lines[0]
    assert answer.sentences == (1, 4)
    assert answer.left_out == "left out: 1 contested, 1 unsupported"
    assert "Long lines should therefore change last" not in answer.text


def test_a_sentence_that_nothing_bears_out_is_told_by_its_words() -> None:
    report = build(buses())
    unsupported = [view for view in report.claims if view.standing is Standing.UNSUPPORTED and view.number is not None]
    said = lines(report)["unsupported"]
    assert f"(sentence {unsupported[0].number})" in said and said.startswith(f"“{unsupported[0].claim.text[:20]}")
    assert not unsupported[1:] or f"and {len(unsupported) - 1} more" in said


def test_of_a_debate_it_says_what_became_of_each_answer() -> None:
    sides = ("yes", "no", "later", "never")
    told = tuple(e.model_copy(update={"sides": sides}) if isinstance(e, Convened) else e for e in events())
    report = build(council(events=told))
    assert report.council is not None
    leads = {each.label: each.leads for each in report.council.drafts}
    assert (leads["A"], leads[""]) == ("A.c1", "")
    assert lines(report)["sides"] == (
        "A for “yes”, whose answer is proven (sentence 2); B for “no”, whose answer is proven (sentence 2); "
        "C for “later”, whose answer is proven (sentence 2); nobody for “never”."
    )
    lost = tuple(
        e.model_copy(update={"draft": e.draft.model_copy(update={"sections": _with_first(e.draft.sections, "A.c3")})})
        if isinstance(e, Opened) and e.draft.sections[0].claims[0].id == "A.c1"
        else e
        for e in told
    )
    assert lines(build(council(events=lost)))["sides"].startswith("A for “yes”, whose answer is not in the document; ")


def _with_first(sections: tuple[Section, ...], id: str) -> tuple[Section, ...]:
    """The claim of that id leads the first section."""
    first = next(claim for section in sections for claim in section.claims if claim.id == id)
    rest = [
        each.model_copy(update={"claims": tuple(claim for claim in each.claims if claim.id != id)}) for each in sections
    ]
    return (rest[0].model_copy(update={"claims": (first, *rest[0].claims)}), *rest[1:])


def test_what_rests_on_what_is_contested_is_no_point_of_its_own() -> None:
    record = buses()
    raw = record.model_dump_json().replace('"premises":["c2","c19"]', '"premises":["c2"]')
    report = build(Record.model_validate_json(raw))
    view = next(each for each in report.claims if each.claim.id == "c3")
    assert (view.standing, view.reason) == (Standing.CONTESTED, "sentence 2 is contested")
    assert report.cover is not None
    pointed = [line.text for line in report.cover.lines if line.kind == "contested"]
    assert pointed and not any("Long lines" in text for text in pointed)


def test_where_nobody_moved_it_says_so_and_one_draft_agrees_with_nothing() -> None:
    assert lines(build(council(events=tuple(e for e in events() if not isinstance(e, Moved)))))["moved"] == (
        "Nobody changed position."
    )
    alone = tuple(e for e in events() if not isinstance(e, Opened | Moved) or getattr(e, "label", "") == "A")
    assert "Only one draft" in lines(build(council(events=alone)))["agreement"]


def test_of_a_vote_nobody_is_said_to_have_kept_a_position() -> None:
    quiet = tuple(event for event in events() if not isinstance(event, Moved | Edited))
    case = council().case.model_copy(update={"protocol": "vote"})
    assert "moved" not in lines(build(council(events=quiet, case=case)))


def test_a_cell_on_one_side_is_told_with_what_it_belongs_to() -> None:
    about = A2.model_copy(update={"about": "Below minus 15 °C · Range", "text": "140 km"})
    raw = council().model_dump_json().replace(A2.model_dump_json(), about.model_dump_json())
    assert (
        "“Below minus 15 °C · Range: 140 km” [3]; against it"
        in lines(build(Record.model_validate_json(raw)))["contested"]
    )


def test_a_gap_is_quoted_without_its_full_stop() -> None:
    assert "“What the old buses would fetch”" in lines(build(council()))["missing"]


def test_what_fell_by_a_ruling_against_its_author_is_told() -> None:
    def stays(event: Event) -> bool:
        return not isinstance(event, Moved) or event.claim != "A.c3"

    report = build(council(events=tuple(filter(stays, events()))))
    assert report.cover is not None
    told = [line.text for line in report.cover.lines if line.kind == "moved"]
    assert told[0].startswith("author-3 (qwen) withdrew, of its answer, “All drivers welcome the new buses.”")
    assert told[1].startswith("“The grid connection costs 1.9 million EUR in all.” (draft A) fell to another draft: ")
    whole = build(council()).cover
    assert whole is not None and "fell to another draft" not in " ".join(line.text for line in whole.lines)


def test_what_the_sources_disagree_in_is_told_once() -> None:
    report = build(buses())
    assert report.cover is not None
    told = [line.text for line in report.cover.lines if line.kind == "contested"]
    assert [text.split(":")[0] for text in told[:2]] == ["Range on one charge", "Range on the coldest days"]
    assert not any("the sources disagree" in text for text in told)


def test_what_is_no_point_of_its_own_is_told_by_what_it_rests_on_and_not_by_its_words() -> None:
    report = build(buses())
    subject = report.draft.disagreements[0].subject

    def points(**update: object) -> set[str]:
        claims = tuple(
            each.model_copy(update=update) if each.standing is Standing.CONTESTED else each for each in report.claims
        )
        made = cover(report.model_copy(update={"claims": claims}))
        return {line.text for line in made.lines if line.kind == "contested"} if made else set()

    own = points(reason=f"the sources disagree: {subject}", basis=None)
    assert len(own) == 4 and any(text.endswith("more are contested.") for text in own)
    assert len(points(reason="so it is", basis=Basis.PREMISES)) < 4


def test_a_judge_s_rulings_are_counted() -> None:
    told = tuple(
        e.model_copy(update={"ruling": e.ruling.model_copy(update={"by": "judge-1"})}) if isinstance(e, Ruled) else e
        for e in events()
    )
    assert sum(e.ruling.verdict is Verdict.UNDECIDED for e in told if isinstance(e, Ruled)) == 2
    said = lines(build(council(events=told)))["panel"]
    assert "judge-1 (gemini) decided 3 of 5 challenges and left 2 undecided." in said


def test_a_document_no_longer_than_a_note_has_none_and_one_without_a_draft_neither() -> None:
    assert build(short()).cover is None
    assert build(council(events=())).cover is None


@pytest.mark.parametrize("words_of", ["x", "many words " * 80, "語" * 900, "a" * 3000])
def test_it_is_half_a_page_whatever_was_said(words_of: str) -> None:
    for record in (council(), buses()):
        assert words(build(saying(record, words_of))) <= LENGTH + 30


@given(st.text(max_size=300), st.integers(1, 40))
@settings(deadline=None)
def test_a_cut_text_is_no_longer_than_asked(text: str, most: int) -> None:
    assert length(clip(text, most)) <= most + 1


def test_it_stands_at_the_top_of_every_format() -> None:
    report = build(council())
    text, page = markdown.render(report), html.render(report)
    assert text.index("## In half a page") < text.index("## Answer")
    assert page.index('class="cover"') < page.index('id="after"')
    assert json.read(json.render(report)).cover == report.cover


SENTENCES = [
    f"Reason {n} is that the depot has {n}0 places for buses of its own, which the city told in spring."
    for n in "1234567"
]


def long_answer() -> Report:
    """Seven inferred sentences, of which half a page does not hold all words."""
    said = tuple(
        Claim(id=f"s{n}", kind=ClaimKind.INFERRED, text=text, premises=("B.c1",)) for n, text in enumerate(SENTENCES)
    )
    first = AFTER.sections[0].model_copy(update={"claims": said})
    after = AFTER.model_copy(update={"sections": (first, *AFTER.sections[1:])})
    return build(council(events=tuple(e.model_copy(update={"draft": after}) if e == LAST else e for e in events())))


LAST = next(event for event in reversed(events()) if isinstance(event, Drafted))


def test_a_long_answer_is_told_in_whole_sentences_as_many_as_there_is_room_for() -> None:
    report = long_answer()
    assert report.cover is not None
    answer = report.cover.lines[0]
    told = [view for view in report.claims if view.number in answer.sentences]
    assert answer.kind == "answer" and 3 <= len(told) < 7 and answer.left_out == f"{7 - len(told)} more below"
    assert all(view.claim.text in answer.text for view in told) and "…" not in answer.text
    assert words(report) <= LENGTH + 30


def test_each_side_of_a_contested_point_tells_what_it_differs_in() -> None:
    far = "By the count of the union, made on the coldest days of the winter by its own members and their friends,"
    about = A2.model_copy(update={"text": f"{far} the range was 140 km."})
    raw = council().model_dump_json().replace(A2.model_dump_json(), about.model_dump_json())
    assert "the range was 140 km” [3]" in lines(build(Record.model_validate_json(raw)))["contested"]


def test_what_is_cut_is_cut_behind_a_sentence_where_one_ends() -> None:
    said = "The cause is not established. The station was dark until 03:05, as the camera shows, and no smoke was seen."
    assert clip(said, 9) == "The cause is not established. …"
    assert clip(said, 16).endswith("shows, and…"), "too little would be left of it"
    assert clip(said, 99) == said
    assert clip("Nach Angabe der Betriebe blieb die Pünktlichkeit im Jahr bei 91 % der Fahrten.", 11).endswith(
        "Jahr bei…"
    )


def test_no_count_is_cut_off_however_long_the_rest_of_the_note_is(monkeypatch: pytest.MonkeyPatch) -> None:
    told = tuple(
        e.model_copy(update={"ruling": e.ruling.model_copy(update={"by": "judge-1"})}) if isinstance(e, Ruled) else e
        for e in events()
    )
    monkeypatch.setattr("moot.report.cover.LENGTH", 100)
    said = lines(build(council(events=told)))
    assert said["panel"].endswith("and left 2 undecided.")
    assert said["agreement"].endswith("2 pairs set against each other.")


def test_of_a_side_the_figure_is_told_that_the_other_tells_otherwise() -> None:
    sides = (
        A2.model_copy(update={"text": "Sievers tuned the organ in the choir pitch of his time, at 466 Hz."}),
        A2.model_copy(
            update={
                "id": "A.c9",
                "text": "Before the pipes of the Principal 8' were cut and moved they must have sounded near 415 Hz.",
            }
        ),
    )
    shown = AFTER.model_copy(update={"disagreements": (Disagreement(subject="Original pitch", sides=sides),)})
    told = tuple(
        e.model_copy(update={"draft": shown}) if isinstance(e, Drafted) and e.round == 2 else e for e in events()
    )
    contested = lines(build(council(events=told)))["contested"]
    assert "466 Hz" in contested and "415 Hz" in contested


def test_what_the_question_asks_first_is_told_first_of_what_is_contested() -> None:
    report = build(buses())
    assert report.draft.disagreements[0].subject == "Range on one charge"
    case = report.case.model_copy(update={"question": "How far do they go on the coldest days?"})
    made = cover(report.model_copy(update={"case": case}))
    told = [line.text for line in made.lines if line.kind == "contested"] if made else []
    assert told[0].startswith("Range on the coldest days")


def test_what_the_answer_rests_on_first_is_told_first_of_what_is_contested() -> None:
    """Whatever words of the question another one has in its title."""
    grid = Disagreement(subject="The transformer", sides=(A3, B3))
    cold = AFTER.disagreements[0].model_copy(update={"subject": build(council()).case.question})
    costs = AFTER.sections[1].model_copy(update={"claims": AFTER.sections[1].claims[:1]})
    after = AFTER.model_copy(update={"sections": (AFTER.sections[0], costs), "disagreements": (cold, grid)})
    told = (e.model_copy(update={"draft": after}) if isinstance(e, Drafted) and e.round == 2 else e for e in events())
    report = build(council(events=tuple(told)))
    contested = [line.text for line in report.cover.lines if line.kind == "contested"] if report.cover else []
    assert contested[0].startswith("The transformer: ")


def test_of_a_debate_no_answer_is_told_of_readers_who_argue_nothing() -> None:
    sides = ("yes", "no", "later", "never")
    told = tuple(e.model_copy(update={"sides": sides}) if isinstance(e, Convened) else e for e in events())
    report = build(council(events=told))
    assert report.council is not None
    drafts = tuple(each.model_copy(update={"model": "reader:lexical"}) for each in report.council.drafts)
    read = report.model_copy(update={"council": report.council.model_copy(update={"drafts": drafts})})
    made = cover(read)
    (line,) = [line.text for line in made.lines if line.kind == "sides"] if made else []
    assert "proven" not in line and "A for “yes”, chosen by a reader" in line


def test_the_note_tells_two_sides_that_contradict_each_other() -> None:
    """Of three sides the first two may agree against the third."""
    three = AFTER.disagreements[0].model_copy(update={"sides": (A2, C3, B2)})
    after = AFTER.model_copy(update={"disagreements": (three,)})
    told = (e.model_copy(update={"draft": after}) if isinstance(e, Drafted) and e.round == 2 else e for e in events())
    report = build(council(events=tuple(told)))
    lines = [line.text for line in report.cover.lines if line.kind == "contested"] if report.cover else []
    assert any(A2.text.split(".")[0] in line and "against it" in line and "120 km" in line for line in lines), lines
