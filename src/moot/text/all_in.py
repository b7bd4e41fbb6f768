"""The unit or currency that a text says all its figures are in."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from moot.text.lazy import lazy_re

ALL_IN = lazy_re(
    r"\b(?:figures|amounts|values|sums|numbers|counts|entries|quantities|weights|data|costs|prices|table|all)\b"
    r"[^.\n|]{0,40}?\bin ([^.,;()|\n]{1,40})"
    r"|\bin (per ?cent|(?:thousand|million|billion|hundred)s? (?:of )?[^\W\d_]+)\b"
    r"|\(((?:in )?(?:thousand|million|billion|hundred)s?[^.,;()|\n]{0,30})\)",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def stated(text: str) -> tuple[str, ...]:
    """What a text says that all its figures are in, the first three times; the head of a column says it of that one."""
    prose = "\n".join(line for line in text.split("\n") if not line.lstrip().startswith("|"))
    return tuple(found[1] or found[2] or found[3] for found in islice(ALL_IN.finditer(prose), 3))
