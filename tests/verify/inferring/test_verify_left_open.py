"""Only a sentence that says of something that it is open, and nothing else, is one that does."""

from __future__ import annotations

import pytest

from moot.verify.inferring.left_open import says_open


@pytest.mark.parametrize(
    "text",
    [
        "Whether the fire began in the tannery is open.",
        "When the fire began is disputed between the chronicle and Whitcombe.",
        "Whether the depot connection costs what the operator says is open.",
        "What it costs is not agreed.",
        "Not settled are the state grant, the number of lead pipes and the date.",
        "The date of the fire is disputed.",
        "The cause of the war is disputed.",
        "The memo and the audit office disagree on the cost.",
        "It is unclear whether 3.1 million euros are enough.",
        "Where it began remains an open question.",
        "Wie viele Linden krank waren, ist ebenfalls strittig.",
        "Ob das Feuer in der Gerberei ausbrach, ist offen.",
        "Die Kosten der Brücke sind umstritten.",
        "Wann der Deich brach, bleibt ungeklärt.",
        "What the bridge costs is disputed: 31 or 44 million euros.",
        "What the bridge costs is disputed: 31 million by the review, 44 million by the council.",
        "What killed them is not settled: the agency concludes that heat did, while the authors think a virus did.",
        "Where the fire began is open: in the tannery or at the baker's.",
        "Was die Brücke kostet, ist strittig: 31 Millionen laut Gutachten, 44,5 Millionen laut Rat.",
        "Wo es ausbrach, ist strittig: beim Bäcker oder in der Gerberei.",
    ],
)
def test_says_that_something_is_open(text: str) -> None:
    assert says_open(text)


@pytest.mark.parametrize(
    "text",
    [
        "The fire began in the tannery.",
        "The shop is open.",
        "Whether it began there is open, so the mayor lied.",
        "Where it began is open: it began at the baker's.",
        "Where it began is open, but the baker did it.",
        "When it began is disputed, and the baker did it and he was seen, because it is known.",
        "The fire began on 3 September and its cause is disputed.",
        "The baker was guilty and the motive is unclear.",
        "The fire began on 3 September; where is disputed.",
        "What it costs is settled.",
        "Der Laden ist offen.",
        "Ob es dort ausbrach, ist offen, also log der Wirt.",
        "Wo es ausbrach, ist strittig: beim Bäcker.",
        "Der Bäcker war schuldig und das Motiv ist unklar.",
        "Wer das Tor öffnete, ist unklar, und der Wirt war es.",
        "What the bridge costs is disputed: 44 million euros, so the mayor lied.",
        "Whether the mill is safe is unclear: in 2019 it killed 3, in 2020 it killed 5.",
        "Whether the bridge is safe is disputed: it killed 3 or 4 people.",
        "Whether the mill is safe is open: the miller or his son poisoned the well.",
        "What the bridge costs is disputed: 44 million euros.",
        "What killed them is not settled: the agency concludes that heat did, while the mayor lied.",
        "What the bridge costs is disputed: 44 million euros and the mayor lied.",
        "Where it began is open: it began at the baker's or the mayor lied, because he was drunk.",
    ],
)
def test_says_more_or_something_else(text: str) -> None:
    assert not says_open(text)
