"""Lines of Markdown by what they begin with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.text import marks


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("## Costs", marks.HEADING),
        ("#", marks.HEADING),
        ("   ```python", marks.FENCE),
        ("~~~~", marks.FENCE),
        ("* * *", marks.RULE),
        ("___", marks.RULE),
        (" > > It rose.", marks.QUOTED),
    ],
)
def test_a_line_begins_with_one_mark(line: str, known: object) -> None:
    every = (marks.HEADING, marks.FENCE, marks.RULE, marks.QUOTED)
    assert [each for each in every if each.match(line)] == [known]


@pytest.mark.parametrize(
    "line", ["#costs", "    ## Costs", "``", "- -", "    > It rose.", "***bold***", "", "It rose."]
)
def test_a_line_of_words_begins_with_none(line: str) -> None:
    assert not any(each.match(line) for each in (marks.HEADING, marks.FENCE, marks.RULE, marks.QUOTED))


@given(st.text(alphabet="a \n#"))
def test_lines_are_the_text_without_its_breaks(text: str) -> None:
    told = [text[start:end] for start, end in marks.lines(text)]
    assert told == text.removesuffix("\n").split("\n") if text else not told
