import sys
from pathlib import Path

WANTED = {
    "a-utf8.txt": "Grüße aus Köln\nça va très bien\n",
    "b-bom.txt": "Straße, Öl und Äpfel\nzweite Zeile\n",
    "c-utf16le.txt": "Élève à l'école\nŒuvre\n",
    "d-utf16be.txt": "Müller zahlt 5 €\n",
    "e-latin9.txt": "Der Preis beträgt 12 €\nŒufs à la coque\n",
    "f-latin9-cr.txt": "Zürich\nGenève\nNeuchâtel\n",
    "g-nfd.txt": "Überprüfung naïve\nfertig\n",
    "h-empty.txt": "",
    "i-only-bom.txt": "",
    "j-blank.txt": "  Rand bleibt  \n\n\tTabulator\n",
    "k name.txt": "Größe: 3 × 4\n",
}
found = sorted(path.name for path in Path("/app/outbox").iterdir())
if found != sorted(WANTED):
    sys.exit(f"the outbox holds {found}")
for name, text in WANTED.items():
    if Path("/app/outbox", name).read_bytes() != text.encode():
        sys.exit(f"{name} is not what it should be")
if len(list(Path("/app/inbox").iterdir())) != len(WANTED):
    sys.exit("the inbox was changed")
if Path("/app/inbox/f-latin9-cr.txt").read_bytes() != "Zürich\rGenève\rNeuchâtel\r".encode("iso-8859-15"):
    sys.exit("the inbox was changed")
