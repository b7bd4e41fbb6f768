"""Long hostile claims and sources: every check takes time in proportion, and none raises."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moot.evidence.library import Library
from moot.text import figures
from moot.verify import scope
from moot.verify.attribution import Attribution
from moot.verify.comparing import (
    acted,
    by_denial,
    contrasted,
    converse,
    exchanged,
    party,
    pending,
    sequence,
    speakers,
    turned,
    undecided,
    unsettled,
)
from moot.verify.comparing.clauses import cut
from moot.verify.comparing.language import Evidence
from moot.verify.comparing.paired import parts
from moot.verify.dates import Dates
from moot.verify.figures import Figures
from moot.verify.reckoning.following import priced, worded
from moot.verify.reckoning.given import lists, scores
from moot.verify.reckoning.given.held import held
from moot.verify.reckoning.ordering import all_beyond, bounds, by_so_much, courses, multiples
from moot.verify.reckoning.settling import inner
from moot.verify.referee import default_checks
from moot.verify.roles import Roles
from moot.verify.texts import as_library
from moot.words import Citation, Claim, ClaimKind, Outcome, Reference

LONG = 50_000
CLAIM = "It rose from 5 to 7 at every pump that Anna Bell bought, whether or not it rained, from 2019 to 2023."
PIECES = (
    "1",
    "12 ",
    "1,",
    "1.",
    "12, ",
    "a",
    "(",
    "ab cd, ",
    "5% of ",
    "143 of 190 ",
    "if the pump ",
    "Anna Bell ",
    "may ",
    "the buyer and ",
    '"Anna Bell said, ',
    "from 5 to ",
    "Oslo has 5 and ",
    "ob ",
    "A-",
    "Abc, ",
    "QmFzZTY0RW5jb2RlZA",
    "ignor",
    "berat",
    "is not as long as ",
    "does not cost as many ",
)
ASKED_OF = (
    "The seller pays the buyer in May.",
    '"The results are alarming", said Dr Ito.',
    "The plant is certified.",
    "Das Werk wird geschlossen.",
    "Output doubled to 7.",
    "Oslo has the most pumps.",
)


@pytest.mark.parametrize("piece", PIECES)
def test_what_compares_words_takes_time_in_proportion(piece: str) -> None:
    long = piece * (LONG // len(piece))
    begun = time.process_time()
    for claim, unit in ((CLAIM, long), (long, CLAIM)):
        exchanged.exchanged(claim, unit)
        turned.turned(claim, [unit])
        scope.Scope().seen(claim, Evidence((unit,)))
    list(inner.disagreements(long))
    by_denial.plain(long)
    assert time.process_time() - begun < 15  # a square would take minutes


@pytest.mark.parametrize("piece", PIECES)
def test_what_reckons_and_what_asks_who_said_or_did_it_takes_time_in_proportion(piece: str) -> None:
    long = piece * (LONG // len(piece))
    begun = time.process_time()
    for short in ASKED_OF:
        for claim, unit in ((short, long), (long, short)):
            party.another(claim, [unit])
            speakers.another(claim, unit)
            pending.told(claim, [unit])
            converse.told(claim, [unit], unit)
            acted.exchanged(claim, [unit], unit)
            contrasted.another(claim, [unit])
            unsettled.doubted(claim, [unit])
            undecided.settled(claim, [unit], unit)
            multiples.judged(claim, [], [unit])
            bounds.judged(claim, [unit])
            by_so_much.judged(claim, [unit])
            all_beyond.judged(claim, [], [unit], [])
            list(scores.stray(claim, [unit]))
            sequence.told(claim, [unit])
    assert time.process_time() - begun < 15  # a square would take minutes


@pytest.mark.parametrize("piece", PIECES)
def test_who_did_it_and_whose_word_it_is_is_read_in_time_in_proportion(piece: str) -> None:
    source = Evidence((piece * (LONG // len(piece)),))
    begun = time.process_time()
    for claim in ("Mayor Anna Bell said that the bridge was built by Carl Dorn.", '"It is old", said Dr Ito.'):
        Roles().seen(claim, source)
        Attribution().seen(claim, source)
    assert time.process_time() - begun < 15  # a square would take minutes


def asked(text: str, known: Library) -> Claim:
    cited = tuple(Citation(passage=each.id, quote=each.text) for each in known.passages[:5])
    references = (Reference(mark="[1]", entry="it", source="S1"),)
    return Claim(id="c1", kind=ClaimKind.STATED, text=text, citations=cited, references=references)


def test_a_claim_that_is_a_list_of_figures_is_checked_soon() -> None:
    known = as_library(["In 2021 there were 34 pumps, 57 wells and 91 ponds of 468. It cost €3.4 million. " * 3])
    listed = ", ".join(str(1000 + 37 * n % 9973) for n in range(150))
    begun = time.process_time()
    assert Figures().findings([asked(f"It had {listed} pumps in all.", known)], known)
    assert time.process_time() - begun < 20  # each with each would take minutes


def test_many_sentences_of_one_matter_are_gone_through_once() -> None:
    known = as_library([" ".join(f"The pump lifts {n} litres a second now." for n in range(1500))])
    begun = time.process_time()
    assert Dates().findings([asked("The pump now lifts 40 litres a second.", known)], known)
    assert time.process_time() - begun < 10


def test_a_date_that_many_sentences_hold_is_not_looked_for_from_each() -> None:
    planned = " ".join(f"Bridge number {n} in Northgate will open to traffic on 1 May 2027." for n in range(1500))
    newer = " ".join(f"Bridge number {n} in Northgate is now closed to traffic and painted." for n in range(1500))
    documents = as_library([planned, newer]).documents
    dated = zip(documents, ("2025-01-01", "2026-01-01"), strict=True)
    known = Library(
        [each.model_copy(update={"source": each.source.model_copy(update={"date": date})}) for each, date in dated]
    )
    begun = time.process_time()
    assert Dates().findings([asked("Bridge number 7 in Northgate will open on 1 May 2027.", known)], known)
    assert time.process_time() - begun < 10


def test_a_cell_of_a_long_table_is_read_without_reading_the_whole_text_again() -> None:
    rows = "\n".join(f"| Town {n} | {n * 7919 % 90000} | {n * 1.5} |" for n in range(4000))
    known = as_library([f"| Town | Pop | Area |\n|---|---|---|\n{rows}\n"])
    claims = [asked(f"Town {n} has an area of {n * 1.5}.", known) for n in (78, 82, 91)]
    begun = time.process_time()
    assert [each.outcome for each in Figures().findings(claims, known)] == [Outcome.HOLDS] * 3
    assert time.process_time() - begun < 10  # 5 ms for each cell and reading would take minutes


def test_a_clause_that_stands_twice_is_found_twice() -> None:
    text = "pumps lift water, pumps lift water, too"
    assert [clause.text for clause in cut(text)] == ["pumps lift water", "pumps lift water, too"]
    assert [(span.start, span.end) for _, span in parts(text)] == [(0, 16), (18, 39)]


@pytest.mark.parametrize("numbers", [", ".join(map(str, range(1000, 6000))), "half " * 200, "1," * 500])
def test_a_claim_of_very_many_numbers_is_not_compared_and_says_so(numbers: str) -> None:
    """Numbers in words and those that run into one another are as many."""
    library = as_library([f"The pump lifts 40 litres. {numbers[:1000]}"])
    quote = Citation(passage=library.passages[0].id, quote=library.passages[0].text)
    text = f"The pump lifts {numbers} litres."
    begun = time.process_time()
    found = Figures().findings([Claim(id="c1", kind=ClaimKind.STATED, text=text, citations=(quote,))], library)[0]
    assert found.outcome is Outcome.UNCHECKED and "at most" in found.reason
    assert time.process_time() - begun < 2


WHOLE = """The surplus was 38.4 million talers, after 45.1 million in the year before; Anna Bell, treasurer, may go.

