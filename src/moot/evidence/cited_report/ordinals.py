"""Lists whose numbers stand in another dress than Markdown's: `**1.** …`, `Source 1: …`, `#1 …`, `### [1] …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from moot.evidence.cited_report import lists
from moot.evidence.cited_report.blocks import Block
from moot.text.lazy import lazy_re

_WORD = r"(?:(?:no|nr|ref|reference|source|note|footnote|citation|quelle|fuente|fonte|bron)\.?\s?)"
_ORDINAL = lazy_re(
    rf"(?P<before>(?:<(?:a|span)\b[^<>]*>(?:</a>)?\s*)?(?:[*_`#(\[^]|\\(?=[\[.])){{0,6}}(?:{_WORD}|\s)?(?:[\[#^]|\\\[){{0,3}}\s?)"
    r"(?P<number>\d{1,3})"
    r"(?P<after>(?:</span>)?\s?(?:[*_`\])]|\\(?=[\].])){0,6}(?:</span>)?\s?(?:[:.)–—|]|-(?=\s))?(?:</span>)?[*_]*)"
    r"(?:\s+|$)(?=\S|$)",
    re.IGNORECASE,
)


def apart(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, numbered entries as items: under the heading of a list, or where their numbers are marks before."""
    heads = lists.under_heads(text, blocks, lambda block: bool(_ORDINAL.match(text, *block.spans[0])))
    found: list[Block] = []
    n = 0
    while n < len(blocks):
        last, made = _run(text, blocks, n, heads)
        found += made or blocks[n:last]
        n = last
    return found


def _run(text: str, blocks: Sequence[Block], n: int, heads: Sequence[bool]) -> tuple[int, list[Block]]:
    """The entries that begin at block `n` and are numbered on from its number, and where they end; none where they are
    no list: nor are the last of them then one.
    """
    made: list[Block] = []
    expected = 0
    first = n
    while n < len(blocks) and heads[n] == heads[first]:
        parts = _parts(text, blocks[n], expected)
        if parts and (not made or expected):
            made += parts
            expected = int(parts[-1].label or 0) + 1
        elif made and blocks[n].kind == "paragraph" and made[-1].begin >= 0 and blocks[n - 1].kind == "heading":
            made[-1] = replace(made[-1], spans=(*made[-1].spans, *blocks[n].spans))
        else:
            break
        n += 1
    like = sum(1 for each in made if lists.like_entry(text, each))
    if len(made) < 2 or like * 2 < len(made) or (not heads[first] and not lists.cited(text, made)):
        return (n if len(made) > 1 else first + 1), []
    return n, [replace(each, spans=tuple(span for span in each.spans if span[0] < span[1])) for each in made]


def _parts(text: str, block: Block, expected: int) -> list[Block]:
    """A block's lines as entries, the first with the number that is due."""
    if block.kind not in ("paragraph", "item", "heading") or (block.kind == "item" and block.label is not None):
        return []
    made: list[Block] = []
    for span in block.spans:
        match = _ORDINAL.match(text, *span)
        number = int(match["number"]) if match else -1
        dressed = match and (match["before"] + match["after"]).strip()
        if match and dressed and (number == expected or not (expected or made)):
            begin = span[0] if "<" in match["before"] else match.end()
            made.append(
                Block(
                    "item", ((match.end(), span[1]),), label=str(number), sign="bracket", apart=block.apart, begin=begin
                )
            )
            expected = number + 1
        elif made:
            made[-1] = replace(made[-1], spans=(*made[-1].spans, span))
        else:
            return []
    return made
