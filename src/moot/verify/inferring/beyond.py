"""What an inference says beyond its premises, or against them."""

from __future__ import annotations

from moot.text.tongue import ENGLISH, tongue
from moot.verify.inferring.added import added
from moot.verify.inferring.concluded import concluded
from moot.verify.inferring.matter import VERSION, Ground, strange
from moot.verify.inferring.turned import turned

__all__ = ["VERSION", "Ground", "beyond"]


def beyond(claim: str, ground: Ground) -> str:
    """The first thing that is seen, for a reader; empty where nothing is. Other languages than English are not read."""
    if any(tongue(text) not in (None, ENGLISH) for text in (claim, ground.whole)):
        return ""
    return (
        turned(claim, ground.premises)
        or added(claim, ground.premises)
        or concluded(claim, ground)
        or strange(claim, ground)
    )
