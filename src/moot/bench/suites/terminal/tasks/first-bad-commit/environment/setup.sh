set -e
export GIT_CONFIG_GLOBAL=/dev/null
mkdir -p /app/tally && cd /app/tally
git init -q -b main .
git config user.name Keeper && git config user.email keeper@example.org
python3 - <<'PY'
import os
import subprocess
from pathlib import Path

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

for step in range(60):
    Path("tally.py").write_text(program(step))
    Path("NOTES").write_text(f"Worked on it {step + 1} times.\n")
    date = f"2024-03-{1 + step // 24:02}T{step % 24:02}:00:00Z"
    env = {**os.environ, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    subprocess.run(["git", "add", "-A"], check=True)
    subprocess.run(["git", "commit", "-q", "-m", f"Work, part {step + 1}"], check=True, env=env)
    if step == 30:
        subprocess.run(["git", "tag", "good"], check=True)
PY
