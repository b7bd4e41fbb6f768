"""Token counts of the double: four characters a token, and a cache of prompt prefixes as vendors keep it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from moot.testing.prompt import PromptView, blocks

CHARACTERS_A_TOKEN = 4
BLOCK = 64
"""Characters that are cached or not as one (16 tokens; vendors use more)."""


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
    """Counts tokens whose prefix was sent before for the same model.

    OpenAI caches by itself; Anthropic caches up to the last block marked with `cache_control` (or everything when the
    request itself is marked), so there an unmarked request neither reads nor writes.
    """

    def __init__(self) -> None:
        self._known: set[bytes] = set()

    def usage(self, prompt: PromptView) -> Usage:
        """The input side of the request's usage; remembers its prefix."""
        parts = blocks(prompt.body)
        text = "".join(part for part, _ in parts)
        reach = len(text)
        if prompt.wire == "messages" and not prompt.body.get("cache_control"):
            last = max((index for index, (_, marked) in enumerate(parts) if marked), default=-1)
            reach = sum(len(part) for part, _ in parts[: last + 1])
        cached = self._remember(prompt.model, text[:reach])
        written = tokens(text[:reach]) - cached
        return Usage(input=tokens(text), cached=cached, written=written)

    def _remember(self, model: str, text: str) -> int:
        digest, hit, unbroken = model.encode(), 0, True
        for start in range(0, len(text) - BLOCK + 1, BLOCK):
            piece = text[start : start + BLOCK].encode("utf-8", "surrogatepass")
            digest = blake2b(digest + piece, digest_size=16).digest()
            unbroken = unbroken and digest in self._known
            hit += unbroken
            self._known.add(digest)
        return hit * BLOCK // CHARACTERS_A_TOKEN
