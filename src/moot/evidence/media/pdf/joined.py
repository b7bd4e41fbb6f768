"""Parts of pages to one text: a sentence that goes on in another column, or overleaf, is put together again."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from moot.evidence.media.pdf.box import HYPHEN
from moot.evidence.media.pdf.paragraphs import Part, is_caption, is_item, space
from moot.text.lazy import lazy_re

_REACH, _MOST_NOTES = 6, 40
"""Parts between the two halves of a sentence at most: tables, captions; and notes."""
_LARGER = 1.14
"""Times the type of a text: so its titles are set."""
_ENDED = lazy_re(r"[.!?:;。！？][\"'”’»)\]⁰¹²³⁴-⁹*†‡]*$")
_ADDRESS = lazy_re(r"(?:://|\bwww\.)(?:\S|(?<=[./_-])\s)*\Z")
_LONGEST_ADDRESS = 300
_KEPT = ("self", "non", "multi", "well", "long", "short", "high", "low", "real", "cross", "state", "open", "end", "co")
"""First parts that keep their hyphen when nothing else in the document tells."""
_SUSPENDED = ("and", "or", "to", "und", "oder", "bis", "et", "ou", "en", "of", "y", "e", "i", "och", "og")
"""Before these a hyphen stands for a word that comes later: "pre- and post-war"."""
_CUT_WORD = lazy_re(rf"([^\W_]*){HYPHEN}(\s*)([^\W_]*)")
_UNSEEN = lazy_re("[\x00-\x08\x0b\x0d-\x1f\xad]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


@dataclass(frozen=True)
class _Placed:
    part: Part
    first: int
    last: int
    """Pages on which it begins and ends, from 0."""


def joined(pages: list[list[Part]]) -> str:
    r"""The text, pages parted by \f: one stands inside a sentence that goes on overleaf."""
    out: list[str] = []
    page = 0
    for number, each in enumerate(_stitched([_Placed(part, n, n) for n, page in enumerate(pages) for part in page])):
        out.append("\n\f\n" * (each.first - page) or ("\n\n" if number else ""))
        out.append(each.part.text)
        page = each.last
    out.append("\n\f\n" * (len(pages) - 1 - page))
    return _mended("".join(out))


def _stitched(parts: list[_Placed]) -> list[_Placed]:
    """Half sentences with their other halves. What lay between goes before where the second is overleaf, else after."""
    at = 0
    while at < len(parts):
        here = parts[at]
        other = _other_half(parts, at)
        if other is None:
            at += 1
            continue
        there = parts[other]
        same_page = [each for each in parts[at + 1 : other] if there.first > each.last]
        behind = [each for each in parts[at + 1 : other] if there.first <= each.last]
        between = "\f" * (there.first - here.last) or ("" if here.part.cut else space(here.part.text, there.part.text))
        text = here.part.text + (HYPHEN if here.part.cut else "") + between + there.part.text
        whole = replace(there.part, text=text, size=here.part.size)
        parts[at : other + 1] = [*same_page, _Placed(whole, here.first, there.last), *behind]
        at += len(same_page)
    return parts


def _other_half(parts: list[_Placed], at: int) -> int | None:
    """Where the part stands that goes on with the sentence; at the farthest on the next page."""
    here = parts[at]
    part = here.part
    if part.kind != "prose" or (not part.cut and _ENDED.search(part.text)):
        return None
    between = 0
    for other in range(at + 1, min(at + 1 + _MOST_NOTES, len(parts))):
        there = parts[other].part
        between += there.kind != "note"
        if between > _REACH:
            return None
        if there.kind == "heading" or parts[other].first > here.last + 1:
            return None
        if there.kind == "prose" and there.size > _LARGER * part.size and not part.cut:
            return None  # A title that has figures is no heading by its words.
        if there.kind == "prose" and not is_caption(there.text) and abs(there.size - part.size) <= 0.12 * part.size:
            if other == at + 1 and there.run == part.run and parts[other].first == here.last and not part.cut:
                return None  # One below the other: what parts them was meant.
            goes_on = part.cut or there.text[:1].islower() or (part.full and not is_item(there.text))
            return other if goes_on else None
    return None


def _mended(text: str) -> str:
    """Words that a line end had cut. Whether the hyphen is the word's own, the rest of the document tells."""
    known = Counter(re.findall(r"[\w-]+", text.casefold())) if HYPHEN in text else Counter[str]()

    def mend(cut: re.Match[str]) -> str:
        first, second, page = cut[1], cut[3], "\f" * cut[2].count("\f")
        if second.casefold() in _SUSPENDED:
            return f"{first}-{page or ' '}{second}"
        together, apart = known[(first + second).casefold()], known[f"{first}-{second}".casefold()]
        if _ADDRESS.search(cut.string, max(0, cut.start() - _LONGEST_ADDRESS), cut.start()):
            return f"{first}-{second}{page}"  # nobody puts a hyphen into an address
        in_compound = cut.string[max(cut.start() - 1, 0) : cut.start()] == "-"
        own = in_compound or first.casefold() in _KEPT if together == apart else apart > together
        kept = own or len(first) < 2 or not second[:1].islower() or not first[-1].isalpha()
        return (f"{first}-{second}" if kept else first + second) + page

    text = text.translate(_LIGATURES)
    return _UNSEEN.sub("", _CUT_WORD.sub(mend, text) if HYPHEN in text else text)
