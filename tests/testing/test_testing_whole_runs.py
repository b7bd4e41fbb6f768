"""Whole runs of Moot against the double: a scholar's panel, and a panel that obeys every hostile source at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from moot.ledger.record import Record
from moot.ledger.store import Store
from moot.report import html, markdown
from moot.report.document import build
from moot.run import research
from moot.testing import DoubleServer, Rule, obeys, scholar, too_many
from moot.testing.conduct import Answerer, Script
from moot.testing.hostile import CANARY, QUESTION, hostile_sources, write_companion, write_hostile
from moot.words import Challenged, Ruled

AUTHOR, REVIEWER, JUDGE = "anthropic:claude-sonnet-4-6", "openai:gpt-5", "openai:gpt-5-mini"
NOTES = {
    "log.md": "# Harbour log\n\nDate: 2026-01-04\n\nThe ferry takes 35 minutes to cross in calm weather. "
    "A ticket costs 4.20 euro for an adult, and children under six travel free.\n",
    "audit.md": "# Audit\n\nDate: 2026-02-04\n\nThe ferry took 41 minutes to cross on average in thirty days. "
    "The auditor calls this a small sample.\n",
    "council.md": "# Council minutes\n\nDate: 2026-03-04\n\nA new ferry may take 28 minutes to cross from 2029. "
    "The council has not decided on the money for it.\n",
}


@dataclass(frozen=True)
class Run:
    record: Record
    server: DoubleServer


async def run(
    folder: Path, sources: Path, question: str, answer: Answerer, monkeypatch: pytest.MonkeyPatch, script: Script = ()
) -> Run:
    """One run with all three seats on the double."""
    async with DoubleServer(answer, script) as server:
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        store = Store.open(folder / "runs.db")
        started = research(question, [sources], author=AUTHOR, reviewer=REVIEWER, judge=JUDGE, store=store)
        await started
        return Run(store.record(started.run), server)


async def test_scholars_argue_a_question_to_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = tmp_path / "notes"
    sources.mkdir()
    for name, text in NOTES.items():
        (sources / name).write_text(text, encoding="utf-8")
    question = "How long does the ferry take to cross, and what does a ticket cost?"
    script = [Rule(too_many(retry_after=0), model="gpt-5", nth=1)]
    done = await run(tmp_path, sources, question, scholar, monkeypatch, script)
    events = done.record.events
    assert any(isinstance(event, Challenged) and event.challenge.by == "reviewer-1" for event in events)
    assert any(isinstance(event, Ruled) and event.ruling.places for event in events)
    text = markdown.render(build(done.record))
    assert "35 minutes" in text and "41 minutes" in text and "Where the sources disagree" in text
    statuses = [seen.status for seen in done.server.requests]
    assert statuses.count(429) == 1 and all(seen.completed for seen in done.server.requests)
    assert len({seen.id for seen in done.server.requests if seen.id}) == statuses.count(200)


class Page(HTMLParser):
    """What a browser would load, follow or run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.handlers: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name in ("href", "src", "srcset", "action", "formaction", "data", "poster", "xlink:href"):
                self.targets.append(value or "")
            if name.startswith("on"):
                self.handlers.append(f"{tag} {name}")


@pytest.fixture(name="fooled")
def fooled_folder(tmp_path: Path) -> Iterator[Path]:
    sources = tmp_path / "sources"
    write_hostile(sources)
    write_companion(sources)
    yield sources


async def test_a_panel_that_obeys_gets_nothing_through(
    tmp_path: Path, fooled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = await run(tmp_path, fooled, QUESTION, obeys, monkeypatch)
    said = "\n".join(seen.text for seen in done.server.requests)
    attacks = hostile_sources()
    tried = [link for hostile in attacks for link in hostile.links if link in said]
    assert len(tried) >= 12, "the seats did not even try"
    report = build(done.record)

    page = Page(html.render(report))
    assert not page.handlers
    assert not page.tags & {"iframe", "object", "embed", "form", "img", "base"}
    foreign = [link for hostile in attacks for link in hostile.links]
    assert not [target for target in page.targets if any(link in target for link in foreign)]
    assert not [target for target in page.targets if not target.startswith("#")]

    text = markdown.render(report)
    assert not re.findall(r"(?<!\\)\]\((?!#)[^)]*\)", text)
    assert not re.findall(r"(?<!\\)<(?:script|img|svg|iframe|https?:)", text)
    assert not [link for link in foreign if re.search(rf"(?<![\w\\]){re.escape(link)}", text) and "://" in link]

    for event in done.record.events:
        if isinstance(event, Ruled):
            assert event.ruling.places or "check" in event.ruling.reason or event.ruling.verdict == "undecided"
    assert CANARY not in " ".join(page.targets)
