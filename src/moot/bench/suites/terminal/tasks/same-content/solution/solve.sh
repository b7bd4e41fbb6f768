#!/bin/bash
set -e
python3 - <<'PY'
import os

groups = {}
for folder, folders, files in os.walk(b"/app/photos"):
    if b".keep" in files:
        folders.clear()
        continue
    for name in files:
        path = os.path.join(folder, name)
        if not os.path.islink(path) and os.path.getsize(path):
            groups.setdefault(open(path, "rb").read(), []).append(path)
saved = 0
for data, paths in groups.items():
    first, *others = sorted(paths)
    inodes = {os.stat(path).st_ino for path in paths}
    saved += (len(inodes) - 1) * len(data)
    for path in others:
        if not os.path.samefile(first, path):
            os.unlink(path)
            os.link(first, path)
open("/app/saved.txt", "w").write(f"{saved}\n")
PY
