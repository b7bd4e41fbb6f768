"""The outline of Word and PDF says what the Markdown says, in its order, and leads only to places that there are."""

from __future__ import annotations

import re

import pytest
from handed_records import HOSTILE, buses, council, published, short, told

from moot.ledger.record import Record
from moot.report import html, markdown, wording
from moot.report.document import build
from moot.report.handed.blocks import Block, Contents, Frame, Grid, Heading, Paragraph, Span, shown, spans
from moot.report.handed.outline import outline
from moot.words import Disagreement, Draft, Drafted, Standing


def blocks(record: Record) -> tuple[Block, ...]:
    return outline(build(record)).blocks


def words(block: Block) -> str:
    return block.text if isinstance(block, Heading) else "".join(span.text for span in spans(block))


def every_span(record: Record) -> list[Span]:
    return [span for block in blocks(record) for span in spans(block)]


@pytest.mark.parametrize("record", [short(), buses(), council()], ids=["short", "buses", "council"])
def test_the_parts_are_those_of_the_markdown_in_its_order(record: Record) -> None:
    own = {"How to read this document", "What was not read", "What to know of the sources"}
    chief = [each.text for each in blocks(record) if isinstance(each, Heading) and each.level == 1]
    there = re.findall(r"^## (.*)$", markdown.render(build(record)), re.MULTILINE)
    assert [each for each in chief if each not in own] == there


def test_every_sentence_has_its_words_its_sources_its_standing_in_a_word_and_its_number() -> None:
    report = build(buses())
    text = "\n".join(words(block) for block in blocks(buses())).replace("\u00a0", " ")
    for view in report.claims:
        if view.number is not None:
            cited = wording.numbered(quote.number for quote in view.quotes)
            tail = f"{wording.MARKS[view.standing]} {view.standing.value}{view.number}"
            assert f"{f' {cited}' if cited else ''} {tail}" in text
            assert view.claim.text in text


def test_citations_lead_to_their_sources_numbers_to_the_evidence_and_back() -> None:
    found = every_span(buses())
    places = {span.at for span in found if span.at} | {b.at for b in blocks(buses()) if isinstance(b, Heading)}
    leads = {(span.text, span.to) for span in found if span.to}
    assert ("[1]", "r1") in leads and ("1", "e1") in leads and ("1", "s1") in leads
    assert {to for _, to in leads} <= places


def twice() -> Record:
    """Both claims of the answer are the sides of a disagreement too."""
    events = tuple(
        each.model_copy(update={"draft": each.draft.model_copy(update={"disagreements": (sides(each.draft),)})})
        if isinstance(each, Drafted)
        else each
        for each in short().events
    )
    return short(events=events)


def sides(draft: Draft) -> Disagreement:
    return Disagreement(subject="what it is", sides=tuple(draft.claims())[:2])


def test_a_place_is_named_once_though_the_cover_says_a_sentence_again() -> None:
    for record in (buses(), council(), twice()):
        named = [span.at for span in every_span(record) if span.at]
        named += [block.at for block in blocks(record) if isinstance(block, Heading)]
        assert len(named) == len(set(named)) and "" not in named


def test_nothing_leads_to_what_there_is_not_and_a_sentence_that_stands_twice_is_one_place() -> None:
    record = buses()
    report = build(record)
    twice = report.draft.model_copy(update={"sections": (*report.draft.sections, *report.draft.sections)})
    drawn = outline(report.model_copy(update={"draft": twice, "sources": ()}))
    found = [span for block in drawn.blocks for span in spans(block)]
    named = [span.at for span in found if span.at]
    assert len(named) == len(set(named)) and "s1" in named
    assert [span.to for span in found if span.text == "[1]"] and not any(span.to.startswith("r") for span in found)


