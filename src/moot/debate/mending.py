"""What a seat's revision may bring into its draft: ids of its own, and nothing that fell before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import count

from moot.debate.masks import Mask
from moot.verify.relation import Related
from moot.words import Claim, Edit, Relation, Revision

AGAIN = "it says again what fell, with no new quote"


def new_ids(letter: str, reply: Revision, mask: Mask, taken: Collection[str]) -> dict[str, str]:
    """Ids of its draft for the claims that a reply writes, under the names that it gave them.

    What is revised keeps its id, so that others may follow from it under its new name.
    """
    sides = (side for disagreement in reply.disagreements for side in disagreement.sides)
    given = [claim.id for claim in (*(edit.new for edit in reply.edits if edit.new), *sides)]
    real = {shown: id for id, shown in mask.shown.items()}
    free = (id for n in count(1) if (id := f"{letter}.c{n}") not in taken)
    kept = {
        edit.new.id: real[edit.claim]
        for edit in reply.edits
        if edit.new and edit.action == "revise" and edit.claim in real and given.count(edit.new.id) == 1
    }
    return {id: kept.get(id) or next(free) for id in dict.fromkeys(given) if id not in real}


def without_fallen(
    wished: Revision, fallen: Sequence[Claim], relate: Callable[[str, str], Related]
) -> tuple[Revision, list[Edit]]:
    """The revision without claims that fell and come back, in whatever words, with no new quote; and those edits."""

    def says_again(new: Claim) -> bool:
        return any(
            set(new.citations) <= set(old.citations)
            and set(new.premises) <= set(old.premises)
            and relate(old.text, new.text).relation is Relation.SAME
            for old in fallen
        )

    again = [edit for edit in wished.edits if edit.new is not None and says_again(edit.new)]
    shown = [each for each in wished.disagreements if any(map(says_again, each.sides))]
    sides = [
        Edit(challenge=each.challenge, action="add", new=side, section=f"disagreement: {each.subject}")
        for each in shown
        for side in each.sides
    ]
    edits = tuple(edit for edit in wished.edits if edit not in again)
    disagreements = tuple(each for each in wished.disagreements if each not in shown)
    return wished.model_copy(update={"edits": edits, "disagreements": disagreements}), [*again, *sides]
