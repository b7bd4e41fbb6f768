"""What a program in a sandbox may try: each prints what it got, and the test knows what it may not get.

A line is bash; `PYTHON` before it makes it Python, with the helpers of `PRELUDE`. Each prints `ESCAPED` for what must
not work, and ends with `TRIED`, so that an attempt that broke off is told from one that was refused.
"""

# ruff: noqa: E501

from __future__ import annotations

PYTHON = "#python\n"

PRELUDE = r'''
import ctypes, errno, os, socket, sys, time
libc = ctypes.CDLL(None, use_errno=True)
def call(number, *values):
    """A system call by its number on x86_64."""
    ctypes.set_errno(0)
    got = libc.syscall(ctypes.c_long(number), *(ctypes.c_long(v) if isinstance(v, int) else v for v in values))
    return got, errno.errorcode.get(ctypes.get_errno(), "")
def must_fail(what, number, *values):
    got, error = call(number, *values)
    print("ESCAPED" if got >= 0 else "refused", what, got, error)
def tries(what, do):
    try:
        print("ESCAPED", what, do())
    except OSError as error:
        print("refused", what, error)
'''

ATTEMPTS: dict[str, str] = {
    # Files
    "write outside": """
for place in {canary} {home}/x /root/x /usr/x /usr/bin/x /usr/local/x /etc/x /etc/passwd /x /dev/x /lib/x /var/x /opt/x; do
    (echo x >> $place) 2>/dev/null && [ -e /usr ] && echo ESCAPED $place
done""",
    "read outside": """
for place in {canary} {home} {repository} /etc/shadow /root /var /home/* /proc/1/root{canary} /proc/self/root{canary} /boot; do
    case $place in /home/user) continue;; esac
    cat $place 2>/dev/null | grep -q . && echo ESCAPED $place; ls $place 2>/dev/null | grep -q . && echo ESCAPED $place
done""",
    "up and out": """
cd /work && cat ../../../../../../..{canary} 2>/dev/null && echo ESCAPED
cd /proc/self/cwd/../.. && cat .{canary} 2>/dev/null && echo ESCAPED
for p in /proc/[0-9]*; do cat $p/root{canary} $p/cwd/..{canary} 2>/dev/null && echo ESCAPED $p; done""",
    "hard links": """
for f in /etc/passwd /usr/bin/id /proc/version {canary}; do ln $f /work/hard 2>/dev/null && echo ESCAPED $f; done; rm -f /work/hard""",
    "device files": """
mknod /work/disk b 8 0 2>/dev/null && echo ESCAPED block; mknod /work/mem c 1 1 2>/dev/null && echo ESCAPED mem
mknod /work/zero c 1 5 2>/dev/null && echo ESCAPED zero
ls /dev/mem /dev/kmem /dev/port /dev/kvm /dev/sda /dev/vda /dev/vsock /dev/fuse /dev/net/tun 2>/dev/null | grep . && echo ESCAPED""",
    "remount": """
mount -o remount,rw /usr 2>/dev/null && echo ESCAPED usr; mount -o remount,rw / 2>/dev/null && echo ESCAPED root
umount /usr 2>/dev/null && echo ESCAPED umount; touch /usr/x 2>/dev/null && echo ESCAPED""",
    "the store under its own name": "ls /box 2>/dev/null && echo ESCAPED",
    "Moot itself": "find / -xdev -path '*moot/sandbox*' 2>/dev/null | grep . && echo ESCAPED",
    # Network
    "tcp": """
(echo hi > /dev/tcp/127.0.0.1/{tcp}) 2>/dev/null && echo ESCAPED loopback
(echo hi > /dev/tcp/{address}/{tcp}) 2>/dev/null && echo ESCAPED address
timeout 1 bash -c 'echo hi > /dev/tcp/1.1.1.1/53' 2>/dev/null && echo ESCAPED world
ip link 2>/dev/null | grep -E 'eth|ens|wlan' && echo ESCAPED; grep -vE 'lo:|Inter|face' /proc/net/dev && echo ESCAPED""",
    "udp": PYTHON
    + """
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for to in ("127.0.0.1", "{address}"):
    try: u.sendto(b"canary", (to, {udp}))
    except OSError as e: print(e)
tries("world", lambda: u.sendto(b"x", ("1.1.1.1", 53)))""",
    "dns": "timeout 2 getent hosts example.org && echo ESCAPED; timeout 2 python3 -c 'import socket; socket.gethostbyname(\"example.org\")' 2>/dev/null && echo ESCAPED",
    "abstract socket of the host": PYTHON
    + """
tries("abstract", lambda: socket.socket(socket.AF_UNIX).connect("\\0{abstract}"))""",
    "path socket of the host": PYTHON
    + """
for path in ("{unix}", "/run/docker.sock", "/var/run/docker.sock", "/run/systemd/private", "/run/dbus/system_bus_socket"):
    tries(path, lambda: socket.socket(socket.AF_UNIX).connect(path))""",
    "other kinds of socket": PYTHON
    + """
for family, kind in ((40, 1), (17, 3), (38, 5), (44, 3), (31, 1), (29, 3), (21, 5), (30, 5), (2, 3)):
    tries((family, kind), lambda: socket.socket(family, kind))""",
    # Processes
    "see others": """
ls -d /proc/[0-9]* | wc -l | grep -qE '^([0-9]|1[0-9])$' || echo ESCAPED too many processes
grep -l 'slee[p].54321' /proc/[0-9]*/cmdline 2>/dev/null | grep . && echo ESCAPED
[ -d /proc/{victim} ] && tr '\\0' ' ' < /proc/{victim}/cmdline | grep 54321 && echo ESCAPED""",
    "signal the host": """
kill -9 {victim} 2>/dev/null && tr '\\0' ' ' < /proc/{victim}/cmdline | grep 54321 && echo ESCAPED
kill -0 {parent} 2>/dev/null && echo maybe a process of our own
(kill -9 -1) 2>/dev/null""",
    "ptrace": PYTHON
    + """
for pid in (1, os.getppid(), {victim}):
    must_fail(("attach", pid), 101, 16, pid, 0, 0)
    must_fail(("seize", pid), 101, 0x4206, pid, 0, 0)
    tries(("mem", pid), lambda: open("/proc/%d/mem" % pid, "r+b").read(1) if pid != os.getpid() else 1)
must_fail("traceme", 101, 0, 0, 0, 0)
must_fail("process_vm_readv", 310, os.getppid(), 0, 0, 0, 0, 0)
must_fail("process_vm_writev", 311, os.getppid(), 0, 0, 0, 0, 0)""",
    "inherited files": PYTHON
    + """
for fd in range(3, 1024):
    try: where = os.readlink("/proc/self/fd/%d" % fd)
    except OSError: continue
    print("ESCAPED", fd, where)
for fd in (0, 1, 2):
    print(os.readlink("/proc/self/fd/%d" % fd))
    if not os.readlink("/proc/self/fd/%d" % fd).startswith("pipe:"): print("ESCAPED")""",
    "secrets of the environment": """
env | grep -iE '{marker}|MOOT|PYTEST|KEY|TOKEN' && echo ESCAPED
cat /proc/*/environ 2>/dev/null | tr '\\0' '\\n' | grep -iE '{marker}|PYTEST' && echo ESCAPED""",
    # Rights
    "set-uid": """
cp /usr/bin/id /work/id && chmod 6755 /work/id && /work/id -u | grep -qx 1000 || echo ESCAPED
chown 0:0 /work/id 2>/dev/null && echo ESCAPED chown
grep -q 'NoNewPrivs:.1' /proc/self/status || echo ESCAPED
grep -E '^Cap(Prm|Eff|Inh|Amb)' /proc/self/status | grep -v 0000000000000000 && echo ESCAPED
echo root | timeout 2 su -c 'id -u' 2>/dev/null | grep -x 0 && echo ESCAPED
find / -xdev -perm -4000 -type f 2>/dev/null | while read f; do echo "set-uid: $f"; done; rm -f /work/id""",
    "become root": PYTHON
    + """
tries("setuid", lambda: os.setuid(0)); tries("setgid", lambda: os.setgid(0)); tries("groups", lambda: os.setgroups([0]))
tries("chroot", lambda: os.chroot("/work"))
tries("uid_map", lambda: os.write(os.open("/proc/self/uid_map", os.O_WRONLY), b"0 0 1"))""",
    "nested user namespaces": """
unshare -U true 2>/dev/null && echo ESCAPED U; unshare -Ur true 2>/dev/null && echo ESCAPED Ur
unshare -m true 2>/dev/null && echo ESCAPED m; unshare -n true 2>/dev/null && echo ESCAPED n
bwrap --unshare-all --ro-bind / / true 2>/dev/null && echo ESCAPED bwrap
nsenter -t 1 -m true 2>/dev/null && echo ESCAPED nsenter""",
    "nested namespaces by system call": PYTHON
    + """
for flag in (0x10000000, 0x00020000, 0x20000000, 0x40000000, 0x04000000, 0x08000000, 0x02000000):
    must_fail(("unshare", hex(flag)), 272, flag)
    got, error = call(56, flag | 17, 0, 0, 0, 0)
    if got == 0: os._exit(0)
    print("ESCAPED" if got > 0 else "refused", "clone", error)
args = (ctypes.c_uint64 * 11)(0x10000000, 0, 0, 0, 17)
got, error = call(435, ctypes.byref(args), 88)
if got == 0: os._exit(0)
print("ESCAPED" if got > 0 else "refused", "clone3", error)
for name in ("user", "mnt", "pid", "net"):
    fd = os.open("/proc/self/ns/" + name, os.O_RDONLY); must_fail(("setns", name), 308, fd, 0)""",
    "mount": PYTHON
    + """
must_fail("mount tmpfs", 165, b"x", b"/work", b"tmpfs", 0, 0); must_fail("mount proc", 165, b"proc", b"/work", b"proc", 0, 0)
must_fail("bind", 165, b"/usr", b"/work", b"", 4096, 0); must_fail("umount2", 166, b"/usr", 2)
must_fail("pivot_root", 155, b"/work", b"/work"); must_fail("fsopen", 430, b"tmpfs", 0)
must_fail("open_tree", 428, -100, b"/usr", 1); must_fail("move_mount", 429, -100, b"/usr", -100, b"/work", 0)""",
    "keyring of the kernel": PYTHON
    + """
must_fail("add_key", 248, b"user", b"moot", b"secret", 6, -3); must_fail("request_key", 249, b"user", b"moot", b"", -3)
must_fail("keyctl", 250, 0, -3, 1); print(open("/proc/keys").read()[:200] if os.access("/proc/keys", 4) else "no keys")""",
    "dangerous system calls": PYTHON
    + """
for name, number in dict(bpf=321, perf_event_open=298, userfaultfd=323, io_uring_setup=425, open_by_handle_at=304,
        name_to_handle_at=303, init_module=175, finit_module=313, delete_module=176, kexec_load=246, reboot=169, swapon=167,
        swapoff=168, acct=163, syslog=103, quotactl=179, fanotify_init=300, pidfd_getfd=438, kcmp=312, memfd_secret=447,
        iopl=172, ioperm=173, vhangup=153).items():
    must_fail(name, number, 3, 0, 0, 0, 0)""",
    "other numberings of system calls": PYTHON
    + r"""
import mmap, platform
must_fail("x32", 0x40000000 + 272, 0x10000000)
if platform.machine() == "x86_64" and os.fork() == 0:
    # mov eax, 310 (unshare of 32 bits); mov ebx, CLONE_NEWUSER; int 0x80; ret
    code = mmap.mmap(-1, 4096, prot=7); code.write(b"\xb8\x36\x01\x00\x00\xbb\x00\x00\x00\x10\xcd\x80\xc3")
    got = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))()
    print("ESCAPED" if got == 0 else "refused", "int 0x80", got); sys.stdout.flush(); os._exit(0)
""",
    # The machine
    "/sys": "ls /sys 2>/dev/null | grep . && echo ESCAPED; (echo 1 > /sys/kernel/x) 2>/dev/null && echo ESCAPED; ls /sys/fs/cgroup 2>/dev/null | grep . && echo ESCAPED",
    "/proc of the kernel": """
for f in sys/kernel/core_pattern sys/kernel/hostname sys/vm/overcommit_memory sysrq-trigger sys/fs/file-max sys/user/max_user_namespaces; do
    (echo 1 > /proc/$f) 2>/dev/null && echo ESCAPED $f; done
(echo -1000 > /proc/self/oom_score_adj) 2>/dev/null && echo ESCAPED oom
head -c 10 /proc/kcore 2>/dev/null | grep -q . && echo ESCAPED kcore; head -c 1 /proc/kmsg 2>/dev/null | grep -q . && echo ESCAPED kmsg
dmesg 2>/dev/null | grep -q . && echo ESCAPED dmesg""",
    "clock": PYTHON
    + """
tries("clock_settime", lambda: time.clock_settime(time.CLOCK_REALTIME, 0))
must_fail("settimeofday", 164, 0, 0); must_fail("adjtimex", 159, ctypes.byref((ctypes.c_long * 40)(0x4000)))""",
    "host name": 'hostname evil 2>/dev/null && echo ESCAPED; [ "$(hostname)" = sandbox ] || echo ESCAPED; domainname evil 2>/dev/null && echo ESCAPED',
    "scheduling": """
chrt -f 50 true 2>/dev/null && echo ESCAPED realtime; nice -n -5 true 2>&1 | grep -q denied || echo ESCAPED nice
ulimit -u unlimited 2>/dev/null && echo ESCAPED; ulimit -f unlimited 2>/dev/null && echo ESCAPED
ulimit -n 100000 2>/dev/null && echo ESCAPED; ulimit -t unlimited 2>/dev/null && echo ESCAPED; ulimit -d unlimited 2>/dev/null && echo ESCAPED""",
    "typing into the terminal": PYTHON
    + """
import fcntl, pty
tries("tty", lambda: os.open("/dev/tty", os.O_RDWR))
for fd in (0, 1, 2): tries(("tiocsti", fd), lambda: fcntl.ioctl(fd, 0x5412, b"x"))
tries("its own terminal", lambda: fcntl.ioctl(pty.openpty()[1], 0x5412, b"x"))
tries("with high bits", lambda: print(call(16, 0, 0x5412 | 1 << 32, b"x")) or fcntl.ioctl(0, 0x541C, b"x"))
must_fail("high bits", 16, pty.openpty()[1], 0x5412 | (1 << 32), b"x")""",
    "core dumps": PYTHON
    + """
import resource, signal
tries("limit", lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 1)) if False else resource.setrlimit(resource.RLIMIT_CORE, (0, 0)))
tries("unlimited", lambda: resource.prlimit(0, resource.RLIMIT_CORE, (1, 1)))
must_fail("setrlimit", 160, 4, ctypes.byref((ctypes.c_ulong * 2)(0, 0)))
if os.fork() == 0: os.kill(os.getpid(), signal.SIGSEGV)
print(os.wait()[1] & 0x80 and "ESCAPED core" or "no core", [n for n in os.listdir(".") if "core" in n])""",
    "control codes": r"printf '\033]0;owned\007\033[2J\033]52;c;ZXZpbA==\007\033[6n\033P$qm\033\\'",
    "names": PYTHON
    + """
open("x" * 255, "w").write("x"); tries("too long", lambda: open("x" * 256, "w"))
open("line\\nbreak", "w").write("x"); open("\\033[31mred", "w").write("x"); open(b"\\xff\\xfe", "w").write("x"); open("-rf", "w").write("x")
tries("path", lambda: os.mkdir("/work/" + "y/" * 3000))""",
    "deep folders": PYTHON
    + """
for n in range(400):
    os.mkdir("d"); os.chdir("d")
open("bottom", "w").write("x")""",
    "sparse files": PYTHON
    + """
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
f = open("sparse", "w"); tries("1 TiB", lambda: os.truncate("sparse", 2**40)); tries("seek", lambda: (os.lseek(f.fileno(), 2**40, 0), os.write(f.fileno(), b"x")))
os.truncate("sparse", 15 * 2**20); print(os.stat("sparse").st_blocks)""",
    "links planted for the host": """
ln -s {canary} /work/link; ln -s / /work/all; ln -s /proc/self/root{canary} /work/root; mkdir /work/d; ln -s ../../../../..{canary} /work/d/up
ln -s /etc/shadow /work/shadow; mkfifo /work/pipe; ln -s /dev/zero /work/zero""",
}
"""Those that end by themselves."""

