import json
import sys
from pathlib import Path

WANTED = [
    {"id": 7, "name": "Baker, Ann", "country": "NL", "orders": 2, "total": "1244.50"},
    {"id": 3, "name": "Li\nWei", "country": "CN", "orders": 1, "total": "19.99"},
    {"id": 5, "name": "Baker, Ann", "country": "BE", "orders": 1, "total": "2.68"},
    {"id": 12, "name": "O'Neil \"Bo\"", "country": "IE", "orders": 2, "total": "0.30"},
    {"id": 40, "name": "Ümit", "country": "TR", "orders": 1, "total": "-3.00"},
    {"unknown": [1007]},
]
path = Path("/app/totals.json")
if not path.is_file() or path.stat().st_size > 100_000:
    sys.exit("there is no totals.json")
try:
    found = json.loads(path.read_text(encoding="utf-8"))
except ValueError as error:
    sys.exit(f"totals.json is no JSON: {error}")
if found != WANTED:
    sys.exit("totals.json is not what it should be")
