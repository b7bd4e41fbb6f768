"""What Python sees of the package before anything is loaded."""

from __future__ import annotations

from typing import Any, cast

import pytest

import moot
from moot.errors import UsageError
from moot.prepare import Setup, prepare


def test_the_public_names_are_shown() -> None:
    assert set(moot.__all__) <= set(dir(moot))


def test_seats_in_a_list_are_refused_in_words() -> None:
    seats = cast(Any, ["compatible:a", "compatible:b"])
    with pytest.raises(UsageError, match="commas between them"):
        prepare(Setup(question="How much?", sources=["notes"], protocol="council", seats=seats), {})
