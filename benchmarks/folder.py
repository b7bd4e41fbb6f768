"""A folder of many files, read and indexed. Run: python benchmarks/folder.py [--files 2000]

The files are made at run time from the corpora, with words changed so that no two are alike, in the mix of an office's
folder; one in twenty is broken. Then one process reads them (`read_paths`), splits and indexes them (`Library`), and
searches once. Printed are the times, the peak memory of that process, and what was said of the broken files. Then
`moot research` is run over the folder, with readers in all seats: from the start of the command to its first finding
and to its report, and the peak memory of it all.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import platform
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

CORPORA = Path(__file__).parent / "corpora"
LIMIT = 600
"""MB of memory that reading and indexing may take, and a run over them."""
QUESTION = "Which depth has the outer channel after the dredging, and what did the work cost?"
READERS = ("--author", "reader:lexical", "--reviewer", "reader:semantic")
MOMENTS = {"planned": "to the plan", "drafted": "to the draft", "checked": "to the first finding"}
"""What lines of the command say first."""
_MIX = {
    ".md": 30,
    ".html": 22,
    ".pdf": 20,
    ".docx": 9,
    ".xlsx": 5,
    ".csv": 4,
    ".txt": 3,
    ".pptx": 3,
    ".eml": 2,
    ".odt": 1,
    ".rtf": 1,
}
_WORD = re.compile(r"(?<![<&/=\"\\{])\b[a-z]{5,}\b(?![>=;\"])")


class Maker:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        files = [path for path in (CORPORA / "files").iterdir() if path.suffix not in (".json", ".md")]
        self.models = {suffix: [path for path in files if path.suffix == suffix] for suffix in _MIX}
        self.models[".html"] = sorted((CORPORA / "pages" / "open").glob("*.htm*"))
        told = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((CORPORA / "files").glob("*.json"))]
        self.sentences = [piece for each in told for piece in each["wanted"] if piece.endswith(".")]
        self.words = sorted({word for each in self.sentences for word in re.findall(r"[a-z]{5,}", each)})

    def make(self, suffix: str) -> bytes:
        if suffix in (".md", ".txt"):
            return self.prose(self.random.randint(10, 400)).encode()
        models = [path for path in self.models[suffix] if path.stem not in ("locked", "scan", "silent_file")]
        if not models:
            return self.prose(30).encode()
        raw = self.random.choice(models).read_bytes()
        if suffix == ".pdf":
            return self.pdf() if self.random.random() < 0.6 else raw + f"\n% {self.random.random()}\n".encode()
        if suffix == ".csv":
            rows = (",".join(self.random.sample(self.words, 4)) for _ in range(self.random.randint(20, 2_000)))
            return "\n".join(("place,item,kind,remark", *rows)).encode()
        if suffix == ".eml":
            return self.letter()
        if suffix == ".html":
            return self.changed(raw) + f"<!-- {self.random.random()} -->".encode()
        return self.packed(raw) if raw.startswith(b"PK") else self.changed(raw)

    def letter(self) -> bytes:
        letter = EmailMessage()
        letter["From"], letter["To"] = "Sunniva Aldrich <sunniva@vellhavn.example>", "council@vellhavn.example"
        letter["Date"], letter["Subject"] = "Tue, 12 Mar 2024 09:15:00 +0100", self.random.choice(self.words)
        letter.set_content(self.prose(self.random.randint(3, 30)))
        return letter.as_bytes()

    def prose(self, sentences: int) -> str:
        parts = [f"# {self.random.choice(self.words)} {self.random.choice(self.words)}"]
        for at in range(sentences):
            if at % 15 == 0:
                parts.append(f"## {self.random.choice(self.words)}\n")
            parts.append(
                self.changed(self.random.choice(self.sentences).encode()).decode() + ("\n" if at % 5 == 4 else "")
            )
        return "\n".join(parts) + "\n"

    def changed(self, raw: bytes) -> bytes:
        """Some words and figures others."""

        def other(word: re.Match[str]) -> str:
            return self.random.choice(self.words) if self.random.random() < 0.15 else word[0]

        text = _WORD.sub(other, raw.decode("latin-1"))
        return text.encode("latin-1")

    def packed(self, raw: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for info in old.infolist():
                content = old.read(info)
                if info.filename.endswith((".xml", ".xhtml")) and "rels" not in info.filename:
                    content = re.sub(rb">[^<]{12,}<", lambda found: self.changed(found[0]), content)
                new.writestr(info, content)
            new.writestr("made.txt", str(self.random.random()))
        return out.getvalue()

    def pdf(self) -> bytes:
        import ctypes

        import pypdfium2
        import pypdfium2.raw as pdfium

        text = self.prose(self.random.randint(20, 600)).replace("#", "").replace("\n", " ")
        lines = [text[at : at + 88] for at in range(0, len(text), 88)]
        document = pypdfium2.PdfDocument.new()
        for first in range(0, len(lines), 50):
            page = document.new_page(612, 792)
            for row, line in enumerate(lines[first : first + 50]):
                item = pdfium.FPDFPageObj_NewTextObj(document.raw, b"Helvetica", 10)
                wide = (line + "\0").encode("utf-16-le")
                pdfium.FPDFText_SetText(item, (ctypes.c_ushort * (len(wide) // 2)).from_buffer_copy(wide))
                pdfium.FPDFPageObj_Transform(item, 1, 0, 0, 1, 50, 750 - 14 * row)
                pdfium.FPDFPage_InsertObject(page.raw, item)
            page.gen_content()
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    def broken(self, suffix: str, raw: bytes) -> bytes:
        ways: list[Callable[[], bytes]] = [
            lambda: b"",
            lambda: raw[: len(raw) // 3],
            lambda: self.random.randbytes(3_000),
            lambda: bytes(0 if self.random.random() < 0.05 else each for each in raw[:20_000]),
            lambda: b"   \n\n",
        ]
        if suffix == ".pdf":
            ways += [(CORPORA / "files" / f"{name}.pdf").read_bytes for name in ("locked", "scan", "silent_file")]
        if raw.startswith(b"PK"):
            ways.append(lambda: _bomb(raw))
        return self.random.choice(ways)()


def _bomb(raw: bytes) -> bytes:
    """The same file with one part that unpacks to 100 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        largest = max(old.infolist(), key=lambda info: info.file_size * info.filename.endswith(".xml"))
        for info in old.infolist():
            new.writestr(info.filename, b"<a>" + b" " * 100_000_000 if info is largest else old.read(info))
    return out.getvalue()


