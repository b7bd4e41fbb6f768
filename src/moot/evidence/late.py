"""Whether a source may say what was not known yet at the day of `--as-of`."""

from __future__ import annotations

from collections.abc import Sequence

from moot.evidence.origins import Origin, origins
from moot.evidence.overlap import is_all_in
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
    """Why an undated one of the documents is set aside, or "": it is one voice with one that is, or too short for that
    and all in one that is; and so with none before.

    `groups`: the `voices` of the documents. Their ids are all different.
    """
    if source.date or not day:
        return ""
    group = next((each.sources for each in groups if source.id in each.sources), ())
    if group:
        sources = {each.source.id: each.source for each in documents}
        others, how = [sources[id] for id in group if id != source.id], "one voice with"
    else:
        text = next(each.text for each in documents if each.source.id == source.id)
        rest = [each for each in documents if each.source.id != source.id]
        if not any(is_all_in(text, each.text) for each in rest if late(each.source, day)):
            return ""  # Few are late: it is looked for in all the others only where one of those has it.
        others, how = [each.source for each in rest if is_all_in(text, each.text)], "all of it stands in"
    after = next((each for each in others if late(each, day)), None)
    if after is None or any(each.date and not late(each, day) for each in others):
        return ""
    return f"undated, and {how} {after.origin}, {late(after, day)}"
