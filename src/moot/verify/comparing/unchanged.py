"""Does a claim say plainly what its source says by a denial: "remained the same" of what "did not change"?

What stays as it was has not changed, risen or fallen, and what is safe or spared is not affected: such a source denies
nothing that such a claim says.
"""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re

_SAME = lazy_re(
    r"\b(?:remain\w*|stay(?:s|ed|ing)?|ke(?:eps?|pt)|h[eo]lds?|left|is|are|was|were|been)\s(?:\w+\s){0,2}?"
    r"(?:same|unchanged|unaltered|unmoved|constant|steady|stable|flat|level|static|identical|"
    r"as (?:it|they) (?:is|are|was|were)|as before)\b|"
    r"\b(?:remain(?:s|ed)|stay(?:s|ed)|held|holds) (?:\w+ )?at\b",
    re.IGNORECASE,
)
_MOVED = (
    r"chang\w*|alter(?:s|ed|ing)?|var(?:y|ies|ied)|differ(?:s|ed)?|mov(?:es?|ed)|shift(?:s|ed)?|fluctuat\w*|"
    r"r[io]sen?|gr[eo]wn?|increas\w*|f[ae]ll(?:en)?|dropp?(?:ed)?|declin\w*|decreas\w*|improv\w*|worsen\w*"
)
_NOT_MOVED = lazy_re(rf"(?:\b(?:not|never|no|without|hardly)|n[’']t)\s(?:\w+\s){{0,2}}?(?:{_MOVED})\b", re.IGNORECASE)
_SAFE = lazy_re(
    r"\b(?:safe|secure|immune|exempt|spared|unscathed|untouched|out of danger|in the clear)\b", re.IGNORECASE
)
_NOT_AFFECTED = lazy_re(
    r"(?:\b(?:not|never|nor)|n[’']t)\s(?:\w+\s){0,2}?(?:affected|concerned|vulnerable|at risk|in danger|exposed|"
    r"threatened|endangered|hit|harmed|touched|damaged|infected|contaminated|subject to|covered by)\b",
    re.IGNORECASE,
)
_DENIAL = lazy_re(r"\b(?:not|never|no|without|hardly|cannot)\b|n[’']t\b", re.IGNORECASE)


def as_denied(claim: str, clause: str) -> bool:
    """True where all that the clause denies is a change, or a harm, and the claim says that there was none."""
    for plain, denied in ((_SAME, _NOT_MOVED), (_SAFE, _NOT_AFFECTED)):
        rest = denied.sub(" ", clause)
        if rest != clause and plain.search(claim) and not _DENIAL.search(rest):
            return True
    return False
