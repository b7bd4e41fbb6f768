"""Passages: in order, without overlap, equal to their slice, and together the whole text but headings and rules."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.evidence import blocks, passages
from moot.text import sentences
from moot.words import Document, Form, Passage, Source

SOME = "alpha scored sixty points on the bench and beta did not reach it in the same run of that spring"
WORDS = SOME.split()
SENTENCE = st.integers(3, 14).map(lambda count: " ".join(WORDS[:count]).capitalize() + ".")
LONG = st.integers(125, 180).map(lambda count: " ".join((WORDS * 10)[:count]).capitalize() + ".")
PROSE = st.lists(st.one_of(SENTENCE, SENTENCE, SENTENCE, LONG), min_size=1, max_size=20).map(" ".join)
LIST = st.lists(SENTENCE, min_size=1, max_size=30).map(lambda items: "\n".join(f"- {item}" for item in items))
TABLE = st.integers(1, 150).map(
    lambda rows: "| model | score |\n|---|---|\n" + "\n".join(f"| row {n} | {n}.5 points |" for n in range(rows))
)
CODE = st.lists(SENTENCE, min_size=1, max_size=5).map(lambda lines: "```\n" + "\n\n".join(lines) + "\n```")
HEADING = st.tuples(st.integers(1, 4), st.sampled_from(WORDS)).map(lambda each: f"{'#' * each[0]} {each[1]}")
RULE = st.sampled_from(["---", "***"])
PARTS = st.lists(st.one_of(PROSE, LIST, TABLE, CODE, HEADING, RULE), max_size=12)


def document(text: str) -> Document:
    source = Source(id="S7", title="T", origin="t.md", sha256="", text_sha256="", media="markdown")
    return Document(source=source, text=text)


def split(text: str) -> list[Passage]:
    found = passages.split(document(text))
    reach = 0
    for number, each in enumerate(found, start=1):
        assert each.id == f"S7.{number}" and each.source == "S7"
        assert repr(Passage.model_validate(each.model_dump(warnings=False))) == repr(each)
        assert each.model_fields_set == set(Passage.model_fields)
        assert reach <= each.start < each.end
        assert each.text == text[each.start : each.end] and each.text.strip()
        reach = each.end
    return found


def uncovered(text: str, found: list[Passage]) -> str:
    reach, rest = 0, ""
    for each in found:
        rest += text[reach : each.start]
        reach = each.end
    return rest + text[reach:]


@given(PARTS)
def test_structured_text_is_covered_and_no_sentence_is_cut(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    found = split(text)
    for line in uncovered(text, found).splitlines():
        assert not line.strip() or line.startswith("#") or line in ("---", "***")
    for each in found:
        if each.form in (Form.PROSE, Form.LIST):
            assert each.text.endswith(".")
            assert len(each.text.split()) <= passages.WORDS + 40 or len(sentences.split(each.text)) == 1
        if each.form is Form.TABLE:
            assert all(line.startswith("|") and line.endswith("|") for line in each.text.splitlines())


@given(st.text(alphabet=st.sampled_from("ab .!#-*|`~=_+>\n\t\f1)€"), max_size=400))
def test_any_text_can_be_split(text: str) -> None:
    found = split(text)
    headings = [(each.start, each.end) for each in blocks.scan(text) if isinstance(each, blocks.Heading)]
    covered = [False] * len(text)
    for start, end in [*headings, *((each.start, each.end) for each in found)]:
        covered[start:end] = [True] * (end - start)
    for at, char in enumerate(text):
        assert covered[at] or char.isspace() or char in "-*_", (at, char)


def test_headings_are_the_path_and_no_passages() -> None:
    found = split(
        "Before.\n\n# A\n\nOne.\n\n## B *c*\n\nTwo.\n\n### [D](x)\n\nThree.\n\n## E #\n\nFour.\n\nF\n=\n\nFive."
    )
    assert [(each.heading, each.text) for each in found] == [
        ("", "Before."),
        ("A", "One."),
        ("A › B c", "Two."),
        ("A › B c › D", "Three."),
        ("A › E", "Four."),
        ("F", "Five."),
    ]


def test_short_paragraphs_are_merged_and_not_across_headings() -> None:
    found = split("One.\n\nTwo.\n\n## H\n\nThree.\n\nFour.")
    assert [each.text for each in found] == ["One.\n\nTwo.", "Three.\n\nFour."]


def test_long_paragraphs_are_cut_into_parts_of_about_one_size() -> None:
    text = " ".join(f"This is sentence number {n} of a long paragraph." for n in range(30))
    sizes = [len(each.text.split()) for each in split(text)]
    assert len(sizes) == 3 and max(sizes) - min(sizes) <= 20


def test_a_list_and_a_numbered_line_inside_a_paragraph() -> None:
    assert [each.form for each in split("Some prose.\n- one\n- two")] == [Form.PROSE, Form.LIST]
    assert [each.form for each in split("It rose in the year\n2024. Then it fell.")] == [Form.PROSE]
    assert [each.form for each in split("It held in version\n12. Then it fell.")] == [Form.PROSE]


def test_the_mark_of_a_quoted_line_goes_with_its_sentence() -> None:
    found = split("\n".join(f"> This is sentence {n} of words that somebody else once wrote." for n in range(40)))
    assert len(found) > 2 and all(each.text.startswith("> ") and each.text.endswith("wrote.") for each in found)


def test_a_line_that_ends_with_a_colon_goes_with_its_list() -> None:
    found = split("Some prose.\n\nThe results:\n\n- one\n- two\n  more of two\n\n  and more\n\nAfter.")
    assert [(each.form, each.text) for each in found] == [
        (Form.PROSE, "Some prose."),
        (Form.LIST, "The results:\n\n- one\n- two\n  more of two\n\n  and more"),
        (Form.PROSE, "After."),
    ]


@pytest.mark.timeout(10)
@pytest.mark.parametrize("cell", ["| ", "|\t", "|  ", "|-", "|:", "|: ", "|:- ", "| -: "])
def test_a_line_that_is_nearly_one_of_dashes_is_no_work(cell: str) -> None:
    found = split(f"a | b\n-{cell * 200}x\n\n| a | b |\n|-{cell * 200}x|\n")
    assert {each.form for each in found[:-1]} == {Form.PROSE} and found[-1].form is Form.TABLE


@pytest.mark.parametrize("dashes", ["---|---", "|-|", ":-:|--:", "| :- | - |", "- | ", "-||-"])
def test_a_line_of_dashes_makes_a_table(dashes: str) -> None:
    (found,) = split(f"a | b\n{dashes}\n1 | 2\n")
    assert found.form is Form.TABLE


def test_the_parts_of_a_long_table_carry_its_head_in_their_heading() -> None:
    rows = "\n".join(f"| model {n} | {n}.5 |" for n in range(400))
    first, *others = split(f"# T\n\n| name | score |\n|---|---|\n{rows}\n\nAfter.")[:-1]
    assert first.heading == "T" and first.text.startswith("| name | score |")
    assert others and {each.heading for each in others} == {"T › | name | score |"}
    assert "\n".join(each.text for each in (first, *others)).count("| model ") == 400


def test_tables_without_frames_and_code_with_hashes() -> None:
    found = split("a | b\n--|--\n1 | 2\n\n```sh\n# no heading\n\nx\n```\n\n+---+---+\n| a | b |\n+---+---+")
    assert [each.form for each in found] == [Form.TABLE, Form.CODE, Form.TABLE]


def test_a_sentence_without_end_is_cut_at_a_hard_limit() -> None:
    for text in ("x" * 10_000, "word " * 5_000, "- " + "word " * 5_000, "| " + "cell " * 5_000 + "|"):
        assert all(len(each.text) <= 4_000 for each in split(text))
        assert not uncovered(text, split(text)).strip()


def test_large_texts_take_time_in_proportion() -> None:
    text = "Alpha scored sixty points on the bench. " * 20_000
    started = time.process_time()
    split(text)
    assert time.process_time() - started < 5


def test_a_file_of_one_long_line_takes_no_longer_than_one_of_many() -> None:
    sentences = ["Alpha beta gamma delta."] * 60_000
    seconds: list[float] = []
    for apart in ("\n", " "):
        started = time.process_time()
        assert len(split("First line.\n" + apart.join(sentences))) > 2_000
        seconds.append(time.process_time() - started)
    assert seconds[1] < 2 * seconds[0]


def test_the_marks_before_a_sentence_go_with_it() -> None:
    found = split("Alpha began.\n" + f"– {SOME.capitalize()}.\n" * 40)
    assert len(found) > 5
    assert all(each.text.startswith(("Alpha began.", "– Alpha scored")) for each in found)
    assert not any(each.text.endswith("–") for each in found)


def test_pages_of_a_pdf_are_not_merged_over_a_heading() -> None:
    found = split("# A\n\nEnd of page one.\n\f\n# B\n\nPage two.")
    assert [each.heading for each in found] == ["A", "B"]
