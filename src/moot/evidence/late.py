"""Whether a source may say what was not known yet at the day of `--as-of`."""

from __future__ import annotations

from collections.abc import Sequence

from moot.evidence.origins import Origin, origins
from moot.text.iso import later
from moot.words import Document, Source


def late(source: Source, day: str) -> str:
    """Why it is set aside, or "": it is dated later, or says that it was changed later."""
    if later(source.date, day):
        return f"dated {source.date}, later than {day}: set aside"
    if later(source.changed, day):
        return f"changed on {source.changed}, later than {day}: set aside"
    return ""


def voices(documents: Sequence[Document], day: str) -> tuple[Origin, ...]:
    """Which of them are one voice, as far as `repeats_late` asks: none where nothing is late."""
    return origins(documents) if any(late(each.source, day) for each in documents) else ()


def repeats_late(source: Source, documents: Sequence[Document], groups: Sequence[Origin], day: str) -> str:
    """Why an undated one of the documents is set aside, or "": it is one voice with one that is, and with none before.

    `groups`: the `voices` of the documents. Their ids are all different.
    """
    group = next((each.sources for each in groups if source.id in each.sources), ())
    if source.date or not group:
        return ""
    sources = {each.source.id: each.source for each in documents}
    others = [sources[id] for id in group if id != source.id]
    after = next((each for each in others if late(each, day)), None)
    if after is None or any(each.date and not late(each, day) for each in others):
        return ""
    return f"undated, and one voice with {after.origin}, {late(after, day)}"
