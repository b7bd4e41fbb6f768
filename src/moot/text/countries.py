"""Countries by the words for what is of them: "French exports" are those of France."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from moot.text.terms import stems

_OF = """
    algerian Algeria, american United States, argentine Argentina, australian Australia, austrian Austria, belgian
    Belgium, brazilian Brazil, british United Kingdom, bulgarian Bulgaria, canadian Canada, chilean Chile, chinese
    China, colombian Colombia, croatian Croatia, cuban Cuba, czech Czech Republic, danish Denmark, dutch Netherlands,
    egyptian Egypt, estonian Estonia, finnish Finland, french France, german Germany, greek Greece, hungarian Hungary,
    icelandic Iceland, indian India, indonesian Indonesia, iranian Iran, iraqi Iraq, irish Ireland, israeli Israel,
    italian Italy, japanese Japan, kenyan Kenya, korean Korea, latvian Latvia, lithuanian Lithuania, malaysian
    Malaysia, mexican Mexico, moroccan Morocco, nigerian Nigeria, norwegian Norway, pakistani Pakistan, peruvian Peru,
    polish Poland, portuguese Portugal, romanian Romania, russian Russia, scottish Scotland, serbian Serbia, slovak
    Slovakia, slovenian Slovenia, spanish Spain, swedish Sweden, swiss Switzerland, syrian Syria, thai Thailand,
    tunisian Tunisia, turkish Turkey, ukrainian Ukraine, vietnamese Vietnam, welsh Wales
"""


def both(said: frozenset[str]) -> frozenset[str]:
    """For the stems of a text those that name the same countries otherwise: "franc" for "french", "french" for it."""
    return frozenset(
        stem
        for one, other in _known()
        for here, there in ((one, other), (other, one))
        if here <= said
        for stem in there
    )


def as_there(claim: str, texts: Sequence[str]) -> str:
    """The claim, in which what no text calls of a country goes by its name, where they have that: "Germany sales"."""
    whole = "\n".join(texts)
    for adjective, name in _named():
        word = adjective.capitalize()
        if word in claim and name in whole and not re.search(rf"\b{word}\b", whole):
            claim = re.sub(rf"\b{word}(?= [a-z])", name, claim)
    return claim


@cache
def _known() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The stems of what is of a country, and those of its name."""
    return tuple((frozenset(stems(adjective)), frozenset(stems(name))) for adjective, name in _named())


@cache
def _named() -> tuple[tuple[str, str], ...]:
    told = (each.split(maxsplit=1) for each in _OF.split(","))
    return tuple((adjective, " ".join(name.split())) for adjective, name in told)
