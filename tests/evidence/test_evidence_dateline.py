"""Lines that give the day on which their text was written, and lines that only name a day."""

from __future__ import annotations

import pytest

from moot.evidence import dateline
from moot.evidence.media import html


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Wehrda, den 14. Oktober 2025", "2025-10-14"),
        ("Wehrda, 14.10.2025", "2025-10-14"),
        ("Notiz vom Elternbeirat, 20.11.2025", "2025-11-20"),
        ("Protokoll vom 20.11.2025", "2025-11-20"),
        ("Date of issue: 19 August 2024", "2024-08-19"),
        ("Report date: 3.3.2026", "2026-03-03"),
        ("Paris, le 3 mars 2026", "2026-03-03"),
        ("Fait à Lyon, le 3 mars 2026", "2026-03-03"),
        ("Compte rendu de la réunion du 3 mars 2026", "2026-03-03"),
        ("Minutes of the meeting held on 3 March 2026", "2026-03-03"),
        ("Version 1.2, 3 March 2026", "2026-03-03"),
        ("Warszawa, dnia 3 marca 2026 r.", "2026-03-03"),
        ("København, den 3. marts 2026", "2026-03-03"),
        ("V Praze, dne 3. března 2026", "2026-03-03"),
        ("Received: 14 January 2024 / Accepted: 2 May 2024 / Published online: 11 June 2024", "2024-06-11"),
        ("Accepted 2 May 2024. Published 11 June 2024.", "2024-06-11"),
        ("Stand: 03/2026", "2026-03"),
        ("作成日：2026年3月3日", "2026-03-03"),
        ("Die Halle wurde am 14.10.2025 eröffnet.", None),
        ("Anmeldung bis 14.10.2025", None),
        ("Urlaub vom 3.4.2025 bis 9.4.2025", None),
        ("Das Gesetz vom 3.4.2019 gilt weiter.", None),
        ("La réunion du 3 mars 2026 a décidé la fermeture.", None),
        ("Fest am 3.5.2026, 19:00", None),
        ("Heft 03/2026", None),
        ("03/2026", None),
        ("Accepted 2 May 2024", None),
        ("date: 2024-03-10T10:00:00-05:00", "2024-03-10"),
        ("Published 12 May 2024 10:15-04:00", "2024-05-12"),
        ("Posted on May 3, 2024, 14:00-07:00", "2024-05-03"),
        ("Published 12 May 2024 10:15 -04:00", "2024-05-12"),
        ("Posted on May 3, 2024, 14:00 -07:00", "2024-05-03"),
        ("Ann Bo, 2024-05-12 10:15:30 +0200", "2024-05-12"),
        ("Author: Ann Bo, 2024-05-12 10:15 -04:00", "2024-05-12"),
        ("Authored by Ann Bo on 12 May 2024", "2024-05-12"),
        ("Concert, 2024-05-12 19:00", None),
        ("3 May 2024 08:00 - 09:30", None),
        ("3 May 2024 08:00 -09:30", None),
        ("12 May 2024, 10:00 -14:00", None),
        ("3 May 2024 08:00-09:30", None),
        ("12 May 2024, 10:00-14:00", None),
        ("The paper of 2019. Published versions differ.", None),
        ("Preprint, 4 May 2026, not yet reviewed.", "2026-05-04"),
        ("B. Orr, University of Karlow. Preprint, not peer-reviewed, 4 May 2026", "2026-05-04"),
        ("Preprint (not peer reviewed), 4 May 2026", "2026-05-04"),
        ("Working paper, March 2026, under review.", "2026-03"),
        ("Vorabdruck, 4. Mai 2026, noch nicht begutachtet.", "2026-05-04"),
        ("Institute for Soil Karlow, for the Velden town council, 3 March 2026.", "2026-03-03"),
        ("Karlow Engineering, on behalf of the harbour board, 3 March 2026.", "2026-03-03"),
        ("Karlow engineers, 3 March 2026.", "2026-03-03"),
        ("Report for the town council, 3 March 2026.", "2026-03-03"),
        ("Hochschule Karlow, Institut für Boden, Gutachten für den Stadtrat, März 2026", "2026-03"),
        ("Institut für Boden Karlow, im Auftrag des Stadtrats, 3. März 2026", "2026-03-03"),
        ("Elections, 4 May 2026, not yet decided.", None),
        ("Two engineers, 3 May 2026, fell ill.", None),
        ("The hall burned down on 4 May 2026, not yet insured.", None),
        ("The survey, 14 August 2025, not yet published, found 400 pipes.", None),
        ("Concert, for the town council, 3 March 2026.", None),
        ("Trial run, for the new crew, 3 March 2026.", None),
        ("Konzert für den Frieden, 3. März 2026", None),
        ("The council met, for the last time, 3 March 2026.", None),
    ],
)
def test_the_day_of_a_text(line: str, date: str | None) -> None:
    assert dateline.dated(line) == date


def test_a_month_that_a_journal_gives_to_machines() -> None:
    page = '<html><head><meta name="citation_publication_date" content="{}"></head><body><p>The pipes of Karlow.</p>'
    assert html.read(page.format("2023/06").encode()).date == "2023-06"
    assert html.read(page.format("2023/24").encode()).date != "2023-24"
