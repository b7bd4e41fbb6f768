import os
import subprocess
import sys

TIDES = "Tides follow the moon, twice a day,\nand the sun twice a month.\n"
SAFE = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat", "-c", "diff.external="]


def git(*words):
    env = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "GIT_CONFIG_GLOBAL": "/dev/null"}
    done = subprocess.run(["git", *SAFE, *words], cwd="/app/notes", env=env, capture_output=True, text=True, timeout=20)
    return done.stdout if done.returncode == 0 else sys.exit(f"git {words[0]} failed: {done.stderr.strip()}")


if not os.path.isdir("/app/notes/.git"):
    sys.exit("the repository is gone")
commits = {}
for line in git("log", "main", "--format=%s|%an|%ae").splitlines():
    subject, author, mail = line.split("|")
    commits[subject] = (author, mail)
if commits.get("Tides: moon and sun") != ("Cleo", "author@example.org"):
    sys.exit("main has no commit about tides by its author")
if "Salt, a draft" in commits:
    sys.exit("main has the draft about salt, which nobody asked for")
# The commits that were there, by the hashes that their content and dates give them.
hashes = git("log", "main", "--format=%H").split()
for wanted in ("Winds", "Waves", "Start the notes"):
    if wanted not in commits:
        sys.exit(f"main lost {wanted!r}")
original = open("/tests/hashes.txt").read().split()
if not set(original) <= set(hashes):
    sys.exit("the commits of main were written anew")
if git("show", "main:tides.md") != TIDES:
    sys.exit("tides.md is not what the lost commit had")
if git("show", "main:winds.md") != "Winds turn with the seasons.\n":
    sys.exit("winds.md was changed")
if git("symbolic-ref", "HEAD").strip() != "refs/heads/main" or git("status", "--porcelain").strip():
    sys.exit("main is not checked out, or the tree is not clean")
