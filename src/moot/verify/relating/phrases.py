"""Verbs of two words as one: "stepped down" as "resigned", so that they are compared by what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moot.text.lazy import lazy_re

_FORMS = """
    step steps stepped stepping | down | resign resigns resigned resigning
    pass passes passed passing | away | die dies died dying
    lay lays laid laying | off | dismiss dismisses dismissed dismissing
    turn turns turned turning | down | reject rejects rejected rejecting
    vote votes voted voting | down | reject rejects rejected rejecting
    take takes took taking | over | acquire acquires acquired acquiring
    set sets set setting | up | found founds founded founding
    carry carries carried carrying | out | conduct conducts conducted conducting
    put puts put putting | off | postpone postpones postponed postponing
    push pushes pushed pushing | back | postpone postpones postponed postponing
    call calls called calling | off | cancel cancels cancelled cancelling
    shut shuts shut shutting | down | close closes closed closing
    close closes closed closing | down | close closes closed closing
    go goes went going | up | rise rises rose rising
    go goes went going | down | fall falls fell falling
    go goes went going | bankrupt | fail fails failed failing
    come comes came coming | back | return returns returned returning
    go goes went going | back | return returns returned returning
    pull pulls pulled pulling | out | withdraw withdraws withdrew withdrawing
    drop drops dropped dropping | out | withdraw withdraws withdrew withdrawing
    break breaks broke breaking | out | begin begins began beginning
    hand hands handed handing | over | give gives gave giving
    give gives gave giving | up | abandon abandons abandoned abandoning
    pay pays paid paying | off | repay repays repaid repaying
    pay pays paid paying | back | repay repays repaid repaying
    burn burns burned burning | down | burn burns burned burning
    knock knocks knocked knocking | down | demolish demolishes demolished demolishing
    pull pulls pulled pulling | down | demolish demolishes demolished demolishing
    tear tears tore tearing | down | demolish demolishes demolished demolishing
    find finds found finding | out | discover discovers discovered discovering
    point points pointed pointing | out | say says said saying
    make makes made making | up | form forms formed forming
    bring brings brought bringing | in | introduce introduces introduced introducing
    bring brings brought bringing | forward | advance advances advanced advancing
    phase phases phased phasing | out | end ends ended ending
    speed speeds sped speeding | up | accelerate accelerates accelerated accelerating
    look looks looked looking | into | investigate investigates investigated investigating
    run runs ran running | out | expire expires expired expiring
    hold holds held holding | back | withhold withholds withheld withholding
    throw throws threw throwing | out | reject rejects rejected rejecting
    use uses used using | up | consume consumes consumed consuming
    leave leaves left leaving | out | omit omits omitted omitting
    cut cuts cut cutting | down | reduce reduces reduced reducing
    cut cuts cut cutting | back | reduce reduces reduced reducing
    scale scales scaled scaling | back | reduce reduces reduced reducing
    take takes took taking | part | participate participates participated participating
    take takes took taking | place | happen happens happened happening
    sign signs signed signing | off | approve approves approved approving
    break breaks broke breaking | down | fail fails failed failing
    blow blows blew blowing | up | explode explodes exploded exploding
    get gets got getting | better | recover recovers recovered recovering
    come comes came coming | into force | begin begins began beginning
    enter enters entered entering | into force | begin begins began beginning
    take takes took taking | effect | begin begins began beginning
    go goes went going | into force | begin begins began beginning
    swallow swallows swallowed swallowing | up | absorb absorbs absorbed absorbing
    bring brings brought bringing | on | cause causes caused causing
    bring brings brought bringing | about | cause causes caused causing
    set sets set setting | off | trigger triggers triggered triggering
    go goes went going | ahead | proceed proceeds proceeded proceeding
"""
"""Base, third person, past and participle of each verb, the particle, and the same forms of the verb that says it."""


def _forms() -> Iterator[tuple[str, str]]:
    for line in _FORMS.strip().splitlines():
        verbs, particle, plain = (part.strip() for part in line.split("|"))
        for verb, meaning in zip(verbs.split(), plain.split(), strict=True):
            yield f"{verb} {particle}", meaning


_MEANT = dict(reversed(tuple(_forms())))
"""Of a form that is listed twice the first meaning."""
_SAID = lazy_re(rf"\b(?:{'|'.join(sorted(_MEANT, key=len, reverse=True))})\b(?! (?:to|from) \d)", re.IGNORECASE)


def single(text: str) -> str:
    """The claim with such verbs as one word."""
    return _SAID.sub(lambda match: _MEANT[match[0].lower()], text)
