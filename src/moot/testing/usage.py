"""Token counts of the double: four characters a token, and a cache of prompt prefixes as vendors keep it.

OpenAI caches by itself, in blocks of 128 tokens, from 1024 tokens on. Anthropic writes the prefix that ends at a block
marked with `cache_control` (or at the last block, when the request itself is marked), and reads a prefix that was
written so and ends at most twenty blocks before a mark; below 1024 tokens neither. Both put tools and the schema of the
reply before the messages, so requests for different replies share nothing.

Kinder than vendors: entries never grow old, and are there from the request on, not from the first byte of its answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from moot.testing.prompt import PromptView, blocks

CHARACTERS_A_TOKEN = 4
BLOCK = 128
"""Tokens that OpenAI's wires cache or not as one."""
LEAST = 1024
"""Tokens: shorter prefixes are not cached."""
LOOK_BACK = 20
"""Blocks before a mark at whose end Anthropic looks for a prefix that was written."""


@dataclass(frozen=True)
class Usage:
    """Tokens. `cached` and `written` are parts of `input`, `reasoning` is a part of `output`."""

    input: int
    cached: int
    written: int
    """Newly put into the cache: Anthropic reports and bills it."""
    output: int = 0
    reasoning: int = 0


def tokens(text: str) -> int:
    """An estimate that never exceeds the text's bytes."""
    return -(-len(text) // CHARACTERS_A_TOKEN)


class PrefixCache:
    """Counts tokens whose prefix was sent before for the same model."""

    def __init__(self) -> None:
        self._known: set[bytes] = set()

    def usage(self, prompt: PromptView) -> Usage:
        """The input side of the request's usage; remembers its prefixes."""
        parts = blocks(prompt.body)
        if prompt.wire == "messages":
            return self._by_marks(prompt, parts)
        return self._by_blocks(prompt.model, "".join(text for text, _ in parts))

    def _by_blocks(self, model: str, text: str) -> Usage:
        size = BLOCK * CHARACTERS_A_TOKEN
        digest, hit, unbroken = model.encode(), 0, True
        for start in range(0, len(text) - size + 1, size):
            digest = _digest(digest, text[start : start + size])
            unbroken = unbroken and digest in self._known
            hit += unbroken
            self._known.add(digest)
        cached = hit * BLOCK
        return Usage(input=tokens(text), cached=cached if cached >= LEAST else 0, written=0)

    def _by_marks(self, prompt: PromptView, parts: list[tuple[str, bool]]) -> Usage:
        digest, length = prompt.model.encode(), 0
        ends: list[tuple[bytes, int]] = []
        for text, _ in parts:
            digest, length = _digest(digest, text), length + len(text)
            ends.append((digest, -(-length // CHARACTERS_A_TOKEN)))
        marks = [at for at, (_, marked) in enumerate(parts) if marked]
        if prompt.body.get("cache_control") and ends:
            marks.append(len(ends) - 1)
        near = {at for mark in marks for at in range(max(0, mark - LOOK_BACK), mark + 1)}
        cached = max((ends[at][1] for at in near if ends[at][0] in self._known), default=0)
        reach = max((ends[at][1] for at in marks), default=0)
        self._known |= {ends[at][0] for at in marks if ends[at][1] >= LEAST}
        whole = ends[-1][1] if ends else 0
        return Usage(input=whole, cached=cached, written=reach - cached if reach >= LEAST else 0)


def _digest(before: bytes, text: str) -> bytes:
    return blake2b(before + text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
