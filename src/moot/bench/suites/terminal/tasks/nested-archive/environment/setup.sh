set -e
python3 - <<'PY'
import gzip
import io
import tarfile
import zipfile

def tar(files, packing=""):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=f"w:{packing}") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime, entry.mode, entry.uid = len(data), 1700000000, 0o600, 1234
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()

def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2023, 1, 1, 0, 0, 0)), data)
    return out.getvalue()

inner = tar({"deep/zebra.letter": b"Dear zebra,\nstripes suit you.\n", "deep/readme.txt": b"nothing here\n"}, "xz")
middle = zipped({"box/inner.dat": inner, "box/mole.letter": b"Dear mole,\ndig on.\n", "box/cat.letter": b"short\n"})
other = gzip.compress(tar({"x/cat.letter": b"Dear cat,\nthe longer letter counts.\n", "x/a b.letter": b"\x00\xff raw\n"}), mtime=0)
lone = gzip.compress(b"Dear ant,\nyou are alone in here.\n", mtime=0)
open("/app/parcel.bin", "wb").write(
    tar({"p/one": middle, "p/two": other, "p/note.letters": b"no letter\n", "p/ant.letter.gz": lone}, "bz2")
)
PY
