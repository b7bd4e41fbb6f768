"""Markdown as it is written, without its front matter: readers see what the author wrote, quotes match it."""

from __future__ import annotations

from moot.evidence.media import plain
from moot.evidence.media.medium import Medium

MEDIUM = Medium("markdown", (".md", ".markdown"), plain.read)
