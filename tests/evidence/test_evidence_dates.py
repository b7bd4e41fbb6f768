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
        ("3 квітня 2026 р. о 09:15", "2026-04-03"),
        ("9:15 AM, Apr 3, 2026", "2026-04-03"),
        ("10:02 a.m. EDT, April 4, 2026", "2026-04-04"),
        ("perjantaina 3. huhtikuuta 2026 klo 9.15", "2026-04-03"),
        ("3. dubna 2026", "2026-04-03"),
        ("3 Απριλίου 2026, 09:15", "2026-04-03"),
        ("3 באפריל 2026", "2026-04-03"),
        ("יום שישי, 3 באפריל 2026", "2026-04-03"),
        ("vineri, 3 aprilie 2026", "2026-04-03"),
        ("2026. április 3., péntek", "2026-04-03"),
        ("2026. 04. 03.", "2026-04-03"),
        ("2026 m. balandžio 3 d.", "2026-04-03"),
        ("3 Nisan 2026 Cuma", "2026-04-03"),
        ("3 d'abril de 2026", None),
        ("ngày 3 tháng 4 năm 2026", "2026-04-03"),
        ("2026.04.03 09:15", "2026-04-03"),
        ("Thứ Sáu, 3/4/2026, 08:15 (GMT+7)", "2026-04-03"),
        ("Friday, 04/03/2026", "2026-04-03"),
        ("Friday, 03/04/2026", "2026-04-03"),
        ("Wednesday 03/04/2026", "2026-03-04"),
        ("Monday, 03/04/2026", None),
        ("3. listopada 2026", None),
        ("31 квітня 2026", None),
        ("03/04/2026", None),
        ("32. Dezember 2025", None),
        ("15 ARALIK 2025", None),
        ("3 ſeptember 2024", None),
        ("14.02 2025", None),
        ("3 blue 2025", None),
    ],
)
def test_forms(stated: str, iso: str | None) -> None:
    assert dates.iso(stated) == iso
