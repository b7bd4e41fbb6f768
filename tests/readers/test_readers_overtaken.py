"""What an older source has as it is, and a newer one otherwise for a later time: a challenge, and no two sides."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readers_kit import drafted

from moot.evidence.library import Library
from moot.readers.reader import Reader
from moot.words import (
    ChallengeKind,
    Challenges,
    ChallengeTask,
    Citation,
    Claim,
    ClaimKind,
    Draft,
    Plan,
    ReviseTask,
    Revision,
    Section,
)

LIBRARY = Callable[..., Library]
MAKE = Callable[..., Reader]
OLD, NEW = "2021-11-02", "2025-09-12"

OVERTAKEN = {
    "held later": ("The library at Wend holds 41,000 books.", "The library at Wend held 52,300 books in August 2025."),
    "of a survey": (
        "The reed bed in Lomond Bay covers 3.2 hectares, according to the survey of September 2021.",
        "In the survey of April 2025 the reed bed covered 9.4 hectares, up from 3.2 hectares in 2021.",
    ),
    "employs": ("The Merrin clinic employs 640 people.", "In 2025 the Merrin clinic employed 710 people."),
    "now in force": ("A ticket to Isla Roca costs 14 euros.", "Since March 2025 a ticket to Isla Roca costs 19 euros."),
    "raised from": ("Parking in Orvik costs 2 euros an hour.", "In 2024 Orvik raised parking from 2 euros to 3 euros."),
    "none, and nine": (
        "The harbour authority says that no mooring buoys have been laid at Mill Bay.",
        "Nine mooring buoys have been laid at Mill Bay by September 2025.",
    ),
    "none, and lent": (
        "The library at Wend says that no e-books can be borrowed.",
        "Since 2023 the library at Wend has lent 3,100 e-books.",
    ),
    "not opened, and opened": (
        "The Arden bridge has not been opened to cyclists.",
        "The Arden bridge was opened to cyclists in May 2024.",
    ),
    "has no lift": ("The town hall of Sund has no lift.", "A lift was built in the town hall of Sund in 2024."),
}
NOT = {
    "a series": ("In 2021 the clinic of Merrin had 640 beds.", "In 2025 the clinic of Merrin had 710 beds."),
    "history": ("In 1921 the Arden mill employed 300 people.", "In 2024 the Arden mill employs 40 people."),
    "another place": ("No tickets are sold at the Sund pier.", "Tickets are sold at the Sund station since 2024."),
    "another thing": ("The town hall of Sund has no lift.", "A lift was built in the school of Merrin in 2024."),
    "of before": ("The library at Wend holds 41,000 books.", "The library at Wend held 38,000 books in 1998."),
    "a plan": ("The lift of Sund will cost 0.9 million euros.", "The lift of Sund cost 1.4 million euros in 2025."),
    "still none": ("The town hall of Sund has no lift.", "The town hall of Sund had no lift in 2025."),
    "to come": ("The town hall of Sund has no lift.", "A lift will be built in the town hall of Sund in 2029."),
    "the same": ("The library at Wend holds 41,000 books.", "The library at Wend held 41,000 books in August 2025."),
}  # fmt: skip


def challenged(reader: Reader, quote: str) -> list[tuple[ChallengeKind, str]]:
    """The kinds of what is said against a draft of one sentence of the first source, with the newest quote."""
    cited = (Citation(passage="S1.1", quote=quote),)
    claim = Claim(id="c1", kind=ClaimKind.QUOTED, text=quote, citations=cited)
    library = reader.library
    reply = reader.reply(
        ChallengeTask(
            question="What is known of it?",
            plan=Plan(aspects=()),
            sources=library.sources,
            passages=library.passages,
            draft=Draft(sections=(Section(title="Answer", claims=(claim,)),)),
            findings=(),
        )
    )
    assert isinstance(reply, Challenges)
    return [(each.kind, each.citations[0].quote) for each in reply.challenges if each.claim == "c1"]


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
@pytest.mark.parametrize(("older", "newer"), OVERTAKEN.values(), ids=OVERTAKEN)
def test_what_is_so_no_longer_is_challenged_with_the_newer(
    older: str, newer: str, kind: str, library_of: LIBRARY, reader_of: MAKE
) -> None:
    reader = reader_of(kind, library_of(("Before", OLD, older), ("After", NEW, newer)))
    assert challenged(reader, older) == [(ChallengeKind.STALE, newer)]


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
@pytest.mark.parametrize(("older", "newer"), NOT.values(), ids=NOT)
def test_what_was_so_then_or_is_something_else_is_left_alone(
    older: str, newer: str, kind: str, library_of: LIBRARY, reader_of: MAKE
) -> None:
    reader = reader_of(kind, library_of(("Before", OLD, older), ("After", NEW, newer)))
    assert challenged(reader, older) == []


@pytest.mark.parametrize("dates", [(OLD, "2022-02-01"), (OLD, None), (None, NEW), (NEW, OLD)])
def test_only_a_source_that_is_newer_by_more_than_a_year_overtakes(
    dates: tuple[str | None, str | None], library_of: LIBRARY, reader_of: MAKE
) -> None:
    older, newer = OVERTAKEN["none, and nine"]
    reader = reader_of("lexical", library_of(("Before", dates[0], older), ("After", dates[1], newer)))
    assert challenged(reader, older) == []


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
def test_the_newer_is_told_first_and_the_two_are_no_disagreement(
    kind: str, library_of: LIBRARY, reader_of: MAKE
) -> None:
    older, newer = OVERTAKEN["held later"]
    reader = reader_of(kind, library_of(("Before", OLD, older), ("After", NEW, newer)))
    _, draft = drafted(reader, "How many books does the library at Wend hold?")
    assert [claim.text for claim in draft.sections[0].claims] == [newer, older]
    assert draft.disagreements == ()


def test_the_newer_is_added_where_the_draft_lacks_it(library_of: LIBRARY, reader_of: MAKE) -> None:
    older, newer = OVERTAKEN["has no lift"]
    reader = reader_of("lexical", library_of(("Before", OLD, older), ("After", NEW, newer)))
    claim = Claim(id="c1", kind=ClaimKind.QUOTED, text=older, citations=(Citation(passage="S1.1", quote=older),))
    task = ChallengeTask(
        question="Is there a lift?",
        plan=Plan(aspects=()),
        sources=reader.library.sources,
        passages=reader.library.passages,
        draft=Draft(sections=(Section(title="Answer", claims=(claim,)),)),
        findings=(),
    )
    raised = reader.reply(task)
    assert isinstance(raised, Challenges)
    stale = next(each for each in raised.challenges if each.kind is ChallengeKind.STALE)
    stale = stale.model_copy(update={"id": "r1.reviewer-1.1", "by": "reviewer-1"})
    revised = reader.reply(
        ReviseTask(
            question=task.question,
            plan=task.plan,
            rulings=(),
            sources=task.sources,
            passages=task.passages,
            draft=task.draft,
            challenges=(stale,),
            findings=(),
        )
    )
    assert isinstance(revised, Revision)
    assert [each.new.text for each in revised.edits if each.new] == [newer]
    assert revised.disagreements == ()
