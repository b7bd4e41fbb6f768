"""Words of direction with their opposites, by dimension: one table for all that compare directions."""

from __future__ import annotations

from moot.text.lexicon import lexicon
from moot.verify.comparing.opposites import Pair, pairs

(TIMES,) = pairs(
    (
        "before earlier sooner ahead early prior precede preceded",
        "after later late behind afterwards following followed delayed overdue",
    )
)
(CHANGE,) = pairs(
    (
        "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth "
        "climb climbs climbed climbing jump jumps jumped surge surges surged surging soar soars soared soaring "
        "gain gains gained gaining widen widened widening expand expanded expanding expansion accelerate accelerated "
        "strengthen strengthened strengthening doubled tripled lengthened raise raises raised upwards "
        "appreciate appreciated appreciating rallied",
        "fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining "
        "drop drops dropped dropping shrink shrinks shrank shrunk shrinking plunge plunges plunged plunging dipped "
        "slip slips slipped narrow narrowed narrowing halved reduce reduces reduced lower lowers lowered cut cuts "
        "lost loses loss slow slowed slowing weaken weakened weakening contracted shortened sank slump slumped "
        "downwards depreciate depreciated depreciating tumble tumbles tumbled tumbling slid fewer less",
    )
)
(MORE,) = pairs(
    (
        "more higher greater larger bigger above highest largest biggest exceeded exceed exceeds heavier taller "
        "longer longest wider deeper stronger",
        "less fewer lower smaller below lowest smallest lighter shorter shortest narrower shallower weaker",
    )
)
DIRECTIONS = (
    TIMES,
    CHANGE,
    MORE,
    *pairs(
        ("faster quicker fastest quickest sooner", "slower slowest"),
        ("older oldest", "younger youngest newer newest"),
        ("warmer hotter warmest hottest", "cooler colder coolest coldest"),
        ("wetter wettest", "drier driest"),
        ("cheaper cheapest", "dearer costlier pricier dearest costliest"),
        ("better best improved improve improves improvement", "worse worst worsened worsen deteriorated"),
        ("won wins win winning", "lost loses lose losing"),
        ("maximum ceiling", "minimum floor"),
        ("northern north", "southern south"),
        ("eastern east", "western west"),
        ("upper", "lower"),
        ("surplus", "deficit"),
        ("profit", "loss"),
        ("imports imported importing", "exports exported exporting"),
        ("bought buys purchased", "sold sells"),
        ("thicker", "thinner"),
        ("majority", "minority"),
        ("tightened tighter stricter", "loosened eased relaxed looser"),
        ("opened opens open reopened", "closed closes close shut"),
        ("overestimates overestimated overstates", "underestimates underestimated understates"),
        ("indoors inside", "outdoors outside"),
        ("inner", "outer"),
    ),
)
PLACED = (
    Pair(CHANGE.one | lexicon("up"), CHANGE.other | lexicon("down")),
    Pair(MORE.one | lexicon("most"), MORE.other | lexicon("least")),
    *(each for each in DIRECTIONS if each not in (CHANGE, MORE)),
)
"""The same with small words that say a direction only in a clause which else says the same."""
