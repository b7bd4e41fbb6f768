set -e
export GIT_CONFIG_GLOBAL=/dev/null
mkdir -p /app/tally && cd /app/tally
git init -q -b main .
git config user.name Keeper && git config user.email keeper@example.org
python3 - <<'PY' | git fast-import --quiet
import sys
from datetime import datetime, timezone

RIGHT = "int(amount)"
WRONG = "int(amount.strip('-+'))"

def program(step):
    reading = RIGHT if step < 37 else WRONG
    if 21 <= step < 24:
        reading = "abs(int(amount))"  # broken for a while, and mended
    body = f"""import sys

sums = {{}}
for line in sys.stdin:
    if line.strip():
        name, amount = line.split()
        sums[name] = sums.get(name, 0) + {reading}
for name in sorted(sums):
    print(name, sums[name])
"""
    return f"# Step {step} of the tally.\n" + body + "\n".join(f"# note {n}" for n in range(step // 3)) + "\n"

def data(text):
    return f"data {len(text.encode())}\n{text}\n"

for step in range(60):
    stamp = int(datetime(2024, 3, 1 + step // 24, step % 24, tzinfo=timezone.utc).timestamp())
    who = f"Keeper <keeper@example.org> {stamp} +0000"
    sys.stdout.write(f"commit refs/heads/main\nmark :{step + 1}\nauthor {who}\ncommitter {who}\n")
    sys.stdout.write(data(f"Work, part {step + 1}\n"))
    sys.stdout.write(f"M 100644 inline tally.py\n{data(program(step))}")
    sys.stdout.write(f"M 100644 inline NOTES\n{data(f'Worked on it {step + 1} times.' + chr(10))}")
    if step == 30:
        sys.stdout.write(f"reset refs/tags/good\nfrom :{step + 1}\n\n")
PY
git reset -q --hard main
