import sqlite3
import sys
from pathlib import Path

PEOPLE = [
    (1, "ann@example.org", "Ann B.", "2023-12-31"),
    (2, "bob@example.org", "Bob", None),
    (3, "max@example.org", "Max", "2024-03-01"),
    (4, "zoe@example.org", "Zoe", "2024-01-05"),
    (5, None, "Nobody North", "2024-01-01"),
    (6, None, "Nobody South", None),
]
VISITS = [
    (1, "2024-01-06", 50), (2, "2024-05-05", 0), (3, "2024-02-01", 3), (4, "2024-01-05", 115),
    (5, "2024-01-01", 7), (6, "2024-01-01", 8),
]  # fmt: skip
if not Path("/app/all.db").is_file():
    sys.exit("there is no all.db")


def rows(name, query):
    try:
        return sqlite3.connect(f"file:/app/{name}.db?mode=ro", uri=True).execute(query).fetchall()
    except sqlite3.Error as error:
        sys.exit(f"{name}.db cannot be read: {error}")


if rows("all", "SELECT id, email, name, seen FROM people ORDER BY id") != PEOPLE:
    sys.exit("people differ")
if rows("all", "SELECT person, day, minutes FROM visits ORDER BY person, day") != VISITS:
    sys.exit("visits differ")
if rows("north", "SELECT count(*) FROM people") != [(5,)] or rows("south", "SELECT count(*) FROM visits") != [(4,)]:
    sys.exit("a source was changed")
