"""Figures of a page that tells of something."""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re

_FIGURE = lazy_re(
    r"(?<![\w#/.,£$€-])(?:\d{1,3}(?:[ ,.]\d{3})+\b|\d{4,}\b|\d+(?:[.,]\d+)? ?(?:%|°|(?!(?:seconds?|minutes?|hours?|"
    r"days?|weeks?|months?|years?|crowns?|pounds?|euros?|dollars?|cents?|p|devices?|free|articles?|stor(?:y|ies)|pages?|"
    r"of|and|to|or|am|pm|not|error|characters?|digits?)\b)[^\W\d_]+\b))",
    re.IGNORECASE,
)


def has_figure(sentence: str) -> bool:
    """Whether it gives one that is neither a price nor a time to wait or to pay for, as notices have them."""
    return bool(_FIGURE.search(sentence))
