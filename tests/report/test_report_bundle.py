"""A bundle holds everything, is the same bytes for the same report, and nothing foreign gets through it."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from report_buses import buses
from report_records import short

from moot.errors import BadBundle, CannotWrite
from moot.report import bundle, formats
from moot.report.document import build

SHORT = bundle.pack(build(short()), short())


def unzipped(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(members: dict[str, bytes], path: Path, compression: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    record = buses()
    path = tmp_path / "deep" / "report.moot"
    formats.put(build(record), record, "bundle", path)
    read = bundle.read(path)
    assert read.record == record
    assert read.report == build(record)
    assert read.damaged == ()
    assert sorted(unzipped(path.read_bytes())) == [
        *("manifest.json", "record.json", "report.json", "report.md"),
        *(f"sources/S{n}.txt" for n in range(1, 9)),
    ]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert bundle.pack(build(short()), short()) == SHORT
    with zipfile.ZipFile(io.BytesIO(SHORT)) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist() == sorted(file.namelist())


def test_the_text_of_a_source_stands_in_it_once_and_byte_for_byte() -> None:
    members = unzipped(SHORT)
    assert members["sources/S1.txt"].decode() == short().documents[0].text
    assert b"The ferry carried 412 people in May.\\n" not in members["record.json"]


def test_a_bundle_that_was_zipped_again_is_read(tmp_path: Path) -> None:
    path = zipped(unzipped(SHORT), tmp_path / "x.moot", zipfile.ZIP_DEFLATED)
    assert bundle.read(path).record == short()


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_to_pack_are_not_unpacked(method: int, tmp_path: Path) -> None:
    path = zipped(unzipped(SHORT), tmp_path / "x.moot", method)
    with pytest.raises(BadBundle, match="compressed as no bundle is"):
        bundle.read(path)


@pytest.mark.parametrize("moment", ["yesterday", "2026-10-01T09:00:00", "", "0001-01-01T00:00:00+23:59"])
@pytest.mark.parametrize("name", ["created", "started", "finished"])
def test_what_is_no_moment_with_its_zone_is_refused(name: str, moment: str, tmp_path: Path) -> None:
    members = unzipped(SHORT)
    record = json.loads(members["record.json"])
    call = {"place": "r1/draft/author-1/a1", "state": "failed", "request_hash": "0", "worst": 0, "cost": 0, "sent": 1}
    call["started"] = record["created"]
    record["calls"] = [call]
    (record if name == "created" else call)[name] = moment
    with pytest.raises(BadBundle, match=f"{name}: .*no moment"):
        bundle.read(zipped(members | {"record.json": json.dumps(record).encode()}, tmp_path / "x.moot"))


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/passwd", "sources/../x.txt", "sources/S1.txt/", "extra", "a\\b"])
def test_what_no_bundle_holds_is_refused(name: str, tmp_path: Path) -> None:
    path = zipped(unzipped(SHORT) | {name: b""}, tmp_path / "x.moot")
    with pytest.raises(BadBundle, match="which no bundle holds"):
        bundle.read(path)
    assert [each.name for each in tmp_path.iterdir()] == ["x.moot"]


@pytest.mark.parametrize("name", ["manifest.json", "record.json", "report.json", "report.md", "sources/S2.txt"])
def test_what_is_missing_is_said(name: str, tmp_path: Path) -> None:
    members = unzipped(SHORT)
    del members[name]
    with pytest.raises(BadBundle, match=f"it has no {name}|are not those of its record"):
        bundle.read(zipped(members, tmp_path / "x.moot"))


def test_more_than_a_bundle_may_hold_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = unzipped(SHORT) | {"sources/S2.txt": bytes(5_000_000)}
    path = zipped(members, tmp_path / "x.moot", zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < 100_000
    monkeypatch.setattr(bundle, "LARGEST", 1_000_000)
    with pytest.raises(BadBundle, match="larger than a bundle may be"):
        bundle.read(path)
    many = zipped({f"sources/S{n}.txt": b"" for n in range(30)}, tmp_path / "y.moot")
    monkeypatch.setattr(bundle, "MOST_MEMBERS", 20)
    with pytest.raises(BadBundle, match="larger than a bundle may be"):
        bundle.read(many)


def test_a_size_that_lies_is_refused(tmp_path: Path) -> None:
    path = zipped(unzipped(SHORT) | {"sources/S2.txt": bytes(100_000)}, tmp_path / "x.moot", zipfile.ZIP_DEFLATED)
    lying = path.read_bytes().replace((100_000).to_bytes(4, "little"), (64).to_bytes(4, "little"))
    path.write_bytes(lying)
    with pytest.raises(BadBundle):
        bundle.read(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    path = zipped(unzipped(SHORT), tmp_path / "x.moot")
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("report.md", b"another")
    with pytest.raises(BadBundle, match="two files of one name"):
        bundle.read(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip", SHORT[:-30], SHORT[: len(SHORT) // 2], bytes(100)])
def test_what_is_no_bundle_is_said_in_one_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.moot"
    path.write_bytes(content)
    with pytest.raises(BadBundle) as caught:
        bundle.read(path)
    assert str(caught.value).startswith(str(path))
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.json", b"{}"),
        ("report.json", b"\xff"),
        ("record.json", b'{"run": 1}'),
        ("record.json", b"[" * 100_000),
        ("manifest.json", b'{"moot_bundle": 2, "sha256": {}}'),
        ("sources/S1.txt", b"\xff\xfe"),
        ("report.md", b"\xff"),
    ],
)
def test_a_member_that_is_not_what_it_should_be(name: str, content: bytes, tmp_path: Path) -> None:
    with pytest.raises(BadBundle):
        bundle.read(zipped(unzipped(SHORT) | {name: content}, tmp_path / "x.moot"))


def test_a_file_that_is_not_there_or_not_a_file(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "none.moot", "cannot be read"), (tmp_path, "is a folder")):
        with pytest.raises(BadBundle, match=said):
            bundle.read(path)


def test_an_unwritable_place_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "report.moot"
    target.mkdir()
    with pytest.raises(CannotWrite):
        formats.put(build(short()), short(), "bundle", tmp_path)
    assert list(tmp_path.iterdir()) == [target]


@given(st.integers(0, len(SHORT) - 1), st.integers(1, 255))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_byte_of_the_file_never_changes_what_is_read(tmp_path: Path, at: int, mask: int) -> None:
    path = tmp_path / "x.moot"
    path.write_bytes(SHORT[:at] + bytes([SHORT[at] ^ mask]) + SHORT[at + 1 :])
    try:
        read = bundle.read(path)
    except BadBundle:
        return
    assert read.damaged or (read.record, read.report) == (short(), build(short()))
