"""Every source on the subject has its word, a silent one is objected to, and rounds pile nothing up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from moot.evidence.library import Library
from moot.readers.reader import Reader
from moot.words import (
    Challenge,
    ChallengeKind,
    Challenges,
    ChallengeTask,
    Citation,
    Claim,
    ClaimKind,
    Draft,
    Drafting,
    DraftTask,
    Plan,
    PlanTask,
    ReviseTask,
    Revision,
    Section,
)

LIBRARY = Callable[..., Library]
MAKE = Callable[..., Reader]
KINDS = ("lexical", "semantic")
QUESTION = "Should Elmtree School replace the gas boiler with a heat pump, what does it cost, and what is not settled?"
QUOTE = (
    "Quote for the heat pump at Elmtree School",
    "2026-02-03",
    "The heat pump for Elmtree School costs 210,000 euros including installation. The heat pump at Elmtree School "
    "needs 62 MWh of electricity a year. The old gas boiler can be removed by the heat pump's supplier. A second "
    "heat pump would serve the gym of Elmtree School. The heat pump is guaranteed for ten years. "
    "The quote does not include the new transformer.",
)
AUDIT = (
    "Energy audit of the school buildings",
    "2025-11-18",
    "The gas boiler of Elmtree School is 24 years old and burns 240 MWh of gas a year. A heat pump at Elmtree School "
    "would need about 81 MWh of electricity a year. Replacing 40 radiators would cost 65,000 euros. The audit did not "
    "measure the heat demand of the gym.",
)
NOISE = (
    "Noise rules near homes",
    "2025-09-01",
    "At night outdoor units may reach 40 dB at the nearest window. The neighbours of Elmtree School live eleven metres "
    "from the boiler house. A unit of that size reaches 52 dB at ten metres unless it stands behind a wall.",
)
FOOTBALL = (
    "Football day",
    "2025-06-01",
    "The team of Elmtree School won the district cup with three goals in the last ten minutes. The coach thanked the "
    "parents for the cake.",
)
NOTES = (QUOTE, AUDIT, NOISE, FOOTBALL)


def drafted(reader: Reader, themes: int = 9) -> tuple[Plan, Draft]:
    """A draft for a plan of which only the first sub-questions are kept."""
    library = reader.library
    plan = reader.reply(PlanTask(question=QUESTION, sources=library.sources))
    assert isinstance(plan, Plan)
    plan = Plan(aspects=plan.aspects[:themes])
    reply = reader.reply(DraftTask(question=QUESTION, plan=plan, sources=library.sources, passages=library.passages))
    assert isinstance(reply, Drafting)
    return plan, reply.draft


def challenged(
    reader: Reader, draft: Draft, settled: Sequence[Challenge] = (), claims_only: bool = False
) -> list[Challenge]:
    library = reader.library
    task = ChallengeTask(
        question=QUESTION,
        plan=Plan(aspects=()),
        sources=library.sources,
        passages=library.passages,
        draft=draft,
        findings=(),
        settled=tuple(settled),
        claims_only=claims_only,
    )
    found = reader.reply(task)
    assert isinstance(found, Challenges)
    return [each.model_copy(update={"id": f"r1.x.{n}"}) for n, each in enumerate(found.challenges, 1)]


def revised(reader: Reader, draft: Draft, upheld: Sequence[Challenge]) -> Revision:
    library = reader.library
    task = ReviseTask(
        question=QUESTION,
        plan=Plan(aspects=()),
        sources=library.sources,
        passages=library.passages,
        draft=draft,
        findings=(),
        challenges=tuple(upheld),
        rulings=(),
    )
    reply = reader.reply(task)
    assert isinstance(reply, Revision)
    return reply


def source(claim: Claim) -> str:
    return claim.citations[0].passage.split(".")[0]


def without(draft: Draft, silent: str) -> Draft:
    """The draft as it would be if it cited nothing of one source."""
    sections = (
        section.model_copy(update={"claims": tuple(each for each in section.claims if source(each) != silent)})
        for section in draft.sections
    )
    return draft.model_copy(update={"sections": tuple(sections)})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("themes", [0, 1, 9])
def test_every_source_on_the_subject_has_its_word(kind: str, themes: int, library_of: LIBRARY, reader_of: MAKE) -> None:
    _, draft = drafted(reader_of(kind, library_of(*NOTES)), themes)
    used = Counter(source(claim) for section in draft.sections for claim in section.claims)
    assert {"S1", "S2", "S3"} <= set(used)
    assert "S4" not in used
    assert {
        "The quote does not include the new transformer.",
        "The audit did not measure the heat demand of the gym.",
    } <= {
        claim.text for section in draft.sections if section.title == "What is not settled" for claim in section.claims
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_source_on_the_subject_that_the_draft_leaves_out_is_missed(
    kind: str, library_of: LIBRARY, reader_of: MAKE
) -> None:
    library = library_of(*NOTES)
    _, draft = drafted(reader_of("lexical", library))
    found = challenged(reader_of(kind, library), without(draft, "S3"))
    missing = [each for each in found if each.kind is ChallengeKind.MISSING]
    first = missing[0]
    assert (first.aspect, first.citations[0].passage.split(".")[0]) == ("Noise rules near homes", "S3")
    assert first.citations[0].quote in NOISE[2]
    assert not any("Football" in each.grounds for each in found)
    again = challenged(reader_of(kind, library), without(draft, "S3"), found)
    assert not any(each.aspect == "Noise rules near homes" for each in again)


@pytest.mark.parametrize("kind", KINDS)
def test_in_a_cross_examination_nothing_is_missed(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    """It would not be heard, and count among what was dismissed."""
    library = library_of(*NOTES)
    _, draft = drafted(reader_of("lexical", library))
    found = challenged(reader_of(kind, library), without(draft, "S3"), claims_only=True)
    assert all(each.claim for each in found)


OPEN = (
    "Open points on the heat pump",
    "2026-03-01",
    "It is unknown which firm would repair the heat pump at Elmtree School. "
    "No figures were published on the price of electricity for Elmtree School. "
    "Whether the roof of Elmtree School bears the outdoor unit of a heat pump is unclear. "
    "A date for the removal of the gas boiler at Elmtree School has not been announced. "
    "The grant of the state for a heat pump at Elmtree School is still uncertain. "
    "The report does not say who insures the new heat pump of Elmtree School against frost.",
)


@pytest.mark.parametrize("kind", KINDS)
def test_rounds_do_not_pile_up_additions(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    library = library_of(*NOTES, OPEN)
    reviewer, settled = reader_of(kind, library), list[Challenge]()
    for _ in range(4):
        cited = dict.fromkeys(each for challenge in settled for each in challenge.citations)
        claims = [
            Claim(id=f"c{n}", kind=ClaimKind.QUOTED, text=each.quote, citations=(each,)) for n, each in enumerate(cited)
        ]
        draft = Draft(sections=(Section(title="More", claims=tuple(claims)),))
        settled += challenged(reviewer, draft, settled)
    adding = [each for each in settled if each.kind is ChallengeKind.MISSING]
    assert len([each for each in adding if not each.grounds.endswith("cites nothing from it.")]) <= 3
    assert 0 < len(adding) <= 6
    quotes = [each.citations[0].quote for each in adding]
    assert len(set(quotes)) == len(quotes)


TABLE = (
    "| System | Electricity a year |\n|---|---|\n"
    "| Elmtree School heat pump | 62 MWh |\n| Elmtree School stove | 9 MWh |"
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_disagreement_is_told_once_though_table_and_prose_repeat_it(
    kind: str, library_of: LIBRARY, reader_of: MAKE
) -> None:
    need = "The heat pump at Elmtree School needs {} of electricity a year."
    library = library_of(
        ("Quote", "2026-02-03", f"{need.format('62 MWh')}\n\n{TABLE}"),
        ("Audit", "2025-11-18", need.format("81 MWh")),
        ("Review", "2025-12-01", f"By our count: {need.format('81 MWh')}"),
    )
    author = reader_of("lexical", library)
    _, draft = drafted(author)
    found = [each for each in challenged(reader_of(kind, library), draft) if each.kind is ChallengeKind.CONFLICT]
    assert [each.claim for each in found] == ["c1", "c3"]  # of the other figure, too, each sentence that gives it
    twin = found[0].model_copy(
        update={
            "id": "r1.x.9",
            "claim": None,
            "aspect": "Electricity",
            "citations": (
                Citation(passage="S1.2", quote="| Elmtree School heat pump | 62 MWh |"),
                Citation(passage="S3.1", quote=library.passages[-1].text),
            ),
        }
    )
    made = revised(author, draft, [*found, twin]).disagreements
    assert len(made) == 1 and made[0].subject.count("62") == 1
    shown = draft.model_copy(update={"disagreements": made})
    assert not [each for each in challenged(reader_of(kind, library), shown) if each.kind is ChallengeKind.CONFLICT]


@pytest.mark.parametrize("kind", KINDS)
def test_a_side_in_a_cell_whose_unit_stands_in_the_head_is_the_cell_as_it_stands(
    kind: str, library_of: LIBRARY, reader_of: MAKE
) -> None:
    prose = "The investment for the heat pump at Elmtree School is 81,000 euros."
    table = "| System | Investment (euros) |\n|---|---|\n| Elmtree School heat pump | 62,000 |\n| Elmtree stove | 9 |"
    library = library_of(("Quote", "2026-02-03", table), ("Audit", "2025-11-18", prose))
    author = reader_of(kind, library)
    _, draft = drafted(author)
    (found,) = (each for each in challenged(reader_of(kind, library), draft) if each.kind is ChallengeKind.CONFLICT)
    (made,) = revised(author, draft, [found]).disagreements
    assert [side.text for side in made.sides] == ["62,000", prose]
