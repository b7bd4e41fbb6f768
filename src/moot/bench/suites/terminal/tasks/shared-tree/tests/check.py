import os
import stat
import sys

WANTED = {
    "/app/share": 0o750,
    "/app/share/tools": 0o750,
    "/app/share/my docs": 0o750,
    "/app/share/empty": 0o750,
    "/app/share/private-not": 0o750,
    "/app/share/my docs/private": 0o700,
    "/app/share/my docs/private/old": 0o700,
    "/app/share/my docs/private/old/private": 0o700,
    "/app/share/tools/hello": 0o750,
    "/app/share/tools/plain.sh": 0o640,
    "/app/share/my docs/private/run me.sh": 0o600,
    "/app/share/my docs/private/old/key": 0o600,
    "/app/share/my docs/two\nlines": 0o750,
    "/app/share/one-byte": 0o640,
    "/app/share/nothing": 0o640,
    "/app/share/private-not/a": 0o640,
    "/app/share/private-not/b": 0o750,
    "/app/outside": 0o711,
    "/app/outside/file": 0o604,
    "/app/outside/script": 0o705,
}
LINKS = {
    "/app/share/link": "/app/outside/file",
    "/app/share/linked-folder": "/app/outside",
    "/app/share/my docs/broken": "nowhere",
}
CONTENTS = {
    "/app/share/tools/hello": b"#!/bin/sh\necho hi\n",
    "/app/share/one-byte": b"#",
    "/app/share/private-not/b": b"#!x",
}

for path, mode in WANTED.items():
    if not os.path.exists(path) or os.path.islink(path):
        sys.exit(f"{path!r} is gone")
    found = stat.S_IMODE(os.lstat(path).st_mode)
    if found != mode:
        sys.exit(f"{path!r} has {found:04o}, not {mode:04o}")
for path, target in LINKS.items():
    if not os.path.islink(path) or os.readlink(path) != target:
        sys.exit(f"the link {path!r} changed")
for path, data in CONTENTS.items():
    if open(path, "rb").read() != data:
        sys.exit(f"the content of {path!r} changed")
found = {os.path.join(top, name) for top, folders, files in os.walk("/app/share") for name in [*folders, *files]}
if found != {path for path in [*WANTED, *LINKS] if path.startswith("/app/share/")}:
    sys.exit("things below /app/share were added or are gone")
