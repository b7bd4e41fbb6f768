"""The eyes of the other tests: what a report must not hold is seen in every format."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from hostile_outputs import reached

from moot.report import formats

BAD_MARKDOWN = [
    "[here](https://x.example/)",
    "![](https://x.example/p.gif)",
    "<https://x.example/>",
    "https://x.example/",
    "www.example.com",
    "[a][b]\n\n[b]: //x.example",
    "[a](java&#9;script:alert(1))",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)></svg>",
    "<p style='background:url(//x.example)'>a</p>",
    "<script>alert(1)</script>",
]
BAD_HTML = [
    '<a href="https://x.example/">a</a>',
    '<a href=" jAvAsCrIpT:alert(1)">a</a>',
    '<a href="#s" ping="https://x.example">a</a>',
    "<p onclick=alert(1)>a</p>",
    "<details open ontoggle=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '<meta http-equiv="refresh" content="0;url=https://x.example/">',
    "<iframe srcdoc=a></iframe>",
    "<script>alert(1)</script>",
    "<style>@import url(//x.example)</style><link rel=stylesheet href=//x.example>",
]


@pytest.mark.parametrize("text", BAD_MARKDOWN)
def test_of_markdown(text: str) -> None:
    assert reached("md", text.encode())
    assert not reached("md", b"Plain words, [a bookmark](#one) and `https:` as code.")


@pytest.mark.parametrize("text", BAD_HTML)
def test_of_a_page(text: str) -> None:
    assert reached("html", text.encode())
    assert not reached("html", b'<p id="one">Plain words, <a href="#one">a bookmark</a>.</p>')


def test_of_data() -> None:
    assert reached("csl", json.dumps([{"title": "a", "URL": "https://x.example"}]).encode())
    assert reached("json", json.dumps({"sources": [{"origin": "https://x.example"}]}).encode())
    assert not reached("json", json.dumps({"quote": "see https://x.example"}).encode())
    assert reached("bib", b"@misc{a, title = {b}}} @comment{c}")
    assert reached("bib", b"@misc{a,\n  url = {https://x.example},\n}")
    assert reached("bib", rb"@misc{a, title = {\input{b}}}") and reached("bib", b"@misc{a, title = {#read}}")
    assert not reached("bib", rb"@misc{a, title = {\{b\} \& \#c}}")


def test_of_packed_files() -> None:
    link = b'<Relationship Id="a" Target="https://x.example" TargetMode="External"/>'
    assert reached("docx", _zip({"word/_rels/document.xml.rels": link}))
    assert reached("docx", _zip({"word/document.xml": b"<w:instrText> DDEAUTO c:\\a </w:instrText>"}))
    assert not reached("docx", _zip({"word/document.xml": b"<w:instrText> PAGE </w:instrText>"}))
    assert reached("bundle", _zip({"../a.md": b"", "report.json": b"{}", "report.md": b""}))
    assert reached("bundle", _zip({"report.json": b"{}", "report.md": b"[a](//x.example)"}))


def test_every_format_is_looked_at() -> None:
    for name in formats.names():
        assert isinstance(reached(name, formats_of_nothing(name)), list)


def formats_of_nothing(name: str) -> bytes:
    import pypdfium2

    if name == "pdf":
        with pypdfium2.PdfDocument.new() as document:
            document.new_page(100, 100)
            file = io.BytesIO()
            document.save(file)
            return file.getvalue()
    if name in ("docx", "bundle"):
        return _zip({"report.json": b"{}", "report.md": b""})
    return b"[]" if name in ("json", "csl") else b""


def _zip(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()
