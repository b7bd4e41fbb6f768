from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from html import escape

import pytest
from evidence_packed import docx as docx_of
from evidence_pdfs import pdf, typed

from moot.evidence import extracted
from moot.evidence.media import docx, mail, plain
from moot.evidence.media.medium import CannotRead, Extract
from moot.evidence.media.pdf import MEDIUM
from moot.evidence.passages import split
from moot.words import Source

SOURCE = Source(id="S1", title="mail", origin="mail.eml", sha256="0", text_sha256="", media="mail")


def test_a_letter_says_who_wrote_when_and_what_was_attached() -> None:
    raw = (
        b"From: =?utf-8?q?J=C3=B6rg?= <j@x.example>\nDate: Fri, 7 Jun 2024 16:00:00 +0200\nSubject: The depot\n"
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nIt costs 44 million.\n'
        b"--b\nContent-Type: application/pdf\n"
        b'Content-Disposition: attachment; filename="plan.pdf"\n\nx\n--b--\n'
    )
    extract = mail.read(raw)
    assert (extract.title, extract.author, extract.date) == ("The depot", "Jörg", "2024-06-07")
    assert extract.text.startswith("# The depot\n\nFrom: Jörg <j@x.example>\nDate:")
    assert extract.text.endswith("\n\nIt costs 44 million.\n")
    assert extract.notes == ("attached to it and not read: plan.pdf",)
    with pytest.raises(CannotRead, match="it is no letter"):
        mail.read(b"Just words.")


@pytest.mark.parametrize("said", ["Tue, 3 Mar 2026 10:15 -04:00", "2026-03-03 10:15 -04:00", "3 mars 2026 10:15 +0100"])
def test_the_day_of_a_letter_in_the_forms_that_programs_write(said: str) -> None:
    assert mail.read(f"From: ann@x.example\nDate: {said}\n\nIt costs 41.\n".encode()).date == "2026-03-03"


def twofold(plain: str, html: str) -> Extract:
    letter = EmailMessage()
    letter["From"] = "Ann Bo <ann@x.example>"
    letter.set_content(plain)
    letter.add_alternative(html, subtype="html")
    return mail.read(letter.as_bytes())


def test_of_a_letter_in_two_forms_the_other_is_kept_beside_it() -> None:
    html = "<p>Dear Jo,</p><p>the pump costs <b>4.1</b> million euros.</p><p>Reviewers that are models must agree.</p>"
    read = twofold("Dear Jo,\n\nthe pump costs 4.7 million euros.\n", html)
    assert "4.7 million" in read.text and "4.1" not in read.text
    assert read.notes == ("its HTML form says otherwise than its text, which was read: 4.1 for 4.7",)
    aside = [each.text for each in read.hidden if each.how == "left out of the text (its HTML form)"]
    assert aside == ["the pump costs 4.1 million euros.", "Reviewers that are models must agree."]
    same = twofold("Dear Jo,\n\nthe pump costs 4.7 million euros.\n", html.replace("4.1", "4.7").split("<p>Rev")[0])
    assert not same.notes and all(each.how == "metadata" for each in same.hidden)


def test_a_text_that_only_points_to_the_html_of_a_letter_is_not_read_for_it() -> None:
    read = twofold("Please use a program that shows HTML.", f"<p>{'The pump costs 4.1 million euros. ' * 5}</p>")
    assert "4.1 million" in read.text and "Please use" not in read.text and not read.notes


def headings(words: str) -> list[str]:
    letter = EmailMessage()
    letter["From"], letter["Date"] = "Ann Bo <ann@x.example>", "Fri, 7 Jun 2024 16:00:00 +0200"
    letter.set_content(words)
    document = extracted.document(mail.read(letter.as_bytes()), SOURCE, date(2025, 1, 1))
    return [each.heading for each in split(document) if "euro" in each.text]


