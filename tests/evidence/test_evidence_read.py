"""Files and folders to documents: what is read, what is not, and the one sentence that says why."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest
from evidence_packed import docx, odt
from evidence_pdfs import pdf, typed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moot.errors import NoSources
from moot.evidence import read
from moot.evidence.media.medium import Extract, Medium
from moot.evidence.read import page_of, place_of, read_paths, require
from moot.words import Document, Hidden, Unread


def one(path: Path, content: bytes | str) -> Document:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    documents, unread = read_paths([path])
    assert unread == [] and len(documents) == 1
    return documents[0]


def why(path: Path, content: bytes | str | None = None) -> str:
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    documents, unread = read_paths([path])
    assert documents == [] and len(unread) == 1
    assert unread[0].origin == path.as_posix()
    return unread[0].reason


def test_of_folders_only_installed_packages_are_skipped_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = ("env/pyvenv.cfg", "env/lib/licence.md", "web/node_modules/x/readme.md")
    for name in ("recorded/council.jsonl", "recorded/talk.md", "venv/note.md", *installed):
        (tmp_path / "s" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "s" / name).write_text(f"Words of {name} stand here.")
    monkeypatch.chdir(tmp_path)
    documents, unread = read_paths([Path("s")])
    assert [each.source.origin for each in documents] == ["s/recorded/talk.md", "s/venv/note.md"]
    told = {each.origin: each.reason for each in unread}
    assert told.keys() == {"s", "s/env", "s/web/node_modules"} and "recorded/council.jsonl" in told["s"]
    assert "installed packages" in told["s/env"] and not any(each.counts for each in unread)


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.md", "a.txt", "deep/er/c.html", ".git/x.md", "data.dat", "d.jsonl"):
        (tmp_path / "s" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "s" / name).write_text(f"<p>Words of {name} stand here.</p>")
    monkeypatch.chdir(tmp_path)
    documents, unread = read_paths([Path("s")])
    assert [(each.source.id, each.source.origin) for each in documents] == [
        ("S1", "s/a.txt"),
        ("S2", "s/b.md"),
        ("S3", "s/deep/er/c.html"),
    ]
    reason = "2 files of kinds that are not read: d.jsonl, data.dat"
    assert unread == [Unread(origin="s", reason=reason, counts=False, kinds=("d.jsonl", "data.dat"))]
    assert all(str(tmp_path) not in each.model_dump_json() for each in documents)


@pytest.mark.parametrize("suffix", [".txt", ".rst", ".adoc", ".org", ".log"])
def test_text_under_other_names_is_read_as_it_is(suffix: str, tmp_path: Path) -> None:
    document = one(tmp_path / f"notes{suffix}", "Pumps\n=====\n\nThe north pump lifts 40 litres a second.\n")
    assert "The north pump lifts 40 litres a second." in document.text


def test_hashes_are_of_the_bytes_and_of_the_text(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbfA line.\r\nAnother.\r\n"
    document = one(tmp_path / "a.txt", raw)
    assert document.text == "A line.\nAnother.\n"
    assert document.source.sha256 == hashlib.sha256(raw).hexdigest()
    assert document.source.text_sha256 == hashlib.sha256(document.text.encode()).hexdigest()
    assert document.source.private


@pytest.mark.parametrize(
    ("head", "title", "date", "stated"),
    [
        ("---\ntitle: The T\ndate: 2026-04-02\nsource: https://x.example/a\n---\n# H\n\nBody.", "The T", "2026-04-02", "https://x.example/a"),
        ("+++\ntitle = 'The T'\ndate = 2026-04-02\n+++\nBody.", "The T", "2026-04-02", None),
        ('---\ntitle: "He said \\"no\\" \\u2013 twice"\n---\nBody.', 'He said "no" – twice', None, None),
        ("---\ntitle: He said \"no\"\n---\nBody.", 'He said "no"', None, None),
        ("---\ntitle: 'It''s told'\n---\nBody.", "It's told", None, None),
        ("# The T\n\nDate: 2 April 2026\nOrigin: A paper\n\nBody.", "The T", "2026-04-02", "A paper"),
        ("# The T\n\n**Date:** April 2, 2026 · **Origin:** https://x.example\n\nBody.", "The T", "2026-04-02", "https://x.example"),
        ("Title: The T\nPublished: April 2026\n\nBody.", "The T", "2026-04", None),
        ("The T\n=====\n\n*Date: 2.4.2026*\n\nBody.", "The T", "2026-04-02", None),
        ("# The T\n\nOn 2 April 2026 they wrote. Date: see above.\n\nBody.", "The T", None, None),
        ("# The T\n\nDate: 03/04/2026\n\nBody.", "The T", None, None),
        ("# The T\n\n12 March 2024\n\nBody.", "The T", "2024-03-12", None),
        ("# The T\n\nBy Ann Bo · 12 March 2024, 14:05\n\nBody.", "The T", "2024-03-12", None),
        ("# Das T\n\n*Erschienen am 4. März 2025*\n\nText.", "Das T", "2025-03-04", None),
        ("The T\n12 March 2024\n\nBody.", "The T", "2024-03-12", None),
        ("The T: test report\nUpdated: 14 May 2025\n\nBody.", "The T: test report", "2025-05-14", None),
        ("# Minutes of the board, 11 March 2024\n\nBody.", "Minutes of the board, 11 March 2024", "2024-03-11", None),
        (
            "# Minutes of the meeting of 15 March 2025 (extract)\n\nBody.",
            "Minutes of the meeting of 15 March 2025 (extract)",
            "2025-03-15",
            None,
        ),
        ("# Minutes, 11 March 2024 [draft]\n\nBody.", "Minutes, 11 March 2024 [draft]", "2024-03-11", None),
        ("# Report on the flood (11 March 2024)\n\nBody.", "Report on the flood (11 March 2024)", "2024-03-11", None),
        ("# The fire of 11 March 2024\n\nBody.", "The fire of 11 March 2024", None, None),
        ("# The T\n\nBody.\n\nMore.\n\nStill more.\n\n12 March 2024\n", "The T", None, None),
    ],
)  # fmt: skip
def test_a_note_says_its_title_date_and_origin(
    tmp_path: Path, head: str, title: str, date: str | None, stated: str | None
) -> None:
    source = one(tmp_path / "a.md", head).source
    assert (source.title, source.date, source.stated_origin) == (title, date, stated)


def test_header_lines_leave_the_text_and_prose_stays(tmp_path: Path) -> None:
    document = one(tmp_path / "a.md", "# The T\n\nDate: 2 April 2026\nOrigin: A paper\n\nBody: it stays.\n")
    assert document.text == "# The T\n\nBody: it stays.\n"
    ruled = one(tmp_path / "b.md", "---\n\nA line of prose between rules.\n\n---\n\nMore.\n")
    assert "A line of prose" in ruled.text


@pytest.mark.parametrize(
    "line",
    [
        "**Published:** 12 May 2025. **Severity:** high (score 8.1). **Reported by:** A. Lind.",
        "Updated: the price rose to 40 euros on 3 May 2025",
        "Source: Register of wells. It lists 412 of them, of which 38 are dry.",
    ],
)
def test_a_line_that_says_more_than_a_header_does_stays_in_the_text(tmp_path: Path, line: str) -> None:
    assert line in one(tmp_path / "a.md", f"# The T\n\n{line}\n\nBody.\n").text
    assert line in one(tmp_path / "b.md", f"{line}\n\nBody.\n").text


def test_encodings(tmp_path: Path) -> None:
    words = "Straße, café, 61,6 % — naïve façade."
    for number, encoding in enumerate(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252")):
        document = one(tmp_path / f"{number}.txt", f"{words} Extra {number}\n".encode(encoding))
        assert words in document.text, encoding
        assert bool(document.source.notes) == (encoding in ("utf-16-le", "cp1252"))
    damaged = one(tmp_path / "d.txt", words.encode() + b" \xff\xfe\xc3 end\n" + words.encode() * 40)
    assert "Straße" in damaged.text and "broken encoding" in damaged.source.notes[0]
    declared = one(tmp_path / "h.html", f"<meta charset=cp1252><p>{words}</p>".encode("cp1252"))
    assert words in declared.text


def test_invisible_characters_part_no_word_and_no_figure(tmp_path: Path) -> None:
    told = one(tmp_path / "a.md", "It cost 118\u2060,400 or \u20663\u2069 in pas\xadsen\u200egers.")
    assert told.text.strip() == "It cost 118,400 or 3 in passengers."
    spelled = "a\u200b\u200c\u200bb שלום\u200e, 5"
    assert one(tmp_path / "b.md", spelled).text.strip() == spelled


def test_bad_files_are_named_with_one_clear_reason(tmp_path: Path) -> None:
    assert why(tmp_path / "none.md") == "no such file or folder"
    assert why(tmp_path / "e.md", b"") == "it is empty"
    assert why(tmp_path / "w.md", b" \n\n") == "no text in it"
    assert why(tmp_path / "b.txt", bytes(range(256)) * 50) == "it is binary, not text"
    assert why(tmp_path / "z.txt", b"\x00\x01\x02\x00abc" * 100) == "it is binary, not text"
    assert why(tmp_path / "h.html", b"<html><body><script>x()</script></body></html>") == "no text in it"
    assert "encrypted" in why(tmp_path / "c.pdf", pdf([typed("Secret.")], encrypted=True))
    assert "its pages are pictures without text: not read" in why(tmp_path / "s.pdf", pdf([None, None]))
    assert why(tmp_path / "blank.pdf", pdf([[], []])) == "no text in it: its pages are blank"
    assert "damaged" in why(tmp_path / "j.pdf", b"%PDF-1.7 junk")
    assert "not a kind of file" in why(tmp_path / "x.zip", b"a,b")
    assert "no sources in this folder" in why(tmp_path / "empty") if (tmp_path / "empty").mkdir() is None else False


def test_a_folder_s_documents_of_kinds_that_are_not_read_are_named(tmp_path: Path) -> None:
    for name in ("a.md", "minutes.doc", "Offer.XLS", "logo.png", "Makefile", ".draft.doc"):
        (tmp_path / name).write_bytes(b"The tram line costs 48 million euros.")
    documents, unread = read_paths([tmp_path])
    assert [document.source.title for document in documents] == ["a"]
    told = {Path(each.origin).name: each.reason.split(":")[0] for each in unread}
    assert told == {
        "minutes.doc": ".doc is not a kind of file that is read",
        "Offer.XLS": ".xls is not a kind of file that is read",
        tmp_path.name: "2 files of kinds that are not read",
    }
    assert [each.counts for each in unread] == [False, True, True]


def test_a_bibliography_among_the_sources_is_no_source_and_told_where_it_counts(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The tram line costs 48 million euros.")
    (tmp_path / "refs.bib").write_text("@book{a, title = {Trams}}")
    for paths in ([tmp_path], [tmp_path / "a.md", tmp_path / "refs.bib"]):
        _, unread = read_paths(paths)
        assert [(Path(each.origin).name, each.counts) for each in unread] == [("refs.bib", False)]
        assert unread[0].reason.endswith("an audit follows the one that lies beside its report")


def test_a_folder_s_other_files_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.md", "NOTES", ".hidden", "sub/data.json", *(f"sub/{n}.png" for n in range(5))):
        (tmp_path / name).write_text("The tram line costs 48 million euros.")
    _, unread = read_paths([tmp_path, tmp_path / "a.md"])
    assert [(each.origin, each.counts) for each in unread] == [(tmp_path.as_posix(), False)]
    assert unread[0].reason == ("7 files of kinds that are not read: NOTES, 5 .png (as sub/0.png), sub/data.json")


def test_all_kinds_of_a_folder_s_other_files_are_kept(tmp_path: Path) -> None:
    for name in ("a.md", "a.zip", "b.tex", "c.jpg", "d.JPG", "e.db", "f.sav", "g.h5", "h.dta", "READ", "ME"):
        (tmp_path / name).write_text("The tram line costs 48 million euros.")
    _, (others,) = read_paths([tmp_path])
    assert others.kinds == (
        "2 without an ending (as ME)",
        "a.zip",
        "b.tex",
        "2 .jpg (as c.jpg)",
        "e.db",
        "f.sav",
        "g.h5",
        "h.dta",
    )
    assert others.reason.startswith("10 files of kinds") and others.reason.endswith("e.db, and 3 more kinds")


def test_a_file_of_two_gigabytes_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "big.md"
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)
    assert why(path) == "too large: 2.0 GB, the limit for markdown is 64 MB"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.md")
    assert "device, pipe or socket" in why(tmp_path / "p.md")


def test_links(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    folder.mkdir()
    (folder / "a.md").write_text("Words.")
    (folder / "loop").symlink_to(folder)
    (folder / "self.md").symlink_to(folder / "self.md")
    (tmp_path / "secret.md").write_text("Not shown.")
    (folder / "out.md").symlink_to(tmp_path / "secret.md")
    documents, unread = read_paths([folder])
    assert [each.source.title for each in documents] == ["a"]
    assert [Path(each.origin).name for each in unread] == ["loop", "out.md", "self.md"]
    assert all("link" in each.reason for each in unread)
    assert "could not be opened" in why(folder / "self.md")
    assert len(read_paths([folder / "out.md"])[0]) == 1


def test_an_unreadable_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("Words.")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", refused)  # root reads whatever its mode is
    assert "permission denied" in why(tmp_path / "a.md")


def test_the_same_file_twice_is_read_once(tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text("Same words." if name != "b.md" else "Other words.")
    documents, unread = read_paths([tmp_path, tmp_path / "a.md"])
    assert [each.source.id for each in documents] == ["S1", "S2"]
    assert [each.reason for each in unread] == [f"same file as {(tmp_path / 'a.md').as_posix()}"]
    assert not unread[0].counts


def test_files_that_are_no_sources_can_be_named(tmp_path: Path) -> None:
    for name in ("requirements-dev.txt", "LICENSE.md", ".hidden.md", "tool.py"):
        (tmp_path / name).write_text(f"Words of {name}.")
    documents, unread = read_paths([tmp_path])
    assert documents == [] and len([each for each in unread if each.counts]) == 3
    assert len(read_paths([tmp_path / "LICENSE.md", tmp_path / ".hidden.md"])[0]) == 2


@pytest.mark.parametrize("beside", ["tool.py", "package.json", "src/tool.md"])
def test_a_notice_is_a_source_unless_code_lies_beside_it(tmp_path: Path, beside: str) -> None:
    for name in ("notice.txt", "licence.txt", "minutes.md"):
        (tmp_path / name).write_text(f"We give notice by {name}.")
    assert len(read_paths([tmp_path])[0]) == 3
    (tmp_path / beside).parent.mkdir(exist_ok=True)
    (tmp_path / beside).write_text("It is code.")
    names = [Path(each.source.origin).name for each in read_paths([tmp_path])[0]]
    assert "minutes.md" in names and not {"notice.txt", "licence.txt"} & set(names)


def test_one_bad_source_does_not_end_a_reading(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"junk")
    (tmp_path / "b.html").write_bytes(b"<" * 10_000 + b"\xff")
    (tmp_path / "c.html").write_text("<div>" * 20_000 + "deep")
    (tmp_path / "d.md").write_text("Words.")
    documents, _ = read_paths([tmp_path])
    assert "Words.\n" in [each.text for each in documents]


def test_nothing_readable_is_an_error_with_the_reasons(tmp_path: Path) -> None:
    documents, unread = read_paths([tmp_path / "a.md"])
    with pytest.raises(NoSources, match=r"No source could be read \(.*a.md: no such file or folder\)\."):
        require(documents, unread)
    with pytest.raises(NoSources, match=r"No source was given\."):
        require([], [])


def test_a_title_from_outside_is_one_bounded_visible_line(tmp_path: Path) -> None:
    title = one(tmp_path / "a.html", "<title>A\x07\u202e\n B" + "x" * 900 + "</title><p>Words of it.</p>").source.title
    assert title.isprintable() and len(title) <= 200


class _Broken:
    """A medium whose reader says and raises what cannot be stored."""

    def load(self) -> Medium:
        def rows(raw: bytes) -> Extract:
            if b"bad" in raw:
                raise ValueError("half a pair: \ud800")
            return Extract("A\ud800", notes=("n\ud800",), hidden=(Hidden(how="h\ud800", text="t\ud800"),))

        return Medium("rows", (".csv",), rows)


def test_what_a_medium_says_can_be_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def registered(group: str) -> dict[str, _Broken]:
        return {"rows": _Broken()} if group == "media" else {}

    monkeypatch.setattr(read, "registered", registered)
    document = one(tmp_path / "a.csv", "x")
    assert (document.text, document.source.notes, document.hidden[0].text) == ("A\ufffd", ("n\ufffd",), "t\ufffd")
    assert Document.model_validate_json(document.model_dump_json()) == document


def test_a_parser_that_fails_is_told_in_a_sentence_and_kept_for_who_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def registered(group: str) -> dict[str, _Broken]:
        return {"rows": _Broken()} if group == "media" else {}

    monkeypatch.setattr(read, "registered", registered)
    assert (
        why(tmp_path / "b.csv", "bad") == "reading it as rows failed: it may be damaged; save it anew, or as plain text"
    )
    _, (unread,) = read_paths([tmp_path / "b.csv"])
    assert unread.cause == "ValueError: half a pair: \ufffd"
    assert Unread.model_validate_json(unread.model_dump_json()) == unread
    assert "ValueError" not in unread.reason


class _Outside:
    """An entry point of another package."""

    def load(self) -> Medium:
        return Medium("rows", (".csv",), lambda raw: Extract(raw.decode().replace(",", " and ")))


def test_another_package_brings_a_medium(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def registered(group: str) -> dict[str, _Outside]:
        return {"rows": _Outside()} if group == "media" else {}

    monkeypatch.setattr(read, "registered", registered)
    document = one(tmp_path / "a.csv", "salt,pepper")
    assert (document.source.media, document.text) == ("rows", "salt and pepper")


def test_the_page_of_a_quote(tmp_path: Path) -> None:
    document = one(tmp_path / "a.pdf", pdf([typed("First page words."), None, typed("Third page words.")]))
    assert page_of(document, document.text.index("First")) == 1
    assert page_of(document, document.text.index("Third")) == 3
    assert "2" in document.source.notes[0]
    plain = one(tmp_path / "a.md", "Words.")
    assert page_of(plain, 0) is None and place_of(plain, 0) is None


def test_a_place_on_a_page_that_a_machine_read_says_so(tmp_path: Path) -> None:
    document = one(tmp_path / "a.pdf", pdf([typed("First page words."), typed("Second page words.")]))
    second = document.text.index("Second")
    assert place_of(document, second) == "page 2"
    source = document.source.model_copy(update={"recognised": (2,)})
    marked = document.model_copy(update={"source": source})
    assert place_of(marked, second) == "page 2, read by OCR" and place_of(marked, 0) == "page 1"


SEEDS = [b"", b"<p>", b"<table><tr><td>", b"%PDF-1.4\n", b"---\n", b"# ", b"\xff\xfe", b"<!--", b"<style>.a{"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SEEDS), st.binary(max_size=300), st.sampled_from([".md", ".txt", ".html", ".pdf"]))
def test_any_bytes_are_read_or_named(tmp_path: Path, seed: bytes, raw: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(seed + raw)
    documents, unread = read_paths([path])
    assert len(documents) + len(unread) == 1
    for document in documents:
        assert document.text.strip() and "\r" not in document.text and "\x00" not in document.text
        assert Document.model_validate_json(document.model_dump_json()) == document
    for each in unread:
        assert each.reason and "\n" not in each.reason and not each.reason.startswith("reading it as"), each


DAM = "The dam of Tessel is 61 metres high."
PAGE = f"<!DOCTYPE html><html><body><h1>The dam</h1><p>{DAM}</p></body></html>".encode()
OPEN_TEXT = {"mimetype": "application/vnd.oasis.opendocument.text"}


@pytest.mark.parametrize(
    ("name", "raw", "media"),
    [
        ("a.pdf", PAGE, "html"),
        ("a.txt", pdf([typed(DAM)]), "pdf"),
        ("a.docx", pdf([typed(DAM)]), "pdf"),
        ("a.pdf", docx(f"<w:p><w:r><w:t>{DAM}</w:t></w:r></w:p>"), "docx"),
        ("a.md", b"{\\rtf1 " + DAM.encode() + b"\\par}", "rtf"),
        ("a.docx", odt(f"<text:p>{DAM}</text:p>", parts=OPEN_TEXT), "odt"),
    ],
)
def test_a_file_with_the_name_of_another_kind_is_read_as_what_it_is(
    tmp_path: Path, name: str, raw: bytes, media: str
) -> None:
    (tmp_path / name).write_bytes(raw)
    ((document,), unread) = read_paths([tmp_path])
    assert not unread and document.source.media == media and DAM in document.text
    assert (
        document.source.notes[0].startswith(f"its name ends in .{name[2:]}, but it is a") and "<" not in document.text
    )


def test_an_old_or_locked_file_of_office_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000))
    documents, (unread,) = read_paths([tmp_path])
    assert not documents and unread.reason.startswith("it is encrypted, or an old file of Office")
