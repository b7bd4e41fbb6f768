"""What tests of the readers share."""

from __future__ import annotations

from moot.readers.reader import Reader
from moot.words import Draft, Drafting, DraftTask, Plan, PlanTask


def drafted(reader: Reader, question: str) -> tuple[Plan, Draft]:
    """Of all its sources and passages."""
    library = reader.library
    plan = reader.reply(PlanTask(question=question, sources=library.sources))
    assert isinstance(plan, Plan)
    task = DraftTask(question=question, plan=plan, sources=library.sources, passages=library.passages)
    drafting = reader.reply(task)
    assert isinstance(drafting, Drafting)
    return plan, drafting.draft
