"""Does a claim tell one figure again as another: "240,000, or 20 per cent", "35 per cent, that is 2,410 of them"?"""

from __future__ import annotations

import re

from moot.text.figures import Figure
from moot.text.lazy import lazy_re

_WORDS = (
    r"or|i\.e\.|namely|making|that is(?:[\s\xa0]to[\s\xa0]say)?|which is(?:[\s\xa0]to[\s\xa0]say)?|this is|"
    r"equal(?:ling)?[\s\xa0]to|equivalent[\s\xa0]to|(?:which|that)[\s\xa0](?:amounts|comes)[\s\xa0]to"
)
_ABOUT = r"(?:(?:about|around|some|almost|nearly|roughly|over|only|just|close to|(?:more|less) than)[\s\xa0]){0,3}"
_AGAIN = lazy_re(
    rf"(?:[\s\xa0][^\W\d_][\w’'-]*){{0,6}}?(?:,?[\s\xa0]\(?(?:{_WORDS}),?|[\s\xa0]\()[\s\xa0]*{_ABOUT}", re.IGNORECASE
)


def told_again(claim: str, one: Figure, other: Figure) -> bool:
    """Whether the second of the two, which stand in this order, tells the first in another way."""
    return bool(_AGAIN.fullmatch(claim, one.end, other.start))
