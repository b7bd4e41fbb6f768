"""What was challenged, what was answered, who decided, and what was changed for it."""

from __future__ import annotations

from moot.report.shape.claims import Quoted
from moot.words import Challenge, Edit, Response, Ruling, Word


class EditView(Word):
    edit: Edit
    before: str = ""
    refused: str = ""

    @property
    def reworded(self) -> bool:
        """Whether a claim has other words by it, and not only other quotes."""
        return self.edit.new is None or self.edit.new.text != self.before


class ChallengeView(Word):
    number: int
    round: int
    challenge: Challenge
    claim_number: int | None
    """Of the challenged claim, when it is still in the document."""
    claim_text: str
    """Of the challenged claim when it was challenged; the aspect for a challenge to the whole draft."""
    unknown: bool = False
    """It names a claim that no draft had until then."""
    draft: str = ""
    """Letter of the draft in which the challenged claim stood, where several seats wrote drafts of their own."""
    quotes: tuple[Quoted, ...]
    responses: tuple[Response, ...]
    ruling: Ruling | None
    decided: tuple[Quoted, ...] = ()
    """Where the ruling stands in the sources, beside the quotes of the challenge."""
    edits: tuple[EditView, ...]
    refused: str = ""
    """Why a change of position that was answered with did not count; empty where none was refused."""
    shown: bool = False
    """An upheld conflict whose two sides stand under "Where the sources disagree"."""
