"""Links that name a source and stand behind the stop of the sentence that they are cited for."""

from __future__ import annotations

import pytest

from moot.evidence.cited_report import parse_report

SITE, OTHER = "https://www.marlgazette.example/lido", "https://council.example/minutes.pdf"
CLOSED, COST, SPOKE = "The lido closed in May.", "Keeping it costs £46,000 a year.", "Denise Okoro spoke for the town."
NAMES = [
    "Marl Gazette",
    "marlgazette",
    "marlgazette.example",
    "marlgazette.example +2",
    "marlgazette +1",
    "+2",
    "Why is the lido closed?",
    "Lido will not reopen before the summer of 2027, says the council - Marl Gazette",
]


def told(text: str, media: str = "markdown") -> list[tuple[str, int]]:
    return [(each.text, len(each.marks)) for each in parse_report(text, media).statements if each.checkable]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shown", ["[{}]({})", "([{}]({}))", '<a href="{1}">{0}</a>'])
def test_a_chip_is_that_of_the_sentence_before_it(name: str, shown: str) -> None:
    chip, other = shown.format(name, SITE), shown.format("Town Council", OTHER)
    media = "html" if shown.startswith("<") else "markdown"
    chips = f"{CLOSED} {chip} {COST} {chip} {other} {SPOKE} {other}"
    assert told(f"<p>{chips}</p>" if media == "html" else chips, media) == [(CLOSED, 1), (COST, 2), (SPOKE, 1)]


@pytest.mark.parametrize("name", NAMES)
def test_so_it_is_in_list_items_and_at_the_end_of_a_paragraph(name: str) -> None:
    chip = f"[{name}]({SITE})"
    assert told(f"- {CLOSED} {chip}\n- {SPOKE} {COST} {chip}") == [(CLOSED, 1), (SPOKE, 1), (COST, 1)]


def test_a_link_that_opens_a_sentence_stays_its_word() -> None:
    assert told(f"It fell. [The BBC]({SITE}) World Service told of it. It rose. [Reuters]({OTHER}) denied it.") == [
        ("It fell.", 0),
        ("The BBC World Service told of it.", 1),
        ("It rose.", 0),
        ("Reuters denied it.", 1),
    ]


def test_links_that_open_sentences_are_no_chips_for_one_that_ends_a_paragraph() -> None:
    text = f"It fell. [Reuters]({SITE}) told of it. It rose. [The town]({OTHER}) denied it. It sank. [Marl]({SITE})"
    assert [each for each, _ in told(text)] == [
        "It fell.", "Reuters told of it.", "It rose.", "The town denied it.", "It sank."]  # fmt: skip


def test_sentences_on_both_sides_of_a_chip_stay_apart() -> None:
    text = f"He lives in the U.S. [Reuters]({SITE}) Senator Poe left in May. [Reuters]({SITE})"
    assert told(text) == [("He lives in the U.S.", 1), ("Senator Poe left in May.", 1)]
