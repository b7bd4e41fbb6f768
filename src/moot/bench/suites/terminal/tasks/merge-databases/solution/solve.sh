#!/bin/bash
set -e
python3 - <<'PY'
import os
import sqlite3

known, lone, ids = {}, [], {}
sources = [sqlite3.connect(f"file:/app/{name}.db?mode=ro", uri=True) for name in ("north", "south")]
for index, base in enumerate(sources):
    for number, email, name, seen in base.execute("SELECT * FROM people ORDER BY id"):
        email = (email or "").strip().lower()
        if not email:
            lone.append((index, number, name, seen))
            continue
        ids[index, number] = email
        if email not in known or (seen or "") > (known[email][1] or ""):
            known[email] = (name, seen)
if os.path.exists("/app/all.db"):
    os.unlink("/app/all.db")
out = sqlite3.connect("/app/all.db")
out.execute("CREATE TABLE people(id INTEGER PRIMARY KEY, email TEXT, name TEXT, seen TEXT)")
out.execute("CREATE TABLE visits(person INTEGER, day TEXT, minutes INTEGER)")
numbers = {}
for number, email in enumerate(sorted(known), 1):
    numbers[email] = number
    out.execute("INSERT INTO people VALUES (?, ?, ?, ?)", (number, email, *known[email]))
for number, (index, old, name, seen) in enumerate(lone, len(known) + 1):
    ids[index, old] = old_key = (index, old)
    numbers[old_key] = number
    out.execute("INSERT INTO people VALUES (?, NULL, ?, ?)", (number, name, seen))
sums = {}
for index, base in enumerate(sources):
    for person, day, minutes in base.execute("SELECT * FROM visits"):
        if (index, person) in ids:
            key = (numbers[ids[index, person]], day)
            sums[key] = sums.get(key, 0) + minutes
out.executemany("INSERT INTO visits VALUES (?, ?, ?)", [(*key, minutes) for key, minutes in sorted(sums.items())])
out.commit()
PY
