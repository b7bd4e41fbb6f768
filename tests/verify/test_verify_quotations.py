"""Words that a claim puts in quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verify_library import cite, claim, library, only

from moot.verify.quotations import Quotations, Terms, find
from moot.words import Citation, ClaimKind, Outcome

TEXT = """# A cautious report

The panel calls the pilot **a first step** that no city should copy yet, and "not a cure for traffic".

Its chair said: the [data](https://example.org/x) do not yet show fewer cars, and the council’s view is mixed.
"""
KNOWN = library(TEXT)
LEAD = cite(KNOWN, "calls the pilot a first step")


def judged(text: str) -> tuple[Outcome, bool, str]:
    asked = [claim(text, LEAD)]
    finding = only([*Quotations().findings(asked, KNOWN), *Terms().findings(asked, KNOWN)])
    return finding.outcome, finding.gate, finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "It is “a first step that no city should copy yet.”",
        'The panel says "A first step that no city should copy".',
        "The panel says „a first step that“ and «not a cure for traffic».",
        "The panel says »not a cure for traffic«.",
        "They call it ‘a first step … should copy yet’.",
        "They call it 'a first step [...] copy yet'.",
        "“No cit[ies] should copy” it.",
        "“[T]he data do not yet show fewer cars”, it says.",
        "“[The evidence does] not yet show fewer cars,” it says.",
        "It finds that “the data do not yet show fewer cars”.",
        "“the council's view is mixed”",
    ],
)
def test_words_of_the_source_hold(text: str) -> None:
    assert judged(text)[0] is Outcome.HOLDS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is “a last step that no city should copy yet”.", 'altered: "last" against "first"'),
        ("It is “a first step that every city should copy”.", 'altered: "every" against "no"'),
        ("It found “the data do not show fewer cars, and the council’s view”.", '"yet" was left out'),
        ("It is “the cheapest way to move people around”.", "is not in the source"),
        ("It is “no city should copy yet … a first step”.", "is"),
        ("It is “irst step that no city”.", "is altered"),
    ],
)
def test_other_words_fail_as_a_gate(text: str, said: str) -> None:
    outcome, gate, reason = judged(text)
    assert (outcome, gate) == (Outcome.FAILS, True)
    assert said in reason


@pytest.mark.parametrize("text", ["The “miracle” came.", "The “green wave” came.", "See “Cities Without Cars Again”."])
def test_marks_of_the_writer_are_only_doubted(text: str) -> None:
    outcome, gate, _ = judged(text)
    assert (outcome, gate) == (Outcome.FAILS, False)


def test_the_title_of_a_source_may_be_quoted() -> None:
    assert judged("“Source 1” is cautious")[0] is Outcome.HOLDS


@pytest.mark.parametrize("text", ["It is 5' 3\" tall and 6' 1\" wide.", "The cities' and the councils' view.", "x"])
def test_other_marks_are_no_quotation(text: str) -> None:
    assert find(text) == []
    assert Quotations().findings([claim(text, LEAD)], KNOWN) == []


def test_only_claims_in_own_words_over_what_was_read_are_asked() -> None:
    text = "It is “a last step that no city”."
    assert Quotations().findings([claim(text, LEAD, kind=ClaimKind.QUOTED)], KNOWN) == []
    assert Quotations().findings([claim(text, Citation(passage="S9.1", quote="x"))], KNOWN) == []
    assert Quotations().findings([claim(text)], KNOWN) == []


SPOKEN = library("""# In the mill

"The wheel turns slowly," said Ines Oru, the miller, "but it turns." She laughed. "We wait," she said. "Rain comes."
""")


def test_a_quotation_may_leave_out_who_spoke_in_its_midst() -> None:
    def judged(text: str) -> Outcome:
        return only(Quotations().findings([claim(text, cite(SPOKEN, "She laughed"))], SPOKEN)).outcome

    assert judged('She says: "The wheel turns slowly, but it turns."') is Outcome.HOLDS
    assert judged('She says: "We wait. Rain comes."') is Outcome.HOLDS
    assert judged('She says: "The wheel turns slowly, and it turns."') is Outcome.FAILS
    assert judged('She says: "But it turns. We wait."') is Outcome.FAILS


@given(st.data())
def test_a_quotation_with_one_changed_letter_never_holds(data: st.DataObject) -> None:
    words = TEXT.split("\n\n")[1].replace("**", "").replace('"', "").split()
    start = data.draw(st.integers(0, len(words) - 4))
    said = " ".join(words[start : start + data.draw(st.integers(4, 8))]).rstrip(",.")
    if '"' not in TEXT or said in TEXT.replace("**", ""):
        assert judged(f"It says “{said}” there.")[0] is Outcome.HOLDS
    at = data.draw(st.sampled_from([n for n, c in enumerate(said) if c.isalpha()]))
    changed = said[:at] + ("x" if said[at] != "x" else "y") + said[at + 1 :]
    outcome, gate, _ = judged(f"It says “{changed}” there.")
    assert (outcome, gate) == (Outcome.FAILS, True)


@given(st.text(alphabet="“”\"'‘’«»ab [].…", max_size=60))
def test_any_text_is_read(text: str) -> None:
    for each in find(text):
        assert text[each.start : each.end] == each.words
    Quotations().findings([claim(text, LEAD)], KNOWN)
