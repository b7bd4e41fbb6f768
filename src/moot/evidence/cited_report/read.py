"""Files that are reports: Markdown, text, HTML, PDF and docx."""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from moot.errors import NoSources
from moot.evidence.cited_report.parse import parse
from moot.evidence.cited_report.report import CitedReport
from moot.evidence.media.medium import CannotRead, failed
from moot.text.lazy import lazy_re

LIMIT = 64 * 1024 * 1024
"""Bytes; a larger file is not opened."""
_NAMED = lazy_re(r"[^\s\"',\[\]{}()<>|]{1,200}\.(?:bib|ya?ml|json)\b")
_KNOWN = (".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml", ".pdf", ".docx", "")


def read_report(path: Path) -> CitedReport:
    """What a report claims and cites. Raises `NoSources` with the reason, in one sentence, when it cannot be read."""
    with _guarded(f"The report {path}"):
        raw = _bytes(path)
        text, media, title, notes = _text(path.suffix.lower(), raw)
        if not text.strip():
            raise CannotRead("no text in it")
        return parse(text, media, title or "", _bibliography(path, text), notes)


def parse_report(text: str, media: str = "markdown", title: str = "") -> CitedReport:
    """The same of a text: `markdown`, `text`, or `html`. Raises `NoSources` when it cannot be read."""
    with _guarded("The report"):
        if media == "html":
            from moot.evidence.cited_report import html

            text, found, notes = html.markdown(text.encode("utf-8", errors="replace"))
            return parse(text, media, title or found, "", notes)
        return parse(text.replace("\r\n", "\n").replace("\r", "\n"), media, title)


@contextmanager
def _guarded(named: str) -> Generator[None]:
    """Raises `NoSources` for whatever keeps the report from being read."""
    try:
        yield
    except CannotRead as error:
        raise NoSources(f"{named} cannot be read: {error}.") from None
    except OSError as error:
        raise NoSources(f"{named} cannot be opened: {(error.strerror or str(error)).lower()}.") from None
    except Exception as error:  # whatever a parser does to a hostile file
        raise NoSources(f"{named} cannot be read: {failed('a report')}.") from error


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise CannotRead("it is a folder")
    if path.exists() and not path.is_file():
        raise CannotRead("it is no file (a device, pipe or socket)")
    if path.suffix.lower() not in _KNOWN:
        raise CannotRead(f"files that end in {path.suffix} are not understood (Markdown, text, HTML, PDF and docx are)")
    if path.stat().st_size > LIMIT:
        raise CannotRead(f"too large: over {LIMIT // 1024**2} MB")
    raw = path.read_bytes()
    if not raw:
        raise CannotRead("it is empty")
    return raw


def _bibliography(path: Path, text: str) -> str:
    """Bibliographies beside the report, or in a folder below it: of its own name, or that it names; where there are
    keys and neither, the only one beside it, of which what the report cites counts.
    """
    from moot.evidence.cited_report import bibtex, keys

    named = [each for name in _NAMED.findall(text) for each in (_below(name), Path(name).name)]
    names = [
        path.with_suffix(".bib").name,
        *(name for name in named if name.endswith(".bib") or "bibliography" in text),
    ]
    found = [each for name in dict.fromkeys(names) if _is_bibliography(each := path.parent / name, path)]
    if found:
        return "\n\n".join(each.read_text(encoding="utf-8", errors="replace") for each in found)
    only = [each for each in path.parent.glob("*.bib") if _is_bibliography(each, path)]
    cited = keys.cited(text)
    if len(only) != 1 or not cited:
        return ""
    held = only[0].read_text(encoding="utf-8", errors="replace")
    return "\n".join(held[each.start : each.end] for each in bibtex.records(held) if each.key.lower() in cited)


def _below(name: str) -> str:
    """A path that leads nowhere but into folders below, else its last part."""
    path = Path(name)
    return path.name if path.is_absolute() or ".." in path.parts else str(path)


def _is_bibliography(file: Path, report: Path) -> bool:
    try:
        return file.is_file() and file != report and file.stat().st_size <= LIMIT
    except OSError:  # The report may name what no file can be called.
        return False


def _text(suffix: str, raw: bytes) -> tuple[str, str, str | None, tuple[str, ...]]:
    """The text, in Markdown where the medium has structure; the medium; the title; notes."""
    if suffix in (".html", ".htm", ".xhtml"):
        from moot.evidence.cited_report import html

        text, title, notes = html.markdown(raw)
        return text, "html", title, notes
    if suffix in (".docx", ".pdf"):
        from moot.evidence.media import docx, pdf
        from moot.evidence.media.stated import UNDATED

        extract = docx.read(raw) if suffix == ".docx" else pdf.read(raw)
        notes = tuple(
            note for note in extract.notes if not note.startswith(UNDATED)
        )  # nobody asks that of the report itself
        text = re.sub(r"(?<=\S)\f(?=\S)", " ", extract.text).replace("\f", "")
        return text, suffix[1:], extract.title, notes
    from moot.evidence.media.decode import decode

    text, notes = decode(raw, None)
    return text, "markdown" if suffix in (".md", ".markdown") else "text", None, notes
