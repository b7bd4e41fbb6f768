set -e
mkdir -p /app/logs
python3 - <<'PY'
import gzip
from pathlib import Path

state = 12345

def roll(below):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return (state >> 8) % below

PATHS = ["/index.html", "/api/items?page=500", "/img/logo 503.png", "/login", "/status/500"]
lines = []
for hour in range(60):
    for _ in range(6 + roll(12)):
        stamp = f"2024-05-{1 + hour // 24:02}T{hour % 24:02}:{roll(60):02}:{roll(60):02}Z"
        status = [200, 200, 304, 404, 500, 502, 503, 599, 499, 200][roll(10)] if hour % 7 else 200
        line = f'{stamp} 10.0.0.{roll(250)} "GET {PATHS[roll(5)]} HTTP/1.1" {status} {roll(9000)}'
        damaged = roll(40)
        if damaged == 0:
            line = line.replace(f'" {status} ', '" - ')
        elif damaged == 1:
            line = line[:40]
        lines.append((stamp, line))
lines.sort()
text = [line for _, line in lines]
cuts = [0, len(text) // 4, len(text) // 2, 3 * len(text) // 4, len(text)]
logs = Path("/app/logs")
for index in range(4):
    body = "\n".join(text[cuts[index] : cuts[index + 1]]) + "\n"
    age = 3 - index
    if age >= 2:
        (logs / f"access.log.{age}.gz").write_bytes(gzip.compress(body.encode(), mtime=0))
    else:
        (logs / ("access.log" if age == 0 else "access.log.1")).write_text(body)
PY
