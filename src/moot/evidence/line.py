"""Strangers' words in a sentence of ours: one line of visible characters, of bounded length."""

from __future__ import annotations

from moot.evidence import invisible

_READ = 5
"""A text is cut to so many times the wished-for length before it is looked at."""


def line(text: str, longest: int = 160) -> str:
    """At most `longest` characters; what was cut off is shown by "…"."""
    seen, _ = invisible.taken_out(text[: _READ * longest])
    visible = "".join(char if char.isprintable() else " " for char in seen)
    said = " ".join(visible.split())
    return said if len(said) <= longest else said[: longest - 1].rstrip() + "…"