def fill(folder: Path, count: int) -> int:
    """How many of the files are broken."""
    maker = Maker(7)
    suffixes = maker.random.choices(list(_MIX), weights=list(_MIX.values()), k=count)
    broken = 0
    for number, suffix in enumerate(suffixes):
        raw = maker.make(suffix)
        is_broken = number % 20 == 19
        broken += is_broken
        name = f"{'broken' if is_broken else 'file'}-{number:05}{suffix}"
        path = folder / f"part-{number % 12}" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(maker.broken(suffix, raw) if is_broken else raw)
    return broken


def child(folder: Path) -> None:
    from moot.evidence.library import Library
    from moot.evidence.read import read_paths

    started = time.perf_counter()
    documents, unread = read_paths([folder])
    read, cpu = time.perf_counter(), time.process_time()
    at_read = _peak()
    library = Library(documents)
    library.search("dredging of the outer channel")
    indexed = time.perf_counter()
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    text = sum(len(document.text) for document in documents) / 1e6
    print(f"read: {len(documents):,} documents in {read - started:.1f} s, {cpu:.1f} s of CPU")
    print(f"  {size:.0f} MB of files, {text:.1f} MB of text")
    print(f"indexed: {len(library.passages):,} passages in {indexed - read:.1f} s")
    print(f"peak memory: {_peak():.0f} MB, of which {at_read:.0f} MB after reading; the limit is {LIMIT} MB")
    lost = [each for each in unread if "broken-" not in each.origin]
    kept = [document for document in documents if "broken-" in document.source.origin]
    print(f"not read: {len(unread)}, of which {len(lost)} are not broken; broken and read in part: {len(kept)}")
    for (suffix, reason), times in Counter(
        (Path(each.origin).suffix, _alike(each.reason)) for each in unread
    ).most_common():
        print(f"  {times:4} {suffix:6} {reason}")
    for each in lost[:10]:
        print(f"  lost: {Path(each.origin).name}: {each.reason}")


def run(folder: Path, out: Path) -> None:
    """The command itself, as a person would start it."""
    words = ["research", QUESTION, "--sources", str(folder), *READERS, "--out", str(out)]
    env = {**os.environ, "MOOT_HOME": str(out / "home"), "PYTHONUNBUFFERED": "1"}
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "moot", *words], env=env, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    reached: dict[str, tuple[float, str]] = {}
    for line in process.stdout:
        told = line.split(maxsplit=1)
        if told and told[0] in MOMENTS:
            reached.setdefault(told[0], (time.perf_counter() - started, line.strip()))
    _, status, used = os.wait4(process.pid, 0)
    whole = time.perf_counter() - started
    for moment, name in MOMENTS.items():
        seconds, line = reached.get(moment, (float("nan"), "never reached"))
        print(f"run: {name} {seconds:.1f} s ({line})")
    print(f"run: to the report {whole:.1f} s, exit code {os.waitstatus_to_exitcode(status)}")
    print(f"run: peak memory {_mb(used):.0f} MB; the limit is {LIMIT} MB")


def _alike(reason: str) -> str:
    reason = re.sub(r"(?<=same file as ).*", "…", reason)
    return re.sub(r"\d[\d.,]*", "n", reason)[:110]


def _peak() -> float:
    return _mb(resource.getrusage(resource.RUSAGE_SELF))


def _mb(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / 1e6 if sys.platform == "darwin" else used.ru_maxrss / 1e3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--fill", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.fill:
        print(f"{chosen.files:,} files made, {fill(chosen.fill, chosen.files)} of them broken")
        return
    if chosen.child:
        child(chosen.child)
        return
    load = os.getloadavg()[0]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, load average {load:.1f}")
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as out:
        sys.stdout.flush()
        # Processes of their own, so that none is charged with the memory of another: a child begins with its parent's.
        subprocess.run([sys.executable, __file__, "--fill", folder, "--files", str(chosen.files)], check=True)
        subprocess.run([sys.executable, __file__, "--child", folder], check=True)
        run(Path(folder), Path(out))


if __name__ == "__main__":
    main()
