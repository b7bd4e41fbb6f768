"""What one is told to say is not told as another's word, nor as a fact."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.attribution import Attribution

QUAY = (
    "The council met on 4 May. The harbour master said that the quay was unsafe. Petra Lindholm, the mayor, said that "
    "money was short."
)
OVENS = (
    "Tomas Bergh runs the bakery. The union's secretary told members that the ovens would be replaced by June. "
    "Mr Bergh had no comment."
)
ROOF = (
    "The head teacher said the roof leaked in three classrooms. Councillor Maya Dorn said the repair would wait until "
    "autumn."
)
HAIL = (
    "“We lost the whole harvest,” said Ilse Brandt, who farms near Oldau. The insurer's spokesman said that the papers "
    "came too late. Her neighbour Kurt Mohn said that hail had been announced two days before."
)
WELLS = (
    "The agency's director, Ines Falk, presented the plan. A resident said that the new wells had run dry within a "
    "year. Falk said that the wells were tested monthly."
)
TAX = (
    "Prime minister Ada Holm told parliament that the tax would stay until 2027. Her finance minister, Leo Strand, "
    "said that the tax would be cut in 2026."
)
TRAM = (
    "A letter by Pia Holt. I think the tram is the best thing that has happened to the town. The engineer Olli Venn "
    "reckons it is slow."
)
WORKS = "Ana Pires, who heads the roads office, blamed the frost. The director said that work would resume in April."
WEAK = "Siemens said orders rose 4 per cent. Chief executive Roland Busch said demand in China was weak."


@pytest.mark.parametrize(
    ("text", "evidence", "whose"),
    [
        ("Petra Lindholm said that the quay was unsafe.", QUAY, "The harbour master"),
        ("The mayor said that the quay was unsafe.", QUAY, "The harbour master"),
        ("The harbour master said that money was short.", QUAY, "Petra Lindholm"),
        ("Maya Dorn said that three classrooms had a leaking roof.", ROOF, "The head teacher"),
        ("The head teacher said the repair would wait until autumn.", ROOF, "Maya Dorn"),
        ("Kurt Mohn said that the whole harvest was lost.", HAIL, "Ilse Brandt"),
        ("A resident said that the wells were tested monthly.", WELLS, "Falk"),
        ("The director said the new wells had run dry within a year.", WELLS, "A resident"),
        ("Ada Holm said that the tax would be cut in 2026.", TAX, "Leo Strand"),
        ("Olli Venn said the tram is the best thing that has happened to the town.", TRAM, "that of I"),
    ],
)
def test_the_word_of_another_is_seen(text: str, evidence: str, whose: str) -> None:
    assert whose in said(Attribution(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Petra Lindholm said that money was short.", QUAY),
        ("The mayor said that money was short.", QUAY),
        ("Kurt Mohn said hail had been announced two days before.", HAIL),
        ("The director said that the wells were tested monthly.", WELLS),
        ("Leo Strand said that the tax would be cut in 2026.", TAX),
        ("The finance minister said the tax would be cut in 2026.", TAX),
        ("Ana Pires said work would resume in April.", WORKS),
        ("Siemens said demand in China was weak.", WEAK),
        ("The chief executive said that demand in China was weak.", WEAK),
        ("Hedda Lund said the dam leaks.", "Hedda Lund studied dams. The dam leaks. Jon Moe said that the dam leaks."),
        ("Hedda Lund said the dam leaks.", "Hedda Lund has seen the dam. She said that the dam leaks."),
        ("Bergh told members that the ovens would be replaced by June.", OVENS),
        ("Oda writes that sleep helps memory.", "The author writes that sleep helps memory. Kim Oda, Sleep and You."),
        ("Kim Oda argues that tolls are fair.", "By Kim Oda. I believe that tolls are fair. Oda says trams are slow."),
        ("Brand said pay was low.", "Pay was low, the union leader said. Tom Brand took the job last year."),
        ("The surgeon said the knee healed well.", "The doctor said the knee healed well. The surgeon had no doubt."),
        ("The barrister said the deed was void.", "The lawyer said the deed was void. The barrister said it was late."),
        ("The headteacher said the roof leaked.", "The teacher said the roof leaked. The headteacher said it was old."),
        ("The captain said the fog was thick.", "The pilot said the fog was thick. The captain said it was cold."),
        (
            "The superintendent said the road was shut.",
            "The police chief said the road was shut. The superintendent said nobody was hurt.",
        ),
        ("The farmer said wolves took lambs.", "Shepherd Ivo Tal said wolves took lambs. The farmer said it was dry."),
    ],
)
def test_one_s_own_word_and_what_may_be_is_left_alone(text: str, evidence: str) -> None:
    assert said(Attribution(), text, evidence) == ""


@pytest.mark.parametrize(
    ("text", "evidence", "who"),
    [
        ("Money was short.", QUAY, "Petra Lindholm"),
        ("The quay was unsafe.", QUAY, "harbour master"),
        ("The tax will be cut in 2026.", TAX, "Leo Strand"),
        ("Hail had been announced two days before.", HAIL, "Kurt Mohn"),
    ],
)
def test_the_word_of_a_person_is_no_fact(text: str, evidence: str, who: str) -> None:
    assert who in said(Attribution(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Orders rose 4 per cent.", WEAK),
        ("Larches shed needles in October.", "Lindqvist notes that larches shed needles in October."),
        ("The wall is cracked.", "The inspector said that the wall is cracked."),
        ("The bridge was closed in 1961.", "The guide writes that it was closed. The bridge was closed in 1961."),
    ],
)
def test_what_is_found_or_recorded_may_be_told_plainly(text: str, evidence: str) -> None:
    assert said(Attribution(), text, evidence) == ""


def test_a_full_stop_behind_who_speaks_stays_out_of_the_reason() -> None:
    reason = said(
        Attribution(),
        "Kurt Mohn said that the papers came too late.",
        HAIL.replace(
            "The insurer's spokesman said that the papers came too late.",
            "The papers came too late, according to Ilse Brandt.",
        ),
    )
    assert "Ilse Brandt" in reason
    assert "Brandt." not in reason
