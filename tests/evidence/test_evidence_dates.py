"""Dates as sources write them, in several languages."""

from __future__ import annotations

import pytest

from moot.evidence import dates


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("31 March 2026", "2026-03-31"),
        ("23. September 2025, 17:05 Uhr", "2025-09-23"),
        ("Dienstag, 3. März 2026", "2026-03-03"),
        ("le 1er janvier 2026", "2026-01-01"),
        ("4 août 2025", "2025-08-04"),
        ("30 jun 2025", "2025-06-30"),
        ("5 de mayo de 2024", "2024-05-05"),
        ("12 ottobre 2023", "2023-10-12"),
        ("7 maart 2022", "2022-03-07"),
        ("9 мая 2021", "2021-05-09"),
        ("2025年04月18日 09:26", "2025-04-18"),
        ("2025년 4월 18일", "2025-04-18"),
        ("03/04/2026", None),
        ("32. Dezember 2025", None),
        ("3 blue 2025", None),
    ],
)
def test_forms(stated: str, iso: str | None) -> None:
    assert dates.iso(stated) == iso