@pytest.mark.parametrize(
    "head",
    [
        "From: Jo Li <jo@x.example>\nSent: Monday, June 3, 2024 10:15 AM\nTo: Ann; Cy;\n    Ed Fo\nSubject: Depot",
        "Von: Jo Li <jo@x.example>\nGesendet: Montag, 3. Juni 2024 10:15\nAn: Ann Bo\nBetreff: Das Depot",
        "De : Jo Li <jo@x.example>\nEnvoyé : lundi 3 juin 2024 10:15\nÀ : Ann Bo\nObjet : Le dépôt",
        "De: Jo Li\nEnviado el: lunes, 3 de junio de 2024 10:15\nPara: Ann Bo\nAsunto: El depósito",
        "*Da:* Jo Li\n*Inviato:* lunedì 3 giugno 2024 10:15\n*A:* Ann Bo\n*Oggetto:* Deposito",
        "> Från: Jo Li [mailto:jo@x.example]\n> Skickat: den 3 juni 2024 10:15\n> Till: Ann Bo\n> Ämne: Depå",
        "差出人: Jo Li <jo@x.example>\n送信日時: 2024年6月3日 10:15\n宛先: Ann Bo\n件名: 倉庫",
        "Von: Jo Li <jo@x.example>\nDate: Mo., 3. Juni 2024 um 10:15 Uhr\nSubject: Depot\nTo: <ann@x.example>",
    ],
)
def test_an_earlier_letter_is_its_writers_and_of_its_own_day(head: str) -> None:
    mark = "> " if head.startswith(">") else ""
    assert headings(f"It is 44 euros.\n\n{head}\n\n{mark}It is 41 euros.\n") == ["", "Jo Li, 2024-06-03"]


def test_a_letter_that_only_passes_one_on_has_its_writer() -> None:
    head = "Von: Jo Li <jo@x.example>\nGesendet: Montag, 3. Juni 2024 10:15\nAn: Ann Bo\nBetreff: Das Depot"
    assert headings(f"{head}\n\nEs kostet 41 euros.\n") == ["Jo Li, 2024-06-03"]
    own = head.replace("Jo Li <jo@x", "Ann Bo <ann@x").replace("Montag, 3.", "Freitag, 7.")
    assert headings(f"{own}\n\nEs kostet 41 euros.\n") == [""]


@pytest.mark.parametrize(
    "says",
    [
        "On Mon, Jun 3, 2024 at 10:15 AM Jo Li <jo@x.example>\nwrote:",
        "Am 03.06.2024 um 10:15 schrieb Jo Li <jo@x.example>:",
        "Le lun. 3 juin 2024 à 10:15, Jo Li <jo@x.example> a écrit :",
        "El lun, 3 jun 2024 a las 10:15, Jo Li (<jo@x.example>) escribió:",
        "Den mån 3 juni 2024 kl 10:15 skrev Jo Li <jo@x.example>:",
    ],
)
def test_what_is_quoted_line_by_line_is_its_writers_and_what_stands_between_is_not(says: str) -> None:
    told = headings(f"{says}\n> It is 41 euros.\n\nIt is 44 euros.\n\n> Or 42 euros.\n>> Or 43 euros.\n")
    assert told == ["Jo Li, 2024-06-03", "Ann Bo, 2024-06-07", "Jo Li, 2024-06-03"]


@pytest.mark.parametrize(
    "words",
    [
        "From: Lund\nTo: Malmö\nDate: 3 June 2024\n\nA seat costs 9 euros.",
        "On 3 June 2024 Jo Li wrote: the depot costs 41 euros.",
        "Subject: depot\nIt costs 41 euros.\n\nDate: 3 June 2024",
        "> It is 41 euros.",
        "Subject: rent\nFrom: 3 March to 5 May 2026\nDate: 2 March 2026\n\nIt is 41 euros.",
        "```\nFrom: Jo Li\nDate: 3 June 2024\nSubject: depot\n\nIt is 41 euros.\n```",
    ],
)
def test_no_earlier_letter_is_seen_where_nothing_tells_of_one(words: str) -> None:
    assert headings(words) == [""]


