"""One file that holds a report, its record and its sources, so that anyone can verify it again.

A `.moot` file is a zip of `report.json`, `report.md`, `record.json`, `sources/<id>.txt` and `manifest.json`, the
SHA-256 of each. Nothing in it is compressed, and the file itself carries no time of writing, so the same record gives
the same bytes on any machine. The record says when the run was created, and names its sources as they were given.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from moot.errors import BadBundle
from moot.ledger.record import Record
from moot.report import json, markdown
from moot.report.shape import Report
from moot.report.written import from_json, to_json
from moot.text.lazy import lazy_re
from moot.text.utf8 import decode, encode
from moot.words import Word

SUFFIX = ".moot"
LARGEST = 1 << 30
"""Bytes of all members together, as read."""
MOST_MEMBERS = 20_000

_FIXED = ("manifest.json", "record.json", "report.json", "report.md")
_SOURCE = lazy_re(r"sources/([A-Za-z0-9][A-Za-z0-9_-]{0,63})\.txt")
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How members may be: as they were written, or as most programs pack them again."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


class Manifest(Word):
    moot_bundle: Literal[1] = 1
    sha256: dict[str, str]
    """Of every other member, by name."""


@dataclass(frozen=True)
class Bundle:
    """What was in a bundle; `damaged` names the members that are not what its manifest says, and why."""

    report: Report
    record: Record
    markdown: str
    damaged: tuple[str, ...] = ()


_OWN = frozenset({"out", "endpoints", "verifiers"})
"""Options that say something of the machine and nothing of the argument: they do not leave it."""


def pack(report: Report, record: Record) -> bytes:
    """The bundle as bytes."""
    members = {f"sources/{each.source.id}.txt": encode(each.text) for each in record.documents}
    bare = tuple(document.model_copy(update={"text": ""}) for document in record.documents)
    options = {name: value for name, value in record.options.items() if name not in _OWN}
    kept = record.model_copy(update={"documents": bare, "options": options})
    members["record.json"] = to_json(kept, 1).encode()
    members["report.json"] = json.render(report).encode()
    members["report.md"] = markdown.render(report).encode()
    digests = {name: sha256(members[name]).hexdigest() for name in sorted(members)}
    members["manifest.json"] = _manifest(Manifest(sha256=digests))
    return _zip(members)


def _manifest(manifest: Manifest) -> bytes:
    return manifest.model_dump_json(indent=1).encode()


def _zip(members: dict[str, bytes]) -> bytes:
    """Takes the members out as it packs them, so that a large report is not held twice."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as file:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system, info.external_attr = 3, 0o644 << 16
            file.writestr(info, members.pop(name))
    return packed.getvalue()


def read(path: Path) -> Bundle:
    """The bundle at `path`. Raises `BadBundle` in one sentence for anything that is not one, whatever is in it."""
    if path.is_dir():
        raise BadBundle(f"{path} is a folder: name the bundle in it, a file that ends in .moot.")
    try:
        members = _members(path)
        manifest = Manifest.model_validate_json(members["manifest.json"])
        texts = {found[1]: decode(members[name]) for name in members if (found := _SOURCE.fullmatch(name))}
        return Bundle(
            report=json.read(members["report.json"]),
            record=_record(members["record.json"], texts),
            markdown=members["report.md"].decode(),
            damaged=_damaged(members, manifest),
        )
    except OSError as error:
        raise BadBundle(f"{path} cannot be read: {error.strerror or error}.") from None
    except ValidationError as error:
        raise BadBundle(f"{path} is damaged: {_first(error)}.") from None
    except (
        ValueError,
        KeyError,
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RecursionError,
        EOFError,
    ) as error:
        raise BadBundle(f"{path} is no bundle that can be read: {_sentence(error)}.") from None


def _members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        infos = file.infolist()
        if len(infos) > MOST_MEMBERS or sum(info.file_size for info in infos) > LARGEST:
            raise ValueError("it is larger than a bundle may be")
        names = [info.filename for info in infos]
        # Names are compared with the few that are known, never used as paths.
        unknown = [name for name in names if name not in _FIXED and not _SOURCE.fullmatch(name)]
        if unknown:
            raise ValueError(f"it holds {unknown[0][:80]!r}, which no bundle holds")
        if len(set(names)) < len(names):
            raise ValueError("it holds two files of one name")
        if any(info.flag_bits & 1 for info in infos):
            raise ValueError("it is encrypted")
        if any(info.compress_type not in _PACKED for info in infos):
            raise ValueError("it is compressed as no bundle is")
        missing = [name for name in _FIXED if name not in names]
        if missing:
            raise ValueError(f"it has no {missing[0]}")
        return {info.filename: file.read(info) for info in infos}


def _record(raw: bytes, texts: Mapping[str, str]) -> Record:
    record = from_json(Record, raw)
    ids = [document.source.id for document in record.documents]
    if sorted(ids) != sorted(texts):
        odd = sorted(set(ids) ^ set(texts))
        raise ValueError(f"its sources are not those of its record ({', '.join(odd[:3]) or 'one is named twice'})")
    filled = (document.model_copy(update={"text": texts[document.source.id]}) for document in record.documents)
    return record.model_copy(update={"documents": tuple(filled)})


def _damaged(members: Mapping[str, bytes], manifest: Manifest) -> tuple[str, ...]:
    said = manifest.sha256
    others = [name for name in sorted(members) if name != "manifest.json"]
    changed = [name for name in others if name in said and sha256(members[name]).hexdigest() != said[name]]
    lines = [] if _manifest(manifest) == members["manifest.json"] else ["manifest.json is not as Moot writes it"]
    lines += [f"{name} is not the file that the manifest names" for name in changed]
    lines += [f"{name} is not in the manifest" for name in others if name not in said]
    return (
        *lines,
        *(f"{name} is in the manifest and not in the bundle" for name in sorted(said) if name not in members),
    )


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    return f"{'.'.join(map(str, first['loc'])) or 'its JSON'}: {first['msg']}"


def _sentence(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "a text in it is not UTF-8"
    return str(error.args[0] if error.args else type(error).__name__).rstrip(".") or type(error).__name__