| Segment | Premiums 2023 | Claims 2022 | Claims 2023 |
|---|---|---|---|
| Home | 224 | 131 | 158 |
| Motor | 241 | 187 | 179 |
| Total | 553 | 370 | 408 |

From 12 May 2021 to 3 June 2023, 7 of 12 pumps (58 %) lifted 40 litres a second, i.e. 2.4 m³ a minute. “We never
closed the south pump,” she said.
"""
STRANGE = ("|", "\n", "|\n|", "\n\n", "%", " 7 ", "-", "1/0", " per ", "0", "½", "٣", "①", "7" * 40, "€", '"', ". ")
ASKED = (
    "Claims of 2023 were 37 lower than those of 2022, about 8 % of all motor and home claims.",
    "Twice as many pumps, seven of 12, were closed on 3 May 2022 as Anna Bell said: “We closed the south pump.”",
    "Premiums came to 465 million talers in two segments, or 232.5 on average, a share of 84 %.",
)
CHECKS = [check for check in default_checks() if check.name != "entailment"]
EDITS = st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 40), st.sampled_from(STRANGE)), max_size=4)


@settings(max_examples=60, deadline=None)
@given(EDITS, st.sampled_from(ASKED))
def test_no_check_raises_over_a_text_with_holes(edits: list[tuple[int, int, str]], text: str) -> None:
    whole = WHOLE
    for at, gone, come in edits:
        whole = whole[:at] + come + whole[at + gone :]
    known = as_library([whole])
    claim = asked(text, known)
    for check in CHECKS:
        assert {each.claim for each in check.findings([claim], known)} <= {"c1"}, check.name


def test_rows_that_do_not_fit_their_head_are_read() -> None:
    known = as_library(["| Pump | Litres |\n|---|---|\n|\n| North | 40 | 3 | 12 |\n| South | 35 | 4 | 9 |"])
    (found,) = Figures().findings([asked("The pumps have 21 litres in all, and 7 others.", known)], known)
    assert found.outcome is not Outcome.UNCHECKED


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("From 2019 to 2024 sales grew by 4.6 percent a year on average.", "sales of 40.0 in 2019 and 50.1 in 2024, "),
        ("The operating margin rose by 2.4 points.", "| Operating profit | 12 13 | 5 |\n| Revenue | 40 % 41 | 7 |\n"),
        ("The new range lifts the midpoint by 12.5 euros.", "a range of 710 to 730 euros, "),
        ("It costs 52,000 euros, or 47,840 after the discount.", "a discount of 8 percent, "),
        ("The temperature dropped by 4 degrees.", "the temperature fell to 31 °C, "),
        ("The firm sold 1.2 million cars, 300,000 of them electric.", "301,000 electric cars of 1,204,000, "),
    ],
)
def test_operations_that_a_word_names_take_time_in_proportion(text: str, piece: str) -> None:
    head = "| Item | 2019 | 2024 |\n|---|---|---|\n" if piece.startswith("|") else ""
    known = as_library([head + piece * (LONG // len(piece))])
    begun = time.process_time()
    seen = held(known.cited(asked(text, known)), whole=True)
    for figure in figures.find(text):
        worded.follows(figure, text, seen)
        worded.instead(figure, text, seen)
        priced.supposed(figure, text, seen)
    assert time.process_time() - begun < 15  # a square would take minutes


def test_a_row_of_capitals_and_apostrophes_is_no_list() -> None:
    text = "A’" * 8000 + " rose. 4, 5 and 6"
    begun = time.process_time()
    lists.keys(text, figures.find(text))
    assert time.process_time() - begun < 1  # a square would take five


def test_courses_of_a_long_sentence_are_read_once() -> None:
    unit = "it rose from 5 to 7, " * 2500
    begun = time.process_time()
    courses.borne("The fee rose from 5 to 7.", (unit,))
    assert time.process_time() - begun < 1  # each with each would take four
