"""What a sentence denies of two at once, told of each: "neither the pump nor the valve was defective; the float was".

So each is denied as by a "not", and what the short clause behind it says of a third is said in full: "the float was
defective".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re

_HELPS = r"(?:was|were|is|are|has|have|had|did|does|do|can|could|will|would|may|might|must|should)"
_OF_BOTH = lazy_re(
    r"\bneither (?P<one>[^,;:.]{2,80}?),? nor (?P<other>[^,;:.]{2,80}?) "
    rf"(?P<helps>{_HELPS})\b(?P<said>[^,;:.]{{0,160}})"
    rf"(?:[;,:—–] (?:but |only |instead )?(?P<third>[^,;:.]{{2,80}}?) (?P<does>{_HELPS})(?= ?(?:[.;,]|$)))?",
    re.IGNORECASE,
)
_BOTH_OF = lazy_re(
    r"^(?P<before>[^,;:.]{2,160}?) neither (?P<one>[^,;:.]{2,80}?),? nor (?P<other>[^,;:.]{2,80})", re.IGNORECASE
)
"""The same of what something is done to: "removes neither lead nor nitrate"."""


def told(units: Sequence[str]) -> list[str]:
    """The units, each such one in as many sentences as it tells of."""
    return [sentence for unit in units for sentence in _told(unit)]


def _told(unit: str) -> list[str]:
    match = _OF_BOTH.search(unit)
    if match:
        each = [f"{match[who]} {match['helps']} not{match['said']}" for who in ("one", "other")]
        third = [f"{match['third']} {match['does']}{match['said']}"] if match["third"] else []
        return [*_around(unit, match), *each, *third]
    match = _BOTH_OF.search(unit)
    return (
        [*_around(unit, match), *(f"{match['before']} not {match[who]}" for who in ("one", "other"))]
        if match
        else [unit]
    )


def _around(unit: str, match: re.Match[str]) -> list[str]:
    """What the sentence says besides."""
    rest = (unit[: match.start()], unit[match.end() :])
    return [each.strip(" ,;:.") for each in rest if len(each.split()) > 2]
