set -e
python3 - <<'PY'
import sqlite3

def make(path, people, visits):
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE people(id INTEGER PRIMARY KEY, email TEXT, name TEXT, seen TEXT)")
    base.execute("CREATE TABLE visits(person INTEGER, day TEXT, minutes INTEGER)")
    base.executemany("INSERT INTO people VALUES (?, ?, ?, ?)", people)
    base.executemany("INSERT INTO visits VALUES (?, ?, ?)", visits)
    base.commit()
    base.close()

make("/app/north.db",
     [(1, "Zoe@example.org", "Zoe", "2024-01-05"), (2, "ann@example.org ", "Ann", None), (5, None, "Nobody North", "2024-01-01"),
      (9, "max@example.org", "Max", "2024-03-01"), (11, "MAX@example.org", "Maximilian", "2024-02-01")],
     [(1, "2024-01-05", 10), (1, "2024-01-05", 5), (2, "2024-01-06", 20), (9, "2024-02-01", 1), (11, "2024-02-01", 2),
      (77, "2024-02-02", 99), (5, "2024-01-01", 7)])
make("/app/south.db",
     [(1, "ann@EXAMPLE.org", "Ann B.", "2023-12-31"), (2, "zoe@example.org", "Zoë", "2024-01-04"), (3, "  ", "Nobody South", None),
      (4, "bob@example.org", "Bob", None)],
     [(1, "2024-01-06", 30), (2, "2024-01-05", 100), (3, "2024-01-01", 8), (4, "2024-05-05", 0)])
PY
