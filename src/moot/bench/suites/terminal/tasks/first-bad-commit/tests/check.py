import subprocess
import sys
from pathlib import Path

wanted = Path("/tests/wanted.txt").read_text().split()[0]
path = Path("/app/answer.txt")
if not path.is_file() or path.read_text().strip() != wanted:
    sys.exit("answer.txt does not name the commit that broke it")
env = {"PATH": "/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null"}
for words, right in ((["symbolic-ref", "HEAD"], "refs/heads/main"), (["status", "--porcelain"], "")):
    safe = ["-c", "core.fsmonitor=false"]
    done = subprocess.run(["git", *safe, *words], cwd="/app/tally", env=env, capture_output=True, text=True, timeout=20)
    if done.returncode or done.stdout.strip() != right:
        sys.exit("main is not checked out, or the tree is not clean")
