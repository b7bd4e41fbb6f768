import sys
import tarfile
from pathlib import Path

WANTED = {
    "a b.letter": b"\x00\xff raw\n",
    "ant.letter": b"Dear ant,\nyou are alone in here.\n",
    "cat.letter": b"Dear cat,\nthe longer letter counts.\n",
    "mole.letter": b"Dear mole,\ndig on.\n",
    "zebra.letter": b"Dear zebra,\nstripes suit you.\n",
}
path = Path("/app/letters.tar")
if not path.is_file() or path.stat().st_size > 1_000_000:
    sys.exit("there is no letters.tar")
try:
    with tarfile.open(path, "r:") as archive:
        entries = archive.getmembers()
        found = {each.name: archive.extractfile(each).read() for each in entries if each.isreg()}
except tarfile.TarError as error:
    sys.exit(f"letters.tar is no uncompressed tar: {error}")
if [each.name for each in entries] != sorted(WANTED):
    sys.exit(f"its entries are {[each.name for each in entries]}")
if found != WANTED:
    sys.exit("contents differ")
for each in entries:
    if (each.mode & 0o7777, each.uid, each.gid, each.uname, each.gname, each.mtime) != (0o644, 0, 0, "", "", 0):
        sys.exit(f"mode, owner or time of {each.name} differ")
