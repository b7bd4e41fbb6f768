"""`gguf:PATH`: a model file, run inside this process."""

from __future__ import annotations

from pathlib import Path

from moot.errors import UnknownModel
from moot.models.catalog import Env, ModelInfo, Settings
from moot.models.families import family_of, known_family
from moot.models.gguf_header import BadGguf, read_header
from moot.models.local import LocalBackend
from moot.models.prices import FREE

VARIABLE = "MOOT_GGUF"
FOLDER = "models"
LONGEST_CONTEXT = 32_768
"""Longer contexts are used only if asked for: their memory is taken when the model is loaded."""
SMALLEST_CONTEXT = 512
LONGEST_REPLY = 4096


class Gguf:
    name = "gguf"

    def find(self, model: str, env: Env, settings: Settings) -> ModelInfo:
        path = Path(model).expanduser()
        try:
            header = read_header(path)
        except OSError as error:
            raise UnknownModel(f"gguf:{model} cannot be read: {error.strerror or error}.") from None
        except BadGguf as error:
            raise UnknownModel(f"gguf:{model} is not a GGUF model file: {error}.") from None
        context = self._context(header.context, env)
        return ModelInfo(
            name=f"gguf:{model}",
            provider=self.name,
            model=str(path),
            # Many lineages share an architecture (SmolLM is built as a llama), so the names count first.
            family=known_family(path.name) or known_family(header.name) or family_of(header.name or path.name),
            context=context,
            # A small model that has lost the thread writes on to its limit.
            max_output=min(LONGEST_REPLY, context // 4),
            price=FREE,
            local=True,
            why=f"file of {path.stat().st_size / 1e6:.0f} MB",
        )

    def discover(self, env: Env) -> list[ModelInfo]:
        given = env.get(VARIABLE)
        root = Path(given).expanduser() if given else Path(FOLDER)
        # Of a model in parts the first part names it; a projector (mmproj) is no model.
        files = [root] if root.is_file() else sorted(root.glob("*.gguf")) if root.is_dir() else []
        found: list[ModelInfo] = []
        for file in files:
            if "mmproj" in file.name or ("-of-" in file.name and "-00001-of-" not in file.name):
                continue
            try:
                found.append(self.find(str(file), env, Settings()))
            except UnknownModel as error:
                broken = ModelInfo(name=f"gguf:{file}", provider=self.name, model=str(file), family="unknown")
                found.append(broken.model_copy(update={"available": False, "why": str(error), "local": True}))
        return found

    def backend(self, info: ModelInfo, env: Env, settings: Settings) -> LocalBackend:
        return LocalBackend(info, settings)

    def _context(self, trained: int | None, env: Env) -> int:
        given = env.get("MOOT_GGUF_CONTEXT", "")
        wanted = int(given) if given.isdecimal() else LONGEST_CONTEXT
        return max(SMALLEST_CONTEXT, min(wanted, trained or 4096))


provider = Gguf()
