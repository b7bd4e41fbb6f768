"""What is read of findings from before they told whether the evidence says otherwise (`Finding.otherwise`).

Only their words are left: those with which the gates over figures said that the evidence holds another figure, and not
merely none. Of what the checks find now nothing is asked here.
"""

from __future__ import annotations

_OTHERWISE = (
    "figure differs",
    "the expression gives",
    "figure belongs to another",
    "unit differs",
    "sign differs",
    "date differs",
    "the sum is",
    "the difference is",
    "the claim goes from",
    "vote differs",
)


def says_otherwise(reason: str) -> bool:
    """Whether a gate over figures fails, for this reason, because the evidence says otherwise."""
    return any(words in reason for words in _OTHERWISE)
