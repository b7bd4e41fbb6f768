"""A stand-in for `uvx`, with which most checkers of Terminal-Bench fetch pytest: there is no network to fetch it from.

It passes over what should be fetched and runs the program with what this machine has.
"""

from __future__ import annotations

from moot.sandbox import File
from moot.sandbox.view import HOME

SCRIPT = r"""#!/bin/bash
while [ $# -gt 0 ]; do
    case "$1" in
        -w | --with | -p | --python | --from) shift 2 ;;
        -*) shift ;;
        *) break ;;
    esac
done
program=$1
shift
program=${program%%[=@]*}
[ "$program" = pytest ] || exec "$program" "$@"
kept=()
while [ $# -gt 0 ]; do
    case "$1" in
        --ctrf) shift 2 ;;
        --ctrf=*) shift ;;
        *) kept+=("$1"); shift ;;
    esac
done
python3 -c 'import pytest' 2>/dev/null || { echo 'the checker needs pytest: install python3-pytest' >&2; exit 127; }
exec python3 -m pytest -p no:cacheprovider "${kept[@]}"
"""


def stand_in() -> dict[str, File]:
    """Where the installer of uv would put it, with the file that checkers read after it."""
    folder = f"{HOME}/.local/bin"
    return {f"{folder}/uvx": File(SCRIPT.encode(), 0o755), f"{folder}/env": File(f'PATH="{folder}:$PATH"\n'.encode())}
