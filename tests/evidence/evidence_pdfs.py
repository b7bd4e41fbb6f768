"""Small PDF files made by hand, so that tests need no library that writes them."""

from __future__ import annotations

from collections.abc import Sequence

Line = tuple[float, float, float, str]
"""x, y (points from the lower left), font size, text (Latin-1)."""


PICTURE = b"q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q\n"


def pdf(
    pages: Sequence[list[Line] | None],
    info: dict[str, str] | None = None,
    encrypted: bool = False,
    extra: str = "",
    own: str = "/MediaBox [0 0 612 792]",
    inherited: str = "",
    catalog: str = "",
    more: Sequence[bytes] = (),
) -> bytes:
    """A PDF with one font and a text layer; a page without lines is blank, None is a page that is a picture.

    `extra` goes before each page's text; `own` are entries of each page, `inherited` those of all of them together,
    `catalog` those of the file; `more` are objects of its own, which of a file of one page begin with number 6.
    """
    objects: list[bytes] = [f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(), b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids: list[str] = []
    for lines in pages:
        body = extra.encode() + (PICTURE if lines is None else b"".join(_shown(line) for line in lines))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (own.encode(), len(objects))
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} {inherited} >>".encode()
    objects += more
    trailer = ""
    if info:
        objects.append(("<< " + " ".join(f"/{key} ({value})" for key, value in info.items()) + " >>").encode("latin-1"))
        trailer += f" /Info {len(objects)} 0 R"
    if encrypted:
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >>".encode())
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{'43' * 16}> <{'43' * 16}>]"
    return _file(objects, trailer)


def typed(text: str, top: float = 740, size: float = 11) -> list[Line]:
    """The lines of a text set one below the other; a blank line leaves a gap; `# ` sets a line larger."""
    lines: list[Line] = []
    y = top
    for line in text.split("\n"):
        large = line.startswith("# ")
        if line:
            lines.append((72, y, size * 1.6 if large else size, line.removeprefix("# ")))
        y -= size * 1.25
    return lines


def _shown(line: Line) -> bytes:
    x, y, size, text = line
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, x, y, escaped)


def _file(objects: list[bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets: list[int] = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
