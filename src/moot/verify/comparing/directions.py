"""Words of direction with their opposites, by dimension: one table for all that compare directions."""

from __future__ import annotations

from moot.text.lexicon import lexicon
from moot.verify.comparing.opposites import Pair, pairs


def _and(pair: Pair, one: str, other: str) -> Pair:
    return Pair(pair.one | lexicon(one), pair.other | lexicon(other))


(_WHEN,) = pairs(("before earlier sooner ahead precede preceded", "after later behind afterwards"))
TIMES = _and(_WHEN, "early prior", "late following followed delayed overdue")
(CHANGED,) = pairs(
    (
        "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing "
        "climb climbs climbed climbing jumps jumped surged surging soar soars soared soaring gained gaining "
        "widen widened widening expand expanded expanding accelerate accelerated "
        "strengthen strengthened strengthening doubled tripled lengthened raised raises upwards "
        "appreciate appreciated appreciating rallied",
        "fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining "
        "drop drops dropped dropping shrink shrinks shrank shrunk shrinking plunges plunged plunging dipped slipped "
        "narrowed narrowing halved reduce reduces reduced lowers lowered lost loses slowed slowing "
        "weaken weakened weakening contracted shortened sank slumped "
        "downwards depreciate depreciated depreciating tumbles tumbled tumbling slid",
    )
)
"""What a thing did; `CHANGE` also has nouns and adjectives, which may be of any thing: a loss that rose."""
CHANGE = _and(
    CHANGED,
    "growth jump surge surges gain gains expansion raise",
    "plunge slip slips narrow cut cuts loss slump tumble fewer less",
)
(MORE,) = pairs(
    (
        "more higher greater larger bigger above highest largest biggest exceeded exceed exceeds heavier taller "
        "longer longest wider deeper stronger",
        "less fewer lower smaller below lowest smallest lighter shorter shortest narrower shallower weaker",
    )
)
(_OPENED,) = pairs(("opened opens reopened", "closed closes shut"))
_OPEN = _and(_OPENED, "open", "close")
DIRECTIONS = (
    TIMES,
    CHANGE,
    MORE,
    _OPEN,
    *pairs(
        ("faster quicker fastest quickest sooner quickly rapidly swiftly", "slower slowest slowly gradually"),
        ("louder noisier loudest noisiest", "quieter quietest"),
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
        ("overestimates overestimated overstates", "underestimates underestimated understates"),
        ("indoors inside", "outdoors outside"),
        ("inner", "outer"),
    ),
)
PLACED = (
    _WHEN,
    _and(CHANGED, "up", "down"),
    _and(MORE, "most", "least"),
    _OPENED,
    *(each for each in DIRECTIONS if each not in (TIMES, CHANGE, MORE, _OPEN)),
)
"""What is opposed where a clause else says the same: small words too, but not those of "the late train"."""
