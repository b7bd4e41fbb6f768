"""Which of the pages that engines found are opened: the ranks of all lists fused, hosts and doubles held back.

Reciprocal rank fusion: Cormack, Clarke and Büttcher, SIGIR 2009, with their constant of 60.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from moot.evidence.fetch.addresses import unwanted
from moot.text import urls
from moot.text.iso import later
from moot.words import Hit, Web

_SMOOTH = 60
PER_QUERY = 3
"""Pages opened for one query."""
PER_HOST = 3
"""Pages of one host that one look brings: many voices say more than many pages of one."""


def chosen(lists: Sequence[Sequence[Hit]], known: Collection[str], web: Web, as_of: str, most: int) -> list[Hit]:
    """At most `most` hits, best first, none in `known` (as `urls.same` spells it) or set aside by a rule."""
    score: dict[str, float] = {}
    first: dict[str, Hit] = {}
    for hits in lists:
        for rank, hit in enumerate(hits):
            key = urls.same(hit.address)
            host = urls.host(hit.address)
            if key in known or not host or unwanted(host, web.allow, web.deny) or later(hit.date, as_of):
                continue
            first.setdefault(key, hit)
            score[key] = score.get(key, 0.0) + 1 / (_SMOOTH + rank + 1)
    order = list(first)
    best = sorted(order, key=lambda key: (-round(score[key], 9), order.index(key)))
    hosts: Counter[str] = Counter()
    found: list[Hit] = []
    for key in best:
        host = urls.host(first[key].address)
        if len(found) < most and hosts[host] < PER_HOST:
            hosts[host] += 1
            found.append(first[key])
    return found
