"""A source and its copies are one voice: a mirror adds nothing to a plan, a draft or a review."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from test_readers_coverage import AUDIT, FOOTBALL, NOISE, QUESTION, QUOTE, drafted

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
    PlanTask,
    Section,
)

LIBRARY = Callable[..., Library]
MAKE = Callable[..., Reader]
KINDS = ("lexical", "semantic")
COPY = ("Heat pump: what it would cost us", "2026-02-04", f"Seen elsewhere this week.\n\n{QUOTE[2]}")
SAID = (
    "A blog on boilers",
    "2026-03-01",
    f"According to “{QUOTE[0]}” the heat pump for Elmtree School costs 210,000 euros including installation. "
    "The heat pump needs 62 MWh of electricity a year, the paper says. It is guaranteed for ten years, the paper says.",
)


LONGER = (
    "Heat pumps in schools",
    "2026-03-05",
    f"{QUOTE[2]}\n\nThe new transformer for the heat pump of Elmtree School would cost another 38,000 euros.",
)


def words(draft: Draft) -> list[tuple[str, list[str]]]:
    return [(section.title, [claim.text for claim in section.claims]) for section in draft.sections]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("more", [[QUOTE], [QUOTE] * 3, [SAID]], ids=["mirror", "mirrors", "hearsay"])
def test_what_only_repeats_changes_no_word_of_plan_and_draft(
    kind: str, more: list[tuple[str, str, str]], library_of: LIBRARY, reader_of: MAKE
) -> None:
    alone, mirrored = (library_of(QUOTE, AUDIT, NOISE, FOOTBALL, *each) for each in ([], more))
    plans = [
        reader_of(kind, each).reply(PlanTask(question=QUESTION, sources=each.sources)) for each in (alone, mirrored)
    ]
    assert plans[0] == plans[1]
    drafts = [drafted(reader_of(kind, each))[1] for each in (alone, mirrored)]
    assert words(drafts[0]) == words(drafts[1])


TABLED = (
    "Heat pumps in schools",
    "2026-03-05",
    f"{QUOTE[2]}\n\n## What the heat pump of Elmtree School costs\n\n"
    "| Part | Cost of the heat pump |\n|---|---|\n| Transformer | 38,000 euros |\n| Pump | 172,000 euros |\n",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("again", [TABLED, (TABLED[0], TABLED[1], TABLED[2] + "\nThe board met on Tuesday.\n")])
def test_what_two_copies_add_alike_is_told_once(
    kind: str, again: tuple[str, str, str], library_of: LIBRARY, reader_of: MAKE
) -> None:
    drafts = [drafted(reader_of(kind, library_of(QUOTE, AUDIT, *each)))[1] for each in ([TABLED], [TABLED, again])]
    tables = [[table.caption for section in draft.sections for table in section.tables] for draft in drafts]
    assert tables[0] == tables[1] and len(tables[0]) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_copy_repeats_is_quoted_from_its_source(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    library = library_of(COPY, QUOTE, AUDIT, NOISE)
    assert library.sources[0].echo is not None
    _, draft = drafted(reader_of(kind, library))
    cited = {citation.passage.split(".")[0] for claim in draft.claims() for citation in claim.citations}
    assert "S2" in cited and "S1" not in cited


def missed(reader: Reader, *cited: tuple[str, str], unseen: str = "") -> list[str]:
    """Of which sources a reviewer says that the draft cites nothing.

    `cited`: passage and quote of its claims. `unseen`: a source of which no passage is shown.
    """
    claims = tuple(
        Claim(id=f"c{n}", kind=ClaimKind.QUOTED, text=quote, citations=(Citation(passage=passage, quote=quote),))
        for n, (passage, quote) in enumerate(cited)
    )
    library = reader.library
    task = ChallengeTask(
        question=QUESTION,
        plan=Plan(aspects=()),
        sources=library.sources,
        passages=tuple(each for each in library.passages if each.source != unseen),
        draft=Draft(sections=(Section(title="Answer", claims=claims),)),
        findings=(),
    )
    reply = reader.reply(task)
    assert isinstance(reply, Challenges)
    silent = [
        each for each in reply.challenges if each.kind is ChallengeKind.MISSING and "cites nothing" in each.grounds
    ]
    return [each.citations[0].passage.split(".")[0] for each in silent]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("copy", [QUOTE, COPY, SAID, LONGER], ids=["mirror", "copy", "hearsay", "longer"])
def test_a_reviewer_asks_for_a_voice_once_and_not_where_a_copy_of_it_was_heard(
    kind: str, copy: tuple[str, str, str], library_of: LIBRARY, reader_of: MAKE
) -> None:
    library = library_of(AUDIT, QUOTE, copy)
    assert library.sources[2].echo is not None
    reader = reader_of(kind, library)
    audited = ("S1.1", AUDIT[2].partition(". ")[0] + ".")
    assert missed(reader, audited) == ["S2"]
    assert missed(reader, audited, ("S2.1", QUOTE[2].partition(". ")[0] + ".")) == []
    copied = library.passages[-1].id, copy[2].partition(". ")[0] + "."
    assert missed(reader, audited, copied) == missed(reader, audited, copied, unseen="S2") == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_put_up_later_is_no_newer_source(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    """2019 says 81 MWh, 2024 says 62; a copy of the first, of 2026, does not overtake the second."""
    new = (QUOTE[0], "2024-02-03", QUOTE[2])

    def kinds(*notes: tuple[str, str, str]) -> set[ChallengeKind]:
        library = library_of(*notes)
        quote = "The heat pump at Elmtree School needs 62 MWh of electricity a year."
        cited = (Citation(passage="S1.1", quote=quote),)
        claim = Claim(id="c1", kind=ClaimKind.QUOTED, text=quote, citations=cited)
        task = ChallengeTask(
            question=QUESTION,
            plan=Plan(aspects=()),
            sources=library.sources,
            passages=library.passages,
            draft=Draft(sections=(Section(title="Answer", claims=(claim,)),)),
            findings=(),
        )
        reply = reader_of(kind, library).reply(task)
        assert isinstance(reply, Challenges)
        return {each.kind for each in reply.challenges if "81 MWh" in each.grounds}

    assert kinds(new, (AUDIT[0], "2026-01-01", AUDIT[2])) == {ChallengeKind.STALE}
    old = (AUDIT[0], "2019-01-01", AUDIT[2])
    assert kinds(new, (AUDIT[0], "2026-01-01", AUDIT[2]), old) == {ChallengeKind.CONFLICT}
