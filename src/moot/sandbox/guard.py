"""The system calls that a sandboxed program may not make: a seccomp filter, in the form that `bwrap --seccomp` reads.

The form is that of classic BPF (`linux/filter.h`, `linux/seccomp.h`): eight bytes an instruction, read against the
fields of `struct seccomp_data`. What is refused is refused with an error number, so a program may go on.
"""

from __future__ import annotations

import errno
import platform
import struct
from collections.abc import Sequence

from moot.errors import NotInstalled
from moot.sandbox.syscalls import MACHINES, NUMBERS

REFUSED = (
    # Namespaces and mounts: the ways to more rights than the sandbox gave.
    "setns", "mount", "umount2", "pivot_root", "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount",
    "fspick", "mount_setattr",
    # Looking into, or writing to, other processes.
    "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "kcmp", "pidfd_getfd",
    # Keys of the session that started us.
    "keyctl", "add_key", "request_key",
    # Parts of the kernel that programs of a task do not need and that most of its holes were found in.
    "bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register",
    "fanotify_init", "lookup_dcookie", "name_to_handle_at", "open_by_handle_at", "migrate_pages",
    # The machine: asked for here too, though no sandboxed process has the capability.
    "acct", "adjtimex", "clock_adjtime", "clock_settime", "settimeofday", "delete_module", "finit_module",
    "init_module", "kexec_load", "kexec_file_load", "quotactl", "quotactl_fd", "reboot", "setdomainname",
    "sethostname", "swapon", "swapoff", "syslog",
    # Memory that no process is seen to hold.
    "memfd_secret",
)  # fmt: skip
UNCOUNTED = ("memfd_create", "shmget")
"""Memory that belongs to no process: refused where nothing but a watch over processes limits memory."""

NEW_NAMESPACES = 0x7E020000
"""CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET, of `linux/sched.h`."""
FAMILIES = (1, 2, 10, 16)
"""AF_UNIX, AF_INET, AF_INET6, AF_NETLINK. Others, AF_VSOCK above all, are not bound to a network namespace."""
TERMINAL_INPUT = (0x5412, 0x541C)
"""TIOCSTI and TIOCLINUX, of `asm-generic/ioctls.h`: typing into a terminal."""
RLIMIT_CORE = 4
SOL_SOCKET, BUFFERS = 1, (7, 8, 32, 33)
"""SO_SNDBUF, SO_RCVBUF and their two forms with force, of `asm-generic/socket.h`."""

LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL, ERROR = 0x7FFF0000, 0x80000000, 0x00050000
NUMBER, ARCHITECTURE = 0, 4
"""Where they stand in `struct seccomp_data`; its arguments follow from 16, eight bytes each, low half first."""

Instruction = tuple[int, int, int, int]


def program(uncounted: bool, machine: str | None = None) -> bytes:
    """The filter for a machine, this one if none is named.

    `uncounted`: whether memory that belongs to no process may be had. Raises `NotInstalled` for a machine whose numbers
    are not known."""
    name = machine or platform.machine()
    if name not in MACHINES:
        known = " and ".join(MACHINES)
        raise NotInstalled(f"The sandbox cannot be made safe on {name}: it knows the system calls of {known} only.")
    found = MACHINES[name]
    numbers = {call: places[found.column] for call, places in NUMBERS.items()}
    lines: list[Instruction] = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 1, 0, found.audit),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
    ]
    if found.x32:
        lines += [(AT_LEAST, 0, 1, 0x40000000), _error(errno.ENOSYS)]
    for call in REFUSED if uncounted else (*REFUSED, *UNCOUNTED):
        lines += _when(numbers[call], [_error(errno.EPERM)])
    # Its flags lie behind a pointer, where no filter can look; C libraries then use `clone`.
    lines += _when(numbers["clone3"], [_error(errno.ENOSYS)])
    for call in ("clone", "unshare"):
        lines += _when(numbers[call], [_low(0), (ANY_BIT, 0, 1, NEW_NAMESPACES), _error(errno.EPERM), _allow()])
    lines += _when(numbers["socket"], _only(_low(0), FAMILIES, errno.EAFNOSUPPORT))
    lines += _when(numbers["ioctl"], _never(_low(1), TERMINAL_INPUT))
    # Said to be done, and not done: what waits in a socket belongs to no process, and so stays as small as it is.
    buffers = _never(_low(2), BUFFERS, 0)
    lines += _when(numbers["setsockopt"], [_low(1), (EQUAL, 0, len(buffers), SOL_SOCKET), *buffers, _allow()])
    # A limit of one byte keeps the host's handler of core dumps from being started: it may not be changed.
    lines += _when(numbers["setrlimit"], _never(_low(0), (RLIMIT_CORE,)))
    changes = [_low(1), (EQUAL, 0, 5, RLIMIT_CORE), _low(2), (EQUAL, 0, 2, 0), _high(2), (EQUAL, 1, 0, 0)]
    lines += _when(numbers["prlimit64"], [*changes, _error(errno.EPERM), _allow()])
    lines.append(_allow())
    return b"".join(struct.pack("<HBBI", *line) for line in lines)


def _when(number: int, then: Sequence[Instruction]) -> list[Instruction]:
    """`then` must end the program: behind it, the call's number is no longer loaded."""
    return [(EQUAL, 0, len(then), number), *then]


def _only(load: Instruction, values: Sequence[int], error: int) -> list[Instruction]:
    """Allowed with one of these values."""
    left = len(values)
    tests = [(EQUAL, left - index, 0, value) for index, value in enumerate(values)]
    return [load, *tests, _error(error), _allow()]


def _never(load: Instruction, values: Sequence[int], error: int = errno.EPERM) -> list[Instruction]:
    """Refused with one of these values."""
    left = len(values)
    tests = [(EQUAL, left - index, 0, value) for index, value in enumerate(values)]
    return [load, *tests, _allow(), _error(error)]


def _low(argument: int) -> Instruction:
    return (LOAD, 0, 0, 16 + 8 * argument)


def _high(argument: int) -> Instruction:
    return (LOAD, 0, 0, 20 + 8 * argument)


def _error(number: int) -> Instruction:
    return (RETURN, 0, 0, ERROR | number)


def _allow() -> Instruction:
    return (RETURN, 0, 0, ALLOW)
