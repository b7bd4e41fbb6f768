"""Whether a source may say what was not known yet at the day of `--as-of`."""

from __future__ import annotations

from moot.text.iso import later
from moot.words import Source


def late(source: Source, day: str) -> str:
    """Why it is set aside, or "": it is dated later, or says that it was changed later."""
    if later(source.date, day):
        return f"dated {source.date}, later than {day}: set aside"
    if later(source.changed, day):
        return f"changed on {source.changed}, later than {day}: set aside"
    return ""