def test_what_is_not_read_is_said_with_the_reason_and_the_page_of_a_quote_with_the_quote() -> None:
    text = "\n".join(map(words, blocks(buses())))
    assert "\nnotes/scan.pdf was not read: it is encrypted\n" in text
    record = published()
    pages = record.documents[0].text.replace("The ferry", "\fThe ferry")
    source = record.documents[0].source.model_copy(update={"media": "pdf"})
    document = record.documents[0].model_copy(update={"text": pages, "source": source})
    record = record.model_copy(update={"documents": (document, record.documents[1])})
    assert any("S1.1 · page 2" in words(block) for block in blocks(record))
    assert "[1] S1.1, page 2: “" in markdown.render(build(record))
    assert '<span class="place">S1.1 · page 2' in html.render(build(record))


def test_the_record_says_who_challenged_how_often_with_which_outcome() -> None:
    text = "\n".join(map(words, blocks(buses())))
    assert "\nfailed: figures: figure differs: 1.4 MW against 1.1 MW\n" in text
    assert "\n9 challenges: 6 upheld, 1 dismissed, 1 undecided. Raised: 8 by reviewer-1, 1 by checks.\n" in text
    assert "\nupheld, revised · sentence 16 · conflict · round 1, reviewer-1\n" in text
    assert "\nauthor-1 conceded: the transformer is extra\nrevised: " in text, "and is not told again as a ruling"
    assert "\nevidence ruled: the author did not answer it\n" in text


def test_the_map_of_agreement_has_a_column_for_each_draft() -> None:
    maps = [block for block in blocks(council()) if isinstance(block, Grid) and block.frame is Frame.MAP]
    head = [cell[0].text for cell in maps[0].head]
    assert head == ["", "Statement", "A", "B", "C", "In the document"]
    rows = ["|".join("".join(span.text for span in cell) for cell in row) for row in maps[0].rows]
    assert any("✕|●|●|sentence 3 ✓\u00a0proven" in row for row in rows)


def test_a_table_too_wide_for_a_page_is_told_in_parts() -> None:
    record = buses()
    report = build(record)
    section = next(each for each in report.draft.sections if each.tables)
    table = section.tables[0]
    wide = table.model_copy(update={"columns": tuple(f"c{n}" for n in range(1, 15))})
    sections = (section.model_copy(update={"tables": (wide,)}),)
    drawn = report.model_copy(update={"draft": report.draft.model_copy(update={"sections": sections})})
    grids = [block for block in outline(drawn).blocks if isinstance(block, Grid) and block.frame is Frame.FIGURES]
    assert [grid.caption.partition("(")[2] for grid in grids] == [
        "columns 1 to 6 of 14)",
        "columns 7 to 12 of 14)",
        "columns 13 to 14 of 14)",
    ]
    assert all(len(row) == len(grid.widths) for grid in grids for row in (grid.head, *grid.rows))


def test_the_only_addresses_are_those_of_sources() -> None:
    assert {span.web for span in every_span(published()) if span.web} == {
        "https://journal.example/10.1234/ferry.7?a=1&b=2",
        "https://town.example/times",
    }
    for text in HOSTILE:
        if not text.startswith("https"):
            assert not [span.web for span in every_span(told(buses(), text)) if span.web]


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip() and len(text) < 100])
def test_hostile_words_change_nothing_of_the_form(text: str) -> None:
    def form(record: Record) -> list[object]:
        return [(type(block), block.kind if isinstance(block, Paragraph) else "") for block in blocks(record)]

    for record in (short(), council()):
        assert form(told(record, text)) == form(told(record, "plain words"))


def test_only_visible_characters_are_shown_and_on_one_line() -> None:
    assert shown("a\u202eb\x00c\ufeff\u2066") == "abc"
    assert shown("a \ud800 \uffff\U0001fffe b\n\n\tc\u2028d\u00a0e ") == "a \ufffd \ufffd\ufffd b c d\u00a0e "


def test_a_document_of_a_few_sections_has_no_list_of_contents() -> None:
    assert not any(isinstance(block, Contents) for block in blocks(short()))
    contents = [block for block in blocks(buses()) if isinstance(block, Contents)]
    assert [text for text, _ in contents[0].entries][:3] == ["In half a page", "How to read this document", "Answer"]


def test_a_run_without_a_draft_says_so() -> None:
    record = short(state="failed", events=())
    assert "No draft was made." in map(words, blocks(record))
    assert not any(standing.value in words(block) for block in blocks(record)[:3] for standing in Standing)
