"""What a program that shows a report would follow, load or run: read from the written file, not from our code."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from importlib.resources import files

from markdown_it import MarkdownIt

_LOADING = re.compile(
    "script|i?frame|img|image|object|embed|applet|form|input|button|base|link|meta|video|audio|source|track|portal|svg|"
    "math|template|noscript|picture|area|map|dialog"
)
_ADDRESSES = re.compile(
    "href|src|srcset|action|formaction|data|poster|xlink:href|ping|background|cite|code|codebase|manifest"
)


_FURNITURE = (
    r'<meta charset="utf-8">',
    r'<meta name="(?:viewport|referrer|color-scheme)" content="[\w=., -]+">',
    r'<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[\w+/=]+'
    r'&#39;; script-src &#39;sha256-[\w+/=]+&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">',
    r'<svg class="bar" viewBox="0 0 100 1\.6" preserveAspectRatio="none" role="img" aria-label="[\w ,]*">',
    r'<button type="button" class="filter \w+" data-filter="\w+" aria-pressed="false" title="[\w ,-]+">',
    r'<button type="button" data-(?:(?:show|step)="[\w-]+"|close)(?: (?:aria-pressed|aria-label|title)="[^"<>]*")*>',
)
"""Tags of a report's own."""


def reached(format: str, data: bytes) -> list[str]:
    """Links to elsewhere, and active content, of a report in one of the formats; nothing for harmless ones."""
    return _FORMATS[format](data)


class _Page(HTMLParser):
    """Browsers' tags; a page's own bookmarks are no links to elsewhere. `own`: what the page may have."""

    def __init__(self, text: str, own: str = r"(?!)") -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._own = re.compile(own)
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        whole = self.get_starttag_text() or ""
        if _LOADING.fullmatch(tag) and not self._own.fullmatch(whole):
            self.found.append(whole)
        for name, value in attrs:
            said = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or (_ADDRESSES.fullmatch(name) and not said.startswith("#")):
                self.found.append(f"{tag} {name}={value}")
            elif name == "style" and re.search(r"url\(|expression|import|behaviou?r", said):
                self.found.append(f"{tag} style={value}")

    handle_startendtag = handle_starttag


def _html(data: bytes) -> list[str]:
    """But for what every report has: its one script and style, and its furniture."""
    page = data.decode()
    templates = files("moot.report") / "templates"
    for names, tag in ((("report.js",), "script"), (("base.css", "report.css"), "style")):
        ours = "".join((templates / name).read_text() for name in names)
        own = re.compile(rf"<{tag}>\s*{re.escape(ours.strip())}\s*</{tag}>")
        page = own.sub("", page, count=1)
    return _Page(page, "|".join(_FURNITURE)).found


def _markdown(data: bytes) -> list[str]:
    """As renderers show it that pass HTML and make links of bare addresses."""
    renderer = MarkdownIt("commonmark", {"html": True, "linkify": True}).enable(["linkify", "table", "strikethrough"])
    return _Page(renderer.render(data.decode())).found


def _json(data: bytes) -> list[str]:
    """Fields that hold an address; all sources were files."""
    return list(_fields(json.loads(data)))


def _fields(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key in ("url", "URL", "DOI", "origin", "asked", "address") and "://" in str(each):
                yield f"{key}={each}"
            yield from _fields(each)
    elif isinstance(value, list):
        for each in value:
            yield from _fields(each)


def _bundle(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        foreign = [name for name in archive.namelist() if not re.fullmatch(r"[\w-]+(/[\w-]+)?\.(?:json|md|txt)", name)]
        return foreign + _json(archive.read("report.json")) + _markdown(archive.read("report.md"))


def _docx(data: bytes) -> list[str]:
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name).decode("utf-8", "replace")
            if name.endswith(".rels"):
                found += re.findall(r"<Relationship\b[^>]*TargetMode=\"External\"[^>]*>", part)
            if re.search(r"vba|activeX|embeddings|oleObject", name):
                found.append(name)
            fields = re.findall(r"<w:instrText[^>]*>([^<]*)<", part) + re.findall(r'w:instr="([^"]*)"', part)
            found += [each for each in fields if not re.match(r"\s*(?:PAGE|NUMPAGES|TOC|PAGEREF|REF|STYLEREF)\b", each)]
    return found


def _pdf(data: bytes) -> list[str]:
    import pypdfium2
    import pypdfium2.raw as pdfium

    found = [word.decode() for word in (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/SubmitForm") if word in data]
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            count = pdfium.FPDFPage_GetAnnotCount(page)
            for at in range(count):
                note = pdfium.FPDFPage_GetAnnot(page, at)
                action = pdfium.FPDFLink_GetAction(pdfium.FPDFAnnot_GetLink(note))
                if action and pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_GOTO:
                    found.append(f"page action of type {pdfium.FPDFAction_GetType(action)}")
    return found


def _bibtex(data: bytes) -> list[str]:
    """Its braces pair, nothing but entries stands outside them, no field holds an address, nothing is a command."""
    text, depth, outside = data.decode(), 0, ""
    for at, char in enumerate(text):
        bare = not (at and text[at - 1] == "\\")
        depth += (char == "{" and bare) - (char == "}" and bare)
        outside += char if depth == 0 else ""
    found = [] if depth == 0 else ["braces do not pair"]
    found += re.findall(r"@(?!(?:misc|online|article)\b)\w+", outside)
    found += re.findall(r"^\s*(?:url|doi|howpublished|file)\s*=.*$", text, re.MULTILINE)
    found += re.findall(r"\\(?:input|write|include|href|url|immediate|openin|read)\d*\b(?!\{\})", text)
    return found + re.findall(r"(?<!\\)[#$%&].{0,20}", text)


def _nothing(data: bytes) -> list[str]:
    """Answers of models as they were given: data for a replay, shown by nobody."""
    return []


_FORMATS: dict[str, Callable[[bytes], list[str]]] = {
    "md": _markdown,
    "html": _html,
    "json": _json,
    "bundle": _bundle,
    "docx": _docx,
    "pdf": _pdf,
    "bib": _bibtex,
    "csl": _json,
    "recording": _nothing,
}
