set -e
mkdir -p /app/inbox /app/outbox
python3 - <<'PY'
import codecs
import unicodedata
from pathlib import Path

inbox = Path("/app/inbox")
put = lambda name, data: (inbox / name).write_bytes(data)
put("a-utf8.txt", "Grüße aus Köln\nça va très bien\n".encode())
put("b-bom.txt", codecs.BOM_UTF8 + "Straße, Öl und Äpfel\r\nzweite Zeile\r\n".encode())
put("c-utf16le.txt", codecs.BOM_UTF16_LE + "Élève à l'école\r\nŒuvre".encode("utf-16-le"))
put("d-utf16be.txt", codecs.BOM_UTF16_BE + "Müller zahlt 5 €\n".encode("utf-16-be"))
put("e-latin9.txt", "Der Preis beträgt 12 €\nŒufs à la coque\n".encode("iso-8859-15"))
put("f-latin9-cr.txt", "Zürich\rGenève\rNeuchâtel\r".encode("iso-8859-15"))
put("g-nfd.txt", unicodedata.normalize("NFD", "Überprüfung naïve\nfertig").encode())
put("h-empty.txt", b"")
put("i-only-bom.txt", codecs.BOM_UTF8)
put("j-blank.txt", "  Rand bleibt  \r\n\r\n\tTabulator\r\n".encode("iso-8859-15"))
put("k name.txt", "Größe: 3 × 4\n".encode("iso-8859-15"))
PY
