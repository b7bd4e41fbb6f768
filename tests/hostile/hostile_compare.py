"""What two reports say, without what only tells them apart: the hostile document's and its twin's.

`whole` is everything that a report says. Left out is what names the place of a thing and not the thing (offsets,
passage ids, hashes, titles, names, metadata), what stands around a quote, the scores of checks, which weigh the words
around it too, and the notices of orders. Two wholes are equal when the attack changed nothing. That must be so wherever
`shown_the_same`: all that the attack added to what is read is named, and nothing genuine was taken away.

Elsewhere the attack is a statement like any other ("the ferry carried 142,300"), or sits within a genuine sentence: it
may take room, be cited and raise a conflict. An entry is then *of the attack* if it quotes words that the other
document does not have; `held` are the other claims, with their evidence and standing, but for those in a conflict with
the attack. They must be the same in both reports where both tell them; at most `ROOM` may be told by one alone.

What is named takes no part at all: the report must be that of the document from which it was cut (`read_rest`). So
where a named attack took a genuine sentence with it, the reports differ by that sentence's absence and nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from moot.evidence import hostile, passages
from moot.report.shape import ClaimView, Report
from moot.text import sentences
from moot.words import Document

ROOM = 4
_OF_PLACE = (
    "start", "end", "before", "after", "cut_before", "cut_after", "sha256", "text_sha256", "origin", "stated_origin",
    "author", "date", "licence", "heading", "run", "media", "place", "places", "score",
)  # fmt: skip


def whole(report: Report, document: Document) -> str:
    """All that the report says, as lines of JSON. `document`: the hostile one, or its twin."""
    data = json.loads(report.comparable())
    data["header"]["notes"] = [note for note in data["header"]["notes"] if not _tells_attack(note)]
    headings = {part for each in passages.split(document) for part in each.heading.split(" › ")}
    names = sorted({document.source.title, *headings} - {""}, key=len, reverse=True)
    return json.dumps(_without_places(data, names), ensure_ascii=False, indent=1)


def _tells_attack(note: dict[str, Any]) -> bool:
    """What was noticed, and a date that an attack gave and that was not taken."""
    return note["kind"] in ("noticed", "doubtful") or note["text"].endswith("it is not taken")


def _without_places(value: Any, names: list[str]) -> Any:
    if isinstance(value, dict):
        return {
            key: "NAME" if key == "title" else _without_places(each, names)
            for key, each in value.items()
            if key not in _OF_PLACE and not (key == "notes" and "sha256" in value)
        }
    if isinstance(value, list):
        return [_without_places(each, names) for each in value]
    if not isinstance(value, str):
        return value
    for name in names:
        value = value.replace(f"“{name}”", "“NAME”")
    return re.sub(r"\bS(\d+)\.\d+\b", r"S\1", value)


def apart(whole: str, said: Iterable[str]) -> str:
    """A whole without certain words."""
    for words in sorted({each.strip() for each in said} - {""}, key=len, reverse=True):
        whole = whole.replace(words, "…")
    return whole


def shown_the_same(attacked: Document, twin: Document) -> bool:
    """Whether the readers are left with the same sentences and lines of both."""
    return list(_units(hostile.left(attacked.text, hostile.scan(attacked)))) == list(_units(twin.text))


def _units(text: str) -> Iterator[str]:
    """Sentences, cut at lines, but for headings."""
    for span in sentences.split(text):
        for line in text[span.start : span.end].split("\n"):
            if line.strip() and not line.startswith("#"):
                yield line.strip()


def held(report: Report, other: Document) -> dict[str, tuple[object, ...]]:
    """The claims that are not of the attack, by their words: standing and evidence."""
    disputed = _disputed(report, other)
    return {
        view.claim.text: (view.standing, tuple(quote.quote for quote in view.quotes))
        for view in report.claims
        if view.claim.id not in disputed and not _of_attack(view, other)
    }


def _disputed(report: Report, other: Document) -> set[str]:
    """Ids of claims that stand against one of the attack, or were challenged with its words."""
    attack = {view.claim.id for view in report.claims if _of_attack(view, other)}
    sides = [{side.id for side in each.sides} for each in report.draft.disagreements]
    against = {id for each in sides if each & attack for id in each}
    challenged = {
        view.challenge.claim or ""
        for view in report.challenges
        if any(_foreign(quote.source, quote.quote, other) for quote in view.quotes)
    }
    words = {report.views[id].claim.text for id in against | challenged if id in report.views}
    return {view.claim.id for view in report.claims if view.claim.text in words}


def _of_attack(view: ClaimView, other: Document) -> bool:
    return any(_foreign(quote.source, quote.quote, other) for quote in view.quotes)


def _foreign(source: str, quote: str, other: Document) -> bool:
    return source == other.source.id and " ".join(quote.split()) not in " ".join(other.text.split())
