#!/bin/bash
set -e
python3 - <<'PY'
import os

for folder, folders, files in os.walk("/app/share"):
    private = "private" in folder.removeprefix("/app/share").split("/")
    os.chmod(folder, 0o700 if private else 0o750)
    for name in files:
        path = os.path.join(folder, name)
        if os.path.islink(path):
            continue
        os.chmod(path, 0o600)
        with open(path, "rb") as file:
            script = file.read(2) == b"#!"
        os.chmod(path, 0o600 if private else 0o750 if script else 0o640)
PY
