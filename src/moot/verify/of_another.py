"""A claim without what it cites of another thing than the one that it names.

"The Nordal P200 weighs 3.6 kilograms" cites the data sheets of two pumps, and the sentence "The pump weighs 3.6
kilograms" of the other's. No check may take that for evidence (`evidence/things`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from moot.evidence.cited import Cited
from moot.evidence.library import Library
from moot.evidence.things import mentions
from moot.text.lazy import lazy_re
from moot.words import Claim

_COMPARES = lazy_re(
    r"\b(?:others?|another|both|each|all|together|combined|average|mean|total|difference|differs?|compared"
    r"|than (?:the|its)|twice|half|cheap\w+|respectively)\b",
    re.IGNORECASE,
)
"""Then what it says of one thing may be made of what is said of two."""


def without(claim: Claim, library: Library) -> Claim:
    """The same claim with the citations that can bear it out."""
    read = [passage.source for each in claim.citations if (passage := library.passage(each.passage))]
    read += [each.source for each in claim.references if each.source]
    here = list(dict.fromkeys(read))
    foreign: dict[str, frozenset[str]] = {}
    """By source of another thing the words that name the claim's."""
    for one in here:
        for other in here:
            words = library.things.apart(one, other)
            if words and mentions(claim.text, words[0]) and not mentions(claim.text, words[1]):
                foreign[other] = words[0]
    if not foreign or _COMPARES.search(claim.text):
        return claim
    cited = library.cited(claim)
    kept = tuple(each.citation for each in cited if not _of_another(each, foreign))
    return claim.model_copy(update={"citations": kept})


def _of_another(cited: Cited, foreign: Mapping[str, frozenset[str]]) -> bool:
    """Whether its source is about another thing and does not speak there of the claim's."""
    words = foreign.get(cited.document.source.id) if cited.document else None
    return words is not None and not mentions(cited.around, words)
