"""What an inference concludes must be spoken of in its premises, also where the question asks it."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, only

from moot.evidence.library import Library
from moot.verify.inferring.beyond import Ground, beyond
from moot.verify.premises import Premises
from moot.words import ClaimKind, Document, Outcome, Source

VIRUS = ("In the view of the Office the virus is the main cause of the losses.",)
OYSTERS = "Did the dredging for the marina contribute to the deaths of the oysters, and may it go on?"
PUMP = ("By the audit the pump was the main cause of the flood.",)
FLOOD = "Did the levee play a role in the flood, did the builders do wrong, and may the houses be rebuilt?"
PRICES = ("Ticket prices rose by 8 % in May.",)


@pytest.mark.parametrize(
    ("text", "premises", "question", "said"),
    [
        (
            "The Office names the virus as the main cause, and the dredging therefore did not matter.",
            VIRUS,
            OYSTERS,
            "",
        ),
        (
            "The Office names the virus as the main cause of the losses, so the marina may go on.",
            VIRUS,
            OYSTERS,
            "marina",
        ),
        ("Because the virus is the main cause, the dredging did no harm.", VIRUS, OYSTERS, "no harm"),
        ("The virus is the main cause of the losses, and the dredging did no harm.", VIRUS, OYSTERS, "no harm"),
        (
            "The dredging caused the smell, and the virus is the main cause.",
            VIRUS,
            OYSTERS,
            "no premise gives a cause of it",
        ),
        ("The pump was the main cause, and the levee therefore played no role.", PUMP, FLOOD, "levee"),
        ("The pump was the main cause, so the houses may be rebuilt.", PUMP, FLOOD, "houses"),
        ("Since the pump was the main cause, the builders did nothing wrong.", PUMP, FLOOD, "builders"),
        ("Ticket prices rose by 8 % in May, so the theatre will close.", PRICES, "Will the theatre close?", "theatre"),
    ],
)
def test_an_invented_consequence_is_seen(text: str, premises: tuple[str, ...], question: str, said: str) -> None:
    reason = beyond(text, Ground(premises, (), question))
    assert reason and said in reason


TIMES = "Did the new timetable, or the fee, make a difference?"
DELAYS = ("Delays were 12 % in 2023, under the old timetable, and 12 % in 2024, under the new one.",)
HELD = ("Visits held at 4,100 with the fee.",)
FELL = ("Visits fell from 4,100 to 3,900 with the fee.",)
DAYS = ("Visits were counted on 12 days in the 12 towns.",)


@pytest.mark.parametrize(
    ("text", "premises", "founded"),
    [
        ("The new timetable had no effect on delays.", DELAYS, True),
        ("The new timetable made no difference to delays.", DELAYS, True),
        ("The fee did not affect visits.", HELD, True),
        ("The fee had no effect on visits.", FELL, False),
        ("The fee made no difference to visits.", FELL, False),
        ("There was no change in visits.", FELL, False),
        ("The fee had no effect on visits.", DAYS, False),
    ],
)
def test_that_nothing_changed_rests_on_a_figure_that_is_given_twice(
    text: str, premises: tuple[str, ...], founded: bool
) -> None:
    assert (beyond(text, Ground(premises, (), TIMES)) == "") is founded


SALES = ("Sales in the north rose by 12 % in 2024.", "Sales in the south fell by 3 % in 2024.")
ROOF = ("Slate costs 90 euros a square metre.", "Zinc costs 70 euros a square metre.")
BRIDGE = ("The bridge is closed until May.", "The ferry does not run until June.")
DREDGED = ("By the company the dredging took place after the oysters had died.", *VIRUS)


@pytest.mark.parametrize(
    ("text", "premises", "question"),
    [
        (
            "Sales rose in the north and fell in the south, so the answer depends on the region.",
            SALES,
            "Did sales rise?",
        ),
        ("The Office names the virus, so whether the dredging mattered is not settled.", VIRUS, OYSTERS),
        ("The Office names the virus, and the cause of the rest is therefore open.", VIRUS, OYSTERS),
        ("The virus is the main cause, so something else may have contributed.", VIRUS, OYSTERS),
        ("The dredging played no part: it came after the deaths, and the Office names the virus.", DREDGED, OYSTERS),
        ("Slate costs 90 euros and zinc 70, so choosing zinc saves money.", ROOF, "Which roof saves money?"),
        (
            "The bridge and the ferry are closed until May, so nobody can cross in April.",
            BRIDGE,
            "Can one cross in April?",
        ),
        (
            "As the report is from 2019, newer prices may differ.",
            ("The report of 2019 gives prices.",),
            "What are prices?",
        ),
    ],
)
def test_what_follows_or_stays_open_is_left_alone(text: str, premises: tuple[str, ...], question: str) -> None:
    assert beyond(text, Ground(premises, (), question)) == ""


def titled(title: str, author: str | None = None) -> tuple[Outcome, str]:
    """What the check says of an inference by the word of the union, whose word the only source is by its head."""
    text = "Assaults rose from 14 to 23, counting those that were not reported to the police."
    source = Source(id="S1", title=title, author=author, origin="1.md", sha256="0", text_sha256="0", media="markdown")
    known = Library([Document(source=source, text=text)])
    premise = claim(text, cite(known, text), id="p1")
    said = "By the union assaults rose from 14 to 23, counting those that were not reported to the police."
    inferred = claim(said, id="i", kind=ClaimKind.INFERRED, premises=("p1",))
    finding = only(Premises().findings([premise, inferred], known)[-1:])
    return finding.outcome, finding.reason


def test_whose_word_a_source_is_by_its_title_or_author_may_be_said() -> None:
    assert titled("What drivers say. Drivers' Union")[0] is Outcome.HOLDS
    assert titled("What drivers say", "Drivers' Union")[0] is Outcome.HOLDS
    assert titled("What drivers say") == (Outcome.FAILS, "“union” is in none of its premises")
