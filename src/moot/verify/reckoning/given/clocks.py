"""Times of day and lengths of time as a clock shows them: 17:06:15, 7.02 p.m., noon; 1:24 for 84 seconds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.number_words import SMALL
from moot.verify.reckoning.given import scores
from moot.verify.reckoning.given.periods import DAY

_CLOCK = lazy_re(r"(?<![\w:.])([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?![\w:])(?:\s?([ap])\.?m\b)?", re.IGNORECASE)
_DOTTED = lazy_re(
    r"(?<![\w:.])(1?\d)\.([0-5]\d)()(?![\w:.]\d)(?=(?: ?(?:to|until|and|-|–) ?1?\d[.:][0-5]\d)?\s?([ap])\.?m\b)",
    re.IGNORECASE,
)
"""7.02 to 10.40 p.m."""
_AT = lazy_re(
    r"(?:(?<=\bat )|(?<=\buntil )|(?<=\bfrom )|(?<=\bby )|(?<=\bbetween )|(?<=[0-5]\d and )|(?<=[0-5]\d to )|(?=0\d)|"
    r"(?=\d\d?\.\d\d (?:UTC|GMT|CET|hrs)\b))"
    r"(?<![\d:.])([01]?\d|2[0-3])\.([0-5]\d)(?![\w:]|\.\d)(?!\s?(?:%|per\b|million\b|billion\b|[ap]\.?m\b))"
)
"""At 03.42, between 4.10 and 4.35: as a clock is read in Britain."""
_HOUR = lazy_re(r"(?<![\w:.])(1[0-2]|[1-9])\s?([ap])\.?m\b|(?<!\w)(noon|midday|midnight)(?!\w)", re.IGNORECASE)
"""7 p.m."""
_PAST = lazy_re(
    r"\b(?:(?P<past>five|ten|(?:a )?quarter|twenty|twenty[- ]five|half)(?: minutes)? past|(?:a )?quarter to) "
    r"(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
"""Twenty past two, quarter to nine: by night or by day."""
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_LENGTH = lazy_re(
    r"(?<![\w:.])(?<!\bat )(?<!\bby )(?<!\bfrom )(?<!\buntil )(?<!\bbefore )(?<!\bafter )(?<!\bbetween )(?<!\bsince )"
    r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)(?:\.\d+)?(?![\w:]|\s?[ap]\.?m\b)"
)
_HALF = DAY // 2


def times(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Times of day, in seconds."""
    held = {each.span.start for each in scores.find(text)}
    clock = (each for each in _CLOCK.finditer(text) if each.start() not in held)
    told = [*clock, *_DOTTED.finditer(text)]
    for match in told:
        hour = int(match[1]) % 12 + 12 * (match[4].lower() == "p") if match[4] else int(match[1])
        yield match, hour * 3600 + int(match[2]) * 60 + int(match[3] or 0)
    measured = [each for each in figures.find(text) if each.unit or each.noun]
    taken = [match.span() for match in told] + [(each.start, each.end) for each in measured]
    within = {n for start, end in taken for n in range(start, end)}
    for match in _AT.finditer(text):
        if match.start() not in within:
            yield match, int(match[1]) * 3600 + int(match[2]) * 60
    for match in _HOUR.finditer(text):
        word = (match[3] or "").lower()
        hour = (0 if word == "midnight" else 12) if word else int(match[1]) % 12 + 12 * (match[2].lower() == "p")
        yield match, hour * 3600
    for match in _PAST.finditer(text):
        past = (match["past"] or "").lower().removeprefix("a ").replace(" ", "-")
        seconds = SMALL[match["hour"].lower()] % 12 * 3600 + (_MINUTES[past] if past else -15) * 60
        yield match, seconds % DAY
        yield match, (seconds + _HALF) % DAY


def lengths(text: str) -> Iterator[Figure]:
    """What may be lengths of time; of two parts minutes and seconds as well as hours and minutes."""
    held = {each.span.start for each in scores.find(text)}
    for match in _LENGTH.finditer(text):
        if match.start() in held:
            continue
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        values = {hours * 3600 + minutes * 60 + seconds: 1}
        if match[1] is None:
            values[minutes * 3600 + seconds * 60] = 60
        for value, step in values.items():
            kind, size = FigureKind.QUANTITY, Decimal(step)
            yield Figure(*match.span(), match[0], kind, Decimal(value), "s", scale=size, step=size)


def stray(claim: str, evidence: Iterable[str]) -> Iterator[str]:
    """The times of a claim that the evidence, which has others, neither has nor gives by a length of time."""
    texts = list(evidence)
    known = {seconds for text in texts for _, seconds in times(text)}
    spans = {int(each.value) for text in (claim, *texts) for each in _spans(text)}
    known |= {moment + span * sign for moment in known for span in spans for sign in (1, -1)}
    known |= {int(each.value) for text in texts for each in lengths(text)}
    for match, seconds in times(claim) if known else ():
        step = 1 if match[0].count(":") > 1 else 60
        if match[0][0].isdigit() and not any(_same(seconds, each, step) for each in known):
            yield f"the time {match[0].strip()} is not in the evidence"


def told(figure: Figure, claim: str, evidence: Iterable[str]) -> str:
    """The time of day that a figure of the claim is, where the evidence tells it too: of "at 3.30 p.m."; else empty."""
    mine = [(match, seconds) for match, seconds in times(claim) if match.start() <= figure.start < match.end()]
    known = {seconds for text in evidence for _, seconds in times(text)} if mine else set[int]()
    return next((match[0].strip() for match, seconds in mine if any(_same(seconds, each, 60) for each in known)), "")


def _spans(text: str) -> Iterator[Figure]:
    return (each for each in figures.find(text) if each.unit == "s" and each.value < DAY)


def _same(one: int, other: int, step: int) -> bool:
    """Whether a clock of twelve hours shows the same, to the minute where it tells no seconds."""
    return one // step == other % DAY // step or one % _HALF // step == other % _HALF // step