HUNGRY: dict[str, tuple[str, str]] = {
    "fork bomb": ("bomb() { bomb | bomb & }; bomb; sleep 30", "any"),
    "fork bomb that flees": (
        PYTHON
        + """
while True:
    try:
        if os.fork() == 0: os.setsid()
    except OSError: pass""",
        "any",
    ),
    "thread bomb": (
        PYTHON
        + """
import threading
try:
    for n in range(10000): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    print("ESCAPED")
except RuntimeError: print("refused at", n)
os._exit(0)""",
        "any",
    ),
    "memory bomb": (PYTHON + "kept = []\nwhile True: kept.append(bytearray(10**7))", "any"),
    "memory of many": (
        PYTHON
        + """
for n in range(4): os.fork()
kept = bytearray(30 * 2**20); time.sleep(30)""",
        "memory",
    ),
    "shared memory": (
        PYTHON
        + """
import mmap
kept = []
while True:
    m = mmap.mmap(-1, 2**24); m.write(b"x" * 2**24); kept.append(m)""",
        "memory",
    ),
    "memory without a process": (
        PYTHON
        + """
for name, number, values in (("memfd", 319, (b"x", 0)), ("shm", 29, (0, 2**30, 0o1600))):
    got, error = call(number, *values); print("UNCOUNTED" if got >= 0 else "refused", name, error)
try:
    for n in range(10000):
        f = open("/dev/shm/%d" % n, "wb"); f.write(b"x" * 2**20); f.flush()
    print("ESCAPED")
except OSError as error: print("refused", n, error)""",
        "uncounted",
    ),
    "memory in sockets": (
        PYTHON
        + """
kept = []
for n in range(8):
    if os.fork() == 0: break
while True:
    try:
        a, b = socket.socketpair(); a.setblocking(False); a.setsockopt(1, 7, 2**24); kept += [a, b]
        while True: a.send(b"x" * 4096)
    except BlockingIOError: pass
    except OSError: time.sleep(1)""",
        "memory",
    ),
    "disk": (
        "for d in /work /tmp /home/user /dev/shm; do head -c 1G /dev/zero > $d/fill 2>/dev/null && echo ESCAPED; done; du -sm /work /tmp /home/user /dev/shm | awk '{s+=$1} END {if (s > 17) print \"ESCAPED\", s}'",
        "itself",
    ),
    "inodes": (
        'mkdir -p /tmp/i; python3 -c \'for n in range(100000): open("/tmp/i/%d" % n, "w")\' 2>/dev/null && echo ESCAPED; ls /tmp/i | wc -l',
        "itself",
    ),
    "output": ("yes", "output"),
    "error output": ("yes >&2", "output"),
    "output without end of line": ("cat /dev/zero", "output"),
    "time": ("sleep 100", "time"),
    "deaf to signals": ("trap '' TERM INT HUP QUIT; while true; do sleep 0.1; done", "time"),
    "processor time": ("while true; do :; done", "any"),
    "surviving by setsid": ("setsid sleep {stray} </dev/null >/dev/null 2>&1 & sleep 0.1; echo left", "itself"),
    "surviving by two forks": (
        PYTHON
        + """
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for fd in (0, 1, 2): os.close(fd)
        time.sleep({stray})
    os._exit(0)
time.sleep(0.1); print("left"); os._exit(0)""",
        "itself",
    ),
    "surviving by nohup": ("nohup sleep {stray} >/dev/null 2>&1 & disown; sleep 0.1; exit 0", "itself"),
    "surviving a limit": (
        "for n in 1 2 3; do setsid sh -c 'trap \"\" TERM; sleep {stray}' >/dev/null 2>&1 & done; sleep 30",
        "time",
    ),
}
"""Those that take what they can get, and by what they end: `any` limit or themselves."""
