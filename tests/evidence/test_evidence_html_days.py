"""The days of a page in the line below its title, in many languages; days of something else are not its own."""

from __future__ import annotations

import pytest

from moot.evidence.media import html

TEXT = "<p>The pipes of Karlow are 61 kilometres long and were insulated anew in the year before last by two firms, "
PAGE = f"<html><head><title>Pipes</title></head><body><article><h1>Pipes</h1><p>{{}}</p>{TEXT}it says.</p></article>"


@pytest.mark.parametrize(
    ("line", "published", "changed"),
    [
        ("Posted 9:15 AM, Apr 3, 2026 and last updated 10:02 AM, Apr 4, 2026", "2026-04-03", "2026-04-04"),
        ("Updated 4 April 2026, first published 3 April 2026", "2026-04-03", "2026-04-04"),
        ("Published: 3 April 2026; Retracted: 11 May 2026", "2026-04-03", "2026-05-11"),
        ("Aino Aho, julkaistu 3.4.2026 klo 14.05, päivitetty 4.4.2026", "2026-04-03", "2026-04-04"),
        ("Опубліковано 3 квітня 2026 р. о 09:15, оновлено 4 квітня 2026", "2026-04-03", "2026-04-04"),
        ("김서연 기자 | 입력 2026.04.03 09:10 | 수정 2026.04.04 11:00", "2026-04-03", "2026-04-04"),
        ("Thứ Sáu, 3/4/2026, 08:15 (GMT+7)", "2026-04-03", None),
        ("Đăng ngày 3 tháng 4 năm 2026", "2026-04-03", None),
        ("3 Απριλίου 2026, 09:15", "2026-04-03", None),
        ("Δημοσιεύθηκε: 3 Απριλίου 2026", "2026-04-03", None),
        ("פורסם: 3 באפריל 2026", "2026-04-03", None),
        ("Publicat: 3 aprilie 2026, 09:15", "2026-04-03", None),
        ("2026. április 3., péntek", "2026-04-03", None),
        ("Publikováno 3. dubna 2026", "2026-04-03", None),
        ("Publicado em 23/04/2026 09h30, Atualizado em 24/04/2026 11h00", "2026-04-23", "2026-04-24"),
        ("publicado 23/04/2026 09h30, última modificação 24/04/2026 11h00", "2026-04-23", "2026-04-24"),
        ("نشر في 3 أبريل 2026", "2026-04-03", None),
        ("3 अप्रैल 2026", "2026-04-03", None),
        ("Gepubliceerd op 23-04-2026", "2026-04-23", None),
        ("Yayınlanma tarihi: 3 Nisan 2026", "2026-04-03", None),
    ],
)
def test_the_day_below_a_title_is_read(line: str, published: str, changed: str | None) -> None:
    read = html.read(PAGE.format(line).encode())
    assert (read.date, read.changed) == (published, changed)


@pytest.mark.parametrize(
    "line",
    [
        "The storm of 3 квітня 2026 broke two cranes.",
        "The bridge was retracted on 3 April 2026 for eleven hours.",
        "Thứ Hai, 3/4/2026",  # No Monday, whichever way it is read.
        "3/4/2026",
        "Saturday 14 November 2026, 10:00 - 15:00",
        "Freitag, 3. April 2026, 18.30 bis 20.00 Uhr",
        "Myrsky kaatoi 3. huhtikuuta 2026 kaksi suurta nosturia satamassa.",
    ],
)
def test_another_day_is_not_the_page_s(line: str) -> None:
    assert html.read(PAGE.format(line).encode()).date is None


def test_a_page_that_is_laid_out_in_cells_has_its_day_below_its_title() -> None:
    page = f"<table><tr><td>Home<td><h2>Pipes</h2><i>H. Brandl, 14 January 2021</i>{TEXT}it says.</table>"
    assert html.read(page.encode()).date == "2021-01-14"
