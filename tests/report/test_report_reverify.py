"""Whatever was changed in a bundle, verifying it again names it, and the sentence that no longer stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from report_buses import buses
from report_records import referee, short
from test_report_bundle import unzipped, zipped

from moot.errors import BadBundle
from moot.evidence.library import Library
from moot.report import bundle
from moot.report.bundle import Bundle
from moot.report.document import build
from moot.report.reverify import reverify
from moot.verify.figures import Figures
from moot.verify.referee import Referee
from moot.words import Claim, Finding

Members = dict[str, bytes]


@cache
def packed(long: bool) -> bytes:
    record = buses() if long else short()
    return bundle.pack(build(record), record)


def resealed(members: Members) -> Members:
    """As someone would who wants it to pass: with a manifest that fits."""
    digests = {
        name: sha256(content).hexdigest() for name, content in sorted(members.items()) if name != "manifest.json"
    }
    manifest = bundle.Manifest(sha256=digests).model_dump_json(indent=1).encode()
    return members | {"manifest.json": manifest}


def tampered(tmp_path: Path, change: Callable[[Members], None], *, long: bool = False, seal: bool = True) -> Bundle:
    members = unzipped(packed(long))
    change(members)
    return bundle.read(zipped(resealed(members) if seal else members, tmp_path / "x.moot"))


def said(bundle: Bundle) -> str:
    return "\n".join(map(str, reverify(bundle, referee()).broken))


def replacing(name: str, old: str, new: str) -> Callable[[Members], None]:
    def change(members: Members) -> None:
        assert old.encode() in members[name], f"{old} is not in {name}"
        members[name] = members[name].replace(old.encode(), new.encode())

    return change


def editing(name: str, edit: Callable[[Any], None]) -> Callable[[Members], None]:
    def change(members: Members) -> None:
        content = json.loads(members[name])
        edit(content)
        members[name] = json.dumps(content, ensure_ascii=False).encode()

    return change


@pytest.mark.parametrize("long", [False, True])
def test_an_untouched_bundle_stands(long: bool, tmp_path: Path) -> None:
    found = reverify(tampered(tmp_path, lambda members: None, long=long), referee())
    assert found.broken == ()
    assert found.stands
    assert found.notes == ()
    assert (found.claims, found.sources) == ((31, 8) if long else (3, 2))
    assert found.quotes >= found.claims - 5
    assert found.findings > found.claims


def test_a_record_alone_can_be_verified() -> None:
    assert reverify(buses(), referee()).stands


def test_a_changed_source(tmp_path: Path) -> None:
    change = replacing("sources/S1.txt", "412 people", "512 people")
    text = said(tampered(tmp_path, change))
    assert "S1: its text is not the text that was read (the hash differs)" in text
    assert "sentence 1: quote no longer in S1" in text
    assert "sentence 1: it is unsupported" in text
    assert "sentence 2" not in text


def test_half_a_surrogate_pair_in_a_source(tmp_path: Path) -> None:
    def change(members: Members) -> None:
        members["sources/S1.txt"] += "\ud83d".encode("utf-8", "surrogatepass")

    assert "S1: its text is not the text that was read (the hash differs)" in said(tampered(tmp_path, change))


def test_a_changed_source_whose_hashes_were_changed_with_it(tmp_path: Path) -> None:
    old = short().documents[0].source.text_sha256
    text = short().documents[0].text.replace("412 people", "512 people")

    def change(members: Members) -> None:
        members["sources/S1.txt"] = text.encode()
        for name in ("record.json", "report.json"):
            members[name] = members[name].replace(old.encode(), sha256(text.encode()).hexdigest().encode())

    found = said(tampered(tmp_path, change))
    assert "hash" not in found
    assert "sentence 1: quote no longer in S1" in found
    assert "sentence 1: quotes fails now" in found


def test_a_changed_quote_in_the_report(tmp_path: Path) -> None:
    text = said(tampered(tmp_path, replacing("report.json", "carried 412 people in May", "carried 912 people in May")))
    assert "sentence 1: quote no longer in S1" in text
    assert "sentence 1: its quotes are not what the record gives" in text


def test_a_changed_quote_in_the_record(tmp_path: Path) -> None:
    text = said(tampered(tmp_path, replacing("record.json", "The ferry runs every 20", "The ferry runs every 10")))
    assert "sentence 2: quotes fails now" in text
    assert "sentence 2: it is unsupported" in text


def test_a_finding_that_was_made_to_say_another_thing(tmp_path: Path) -> None:
    def edit(record: Any) -> None:
        for event in record["events"]:
            for finding in event.get("findings", ()):
                if finding["claim"] == "c19" and finding["check"] == "figures":
                    finding.update(otherwise=False)

    text = said(tampered(tmp_path, editing("record.json", edit), long=True))
    assert "sentence 27: figures finds that the evidence says otherwise, the record says another thing" in text


def test_a_finding_that_was_made_to_hold(tmp_path: Path) -> None:
    def edit(record: Any) -> None:
        for event in record["events"]:
            for finding in event.get("findings", ()):
                if finding["claim"] == "c19" and finding["check"] == "figures":
                    finding.update(outcome="holds", reason="every figure is in the evidence")

    text = said(tampered(tmp_path, editing("record.json", edit), long=True))
    assert "sentence 27: figures fails now (figure differs: 1.4 MW against 1.1 MW), the record says holds" in text


def test_findings_that_were_taken_out(tmp_path: Path) -> None:
    def edit(record: Any) -> None:
        for event in record["events"]:
            if "findings" in event:
                event["findings"] = [each for each in event["findings"] if each["check"] != "figures"]

    text = said(tampered(tmp_path, editing("record.json", edit), long=True))
    assert "sentence 27: figures fails: figure differs: 1.4 MW against 1.1 MW" in text


@pytest.mark.parametrize("field", ["reason", "places", "gate"])
def test_a_finding_that_was_reworded_or_moved(field: str, tmp_path: Path) -> None:
    new: dict[str, Any] = {"reason": "trust me", "places": [], "gate": False}

    def edit(record: Any) -> None:
        finding = next(each for event in record["events"] for each in event.get("findings", ()) if each["places"])
        finding[field] = new[field]

    assert "sentence 1 in round 1: quotes" in said(tampered(tmp_path, editing("record.json", edit)))


def test_a_changed_figure_in_the_report(tmp_path: Path) -> None:
    text = said(tampered(tmp_path, replacing("report.json", "The ferry carried 412 people in May.", "Some 900.")))
    assert "sentence 1: its claim is not what the record gives" in text
    assert "report.json: its draft is not what the record gives" in text


def test_a_changed_standing(tmp_path: Path) -> None:
    def edit(report: Any) -> None:
        report["claims"][26]["standing"] = "proven"

    text = said(tampered(tmp_path, editing("report.json", edit), long=True))
    assert "sentence 27: it is contradicted (figure differs: 1.4 MW against 1.1 MW), not proven" in text


def test_a_head_that_hides_who_failed(tmp_path: Path) -> None:
    text = said(tampered(tmp_path, replacing("report.json", "mixed panel, degraded", "mixed panel"), long=True))
    assert "report.json: its header is not what the record gives" in text


def test_a_changed_markdown(tmp_path: Path) -> None:
    text = said(tampered(tmp_path, replacing("report.md", "412", "413")))
    assert text == "report.md: it is not what report.json gives"


def test_a_changed_manifest(tmp_path: Path) -> None:
    digest = sha256(unzipped(packed(False))["report.md"]).hexdigest()
    text = said(tampered(tmp_path, replacing("manifest.json", digest, "0" * 64), seal=False))
    assert text == "bundle: report.md is not the file that the manifest names"


def test_a_changed_member_without_a_new_manifest_is_named_too(tmp_path: Path) -> None:
    change = replacing("sources/S1.txt", "412 people", "512 people")
    assert "bundle: sources/S1.txt is not the file that the manifest names" in said(
        tampered(tmp_path, change, seal=False)
    )


@pytest.mark.parametrize("name", sorted(unzipped(packed(False))))
@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_byte_of_any_member_is_found_or_refused(name: str, data: st.DataObject, tmp_path: Path) -> None:
    members = unzipped(packed(False))
    at = data.draw(st.integers(0, len(members[name]) - 1))
    mask = data.draw(st.integers(1, 255))
    content = bytearray(members[name])
    content[at] ^= mask
    try:
        read = bundle.read(zipped(members | {name: bytes(content)}, tmp_path / "x.moot"))
    except BadBundle:
        return
    assert not reverify(read, referee()).stands


class Newer(Figures):
    """The figure check of another version, which is stricter."""

    version = f"{Figures.version}, stricter"

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        found = super().findings(claims, library)
        return [found[0].model_copy(update={"outcome": "fails", "reason": "no figure may be 412"}), *found[1:]]


def test_another_version_of_a_check_is_said_and_counts_where_it_no_longer_holds() -> None:
    checks = [each for each in referee().checks if each.name != "figures"]
    found = reverify(short(), Referee([*checks, Newer()]))
    changed = f"check version changed (figures: {Figures.version} → {Newer.version})"
    assert found.notes == (changed,)
    assert f"figures no longer holds, {changed}: no figure may be 412" in str(found.broken)


def test_a_check_that_is_not_installed_is_said() -> None:
    checks = [each for each in referee().checks if each.name != "conditions"]
    found = reverify(short(), Referee(checks))
    assert found.stands
    assert found.notes == ("check 'conditions' is not installed here: its findings were not repeated",)
