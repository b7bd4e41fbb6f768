"""Search engines: addresses for a question, from vendors that are one file each.

    mine = turns()
    for engine in chosen(names, os.environ):
        hits = await searched(engine, Wish("How far do bees fly?", until="2026-03-31"), mine)

Nothing here is kept or asked twice by itself; what an engine finds is an address, and what stands there is fetched
(`moot.evidence.fetch`) and read as a source before anything of it is believed.
"""

from __future__ import annotations

from moot.evidence.search.chosen import chosen
from moot.evidence.search.client import searched, turns
from moot.evidence.search.engine import Ask, CannotSearch, Engine, Explains, Hit, Vendor, Wish

__all__ = ["Ask", "CannotSearch", "Engine", "Explains", "Hit", "Vendor", "Wish", "chosen", "searched", "turns"]
