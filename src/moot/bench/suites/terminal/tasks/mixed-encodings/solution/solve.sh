#!/bin/bash
set -e
python3 - <<'PY'
import codecs
import unicodedata
from pathlib import Path

for path in Path("/app/inbox").iterdir():
    data = path.read_bytes()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("iso-8859-15")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text and not text.endswith("\n"):
        text += "\n"
    Path("/app/outbox", path.name).write_bytes(text.encode())
PY
