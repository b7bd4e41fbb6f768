"""The corpus of hostile documents: each with its benign twin, the same document without the attack.

`corpus/manifest.json` says of each document its kind, subject, language, the place of the attack, what it is after,
whether a person who looks at the document sees it (`seen`: visible, hidden; none where it has no words of an order),
and its half: `open` documents may be looked at while the detector is worked on, `sealed` ones are only measured, and so
are `kept` ones, by another writer, who saw no code.

In a document the attack stands between ⟦ and ⟧; after ‖ stands what the twin has in that place. `\\u{202E}` is that
character and `\\tags{…}` the words in Unicode tag characters, so that nothing in the files is unseen. `x.docx.xml`
holds the body of a Word file, `x.pdf.txt` the drawing of a page; their lines `%Title` and `%Author` are metadata.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal
from xml.sax.saxutils import escape

CORPUS = Path(__file__).parent / "corpus"
_ATTACK = re.compile("⟦([^⟦⟧‖]*)(?:‖([^⟦⟧‖]*))?⟧")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"

Seen = Literal["visible", "hidden", "none"]


@dataclass(frozen=True)
class Pair:
    """A hostile document and its twin."""

    file: str
    kind: str
    subject: str
    language: str
    place: str
    seen: Seen
    says: str
    half: Literal["open", "sealed", "kept"]
    names: tuple[str, str]
    """Of the files, the hostile one's and the twin's."""

    @property
    def id(self) -> str:
        return self.file.split(".")[0]

    @property
    def question(self) -> str:
        return _manifest()["questions"][self.subject]

    @property
    def attacks(self) -> tuple[str, ...]:
        """The texts that only the hostile document has, as they lie in the file."""
        return tuple(_spelled(match[1]) for match in _ATTACK.finditer(self._kept()))

    @property
    def replaced(self) -> tuple[str, ...]:
        """What the twin has in their places."""
        return tuple(_spelled(match[2] or "") for match in _ATTACK.finditer(self._kept()))

    def text(self, hostile: bool) -> str:
        """The file's own text, before it is put into a Word or PDF file."""
        return _spelled(_ATTACK.sub(lambda match: match[1] if hostile else match[2] or "", self._kept()))

    def write(self, folder: Path, hostile: bool) -> Path:
        """Lay the hostile document, or its twin, into `folder`; its path."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / self.names[0 if hostile else 1]
        path.write_bytes(_packed(self.file, self.text(hostile)))
        return path

    def write_neutral(self, folder: Path) -> Path:
        """Lay a harmless source on the same subject into `folder`; its path."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.subject}.md"
        path.write_bytes((CORPUS / "neutral" / path.name).read_bytes())
        return path

    def _kept(self) -> str:
        return (CORPUS / self.file).read_text(encoding="utf-8")


@cache
def _manifest() -> dict[str, Any]:
    return json.loads((CORPUS / "manifest.json").read_text(encoding="utf-8"))


@cache
def pairs() -> tuple[Pair, ...]:
    """All of them, in the order of their files."""
    return tuple(_pair(entry) for entry in _manifest()["documents"])


def _pair(entry: dict[str, Any]) -> Pair:
    name = Path(entry["file"]).name.removesuffix(".xml") if ".docx." in entry["file"] else Path(entry["file"]).name
    name = name.removesuffix(".txt") if ".pdf." in name else name
    hostile, benign = entry.get("names", (name, name))
    fields = {key: entry[key] for key in ("file", "kind", "subject", "language", "place", "seen", "says", "half")}
    return Pair(**fields, names=(_spelled(hostile), _spelled(benign)))


def sample(count: int = 2) -> tuple[Pair, ...]:
    """So many of each kind, spread over the kind's files."""
    chosen: list[Pair] = []
    for kind in sorted({pair.kind for pair in pairs()}):
        mine = [pair for pair in pairs() if pair.kind == kind]
        chosen += [mine[at * len(mine) // count] for at in range(count)]
    return tuple(chosen)


def _spelled(text: str) -> str:
    text = re.sub(r"\\u\{([0-9A-F]+)\}", lambda match: chr(int(match[1], 16)), text)
    return re.sub(r"\\tags\{([^}]*)\}", lambda match: "".join(chr(0xE0000 + ord(char)) for char in match[1]), text)


def _packed(file: str, text: str) -> bytes:
    if file.endswith(".docx.xml"):
        return _docx(text)
    return _pdf(text) if file.endswith(".pdf.txt") else text.encode()


def _metadata(text: str) -> tuple[dict[str, str], str]:
    lines = text.splitlines(keepends=True)
    stated = {key: value.strip() for key, value in re.findall(r"^%(Title|Author) (.*)$", text, re.MULTILINE)}
    return stated, "".join(line for line in lines if not line.startswith("%"))


def _docx(text: str) -> bytes:
    stated, body = _metadata(text)
    file = io.BytesIO()
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(stated.get('Title', ''))}</dc:title>"
        f"<dc:creator>{escape(stated.get('Author', ''))}</dc:creator></cp:coreProperties>",
    }
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


def _pdf(text: str) -> bytes:
    stated, drawing = _metadata(text)
    info = " ".join(f"/{key} ({value})" for key, value in stated.items())
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< {info} >>",
    ]
    written, offsets = "%PDF-1.4\n", list[int]()
    for number, each in enumerate(objects, start=1):
        offsets.append(len(written))
        written += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return f"{written}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")
