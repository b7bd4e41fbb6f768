"""Words that a German text has in another form: inflected, derived, or as the last part of a compound.

A word is not met by what turns it round: "zulässig" by "unzulässig", "Mitglied" by "Nichtmitglied", "Arbeit" by
"arbeitslos".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

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
_TURNS_BEFORE = lazy_re(
    r"(?:i[nmrl]|ab|[ae]nti?|de[sz]|dis|ex|fehl|gegen|pseudo|schein|wider|(?:\w*(?:ung|heit|keit|schaft|tät|ion|beit)s)?un"
    r"|\w*(?:nicht|non|mi(?:ss|ß)))-?"
)
"""What stands before a word of which it makes the opposite, or another: "un-zulässig", "Nicht-mitglied"."""
_TURNS_BEHIND = lazy_re(
    r"[nst]?(?:e?s|e?n|e)?-?(?:lo(?:s(?:igkeit?)?)?|(?:frei|leer)(?:heit?)?|arm(?:ut?)?|(?:widrig|feindlich)(?:keit?)?|un\w{4,}|nicht\w*)"
)
"""The same behind it, and behind the ending that its root has not: "arbei-t-s-los", "schulden-frei"."""


def missing(words: Sequence[str], there: Collection[str]) -> list[str]:
    """Those of the words that are none of the others in another form, nor words of saying; all in lower case."""
    roots = {root(other) for other in there}
    return [word for word in words if word not in SAYING and not any(same(root(word), other) for other in roots)]


def turned(words: Sequence[str], there: Collection[str]) -> Iterator[tuple[str, str]]:
    """Those of the words that others turn round, each with the first that does; all in lower case."""
    for word in words:
        other = next((other for other in sorted(there) if _turn(root(word), root(other))), None)
        if other:
            yield word, other


def same(own: str, other: str) -> bool:
    """Whether the root of a word is that of the other in another form."""
    short, long = sorted((own, other), key=len)
    derived = len(short) >= _DERIVED and long.startswith(short)
    return own == other or ((derived or _is_head(own, other)) and not _turn(own, other))


def root(word: str) -> str:
    """The word, in lower case, without its ending."""
    bare = _PARTICIPLE.sub("", word) if word.startswith("ge") else word
    found = _ENDING.sub("", bare)
    return found if len(found) >= _ROOT else word


def _is_head(own: str, other: str) -> bool:
    """Of "Verkehrszählung" the "Zählung", not the other way: what is counted there may be something else."""
    return len(own) >= _HEAD and other.endswith(own)


def _turn(one: str, other: str) -> bool:
    """Whether one of two roots is the other turned round."""
    short, long = sorted((one, other), key=len)
    if short == long or len(short) < _ROOT:
        return False
    before, behind = long.removesuffix(short), long.removeprefix(short)
    return (before != long and bool(_TURNS_BEFORE.fullmatch(before))) or (
        behind != long and bool(_TURNS_BEHIND.fullmatch(behind))
    )
