"""Several drafts of one question: what they have in common, and who gave up what."""

from __future__ import annotations

from moot.report.shape.claims import Quoted
from moot.words import Action, Agreement, Relation, Standing, Word


class DraftView(Word):
    """What one seat wrote in private, or why it wrote nothing."""

    label: str
    """Its letter; empty when there is no draft."""
    seat: str
    model: str
    """Of whoever held the seat then."""
    family: str
    side: str = ""
    """Of a debate: the answer that the seat argued for."""
    leads: str = ""
    """Id of the claim that it answers the question with: the first of its first section."""
    claims: int = 0
    problem: str = ""
    """Why there is no draft; empty when there is one."""


class MemberView(Word):
    draft: str
    claim: str
    text: str


class Mention(Word):
    """A statement, where another one speaks of it."""

    number: int
    drafts: tuple[str, ...]
    text: str


class Statement(Word):
    """What one or more drafts assert, and what came of it."""

    number: int
    """In the order of the record, from 1."""
    text: str
    """In the words of the first draft that asserts it."""
    agreement: Agreement
    members: tuple[MemberView, ...]
    against: tuple[Mention, ...] = ()
    included_in: tuple[Mention, ...] = ()
    """Those that say all it says, and more: whoever asserts one asserts it."""
    sentences: tuple[int, ...] = ()
    """Numbers of the claims by which the document says it."""
    revised: bool = False
    """Whether the document says it in words that the debate changed."""
    told_within: bool = False
    """Whether the document says it by a statement that includes it."""
    standing: Standing | None = None
    """Of the least sound of those; None when the document does not say it."""
    absent: str = ""
    """Why it is not in the document."""

    @property
    def drafts(self) -> tuple[str, ...]:
        """Those that say it, in so many words or within more."""
        own = (member.draft for member in self.members)
        return tuple(dict.fromkeys([*own, *(letter for other in self.included_in for letter in other.drafts)]))


class JudgedView(Word):
    """Two claims whose words leave open what they have in common, and a seat's word on them."""

    one: MemberView
    other: MemberView
    relation: Relation
    difference: str
    by: str
    void: str = ""
    """Why the word does not count."""


class Position(Word):
    """A seat gave up what it had asserted, or wished to and had no located reason."""

    round: int
    seat: str
    family: str
    draft: str
    """Letter of the draft in which the claim stood."""
    claim: str
    claim_number: int | None
    """Of the claim, when it is still in the document."""
    standing: Standing | None
    """Of that claim: what every check bears out is not gone because one seat gives it up."""
    text: str
    """The words that were given up."""
    answers: bool = False
    """Whether the draft answered the question with it."""
    challenge: str
    action: Action
    grounds: str
    """The seat's own words."""
    quotes: tuple[Quoted, ...] = ()
    """The located reason."""
    failed: tuple[str, ...] = ()
    """What checks object to, where that is the reason."""
    refused: str = ""
    """Why the change was refused; empty when it was accepted."""
    overruled: str = ""
    """What the ruling came to, where the claim was let stand all the same; empty where it was not."""
    fell_by: str = ""
    """What the claim fell by, where it was another challenge than what the seat gave way to; empty where it was not."""


class Council(Word):
    """Several drafts of one question, compared: what all, some and one assert, and who changed position."""

    seed: int
    """Shuffles what each seat is shown of the others."""
    drafts: tuple[DraftView, ...]
    """In the order of the seats."""
    statements: tuple[Statement, ...]
    positions: tuple[Position, ...]
    """In the order in which they were given up."""
    conformity: int
    """Positions whose change was refused."""
    judged: tuple[JudgedView, ...] = ()
    """In the order in which they were asked about."""

    @property
    def given_up(self) -> tuple[Position, ...]:
        """The changes of position that were accepted and came to something, those to one claim of a seat once."""
        made = [each for each in self.positions if not each.refused and not each.overruled]
        first = {(each.seat, each.claim): each for each in reversed(made)}
        return tuple(each for each in made if first.get((each.seat, each.claim)) is each)

    @property
    def overruled(self) -> tuple[Position, ...]:
        """Those that were accepted, and a ruling let the claim stand all the same."""
        return tuple(each for each in self.positions if each.overruled)

    @property
    def written(self) -> tuple[DraftView, ...]:
        return tuple(draft for draft in self.drafts if draft.label)
