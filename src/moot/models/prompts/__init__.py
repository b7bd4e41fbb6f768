"""Task → messages → reply: the only place for prompts, for fencing source text, and for guarding private material."""

from moot.models.prompts.guard import require_keepable
from moot.models.prompts.render import MalformedReply, digest, parse, render, repaired

__all__ = ["MalformedReply", "digest", "parse", "render", "repaired", "require_keepable"]
