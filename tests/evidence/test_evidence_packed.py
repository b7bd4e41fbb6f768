"""The XML of packed documents: signs told by name, and what is no XML."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from evidence_packed import docx as docx_of
from evidence_packed import packed

from moot.evidence.media import docx
from moot.evidence.media.medium import CannotRead

ENTITIES = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyyy">]>'


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Fish &foo; chips", "Fish &foo; chips"),
        ("Fish&nbsp;&amp; chips &gt; 5 &euro;", "Fish & chips > 5 €"),
        ("Fish &x; and &y; chips", "Fish &x; and &y; chips"),
    ],
)
def test_a_sign_that_is_told_by_name_costs_no_word_around_it(said: str, text: str) -> None:
    raw = docx_of(f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p>")
    body = zipfile.ZipFile(BytesIO(raw)).read("word/document.xml")
    for head in ("", ENTITIES):
        assert " ".join(docx.read(packed({"word/document.xml": head.encode() + body})).text.split()) == text


def test_a_part_that_is_no_xml_is_named_with_the_place() -> None:
    with pytest.raises(
        CannotRead, match=r"its text is damaged: word/document.xml is no XML from line 1, column \d+ on"
    ):
        docx.read(docx_of("<w:p><w:r><w:t>Fish & chips</w:t></w:r></w:p>"))
