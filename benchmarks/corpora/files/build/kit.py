# type: ignore
"""What the builders share: what a reader must find, the programs that typeset, and one look for all drawn tables."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

EPOCH = "1767225600"
"""The time of making that the programs are told: 1 January 2026."""


@dataclass
class Made:
    """A document and what reading it must give: pieces in order, each one sentence or one row of cells."""

    kind: str
    suffix: str
    wanted: list[str] = field(default_factory=list[str])
    """A sentence, or `cell | cell`; a piece that begins with `~` need only stand somewhere, in any order."""
    unwanted: list[str] = field(default_factory=list[str])
    hidden: list[str] = field(default_factory=list[str])
    """Must be kept apart: not in the text."""
    said: list[str] = field(default_factory=list[str])
    """Words that a note, or the reason of a refusal, must hold."""
    raw: bytes = b""

    def say(self, *sentences: str) -> str:
        self.wanted += sentences
        return " ".join(sentences)

    def rows(self, rows: Iterable[Sequence[str]]) -> list[list[str]]:
        kept = [list(row) for row in rows]
        self.wanted += [" | ".join(cell for cell in row if cell) for row in kept]
        return kept


def latex(source: str, times: int = 2) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.tex").write_text(source, encoding="utf-8")
        env = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "FORCE_SOURCE_DATE": "1"}
        for _ in range(times):
            done = subprocess.run(
                ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex"],
                cwd=folder,
                env=env,
                capture_output=True,
                text=True,
                errors="replace",
            )
            if done.returncode:
                raise RuntimeError(done.stdout[-1500:])
        return Path(folder, "a.pdf").read_bytes()


def tex(words: str) -> str:
    return words.replace("%", r"\%").replace("&", r"\&").replace("_", r"\_")


def typst(source: str) -> bytes:
    import typst as compiler

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.typ").write_text(source, encoding="utf-8")
        return compiler.compile(str(Path(folder, "a.typ")), timestamp=int(EPOCH))


def office(raw: bytes, suffix: str, to: str) -> bytes:
    """A document as LibreOffice saves it in another form."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, f"a{suffix}").write_bytes(raw)
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                "out",
                f"a{suffix}",
            ],
            cwd=folder,
            check=True,
            capture_output=True,
        )
        return Path(folder, "out", f"a.{to}").read_bytes()


def chromium(page: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.html").write_text(page, encoding="utf-8")
        program = shutil.which("chromium") or "chromium-browser"
        where = f"{folder}/a.pdf"
        flags = [
            "--headless",
            "--no-pdf-header-footer",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={folder}/profile",
        ]
        subprocess.run(
            [program, *flags, f"--print-to-pdf={where}", f"{folder}/a.html"], check=True, capture_output=True
        )
        return Path(where).read_bytes()


def scanned(page: str, dpi: int = 110, seed: int = 1) -> bytes:
    """A page of text as a grey picture with some noise, as JPEG."""
    import random

    from PIL import Image, ImageDraw, ImageFont

    width, height = round(8.27 * dpi), round(11.69 * dpi)
    image = Image.new("L", (width, height), 246)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", round(12 * dpi / 72))
    y = round(0.9 * dpi)
    for line in page.split("\n"):
        draw.text((round(0.9 * dpi), y), line, fill=25, font=font)
        y += round(17 * dpi / 72)
    rng = random.Random(seed)
    for _ in range(width * height // 300):
        at = rng.randrange(width), rng.randrange(height)
        image.putpixel(at, rng.randrange(120, 240))
    out = io.BytesIO()
    image.rotate(0.4, fillcolor=246).save(out, "JPEG", quality=45)
    return out.getvalue()


def packed(parts: Mapping[str, str | bytes], first: str = "") -> bytes:
    """A zip archive with a fixed time; `first` is stored without packing, as the forms of documents want."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def wrapped(words: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)
