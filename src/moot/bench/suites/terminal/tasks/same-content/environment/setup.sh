set -e
python3 - <<'PY'
import os
from pathlib import Path

top = Path("/app/photos")

def write(name, data, mode=0o644, time=1700000000):
    path = top / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(mode)
    os.utime(path, (time, time))

A, B, C = b"A" * 5000, b"A" * 4999 + b"B", bytes(range(256)) * 40
write("2023/z.jpg", A, 0o600, 1600000000)
write("2024/copy of z.jpg", A)
write("2024/z.jpg", A, 0o644, 1800000000)
write("2024/other.jpg", B)
write("Zoo/one.raw", C)
write("album/one.raw", C, 0o640, 1500000000)
os.link(top / "album/one.raw", top / "album/linked.raw")
write("album/two\nlines.raw", C)
write("album/empty", b"")
write("empty", b"")
write("safe/.keep", b"")
write("safe/deep/z.jpg", A)
write("safe/one.raw", C)
write("alone.txt", b"alone\n")
(top / "link.jpg").symlink_to("2023/z.jpg")
PY
