"""An answer that only sums up the document is told point by point, in every form."""

from __future__ import annotations

import pytest
from report_records import short

from moot.report import html, markdown
from moot.report.document import build
from moot.report.handed.blocks import Kind, Paragraph
from moot.report.handed.outline import outline
from moot.report.shape import Report
from moot.words import Claim, ClaimKind, Draft, Drafted, Section


def summed_up(sentences: int) -> Report:
    """The short report with so many inferences for an answer."""
    record = short()
    told = next(each.draft for each in record.events if isinstance(each, Drafted)).sections[0]
    quoted = Section(title="Ground", claims=told.claims[:2])
    points = tuple(
        Claim(id=f"p{n}", kind=ClaimKind.INFERRED, text=f"So much follows: {n}.", premises=("c1", "c2"))
        for n in range(sentences)
    )
    draft = Draft(sections=(Section(title="Answer", claims=points), quoted))
    return build(record.model_copy(update={"events": (*record.events, Drafted(round=2, draft=draft))}))


@pytest.mark.parametrize(("sentences", "listed"), [(3, False), (4, True)])
def test_four_inferences_and_more_stand_one_below_the_other(sentences: int, listed: bool) -> None:
    report = summed_up(sentences)
    said = [f"So much follows: {n}." for n in range(sentences)]
    answer = markdown.render(report).split("## Answer")[1].split("## ")[0]
    assert [line.startswith("- ") for line in answer.strip().splitlines()] == [True] * sentences if listed else [False]
    assert ('<ul class="points">' in html.render(report)) is listed
    items = [each for each in outline(report).blocks if isinstance(each, Paragraph) and each.kind is Kind.ITEM]
    shown = ["".join(span.text for span in item.line) for item in items]
    assert all(any(text in item for item in shown) is listed for text in said)


def test_what_quotes_is_prose_however_long() -> None:
    ground = markdown.render(summed_up(4)).split("## Ground")[1].split("## ")[0]
    assert len(ground.strip().splitlines()) == 1
