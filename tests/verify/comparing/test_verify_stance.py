"""Who is for a thing by the source is not told as against it, nor the other way round."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.roles import Roles

PATH = (
    "Ms Brannigan recommends closing the north path from March to July. The landowners' association opposes the "
    "closure; the tourism board has not taken a position."
)
HORSES = "Dr Hale advises vaccinating all horses at the yard. The stable owners reject the plan as too dear."
DOCK = "The union welcomes the four-day week at the dockyard. Management objects to the four-day week."
CANAL = "The Green group proposes to plant 300 trees along the canal. The Liberal group is against planting there."
TEST = "The chamber supports selling the test in supermarkets. The doctors' association warns against selling it."


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The landowners' association recommends closing the north path.", PATH),
        ("Ms Brannigan opposes closing the north path.", PATH),
        ("The stable owners advise vaccinating all horses at the yard.", HORSES),
        ("Management welcomes the four-day week at the dockyard.", DOCK),
        ("The union rejects the four-day week at the dockyard.", DOCK),
        ("The Liberal group proposes to plant 300 trees along the canal.", CANAL),
        ("The doctors' association supports selling the test in supermarkets.", TEST),
    ],
)
def test_the_other_side_is_seen(text: str, evidence: str) -> None:
    assert "its source “" in said(Roles(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The landowners' association is against closing the north path.", PATH),
        ("Ms Brannigan wants the north path closed from March to July.", PATH),
        ("The stable owners oppose vaccinating all horses.", HORSES),
        ("Management opposes the four-day week at the dockyard.", DOCK),
        ("The union supports the four-day week at the dockyard.", DOCK),
        ("The Green group wants to plant 300 trees along the canal.", CANAL),
        ("The landowners oppose closing the path.", "The landowners recommend keeping the path open."),
        ("The board supports the new route.", "The board opposed the new route in 2019. The board supports it now."),
        ("The board opposes the offer.", "The board recommended that shareholders reject the offer."),
        ("The board supports the bridge.", "The board opposes the tunnel. Mr Hale supports the bridge."),
    ],
)
def test_the_same_side_in_other_words_is_left_alone(text: str, evidence: str) -> None:
    assert said(Roles(), text, evidence) == ""