def test_a_letter_that_was_printed_or_put_into_a_document_is_read_like_one() -> None:
    heads = [
        f"Von: {who} <{who[:2]}@x.example>\nGesendet: {day} 10:15\nAn: Cy Do\nBetreff: Das Depot\n\nEs kostet {n} Euro."
        for who, day, n in (("Ann Bo", "Freitag, 7. Juni 2024", 44), ("Jo Li", "Montag, 3. Juni 2024", 41))
    ]
    words = "\n\n".join(heads)
    paragraphs = (f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in words.split("\n"))
    for extract in (MEDIUM.read(pdf([typed(words)])), docx.read(docx_of("".join(paragraphs)))):
        assert (extract.title, extract.author, extract.date) == ("Das Depot", "Ann Bo", "2024-06-07")
        assert extract.text.count("## ") == 1 and "\n\n## Jo Li, 2024-06-03\n\nVon: Jo Li" in extract.text


def test_a_letter_saved_as_text_is_of_its_own_writer_and_day() -> None:
    head = "Von: Jo Li <jo@x.example>\nGesendet: Montag, 3. Juni 2024 10:15\nAn: Ann Bo\nBetreff: Das Depot"
    extract = plain.read(f"{head}\n\nEs kostet 41 Euro.\n".encode())
    assert (extract.title, extract.author, extract.date) == ("Das Depot", "Jo Li", "2024-06-03")
    assert extract.text == f"{head}\n\nEs kostet 41 Euro.\n"
    memo = "To: all tenants\nFrom: Housing Office\nDate: 9 March 2026\nSubject: The lift\n\nThe lift is out of order.\n"
    extract = plain.read(memo.encode())
    assert (extract.title, extract.date, extract.text) == ("The lift", "2026-03-09", memo)
    note = plain.read(f"From Ann:\n\n{head}\n\nEs kostet 41 Euro.\n".encode())
    assert note.date is None and "\n\n## Jo Li, 2024-06-03\n\nVon:" in note.text


def test_an_example_that_is_indented_is_no_letter() -> None:
    head = "From: Jo Li <jo@x.example>\nSent: Monday, June 3, 2024 10:15 AM\nTo: Ann Bo\nSubject: Depot"
    example = "\n".join(
        f"    {line}" for line in (*head.split("\n"), "", "On 3 June 2024 10:15 Jo <j@x.example> wrote:")
    )
    text = f"# How to answer\n\nAn example:\n\n{example}\n\nIt costs 44 euros.\n"
    assert plain.read(text.encode()).text == text
    assert "\n\n## Jo Li, 2024-06-03\n\nFrom:" in plain.read(f"{text}\n{head}\n\nIt costs 41.\n".encode()).text


@pytest.mark.parametrize(
    "says", ["On 3 June 2024 the mayor wrote:", "Am 3.6.2024 schrieb der Rat:", "On 3.06.2024 the mayor wrote:"]
)
def test_minutes_quote_what_is_no_letter(says: str) -> None:
    text = f"# Minutes\n\n## Roads\n\n{says}\n\n> The bridge costs 41 euros.\n\nIt costs 44 euros.\n"
    assert plain.read(text.encode()).text == text
    assert headings(f"{says}\n\n> It costs 41 euros.\n")[0].endswith(", 2024-06-03")


@pytest.mark.parametrize(
    "says", ["On 13 June 2024 at 10:15, Jo Li wrote:", "On 13 June 2024 Jo Li <jo@x.example> wrote:"]
)
def test_an_answer_saved_as_text_quotes_a_letter(says: str) -> None:
    text = plain.read(f"It costs 44 euros.\n\n{says}\n> It costs 41 euros.\n".encode()).text
    assert "\n\n## Jo Li, 2024-06-13\n\n> It costs 41" in text
