"""`moot export` writes what people hand on, and says in one sentence what it cannot."""

from __future__ import annotations

import json
from pathlib import Path

from cli_moot import Moot

QUESTION = "How many litres does the north pump lift?"


def test_a_run_is_exported_to_word_pdf_and_bibliographies(home: Path, moot: Moot) -> None:
    assert moot("research", QUESTION, "--sources", "notes", "--out", "first").code == 0
    run = moot("runs").out.split()[0]
    for to, name, begins in (
        ("docx", "report.docx", b"PK"),
        ("pdf", "report.pdf", b"%PDF-"),
        ("bib", "report.bib", b"@misc{"),
        ("csl", "report.csl.json", b"["),
    ):
        ended = moot("export", run, "--to", to, "--out", "second")
        assert ended.code == 0 and ended.out.strip() == str(Path("second") / name)
        assert (home / "second" / name).read_bytes().startswith(begins)
    assert {each["title"] for each in json.loads((home / "second/report.csl.json").read_text())} <= {
        "The north pump",
        "Pump survey",
    }


def test_out_may_be_a_file_and_what_is_refused_leaves_no_folder(home: Path, moot: Moot) -> None:
    assert moot("research", QUESTION, "--sources", "notes", "--out", "first").code == 0
    run = moot("runs").out.split()[0]
    assert moot("export", run, "--to", "bib", "--out", "mine/sources.bib").out.strip() == "mine/sources.bib"
    assert (home / "mine/sources.bib").read_bytes().startswith(b"@misc{")
    assert moot("export", run, "--to", "md", "--out", "a.folder").out.strip() == "a.folder/report.md"
    (home / "folder.md").mkdir()
    assert moot("export", run, "--to", "md", "--out", "folder.md").out.strip() == "folder.md/report.md"
    assert moot("export", run, "--to", "csl", "--out", "sources.csl").out.strip() == "sources.csl"
    assert moot("export", run, "--to", "csl", "--out", "sources.json").out.strip() == "sources.json"
    assert moot("export", run, "--to", "md", "--out", "v1.2").out.strip() == "v1.2/report.md"
    for name in ("report.txt", "report.xlsx"):
        other = moot("export", run, "--to", "md", "--out", f"empty/{name}")
        assert other.code == 2 and "a file ends in .md" in other.err
    other = moot("export", run, "--to", "md", "--out", "empty/report.pdf")
    assert other.code == 2 and "a file ends in .md" in other.err
    assert moot("export", run, "--to", "nothing", "--out", "empty").code == 2
    assert moot("export", run, "--to", "md", "--style", "nonsense", "--out", "empty").code == 2
    assert not (home / "empty").exists()


def test_several_formats_go_to_one_folder_and_one_may_go_to_standard_output(home: Path, moot: Moot) -> None:
    assert moot("research", QUESTION, "--sources", "notes", "--out", "first").code == 0
    run = moot("runs").out.split()[0]
    ended = moot("export", run, "--to", "md", "--to", "json", "--out", "both")
    assert ended.code == 0 and ended.out.split() == [str(Path("both") / name) for name in ("report.md", "report.json")]
    assert all((home / name).stat().st_size for name in ended.out.split())
    shown = moot("export", run, "--to", "md", "--out", "-")
    assert shown.code == 0 and shown.out == (home / "both/report.md").read_text()
    for out in ("-", "one.json"):
        refused = moot("export", run, "--to", "csl", "--to", "json", "--out", out)
        assert refused.code == 2 and f"{out} takes one format, and --to names 2" in refused.err
    assert not (home / "one.json").exists() and not (home / "-").exists()


def test_a_citation_style_shapes_the_list_of_sources_or_is_refused(home: Path, moot: Moot) -> None:
    assert moot("research", QUESTION, "--sources", "notes", "--out", "first").code == 0
    run = moot("runs").out.split()[0]
    assert moot("export", run, "--to", "md", "--style", "apa", "--out", "styled").code == 0
    assert "] Pump survey. (2026, May 1); notes/two" in (home / "styled/report.md").read_text()
    unknown = moot("export", run, "--to", "docx", "--style", "nonsense", "--out", "styled")
    assert unknown.code == 2 and "no citation style 'nonsense': some that there are: apa, " in unknown.err
    closed = moot("export", run, "--to", "bib", "--style", "apa", "--out", "styled")
    assert closed.code == 2 and "--style works with docx, md, pdf." in closed.err
