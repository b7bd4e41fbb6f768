"""What a sandboxed program sees of the machine: its programs, read-only, and folders of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from moot.errors import UsageError

HOME = "/home/user"
STORE = "/box"
"""Where the holder keeps what is written; no command sees it under this name."""
SCRATCH = ("/tmp", "/dev/shm", HOME)  # noqa: S108
"""Writable beside the folders that were asked for."""
SYSTEM = ("bin", "sbin", "lib", "lib32", "lib64", "libx32")
SETTINGS = (
    "alternatives", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "magic", "mime.types", "perl",
    "protocols", "python3", "services", "ssl/certs", "ssl/openssl.cnf",
)  # fmt: skip
"""All that is shown of /etc: what programs need and nobody keeps a secret in."""
MADE = {
    "passwd": "root:x:0:0:root:/nonexistent:/usr/sbin/nologin\nuser:x:1000:1000:user:/home/user:/bin/bash\n",
    "group": "root:x:0:\nuser:x:1000:\n",
    "hosts": "127.0.0.1 localhost\n::1 localhost\n",
    "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\n",
    "resolv.conf": "",
}
"""Files of /etc that are not those of the machine."""
TAKEN = {"usr", "etc", "proc", "sys", "dev", "box", "run", *SYSTEM}


def writable(folders: Sequence[str]) -> tuple[str, ...]:
    """All writable folders, those asked for first. Raises `UsageError` for one that cannot be."""
    if not folders:
        raise UsageError("A sandbox needs a folder to work in.")
    for folder in folders:
        path = PurePosixPath(folder)
        plain = folder == str(path) and path.is_absolute() and ".." not in path.parts and "\0" not in folder
        if not plain or len(path.parts) < 2 or path.parts[1] in TAKEN:
            raise UsageError(f"A sandbox cannot have {folder!r} as a folder: it takes an absolute path outside /usr.")
    found = tuple(dict.fromkeys((*folders, *SCRATCH)))
    for each in found:
        if any(each != other and PurePosixPath(each).is_relative_to(other) for other in found):
            raise UsageError(f"A sandbox cannot have {each!r} inside another of its folders.")
    return found


def machine() -> list[str]:
    """Arguments of bwrap for what is there of the machine, for holder and commands alike."""
    found = ["--ro-bind", "/usr", "/usr"]
    for name in SYSTEM:
        path = Path("/", name)
        if path.is_symlink():
            found += ["--symlink", str(path.readlink()), str(path)]
        elif path.is_dir():
            found += ["--ro-bind", str(path), str(path)]
    for name in SETTINGS:
        if Path("/etc", name).exists():
            found += ["--ro-bind", f"/etc/{name}", f"/etc/{name}"]
    return found


def hidden() -> list[str]:
    """What is covered of /usr: sources, and Moot itself, which has the solutions of tasks in it."""
    own = Path(__file__).resolve().parents[1]
    covered = [path for path in (Path("/usr/src"), own) if path.is_dir() and path.is_relative_to("/usr")]
    return [argument for path in covered for argument in ("--tmpfs", str(path), "--remount-ro", str(path))]


def holder() -> list[str]:
    """Arguments of bwrap for the process that holds a sandbox: no command of the sandbox runs in it."""
    shared = ["--unshare-all", "--die-with-parent", "--new-session", "--as-pid-1", "--hostname", "sandbox"]
    # It mounts one file system with a size, and needs this for it; the command it runs is ours.
    rights = ["--uid", "0", "--gid", "0", "--cap-add", "CAP_SYS_ADMIN"]
    return [
        *shared, *rights, *machine(), *hidden(), "--dir", STORE, "--dir", "/tmp",  # noqa: S108
        "--proc", "/proc", "--dev", "/dev",
    ]  # fmt: skip


def prepare(folders: Sequence[str], disk: int, files: int) -> str:
    """What the holder's shell does: it makes the store, says so, and waits until its input ends."""
    made = [f"printf '{text.encode().decode('latin-1')}' > {STORE}/etc/{name}" for name, text in MADE.items()]
    places = {folder: f"{STORE}/{index}" for index, folder in enumerate(folders)}
    open_to_all = [place for folder, place in places.items() if folder in SCRATCH]
    others = [place for folder, place in places.items() if folder not in SCRATCH]
    return " && ".join(
        [
            f"mount -t tmpfs -o size={disk},nr_inodes={files},mode=0755,nosuid,nodev moot {STORE}",
            f"mkdir {STORE}/etc {' '.join(others)}",
            f"mkdir -m 1777 {' '.join(open_to_all)}",
            *(line.replace("\n", "\\n") for line in made),
            "echo ready",
            "read -r end",
        ]
    )


def command(folders: Sequence[str], cwd: str) -> list[str]:
    """Arguments of bwrap for one command, run from within the holder's namespaces."""
    own = ["--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-cgroup", "--die-with-parent", "--new-session"]
    found = [*own, "--uid", "1000", "--gid", "1000", *machine(), "--proc", "/proc", "--dev", "/dev"]
    for name in MADE:
        found += ["--ro-bind", f"{STORE}/etc/{name}", f"/etc/{name}"]
    for index, folder in enumerate(folders):
        found += ["--bind", f"{STORE}/{index}", folder]
    # Both are memory of their own, without a limit: nothing is written there.
    return [*found, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", cwd]
