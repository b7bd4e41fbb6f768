"""What is reckoned from what figures come to together, from a measure, and from a figure of the claim itself."""

from __future__ import annotations

import pytest
from verify_library import assert_follows, audited, library

from moot.words import Outcome

HATCHERY = library(
    """# The hatchery of Inver

Larvae were put into 8 tanks with 25,000 larvae each. On shell grit 41.2 per cent of the larvae had settled by day ten.

The oysters of the bay weighed 38.5 tonnes and were worth £211,750. The boat put out for nine days.

Visitors came to 104,300, against 97,600 in the year before.

The grant of the state was 11.8 million euros, that of the city 7.4 million euros; sales paid 5.9 million euros and
sponsors 1.1 million euros.

| Section | Distance (km) | Time |
|---|---|---|
| Ulm to Kolm | 96 | 1:12:00 |
| Kolm to Orr | 145 | 1:38:30 |
"""
)


@pytest.mark.parametrize(
    ("sentence", "true", "wrong", "words"),
    [
        ("Of the larvae on shell grit some {} had settled by day ten.", "82,000", "97,000", "8 × 25,000"),
        ("The oysters of the bay fetched {} a kilogram.", "£5.50", "£7.30", "38.5 tonnes"),
        ("There were 6,700 more visitors than in the year before, a rise of {} per cent.", "7", "17", "97,600"),
        ("On the way from Ulm to Kolm the train averaged {} km/h.", "80", "92", "1:12:00"),
    ],
)
def test_what_follows_holds_and_another_figure_does_not(sentence: str, true: str, wrong: str, words: str) -> None:
    assert_follows(sentence.format(true), HATCHERY, words)
    assert audited(sentence.format(wrong), HATCHERY).outcome is Outcome.FAILS


def test_a_time_multiplies_only_what_is_told_by_time() -> None:
    known = library("The train had nine coaches. It stood at Lesna for 24 minutes while a coupling was changed.")
    assert audited("In all 216 people could sit in the coaches.", known).outcome is Outcome.FAILS


def test_a_count_in_words_above_twelve_is_looked_for() -> None:
    known = library("Of 58 skippers 31 favoured a closed season.")
    assert audited("Sixty-four skippers were asked about a closed season.", known).outcome is Outcome.FAILS
    assert audited("Fifty-eight skippers were asked about a closed season.", known).outcome is Outcome.HOLDS
