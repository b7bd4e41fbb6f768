"""Words that a German text has in another form: inflected, derived, or as the last part of a compound."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

TONGUE = "German"
SAYING = lexicon("""
    angabe angaben auskunft aussage aussagen darstellung ansicht einschätzung meinung mitteilung meldung bericht laut
    zufolge melden meldet meldete meldeten mitteilen mitteilt mitteilte teilt teilte nennt nennen nannte nannten sagt
    sagen sagte sagten erklärt erklären erklärte schreibt schreiben schrieb berichtet berichten berichtete angegeben
""")
"""Words with which one says that somebody says something, who says it himself without them."""
_PARTICIPLE = lazy_re(r"ge(?=\w{4,}e?[nt]$)")
_ENDING = lazy_re(r"(?:e(?:rn|[nrsmt])?|te[nt]?|e?st|[nst])$")
_ROOT, _DERIVED, _HEAD = 3, 5, 5
"""Letters that a root has, one from which another word is derived, and the last part of a compound."""


def missing(words: Sequence[str], there: Collection[str]) -> list[str]:
    """Those of the words that are none of the others in another form, nor words of saying; all in lower case."""
    roots = {_root(other) for other in there}
    return [word for word in words if word not in SAYING and not any(_one(_root(word), other) for other in roots)]


def _one(own: str, other: str) -> bool:
    short, long = sorted((own, other), key=len)
    return own == other or (len(short) >= _DERIVED and long.startswith(short)) or _is_head(own, other)


def _is_head(own: str, other: str) -> bool:
    """Of "Verkehrszählung" the "Zählung", not the other way: what is counted there may be something else."""
    return len(own) >= _HEAD and other.endswith(own)


def _root(word: str) -> str:
    bare = _PARTICIPLE.sub("", word) if word.startswith("ge") else word
    root = _ENDING.sub("", bare)
    return root if len(root) >= _ROOT else word
