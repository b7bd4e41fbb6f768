import os
import stat
import sys
from pathlib import Path

TOP = Path("/app/photos")
A, B, C = b"A" * 5000, b"A" * 4999 + b"B", bytes(range(256)) * 40
# Names that are one file, with its content, mode and time of change.
WANTED = [
    ({"2023/z.jpg", "2024/copy of z.jpg", "2024/z.jpg"}, A, 0o600, 1600000000),
    ({"2024/other.jpg"}, B, 0o644, 1700000000),
    ({"Zoo/one.raw", "album/one.raw", "album/linked.raw", "album/two\nlines.raw"}, C, 0o644, 1700000000),
    ({"album/empty"}, b"", 0o644, 1700000000),
    ({"empty"}, b"", 0o644, 1700000000),
    ({"safe/.keep"}, b"", 0o644, 1700000000),
    ({"safe/deep/z.jpg"}, A, 0o644, 1700000000),
    ({"safe/one.raw"}, C, 0o644, 1700000000),
    ({"alone.txt"}, b"alone\n", 0o644, 1700000000),
]
names = {str((Path(top) / name).relative_to(TOP)) for top, _, files in os.walk(TOP) for name in files}
if names != set().union(*(group for group, *_ in WANTED)) | {"link.jpg"}:
    sys.exit("names were added or are gone")
if not (TOP / "link.jpg").is_symlink():
    sys.exit("the symbolic link is none any more")
inodes = set()
for group, data, mode, time in WANTED:
    found = {os.lstat(TOP / name).st_ino for name in group}
    if len(found) != 1 or found & inodes:
        sys.exit(f"{sorted(group)} should be one file, and no others")
    inodes |= found
    status = os.lstat(TOP / min(group))
    if (stat.S_IMODE(status.st_mode), int(status.st_mtime)) != (mode, time):
        sys.exit(f"the wrong one of {sorted(group)} was kept, or it was changed")
    if (TOP / min(group)).read_bytes() != data:
        sys.exit(f"the content of {sorted(group)} changed")
# Two of A are freed; of C, the file with two names and one more.
saved = Path("/app/saved.txt")
if not saved.is_file() or saved.read_text().strip() != str(2 * len(A) + 2 * len(C)):
    sys.exit("saved.txt does not hold the bytes that were freed")
