"""Words of strangers as they are shown: without characters that nobody sees, and in one line.

What is not seen may still be read by the next program, or model, that is given the page; and marks that turn the
direction of what follows make a sentence read as another. Kept are those that change how a neighbour is drawn:
joiners of Arabic, Indian and like scripts and of emoji, a single selector behind a sign, the letters of a flag, and
the blank without width that parts words of scripts without blanks.
"""

from __future__ import annotations

from moot.text.lazy import lazy_re

_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_EMOJI = "\u203c\u2049\u2100-\u32ff\U0001f000-\U0001faff"
_SELECTED = rf"0-9#*©®\u1000-\u109f{_EMOJI}\u3400-\u9fff\ua840-\ua87f\uf900-\ufaff\uff00-\uff5e\U00020000-\U0003ffff"
_JOINED = (
    r"\u0600-\u061b\u061d-\u180d\u180f-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f"
    + _EMOJI
)
_WITHOUT_BLANKS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_UNSEEN = lazy_re(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
    r"|[\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e001f\U000e0080-\U000e00ff]"
    r"|(?P<flag>\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,5}\U000e007f)|[\U000e0020-\U000e007f]"
    rf"|(?<![{_JOINED}])(?<![{_EMOJI}][\ufe0e\ufe0f])[\u180e\u200c\u200d]|(?<![{_SELECTED}])[{_SELECTORS}]|(?<![{_WITHOUT_BLANKS}])\u200b"
)
_HALF = lazy_re("[\ud800-\udfff]")
"""Of a surrogate pair: no file can hold one."""


def visible(text: str) -> str:
    """The text without them; controls that part words become blanks, halves of pairs are marked.

    Line ends and tabs stay.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = _UNSEEN.sub(lambda found: found["flag"] or (" " if found[0].isspace() else ""), text)
    return _HALF.sub("\ufffd", kept)


def line(text: str, longest: int | None = None) -> str:
    """The text in one line, its blanks single; of more than `longest` characters the beginning, and "…"."""
    said = " ".join(visible(text).split())
    return said if longest is None or len(said) <= longest else visible(said[: longest - 1]).rstrip() + "…"
