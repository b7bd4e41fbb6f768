"""Tasks as the prompts that Moot makes of them, for tests of ready answers."""

from typing import Any

from moot.models.prompts import parse, render
from moot.testing.conduct import Answerer
from moot.testing.prompt import PromptView, view
from moot.words import Aspect, Passage, Plan, Source, Task

QUESTION = "How long does the ferry take to cross?"
TEXTS = {
    "S1.1": "The ferry takes 35 minutes to cross in calm weather. A ticket costs 4.20 euro for an adult.",
    "S2.1": "By the auditor's account the ferry took 41 minutes to cross. It ran 300 days of the year.",
    "S2.2": "| season | crossings |\n| --- | --- |\n| winter | 4 |",
    "S3.1": "A new vessel may shorten the time to cross. The council has not decided on it.",
}
SOURCES = tuple(
    Source(id=id, title=f"Note {id}", origin=f"{id}.md", sha256="0", text_sha256="0", media="markdown")
    for id in ("S1", "S2", "S3")
)
PLAN = Plan(aspects=(Aspect(id="a1", question=QUESTION, queries=("ferry",)),))


def passages(texts: dict[str, str]) -> tuple[Passage, ...]:
    return tuple(
        Passage(id=id, source=id.partition(".")[0], start=0, end=len(text), text=text) for id, text in texts.items()
    )


def prompt_of(task: Task) -> PromptView:
    request = render(task)
    form = {"type": "json_schema", "json_schema": {"name": request.schema_name, "schema": request.reply_schema}}
    turns = [{"role": message.role, "content": message.text} for message in request.messages]
    return view("chat", {"model": "m", "messages": turns, "response_format": form})


def reply(answer: Answerer, task: Task) -> Any:
    """What Moot reads in the answer; fails when it could not use it."""
    return parse(task, answer(prompt_of(task)))
