"""What the answer of a reader says first: it answers what was asked, of the newest word, and knows what "it" is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readers_kit import drafted

from moot.evidence.library import Library
from moot.readers import candidates, questions
from moot.readers.reader import Reader
from moot.words import (
    PERSON,
    Challenge,
    ChallengeKind,
    Citation,
    Claim,
    ClaimKind,
    Draft,
    Plan,
    Remedy,
    ReviseTask,
    Revision,
    Ruling,
    Section,
    Verdict,
)

LIBRARY = Callable[..., Library]
MAKE = Callable[..., Reader]
KINDS = ("lexical", "semantic")

OUTAGE = (
    "The power cut at the Merrow substation",
    "2024-05-06",
    "# The power cut at the Merrow substation\n\n## Course\n\nThe power cut at the Merrow substation began in the "
    "evening of 2 May. It lasted 19 hours. Four villages were dark.\n\n## Cause\n\nA marten bit through a cable in "
    "the switch room. The door of the room had been left open.\n",
)
DAY_AFTER = (
    "First news of the power cut",
    "2024-05-03",
    "The power cut at the Merrow substation left about 1,900 households dark, the operator said. Engineers worked "
    "on it through the night.",
)
FINAL = (
    "Final report on the Merrow substation",
    "2025-02-11",
    "In its last count of the power cut the regulator arrives at 2,750 households. "
    "It fined the operator in January 2025.",
)


def answer(reader: Reader, question: str) -> list[str]:
    first = drafted(reader, question)[1].sections[0]
    return [claim.text for claim in first.claims] if first.title == "Answer" else []


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("When did the power cut at Merrow begin, and how long did it last?", "power cut Merrow"),
        ("There was a power cut at Merrow. How long did it last?", "power cut Merrow"),
        ("Who won the Orbit Prize, and in which year?", "Orbit Prize"),
    ],
)
def test_a_part_that_only_points_is_about_what_was_named_before(question: str, about: str) -> None:
    last = questions.parts(question)[-1]
    assert about.split()[0] in last.about and about.split()[-1] in last.about


@pytest.mark.parametrize("kind", KINDS)
def test_what_it_is_stands_in_the_sentence_before(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    reader = reader_of(kind, library_of(OUTAGE, DAY_AFTER))
    said = answer(reader, "When did the power cut at the Merrow substation begin, and how long did it last?")
    assert any(text.startswith("The power cut") and text.endswith("It lasted 19 hours.") for text in said)
    draft = drafted(reader, "When did the power cut at the Merrow substation begin, and how long did it last?")[1]
    beginning = "The power cut at the Merrow substation began"
    assert sum(claim.text.count(beginning) for claim in draft.claims()) == 1
    assert not draft.gaps


@pytest.mark.parametrize("kind", KINDS)
def test_a_heading_tells_that_its_paragraph_says_why(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    said = answer(reader_of(kind, library_of(OUTAGE, DAY_AFTER)), "What caused the power cut at the Merrow substation?")
    assert said and said[0] == "A marten bit through a cable in the switch room."
    assert not any("began" in text or "1,900" in text for text in said)


def test_a_line_above_a_paragraph_of_plain_text_is_no_part_of_its_first_sentence(
    library_of: LIBRARY, reader_of: MAKE
) -> None:
    text = (
        "Membership fee\nThe board decided to raise the membership fee to 46 euros a year from January 2025.\n\n"
        "Summer party\nThe party will be held on 22 June in the meadow behind the sheds of the association.\n"
    )
    said = answer(reader_of("lexical", library_of(("Minutes", "2024-09-16", text))), "What is the membership fee?")
    assert said[0].startswith("The board decided")


@pytest.mark.parametrize("kind", KINDS)
def test_the_newest_figure_is_told_first(kind: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    reader = reader_of(kind, library_of(DAY_AFTER, OUTAGE, FINAL))
    said = answer(reader, "How many households were dark in the power cut?")
    assert "2,750" in said[0]


def test_what_tells_the_old_price_as_past_is_the_newer_word(library_of: LIBRARY, reader_of: MAKE) -> None:
    library = library_of(
        ("Brenner Lumo", "2025-02-03", "The Brenner Lumo costs 329 euros. The lamp is sold in three colours."),
        ("Lamps", None, "In April the price of the Brenner Lumo fell from 329 euros to 299 euros in all shops."),
    )
    said = answer(reader_of("lexical", library), "How much does the Brenner Lumo cost?")
    assert "fell from" in said[0] and "costs 329" in said[1]


def test_a_date_that_was_moved_comes_before_the_first_one(library_of: LIBRARY, reader_of: MAKE) -> None:
    library = library_of(
        ("January", "2024-01-15", "The summer party will be held on 22 June 2024 in the meadow."),
        ("March", "2024-03-11", "The summer party was moved to 6 July 2024, since the meadow is let in June."),
    )
    assert "moved" in answer(reader_of("lexical", library), "When is the summer party?")[0]


def test_what_is_said_of_a_rival_is_no_answer_and_no_disagreement(library_of: LIBRARY, reader_of: MAKE) -> None:
    table = "| Model | Price |\n|---|---|\n| Brenner Lumo | 299 |\n| Storm Beam | 419 |\n"
    library = library_of(
        ("Lumo", "2025-02-03", "The Brenner Lumo is a lamp for reading at night. It weighs 2.4 kg with its foot."),
        ("Beam", "2025-05-14", "The Storm Beam is the brightest of all the lamps. The lamp weighs 3.1 kg."),
        ("Prices", None, table),
    )
    reader = reader_of("lexical", library)
    said = answer(reader, "How bright is the Storm Beam, and how much does it weigh?")
    assert any("3.1 kg" in text for text in said) and not any("2.4 kg" in text for text in said)
    matter = reader.matter("How much does the Storm Beam weigh?", library.passages, library.sources)
    assert not matter.conflicts


def test_the_quietest_is_what_is_said_of_noise(library_of: LIBRARY, reader_of: MAKE) -> None:
    library = library_of(
        ("Lumo", None, "The Lumo is a cordless vacuum cleaner by Brenner. The cleaner is sold in red."),
        ("Whisper", None, "Noise is the strong point of the Whisper, which stays below 64 dB on every floor."),
    )
    reader = reader_of("lexical", library)
    _, draft = drafted(reader, "Which vacuum cleaner is the quietest?")
    assert draft.sections[0].claims[0].text.startswith("Noise")
    assert not any("quietest" in gap for gap in draft.gaps)


GERMAN = (
    "Wärmenetz",
    "2025-03-04",
    "Das Wärmenetz der Stadtwerke versorgte im Jahr 2024 insgesamt 1.234 Haushalte. Der Anteil der erneuerbaren "
    "Energie lag bei 59,3 % und damit höher als zuvor.\n\nDer Bau verzögerte sich um fünf Monate, weil ein "
    "Zulieferer in Konkurs ging.",
)


def test_german_questions_are_taken_apart_and_answered(library_of: LIBRARY, reader_of: MAKE) -> None:
    asked = "Warum verzögerte sich der Bau, und wie hoch war der Anteil der erneuerbaren Energie?"
    assert [part.sort.value for part in questions.parts(asked)] == ["reason", "amount"]
    said = answer(reader_of("lexical", library_of(GERMAN)), asked)
    assert "weil ein Zulieferer" in said[0] and "59,3 %" in said[1]


def test_german_figures_are_read_as_germans_write_them(library_of: LIBRARY, reader_of: MAKE) -> None:
    library = library_of(GERMAN)
    matter = reader_of("lexical", library).matter("Wie viele?", library.passages, library.sources)
    assert {str(each.figure.value): each.figure.raw for each in matter.readings}["1234"] == "1.234"


def test_a_question_in_another_language_than_the_sources_is_told_so(library_of: LIBRARY, reader_of: MAKE) -> None:
    reader = reader_of("lexical", library_of(GERMAN))
    _, draft = drafted(reader, "How many households did the network supply?")
    assert any("sources with prose are in German" in gap for gap in draft.gaps)
    assert not any("do not mention" in gap for gap in draft.gaps)
    assert not any("in German" in gap for gap in drafted(reader, "Wie viele Haushalte hat das Wärmenetz?")[1].gaps)


def asked_for(reader: Reader, question: str, more: str) -> Revision:
    plan, draft = drafted(reader, question)
    challenge = Challenge(id="r1.person.1", by=PERSON, kind=ChallengeKind.MISSING, grounds=more, remedy=Remedy.ADD)
    task = ReviseTask(
        question=question,
        plan=plan,
        sources=reader.library.sources,
        passages=reader.library.passages,
        draft=draft,
        findings=(),
        challenges=(challenge,),
        rulings=(Ruling(challenge=challenge.id, by=PERSON, verdict=Verdict.UPHELD, reason="a person asked for it"),),
    )
    revision = reader.reply(task)
    assert isinstance(revision, Revision)
    return revision


@pytest.mark.parametrize("kind", KINDS)
def test_somebody_who_asks_on_is_told_what_it_is_or_that_there_is_nothing(
    kind: str, library_of: LIBRARY, reader_of: MAKE
) -> None:
    reader = reader_of(kind, library_of(OUTAGE, DAY_AFTER))
    question = "What caused the power cut at the Merrow substation?"
    added = asked_for(reader, question, "How long did it last?")
    assert any(edit.new and "19 hours" in edit.new.text for edit in added.edits) and not added.gaps
    again = asked_for(reader, question, "What caused the power cut?")
    assert not again.gaps
    nothing = asked_for(reader, question, "dig into parking spaces")
    assert not nothing.edits
    assert "Nothing was added on “dig into parking spaces”" in nothing.gaps[0] and "2 sources" in nothing.gaps[0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many people does the hall hold?", "The hall holds 40 people."),
        ("How long does the lease run?", "The lease runs until 2041."),
        ("Who is the mayor of Orvik?", "Orvik has Jo Field as mayor."),
    ],
)
def test_a_short_sentence_answers(kind: str, question: str, said: str, library_of: LIBRARY, reader_of: MAKE) -> None:
    text = f"# Notes\n\nThe access road is 2.4 km long. {said}"
    assert answer(reader_of(kind, library_of(("Notes", "2024-01-01", text))), question)[0] == said


@pytest.mark.parametrize(
    "text",
    [
        "See tables 3 and 4.",
        "Opening hours 2024 for May.",
        "Table 3 of the annex.",
        "Updated 3 May 2024.",
        "Price: 40 euros a day.",
        "It holds 40 people.",
        "The hall is old.",
        "News of May 2024.",
    ],
)
def test_a_short_line_that_is_no_sentence_or_tells_nothing_does_not(text: str) -> None:
    assert not candidates.stands_alone(text)


def test_the_rows_of_a_table_are_not_told_under_what_is_not_settled(library_of: LIBRARY, reader_of: MAKE) -> None:
    """Though their source is quoted only there."""
    asked = "| House | Homes | Fee 2026 (euros) |\n|---|---|---|\n| Detached | 2,140 | 339 |\n| Flat | 8,905 | 118 |\n"
    open_point = "Nobody can say how many homes will leave the heat network of Karlow."
    library = library_of(
        ("Heat in Karlow", "2026-05-01", "The heat network of Karlow warms 11,045 homes.\n"),
        ("Minutes of the heat board", "2026-04-02", f"# Minutes of the heat board\n\n{open_point}\n\n{asked}"),
    )
    reader = reader_of("lexical", library)
    warmed, minutes = library.passages[0], [each for each in library.passages if each.source != "S1"]
    table = next(each for each in minutes if "Detached" in each.text)
    said = next(each for each in minutes if "Nobody" in each.text)
    sections = (
        ("Answer", "The heat network of Karlow warms 11,045 homes.", warmed),
        ("What is not settled", open_point, said),
    )
    draft = Draft(
        sections=tuple(
            Section(
                title=title,
                claims=(
                    Claim(
                        id=f"c{n}",
                        kind=ClaimKind.STATED,
                        text=text,
                        citations=(Citation(passage=passage.id, quote=text),),
                    ),
                ),
            )
            for n, (title, text, passage) in enumerate(sections, 1)
        )
    )
    challenge = Challenge(
        id="r1.reviewer-1.1",
        by="reviewer-1",
        aspect="Minutes of the heat board",
        kind=ChallengeKind.MISSING,
        grounds="The table bears on the question and the draft does not use it.",
        citations=(Citation(passage=table.id, quote="| Detached | 2,140 | 339 |"),),
        remedy=Remedy.ADD,
    )
    revision = reader.reply(
        ReviseTask(
            question="How many homes has the heat network of Karlow, and what is not settled?",
            plan=Plan(aspects=()),
            sources=library.sources,
            passages=library.passages,
            draft=draft,
            findings=(),
            challenges=(challenge,),
            rulings=(Ruling(challenge=challenge.id, by="reviewer-1", verdict=Verdict.UPHELD, reason="it is missing"),),
        )
    )
    assert isinstance(revision, Revision)
    rows = [edit for edit in revision.edits if edit.new and "339" in edit.new.text]
    assert rows and all(edit.section != "What is not settled" for edit in rows)
