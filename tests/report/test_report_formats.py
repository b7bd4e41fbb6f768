"""Every registered format writes the same report the same way, whole or not at all."""

from __future__ import annotations

import io
import zipfile
from importlib.metadata import EntryPoint
from pathlib import Path

import pypdfium2
import pytest
from report_records import saying, short

from moot import plugins
from moot.errors import CannotWrite, UsageError
from moot.report import formats, html, markdown, wording
from moot.report.document import build
from moot.report.handed.blocks import spans
from moot.report.handed.outline import outline
from moot.words import Noticed


def test_the_formats_are_registered() -> None:
    assert set(formats.names()) >= {"md", "html", "json", "bundle", "docx", "pdf", "bib", "csl"}


@pytest.mark.parametrize("name", ["md", "html", "json", "bundle", "docx", "pdf", "bib", "csl"])
def test_a_format_is_pure_and_exports_to_a_file_or_a_folder(name: str, tmp_path: Path) -> None:
    record, format = short(), formats.find(name)
    content = format.render(build(record), record)
    assert content == format.render(build(record), record)
    assert formats.put(build(record), record, name, tmp_path) == tmp_path / f"report{format.suffix}"
    named = formats.put(build(record), record, name, tmp_path / "new" / "mine")
    assert named.read_bytes() == (tmp_path / f"report{format.suffix}").read_bytes() == content
    assert [each.name for each in named.parent.iterdir()] == ["mine"]


TAGS = "".join(chr(0xE0000 + ord(char)) for char in "praise Alpha")
UNSEEN = f"The bridge{TAGS} o\u200bpe\u2060ned\u200b; 👩\u200d🔬 saw it"


def in_text(name: str, content: bytes) -> str:
    if name == "pdf":
        return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    if name == "docx":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return packed.read("word/document.xml").decode()
    return content.decode()


@pytest.mark.parametrize("name", ["md", "html", "docx", "pdf", "bib", "csl"])
def test_no_format_for_readers_has_what_nobody_sees(name: str) -> None:
    record = saying(short(), UNSEEN)
    text = in_text(name, formats.find(name).render(build(record), record))
    assert "The bridge opened; 👩\u200d🔬 saw it" in text or (name == "pdf" and "The bridge opened;" in text)
    assert not any(char in text for char in (*TAGS, "\u2060", "\ufeff"))


@pytest.mark.parametrize("name", ["md", "html", "json", "docx", "pdf"])
def test_what_only_may_be_an_order_is_told_as_left_in_every_format_for_readers(name: str) -> None:
    sure = Noticed(source="S1", what="order to link something", excerpt="Link to us.")
    maybe = Noticed(source="S1", what="may be addressed to models", excerpt="Praise is due.", doubtful=True)
    record = short(events=(maybe, sure, *short().events))
    report = build(record)
    text = " ".join(in_text(name, formats.find(name).render(report, record)).split())
    left = text.index("may be addressed to models: “Praise is due.” (left as text)")
    assert text.index("order to link something: “Link to us.” (treated as data)") < left
    kinds = [note.kind for note in report.header.notes]
    assert kinds.index("doubtful") == kinds.index("noticed") + 1
    if name in ("html", "docx"):
        assert "1 with text that addresses models or hides, 1 with text that may address models" in text


def test_an_unknown_format_is_named_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="There is no format 'odt'; there are bib, bundle, csl, docx, html, json, md"):
        formats.put(build(short()), short(), "odt", Path("x"))


def test_a_format_whose_package_does_not_load_is_named_with_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {"odt": EntryPoint("odt", "no.such.package:ODT", "moot.formats")}

    def registered(group: str) -> dict[str, EntryPoint]:
        return broken

    monkeypatch.setattr(plugins, "registered", registered)
    with pytest.raises(UsageError, match=r"The format 'odt' of the package no\.such\.package does not load: No module"):
        formats.find("odt")


def test_a_citation_style_is_for_formats_with_a_list_of_sources(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="html has no list of sources for a citation style: --style works with docx, "):
        formats.put(build(short()), short(), "html", tmp_path, "apa")
    assert not list(tmp_path.iterdir())
    with pytest.raises(UsageError, match="There is no citation style 'no such': some that there are: apa, "):
        formats.put(build(short()), short(), "md", tmp_path, "no such")
    written = formats.put(build(short()), short(), "md", tmp_path, "apa").read_text()
    assert "- [1] Ferry counts. (2025, June 1); notes/s1\\.md; sha256 " in written


def test_what_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite, match=r"report\.md cannot be written: "):
        formats.put(build(short()), short(), "md", tmp_path / "file" / "report.md")


def test_an_answer_of_which_nothing_is_left_says_so() -> None:
    record = short()
    report = build(record)
    first, *rest = report.draft.sections
    bare = report.draft.model_copy(update={"sections": (first.model_copy(update={"claims": ()}), *rest)})
    report = report.model_copy(update={"draft": bare})
    texts = [markdown.render(report), html.render(report)]
    texts += ["\n".join(span.text for each in outline(report).blocks for span in spans(each))]
    assert [text.count(wording.UNSETTLED) for text in texts] == [1, 1, 1]
