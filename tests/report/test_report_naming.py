"""What checks and seats say reaches the reader without the ids of the record."""

from __future__ import annotations

from report_council import (
    council,
    events,
    pages,
)

from moot.words import (
    Event,
    Moved,
    Ruled,
)


def test_what_seats_and_checks_say_names_nothing_by_its_id() -> None:
    said = "B.c3 stands, A.c3 fell, as r1.author-2.1 says"

    def reworded(event: Event) -> Event:
        if isinstance(event, Moved):
            return event.model_copy(update={"grounds": said})
        return (
            event.model_copy(update={"ruling": event.ruling.model_copy(update={"reason": said})})
            if isinstance(event, Ruled)
            else event
        )

    for page in pages(council(events=tuple(map(reworded, events())))):
        assert "Sentence 3 stands" in page, "a name that begins a sentence has a capital"
        assert "sentence 3 stands, “The grid connection costs 1.9 million EUR in all” fell, as another chall" in page
        assert "r1.author-2.1 says" not in page and "B.c3 stands" not in page
