"""Where the files of a verifier lie: a folder, else the local hub cache, else, if the user says so, the hub itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from moot.errors import UnknownModel, UsageError
from moot.text.lazy import lazy_re
from moot.verify.published.folder import ONNX, SAFE
from moot.verify.wording import shorten

_NAME = lazy_re(r"[A-Za-z0-9][\w.-]*/[\w.-]+")
_LIGHT = ["config.json", "moot.json", "tokenizer.json", "model.onnx*", "onnx/model.onnx", "onnx/model.onnx?data*"]
_SAFE = ["model.safetensors", "model-*.safetensors", "model.safetensors.index.json"]
"""No pickle, no code; safetensors only where there is no ONNX."""


@dataclass(frozen=True)
class Found:
    path: Path
    name: str
    """As a report may show it: the hub name, or the folder's own name."""


def find(source: str, *, download: bool = False) -> Found:
    """The folder of a verifier; the network is asked only with `download`.

    Raises `UnknownModel` when there is none, `UsageError` when a file is named instead of its folder.
    """
    path = Path(source).expanduser()
    if path.is_dir():
        return Found(path, path.resolve().name)
    if path.is_file():
        raise UsageError(f"The verifier {source} is a file: give the folder that holds it, its config and tokenizer.")
    if not _NAME.fullmatch(source):
        raise UnknownModel(f"There is no verifier {source}: it is neither a folder nor a hub name (owner/name).")
    return Found(_cached(source) or _downloaded(source, download), source)


def _cached(name: str) -> Path | None:
    """None, too, for a download that broke off before the weights were there."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, local_files_only=True, allow_patterns=_LIGHT + _SAFE))
    except LocalEntryNotFoundError as error:
        partial = getattr(error, "snapshot_path", None)  # It lacks files, perhaps only those that we left out.
        return Path(partial) if partial and _runs(Path(partial)) else None
    except HFValidationError as error:
        raise UnknownModel(f"There is no verifier {name}: the hub knows no such form of name.") from error


def _downloaded(name: str, download: bool) -> Path:
    if not download:
        raise UnknownModel(f"The verifier {name} is no folder and not in the local hub cache: download it first.")
    from huggingface_hub import snapshot_download

    try:
        path = Path(snapshot_download(name, allow_patterns=_LIGHT))
        if not any((path / each).is_file() for each in ONNX):
            path = Path(snapshot_download(name, allow_patterns=_LIGHT + _SAFE))
    except Exception as error:  # The hub's client raises errors of several libraries.
        raise UnknownModel(f"The verifier {name} could not be downloaded: {shorten(str(error))}.") from error
    return path


def _runs(path: Path) -> bool:
    return any((path / each).is_file() for each in ONNX + SAFE)
