"""What a folder of a verifier holds: `config.json`, `tokenizer.json`, weights, and perhaps a `moot.json` of ours."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from moot.errors import UsageError
from moot.words import Word

ONNX = ("model.onnx", "onnx/model.onnx")
SAFE = ("model.safetensors", "model.safetensors.index.json")
PICKLED = (".bin", ".ckpt", ".pt", ".pth", ".pkl")
EVIDENCE = "{evidence}"

_Read = TypeVar("_Read", bound=BaseModel)


class Config(BaseModel):
    """What we read of a Hugging Face `config.json`; the rest of it is the library's matter."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    architectures: tuple[str, ...] | None = None
    model_type: str = ""
    id2label: Mapping[int, str] | None = None
    num_labels: int | None = Field(default=None, ge=1)
    problem_type: str | None = None
    auto_map: Mapping[str, Any] | None = None
    """There where a model brings code of its own."""
    max_position_embeddings: int | None = None
    pad_token_id: int | None = None

    @property
    def architecture(self) -> str:
        return self.architectures[0] if self.architectures else ""

    @property
    def labels(self) -> tuple[str, ...]:
        """In their order. The library leaves out both fields where there are two labels without names."""
        if self.id2label:
            return tuple(self.id2label.get(n, f"LABEL_{n}") for n in range(max(self.id2label) + 1))
        return tuple(f"LABEL_{n}" for n in range(self.num_labels or 2))


class Settings(Word):
    """`moot.json`: what the user knows of a model and its `config.json` does not say. All of it may be left out."""

    threshold: float = Field(default=0.5, ge=0, le=1)
    """The probability from which on a claim counts as supported."""
    temperature: float = Field(default=1.0, gt=0)
    """Divides the logits."""
    first: Literal["evidence", "claim"] = "evidence"
    """Which text the model reads first."""
    join: Literal["pair", "separator"] | None = None
    """As the tokenizer joins pairs, or with one separator between them; None: as published (see `tokens`)."""
    prompt: str | None = None
    """Text around the evidence, with `{evidence}` in it; None: as published (see `tokens`)."""
    supported: tuple[str, ...] = ()
    """Labels that mean support; empty: by their names (see `heads`)."""
    unsupported: tuple[str, ...] = ()
    """Labels that mean lack of it."""
    longest: int | None = Field(default=None, ge=32)
    """Tokens that the model reads at once; None: what its config says, 512 where it says nothing."""


@dataclass(frozen=True)
class Folder:
    path: Path
    name: str
    config: Config
    settings: Settings

    @cached_property
    def weights(self) -> tuple[Path, ...]:
        """The file that is run, then what it is spread over; raises `UsageError` where there is none."""
        return _weights(self.path, self.name)

    @property
    def onnx(self) -> bool:
        return self.weights[0].suffix == ".onnx"

    @property
    def tokenizer(self) -> Path:
        return self.path / "tokenizer.json"

    @cached_property
    def fingerprint(self) -> str:
        """Of the weights, 12 hex digits; then of everything else that scores depend on, 6."""
        rest = hashlib.sha256()
        for each in (self.path / "config.json", self.tokenizer):
            rest.update(_sha256(each).encode())
        rest.update(self.settings.model_dump_json().encode())
        hashes = [_sha256(each) for each in self.weights]
        whole = hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()
        return f"{whole[:12]}-{rest.hexdigest()[:6]}"


def read(path: Path, name: str) -> Folder:
    """Raises `UsageError` in one sentence when what describes the model is missing or damaged."""
    config = _json(Config, path / "config.json", name)
    if config is None:
        _weights(path, name)
        raise UsageError(f"The verifier {name} has no config.json.")
    settings = _json(Settings, path / "moot.json", name) or Settings()
    if settings.prompt is not None and EVIDENCE not in settings.prompt:
        raise UsageError(f"The prompt in the moot.json of the verifier {name} has no {EVIDENCE} in it.")
    return Folder(path, name, config, settings)


def complete(folder: Folder) -> None:
    """Raises `UsageError` where weights or tokenizer are missing.

    Asked after the head: what cannot be run at all need not be converted first.
    """
    if folder.weights and not folder.tokenizer.is_file():
        raise UsageError(
            f"The verifier {folder.name} has no tokenizer.json: save it with transformers (a fast tokenizer writes it)."
        )


def _weights(path: Path, name: str) -> tuple[Path, ...]:
    """ONNX before safetensors: it needs no further library."""
    for known in (*ONNX, *SAFE):
        first = path / known
        if not first.is_file():
            continue
        if first.suffix == ".onnx":
            spread = first.parent.glob("model.onnx?data*")
        else:
            spread = path.glob("model-*.safetensors") if first.suffix == ".json" else iter(())
        return (first, *sorted(spread))
    pickled = sorted(each.name for each in path.iterdir() if each.suffix in PICKLED)
    if pickled:
        raise UsageError(
            f"The verifier {name} has pickled weights only ({pickled[0]}), and a pickle can run code when it is read: "
            "convert it to safetensors or ONNX."
        )
    raise UsageError(
        f"The verifier {name} has no weights: neither model.onnx nor model.safetensors (pickled ones are not read)."
    )


def _json(kind: type[_Read], path: Path, name: str) -> _Read | None:
    try:
        return kind.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        said = f"{where}: {first['msg']}" if where else first["msg"]
        raise UsageError(f"The {path.name} of the verifier {name} cannot be read ({said}).") from error
    except OSError as error:
        raise UsageError(f"The {path.name} of the verifier {name} cannot be read ({error.strerror}).") from error


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
