"""Files into a sandbox and out of it, with whatever a hostile program leaves there."""

from __future__ import annotations

import asyncio
import io
import tarfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sandbox_as import WHO, needs_bwrap, open_folder, run_as
from sandbox_attempts import ATTEMPTS, PRELUDE, PYTHON

from moot.errors import CannotWrite
from moot.sandbox import File, Limits, Sandbox, Taken
from moot.sandbox.files import pack, unpack

MIB = 2**20
TIGHT = Limits(seconds=5, memory=128 * MIB, disk=16 * MIB, files=600)


def put_and_get(data: bytes) -> bytes:
    async def go() -> bytes:
        async with Sandbox(TIGHT, files={"/work/deep/er/file name": data}) as box:
            return await box.get("/work/deep/er/file name")

    return asyncio.run(go())


@needs_bwrap
@pytest.mark.parametrize("data", [b"", b"text\n", bytes(range(256)) * 5000])
def test_what_is_put_in_comes_out(data: bytes) -> None:
    assert put_and_get(data) == data


@needs_bwrap
async def test_modes_are_kept_and_programs_run() -> None:
    async with Sandbox(TIGHT, files={"/work/go": File(b"#!/bin/sh\necho went\n", 0o755)}) as box:
        assert (await box.run(["./go"])).stdout == b"went\n"
        await box.put({"/work/go": b"#!/bin/sh\n"})
        assert (await box.run(["./go"])).code == 126


@needs_bwrap
@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/work/none", FileNotFoundError),
        ("/work", IsADirectoryError),
        ("/etc/shadow", FileNotFoundError),
        ("/work/file/below", NotADirectoryError),
        ("/work/closed", PermissionError),
    ],
)
async def test_a_file_that_cannot_be_read_is_named(path: str, error: type[OSError]) -> None:
    async with Sandbox(TIGHT, files={"/work/file": b"x", "/work/closed": File(b"x", 0)}) as box:
        with pytest.raises(error, match=path):
            await box.get(path)


@needs_bwrap
@pytest.mark.parametrize("path", ["/usr/bin/x", "/x", "/dev/x", "/proc/x", "/etc/passwd"])
async def test_nothing_is_put_where_nothing_may_be_written(path: str) -> None:
    async with Sandbox(TIGHT) as box:
        with pytest.raises(OSError, match=path):
            await box.put({path: b"x"})


@needs_bwrap
async def test_more_than_the_disk_holds_is_refused() -> None:
    async with Sandbox(TIGHT) as box:
        with pytest.raises(OSError, match="No space left"):
            await box.put({f"/work/{n}": bytes(MIB) for n in range(20)})


@needs_bwrap
@pytest.mark.parametrize("name", ["links planted for the host", "names", "device files", "sparse files", "hard links"])
@pytest.mark.parametrize("who", WHO)
def test_nothing_of_the_host_comes_out(name: str, who: str) -> None:
    with open_folder() as folder:
        secret, to = folder / "secret", folder / "to"
        secret.write_text("secret of the host")
        script = ATTEMPTS[name].replace("{canary}", str(secret))
        python = script.startswith(PYTHON)
        line = ["python3", "-c", PRELUDE + script.removeprefix(PYTHON)] if python else ["bash", "-c", script]

        async def go() -> Taken:
            async with Sandbox(TIGHT) as box:
                await box.run(line)
                await box.put({"/work/plain": b"plain"})
                return await box.take("/work", to)

        taken = run_as(who, go)
        assert "plain" in taken.files
        for path in to.rglob("*"):
            assert not path.is_symlink() and (path.is_dir() or path.is_file())
            if path.is_file():
                assert b"secret" not in path.read_bytes() and b"root:" not in path.read_bytes()
                assert path.stat().st_nlink == 1 and not path.stat().st_mode & 0o7000


@needs_bwrap
async def test_a_file_that_turns_into_a_link_while_it_is_taken_leads_nowhere(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret of the host")
    folder = f"mv -T d x; ln -sfn {tmp_path} d; rm -f d; mv -T x d"
    swap = f"mkdir d; while :; do ln -sfn {secret} f; {folder}; echo ok > f; done"
    async with Sandbox(TIGHT) as box:
        swapping = asyncio.create_task(box.run(["bash", "-c", swap], seconds=4))
        await asyncio.sleep(0.1)
        for n in range(6):
            for path in ("/work/f", "/work/d/secret"):
                try:
                    assert b"secret" not in await box.get(path)
                except OSError:
                    continue
            try:
                taken = await box.take("/work", tmp_path / str(n))
            except OSError:
                continue
            assert "d/secret" not in taken.files
        await box.close()
        await swapping
    assert secret.read_text() == "secret of the host"


@needs_bwrap
async def test_folders_deeper_than_a_path_may_be_are_left(tmp_path: Path) -> None:
    dig = "import os\nfor n in range(550): os.mkdir('d'); os.chdir('d')\nopen('bottom', 'w')"
    async with Sandbox(TIGHT, files={"/work/plain": b"plain"}) as box:
        assert (await box.run(["python3", "-c", dig])).ok
        taken = await box.take("/work", tmp_path / "to")
    assert taken.files == ("plain",) and taken.left


@needs_bwrap
async def test_pipes_and_endless_devices_do_not_hold_anybody_up(tmp_path: Path) -> None:
    async with Sandbox(TIGHT) as box:
        await box.run(["sh", "-c", "ln -s /dev/zero zero; mkfifo pipe"])
        with pytest.raises(OSError, match="output"):
            await box.get("/work/zero")
        assert (await box.take("/work", tmp_path / "to")) == Taken((), ("pipe", "zero"))


def test_a_target_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("x")
    with pytest.raises(CannotWrite, match="not empty"):
        unpack(pack({"/a": b"x"}), tmp_path)


@pytest.mark.parametrize("name", ["../out", "/abs", "a/../../out", "..", "a/.."])
def test_names_that_lead_out_of_the_target_stay(name: str, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = 1
        archive.addfile(entry, io.BytesIO(b"x"))
    to = tmp_path / "in" / "to"
    assert not unpack(packed.getvalue(), to).files
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_what_is_no_file_is_named_and_left(kind: bytes, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        entry = tarfile.TarInfo("it")
        entry.type, entry.linkname = kind, "/etc/passwd"
        archive.addfile(entry)
        after = tarfile.TarInfo("it/passwd")
        after.size = 1
        archive.addfile(after, io.BytesIO(b"x"))
    taken = unpack(packed.getvalue(), tmp_path / "to")
    assert taken.left == ("it",) and taken.files == ("it/passwd",)


NAMES = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0/"), min_size=1, max_size=40)


@given(st.dictionaries(NAMES.filter(lambda name: name not in (".", "..")), st.binary(max_size=2000), max_size=8))
def test_packing_is_undone_by_unpacking(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> None:
    files = {name: data for name, data in files.items() if len(name.encode()) < 200}
    to = tmp_path_factory.mktemp("to")
    taken = unpack(pack({f"/{name}": data for name, data in files.items()}), to)
    assert set(taken.files) == set(files) and not taken.left
    assert {name: (to / name).read_bytes() for name in files} == files


@given(st.binary(max_size=3000))
def test_noise_is_no_archive(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    try:
        taken = unpack(noise, tmp_path_factory.mktemp("to"))
    except CannotWrite:
        return
    assert taken == Taken((), ())
