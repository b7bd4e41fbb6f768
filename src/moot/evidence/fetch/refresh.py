"""Pages that only send a browser on to another (`<meta http-equiv="refresh">`), as resolvers of DOIs do."""

from __future__ import annotations

import re
from html import unescape

from moot.text.lazy import lazy_re

_META = lazy_re(r"<meta\b[^<>]{0,2000}>", re.IGNORECASE)
_REFRESH = lazy_re(r"http-equiv\s*=\s*[\"']?refresh\b", re.IGNORECASE)
_CONTENT = lazy_re(
    r"content\s*=\s*(?:\"\s*(\d+)[;,\s]+url\s*=\s*([^\"]+)\"|'\s*(\d+)[;,\s]+url\s*=\s*([^']+)')", re.IGNORECASE
)
_LARGEST = 32 * 1024
"""Bytes of a page that holds nothing else."""
_SOON = 10
"""Seconds after which a page that is meant to be read would send its reader on, at the least."""


def target(body: bytes) -> str:
    """Where a page without content of its own sends its reader; empty when it does not."""
    if len(body) > _LARGEST:
        return ""
    for meta in _META.findall(body.decode("utf-8", errors="replace")):
        found = _CONTENT.search(meta) if _REFRESH.search(meta) else None
        if found:
            after, to = found[1] or found[3], found[2] or found[4]
            return unescape(to).strip().strip("'\"") if len(after) <= 2 and int(after) < _SOON else ""
    return ""
