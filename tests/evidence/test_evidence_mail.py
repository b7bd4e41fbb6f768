from __future__ import annotations

from email.message import EmailMessage

import pytest

from moot.evidence.media import mail
from moot.evidence.media.medium import CannotRead, Extract


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
