"""The logs may have been changed since: the right answer is made from the same seed again."""

import sys
from collections import Counter
from pathlib import Path

state = 12345


def roll(below):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return (state >> 8) % below


errors = Counter()
for hour in range(60):
    for _ in range(6 + roll(12)):
        stamp = f"2024-05-{1 + hour // 24:02}T{hour % 24:02}"
        roll(60), roll(60)
        status = [200, 200, 304, 404, 500, 502, 503, 599, 499, 200][roll(10)] if hour % 7 else 200
        roll(250), roll(5), roll(9000)
        if roll(40) > 1 and 500 <= status <= 599:
            errors[stamp] += 1

wanted = ["hour,errors", *(f"{hour},{count}" for hour, count in sorted(errors.items()))]
path = Path("/app/errors.csv")
found = path.read_text().split() if path.is_file() else []
if found != wanted:
    sys.exit(f"errors.csv has {len(found)} lines; {len(wanted)} were expected, or some differ")
