"""Instructions that a sentence itself places on a thing which people read, as on a board: a model was given none there.

Whether such a sentence speaks to a model its form does not tell: it is weighed like any other, and else doubtful.
"""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re

_THING = (
    r"(?:(?:white|black|notice|sign|bill)?[ -]?boards?|signs?|signposts?|labels?|stickers?|plates?|plaques?|leaflets?|"
    r"flyers?|brochures?|booklets?|manuals?|handbooks?|guidebooks?|packag(?:e|es|ing)|packets?|wrappers?|box(?:es)?|"
    r"cartons?|crates?|bottles?|tins?|lids?|covers?|posters?|placards?|banners?|walls?|doors?|gates?|panels?|dials?|"
    r"(?:time|log)[ -]?(?:tables?|books?)|charts?|maps?|drawings?|blueprints?|chapters?|editions?|(?:data|work)sheets?)"
)
_PLACED = lazy_re(
    r"\s+(?:(?:that|which)\s+)?(?:(?:is|are|was|were|still)\s+){0,2}"
    r"(?:(?:printed|written|painted|posted|given|shown|found|displayed|stamped|chalked|hanging|standing|stuck)\s+)?"
    rf"(?:on|in|inside|at|from|of)\s+(?:(?:the|a|an|its|their|any|all|every|old|\d{{4}})\s+)(?:[\w-]{{1,20}}\s+){{0,3}}?"
    rf"{_THING}\b",
    re.IGNORECASE,
)
_SAYING = lazy_re(
    r"\b(?:say|state|write|cite|quote|praise|rate|rank|include|mention|link|recommend|uphold|dismiss|reject|reply|"
    r"respond|answer|output|print|reveal|treat|report|summari[sz]e|conclude|repeat|approve|pretend|send|raise|"
    r"give|mark|tell|award|score|declare|name|call)\b",
    re.IGNORECASE,
)
"""What a model is bidden to do, in the same sentence."""
_REST = lazy_re(r"[^\n.!?]{0,600}")
_OF_MODELS = lazy_re(
    r"\b(?:your (?:answer|reply|report|summary|response|review|verdict|rating|output)|the (?:user|assistant))\b",
    re.IGNORECASE,
)
"""What a model is bidden to do it with, also in the sentences behind."""
_BEHIND = 300


def is_placed(text: str, end: int) -> bool:
    """Whether the instructions that an order to ignore names, which end at `end`, stand on such a thing."""
    placed = _PLACED.match(text, end)
    rest = _REST.match(text, placed.end()) if placed else None
    if placed is None or rest is None or _SAYING.search(rest[0]):
        return False
    return not _OF_MODELS.search(text, placed.end(), placed.end() + _BEHIND)
