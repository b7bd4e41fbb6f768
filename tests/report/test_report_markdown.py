"""The Markdown says everything, and nothing that anyone said in it becomes markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from report_buses import DESK, buses, cite
from report_council import council, pages
from report_records import saying, short

from moot.report import markdown
from moot.report.document import build
from moot.words import Checked, Edited, Finding, Outcome, Responded, Ruled, Source

HOSTILE = [
    "[x](https://evil.example/a) ![p](https://evil.example/p.gif)",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "see https://evil.com/track?x=1 or www.evil.com or evil.com or //evil.com/x or mail me@evil.com",
    "<https://evil.com> [ref]: https://evil.com",
    "| a | b |\n|---|---|\n# big\n---\n- item\n1. one\n> quote",
    "```\ncode\n``` `x` ~~~ $a$ *b* _c_ **d** ~~e~~",
    "a\\b &lt;b&gt; &#60;b&#62; \u202egnp.evil",
    "mailto:joe@evil.com XMPP:joe.@evil.com/x joe@evil.com joe-@evil.com mailto:joe@evil",
    "seen\U000e0069\U000e0067\U000e006e \u200b\u2060un\u200dseen",
    "1. one",
    "2) two",
    "+ plus",
    "= same",
    "",
]


def tokens(text: str) -> list[Token]:
    parser = MarkdownIt("gfm-like", {"html": True, "linkify": True})
    found: list[Token] = []
    for token in parser.parse(text):
        found += [token, *(token.children or [])]
    return found


def shape(text: str) -> list[str]:
    """The structure of a page: what kinds of blocks and marks it has, in order."""
    return [token.type for token in tokens(text) if token.type not in ("text", "text_special", "inline")]


def said(text: str) -> str:
    return "".join(token.content for token in tokens(text) if token.type in ("text", "text_special"))


def test_the_whole_report_reads_as_it_should() -> None:
    text = markdown.render(build(buses()))
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings == [
        "In half a page",
        *["Answer", "What the trial measured", "Money", "Elsewhere, and people", "When"],
        *["Where the sources disagree", "What the sources do not say", "Sources", "Evidence, sentence by sentence"],
        *["Challenged and decided", "The answer before the debate", "Record"],
    ]
    assert "| Range, km | 214 [1] ✓⁶ | 610 [1] ✓⁷ |" in text
    assert "≠² *contested*" in text
    assert "**contradicted" not in text
    assert "- **27** contradicted: figure differs: 1.4 MW against 1.1 MW" in text
    assert "一回の充電で平均230キロメートル走行した。" in text


def test_a_challenge_is_told_with_its_quotes_its_answer_once_and_what_was_changed_for_it() -> None:
    text = markdown.render(build(buses()))
    told = text[text.index("## Challenged and decided") : text.index("## The answer before")]
    assert (
        "sentence 16: the letter says that the transformer is not included\n"
        "  - [3] S8.1: “the transformer, about 0.6 million EUR, is not included”\n"
        "  - author-1 conceded: the transformer is extra\n"
        "  - revised: ~~The grid connection costs 1.9 million EUR, transformer included.~~ The grid connection costs "
    ) in told
    assert told.count("the transformer is extra") == 1
    refused = next(event for event in buses().events if isinstance(event, Edited) and event.refused)
    again = markdown.render(build(buses(events=(*buses().events, refused))))
    assert again.count("an edit was refused: it would not stand") == 1, "the same refusal is told once"


def test_a_ruling_is_told_with_the_quote_that_decided_where_the_challenge_does_not_have_it() -> None:
    ruled = next(each for each in buses().events if isinstance(each, Ruled) and each.ruling.by == "judge-1")
    places = DESK.places((cite("S4", "Two thirds welcome the new buses"),))
    ruling = ruled.ruling.model_copy(update={"places": (*ruled.ruling.places, *places)})
    told = tuple(each.model_copy(update={"ruling": ruling}) if each is ruled else each for each in buses().events)
    text, page, handed = pages(buses(events=told))
    said = "both quotes are there, and neither decides"
    assert f"{said}\n  - by [7] S4.1: “Two thirds welcome the new buses”\n" in text
    assert f"{said}\nby [7] S4.1" in handed and page.count("Two thirds welcome the new buses") > 1
    assert "\n  - by [" not in pages(buses())[0], "the challenge's own quotes are not told again"


def test_a_ruling_whose_reason_ends_like_an_answer_is_told() -> None:
    ruled = next(each for each in buses().events if isinstance(each, Ruled) and each.ruling.by == "judge-1")
    answer = next(
        each.response
        for each in buses().events
        if isinstance(each, Responded) and each.response.challenge == ruled.ruling.challenge
    )
    ruling = ruled.ruling.model_copy(update={"reason": f"its quote speaks of another line: {answer.grounds}"})
    told = tuple(each.model_copy(update={"ruling": ruling}) if each is ruled else each for each in buses().events)
    assert "judge-1 ruled: its quote speaks of another line" in markdown.render(build(buses(events=told)))


def test_of_the_answer_before_the_debate_only_what_changed_is_told_again() -> None:
    text = markdown.render(build(buses()))
    before = text[text.index("## The answer before the debate") : text.index("## Record")]
    assert "3 of its 27 sentences changed; the others stand in the document as they were." in before
    assert before.count("\n- ") == 3 and "**Answer**" not in before


def test_a_signal_that_does_not_hold_doubts_what_stands_and_a_gate_refutes_it() -> None:
    findings = tuple(
        Finding(check=name, version="1", claim="c1", gate=gate, outcome=Outcome.FAILS, reason="it differs")
        for name, gate in (("entailment", False), ("figures", True))
    )
    text = markdown.render(build(short(events=(*short().events, Checked(round=2, findings=findings)))))
    assert "doubted by entailment: it differs" in text and "failed: figures: it differs" in text


def test_the_map_of_a_council_is_a_table_with_a_column_for_each_draft() -> None:
    text = markdown.render(build(council()))
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings[:2] == ["In half a page", "Answer"]
    assert headings[headings.index("Where the drafts agree and differ") :][:2] == [
        "Where the drafts agree and differ",
        "Who changed position",
    ]
    assert "| no. | statement | A | B | C | in the document |" in text
    assert "| 6 (against no. 3) | The transformer, about 0.6 million EUR, is not in" in text
    assert "| ✕ | ● | ● | sentence 3 ✓ *proven* |" in text
    assert "**refused as conformity**: it gives no quote" in text
    assert "*retold*, now sentence 2 in the words of another draft" in text


def test_hostile_words_change_nothing_of_the_shape_of_a_council() -> None:
    plain = shape(markdown.render(build(saying(council(), "plain words"))))
    for text in HOSTILE:
        if text:
            assert shape(markdown.render(build(saying(council(), text)))) == plain


def test_what_may_differ_between_equal_runs_stands_in_lines_with_a_prefix() -> None:
    one = markdown.render(build(short()))
    two = markdown.render(build(short(run="another", created="2027-01-01T00:00:00+00:00")))
    assert one != two

    def strip(text: str) -> str:
        return "\n".join(line for line in text.splitlines() if line[2:7] != "Run: ")

    assert strip(one) == strip(two)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_change_nothing_of_the_shape(text: str) -> None:
    plain = shape(markdown.render(build(saying(short(), "plain words"))))
    if text:
        assert shape(markdown.render(build(saying(short(), text)))) == plain
    rendered = [
        token for record in (buses(), council()) for token in tokens(markdown.render(build(saying(record, text))))
    ]
    assert not [token for token in rendered if token.type in ("link_open", "image", "html_inline", "html_block")]


@given(st.text(alphabet=st.sampled_from("a1 .:/@-_*`~<>[]()!#&|\\$+=\n\twhtps"), min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
@example("www.a.st")
@example("http://a")
@example("mailto:a@st.ws")
@example("xmpp:a.@st")
@example("a-@st.ws")
def test_no_words_become_markup(text: str) -> None:
    rendered = (
        f"before {markdown.escape(text)} after\n\n{markdown.escape(text)}\n\n| {markdown.escape(text)} |\n|---|\n"
    )
    types = {token.type for token in tokens(rendered)}
    allowed = {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    tables = {f"{part}_{side}" for part in ("table", "thead", "tr", "th", "tbody", "td") for side in ("open", "close")}
    assert types <= allowed | tables
    assert said(markdown.escape(f"x {text} x")).replace("\u2060", "") == " ".join(f"x {text} x".split())


def test_neighbours_with_the_same_evidence_share_an_entry_and_a_quoted_sentence_is_not_repeated() -> None:
    text = markdown.render(build(buses()))
    assert "- **6–7** proven\n  - [1] S1.2: “range on one charge or tank (km) \\| 214 \\| 610”\n- **8–9**" in text
    assert "- **19** proven\n  - [4] S5.1, word for word\n" in text


def test_a_check_that_could_not_run_is_named_beside_proven() -> None:
    record = short()
    idle = Finding(check="topic", version="1", claim="c1", outcome=Outcome.UNCHECKED, gate=False, reason="no weights")
    events = [
        event.model_copy(update={"findings": (*event.findings, idle)}) if isinstance(event, Checked) else event
        for event in record.events
    ]
    text = markdown.render(build(record.model_copy(update={"events": tuple(events)})))
    assert "- **1** proven: read, quotes, figures hold; not checked: topic" in text


def test_the_only_links_are_addresses_of_sources() -> None:
    record = short()

    def at(origin: str) -> list[str]:
        source: Source = record.documents[0].source.model_copy(update={"origin": origin})
        document = record.documents[0].model_copy(update={"source": source})
        changed = record.model_copy(update={"documents": (document, record.documents[1])})
        rendered = tokens(markdown.render(build(changed)))
        return [str(token.attrs["href"]) for token in rendered if token.type == "link_open"]

    assert at("https://city.example/trial?x=1") == ["https://city.example/trial?x=1"]
    for origin in (
        "javascript:alert(1)",
        "https://a.example/> [x](https://evil.com",
        "file:///etc",
        "https://u@h/",
        "x y",
    ):
        assert at(origin) == []


def test_marks_are_explained_only_where_there_are_some() -> None:
    assert "Marks: ✓ proven" in markdown.render(build(short()))
    assert "Marks" not in markdown.render(build(short(state="failed", events=())))
