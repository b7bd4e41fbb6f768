"""The first section of a document, when it was said anew over all the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import count

from moot.debate.drafts import followed
from moot.debate.placing import HERE, placed
from moot.words import Claim, ClaimKind, Draft, Section

CITED = "Cited in the answer"
"""The section for what an earlier answer quoted: a new one only infers."""


def inferred(draft: Draft) -> frozenset[str]:
    """Ids of what the answer of the draft infers."""
    return frozenset(
        claim.id for section in draft.sections[:1] for claim in section.claims if claim.kind is ClaimKind.INFERRED
    )


def numbered(
    composed: Sequence[Claim], draft: Draft, used: Collection[str], replaced: Collection[str] = (), prefix: str = ""
) -> list[Claim]:
    """The sentences under ids of their own, without those whose premises are not in the draft.

    What follows from one that is `replaced` follows from what that one did: it will not be there.
    """
    known = {claim.id for claim in draft.claims()}
    free = (id for n in count(1) if (id := f"{prefix}s{n}") not in used and id not in known)
    lost = unfounded(composed, draft)
    old = {claim.id: claim.premises for claim in draft.claims() if claim.id in replaced and claim.premises}
    return [
        claim.model_copy(update={"id": next(free), "premises": _below(claim.premises, old)})
        for claim in composed
        if claim not in lost
    ]


def _below(premises: Sequence[str], old: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The premises, for those of the old answer what they follow from. What only rests on itself is left as it is."""
    found, seen = dict[str, None](), set[str]()
    waiting = list(reversed(premises))
    while waiting:
        id = waiting.pop()
        if id in old and id not in seen:
            waiting += reversed(old[id])
        elif id not in old:
            found[id] = None
        seen.add(id)
    return tuple(found) or tuple(premises)


def unfounded(composed: Sequence[Claim], draft: Draft) -> list[Claim]:
    """The sentences that name no premise, or one that is not in the draft."""
    known = {claim.id for claim in draft.claims()}
    return [claim for claim in composed if not claim.premises or not known.issuperset(claim.premises)]


def put(draft: Draft, answer: Sequence[Claim], replaced: Collection[str]) -> Draft:
    """The draft with `answer` as its first section. What the old one says beside what is `replaced`, or what others
    follow from, is kept: behind the sentence that it is most like, or in a section of its own.
    """
    old, rest = (draft.sections[0], draft.sections[1:]) if draft.sections else (Section(title="Answer"), ())
    stays = tuple(claim for claim in old.claims if claim.id not in replaced)
    new = (Section(title=old.title, claims=(*answer, *stays), tables=old.tables), *rest)
    needed = followed(draft.model_copy(update={"sections": new}), old.claims)
    left = tuple(claim for claim in old.claims if claim.id not in replaced or claim.id in needed)
    (first, *others), left = placed([Section(title=old.title, claims=tuple(answer)), *rest], left, None, HERE)
    kept = [Section(title=CITED, claims=tuple(left), tables=old.tables)] if left or old.tables else []
    return draft.model_copy(update={"sections": (first, *kept, *others)})
